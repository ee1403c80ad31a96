/* SPDX-License-Identifier: BSD-3-Clause
 *
 * zipf: x = 1, 2, ... with a chance proportional to x^-a.
 *
 * Source: L. Devroye, Non-Uniform Random Variate Generation (1986), X.6.1.
 */
#include "../backend/libm.h"

#include "attempts.h"
#include "parameter.h"

struct zipf {
    double a;
    double b;     /* 2^(a-1) */
    double limit; /* the largest x, as a double */
};

/* ---- One attempt, and many ---- */

/* 2^(a-1) by pow, as NumPy computes it. Clang replaces pow of a constant 2 by exp2, which gives
 * other bits. It does not see the constant behind volatile. */
static double zipf_power_of_two(double exponent)
{
    volatile double two = 2.0;
    return nprand__pow(two, exponent);
}

/* x = floor(U^(-1/(a-1))), where U is 1 - a uniform. t = (1 + 1/x)^(a-1). With another uniform V, x
 * is accepted if V x (t - 1) / (b - 1) <= t / b. */
static inline bool zipf_accepts(double limit, double b, double x, double t, double v)
{
    return (x <= limit) & (x >= 1.0) & (v * x * (t - 1.0) / (b - 1.0) <= t / b);
}

/* n attempts. Returns how many values they give. */
static inline size_t zipf_attempts_below_1025(struct nprand__engine *e, const struct zipf *p,
                                              size_t n, double *work, int64_t *out)
{
    double *const pairs = work, *const x = work + 2 * n, *const t = work + 3 * n;
    const double b = p->b, limit = p->limit, am1 = p->a - 1.0;
    nprand__fill_attempts(e, n, pairs);
    for (size_t i = 0; i < n; i++)
        x[i] = 1.0 - pairs[2 * i];
    nprand__pow_array(n, x, -1.0 / am1);
    for (size_t i = 0; i < n; i++)
        x[i] = floor(x[i]);
    for (size_t i = 0; i < n; i++)
        t[i] = 1.0 + 1.0 / x[i];
    nprand__pow_array(n, t, am1);
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        out[count] = nprand__to_long(e, x[i]);
        count += zipf_accepts(limit, b, x[i], t[i], pairs[2 * i + 1]);
    }
    return count;
}

/* From a = 1025 on, b is infinite. NumPy then accepts no attempt and never returns. Here the value
 * is 1, which is right except for one value in 2^1024. Releases before 1.14 accepted the first
 * attempt, which takes 4 words. */
static void zipf_ones(struct nprand__engine *e, size_t n, int64_t *out)
{
    for (size_t i = 0; i < n; i++) {
        if (e->release < NPRAND__RELEASE(1, 14, 0)) {
            nprand__next_uint64(e);
            nprand__next_uint64(e);
        }
        out[i] = 1;
    }
}

static inline size_t zipf_attempts(struct nprand__engine *e, void *method, size_t n, double *work,
                                   int64_t *out)
{
    const struct zipf *p = (const struct zipf *)method;
    if (p->a < 1025.0)
        return zipf_attempts_below_1025(e, p, n, work, out);
    zipf_ones(e, n, out);
    return n;
}

/* ---- Parameters ---- */

/* LONG_MAX as a double. For a long of 64 bits it is rounded up to 2^63: x = 2^63 is accepted, and
 * its cast gives LONG_MIN. Releases before 1.14 cast x before they compared it, and rejected
 * 2^63. */
static double zipf_limit(const struct nprand__engine *e)
{
    double limit = (double)(e->long_bits == 32 ? INT32_MAX : INT64_MAX);
    bool rejects = limit == 0x1p63 && e->release < NPRAND__RELEASE(1, 14, 0);
    return rejects ? nextafter(limit, 0.0) : limit;
}

static struct zipf zipf_prepare(const struct nprand__engine *e, double a)
{
    return (struct zipf){a, zipf_power_of_two(a - 1.0), zipf_limit(e)};
}

