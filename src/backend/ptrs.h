/* SPDX-License-Identifier: BSD-3-Clause
 *
 * An attempt of PTRS, for Poisson values of means from 10 to 2^20.
 *
 * Source: W. Hoermann, "The transformed rejection method for generating Poisson random variables",
 * Insurance: Mathematics and Economics 12 (1993), 39-45, whose names and constants are used here.
 */
#ifndef NPRAND_BACKEND_PTRS_H
#define NPRAND_BACKEND_PTRS_H

#include "windows.h"

#include <math.h>

/* Limits of the quick test and of the near test, its margin for squares, and an upper bound of z beyond MOST_SD. */
#define NPRAND__PTRS_QUICK_US 0.07
#define NPRAND__PTRS_LEAST_US 0.013
#define NPRAND__PTRS_LEAST_K  5.0
#define NPRAND__PTRS_MOST_S2  0.2
#define NPRAND__PTRS_MOST_SD  8.0
#define NPRAND__PTRS_FAR_Z    (-7.2)
#define NPRAND__PTRS_MARGIN   8e-4

/* Step 0. The paper fitted these constants for lam >= 10. */
static inline struct nprand__envelope nprand__ptrs_envelope(double lam)
{
    struct nprand__envelope p;
    p.lam = lam;
    p.b = 0.931 + 2.53 * sqrt(lam);
    p.a = -0.059 + 0.02483 * p.b;
    p.inverse_alpha = 1.1239 + 1.1328 / (p.b - 3.4);
    p.v_r = 0.9277 - 3.6224 / (p.b - 2.0);
    return p;
}

/* Step 1: the candidate, before it is rounded down. */
static inline double nprand__ptrs_candidate(const struct nprand__envelope *p, double u, double us)
{
    return (2.0 * p->a / us + p->b) * u + p->lam + 0.43;
}

/* The quick test. It accepts only candidates above 0. */
static inline bool nprand__ptrs_is_inside(const struct nprand__envelope *p, double us, double v)
{
    return (us >= NPRAND__PTRS_QUICK_US) & (v <= p->v_r);
}

/* The kernel ptrs_candidates from attempt i on. count open attempts were listed before. */
static inline size_t nprand__more_ptrs_candidates(size_t i, size_t n,
                                                  const struct nprand__envelope *of,
                                                  const double *pairs, size_t count, double *x,
                                                  struct nprand__open_attempts *open)
{
    for (; i < n; i++) {
        const double u = pairs[2 * i] - 0.5, v = pairs[2 * i + 1], us = 0.5 - fabs(u);
        x[i] = nprand__ptrs_candidate(of, u, us);
        open->which[count] = (double)i;
        open->us[count] = us;
        open->v[count] = v;
        count += !nprand__ptrs_is_inside(of, us, v);
    }
    return count;
}

/* Steps 2 and 3 for an attempt that the quick test does not accept, without a logarithm. The paper
 * accepts if ln(v / (alpha hat)) is at most ln of the density at k, where hat = a / us^2 + b.
 *
 * With Stirling's formula, ln(k!) = k ln(k) - k + ln(2 pi k) / 2 + 1/(12k), the density is
 * exp(z) / sqrt(2 pi k), where z = k - lam - k ln(k / lam) - 1/(12k). With d = k - lam and
 * s = d / (k + lam), ln(k / lam) is 2 (s + s^3/3 + s^5/5 + ...), and d - 2 k s is -s d: z is
 * -s d - 2 k s^3 (1/3 + s^2/5 + s^4/7 + ...) - 1/(12k). This sum has no cancellation. exp(z) is the
 * Taylor series of exp(z / 64), to the power of 64.
 *
 * Processors take divisions and roots one after another. The squares of both sides are therefore
 * compared, without the root of k, and s and 1/(12k) share a division. A value of
 * nprand_poisson_each() takes 21.1 ns in place of 22.5.
 *
 * The relative errors, for k >= 5, s^2 < 0.2 and s d < 8: 1/(360 k^3) < 3e-5 of Stirling's
 * formula; 2 k s^13 / 13 (1 - s^2) < 2e-4 of the series, since 2 k s^2 = (1 + s) s d is below 12;
 * and |z|^5 / (120 64^4) < 6e-5 of the exponential, since z is above -10.1. The exact test has
 * terms below 2^26, whose rounding errors are below 2^-22. The errors of the squares are twice as
 * large. If the squares differ by more than the margin, the exact test has the same result.
 *
 * The series is (1 + s) s (1/3 + s^2/5 + ...) > -0.1 times s d. For s d >= 8, z is therefore below
 * -7.2, and the right side below its value there: it can only reject. */
static inline enum nprand__verdict nprand__ptrs_test(const struct nprand__envelope *p, double us,
                                                     double v, double x)
{
    if (x < 0.0 || (us < NPRAND__PTRS_LEAST_US && v > us))
        return NPRAND__REJECTED;
    if (us < NPRAND__PTRS_LEAST_US || x < NPRAND__PTRS_LEAST_K)
        return NPRAND__OPEN;
    const double k = (double)(int64_t)x, d = k - p->lam, sum = k + p->lam;
    const double inverse = 1.0 / (k * sum), s = d * k * inverse;
    const double s2 = s * s, sd = s * d, us2 = us * us;
    const double start = -(sd + sum * inverse * (1.0 / 12.0)) * (1.0 / 64.0);
    const bool near = sd < NPRAND__PTRS_MOST_SD;
    const double w = near ? start - nprand__log_series(s2) * (k * s * s2 * (1.0 / 32.0))
                          : NPRAND__PTRS_FAR_Z / 64.0;
    const double right = (p->a + p->b * us2) * nprand__exp_64(w);
    const double left = v * p->inverse_alpha * us2;
    const double right_square = right * right, left_square = left * left * (6.283185307179586 * k);
    if (!(s2 < NPRAND__PTRS_MOST_S2))
        return NPRAND__OPEN;
    if (left_square * (1.0 - NPRAND__PTRS_MARGIN) > right_square)
        return NPRAND__REJECTED;
    const bool below = left_square * (1.0 + NPRAND__PTRS_MARGIN) < right_square;
    return near && below ? NPRAND__ACCEPTED : NPRAND__OPEN;
}

#endif
