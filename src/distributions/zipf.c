/* SPDX-License-Identifier: BSD-3-Clause
 *
 * zipf.
 *
 * Source: L. Devroye, Non-Uniform Random Variate Generation (1986), X.6.1.
 */
#include "check.h"
#include "long.h"
#include "method.h"

#include "../math/libm.h"

/* 2^(a-1) by pow, as NumPy has it. Clang would make exp2 of a known base, which gives other bits.
 */
static double power_of_two(double exponent)
{
    volatile double two = 2.0;
    return nprand__pow(two, exponent);
}

/* n attempts; how many values they give. limit is LONG_MAX as a double, which a 64-bit long rounds
 * up: x = 2^63 gives LONG_MIN. */
static inline size_t attempt(struct nprand__engine *e, double a, double b, double limit, size_t n,
                             int64_t *out)
{
    double u[NPRAND__ATTEMPTS], v[NPRAND__ATTEMPTS], t[NPRAND__ATTEMPTS];
    const double am1 = a - 1.0;
    nprand__fill_attempts(e, n, u, v);
    NPRAND__EACH(n, u, 1.0 - x)
    nprand__pow_array(n, u, -1.0 / am1);
    NPRAND__EACH(n, u, floor(x))
    for (size_t i = 0; i < n; i++)
        t[i] = 1.0 + 1.0 / u[i];
    nprand__pow_array(n, t, am1);
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        bool fits = !(u[i] > limit || u[i] < 1.0);
        out[count] = nprand__to_long(e, u[i]);
        count += fits && v[i] * u[i] * (t[i] - 1.0) / (b - 1.0) <= t[i] / b;
    }
    return count;
}

/* Releases before 1.14 cast x before they compared it, and rejected 2^63. */
static double limit_of(const nprand_rng *rng)
{
    double limit = (double)nprand__long_max(rng);
    bool rejects = limit == 0x1p63 && nprand__is_before(rng, NPRAND__RELEASE(1, 14, 0));
    return rejects ? nextafter(limit, 0.0) : limit;
}

/* From 1025 on b is infinite and NumPy accepts nothing for ever. 1 is the value then, but for one
 * in 2^1024. Releases before 1.14 accepted the first attempt, of 4 words. */
static size_t zipfs(struct nprand__engine *e, double a, double b, double limit, size_t n,
                    int64_t *out)
{
    if (a < 1025.0)
        return attempt(e, a, b, limit, n, out);
    for (size_t i = 0; i < n; i++) {
        if (e->release < NPRAND__RELEASE(1, 14, 0)) {
            nprand__next_uint64(e);
            nprand__next_uint64(e);
        }
        out[i] = 1;
    }
    return n;
}

/* Nearer to 1, the 2^63 values that fit a long have so small a share that NumPy's loop, which
 * rejects the others, makes more than 2e10 attempts for each: it does not return in a sensible
 * time. */
static const double NEAREST = 1.0 + 0x1p-40;

static nprand_status check_zipf(double a)
{
    if (!(a > 1.0))
        return NPRAND_A_NOT_ABOVE_1;
    return a < NEAREST ? NPRAND_A_TOO_NEAR_1 : NPRAND_OK;
}

NPRAND__DEFINE_BY_ATTEMPTS(zipf, (nprand_rng * rng, double a), check_zipf(a),
                           const double b = power_of_two(a - 1.0);
                           const double limit = limit_of(rng), zipfs(e, a, b, limit, size, to))
