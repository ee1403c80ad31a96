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

/* Whether each of n values is made of items (pattern.h): a gamma and a normal, a gamma alone, or a
 * Poisson value and a gamma. A value with a Poisson mean of 10 or more is not. */
NPRAND_HIDDEN bool nprand__noncentral_has_items(const struct nprand__engine *e,
                                                const struct nprand__parameter *df,
                                                const struct nprand__parameter *nonc, size_t n);

/* The square root of the last nonc: most values have the nonc of the value before. */
struct nprand__noncentral_root {
    double nonc, root;
};

/* The shapes of the two items of a value; and the value, of its items x. */
NPRAND_HIDDEN void nprand__noncentral_shapes(const struct nprand__engine *e, double df, double nonc,
                                             double *shape);
NPRAND_HIDDEN double nprand__noncentral_value(const struct nprand__engine *e, double df,
                                              double nonc, struct nprand__noncentral_root *last,
                                              const double *x);

#endif
