/* SPDX-License-Identifier: BSD-3-Clause
 *
 * A Poisson value, for the methods that are mixtures of Poisson distributions.
 */
#ifndef NPRAND_DISTRIBUTIONS_POISSON_H
#define NPRAND_DISTRIBUTIONS_POISSON_H

#include "ahead.h"

/* One value of mean lam. lam is not checked, because NumPy does not check a mean that another
 * method has computed: a lam that is too large, or infinite, gives LONG_MIN, and NaN gives 0. */
NPRAND_HIDDEN int64_t nprand__poisson(struct nprand__engine *e, double lam);

/* The same of doubles that are read ahead. */
NPRAND_HIDDEN int64_t nprand__ahead_poisson(struct nprand__ahead *a, double lam);

#endif
