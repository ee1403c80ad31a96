/* SPDX-License-Identifier: BSD-3-Clause
 *
 * standard_normal, randn; normal, lognormal.
 *
 * Source: G. Marsaglia and T. A. Bray, "A convenient method for generating normal variables", SIAM
 * Review 6 (1964), 260-264: the polar method.
 */
#include "../math/libm.h"

#include "normal.h"

#include "../engine/kernels.h"
#include "../math/polar.h"

#include "check.h"
#include "method.h"

double nprand__gauss(struct nprand__engine *e)
{
    if (e->has_gauss) {
        double kept = e->gauss;
        e->has_gauss = 0;
        e->gauss = 0.0;
        return kept;
    }

    /* (x1, x2) uniform in the unit disc without its centre. */
    struct nprand__point p;
    do {
        double u1 = nprand__next_double(e);
        p = nprand__point(u1, nprand__next_double(e));
    } while (!p.inside);

    /* f = sqrt(-2 ln(r2) / r2); then f x1 and f x2 are independent standard normals. The second is
     * returned and the first kept: NumPy does this; do not repair. */
    double f = sqrt(-2.0 * nprand__log(p.r2) / p.r2);
    e->gauss = f * p.x1;
    e->has_gauss = 1;
    return f * p.x2;
}

/* Attempts of which the uniforms are read at a time: two blocks of words. */
enum { ATTEMPTS = 312 };

/* The normals of exactly that many attempts; how many pairs they are. Half of the points at a time,
 * for 4 KB less stack: 2.10 ns per value in place of 2.06. Uniforms of one block, 2.16. */
NPRAND__APART static size_t fill_pairs(struct nprand__engine *e, size_t attempts, double *out)
{
    const struct nprand__functions *functions = nprand__functions();
    double u[2 * ATTEMPTS];
    struct nprand__points p;
    size_t pairs = 0;
    while (attempts > 0) {
        size_t made = nprand__min(attempts, ATTEMPTS);
        nprand__fill_doubles(e, 2 * made, u);
        for (size_t first = 0; first < made; first += NPRAND__MAX_POINTS) {
            size_t count = nprand__min(made - first, NPRAND__MAX_POINTS);
            size_t inside = functions->select_points(count, u + 2 * first, &p);
            functions->normals(inside, &p, out + 2 * pairs);
            pairs += inside;
        }
        attempts -= made;
    }
    return pairs;
}

enum { WORDS_PER_ATTEMPT = 4 };

/* How many pairs the attempts give, at the key alone, from one that is on a line of the cache: a
 * tenth faster. One attempt of each block has its first words in the block before, unless all begin
 * at a fourth. */
NPRAND__APART static size_t count_pairs(const struct nprand__engine *e, size_t attempts)
{
    const struct nprand__kernels *kernels = nprand__kernels();
    _Alignas(NPRAND__LINE) uint32_t key[NPRAND__N + NPRAND__PAD];
    memcpy(key, e->key, sizeof key);
    size_t pos = e->pos, pairs = 0;
    for (;;) {
        size_t made = nprand__min(attempts, (NPRAND__N - pos) / WORDS_PER_ATTEMPT);
        pairs += kernels->count_points(key + pos, made);
        pos += WORDS_PER_ATTEMPT * made;
        attempts -= made;
        if (attempts == 0)
            return pairs;
        uint32_t astride[WORDS_PER_ATTEMPT];
        size_t left = NPRAND__N - pos;
        memcpy(astride, key + pos, left * sizeof *key);
        kernels->twist(key, 1);
        pos = 0;
        if (left > 0) {
            pos = WORDS_PER_ATTEMPT - left;
            memcpy(astride + left, key, pos * sizeof *key);
            pairs += nprand__count_points_portable(astride, 1); /* sooner than a vector */
            attempts--;
        }
    }
}

/* How many pairs the parts of so many attempts each give, but the last, of which the number need
 * not be known. So that no thread is idle meanwhile, a few parts are counted in pieces; more would
 * take more time to advance to than to count. */
