/* SPDX-License-Identifier: BSD-3-Clause
 *
 * binomialvariate.
 *
 * Sources: L. Devroye, "Generating the maximum of independent identically distributed random
 * variables" (1980) and CACM 31 (1988), 216-222, for np < 10; W. Hoermann, "The generation of
 * binomial random variates", J. Stat. Comput. Simul. 46 (1993), 101-110, algorithm BTRS.
 */
#include "lgamma.h"
#include "python.h"

#include "../distributions/check.h"
#include "../distributions/method.h"
#include "../backend/libm.h"

/* CPython looks at p = NaN only where there are several trials. */
static nprand_status check_binomial(const nprand_rng *rng, int64_t n, double p)
{
    nprand_status status = nprand__py_since(rng, NPRAND__PYTHON(3, 12));
    if (status != NPRAND_OK)
        return status;
    if (n < 0)
        return NPRAND_PY_N_NEGATIVE;
    if (isnan(p))
        return n == 1 ? NPRAND_OK : NPRAND_PY_P_OUTSIDE_0_1;
    return p >= 0.0 && p <= 1.0 ? NPRAND_OK : NPRAND_PY_P_OUTSIDE_0_1;
}

/* Jumps from one success to the next. A jump is at most 53 / 2^-53, which fits; where the uniform
 * is 0, and CPython raises an error, it is infinite. */
static int64_t draw_by_jumps(struct nprand__engine *e, int64_t n, double p)
{
    double c = nprand__log2(1.0 - p);
    if (c == 0.0)
        return 0;
    int64_t y = 0;
    for (int64_t x = 0;; x++) {
        double jump = floor(nprand__log2(nprand__next_double(e)) / c);
        if (!(jump >= 0.0 && jump < 0x1p62) || (int64_t)jump >= n - y)
            return x;
        y += (int64_t)jump + 1;
    }
}

/* What BTRS computes of n and p once. */
struct setup {
    double a, b, c, vr;
    double alpha, lpq, h;
    int64_t n, m;
};

/* (double)(x + 1), where x may be INT64_MAX. */
static double next_above(int64_t x)
{
    return (double)((uint64_t)x + 1);
}

static struct setup set_up(int64_t n, double p)
{
    struct setup s;
    double np = (double)n * p;
    double spq = sqrt(np * (1.0 - p));
    s.n = n;
    s.b = 1.15 + 2.53 * spq;
    s.a = -0.0873 + 0.0248 * s.b + 0.01 * p;
    s.c = np + 0.5;
    s.vr = 0.92 - 4.2 / s.b;
    s.alpha = (2.83 + 5.1 / s.b) * spq;
    s.lpq = nprand__log(p / (1.0 - p));
    s.m = (int64_t)floor(next_above(n) * p);
    s.h = nprand__py_lgamma(next_above(s.m)) + nprand__py_lgamma(next_above(n - s.m));
    return s;
}

static bool accepts(const struct setup *s, double us, double v, int64_t k)
{
    v *= s->alpha / (s->a / (us * us) + s->b);
    double bound = s->h - nprand__py_lgamma(next_above(k));
    bound -= nprand__py_lgamma(next_above(s->n - k));
    bound += (double)(k - s->m) * s->lpq;
    return nprand__log(v) <= bound;
}

static int64_t draw_by_rejection(struct nprand__engine *e, int64_t n, double p)
{
    const struct setup s = set_up(n, p);
    for (double vain = 0.0; vain < NPRAND__MANY_ATTEMPTS; vain++) {
        double u = nprand__next_double(e) - 0.5;
        double us = 0.5 - fabs(u);
        double x = floor((2.0 * s.a / us + s.b) * u + s.c);
        if (!(x >= 0.0 && x < 0x1p63))
            continue;
        int64_t k = (int64_t)x;
        if (k > n)
            continue;
        double v = nprand__next_double(e);
        if ((us >= 0.07 && v <= s.vr) || accepts(&s, us, v, k))
            return k;
    }
    return n;
}

/* 0 < p <= 1/2, n not 1. */
static int64_t draw_half(struct nprand__engine *e, int64_t n, double p)
{
    return (double)n * p < 10.0 ? draw_by_jumps(e, n, p) : draw_by_rejection(e, n, p);
}

static int64_t draw_binomial(struct nprand__engine *e, int64_t n, double p)
{
    if (p == 0.0)
        return 0;
    if (p == 1.0)
        return n;
    if (n == 1)
        return nprand__next_double(e) < p;
    return p > 0.5 ? n - draw_half(e, n, 1.0 - p) : draw_half(e, n, p);
}

NPRAND__DEFINE_INTEGER(py_binomialvariate, (nprand_rng * rng, int64_t trials, double p),
                       check_binomial(rng, trials, p), (void)0, draw_binomial(e, trials, p))
