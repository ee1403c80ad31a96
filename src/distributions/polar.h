/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Standard normals by the polar method, for normal.c and for the methods that take normals.
 */
#ifndef NPRAND_DISTRIBUTIONS_POLAR_H
#define NPRAND_DISTRIBUTIONS_POLAR_H

#include "../backend/libm.h"
#include "../backend/polar.h"

#include "ahead.h"
#include "prepared.h"

/* Makes a pair of standard normals of doubles from nprand__next_of(). Returns the second normal and
 * caches the first one: NumPy does this; do not repair. */
NPRAND__INLINE double nprand__pair_of(struct nprand__engine *e, struct nprand__ahead *a)
{
    struct nprand__point p;
    do {
        double u1 = nprand__next_of(e, a);
        p = nprand__point(u1, nprand__next_of(e, a));
    } while (!p.inside);
    double f = nprand__polar_factor(nprand__log(p.r2), p.r2);
    e->gauss = f * p.x1;
    e->has_gauss = 1;
    return f * p.x2;
}

/* Makes a pair of standard normals. Returns one and caches the other one in the generator. */
NPRAND_HIDDEN double nprand__first_of_pair(struct nprand__engine *e);

/* One standard normal. */
NPRAND__INLINE double nprand__gauss_of(struct nprand__engine *e, struct nprand__ahead *a)
{
    if (!e->has_gauss)
        return a == NULL ? nprand__first_of_pair(e) : nprand__pair_of(e, a);
    const double cached = e->gauss;
    e->has_gauss = 0;
    e->gauss = 0.0;
    return cached;
}

static inline double nprand__gauss(struct nprand__engine *e)
{
    return nprand__gauss_of(e, NULL);
}

/* The same two functions for scalar calls, with the rows of prepared.h. */
NPRAND_HIDDEN double nprand__scalar_pair(nprand_rng *rng);
static inline double nprand__scalar_gauss(nprand_rng *rng)
{
    struct nprand__engine *e = nprand__engine_of(rng);
    return e->has_gauss ? nprand__gauss(e) : nprand__scalar_pair(rng);
}

/* n calls of nprand__gauss(), in parts if n is large. */
NPRAND_HIDDEN void nprand__fill_gauss(struct nprand__engine *e, size_t n, double *out);

/* Makes some of n > 0 times a standard normal and the uniform double after it: as many as one round
 * gives, at most NPRAND__ROUND. Returns how many. g has room for n, or for NPRAND__ROUND; u has
 * NPRAND__ROUND_ROOM. */
enum { NPRAND__ROUND = 128, NPRAND__ROUND_ROOM = NPRAND__ROUND + 16 };
NPRAND_HIDDEN size_t nprand__some_gauss_and_uniforms(struct nprand__engine *e, size_t n, double *g,
                                                     double *u);

#endif
