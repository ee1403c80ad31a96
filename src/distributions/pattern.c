/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Sequences of items, which are normals and gammas. A scalar draw waits for a logarithm before it
 * knows whether its attempt is accepted, and at which uniform the next item begins. Here, uniforms
 * of the block are read ahead, and a walk over them decides which uniforms each item takes. The
 * walk only needs to know which attempts are accepted. For nearly all attempts, an approximation is
 * enough: it differs from the limit by more than its error. The other attempts take the exact test.
 * After the walk, the values of all items are computed in vectors.
 *
 * The sources of the methods are named in polar.c and gamma.c.
 */
#include "pattern.h"

#include "../backend/libm.h"
#include "../backend/polar.h"
#include "../math/bits.h"

#include "approximate.h"
#include "attempts.h"
#include "gamma.h"
#include "poisson.h"
#include "polar.h"
#include "threshold.h"

/* -2 ln(x) of 0 < x < 1, or a little more. For x = 2^k m with 1 <= m < 2, the bits of x are k and
 * m - 1, and log2(x) is k + m - 1 or more. Source: J. N. Mitchell, "Computer multiplication and
 * division using binary logarithms", IRE Trans. EC-11 (1962), 512-517. */
static inline double above_minus_2_log(double x)
{
    const int64_t bits = (int64_t)(NPRAND__ONE_BITS - nprand__to_bits(x));
    return (double)bits * (2.0 * 0.6931471806 * 0x1p-52);
}

/* ---- The walk ---- */

/* Uniforms that are read ahead at a time, at most. Behind them stand WALK_ENDS numbers 2, which no
 * test accepts: a walk need not compare each position with the end. */
enum { WALK_AHEAD = 208, WALK_ENDS = 4 };

/* Shapes below which and above which a gamma is not walked. */
static const double WALK_LEAST = 2e-6, WALK_MOST = 1e5;

/* Where a walk is. Point k makes the normals of number 2k, which NumPy takes first, and 2k + 1,
 * which NumPy caches: the next normal is a cached one if its number is odd. A normal that the
 * generator had cached has the number 2k + 1 of a point of its own. */
struct item_place {
    size_t at;     /* the next uniform */
    size_t normal; /* the number of the next normal */
};

enum { MOST_LANES = 8, MOST_LISTED = NPRAND__ITEMS + MOST_LANES, MOST_GIVEN = 16 };
enum { MOST_POINTS = MOST_LISTED / MOST_LANES * MOST_LANES };
static_assert((int)MOST_LISTED <= WALK_AHEAD + WALK_ENDS, "the gammas have room in the uniforms");

struct walk {
    bool has_johnk;
    double shape[NPRAND__ITEMS];
    size_t count; /* of uniforms */
    double u[WALK_AHEAD + WALK_ENDS];
    uint64_t skip[WALK_AHEAD + WALK_ENDS];        /* 0 if u[i] and u[i + 1] make a point, or 2 */
    double r2[WALK_AHEAD + WALK_ENDS];            /* of the point, inside or outside the disc */
    size_t points, normals, gammas, logs, powers; /* the lengths of the lists below */
    /* An item that is a normal, and its normal; a gamma of a shape b + 1/3 above 1, and its
     * normal. */
    uint16_t normal_item[NPRAND__ITEMS], normal[NPRAND__ITEMS];
    uint16_t gamma_item[NPRAND__ITEMS], gamma_normal[NPRAND__ITEMS];
    double b[MOST_LISTED];
    uint16_t log_item[MOST_LISTED], power_item[MOST_LISTED];
    /* What the logarithms and the powers are taken of. The normals are made after them, in the same
     * room, which saves 1.7 KB of stack. */
    union {
        struct {
            double log[MOST_LISTED], power[MOST_LISTED];
        } of;
        double normals[2 * MOST_POINTS];
    } list;
    struct {
        double x1[MOST_POINTS], x2[MOST_POINTS], r2[MOST_POINTS];
    } point;
    size_t givens;                     /* normals that the generator had cached */
    uint16_t given_number[MOST_GIVEN]; /* their numbers */
    double given[MOST_GIVEN];
};

/* Whether an item is drawn together with the next one: a Poisson value, or Johnk's method. */
static inline bool is_pair(double shape)
{
    return shape < 0.0 && shape > NPRAND__NOTHING;
}

/* Finds the point of the next normal, which is the square root of -2 ln(r2) / r2, times x. Returns
 * false where the uniforms end. A first attempt that gives no point is skipped without a branch. r2
 * has been computed for each position: the processor learns earlier of a gamma that is rejected,
 * and a gamma takes 0.6 ns less. */
