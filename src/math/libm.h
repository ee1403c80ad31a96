/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The transcendental functions. The distributions call these names and no others, so that what
 * stands behind them is chosen in one place: our own functions, with the same bits everywhere; or,
 * with NPRAND_MATH_SYSTEM, the C library's, with the bits of the NumPy that runs on the same C
 * library and CPU. Each _array function changes n elements in place.
 */
#ifndef NPRAND_MATH_LIBM_H
#define NPRAND_MATH_LIBM_H

#include "functions.h"
#include "reference.h"

#include <math.h>

static inline double nprand__log(double x)
{
    return nprand__functions()->log(x);
}

static inline double nprand__exp(double x)
{
    return nprand__functions()->exp(x);
}

static inline double nprand__pow(double x, double y)
{
    return nprand__functions()->pow(x, y);
}

static inline double nprand__log1p(double x)
{
    return nprand__functions()->log1p(x);
}

static inline double nprand__cos(double x)
{
#ifdef NPRAND_MATH_SYSTEM
    return cos(x);
#else
    return nprand__reference_cos(x);
#endif
}

static inline double nprand__acos(double x)
{
#ifdef NPRAND_MATH_SYSTEM
    return acos(x);
#else
    return nprand__reference_acos(x);
#endif
}

/* For the methods of CPython, which has these of the C library it runs on. The reference cos and
 * acos are correctly rounded, as CPython's are not, and sin and log2 have none; gauss() makes a
 * cosine and a sine at a time, which both should be CPython's. */
static inline double nprand__system_cos(double x)
{
    return cos(x);
}

static inline double nprand__system_sin(double x)
{
    return sin(x);
}

static inline double nprand__system_acos(double x)
{
    return acos(x);
}

static inline double nprand__system_log2(double x)
{
    return log2(x);
}

/* A single element, as in the scalar form of a method, is not worth the way through an array. */
static inline void nprand__log_array(size_t n, double *x)
{
    if (n == 1)
        *x = nprand__log(*x);
    else
        nprand__functions()->log_array(n, x);
}

static inline void nprand__exp_array(size_t n, double *x)
{
    if (n == 1)
        *x = nprand__exp(*x);
    else
        nprand__functions()->exp_array(n, x);
}

static inline void nprand__pow_array(size_t n, double *x, double y)
{
    if (n == 1)
        *x = nprand__pow(*x, y);
    else
        nprand__functions()->pow_array(n, x, y);
}

static inline void nprand__log1p_array(size_t n, double *x)
{
    if (n == 1)
        *x = nprand__log1p(*x);
    else
        nprand__functions()->log1p_array(n, x);
}

#endif
