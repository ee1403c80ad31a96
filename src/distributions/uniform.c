/* SPDX-License-Identifier: BSD-3-Clause
 *
 * random_sample, random, rand; uniform.
 */
#include "method.h"

double nprand_random_sample(nprand_rng *rng)
{
    if (!nprand__accept(rng, NPRAND_OK))
        return (double)NAN;
    return nprand__next_double(nprand__engine_of(rng));
}

nprand_status nprand_random_sample_fill(nprand_rng *rng, size_t n, double *out)
{
    nprand_status status = nprand__check_fill(rng, NPRAND_OK, n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    NPRAND__IN_PARTS(nprand__engine_of(rng), n, 2, nprand__fill_doubles(e, count, out + first));
    return NPRAND_OK;
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

static nprand_status check_uniform(double low, double high)
{
    return isfinite(high - low) ? NPRAND_OK : NPRAND_RANGE_NOT_FINITE;
}

NPRAND__DEFINE_TRANSFORM(uniform, (nprand_rng * rng, double low, double high),
                         check_uniform(low, high), NPRAND__EACH(size, u, low + (high - low) * x))
