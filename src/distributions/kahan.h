/* SPDX-License-Identifier: BSD-3-Clause
 *
 * A sum with compensation, by which NumPy checks that probabilities add up to 1.
 *
 * Source: W. Kahan, "Further remarks on reducing truncation errors", CACM 8 (1965), 40. The sum
 * begins with the first number, not with 0: NumPy does this; do not repair.
 */
#ifndef NPRAND_DISTRIBUTIONS_KAHAN_H
#define NPRAND_DISTRIBUTIONS_KAHAN_H

#include "../internal.h"

/* c: what the last addition lost by rounding. */
struct nprand__kahan {
    double sum, c;
};

static inline void nprand__kahan_add(struct nprand__kahan *k, double x)
{
    double y = x - k->c;
    double t = k->sum + y;
    k->c = t - k->sum - y;
    k->sum = t;
}

static inline double nprand__kahan_sum(const double *p, size_t count)
{
    if (count == 0)
        return 0.0;
    struct nprand__kahan k = {p[0], 0.0};
    for (size_t i = 1; i < count; i++)
        nprand__kahan_add(&k, p[i]);
    return k.sum;
}

#endif
