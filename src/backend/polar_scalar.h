/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The normals of the points of the polar method, one point at a time. Included once for each kind
 * of scalar functions, with
 *
 *   TARGET   an attribute for every function
 *   LINKAGE  static, or empty if other files use the functions
 *   NAME(x)  x with a prefix of its own; NAME(log) exists
 */

/* The normals of the points from first on. The normal of x2 comes before the normal of x1, as in
 * nprand__gauss(). */
TARGET LINKAGE void NAME(normals_from)(size_t first, size_t n, const double *x1, const double *x2,
                                       const double *r2, double *out)
{
    for (size_t i = first; i < n; i++) {
        double f = nprand__polar_factor(NAME(log)(r2[i]), r2[i]);
        out[2 * i] = f * x2[i];
        out[2 * i + 1] = f * x1[i];
    }
}

TARGET LINKAGE void NAME(normals)(size_t n, const double *x1, const double *x2, const double *r2,
                                  double *out)
{
    NAME(normals_from)(0, n, x1, x2, r2, out);
}
