/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Noncentral chi-squares, for noncentral_chisquare.c and noncentral_f.c.
 */
#ifndef NPRAND_DISTRIBUTIONS_NONCENTRAL_CHISQUARE_H
#define NPRAND_DISTRIBUTIONS_NONCENTRAL_CHISQUARE_H

#include "../engine/engine.h"

/* One value. The parameters are not checked. */
NPRAND_HIDDEN double nprand__noncentral_chisquare(struct nprand__engine *e, double df, double nonc);

/* The two items of one value: a gamma and a normal, a gamma alone, or one value that is drawn alone.
 * And the value of the items x. */
NPRAND_HIDDEN void nprand__noncentral_shapes(const struct nprand__engine *e, double df, double nonc,
                                             double *shape);
NPRAND_HIDDEN double nprand__noncentral_value(const struct nprand__engine *e, double df,
                                              double nonc, const double *x);

#endif
