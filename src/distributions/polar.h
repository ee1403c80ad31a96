/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Standard normals by the polar method, for normal.c and for the methods that take normals.
 */
#ifndef NPRAND_DISTRIBUTIONS_POLAR_H
#define NPRAND_DISTRIBUTIONS_POLAR_H

#include "../engine/engine.h"

/* Makes a pair of standard normals. Returns one and caches the other one in the generator. */
NPRAND_HIDDEN double nprand__first_of_pair(struct nprand__engine *e);

/* One standard normal. */
static inline double nprand__gauss(struct nprand__engine *e)
{
    if (!e->has_gauss)
        return nprand__first_of_pair(e);
    const double cached = e->gauss;
    e->has_gauss = 0;
    e->gauss = 0.0;
    return cached;
}

/* n calls of nprand__gauss(), in parts if n is large. */
NPRAND_HIDDEN void nprand__fill_gauss(struct nprand__engine *e, size_t n, double *out);

/* Makes some of n > 0 times a standard normal and the uniform double after it: as many as one round
 * gives, at most NPRAND__ROUND. Returns how many. g and u have room for n, or for NPRAND__ROUND. */
enum { NPRAND__ROUND = 128 };
NPRAND_HIDDEN size_t nprand__some_gauss_and_uniforms(struct nprand__engine *e, size_t n, double *g,
                                                     double *u);

#endif
