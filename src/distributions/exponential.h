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

/* The same as some methods have it: releases since 1.21 take log1p; -U is exact, so that the two
 * differ only by what the functions do. */
static inline void nprand__minus_exponentials_by_log1p(const struct nprand__engine *e, size_t n,
                                                       double *u)
{
    if (e->release >= NPRAND__RELEASE(1, 21, 0)) {
        NPRAND__EACH(n, u, -x)
        nprand__log1p_array(n, u);
    } else {
        nprand__minus_exponentials(n, u);
    }
}

static inline double nprand__standard_exponential(struct nprand__engine *e)
{
    double x = nprand__next_double(e);
    nprand__minus_exponentials(1, &x);
    return -x;
}

#endif
