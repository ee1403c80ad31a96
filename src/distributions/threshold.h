/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The test of attempts for gammas of a shape below 1, without a logarithm or a power for nearly all
 * of them.
 *
 * An attempt of nprand__gamma_attempt() takes two uniforms, u and v. It is accepted if X <= E + Y,
 * where X and Y are functions of u, and E = -ln(1 - v). That is v >= t, with the threshold
 * t = 1 - exp(Y - X). With a = shape, the threshold is a function of a and w, on two sides:
 * for u <= 1 - a, w is u / (1 - a), Y is 0, and X = (w (1 - a))^(1/a);
 * above, w is (1 - u) / a, Y = -ln(w), and X = (1 - a + a Y)^(1/a).
 * A table has bounds of the threshold for each 32nd of a and of w. An attempt with v between them
 * is in doubt: 3 % of all attempts.
 */
#ifndef NPRAND_DISTRIBUTIONS_THRESHOLD_H
#define NPRAND_DISTRIBUTIONS_THRESHOLD_H

#include "../backend/windows.h"
#include "../math/tables.h"

/* What the test needs of a shape. */
struct nprand__threshold {
    const uint8_t *bounds; /* in units of 1/256: the lowest one and the highest one */
    double rest;           /* 1 - shape */
    double inverse, inverse_rest;
};

/* The least shape of the table. For smaller ones, rounding would change the threshold by more than
 * the margin of the bounds. */
#define NPRAND__THRESHOLD_LEAST 1e-6

/* For a shape from NPRAND__THRESHOLD_LEAST on and below 1. */
static inline struct nprand__threshold nprand__threshold_prepare(double shape)
{
    const double rest = 1.0 - shape;
    return (struct nprand__threshold){nprand__threshold_table[(int)(shape * 32.0)], rest,
                                      1.0 / shape, 1.0 / rest};
}

/* What the bounds say of an attempt with the uniforms u and v. w is the lower one of both
 * quotients, since the one of the other side is 1 or more. It may be 1. The factor keeps it in the
 * last 32nd. The margin of the bounds, 1e-6, is larger than what the factor and the roundings of
 * the exact test change. */
static inline enum nprand__verdict nprand__threshold_test(const struct nprand__threshold *t,
                                                          double u, double v)
{
    const double left = u * t->inverse_rest, right = (1.0 - u) * t->inverse;
    const double w = left < right ? left : right;
    const int place = (int)(w * (32.0 * (1.0 - 1e-9))), side = u > t->rest;
    const uint8_t *bounds = t->bounds + 2 * (32 * side + place);
    const int unit = (int)(v * 256.0);
    if (unit > bounds[1])
        return NPRAND__ACCEPTED;
    return unit < bounds[0] ? NPRAND__REJECTED : NPRAND__OPEN;
}

#endif
