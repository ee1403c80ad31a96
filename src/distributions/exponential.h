/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Standard exponentials by the inverse of the distribution function, for the methods that are
 * functions of one.
 */
#ifndef NPRAND_DISTRIBUTIONS_EXPONENTIAL_H
#define NPRAND_DISTRIBUTIONS_EXPONENTIAL_H

#include "../backend/libm.h"

#include "transform.h"

/* Of n uniforms U makes ln(1 - U) = -E, the negative of a standard exponential E. 1 - U is exact
 * and above 0. */
static inline void nprand__minus_exponentials(size_t n, double *u)
{
    for (size_t i = 0; i < n; i++)
        u[i] = 1.0 - u[i];
    nprand__log_array(n, u);
}

/* The same for methods in which releases since 1.21 take log1p(-U). -U is exact: the two forms
 * differ only by the rounding of the functions. */
static inline void nprand__minus_exponentials_by_log1p(const struct nprand__engine *e, size_t n,
                                                       double *u)
{
    if (e->release < NPRAND__RELEASE(1, 21, 0)) {
        nprand__minus_exponentials(n, u);
        return;
    }
    for (size_t i = 0; i < n; i++)
        u[i] = -u[i];
    nprand__log1p_array(n, u);
}

/* x^(1/a) of n x, for power and weibull; with step 1, n <= NPRAND__EACH_PIECE. The second function is
 * for step 1, and not inline: a scalar call does not need its stack. */
NPRAND_HIDDEN void nprand__roots_of_each(const double *a, size_t n, double *x);
NPRAND__INLINE void nprand__roots(const double *a, size_t step, size_t n,
                                  double *NPRAND__RESTRICT x)
{
    if (step == 0)
        nprand__pow_array(n, x, 1.0 / a[0]);
    else
        nprand__roots_of_each(a, n, x);
}

static inline double nprand__standard_exponential(struct nprand__engine *e)
{
    double x = nprand__next_double(e);
    nprand__exponentials(1, &x);
    return x;
}

/* The same for scalar calls, with the rows of prepared.h. */
NPRAND_HIDDEN void nprand__standard_exponentials(const void *of, size_t n, double *u);
static inline double nprand__scalar_exponential(nprand_rng *rng)
{
    bool is_value;
    double x = nprand__draw_prepared(rng, NPRAND__EXPONENTIALS, nprand__standard_exponentials, 0.0,
                                     0.0, &is_value);
    if (!is_value)
        nprand__exponentials(1, &x);
    return x;
}

#endif
