/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Loops over scalar functions. Included once for each kind of scalar functions, with
 *
 *   TARGET   an attribute for every function
 *   LINKAGE  static, or empty if other files use the functions
 *   NAME(x)  x with a prefix of its own. The functions NAME(log), NAME(exp), NAME(pow), NAME(log1p),
 *            NAME(cos), NAME(acos) exist
 */
TARGET LINKAGE void NAME(log_array)(size_t n, double *x)
{
    for (size_t i = 0; i < n; i++)
        x[i] = NAME(log)(x[i]);
}

TARGET LINKAGE void NAME(exponentials)(size_t n, double *u)
{
    for (size_t i = 0; i < n; i++)
        u[i] = -NAME(log)(1.0 - u[i]);
}

TARGET LINKAGE void NAME(exp_array)(size_t n, double *x)
{
    for (size_t i = 0; i < n; i++)
        x[i] = NAME(exp)(x[i]);
}

TARGET LINKAGE void NAME(pow_array)(size_t n, double *x, const double *y, size_t step)
{
    for (size_t i = 0; i < n; i++)
        x[i] = NAME(pow)(x[i], y[i * step]);
}

TARGET LINKAGE void NAME(log1p_array)(size_t n, double *x)
{
    for (size_t i = 0; i < n; i++)
        x[i] = NAME(log1p)(x[i]);
}

TARGET LINKAGE void NAME(cos_array)(size_t n, double *x)
{
    for (size_t i = 0; i < n; i++)
        x[i] = NAME(cos)(x[i]);
}

TARGET LINKAGE void NAME(acos_array)(size_t n, double *x)
{
    for (size_t i = 0; i < n; i++)
        x[i] = NAME(acos)(x[i]);
}
