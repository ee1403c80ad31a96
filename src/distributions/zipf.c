/* SPDX-License-Identifier: BSD-3-Clause
 *
 * zipf.
 *
 * Source: L. Devroye, Non-Uniform Random Variate Generation (1986), X.6.1.
 */
#include "check.h"
#include "long.h"
#include "method.h"

#include "../backend/libm.h"

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
                             double *work, int64_t *out)
{
    double *const pairs = work, *const u = work + 2 * n, *const t = work + 3 * n;
    const double am1 = a - 1.0;
    nprand__fill_attempts(e, n, pairs);
    for (size_t i = 0; i < n; i++)
        u[i] = 1.0 - pairs[2 * i];
    nprand__pow_array(n, u, -1.0 / am1);
    NPRAND__EACH(n, u, floor(x))
    for (size_t i = 0; i < n; i++)
        t[i] = 1.0 + 1.0 / u[i];
    nprand__pow_array(n, t, am1);
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        bool fits = !(u[i] > limit || u[i] < 1.0);
        out[count] = nprand__to_long(e, u[i]);
        count += fits && pairs[2 * i + 1] * u[i] * (t[i] - 1.0) / (b - 1.0) <= t[i] / b;
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
                    double *work, int64_t *out)
{
    if (a < 1025.0)
        return attempt(e, a, b, limit, n, work, out);
    for (size_t i = 0; i < n; i++) {
        if (e->release < NPRAND__RELEASE(1, 14, 0)) {
            nprand__next_uint64(e);
            nprand__next_uint64(e);
        }
        out[i] = 1;
    }
    return n;
}

/* A bound for the attempts that a value is expected to take. U^(-1/(a-1)) fits a long of w bits and
 * a sign for U >= 2^(-w (a-1)), with a chance of 1 - exp(-x) > x / (1 + x), x = w ln 2 (a-1). Of
 * those that fit, ln 2 or more are accepted: measured 0.87 for a near 1, and more above. */
static double expected_attempts(double a, double limit)
{
    const double ln2 = 0.6931471805599453;
    double x = (limit > 0x1p31 ? 63.0 : 31.0) * ln2 * (a - 1.0);
    return (1.0 + 1.0 / x) / ln2;
}

static nprand_status check_zipf(const nprand_rng *rng, double a)
{
    if (!(a > 1.0))
        return NPRAND_A_NOT_ABOVE_1;
    return nprand__check_attempts(expected_attempts(a, (double)nprand__long_max(rng)));
}

NPRAND__DEFINE_BY_ATTEMPTS(zipf, (nprand_rng * rng, double a), check_zipf(rng, a),
                           const double b = power_of_two(a - 1.0);
                           const double limit = limit_of(rng),
                           nprand__many_attempts(expected_attempts(a, limit)), 4,
                           zipfs(e, a, b, limit, size, work, to))
