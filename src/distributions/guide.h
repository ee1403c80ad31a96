/* SPDX-License-Identifier: BSD-3-Clause
 *
 * A guide table for searches in a cumulative distribution function. It divides [0, 1) into
 * intervals of one width, and has for each of them the index at which a search for a uniform of
 * the interval begins. The interval with the most elements decides how many steps all searches
 * take: a number of steps that changes would be mispredicted, which takes more time than a step.
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
    size_t most;           /* an index is on begin[k]..begin[k] + most */
};

/* The number of elements of cdf that are at most k / K, but a - 1 if all are. First table[k] counts
 * those between (k - 1) / K and k / K. The products and quotients by K, a power of two, are exact.
 */
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

/* The most elements of an interval. */
static inline size_t nprand__most_of_guide(const uint32_t *table, size_t intervals, size_t a)
{
    uint32_t most = (uint32_t)(a - 1) - table[intervals - 1];
    for (size_t k = 1; k < intervals; k++) {
        const uint32_t count = table[k] - table[k - 1];
        most = count > most ? count : most;
    }
    return most;
}

/* The table takes less time than it saves from so many searches on. */
static inline bool nprand__guide_is_worth(size_t a, size_t n, size_t intervals)
{
    return n >= a / 16 && n >= intervals / 4 && a <= UINT32_MAX;
}

/* A guide for n searches in cdf, which has a elements, 1 or more, in ascending order, or all NaN:
 * with flushing to zero, their sum may vanish. table has intervals elements, a power of two. A
 * guide for few searches has one interval. */
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

enum { NPRAND__SEARCHES = 256 }; /* the most at a time */

/* For each of n uniforms, the first i with cdf[i] > u, or a - 1: searchsorted(cdf, u, 'right').
 * Each step takes half of the elements away, for all uniforms before the next step: the loads of
 * the cdf, which stand in a loop of their own, do not wait for each other. No branch depends on a
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
