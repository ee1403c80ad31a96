/* SPDX-License-Identifier: BSD-3-Clause
 *
 * standard_exponential, exponential.
 */
#include "exponential.h"

#include "check.h"

static inline void exponentials(size_t n, double *u, double scale)
{
    nprand__minus_exponentials(n, u);
    NPRAND__EACH(n, u, scale * -x)
}

NPRAND__DEFINE_TRANSFORM(standard_exponential, (nprand_rng * rng), NPRAND_OK,
                         exponentials(size, u, 1.0))

NPRAND__DEFINE_TRANSFORM(exponential, (nprand_rng * rng, double scale),
                         nprand__non_negative(scale, NPRAND_NEGATIVE_SCALE),
                         exponentials(size, u, scale))
