/* SPDX-License-Identifier: BSD-3-Clause
 *
 * log, exp and pow, and loops over them, with one kind of fused multiply-add. Included once for
 * each, with
 *
 *   TARGET        the attribute that allows its instruction, on every function
 *   NAME(x)       x with a prefix of its own
 *   FMA(a, b, c)  a b + c, rounded once
 */
#include "log.h"

#include "exp.h"

#include "pow.h"

TARGET static void NAME(log_array)(size_t n, double *x)
{
    for (size_t i = 0; i < n; i++)
        x[i] = NAME(log)(x[i]);
}

TARGET static void NAME(exp_array)(size_t n, double *x)
{
    for (size_t i = 0; i < n; i++)
        x[i] = NAME(exp)(x[i]);
}

TARGET static void NAME(pow_array)(size_t n, double *x, double y)
{
    for (size_t i = 0; i < n; i++)
        x[i] = NAME(pow)(x[i], y);
}

TARGET static void NAME(normals_from)(size_t first, size_t n, const struct nprand__points *p,
                                      double *out)
{
    for (size_t i = first; i < n; i++)
        nprand__normal_pair(NAME(log)(p->r2[i]), p, i, out);
}

TARGET static void NAME(normals)(size_t n, const struct nprand__points *p, double *out)
{
    NAME(normals_from)(0, n, p, out);
}
