/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Sequences of normals and gammas. Item by item, a scalar draw waits for a logarithm before it
 * knows which uniform is the next one. Here the uniforms of the rest of the block are read ahead,
 * and a walk over them decides which uniforms each item takes. The walk needs to know only whether
 * an attempt is accepted. For nearly all attempts an approximation with a margin knows that; the
 * others take the exact test. The values follow when the walk is over, in vectors.
 *
 * The sources of the methods are named in polar.c and gamma.c.
 */
#include "pattern.h"

#include "../backend/libm.h"
#include "../backend/polar.h"
#include "../math/bits.h"
#include "../math/figures.h"
#include "../math/tables.h"

#include "attempts.h"
#include "gamma.h"
#include "polar.h"

enum item_kind { ITEM_NORMAL, ITEM_ABOVE_ONE, ITEM_ONE, ITEM_BELOW_ONE, ITEM_ALONE, ITEM_NOTHING };

/* A sequence of items, prepared. c is that of struct nprand__gamma. */
struct items {
    double shape[NPRAND__ITEMS], c[NPRAND__ITEMS];
    unsigned char kind[NPRAND__ITEMS];
};

/* ---- Approximations ---- */

/* ln(x) of a positive normal number, with an absolute error below 1e-10: by the table of log.h, and
 * ln(1 + r) by three terms, where |r| < 2^-7.9 (log_sum.h) and the next term is below 8e-11. About
 * -709 for x = 0. */
static inline double about_log(double x)
{
    const uint64_t bits = nprand__to_bits(x);
    const uint64_t t = bits - NPRAND__LOG_OFFSET;
    const double *entry = nprand__log_table[t >> (52 - NPRAND__TABLE_BITS) & 127];
    const double k = (double)((int32_t)(t >> 32) >> 20);
    const double z = nprand__from_bits(bits - (t & UINT64_C(0xfff) << 52));
    const double r = z * entry[0] - 1.0;
    return k * NPRAND__LN2_HIGH + entry[1] + r * (1.0 - r * (0.5 - r * (1.0 / 3.0)));
}

/* -2 ln(x) of 0 < x < 1, or a little more: 2^k m with m from 1 to 2 has a logarithm to base 2 of
 * k + m - 1 or more, and the bits of x are k and m - 1. */
static inline double above_minus_2_log(double x)
{
    const int64_t bits = (int64_t)(NPRAND__ONE_BITS - nprand__to_bits(x));
    return (double)bits * (2.0 * 0.6931471806 * 0x1p-52);
}

/* ---- The walk ---- */

/* The uniforms are read ahead: at most AHEAD, and ENDS times 2 behind them: no test accepts 2. */
enum { AHEAD = 128, ENDS = 4 };

/* Where a walk is. Point k makes the normals number 2k and 2k + 1. A normal that the generator had
 * cached is number 2k + 1 of a point of its own. */
struct item_place {
    size_t at;     /* the next uniform */
    size_t points; /* how many were made */
    bool cached;   /* whether the next normal is there, number 2 points - 1 */
};

enum { LANES_MOST = 8, MOST_LISTED = NPRAND__ITEMS + LANES_MOST, MOST_GIVEN = 16 };

struct walk {
    size_t count; /* of uniforms */
    double u[AHEAD + ENDS];
    uint32_t skip[AHEAD + ENDS]; /* 0 if u[i] and u[i + 1] make a point of the polar method, or 2 */
    const struct items *items;
    size_t points, normals, logs, powers;                       /* so many of each */
    uint16_t normal_item[NPRAND__ITEMS], normal[NPRAND__ITEMS]; /* an item and its normal */
    uint16_t log_item[MOST_LISTED], power_item[MOST_LISTED];
    double log[MOST_LISTED], power[MOST_LISTED]; /* what the logarithm, the power is taken of */
    struct nprand__points point;
    size_t givens;                     /* normals that the generator had cached */
    uint16_t given_number[MOST_GIVEN]; /* their numbers */
    double given[MOST_GIVEN];
};

/* Makes the next normal: the square root of -2 ln(r2) / r2, times x. Returns false where the
 * uniforms end, and at the centre of the disc. The first of two attempts that gives a point is
 * selected without a branch. */
NPRAND__INLINE bool walk_gauss(struct walk *w, struct item_place *here, double *x)
{
    if (here->cached) {
        here->cached = false;
        *x = w->point.x1[here->points - 1];
        return true;
    }
    const size_t k = here->points;
    size_t i = here->at + w->skip[here->at];
    while (w->skip[i] > 0) {
        i += 2;
        if (i >= w->count)
            return false;
    }
    const struct nprand__point p = nprand__point(w->u[i], w->u[i + 1]);
    if (p.r2 == 0.0)
        return false;
    w->point.x1[k] = p.x1;
    w->point.x2[k] = p.x2;
    w->point.r2[k] = p.r2;
    *x = p.x2;
    *here = (struct item_place){i + 2, k + 1, true};
    return true;
}

