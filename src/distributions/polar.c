/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Standard normals by the polar method: one, an array, an array in parts.
 *
 * Source: G. Marsaglia and T. A. Bray, "A convenient method for generating normal variables", SIAM
 * Review 6 (1964), 260-264. backend/polar.h has the arithmetic of one attempt.
 */
#include "polar.h"

#include "../backend/libm.h"
#include "../backend/polar.h"
#include "../engine/parts.h"

enum { POLAR_WORDS = 4 }; /* of an attempt */

/* ---- One normal ---- */

/* x 2^15 of the coordinate x = 2U - 1, rounded down, of the first word of U. */
static inline int32_t coarse_coordinate(uint32_t first_word)
{
    return (int32_t)(first_word >> 16) - (1 << 15);
}

/* Takes the words of the next attempt if its point is certainly outside the disc. Every fifth point
 * is outside, at random: the processor mispredicts a branch on it. This function does not branch,
 * and has its result long before the exact comparison has. A normal takes 8.7 ns in place of 9.6.
 *
 * Let a be 2^15 x1, rounded down, and b be 2^15 x2. Then |2^15 x1| >= |a| - 1, and
 * 2^30 r2 >= a^2 + b^2 - 2 |a| - 2 |b| >= a^2 + b^2 - 2^17. A point that is skipped has r2 above
 * 1 + 2^-31, which no rounding makes less than 1. */
static inline void skip_outside(struct nprand__engine *e)
{
    if (e->pos > NPRAND__N - POLAR_WORDS)
        return;
    const uint32_t *words = e->block + e->pos;
    const int32_t a = coarse_coordinate(words[0]), b = coarse_coordinate(words[2]);
    const uint32_t square = (uint32_t)(a * a) + (uint32_t)(b * b);
    e->pos += square > (1u << 30) + (1u << 17) ? POLAR_WORDS : 0;
}

double nprand__first_of_pair(struct nprand__engine *e)
{
    skip_outside(e);
    return nprand__pair_of(e, NULL);
}

/* ---- Scalar calls ---- */

enum { PREPARED_POINTS = NPRAND__MOST_PREPARED / 2 };

/* Prepares the pairs of the next attempts whose words are in the block. Their uniforms and their
 * normals take the same room, one after the other. */
NPRAND__NOINLINE static void prepare_pairs(struct nprand__engine *e, struct nprand__prepared *p)
{
    const size_t left = nprand__words_left(e) / POLAR_WORDS;
    const uint32_t attempts = (uint32_t)nprand__min(left, PREPARED_POINTS);
    double x1[PREPARED_POINTS], x2[PREPARED_POINTS], r2[PREPARED_POINTS];
    double *const u = p->of.value;
    nprand__backend()->convert(e->block + e->pos, 2 * attempts, u);
    const uint32_t pos = e->pos;
    uint32_t count = 0;
    for (uint32_t i = 0; i < attempts; i++) {
        const struct nprand__point point = nprand__point(u[2 * i], u[2 * i + 1]);
        x1[count] = point.x1;
        x2[count] = point.x2;
        r2[count] = point.r2;
        p->end[count] = (uint16_t)(pos + POLAR_WORDS * (i + 1));
        count += point.inside;
    }
    nprand__backend()->normals(count, x1, x2, r2, p->of.value);
    p->count = count;
}

/* The next pair of a row. */
static double pair_in_row(struct nprand__engine *e, struct nprand__prepared *p)
{
    if (p->next == p->count && nprand__shall_prepare(p))
        prepare_pairs(e, p);
    if (p->next == p->count) {
        const double first = nprand__first_of_pair(e);
        nprand__go_on_with_row(e, p, NPRAND__NORMALS);
        return first;
    }
    const double *pair = p->of.value + 2 * nprand__take_prepared(e, p, NPRAND__NORMALS);
    e->has_gauss = 1;
    e->gauss = pair[1];
    return pair[0];
}

double nprand__scalar_pair(nprand_rng *rng)
{
    struct nprand__engine *e = nprand__engine_of(rng);
    if (nprand__is_in_row(e, NPRAND__NORMALS))
        return pair_in_row(e, nprand__prepared_of(rng));
    if (e->pos <= NPRAND__N - POLAR_WORDS)
        return nprand__first_of_pair(e);
    const double first = nprand__first_of_pair(e);
    nprand__begin_row(e, nprand__prepared_of(rng), NPRAND__NORMALS);
    return first;
}

