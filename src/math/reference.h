/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The correctly rounded functions of the reference profile. One form serves all CPUs and all
 * arguments. They do not set errno.
 */
#ifndef NPRAND_MATH_REFERENCE_H
#define NPRAND_MATH_REFERENCE_H

#include "../internal.h"

/* The double that is nearest to the exact value. */
NPRAND_HIDDEN double nprand__reference_cos(double x);
NPRAND_HIDDEN double nprand__reference_acos(double x);

#endif
