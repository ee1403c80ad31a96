/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Standard normals by the polar method, for normal.c and for the methods that take normals.
 */
#ifndef NPRAND_DISTRIBUTIONS_POLAR_H
#define NPRAND_DISTRIBUTIONS_POLAR_H

#include "../engine/engine.h"

/* One standard normal. A pair is made at a time; the second one is cached in the generator. */
NPRAND_HIDDEN double nprand__gauss(struct nprand__engine *e);

/* n calls of nprand__gauss(), in parts if n is large. */
NPRAND_HIDDEN void nprand__fill_gauss(struct nprand__engine *e, size_t n, double *out);

/* Makes some of n > 0 times a standard normal and the uniform double after it: as many as one round
 * gives, at most NPRAND__ROUND. Returns how many. g and u have room for n, or for NPRAND__ROUND. */
enum { NPRAND__ROUND = 128 };
NPRAND_HIDDEN size_t nprand__some_gauss_and_uniforms(struct nprand__engine *e, size_t n, double *g,
                                                     double *u);

#endif
