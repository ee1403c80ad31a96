/* SPDX-License-Identifier: BSD-3-Clause */
#ifndef NPRAND_DISTRIBUTIONS_KAHAN_H
#define NPRAND_DISTRIBUTIONS_KAHAN_H

#include "../engine/engine.h"

/* The sum of p by which NumPy judges probabilities, with compensation: W. Kahan, "Further remarks
 * on reducing truncation errors", CACM 8 (1965), 40. c is what the last addition lost. */
static inline double nprand__kahan_sum(const double *p, size_t count)
{
    if (count == 0)
        return 0.0;
    double sum = p[0];
    double c = 0.0;
    for (size_t i = 1; i < count; i++) {
        double y = p[i] - c;
        double t = sum + y;
        c = t - sum - y;
        sum = t;
    }
    return sum;
}

#endif
