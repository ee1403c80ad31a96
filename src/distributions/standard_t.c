/* SPDX-License-Identifier: BSD-3-Clause
 *
 * standard_t: Student's t distribution, G / sqrt(X / df) of a standard normal G and a chi-square X
 * of df degrees of freedom.
 */
#include "check.h"
#include "gamma.h"
#include "parameter.h"
#include "polar.h"

/* X is twice a gamma Y of shape df/2: G / sqrt(2Y / df) = sqrt(df / 2) G / sqrt(Y). The normal is
 * drawn first. */
static inline double draw_standard_t(struct nprand__engine *e, double df,
                                     const struct nprand__gamma *g)
{
    double numerator = sqrt(df / 2.0) * nprand__gauss(e);
    return numerator / sqrt(nprand__gamma_draw(e, g));
}

double nprand_standard_t(nprand_rng *rng, double df)
{
    if (!nprand__accept(rng, nprand__positive(df, NPRAND_DF_NOT_POSITIVE)))
        return (double)NAN;
    const struct nprand__gamma g = nprand__gamma_prepare(df / 2.0);
    return draw_standard_t(nprand__engine_of(rng), df, &g);
}

nprand_status nprand_standard_t_fill(nprand_rng *rng, double df, size_t n, double *out)
{
    nprand_status parameters = nprand__positive(df, NPRAND_DF_NOT_POSITIVE);
    nprand_status status = nprand__check_fill(rng, parameters, n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    const struct nprand__gamma g = nprand__gamma_prepare(df / 2.0);
    for (size_t i = 0; i < n; i++)
        out[i] = draw_standard_t(e, df, &g);
    return NPRAND_OK;
}

nprand_status nprand_standard_t_each(nprand_rng *rng, const double *df, ptrdiff_t df_step, size_t n,
                                     double *out)
{
    const struct nprand__parameter p[] = {{df, df_step}};
    const nprand_status parameters =
        nprand__all(&p[0], n, nprand__positive, NPRAND_DF_NOT_POSITIVE);
    const nprand_status status = nprand__check_each(rng, parameters, p, 1, n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    for (size_t i = 0; i < n; i++) {
        const double value = nprand__double_at(&p[0], i);
        const struct nprand__gamma g = nprand__gamma_prepare(value / 2.0);
        out[i] = draw_standard_t(e, value, &g);
    }
    return NPRAND_OK;
}
