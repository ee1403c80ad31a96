/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Guide tables.
 */
#include "guide.h"

/* The number of elements of cdf that are at most k / K, but a - 1 if all are. First table[k] counts
 * those between (k - 1) / K and k / K. The products and quotients by K, a power of two, are exact.
 */
static void fill_guide(const double *cdf, size_t a, size_t intervals, uint32_t *table)
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
static size_t most_of_guide(const uint32_t *table, size_t intervals, size_t a)
{
    uint32_t most = (uint32_t)(a - 1) - table[intervals - 1];
    for (size_t k = 1; k < intervals; k++) {
        const uint32_t count = table[k] - table[k - 1];
        most = count > most ? count : most;
    }
    return most;
}

/* The table takes less time than it saves from so many searches on. */
static bool guide_is_worth(size_t a, size_t n, size_t intervals)
{
    return n >= a / 16 && n >= intervals / 4 && a <= UINT32_MAX;
}

/* With flushing to zero, a sum may vanish: the cdf is NaN. */
struct nprand__guide nprand__guide_make(const double *cdf, size_t a, size_t n, size_t intervals,
                                        uint32_t *table)
{
    table[0] = 0;
    if (!guide_is_worth(a, n, intervals) || !(cdf[a - 1] > 0.0))
        return (struct nprand__guide){cdf, 1.0, table, a - 1};
    fill_guide(cdf, a, intervals, table);
    const size_t most = most_of_guide(table, intervals, a);
    const uint32_t last = (uint32_t)(a - 1 - most);
    for (size_t k = 0; k < intervals; k++)
        table[k] = table[k] < last ? table[k] : last;
    return (struct nprand__guide){cdf, (double)intervals, table, most};
}

/* Each step takes half of the elements away, for all uniforms before the next step: the loads of
 * the cdf do not wait for each other. No branch depends on a uniform. */
void nprand__guide_search(const struct nprand__guide *g, size_t n, const double *u, int64_t *out)
{
    for (size_t i = 0; i < n; i++)
        out[i] = g->begin[(int32_t)(u[i] * g->intervals)];
    for (size_t half, most = g->most; most > 0; most -= half) {
        half = (most + 1) / 2;
        const double *middle = g->cdf + half - 1;
        for (size_t i = 0; i < n; i++)
            out[i] += middle[out[i]] > u[i] ? 0 : (int64_t)half;
    }
}
