/* SPDX-License-Identifier: BSD-3-Clause */
#ifndef NPRAND_DISTRIBUTIONS_CHISQUARE_H
#define NPRAND_DISTRIBUTIONS_CHISQUARE_H

#include "gamma.h"

static inline double nprand__chisquare(struct nprand__engine *e, double df)
{
    const struct nprand__gamma g = nprand__gamma_prepare(df / 2.0);
    return 2.0 * nprand__gamma_draw(e, &g);
}

NPRAND_HIDDEN double nprand__noncentral_chisquare(struct nprand__engine *e, double df, double nonc);

#endif
