/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Reading ahead, for values that are chains: a draw whose parameter is another draw, such as a
 * Poisson whose mean is a gamma. The doubles of the engine's block are made at a time, and draws
 * take them one after the other. Measured: 50 ns in place of 62 for negative_binomial(5, 0.5).
 *
 * The block is also a Poisson process. Its arrivals are the sums of the exponentials -ln(U). The
 * product of uniforms U is above exp(-lam) as long as the sum of -ln(U) is below lam. For every
 * start in the block, and for every lam, a value of the multiplication method is the number of
 * arrivals between two times. Neither exp(-lam) nor a product is then computed: 13 ns in place of
 * 30 for poisson of means that differ, from 0.5 to 3.5.
 */
#ifndef NPRAND_DISTRIBUTIONS_AHEAD_H
#define NPRAND_DISTRIBUTIONS_AHEAD_H

#include "../engine/engine.h"

enum { NPRAND__ARRIVALS = 8 }; /* arrivals that are compared at a time */

struct nprand__ahead {
    struct nprand__engine *e; /* stays at u[0] */
    size_t most;              /* doubles that are worth reading */
    size_t at, count;         /* the next double, and how many were read */
    bool has_times;
    double u[NPRAND__AHEAD];
    int32_t time[NPRAND__AHEAD + 1 + NPRAND__ARRIVALS]; /* before u[i], in units of 2^-17 */
};

/* Begins to read for n values of a few doubles each. */
static inline void nprand__ahead_begin(struct nprand__ahead *a, struct nprand__engine *e, size_t n)
{
    a->e = e;
    a->most = nprand__min(n, NPRAND__AHEAD) * 8 + 16;
    a->at = a->count = 0;
}

/* Takes from the engine what was drawn. */
static inline void nprand__ahead_end(struct nprand__ahead *a)
{
    nprand__take_doubles(a->e, a->at);
    a->at = a->count = 0;
}

/* The next double, at the end of what was read. */
NPRAND_HIDDEN double nprand__ahead_further(struct nprand__ahead *a);

static inline double nprand__ahead_next(struct nprand__ahead *a)
{
    return a->at < a->count ? a->u[a->at++] : nprand__ahead_further(a);
}

/* The next double: of the engine where a is NULL, which the compiler then knows. A formula that
 * takes its doubles from here serves both. */
NPRAND__INLINE double nprand__next_of(struct nprand__engine *e, struct nprand__ahead *a)
{
    return a == NULL ? nprand__next_double(e) : nprand__ahead_next(a);
}

/* The number of arrivals in a time of lam < 10: a Poisson of mean lam by multiplication. Returns -1
 * and takes nothing if rounding could decide, or the end of what was read. The caller then
 * multiplies uniforms. */
NPRAND_HIDDEN int64_t nprand__ahead_arrivals(struct nprand__ahead *a, double lam);

#endif
