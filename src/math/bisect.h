/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Binary search in cumulative sums, by which a weighted draw finds its index.
 */
#ifndef NPRAND_MATH_BISECT_H
#define NPRAND_MATH_BISECT_H

#include "../internal.h"

/* Whether x is below element middle. */
typedef bool nprand__is_below(const void *x, const void *cumulative, size_t middle);

/* The search of both functions below, for n >= 1. */
NPRAND__INLINE size_t nprand__bisect_by(nprand__is_below *is_below, const void *cumulative,
                                        size_t n, const void *x)
{
    size_t low = 0;
    size_t high = n - 1;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (is_below(x, cumulative, middle))
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

static inline bool nprand__double_is_below(const void *x, const void *cumulative, size_t middle)
{
    return *(const double *)x < ((const double *)cumulative)[middle];
}

static inline bool nprand__int64_is_below(const void *x, const void *cumulative, size_t middle)
{
    return *(const int64_t *)x < ((const int64_t *)cumulative)[middle];
}

/* The first i with cumulative[i] > x, or n - 1. That is Python's bisect_right on the first n - 1
 * sums, and numpy's searchsorted(cumulative, x, 'right') if the last sum is above x. Sums of negative
 * weights are not in order. What is found in them depends on the elements that the search visits:
 * CPython does this; do not repair. */
static inline size_t nprand__bisect_right(const double *cumulative, size_t n, double x)
{
    return nprand__bisect_by(nprand__double_is_below, cumulative, n, &x);
}

/* The same among integers, which a double may not hold exactly. */
static inline size_t nprand__bisect_right_int64(const int64_t *cumulative, size_t n, int64_t x)
{
    return nprand__bisect_by(nprand__int64_is_below, cumulative, n, &x);
}

#endif
