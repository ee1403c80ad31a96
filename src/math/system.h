/* SPDX-License-Identifier: BSD-3-Clause
 *
 * In place of scalar.h: the C library's functions.
 */
static double NAME(log)(double x)
{
    return log(x);
}

static double NAME(exp)(double x)
{
    return exp(x);
}

static double NAME(pow)(double x, double y)
{
    return pow(x, y);
}

static double NAME(log1p)(double x)
{
    return log1p(x);
}

#include "arrays.h"
