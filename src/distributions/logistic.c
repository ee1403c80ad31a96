/* SPDX-License-Identifier: BSD-3-Clause
 *
 * logistic: loc + scale ln(U / (1 - U)), the inverse of the distribution function.
 */
#include "../backend/libm.h"

#include "check.h"
#include "redraw.h"

/* 1 - U is exact. */
NPRAND__INLINE void logistic_formula(const struct nprand__of *of, size_t step, size_t n,
                                     double *NPRAND__RESTRICT u)
{
    const double *loc = of->p[0], *scale = of->p[1];
    for (size_t i = 0; i < n; i++)
        u[i] = u[i] / (1.0 - u[i]);
    nprand__log_array(n, u);
    for (size_t i = 0; i < n; i++)
        u[i] = loc[i * step] + scale[i * step] * u[i];
}

static inline void logistic_transform(const void *of, size_t n, double *u)
{
    nprand__by_step(logistic_formula, of, n, u);
}

double nprand_logistic(nprand_rng *rng, double loc, double scale)
{
    if (!nprand__accept(rng, nprand__non_negative(scale, NPRAND_NEGATIVE_SCALE)))
        return (double)NAN;
    bool is_value;
    double x =
        nprand__draw_redrawn(rng, NPRAND__LOGISTIC, logistic_transform, loc, scale, &is_value);
    if (is_value)
        return x;
    const struct nprand__of of = {.p = {&loc, &scale}};
    logistic_transform(&of, 1, &x);
    return x;
}

nprand_status nprand_logistic_fill(nprand_rng *rng, double loc, double scale, size_t n, double *out)
{
    return nprand_logistic_each(rng, &loc, 0, &scale, 0, n, out);
}

nprand_status nprand_logistic_each(nprand_rng *rng, const double *loc, ptrdiff_t loc_step,
                                   const double *scale, ptrdiff_t scale_step, size_t n, double *out)
{
    return nprand__each_redrawn(rng, logistic_transform, loc, loc_step, scale, scale_step, n, out);
}
