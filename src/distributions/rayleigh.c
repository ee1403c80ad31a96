/* SPDX-License-Identifier: BSD-3-Clause
 *
 * rayleigh: scale sqrt(2E) of a standard exponential E, the inverse of the distribution function.
 */
#include "check.h"
#include "exponential.h"

struct rayleigh {
    const struct nprand__engine *e; /* whose release chooses the logarithm */
    double scale;
};

/* -2 (-E) is 0 or above. */
static inline void rayleigh_transform(const void *of, size_t n, double *u)
{
    const struct rayleigh p = *(const struct rayleigh *)of;
    nprand__minus_exponentials_by_log1p(p.e, n, u);
    for (size_t i = 0; i < n; i++)
        u[i] = p.scale * sqrt(-2.0 * u[i]);
}

double nprand_rayleigh(nprand_rng *rng, double scale)
{
    if (!nprand__accept(rng, nprand__non_negative(scale, NPRAND_NEGATIVE_SCALE)))
        return (double)NAN;
    struct nprand__engine *e = nprand__engine_of(rng);
    const struct rayleigh p = {e, scale};
    double u = nprand__next_double(e);
    rayleigh_transform(&p, 1, &u);
    return u;
}

nprand_status nprand_rayleigh_fill(nprand_rng *rng, double scale, size_t n, double *out)
{
    nprand_status parameters = nprand__non_negative(scale, NPRAND_NEGATIVE_SCALE);
    nprand_status status = nprand__check_fill(rng, parameters, n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    const struct rayleigh p = {e, scale};
    nprand__fill_transformed(e, rayleigh_transform, &p, n, out);
    return NPRAND_OK;
}
