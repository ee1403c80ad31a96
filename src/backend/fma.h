/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Functions that use the fused multiply-add of x86-64 CPUs, one element at a time. backend.h
 * describes each of them.
 */
#ifndef NPRAND_BACKEND_FMA_H
#define NPRAND_BACKEND_FMA_H

#include "backend.h"

#if NPRAND__HAS_X86
NPRAND_HIDDEN double nprand__fma_log(double x);
NPRAND_HIDDEN double nprand__fma_exp(double x);
NPRAND_HIDDEN double nprand__fma_pow(double x, double y);
NPRAND_HIDDEN double nprand__fma_log1p(double x);
NPRAND_HIDDEN double nprand__fma_log2(double x);
NPRAND_HIDDEN double nprand__fma_cos(double x);
NPRAND_HIDDEN double nprand__fma_sin(double x);
NPRAND_HIDDEN double nprand__fma_acos(double x);
NPRAND_HIDDEN void nprand__fma_log_array(size_t n, double *x);
NPRAND_HIDDEN void nprand__fma_exponentials(size_t n, double *u);
NPRAND_HIDDEN void nprand__fma_exp_array(size_t n, double *x);
NPRAND_HIDDEN void nprand__fma_pow_array(size_t n, double *x, const double *y, size_t step);
NPRAND_HIDDEN void nprand__fma_log1p_array(size_t n, double *x);
NPRAND_HIDDEN void nprand__fma_cos_array(size_t n, double *x);
NPRAND_HIDDEN void nprand__fma_acos_array(size_t n, double *x);
NPRAND_HIDDEN void nprand__fma_normals(size_t n, const double *x1, const double *x2,
                                       const double *r2, double *out);

/* The normals of the points from first on. */
NPRAND_HIDDEN void nprand__fma_normals_from(size_t first, size_t n, const double *x1,
                                            const double *x2, const double *r2, double *out);
#endif

#endif
