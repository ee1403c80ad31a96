/* SPDX-License-Identifier: BSD-3-Clause
 *
 * standard_gamma, gamma: gammas of scale 1, and of any scale.
 *
 * Sources: for shape < 1 the method of J. H. Ahrens and U. Dieter, "Computer methods for sampling
 * from gamma, beta, Poisson and binomial distributions", Computing 12 (1974), 223-246, in its form
 * with an exponential in place of a second uniform; for shape > 1 G. Marsaglia and W. W. Tsang, "A
 * simple method for generating gamma variables", ACM TOMS 26 (2000), 363-372. A gamma of shape 1 is
 * an exponential.
 */
#include "gamma.h"

#include "../math/bits.h"

#include "attempts.h"
#include "check.h"
#include "exponential.h"
#include "parameter.h"
#include "pattern.h"
#include "polar.h"
#include "threshold.h"

/* b and c are not computed for shapes up to 1: below 1/3, b is negative, and sqrt would set
 * errno. */
struct nprand__gamma nprand__gamma_prepare(double shape)
{
    struct nprand__gamma g = {.shape = shape};
    if (shape <= 1.0) {
        g.inverse = 1.0 / shape;
    } else {
        g.b = shape - 1.0 / 3.0;
        g.c = nprand__gamma_c(g.b);
    }
    return g;
}

/* ---- shape < 1 ----
 *
 * An attempt takes two uniforms, U for a candidate X and another one for an exponential E. With
 * a = shape:
 * for U <= 1 - a, X = U^(1/a), which is accepted if X <= E;
 * above, Y = -ln((1 - U) / a) and X = (1 - a + a Y)^(1/a), which is accepted if X <= E + Y. */

/* n attempts. Returns how many gammas they give. Both cases are computed for each attempt, and one
 * is chosen: y is Y, or 0 for U <= 1 - a. With a branch on U, a gamma of shape 0.5 takes 14.7 ns in
 * place of 9.7. */
static inline size_t gamma_attempts(struct nprand__engine *e, const struct nprand__gamma *g,
                                    size_t n, double *work, double *out)
{
    double *const pairs = work, *const minus_e = work + 2 * n, *const y = work + 3 * n;
    double *const x = out;
    nprand__fill_attempts(e, n, pairs);
    for (size_t i = 0; i < n; i++) {
        x[i] = pairs[2 * i];
        minus_e[i] = 1.0 - pairs[2 * i + 1];
        y[i] = (1.0 - x[i]) / g->shape;
    }
    nprand__log_array(n, minus_e);
    nprand__log_array(n, y);
    for (size_t i = 0; i < n; i++) {
        const uint64_t above = nprand__above(x[i], 1.0 - g->shape);
        const double power = 1.0 - g->shape + g->shape * -y[i];
        y[i] = nprand__choose(above, -y[i], 0.0);
        x[i] = nprand__choose(above, power, x[i]);
    }
    nprand__pow_array(n, x, g->inverse);
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        out[count] = x[i];
        count += x[i] <= -minus_e[i] + y[i];
    }
    return count;
}

NPRAND__INLINE double draw_gamma_below_one(struct nprand__engine *e, struct nprand__ahead *a,
                                           const struct nprand__gamma *g)
{
    /* A shape without bounds is nearly 0, or below 0: noncentral_chisquare can make that one. */
    const bool has_bounds = g->shape >= NPRAND__THRESHOLD_LEAST;
    const struct nprand__threshold t = nprand__threshold_prepare(has_bounds ? g->shape : 0.5);
    for (double vain = 0.0; vain <= NPRAND__MANY_ATTEMPTS; vain++) {
        double x, y;
        const double u = nprand__next_of(e, a), v = nprand__next_of(e, a);
        const enum nprand__verdict verdict =
            has_bounds ? nprand__threshold_test(&t, u, v) : NPRAND__OPEN;
        if (verdict == NPRAND__ACCEPTED)
            return nprand__gamma_candidate(g->shape, g->inverse, u, &y);
        if (verdict == NPRAND__OPEN && nprand__gamma_attempt(g->shape, g->inverse, u, v, &x))
            return x;
    }
    return (double)NAN;
}

NPRAND__NOINLINE static size_t some_gammas_below_one(struct nprand__engine *e,
                                                     const struct nprand__gamma *g, size_t n,
                                                     double *out)
{
    double work[NPRAND__ROOM * NPRAND__ATTEMPTS];
    return gamma_attempts(e, g, n, work, out);
}

