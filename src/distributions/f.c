/* SPDX-License-Identifier: BSD-3-Clause
 *
 * f: the quotient of two chi-squares, each divided by its degrees of freedom.
 */
#include "f.h"

#include "chisquare.h"

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
double nprand_f(nprand_rng *rng, double dfnum, double dfden)
{
    if (!nprand__accept(rng, nprand__check_f(dfnum, dfden)))
        return (double)NAN;
    struct nprand__engine *e = nprand__engine_of(rng);
    double numerator = nprand__chisquare(e, dfnum);
    return nprand__f_quotient(numerator, dfnum, nprand__chisquare(e, dfden), dfden);
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
