/* SPDX-License-Identifier: BSD-3-Clause
 *
 * logseries: k = 1, 2, ... with a chance proportional to p^k / k.
 *
 * Source: A. W. Kemp, "Efficient generation of logarithmically distributed pseudo-random
 * variables", Applied Statistics 30 (1981), 249-253: algorithm LK.
 */
#include "../backend/libm.h"

#include "attempts.h"
#include "parameter.h"

/* q = 1 - (1 - p)^U makes 1 + ln V / ln q logarithmic, where r = ln(1 - p). The tests before it
 * give 1 and 2 without a logarithm. */
static int64_t draw_logseries(struct nprand__engine *e, double p, double r)
{
    for (double vain = 0.0; vain < NPRAND__MANY_ATTEMPTS; vain++) {
        double v = nprand__next_double(e);
        if (v >= p)
            return 1;
        double u = nprand__next_double(e);
        double q = 1.0 - nprand__exp(r * u);
        if (v > q * q)
            return v >= q ? 1 : 2;
        /* v = 0 gives no number, and a result below 1. */
        int64_t result = nprand__floor_to_long(e, 1.0 + nprand__log(v) / nprand__log(q));
        if (result >= 1 && v != 0.0)
            return result;
    }
    return NPRAND_INVALID;
}

static nprand_status logseries_constraint(double p, nprand_status refusal)
{
    return p >= 0.0 && p < 1.0 ? NPRAND_OK : refusal;
}

static nprand_status check_logseries(double p)
{
    return logseries_constraint(p, NPRAND_P_OUTSIDE_0_BELOW_1);
}

int64_t nprand_logseries(nprand_rng *rng, double p)
{
    if (!nprand__accept(rng, check_logseries(p)))
        return NPRAND_INVALID;
    return draw_logseries(nprand__engine_of(rng), p, nprand__log(1.0 - p));
}

nprand_status nprand_logseries_fill(nprand_rng *rng, double p, size_t n, int64_t *out)
{
    nprand_status status = nprand__check_fill(rng, check_logseries(p), n, sizeof *out, out);
    if (status != NPRAND_OK || n == 0)
        return status;
    const double r = nprand__log(1.0 - p);
    for (size_t i = 0; i < n; i++)
        out[i] = draw_logseries(nprand__engine_of(rng), p, r);
    return NPRAND_OK;
}

nprand_status nprand_logseries_each(nprand_rng *rng, const double *p, ptrdiff_t p_step, size_t n,
                                    int64_t *out)
{
    const struct nprand__parameter of[] = {{p, p_step}};
    const nprand_status parameters =
        nprand__all(&of[0], n, logseries_constraint, NPRAND_EACH_P_OUTSIDE_0_BELOW_1);
    const nprand_status status = nprand__check_each(rng, parameters, of, 1, n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    for (size_t i = 0; i < n; i++) {
        const double value = nprand__double_at(&of[0], i);
        out[i] = draw_logseries(e, value, nprand__log(1.0 - value));
    }
    return NPRAND_OK;
}