NPRAND__INLINE bool walk_gauss(struct walk *w, struct item_place *here, double *x)
{
    const size_t k = here->normal / 2;
    if (here->normal % 2 == 1) {
        here->normal++;
        *x = w->point.x1[k];
        return true;
    }
    size_t i = here->at + (size_t)w->skip[here->at];
    while (w->skip[i] > 0) {
        i += 2;
        if (i >= w->count)
            return false;
    }
    const double x2 = 2.0 * w->u[i + 1] - 1.0;
    w->point.x1[k] = 2.0 * w->u[i] - 1.0;
    w->point.x2[k] = x2;
    w->point.r2[k] = w->r2[i];
    *x = x2;
    here->at = i + 2;
    here->normal++;
    return true;
}

/* Whether the last normal is one that the generator had cached. */
static inline bool is_given(const struct walk *w, const struct item_place *here)
{
    return w->givens > 0 && w->given_number[w->givens - 1] == here->normal - 1;
}

enum outcome { ACCEPTED, REJECTED, REPEATED, ENDED };

/* What an attempt gives: REPEATED if it takes no uniform, ENDED if it has none. */
static enum outcome exact_outcome(double b, double c, double x, double u)
{
    double v = 1.0 + c * x;
    if (v <= 0.0)
        return REPEATED;
    if (u == 2.0)
        return ENDED;
    v = v * v * v;
    return nprand__gamma_accepts(b, x, v, u) ? ACCEPTED : REJECTED;
}

/* The outcome of an attempt that the squeeze of walk_above_one() does not accept. The test is
 * ln(u) < h, as there. If the square of the normal is above 1e-3, and 1 + c x above 0.1, the
 * approximation of ln(u) - h has an error below 2e-5 + 1e-5 b, and the margin is larger. What is
 * rejected here, nprand__gamma_accepts() rejects too: by the paper, its squeeze is below exp(h).
 *
 * For a cached normal, which is x itself, r2 is 1. nprand__approximate_log(1) is 6e-11: the square
 * is then below 0 for every x, and the exact test is made. */
NPRAND__NOINLINE static enum outcome outcome_beyond_squeeze(double b, double x, double u, double r2)
{
    const double c = nprand__gamma_c(b);
    const double square = -2.0 * nprand__approximate_log(r2) * (x * x / r2);
    const double w = 1.0 + (x < 0.0 ? -c : c) * sqrt(fabs(square));
    if (square > 1e-3 && w > 0.1 && u > 0.0 && u < 1.0) {
        const double difference = nprand__approximate_log(u) - 0.5 * square -
                                  b * (1.0 - w * w * w + 3.0 * nprand__approximate_log(w));
        if (fabs(difference) > 1e-4 * (1.0 + b))
            return difference < 0.0 ? ACCEPTED : REJECTED;
    }
    if (r2 < 1.0)
        x = nprand__polar_factor(nprand__log(r2), r2) * x;
    return exact_outcome(b, c, x, u);
}

/* The first squeeze of nprand__gamma_accepts() accepts most attempts without a logarithm, a root or
 * a division. Its condition v >= 0.064 is c x >= -0.6. Where c x > 0, the integral of its proof is
 * below 1: h is above -c^2 x^4 / 12, and more attempts are accepted. x^2 is computed a little too
 * large, which only makes the squeeze accept fewer attempts.
 *
 * The condition that does not depend on the sign of x comes first, and holds for nearly all
 * attempts: the processor would mispredict a branch on the sign. Built by clang 14, which follows
 * the order of the conditions, a value of standard_gamma_each takes 15.7 ns in place of 22.5. */
NPRAND__INLINE bool walk_above_one(struct walk *w, struct item_place *here, size_t i, double shape)
{
    const double b = shape - 1.0 / 3.0, nine_b = 9.0 * b;
    for (;;) {
        const size_t k = here->normal / 2;
        double x;
        if (!walk_gauss(w, here, &x))
            return false;
        const double u = w->u[here->at], r2 = w->point.r2[k];
        const double square = x * x * above_minus_2_log(r2); /* r2 times the one of the normal */
        const double ratio = square * square, most = (1.0 - 1e-9 - u) * (r2 * r2) * nine_b;
        const bool near = (square < 0.36 * nine_b * r2) & (ratio < 6.0 * most);
        if (near || (x > 0.0 && ratio < 12.0 * most)) {
            here->at++;
            break;
        }
        const enum outcome outcome = outcome_beyond_squeeze(b, x, u, is_given(w, here) ? 1.0 : r2);
        if (outcome == ENDED)
            return false;
        here->at += outcome != REPEATED;
        if (outcome == ACCEPTED)
            break;
    }
    w->b[w->gammas] = b;
    w->gamma_item[w->gammas] = (uint16_t)i;
    w->gamma_normal[w->gammas++] = (uint16_t)(here->normal - 1);
    return true;
}

