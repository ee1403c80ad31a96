/* SPDX-License-Identifier: BSD-3-Clause */
#ifndef NPRAND_DISTRIBUTIONS_LOGGAM_H
#define NPRAND_DISTRIBUTIONS_LOGGAM_H

#include "../engine/engine.h"

/* ln(gamma(x)) in the bits that NumPy's acceptance tests see; x >= 1. */
NPRAND_HIDDEN double nprand__loggam(double x);

#endif
