/* SPDX-License-Identifier: BSD-3-Clause
 *
 * standard_normal, randn: standard normals by the polar method, of polar.c. normal, lognormal:
 * loc + scale G, and exp(mean + sigma G), of a standard normal G.
 */
#include "../backend/libm.h"
#include "../engine/parts.h"

#include "check.h"
#include "polar.h"
#include "transform.h"

double nprand_standard_normal(nprand_rng *rng)
{
    if (!nprand__accept(rng, NPRAND_OK))
        return (double)NAN;
    return nprand__scalar_gauss(rng);
}

nprand_status nprand_standard_normal_fill(nprand_rng *rng, size_t n, double *out)
{
    nprand_status status = nprand__check_fill(rng, NPRAND_OK, n, sizeof *out, out);
    if (status == NPRAND_OK)
        nprand__fill_gauss(nprand__engine_of(rng), n, out);
    return status;
}

double nprand_randn(nprand_rng *rng)
{
    return nprand_standard_normal(rng);
}

nprand_status nprand_randn_fill(nprand_rng *rng, size_t n, double *out)
{
    return nprand_standard_normal_fill(rng, n, out);
}

/* ---- Transforms of normals ---- */

static void transform_normals(const void *job, size_t first, size_t count)
{
    const struct nprand__each *each = (const struct nprand__each *)job;
    nprand__transform_each(each, count, each->out + first);
}

/* n values, each of one normal. One part: a chunk at a time while the chunk is in the nearest
 * cache. Several: all normals, then the transform of all of them. */
static void fill_of_normals(struct nprand__engine *e, const struct nprand__each *each, size_t n)
{
    if (nprand__parts(e, n) > 1) {
        nprand__fill_gauss(e, n, each->out);
        nprand__work_in_parts(e, n, transform_normals, each);
        return;
    }
    for (size_t done = 0; done < n; done += NPRAND__CHUNK) {
        const size_t size = nprand__min(n - done, NPRAND__CHUNK);
        nprand__fill_gauss(e, size, each->out + done);
        transform_normals(each, done, size);
    }
}

NPRAND__INLINE void normal_formula(const struct nprand__of *of, size_t step, size_t n,
                                   double *NPRAND__RESTRICT g)
{
    const double *loc = of->p[0], *scale = of->p[1];
    for (size_t i = 0; i < n; i++)
        g[i] = loc[i * step] + scale[i * step] * g[i];
}

static inline void normal_transform(const void *of, size_t n, double *g)
{
    nprand__by_step(normal_formula, of, n, g);
}

static inline void lognormal_transform(const void *of, size_t n, double *g)
{
    normal_transform(of, n, g);
    nprand__exp_array(n, g);
}

/* n values, each of one normal and two parameters, the second of which is not negative. */
static nprand_status each_of_normals(nprand_rng *rng, nprand__transform *transform,
                                     const struct nprand__parameter *p, nprand_status refusal,
                                     size_t n, double *out)
{
    const nprand_status parameters = nprand__both(
        nprand__check_values(&p[0], n), nprand__all(&p[1], n, nprand__non_negative, refusal));
    const nprand_status status = nprand__check_each(rng, parameters, p, 2, n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    const struct nprand__each each = {transform, e, out, 2, p};
    fill_of_normals(e, &each, n);
    return NPRAND_OK;
}

double nprand_normal(nprand_rng *rng, double loc, double scale)
{
    if (!nprand__accept(rng, nprand__non_negative(scale, NPRAND_NEGATIVE_SCALE)))
        return (double)NAN;
    const struct nprand__of of = {.p = {&loc, &scale}};
    double g = nprand__scalar_gauss(rng);
    normal_transform(&of, 1, &g);
    return g;
}

nprand_status nprand_normal_fill(nprand_rng *rng, double loc, double scale, size_t n, double *out)
{
    return nprand_normal_each(rng, &loc, 0, &scale, 0, n, out);
}

nprand_status nprand_normal_each(nprand_rng *rng, const double *loc, ptrdiff_t loc_step,
                                 const double *scale, ptrdiff_t scale_step, size_t n, double *out)
{
    const struct nprand__parameter p[] = {{loc, loc_step}, {scale, scale_step}};
    return each_of_normals(rng, normal_transform, p, NPRAND_NEGATIVE_SCALE, n, out);
}

double nprand_lognormal(nprand_rng *rng, double mean, double sigma)
{
    if (!nprand__accept(rng, nprand__non_negative(sigma, NPRAND_NEGATIVE_SIGMA)))
        return (double)NAN;
    const struct nprand__of of = {.p = {&mean, &sigma}};
    double g = nprand__scalar_gauss(rng);
    lognormal_transform(&of, 1, &g);
    return g;
}

nprand_status nprand_lognormal_fill(nprand_rng *rng, double mean, double sigma, size_t n,
                                    double *out)
{
    return nprand_lognormal_each(rng, &mean, 0, &sigma, 0, n, out);
}

nprand_status nprand_lognormal_each(nprand_rng *rng, const double *mean, ptrdiff_t mean_step,
                                    const double *sigma, ptrdiff_t sigma_step, size_t n,
                                    double *out)
{
    const struct nprand__parameter p[] = {{mean, mean_step}, {sigma, sigma_step}};
    return each_of_normals(rng, lognormal_transform, p, NPRAND_NEGATIVE_SIGMA, n, out);
}
