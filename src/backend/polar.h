/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The polar method for one attempt: the point, and the pair of normals of a point. All backends
 * give these bits. distributions/polar.c fills arrays with the kernels of the backend.
 *
 * Source: G. Marsaglia and T. A. Bray, "A convenient method for generating normal variables", SIAM
 * Review 6 (1964), 260-264.
 */
#ifndef NPRAND_BACKEND_POLAR_H
#define NPRAND_BACKEND_POLAR_H

#include "backend.h"

struct nprand__point {
    double x1, x2, r2;
    bool inside; /* inside the unit disc, and not its centre */
};

/* (x1, x2) is uniform in the square from -1 to 1. 2U is exact, and 2U - 1 is exact. */
static inline struct nprand__point nprand__point(double u1, double u2)
{
    double x1 = 2.0 * u1 - 1.0;
    double x2 = 2.0 * u2 - 1.0;
    double square1 = x1 * x1;
    double square2 = x2 * x2;
    double r2 = square1 + square2;
    return (struct nprand__point){x1, x2, r2, (bool)((r2 < 1.0) & (r2 != 0.0))};
}

/* f = sqrt(-2 ln(r2) / r2). Then f x1 and f x2 are independent standard normals. */
static inline double nprand__polar_factor(double log_r2, double r2)
{
    return sqrt(-2.0 * log_r2 / r2);
}

/* Every point is written. The next point overwrites a point outside the disc, which takes less time
 * than a branch on a random condition. */
static inline size_t nprand__select_more_points(size_t n, const double *u, size_t count,
                                                struct nprand__points *p)
{
    for (size_t i = 0; i < n; i++) {
        struct nprand__point point = nprand__point(u[2 * i], u[2 * i + 1]);
        p->x1[count] = point.x1;
        p->x2[count] = point.x2;
        p->r2[count] = point.r2;
        count += point.inside;
    }
    return count;
}

#endif
