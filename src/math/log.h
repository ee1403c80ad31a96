/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The natural logarithm of the reference profile: the method of glibc 2.28 and later, a table of
 * 128 intervals and polynomials (Arm Limited, optimized-routines, 2018). The operations have the
 * order that glibc has on CPUs with fused multiply-add. The error is below 0.52 ULP.
 *
 * Each form ends with a sum of two doubles. The rounded sum is the logarithm.
 *
 * Included once for each kind of fused multiply-add, with NAME(x), TARGET and FMA(a, b, c), and
 *
 *   PLAIN(x)  the name of the function x of log_sum.h made with products and sums that are rounded
 *             one by one; undefined if the processor has fused multiply-add
 */
#define MINUS_1(a, b) FMA(a, b, -1.0)
#include "log_sum.h"
#undef MINUS_1

/* For x > 0. In software, a fused multiply-add takes as long as ten products. The logarithm is
 * therefore first computed with plain products. This sum differs from the right one by less than
 * its error. If both ends of the interval sum - error to sum + error round to the same double, it
 * is the logarithm, since rounding keeps the order. For one logarithm in some hundreds they do not,
 * and it is computed a second time, with fused multiply-add. A normal takes 9 ns in place of 34.
 *
 * Source: A. Ziv, "Fast evaluation of elementary mathematical functions with correctly rounded last
 * bit", ACM TOMS 17 (1991), 410-423. */
TARGET static inline double NAME(log_positive)(double x)
{
#ifdef PLAIN
    const struct nprand__log_sum plain = PLAIN(log_sum)(x);
    const double least = plain.high + (plain.low - plain.error);
    const double most = plain.high + (plain.low + plain.error);
    if (least == most)
        return least;
#endif
    const struct nprand__log_sum sum = NAME(log_sum)(x);
    return sum.low + sum.high;
}

/* The logarithm of an x that is not a positive normal number. */
TARGET static double NAME(log_elsewhere)(double x)
{
    if (x > 0.0 && x < (double)INFINITY)
        return NAME(log_positive)(x);
    if (x == 0.0)
        return -(double)INFINITY;
    return x < 0.0 ? (double)NAN : x;
}

TARGET LINKAGE double NAME(log)(double x)
{
    if (NPRAND__LIKELY(nprand__is_within(nprand__to_bits(x), DBL_MIN, (double)INFINITY)))
        return NAME(log_positive)(x);
    return NAME(log_elsewhere)(x);
}
