/* SPDX-License-Identifier: BSD-3-Clause
 *
 * A guide table for searches in a cumulative distribution function. It divides [0, 1) into
 * intervals of one width. For each interval, it has the index at which the search for a uniform in
 * this interval begins. All searches take the same number of steps, that of the interval with the
 * most elements: the processor would mispredict a number of steps that changes from search to
 * search, and a misprediction takes more time than a step.
 *
 * Source: H. C. Chen and Y. Asau, "On generating random variates from an empirical distribution",
 * AIIE Transactions 6 (1974), 163-166.
 */
#ifndef NPRAND_DISTRIBUTIONS_GUIDE_H
#define NPRAND_DISTRIBUTIONS_GUIDE_H

#include "../internal.h"

struct nprand__guide {
    const double *cdf;
    double intervals;      /* a power of two */
    const uint32_t *begin; /* of each interval */
    size_t most;           /* the index for interval k is on begin[k]..begin[k] + most */
};

/* table[k] becomes the number of elements of cdf that are at most k / K, where K is the number of
 * intervals. The last element is not counted: no index is above a - 1. At first, table[k] counts
 * the elements above (k - 1) / K and up to k / K. K is a power of two: products and quotients by K
 * are exact. */
static inline void nprand__fill_guide(const double *cdf, size_t a, size_t intervals,
                                      uint32_t *table)
{
    const double scale = (double)intervals, last = (double)(intervals - 1) / scale;
    memset(table, 0, intervals * sizeof *table);
    for (size_t i = 0; i + 1 < a && cdf[i] <= last; i++) {
        const double x = cdf[i] * scale;
        const uint32_t floor_of_x = (uint32_t)x;
        table[floor_of_x + (floor_of_x < x)]++;
    }
    for (size_t k = 1; k < intervals; k++)
        table[k] += table[k - 1];
}

/* The number of elements in the interval that has most of them. */
static inline size_t nprand__most_of_guide(const uint32_t *table, size_t intervals, size_t a)
{
    uint32_t most = (uint32_t)(a - 1) - table[intervals - 1];
    for (size_t k = 1; k < intervals; k++) {
        const uint32_t count = table[k] - table[k - 1];
        most = count > most ? count : most;
    }
    return most;
}

/* Whether n searches save more time than the table takes, which grows with its elements and
 * intervals. The indices of the table have 32 bits. */
static inline bool nprand__guide_is_worth(size_t a, size_t n, size_t intervals)
{
    return n >= a / 16 && n >= intervals / 4 && a <= UINT32_MAX;
}

/* A guide for n searches in cdf. cdf has a >= 1 elements in ascending order. All of them are NaN if
 * their sum is 0, which can happen with flush-to-zero. table has room for intervals elements, a
 * power of two. A guide for few searches has one interval. */
static inline struct nprand__guide nprand__guide_make(const double *cdf, size_t a, size_t n,
                                                      size_t intervals, uint32_t *table)
{
    table[0] = 0;
    if (!nprand__guide_is_worth(a, n, intervals) || !(cdf[a - 1] > 0.0))
        return (struct nprand__guide){cdf, 1.0, table, a - 1};
    nprand__fill_guide(cdf, a, intervals, table);
    const size_t most = nprand__most_of_guide(table, intervals, a);
    const uint32_t last = (uint32_t)(a - 1 - most);
    for (size_t k = 0; k < intervals; k++)
        table[k] = table[k] < last ? table[k] : last;
    return (struct nprand__guide){cdf, (double)intervals, table, most};
}

enum { NPRAND__SEARCHES = 256 }; /* searches at a time, at most */

/* For each of n uniforms, the first i with cdf[i] > u, or a - 1: searchsorted(cdf, u, 'right').
 * A step halves the elements that are left. Each step is made for all uniforms before the next one:
 * the loads from cdf, in a loop of their own, do not wait for each other. No branch depends on a
 * uniform. */
static inline void nprand__guide_search(const struct nprand__guide *g, size_t n, const double *u,
                                        int64_t *out)
{
    double middle[NPRAND__SEARCHES];
    for (size_t i = 0; i < n; i++)
        out[i] = g->begin[(int32_t)(u[i] * g->intervals)];
    for (size_t half, most = g->most; most > 0; most -= half) {
        half = (most + 1) / 2;
        for (size_t i = 0; i < n; i++)
            middle[i] = g->cdf[(size_t)out[i] + half - 1];
        for (size_t i = 0; i < n; i++)
            out[i] += middle[i] > u[i] ? 0 : (int64_t)half;
    }
}

#endif
