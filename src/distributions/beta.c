/* SPDX-License-Identifier: BSD-3-Clause
 *
 * beta.
 *
 * Sources: for a, b <= 1 M. D. Johnk, "Erzeugung von betaverteilten und gammaverteilten
 * Zufallszahlen", Metrika 8 (1964), 5-15; for larger a or b the quotient of gammas, L. Devroye,
 * Non-Uniform Random Variate Generation (1986), IX.3.
 */
#include "../backend/libm.h"

#include "attempts.h"
#include "check.h"
#include "gamma.h"
#include "pattern.h"

struct beta {
    double a, b;
};

/* ---- a, b <= 1 ----
 *
 * An attempt takes two uniforms, U and V, and makes X = U^(1/a) and Y = V^(1/b). The value is
 * X / (X + Y), accepted if X + Y <= 1. */

/* The value where X and Y are both 0 in doubles, from ln(X) = ln(U) / a and ln(Y) = ln(V) / b. For
 * a and b that are tiny the quotients overflow and the result is NaN: NumPy does this; do not
 * repair. */
static double johnk_by_logs(const struct beta *p, double u, double v)
{
    double log_x = nprand__log(u) / p->a;
    double log_y = nprand__log(v) / p->b;
    double log_max = log_x > log_y ? log_x : log_y;
    log_x -= log_max;
    log_y -= log_max;
    return nprand__exp(log_x - nprand__log(nprand__exp(log_x) + nprand__exp(log_y)));
}

/* Releases before 1.10 divided 0 by 0, and gave NaN. */
static bool johnk_takes_logs(const struct nprand__engine *e)
{
    return e->release >= NPRAND__RELEASE(1, 10, 0);
}

/* 1.16.4 to 1.16.6 drew again when both uniforms were 0, once in 2^106. No release since does. */
static bool johnk_redraws_zeros(const struct nprand__engine *e)
{
    return e->release >= NPRAND__RELEASE(1, 16, 4) && e->release < NPRAND__RELEASE(1, 17, 0);
}

/* n attempts. Returns how many values they give. */
static inline size_t johnk_attempts(struct nprand__engine *e, const struct beta *p, size_t n,
                                    double *work, double *out)
{
    double *const pairs = work, *const x = work + 2 * n, *const y = work + 3 * n;
    nprand__fill_attempts(e, n, pairs);
    for (size_t i = 0; i < n; i++) {
        x[i] = pairs[2 * i];
        y[i] = pairs[2 * i + 1];
    }
    nprand__pow_array(n, x, 1.0 / p->a);
    nprand__pow_array(n, y, 1.0 / p->b);
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        double sum = x[i] + y[i];
        out[count] = x[i] / sum;
        if (!(sum > 0.0) && johnk_takes_logs(e)) {
            const double u = pairs[2 * i], v = pairs[2 * i + 1];
            if (u + v == 0.0 && johnk_redraws_zeros(e))
                continue;
            out[count] = johnk_by_logs(p, u, v);
        }
        count += !(sum > 1.0);
    }
    return count;
}

static double draw_by_johnk(struct nprand__engine *e, const struct beta *p)
{
    double work[NPRAND__ROOM], value;
    for (double vain = 0.0; vain <= NPRAND__MANY_ATTEMPTS; vain++) {
        if (johnk_attempts(e, p, 1, work, &value) > 0)
            return value;
    }
    return (double)NAN;
}

NPRAND__NOINLINE static void fill_by_johnk(struct nprand__engine *e, const struct beta *p, size_t n,
                                           double *out)
{
    double work[NPRAND__ROOM * NPRAND__ATTEMPTS];
    double vain = 0.0;
    while (n > 0 && vain <= NPRAND__MANY_ATTEMPTS) {
        const size_t size = nprand__min(n, NPRAND__ATTEMPTS);
        const size_t made = johnk_attempts(e, p, size, work, out);
        vain = made > 0 ? 0.0 : vain + (double)size;
        out += made;
        n -= made;
    }
    for (size_t i = 0; i < n; i++)
        out[i] = (double)NAN;
}

