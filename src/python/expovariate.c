/* SPDX-License-Identifier: BSD-3-Clause
 *
 * expovariate, paretovariate, weibullvariate: functions of one uniform.
 */
#include "python.h"

#include "../distributions/exponential.h"
#include "../distributions/method.h"

static nprand_status check_divisor(double x)
{
    return x == 0.0 ? NPRAND_PY_DIVISION_BY_ZERO : NPRAND_OK;
}

NPRAND__DEFINE_TRANSFORM(py_expovariate, (nprand_rng * rng, double lambd), check_divisor(lambd),
                         nprand__exponential_of(u) / lambd)

/* One operation less since 3.10, and other last bits. */
static double pareto(const struct nprand__engine *e, double u, double alpha)
{
    if (e->python < NPRAND__PYTHON(3, 10))
        return 1.0 / nprand__pow(1.0 - u, 1.0 / alpha);
    return nprand__pow(1.0 - u, -1.0 / alpha);
}

NPRAND__DEFINE_TRANSFORM(py_paretovariate, (nprand_rng * rng, double alpha), check_divisor(alpha),
                         pareto(e, u, alpha))

NPRAND__DEFINE_TRANSFORM(py_weibullvariate, (nprand_rng * rng, double alpha, double beta),
                         check_divisor(beta),
                         alpha *nprand__pow(nprand__exponential_of(u), 1.0 / beta))
