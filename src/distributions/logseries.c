/* SPDX-License-Identifier: BSD-3-Clause
 *
 * logseries.
 *
 * Source: A. W. Kemp, "Efficient generation of logarithmically distributed pseudo-random
 * variables", Applied Statistics 30 (1981), 249-253: algorithm LK.
 */
#include "check.h"
#include "long.h"
#include "method.h"

#include "../backend/libm.h"

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
        int64_t result = nprand__to_long(e, floor(1.0 + nprand__log(v) / nprand__log(q)));
        if (result >= 1 && v != 0.0)
            return result;
    }
    return NPRAND_INVALID;
}

static nprand_status check_logseries(double p)
{
    return p >= 0.0 && p < 1.0 ? NPRAND_OK : NPRAND_P_OUTSIDE_0_BELOW_1;
}

NPRAND__DEFINE_INTEGER(logseries, (nprand_rng * rng, double p), check_logseries(p),
                       const double r = nprand__log(1.0 - p), draw_logseries(e, p, r))