/* Item i is made of the last normal. */
NPRAND__INLINE void walk_took_normal(struct walk *w, const struct item_place *here, size_t i)
{
    w->normal_item[w->normals] = (uint16_t)i;
    w->normal[w->normals++] = (uint16_t)(2 * here->points - 1 - here->cached);
}

/* Whether the last normal is one that the generator had. */
static inline bool is_given(const struct walk *w, const struct item_place *here)
{
    return w->givens > 0 && w->given_number[w->givens - 1] == 2 * here->points - 1 - here->cached;
}

enum outcome { ACCEPTED, REJECTED, REPEATED, ENDED };

/* The exact test of an attempt with the normal x and the uniform u, 2 where the uniforms end. */
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

/* What an attempt gives where the squeeze does not accept it. For x^2 > 1e-3 and 1 + c x > 0.1, the
 * approximations have an error below 2e-5 + 1e-5 b. r2 is 1 for a normal that is known exactly. */
NPRAND__NOINLINE static enum outcome outcome_beyond_squeeze(double b, double c, double x, double u,
                                                            double r2)
{
    double square = -2.0 * about_log(r2) * x * x / r2;
    double v = 1.0 + (x < 0.0 ? -c : c) * sqrt(fabs(square));
    if (square > 1e-3 && v > 0.1 && u > 0.0 && u < 1.0) {
        v = v * v * v;
        const double difference = about_log(u) - 0.5 * square - b * (1.0 - v + about_log(v));
        if (fabs(difference) > 1e-4 * (1.0 + b))
            return difference < 0.0 ? ACCEPTED : REJECTED;
    }
    if (r2 < 1.0)
        x = nprand__polar_factor(nprand__log(r2), r2) * x;
    return exact_outcome(b, c, x, u);
}

/* The exact test is ln(u) < h with h = x^2/2 + b (1 - v + ln(v)). With t = c x and b = 1 / (9 c^2),
 * h >= -c^2 x^4 / 6 where t >= -0.6: -12 h / (c^2 x^4) falls in t, and is 1.985 at -0.6. As
 * ln(u) <= u - 1, u < 1 - c^2 x^4 / 6 is enough, without a logarithm or a division: x^2 is taken a
 * little too large, and the margin of 1e-8 is above the rounding of the exact test for b < 1e5.
 * v is then above 0. NumPy's squeeze, with 0.0331 in place of c^2 / 6, accepts fewer. */
NPRAND__INLINE bool walk_above_one(struct walk *w, struct item_place *here, size_t i)
{
    const double b = w->items->shape[i] - 1.0 / 3.0, c = w->items->c[i];
    for (;;) {
        double x;
        if (!walk_gauss(w, here, &x))
            return false;
        const double u = w->u[here->at], r2 = w->point.r2[here->points - 1];
        const double s = c * x * x * above_minus_2_log(r2);
        const bool near = (x > 0.0) | (c * s < 0.36 * r2);
        if ((s * s < (6.0 - 1e-8 - 6.0 * u) * (r2 * r2)) & near) {
            here->at++;
            break;
        }
        const enum outcome outcome =
            outcome_beyond_squeeze(b, c, x, u, is_given(w, here) ? 1.0 : r2);
        if (outcome == ENDED)
            return false;
        here->at += outcome != REPEATED;
        if (outcome == ACCEPTED)
            break;
    }
    walk_took_normal(w, here, i);
    return true;
}

NPRAND__INLINE bool walk_normal(struct walk *w, struct item_place *here, size_t i)
{
    double x;
    if (!walk_gauss(w, here, &x))
        return false;
    walk_took_normal(w, here, i);
    return true;
}

NPRAND__INLINE bool walk_one(struct walk *w, struct item_place *here, size_t i)
{
    if (here->at == w->count)
        return false;
    w->log_item[w->logs] = (uint16_t)i;
    w->log[w->logs++] = 1.0 - w->u[here->at++];
    return true;
}

NPRAND__NOINLINE static bool below_accepts_exactly(double shape, double u, double second)
{
    double x;
    return nprand__gamma_attempt(shape, 1.0 / shape, u, second, &x);
}

