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

static inline void exponentials(size_t n, double *u, double lambd)
{
    nprand__minus_exponentials(n, u);
    NPRAND__EACH(n, u, -x / lambd)
}

NPRAND__DEFINE_TRANSFORM(py_expovariate, (nprand_rng * rng, double lambd), check_divisor(lambd),
                         exponentials(size, u, lambd))

/* One operation less since 3.10, and other last bits. */
static inline void paretos(const struct nprand__engine *e, size_t n, double *u, double alpha)
{
    bool inverts = e->python < NPRAND__PYTHON(3, 10);
    NPRAND__EACH(n, u, 1.0 - x)
    nprand__pow_array(n, u, (inverts ? 1.0 : -1.0) / alpha);
    if (inverts)
        NPRAND__EACH(n, u, 1.0 / x)
}

NPRAND__DEFINE_TRANSFORM(py_paretovariate, (nprand_rng * rng, double alpha), check_divisor(alpha),
                         paretos(e, size, u, alpha))

static inline void weibulls(size_t n, double *u, double alpha, double beta)
{
    nprand__minus_exponentials(n, u);
    NPRAND__EACH(n, u, -x)
    nprand__pow_array(n, u, 1.0 / beta);
    NPRAND__EACH(n, u, alpha * x)
}

NPRAND__DEFINE_TRANSFORM(py_weibullvariate, (nprand_rng * rng, double alpha, double beta),
                         check_divisor(beta), weibulls(size, u, alpha, beta))
