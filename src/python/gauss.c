/* SPDX-License-Identifier: BSD-3-Clause
 *
 * gauss, normalvariate, lognormvariate.
 */
#include "python.h"

#include "../distributions/method.h"
#include "../backend/libm.h"

static const double TWO_PI = 0x1.921fb54442d18p+2;

/* 4 exp(-1/2) / sqrt(2) */
static const double NV_MAGIC = 0x1.b72cd3f331398p+0;

/* A pair by Box and Muller; the sine is kept where NumPy keeps the second of its pairs. */
static double draw_gauss(struct nprand__engine *e)
{
    if (e->has_gauss != 0) {
        double kept = e->gauss;
        e->has_gauss = 0;
        e->gauss = 0.0;
        return kept;
    }
    double angle = nprand__next_double(e) * TWO_PI;
    double radius = sqrt(-2.0 * nprand__log(1.0 - nprand__next_double(e)));
    e->gauss = nprand__sin(angle) * radius;
    e->has_gauss = 1;
    return nprand__cos(angle) * radius;
}

NPRAND__DEFINE_DOUBLE(py_gauss, (nprand_rng * rng, double mu, double sigma), NPRAND_OK,
                      mu + draw_gauss(e) * sigma)

/* A ratio of uniforms. */
static double draw_normal(struct nprand__engine *e)
{
    for (double vain = 0.0; vain < NPRAND__MANY_ATTEMPTS; vain++) {
        double u1 = nprand__next_double(e);
        double u2 = 1.0 - nprand__next_double(e);
        double z = NV_MAGIC * (u1 - 0.5) / u2;
        if (z * z / 4.0 <= -nprand__log(u2))
            return z;
    }
    return (double)NAN;
}

NPRAND__DEFINE_DOUBLE(py_normalvariate, (nprand_rng * rng, double mu, double sigma), NPRAND_OK,
                      mu + draw_normal(e) * sigma)

NPRAND__DEFINE_DOUBLE(py_lognormvariate, (nprand_rng * rng, double mu, double sigma), NPRAND_OK,
                      nprand__exp(mu + draw_normal(e) * sigma))
