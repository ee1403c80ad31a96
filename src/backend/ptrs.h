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

/* Limits of the quick test and of the near test, its margin for logarithms of squares, and an upper
 * bound of z beyond MOST_SD. */
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
 * -s d - 2 k s^3 (1/3 + s^2/5 + s^4/7 + ...) - 1/(12k). This sum has no cancellation.
 *
 * The test compares ln(2 pi k (v / (alpha hat))^2) with 2 z. The squares need no root of k, and s
 * and 1/(12k) share a division. The logarithm does not wait for z, as an exponential of z would.
 *
 * The errors, for k >= 5, s^2 < 0.2 and s d < 8: 1/(360 k^3) < 3e-5 of Stirling's formula, and
 * 2 k s^13 / 13 (1 - s^2) < 2e-4 of the series, since 2 k s^2 = (1 + s) s d is below 12. Both count
 * twice. That of the logarithm is 2e-5. The exact test has terms below 2^26, whose rounding errors
 * are below 2^-22. If both sides differ by more than the margin, the exact test gives the same
 * result.
 *
 * The series is (1 + s) s (1/3 + s^2/5 + ...) > -0.1 times s d. For s d >= 8, z is therefore below
 * -7.2: the test can only reject. */
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
    const double start = -(2.0 * sd + sum * inverse * (1.0 / 6.0));
    const bool near = sd < NPRAND__PTRS_MOST_SD;
    const double twice_z =
        near ? start - nprand__log_series(s2) * (k * s * s2 * 4.0) : 2.0 * NPRAND__PTRS_FAR_Z;
    const double ratio = v * p->inverse_alpha * us2 / (p->a + p->b * us2);
    const double difference = nprand__rough_log(ratio * ratio * (6.283185307179586 * k)) - twice_z;
    if (!(s2 < NPRAND__PTRS_MOST_S2))
        return NPRAND__OPEN;
    if (difference > NPRAND__PTRS_MARGIN)
        return NPRAND__REJECTED;
    return near && difference < -NPRAND__PTRS_MARGIN ? NPRAND__ACCEPTED : NPRAND__OPEN;
}

#endif
