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
#include "memo.h"
#include "loggam.h"
#include "long.h"
#include "method.h"

#include "../backend/libm.h"

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

/* ln of the product of factorials under the density at z. The sums are longs in NumPy; check_hrua()
 * refuses parameters for which they could wrap. */
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
                          struct nprand__memo *kept, size_t n, double *work, int64_t *out)
{
    size_t count = 0;
    nprand__memo_begin(kept, n, nprand__to_long(e, h->d6), work, 2);
    nprand__fill_attempts(e, n, work);
    for (size_t i = 0; i < n; i++) {
        const double x = work[2 * i], y = work[2 * i + 1];
        double w = h->d6 + h->d8 * (y - 0.5) / x;
        /* Also rejects 0/0, from which NumPy's undefined cast does not return. */
        if (!(w >= 0.0 && w < h->d11))
            continue;
        int64_t z = nprand__to_long(e, floor(w));
        if (!accepts(x, nprand__memo_value(kept, e, log_ratio, h, z)))
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
                          struct nprand__memo *kept, size_t n, double *work, int64_t *out)
{
    if (h->sample > 10)
        return hrua(e, h, kept, n, work, out);
    for (size_t i = 0; i < n; i++)
        out[i] = hyp(e, h);
    return n;
}

/* The sum of two longs that are not negative, with NumPy's wrap into a 64-bit integer. */
static int64_t wrapping_sum(int64_t a, int64_t b)
{
    return nprand__to_int64((uint64_t)a + (uint64_t)b);
}

/* A bound for the attempts that a value is expected to take, without rounding. A point (x, y) is
 * accepted with a chance of the sum over z of f(z) / (2 d8 f(mode)), where f is the density; that is
 * 1 / (2 d8 f(mode)), and f(mode) <= 2 / sqrt(1 + 4 var), as of any log-concave distribution on the
 * integers (S. Bobkov, A. Marsiglietti and J. Melbourne, 2022). d8 grows with the root of sample, but
 * var with that of m: for a sample of nearly the whole population, few points are accepted. */
static double exact_attempts(const struct hypergeometric *h, double population)
{
    double share = (double)h->low / population;
    double m = (double)h->m;
    double var = m * share * (1.0 - share) * ((population - m) / (population - 1.0));
    double highest = 2.0 / sqrt(1.0 + 4.0 * var);
    return 2.0 * h->d8 * (highest < 1.0 ? highest : 1.0);
}

/* Populations in which an ulp of the logarithm of a factorial is small, and d8 is below 2^24. */
static const int64_t SMALL = INT64_C(1) << 44;

/* Points that are looked at: with 3.4 attempts or more for each, the most that a value may take. A
 * value for which so many are looked at would take as long to draw. */
static const double LOOKS = NPRAND__MOST_ATTEMPTS / 4.0;

/* How many times as many attempts rounding makes of them. In larger populations an ulp of a
 * logarithm of a factorial is no small number: ln f(z) is above that of the mode, and z accepted, or
 * far below it, as the roundings of both have it. So the ratio is looked at for points spread over
 * the range, until the chances add up to 4. 0.618... is the golden ratio: multiples of it are evenly
 * spread, modulo 1. */
static double rounding_factor(const struct hypergeometric *h)
{
    double from = h->d6 - 0.5 * h->d8, to = h->d6 + 0.5 * h->d8, sum = 0.0;
    from = from > 0.0 ? from : 0.0;
    to = to < h->d11 ? to : h->d11;
    for (double i = 1.0; i <= LOOKS; i++) {
        double place = 0.6180339887498949 * i;
        int64_t z = (int64_t)(from + (place - floor(place)) * (to - from));
        double ratio = h->d10 - log_factorials(h, z);
        sum += ratio < 0.0 ? nprand__exp(ratio) : 1.0;
        if (sum >= 4.0)
            return 0.25 * i;
    }
    return LOOKS / sum;
}

/* After which a draw gives up. */
static double many_attempts(const struct hypergeometric *h)
{
    return nprand__many_attempts(h->good + h->bad > SMALL ? NPRAND__MOST_ATTEMPTS : 2.0 * h->d8);
}

/* Whether HRUA returns. Where the divisor of its mode wraps, the mode is below 0: -1 makes the first
 * point in range accepted, by an infinite logarithm, and what is lower makes no point accepted, by
 * NaN. With one kind alone and a sample of all of it, the largest population makes a sum wrap. */
static nprand_status check_hrua(const struct nprand__engine *e, int64_t good, int64_t bad,
                                int64_t sample, int64_t max)
{
    int64_t population = good + bad, low = min(good, bad);
    int64_t m = min(sample, population - sample);
    if (population > max - 2 &&
        (floor(mode_of(e, low, m, population)) != -1.0 || (low == 0 && m == 0)))
        return NPRAND_OUTSIDE_LONG;
    if (population <= SMALL && NPRAND__MOST_ATTEMPTS == 0x1p30)
        return NPRAND_OK;
    int kept_errno = errno; /* an accepted draw leaves it alone; libm sets it for log(0) */
    const struct hypergeometric h = prepare(e, good, bad, sample);
    double attempts = exact_attempts(&h, (double)population);
    if (attempts <= NPRAND__MOST_ATTEMPTS)
        attempts *= rounding_factor(&h);
    errno = kept_errno;
    return nprand__check_attempts(attempts);
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
    if (nprand__check_rng(rng) != NPRAND_OK) /* it is refused for that */
        return NPRAND_OK;
    int64_t max = nprand__long_max(rng);
    if (good > max - bad)
        return NPRAND_OUTSIDE_LONG;
    if (sample <= 10)
        return NPRAND_OK;
    status = check_hrua(nprand__const_engine_of(rng), good, bad, sample, max);
    return nprand__both(status, check_products(rng, good, bad, sample));
}

NPRAND__DEFINE_BY_ATTEMPTS(hypergeometric,
                           (nprand_rng * rng, int64_t ngood, int64_t nbad, int64_t nsample),
                           check_hypergeometric(rng, ngood, nbad, nsample),
                           const struct hypergeometric h = prepare(e, ngood, nbad, nsample);
                           struct nprand__memo kept = {0}, many_attempts(&h), 4,
                                                     draw(e, &h, &kept, size, work, to))