static void count_parts(const struct nprand__engine *whole, const struct nprand__mark *start,
                        size_t attempts, int parts, size_t *pairs)
{
    const int pieces = parts <= 4 ? parts : 1;
    for (int part = 0; part < parts; part++)
        pairs[part] = 0;
    NPRAND__AROUND_PARALLEL
    NPRAND__PARALLEL
    for (int unit = 0; unit < (parts - 1) * pieces; unit++) {
        int part = unit / pieces, piece = unit % pieces;
        size_t first = nprand__part_begin(attempts, pieces, piece);
        size_t count = nprand__part_begin(attempts, pieces, piece + 1) - first;
        uint64_t words = WORDS_PER_ATTEMPT * ((uint64_t)part * attempts + first);
        struct nprand__engine e;
        nprand__begin_part(&e, whole, start, words);
        size_t found = count_pairs(&e, count);
#ifdef _OPENMP
#pragma omp atomic
#endif
        pairs[part] += found;
    }
}

/* Never more pairs are attempted than are still wanted, so that none is too much. */
static void fill_alone(struct nprand__engine *e, size_t n, double *out)
{
    while (n >= 2) {
        size_t pairs = fill_pairs(e, n / 2, out);
        if (pairs > 0)
            e->gauss = 0.0; /* as the second of a pair leaves it */
        out += 2 * pairs;
        n -= 2 * pairs;
    }
    if (n > 0)
        *out = nprand__gauss(e);
}

/* An attempt gives a pair with a chance of pi/4. */
static const double ATTEMPTS_PER_VALUE = 0.6366197723675814; /* 2/pi */

/* The most parts: they are counted first, which more of them would not make faster. */
enum { MOST_PARTS = 128 };

/* Each part begins at a word that is known, but writes to a place that is known only when the parts
 * before it have been counted. The last one makes what the others leave. */
NPRAND__APART static void fill_in_parts(struct nprand__engine *e, int parts, size_t n, double *out)
{
    parts = parts < MOST_PARTS ? parts : MOST_PARTS;
    const size_t attempts = (size_t)(ATTEMPTS_PER_VALUE * (double)n) / (size_t)parts;
    size_t before[MOST_PARTS + 1], sum = 0;
    struct nprand__mark start;
    nprand__mark(e, &start);
    start.gauss = 0.0; /* as the second of a pair leaves it */
    count_parts(e, &start, attempts, parts, before);
    for (int part = 0; part < parts; part++) {
        size_t pairs = before[part];
        before[part] = sum;
        sum += pairs;
    }
    while (2 * before[parts - 1] >= n) /* of far more pairs than are expected */
        parts--;
    NPRAND__AROUND_PARALLEL
    NPRAND__PARALLEL
    for (int part = 0; part < parts; part++) {
        struct nprand__engine mine;
        const size_t first = 2 * before[part];
        const size_t end = part < parts - 1 ? 2 * before[part + 1] : n;
        uint64_t words = WORDS_PER_ATTEMPT * ((uint64_t)part * attempts);
        nprand__begin_part(&mine, e, &start, words);
        fill_alone(&mine, end - first, out + first);
        if (part == parts - 1)
            nprand__end_parts(e, &mine);
    }
}

void nprand__fill_gauss(struct nprand__engine *e, size_t n, double *out)
{
    if (n > 0 && e->has_gauss) {
        *out++ = nprand__gauss(e);
        n--;
    }
    const int parts = nprand__parts(e, n);
    if (parts > 1)
        fill_in_parts(e, parts, n, out);
    else
        fill_alone(e, n, out);
}

/* Pairs of normals with the two uniforms after each; how many pairs. A unit is two uniforms, of a
 * point or not: exactly that many are read, and two more doubles if the last is a point. Whether
 * each would be a point inside the disc is looked at before it is known what it is, so that the way
 * through the units waits for no arithmetic. */
NPRAND__APART static size_t fill_pairs_and_uniforms(struct nprand__engine *e, size_t units,
                                                    double *g, double *u)
{
    double d[2 * NPRAND__ROUND + 2];
    unsigned char inside[NPRAND__ROUND];
    struct nprand__points p;
    nprand__fill_doubles(e, 2 * units, d);
    d[2 * units] = d[2 * units + 1] = 0.0; /* what follows a last unit that is outside */
    for (size_t i = 0; i < units; i++)
        inside[i] = nprand__point(d[2 * i], d[2 * i + 1]).inside;
    size_t pairs = 0;
    for (size_t i = 0; i < units; i += 1 + (size_t)inside[i]) {
        if (i == units - 1 && inside[i])
            nprand__fill_doubles(e, 2, d + 2 * units);
        struct nprand__point point = nprand__point(d[2 * i], d[2 * i + 1]);
        p.x1[pairs] = point.x1;
        p.x2[pairs] = point.x2;
        p.r2[pairs] = point.r2;
        u[2 * pairs] = d[2 * i + 2];
        u[2 * pairs + 1] = d[2 * i + 3];
        pairs += inside[i];
    }
    nprand__functions()->normals(pairs, &p, g);
    return pairs;
}