NPRAND__INLINE bool walk_normal(struct walk *w, struct item_place *here, size_t i)
{
    double x;
    if (!walk_gauss(w, here, &x))
        return false;
    w->normal_item[w->normals] = (uint16_t)i;
    w->normal[w->normals++] = (uint16_t)(here->normal - 1);
    return true;
}

NPRAND__INLINE bool walk_one(struct walk *w, struct item_place *here, size_t i)
{
    if (here->at == w->count)
        return false;
    w->log_item[w->logs] = (uint16_t)i;
    w->list.of.log[w->logs++] = 1.0 - w->u[here->at++];
    return true;
}

NPRAND__NOINLINE static bool below_accepts_exactly(double shape, double u, double second)
{
    double x;
    return nprand__gamma_attempt(shape, 1.0 / shape, u, second, &x);
}

/* The test X <= E + Y is made as ln(base) <= shape ln(E + Y), where X is base^(1/shape). The errors
 * of nprand__coarse_log() are below 1e-5. For a base and a sum E + Y above 1e-4, the error of the
 * difference is below 2e-5 + 1.2e-5 / base + 2.4e-5 / sum: that of both logarithms, and what the
 * error of Y changes in base, and those of E and Y in sum. The margin is twice as large or more.
 *
 * For U <= 1 - shape, where the method has no Y, (1 - U) / shape is 1 or more, and y is 0. No
 * branch depends on U. */
NPRAND__NOINLINE static bool open_accepts(double shape, double u, double second)
{
    const double rest = 1.0 - shape;
    const double about_y = -nprand__coarse_log((1.0 - u) / shape);
    const double y = about_y > 0.0 ? about_y : 0.0;
    const double base = (u < rest ? u : rest) + shape * y;
    const double sum = y - nprand__coarse_log(1.0 - second);
    const double difference = nprand__coarse_log(base) - shape * nprand__coarse_log(sum);
    const double margin = 5e-5 * (base * sum + base + sum);
    if ((base < 1e-4) | (sum < 1e-4) | (fabs(difference) * base * sum < margin))
        return below_accepts_exactly(shape, u, second);
    return difference < 0.0;
}

/* With the bounds of the threshold, the processor learns early of a mispredicted branch. */
NPRAND__INLINE bool walk_below_one(struct walk *w, struct item_place *here, size_t i)
{
    const double shape = w->shape[i];
    const struct nprand__threshold t = nprand__threshold_prepare(shape);
    double u;
    for (;;) {
        if (here->at + 2 > w->count)
            return false;
        u = w->u[here->at];
        const double second = w->u[here->at + 1];
        here->at += 2;
        const enum nprand__verdict verdict = nprand__threshold_test(&t, u, second);
        if (verdict == NPRAND__ACCEPTED)
            break;
        if (verdict == NPRAND__OPEN && open_accepts(shape, u, second))
            break;
    }
    const bool above = u > t.rest;
    w->log_item[w->logs] = (uint16_t)i;
    w->list.of.log[w->logs] = 1.0 - u;
    w->logs += above;
    w->power_item[w->powers] = (uint16_t)i;
    w->list.of.power[w->powers] = u;
    w->powers += !above;
    return true;
}

/* walk_poisson() and walk_johnk() return the next uniform's place, or 0 if the uniforms end before
 * the item does. */

/* The Poisson value by multiplication, as in poisson.c. The first uniform decides by itself whether
 * the value is 0: a branch on it waits for nothing. Then WALK_ENDS uniforms at a time are
 * multiplied without a branch: the processor mispredicts the end of a loop over single ones. A
 * product that has reached the limit is no longer counted. The value ends at the uniform that takes
 * the product to the limit. It must not be one of the numbers 2 behind the uniforms. */
NPRAND__INLINE size_t walk_poisson(const struct walk *w, size_t at, size_t i)
{
    const double limit = -w->shape[i];
    double product = w->u[at];
    size_t goes_on = product > limit;
    at++;
    if (!goes_on)
        return at;
    while (goes_on && at < w->count) {
        const double *const next = w->u + at;
        for (size_t j = 0; j < WALK_ENDS; j++) {
            product *= next[j];
            goes_on &= product > limit;
            at += goes_on;
        }
    }
    return at < w->count ? at + 1 : 0;
}

