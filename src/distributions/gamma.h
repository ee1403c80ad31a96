/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Gammas of scale 1, for gamma.c and for the methods that are functions of them.
 */
#ifndef NPRAND_DISTRIBUTIONS_GAMMA_H
#define NPRAND_DISTRIBUTIONS_GAMMA_H

#include "../backend/libm.h"
#include "../backend/polar.h"

#include "ahead.h"

/* What a gamma draw needs of its shape. */
struct nprand__gamma {
    double shape;
    double inverse; /* 1 / shape, for shape < 1 */
    double b, c;    /* shape - 1/3 and 1 / sqrt(9 b), for shape > 1 */
};

NPRAND_HIDDEN struct nprand__gamma nprand__gamma_prepare(double shape);

/* The candidate X of an attempt for a shape below 1, of its first uniform u; inverse is 1 / shape.
 * *y becomes Y, or 0 for u <= 1 - shape. */
static inline double nprand__gamma_candidate(double shape, double inverse, double u, double *y)
{
    double power = u;
    *y = 0.0;
    if (u > 1.0 - shape) {
        *y = -nprand__log((1.0 - u) / shape);
        power = 1.0 - shape + shape * *y;
    }
    return nprand__pow(power, inverse);
}

/* The whole attempt, of the uniforms u and v. *x becomes X, which is accepted if X <= E + Y, where
 * E = -ln(1 - v). */
static inline bool nprand__gamma_attempt(double shape, double inverse, double u, double v,
                                         double *x)
{
    double y;
    *x = nprand__gamma_candidate(shape, inverse, u, &y);
    return *x <= -nprand__log(1.0 - v) + y;
}

/* Whether an attempt for a shape b + 1/3 above 1 is accepted, of a normal x, v = (1 + c x)^3 and a
 * uniform u. The exact test is ln(u) < h with h = x^2/2 + b - b v + b ln(v). Two squeezes accept
 * most attempts without a logarithm: first that of ../backend/polar.h, then that of section 3 of
 * the paper, with 0.0331. The first one leaves 1 attempt in 80 of shape 5, the second one alone
 * leaves 1 in 10. */
static inline bool nprand__gamma_accepts(double b, double x, double v, double u)
{
    if (nprand__gamma_squeeze(b, x, v, u))
        return true;
    if (u < 1.0 - 0.0331 * (x * x) * (x * x))
        return true;
    return nprand__log(u) < 0.5 * x * x + b * (1.0 - v + nprand__log(v));
}

/* One gamma, of doubles from nprand__next_of(). A negative shape gives NaN: in
 * noncentral_chisquare, a sum of longs that wraps can give such a shape. */
NPRAND_HIDDEN double nprand__gamma_of(struct nprand__engine *e, struct nprand__ahead *a,
                                      const struct nprand__gamma *g);
static inline double nprand__gamma_draw(struct nprand__engine *e, const struct nprand__gamma *g)
{
    return nprand__gamma_of(e, NULL, g);
}

/* Makes some of n > 0 gammas: as many as one round gives, at most NPRAND__ATTEMPTS. Returns how
 * many. The first function is for shapes above 1, b[0] + 1/3, b[1] + 1/3, ..., with the c that
 * nprand__gamma_prepare() makes; the second one is for one shape of 0 to 1. */
NPRAND_HIDDEN size_t nprand__some_gammas_above_one(struct nprand__engine *e, const double *b,
                                                   const double *c, size_t n, double *out);
NPRAND_HIDDEN size_t nprand__some_gammas_to_one(struct nprand__engine *e,
                                                const struct nprand__gamma *g, size_t n,
                                                double *out);

#endif