/* X <= E + Y is tested as ln(base) <= shape ln(E + Y), where X is base^(1/shape). For E + Y >= 1e-3
 * the difference of both sides has an error far below the margin of 1e-3. */
NPRAND__INLINE bool walk_below_one(struct walk *w, struct item_place *here, size_t i)
{
    const double shape = w->items->shape[i];
    const double log_shape = about_log(shape);
    double u;
    bool above, accepted;
    do {
        if (here->at + 2 > w->count)
            return false;
        u = w->u[here->at];
        const double second = w->u[here->at + 1];
        here->at += 2;
        above = u > 1.0 - shape;
        const double about_y = log_shape - about_log(1.0 - u), y = (double)above * about_y;
        const double base = u + (double)above * (1.0 - shape + shape * about_y - u);
        const double sum = y - about_log(1.0 - second);
        const double difference = about_log(base) - shape * about_log(sum);
        accepted = difference < 0.0;
        if ((sum < 1e-3) | (fabs(difference) < 1e-3))
            accepted = below_accepts_exactly(shape, u, second);
    } while (!accepted);
    w->log_item[w->logs] = (uint16_t)i;
    w->log[w->logs] = (1.0 - u) / shape;
    w->logs += above;
    w->power_item[w->powers] = (uint16_t)i;
    w->power[w->powers] = u;
    w->powers += !above;
    return true;
}

/* Whether item i is drawn: false where the uniforms end before it does. */
NPRAND__INLINE bool walk_item(struct walk *w, struct item_place *here, size_t i)
{
    switch (w->items->kind[i]) {
    case ITEM_ABOVE_ONE:
        return walk_above_one(w, here, i);
    case ITEM_NORMAL:
        return walk_normal(w, here, i);
    case ITEM_ONE:
        return walk_one(w, here, i);
    case ITEM_BELOW_ONE:
        return walk_below_one(w, here, i);
    default:
        return true;
    }
}

/* Walks over the items from first to end while they can be drawn. Returns how many; place becomes
 * where the last of them ends. */
static size_t walk_items(struct walk *w, struct item_place *place, size_t first, size_t end)
{
    struct item_place here = *place, before = here;
    size_t i = first;
    for (; i < end; i++) {
        before = here;
        if (!walk_item(w, &here, i))
            break;
    }
    *place = i < end ? before : here;
    return i - first;
}

/* ---- The values ----
 *
 * The array functions compute whole vectors fast, and the last elements one by one. The lists are
 * short: numbers that nobody reads fill the last vector. */

static size_t whole_vectors(size_t n)
{
    return (n + LANES_MOST - 1) / LANES_MOST * LANES_MOST;
}

NPRAND__NOINLINE static void values_of_normals(struct walk *w, double *out)
{
    const struct items *items = w->items;
    const size_t count = whole_vectors(w->points);
    double g[2 * NPRAND__MAX_POINTS];
    for (size_t k = w->points; k < count; k++)
        w->point.x1[k] = w->point.x2[k] = w->point.r2[k] = 0.5;
    nprand__backend()->normals(count, &w->point, g);
    for (size_t k = 0; k < w->givens; k++)
        g[w->given_number[k]] = w->given[k];
    for (size_t k = 0; k < w->normals; k++) {
        const size_t i = w->normal_item[k];
        const double x = g[w->normal[k]];
        double v = 1.0 + items->c[i] * x;
        v = v * v * v;
        out[i] = items->kind[i] == ITEM_NORMAL ? x : (items->shape[i] - 1.0 / 3.0) * v;
    }
}

/* The values that are -ln(1 - U); and for shapes below 1, Y, of which a power is taken. */
static void values_of_logs(struct walk *w, double *out)
{
    const struct items *items = w->items;
    const size_t count = whole_vectors(w->logs);
    for (size_t k = w->logs; k < count; k++)
        w->log[k] = 0.5;
    nprand__log_array(count, w->log);
    for (size_t k = 0; k < w->logs; k++) {
        const size_t i = w->log_item[k];
        const double y = -w->log[k], shape = items->shape[i];
        out[i] = y;
        w->power_item[w->powers] = (uint16_t)i;
        w->power[w->powers] = 1.0 - shape + shape * y;
        w->powers += items->kind[i] != ITEM_ONE;
    }
}

NPRAND__NOINLINE static void values_of_powers(struct walk *w, double *out)
{
    double inverse[MOST_LISTED];
    const size_t count = whole_vectors(w->powers);
    for (size_t k = 0; k < w->powers; k++)
        inverse[k] = 1.0 / w->items->shape[w->power_item[k]];
    for (size_t k = w->powers; k < count; k++)
        w->power[k] = inverse[k] = 0.5;
    nprand__pow_arrays(count, w->power, inverse);
    for (size_t k = 0; k < w->powers; k++)
        out[w->power_item[k]] = w->power[k];
}

