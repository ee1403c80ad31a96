/* SPDX-License-Identifier: BSD-3-Clause
 *
 * hypergeometric.
 *
 * Sources: for nsample <= 10 HYP of V. Kachitvichyanukul and B. W. Schmeiser, "Computer generation
 * of hypergeometric random variates", J. Statist. Comput. Simul. 22 (1985), 127-145; else HRUA* of
 * E. Stadlober, "The ratio of uniforms approach for generating discrete random variates", J.
 * Comput. Appl. Math. 31 (1990), 181-189, with two corrections by I. Frohne.
 */
#include "check.h"
#include "kept.h"
#include "loggam.h"
#include "long.h"
#include "method.h"

#include "../math/libm.h"

static const double D1 = 1.7155277699214135; /* 2 sqrt(2/e) */
static const double D2 = 0.8989161620588988; /* 3 - 2 sqrt(3/e) */

/* What depends on the parameters alone. */
struct hypergeometric {
    int64_t good, bad, sample;
    /* HRUA*, in NumPy's names: mode d9, its logarithm d10, envelope d6, d8, limit d11. */
    int64_t low, high, m;
    double d6, d8, d10, d11;
};

static int64_t min(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

/* ln of the product of factorials under the density at z. */
static double log_factorials(const struct hypergeometric *h, int64_t z)
{
    return nprand__loggam((double)(z + 1)) + nprand__loggam((double)(h->low - z + 1)) +
           nprand__loggam((double)(h->m - z + 1)) +
           nprand__loggam((double)(h->high - h->m + z + 1));
}

/* population + 2 is a sum of longs, which wraps for the two largest populations. */
static double mode_of(const struct nprand__engine *e, int64_t low, int64_t m, int64_t population)
{
    double divisor = (double)nprand__wrap(e, (uint64_t)population + 2);
    return (double)(m + 1) * (double)(low + 1) / divisor;
}

static struct hypergeometric prepare(const struct nprand__engine *e, int64_t good, int64_t bad,
                                     int64_t sample)
{
    struct hypergeometric h = {.good = good, .bad = bad, .sample = sample};
    if (sample <= 10)
        return h;
    int64_t population = good + bad;
    h.low = min(good, bad);
    h.high = population - h.low;
    h.m = min(sample, population - sample);
    double d4 = (double)h.low / (double)population;
    double d5 = 1.0 - d4;
    h.d6 = (double)h.m * d4 + 0.5;
    double variance =
        (double)(population - h.m) * (double)sample * d4 * d5 / (double)(population - 1);
    double d7 = sqrt(variance + 0.5);
    h.d8 = D1 * d7 + D2;
    double mode = mode_of(e, h.low, h.m, population);
    h.d10 = log_factorials(&h, nprand__to_long(e, floor(mode)));
    double a = (double)min(h.m, h.low) + 1.0;
    double b = floor(h.d6 + 16.0 * d7); /* 16 for the digits of D1 and D2 */
    h.d11 = a < b ? a : b;
    return h;
}

/* Draws item by item: y of the rarer kind are left among d1 + k. */
static int64_t hyp(struct nprand__engine *e, const struct hypergeometric *h)
{
    int64_t d1 = h->bad + h->good - h->sample;
    double d2 = (double)min(h->bad, h->good);
    double y = d2;
    for (int64_t k = h->sample; k > 0 && y > 0.0; k--)
        y -= floor(nprand__next_double(e) + y / (double)(d1 + k));
    int64_t z = nprand__to_long(e, d2 - y);
    return h->good > h->bad ? h->sample - z : z;
}

/* ln of the density at z over that at the mode. */
static double log_ratio(const struct nprand__engine *e, const void *of, int64_t z)
{
    const struct hypergeometric *h = of;
    (void)e;
    return h->d10 - log_factorials(h, z);
}

static inline bool accepts(double x, double t)
{
    if (x * (4.0 - x) - 3.0 <= t)
        return true;
    if (x * (x - t) >= 1.0)
        return false;
    return 2.0 * nprand__log(x) <= t;
}

/* n attempts; how many values they give. */
static inline size_t hrua(struct nprand__engine *e, const struct hypergeometric *h,
                          struct nprand__kept *kept, size_t n, int64_t *out)
{
    double x[NPRAND__ATTEMPTS], y[NPRAND__ATTEMPTS];
    size_t count = 0;
    nprand__keep_near(kept, n, nprand__to_long(e, h->d6));
    nprand__fill_attempts(e, n, x, y);
    for (size_t i = 0; i < n; i++) {
        double w = h->d6 + h->d8 * (y[i] - 0.5) / x[i];
        /* Also rejects 0/0, from which NumPy's undefined cast does not return. */
        if (!(w >= 0.0 && w < h->d11))
            continue;
        int64_t z = nprand__to_long(e, floor(w));
        if (!accepts(x[i], nprand__keep(kept, e, log_ratio, h, z)))
            continue;
        if (h->good > h->bad)
            z = h->m - z;
        if (h->m < h->sample)
            z = h->good - z;
        out[count++] = z;
    }
    return count;
}

/* n attempts or values; how many values. */
static inline size_t draw(struct nprand__engine *e, const struct hypergeometric *h,
                          struct nprand__kept *kept, size_t n, int64_t *out)
{
    if (h->sample > 10)
        return hrua(e, h, kept, n, out);
    for (size_t i = 0; i < n; i++)
        out[i] = hyp(e, h);
    return n;
}

/* The sum of two longs that are not negative, with NumPy's wrap into a 64-bit integer. */
static int64_t wrapping_sum(int64_t a, int64_t b)
{
    return nprand__to_int64((uint64_t)a + (uint64_t)b);
}

/* Whether NumPy's loop does not return, or its population is no long. HYP always returns. Where the
 * divisor of HRUA's mode wraps, the mode is below 0: -1 makes the first point in range accepted, by
 * an infinite logarithm, and what is lower makes no point accepted, by NaN. */
static bool is_endless(const nprand_rng *rng, int64_t good, int64_t bad, int64_t sample)
{
    if (nprand__check_rng(rng) != NPRAND_OK) /* it is refused for that */
        return false;
    int64_t max = nprand__long_max(rng);
    if (good > max - bad)
        return true;
    int64_t population = good + bad;
    if (sample <= 10 || population <= max - 2)
        return false;
    int64_t m = min(sample, population - sample);
    return floor(mode_of(nprand__const_engine_of(rng), min(good, bad), m, population)) != -1.0;
}

static bool overflows(const nprand_rng *rng, int64_t a, int64_t b)
{
    return b > 0 && a > nprand__long_max(rng) / b;
}

/* Releases before 1.10 multiplied longs in HRUA*, where those since multiply doubles. */
static nprand_status check_products(const nprand_rng *rng, int64_t good, int64_t bad,
                                    int64_t sample)
{
    if (sample <= 10 || !nprand__is_before(rng, NPRAND__RELEASE(1, 10, 0)))
        return NPRAND_OK;
    int64_t population = good + bad;
    int64_t m = min(sample, population - sample);
    bool fits =
        !overflows(rng, population - m, sample) && !overflows(rng, m + 1, min(good, bad) + 1);
    return fits ? NPRAND_OK : NPRAND_NOT_IN_RELEASE;
}

static nprand_status check_hypergeometric(const nprand_rng *rng, int64_t good, int64_t bad,
                                          int64_t sample)
{
    if (wrapping_sum(good, bad) < sample)
        return NPRAND_NSAMPLE_TOO_LARGE;
    nprand_status status = nprand__both(nprand__count(rng, good, NPRAND_NGOOD_NEGATIVE),
                                        nprand__count(rng, bad, NPRAND_NBAD_NEGATIVE));
    if (status != NPRAND_OK)
        return status;
    if (sample < 1)
        return NPRAND_NSAMPLE_BELOW_1;
    if (is_endless(rng, good, bad, sample))
        return NPRAND_OUTSIDE_LONG;
    return check_products(rng, good, bad, sample);
}

NPRAND__DEFINE_BY_ATTEMPTS(hypergeometric,
                           (nprand_rng * rng, int64_t ngood, int64_t nbad, int64_t nsample),
                           check_hypergeometric(rng, ngood, nbad, nsample),
                           const struct hypergeometric h = prepare(e, ngood, nbad, nsample);
                           struct nprand__kept kept;
                           nprand__keep_none(&kept), draw(e, &h, &kept, size, to))
