/* SPDX-License-Identifier: BSD-3-Clause
 *
 * weibull: E^(1/a) of a standard exponential E.
 */
#include "check.h"
#include "exponential.h"

static inline void weibull_transform(const void *of, size_t n, double *u)
{
    const double a = *(const double *)of;
    nprand__minus_exponentials(n, u);
    for (size_t i = 0; i < n; i++)
        u[i] = -u[i];
    nprand__pow_array(n, u, 1.0 / a);
}

/* For a = 0 NumPy draws nothing and returns 0. Releases before 1.16 drew a power of exponent
 * infinity: 0, 1 or infinity. */
static bool weibull_is_zero(const nprand_rng *rng, double a)
{
    return a == 0.0 && !nprand__is_before(rng, NPRAND__RELEASE(1, 16, 0));
}

double nprand_weibull(nprand_rng *rng, double a)
{
    if (!nprand__accept(rng, nprand__non_negative(a, NPRAND_NEGATIVE_A)))
        return (double)NAN;
    if (weibull_is_zero(rng, a))
        return 0.0;
    double u = nprand__next_double(nprand__engine_of(rng));
    weibull_transform(&a, 1, &u);
    return u;
}

nprand_status nprand_weibull_fill(nprand_rng *rng, double a, size_t n, double *out)
{
    nprand_status parameters = nprand__non_negative(a, NPRAND_NEGATIVE_A);
    nprand_status status = nprand__check_fill(rng, parameters, n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    if (weibull_is_zero(rng, a)) {
        for (size_t i = 0; i < n; i++)
            out[i] = 0.0;
        return NPRAND_OK;
    }
    nprand__fill_transformed(nprand__engine_of(rng), weibull_transform, &a, n, out);
    return NPRAND_OK;
}
