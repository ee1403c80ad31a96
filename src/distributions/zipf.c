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

static int64_t draw_zipf(struct nprand__engine *e, double a, double b, double limit)
{
    double am1 = a - 1.0;
    /* From 1025 on b is infinite and NumPy accepts nothing for ever. 1 is the value then, but for
     * one in 2^1024. */
    if (a >= 1025.0)
        return 1;
    for (;;) {
        double u = 1.0 - nprand__next_double(e);
        double v = nprand__next_double(e);
        double x = floor(nprand__pow(u, -1.0 / am1));
        if (x > limit || x < 1.0)
            continue;
        double t = nprand__pow(1.0 + 1.0 / x, am1);
        /* limit is LONG_MAX as a double, which a 64-bit long rounds up: x = 2^63 gives LONG_MIN. */
        if (v * x * (t - 1.0) / (b - 1.0) <= t / b)
            return nprand__to_long(e, x);
    }
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

NPRAND__DEFINE_INTEGER(zipf, (nprand_rng * rng, double a), check_zipf(a),
                       const double b = power_of_two(a - 1.0);
                       const double limit = (double)nprand__long_max(rng),
                       draw_zipf(e, a, b, limit))
