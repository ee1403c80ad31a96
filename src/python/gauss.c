/* SPDX-License-Identifier: BSD-3-Clause
 *
 * gauss: mu + sigma G of a standard normal G.
 *
 * Source: G. E. P. Box and M. E. Muller, "A note on the generation of random normal deviates", Ann.
 * Math. Statist. 29 (1958), 610-611: with uniforms U1 and U2, the angle 2 pi U1 and the radius
 * sqrt(-2 ln(1 - U2)) are the polar coordinates of two independent standard normals.
 */
#include "python.h"

#include "../backend/libm.h"

static const double GAUSS_TWO_PI = 0x1.921fb54442d18p+2;

/* One standard normal. The cosine of a pair comes first. The sine is cached where NumPy caches the
 * second normal of its pairs. */
static double draw_py_gauss(struct nprand__engine *e)
{
    if (e->has_gauss != 0) {
        double cached = e->gauss;
        e->has_gauss = 0;
        e->gauss = 0.0;
        return cached;
    }
    double angle = nprand__next_double(e) * GAUSS_TWO_PI;
    double radius = sqrt(-2.0 * nprand__log(1.0 - nprand__next_double(e)));
    e->gauss = nprand__sin(angle) * radius;
    e->has_gauss = 1;
    return nprand__cos(angle) * radius;
}

double nprand_py_gauss(nprand_rng *rng, double mu, double sigma)
{
    if (!nprand__accept(rng, NPRAND_OK))
        return (double)NAN;
    return mu + draw_py_gauss(nprand__engine_of(rng)) * sigma;
}

nprand_status nprand_py_gauss_fill(nprand_rng *rng, double mu, double sigma, size_t n, double *out)
{
    nprand_status status = nprand__check_fill(rng, NPRAND_OK, n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    for (size_t i = 0; i < n; i++)
        out[i] = mu + draw_py_gauss(e) * sigma;
    return NPRAND_OK;
}
