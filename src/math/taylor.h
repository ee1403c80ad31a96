/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Functions computed from the value and slope at the nearest point of a table. For most arguments
 * the result is exact enough to be rounded correctly.
 */
#ifndef NPRAND_MATH_TAYLOR_H
#define NPRAND_MATH_TAYLOR_H

#include "bits.h"
#include "exact.h"

#include <math.h>

/* The i for which i/128 is nearest to x, 0 <= x <= last/128. *rest = x - i/128, which is exact. If
 * the rounding mode is not to nearest, i could be last + 1; last is returned then. */
static inline unsigned nprand__nearest_point(double x, unsigned last, double *rest)
{
    const double to_point = 0x1.8p45; /* its last bit is worth 1/128 */
    const double sum = x + to_point;
    *rest = x - (sum - to_point);
    unsigned point = (unsigned)nprand__to_bits(sum) & 0xff;
    return point < last ? point : last;
}

/* at[0] + at[1] + (at[2] + at[3]) d + rest. The two largest products are exact, since at[2] has 27
 * bits and each part of d has 26 bits. The sum of at[0] and the first product is exact. The sum of
 * the other terms is rounded. */
static inline struct nprand__pair nprand__taylor(const double *at, double d, double rest)
{
    const struct nprand__pair parts = nprand__split(d);
    const struct nprand__pair sum = nprand__exact_sum_ordered(at[0], at[2] * parts.hi);
    const double small = sum.lo + ((at[1] + at[3] * d) + at[2] * parts.lo);
    return (struct nprand__pair){sum.hi, small + rest};
}

/* A bound of the relative error of cos.c and acos.c. These files derive errors below 22 2^-70. The
 * rest of the bound is for the rounding of v.lo - off and v.lo + off. */
#define NPRAND__TAYLOR_ERROR 0x1.8p-66

/* Whether the exact value certainly rounds to one double, *down. The exact value is between v - off
 * and v + off. Rounding is monotone, so it rounds to *down, *up or a double between them. Source:
 * A. Ziv (1991). */
static inline int nprand__rounds(struct nprand__pair v, double *down, double *up)
{
    const double off = NPRAND__TAYLOR_ERROR * fabs(v.hi);
    *down = v.hi + (v.lo - off);
    *up = v.hi + (v.lo + off);
    return *down == *up;
}

#endif
