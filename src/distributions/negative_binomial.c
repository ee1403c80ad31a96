/* SPDX-License-Identifier: BSD-3-Clause
 *
 * negative_binomial: a Poisson distribution whose mean is gamma-distributed, with shape n and scale
 * (1 - p) / p.
 */
#include "gamma.h"
#include "parameter.h"
#include "poisson.h"

/* p = 0 and tiny p give a mean above LONG_MAX, and the value LONG_MIN. n = NaN gives 0. NumPy does
 * this; do not repair. */
static inline int64_t draw_negative_binomial(struct nprand__engine *e, struct nprand__ahead *a,
                                             const struct nprand__gamma *g, double p)
{
    double mean = (1.0 - p) / p * nprand__gamma_of(e, a, g);
    return nprand__poisson(e, a, mean);
}

static nprand_status check_negative_binomial(double successes, double p)
{
    return nprand__both(nprand__positive(successes, NPRAND_N_NOT_POSITIVE), nprand__probability(p));
}

int64_t nprand_negative_binomial(nprand_rng *rng, double successes, double p)
{
    if (!nprand__accept(rng, check_negative_binomial(successes, p)))
        return NPRAND_INVALID;
    const struct nprand__gamma g = nprand__gamma_prepare(successes);
    return draw_negative_binomial(nprand__engine_of(rng), NULL, &g, p);
}

nprand_status nprand_negative_binomial_fill(nprand_rng *rng, double successes, double p, size_t n,
                                            int64_t *out)
{
    nprand_status parameters = check_negative_binomial(successes, p);
    nprand_status status = nprand__check_fill(rng, parameters, n, sizeof *out, out);
    if (status != NPRAND_OK || n == 0)
        return status;
    const struct nprand__gamma g = nprand__gamma_prepare(successes);
    struct nprand__ahead a;
    nprand__ahead_begin(&a, nprand__engine_of(rng), n);
    for (size_t i = 0; i < n; i++)
        out[i] = draw_negative_binomial(nprand__engine_of(rng), &a, &g, p);
    nprand__ahead_end(&a);
    return NPRAND_OK;
}

nprand_status nprand_negative_binomial_each(nprand_rng *rng, const double *successes,
                                            ptrdiff_t successes_step, const double *p,
                                            ptrdiff_t p_step, size_t n, int64_t *out)
{
    const struct nprand__parameter of[] = {{successes, successes_step}, {p, p_step}};
    const nprand_status parameters =
        nprand__both(nprand__all(&of[0], n, nprand__positive, NPRAND_N_NOT_POSITIVE),
                     nprand__all(&of[1], n, nprand__probability_each, NPRAND_EACH_P_OUTSIDE_0_1));
    const nprand_status status = nprand__check_each(rng, parameters, of, 2, n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    struct nprand__ahead a;
    nprand__ahead_begin(&a, nprand__engine_of(rng), n);
    for (size_t i = 0; i < n; i++) {
        const struct nprand__gamma g = nprand__gamma_prepare(nprand__double_at(&of[0], i));
        out[i] =
            draw_negative_binomial(nprand__engine_of(rng), &a, &g, nprand__double_at(&of[1], i));
    }
    nprand__ahead_end(&a);
    return NPRAND_OK;
}
