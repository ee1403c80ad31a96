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
#include "normal.h"

struct nprand__gamma nprand__gamma_prepare(double shape)
{
    struct nprand__gamma g = {.shape = shape};
    g.inverse = 1.0 / shape;
    g.b = shape - 1.0 / 3.0;
    /* NumPy's form; (1/3) / sqrt(b) is the same number in other bits. */
    g.c = 1.0 / sqrt(9.0 * g.b);
    return g;
}

static double draw_below_one(struct nprand__engine *e, const struct nprand__gamma *g)
{
    for (;;) {
        double u = nprand__next_double(e);
        double v = nprand__standard_exponential(e);
        if (u <= 1.0 - g->shape) {
            double x = nprand__pow(u, g->inverse);
            if (x <= v)
                return x;
        } else {
            double y = -nprand__log((1.0 - u) / g->shape);
            double x = nprand__pow(1.0 - g->shape + g->shape * y, g->inverse);
            if (x <= v + y)
                return x;
        }
    }
}

static double draw_above_one(struct nprand__engine *e, const struct nprand__gamma *g)
{
    for (;;) {
        double x, v;
        do {
            x = nprand__gauss(e);
            v = 1.0 + g->c * x;
        } while (v <= 0.0);
        v = v * v * v;
        double u = nprand__next_double(e);
        /* The squeeze of section 3 of the paper, then the exact test. */
        if (u < 1.0 - 0.0331 * (x * x) * (x * x))
            return g->b * v;
        if (nprand__log(u) < 0.5 * x * x + g->b * (1.0 - v + nprand__log(v)))
            return g->b * v;
    }
}

double nprand__gamma_draw(struct nprand__engine *e, const struct nprand__gamma *g)
{
    if (g->shape == 1.0)
        return nprand__standard_exponential(e);
    /* 1.16 had no case for 0: what is below 1 then gives 0 too, but takes four words. */
    if (g->shape == 0.0 && e->release >= NPRAND__RELEASE(1, 17, 0))
        return 0.0;
    if (g->shape < 1.0)
        return draw_below_one(e, g);
    return draw_above_one(e, g);
}

NPRAND__DEFINE_METHOD(standard_gamma, double, (double)NAN, (nprand_rng * rng, double shape),
                      nprand__non_negative(shape, NPRAND_NEGATIVE_SHAPE),
                      const struct nprand__gamma g = nprand__gamma_prepare(shape),
                      nprand__gamma_draw(e, &g))

NPRAND__DEFINE_METHOD(gamma, double, (double)NAN, (nprand_rng * rng, double shape, double scale),
                      nprand__both(nprand__non_negative(shape, NPRAND_NEGATIVE_SHAPE),
                                   nprand__non_negative(scale, NPRAND_NEGATIVE_SCALE)),
                      const struct nprand__gamma g = nprand__gamma_prepare(shape),
                      scale *nprand__gamma_draw(e, &g))
