/* SPDX-License-Identifier: BSD-3-Clause
 *
 * beta.
 *
 * Sources: for a, b <= 1 M. D. Johnk, "Erzeugung von betaverteilten und gammaverteilten
 * Zufallszahlen", Metrika 8 (1964), 5-15; else the quotient of gammas, L. Devroye, Non-Uniform
 * Random Variate Generation (1986), IX.3.
 */
#include "check.h"
#include "gamma.h"
#include "method.h"

#include "../backend/libm.h"

/* X / (X + Y) from the logarithms of u and v, where X = u^(1/a) and Y = v^(1/b) are both 0 in
 * doubles. For a and b so small that the quotients overflow the result is NaN: NumPy does this; do
 * not repair. */
static double johnk_by_logs(double u, double v, double a, double b)
{
    double log_x = nprand__log(u) / a;
    double log_y = nprand__log(v) / b;
    double log_max = log_x > log_y ? log_x : log_y;
    log_x -= log_max;
    log_y -= log_max;
    return nprand__exp(log_x - nprand__log(nprand__exp(log_x) + nprand__exp(log_y)));
}

/* 1.16.4 to 1.16.6 drew again when both uniforms were 0, once in 2^106; no release since does. */
static bool redraws_zeros(const struct nprand__engine *e)
{
    return e->release >= NPRAND__RELEASE(1, 16, 4) && e->release < NPRAND__RELEASE(1, 17, 0);
}

enum { ROOM = 4 }; /* of doubles in work, for each attempt */

/* Releases before 1.10 divided 0 by 0, and gave NaN. */
static bool takes_logs(const struct nprand__engine *e)
{
    return e->release >= NPRAND__RELEASE(1, 10, 0);
}

/* n attempts; how many values they give. */
static inline size_t johnk(struct nprand__engine *e, double a, double b, size_t n, double *work,
                           double *out)
{
    double *const pairs = work, *const x = work + 2 * n, *const y = work + 3 * n;
    nprand__fill_attempts(e, n, pairs);
    for (size_t i = 0; i < n; i++) {
        x[i] = pairs[2 * i];
        y[i] = pairs[2 * i + 1];
    }
    nprand__pow_array(n, x, 1.0 / a);
    nprand__pow_array(n, y, 1.0 / b);
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        double sum = x[i] + y[i];
        out[count] = x[i] / sum;
        if (!(sum > 0.0) && takes_logs(e)) {
            const double u = pairs[2 * i], v = pairs[2 * i + 1];
            if (u + v == 0.0 && redraws_zeros(e))
                continue;
            out[count] = johnk_by_logs(u, v, a, b);
        }
        count += !(sum > 1.0);
    }
    return count;
}

NPRAND__NOINLINE static void fill_by_johnk(struct nprand__engine *e, double a, double b, size_t n,
                                        double *out)
{
    double work[ROOM * NPRAND__ATTEMPTS];
    NPRAND__BY_ATTEMPTS(double, n, out, NPRAND__MANY_ATTEMPTS, (double)NAN,
                        johnk(e, a, b, size, work, to))
}

static bool is_johnk(double a, double b)
{
    return a <= 1.0 && b <= 1.0;
}

static nprand_status check_beta(double a, double b)
{
    return nprand__both(nprand__positive(a, NPRAND_A_NOT_POSITIVE),
                        nprand__positive(b, NPRAND_B_NOT_POSITIVE));
}

static inline double quotient(double x, double y)
{
    return x / (x + y);
}

double nprand_beta(nprand_rng *rng, double a, double b)
{
    if (!nprand__accept(rng, check_beta(a, b)))
        return (double)NAN;
    struct nprand__engine *e = nprand__engine_of(rng);
    int kept_errno = errno;
    double value;
    if (is_johnk(a, b)) {
        double work[ROOM];
        NPRAND__BY_ATTEMPTS(double, 1, &value, NPRAND__MANY_ATTEMPTS, (double)NAN,
                            johnk(e, a, b, size, work, to))
    } else {
        const struct nprand__gamma g[] = {nprand__gamma_prepare(a), nprand__gamma_prepare(b)};
        double x = nprand__gamma_draw(e, &g[0]);
        value = quotient(x, nprand__gamma_draw(e, &g[1]));
    }
    errno = kept_errno;
    return value;
}

nprand_status nprand_beta_fill(nprand_rng *rng, double a, double b, size_t n, double *out)
{
    nprand_status status = nprand__check_fill(rng, check_beta(a, b), n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    if (is_johnk(a, b)) {
        fill_by_johnk(e, a, b, n, out);
    } else {
        const struct nprand__gamma g[] = {nprand__gamma_prepare(a), nprand__gamma_prepare(b)};
        NPRAND__OF_GAMMAS(e, g, 2, n, out, quotient(x[0], x[1]))
    }
    return NPRAND_OK;
}
