/* SPDX-License-Identifier: BSD-3-Clause
 *
 * What randint and random_integers share: the checks of bounds, and draws on low..last.
 */
#ifndef NPRAND_DISTRIBUTIONS_RANDINT_H
#define NPRAND_DISTRIBUTIONS_RANDINT_H

#include "check.h"
#include "interval.h"

/* NumPy refuses an empty range with different words if low is 0. */
static inline nprand_status nprand__check_order(bool ordered, bool low_is_zero)
{
    if (ordered)
        return NPRAND_OK;
    return low_is_zero ? NPRAND_HIGH_NOT_POSITIVE : NPRAND_LOW_NOT_BELOW_HIGH;
}

/* low..last in the default dtype, which is long. NumPy compares both bounds with the values of a
 * long before it compares them with each other: order is what that comparison gave. */
static inline nprand_status nprand__check_long_bounds(const nprand_rng *rng, int64_t low,
                                                      int64_t last, nprand_status order)
{
    int64_t max = nprand__long_max(rng);
    if (low < -max - 1)
        return NPRAND_LOW_OUTSIDE_INT32;
    return last > max ? NPRAND_HIGH_OUTSIDE_INT32 : order;
}

/* The checks of a fill. For n = 0, NumPy returns an empty array before it looks at the bounds:
 * NumPy does this; do not repair. */
static inline nprand_status nprand__check_bounded_fill(const nprand_rng *rng, nprand_status bounds,
                                                       size_t n, size_t size, const void *out)
{
    if (n == 0 && bounds != NPRAND_NOT_IN_RELEASE)
        bounds = NPRAND_OK;
    return nprand__check_fill(rng, bounds, n, size, out);
}

/* An integer on low..last; n of them. bounds: what the check of the bounds gave. */
static inline int64_t nprand__draw_int64(nprand_rng *rng, nprand_status bounds, int64_t low,
                                         int64_t last)
{
    if (!nprand__accept(rng, bounds))
        return NPRAND_INVALID;
    return nprand__to_int64(
        nprand__scalar_uint64(rng, (uint64_t)low, (uint64_t)last - (uint64_t)low));
}

static inline nprand_status nprand__fill_int64(nprand_rng *rng, nprand_status bounds, int64_t low,
                                               int64_t last, size_t n, int64_t *out)
{
    nprand_status status = nprand__check_bounded_fill(rng, bounds, n, sizeof *out, out);
    if (status == NPRAND_OK)
        nprand__fill_uint64(nprand__engine_of(rng), (uint64_t)low, (uint64_t)last - (uint64_t)low,
                            n, (uint64_t *)out);
    return status;
}

/* The values of a dtype, and what NumPy says of bounds that are none of them. */
struct nprand__int_dtype {
    int64_t first, last;
    nprand_status low_outside, high_outside;
};

/* The default dtype, which is long. */
static inline struct nprand__int_dtype nprand__long_dtype(const nprand_rng *rng)
{
    const int64_t max = nprand__long_max(rng);
    return (struct nprand__int_dtype){-max - 1, max, NPRAND_LOW_OUTSIDE_INT32,
                                      NPRAND_HIGH_OUTSIDE_INT32};
}

/* n integers with bounds of their own: low..high - 1 if is_open, otherwise low..high. */
NPRAND_HIDDEN nprand_status nprand__each_int64(nprand_rng *rng, struct nprand__int_dtype dtype,
                                               const struct nprand__parameter *p, bool is_open,
                                               size_t n, int64_t *out);

#endif
