/* SPDX-License-Identifier: BSD-3-Clause
 *
 * pareto: exp(E/a) - 1 of a standard exponential E, the Lomax distribution (a Pareto distribution
 * that begins at 0).
 */
#include "check.h"
#include "exponential.h"

/* exp(x) - 1 in place of expm1(x): NumPy does this; do not repair. */
NPRAND__INLINE void pareto_formula(const struct nprand__of *of, size_t step, size_t n,
                                   double *NPRAND__RESTRICT u)
{
    const double *a = of->p[0];
    nprand__exponentials(n, u);
    for (size_t i = 0; i < n; i++)
        u[i] = u[i] / a[i * step];
    nprand__exp_array(n, u);
    for (size_t i = 0; i < n; i++)
        u[i] = u[i] - 1.0;
}

static inline void pareto_transform(const void *of, size_t n, double *u)
{
    nprand__by_step(pareto_formula, of, n, u);
}

double nprand_pareto(nprand_rng *rng, double a)
{
    if (!nprand__accept(rng, nprand__positive(a, NPRAND_A_NOT_POSITIVE)))
        return (double)NAN;
    bool is_value;
    double x = nprand__draw_prepared(rng, NPRAND__PARETO, pareto_transform, a, 0.0, &is_value);
    if (is_value)
        return x;
    const struct nprand__of of = {.p = {&a}};
    pareto_transform(&of, 1, &x);
    return x;
}

nprand_status nprand_pareto_fill(nprand_rng *rng, double a, size_t n, double *out)
{
    return nprand_pareto_each(rng, &a, 0, n, out);
}

nprand_status nprand_pareto_each(nprand_rng *rng, const double *a, ptrdiff_t a_step, size_t n,
                                 double *out)
{
    const struct nprand__parameter p[] = {{a, a_step}};
    const nprand_status parameters = nprand__all(&p[0], n, nprand__positive, NPRAND_A_NOT_POSITIVE);
    const nprand_status status = nprand__check_each(rng, parameters, p, 1, n, sizeof *out, out);
    if (status == NPRAND_OK)
        nprand__each_transformed(nprand__engine_of(rng), pareto_transform, p, 1, n, out);
    return status;
}
