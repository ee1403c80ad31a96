/* SPDX-License-Identifier: BSD-3-Clause
 *
 * laplace, logistic, gumbel: inverses of the distribution function, each with a logarithm that has
 * no value at one end of the uniform's range. NumPy draws again there, since 1.16.4.
 */
#include "../math/libm.h"

#include "check.h"
#include "method.h"

static bool takes(double u, const struct nprand__engine *e)
{
    return u > 0.0 || e->release < NPRAND__RELEASE(1, 16, 4);
}

/* 2 - U - U and U + U are exact. */
static double laplace(double u, double loc, double scale)
{
    if (u >= 0.5)
        return loc - scale * nprand__log(2.0 - u - u);
    return loc + scale * nprand__log(u + u);
}

static double logistic(double u, double loc, double scale)
{
    return loc + scale * nprand__log(u / (1.0 - u));
}

/* 1 - U is exact. */
static double gumbel(double u, double loc, double scale)
{
    return loc - scale * nprand__log(-nprand__log(1.0 - u));
}

static nprand_status check_scale(double scale)
{
    return nprand__non_negative(scale, NPRAND_NEGATIVE_SCALE);
}

NPRAND__DEFINE_REDRAWING(laplace, (nprand_rng * rng, double loc, double scale), check_scale(scale),
                         takes(u, e), laplace(u, loc, scale))

NPRAND__DEFINE_REDRAWING(logistic, (nprand_rng * rng, double loc, double scale), check_scale(scale),
                         takes(u, e), logistic(u, loc, scale))

NPRAND__DEFINE_REDRAWING(gumbel, (nprand_rng * rng, double loc, double scale), check_scale(scale),
                         takes(u, e), gumbel(u, loc, scale))
