/* SPDX-License-Identifier: BSD-3-Clause
 *
 * negative_binomial: a Poisson distribution whose mean is gamma-distributed.
 */
#include "check.h"
#include "gamma.h"
#include "method.h"
#include "poisson.h"

/* p = 0 and tiny p give a mean beyond every long, and LONG_MIN; n = NaN gives 0. NumPy does this;
 * do not repair. */
static int64_t draw_negative_binomial(struct nprand__engine *e, const struct nprand__gamma *g,
                                      double p)
{
    double mean = (1.0 - p) / p * nprand__gamma_draw(e, g);
    return nprand__poisson(e, mean);
}

NPRAND__DEFINE_INTEGER(negative_binomial, (nprand_rng * rng, double successes, double p),
                       nprand__both(nprand__positive(successes, NPRAND_N_NOT_POSITIVE),
                                    nprand__probability(p)),
                       const struct nprand__gamma g = nprand__gamma_prepare(successes),
                       draw_negative_binomial(e, &g, p))
