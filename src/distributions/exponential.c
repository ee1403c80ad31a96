/* SPDX-License-Identifier: BSD-3-Clause
 *
 * standard_exponential and exponential: scale E = -scale ln(1 - U), the inverse of the distribution
 * function.
 */
#include "exponential.h"

#include "check.h"

static inline void exponential_transform(const void *of, size_t n, double *u)
{
    const double scale = *(const double *)of;
    nprand__minus_exponentials(n, u);
    for (size_t i = 0; i < n; i++)
        u[i] = scale * -u[i];
}

double nprand_standard_exponential(nprand_rng *rng)
{
    if (!nprand__accept(rng, NPRAND_OK))
        return (double)NAN;
    return nprand__standard_exponential(nprand__engine_of(rng));
}

nprand_status nprand_standard_exponential_fill(nprand_rng *rng, size_t n, double *out)
{
    return nprand_exponential_fill(rng, 1.0, n, out); /* 1.0 E is E */
}

double nprand_exponential(nprand_rng *rng, double scale)
{
    if (!nprand__accept(rng, nprand__non_negative(scale, NPRAND_NEGATIVE_SCALE)))
        return (double)NAN;
    double u = nprand__next_double(nprand__engine_of(rng));
    exponential_transform(&scale, 1, &u);
    return u;
}

nprand_status nprand_exponential_fill(nprand_rng *rng, double scale, size_t n, double *out)
{
    nprand_status parameters = nprand__non_negative(scale, NPRAND_NEGATIVE_SCALE);
    nprand_status status = nprand__check_fill(rng, parameters, n, sizeof *out, out);
    if (status == NPRAND_OK)
        nprand__fill_transformed(nprand__engine_of(rng), exponential_transform, &scale, n, out);
    return status;
}
