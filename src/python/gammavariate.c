/* SPDX-License-Identifier: BSD-3-Clause
 *
 * gammavariate: gamma variates of shape alpha and scale beta.
 *
 * Sources: R. C. H. Cheng, "The generation of gamma variables with non-integral shape parameter",
 * Applied Statistics 26 (1977), 71-75, for alpha > 1; J. H. Ahrens and U. Dieter, "Computer methods
 * for sampling from gamma, beta, Poisson and binomial distributions", Computing 12 (1974), 223-246,
 * algorithm GS, for alpha < 1.
 */
#include "gammavariate.h"

#include "../distributions/attempts.h"
#include "../distributions/exponential.h"

static const double GAMMAVARIATE_E = 0x1.5bf0a8b145769p+1;
static const double GAMMAVARIATE_LOG_4 = 0x1.62e42fefa39efp+0;
static const double GAMMAVARIATE_SG_MAGIC = 0x1.40859baee748fp+1; /* 1 + ln(4.5) */

/* Cheng's algorithm. Its uniforms U1 and U2 make v = ln(U1 / (1 - U1)) / sqrt(2 alpha - 1), and the
 * candidate alpha exp(v). The test with 4.5 z saves most logarithms of z. */
static double gammavariate_above_1(struct nprand__engine *e, double alpha)
{
    double ainv = sqrt(2.0 * alpha - 1.0);
    double bbb = alpha - GAMMAVARIATE_LOG_4;
    double ccc = alpha + ainv;
    for (double vain = 0.0; vain < NPRAND__MANY_ATTEMPTS; vain++) {
        double u1 = nprand__next_double(e);
        if (!(1e-7 < u1 && u1 < 0.9999999)) /* CPython does this; do not repair */
            continue;
        double u2 = 1.0 - nprand__next_double(e);
        double v = nprand__log(u1 / (1.0 - u1)) / ainv;
        double x = alpha * nprand__exp(v);
        double z = u1 * u1 * u2;
        double r = bbb + ccc * v - x;
        if (r + GAMMAVARIATE_SG_MAGIC - 4.5 * z >= 0.0 || r >= nprand__log(z))
            return x;
    }
    return (double)NAN;
}

/* Algorithm GS. */
static double gammavariate_below_1(struct nprand__engine *e, double alpha)
{
    double b = (GAMMAVARIATE_E + alpha) / GAMMAVARIATE_E;
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

/* A standard exponential. Releases before 3.8 take the logarithm of U in place of 1 - U, and draw U
 * again while it is at most 1e-7. */
static double gammavariate_of_1(struct nprand__engine *e)
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

static inline double draw_gammavariate(struct nprand__engine *e, double alpha)
{
    if (alpha > 1.0)
        return gammavariate_above_1(e, alpha);
    return alpha == 1.0 ? gammavariate_of_1(e) : gammavariate_below_1(e, alpha);
}

double nprand__py_gamma(struct nprand__engine *e, double alpha)
{
    return draw_gammavariate(e, alpha);
}

double nprand_py_gammavariate(nprand_rng *rng, double alpha, double beta)
{
    if (!nprand__accept(rng, nprand__py_check_gamma(alpha, beta)))
        return (double)NAN;
    return draw_gammavariate(nprand__engine_of(rng), alpha) * beta;
}

nprand_status nprand_py_gammavariate_fill(nprand_rng *rng, double alpha, double beta, size_t n,
                                          double *out)
{
    nprand_status parameters = nprand__py_check_gamma(alpha, beta);
    nprand_status status = nprand__check_fill(rng, parameters, n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    for (size_t i = 0; i < n; i++)
        out[i] = draw_gammavariate(e, alpha) * beta;
    return NPRAND_OK;
}
