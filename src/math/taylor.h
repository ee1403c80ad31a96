/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Functions from their value and slope at the nearest point of a table: most results need no more
 * to be rounded correctly.
 */
#ifndef NPRAND_MATH_TAYLOR_H
#define NPRAND_MATH_TAYLOR_H

#include "bits.h"
#include "exact.h"

#include <math.h>

/* The i for which i/128 is nearest to x, 0 <= x <= last/128; *rest = x - i/128, exact. Where the sum
 * is not rounded to nearest, i could be one more than last. */
static inline unsigned nprand__nearest_point(double x, unsigned last, double *rest)
{
    const double to_point = 0x1.8p45; /* whose last bit is 1/128 */
    const double sum = x + to_point;
    *rest = x - (sum - to_point);
    unsigned point = (unsigned)nprand__to_bits(sum) & 0xff;
    return point < last ? point : last;
}

/* at[0] + at[1] + (at[2] + at[3]) d + rest. The two largest products are exact: at[2] has 27 bits,
 * and each part of d 26. So is their sum with at[0]; what is rounded is the sum of the others. */
static inline struct nprand__pair nprand__taylor(const double *at, double d, double rest)
{
    const struct nprand__pair parts = nprand__split(d);
    const struct nprand__pair sum = nprand__exact_sum_ordered(at[0], at[2] * parts.hi);
    const double small = sum.lo + ((at[1] + at[3] * d) + at[2] * parts.lo);
    return (struct nprand__pair){sum.hi, small + rest};
}

/* What cos.c and acos.c may be off by, relative to the value. They say why it is less: 22 2^-70,
 * with what rounding takes from v.lo -+ off. */
#define NPRAND__TAYLOR_ERROR 0x1.8p-66

/* Whether v rounds to one double: all from v - off to v + off rounds to *down, *up, or a double
 * between them, for rounding is monotone (Abraham Ziv, 1991). */
static inline int nprand__rounds(struct nprand__pair v, double *down, double *up)
{
    const double off = NPRAND__TAYLOR_ERROR * fabs(v.hi);
    *down = v.hi + (v.lo - off);
    *up = v.hi + (v.lo + off);
    return *down == *up;
}

#endif
