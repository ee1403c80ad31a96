/* SPDX-License-Identifier: BSD-3-Clause
 *
 * binomial.
 *
 * Sources: inversion by sequential search, L. Devroye, Non-Uniform Random Variate Generation
 * (1986), X.4.1; BTPE of V. Kachitvichyanukul and B. W. Schmeiser, "Binomial random variate
 * generation", CACM 31 (1988), 216-222, whose step numbers are used below.
 */
#include "binomial.h"

#include "check.h"
#include "memo.h"
#include "long.h"
#include "method.h"

#include "../backend/libm.h"

/* ---- Set-up ---- */

/* Trials up to which the rounding of 1 - p costs no attempts. */
static const int64_t EXACT = INT64_C(1) << 53;

/* BTPE accepts the triangle, p1 of the envelope's p4, without a test: more than a quarter.
 *
 * Inversion starts again where the chances that it adds up end before u. They are q^n times the
 * terms of (1 + r/q)^n, so that they add up to (q + r)^n = exp(-d). That is 1 but for the rounding
 * of q = 1 - r, which takes up to 2^-54 from q + r: d = n ((1 - q) - r), where 1 - q is exact. With
 * log1p, q^n is the unrounded one. The bound of the search cuts off less than 1e-9 of the sum. */
double nprand__binomial_attempts(double n, double p, bool log1p)
{
    double r = p <= 0.5 ? p : 1.0 - p;
    double q = 1.0 - r;
    if (!(r * n <= 30.0))
        return 4.0;
    if (log1p)
        return 2.0;
    double d = n * ((1.0 - q) - r);
    return d > 0.0 ? 2.0 * nprand__exp(d) : 2.0;
}

static void prepare_inversion(const struct nprand__engine *e, struct nprand__binomial *b,
                              bool log1p)
{
    double n = (double)b->n;
    double log_q = log1p ? nprand__log1p(-b->r) : nprand__log(b->q);
    b->px[0] = nprand__exp(n * log_q);
    b->known = 1;
    double np = n * b->r;
    double bound = np + 10.0 * sqrt(np * b->q + 1.0); /* below 86, since np <= 30 */
    b->bound = nprand__to_long(e, n < bound ? n : bound);
}

/* a (1 + a/2), for the slope of an exponential tail. */
static double tail(double a)
{
    return a * (1.0 + a / 2.0);
}

static void prepare_btpe(const struct nprand__engine *e, struct nprand__binomial *b)
{
    double n = (double)b->n;
    double r = b->r, q = b->q;
    double fm = n * r + r;
    b->m = nprand__to_long(e, floor(fm));
    b->p1 = floor(2.195 * sqrt(n * r * q) - 4.6 * q) + 0.5;
    b->xm = (double)b->m + 0.5;
    b->xl = b->xm - b->p1;
    b->xr = b->xm + b->p1;
    b->c = 0.134 + 20.5 / (15.3 + (double)b->m);
    b->laml = tail((fm - b->xl) / (fm - b->xl * r));
    b->lamr = tail((b->xr - fm) / (b->xr * q));
    b->p2 = b->p1 * (1.0 + 2.0 * b->c);
    b->p3 = b->p2 + b->c / b->laml;
    b->p4 = b->p3 + b->c / b->lamr;
    b->nrq = n * r * q;
}

void nprand__binomial_prepare(const struct nprand__engine *e, struct nprand__binomial *b, int64_t n,
                              double p, bool log1p)
{
    b->n = n;
    b->p = p;
    b->mirrored = !(p <= 0.5);
    b->r = b->mirrored ? 1.0 - p : p;
    b->q = 1.0 - b->r;
    b->btpe = !(b->r * (double)n <= 30.0);
    b->attempts = n <= EXACT ? 4.0 : nprand__binomial_attempts((double)n, p, log1p);
    if (b->btpe)
        prepare_btpe(e, b);
    else
        prepare_inversion(e, b, log1p);
}

/* ---- Inversion ---- */

/* The chance of x + 1, where px is that of x: a multiplication and a division that wait for those
 * before them. They are most of the time of a draw, so each is done once for n and p. */
static inline double next_chance(struct nprand__binomial *b, int64_t x, double px)
{
    if (x + 1 < b->known)
        return b->px[x + 1];
    double n_minus_x_r = (double)(b->n - x) * b->r;
    double next = (n_minus_x_r * px) / ((double)(x + 1) * b->q);
    if (b->known < NPRAND__INVERTED)
        b->px[b->known++] = next;
    return next;
}

/* Whether the chances reach u; then *result is the first x at which they do. */
static inline bool invert_once(struct nprand__engine *e, struct nprand__binomial *b,
                               int64_t *result)
{
    double u = nprand__next_double(e);
    double px = b->px[0];
    int64_t x = 0;
    /* Beyond the bound, rounding has eaten the rest of the distribution. */
    while (u > px && x < b->bound) {
        u -= px;
        px = next_chance(b, x++, px);
    }
    *result = x;
    return !(u > px);
}

