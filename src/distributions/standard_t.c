/* SPDX-License-Identifier: BSD-3-Clause
 *
 * standard_t: Student's t distribution, G / sqrt(X / df) of a standard normal G and a chi-square X
 * of df degrees of freedom.
 */
#include "check.h"
#include "gamma.h"
#include "pattern.h"
#include "polar.h"

/* X is twice a gamma Y of shape df/2: G / sqrt(2Y / df) = sqrt(df / 2) G / sqrt(Y). The normal is
 * drawn first. */
static inline double draw_standard_t(struct nprand__engine *e, double df,
                                     const struct nprand__gamma *g)
{
    double numerator = sqrt(df / 2.0) * nprand__gauss(e);
    return numerator / sqrt(nprand__gamma_draw(e, g));
}

static bool standard_t_shapes(const struct nprand__values *v, double *shape)
{
    for (size_t i = 0; i < v->n; i++) {
        shape[2 * i] = NPRAND__NORMAL;
        shape[2 * i + 1] = v->p[0][i] / 2.0;
    }
    return true;
}

static void standard_t_combine(const struct nprand__values *v, const double *x, double *out)
{
    for (size_t i = 0; i < v->n; i++) {
        double numerator = sqrt(v->p[0][i] / 2.0) * x[2 * i];
        out[v->first + i] = numerator / sqrt(x[2 * i + 1]);
    }
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
    return nprand_standard_t_each(rng, &df, 0, n, out);
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
    const struct nprand__pattern pattern = {
        2, 1, p, NULL, nprand__period(p, 1), standard_t_shapes, standard_t_combine, NULL};
    nprand__fill_by_pattern(nprand__engine_of(rng), &pattern, n, out);
    return NPRAND_OK;
}
