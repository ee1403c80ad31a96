/* SPDX-License-Identifier: BSD-3-Clause
 *
 * rayleigh.
 */
#include "check.h"
#include "method.h"
#include "exponential.h"

static inline void rayleighs(const struct nprand__engine *e, size_t n, double *u, double scale)
{
    nprand__minus_exponentials_by_log1p(e, n, u);
    NPRAND__EACH(n, u, scale * sqrt(-2.0 * x))
}

NPRAND__DEFINE_TRANSFORM(rayleigh, (nprand_rng * rng, double scale),
                         nprand__non_negative(scale, NPRAND_NEGATIVE_SCALE),
                         rayleighs(e, size, u, scale))
