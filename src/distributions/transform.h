/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Methods that make each value of one uniform double, by a transform of arrays: from uniforms to
 * values, in place. A scalar draw is an array of one element, of which the compiler makes straight
 * code. A fill works on a chunk of uniforms while the chunk is in the nearest cache.
 */
#ifndef NPRAND_DISTRIBUTIONS_TRANSFORM_H
#define NPRAND_DISTRIBUTIONS_TRANSFORM_H

#include "../engine/parts.h"

/* Replaces each of n uniforms u by a value. of is what the method hands on, its parameters. */
typedef void nprand__transform(const void *of, size_t n, double *u);

/* Elements of a chunk: few enough that they stay in the nearest cache, and so many that most of a
 * chunk's blocks are prefetched. With chunks of 512, uniform takes 0.73 ns in place of 0.65, and
 * standard_exponential 2.03 in place of 1.81. */
enum { NPRAND__CHUNK = 2048 };

/* n values, each of the next uniform; in parts if n is large. */
NPRAND_HIDDEN void nprand__fill_transformed(struct nprand__engine *e, nprand__transform *transform,
                                            const void *of, size_t n, double *out);

/* The same for methods that draw a uniform of 0 again. The number of words is then not known
 * before, and the fill is always one part. */
NPRAND_HIDDEN void nprand__fill_transformed_nonzero(struct nprand__engine *e,
                                                    nprand__transform *transform, const void *of,
                                                    size_t n, double *out);

/* The next uniform that is not 0. */
static inline double nprand__next_nonzero(struct nprand__engine *e)
{
    double u;
    do
        u = nprand__next_double(e);
    while (u == 0.0);
    return u;
}

#endif
