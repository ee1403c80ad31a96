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
#include "polar.h"
#include "poisson.h"

/* Releases before 1.11 made no exception of nonc = 0, which noncentral_f hands on. */
static bool is_central(const struct nprand__engine *e, double nonc)
{
    return nonc == 0.0 && e->release >= NPRAND__RELEASE(1, 11, 0);
}

/* Releases before 1.10 knew the sum alone; df = NaN goes by it there. */
static bool is_sum(const struct nprand__engine *e, double df)
{
    return df > 1.0 || e->release < NPRAND__RELEASE(1, 10, 0);
}

double nprand__noncentral_chisquare(struct nprand__engine *e, double df, double nonc)
{
    if (is_central(e, nonc))
        return nprand__chisquare(e, df);
    if (is_sum(e, df)) {
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

static nprand_status check_noncentral(const nprand_rng *rng, double df, double nonc)
{
    nprand_status status = nprand__both(nprand__positive(df, NPRAND_DF_NOT_POSITIVE),
                                        nprand__non_negative(nonc, NPRAND_NEGATIVE_NONC));
    if (status == NPRAND_OK && df <= 1.0)
        status = nprand__since(rng, NPRAND__RELEASE(1, 10, 0));
    if (status == NPRAND_OK && nonc == 0.0)
        status = nprand__since(rng, NPRAND__RELEASE(1, 11, 0));
    return status;
}

NPRAND__DEFINE_DOUBLE(noncentral_chisquare, (nprand_rng * rng, double df, double nonc),
                      check_noncentral(rng, df, nonc), nprand__noncentral_chisquare(e, df, nonc))