/* A bound for the attempts that a value is expected to take. x fits a long of w bits and a sign if
 * U >= 2^(-w (a-1)). The chance of that is 1 - exp(-y) > y / (1 + y), where y = w ln 2 (a-1). Of
 * the x that fit, a share of ln 2 or more is accepted: 0.87 was measured for a near 1, and more for
 * larger a. */
static double zipf_expected_attempts(double a, double limit)
{
    const double ln2 = 0.6931471805599453;
    double y = (limit > 0x1p31 ? 63.0 : 31.0) * ln2 * (a - 1.0);
    return (1.0 + 1.0 / y) / ln2;
}

static double zipf_many_attempts(const struct zipf *p)
{
    return nprand__many_attempts(zipf_expected_attempts(p->a, p->limit));
}

static nprand_status zipf_constraint(double a, nprand_status refusal)
{
    return a > 1.0 ? NPRAND_OK : refusal;
}

/* Whether a value is expected to take too many attempts. */
static nprand_status check_zipf_attempts(const nprand_rng *rng, double a)
{
    return nprand__check_attempts(zipf_expected_attempts(a, (double)nprand__long_max(rng)));
}

static nprand_status check_zipf(const nprand_rng *rng, double a)
{
    if (zipf_constraint(a, NPRAND_A_NOT_ABOVE_1) != NPRAND_OK)
        return NPRAND_A_NOT_ABOVE_1;
    return check_zipf_attempts(rng, a);
}

/* ---- Public functions ---- */

static int64_t draw_zipf(struct nprand__engine *e, double a)
{
    struct zipf p = zipf_prepare(e, a);
    return nprand__draw_by_attempts(e, zipf_attempts, &p, zipf_many_attempts(&p));
}

int64_t nprand_zipf(nprand_rng *rng, double a)
{
    if (!nprand__accept(rng, check_zipf(rng, a)))
        return NPRAND_INVALID;
    return draw_zipf(nprand__engine_of(rng), a);
}

nprand_status nprand_zipf_fill(nprand_rng *rng, double a, size_t n, int64_t *out)
{
    nprand_status status = nprand__check_fill(rng, check_zipf(rng, a), n, sizeof *out, out);
    if (status != NPRAND_OK || n == 0)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    struct zipf p = zipf_prepare(e, a);
    nprand__fill_by_attempts(e, zipf_attempts, &p, zipf_many_attempts(&p), n, out);
    return NPRAND_OK;
}

/* ---- Each ---- */

enum { ZIPF_PIECE = 128 }; /* elements that are prepared together */

struct zipf_piece {
    const struct nprand__engine *e;
    const struct nprand__parameter *a;
    size_t first; /* index of element 0 */
    int64_t *out; /* of element 0 */
    double limit;
    double am1[ZIPF_PIECE], b[ZIPF_PIECE];   /* a - 1, and b */
    double b16[ZIPF_PIECE], low[ZIPF_PIECE]; /* of the quick tests */
    size_t open; /* elements that are accepted, and whose x is not computed yet */
    size_t place[ZIPF_PIECE];
    double u[ZIPF_PIECE];
};

/* What the quick tests compare U and V with.
 *
 * If U b > 1, U^(-1/(a-1)) is below 2, and x is 1. x = 1 is always accepted: t is then b, and
 * V (b - 1) / (b - 1) <= 1 for each V < 1.
 *
 * For larger x, V is accepted if V <= (b - 1) / b * t / (x (t - 1)). The last factor is above
 * 1 / (a - 1), since 1 - 1/t <= ln t = (a - 1) ln(1 + 1/x) <= (a - 1) / x. V is therefore accepted
 * for every x if V <= (b - 1) / (b (a - 1)). low is this limit, lowered by 1e-6 of it for rounding:
 * t - 1 has a relative error of 2^-52 x / (a - 1), which is below 2e-7 for x < 2^16 and
 * a - 1 >= 1e-4. x is below 2^16 if U b^16 > 1.
 *
 * The relative errors of the powers are below 1e-12, and U is compared with a margin of 1e-9. */
