/* SPDX-License-Identifier: BSD-3-Clause
 *
 * random_sample, random, rand; uniform.
 */
#include "../engine/engine.h"

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
    nprand__fill_doubles(nprand__engine_of(rng), n, out);
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

double nprand_uniform(nprand_rng *rng, double low, double high)
{
    if (!nprand__accept(rng, check_uniform(low, high)))
        return (double)NAN;
    double range = high - low;
    return low + range * nprand__next_double(nprand__engine_of(rng));
}

nprand_status nprand_uniform_fill(nprand_rng *rng, double low, double high, size_t n, double *out)
{
    nprand_status status = nprand__check_fill(rng, check_uniform(low, high), n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    double range = high - low;
    nprand__fill_doubles(nprand__engine_of(rng), n, out);
    for (size_t i = 0; i < n; i++)
        out[i] = low + range * out[i];
    return NPRAND_OK;
}
