/* SPDX-License-Identifier: BSD-3-Clause
 *
 * standard_gamma, gamma.
 *
 * Sources: for shape < 1 the method of J. H. Ahrens and U. Dieter, "Computer methods for sampling
 * from gamma, beta, Poisson and binomial distributions", Computing 12 (1974), 223-246, in its form
 * with an exponential in place of a second uniform; for shape > 1 G. Marsaglia and W. W. Tsang, "A
 * simple method for generating gamma variables", ACM TOMS 26 (2000), 363-372.
 */
#include "gamma.h"

#include "check.h"
#include "exponential.h"
#include "method.h"
#include "polar.h"

struct nprand__gamma nprand__gamma_prepare(double shape)
{
    struct nprand__gamma g = {.shape = shape};
    g.inverse = 1.0 / shape;
    g.b = shape - 1.0 / 3.0;
    /* NumPy's form; (1/3) / sqrt(b) is the same number in other bits. */
    g.c = 1.0 / sqrt(9.0 * g.b);
    return g;
}

enum { ROOM = 4 }; /* of doubles in work, for each attempt */

/* n attempts; how many values they give. y is computed for either side of 1 - shape, and left out
 * again below it. */
static inline size_t below_one(struct nprand__engine *e, const struct nprand__gamma *g, size_t n,
                               double *work, double *out)
{
    double *const pairs = work, *const v = work + 2 * n, *const y = work + 3 * n, *const u = out;
    nprand__fill_attempts(e, n, pairs);
    for (size_t i = 0; i < n; i++) {
        u[i] = pairs[2 * i];
        v[i] = 1.0 - pairs[2 * i + 1];
        y[i] = (1.0 - u[i]) / g->shape;
    }
    nprand__log_array(n, v);
    nprand__log_array(n, y);
    for (size_t i = 0; i < n; i++) {
        bool above = u[i] > 1.0 - g->shape;
        double power = 1.0 - g->shape + g->shape * -y[i];
        y[i] = above ? -y[i] : 0.0;
        u[i] = above ? power : u[i];
    }
    nprand__pow_array(n, u, g->inverse);
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        out[count] = u[i];
        count += u[i] <= -v[i] + y[i];
    }
    return count;
}

/* Whether a normal x, of which v = (1 + c x)^3, gives the value b v: the squeeze of section 3 of
 * the paper, then the exact test. */
static inline bool accepts(const struct nprand__gamma *g, double x, double v, double u)
{
    if (u < 1.0 - 0.0331 * (x * x) * (x * x))
        return true;
    return nprand__log(u) < 0.5 * x * x + g->b * (1.0 - v + nprand__log(v));
}

static double draw_above_one(struct nprand__engine *e, const struct nprand__gamma *g)
{
    for (double vain = 0.0; vain < NPRAND__MANY_ATTEMPTS; vain++) {
        double x = nprand__gauss(e);
        double v = 1.0 + g->c * x;
        if (v <= 0.0)
            continue;
        v = v * v * v;
        double u = nprand__next_double(e);
        if (accepts(g, x, v, u))
            return g->b * v;
    }
    return (double)NAN;
}

/* Draws n normals, and the uniform after each, that have been seen before. */
static void go_on(struct nprand__engine *e, size_t n, double *scratch)
{
    while (n > 0)
        n -= nprand__some_gauss_and_uniforms(e, n, scratch, scratch);
}

/* Fewer attempts than that are not worth a copy of the engine. */
enum { WORTH_A_COPY = 16 };

/* Attempts, not more than n, of which the first is for g[turn]; how many values they give. Each
 * takes a normal and a uniform, but where v <= 0 no uniform is drawn, and what was read from there
 * on is given back: once in 2e5 attempts for a shape of 2.5, and once in 140 near 1, where it is
 * most. */
