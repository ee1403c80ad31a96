/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Noncentral chi-squares, for noncentral_chisquare.c and noncentral_f.c.
 */
#ifndef NPRAND_DISTRIBUTIONS_NONCENTRAL_CHISQUARE_H
#define NPRAND_DISTRIBUTIONS_NONCENTRAL_CHISQUARE_H

#include "ahead.h"
#include "parameter.h"

/* One value, of doubles from nprand__next_of(). The parameters are not checked. */
NPRAND_HIDDEN double nprand__noncentral_chisquare(struct nprand__engine *e, struct nprand__ahead *a,
                                                  double df, double nonc);

/* The square root of the last nonc: most values have the nonc of the value before. */
struct nprand__noncentral_root {
    double nonc, root;
};

/* Writes the shapes of the two items of a value (pattern.h): a gamma and a normal, a gamma alone, or
 * a Poisson value and a gamma. Returns false if the value is not made of items: its Poisson mean, or
 * the shape of the gamma, is rounded to 0 or is NaN, or the mean is 10 or above. */
NPRAND_HIDDEN bool nprand__noncentral_shapes(const struct nprand__engine *e, double df, double nonc,
                                             double *shape);
/* The value, of its items x. */
NPRAND_HIDDEN double nprand__noncentral_value(const struct nprand__engine *e, double df,
                                              double nonc, struct nprand__noncentral_root *last,
                                              const double *x);

#endif
