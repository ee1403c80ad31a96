/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The polar method on arrays, in portable C; normal.c has the source, and one pair at a time.
 */
#ifndef NPRAND_MATH_POLAR_H
#define NPRAND_MATH_POLAR_H

#include "functions.h"

/* The square root is taken for what is written, so every point is, and the next one over it if it
 * was outside the disc: cheaper than a branch that goes either way. */
static inline size_t nprand__select_more_points(size_t n, const double *u, size_t count,
                                                struct nprand__points *p)
{
    for (size_t i = 0; i < n; i++) {
        double x1 = 2.0 * u[2 * i] - 1.0;
        double x2 = 2.0 * u[2 * i + 1] - 1.0;
        double r2 = x1 * x1 + x2 * x2;
        p->x1[count] = x1;
        p->x2[count] = x2;
        p->r2[count] = r2;
        count += r2 < 1.0 && r2 != 0.0;
    }
    return count;
}

static inline size_t nprand__count_points(size_t n, const double *u)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        double x1 = 2.0 * u[2 * i] - 1.0;
        double x2 = 2.0 * u[2 * i + 1] - 1.0;
        double r2 = x1 * x1 + x2 * x2;
        count += (r2 < 1.0) & (r2 != 0.0);
    }
    return count;
}

/* The pair of point i, of which log_r2 is known. The second normal comes first, as in
 * nprand__gauss(). */
static inline void nprand__normal_pair(double log_r2, const struct nprand__points *p, size_t i,
                                       double *out)
{
    double f = sqrt(-2.0 * log_r2 / p->r2[i]);
    out[2 * i] = f * p->x2[i];
    out[2 * i + 1] = f * p->x1[i];
}

#endif
