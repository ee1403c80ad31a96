/* SPDX-License-Identifier: BSD-3-Clause
 *
 * power: (1 - exp(-E))^(1/a) of a standard exponential E, by the inverse of the distribution
 * function x^a on [0, 1].
 */
#include "check.h"
#include "exponential.h"

/* 1 - exp(-E) is a uniform again, but for rounding: NumPy does this; do not repair. */
NPRAND__INLINE void power_formula(const struct nprand__of *of, size_t step, size_t n,
                                  double *NPRAND__RESTRICT u)
{
    const double *a = of->p[0];
    nprand__minus_exponentials(n, u);
    nprand__exp_array(n, u);
    for (size_t i = 0; i < n; i++)
        u[i] = 1.0 - u[i];
    nprand__roots(a, step, n, u);
}

static inline void power_transform(const void *of, size_t n, double *u)
{
    nprand__by_step(power_formula, of, n, u);
}

double nprand_power(nprand_rng *rng, double a)
{
    if (!nprand__accept(rng, nprand__positive(a, NPRAND_A_NOT_POSITIVE)))
        return (double)NAN;
    bool is_value;
    double x = nprand__draw_prepared(rng, NPRAND__POWER, power_transform, a, 0.0, &is_value);
    if (is_value)
        return x;
    const struct nprand__of of = {.p = {&a}};
    power_transform(&of, 1, &x);
    return x;
}

nprand_status nprand_power_fill(nprand_rng *rng, double a, size_t n, double *out)
{
    return nprand_power_each(rng, &a, 0, n, out);
}

nprand_status nprand_power_each(nprand_rng *rng, const double *a, ptrdiff_t a_step, size_t n,
                                double *out)
{
    const struct nprand__parameter p[] = {{a, a_step}};
    const nprand_status parameters = nprand__all(&p[0], n, nprand__positive, NPRAND_A_NOT_POSITIVE);
    const nprand_status status = nprand__check_each(rng, parameters, p, 1, n, sizeof *out, out);
    if (status == NPRAND_OK)
        nprand__each_transformed(nprand__engine_of(rng), power_transform, p, 1, n, out);
    return status;
}
