/* SPDX-License-Identifier: BSD-3-Clause */
#ifndef NPRAND_DISTRIBUTIONS_NORMAL_H
#define NPRAND_DISTRIBUTIONS_NORMAL_H

#include "../engine/engine.h"

/* A standard normal value, from the kept one if there is one. */
NPRAND_HIDDEN double nprand__gauss(struct nprand__engine *e);

/* As many calls of nprand__gauss(), on several threads if n is large. */
NPRAND_HIDDEN void nprand__fill_gauss(struct nprand__engine *e, size_t n, double *out);

/* Some of n > 0 times a standard normal and the uniform double after it, as many as a round gives
 * and at most NPRAND__ROUND; how many. g and u have room for n, or for NPRAND__ROUND. */
enum { NPRAND__ROUND = 128 };
NPRAND_HIDDEN size_t nprand__some_gauss_and_uniforms(struct nprand__engine *e, size_t n, double *g,
                                                     double *u);

#endif