/* ---- Sequences ---- */

/* Reads ahead for n items: most of them take up to 5/2 uniforms. Each point takes two. */
static void look_ahead(struct nprand__engine *e, struct walk *w, size_t n)
{
    const size_t most = nprand__min(2 * (NPRAND__MAX_POINTS - 1 - w->points), AHEAD);
    w->count = nprand__look_ahead(e, nprand__min(8 + 5 * n / 2, most), w->u);
    for (size_t k = 0; k < ENDS; k++)
        w->u[w->count + k] = 2.0;
    const size_t count = w->count + ENDS - 1;
    const double *u = w->u;
    for (size_t i = 0; i < count; i++) {
        const double x1 = 2.0 * u[i] - 1.0, x2 = 2.0 * u[i + 1] - 1.0;
        const double square1 = x1 * x1, square2 = x2 * x2;
        const double r2 = square1 + square2;
        const uint64_t is_inside = nprand__to_bits(r2 - 1.0) >> 63; /* r2 - 1 has the right sign */
        w->skip[i] = (uint32_t)(2 - 2 * is_inside);
    }
    w->skip[count] = 2;
}

/* Where a walk begins. */
static struct item_place walk_from(const struct nprand__engine *e, struct walk *w)
{
    struct item_place place = {0, w->points, e->has_gauss != 0};
    if (e->has_gauss) {
        const size_t k = place.points++;
        w->point.x1[k] = e->gauss;
        w->point.x2[k] = w->point.r2[k] = 0.5;
        w->given_number[w->givens] = (uint16_t)(2 * k + 1);
        w->given[w->givens++] = e->gauss;
    }
    return place;
}

/* Takes from the generator what the items have taken. */
static void walk_to(struct nprand__engine *e, struct walk *w, const struct item_place *end)
{
    const bool given = e->has_gauss && end->points == w->points + 1;
    const bool has_points = end->points > w->points;
    const double r2 = w->point.r2[end->points > 0 ? end->points - 1 : 0];
    nprand__take_doubles(e, end->at);
    w->points = end->points;
    if (end->cached && given)
        return; /* the cached normal is still there, and has_gauss may be any number but 0 */
    if (end->cached)
        e->gauss = nprand__polar_factor(nprand__log(r2), r2) * w->point.x1[end->points - 1];
    else if (has_points)
        e->gauss = 0.0;
    e->has_gauss = end->cached;
}

/* Draws some of n > 0 items, from item first on, from the uniforms ahead. Returns how many: 0 if
 * the block has too few uniforms. */
static size_t some_items(struct nprand__engine *e, struct walk *w, size_t first, size_t n)
{
    if (w->points + 8 > NPRAND__MAX_POINTS || w->givens == MOST_GIVEN)
        return 0;
    look_ahead(e, w, n);
    const size_t givens = w->givens;
    struct item_place place = walk_from(e, w);
    const size_t made = walk_items(w, &place, first, first + n);
    if (made > 0)
        walk_to(e, w, &place);
    else
        w->givens = givens;
    return made;
}

static double draw_item(struct nprand__engine *e, double shape)
{
    if (shape == NPRAND__NORMAL)
        return nprand__gauss(e);
    if (shape == NPRAND__NOTHING)
        return 0.0;
    const struct nprand__gamma g = nprand__gamma_prepare(shape);
    return nprand__gamma_draw(e, &g);
}

static unsigned char item_kind(double shape)
{
    if (shape > 1.0)
        return shape < 1e5 ? ITEM_ABOVE_ONE : ITEM_ALONE;
    if (shape > 0.0)
        return shape == 1.0 ? ITEM_ONE : ITEM_BELOW_ONE;
    if (shape == NPRAND__NORMAL)
        return ITEM_NORMAL;
    return shape == NPRAND__NOTHING ? ITEM_NOTHING : ITEM_ALONE;
}

/* Returns whether no item is drawn alone. */
static bool prepare_items(struct items *items, size_t n)
{
    for (size_t i = 0; i < n; i++)
        items->kind[i] = item_kind(items->shape[i]);
    if (memchr(items->kind, ITEM_ALONE, n) != NULL)
        return false;
    for (size_t i = 0; i < n; i++) {
        const double b = items->shape[i] - 1.0 / 3.0;
        items->c[i] = 1.0 / sqrt(9.0 * fabs(b)); /* b > 0 where c is read */
    }
    return true;
}

/* ---- Methods ---- */

