/* SPDX-License-Identifier: BSD-3-Clause
 *
 * expovariate: -ln(1 - U) / lambd of a uniform double U, the inverse of the distribution function.
 */
#include "python.h"

#include "../distributions/exponential.h"

static inline void expovariate_transform(const void *of, size_t n, double *u)
{
    const double lambd = *(const double *)of;
    nprand__exponentials(n, u);
    for (size_t i = 0; i < n; i++)
        u[i] = u[i] / lambd;
}

static nprand_status check_expovariate(double lambd)
{
    return lambd == 0.0 ? NPRAND_PY_DIVISION_BY_ZERO : NPRAND_OK;
}

double nprand_py_expovariate(nprand_rng *rng, double lambd)
{
    if (!nprand__accept(rng, check_expovariate(lambd)))
        return (double)NAN;
    double u = nprand__next_double(nprand__engine_of(rng));
    expovariate_transform(&lambd, 1, &u);
    return u;
}

nprand_status nprand_py_expovariate_fill(nprand_rng *rng, double lambd, size_t n, double *out)
{
    nprand_status status = nprand__check_fill(rng, check_expovariate(lambd), n, sizeof *out, out);
    if (status == NPRAND_OK)
        nprand__fill_transformed(nprand__engine_of(rng), expovariate_transform, &lambd, n, out);
    return status;
}