NPRAND__NOINLINE static double johnk_sum_exactly(double u, double v, double inverse_p,
                                                 double inverse_s)
{
    return nprand__pow(u, inverse_p) + nprand__pow(v, inverse_s);
}

static inline double coarse_power(double u, double exponent)
{
    return exponent == 1.0 ? u : nprand__coarse_exp(nprand__coarse_log(u) * exponent);
}

/* U^(1/p) + V^(1/s), exactly or farther from 1 than its error. An error of 1e-5 in ln(U) changes
 * U^(1/p) by less than 1e-5 / p, since the power is 1 or below. With the errors of the
 * exponentials, the error of the sum is below 1e-5 (1/p + 1/s) + 3.2e-5. As 1/p + 1/s is 2 or more,
 * the margin is larger. */
static inline double johnk_sum(double u, double v, double inverse_p, double inverse_s)
{
    const double sum = coarse_power(u, inverse_p) + coarse_power(v, inverse_s);
    if (fabs(sum - 1.0) < 4e-5 * (inverse_p + inverse_s))
        return johnk_sum_exactly(u, v, inverse_p, inverse_s);
    return sum;
}

static void list_power(struct walk *w, size_t i, double u)
{
    w->power_item[w->powers] = (uint16_t)i;
    w->list.of.power[w->powers++] = u;
}

/* Where both powers may be 0, the scalar draw decides. With approximate powers, beta with the
 * shapes 0.5 and 1 takes 37 ns in place of 64. */
NPRAND__NOINLINE static size_t walk_johnk(struct walk *w, size_t at, size_t i)
{
    const double inverse_p = 1.0 / -w->shape[i], inverse_s = 1.0 / w->shape[i + 1];
    double sum;
    do {
        if (at + 2 > w->count)
            return 0;
        sum = johnk_sum(w->u[at], w->u[at + 1], inverse_p, inverse_s);
        at += 2;
    } while (sum > 1.0);
    if (!(sum > 1e-200))
        return 0;
    list_power(w, i, w->u[at - 2]);
    list_power(w, i + 1, w->u[at - 1]);
    return at;
}

/* Draws a gamma, as item i, whose shape is w->shape[i] + k. If k makes the shape 1, the scalar draw
 * makes the gamma: an item of shape 1 has this number in w->shape. */
NPRAND__INLINE bool walk_raised(struct walk *w, struct item_place *here, size_t i, double k)
{
    const double shape = w->shape[i] + k;
    if (shape > 1.0)
        return walk_above_one(w, here, i, shape);
    return shape < 1.0 && walk_below_one(w, here, i);
}

/* Draws items i and i + 1: both of Johnk's method, or a Poisson value k and the gamma whose shape k
 * raises. A function of its own, since a place in memory would slow the loop of walk_items() down.
 * A value of noncentral_chisquare(0.5, 2) takes 31 ns in place of 45. */
NPRAND__NOINLINE static bool walk_pair(struct walk *w, struct item_place *place, size_t i)
{
    struct item_place here = *place;
    here.at = w->has_johnk ? walk_johnk(w, place->at, i) : walk_poisson(w, place->at, i);
    bool drawn = here.at > 0;
    if (drawn && !w->has_johnk) {
        const int32_t k = (int32_t)(here.at - place->at) - 1;
        drawn = walk_raised(w, &here, i + 1, (double)k);
    }
    *place = here;
    return drawn;
}

/* Draws item i, and the next one if both are a pair. Returns how many: 0 if the uniforms end before
 * the items do. */
NPRAND__INLINE size_t walk_item(struct walk *w, struct item_place *here, size_t i)
{
    const double shape = w->shape[i];
    if (shape > 1.0)
        return walk_above_one(w, here, i, shape);
    if (shape == NPRAND__NORMAL)
        return walk_normal(w, here, i);
    if (shape == 1.0)
        return walk_one(w, here, i);
    if (shape > 0.0)
        return walk_below_one(w, here, i);
    if (shape == NPRAND__NOTHING)
        return 1;
    struct item_place place = *here;
    const bool drawn = walk_pair(w, &place, i);
    *here = place;
    return drawn ? 2 : 0;
}

/* Draws the items from first to end - 1, as far as the uniforms suffice. Returns how many; *place
 * becomes the place where the last of them ends. */
