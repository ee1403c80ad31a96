/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The transcendental functions. The distributions call these names and no others, so that what
 * stands behind them can change in one place. They are the C library's: values then equal those of
 * the NumPy that runs on the same C library and CPU.
 */
#ifndef NPRAND_MATH_LIBM_H
#define NPRAND_MATH_LIBM_H

#include "float.h"

#include <math.h>

static inline double nprand__log(double x)
{
    return log(x);
}

static inline double nprand__log1p(double x)
{
    return log1p(x);
}

static inline double nprand__exp(double x)
{
    return exp(x);
}

static inline double nprand__pow(double x, double y)
{
    return pow(x, y);
}

static inline double nprand__cos(double x)
{
    return cos(x);
}

static inline double nprand__sin(double x)
{
    return sin(x);
}

static inline double nprand__log2(double x)
{
    return log2(x);
}

static inline double nprand__acos(double x)
{
    return acos(x);
}

#endif
