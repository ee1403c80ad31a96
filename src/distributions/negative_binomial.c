/* SPDX-License-Identifier: BSD-3-Clause
 *
 * negative_binomial: a Poisson distribution whose mean is gamma-distributed, with shape n and scale
 * (1 - p) / p.
 */
#include "approximate.h"
#include "gamma.h"
#include "parameter.h"
#include "poisson.h"

/* p = 0 and tiny p give a mean above LONG_MAX, and the value LONG_MIN. n = NaN gives 0. NumPy does
 * this; do not repair. */
static inline int64_t draw_negative_binomial(struct nprand__engine *e, struct nprand__ahead *a,
                                             const struct nprand__gamma *g, double p)
{
    double mean = (1.0 - p) / p * nprand__gamma_of(e, a, g);
    return nprand__poisson(e, a, mean);
}

static nprand_status check_negative_binomial(double successes, double p)
{
    return nprand__both(nprand__positive(successes, NPRAND_N_NOT_POSITIVE), nprand__probability(p));
}

/* ---- Many values ----
 *
 * A draw waits for the draw before it: the Poisson value decides at which double the next gamma
 * begins. The wait is short with an approximate gamma, of which no logarithm, quotient or root is
 * taken. If its error does not change the Poisson value, the value is exact all the same. The other
 * values are drawn as one value is: negative_binomial(5, 0.5) takes 37 ns in place of 44. */

struct negative_binomials {
    struct nprand__engine *e;
    struct nprand__ahead a;
    bool has_normal;            /* whether NumPy has cached a normal */
    double normal;              /* this normal, or nearly */
    bool is_point;              /* whether the generator has yet to get it */
    struct nprand__point point; /* if so, of this point */
};

/* The generator has the normal that NumPy has cached. */
static void take_normal(struct negative_binomials *d)
{
    d->has_normal = d->e->has_gauss != 0;
    d->normal = d->e->gauss;
    d->is_point = false;
}

static void give_normal(struct negative_binomials *d)
{
    if (!d->is_point)
        return;
    d->e->has_gauss = d->has_normal;
    d->e->gauss = 0.0;
    if (d->has_normal)
        d->e->gauss = nprand__polar_factor(nprand__log(d->point.r2), d->point.r2) * d->point.x1;
    d->is_point = false;
}

static void begin_negative_binomials(struct negative_binomials *d, struct nprand__engine *e,
                                     size_t n)
{
    d->e = e;
    nprand__ahead_begin(&d->a, e, n);
    take_normal(d);
    d->point = (struct nprand__point){0.0, 0.0, 0.0, false};
}

static void end_negative_binomials(struct negative_binomials *d)
{
    give_normal(d);
    nprand__ahead_end(&d->a);
}

/* The next point of the polar method, from u[*at] on, which moves behind it. */
NPRAND__INLINE bool near_point(const struct nprand__ahead *a, size_t *at,
                               struct nprand__point *point)
{
    do {
        if (*at + 2 > a->count)
            return false;
        *point = nprand__point(a->u[*at], a->u[*at + 1]);
        *at += 2;
    } while (!point->inside);
    return true;
}

/* A value whose gamma has the shape b + 1/3 above 1. unit is b times the scale, which is the mean of
 * the Poisson value for a normal of 0. Returns -1 and takes nothing if the value is not certain.
 *
 * The error of the normal x is below 1.3e-3 |x|. Let t = c x and v = (1 + t)^3, as in gamma.c. The
 * error of the gamma b v is below 3.9e-3 b |t| (1 + t)^2, and that of x^4 below 5.3e-3 x^4: if the
 * squeeze accepts a uniform that is larger by 6e-3, and v is above 0.065, the squeeze accepts the
 * exact normal. */
