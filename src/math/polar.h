/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The polar method in portable C; normal.c has the source.
 */
#ifndef NPRAND_MATH_POLAR_H
#define NPRAND_MATH_POLAR_H

#include "functions.h"

struct nprand__point {
    double x1, x2, r2;
    bool inside; /* of the unit disc, and not its centre */
};

/* The point of one attempt. 2U is exact, and so is 2U - 1. */
static inline struct nprand__point nprand__point(double u1, double u2)
{
    double x1 = 2.0 * u1 - 1.0;
    double x2 = 2.0 * u2 - 1.0;
    double square1 = x1 * x1;
    double square2 = x2 * x2;
    double r2 = square1 + square2;
    return (struct nprand__point){x1, x2, r2, (r2 < 1.0) & (r2 != 0.0)};
}

/* Every point is written, and the next one over it if it was outside the disc: cheaper than a
 * branch that goes either way. */
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
