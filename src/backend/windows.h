/* SPDX-License-Identifier: BSD-3-Clause
 *
 * What the tests of attempts share that ptrs.h, btpe.h and vonmises.h have.
 */
#ifndef NPRAND_BACKEND_WINDOWS_H
#define NPRAND_BACKEND_WINDOWS_H

#include "backend.h"

#include "../math/bits.h"

/* What an attempt gives. OPEN: the exact test, which the method has, must decide. */
enum nprand__verdict { NPRAND__REJECTED, NPRAND__ACCEPTED, NPRAND__OPEN };

/* 1/3 + s2/5 + s2^2/7 + ...: ln((1 + s) / (1 - s)) is 2 s + 2 s^3 times it, where s2 = s^2. The
 * first term that is left out is s2^5/13. */
static inline double nprand__log_series(double s2)
{
    const double s4 = s2 * s2, high = (1.0 / 7.0 + s2 * (1.0 / 9.0)) + s4 * (1.0 / 11.0);
    return (1.0 / 3.0 + s2 * (1.0 / 5.0)) + s4 * high;
}

/* ln(x) of a positive normal number, with an error below 2e-5. For x = 2^k z with z from sqrt(1/2)
 * to sqrt(2), it is k ln(2) + ln(z). The coefficients of the polynomial in z - 1 were fitted. The
 * result for 0 is below -700. That for -0.0, which only downward rounding can make of an attempt,
 * has no meaning. */
#define NPRAND__ROUGH_LOG_OFFSET (NPRAND__ONE_BITS - UINT64_C(0x3fe6a09e00000000))
#define NPRAND__ROUGH_LOG_1      0.6931471806 /* ln(2) */
#define NPRAND__ROUGH_LOG_2      (-0.49933234)
#define NPRAND__ROUGH_LOG_3      0.33587314
#define NPRAND__ROUGH_LOG_4      (-0.27226)
#define NPRAND__ROUGH_LOG_5      0.17968561
static inline double nprand__rough_log(double x)
{
    const uint64_t bits = nprand__to_bits(x), k = (bits + NPRAND__ROUGH_LOG_OFFSET) >> 52;
    const double f = nprand__from_bits(bits - (k << 52) + NPRAND__ONE_BITS) - 1.0, f2 = f * f;
    const double high = NPRAND__ROUGH_LOG_4 + f * NPRAND__ROUGH_LOG_5;
    const double series = (NPRAND__ROUGH_LOG_2 + f * NPRAND__ROUGH_LOG_3) + f2 * high;
    return ((double)(int64_t)k - 1023.0) * NPRAND__ROUGH_LOG_1 + (f + f2 * series);
}

/* exp(64 w): the Taylor series of exp(w), to the power of 64. */
static inline double nprand__exp_64(double w)
{
    const double w2 = w * w, x = (1.0 + w) + w2 * ((0.5 + w * (1.0 / 6.0)) + w2 * (1.0 / 24.0));
    const double x2 = x * x, x4 = x2 * x2, x8 = x4 * x4, x16 = x8 * x8, x32 = x16 * x16;
    return x32 * x32;
}

#endif
