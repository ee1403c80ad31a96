/* SPDX-License-Identifier: BSD-3-Clause
 *
 * laplace: the double exponential distribution, by the inverse of its distribution function:
 * loc + scale ln(2U) for U < 1/2, loc - scale ln(2 - 2U) from 1/2 on.
 */
#include "../backend/libm.h"

#include "check.h"
#include "redraw.h"

enum { LAPLACE_PIECE = 256 }; /* uniforms whose logarithms are taken together */

/* The double below 1/2. It is no uniform, which are multiples of 2^-53. */
static const double LAPLACE_BELOW_HALF = 0x1.fffffffffffffp-2;

/* 2 - U - U and U + U are exact, and the smaller one is the operand of the logarithm. Both are
 * computed, and one is chosen: compilers make vectors of a choice, and a branch would be
 * mispredicted half of the time. Of a conditional negation, GCC makes such a branch. The sign comes
 * from a difference, which is negative from U = 1/2 on: a value takes 8 ns in place of 12. */
NPRAND__INLINE void laplace_piece(const double *loc, const double *scale, size_t step, size_t n,
                                  double *NPRAND__RESTRICT u)
{
    double logs[LAPLACE_PIECE];
    for (size_t i = 0; i < n; i++) {
        double above = 2.0 - u[i] - u[i];
        double below = u[i] + u[i];
        logs[i] = below < above ? below : above;
    }
    nprand__log_array(n, logs);
    for (size_t i = 0; i < n; i++) {
        const uint64_t minus = nprand__to_bits(LAPLACE_BELOW_HALF - u[i]) & NPRAND__SIGN_BIT;
        double term = scale[i * step] * logs[i];
        u[i] = loc[i * step] + nprand__from_bits(nprand__to_bits(term) ^ minus);
    }
}

NPRAND__INLINE void laplace_formula(const struct nprand__of *of, size_t step, size_t n,
                                    double *NPRAND__RESTRICT u)
{
    for (size_t done = 0; done < n; done += LAPLACE_PIECE) {
        const size_t size = nprand__min(n - done, LAPLACE_PIECE);
        laplace_piece(of->p[0] + done * step, of->p[1] + done * step, step, size, u + done);
    }
}

static inline void laplace_transform(const void *of, size_t n, double *u)
{
    nprand__by_step(laplace_formula, of, n, u);
}

/* A piece of one: GCC would call the transform, and a value would take 11 ns in place of 8. */
double nprand_laplace(nprand_rng *rng, double loc, double scale)
{
    if (!nprand__accept(rng, nprand__non_negative(scale, NPRAND_NEGATIVE_SCALE)))
        return (double)NAN;
    double u = nprand__next_redrawn(nprand__engine_of(rng));
    laplace_piece(&loc, &scale, 0, 1, &u);
    return u;
}

nprand_status nprand_laplace_fill(nprand_rng *rng, double loc, double scale, size_t n, double *out)
{
    return nprand_laplace_each(rng, &loc, 0, &scale, 0, n, out);
}

nprand_status nprand_laplace_each(nprand_rng *rng, const double *loc, ptrdiff_t loc_step,
                                  const double *scale, ptrdiff_t scale_step, size_t n, double *out)
{
    return nprand__each_redrawn(rng, laplace_transform, loc, loc_step, scale, scale_step, n, out);
}
