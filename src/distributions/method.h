/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The way from a draw to the two public functions of a method: check, then draw or fill.
 */
#ifndef NPRAND_DISTRIBUTIONS_METHOD_H
#define NPRAND_DISTRIBUTIONS_METHOD_H

#include "../engine/threads.h"

#define NPRAND__LIST(...) __VA_ARGS__

/* Defines nprand_NAME() and nprand_NAME_fill().
 *
 * refused     what a refused scalar call returns
 * parameters  those of the scalar form, in parentheses
 * check       an expression in the parameters: their status; evaluated even if rng is refused
 * prepare     declares what depends on the parameters alone, once for a fill
 * draw        an expression in e (the engine), parameters and what was prepared: one value
 *
 * The scalar form says by errno whether it was refused, so that libm must not speak there. */
#define NPRAND__DEFINE_METHOD(name, type, refused, parameters, check, prepare, draw) \
    type nprand_##name(NPRAND__LIST parameters)                                      \
    {                                                                                \
        if (!nprand__accept(rng, check))                                             \
            return refused;                                                          \
        struct nprand__engine *e = nprand__engine_of(rng);                           \
        int kept_errno = errno;                                                      \
        prepare;                                                                     \
        type value = draw;                                                           \
        errno = kept_errno;                                                          \
        return value;                                                                \
    }                                                                                \
                                                                                     \
    nprand_status nprand_##name##_fill(NPRAND__LIST parameters, size_t n, type *out) \
    {                                                                                \
        nprand_status status = nprand__check_fill(rng, check, n, sizeof *out, out);  \
        if (status != NPRAND_OK || n == 0)                                           \
            return status;                                                           \
        struct nprand__engine *e = nprand__engine_of(rng);                           \
        prepare;                                                                     \
        for (size_t i = 0; i < n; i++)                                               \
            out[i] = draw;                                                           \
        return NPRAND_OK;                                                            \
    }

/* Of doubles, with nothing to prepare. */
#define NPRAND__DEFINE_DOUBLE(name, parameters, check, draw) \
    NPRAND__DEFINE_METHOD(name, double, (double)NAN, parameters, check, (void)0, draw)

/* Of integers. */
#define NPRAND__DEFINE_INTEGER(name, parameters, check, prepare, draw) \
    NPRAND__DEFINE_METHOD(name, int64_t, NPRAND_INVALID, parameters, check, prepare, draw)

/* ---- Methods that make each value of one uniform double ---- */

/* Doubles that are written before they are worked on: few enough to stay in the nearest cache. */
enum { NPRAND__CHUNK = 512 };

/* Writes uniforms to out[first..first+count-1] and goes over them: each u for which takes is true
 * becomes transform, an expression in u; the others make room for more. */
#define NPRAND__TRANSFORM(takes, transform)                      \
    for (size_t done = 0; done < count;) {                       \
        double *to = out + first + done;                         \
        size_t drawn = nprand__min(count - done, NPRAND__CHUNK); \
        size_t taken = 0;                                        \
        nprand__fill_doubles(e, drawn, to);                      \
        for (size_t i = 0; i < drawn; i++) {                     \
            double u = to[i];                                    \
            if (takes)                                           \
                to[taken++] = transform;                         \
        }                                                        \
        done += taken;                                           \
    }

#define NPRAND__DEFINE_SCALAR_TRANSFORM(name, parameters, check, takes, transform) \
    double nprand_##name(NPRAND__LIST parameters)                                  \
    {                                                                              \
        if (!nprand__accept(rng, check))                                           \
            return (double)NAN;                                                    \
        struct nprand__engine *e = nprand__engine_of(rng);                         \
        int kept_errno = errno;                                                    \
        double u;                                                                  \
        do                                                                         \
            u = nprand__next_double(e);                                            \
        while (!(takes));                                                          \
        double value = transform;                                                  \
        errno = kept_errno;                                                        \
        return value;                                                              \
    }

/* Like NPRAND__DEFINE_DOUBLE, of a uniform u, and on several threads. */
#define NPRAND__DEFINE_TRANSFORM(name, parameters, check, transform)                            \
    NPRAND__DEFINE_SCALAR_TRANSFORM(name, parameters, check, true, transform)                   \
                                                                                                \
    nprand_status nprand_##name##_fill(NPRAND__LIST parameters, size_t n, double *out)          \
    {                                                                                           \
        nprand_status status = nprand__check_fill(rng, check, n, sizeof *out, out);             \
        if (status == NPRAND_OK)                                                                \
            NPRAND__IN_PARTS(nprand__engine_of(rng), n, 2, NPRAND__TRANSFORM(true, transform)); \
        return status;                                                                          \
    }

/* The same where a u can be thrown away, so that the words are not known before: on one thread. */
#define NPRAND__DEFINE_REDRAWING(name, parameters, check, takes, transform)            \
    NPRAND__DEFINE_SCALAR_TRANSFORM(name, parameters, check, takes, transform)         \
                                                                                       \
    nprand_status nprand_##name##_fill(NPRAND__LIST parameters, size_t n, double *out) \
    {                                                                                  \
        nprand_status status = nprand__check_fill(rng, check, n, sizeof *out, out);    \
        if (status != NPRAND_OK)                                                       \
            return status;                                                             \
        struct nprand__engine *e = nprand__engine_of(rng);                             \
        const size_t first = 0, count = n;                                             \
        NPRAND__TRANSFORM(takes, transform)                                            \
        return NPRAND_OK;                                                              \
    }

#endif
