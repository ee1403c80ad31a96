/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The search in cumulative sums by which weighted draws find their index.
 */
#ifndef NPRAND_MATH_BISECT_H
#define NPRAND_MATH_BISECT_H

#include "../float.h"

#include <stddef.h>

/* The index of the first of n elements that is above x, n if none is: bisect_right() of Python,
 * searchsorted(cumulative, x, 'right') of NumPy. Sums of negative weights are not in ascending
 * order. The result then depends on the order of the comparisons, and CPython's order is this one. */
static inline size_t nprand__bisect_right(const double *cumulative, size_t n, double x)
{
    size_t low = 0;
    size_t high = n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (x < cumulative[middle])
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

#endif
