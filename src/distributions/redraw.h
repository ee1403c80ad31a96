/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Methods whose inverse distribution function is infinite at a uniform of 0: laplace, gumbel,
 * logistic. Since 1.16.4 NumPy draws such a uniform again; releases before it return infinity.
 */
#ifndef NPRAND_DISTRIBUTIONS_REDRAW_H
#define NPRAND_DISTRIBUTIONS_REDRAW_H

#include "transform.h"

static inline bool nprand__redraws_zero(const struct nprand__engine *e)
{
    return e->release >= NPRAND__RELEASE(1, 16, 4);
}

/* The uniform for one value. */
static inline double nprand__next_redrawn(struct nprand__engine *e)
{
    return nprand__redraws_zero(e) ? nprand__next_nonzero(e) : nprand__next_double(e);
}

/* nprand__draw_prepared() for such a method. */
static inline double nprand__draw_redrawn(nprand_rng *rng, uint32_t method,
                                          nprand__transform *transform, double loc, double scale,
                                          bool *is_value)
{
    const double x = nprand__draw_prepared(rng, method, transform, loc, scale, is_value);
    struct nprand__engine *e = nprand__engine_of(rng);
    return x == 0.0 && !*is_value && nprand__redraws_zero(e) ? nprand__next_nonzero(e) : x;
}

/* n values, each of one uniform and the parameters loc and scale. */
static inline nprand_status nprand__each_redrawn(nprand_rng *rng, nprand__transform *transform,
                                                 const double *loc, ptrdiff_t loc_step,
                                                 const double *scale, ptrdiff_t scale_step,
                                                 size_t n, double *out)
{
    const struct nprand__parameter p[] = {{loc, loc_step}, {scale, scale_step}};
    const nprand_status parameters =
        nprand__both(nprand__check_values(&p[0], n),
                     nprand__all(&p[1], n, nprand__non_negative, NPRAND_NEGATIVE_SCALE));
    const nprand_status status = nprand__check_each(rng, parameters, p, 2, n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    const struct nprand__each each = {transform, e, out, 2, p};
    if (nprand__redraws_zero(e))
        nprand__fill_transformed_nonzero(e, nprand__transform_each, &each, n, out);
    else
        nprand__fill_transformed(e, nprand__transform_each, &each, n, out);
    return NPRAND_OK;
}

#endif
