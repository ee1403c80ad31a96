/* SPDX-License-Identifier: BSD-3-Clause
 *
 * gumbel: loc - scale ln(-ln(1 - U)), the inverse of the distribution function with 1 - U as the
 * uniform.
 */
#include "../backend/libm.h"

#include "check.h"
#include "redraw.h"

/* 1 - U is exact. */
static inline void gumbel_transform(const void *of, size_t n, double *u)
{
    const struct nprand__loc_scale p = *(const struct nprand__loc_scale *)of;
    for (size_t i = 0; i < n; i++)
        u[i] = 1.0 - u[i];
    nprand__log_array(n, u);
    for (size_t i = 0; i < n; i++)
        u[i] = -u[i];
    nprand__log_array(n, u);
    for (size_t i = 0; i < n; i++)
        u[i] = p.loc - p.scale * u[i];
}

double nprand_gumbel(nprand_rng *rng, double loc, double scale)
{
    if (!nprand__accept(rng, nprand__non_negative(scale, NPRAND_NEGATIVE_SCALE)))
        return (double)NAN;
    const struct nprand__loc_scale p = {loc, scale};
    double u = nprand__next_redrawn(nprand__engine_of(rng));
    gumbel_transform(&p, 1, &u);
    return u;
}

nprand_status nprand_gumbel_fill(nprand_rng *rng, double loc, double scale, size_t n, double *out)
{
    nprand_status parameters = nprand__non_negative(scale, NPRAND_NEGATIVE_SCALE);
    nprand_status status = nprand__check_fill(rng, parameters, n, sizeof *out, out);
    const struct nprand__loc_scale p = {loc, scale};
    if (status == NPRAND_OK)
        nprand__fill_redrawn(nprand__engine_of(rng), gumbel_transform, &p, n, out);
    return status;
}
