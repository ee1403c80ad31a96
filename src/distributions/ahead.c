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
    return a->count > 0 ? a->u[a->at++] : nprand__next_double(a->e);
}

/* -ln(u) in units of 2^-17, with an error below 4 units. With u = 2^k z and s = (z - 1) / (z + 1),
 * ln(u) = k ln 2 + 2 (s + s^3/3 + s^5/5 + s^7/7 + ...). z is between sqrt(1/2) and sqrt(2): |s| is
 * below 0.172, and the terms that are left out are below 2^-24. The floats are below 2^23 units.
 * The sum of their rounding errors is below 3 units, in any direction of rounding.
 *
 * Adding 2^-60 makes the logarithm of u = 0 finite. It changes a u above 2^-37 by less than a float
 * is rounded. For smaller u, -ln(u) is above 25 with 2^-60 and without it, which is farther than
 * any time lam < 10: such a uniform always ends a value. */
static inline int32_t ahead_minus_log(double u)
{
    const int32_t sqrt_half = 0x3f3504f3; /* bits of the float sqrt(1/2) */
    const float x = (float)(u + 0x1p-60);
    int32_t bits;
    memcpy(&bits, &x, sizeof bits);
    const int32_t exponent = (bits - sqrt_half) & ~0x7fffff;
    bits -= exponent;
    float z;
    memcpy(&z, &bits, sizeof z);
    const float s = (z - 1.0f) / (z + 1.0f), s2 = s * s;
    float series = s2 * (1.0f / 7.0f) + 1.0f / 5.0f;
    series = series * s2 + 1.0f / 3.0f;
    series = series * s2 + 1.0f;
    const float ln_2 = 90852.1319f / 0x1p23f, two = 262144.0f;
    return -(int32_t)((float)exponent * ln_2 + series * s * two);
}

/* The times from the next double on. Each -ln(u) is below 42, and the sum of 312 of them is below
 * 2^31 units. The times behind the end are INT32_MAX, which stops each search. */
NPRAND__NOINLINE static void ahead_times(struct nprand__ahead *a)
{
    const size_t n = a->count - a->at;
    const double *const u = a->u + a->at;
    int32_t *const e = a->time + a->at + 1;
    for (size_t i = 0; i < n; i++)
        e[i] = ahead_minus_log(u[i]);
    int32_t time = 0;
    a->time[a->at] = time;
    for (size_t i = 0; i < n; i++) {
        time += e[i];
        e[i] = time;
    }
    for (size_t i = 0; i < NPRAND__ARRIVALS; i++)
        e[n + i] = INT32_MAX;
    a->has_times = true;
}

/* Counts the times below the end, NPRAND__ARRIVALS at a time, without a branch on each of them: the
 * times ascend. The times up to the arrival behind the end are sums of total + 1 terms, each with
 * an error below 4 units. The margin covers these errors, the unit by which lam is rounded, and the
 * errors of exp(-lam) and of a product of uniforms, which are below 2^-40. If the arrivals on both
 * sides of the end are farther from it than the margin, products give the same number. */
int64_t nprand__ahead_arrivals(struct nprand__ahead *a, double lam)
{
    if (a->at == a->count)
        return -1;
    if (!a->has_times)
        ahead_times(a);
    const int32_t *const time = a->time + a->at;
    const int32_t end = time[0] + (int32_t)(lam * 0x1p17);
    int32_t total = 0, some;
    do {
        some = 0;
        for (size_t i = 1; i <= NPRAND__ARRIVALS; i++)
            some += time[total + (int32_t)i] < end;
        total += some;
    } while (some == NPRAND__ARRIVALS);
    const int32_t margin = 4 * total + 8;
    const bool certain = (a->at + (size_t)total < a->count) & (end - time[total] > margin) &
                         (time[total + 1] - end > margin);
    if (!certain)
        return -1;
    a->at += (size_t)total + 1;
    return total;
}
