/* SPDX-License-Identifier: BSD-3-Clause
 *
 * A Poisson value, for the methods that are mixtures of Poisson distributions.
 */
#ifndef NPRAND_DISTRIBUTIONS_POISSON_H
#define NPRAND_DISTRIBUTIONS_POISSON_H

#include "ahead.h"

/* One value of mean lam, of doubles from nprand__next_of(). lam is not checked, because NumPy does
 * not check a mean that another method has computed: a lam that is too large, or infinite, gives
 * LONG_MIN, and NaN gives 0. */
NPRAND_HIDDEN int64_t nprand__poisson(struct nprand__engine *e, struct nprand__ahead *a,
                                      double lam);

/* One value by multiplication, of mean below 10. */
NPRAND_HIDDEN int64_t nprand__poisson_multiply(struct nprand__engine *e, double exp_minus_lam);

#endif
