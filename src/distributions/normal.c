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
    return nprand__gauss(nprand__engine_of(rng));
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

struct of_normals {
    nprand__transform *transform;
    const void *of;
    double *out;
};

static void transform_normals(const void *job, size_t first, size_t count)
{
    const struct of_normals *t = (const struct of_normals *)job;
    t->transform(t->of, count, t->out + first);
}

/* n values, each of one normal. One part: a chunk at a time while the chunk is in the nearest
 * cache. Several: all normals, then the transform of all of them. */
static void fill_of_normals(struct nprand__engine *e, nprand__transform *transform, const void *of,
                            size_t n, double *out)
{
    const size_t most = nprand__parts(e, n) > 1 ? n : NPRAND__CHUNK;
    for (size_t done = 0; done < n; done += most) {
        const size_t size = nprand__min(n - done, most);
        const struct of_normals t = {transform, of, out + done};
        nprand__fill_gauss(e, size, out + done);
        nprand__work_in_parts(e, size, transform_normals, &t);
    }
}

struct normal {
    double loc, scale;
};

static inline void normal_transform(const void *of, size_t n, double *g)
{
    const struct normal p = *(const struct normal *)of;
    for (size_t i = 0; i < n; i++)
        g[i] = p.loc + p.scale * g[i];
}

static inline void lognormal_transform(const void *of, size_t n, double *g)
{
    normal_transform(of, n, g);
    nprand__exp_array(n, g);
}

double nprand_normal(nprand_rng *rng, double loc, double scale)
{
    if (!nprand__accept(rng, nprand__non_negative(scale, NPRAND_NEGATIVE_SCALE)))
        return (double)NAN;
    const struct normal p = {loc, scale};
    double g = nprand__gauss(nprand__engine_of(rng));
    normal_transform(&p, 1, &g);
    return g;
}

nprand_status nprand_normal_fill(nprand_rng *rng, double loc, double scale, size_t n, double *out)
{
    nprand_status parameters = nprand__non_negative(scale, NPRAND_NEGATIVE_SCALE);
    nprand_status status = nprand__check_fill(rng, parameters, n, sizeof *out, out);
    const struct normal p = {loc, scale};
    if (status == NPRAND_OK)
        fill_of_normals(nprand__engine_of(rng), normal_transform, &p, n, out);
    return status;
}

double nprand_lognormal(nprand_rng *rng, double mean, double sigma)
{
    if (!nprand__accept(rng, nprand__non_negative(sigma, NPRAND_NEGATIVE_SIGMA)))
        return (double)NAN;
    const struct normal p = {mean, sigma};
    double g = nprand__gauss(nprand__engine_of(rng));
    lognormal_transform(&p, 1, &g);
    return g;
}

nprand_status nprand_lognormal_fill(nprand_rng *rng, double mean, double sigma, size_t n,
                                    double *out)
{
    nprand_status parameters = nprand__non_negative(sigma, NPRAND_NEGATIVE_SIGMA);
    nprand_status status = nprand__check_fill(rng, parameters, n, sizeof *out, out);
    const struct normal p = {mean, sigma};
    if (status == NPRAND_OK)
        fill_of_normals(nprand__engine_of(rng), lognormal_transform, &p, n, out);
    return status;
}
