/* SPDX-License-Identifier: BSD-3-Clause */
#ifndef NPRAND_DISTRIBUTIONS_POISSON_H
#define NPRAND_DISTRIBUTIONS_POISSON_H

#include "../engine/engine.h"

/* One Poisson value; lam is not checked, as NumPy does not where it draws one within another
 * method. A lam that is too large, or infinite, gives LONG_MIN; NaN gives 0. */
NPRAND_HIDDEN int64_t nprand__poisson(struct nprand__engine *e, double lam);

#endif