static inline int64_t invert(struct nprand__engine *e, struct nprand__binomial *b)
{
    int64_t x;
    for (double vain = 0.0; !invert_once(e, b, &x); vain++) {
        if (vain > nprand__many_attempts(b->attempts))
            return NPRAND_INVALID;
    }
    return x;
}

/* ---- BTPE ---- */

/* Step 5.1: f(y) / f(m) by its recursion, for y near m. */
static double density_ratio(const struct nprand__engine *e, const struct nprand__binomial *b,
                            int64_t y)
{
    double s = b->r / b->q;
    double a = s * (double)nprand__wrap(e, (uint64_t)b->n + 1);
    double f = 1.0;
    for (int64_t i = b->m; i < y; i++)
        f *= a / (double)(i + 1) - s;
    for (int64_t i = y; i < b->m; i++)
        f /= a / (double)(i + 1) - s;
    return f;
}

/* The correction of Stirling's formula in the final test. The paper subtracts two of the four
 * terms, and 13860 stands in place of 13680 in the series: NumPy does this; do not repair. */
static double stirling(double x)
{
    double x2 = x * x;
    return (13680.0 - (462.0 - (132.0 - (99.0 - 140.0 / x2) / x2) / x2) / x2) / x / 166320.0;
}

/* The operands of Stirling's formula: y + 1 and m + 1, n + 1 - m and n - y + 1. Releases before 2.4
 * computed them as integers, which gives other doubles for n >= 2^53. */
static bool counts_in_doubles(const struct nprand__engine *e)
{
    return e->release >= NPRAND__RELEASE(2, 4, 0);
}

static double successor(const struct nprand__engine *e, int64_t x)
{
    if (counts_in_doubles(e))
        return (double)x + 1.0;
    return (double)nprand__wrap(e, (uint64_t)x + 1);
}

static double failures_at_mode(const struct nprand__engine *e, int64_t n, int64_t m)
{
    if (counts_in_doubles(e))
        return (double)n + 1.0 - (double)m;
    return (double)nprand__wrap(e, (uint64_t)n + 1 - (uint64_t)m);
}

static double failures(const struct nprand__engine *e, int64_t n, int64_t y)
{
    if (counts_in_doubles(e))
        return (double)n - (double)y + 1.0;
    return (double)nprand__wrap(e, (uint64_t)n - (uint64_t)y + 1);
}

/* The final test's bound of ln v, step 5.3. */
static double log_bound(const struct nprand__engine *e, const struct nprand__binomial *b, int64_t y)
{
    double x1 = successor(e, y);
    double f1 = successor(e, b->m);
    double z = failures_at_mode(e, b->n, b->m);
    double w = failures(e, b->n, y);
    return b->xm * nprand__log(f1 / x1) + ((double)(b->n - b->m) + 0.5) * nprand__log(z / w) +
           (double)(y - b->m) * nprand__log(w * b->r / (x1 * b->q)) + stirling(f1) + stirling(z) +
           stirling(x1) + stirling(w);
}

static int64_t distance(const struct nprand__binomial *b, int64_t y)
{
    return y > b->m ? y - b->m : b->m - y;
}

/* Releases before 1.9 computed step 5.1, and went on to step 5.2 without a look at it. */
static bool is_far(const struct nprand__engine *e, const struct nprand__binomial *b, int64_t y)
{
    int64_t k = distance(b, y);
    if (e->release < NPRAND__RELEASE(1, 9, 0))
        return k > 0;
    return k > 20 && (double)k < b->nrq / 2.0 - 1.0;
}

/* What v, or its logarithm if y is far, must not exceed. */
static double bound(const struct nprand__engine *e, const void *of, int64_t y)
{
    const struct nprand__binomial *b = of;
    return is_far(e, b, y) ? log_bound(e, b, y) : density_ratio(e, b, y);
}

/* Step 5; the squeeze is step 5.2. */
static bool accepts(const struct nprand__engine *e, const struct nprand__binomial *b,
                    struct nprand__memo *kept, int64_t y, double v)
{
    if (!is_far(e, b, y))
        return !(v > nprand__memo_value(kept, e, bound, b, y));
    int64_t d = distance(b, y);
    double k = (double)d;
    double rho = (k / b->nrq) * ((k * (k / 3.0 + 0.625) + 0.16666666666666666) / b->nrq + 0.5);
    double minus_k2 = (double)nprand__wrap(e, 0 - (uint64_t)d * (uint64_t)d);
    double t = minus_k2 / (2.0 * b->nrq);
    double log_v = nprand__log(v);
    if (log_v < t - rho)
        return true;
    if (log_v > t + rho)
        return false;
    return !(log_v > nprand__memo_value(kept, e, bound, b, y));
}

