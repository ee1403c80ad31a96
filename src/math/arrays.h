/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Loops over scalar functions. Included once for each kind of them, with
 *
 *   TARGET   an attribute for every function
 *   NAME(x)  x with a prefix of its own; NAME(log), NAME(exp), NAME(pow), NAME(log1p) exist
 */
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

TARGET static void NAME(log1p_array)(size_t n, double *x)
{
    for (size_t i = 0; i < n; i++)
        x[i] = NAME(log1p)(x[i]);
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
