/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Fused multiply-add: the instruction, if every CPU of the target has one, otherwise software. (On
 * x86-64, backend/fma.c uses the instruction, and the choice is made at run time.)
 */
#ifndef NPRAND_MATH_FMA_H
#define NPRAND_MATH_FMA_H

#include "fma_soft.h"

#include <math.h>

#if defined(FP_FAST_FMA) || defined(__FP_FAST_FMA) || defined(__FMA__) || defined(__aarch64__)
#define NPRAND__HAS_FMA 1
#else
#define NPRAND__HAS_FMA 0
#endif

static inline double nprand__fma(double a, double b, double c)
{
#if NPRAND__HAS_FMA
    return fma(a, b, c);
#else
    return nprand__fma_soft(a, b, c);
#endif
}

#endif