/* ---- shape > 1 ----
 *
 * With b = shape - 1/3 and c = 1 / sqrt(9 b), an attempt takes a normal x and makes
 * v = (1 + c x)^3, again while v <= 0; then it takes a uniform, and accepts or rejects b v. */

NPRAND__INLINE double draw_gamma_above_one(struct nprand__engine *e, struct nprand__ahead *a,
                                           const struct nprand__gamma *g)
{
    for (double vain = 0.0; vain < NPRAND__MANY_ATTEMPTS; vain++) {
        double x = nprand__gauss_of(e, a);
        double v = 1.0 + g->c * x;
        if (v <= 0.0)
            continue;
        v = v * v * v;
        double u = nprand__next_of(e, a);
        if (nprand__gamma_accepts(g->b, x, v, u))
            return g->b * v;
    }
    return (double)NAN;
}

/* Not inline: a loop of attempts in each of two callers would make both long. */
NPRAND__NOINLINE static double draw_one_above_one(struct nprand__engine *e, double b, double c)
{
    const struct nprand__gamma g = {.b = b, .c = c};
    return draw_gamma_above_one(e, NULL, &g);
}

/* Draws n normals, each with the uniform after it, a second time. g and u are overwritten. */
static void skip_gamma_attempts(struct nprand__engine *e, size_t n, double *g, double *u)
{
    while (n > 0)
        n -= nprand__some_gauss_and_uniforms(e, n, g, u);
}

/* For fewer attempts, gamma_attempts_above_one() costs more than it saves: it copies the state of
 * the engine. */
enum { GAMMA_WORTH_A_COPY = 16 };

/* At most n attempts for gammas of b[0], b[1], ... Returns how many gammas they give. All attempts
 * are drawn as a normal and a uniform each. If v <= 0, NumPy draws no uniform. The engine then goes
 * back to this attempt. The gamma is drawn alone from there on, and ends the round. For a shape of
 * 2.5 one attempt in 2e5 has v <= 0, and near 1 one attempt in 140, which is the most. */
NPRAND__NOINLINE static size_t gamma_attempts_above_one(struct nprand__engine *e, const double *b,
                                                        const double *c, size_t n, double *out)
{
    double x[NPRAND__ATTEMPTS], u[NPRAND__ROUND_ROOM];
    struct nprand__mark start;
    nprand__mark(e, &start);
    n = nprand__some_gauss_and_uniforms(e, n, x, u);
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        if (b[count] < NPRAND__SQUEEZE_MOST_B) {
            const size_t made = nprand__backend()->squeeze_gammas(n - i, b + count, c + count,
                                                                  x + i, u + i, out + count);
            i += made;
            count += made;
            if (i == n)
                break;
        }
        double v = 1.0 + c[count] * x[i];
        if (v <= 0.0) {
            nprand__go_to(e, &start);
            skip_gamma_attempts(e, i, x, u);
            (void)nprand__gauss(e);
            out[count] = draw_one_above_one(e, b[count], c[count]);
            return count + 1;
        }
        v = v * v * v;
        out[count] = b[count] * v;
        count += nprand__gamma_accepts(b[count], x[i], v, u[i]);
    }
    return count;
}

size_t nprand__some_gammas_above_one(struct nprand__engine *e, const double *b, const double *c,
                                     size_t n, double *out)
{
    n = nprand__min(n, NPRAND__ATTEMPTS);
    if (n >= GAMMA_WORTH_A_COPY) {
        const size_t made = gamma_attempts_above_one(e, b, c, n, out);
        if (made > 0)
            return made;
        n = 1; /* a draw of its own gives up after many attempts */
    }
    for (size_t i = 0; i < n; i++)
        out[i] = draw_one_above_one(e, b[i], c[i]);
    return n;
}

/* ---- Any shape ---- */

/* Whether the gamma is 0 without a draw. Releases before 1.17 have no case for shape 0: the method
 * for shapes below 1 then gives 0 too, and takes four words. */
static bool gamma_is_zero(const struct nprand__engine *e, const struct nprand__gamma *g)
{
    return g->shape == 0.0 && e->release >= NPRAND__RELEASE(1, 17, 0);
}

NPRAND__INLINE double gamma_of(struct nprand__engine *e, struct nprand__ahead *a,
                               const struct nprand__gamma *g)
{
    if (!(g->shape <= 1.0))
        return draw_gamma_above_one(e, a, g); /* NaN too */
    if (g->shape == 1.0)
        return -nprand__log(1.0 - nprand__next_of(e, a));
    return gamma_is_zero(e, g) ? 0.0 : draw_gamma_below_one(e, a, g);
}

