/* SPDX-License-Identifier: BSD-3-Clause
 *
 * pareto: exp(E/a) - 1 of a standard exponential E, the Lomax distribution (a Pareto distribution
 * that begins at 0).
 */
#include "check.h"
#include "exponential.h"

/* exp(x) - 1 in place of expm1(x): NumPy does this; do not repair. */
static inline void pareto_transform(const void *of, size_t n, double *u)
{
    const double a = *(const double *)of;
    nprand__minus_exponentials(n, u);
    for (size_t i = 0; i < n; i++)
        u[i] = -u[i] / a;
    nprand__exp_array(n, u);
    for (size_t i = 0; i < n; i++)
        u[i] = u[i] - 1.0;
}

double nprand_pareto(nprand_rng *rng, double a)
{
    if (!nprand__accept(rng, nprand__positive(a, NPRAND_A_NOT_POSITIVE)))
        return (double)NAN;
    double u = nprand__next_double(nprand__engine_of(rng));
    pareto_transform(&a, 1, &u);
    return u;
}

nprand_status nprand_pareto_fill(nprand_rng *rng, double a, size_t n, double *out)
{
    nprand_status parameters = nprand__positive(a, NPRAND_A_NOT_POSITIVE);
    nprand_status status = nprand__check_fill(rng, parameters, n, sizeof *out, out);
    if (status == NPRAND_OK)
        nprand__fill_transformed(nprand__engine_of(rng), pareto_transform, &a, n, out);
    return status;
}
