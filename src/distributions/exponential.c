/* SPDX-License-Identifier: BSD-3-Clause
 *
 * standard_exponential, exponential.
 */
#include "exponential.h"

#include "check.h"
#include "method.h"

NPRAND__DEFINE_TRANSFORM(standard_exponential, (nprand_rng * rng), NPRAND_OK,
                         nprand__exponential_of(u))

NPRAND__DEFINE_TRANSFORM(exponential, (nprand_rng * rng, double scale),
                         nprand__non_negative(scale, NPRAND_NEGATIVE_SCALE),
                         scale *nprand__exponential_of(u))
