/* SPDX-License-Identifier: BSD-3-Clause
 *
 * vonmises: angles on the circle, around mu.
 *
 * Source: D. J. Best and N. I. Fisher, "Efficient simulation of the von Mises distribution",
 * Applied Statistics 28 (1979), 152-157.
 */
#include "../backend/libm.h"

#include "attempts.h"
#include "check.h"

static const double VONMISES_PI = 0x1.921fb54442d18p+1;

/* Below this kappa, NumPy draws from the uniform distribution on the circle. */
static const double VONMISES_UNIFORM = 1e-8;

struct vonmises {
    double mu, kappa;
    double s; /* of the envelope */
};

/* s of the wrapped Cauchy distribution, the envelope of the rejection:
 * r = 1 + sqrt(1 + 4 kappa^2), rho = (r - sqrt(2 r)) / (2 kappa), s = (1 + rho^2) / (2 rho).
 * For small kappa, rho loses its digits. Releases since 1.9 then take the Taylor series of s. */
static double vonmises_envelope(const nprand_rng *rng, double kappa)
{
    if (kappa < 1e-5 && !nprand__is_before(rng, NPRAND__RELEASE(1, 9, 0)))
        return 1.0 / kappa + kappa;
    double r = 1.0 + sqrt(1.0 + 4.0 * kappa * kappa);
    double rho = (r - sqrt(2.0 * r)) / (2.0 * kappa);
    return (1.0 + rho * rho) / (2.0 * rho);
}

/* The cosine of an angle around 0, by rejection. An attempt takes two uniforms, U and V, and makes
 * w = (1 + s z) / (s + z) of z = cos(pi U). w is accepted if V is not above y exp(1 - y), of
 * y = kappa (s - w): y (2 - y) is a lower bound, for which no logarithm is needed. V = 0 divides by
 * 0, and y >= 0 is accepted then, y < 0 rejected. */
static inline double vonmises_cosine(struct nprand__engine *e, double kappa, double s)
{
    for (double vain = 0.0; vain < NPRAND__MANY_ATTEMPTS; vain++) {
        double z = nprand__cos(VONMISES_PI * nprand__next_double(e));
        double w = (1.0 + s * z) / (s + z);
        double y = kappa * (s - w);
        double v = nprand__next_double(e);
        if (y * (2.0 - y) - v >= 0.0 || nprand__log(y / v) + 1.0 - y >= 0.0)
            return w;
    }
    return (double)NAN;
}

/* -1 if negative is 1, or 1 if it is 0. A branch would be mispredicted half of the time. */
static inline double vonmises_sign(int negative)
{
    return 1 - 2 * negative;
}

/* turned modulo 2 pi. For infinity, fmod() would give the same NaN, and set errno. */
static inline double vonmises_turn(double turned)
{
    if (turned < 2.0 * VONMISES_PI)
        return turned;
    return isinf(turned) ? turned - turned : fmod(turned, 2.0 * VONMISES_PI);
}

/* Folds an angle to -pi..pi. NumPy folds its absolute value, and gives the sign back afterwards. */
static inline double vonmises_fold(double angle)
{
    double folded = vonmises_turn(fabs(angle) + VONMISES_PI) - VONMISES_PI;
    return vonmises_sign(angle < 0.0) * folded;
}

/* Below VONMISES_UNIFORM the result is uniform on -pi..pi, whatever mu: NumPy does this; do not
 * repair. */
static inline double draw_vonmises(struct nprand__engine *e, const struct vonmises *p)
{
    if (isnan(p->kappa))
        return (double)NAN;
    if (p->kappa < VONMISES_UNIFORM)
        return VONMISES_PI * (2.0 * nprand__next_double(e) - 1.0);
    double w = vonmises_cosine(e, p->kappa, p->s);
    double u = nprand__next_double(e);
    return vonmises_fold(vonmises_sign(u < 0.5) * nprand__acos(w) + p->mu);
}

/* A bound for the attempts that a value is expected to take. An attempt of cosine w is accepted with
 * the chance y exp(1 - y), y = kappa (s - w). For large kappa, nearly all w round to 1. Then y is
 * kappa (s - 1), which is about 1/2, until s - 1 has few ulps or none. From there on y is up to 4.4,
 * for which one attempt in seven is accepted. For some kappa from 5e15 on, and all from 2e16 on, s
 * rounds to 1 or is NaN, and NumPy's loop accepts nothing. Below 1e13, two attempts in five or more
 * are accepted. */
static double vonmises_attempts(double kappa, double s)
{
    if (!(kappa >= 1e13)) /* before 1.9, rho can be 0 and s infinite */
        return isinf(s) && kappa >= VONMISES_UNIFORM ? s : 4.0;
    double y = kappa * (s - 1.0);
    return y > 0.0 ? 2.0 * nprand__exp(y - 1.0) / (y < 1.0 ? y : 1.0) : (double)INFINITY;
}

static nprand_status check_vonmises(const nprand_rng *rng, double kappa)
{
    if (nprand__non_negative(kappa, NPRAND_NEGATIVE_KAPPA) != NPRAND_OK)
        return NPRAND_NEGATIVE_KAPPA;
    return nprand__check_attempts(vonmises_attempts(kappa, vonmises_envelope(rng, kappa)));
}

double nprand_vonmises(nprand_rng *rng, double mu, double kappa)
{
    if (!nprand__accept(rng, check_vonmises(rng, kappa)))
        return (double)NAN;
    const struct vonmises p = {mu, kappa, vonmises_envelope(rng, kappa)};
    return draw_vonmises(nprand__engine_of(rng), &p);
}

nprand_status nprand_vonmises_fill(nprand_rng *rng, double mu, double kappa, size_t n, double *out)
{
    nprand_status parameters = check_vonmises(rng, kappa);
    nprand_status status = nprand__check_fill(rng, parameters, n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    const struct vonmises p = {mu, kappa, vonmises_envelope(rng, kappa)};
    for (size_t i = 0; i < n; i++)
        out[i] = draw_vonmises(e, &p);
    return NPRAND_OK;
}