static size_t walk_items(struct walk *w, struct item_place *place, size_t first, size_t end)
{
    struct item_place here = *place, before = here;
    size_t i = first;
    while (i < end) {
        before = here;
        const size_t made = walk_item(w, &here, i);
        if (made == 0)
            break;
        i += made;
    }
    *place = i < end ? before : here;
    return i - first;
}

/* ---- The values ----
 *
 * The array functions compute whole vectors, then the last elements one by one, which takes longer.
 * The lists are short: the last vector is filled with numbers whose results are not read. */

static size_t whole_vectors(size_t n)
{
    return (n + MOST_LANES - 1) / MOST_LANES * MOST_LANES;
}

/* The gammas of shape 1, which are -ln((1 - U) / 1). For shapes below 1: Y, and what the power is
 * taken of. */
static void values_of_logs(struct walk *w, double *out)
{
    const size_t count = whole_vectors(w->logs);
    for (size_t k = 0; k < w->logs; k++)
        w->list.of.log[k] /= w->shape[w->log_item[k]];
    for (size_t k = w->logs; k < count; k++)
        w->list.of.log[k] = 0.5;
    nprand__log_array(count, w->list.of.log);
    for (size_t k = 0; k < w->logs; k++) {
        const size_t i = w->log_item[k];
        const double y = -w->list.of.log[k], shape = w->shape[i];
        out[i] = y;
        w->power_item[w->powers] = (uint16_t)i;
        w->list.of.power[w->powers] = 1.0 - shape + shape * y;
        w->powers += shape != 1.0;
    }
}

NPRAND__NOINLINE static void values_of_powers(struct walk *w, double *out)
{
    double *const inverse = w->list.of.log; /* the logarithms have been used */
    const size_t count = whole_vectors(w->powers);
    for (size_t k = 0; k < w->powers; k++)
        inverse[k] = 1.0 / fabs(w->shape[w->power_item[k]]);
    for (size_t k = w->powers; k < count; k++)
        w->list.of.power[k] = inverse[k] = 0.5;
    nprand__pow_arrays(count, w->list.of.power, inverse);
    for (size_t k = 0; k < w->powers; k++)
        out[w->power_item[k]] = w->list.of.power[k];
}

NPRAND__NOINLINE static void values_of_normals(struct walk *w, double *out)
{
    const size_t points = whole_vectors(w->points), gammas = whole_vectors(w->gammas);
    double *const g = w->list.normals, *const x = w->u; /* the uniforms have been used */
    for (size_t k = w->points; k < points; k++)
        w->point.x1[k] = w->point.x2[k] = w->point.r2[k] = 0.5;
    nprand__backend()->normals(points, w->point.x1, w->point.x2, w->point.r2, g);
    for (size_t k = 0; k < w->givens; k++)
        g[w->given_number[k]] = w->given[k];
    for (size_t k = 0; k < w->normals; k++)
        out[w->normal_item[k]] = g[w->normal[k]];
    for (size_t k = 0; k < w->gammas; k++)
        x[k] = g[w->gamma_normal[k]];
    for (size_t k = w->gammas; k < gammas; k++)
        w->b[k] = x[k] = 1.0;
    nprand__backend()->gammas(gammas, w->b, x);
    for (size_t k = 0; k < w->gammas; k++)
        out[w->gamma_item[k]] = x[k];
}

/* ---- Sequences ---- */

/* Reads ahead for n items. Most items take 5/2 uniforms or fewer; 8 more are read. A point takes
 * two uniforms, and the list of points limits their number. Then finds for each uniform whether a
 * point begins at it, and its r2. */
static void walk_look_ahead(struct nprand__engine *e, struct walk *w, size_t n)
{
    const size_t most = nprand__min(2 * (MOST_POINTS - 1 - w->points), WALK_AHEAD);
    w->count = nprand__look_ahead(e, nprand__min(8 + 5 * n / 2, most), w->u);
    for (size_t k = 0; k < WALK_ENDS; k++)
        w->u[w->count + k] = 2.0;
    const size_t count = w->count + WALK_ENDS - 1;
    nprand__backend()->skips(count, w->u, w->skip, w->r2);
    w->skip[count] = 2;
}

/* Where a walk begins. A normal that the generator had cached is a point without uniforms, with
 * x1 = gauss and r2 = 1/2. The squeeze then takes its square as 2.8 gauss^2, since
 * -2 ln(1/2) / (1/2) = 2.8: it accepts fewer attempts. */
