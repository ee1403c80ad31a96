/* SPDX-License-Identifier: BSD-3-Clause
 *
 * hypergeometric: the number of good items in a sample, by HYP for samples of up to 10 items, by
 * HRUA* for larger samples.
 *
 * Sources: HYP of V. Kachitvichyanukul and B. W. Schmeiser, "Computer generation of hypergeometric
 * random variates", J. Statist. Comput. Simul. 22 (1985), 127-145; HRUA* of E. Stadlober, "The
 * ratio of uniforms approach for generating discrete random variates", J. Comput. Appl. Math. 31
 * (1990), 181-189, with two corrections by I. Frohne.
 */
#include "../backend/libm.h"
#include "../math/bits.h"

#include "kept.h"
#include "loggam.h"
#include "memo.h"
#include "parameter.h"
#include "starts.h"

static const double HRUA_D1 = 1.7155277699214135; /* 2 sqrt(2/e) */
static const double HRUA_D2 = 0.8989161620588988; /* 3 - 2 sqrt(3/e) */

enum { HYP_SAMPLES = 10 }; /* up to which HYP is taken */

/* What depends on the parameters alone, and the memo table of hrua_log_ratio(). */
struct NPRAND__MAY_ALIAS hypergeometric {
    int64_t good, bad, sample;
    /* HRUA*: the smaller and the larger of good and bad; the smaller of sample and the rest of the
     * population. The others have NumPy's names: centre d6 and width d8 of the envelope, limit d11
     * of the values; d10 is log_factorials() at the mode. */
    int64_t low, high, m;
    double d6, d8, d10, d11;
    struct nprand__memo memo;
    double many;        /* attempts after which a draw gives up */
    double *factorials; /* of an each: ln(0!), ln(1!), ...; NaN: not computed yet. NULL: no table */
};

/* An each, whose parameters change from value to value, remembers logarithms of so many factorials.
 * A draw with parameters up to 100 then takes half the time. */
enum { FACTORIALS = 512 };

