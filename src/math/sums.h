/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Sums from the left.
 */
#ifndef NPRAND_MATH_SUMS_H
#define NPRAND_MATH_SUMS_H

#include "bisect.h"

/* sums[i] = weights[0] + ... + weights[i], for n >= 1. sums may be weights. */
static inline void nprand__cumulate(const double *weights, size_t n, double *sums)
{
    double sum = weights[0];
    sums[0] = sum;
    for (size_t i = 1; i < n; i++) {
        sum += weights[i];
        sums[i] = sum;
    }
}

/* The names by which src/python calls bisect.h. */
static inline size_t nprand__bisect(const double *sums, size_t n, double x)
{
    return nprand__bisect_right(sums, n, x);
}

static inline size_t nprand__bisect_int64(const int64_t *sums, size_t n, int64_t x)
{
    return nprand__bisect_right_int64(sums, n, x);
}

#endif