static struct item_place walk_from(const struct nprand__engine *e, struct walk *w)
{
    const size_t k = w->points;
    if (!e->has_gauss)
        return (struct item_place){0, 2 * k};
    w->point.x1[k] = e->gauss;
    w->point.x2[k] = w->point.r2[k] = 0.5;
    w->given_number[w->givens] = (uint16_t)(2 * k + 1);
    w->given[w->givens++] = e->gauss;
    return (struct item_place){0, 2 * k + 1};
}

/* Takes from the generator what the items have taken. If they took no normal, a cached normal
 * stays, and has_gauss, which may be any number but 0, stays too. */
static void walk_to(struct nprand__engine *e, struct walk *w, const struct item_place *end)
{
    const size_t k = end->normal / 2, begin = 2 * w->points + (e->has_gauss != 0);
    nprand__take_doubles(e, end->at);
    w->points = (end->normal + 1) / 2;
    if (end->normal == begin)
        return;
    e->has_gauss = end->normal % 2 == 1;
    e->gauss = 0.0;
    if (e->has_gauss) {
        const double r2 = w->point.r2[k];
        e->gauss = nprand__polar_factor(nprand__log(r2), r2) * w->point.x1[k];
    }
}

/* Draws some of n > 0 items, from item first on, of uniforms that are read ahead. Returns how many:
 * 0 if the block has too few uniforms, or if the lists have too little room: for fewer than 8
 * points, or for no cached normal. If the block has no word left, an item that needs no word must
 * not twist: the scalar draw knows. */
static size_t some_items(struct nprand__engine *e, struct walk *w, size_t first, size_t n)
{
    if (nprand__words_left(e) == 0 || w->points + 8 > MOST_POINTS || w->givens == MOST_GIVEN)
        return 0;
    walk_look_ahead(e, w, n);
    const size_t givens = w->givens;
    struct item_place place = walk_from(e, w);
    const size_t made = walk_items(w, &place, first, first + n);
    if (made > 0)
        walk_to(e, w, &place);
    else
        w->givens = givens;
    return made;
}

/* Draws the item of shape[0] as a scalar draw does, with the next one if both are a pair. Returns
 * how many. */
static size_t draw_item(struct nprand__engine *e, const struct nprand__pattern *pattern,
                        const double *shape, double *x)
{
    const bool pair = is_pair(shape[0]);
    const size_t last = pair ? 1 : 0;
    if (shape[0] == NPRAND__NORMAL) {
        *x = nprand__gauss(e);
    } else if (pair && pattern->johnk != NULL) {
        pattern->johnk(e, -shape[0], shape[1], x);
    } else if (shape[0] != NPRAND__NOTHING) {
        const double k = pair ? (double)nprand__poisson_multiply(e, -shape[0]) : 0.0;
        const struct nprand__gamma g = nprand__gamma_prepare(shape[last] + k);
        x[last] = nprand__gamma_draw(e, &g);
    }
    return last + 1;
}

/* Whether a walk knows all items. It does not know others: a shape of 0, a small or a large one,
 * NaN of either sign. A processor that takes subnormal numbers for 0 would not see that such a
 * shape is above 0. The bits of a double grow with its absolute value, and those of NaN are the
 * largest. Subtractions of integers set the sign bit for bits below those of WALK_LEAST, for bits
 * above those of WALK_MOST, and for bits above those of -infinity. A negative number is no gamma,
 * and walked. */
static bool are_walked(const double *shape, size_t n)
{
    const uint64_t least = nprand__to_bits(WALK_LEAST), most = nprand__to_bits(WALK_MOST);
    const uint64_t lowest = nprand__to_bits(-(double)INFINITY);
    uint64_t others = 0;
    for (size_t i = 0; i < n; i++) {
        const uint64_t bits = nprand__to_bits(shape[i]);
        others |= (~bits & ((bits - least) | (most - bits))) | (bits & (lowest - bits));
    }
    return others >> 63 == 0;
}

/* ---- Methods ---- */

/* The most values of which the parameters are prepared at a time. */
enum { MOST_VALUES = NPRAND__ATTEMPTS };

/* Of fill_alike(): the largest width, and the most gammas at a time. */
enum { MOST_ALIKE = 2, MOST_GAMMAS = MOST_ALIKE - 1 + NPRAND__ATTEMPTS };

/* The parameters of n values, from value first on. Those that are in a row already stay where they
 * are. The others are written to room, which has most doubles for each parameter. The one value of
 * step 0 is written with the first values, which are as many as later ones, or more.
 *
 * Not returned: a copy of the struct would load two pointers at once that were stored one by one,
 * and wait until all stores before it are done, for 3 % of the time of standard_gamma_each. */