static void zipf_prepare_piece(struct zipf_piece *p, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        p->am1[i] = nprand__double_at(p->a, p->first + i) - 1.0;
        p->b[i] = 2.0;
    }
    nprand__pow_arrays(n, p->b, p->am1);
    for (size_t i = 0; i < n; i++) {
        const double b = p->b[i], b4 = b * b * b * b;
        p->b16[i] = b4 * b4 * b4 * b4;
        p->low[i] = p->am1[i] >= 1e-4 ? (1.0 - 1e-6) * (b - 1.0) / (b * p->am1[i]) : 0.0;
    }
    p->open = 0;
}

static void zipf_alone(struct nprand__engine *e, void *method, size_t i)
{
    const struct zipf_piece *p = (const struct zipf_piece *)method;
    p->out[i] = draw_zipf(e, nprand__double_at(p->a, p->first + i));
}

/* The test of U and V for element i, where the quick tests leave the result open. */
static bool zipf_accepts_exactly(const struct zipf_piece *p, size_t i, double u, double v)
{
    const double x = floor(nprand__pow(u, -1.0 / p->am1[i]));
    return zipf_accepts(p->limit, p->b[i], x, nprand__pow(1.0 + 1.0 / x, p->am1[i]), v);
}

/* Three attempts in four need no power for their test. The powers that make the values x are
 * computed together, by zipf_finish_piece(). */
static size_t zipf_some(void *method, size_t i, size_t n, size_t count, const double *pairs,
                        size_t *used)
{
    struct zipf_piece *const p = (struct zipf_piece *)method;
    const size_t end = i + n;
    size_t k = i, j = 0;
    for (; k < end && j + 2 <= count && p->am1[k] < 1024.0; j += 2) {
        const double u = 1.0 - pairs[j], v = pairs[j + 1];
        if (u * p->b[k] > 1.0 + 1e-9) {
            p->out[k++] = 1;
            continue;
        }
        const bool quick = (u * p->b16[k] > 1.0 + 1e-9) & (v < p->low[k]);
        p->place[p->open] = k;
        p->u[p->open] = u;
        if (quick || zipf_accepts_exactly(p, k, u, v)) {
            p->open++;
            k++;
        }
    }
    *used = j;
    return k - i;
}

/* Computes the x that are still missing. */
static void zipf_finish_piece(struct zipf_piece *p)
{
    double y[ZIPF_PIECE];
    for (size_t j = 0; j < p->open; j++)
        y[j] = -1.0 / p->am1[p->place[j]];
    nprand__pow_arrays(p->open, p->u, y);
    for (size_t j = 0; j < p->open; j++)
        p->out[p->place[j]] = nprand__to_long(p->e, floor(p->u[j]));
}

/* The smallest a takes most attempts. */
static nprand_status check_zipf_each(const nprand_rng *rng, const struct nprand__parameter *p,
                                     size_t n)
{
    const nprand_status status = nprand__all(p, n, zipf_constraint, NPRAND_EACH_A_NOT_ABOVE_1);
    const size_t count = nprand__values_to_check(p, n);
    double least = (double)INFINITY;
    for (size_t i = 0; i < count && status == NPRAND_OK; i++)
        least = nprand__double_at(p, i) < least ? nprand__double_at(p, i) : least;
    return status != NPRAND_OK ? status : check_zipf_attempts(rng, least);
}

nprand_status nprand_zipf_each(nprand_rng *rng, const double *a, ptrdiff_t a_step, size_t n,
                               int64_t *out)
{
    static const struct nprand__rounds rounds = {zipf_some, zipf_alone};
    const struct nprand__parameter of[] = {{a, a_step}};
    const nprand_status parameters = check_zipf_each(rng, of, n);
    const nprand_status status = nprand__check_each(rng, parameters, of, 1, n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    struct zipf_piece p = {.e = e, .a = of, .limit = zipf_limit(e)};
    for (p.first = 0; p.first < n; p.first += ZIPF_PIECE) {
        const size_t size = nprand__min(n - p.first, ZIPF_PIECE);
        p.out = out + p.first;
        zipf_prepare_piece(&p, size);
        nprand__each_in_rounds(e, &rounds, &p, 0, size);
        zipf_finish_piece(&p);
    }
    return NPRAND_OK;
}
