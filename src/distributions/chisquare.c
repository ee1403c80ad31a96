/* SPDX-License-Identifier: BSD-3-Clause
 *
 * chisquare: twice a gamma of shape df/2.
 */
#include "chisquare.h"

#include "parameter.h"

static inline void chisquare_combine(const void *of, size_t n, const double *x, double *out)
{
    (void)of;
    for (size_t i = 0; i < n; i++)
        out[i] = 2.0 * x[i];
}

double nprand_chisquare(nprand_rng *rng, double df)
{
    if (!nprand__accept(rng, nprand__positive(df, NPRAND_DF_NOT_POSITIVE)))
        return (double)NAN;
    return nprand__chisquare(nprand__engine_of(rng), df);
}

nprand_status nprand_chisquare_fill(nprand_rng *rng, double df, size_t n, double *out)
{
    nprand_status parameters = nprand__positive(df, NPRAND_DF_NOT_POSITIVE);
    nprand_status status = nprand__check_fill(rng, parameters, n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    const struct nprand__gamma g = nprand__gamma_prepare(df / 2.0);
    nprand__fill_of_gammas(nprand__engine_of(rng), &g, 1, chisquare_combine, NULL, n, out);
    return NPRAND_OK;
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
    struct nprand__engine *e = nprand__engine_of(rng);
    for (size_t i = 0; i < n; i++)
        out[i] = nprand__chisquare(e, nprand__double_at(&p[0], i));
    return NPRAND_OK;
}
