/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Chi-squares, for chisquare.c and for the methods that are functions of them.
 */
#ifndef NPRAND_DISTRIBUTIONS_CHISQUARE_H
#define NPRAND_DISTRIBUTIONS_CHISQUARE_H

#include "gamma.h"

/* One chi-square of df degrees of freedom: twice a gamma of shape df/2. */
static inline double nprand__chisquare_of(struct nprand__engine *e, struct nprand__ahead *a,
                                          double df)
{
    const struct nprand__gamma g = nprand__gamma_prepare(df / 2.0);
    return 2.0 * nprand__gamma_of(e, a, &g);
}

static inline double nprand__chisquare(struct nprand__engine *e, double df)
{
    return nprand__chisquare_of(e, NULL, df);
}

#endif