static void take_values(const struct nprand__pattern *pattern, double *room, size_t most,
                        size_t first, size_t n, struct nprand__values *v)
{
    v->of = pattern->of;
    v->first = first;
    v->n = n;
    for (size_t j = 0; j < pattern->count; j++, room += most) {
        const struct nprand__parameter *p = &pattern->p[j];
        v->p[j] = p->step == 1 ? (const double *)p->first + first : room;
        if (p->step == 1 || (p->step == 0 && first > 0))
            continue;
        for (size_t i = 0; i < n; i++)
            room[i] = nprand__double_at(p, first + i);
    }
}

/* The shapes of n gammas above 1, as nprand__some_gammas_above_one() takes them. */
static void shapes_above_one(size_t n, const double *shape, double *b, double *c)
{
    for (size_t i = 0; i < n; i++) {
        b[i] = shape[i] - 1.0 / 3.0;
        c[i] = nprand__gamma_c(b[i]);
    }
}

static bool are_above_one(const double *shape, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!(shape[i] > 1.0))
            return false;
    return true;
}

/* One or two shapes in turn, for the gammas of n values, up to MOST_GAMMAS. i & (width - 1) is
 * i % width for these widths, and takes no division. */
static_assert(MOST_ALIKE == 2, "repeat_shapes() takes the last bit");
static void repeat_shapes(size_t width, const double *shape, size_t n, double *b, double *c)
{
    const size_t gammas = nprand__min(n * width, MOST_GAMMAS);
    shapes_above_one(width, shape, b, c);
    for (size_t i = width; i < gammas; i++) {
        b[i] = b[i & (width - 1)];
        c[i] = c[i & (width - 1)];
    }
}

/* n values, each of one or two gammas of the same shapes. A round may end between the gammas of one
 * value. Those that it has made for this value, fewer than the width, are kept for the next
 * round. */
NPRAND__NOINLINE static void fill_alike(struct nprand__engine *e,
                                        const struct nprand__pattern *pattern, const double *shape,
                                        size_t n, double *out)
{
    double x[MOST_GAMMAS], b[MOST_GAMMAS], c[MOST_GAMMAS];
    double room[NPRAND__MOST_OF * MOST_VALUES];
    struct nprand__values v;
    take_values(pattern, room, MOST_VALUES, 0, nprand__min(n, MOST_VALUES), &v);
    const struct nprand__gamma g = nprand__gamma_prepare(shape[0]);
    const size_t width = pattern->width;
    size_t made = 0;
    if (g.shape > 1.0)
        repeat_shapes(width, shape, nprand__min(n, MOST_GAMMAS), b, c);
    for (; v.first < n; v.first += v.n) {
        const size_t wanted = nprand__min(n - v.first, MOST_VALUES) * width - made;
        made += g.shape > 1.0 ? nprand__some_gammas_above_one(e, b + made % width, c + made % width,
                                                              wanted, x + made)
                              : nprand__some_gammas_to_one(e, &g, wanted, x + made);
        v.n = made / width;
        pattern->combine(&v, x, out);
        made -= v.n * width;
        memmove(x, x + v.n * width, made * sizeof *x);
    }
}

static bool is_one_and_normal(const struct nprand__pattern *pattern, const double *shape)
{
    return pattern->width == 2 && shape[0] == 1.0 && shape[1] == NPRAND__NORMAL;
}

/* n values, each of a gamma of shape 1 and a normal. The gamma takes one uniform, which is drawn
 * with the normal of the value before: noncentral_chisquare(3, 2) takes 8 ns in place of 15. */
NPRAND__NOINLINE static void fill_ones_and_normals(struct nprand__engine *e,
                                                   const struct nprand__pattern *pattern, size_t n,
                                                   double *out)
{
    double u[1 + NPRAND__ROUND_ROOM], g[NPRAND__ROUND], x[2 * NPRAND__ROUND];
    double room[NPRAND__MOST_OF * MOST_VALUES];
    struct nprand__values v;
    take_values(pattern, room, MOST_VALUES, 0, nprand__min(n, MOST_VALUES), &v);
    double next = nprand__next_double(e);
    for (; v.first < n; v.first += v.n) {
        const size_t others = n - v.first - 1;
        u[0] = next;
        if (others > 0) {
            v.n = nprand__some_gauss_and_uniforms(e, nprand__min(others, NPRAND__ROUND), g, u + 1);
            next = u[v.n];
        } else {
            v.n = 1;
            g[0] = nprand__gauss(e);
        }
        nprand__exponentials(v.n, u);
        for (size_t i = 0; i < v.n; i++) {
            x[2 * i] = u[i];
            x[2 * i + 1] = g[i];
        }
        pattern->combine(&v, x, out);
    }
}

