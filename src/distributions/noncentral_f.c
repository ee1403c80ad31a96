/* SPDX-License-Identifier: BSD-3-Clause
 *
 * noncentral_f: the quotient of a noncentral and a central chi-square, each divided by its degrees of
 * freedom.
 */
#include "check.h"
#include "chisquare.h"
#include "f.h"
#include "noncentral_chisquare.h"

/* The numerator is drawn first. C does not define in which order arguments are evaluated. */
static inline double draw_noncentral_f(struct nprand__engine *e, double dfnum, double dfden,
                                       double nonc)
{
    double numerator = nprand__noncentral_chisquare(e, dfnum, nonc);
    return nprand__f_quotient(numerator, dfnum, nprand__chisquare(e, dfden), dfden);
}

static nprand_status check_noncentral_f(const nprand_rng *rng, double dfnum, double dfden,
                                        double nonc)
{
    nprand_status status = nprand__both(nprand__check_f(dfnum, dfden),
                                        nprand__non_negative(nonc, NPRAND_NEGATIVE_NONC));
    if (status == NPRAND_OK && dfnum <= 1.0)
        status = nprand__since(rng, NPRAND__RELEASE(1, 14, 0));
    return status;
}

double nprand_noncentral_f(nprand_rng *rng, double dfnum, double dfden, double nonc)
{
    if (!nprand__accept(rng, check_noncentral_f(rng, dfnum, dfden, nonc)))
        return (double)NAN;
    return draw_noncentral_f(nprand__engine_of(rng), dfnum, dfden, nonc);
}

nprand_status nprand_noncentral_f_fill(nprand_rng *rng, double dfnum, double dfden, double nonc,
                                       size_t n, double *out)
{
    nprand_status parameters = check_noncentral_f(rng, dfnum, dfden, nonc);
    nprand_status status = nprand__check_fill(rng, parameters, n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    for (size_t i = 0; i < n; i++)
        out[i] = draw_noncentral_f(e, dfnum, dfden, nonc);
    return NPRAND_OK;
}
