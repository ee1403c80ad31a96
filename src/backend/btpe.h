/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The set-up of BTPE, and its test of a candidate for binomial values of a mean above 30 and fewer
 * than 2^23 trials.
 *
 * Source: V. Kachitvichyanukul and B. W. Schmeiser, "Binomial random variate generation", CACM 31
 * (1988), 216-222, whose names are used here.
 */
#ifndef NPRAND_BACKEND_BTPE_H
#define NPRAND_BACKEND_BTPE_H

#include "windows.h"

#include <math.h>

/* An envelope of a triangle (p1), parallelograms (p2) and exponential tails (p3, p4). */
struct nprand__hat {
    double p1, p2, p3, p4, xm, xl, xr, c, laml, lamr;
};

/* a (1 + a/2), for the slope of an exponential tail. */
static inline double nprand__btpe_slope(double a)
{
    return a * (1.0 + a / 2.0);
}

/* Step 0. The paper fitted the constants of p1 and c. fm, its integer m and the half-integer p1
 * come in, since the callers round down in different ways. */
static inline struct nprand__hat nprand__btpe_hat(double r, double q, double fm, double m,
                                                  double p1)
{
    struct nprand__hat h;
    h.p1 = p1;
    h.xm = m + 0.5;
    h.xl = h.xm - h.p1;
    h.xr = h.xm + h.p1;
    h.c = 0.134 + 20.5 / (15.3 + m);
    h.laml = nprand__btpe_slope((fm - h.xl) / (fm - h.xl * r));
    h.lamr = nprand__btpe_slope((h.xr - fm) / (h.xr * q));
    h.p2 = h.p1 * (1.0 + 2.0 * h.c);
    h.p3 = h.p2 + h.c / h.laml;
    h.p4 = h.p3 + h.c / h.lamr;
    return h;
}

/* What p1 is rounded down from. */
static inline double nprand__btpe_width(double n, double r, double q)
{
    return 2.195 * sqrt(n * r * q) - 4.6 * q;
}

/* Limits of the test, its margin, and an upper bound of z beyond MOST_MAIN. */
#define NPRAND__BTPE_MOST_S2   0.2
#define NPRAND__BTPE_MOST_MAIN 8.0
#define NPRAND__BTPE_FAR_Z     (-7.1)
#define NPRAND__BTPE_SIGNS     0.36
#define NPRAND__BTPE_MARGIN    1e-3

/* Step 5: v is compared with f(y) / f(m), 0 <= y <= n. With a = y + 1/2, b = n - y + 1/2 and
 * Stirling's formula at half integers, ln(y!) = a ln(a) - a + ln(2 pi) / 2 - 1/(24a) + 7/(2880a^3),
 * ln(f(y) / f(m)) is z = g(m) - g(y), where
 *
 *   g(y) = a ln(a / mean) + b ln(b / rest) - 1/(24a) - 1/(24b)
 *
 * with mean = (n + 1) r and rest = (n + 1) q, whose sum is a + b. With delta = a - mean,
 * s = delta / (a + mean) and t = -delta / (b + rest), the logarithms are 2 (s + s^3/3 + ...) and
 * 2 (t + t^3/3 + ...). As 2 a s is delta (1 + s) and 2 b t is -delta (1 + t), the main term of g(y)
 * is delta (s - t): no large terms cancel. top is g(m), of its main term and with mean and rest in
 * place of a and b in the last terms.
 *
 * The errors of z, for mean > 30, rest > 30, s^2 and t^2 < 0.2 and a main term below 8: 2e-4 of
 * both series (see ptrs.h; s and t are not both large), 2e-4 of 1/a = 2 / ((a + mean) (1 + s)), for
 * which 1 - s + s^2 is taken, 1e-4 of top, and 1e-5 of Stirling's formula. ln(v) is compared with
 * z. Its error is 2e-5. The margin is 1e-3.
 *
 * NumPy computes f(y) / f(m) by its recursion for k = |y - m| <= 20 and for k >= V/2 - 1, V = n r
 * q, with a far smaller error. For other k, it compares ln(v) with bounds t - rho and t + rho of
 * the true logarithm, and between them with the final test of step 5.3. Its corrections of
 * Stirling's formula all have the sign +, and the constant 13680 in place of 13860. They are above
 * the true ones by more than 0 and less than 2 (1/12x + 1/12w), x = y + 1 and w = n - y + 1. This
 * is less than a third of last = (1/a + 1/b) / 2, and below 0.02: z + 0.36 last is above NumPy's
 * logarithm.
 * With a long of 32 bits, k^2 would wrap from 46341 on. Attempts of fewer than 2^23 trials have a k
 * below 28000: the tails end near 19 standard deviations.
 *
 * Each series is above -0.1 times its part of the main term. If that is 8 or more, z is below -7.1:
 * the test can only reject. */
static inline enum nprand__verdict nprand__btpe_test(const struct nprand__btpes *p, size_t i,
                                                     double y, double v)
{
    const double a = y + 0.5, b = p->n[i] - y + 0.5, delta = a - p->mean[i];
    const double am = a + p->mean[i], br = b + p->rest[i], inverse = 1.0 / (am * br);
    const double s = delta * inverse * br, t = -(delta * inverse * am), s2 = s * s, t2 = t * t;
    const double main = delta * (s - t);
    const double more =
        a * (s * s2) * nprand__log_series(s2) + b * (t * t2) * nprand__log_series(t2);
    const double last = inverse * (br * (1.0 - s + s2) + am * (1.0 - t + t2));
    const double z = p->top[i] - main - 2.0 * more + last * (1.0 / 12.0);
    const bool near = main < NPRAND__BTPE_MOST_MAIN;
    const double difference = nprand__rough_log(v) - (near ? z : NPRAND__BTPE_FAR_Z);
    if (!(s2 < NPRAND__BTPE_MOST_S2 && t2 < NPRAND__BTPE_MOST_S2))
        return NPRAND__OPEN;
    if (difference > NPRAND__BTPE_MARGIN + last * NPRAND__BTPE_SIGNS)
        return NPRAND__REJECTED;
    return near && difference < -NPRAND__BTPE_MARGIN ? NPRAND__ACCEPTED : NPRAND__OPEN;
}

#endif
