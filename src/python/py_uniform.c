/* SPDX-License-Identifier: BSD-3-Clause
 *
 * random, uniform, triangular.
 */
#include "python.h"

#include "../distributions/method.h"
#include "../backend/libm.h"

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

/* Before 3.7 by pow, which rounds some roots otherwise. */
static inline double root(double x, bool by_pow)
{
    return by_pow ? nprand__pow(x, 0.5) : sqrt(x);
}

/* c: where the mode lies between low and high. */
static inline double triangle(double u, double low, double high, double c, bool by_pow)
{
    if (u > c)
        return high + (low - high) * root((1.0 - u) * (1.0 - c), by_pow);
    return low + (high - low) * root(u * c, by_pow);
}

static inline void triangles(const struct nprand__engine *e, size_t n, double *u, double low,
                             double high, double c)
{
    if (e->python < NPRAND__PYTHON(3, 7))
        NPRAND__EACH(n, u, triangle(x, low, high, c, true))
    else
        NPRAND__EACH(n, u, triangle(x, low, high, c, false))
}

/* Where the ends meet, CPython draws before it finds out that it divides by 0. */
static inline void triangulars(const struct nprand__engine *e, size_t n, double *u, double low,
                               double high, double mode)
{
    if (high - low != 0.0) {
        triangles(e, n, u, low, high, (mode - low) / (high - low));
        return;
    }
    for (size_t i = 0; i < n; i++)
        u[i] = low;
}

/* 3.2 and 3.3 raise an error where the ends meet; 2.7, which is younger, and later ones do not. */
static nprand_status check_triangular(const nprand_rng *rng, double low, double high)
{
    bool raises = high - low == 0.0 && nprand__py_is_before(rng, NPRAND__PYTHON(3, 4)) &&
                  !nprand__py_is_before(rng, NPRAND__PYTHON(3, 0));
    return raises ? NPRAND_PY_DIVISION_BY_ZERO : NPRAND_OK;
}

NPRAND__DEFINE_TRANSFORM(py_triangular, (nprand_rng * rng, double low, double high, double mode),
                         check_triangular(rng, low, high), triangulars(e, size, u, low, high, mode))

NPRAND__DEFINE_TRANSFORM(py_triangular_symmetric, (nprand_rng * rng, double low, double high),
                         NPRAND_OK, triangles(e, size, u, low, high, 0.5))
