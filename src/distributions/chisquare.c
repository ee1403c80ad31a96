/* SPDX-License-Identifier: BSD-3-Clause
 *
 * chisquare, noncentral_chisquare.
 *
 * Source: N. L. Johnson, S. Kotz and N. Balakrishnan, Continuous Univariate Distributions, vol. 2,
 * 2nd ed. (1995), ch. 29: a noncentral value is a central one of df - 1 plus a squared shifted
 * normal, or of df + 2i with i from a Poisson distribution.
 */
#include "chisquare.h"

#include "check.h"
#include "method.h"
#include "normal.h"
#include "poisson.h"

double nprand__noncentral_chisquare(struct nprand__engine *e, double df, double nonc)
{
    if (nonc == 0.0)
        return nprand__chisquare(e, df);
    if (df > 1.0) {
        double central = nprand__chisquare(e, df - 1.0);
        double shifted = nprand__gauss(e) + sqrt(nonc);
        return central + shifted * shifted;
    }
    int64_t i = nprand__poisson(e, nonc / 2.0);
    /* 2i is a product of longs, which wraps where i is the invalid value. */
    double central = nprand__chisquare(e, df + (double)nprand__wrap(e, 2 * (uint64_t)i));
    /* 1.16 did not look at NaN, and i is 0 then. */
    if (isnan(nonc) && e->release >= NPRAND__RELEASE(1, 17, 0))
        return (double)NAN;
    return central;
}

NPRAND__DEFINE_OF_GAMMAS(chisquare, (nprand_rng * rng, double df),
                         nprand__positive(df, NPRAND_DF_NOT_POSITIVE), 1,
                         NPRAND__LIST(nprand__gamma_prepare(df / 2.0)), 2.0 * *x)

NPRAND__DEFINE_DOUBLE(noncentral_chisquare, (nprand_rng * rng, double df, double nonc),
                      nprand__both(nprand__positive(df, NPRAND_DF_NOT_POSITIVE),
                                   nprand__non_negative(nonc, NPRAND_NEGATIVE_NONC)),
                      nprand__noncentral_chisquare(e, df, nonc))
