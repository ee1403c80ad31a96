/* SPDX-License-Identifier: BSD-3-Clause
 *
 * wald.
 *
 * Source: J. R. Michael, W. R. Schucany and R. W. Haas, "Generating random variates using
 * transformations with multiple roots", The American Statistician 30 (1976), 88-90.
 */
#include "check.h"
#include "method.h"
#include "normal.h"

/* The smaller root x of the transformation to a chi-square y of one degree of freedom, or mean^2 /
 * x, the larger one. For mean much above scale the difference cancels to 0 or below: NumPy does
 * this; do not repair. */
static double draw_wald(struct nprand__engine *e, double mean, double scale)
{
    double mu_2l = mean / (2.0 * scale);
    double g = nprand__gauss(e);
    double y = mean * g * g;
    double x = mean + mu_2l * (y - sqrt(4.0 * scale * y + y * y));
    double u = nprand__next_double(e);
    return u <= mean / (mean + x) ? x : mean * mean / x;
}

NPRAND__DEFINE_DOUBLE(wald, (nprand_rng * rng, double mean, double scale),
                      nprand__both(nprand__positive(mean, NPRAND_MEAN_NOT_POSITIVE),
                                   nprand__positive(scale, NPRAND_SCALE_NOT_POSITIVE)),
                      draw_wald(e, mean, scale))
