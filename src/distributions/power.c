/* SPDX-License-Identifier: BSD-3-Clause
 *
 * power: (1 - exp(-E))^(1/a) of a standard exponential E, by the inverse of the distribution
 * function x^a on [0, 1].
 */
#include "check.h"
#include "exponential.h"

/* 1 - exp(-E) is a uniform again, but for rounding: NumPy does this; do not repair. */
static inline void power_transform(const void *of, size_t n, double *u)
{
    const double a = *(const double *)of;
    nprand__minus_exponentials(n, u);
    nprand__exp_array(n, u);
    for (size_t i = 0; i < n; i++)
        u[i] = 1.0 - u[i];
    nprand__pow_array(n, u, 1.0 / a);
}

double nprand_power(nprand_rng *rng, double a)
{
    if (!nprand__accept(rng, nprand__positive(a, NPRAND_A_NOT_POSITIVE)))
        return (double)NAN;
    double u = nprand__next_double(nprand__engine_of(rng));
    power_transform(&a, 1, &u);
    return u;
}

nprand_status nprand_power_fill(nprand_rng *rng, double a, size_t n, double *out)
{
    nprand_status parameters = nprand__positive(a, NPRAND_A_NOT_POSITIVE);
    nprand_status status = nprand__check_fill(rng, parameters, n, sizeof *out, out);
    if (status == NPRAND_OK)
        nprand__fill_transformed(nprand__engine_of(rng), power_transform, &a, n, out);
    return status;
}