NPRAND__INLINE int64_t near_value(struct negative_binomials *d, double b, double c, double unit)
{
    struct nprand__point point;
    size_t at = d->a.at;
    const bool was_cached = d->has_normal;
    double x = d->normal, factor = 0.0;
    if (!was_cached) {
        if (!near_point(&d->a, &at, &point))
            return -1;
        factor = nprand__rough_factor(point.r2);
        if (factor == 0.0)
            return -1;
        x = factor * point.x2;
    }
    if (at >= d->a.count)
        return -1;
    const double t = c * x, w = 1.0 + t, w2 = w * w, v = w2 * w;
    if (v < 0.065 || !nprand__gamma_squeeze(b, x, v, d->a.u[at] + 6e-3))
        return -1;
    const double mean = unit * v, error = 4e-3 * unit * fabs(t) * w2;
    if (!(mean + error < 10.0))
        return -1;
    const int64_t value = nprand__ahead_arrivals(&d->a, at + 1, mean, error);
    if (value < 0)
        return -1;
    d->has_normal = !was_cached;
    d->is_point = true;
    if (!was_cached) {
        d->normal = factor * point.x1;
        d->point = point;
    }
    return value;
}

/* The same for a gamma of shape 1, which is an exponential. The error of the logarithm is below
 * 1e-5. */
static int64_t near_value_of_one(struct nprand__ahead *a, double scale)
{
    if (a->at >= a->count)
        return -1;
    const double mean = -nprand__coarse_log(1.0 - a->u[a->at]) * scale, error = 1e-5 * scale;
    return mean + error < 10.0 ? nprand__ahead_arrivals(a, a->at + 1, mean, error) : -1;
}

/* The units, or scales, for which near values save time: with smaller ones, the end of the time is
 * too near to its beginning, and with larger ones, too many means are 10 or above. A mean near 10
 * then has |t| above 0.1, and an error that is larger than all roundings, of which only the
 * comparison with 10 has no margin of its own. */
static const double NEAR_LEAST = 1e-3, NEAR_MOST = 7.0;

NPRAND__INLINE int64_t next_negative_binomial(struct negative_binomials *d,
                                              const struct nprand__gamma *g, double p)
{
    const double scale = (1.0 - p) / p, unit = g->shape == 1.0 ? scale : scale * g->b;
    if (g->shape >= 1.0 && unit > NEAR_LEAST && unit < NEAR_MOST) {
        const int64_t value =
            g->shape == 1.0 ? near_value_of_one(&d->a, scale) : near_value(d, g->b, g->c, unit);
        if (value >= 0)
            return value;
    }
    give_normal(d);
    const int64_t value = draw_negative_binomial(d->e, &d->a, g, p);
    take_normal(d);
    return value;
}

int64_t nprand_negative_binomial(nprand_rng *rng, double successes, double p)
{
    if (!nprand__accept(rng, check_negative_binomial(successes, p)))
        return NPRAND_INVALID;
    const struct nprand__gamma g = nprand__gamma_prepare(successes);
    return draw_negative_binomial(nprand__engine_of(rng), NULL, &g, p);
}

nprand_status nprand_negative_binomial_fill(nprand_rng *rng, double successes, double p, size_t n,
                                            int64_t *out)
{
    nprand_status parameters = check_negative_binomial(successes, p);
    nprand_status status = nprand__check_fill(rng, parameters, n, sizeof *out, out);
    if (status != NPRAND_OK || n == 0)
        return status;
    const struct nprand__gamma g = nprand__gamma_prepare(successes);
    struct negative_binomials d;
    begin_negative_binomials(&d, nprand__engine_of(rng), n);
    for (size_t i = 0; i < n; i++)
        out[i] = next_negative_binomial(&d, &g, p);
    end_negative_binomials(&d);
    return NPRAND_OK;
}

nprand_status nprand_negative_binomial_each(nprand_rng *rng, const double *successes,
                                            ptrdiff_t successes_step, const double *p,
                                            ptrdiff_t p_step, size_t n, int64_t *out)
{
    const struct nprand__parameter of[] = {{successes, successes_step}, {p, p_step}};
    const nprand_status parameters =
        nprand__both(nprand__all(&of[0], n, nprand__positive, NPRAND_N_NOT_POSITIVE),
                     nprand__all(&of[1], n, nprand__probability_each, NPRAND_EACH_P_OUTSIDE_0_1));
    const nprand_status status = nprand__check_each(rng, parameters, of, 2, n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    struct negative_binomials d;
    begin_negative_binomials(&d, nprand__engine_of(rng), n);
    for (size_t i = 0; i < n; i++) {
        const struct nprand__gamma g = nprand__gamma_prepare(nprand__double_at(&of[0], i));
        out[i] = next_negative_binomial(&d, &g, nprand__double_at(&of[1], i));
    }
    end_negative_binomials(&d);
    return NPRAND_OK;
}
