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

/* Uniforms that are written before they are worked on: few enough to stay in the nearest cache, and
 * blocks enough that most of them are fetched ahead. Of 512, uniform takes 0.73 ns for 0.65 and
 * standard_exponential 2.03 for 1.81. */
enum { NPRAND__CHUNK = 2048 };

/* Replaces each x of the array x by expression. */
#define NPRAND__EACH(n, array, expression)      \
    for (size_t each = 0; each < (n); each++) { \
        const double x = (array)[each];         \
        (array)[each] = expression;             \
    }

/* Takes out of n uniforms those that the method draws again; how many are left. */
static inline size_t nprand__drop_zeros(size_t n, double *u)
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
            size = nprand__drop_zeros(size, u);                 \
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

/* Attempts that are made at a time. */
enum { NPRAND__ATTEMPTS = 256 };

/* Attempts in a row without a value after which a draw gives up, where one in ten or more gives a
 * value. Rounded to nearest, that never happens: the chance is below 0.9^4096 = 4e-188. In another
 * floating-point environment, where a test may fail for every attempt, it makes the draw end. */
#define NPRAND__MANY_ATTEMPTS 4096.0

/* The same where a value is expected to take that many attempts: the chance is below exp(-64). */
static inline double nprand__many_attempts(double expected)
{
    return NPRAND__MANY_ATTEMPTS + 64.0 * expected;
}

/* Refuses what is expected to take more; NaN too. */
static inline nprand_status nprand__check_attempts(double expected)
{
    return expected <= NPRAND__MOST_ATTEMPTS ? NPRAND_OK : NPRAND_TOO_MANY_ATTEMPTS;
}

/* The two uniforms of each attempt. */
static inline void nprand__fill_attempts(struct nprand__engine *e, size_t n, double *u, double *v)
{
    double pairs[2 * NPRAND__ATTEMPTS];
    if (n == 1) {
        u[0] = nprand__next_double(e);
        v[0] = nprand__next_double(e);
        return;
    }
    nprand__fill_doubles(e, 2 * n, pairs);
    for (size_t i = 0; i < n; i++) {
        u[i] = pairs[2 * i];
        v[i] = pairs[2 * i + 1];
    }
}

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

/* Like NPRAND__DEFINE_INTEGER, by attempts, an expression in e too; they may change what was
 * prepared. many: an expression in that, as above. */
#define NPRAND__DEFINE_BY_ATTEMPTS(name, parameters, check, prepare, many, attempts)    \
    int64_t nprand_##name(NPRAND__LIST parameters)                                      \
    {                                                                                   \
        if (!nprand__accept(rng, check))                                                \
            return NPRAND_INVALID;                                                      \
        struct nprand__engine *e = nprand__engine_of(rng);                              \
        int kept_errno = errno;                                                         \
        prepare;                                                                        \
        int64_t to[1];                                                                  \
        const size_t size = 1;                                                          \
        to[0] = NPRAND_INVALID;                                                         \
        for (double vain = 0.0; vain <= (many) && (attempts) == 0;)                     \
            vain++;                                                                     \
        errno = kept_errno;                                                             \
        return to[0];                                                                   \
    }                                                                                   \
                                                                                        \
    nprand_status nprand_##name##_fill(NPRAND__LIST parameters, size_t n, int64_t *out) \
    {                                                                                   \
        nprand_status status = nprand__check_fill(rng, check, n, sizeof *out, out);     \
        if (status != NPRAND_OK || n == 0)                                              \
            return status;                                                              \
        struct nprand__engine *e = nprand__engine_of(rng);                              \
        prepare;                                                                        \
        NPRAND__BY_ATTEMPTS(int64_t, n, out, many, NPRAND_INVALID, attempts)            \
        return NPRAND_OK;                                                               \
    }

#endif
