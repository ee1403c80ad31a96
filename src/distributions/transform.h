/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Methods that make each value of one uniform double, by a transform of arrays: from uniforms to
 * values, in place. A scalar draw is an array of one element, of which the compiler makes straight
 * code. A fill works on a chunk of uniforms while the chunk is in the nearest cache.
 *
 * The each form of a method has parameters of its own for each value. It shares the formula with
 * the fill: with step 0, the formula reads the first value of each parameter, and with step 1 one
 * value for each uniform. The compiler makes a loop for each step.
 */
#ifndef NPRAND_DISTRIBUTIONS_TRANSFORM_H
#define NPRAND_DISTRIBUTIONS_TRANSFORM_H

#include "../engine/parts.h"
#include "../math/bits.h"

#include "parameter.h"
#include "prepared.h"

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

/* ---- Parameters, one value for all or one for each ---- */

enum { NPRAND__MOST_PARAMETERS = 3 };

/* Values whose parameters are brought together at a time, 4.5 KiB on the stack. With step 1, a
 * transform has no more of them. With 256, clang's code for AVX-512 takes more than the 20 KiB that
 * a call may take, if a runner divides it into parts. */
enum { NPRAND__EACH_PIECE = 192 };

/* The parameters of a transform of this kind, in NumPy's order. Value i of parameter j is
 * p[j][i step], where step is 0 or 1. */
struct nprand__of {
    const struct nprand__engine *e; /* whose release decides */
    size_t step;
    const double *p[NPRAND__MOST_PARAMETERS];
};

/* The formula of such a transform. */
typedef void nprand__formula(const struct nprand__of *of, size_t step, size_t n,
                             double *NPRAND__RESTRICT u);

/* ---- Scalar calls ----
 *
 * A method has up to two parameters a and b; others are 0. Prepared values are those of the
 * parameters with which the row began. */

static inline bool nprand__row_has(const struct nprand__prepared *p, double a, double b)
{
    return p->parameters[0] == nprand__to_bits(a) && p->parameters[1] == nprand__to_bits(b);
}

/* Where no value is prepared: prepares values if it is time. Returns whether a value is prepared. */
NPRAND_HIDDEN bool nprand__prepare_transformed(struct nprand__engine *e, struct nprand__prepared *p,
                                               nprand__transform *transform);
/* The next uniform, behind which the row goes on; and one that does not lie in the block as a whole,
 * behind which a row begins. */
NPRAND_HIDDEN double nprand__double_in_row(struct nprand__engine *e, struct nprand__prepared *p,
                                           uint32_t method);
NPRAND_HIDDEN double nprand__double_before_row(struct nprand__engine *e, struct nprand__prepared *p,
                                               uint32_t method, double a, double b);

/* The draw of a method with rows. If *is_value becomes true, the result is the value, which was
 * prepared. Otherwise it is the next uniform, which the caller transforms. */
static inline double nprand__draw_prepared(nprand_rng *rng, uint32_t method,
                                           nprand__transform *transform, double a, double b,
                                           bool *is_value)
{
    struct nprand__engine *e = nprand__engine_of(rng);
    struct nprand__prepared *p = nprand__prepared_of(rng);
    if (nprand__is_in_row(e, method) && nprand__row_has(p, a, b)) {
        *is_value = p->next < p->count || nprand__prepare_transformed(e, p, transform);
        return *is_value ? p->of.value[nprand__take_prepared(e, p, method)]
                         : nprand__double_in_row(e, p, method);
    }
    *is_value = false;
    if (e->pos > NPRAND__N - 2)
        return nprand__double_before_row(e, p, method, a, b);
    return nprand__next_double(e);
}

/* Calls the formula with a constant step. */
NPRAND__INLINE void nprand__by_step(nprand__formula *formula, const void *parameters, size_t n,
                                    double *u)
{
    const struct nprand__of *of = (const struct nprand__of *)parameters;
    if (of->step == 0)
        formula(of, 0, n, u);
    else
        formula(of, 1, n, u);
}

/* An each: a transform of this kind, the parameters, and where the values go. */
struct nprand__each {
    nprand__transform *transform;
    const struct nprand__engine *e;
    double *out;
    size_t count; /* of parameters */
    const struct nprand__parameter *p;
};

/* The transform of an each. *of is its struct nprand__each, and u is in its out. */
NPRAND_HIDDEN void nprand__transform_each(const void *of, size_t n, double *u);

/* n values, each of the next uniform. */
static inline void nprand__each_transformed(struct nprand__engine *e, nprand__transform *transform,
                                            const struct nprand__parameter *p, size_t count,
                                            size_t n, double *out)
{
    const struct nprand__each each = {transform, e, out, count, p};
    nprand__fill_transformed(e, nprand__transform_each, &each, n, out);
}

#endif
