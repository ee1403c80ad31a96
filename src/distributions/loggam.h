/* SPDX-License-Identifier: BSD-3-Clause */
#ifndef NPRAND_DISTRIBUTIONS_LOGGAM_H
#define NPRAND_DISTRIBUTIONS_LOGGAM_H

#include "../engine/engine.h"

/* ln(gamma(x)) in the bits that NumPy's acceptance tests see; x >= 1, or 0, which gives infinity.
 */
NPRAND_HIDDEN double nprand__loggam(double x);

#endif
