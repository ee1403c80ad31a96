/* SPDX-License-Identifier: BSD-3-Clause
 *
 * rayleigh: scale sqrt(2E) of a standard exponential E, the inverse of the distribution function.
 */
#include "check.h"
#include "exponential.h"

/* -2 (-E) is 0 or above. */
NPRAND__INLINE void rayleigh_formula(const struct nprand__of *of, size_t step, size_t n,
                                     double *NPRAND__RESTRICT u)
{
    const double *scale = of->p[0];
    nprand__minus_exponentials_by_log1p(of->e, n, u);
    for (size_t i = 0; i < n; i++)
        u[i] = scale[i * step] * sqrt(-2.0 * u[i]);
}

static inline void rayleigh_transform(const void *of, size_t n, double *u)
{
    nprand__by_step(rayleigh_formula, of, n, u);
}

double nprand_rayleigh(nprand_rng *rng, double scale)
{
    if (!nprand__accept(rng, nprand__non_negative(scale, NPRAND_NEGATIVE_SCALE)))
        return (double)NAN;
    bool is_value;
    double x =
        nprand__draw_prepared(rng, NPRAND__RAYLEIGH, rayleigh_transform, scale, 0.0, &is_value);
    if (is_value)
        return x;
    const struct nprand__of of = {.e = nprand__engine_of(rng), .p = {&scale}};
    rayleigh_transform(&of, 1, &x);
    return x;
}

nprand_status nprand_rayleigh_fill(nprand_rng *rng, double scale, size_t n, double *out)
{
    return nprand_rayleigh_each(rng, &scale, 0, n, out);
}

nprand_status nprand_rayleigh_each(nprand_rng *rng, const double *scale, ptrdiff_t scale_step,
                                   size_t n, double *out)
{
    const struct nprand__parameter p[] = {{scale, scale_step}};
    const nprand_status parameters =
        nprand__all(&p[0], n, nprand__non_negative, NPRAND_NEGATIVE_SCALE);
    const nprand_status status = nprand__check_each(rng, parameters, p, 1, n, sizeof *out, out);
    if (status == NPRAND_OK)
        nprand__each_transformed(nprand__engine_of(rng), rayleigh_transform, p, 1, n, out);
    return status;
}
