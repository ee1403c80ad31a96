/* SPDX-License-Identifier: BSD-3-Clause
 *
 * chisquare: twice a gamma of shape df/2.
 */
#include "chisquare.h"

#include "pattern.h"

static bool chisquare_shapes(const struct nprand__values *v, double *shape)
{
    for (size_t i = 0; i < v->n; i++)
        shape[i] = v->p[0][i] / 2.0;
    return true;
}

static void chisquare_combine(const struct nprand__values *v, const double *x, double *out)
{
    for (size_t i = 0; i < v->n; i++)
        out[v->first + i] = 2.0 * x[i];
}

double nprand_chisquare(nprand_rng *rng, double df)
{
    if (!nprand__accept(rng, nprand__positive(df, NPRAND_DF_NOT_POSITIVE)))
        return (double)NAN;
    return nprand__chisquare(nprand__engine_of(rng), df);
}

nprand_status nprand_chisquare_fill(nprand_rng *rng, double df, size_t n, double *out)
{
    return nprand_chisquare_each(rng, &df, 0, n, out);
}

nprand_status nprand_chisquare_each(nprand_rng *rng, const double *df, ptrdiff_t df_step, size_t n,
                                    double *out)
{
    const struct nprand__parameter p[] = {{df, df_step}};
    const nprand_status parameters =
        nprand__all(&p[0], n, nprand__positive, NPRAND_DF_NOT_POSITIVE);
    const nprand_status status = nprand__check_each(rng, parameters, p, 1, n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    const struct nprand__pattern pattern = {
        1, 1, p, NULL, nprand__period(p, 1), chisquare_shapes, chisquare_combine, NULL};
    nprand__fill_by_pattern(nprand__engine_of(rng), &pattern, n, out);
    return NPRAND_OK;
}
