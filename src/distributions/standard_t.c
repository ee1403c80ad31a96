/* SPDX-License-Identifier: BSD-3-Clause
 *
 * standard_t; standard_cauchy, which is the t distribution of one degree of freedom.
 */
#include "check.h"
#include "gamma.h"
#include "method.h"
#include "normal.h"

/* G / sqrt(chi-square / df) with the chi-square as twice a gamma of shape df/2; the normal first.
 */
static double draw_standard_t(struct nprand__engine *e, double df, const struct nprand__gamma *g)
{
    double numerator = sqrt(df / 2.0) * nprand__gauss(e);
    return numerator / sqrt(nprand__gamma_draw(e, g));
}

/* The quotient of two normals, the numerator first. */
static double draw_standard_cauchy(struct nprand__engine *e)
{
    double numerator = nprand__gauss(e);
    return numerator / nprand__gauss(e);
}

NPRAND__DEFINE_METHOD(standard_t, double, (double)NAN, (nprand_rng * rng, double df),
                      nprand__positive(df, NPRAND_DF_NOT_POSITIVE),
                      const struct nprand__gamma g = nprand__gamma_prepare(df / 2.0),
                      draw_standard_t(e, df, &g))

NPRAND__DEFINE_DOUBLE(standard_cauchy, (nprand_rng * rng), NPRAND_OK, draw_standard_cauchy(e))
