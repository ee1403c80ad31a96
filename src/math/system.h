/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The functions of the C library, in place of scalar.h. Included once for each backend, with
 * TARGET, LINKAGE and NAME(x) as in scalar.h.
 */
#include "system_libm.h"

LINKAGE double NAME(log)(double x)
{
    return nprand__system_log(x);
}

LINKAGE double NAME(exp)(double x)
{
    return nprand__system_exp(x);
}

LINKAGE double NAME(pow)(double x, double y)
{
    return nprand__system_pow(x, y);
}

LINKAGE double NAME(log1p)(double x)
{
    return nprand__system_log1p(x);
}

LINKAGE double NAME(log2)(double x)
{
    return nprand__system_log2(x);
}

LINKAGE double NAME(cos)(double x)
{
    return nprand__system_cos(x);
}

LINKAGE double NAME(sin)(double x)
{
    return nprand__system_sin(x);
}

LINKAGE double NAME(acos)(double x)
{
    return nprand__system_acos(x);
}

#include "arrays.h"