/* For fewer items, reading ahead takes longer than it saves: a value of standard_t takes 58 ns in
 * place of 115 if two are drawn, and a row of four values of dirichlet 127 ns in place of 256. */
enum { WORTH_READING_AHEAD = 16 };

static void draw_one_by_one(struct nprand__engine *e, const struct nprand__pattern *pattern,
                            const double *shape, size_t n, double *x)
{
    for (size_t i = 0; i < n;)
        i += draw_item(e, pattern, shape + i, x + i);
}

/* Draws n items that a walk knows. Where the block has too few uniforms for the
 * next item, this item is drawn alone all the same. */
static void draw_together(struct nprand__engine *e, const struct nprand__pattern *pattern,
                          struct walk *w, size_t n, double *x)
{
    w->points = w->givens = w->normals = w->gammas = w->logs = w->powers = 0;
    w->has_johnk = pattern->johnk != NULL;
    for (size_t i = 0; i < n;) {
        const size_t made = some_items(e, w, i, n - i);
        i += made > 0 ? made : draw_item(e, pattern, w->shape + i, x + i);
    }
    values_of_logs(w, x);
    values_of_powers(w, x);
    values_of_normals(w, x);
}

/* Draws n gammas of shapes above 1. */
static void draw_above_one(struct nprand__engine *e, const double *b, const double *c, size_t n,
                           double *x)
{
    for (size_t i = 0; i < n;)
        i += nprand__some_gammas_above_one(e, b + i, c + i, n - i, x + i);
}

/* How the items of a round are drawn. */
enum way { ONE_BY_ONE, ABOVE_ONE, TOGETHER };

static enum way way_of(const double *shape, size_t n)
{
    if (n < WORTH_READING_AHEAD)
        return ONE_BY_ONE;
    if (are_above_one(shape, n))
        return ABOVE_ONE;
    return are_walked(shape, n) ? TOGETHER : ONE_BY_ONE;
}

NPRAND__NOINLINE static size_t
fill_items(struct nprand__engine *e, const struct nprand__pattern *pattern, size_t n, double *out)
{
    double room[2 * NPRAND__ITEMS]; /* a method has at most two parameters for each item */
    struct nprand__values v;
    struct walk w;
    double x[NPRAND__ITEMS];
    double *const b = w.b, *const c = w.r2; /* of ABOVE_ONE, which has no walk */
    enum way way = ONE_BY_ONE;
    const size_t period = pattern->period > 0 ? pattern->period : 1;
    const size_t most = NPRAND__ITEMS / pattern->width / period * period;
    for (size_t done = 0; done < n; done += v.n) {
        const size_t values = nprand__min(n - done, most), count = values * pattern->width;
        if (done == 0 || pattern->period == 0) {
            take_values(pattern, room, most, done, values, &v);
            if (!pattern->shapes(&v, w.shape))
                return done;
            way = way_of(w.shape, count);
            if (way == ABOVE_ONE)
                shapes_above_one(count, w.shape, b, c);
        }
        v.first = done;
        v.n = values;
        if (way == TOGETHER && count >= WORTH_READING_AHEAD)
            draw_together(e, pattern, &w, count, x);
        else if (way == ABOVE_ONE)
            draw_above_one(e, b, c, count, x);
        else
            draw_one_by_one(e, pattern, w.shape, count, x);
        pattern->combine(&v, x, out);
    }
    return n;
}

/* Whether all values are of one shape, 0 to 1, or of one or two shapes above 1. */
static bool are_alike(const struct nprand__pattern *pattern, const double *shape)
{
    return are_above_one(shape, pattern->width) || (pattern->width == 1 && shape[0] >= 0.0);
}

size_t nprand__fill_by_pattern(struct nprand__engine *e, const struct nprand__pattern *pattern,
                               size_t n, double *out)
{
    double shape[MOST_ALIKE];
    if (pattern->period == 1 && pattern->width <= MOST_ALIKE && n > 0) {
        double room[NPRAND__MOST_OF];
        struct nprand__values v;
        take_values(pattern, room, 1, 0, 1, &v);
        if (!pattern->shapes(&v, shape))
            return 0;
        if (are_alike(pattern, shape)) {
            fill_alike(e, pattern, shape, n, out);
            return n;
        }
        if (is_one_and_normal(pattern, shape)) {
            fill_ones_and_normals(e, pattern, n, out);
            return n;
        }
    }
    return fill_items(e, pattern, n, out);
}
