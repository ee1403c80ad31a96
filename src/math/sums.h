/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Sums from the left, and the search in them by which weighted draws find their index.
 */
#ifndef NPRAND_MATH_SUMS_H
#define NPRAND_MATH_SUMS_H

#include "../float.h"

#include <stddef.h>

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

/* The first i with sums[i] > x, or n - 1: Python's bisect_right on the first n - 1 sums, which is
 * numpy's searchsorted(sums, x, 'right') where the last sum is above x. Sums of negative weights
 * are not in order, and what is found in them depends on the way to it: CPython does this; do not
 * repair. */
static inline size_t nprand__bisect(const double *sums, size_t n, double x)
{
    size_t low = 0;
    size_t high = n - 1;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (x < sums[middle])
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

#endif
