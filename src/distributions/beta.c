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

#include "../math/libm.h"

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

static double johnk(struct nprand__engine *e, double a, double b)
{
    for (;;) {
        double u = nprand__next_double(e);
        double v = nprand__next_double(e);
        double x = nprand__pow(u, 1.0 / a);
        double y = nprand__pow(v, 1.0 / b);
        if (x + y > 1.0 || (u + v == 0.0 && redraws_zeros(e)))
            continue;
        if (x + y > 0.0)
            return x / (x + y);
        return johnk_by_logs(u, v, a, b);
    }
}

static double draw_beta(struct nprand__engine *e, double a, double b)
{
    if (a <= 1.0 && b <= 1.0)
        return johnk(e, a, b);
    const struct nprand__gamma shape_a = nprand__gamma_prepare(a);
    const struct nprand__gamma shape_b = nprand__gamma_prepare(b);
    double x = nprand__gamma_draw(e, &shape_a);
    double y = nprand__gamma_draw(e, &shape_b);
    return x / (x + y);
}

NPRAND__DEFINE_DOUBLE(beta, (nprand_rng * rng, double a, double b),
                      nprand__both(nprand__positive(a, NPRAND_A_NOT_POSITIVE),
                                   nprand__positive(b, NPRAND_B_NOT_POSITIVE)),
                      draw_beta(e, a, b))
