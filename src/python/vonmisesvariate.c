/* SPDX-License-Identifier: BSD-3-Clause
 *
 * vonmisesvariate.
 *
 * Source: N. I. Fisher, Statistical Analysis of Circular Data (1993); D. J. Best and N. I. Fisher
 * (1979).
 */
#include "python.h"

#include "../distributions/method.h"
#include "../backend/libm.h"

static const double PI = 0x1.921fb54442d18p+1;
static const double TWO_PI = 0x1.921fb54442d18p+2;

/* With NaN, CPython never accepts a value. */
static nprand_status check_kappa(double kappa)
{
    return isnan(kappa) ? NPRAND_PY_NEVER_RETURNS : NPRAND_OK;
}

/* x % TWO_PI in Python: on [0, 2 pi], with the sign of the divisor. fmod() is exact everywhere. */
static double on_circle(double x)
{
    double rest = fmod(x, TWO_PI);
    if (rest < 0.0)
        rest += TWO_PI;
    return rest == 0.0 ? 0.0 : rest;
}

/* The cosine of an angle around 0 before it is moved by 1/r, or NaN. */
static double draw_cosine(struct nprand__engine *e, double r)
{
    for (double vain = 0.0; vain < NPRAND__MANY_ATTEMPTS; vain++) {
        double z = nprand__cos(PI * nprand__next_double(e));
        double d = z / (r + z);
        double u2 = nprand__next_double(e);
        if (u2 < 1.0 - d * d || u2 <= (1.0 - d) * nprand__exp(d))
            return z;
    }
    return (double)NAN;
}

static double draw(struct nprand__engine *e, double mu, double kappa)
{
    if (kappa <= 1e-6)
        return TWO_PI * nprand__next_double(e);
    double s = 0.5 / kappa;
    double r = s + sqrt(1.0 + s * s);
    double z = draw_cosine(e, r);
    double q = 1.0 / r;
    double angle = nprand__acos((q + z) / (1.0 + q * z));
    if (nprand__next_double(e) > 0.5)
        return on_circle(mu + angle);
    return on_circle(mu - angle);
}

NPRAND__DEFINE_DOUBLE(py_vonmisesvariate, (nprand_rng * rng, double mu, double kappa),
                      check_kappa(kappa), draw(e, mu, kappa))
