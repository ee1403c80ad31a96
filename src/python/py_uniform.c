/* SPDX-License-Identifier: BSD-3-Clause
 *
 * random, uniform, triangular.
 */
#include "python.h"

#include "../distributions/method.h"

double nprand_py_random(nprand_rng *rng)
{
    return nprand_random_sample(rng);
}

nprand_status nprand_py_random_fill(nprand_rng *rng, size_t n, double *out)
{
    return nprand_random_sample_fill(rng, n, out);
}

NPRAND__DEFINE_TRANSFORM(py_uniform, (nprand_rng * rng, double a, double b), NPRAND_OK,
                         NPRAND__EACH(size, u, a + (b - a) * x))

/* c: where the mode lies between low and high. */
static double triangle(double u, double low, double high, double c)
{
    if (u > c)
        return high + (low - high) * sqrt((1.0 - u) * (1.0 - c));
    return low + (high - low) * sqrt(u * c);
}

/* Where the ends meet, CPython draws before it finds out that it divides by 0. */
static double triangular(double u, double low, double high, double mode)
{
    if (high - low == 0.0)
        return low;
    return triangle(u, low, high, (mode - low) / (high - low));
}

NPRAND__DEFINE_TRANSFORM(py_triangular, (nprand_rng * rng, double low, double high, double mode),
                         NPRAND_OK, NPRAND__EACH(size, u, triangular(x, low, high, mode)))

NPRAND__DEFINE_TRANSFORM(py_triangular_symmetric, (nprand_rng * rng, double low, double high),
                         NPRAND_OK, NPRAND__EACH(size, u, triangle(x, low, high, 0.5)))
