/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The way from a draw to the two public functions of a method: check, then draw or fill.
 */
#ifndef NPRAND_DISTRIBUTIONS_METHOD_H
#define NPRAND_DISTRIBUTIONS_METHOD_H

#include "../engine/parts.h"

#include "attempts.h"
#include "transform.h"

#define NPRAND__IN_PARTS(engine, n, words, ...) \
    do { struct nprand__engine *e = (engine); const size_t first = 0, count = (n); if (count > 0) { __VA_ARGS__; } } while (0)

#define NPRAND__FETCH_AHEAD(out, bytes, left)                                        \
    do {                                                                             \
        enum { LEAD = 8192 };                                                        \
        if ((left) >= LEAD + (bytes))                                                \
            for (size_t ahead = LEAD; ahead < LEAD + (bytes); ahead += NPRAND__LINE) \
                NPRAND__PREFETCH((const char *)(out) + ahead);                          \
    } while (0)

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

/* Replaces each x of the array x by expression. */
#define NPRAND__EACH(n, array, expression)      \
    for (size_t each = 0; each < (n); each++) { \
        const double x = (array)[each];         \
        (array)[each] = expression;             \
    }

static inline size_t drop_zeros(size_t n, double *u)
{
    size_t left = 0;
    for (size_t i = 0; i < n; i++) {
        u[left] = u[i];
        left += u[i] != 0.0;
    }
    return left;
}
/* Writes uniforms to out[first..first+count-1], the zeros among them drawn again if redraws, and
 * goes over them with transform, a statement that replaces the size elements of u. */
#define NPRAND__TRANSFORM(redraws, transform)                   \
    for (size_t done = 0; done < count;) {                      \
        double *const u = out + first + done;                   \
        size_t size = nprand__min(count - done, NPRAND__CHUNK); \
        nprand__fill_doubles(e, size, u);                       \
        if (redraws)                                            \
            size = drop_zeros(size, u);                 \
        transform;                                              \
        done += size;                                           \
    }

/* An array of one element; with size known, nothing is left of the loops. */
#define NPRAND__DEFINE_SCALAR_TRANSFORM(name, parameters, check, redraws, transform) \
    double nprand_##name(NPRAND__LIST parameters)                                    \
    {                                                                                \
        if (!nprand__accept(rng, check))                                             \
            return (double)NAN;                                                      \
        struct nprand__engine *e = nprand__engine_of(rng);                           \
        int kept_errno = errno;                                                      \
        const size_t size = 1;                                                       \
        double u[1];                                                                 \
        do                                                                           \
            u[0] = nprand__next_double(e);                                           \
        while ((redraws) && u[0] == 0.0);                                            \
        transform;                                                                   \
        errno = kept_errno;                                                          \
        return u[0];                                                                 \
    }

/* Like NPRAND__DEFINE_DOUBLE, of uniforms u, and on several threads. */
#define NPRAND__DEFINE_TRANSFORM(name, parameters, check, transform)                             \
    NPRAND__DEFINE_SCALAR_TRANSFORM(name, parameters, check, false, transform)                   \
                                                                                                 \
    nprand_status nprand_##name##_fill(NPRAND__LIST parameters, size_t n, double *out)           \
    {                                                                                            \
        nprand_status status = nprand__check_fill(rng, check, n, sizeof *out, out);              \
        if (status == NPRAND_OK)                                                                 \
            NPRAND__IN_PARTS(nprand__engine_of(rng), n, 2, NPRAND__TRANSFORM(false, transform)); \
        return status;                                                                           \
    }

/* The same where zeros can be drawn again, so that the words are not known before: on one thread.
 */
#define NPRAND__DEFINE_REDRAWING(name, parameters, check, redraws, transform)          \
    NPRAND__DEFINE_SCALAR_TRANSFORM(name, parameters, check, redraws, transform)       \
                                                                                       \
    nprand_status nprand_##name##_fill(NPRAND__LIST parameters, size_t n, double *out) \
    {                                                                                  \
        nprand_status status = nprand__check_fill(rng, check, n, sizeof *out, out);    \
        if (status != NPRAND_OK)                                                       \
            return status;                                                             \
        struct nprand__engine *e = nprand__engine_of(rng);                             \
        const size_t first = 0, count = n;                                             \
        NPRAND__TRANSFORM(redraws, transform)                                          \
        return NPRAND_OK;                                                              \
    }

/* ---- Methods of attempts, of two uniforms each, of which some give a value ---- */

/* Writes n values to out by attempts, an expression that makes size attempts, writes what they give
 * to to[0], to[1], ..., and says how many that are. Never more attempts are made than values are
 * still wanted, so that none is too much. After many attempts in a row without a value, the rest of
 * out becomes given_up. */
#define NPRAND__BY_ATTEMPTS(type, n, out, many, given_up, attempts)  \
    double vain = 0.0;                                               \
    for (size_t done = 0; done < (n);) {                             \
        type *const to = (out) + done;                               \
        const size_t size = nprand__min((n)-done, NPRAND__ATTEMPTS); \
        const size_t made = attempts;                                \
        done += made;                                                \
        vain = made > 0 ? 0.0 : vain + (double)size;                 \
        for (; vain > (many) && done < (n); done++)                  \
            (out)[done] = given_up;                                  \
    }

/* Like NPRAND__DEFINE_INTEGER, by attempts, an expression in e and in work too, an array of doubles
 * with so much room for each attempt; they may change what was prepared. many: an expression in
 * that, as above. */
#define NPRAND__DEFINE_BY_ATTEMPTS(name, parameters, check, prepare, many, room, attempts) \
    int64_t nprand_##name(NPRAND__LIST parameters)                                         \
    {                                                                                      \
        if (!nprand__accept(rng, check))                                                   \
            return NPRAND_INVALID;                                                         \
        struct nprand__engine *e = nprand__engine_of(rng);                                 \
        int kept_errno = errno;                                                            \
        prepare;                                                                           \
        double work[room];                                                                 \
        int64_t to[1];                                                                     \
        const size_t size = 1;                                                             \
        to[0] = NPRAND_INVALID;                                                            \
        for (double vain = 0.0; vain <= (many) && (attempts) == 0;)                        \
            vain++;                                                                        \
        errno = kept_errno;                                                                \
        return to[0];                                                                      \
    }                                                                                      \
                                                                                           \
    nprand_status nprand_##name##_fill(NPRAND__LIST parameters, size_t n, int64_t *out)    \
    {                                                                                      \
        nprand_status status = nprand__check_fill(rng, check, n, sizeof *out, out);        \
        if (status != NPRAND_OK || n == 0)                                                 \
            return status;                                                                 \
        struct nprand__engine *e = nprand__engine_of(rng);                                 \
        prepare;                                                                           \
        double work[(room)*NPRAND__ATTEMPTS];                                              \
        NPRAND__BY_ATTEMPTS(int64_t, n, out, many, NPRAND_INVALID, attempts)               \
        return NPRAND_OK;                                                                  \
    }

#endif
