/* SPDX-License-Identifier: BSD-3-Clause
 *
 * gammavariate, betavariate.
 *
 * Sources: R. C. H. Cheng, "The generation of gamma variables with non-integral shape parameter",
 * Applied Statistics 26 (1977), 71-75; J. H. Ahrens and U. Dieter (1974), algorithm GS.
 */
#include "python.h"

#include "../distributions/check.h"
#include "../distributions/exponential.h"
#include "../distributions/method.h"

static const double E = 0x1.5bf0a8b145769p+1;
static const double LOG_4 = 0x1.62e42fefa39efp+0;
static const double SG_MAGIC = 0x1.40859baee748fp+1; /* 1 + log(4.5) */

/* Where the root of 2 alpha - 1 is NaN or infinite, CPython never accepts a value. */
static nprand_status check_gamma(double alpha, double beta)
{
    if (alpha <= 0.0 || beta <= 0.0)
        return NPRAND_PY_GAMMA_NOT_POSITIVE;
    return isfinite(2.0 * alpha - 1.0) ? NPRAND_OK : NPRAND_PY_NEVER_RETURNS;
}

static double draw_above_1(struct nprand__engine *e, double alpha)
{
    double ainv = sqrt(2.0 * alpha - 1.0);
    double bbb = alpha - LOG_4;
    double ccc = alpha + ainv;
    for (double vain = 0.0; vain < NPRAND__MANY_ATTEMPTS; vain++) {
        double u1 = nprand__next_double(e);
        if (!(1e-7 < u1 && u1 < 0.9999999))
            continue;
        double u2 = 1.0 - nprand__next_double(e);
        double v = nprand__log(u1 / (1.0 - u1)) / ainv;
        double x = alpha * nprand__exp(v);
        double z = u1 * u1 * u2;
        double r = bbb + ccc * v - x;
        if (r + SG_MAGIC - 4.5 * z >= 0.0 || r >= nprand__log(z))
            return x;
    }
    return (double)NAN;
}

static double draw_below_1(struct nprand__engine *e, double alpha)
{
    double b = (E + alpha) / E;
    for (double vain = 0.0; vain < NPRAND__MANY_ATTEMPTS; vain++) {
        double p = b * nprand__next_double(e);
        double x, limit;
        if (p <= 1.0) {
            x = nprand__pow(p, 1.0 / alpha);
            limit = nprand__exp(-x);
        } else {
            x = -nprand__log((b - p) / alpha);
            limit = nprand__pow(x, alpha - 1.0);
        }
        if (nprand__next_double(e) <= limit)
            return x;
    }
    return (double)NAN;
}

/* Before 3.8 the uniform itself, if it is above 1e-7, in place of its distance from 1. */
static double draw_1(struct nprand__engine *e)
{
    if (e->python >= NPRAND__PYTHON(3, 8))
        return nprand__standard_exponential(e);
    for (double vain = 0.0; vain < NPRAND__MANY_ATTEMPTS; vain++) {
        double u = nprand__next_double(e);
        if (u > 1e-7)
            return -nprand__log(u);
    }
    return (double)NAN;
}

static double draw_gamma(struct nprand__engine *e, double alpha, double beta)
{
    if (alpha > 1.0)
        return draw_above_1(e, alpha) * beta;
    if (alpha == 1.0)
        return draw_1(e) * beta;
    return draw_below_1(e, alpha) * beta;
}

NPRAND__DEFINE_DOUBLE(py_gammavariate, (nprand_rng * rng, double alpha, double beta),
                      check_gamma(alpha, beta), draw_gamma(e, alpha, beta))

/* If the first is 0, the second is not drawn. */
static double draw_beta(struct nprand__engine *e, double alpha, double beta)
{
    double y = draw_gamma(e, alpha, 1.0);
    if (y == 0.0)
        return 0.0;
    return y / (y + draw_gamma(e, beta, 1.0));
}

NPRAND__DEFINE_DOUBLE(py_betavariate, (nprand_rng * rng, double alpha, double beta),
                      nprand__both(check_gamma(alpha, 1.0), check_gamma(beta, 1.0)),
                      draw_beta(e, alpha, beta))
