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

/* low + (high - low) U, in which NumPy rounds three times: do not repair. */
NPRAND__INLINE void uniform_formula(const struct nprand__of *of, size_t step, size_t n,
                                    double *NPRAND__RESTRICT u)
{
    const double *low = of->p[0], *high = of->p[1];
    for (size_t i = 0; i < n; i++)
        u[i] = low[i * step] + (high[i * step] - low[i * step]) * u[i];
}

static inline void uniform_transform(const void *of, size_t n, double *u)
{
    nprand__by_step(uniform_formula, of, n, u);
}

static nprand_status check_uniform(double low, double high)
{
    return isfinite(high - low) ? NPRAND_OK : NPRAND_RANGE_NOT_FINITE;
}

double nprand_uniform(nprand_rng *rng, double low, double high)
{
    if (!nprand__accept(rng, check_uniform(low, high)))
        return (double)NAN;
    const struct nprand__of of = {.p = {&low, &high}};
    double u = nprand__next_double(nprand__engine_of(rng));
    uniform_transform(&of, 1, &u);
    return u;
}

nprand_status nprand_uniform_fill(nprand_rng *rng, double low, double high, size_t n, double *out)
{
    return nprand_uniform_each(rng, &low, 0, &high, 0, n, out);
}

static nprand_status check_uniform_each(const struct nprand__parameter *p, size_t n)
{
    nprand_status status = nprand__check_parameters(p, 2, n);
    const size_t count = nprand__sets_to_check(p, 2, n);
    for (size_t i = 0; i < count && status == NPRAND_OK; i++)
        status = check_uniform(nprand__double_at(&p[0], i), nprand__double_at(&p[1], i));
    return status;
}

nprand_status nprand_uniform_each(nprand_rng *rng, const double *low, ptrdiff_t low_step,
                                  const double *high, ptrdiff_t high_step, size_t n, double *out)
{
    const struct nprand__parameter p[] = {{low, low_step}, {high, high_step}};
    const nprand_status parameters = check_uniform_each(p, n);
    const nprand_status status = nprand__check_each(rng, parameters, p, 2, n, sizeof *out, out);
    if (status == NPRAND_OK)
        nprand__each_transformed(nprand__engine_of(rng), uniform_transform, p, 2, n, out);
    return status;
}
