/* SPDX-License-Identifier: BSD-3-Clause
 *
 * paretovariate: (1 - U)^(-1/alpha) of a uniform double U, the inverse of the distribution
 * function.
 */
#include "python.h"

#include "../backend/libm.h"
#include "../distributions/transform.h"

struct paretovariate {
    double exponent;
    bool inverts;
};

/* Releases before 3.10 compute 1 / (1 - U)^(1/alpha). The additional operation changes last
 * bits. */
static struct paretovariate prepare_paretovariate(const struct nprand__engine *e, double alpha)
{
    const bool inverts = e->python < NPRAND__PYTHON(3, 10);
    return (struct paretovariate){(inverts ? 1.0 : -1.0) / alpha, inverts};
}

static inline void paretovariate_transform(const void *of, size_t n, double *u)
{
    const struct paretovariate p = *(const struct paretovariate *)of;
    for (size_t i = 0; i < n; i++)
        u[i] = 1.0 - u[i];
    nprand__pow_array(n, u, p.exponent);
    for (size_t i = 0; p.inverts && i < n; i++)
        u[i] = 1.0 / u[i];
}

static nprand_status check_paretovariate(double alpha)
{
    return alpha == 0.0 ? NPRAND_PY_DIVISION_BY_ZERO : NPRAND_OK;
}

double nprand_py_paretovariate(nprand_rng *rng, double alpha)
{
    if (!nprand__accept(rng, check_paretovariate(alpha)))
        return (double)NAN;
    struct nprand__engine *e = nprand__engine_of(rng);
    const struct paretovariate p = prepare_paretovariate(e, alpha);
    double u = nprand__next_double(e);
    paretovariate_transform(&p, 1, &u);
    return u;
}

nprand_status nprand_py_paretovariate_fill(nprand_rng *rng, double alpha, size_t n, double *out)
{
    nprand_status status = nprand__check_fill(rng, check_paretovariate(alpha), n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    const struct paretovariate p = prepare_paretovariate(e, alpha);
    nprand__fill_transformed(e, paretovariate_transform, &p, n, out);
    return NPRAND_OK;
}
