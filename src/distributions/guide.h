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

/* A guide for n searches in cdf, which has a elements, 1 or more, in ascending order, or all NaN.
 * table has intervals elements, a power of two. A guide for few searches has one interval. */
NPRAND_HIDDEN struct nprand__guide nprand__guide_make(const double *cdf, size_t a, size_t n,
                                                      size_t intervals, uint32_t *table);

/* For each of n uniforms, the first i with cdf[i] > u, or a - 1: searchsorted(cdf, u, 'right'). */
NPRAND_HIDDEN void nprand__guide_search(const struct nprand__guide *g, size_t n, const double *u,
                                        int64_t *out);

#endif
