/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Fused multiply-add: the instruction where every CPU that the build is for has one, else in
 * software. (On x86-64 it is also chosen at run time: x86/functions.h.)
 */
#ifndef NPRAND_MATH_FMA_H
#define NPRAND_MATH_FMA_H

#include "fma_soft.h"

#include <math.h>

static inline double nprand__fma(double a, double b, double c)
{
#if defined(FP_FAST_FMA) || defined(__FP_FAST_FMA) || defined(__FMA__) || defined(__aarch64__)
    return fma(a, b, c);
#else
    return nprand__fma_soft(a, b, c);
#endif
}

#endif
