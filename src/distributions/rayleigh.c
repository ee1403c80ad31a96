/* SPDX-License-Identifier: BSD-3-Clause
 *
 * rayleigh.
 */
#include "../math/libm.h"

#include "check.h"
#include "method.h"

/* ln(1 - U). Releases since 1.21 take log1p; 1 - U is exact, so that the two differ only by what
 * libm's functions do. */
static double log_of_complement(const struct nprand__engine *e, double u)
{
    return e->release >= NPRAND__RELEASE(1, 21, 0) ? nprand__log1p(-u) : nprand__log(1.0 - u);
}

NPRAND__DEFINE_TRANSFORM(rayleigh, (nprand_rng * rng, double scale),
                         nprand__non_negative(scale, NPRAND_NEGATIVE_SCALE),
                         scale *sqrt(-2.0 * log_of_complement(e, u)))
