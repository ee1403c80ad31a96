/* SPDX-License-Identifier: BSD-3-Clause
 *
 * vonmises.
 *
 * Source: D. J. Best and N. I. Fisher, "Efficient simulation of the von Mises distribution",
 * Applied Statistics 28 (1979), 152-157.
 */
#include "../backend/libm.h"

#include "check.h"
#include "method.h"

static const double PI = 0x1.921fb54442d18p+1;

/* s = (1 + rho^2) / (2 rho) of the wrapped Cauchy envelope; since 1.9 its Taylor expansion for small
 * kappa, where rho loses its digits. */
static double envelope(const nprand_rng *rng, double kappa)
{
    if (kappa < 1e-5 && !nprand__is_before(rng, NPRAND__RELEASE(1, 9, 0)))
        return 1.0 / kappa + kappa;
    double r = 1.0 + sqrt(1.0 + 4.0 * kappa * kappa);
    double rho = (r - sqrt(2.0 * r)) / (2.0 * kappa);
    return (1.0 + rho * rho) / (2.0 * rho);
}

/* A bound for the attempts that a value is expected to take. An attempt of cosine w is accepted with
 * the chance y exp(1 - y), y = kappa (s - w). For large kappa, nearly all w round to 1: then y is
 * kappa (s - 1), which is about 1/2 until s - 1 is of few ulps or none: up to 4.4, and one attempt
 * in seven is accepted. For some kappa from 5e15 on, and all from 2e16 on, s rounds to 1 or is no
 * number, and NumPy's loop accepts nothing. Below 1e13, two in five or more are accepted. */
static double expected_attempts(double kappa, double s)
{
    if (!(kappa >= 1e13))
        return isinf(s) && kappa >= 1e-8 ? s : 4.0; /* before 1.9, rho can be 0 */
    double y = kappa * (s - 1.0);
    return y > 0.0 ? 2.0 * nprand__exp(y - 1.0) / (y < 1.0 ? y : 1.0) : (double)INFINITY;
}

static nprand_status check_vonmises(const nprand_rng *rng, double kappa)
{
    if (nprand__non_negative(kappa, NPRAND_NEGATIVE_KAPPA) != NPRAND_OK)
        return NPRAND_NEGATIVE_KAPPA;
    return nprand__check_attempts(expected_attempts(kappa, envelope(rng, kappa)));
}

/* The cosine of an angle around 0. v = 0 is no trouble: y >= 0 is accepted then, y < 0 rejected. */
static double draw_cosine(struct nprand__engine *e, double kappa, double s)
{
    for (double vain = 0.0; vain < NPRAND__MANY_ATTEMPTS; vain++) {
        double z = nprand__cos(PI * nprand__next_double(e));
        double w = (1.0 + s * z) / (s + z);
        double y = kappa * (s - w);
        double v = nprand__next_double(e);
        if (y * (2.0 - y) - v >= 0.0 || nprand__log(y / v) + 1.0 - y >= 0.0)
            return w;
    }
    return (double)NAN;
}

/* Without a branch, which would be taken half the time at random. */
static double sign_of(int negative)
{
    return 1 - 2 * negative;
}

/* Folds an angle to -pi..pi, keeping its sign through the fold as NumPy does. */
static double fold(double angle)
{
    double turned = fabs(angle) + PI;
    double folded = (turned < 2.0 * PI ? turned : fmod(turned, 2.0 * PI)) - PI;
    return sign_of(angle < 0.0) * folded;
}

/* For kappa < 1e-8 the result is uniform on -pi..pi, whatever mu: NumPy does this; do not repair.
 */
static double draw_vonmises(struct nprand__engine *e, double mu, double kappa, double s)
{
    if (isnan(kappa))
        return (double)NAN;
    if (kappa < 1e-8)
        return PI * (2.0 * nprand__next_double(e) - 1.0);
    double w = draw_cosine(e, kappa, s);
    double u = nprand__next_double(e);
    return fold(sign_of(u < 0.5) * nprand__acos(w) + mu);
}

NPRAND__DEFINE_METHOD(vonmises, double, (double)NAN, (nprand_rng * rng, double mu, double kappa),
                      check_vonmises(rng, kappa), const double s = envelope(rng, kappa),
                      draw_vonmises(e, mu, kappa, s))
