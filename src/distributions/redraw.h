/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Methods whose inverse distribution function is infinite at a uniform of 0: laplace, gumbel,
 * logistic. Since 1.16.4 NumPy draws such a uniform again; releases before it return infinity.
 */
#ifndef NPRAND_DISTRIBUTIONS_REDRAW_H
#define NPRAND_DISTRIBUTIONS_REDRAW_H

#include "transform.h"

/* The parameters of these methods. */
struct nprand__loc_scale {
    double loc, scale;
};

static inline bool nprand__redraws_zero(const struct nprand__engine *e)
{
    return e->release >= NPRAND__RELEASE(1, 16, 4);
}

/* The uniform for one value. */
static inline double nprand__next_redrawn(struct nprand__engine *e)
{
    return nprand__redraws_zero(e) ? nprand__next_nonzero(e) : nprand__next_double(e);
}

/* n values, each of one uniform. */
static inline void nprand__fill_redrawn(struct nprand__engine *e, nprand__transform *transform,
                                        const void *of, size_t n, double *out)
{
    if (nprand__redraws_zero(e))
        nprand__fill_transformed_nonzero(e, transform, of, n, out);
    else
        nprand__fill_transformed(e, transform, of, n, out);
}

#endif
