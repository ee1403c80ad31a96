/* SPDX-License-Identifier: BSD-3-Clause
 *
 * random_sample, random, rand: uniform doubles of 53 bits in [0, 1). uniform: the same in
 * [low, high).
 */
#include "transform.h"

double nprand_random_sample(nprand_rng *rng)
{
    if (!nprand__accept(rng, NPRAND_OK))
        return (double)NAN;
    return nprand__next_double(nprand__engine_of(rng));
}

static void fill_random_sample(struct nprand__engine *e, const void *job, size_t first,
                               size_t count)
{
    double *const *out = (double *const *)job;
    nprand__fill_doubles(e, count, *out + first);
}

nprand_status nprand_random_sample_fill(nprand_rng *rng, size_t n, double *out)
{
    nprand_status status = nprand__check_fill(rng, NPRAND_OK, n, sizeof *out, out);
    if (status == NPRAND_OK)
        nprand__fill_in_parts(nprand__engine_of(rng), n, 2, fill_random_sample, &out);
    return status;
}

double nprand_random(nprand_rng *rng)
{
    return nprand_random_sample(rng);
}

nprand_status nprand_random_fill(nprand_rng *rng, size_t n, double *out)
{
    return nprand_random_sample_fill(rng, n, out);
}

double nprand_rand(nprand_rng *rng)
{
    return nprand_random_sample(rng);
}

nprand_status nprand_rand_fill(nprand_rng *rng, size_t n, double *out)
{
    return nprand_random_sample_fill(rng, n, out);
}

/* ---- uniform ---- */

struct uniform {
    double low, width;
};

/* low + (high - low) U, in which NumPy rounds three times: do not repair. */
static inline void uniform_transform(const void *of, size_t n, double *u)
{
    const struct uniform p = *(const struct uniform *)of;
    for (size_t i = 0; i < n; i++)
        u[i] = p.low + p.width * u[i];
}

static nprand_status check_uniform(double low, double high)
{
    return isfinite(high - low) ? NPRAND_OK : NPRAND_RANGE_NOT_FINITE;
}

double nprand_uniform(nprand_rng *rng, double low, double high)
{
    if (!nprand__accept(rng, check_uniform(low, high)))
        return (double)NAN;
    const struct uniform p = {low, high - low};
    double u = nprand__next_double(nprand__engine_of(rng));
    uniform_transform(&p, 1, &u);
    return u;
}

nprand_status nprand_uniform_fill(nprand_rng *rng, double low, double high, size_t n, double *out)
{
    nprand_status status = nprand__check_fill(rng, check_uniform(low, high), n, sizeof *out, out);
    const struct uniform p = {low, high - low};
    if (status == NPRAND_OK)
        nprand__fill_transformed(nprand__engine_of(rng), uniform_transform, &p, n, out);
    return status;
}
