/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Exact sums and products of two doubles: the rounded result, and the error of that rounding.
 * Sources: Knuth (1969) for the sum, Veltkamp (1968) and Dekker (1971) for the product. A sum is
 * exact unless it overflows. A product is exact if no factor is above 2^995 and the product is
 * between 2^-960 and 2^1020.
 */
#ifndef NPRAND_MATH_EXACT_H
#define NPRAND_MATH_EXACT_H

#include "../float.h"

struct nprand__pair {
    double hi, lo;
};

static inline struct nprand__pair nprand__exact_sum(double a, double b)
{
    double sum = a + b;
    double b_in_sum = sum - a;
    double a_in_sum = sum - b_in_sum;
    double b_rest = b - b_in_sum;
    double a_rest = a - a_in_sum;
    return (struct nprand__pair){sum, a_rest + b_rest};
}

/* a as a sum of two doubles of 26 bits each and a sign. */
static inline struct nprand__pair nprand__split(double a)
{
    double scaled = a * 134217729.0; /* 2^27 + 1 */
    double beyond = scaled - a;
    double hi = scaled - beyond;
    return (struct nprand__pair){hi, a - hi};
}

static inline struct nprand__pair nprand__exact_product(double a, double b)
{
    double product = a * b;
    struct nprand__pair x = nprand__split(a);
    struct nprand__pair y = nprand__split(b);
    double rest = x.hi * y.hi - product;
    rest = rest + x.hi * y.lo;
    rest = rest + x.lo * y.hi;
    rest = rest + x.lo * y.lo;
    return (struct nprand__pair){product, rest};
}

/* a b - 1 rounded once, for a product between 1/2 and 2: the difference of the rounded product and
 * 1 is exact. */
static inline double nprand__product_minus_1(double a, double b)
{
    struct nprand__pair product = nprand__exact_product(a, b);
    return (product.hi - 1.0) + product.lo;
}

/* A logarithm as a sum: log_sum.h. */
struct nprand__log_sum {
    double high, low, error;
};

#endif
