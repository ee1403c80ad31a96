/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The test of an attempt of vonmises, for kappa from 1e-8 to 1e8.
 *
 * Source: D. J. Best and N. I. Fisher, "Efficient simulation of the von Mises distribution",
 * Applied Statistics 28 (1979), 152-157.
 */
#ifndef NPRAND_BACKEND_VONMISES_H
#define NPRAND_BACKEND_VONMISES_H

#include "windows.h"

#include <math.h>

/* The limit of y, and the margins of the test and of the comparison before it. */
#define NPRAND__VONMISES_MOST_Y 8.0
#define NPRAND__VONMISES_MARGIN 2e-5
#define NPRAND__VONMISES_QUICK  3e-5

#define NPRAND__PI 0x1.921fb54442d18p+1

/* cos(pi u) for 0 <= u < 1, with an error below 1e-7: the Taylor series of x = sin(pi (1/2 - u)).
 * It ends with a term of the sign of -x: its absolute value is below 1 by more than 5e-8. */
static inline double nprand__cos_of_turn(double u)
{
    const double x = NPRAND__PI * (0.5 - u), x2 = x * x;
    const double sum = 1.0 / 362880.0 - x2 * (1.0 / 39916800.0);
    return x * (1.0 - x2 * (1.0 / 6.0 - x2 * (1.0 / 120.0 - x2 * (1.0 / 5040.0 - x2 * sum))));
}

/* Whether an attempt is accepted. z is the approximate cosine. The exact test compares V with
 * y exp(1 - y), y = kappa (s - w). In real numbers, y is product / (s + z) with
 * product = kappa (s^2 - 1), and by the formula of the envelope, product equals s: it is above 1.
 * Where rounding has changed s, product is still above 1/2. s + z is above 5e-8.
 *
 * The errors of y exp(1 - y), for y < 8. That of the cosine changes y by y^2 / product times as
 * much: below 6e-7. The exact test rounds w to (1 + y) 3e-16, and multiplies s - w by kappa: below
 * 1e-7 for kappa up to 1e8. The approximate exponential has a relative error of
 * |1 - y|^5 / (120 64^4), and changes y exp(1 - y) by less than 1e-7. The margin is larger than all
 * of them. One attempt in 10 000 is within it.
 *
 * y exp(1 - y) falls for y > 1. For y >= 8 it is below its value at 8: the test can only reject.
 *
 * The lower bound y (2 - y) is compared first: the processor then knows sooner which attempt is
 * next. Its margin is larger. What it accepts, the test without it accepts too. */
static inline enum nprand__verdict nprand__vonmises_test(double s, double product, double z,
                                                         double v)
{
    const double ratio = product / (s + z);
    if (ratio * (2.0 - ratio) > v + NPRAND__VONMISES_QUICK)
        return NPRAND__ACCEPTED;
    const bool near = ratio < NPRAND__VONMISES_MOST_Y;
    const double y = near ? ratio : NPRAND__VONMISES_MOST_Y;
    const double distance = y * nprand__exp_64((1.0 - y) * (1.0 / 64.0)) - v;
    if (distance < -NPRAND__VONMISES_MARGIN)
        return NPRAND__REJECTED;
    return near && distance > NPRAND__VONMISES_MARGIN ? NPRAND__ACCEPTED : NPRAND__OPEN;
}

/* An accepted attempt of the first uniform u, whose third uniform gives the sign: u with this sign.
 * There is no branch, which the processor would mispredict half of the time. */
static inline double nprand__vonmises_signed(double u, double third)
{
    return copysign(u, third - 0.5);
}

#endif
