/* SPDX-License-Identifier: BSD-3-Clause
 *
 * uniform: a + (b - a) U of a uniform double U.
 */
#include "python.h"

#include "../distributions/transform.h"

struct py_uniform {
    double a, width; /* width: b - a */
};

/* Three operations, each rounded: CPython does this; do not repair. */
static inline void py_uniform_transform(const void *of, size_t n, double *u)
{
    const struct py_uniform p = *(const struct py_uniform *)of;
    for (size_t i = 0; i < n; i++)
        u[i] = p.a + p.width * u[i];
}

double nprand_py_uniform(nprand_rng *rng, double a, double b)
{
    if (!nprand__accept(rng, NPRAND_OK))
        return (double)NAN;
    const struct py_uniform p = {a, b - a};
    double u = nprand__next_double(nprand__engine_of(rng));
    py_uniform_transform(&p, 1, &u);
    return u;
}

nprand_status nprand_py_uniform_fill(nprand_rng *rng, double a, double b, size_t n, double *out)
{
    nprand_status status = nprand__check_fill(rng, NPRAND_OK, n, sizeof *out, out);
    const struct py_uniform p = {a, b - a};
    if (status == NPRAND_OK)
        nprand__fill_transformed(nprand__engine_of(rng), py_uniform_transform, &p, n, out);
    return status;
}
