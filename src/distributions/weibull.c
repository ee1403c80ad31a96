/* SPDX-License-Identifier: BSD-3-Clause
 *
 * weibull: E^(1/a) of a standard exponential E.
 */
#include "check.h"
#include "exponential.h"

NPRAND__INLINE void weibull_formula(const struct nprand__of *of, size_t step, size_t n,
                                    double *NPRAND__RESTRICT u)
{
    nprand__minus_exponentials(n, u);
    for (size_t i = 0; i < n; i++)
        u[i] = -u[i];
    nprand__roots(of->p[0], step, n, u);
}

static inline void weibull_transform(const void *of, size_t n, double *u)
{
    nprand__by_step(weibull_formula, of, n, u);
}

/* For a = 0 NumPy draws nothing and returns 0. Releases before 1.16 drew a power of exponent
 * infinity: 0, 1 or infinity. */
static bool weibull_is_zero(const nprand_rng *rng, double a)
{
    return a == 0.0 && !nprand__is_before(rng, NPRAND__RELEASE(1, 16, 0));
}

double nprand_weibull(nprand_rng *rng, double a)
{
    if (!nprand__accept(rng, nprand__non_negative(a, NPRAND_NEGATIVE_A)))
        return (double)NAN;
    if (weibull_is_zero(rng, a))
        return 0.0;
    bool is_value;
    double x = nprand__draw_prepared(rng, NPRAND__WEIBULL, weibull_transform, a, 0.0, &is_value);
    if (is_value)
        return x;
    const struct nprand__of of = {.p = {&a}};
    weibull_transform(&of, 1, &x);
    return x;
}

nprand_status nprand_weibull_fill(nprand_rng *rng, double a, size_t n, double *out)
{
    return nprand_weibull_each(rng, &a, 0, n, out);
}

/* The number of values, up to n, from index first on whose parameters are all 0, or all not. */
static size_t weibull_run(const nprand_rng *rng, const struct nprand__parameter *p, size_t first,
                          size_t n)
{
    if (p->step == 0)
        return n - first;
    const bool is_zero = weibull_is_zero(rng, nprand__double_at(p, first));
    size_t i = first + 1;
    while (i < n && weibull_is_zero(rng, nprand__double_at(p, i)) == is_zero)
        i++;
    return i - first;
}

nprand_status nprand_weibull_each(nprand_rng *rng, const double *a, ptrdiff_t a_step, size_t n,
                                  double *out)
{
    const struct nprand__parameter p = {a, a_step};
    const nprand_status parameters = nprand__all(&p, n, nprand__non_negative, NPRAND_NEGATIVE_A);
    const nprand_status status = nprand__check_each(rng, parameters, &p, 1, n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    for (size_t done = 0, run; done < n; done += run) {
        const struct nprand__parameter rest = {a + (ptrdiff_t)done * a_step, a_step};
        run = weibull_run(rng, &p, done, n);
        if (weibull_is_zero(rng, *(const double *)rest.first))
            memset(out + done, 0, run * sizeof *out); /* 0.0 is bytes of 0 */
        else
            nprand__each_transformed(nprand__engine_of(rng), weibull_transform, &rest, 1, run,
                                     out + done);
    }
    return NPRAND_OK;
}
