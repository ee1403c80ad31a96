/* SPDX-License-Identifier: BSD-3-Clause
 *
 * triangular: the inverse of the distribution function. triangular_symmetric: the same without a
 * mode, as random.triangular(low, high).
 *
 * With c = (mode - low) / (high - low), and a uniform double U:
 *
 *   low + (high - low) sqrt(U c)                for U <= c
 *   high + (low - high) sqrt((1 - U) (1 - c))   for U > c
 */
#include "python.h"

#include "../backend/libm.h"
#include "../distributions/transform.h"

struct py_triangular {
    double low, high, c;
    bool by_pow;  /* whether roots are powers, as before 3.7 */
    bool is_flat; /* whether every value is low */
};

/* Powers of 1/2 round some roots in another way. x is not negative, since 0 <= U < 1. */
static inline double py_triangular_root(double x, bool by_pow)
{
    return by_pow ? nprand__pow(x, 0.5) : sqrt(x);
}

static inline double py_triangular_value(const struct py_triangular *p, double u, bool by_pow)
{
    if (u > p->c)
        return p->high + (p->low - p->high) * py_triangular_root((1.0 - u) * (1.0 - p->c), by_pow);
    return p->low + (p->high - p->low) * py_triangular_root(u * p->c, by_pow);
}

static inline void py_triangular_transform(const void *of, size_t n, double *u)
{
    const struct py_triangular p = *(const struct py_triangular *)of;
    if (p.is_flat) {
        for (size_t i = 0; i < n; i++)
            u[i] = p.low;
    } else if (p.by_pow) {
        for (size_t i = 0; i < n; i++)
            u[i] = py_triangular_value(&p, u[i], true);
    } else {
        for (size_t i = 0; i < n; i++)
            u[i] = py_triangular_value(&p, u[i], false);
    }
}

/* If high is low, CPython draws a uniform double before it finds that it divides by 0. Then it
 * returns low. */
static struct py_triangular prepare_py_triangular(const struct nprand__engine *e, double low,
                                                  double high, double mode)
{
    const bool by_pow = e->python < NPRAND__PYTHON(3, 7);
    if (high - low == 0.0)
        return (struct py_triangular){.low = low, .is_flat = true};
    return (struct py_triangular){low, high, (mode - low) / (high - low), by_pow, false};
}

static struct py_triangular prepare_py_triangular_symmetric(const struct nprand__engine *e,
                                                            double low, double high)
{
    const bool by_pow = e->python < NPRAND__PYTHON(3, 7);
    return (struct py_triangular){low, high, 0.5, by_pow, false};
}

/* If high is low, 3.2 and 3.3 raise an error. 2.7, which was changed later than 3.3, does not, and
 * 3.4 and later do not. */
static nprand_status check_py_triangular(const nprand_rng *rng, double low, double high)
{
    bool raises = high - low == 0.0 && nprand__py_is_before(rng, NPRAND__PYTHON(3, 4)) &&
                  !nprand__py_is_before(rng, NPRAND__PYTHON(3, 0));
    return raises ? NPRAND_PY_DIVISION_BY_ZERO : NPRAND_OK;
}

double nprand_py_triangular(nprand_rng *rng, double low, double high, double mode)
{
    if (!nprand__accept(rng, check_py_triangular(rng, low, high)))
        return (double)NAN;
    struct nprand__engine *e = nprand__engine_of(rng);
    const struct py_triangular p = prepare_py_triangular(e, low, high, mode);
    double u = nprand__next_double(e);
    py_triangular_transform(&p, 1, &u);
    return u;
}

nprand_status nprand_py_triangular_fill(nprand_rng *rng, double low, double high, double mode,
                                        size_t n, double *out)
{
    nprand_status parameters = check_py_triangular(rng, low, high);
    nprand_status status = nprand__check_fill(rng, parameters, n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    const struct py_triangular p = prepare_py_triangular(e, low, high, mode);
    nprand__fill_transformed(e, py_triangular_transform, &p, n, out);
    return NPRAND_OK;
}

double nprand_py_triangular_symmetric(nprand_rng *rng, double low, double high)
{
    if (!nprand__accept(rng, NPRAND_OK))
        return (double)NAN;
    struct nprand__engine *e = nprand__engine_of(rng);
    const struct py_triangular p = prepare_py_triangular_symmetric(e, low, high);
    double u = nprand__next_double(e);
    py_triangular_transform(&p, 1, &u);
    return u;
}

nprand_status nprand_py_triangular_symmetric_fill(nprand_rng *rng, double low, double high,
                                                  size_t n, double *out)
{
    nprand_status status = nprand__check_fill(rng, NPRAND_OK, n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    const struct py_triangular p = prepare_py_triangular_symmetric(e, low, high);
    nprand__fill_transformed(e, py_triangular_transform, &p, n, out);
    return NPRAND_OK;
}
