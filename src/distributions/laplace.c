/* SPDX-License-Identifier: BSD-3-Clause
 *
 * laplace, logistic, gumbel: inverses of the distribution function, each with a logarithm that has
 * no value at one end of the uniform's range. NumPy draws again there, since 1.16.4.
 */
#include "../math/libm.h"

#include "check.h"
#include "method.h"

static bool redraws(const struct nprand__engine *e)
{
    return e->release >= NPRAND__RELEASE(1, 16, 4);
}

/* A uniform double above 0. */
static double next_positive(struct nprand__engine *e)
{
    double u = nprand__next_double(e);
    while (u == 0.0 && redraws(e))
        u = nprand__next_double(e);
    return u;
}

/* 2 - U - U and U + U are exact. */
static double draw_laplace(struct nprand__engine *e, double loc, double scale)
{
    double u = next_positive(e);
    if (u >= 0.5)
        return loc - scale * nprand__log(2.0 - u - u);
    return loc + scale * nprand__log(u + u);
}

static double draw_logistic(struct nprand__engine *e, double loc, double scale)
{
    double u = next_positive(e);
    return loc + scale * nprand__log(u / (1.0 - u));
}

static double draw_gumbel(struct nprand__engine *e, double loc, double scale)
{
    double u = 1.0 - next_positive(e);
    return loc - scale * nprand__log(-nprand__log(u));
}

static nprand_status check_scale(double scale)
{
    return nprand__non_negative(scale, NPRAND_NEGATIVE_SCALE);
}

NPRAND__DEFINE_DOUBLE(laplace, (nprand_rng * rng, double loc, double scale), check_scale(scale),
                      draw_laplace(e, loc, scale))

NPRAND__DEFINE_DOUBLE(logistic, (nprand_rng * rng, double loc, double scale), check_scale(scale),
                      draw_logistic(e, loc, scale))

NPRAND__DEFINE_DOUBLE(gumbel, (nprand_rng * rng, double loc, double scale), check_scale(scale),
                      draw_gumbel(e, loc, scale))
