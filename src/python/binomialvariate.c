/* SPDX-License-Identifier: BSD-3-Clause
 *
 * binomialvariate: the number of successes in n trials, each with probability p.
 *
 * Sources: L. Devroye, "Generating the maximum of independent identically distributed random
 * variables" (1980) and CACM 31 (1988), 216-222, for np < 10; W. Hoermann, "The generation of
 * binomial random variates", J. Stat. Comput. Simul. 46 (1993), 101-110, algorithm BTRS, for the
 * rest.
 */
#include "lgamma.h"
#include "python.h"

#include "../backend/libm.h"
#include "../distributions/attempts.h"

/* The uniform of a jump. The last patches of CPython 3.13 and of later releases draw again where it
 * is 0. The loop ends: nprand_set_state() refuses the state that draws only zeros. */
static double binomialvariate_uniform(struct nprand__engine *e)
{
    double u = nprand__next_double(e);
    while (u == 0.0 && e->python >= NPRAND__PYTHON(3, 13))
        u = nprand__next_double(e);
    return u;
}

/* Devroye's method: jumps from one success to the next, each over floor(log(U) / log(1 - p)) failed
 * trials. With U > 0 a jump is at most 53 / 2^-53, which an int64 holds. With U = 0, for which 3.12
 * raises an error, the jump is infinite and ends the draw. */
static int64_t binomialvariate_by_jumps(struct nprand__engine *e, int64_t n, double p)
{
    double c = nprand__log2(1.0 - p);
    if (c == 0.0)
        return 0;
    int64_t y = 0;
    for (int64_t x = 0;; x++) {
        double jump = floor(nprand__log2(binomialvariate_uniform(e)) / c);
        if (!(jump >= 0.0 && jump < 0x1p62) || (int64_t)jump >= n - y)
            return x;
        y += (int64_t)jump + 1;
    }
}

/* The quantities of BTRS that depend on n and p alone, by the names of the paper. */
struct btrs {
    double a, b, c, vr;
    double alpha, lpq, h;
    int64_t n, m;
};

/* (double)(x + 1), also for x = INT64_MAX. */
static double binomialvariate_next(int64_t x)
{
    return (double)((uint64_t)x + 1);
}

static struct btrs prepare_btrs(int64_t n, double p)
{
    struct btrs s;
    double np = (double)n * p;
    double spq = sqrt(np * (1.0 - p));
    s.n = n;
    s.b = 1.15 + 2.53 * spq;
    s.a = -0.0873 + 0.0248 * s.b + 0.01 * p;
    s.c = np + 0.5;
    s.vr = 0.92 - 4.2 / s.b;
    s.alpha = (2.83 + 5.1 / s.b) * spq;
    s.lpq = nprand__log(p / (1.0 - p));
    s.m = (int64_t)floor(binomialvariate_next(n) * p);
    s.h = nprand__py_lgamma(binomialvariate_next(s.m)) +
          nprand__py_lgamma(binomialvariate_next(n - s.m));
    return s;
}

/* Whether BTRS accepts k in its exact test: v, scaled, is compared with the ratio of the
 * probabilities of k and of the mode m, as logarithms. */
static bool btrs_accepts(const struct btrs *s, double us, double v, int64_t k)
{
    v *= s->alpha / (s->a / (us * us) + s->b);
    double bound = s->h - nprand__py_lgamma(binomialvariate_next(k));
    bound -= nprand__py_lgamma(binomialvariate_next(s->n - k));
    bound += (double)(k - s->m) * s->lpq;
    return nprand__log(v) <= bound;
}

/* BTRS. The test us >= 0.07 && v <= vr accepts most attempts without a logarithm. n, after
 * NPRAND__MANY_ATTEMPTS attempts without a value. */
static int64_t binomialvariate_by_rejection(struct nprand__engine *e, int64_t n, double p)
{
    const struct btrs s = prepare_btrs(n, p);
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
        if ((us >= 0.07 && v <= s.vr) || btrs_accepts(&s, us, v, k))
            return k;
    }
    return n;
}

/* For 0 < p <= 1/2 and n other than 1. */
static int64_t binomialvariate_half(struct nprand__engine *e, int64_t n, double p)
{
    return (double)n * p < 10.0 ? binomialvariate_by_jumps(e, n, p)
                                : binomialvariate_by_rejection(e, n, p);
}

static int64_t draw_binomialvariate(struct nprand__engine *e, int64_t n, double p)
{
    if (p == 0.0)
        return 0;
    if (p == 1.0)
        return n;
    if (n == 1)
        return nprand__next_double(e) < p;
    return p > 0.5 ? n - binomialvariate_half(e, n, 1.0 - p) : binomialvariate_half(e, n, p);
}

/* For n = 1, CPython does not look at p = NaN. */
static nprand_status check_binomialvariate(const nprand_rng *rng, int64_t n, double p)
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

int64_t nprand_py_binomialvariate(nprand_rng *rng, int64_t trials, double p)
{
    if (!nprand__accept(rng, check_binomialvariate(rng, trials, p)))
        return NPRAND_INVALID;
    return draw_binomialvariate(nprand__engine_of(rng), trials, p);
}

nprand_status nprand_py_binomialvariate_fill(nprand_rng *rng, int64_t trials, double p, size_t n,
                                             int64_t *out)
{
    nprand_status parameters = check_binomialvariate(rng, trials, p);
    nprand_status status = nprand__check_fill(rng, parameters, n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    for (size_t i = 0; i < n; i++)
        out[i] = draw_binomialvariate(e, trials, p);
    return NPRAND_OK;
}
