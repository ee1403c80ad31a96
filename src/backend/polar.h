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

/* In each row of bits that are set, keeps the first one, the third one and so on. A row that begins
 * at an even bit is known by a sum: adding its first bit clears the row, and sets the bit behind
 * it. Source: G. Langdale and D. Lemire, "Parsing gigabytes of JSON per second", The VLDB Journal
 * 28 (2019), 941-960. */
static inline uint32_t nprand__every_second(uint32_t bits)
{
    const uint32_t even = 0x55555555, first = bits & ~(bits << 1);
    const uint32_t sum = bits + (first & even);
    return (bits & ~sum & even) | (bits & sum & ~even);
}

/* The kernel points_and_uniforms from unit i on, which is an attempt. count points were made before.
 * Whether each unit would be a point is computed before it is known which units are attempts: the
 * loop over the units then waits for no arithmetic. */
static inline size_t nprand__more_points_and_uniforms(size_t i, size_t n, const double *u,
                                                      size_t count, struct nprand__points *p,
                                                      double *v, bool *more)
{
    unsigned char inside[NPRAND__MAX_POINTS];
    for (size_t k = i; k < n; k++)
        inside[k] = nprand__point(u[2 * k], u[2 * k + 1]).inside;
    for (; i < n; i += 1 + (size_t)inside[i]) {
        const struct nprand__point point = nprand__point(u[2 * i], u[2 * i + 1]);
        p->x1[count] = point.x1;
        p->x2[count] = point.x2;
        p->r2[count] = point.r2;
        v[2 * count] = u[2 * i + 2];
        v[2 * count + 1] = u[2 * i + 3];
        count += inside[i];
    }
    *more = i > n;
    return count;
}

/* The factor of a normal in a gamma of a shape b + 1/3 above 1. It is (1/3) / sqrt(b) in the paper
 * that gamma.c names. NumPy's form rounds to other bits: do not repair. */
static inline double nprand__gamma_c(double b)
{
    return 1.0 / sqrt(9.0 * b);
}

/* A squeeze for a gamma of a shape b + 1/3 above 1, of a normal x, v = (1 + c x)^3 and a uniform u.
 * The exact test is ln(u) < h with h = x^2/2 + b - b v + b ln(v). Let c^2 / 6 = 1 / (54 b).
 *
 * With t = c x, b = 1 / (9 c^2) and v = (1 + t)^3, the terms of h up to t^3 cancel, and
 * -12 h / (c^2 x^4) is 4 times the integral of w^3 / (1 + t w) for w from 0 to 1. It falls with t,
 * and is below 2 at t = -0.6. For t >= -0.6, where v >= 0.064, h is therefore above -c^2 x^4 / 6. As
 * ln(u) <= u - 1, an attempt with u < 1 - c^2 x^4 / 6 is accepted. The margin of 1e-8 is above the
 * rounding of the exact test for b < 1e5. */
#define NPRAND__SQUEEZE_LEAST_V 0.0641
#define NPRAND__SQUEEZE_MOST_B  1e5
#define NPRAND__SQUEEZE_MOST_U  (1.0 - 1e-8)
static inline bool nprand__gamma_squeeze(double b, double x, double v, double u)
{
    const double x2 = x * x;
    return (x2 * x2 < 54.0 * b * (NPRAND__SQUEEZE_MOST_U - u)) & (v > NPRAND__SQUEEZE_LEAST_V) &
           (b < NPRAND__SQUEEZE_MOST_B);
}

#endif
