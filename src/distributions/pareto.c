/* SPDX-License-Identifier: BSD-3-Clause
 *
 * pareto, power, weibull: functions of one standard exponential E.
 */
#include "check.h"
#include "exponential.h"
#include "method.h"

/* exp(E/a) - 1, not expm1: NumPy does this; do not repair. */
static double pareto(double u, double a)
{
    return nprand__exp(nprand__exponential_of(u) / a) - 1.0;
}

/* (1 - exp(-E))^(1/a), where 1 - exp(-E) is a uniform in other bits: NumPy does this; do not
 * repair. */
static double power(double u, double a)
{
    return nprand__pow(1.0 - nprand__exp(-nprand__exponential_of(u)), 1.0 / a);
}

static double draw_weibull(struct nprand__engine *e, double a)
{
    if (a == 0.0)
        return 0.0;
    return nprand__pow(nprand__standard_exponential(e), 1.0 / a);
}

NPRAND__DEFINE_TRANSFORM(pareto, (nprand_rng * rng, double a),
                         nprand__positive(a, NPRAND_A_NOT_POSITIVE), pareto(u, a))

NPRAND__DEFINE_TRANSFORM(power, (nprand_rng * rng, double a),
                         nprand__positive(a, NPRAND_A_NOT_POSITIVE), power(u, a))

NPRAND__DEFINE_DOUBLE(weibull, (nprand_rng * rng, double a),
                      nprand__non_negative(a, NPRAND_NEGATIVE_A), draw_weibull(e, a))
