/* SPDX-License-Identifier: BSD-3-Clause
 *
 * standard_exponential and exponential: scale E = -scale ln(1 - U), the inverse of the distribution
 * function.
 */
#include "exponential.h"

#include "check.h"

NPRAND__NOINLINE void nprand__roots_of_each(const double *a, size_t n, double *x)
{
    double inverse[NPRAND__EACH_PIECE];
    for (size_t i = 0; i < n; i++)
        inverse[i] = 1.0 / a[i];
    nprand__pow_arrays(n, x, inverse);
}

void nprand__standard_exponentials(const void *of, size_t n, double *u)
{
    (void)of;
    nprand__exponentials(n, u);
}

NPRAND__INLINE void exponential_formula(const struct nprand__of *of, size_t step, size_t n,
                                        double *NPRAND__RESTRICT u)
{
    const double *scale = of->p[0];
    nprand__exponentials(n, u);
    if (step == 0 && scale[0] == 1.0)
        return; /* standard_exponential: a pass less */
    for (size_t i = 0; i < n; i++)
        u[i] = scale[i * step] * u[i];
}

static inline void exponential_transform(const void *of, size_t n, double *u)
{
    nprand__by_step(exponential_formula, of, n, u);
}

double nprand_standard_exponential(nprand_rng *rng)
{
    if (!nprand__accept(rng, NPRAND_OK))
        return (double)NAN;
    return nprand__scalar_exponential(rng);
}

nprand_status nprand_standard_exponential_fill(nprand_rng *rng, size_t n, double *out)
{
    return nprand_exponential_fill(rng, 1.0, n, out); /* 1.0 E is E */
}

double nprand_exponential(nprand_rng *rng, double scale)
{
    if (!nprand__accept(rng, nprand__non_negative(scale, NPRAND_NEGATIVE_SCALE)))
        return (double)NAN;
    return scale * nprand__scalar_exponential(rng);
}

nprand_status nprand_exponential_fill(nprand_rng *rng, double scale, size_t n, double *out)
{
    return nprand_exponential_each(rng, &scale, 0, n, out);
}

nprand_status nprand_exponential_each(nprand_rng *rng, const double *scale, ptrdiff_t scale_step,
                                      size_t n, double *out)
{
    const struct nprand__parameter p[] = {{scale, scale_step}};
    const nprand_status parameters =
        nprand__all(&p[0], n, nprand__non_negative, NPRAND_NEGATIVE_SCALE);
    const nprand_status status = nprand__check_each(rng, parameters, p, 1, n, sizeof *out, out);
    if (status == NPRAND_OK)
        nprand__each_transformed(nprand__engine_of(rng), exponential_transform, p, 1, n, out);
    return status;
}
