/* SPDX-License-Identifier: BSD-3-Clause
 *
 * standard_normal, randn; normal.
 *
 * Source: G. Marsaglia and T. A. Bray, "A convenient method for generating normal variables", SIAM
 * Review 6 (1964), 260-264: the polar method.
 */
#include "../math/libm.h"

#include "normal.h"

#include "check.h"
#include "method.h"

double nprand__gauss(struct nprand__engine *e)
{
    if (e->has_gauss) {
        double kept = e->gauss;
        e->has_gauss = 0;
        e->gauss = 0.0;
        return kept;
    }

    /* (x1, x2) uniform in the unit disc without its centre. 2U is exact, and so is 2U - 1. */
    double x1, x2, r2;
    do {
        x1 = 2.0 * nprand__next_double(e) - 1.0;
        x2 = 2.0 * nprand__next_double(e) - 1.0;
        r2 = x1 * x1 + x2 * x2;
    } while (r2 >= 1.0 || r2 == 0.0);

    /* f = sqrt(-2 ln(r2) / r2); then f x1 and f x2 are independent standard normals. The second is
     * returned and the first kept: NumPy does this; do not repair. */
    double f = sqrt(-2.0 * nprand__log(r2) / r2);
    e->gauss = f * x1;
    e->has_gauss = 1;
    return f * x2;
}

NPRAND__DEFINE_DOUBLE(standard_normal, (nprand_rng * rng), NPRAND_OK, nprand__gauss(e))

double nprand_randn(nprand_rng *rng)
{
    return nprand_standard_normal(rng);
}

nprand_status nprand_randn_fill(nprand_rng *rng, size_t n, double *out)
{
    return nprand_standard_normal_fill(rng, n, out);
}

NPRAND__DEFINE_DOUBLE(normal, (nprand_rng * rng, double loc, double scale),
                      nprand__non_negative(scale, NPRAND_NEGATIVE_SCALE),
                      loc + scale * nprand__gauss(e))
