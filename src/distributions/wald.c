/* SPDX-License-Identifier: BSD-3-Clause
 *
 * wald: the inverse Gaussian distribution.
 *
 * Source: J. R. Michael, W. R. Schucany and R. W. Haas, "Generating random variates using
 * transformations with multiple roots", The American Statistician 30 (1976), 88-90.
 */
#include "check.h"
#include "polar.h"

/* With Y = G^2, a chi-square of one degree of freedom, the equation
 * scale (X - mean)^2 / (mean^2 X) = Y has two roots: the smaller one is
 * x = mean + mean / (2 scale) (mean Y - sqrt(4 mean scale Y + mean^2 Y^2)), the larger one mean^2 / x.
 * The value is x with the chance mean / (mean + x). Below, y is mean Y.
 *
 * For mean much above scale the difference cancels to 0 or below: NumPy does this; do not repair.
 * Both roots are computed, since a branch would be mispredicted. */
static inline double wald_value(double mean, double scale, double g, double u)
{
    double mu_2l = mean / (2.0 * scale);
    double y = mean * g * g;
    double x = mean + mu_2l * (y - sqrt(4.0 * scale * y + y * y));
    const double roots[] = {mean * mean / x, x};
    return roots[u <= mean / (mean + x)];
}

static nprand_status check_wald(double mean, double scale)
{
    return nprand__both(nprand__positive(mean, NPRAND_MEAN_NOT_POSITIVE),
                        nprand__positive(scale, NPRAND_SCALE_NOT_POSITIVE));
}

double nprand_wald(nprand_rng *rng, double mean, double scale)
{
    if (!nprand__accept(rng, check_wald(mean, scale)))
        return (double)NAN;
    struct nprand__engine *e = nprand__engine_of(rng);
    double g = nprand__gauss(e);
    return wald_value(mean, scale, g, nprand__next_double(e));
}

nprand_status nprand_wald_fill(nprand_rng *rng, double mean, double scale, size_t n, double *out)
{
    nprand_status status = nprand__check_fill(rng, check_wald(mean, scale), n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    double u[NPRAND__ROUND];
    while (n > 0) {
        size_t size = nprand__some_gauss_and_uniforms(nprand__engine_of(rng), n, out, u);
        for (size_t i = 0; i < size; i++)
            out[i] = wald_value(mean, scale, out[i], u[i]);
        out += size;
        n -= size;
    }
    return NPRAND_OK;
}
