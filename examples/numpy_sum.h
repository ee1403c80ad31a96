/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The sum of an array of doubles as NumPy computes it. NumPy adds in pairs, not one value after
 * another. The order decides the last bits of the sum. (Negative zeros alone have the sum 0.0 in
 * NumPy, and can have the sum -0.0 here.)
 */
#ifndef NUMPY_SUM_H
#define NUMPY_SUM_H

#include <stddef.h>

/* x.sum() for a contiguous array of n doubles: of NumPy 2.3 and later, and for n of at most 8192 of
 * every NumPy. */
static double numpy_sum(const double *x, size_t n)
{
    if (n > 128) {
        size_t half = n / 2 - n / 2 % 8;
        return numpy_sum(x, half) + numpy_sum(x + half, n - half);
    }
    double sum = 0.0;
    size_t i = 0;
    if (n >= 8) {
        double part[8] = {x[0], x[1], x[2], x[3], x[4], x[5], x[6], x[7]};
        for (i = 8; i + 8 <= n; i += 8)
            for (size_t j = 0; j < 8; j++)
                part[j] += x[i + j];
        sum = ((part[0] + part[1]) + (part[2] + part[3])) +
              ((part[4] + part[5]) + (part[6] + part[7]));
    }
    for (; i < n; i++)
        sum += x[i];
    return sum;
}

/* x.sum() before NumPy 2.3: blocks of 8192 doubles, one after another. */
static inline double numpy_sum_before_2_3(const double *x, size_t n)
{
    double sum = 0.0;
    for (size_t i = 0; i < n; i += 8192)
        sum += numpy_sum(x + i, n - i < 8192 ? n - i : 8192);
    return sum;
}

#endif