/* One attempt: steps 1 to 4 choose a part of the envelope and a point under it, step 5 tests it. */
static bool attempt(const struct nprand__engine *e, const struct nprand__binomial *b,
                    struct nprand__memo *kept, double u, double v, int64_t *result)
{
    u = u * b->p4;
    int64_t y;
    if (u <= b->p1) {
        *result = nprand__to_long(e, floor(b->xm - b->p1 * v + u));
        return true;
    }
    if (u <= b->p2) {
        double x = b->xl + (u - b->p1) / b->c;
        v = v * b->c + 1.0 - fabs((double)b->m - x + 0.5) / b->p1;
        if (v > 1.0)
            return false;
        y = nprand__to_long(e, floor(x));
    } else if (u <= b->p3) {
        y = nprand__to_long(e, floor(b->xl + nprand__log(v) / b->laml));
        if (y < 0 || v == 0.0)
            return false;
        v = v * (u - b->p2) * b->laml;
    } else {
        /* y < 0 is the invalid value of a sum beyond a long. */
        y = nprand__to_long(e, floor(b->xr - nprand__log(v) / b->lamr));
        if (y < 0 || y > b->n || v == 0.0)
            return false;
        v = v * (u - b->p3) * b->lamr;
    }
    *result = y;
    return accepts(e, b, kept, y, v);
}

static int64_t btpe(struct nprand__engine *e, const struct nprand__binomial *b)
{
    struct nprand__memo kept;
    kept.used = false;
    for (double vain = 0.0; vain < NPRAND__MANY_ATTEMPTS; vain++) {
        double u = nprand__next_double(e);
        double v = nprand__next_double(e);
        int64_t y;
        if (attempt(e, b, &kept, u, v, &y))
            return y;
    }
    return NPRAND_INVALID;
}

/* Modulo 2^64, for the invalid value. */
static int64_t mirror(const struct nprand__binomial *b, int64_t x)
{
    return b->mirrored ? nprand__to_int64((uint64_t)b->n - (uint64_t)x) : x;
}

int64_t nprand__binomial_draw(struct nprand__engine *e, struct nprand__binomial *b)
{
    return mirror(b, b->btpe ? btpe(e, b) : invert(e, b));
}

/* ---- The method ---- */

/* 1.17.0 to 1.17.2 drew nothing where the result is sure to be 0. */
static bool takes_shortcut(const struct nprand__engine *e, int64_t n, double p)
{
    return (n == 0 || p == 0.0) && e->release >= NPRAND__RELEASE(1, 17, 0) &&
           e->release < NPRAND__RELEASE(1, 17, 3);
}

/* n attempts of BTPE, or n values; how many values. */
static inline size_t draw(struct nprand__engine *e, struct nprand__binomial *b,
                          struct nprand__memo *kept, size_t n, double *work, int64_t *out)
{
    if (takes_shortcut(e, b->n, b->p)) {
        memset(out, 0, n * sizeof *out);
        return n;
    }
    if (!b->btpe) {
        for (size_t i = 0; i < n; i++)
            out[i] = mirror(b, invert(e, b));
        return n;
    }
    size_t count = 0;
    nprand__memo_begin(kept, n, b->m, work, 2);
    nprand__fill_attempts(e, n, work);
    for (size_t i = 0; i < n; i++) {
        int64_t x;
        if (attempt(e, b, kept, work[2 * i], work[2 * i + 1], &x))
            out[count++] = mirror(b, x);
    }
    return count;
}

/* Releases before 1.9 cast a count of the right tail to int: -2^31 where it does not fit, which they
 * accept after a loop over all integers up to the mean. */
static nprand_status check_int(const nprand_rng *rng, int64_t n, double p)
{
    double mean = (double)n * (p <= 0.5 ? p : 1.0 - p);
    return mean >= 0x1p30 ? nprand__since(rng, NPRAND__RELEASE(1, 9, 0)) : NPRAND_OK;
}

static nprand_status check_binomial(const nprand_rng *rng, int64_t n, double p)
{
    nprand_status status =
        nprand__both(nprand__probability(p), nprand__count(rng, n, NPRAND_N_NEGATIVE));
    status = nprand__both(status, check_int(rng, n, p));
    if (status != NPRAND_OK || n <= EXACT)
        return status;
    return nprand__check_attempts(nprand__binomial_attempts((double)n, p, false));
}

NPRAND__DEFINE_BY_ATTEMPTS(binomial, (nprand_rng * rng, int64_t trials, double p),
                           check_binomial(rng, trials, p), struct nprand__binomial b;
                           struct nprand__memo kept = {0};
                           nprand__binomial_prepare(e, &b, trials, p, false),
                           nprand__many_attempts(b.attempts), 4, draw(e, &b, &kept, size, work, to))