static int64_t hypergeometric_min(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

/* ---- HYP ---- */

/* Draws item by item: y items of the rarer kind are left among d1 + k. */
static int64_t hyp(struct nprand__engine *e, const struct hypergeometric *h)
{
    int64_t d1 = h->bad + h->good - h->sample;
    double d2 = (double)hypergeometric_min(h->bad, h->good);
    double y = d2;
    for (int64_t k = h->sample; k > 0 && y > 0.0; k--)
        y -= nprand__floor(nprand__next_double(e) + y / (double)(d1 + k));
    int64_t z = nprand__to_long(e, d2 - y);
    return h->good > h->bad ? h->sample - z : z;
}

enum { HYP_LANES = 8 };

/* A draw waits for a division at each item. HYP_LANES values are therefore drawn together, one in
 * each lane. The arrays have one element for each lane. */
struct hyp_lanes {
    double rest[HYP_LANES], samples[HYP_LANES]; /* sizes: population less sample; sample */
    double y[HYP_LANES], used[HYP_LANES];       /* as in hyp(); how many uniforms were taken */
    size_t start[HYP_LANES];                    /* of the uniforms */
};

/* Whether a lane can draw the value: by HYP, with one uniform at least, and with sums that are
 * exact in doubles. */
static bool hyp_has_lanes(int64_t good, int64_t bad, int64_t sample)
{
    return sample <= HYP_SAMPLES && good > 0 && bad > 0 && good + bad <= INT64_C(1) << 53;
}

/* floor(t) for 0 <= t < 3, and 0 for t < 0. t is below 1 for y <= 0: such a y does not change any
 * more. */
static inline double hyp_floor(double t)
{
    return (t >= 1.0 ? 1.0 : 0.0) + (t >= 2.0 ? 1.0 : 0.0);
}

/* Draws item j of each lane. A lane whose sample is complete takes a quotient that is not used. */
static inline void hyp_item(struct hyp_lanes *h, double j, const double *u)
{
    double uniform[HYP_LANES];
    for (int l = 0; l < HYP_LANES; l++)
        uniform[l] = u[h->start[l]];
    for (int l = 0; l < HYP_LANES; l++) {
        const double y = h->y[l], k = h->samples[l] - j;
        const double takes = k > 0.0 ? 1.0 : 0.0;
        const double t = uniform[l] + y / (h->rest[l] + (k > 1.0 ? k : 1.0));
        h->used[l] += y > 0.0 ? takes : 0.0;
        h->y[l] = y - takes * hyp_floor(t);
    }
}

/* Sets up the lanes of up to n values from index first on. It assumes that each value takes as many
 * uniforms as its sample. Returns how many lanes have all their uniforms among count. The other
 * lanes read the uniforms of lane 0, and their results are not used. */
static size_t hyp_set_up(struct hyp_lanes *h, const struct nprand__parameter *p, size_t first,
                         size_t n, size_t begin, size_t count)
{
    size_t lanes = 0, end = begin;
    for (size_t l = 0; l < HYP_LANES; l++) {
        const size_t i = first + (l < n ? l : 0);
        const int64_t good = nprand__int64_at(&p[0], i), bad = nprand__int64_at(&p[1], i);
        const int64_t sample = nprand__int64_at(&p[2], i);
        const bool fits = l < n && lanes == l && end + HYP_SAMPLES <= count;
        h->start[l] = fits ? end : begin;
        h->samples[l] = (double)sample;
        h->rest[l] = (double)(good + bad - sample);
        h->y[l] = (double)hypergeometric_min(good, bad);
        h->used[l] = 0.0;
        lanes += fits;
        end += (size_t)sample;
    }
    return lanes;
}

/* Makes the values of the lanes, up to and with the first lane that took fewer uniforms than its
 * sample: the lanes behind it began at the wrong uniform. Returns how many values. */
static size_t hyp_keep(const struct nprand__engine *e, const struct hyp_lanes *h,
                       const struct nprand__parameter *p, size_t first, size_t lanes, int64_t *out,
                       size_t *end)
{
    for (size_t l = 0; l < lanes; l++) {
        const size_t i = first + l;
        const int64_t good = nprand__int64_at(&p[0], i), bad = nprand__int64_at(&p[1], i);
        const int64_t z = nprand__to_long(e, (double)hypergeometric_min(bad, good) - h->y[l]);
        out[l] = good > bad ? nprand__int64_at(&p[2], i) - z : z;
        *end = h->start[l] + (size_t)h->used[l];
        if (h->used[l] < h->samples[l])
            return l + 1;
    }
    return lanes;
}

static size_t make_hyp(const struct nprand__engine *e, const void *method, size_t first, size_t n,
                       size_t count, const double *u, int64_t *out, size_t *taken)
{
    const struct nprand__parameter *p = (const struct nprand__parameter *)method;
    size_t made = 0, lanes, begin = 0;
    struct hyp_lanes h;
    while (made < n && (lanes = hyp_set_up(&h, p, first + made, n - made, begin, count)) > 0) {
        double items = 0.0;
        for (size_t l = 0; l < HYP_LANES; l++)
            items = h.samples[l] > items ? h.samples[l] : items;
        for (double j = 0.0; j < items; j++)
            hyp_item(&h, j, u + (size_t)j);
        made += hyp_keep(e, &h, p, first + made, lanes, out + made, &begin);
    }
    *taken = begin;
    return made;
}

/* ---- HRUA* ---- */

/* ln(x!) */
static inline double log_factorial(const struct hypergeometric *h, int64_t x)
{
    if (h->factorials == NULL || x < 0 || x >= FACTORIALS)
        return nprand__loggam((double)(x + 1));
    if (isnan(h->factorials[x]))
        h->factorials[x] = nprand__loggam((double)(x + 1));
    return h->factorials[x];
}

/* ln of the product of factorials in the denominator of the density at z. In NumPy, the sums are
 * longs. check_hrua() refuses parameters for which they could wrap. */
static double log_factorials(const struct hypergeometric *h, int64_t z)
{
    return log_factorial(h, z) + log_factorial(h, h->low - z) + log_factorial(h, h->m - z) +
           log_factorial(h, h->high - h->m + z);
}

/* The mode, before it is rounded down: NumPy's d9. population + 2 is a sum of longs, which wraps
 * for the two largest populations. */
static double hrua_mode(const struct nprand__engine *e, int64_t low, int64_t m, int64_t population)
{
    double divisor = (double)nprand__wrap(e, (uint64_t)population + 2);
    return (double)(m + 1) * (double)(low + 1) / divisor;
}

static void hrua_prepare(const struct nprand__engine *e, struct hypergeometric *h)
{
    int64_t population = h->good + h->bad;
    h->low = hypergeometric_min(h->good, h->bad);
    h->high = population - h->low;
    h->m = hypergeometric_min(h->sample, population - h->sample);
    double d4 = (double)h->low / (double)population;
    double d5 = 1.0 - d4;
    h->d6 = (double)h->m * d4 + 0.5;
    double variance =
        (double)(population - h->m) * (double)h->sample * d4 * d5 / (double)(population - 1);
    double d7 = sqrt(variance + 0.5);
    h->d8 = HRUA_D1 * d7 + HRUA_D2;
    double mode = hrua_mode(e, h->low, h->m, population);
    h->d10 = log_factorials(h, nprand__floor_to_long(e, mode));
    double a = (double)hypergeometric_min(h->m, h->low) + 1.0;
    double b = nprand__floor(h->d6 + 16.0 * d7); /* 16 for the 16 digits of HRUA_D1 and HRUA_D2 */
    h->d11 = a < b ? a : b;
}

/* ln of the density at z over the density at the mode. */
static double hrua_log_ratio(const struct nprand__engine *e, const void *parameters, int64_t z)
{
    const struct hypergeometric *h = (const struct hypergeometric *)parameters;
    (void)e;
    return h->d10 - log_factorials(h, z);
}

/* 2 ln x <= t, where two bounds of the logarithm decide most cases. */
static inline bool hrua_surely_accepts(double x, double t)
{
    return x * (4.0 - x) - 3.0 <= t;
}

static inline bool hrua_surely_rejects(double x, double t)
{
    return x * (x - t) >= 1.0;
}

static inline bool hrua_accepts(double x, double t)
{
    if (hrua_surely_accepts(x, t))
        return true;
    return !hrua_surely_rejects(x, t) && 2.0 * nprand__log(x) <= t;
}

/* hrua_log_ratio(), from a table if it has the value. */
typedef double hrua_find_ratio(const struct nprand__engine *e, struct hypergeometric *h, int64_t z);

static inline double hrua_find_in_memo(const struct nprand__engine *e, struct hypergeometric *h,
                                       int64_t z)
{
    return nprand__memo_value(&h->memo, e, hrua_log_ratio, h, z);
}

/* The value of a candidate z, which was made for the smaller kind and the smaller sample. */
static inline int64_t hrua_value(const struct hypergeometric *h, int64_t z)
{
    if (h->good > h->bad)
        z = h->m - z;
    return h->m < h->sample ? h->good - z : z;
}

/* n attempts. Returns how many values they give. The ratio of the two uniforms of an attempt gives
 * the candidate. */
NPRAND__INLINE size_t hrua_attempts(struct nprand__engine *e, struct hypergeometric *h,
                                    hrua_find_ratio *find, size_t n, double *work, int64_t *out)
{
    size_t count = 0;
    /* The h of one value may lie in a generator: its memo may not be read as another type. */
    if (n > 1)
        nprand__memo_begin(&h->memo, n, nprand__to_long(e, h->d6), work, 2);
    nprand__fill_attempts(e, n, work);
    for (size_t i = 0; i < n; i++) {
        const double x = work[2 * i], y = work[2 * i + 1];
        double w = h->d6 + h->d8 * (y - 0.5) / x;
        /* Also rejects 0/0. NumPy casts it, which is undefined, and never returns. */
        if (!(w >= 0.0 && w < h->d11))
            continue;
        int64_t z = nprand__floor_to_long(e, w);
        if (!hrua_accepts(x, find(e, h, z)))
            continue;
        out[count++] = hrua_value(h, z);
    }
    return count;
}

/* The attempts whose candidate is in the range. */
struct hrua_tests {
    size_t count;
    double x[NPRAND__ATTEMPTS], z[NPRAND__ATTEMPTS], ratio[NPRAND__ATTEMPTS];
};

static void hrua_list_tests(const struct hypergeometric *h, size_t n, const double *pairs,
                            struct hrua_tests *t)
{
    t->count = 0;
    for (size_t i = 0; i < n; i++) {
        const double x = pairs[2 * i], w = h->d6 + h->d8 * (pairs[2 * i + 1] - 0.5) / x;
        t->x[t->count] = x;
        t->z[t->count] = w;
        t->count += (size_t)(nprand__below(w, h->d11) & 1); /* 0/0 is no candidate */
    }
}

/* As hrua_attempts(), each step for all attempts, without a branch on a random condition: a value
 * of hypergeometric(100, 200, 50) takes 9.6 ns in place of 23. */
NPRAND__NOINLINE static size_t hrua_attempts_in_passes(const struct nprand__engine *e,
                                                       struct hypergeometric *h, size_t n,
                                                       const double *pairs, int64_t *out)
{
    struct hrua_tests t;
    unsigned char open[NPRAND__ATTEMPTS];
    bool is_accepted[NPRAND__ATTEMPTS];
    size_t opened = 0, count = 0;
    hrua_list_tests(h, n, pairs, &t);
    for (size_t j = 0; j < t.count; j++)
        t.ratio[j] = hrua_find_in_memo(e, h, (int64_t)t.z[j]);
    for (size_t j = 0; j < t.count; j++) {
        is_accepted[j] = hrua_surely_accepts(t.x[j], t.ratio[j]);
        open[opened] = (unsigned char)j;
        opened += !(is_accepted[j] | hrua_surely_rejects(t.x[j], t.ratio[j]));
    }
    for (size_t k = 0; k < opened; k++)
        is_accepted[open[k]] = hrua_accepts(t.x[open[k]], t.ratio[open[k]]);
    for (size_t j = 0; j < t.count; j++) {
        out[count] = hrua_value(h, (int64_t)t.z[j]);
        count += is_accepted[j];
    }
    return count;
}

static inline size_t hypergeometric_attempts(struct nprand__engine *e, void *method, size_t n,
                                             double *work, int64_t *out)
{
    struct hypergeometric *h = (struct hypergeometric *)method;
    if (h->sample > HYP_SAMPLES && n >= NPRAND__WORTH_A_MEMO) {
        nprand__memo_begin(&h->memo, n, nprand__to_long(e, h->d6), work, 2);
        nprand__fill_attempts(e, n, work);
        return hrua_attempts_in_passes(e, h, n, work, out);
    }
    if (h->sample > HYP_SAMPLES)
        return hrua_attempts(e, h, hrua_find_in_memo, n, work, out);
    out[0] = hyp(e, h);
    return 1;
}

/* ---- How many attempts a value takes ---- */

/* A bound for the attempts that a value is expected to take, without rounding. A point (x, y) is
 * accepted with a chance of the sum over z of f(z) / (2 d8 f(mode)), where f is the density. That
 * sum is 1 / (2 d8 f(mode)), and f(mode) <= 2 / sqrt(1 + 4 var), which holds for any log-concave
 * distribution on the integers (S. Bobkov, A. Marsiglietti and J. Melbourne, 2022). d8 grows with
 * the root of sample, but the root of var with the root of m: for a sample of nearly the whole
 * population, few points are accepted. */
static double hrua_exact_attempts(const struct hypergeometric *h, double population)
{
    double share = (double)h->low / population;
    double m = (double)h->m;
    double var = m * share * (1.0 - share) * ((population - m) / (population - 1.0));
    double highest = 2.0 / sqrt(1.0 + 4.0 * var);
    return 2.0 * h->d8 * (highest < 1.0 ? highest : 1.0);
}

/* Populations in which an ulp of the logarithm of a factorial is small, and d8 is below 2^24. */
static const int64_t HRUA_SMALL = INT64_C(1) << 44;

/* Points that rounding_factor() looks at. With 3.4 attempts or more for each point, that is the
 * most attempts that a value may take. A value for which so many points are looked at would take as
 * long to draw. */
static const double HRUA_LOOKS = NPRAND__MOST_ATTEMPTS / 4.0;

/* By how many times rounding multiplies the attempts. In larger populations, an ulp of the
 * logarithm of a factorial is no small number. By the rounding of f(z) and f(mode), ln f(z) is
 * above ln f(mode) and z accepted, or far below ln f(mode) and z rejected. The ratio is therefore
 * looked at for points spread over the range, until the chances add up to 4. 0.618... is the golden
 * ratio less 1: its multiples are evenly spread, modulo 1. */
static double hrua_rounding_factor(const struct hypergeometric *h)
{
    double from = h->d6 - 0.5 * h->d8, to = h->d6 + 0.5 * h->d8, sum = 0.0;
    from = from > 0.0 ? from : 0.0;
    to = to < h->d11 ? to : h->d11;
    for (double i = 1.0; i <= HRUA_LOOKS; i++) {
        double place = 0.6180339887498949 * i;
        int64_t z = (int64_t)(from + (place - floor(place)) * (to - from));
        double ratio = h->d10 - log_factorials(h, z);
        sum += ratio < 0.0 ? nprand__exp(ratio) : 1.0;
        if (sum >= 4.0)
            return 0.25 * i;
    }
    return HRUA_LOOKS / sum;
}

/* Attempts after which a draw gives up. */
static double hypergeometric_many_attempts(const struct hypergeometric *h)
{
    bool small = h->good + h->bad <= HRUA_SMALL;
    return nprand__many_attempts(small ? 2.0 * h->d8 : NPRAND__MOST_ATTEMPTS);
}

/* One member after another: GCC clears a struct by an instruction that takes 8 ns. */
static void hypergeometric_prepare(const struct nprand__engine *e, struct hypergeometric *h,
                                   int64_t good, int64_t bad, int64_t sample, double *factorials)
{
    h->good = good;
    h->bad = bad;
    h->sample = sample;
    h->factorials = factorials;
    h->memo.used = false;
    h->d8 = 0.0; /* of HYP, which makes one attempt */
    if (sample > HYP_SAMPLES)
        hrua_prepare(e, h);
    h->many = hypergeometric_many_attempts(h);
}

/* ---- Checks ---- */

/* The sum of two longs that are not negative, with NumPy's wrap into a 64-bit integer. */
static int64_t wrapping_sum(int64_t a, int64_t b)
{
    return nprand__to_int64((uint64_t)a + (uint64_t)b);
}

/* Whether HRUA* returns for a population above max - 2, whose mode has a divisor that wraps. The
 * mode is then below 0. A mode of -1 makes an infinite logarithm, which accepts the first point in
 * range. A lower mode makes NaN, which accepts no point. With one kind alone and a sample of all of
 * it, the largest population makes a sum wrap. */
static bool hrua_returns_nearly_full(const struct nprand__engine *e, int64_t low, int64_t m,
                                     int64_t population)
{
    return floor(hrua_mode(e, low, m, population)) == -1.0 && !(low == 0 && m == 0);
}

/* Whether HRUA* returns, after a number of attempts that is not too large. */
static nprand_status check_hrua(const struct nprand__engine *e, int64_t good, int64_t bad,
                                int64_t sample, int64_t max)
{
    int64_t population = good + bad, low = hypergeometric_min(good, bad);
    int64_t m = hypergeometric_min(sample, population - sample);
    if (population > max - 2 && !hrua_returns_nearly_full(e, low, m, population))
        return NPRAND_OUTSIDE_LONG;
    if (population <= HRUA_SMALL && NPRAND__MOST_ATTEMPTS == 0x1p30)
        return NPRAND_OK;
    struct hypergeometric h;
    hypergeometric_prepare(e, &h, good, bad, sample, NULL);
    double attempts = hrua_exact_attempts(&h, (double)population);
    if (attempts <= NPRAND__MOST_ATTEMPTS)
        attempts *= hrua_rounding_factor(&h);
    return nprand__check_attempts(attempts);
}

static bool product_overflows(const nprand_rng *rng, int64_t a, int64_t b)
{
    return b > 0 && a > nprand__long_max(rng) / b;
}

/* In HRUA*, releases before 1.10 multiplied longs. Later releases multiply doubles. */
static nprand_status check_hrua_products(const nprand_rng *rng, int64_t good, int64_t bad,
                                         int64_t sample)
{
    if (!nprand__is_before(rng, NPRAND__RELEASE(1, 10, 0)))
        return NPRAND_OK;
    int64_t population = good + bad;
    int64_t m = hypergeometric_min(sample, population - sample);
    bool overflows = product_overflows(rng, population - m, sample) ||
                     product_overflows(rng, m + 1, hypergeometric_min(good, bad) + 1);
    return overflows ? NPRAND_NOT_IN_RELEASE : NPRAND_OK;
}

/* Whether a draw returns in NumPy, and soon, for parameters that NumPy accepts. */
static nprand_status check_hypergeometric_returns(const nprand_rng *rng, int64_t good, int64_t bad,
                                                  int64_t sample)
{
    if (nprand__check_rng(rng) != NPRAND_OK) /* the caller refuses it */
        return NPRAND_OK;
    int64_t max = nprand__long_max(rng);
    if (good > max - bad)
        return NPRAND_OUTSIDE_LONG;
    if (sample <= HYP_SAMPLES)
        return NPRAND_OK;
    nprand_status status = check_hrua(nprand__const_engine_of(rng), good, bad, sample, max);
    return nprand__both(status, check_hrua_products(rng, good, bad, sample));
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
    return check_hypergeometric_returns(rng, good, bad, sample);
}

/* ---- Public functions ---- */

static int64_t draw_hypergeometric(struct nprand__engine *e, struct hypergeometric *h)
{
    return nprand__draw_by_attempts(e, hypergeometric_attempts, h, h->many);
}

static int64_t draw_hyp_at(struct nprand__engine *e, const void *method, size_t index)
{
    const struct nprand__parameter *p = (const struct nprand__parameter *)method;
    const struct hypergeometric h = {.good = nprand__int64_at(&p[0], index),
                                     .bad = nprand__int64_at(&p[1], index),
                                     .sample = nprand__int64_at(&p[2], index)};
    return hyp(e, &h);
}

static void fill_hyp(struct nprand__engine *e, const struct nprand__parameter *p, size_t first,
                     size_t n, int64_t *out)
{
    nprand__fill_from_starts(e, make_hyp, draw_hyp_at, p, HYP_SAMPLES, first, n, out);
}

/* ---- One value ---- */

/* What a call keeps: the set-up, and ratios of HRUA* at first, first + 1, ...; NaN: not computed
 * yet. The second call with the same parameters begins to use them: a value of
 * hypergeometric(100, 200, 50) takes 29 ns in place of 137. */
enum { HYPERGEOMETRIC_RATIOS = 26 };
struct NPRAND__MAY_ALIAS hypergeometric_kept {
    struct hypergeometric h;
    bool has_ratios;
    int64_t first;
    double ratios[HYPERGEOMETRIC_RATIOS];
};
static_assert(sizeof(struct hypergeometric_kept) <= sizeof(((struct nprand__kept *)0)->setup),
              "a set-up is kept");

static void hypergeometric_begin_ratios(const struct nprand__engine *e,
                                        struct hypergeometric_kept *k)
{
    const int64_t half = HYPERGEOMETRIC_RATIOS / 2, middle = nprand__to_long(e, k->h.d6);
    k->has_ratios = true;
    k->first = middle > half ? middle - half : 0;
    for (int i = 0; i < HYPERGEOMETRIC_RATIOS; i++)
        k->ratios[i] = (double)NAN;
}

/* h is that of a struct hypergeometric_kept. */
static inline double hrua_find_kept(const struct nprand__engine *e, struct hypergeometric *h,
                                    int64_t z)
{
    struct hypergeometric_kept *const k = (struct hypergeometric_kept *)h;
    if (!k->has_ratios || z < k->first || z - k->first >= HYPERGEOMETRIC_RATIOS)
        return hrua_log_ratio(e, h, z);
    const int64_t i = z - k->first;
    if (isnan(k->ratios[i]))
        k->ratios[i] = hrua_log_ratio(e, h, z);
    return k->ratios[i];
}

static inline size_t hypergeometric_kept_attempts(struct nprand__engine *e, void *method, size_t n,
                                                  double *work, int64_t *out)
{
    return hrua_attempts(e, (struct hypergeometric *)method, hrua_find_kept, n, work, out);
}

static int64_t draw_hypergeometric_kept(struct nprand__engine *e, struct hypergeometric_kept *k)
{
    if (k->h.sample <= HYP_SAMPLES)
        return hyp(e, &k->h);
    return nprand__draw_by_attempts(e, hypergeometric_kept_attempts, &k->h, k->h.many);
}

int64_t nprand_hypergeometric(nprand_rng *rng, int64_t ngood, int64_t nbad, int64_t nsample)
{
    const uint64_t method = NPRAND__KEPT_HYPERGEOMETRIC, a = (uint64_t)ngood, b = (uint64_t)nbad;
    struct hypergeometric_kept *k = (struct hypergeometric_kept *)nprand__kept(rng, method, a, b);
    if (k == NULL || k->h.sample != nsample) {
        if (!nprand__accept(rng, check_hypergeometric(rng, ngood, nbad, nsample)))
            return NPRAND_INVALID;
        k = (struct hypergeometric_kept *)nprand__keep(rng, method, a, b);
        hypergeometric_prepare(nprand__engine_of(rng), &k->h, ngood, nbad, nsample, NULL);
        k->has_ratios = false;
    } else if (!k->has_ratios) {
        hypergeometric_begin_ratios(nprand__engine_of(rng), k);
    }
    return draw_hypergeometric_kept(nprand__engine_of(rng), k);
}

nprand_status nprand_hypergeometric_fill(nprand_rng *rng, int64_t ngood, int64_t nbad,
                                         int64_t nsample, size_t n, int64_t *out)
{
    nprand_status parameters = check_hypergeometric(rng, ngood, nbad, nsample);
    nprand_status status = nprand__check_fill(rng, parameters, n, sizeof *out, out);
    if (status != NPRAND_OK || n == 0)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    if (hyp_has_lanes(ngood, nbad, nsample)) {
        const struct nprand__parameter p[] = {{&ngood, 0}, {&nbad, 0}, {&nsample, 0}};
        fill_hyp(e, p, 0, n, out);
        return NPRAND_OK;
    }
    struct hypergeometric h;
    hypergeometric_prepare(e, &h, ngood, nbad, nsample, NULL);
    nprand__fill_by_attempts(e, hypergeometric_attempts, &h, h.many, n, out);
    return NPRAND_OK;
}

/* NumPy compares the sums of all values first, then looks at each parameter in turn. */
static nprand_status check_hypergeometric_each(const nprand_rng *rng,
                                               const struct nprand__parameter *p, size_t n)
{
    nprand_status status = nprand__check_parameters(p, 3, n);
    if (status != NPRAND_OK)
        return status;
    const size_t sets = nprand__sets_to_check(p, 3, n);
    for (size_t i = 0; i < sets; i++) {
        if (wrapping_sum(nprand__int64_at(&p[0], i), nprand__int64_at(&p[1], i)) <
            nprand__int64_at(&p[2], i))
            return NPRAND_NSAMPLE_TOO_LARGE;
    }
    status = nprand__both(nprand__all_counts(rng, &p[0], n, NPRAND_NGOOD_NEGATIVE),
                          nprand__all_counts(rng, &p[1], n, NPRAND_NBAD_NEGATIVE));
    const size_t samples = nprand__values_to_check(&p[2], n);
    for (size_t i = 0; i < samples && status == NPRAND_OK; i++)
        status = nprand__int64_at(&p[2], i) < 1 ? NPRAND_EACH_NSAMPLE_BELOW_1 : NPRAND_OK;
    for (size_t i = 0; i < sets && status == NPRAND_OK; i++)
        status =
            check_hypergeometric_returns(rng, nprand__int64_at(&p[0], i),
                                         nprand__int64_at(&p[1], i), nprand__int64_at(&p[2], i));
    return status;
}

/* How many values from index first on are drawn by HYP, in lanes. */
static size_t hyp_run(const struct nprand__parameter *p, size_t first, size_t n)
{
    size_t i = first;
    while (i < n && hyp_has_lanes(nprand__int64_at(&p[0], i), nprand__int64_at(&p[1], i),
                                  nprand__int64_at(&p[2], i)))
        i++;
    return i - first;
}

nprand_status nprand_hypergeometric_each(nprand_rng *rng, const int64_t *ngood,
                                         ptrdiff_t ngood_step, const int64_t *nbad,
                                         ptrdiff_t nbad_step, const int64_t *nsample,
                                         ptrdiff_t nsample_step, size_t n, int64_t *out)
{
    const struct nprand__parameter p[] = {
        {ngood, ngood_step}, {nbad, nbad_step}, {nsample, nsample_step}};
    const nprand_status parameters = check_hypergeometric_each(rng, p, n);
    const nprand_status status = nprand__check_each(rng, parameters, p, 3, n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    double factorials[FACTORIALS];
    for (size_t i = 0; i < FACTORIALS; i++)
        factorials[i] = (double)NAN;
    for (size_t i = 0; i < n;) {
        const size_t run = hyp_run(p, i, n);
        fill_hyp(e, p, i, run, out + i);
        i += run;
        if (i < n) {
            struct hypergeometric h;
            hypergeometric_prepare(e, &h, nprand__int64_at(&p[0], i), nprand__int64_at(&p[1], i),
                                   nprand__int64_at(&p[2], i), factorials);
            out[i] = draw_hypergeometric(e, &h);
        }
        i++;
    }
    return NPRAND_OK;
}
