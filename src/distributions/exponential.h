/* SPDX-License-Identifier: BSD-3-Clause */
#ifndef NPRAND_DISTRIBUTIONS_EXPONENTIAL_H
#define NPRAND_DISTRIBUTIONS_EXPONENTIAL_H

#include "../math/libm.h"

#include "method.h"

/* Of n uniforms ln(1 - U), the negative of standard exponentials E by the inverse of the
 * distribution function; 1 - U is exact and above 0. */
static inline void nprand__minus_exponentials(size_t n, double *u)
{
    NPRAND__EACH(n, u, 1.0 - x)
    nprand__log_array(n, u);
}

static inline double nprand__standard_exponential(struct nprand__engine *e)
{
    double x = nprand__next_double(e);
    nprand__minus_exponentials(1, &x);
    return -x;
}

#endif