/* ---- Pairs ---- */

/* Attempts of which the uniforms are read at a time: two blocks of words. */
enum { POLAR_ATTEMPTS = 312 };

/* Makes exactly so many attempts. Returns how many pairs of normals they gave. The points of half
 * of the uniforms are made at a time, for 4 KB less stack: 2.10 ns per value in place of 2.06.
 * Uniforms of one block take 2.16. */
NPRAND__NOINLINE static size_t polar_pairs(struct nprand__engine *e, size_t attempts, double *out)
{
    const struct nprand__backend *backend = nprand__backend();
    double u[2 * POLAR_ATTEMPTS];
    struct nprand__points p;
    size_t pairs = 0;
    while (attempts > 0) {
        size_t made = nprand__min(attempts, POLAR_ATTEMPTS);
        nprand__fill_doubles(e, 2 * made, u);
        for (size_t first = 0; first < made; first += NPRAND__MAX_POINTS) {
            size_t count = nprand__min(made - first, NPRAND__MAX_POINTS);
            size_t inside = backend->select_points(count, u + 2 * first, &p);
            backend->normals(inside, p.x1, p.x2, p.r2, out + 2 * pairs);
            pairs += inside;
        }
        attempts -= made;
    }
    return pairs;
}

/* n normals, where none is cached. Never more pairs are attempted than are missing: none is left
 * over. */
static void polar_fill(struct nprand__engine *e, size_t n, double *out)
{
    while (n >= 2) {
        size_t pairs = polar_pairs(e, n / 2, out);
        if (pairs > 0)
            e->gauss = 0.0; /* as the second normal of a pair leaves it */
        out += 2 * pairs;
        n -= 2 * pairs;
    }
    if (n > 0)
        *out = nprand__gauss(e);
}

/* ---- Parts ----
 *
 * Each part begins at an attempt that is known. Where its values go is known only after the pairs
 * of the parts before it have been counted. The last part makes what the others leave. */

enum {
    MOST_POLAR_PARTS = 128, /* all but the last are counted first, which more would not speed up */
};

/* An attempt gives a pair with a chance of pi/4. */
static const double ATTEMPTS_PER_VALUE = 0.6366197723675814; /* 2/pi */

struct polar_parts {
    struct nprand__engine *whole;
    struct nprand__mark start;
    size_t n, attempts; /* values of the fill, and attempts of each part but the last */
    int parts, pieces;  /* of a part, that are counted by themselves */
    double *out;
    /* First the pairs of piece i in element i + 1. Then the pairs of all parts before part i in
     * element i. One array for both saves stack. */
    size_t pairs[MOST_POLAR_PARTS + 1];
};

/* How many pairs the next attempts of *e give. Only the key is read. It is copied to the beginning
 * of a cache line, which is a tenth faster. In each block, one attempt has its first words in the
 * block before, unless all attempts begin at a multiple of four. */
NPRAND__NOINLINE static size_t count_pairs(const struct nprand__engine *e, size_t attempts)
{
    const struct nprand__backend *backend = nprand__backend();
    alignas(NPRAND__LINE) uint32_t key[NPRAND__N + NPRAND__PAD];
    memcpy(key, e->key, sizeof key);
    size_t pos = e->pos, pairs = 0;
    for (;;) {
        size_t made = nprand__min(attempts, (NPRAND__N - pos) / POLAR_WORDS);
        pairs += backend->count_points(key + pos, made);
        pos += POLAR_WORDS * made;
        attempts -= made;
        if (attempts == 0)
            return pairs;
        uint32_t astride[POLAR_WORDS];
        size_t left = NPRAND__N - pos;
        memcpy(astride, key + pos, left * sizeof *key);
        backend->twist(key, 1);
        pos = 0;
        if (left > 0) {
            pos = POLAR_WORDS - left;
            memcpy(astride + left, key, pos * sizeof *key);
            pairs +=
                nprand__backend_portable.count_points(astride, 1); /* less work than a vector */
            attempts--;
        }
    }
}

static void count_piece(void *argument, size_t i)
{
    struct polar_parts *p = (struct polar_parts *)argument;
    const size_t part = i / (size_t)p->pieces;
    const int piece = (int)(i % (size_t)p->pieces);
    const size_t first = nprand__part_begin(p->attempts, p->pieces, piece);
    const size_t end = nprand__part_begin(p->attempts, p->pieces, piece + 1);
    struct nprand__engine mine;
    nprand__begin_part(&mine, p->whole, &p->start,
                       POLAR_WORDS * ((uint64_t)part * p->attempts + first));
    p->pairs[i + 1] = count_pairs(&mine, end - first);
}