NPRAND__NOINLINE static size_t above_one(struct nprand__engine *e, const struct nprand__gamma *g,
                                      size_t shapes, size_t turn, size_t n, double *out)
{
    double u[NPRAND__ATTEMPTS];
    struct nprand__mark start;
    nprand__mark(e, &start);
    n = nprand__some_gauss_and_uniforms(e, n, out, u);
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        const struct nprand__gamma *mine = g + turn;
        const double x = out[i];
        double v = 1.0 + mine->c * x;
        if (v <= 0.0) {
            nprand__go_to(e, &start);
            go_on(e, i, u);
            (void)nprand__gauss(e);
            out[count] = draw_above_one(e, mine);
            return count + 1;
        }
        v = v * v * v;
        out[count] = mine->b * v;
        if (accepts(mine, x, v, u[i])) {
            count++;
            turn = turn + 1 == shapes ? 0 : turn + 1;
        }
    }
    return count;
}

/* 1.16 had no case for 0: what is below 1 then gives 0 too, but takes four words. */
static bool is_sure(const struct nprand__engine *e, const struct nprand__gamma *g)
{
    return g->shape == 0.0 && e->release >= NPRAND__RELEASE(1, 17, 0);
}

double nprand__gamma_draw(struct nprand__engine *e, const struct nprand__gamma *g)
{
    if (g->shape == 1.0)
        return nprand__standard_exponential(e);
    if (is_sure(e, g))
        return 0.0;
    if (!(g->shape < 1.0))
        return draw_above_one(e, g);
    double work[ROOM], value;
    NPRAND__BY_ATTEMPTS(double, 1, &value, NPRAND__MANY_ATTEMPTS, (double)NAN,
                        below_one(e, g, size, work, to))
    return value;
}

NPRAND__NOINLINE static size_t attempts_below_one(struct nprand__engine *e,
                                               const struct nprand__gamma *g, size_t n, double *out)
{
    double work[ROOM * NPRAND__ATTEMPTS];
    return below_one(e, g, n, work, out);
}

/* Some of n values of one shape that is not above 1. */
static size_t not_above_one(struct nprand__engine *e, const struct nprand__gamma *g, size_t n,
                            double *out)
{
    if (g->shape != 1.0 && !is_sure(e, g))
        return attempts_below_one(e, g, n, out);
    if (g->shape == 1.0) {
        nprand__fill_doubles(e, n, out);
        nprand__minus_exponentials(n, out);
        NPRAND__EACH(n, out, -x)
    } else {
        memset(out, 0, n * sizeof *out);
    }
    return n;
}

size_t nprand__some_gammas(struct nprand__engine *e, const struct nprand__gamma *g, size_t shapes,
                           size_t turn, size_t n, double *out)
{
    size_t above = 0;
    for (size_t j = 0; j < shapes; j++)
        above += g[j].shape > 1.0;
    n = nprand__min(n, NPRAND__ATTEMPTS);
    size_t made = 0;
    if (above == shapes && n >= WORTH_A_COPY)
        made = above_one(e, g, shapes, turn, n, out);
    else if (shapes == 1 && g->shape <= 1.0)
        made = not_above_one(e, g, n, out);
    else
        for (; made < n; made++)
            out[made] = nprand__gamma_draw(e, g + (turn + made) % shapes);
    if (made > 0)
        return made;
    out[0] = nprand__gamma_draw(e, g + turn); /* which gives up after many attempts */
    return 1;
}

NPRAND__DEFINE_OF_GAMMAS(standard_gamma, (nprand_rng * rng, double shape),
                         nprand__non_negative(shape, NPRAND_NEGATIVE_SHAPE), 1,
                         NPRAND__LIST(nprand__gamma_prepare(shape)), *x)

NPRAND__DEFINE_OF_GAMMAS(gamma, (nprand_rng * rng, double shape, double scale),
                         nprand__both(nprand__non_negative(shape, NPRAND_NEGATIVE_SHAPE),
                                      nprand__non_negative(scale, NPRAND_NEGATIVE_SCALE)),
                         1, NPRAND__LIST(nprand__gamma_prepare(shape)), scale **x)
