/* SPDX-License-Identifier: BSD-3-Clause
 *
 * lognormal.
 */
#include "../math/libm.h"

#include "check.h"
#include "method.h"
#include "normal.h"

NPRAND__DEFINE_DOUBLE(lognormal, (nprand_rng * rng, double mean, double sigma),
                      nprand__non_negative(sigma, NPRAND_NEGATIVE_SIGMA),
                      nprand__exp(mean + sigma * nprand__gauss(e)))
