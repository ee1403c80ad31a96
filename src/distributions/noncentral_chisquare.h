/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Noncentral chi-squares, for noncentral_chisquare.c and noncentral_f.c.
 */
#ifndef NPRAND_DISTRIBUTIONS_NONCENTRAL_CHISQUARE_H
#define NPRAND_DISTRIBUTIONS_NONCENTRAL_CHISQUARE_H

#include "ahead.h"

/* One value. The parameters are not checked. */
NPRAND_HIDDEN double nprand__noncentral_chisquare(struct nprand__engine *e, double df, double nonc);

/* The same of doubles that are read ahead. */
NPRAND_HIDDEN double nprand__ahead_noncentral_chisquare(struct nprand__ahead *a, double df,
                                                        double nonc);

#endif