NPRAND__NOINLINE static double ahead_gamma(struct nprand__ahead *a, const struct nprand__gamma *g)
{
    return gamma_of(a->e, a, g);
}

double nprand__gamma_of(struct nprand__engine *e, struct nprand__ahead *a,
                        const struct nprand__gamma *g)
{
    return a == NULL ? gamma_of(e, NULL, g) : ahead_gamma(a, g);
}

/* Some of n gammas of one shape that is 1 or below. */
static size_t gammas_to_one(struct nprand__engine *e, const struct nprand__gamma *g, size_t n,
                            double *out)
{
    if (g->shape != 1.0 && !gamma_is_zero(e, g))
        return some_gammas_below_one(e, g, n, out);
    if (g->shape == 1.0) {
        nprand__fill_doubles(e, n, out);
        nprand__exponentials(n, out);
    } else {
        memset(out, 0, n * sizeof *out);
    }
    return n;
}

size_t nprand__some_gammas_to_one(struct nprand__engine *e, const struct nprand__gamma *g, size_t n,
                                  double *out)
{
    const size_t made = gammas_to_one(e, g, nprand__min(n, NPRAND__ATTEMPTS), out);
    if (made > 0)
        return made;
    out[0] = nprand__gamma_draw(e, g); /* gives up after many attempts */
    return 1;
}

/* ---- The methods ---- */

static bool gamma_shapes(const struct nprand__values *v, double *shape)
{
    memcpy(shape, v->p[0], v->n * sizeof *shape);
    return true;
}

static void gamma_combine(const struct nprand__values *v, const double *x, double *out)
{
    for (size_t i = 0; i < v->n; i++)
        out[v->first + i] = v->p[1][i] * x[i];
}

static nprand_status check_gamma(double shape, double scale)
{
    return nprand__both(nprand__non_negative(shape, NPRAND_NEGATIVE_SHAPE),
                        nprand__non_negative(scale, NPRAND_NEGATIVE_SCALE));
}

static double scalar_gamma(nprand_rng *rng, double shape)
{
    if (shape == 1.0)
        return nprand__scalar_exponential(rng);
    const struct nprand__gamma g = nprand__gamma_prepare(shape);
    return nprand__gamma_draw(nprand__engine_of(rng), &g);
}

double nprand_standard_gamma(nprand_rng *rng, double shape)
{
    if (!nprand__accept(rng, nprand__non_negative(shape, NPRAND_NEGATIVE_SHAPE)))
        return (double)NAN;
    return scalar_gamma(rng, shape);
}

nprand_status nprand_standard_gamma_fill(nprand_rng *rng, double shape, size_t n, double *out)
{
    return nprand_gamma_fill(rng, shape, 1.0, n, out); /* 1.0 X is X */
}

nprand_status nprand_standard_gamma_each(nprand_rng *rng, const double *shape, ptrdiff_t shape_step,
                                         size_t n, double *out)
{
    const double one = 1.0; /* 1.0 X is X */
    return nprand_gamma_each(rng, shape, shape_step, &one, 0, n, out);
}

double nprand_gamma(nprand_rng *rng, double shape, double scale)
{
    if (!nprand__accept(rng, check_gamma(shape, scale)))
        return (double)NAN;
    return scale * scalar_gamma(rng, shape);
}

nprand_status nprand_gamma_fill(nprand_rng *rng, double shape, double scale, size_t n, double *out)
{
    return nprand_gamma_each(rng, &shape, 0, &scale, 0, n, out);
}

nprand_status nprand_gamma_each(nprand_rng *rng, const double *shape, ptrdiff_t shape_step,
                                const double *scale, ptrdiff_t scale_step, size_t n, double *out)
{
    const struct nprand__parameter p[] = {{shape, shape_step}, {scale, scale_step}};
    const nprand_status parameters =
        nprand__both(nprand__all(&p[0], n, nprand__non_negative, NPRAND_NEGATIVE_SHAPE),
                     nprand__all(&p[1], n, nprand__non_negative, NPRAND_NEGATIVE_SCALE));
    const nprand_status status = nprand__check_each(rng, parameters, p, 2, n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    const struct nprand__pattern pattern = {
        1, 2, p, NULL, nprand__period(p, 2), gamma_shapes, gamma_combine, NULL};
    nprand__fill_by_pattern(nprand__engine_of(rng), &pattern, n, out);
    return NPRAND_OK;
}
