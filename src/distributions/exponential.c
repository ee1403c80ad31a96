/* SPDX-License-Identifier: BSD-3-Clause
 *
 * standard_exponential, exponential.
 */
#include "exponential.h"

#include "check.h"
#include "method.h"

NPRAND__DEFINE_DOUBLE(standard_exponential, (nprand_rng * rng), NPRAND_OK,
                      nprand__standard_exponential(e))

NPRAND__DEFINE_DOUBLE(exponential, (nprand_rng * rng, double scale),
                      nprand__non_negative(scale, NPRAND_NEGATIVE_SCALE),
                      scale *nprand__standard_exponential(e))
