/* SPDX-License-Identifier: BSD-3-Clause
 *
 * rayleigh.
 */
#include "../math/libm.h"

#include "check.h"
#include "method.h"

/* Releases since 1.21 take log1p; 1 - U is exact, so that the two differ only by what the functions
 * do. */
static inline void rayleighs(const struct nprand__engine *e, size_t n, double *u, double scale)
{
    if (e->release >= NPRAND__RELEASE(1, 21, 0)) {
        NPRAND__EACH(n, u, -x)
        nprand__log1p_array(n, u);
    } else {
        NPRAND__EACH(n, u, 1.0 - x)
        nprand__log_array(n, u);
    }
    NPRAND__EACH(n, u, scale * sqrt(-2.0 * x))
}

NPRAND__DEFINE_TRANSFORM(rayleigh, (nprand_rng * rng, double scale),
                         nprand__non_negative(scale, NPRAND_NEGATIVE_SCALE),
                         rayleighs(e, size, u, scale))