/* Parameters of values, as arrays. */
enum { MOST_VALUES = NPRAND__ATTEMPTS };
struct parameters {
    double p[NPRAND__MOST_OF][MOST_VALUES];
};

/* The parameters of n values, from value first on. */
static struct nprand__values values_of(const struct nprand__pattern *pattern,
                                       struct parameters *parameters, size_t first, size_t n)
{
    struct nprand__values v = {.of = pattern->of, .first = first, .n = n};
    for (size_t j = 0; j < pattern->count; j++) {
        for (size_t i = 0; i < n; i++)
            parameters->p[j][i] = nprand__double_at(&pattern->p[j], first + i);
        v.p[j] = parameters->p[j];
    }
    return v;
}

/* n values, each of gammas of the same shapes. A round may end between the gammas of one value:
 * those that it has made, less than one of each shape, are kept for the next round. */
NPRAND__NOINLINE static void fill_alike(struct nprand__engine *e,
                                        const struct nprand__pattern *pattern,
                                        const struct nprand__gamma *g, size_t n, double *out)
{
    double x[NPRAND__MOST_SHAPES - 1 + NPRAND__ATTEMPTS];
    struct parameters parameters;
    struct nprand__values v = values_of(pattern, &parameters, 0, nprand__min(n, MOST_VALUES));
    const size_t shapes = pattern->width;
    size_t made = 0;
    for (; v.first < n; v.first += v.n) {
        const size_t wanted = nprand__min(n - v.first, MOST_VALUES) * shapes - made;
        made += nprand__some_gammas(e, g, shapes, made % shapes, wanted, x + made);
        v.n = made / shapes;
        pattern->combine(&v, x, out);
        made -= v.n * shapes;
        memmove(x, x + v.n * shapes, made * sizeof *x);
    }
}

/* For fewer items, reading ahead takes longer than it saves. */
enum { WORTH_READING_AHEAD = 4 };

static void draw_one_by_one(struct nprand__engine *e, const double *shape, size_t n, double *x)
{
    for (size_t i = 0; i < n; i++)
        x[i] = draw_item(e, shape[i]);
}

/* Draws items, none of which is drawn alone. */
static void draw_together(struct nprand__engine *e, struct walk *w, size_t n, double *x)
{
    w->points = w->givens = w->normals = w->logs = w->powers = 0;
    for (size_t i = 0; i < n;) {
        const size_t made = some_items(e, w, i, n - i);
        if (made == 0)
            x[i] = draw_item(e, w->items->shape[i]);
        i += made > 0 ? made : 1;
    }
    values_of_normals(w, x);
    values_of_logs(w, x);
    values_of_powers(w, x);
}

NPRAND__NOINLINE static void
fill_items(struct nprand__engine *e, const struct nprand__pattern *pattern, size_t n, double *out)
{
    struct items items;
    struct parameters parameters;
    struct nprand__values v = {.of = pattern->of};
    struct walk w;
    double x[NPRAND__ITEMS];
    bool together = false;
    const size_t period = pattern->period > 0 ? pattern->period : 1;
    const size_t most = NPRAND__ITEMS / pattern->width / period * period;
    w.items = &items;
    for (size_t done = 0; done < n; done += v.n) {
        const size_t values = nprand__min(n - done, most);
        if (done == 0 || pattern->period == 0) {
            v = values_of(pattern, &parameters, done, values);
            pattern->shapes(&v, items.shape);
            together = prepare_items(&items, values * pattern->width);
        }
        v.first = done;
        v.n = values;
        const size_t count = values * pattern->width;
        if (together && count >= WORTH_READING_AHEAD)
            draw_together(e, &w, count, x);
        else
            draw_one_by_one(e, items.shape, count, x);
        pattern->combine(&v, x, out);
    }
}

void nprand__fill_by_pattern(struct nprand__engine *e, const struct nprand__pattern *pattern,
                             size_t n, double *out)
{
    struct nprand__gamma g[NPRAND__MOST_SHAPES];
    double shape[NPRAND__MOST_SHAPES];
    if (pattern->period == 1 && pattern->width <= NPRAND__MOST_SHAPES && n > 0) {
        struct parameters parameters;
        const struct nprand__values v = values_of(pattern, &parameters, 0, 1);
        pattern->shapes(&v, shape);
        for (size_t j = 0; j < pattern->width; j++)
            g[j] = nprand__gamma_prepare(shape[j]);
        if (nprand__are_alike(g, pattern->width)) {
            fill_alike(e, pattern, g, n, out);
            return;
        }
    }
    fill_items(e, pattern, n, out);
}