/* Fills pairs[]. Part i has pieces from i * pieces + 1 on, which is not before i + 1: a sum is
 * written where its pieces were, or further down. The number of pairs of the last part need not be
 * known. A few parts are counted in pieces, which leaves no thread idle; with more parts, advancing
 * to a piece would take longer than counting it. */
static void count_parts(struct polar_parts *p)
{
    const size_t counts = (size_t)(p->parts - 1) * (size_t)p->pieces;
    nprand__run_parts(p->whole, count_piece, p, counts);
    p->pairs[0] = 0;
    for (int part = 0; part < p->parts - 1; part++) {
        size_t pairs = 0;
        for (int piece = 0; piece < p->pieces; piece++)
            pairs += p->pairs[part * p->pieces + piece + 1];
        p->pairs[part + 1] = p->pairs[part] + pairs;
    }
    while (2 * p->pairs[p->parts - 1] >= p->n) /* far more pairs than expected */
        p->parts--;
}

static void polar_part(void *argument, size_t i)
{
    const struct polar_parts *p = (const struct polar_parts *)argument;
    const bool is_last = (int)i == p->parts - 1;
    const size_t first = 2 * p->pairs[i];
    const size_t end = is_last ? p->n : 2 * p->pairs[i + 1];
    struct nprand__engine mine;
    nprand__begin_part(&mine, p->whole, &p->start, POLAR_WORDS * ((uint64_t)i * p->attempts));
    polar_fill(&mine, end - first, p->out + first);
    if (is_last)
        nprand__end_parts(p->whole, &mine);
}

NPRAND__NOINLINE static void polar_fill_in_parts(struct nprand__engine *e, int parts, size_t n,
                                                 double *out)
{
    struct polar_parts p = {.whole = e, .n = n, .out = out};
    p.parts = parts < MOST_POLAR_PARTS ? parts : MOST_POLAR_PARTS;
    p.pieces = p.parts <= 4 ? p.parts : 1;
    p.attempts = (size_t)(ATTEMPTS_PER_VALUE * (double)n) / (size_t)p.parts;
    nprand__mark(e, &p.start);
    p.start.gauss = 0.0; /* as the second normal of a pair leaves it */
    count_parts(&p);
    nprand__run_parts(e, polar_part, &p, (size_t)p.parts);
}

void nprand__fill_gauss(struct nprand__engine *e, size_t n, double *out)
{
    if (n > 0 && e->has_gauss) {
        *out++ = nprand__gauss(e);
        n--;
    }
    const int parts = nprand__parts(e, n);
    if (parts > 1)
        polar_fill_in_parts(e, parts, n, out);
    else
        polar_fill(e, n, out);
}

/* ---- Normals, each followed by a uniform ---- */

/* Pairs of normals with the two uniforms after each pair. Returns how many pairs. Exactly so many
 * units of two uniforms are read, and one more if the last unit is a point. */
NPRAND__NOINLINE static size_t pairs_and_uniforms(struct nprand__engine *e, size_t units, double *g,
                                                  double *u)
{
    double d[2 * NPRAND__ROUND + 2];
    struct nprand__points p;
    bool more;
    nprand__fill_doubles(e, 2 * units, d);
    /* The kernel reads one unit more, whose uniforms may not be drawn yet. */
    d[2 * units] = d[2 * units + 1] = 0.0;
    const size_t pairs = nprand__backend()->points_and_uniforms(units, d, &p, u, &more);
    if (more)
        nprand__fill_doubles(e, 2, u + 2 * pairs - 2);
    nprand__backend()->normals(pairs, p.x1, p.x2, p.r2, g);
    return pairs;
}

/* A pair with its uniforms takes two units or more: n / 2 * 2 units make n values or fewer. */
size_t nprand__some_gauss_and_uniforms(struct nprand__engine *e, size_t n, double *g, double *u)
{
    if (e->has_gauss || n == 1) {
        g[0] = nprand__gauss(e);
        u[0] = nprand__next_double(e);
        return 1;
    }
    size_t pairs = pairs_and_uniforms(e, nprand__min(n / 2 * 2, NPRAND__ROUND), g, u);
    if (pairs > 0)
        e->gauss = 0.0; /* as the second normal of a pair leaves it */
    return 2 * pairs;
}
