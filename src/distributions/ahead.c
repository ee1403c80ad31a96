/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Doubles that are read ahead, and the arrivals of the Poisson process that they make.
 */
#include "ahead.h"

double nprand__ahead_further(struct nprand__ahead *a)
{
    nprand__ahead_end(a);
    a->count = nprand__look_ahead(a->e, a->most, a->u);
    a->has_times = false;
    for (size_t i = 0; i < 4 * NPRAND__WINDOW; i++)
        a->u[a->count + i] = 0.5;
    return a->count > 0 ? a->u[a->at++] : nprand__next_double(a->e);
}

/* The times from the next double on. Each -ln(u) is below 42, and the sum of 312 of them is below
 * 2^31 units. The times behind the end are INT32_MAX, which stops each search. */
NPRAND__NOINLINE static void ahead_times(struct nprand__ahead *a)
{
    const size_t n = a->count - a->at;
    int32_t *const time = a->time + a->at;
    nprand__backend()->times(n, a->u + a->at, time);
    for (size_t i = 0; i < NPRAND__ARRIVALS; i++)
        time[n + 1 + i] = INT32_MAX;
    a->has_times = true;
}

/* Counts the times below the end, NPRAND__ARRIVALS at a time, without a branch on each of them: the
 * times ascend. The times up to the arrival behind the end are sums of total + 1 terms, each with
 * an error below 4 units. The margin covers these errors, that of lam, the unit by which lam is
 * rounded, and the errors of exp(-lam) and of a product of uniforms, which are below 2^-40. If the
 * arrivals on both sides of the end are farther from it than the margin, products give the same
 * number. */
int64_t nprand__ahead_arrivals(struct nprand__ahead *a, size_t at, double lam, double error)
{
    if (at >= a->count)
        return -1;
    if (!a->has_times)
        ahead_times(a);
    const int32_t *const time = a->time + at;
    const int32_t end = time[0] + (int32_t)(lam * 0x1p17);
    int32_t total = 0, some;
    do {
        some = 0;
        for (size_t i = 1; i <= NPRAND__ARRIVALS; i++)
            some += time[total + (int32_t)i] < end;
        total += some;
    } while (some == NPRAND__ARRIVALS);
    const int32_t margin = 4 * total + 8 + (int32_t)(error * 0x1p17);
    const bool certain = (at + (size_t)total < a->count) & (end - time[total] > margin) &
                         (time[total + 1] - end > margin);
    if (!certain)
        return -1;
    a->at = at + (size_t)total + 1;
    return total;
}
