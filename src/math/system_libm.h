/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Functions of the C library that leave errno as it is. An accepted draw does not change errno.
 */
#ifndef NPRAND_MATH_SYSTEM_LIBM_H
#define NPRAND_MATH_SYSTEM_LIBM_H

#include "../internal.h"

static inline double nprand__system_log(double x)
{
    int kept = errno;
    double y = log(x);
    errno = kept;
    return y;
}

static inline double nprand__system_exp(double x)
{
    int kept = errno;
    double y = exp(x);
    errno = kept;
    return y;
}

static inline double nprand__system_pow(double x, double y)
{
    int kept = errno;
    double z = pow(x, y);
    errno = kept;
    return z;
}

static inline double nprand__system_log1p(double x)
{
    int kept = errno;
    double y = log1p(x);
    errno = kept;
    return y;
}

static inline double nprand__system_cos(double x)
{
    int kept = errno;
    double y = cos(x);
    errno = kept;
    return y;
}

static inline double nprand__system_sin(double x)
{
    int kept = errno;
    double y = sin(x);
    errno = kept;
    return y;
}

static inline double nprand__system_acos(double x)
{
    int kept = errno;
    double y = acos(x);
    errno = kept;
    return y;
}

static inline double nprand__system_log2(double x)
{
    int kept = errno;
    double y = log2(x);
    errno = kept;
    return y;
}

#endif
