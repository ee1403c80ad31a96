/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The logarithm of the gamma function, for the acceptance tests of poisson and hypergeometric.
 */
#ifndef NPRAND_DISTRIBUTIONS_LOGGAM_H
#define NPRAND_DISTRIBUTIONS_LOGGAM_H

#include "../engine/engine.h"

/* ln(gamma(x)) in NumPy's bits, for x >= 1, and for 0, which gives infinity. */
NPRAND_HIDDEN double nprand__loggam(double x);

#endif
