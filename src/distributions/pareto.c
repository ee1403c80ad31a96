/* SPDX-License-Identifier: BSD-3-Clause
 *
 * pareto, power, weibull: functions of one standard exponential E.
 */
#include "check.h"
#include "exponential.h"

/* exp(E/a) - 1, not expm1: NumPy does this; do not repair. */
static inline void paretos(size_t n, double *u, double a)
{
    nprand__minus_exponentials(n, u);
    NPRAND__EACH(n, u, -x / a)
    nprand__exp_array(n, u);
    NPRAND__EACH(n, u, x - 1.0)
}

/* (1 - exp(-E))^(1/a), where 1 - exp(-E) is a uniform in other bits: NumPy does this; do not
 * repair. */
static inline void powers(size_t n, double *u, double a)
{
    nprand__minus_exponentials(n, u);
    nprand__exp_array(n, u);
    NPRAND__EACH(n, u, 1.0 - x)
    nprand__pow_array(n, u, 1.0 / a);
}

static inline void weibulls(size_t n, double *u, double a)
{
    nprand__minus_exponentials(n, u);
    NPRAND__EACH(n, u, -x)
    nprand__pow_array(n, u, 1.0 / a);
}

NPRAND__DEFINE_TRANSFORM(pareto, (nprand_rng * rng, double a),
                         nprand__positive(a, NPRAND_A_NOT_POSITIVE), paretos(size, u, a))

NPRAND__DEFINE_TRANSFORM(power, (nprand_rng * rng, double a),
                         nprand__positive(a, NPRAND_A_NOT_POSITIVE), powers(size, u, a))

/* Releases before 1.16 drew a power of exponent infinity: 0, 1 or infinity. */
static bool is_zero(const nprand_rng *rng, double a)
{
    return a == 0.0 && !nprand__is_before(rng, NPRAND__RELEASE(1, 16, 0));
}

double nprand_weibull(nprand_rng *rng, double a)
{
    if (!nprand__accept(rng, nprand__non_negative(a, NPRAND_NEGATIVE_A)))
        return (double)NAN;
    if (is_zero(rng, a))
        return 0.0;
    int kept_errno = errno;
    double u = nprand__next_double(nprand__engine_of(rng));
    weibulls(1, &u, a);
    errno = kept_errno;
    return u;
}

nprand_status nprand_weibull_fill(nprand_rng *rng, double a, size_t n, double *out)
{
    nprand_status parameters = nprand__non_negative(a, NPRAND_NEGATIVE_A);
    nprand_status status = nprand__check_fill(rng, parameters, n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    if (is_zero(rng, a)) {
        for (size_t i = 0; i < n; i++)
            out[i] = 0.0;
        return NPRAND_OK;
    }
    NPRAND__IN_PARTS(nprand__engine_of(rng), n, 2, NPRAND__TRANSFORM(false, weibulls(size, u, a)));
    return NPRAND_OK;
}
