/* SPDX-License-Identifier: BSD-3-Clause
 *
 * f: the quotient of two chi-squares, each divided by its degrees of freedom.
 */
#include "f.h"

#include "chisquare.h"
#include "parameter.h"

struct f {
    double dfnum, dfden;
};

/* A chi-square is twice a gamma. */
static inline void f_combine(const void *of, size_t n, const double *x, double *out)
{
    const struct f p = *(const struct f *)of;
    for (size_t i = 0; i < n; i++)
        out[i] = nprand__f_quotient(2.0 * x[2 * i], p.dfnum, 2.0 * x[2 * i + 1], p.dfden);
}

/* The numerator is drawn first. C does not define in which order arguments are evaluated. */
static inline double draw_f(struct nprand__engine *e, double dfnum, double dfden)
{
    double numerator = nprand__chisquare(e, dfnum);
    return nprand__f_quotient(numerator, dfnum, nprand__chisquare(e, dfden), dfden);
}

double nprand_f(nprand_rng *rng, double dfnum, double dfden)
{
    if (!nprand__accept(rng, nprand__check_f(dfnum, dfden)))
        return (double)NAN;
    return draw_f(nprand__engine_of(rng), dfnum, dfden);
}

nprand_status nprand_f_fill(nprand_rng *rng, double dfnum, double dfden, size_t n, double *out)
{
    nprand_status parameters = nprand__check_f(dfnum, dfden);
    nprand_status status = nprand__check_fill(rng, parameters, n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    const struct f p = {dfnum, dfden};
    const struct nprand__gamma g[2] = {nprand__gamma_prepare(dfnum / 2.0),
                                       nprand__gamma_prepare(dfden / 2.0)};
    nprand__fill_of_gammas(nprand__engine_of(rng), g, 2, f_combine, &p, n, out);
    return NPRAND_OK;
}

nprand_status nprand_f_each(nprand_rng *rng, const double *dfnum, ptrdiff_t dfnum_step,
                            const double *dfden, ptrdiff_t dfden_step, size_t n, double *out)
{
    const struct nprand__parameter p[] = {{dfnum, dfnum_step}, {dfden, dfden_step}};
    const nprand_status parameters =
        nprand__both(nprand__all(&p[0], n, nprand__positive, NPRAND_DFNUM_NOT_POSITIVE),
                     nprand__all(&p[1], n, nprand__positive, NPRAND_DFDEN_NOT_POSITIVE));
    const nprand_status status = nprand__check_each(rng, parameters, p, 2, n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    for (size_t i = 0; i < n; i++)
        out[i] = draw_f(e, nprand__double_at(&p[0], i), nprand__double_at(&p[1], i));
    return NPRAND_OK;
}
