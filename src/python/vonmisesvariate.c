/* SPDX-License-Identifier: BSD-3-Clause
 *
 * vonmisesvariate: an angle on [0, 2 pi] from the von Mises distribution around mu.
 *
 * Sources: N. I. Fisher, Statistical Analysis of Circular Data (1993); D. J. Best and N. I. Fisher,
 * "Efficient simulation of the von Mises distribution", Applied Statistics 28 (1979), 152-157.
 */
#include "python.h"

#include "../backend/libm.h"
#include "../distributions/attempts.h"

static const double VONMISESVARIATE_PI = 0x1.921fb54442d18p+1;
static const double VONMISESVARIATE_TWO_PI = 0x1.921fb54442d18p+2;

/* x % (2 pi) in Python: on [0, 2 pi], with the sign of the divisor; NaN for infinite x, for which
 * fmod() would set errno. fmod() is exact everywhere. */
static double vonmisesvariate_on_circle(double x)
{
    double rest = isinf(x) ? x - x : fmod(x, VONMISESVARIATE_TWO_PI);
    if (rest < 0.0)
        rest += VONMISESVARIATE_TWO_PI;
    return rest == 0.0 ? 0.0 : rest;
}

/* The cosine z that an accepted attempt gives, for r of the paper: (1/r + z) / (1 + z/r) is the
 * cosine of the angle between the value and mu. NaN after NPRAND__MANY_ATTEMPTS attempts without a
 * value. */
static double vonmisesvariate_cosine(struct nprand__engine *e, double r)
{
    for (double vain = 0.0; vain < NPRAND__MANY_ATTEMPTS; vain++) {
        double z = nprand__cos(VONMISESVARIATE_PI * nprand__next_double(e));
        double d = z / (r + z);
        double u2 = nprand__next_double(e);
        if (u2 < 1.0 - d * d || u2 <= (1.0 - d) * nprand__exp(d))
            return z;
    }
    return (double)NAN;
}

/* For kappa up to 1e-6 the angle is uniform. The last uniform chooses the side of mu. */
static double draw_vonmisesvariate(struct nprand__engine *e, double mu, double kappa)
{
    if (kappa <= 1e-6)
        return VONMISESVARIATE_TWO_PI * nprand__next_double(e);
    double s = 0.5 / kappa;
    double r = s + sqrt(1.0 + s * s);
    double z = vonmisesvariate_cosine(e, r);
    double q = 1.0 / r;
    double angle = nprand__acos((q + z) / (1.0 + q * z));
    if (nprand__next_double(e) > 0.5)
        return vonmisesvariate_on_circle(mu + angle);
    return vonmisesvariate_on_circle(mu - angle);
}

/* With kappa NaN, CPython accepts no attempt and never returns. */
static nprand_status check_vonmisesvariate(double kappa)
{
    return isnan(kappa) ? NPRAND_PY_NEVER_RETURNS : NPRAND_OK;
}

double nprand_py_vonmisesvariate(nprand_rng *rng, double mu, double kappa)
{
    if (!nprand__accept(rng, check_vonmisesvariate(kappa)))
        return (double)NAN;
    return draw_vonmisesvariate(nprand__engine_of(rng), mu, kappa);
}

nprand_status nprand_py_vonmisesvariate_fill(nprand_rng *rng, double mu, double kappa, size_t n,
                                             double *out)
{
    nprand_status status =
        nprand__check_fill(rng, check_vonmisesvariate(kappa), n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    for (size_t i = 0; i < n; i++)
        out[i] = draw_vonmisesvariate(e, mu, kappa);
    return NPRAND_OK;
}