/* A pair takes two units or more, so that none is too much. */
size_t nprand__some_gauss_and_uniforms(struct nprand__engine *e, size_t n, double *g, double *u)
{
    if (e->has_gauss || n == 1) {
        g[0] = nprand__gauss(e);
        u[0] = nprand__next_double(e);
        return 1;
    }
    size_t pairs = fill_pairs_and_uniforms(e, nprand__min(n / 2 * 2, NPRAND__ROUND), g, u);
    if (pairs > 0)
        e->gauss = 0.0; /* as the second of a pair leaves it */
    return 2 * pairs;
}

double nprand_standard_normal(nprand_rng *rng)
{
    if (!nprand__accept(rng, NPRAND_OK))
        return (double)NAN;
    return nprand__gauss(nprand__engine_of(rng));
}

nprand_status nprand_standard_normal_fill(nprand_rng *rng, size_t n, double *out)
{
    nprand_status status = nprand__check_fill(rng, NPRAND_OK, n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    nprand__fill_gauss(nprand__engine_of(rng), n, out);
    return NPRAND_OK;
}

double nprand_randn(nprand_rng *rng)
{
    return nprand_standard_normal(rng);
}

nprand_status nprand_randn_fill(nprand_rng *rng, size_t n, double *out)
{
    return nprand_standard_normal_fill(rng, n, out);
}

/* Like NPRAND__DEFINE_TRANSFORM, of standard normals u: a chunk at a time while it is in the
 * nearest cache, or all of it on several threads. */
#define DEFINE_OF_NORMAL(name, parameters, check, transform)                           \
    double nprand_##name(NPRAND__LIST parameters)                                      \
    {                                                                                  \
        if (!nprand__accept(rng, check))                                               \
            return (double)NAN;                                                        \
        int kept_errno = errno;                                                        \
        const size_t size = 1;                                                         \
        double u[1] = {nprand__gauss(nprand__engine_of(rng))};                         \
        transform;                                                                     \
        errno = kept_errno;                                                            \
        return u[0];                                                                   \
    }                                                                                  \
                                                                                       \
    nprand_status nprand_##name##_fill(NPRAND__LIST parameters, size_t n, double *out) \
    {                                                                                  \
        nprand_status status = nprand__check_fill(rng, check, n, sizeof *out, out);    \
        if (status != NPRAND_OK)                                                       \
            return status;                                                             \
        struct nprand__engine *engine = nprand__engine_of(rng);                        \
        size_t most = nprand__parts(engine, n) > 1 ? n : NPRAND__CHUNK;                \
        for (size_t done = 0; done < n; done += most) {                                \
            size_t made = nprand__min(n - done, most);                                 \
            nprand__fill_gauss(engine, made, out + done);                              \
            NPRAND__OVER_PARTS(engine, made, {                                         \
                double *const u = out + done + first;                                  \
                const size_t size = count;                                             \
                transform;                                                             \
            });                                                                        \
        }                                                                              \
        return NPRAND_OK;                                                              \
    }

static inline void lognormals(size_t n, double *g, double mean, double sigma)
{
    NPRAND__EACH(n, g, mean + sigma * x)
    nprand__exp_array(n, g);
}

DEFINE_OF_NORMAL(normal, (nprand_rng * rng, double loc, double scale),
                 nprand__non_negative(scale, NPRAND_NEGATIVE_SCALE),
                 NPRAND__EACH(size, u, loc + scale * x))

DEFINE_OF_NORMAL(lognormal, (nprand_rng * rng, double mean, double sigma),
                 nprand__non_negative(sigma, NPRAND_NEGATIVE_SIGMA),
                 lognormals(size, u, mean, sigma))
