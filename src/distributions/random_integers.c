/* SPDX-License-Identifier: BSD-3-Clause
 *
 * random_integers: integers on low..high, in the default dtype of randint.
 */
#include "randint.h"

/* Releases before 1.11 need high + 1 to be a long. */
static nprand_status check_random_integers(const nprand_rng *rng, int64_t low, int64_t high)
{
    nprand_status order = nprand__check_order(low <= high, low == 0);
    nprand_status bounds = nprand__check_long_bounds(rng, low, high, order);
    if (bounds == NPRAND_OK && high == nprand__long_max(rng))
        return nprand__since(rng, NPRAND__RELEASE(1, 11, 0));
    return bounds;
}

int64_t nprand_random_integers(nprand_rng *rng, int64_t low, int64_t high)
{
    return nprand__draw_int64(rng, check_random_integers(rng, low, high), low, high);
}

nprand_status nprand_random_integers_fill(nprand_rng *rng, int64_t low, int64_t high, size_t n,
                                          int64_t *out)
{
    return nprand__fill_int64(rng, check_random_integers(rng, low, high), low, high, n, out);
}

nprand_status nprand_random_integers_each(nprand_rng *rng, const int64_t *low, ptrdiff_t low_step,
                                          const int64_t *high, ptrdiff_t high_step, size_t n,
                                          int64_t *out)
{
    const struct nprand__parameter p[] = {{low, low_step}, {high, high_step}};
    return nprand__each_int64(rng, nprand__long_dtype(rng), p, false, n, out);
}
