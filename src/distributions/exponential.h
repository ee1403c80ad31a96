/* SPDX-License-Identifier: BSD-3-Clause */
#ifndef NPRAND_DISTRIBUTIONS_EXPONENTIAL_H
#define NPRAND_DISTRIBUTIONS_EXPONENTIAL_H

#include "../math/libm.h"

#include "../engine/engine.h"

/* -ln(1 - U), the inverse of the distribution function; 1 - U is exact and above 0. */
static inline double nprand__exponential_of(double u)
{
    return -nprand__log(1.0 - u);
}

static inline double nprand__standard_exponential(struct nprand__engine *e)
{
    return nprand__exponential_of(nprand__next_double(e));
}

#endif
