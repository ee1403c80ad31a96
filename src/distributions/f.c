/* SPDX-License-Identifier: BSD-3-Clause
 *
 * f, noncentral_f: quotients of chi-squares, each over its degrees of freedom. The numerator is
 * drawn first; C leaves the order of operands open, so it has a statement of its own.
 */
#include "check.h"
#include "chisquare.h"
#include "method.h"

static inline double quotient(double x, double dfnum, double y, double dfden)
{
    double numerator = x * dfden;
    return numerator / (y * dfnum);
}

static double draw_noncentral_f(struct nprand__engine *e, double dfnum, double dfden, double nonc)
{
    double numerator = nprand__noncentral_chisquare(e, dfnum, nonc);
    return quotient(numerator, dfnum, nprand__chisquare(e, dfden), dfden);
}

static nprand_status check_f(double dfnum, double dfden)
{
    return nprand__both(nprand__positive(dfnum, NPRAND_DFNUM_NOT_POSITIVE),
                        nprand__positive(dfden, NPRAND_DFDEN_NOT_POSITIVE));
}

NPRAND__DEFINE_OF_GAMMAS(f, (nprand_rng * rng, double dfnum, double dfden), check_f(dfnum, dfden),
                         2,
                         NPRAND__LIST(nprand__gamma_prepare(dfnum / 2.0),
                                      nprand__gamma_prepare(dfden / 2.0)),
                         quotient(2.0 * x[0], dfnum, 2.0 * x[1], dfden))

static nprand_status check_noncentral(const nprand_rng *rng, double dfnum, double dfden,
                                      double nonc)
{
    nprand_status status =
        nprand__both(check_f(dfnum, dfden), nprand__non_negative(nonc, NPRAND_NEGATIVE_NONC));
    if (status == NPRAND_OK && dfnum <= 1.0)
        status = nprand__since(rng, NPRAND__RELEASE(1, 14, 0));
    return status;
}

NPRAND__DEFINE_DOUBLE(noncentral_f, (nprand_rng * rng, double dfnum, double dfden, double nonc),
                      check_noncentral(rng, dfnum, dfden, nonc),
                      draw_noncentral_f(e, dfnum, dfden, nonc))
