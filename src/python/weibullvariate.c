/* SPDX-License-Identifier: BSD-3-Clause
 *
 * weibullvariate: alpha (-ln(1 - U))^(1/beta) of a uniform double U, the inverse of the
 * distribution function.
 */
#include "python.h"

#include "../distributions/exponential.h"

struct weibullvariate {
    double alpha, beta;
};

static inline void weibullvariate_transform(const void *of, size_t n, double *u)
{
    const struct weibullvariate p = *(const struct weibullvariate *)of;
    nprand__exponentials(n, u);
    nprand__pow_array(n, u, 1.0 / p.beta);
    for (size_t i = 0; i < n; i++)
        u[i] = p.alpha * u[i];
}

static nprand_status check_weibullvariate(double beta)
{
    return beta == 0.0 ? NPRAND_PY_DIVISION_BY_ZERO : NPRAND_OK;
}

double nprand_py_weibullvariate(nprand_rng *rng, double alpha, double beta)
{
    if (!nprand__accept(rng, check_weibullvariate(beta)))
        return (double)NAN;
    const struct weibullvariate p = {alpha, beta};
    double u = nprand__next_double(nprand__engine_of(rng));
    weibullvariate_transform(&p, 1, &u);
    return u;
}

nprand_status nprand_py_weibullvariate_fill(nprand_rng *rng, double alpha, double beta, size_t n,
                                            double *out)
{
    nprand_status status = nprand__check_fill(rng, check_weibullvariate(beta), n, sizeof *out, out);
    const struct weibullvariate p = {alpha, beta};
    if (status == NPRAND_OK)
        nprand__fill_transformed(nprand__engine_of(rng), weibullvariate_transform, &p, n, out);
    return status;
}