/* ---- a or b > 1 ---- */

/* X / (X + Y) of a gamma X of shape a and a gamma Y of shape b. X is drawn first. */
static double draw_beta_of_gammas(struct nprand__engine *e, const struct beta *p)
{
    const struct nprand__gamma g[2] = {nprand__gamma_prepare(p->a), nprand__gamma_prepare(p->b)};
    const double x = nprand__gamma_draw(e, &g[0]);
    const double y = nprand__gamma_draw(e, &g[1]);
    return x / (x + y);
}

/* ---- Any a and b ---- */

static nprand_status check_beta(double a, double b)
{
    return nprand__both(nprand__positive(a, NPRAND_A_NOT_POSITIVE),
                        nprand__positive(b, NPRAND_B_NOT_POSITIVE));
}

static bool beta_is_johnk(const struct beta *p)
{
    return p->a <= 1.0 && p->b <= 1.0;
}

static double draw_beta(struct nprand__engine *e, double a, double b)
{
    const struct beta p = {a, b};
    return beta_is_johnk(&p) ? draw_by_johnk(e, &p) : draw_beta_of_gammas(e, &p);
}

static bool beta_shapes(const struct nprand__values *v, double *shape)
{
    for (size_t i = 0; i < v->n; i++) {
        const struct beta p = {v->p[0][i], v->p[1][i]};
        shape[2 * i] = beta_is_johnk(&p) ? -p.a : p.a;
        shape[2 * i + 1] = p.b;
    }
    return true;
}

/* A value that is drawn alone becomes the first item; the second one is then negative. */
static void beta_draw_johnk(struct nprand__engine *e, double a, double b, double *x)
{
    const struct beta p = {a, b};
    x[0] = draw_by_johnk(e, &p);
    x[1] = -1.0;
}

/* X / (X + Y), of gammas and in Johnk's method. */
static void beta_combine(const struct nprand__values *v, const double *x, double *out)
{
    for (size_t i = 0; i < v->n; i++) {
        const double sum = x[2 * i] + x[2 * i + 1];
        out[v->first + i] = x[2 * i + 1] < 0.0 ? x[2 * i] : x[2 * i] / sum;
    }
}

static void fill_beta(struct nprand__engine *e, const struct nprand__parameter *p, size_t n,
                      double *out)
{
    const size_t period = nprand__period(p, 2);
    const struct nprand__pattern pattern = {
        2, 2, p, NULL, period, beta_shapes, beta_combine, beta_draw_johnk};
    const struct beta first = {nprand__double_at(&p[0], 0), nprand__double_at(&p[1], 0)};
    if (period == 1 && beta_is_johnk(&first))
        fill_by_johnk(e, &first, n, out);
    else
        nprand__fill_by_pattern(e, &pattern, n, out);
}

double nprand_beta(nprand_rng *rng, double a, double b)
{
    if (!nprand__accept(rng, check_beta(a, b)))
        return (double)NAN;
    return draw_beta(nprand__engine_of(rng), a, b);
}

nprand_status nprand_beta_fill(nprand_rng *rng, double a, double b, size_t n, double *out)
{
    return nprand_beta_each(rng, &a, 0, &b, 0, n, out);
}

nprand_status nprand_beta_each(nprand_rng *rng, const double *a, ptrdiff_t a_step, const double *b,
                               ptrdiff_t b_step, size_t n, double *out)
{
    const struct nprand__parameter p[] = {{a, a_step}, {b, b_step}};
    const nprand_status parameters =
        nprand__both(nprand__all(&p[0], n, nprand__positive, NPRAND_A_NOT_POSITIVE),
                     nprand__all(&p[1], n, nprand__positive, NPRAND_B_NOT_POSITIVE));
    const nprand_status status = nprand__check_each(rng, parameters, p, 2, n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    if (n > 0)
        fill_beta(nprand__engine_of(rng), p, n, out);
    return NPRAND_OK;
}
