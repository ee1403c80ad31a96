/* SPDX-License-Identifier: BSD-3-Clause
 *
 * zipf: x = 1, 2, ... with a chance proportional to x^-a.
 *
 * Source: L. Devroye, Non-Uniform Random Variate Generation (1986), X.6.1.
 */
#include "../backend/libm.h"
#include "../backend/rank.h"

#include "attempts.h"
#include "kept.h"
#include "parameter.h"

/* The values up to ZIPF_FEW have rows. */
enum { ZIPF_FEW = 8 };

/* What the quick tests compare the two uniforms of an attempt with. Row r is of x = r + 1. The last
 * row is of all larger x, for which the quick tests decide nothing. */
struct NPRAND__MAY_ALIAS zipf_rows {
    float bounds[ZIPF_FEW + 1]; /* 1 - U above bounds[r] makes x > r + 1; infinity */
    double low[ZIPF_FEW + 1], high[ZIPF_FEW + 1]; /* V is accepted up to low, rejected from high */
};

struct NPRAND__MAY_ALIAS zipf {
    double a;
    double b;         /* 2^(a-1) */
    double limit;     /* the largest x, as a double */
    double many;      /* attempts */
    bool is_complete; /* whether zipf_complete() was called */
    bool has_rows;
    struct zipf_rows rows;
};

static_assert(sizeof(struct zipf) <= sizeof(((struct nprand__kept *)0)->setup),
              "a scalar call keeps what is prepared");

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

/* Of n U makes x; of n x makes t. */
static inline void zipf_powers(const struct zipf *p, size_t n, double *x, double *t)
{
    const double am1 = p->a - 1.0;
    nprand__pow_array(n, x, -1.0 / am1);
    for (size_t i = 0; i < n; i++)
        x[i] = floor(x[i]);
    for (size_t i = 0; i < n; i++)
        t[i] = 1.0 + 1.0 / x[i];
    nprand__pow_array(n, t, am1);
}

/* n attempts. Returns how many values they give. */
static inline size_t zipf_attempts_below_1025(struct nprand__engine *e, const struct zipf *p,
                                              size_t n, double *work, int64_t *out)
{
    double *const pairs = work, *const x = work + 2 * n, *const t = work + 3 * n;
    nprand__fill_attempts(e, n, pairs);
    for (size_t i = 0; i < n; i++)
        x[i] = 1.0 - pairs[2 * i];
    zipf_powers(p, n, x, t);
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        out[count] = nprand__to_long(e, x[i]);
        count += zipf_accepts(p->limit, p->b, x[i], t[i], pairs[2 * i + 1]);
    }
    return count;
}

/* ---- Rows: most attempts without a power ---- */

/* U^(-1/(a-1)) is x or more if U <= x^-(a-1). For x = 1, t is b, and every V is accepted:
 * V (b - 1) / (b - 1) <= 1. Larger x are accepted if V <= (b - 1) / b * t / (x (t - 1)), with which
 * V is compared with a margin of 1e-9. The relative errors of these bounds, and those of NumPy's
 * own test, are below 1e-12. */
static void zipf_prepare_rows(struct zipf *p)
{
    struct zipf_rows *const rows = &p->rows;
    const double am1 = p->a - 1.0, share = (p->b - 1.0) / p->b;
    double power[ZIPF_FEW], t[ZIPF_FEW];
    for (int r = 0; r < ZIPF_FEW; r++) {
        power[r] = r + 2;
        t[r] = 1.0 + 1.0 / (r + 1);
    }
    nprand__pow_array(ZIPF_FEW, power, -am1);
    nprand__pow_array(ZIPF_FEW, t, am1);
    for (int r = 0; r < ZIPF_FEW; r++) {
        const double most = share * (t[r] / (t[r] - 1.0)) / (r + 1);
        rows->bounds[r] = (float)(1.0 - power[r]);
        rows->low[r] = r == 0 ? 1.0 : (1.0 - 1e-9) * most;
        rows->high[r] = r == 0 ? 1.0 : (1.0 + 1e-9) * most;
    }
    rows->bounds[ZIPF_FEW] = (float)INFINITY;
    rows->low[ZIPF_FEW] = -1.0;
    rows->high[ZIPF_FEW] = 2.0;
}

/* What the quick tests say of an attempt. is_open: they do not decide it. */
struct zipf_verdict {
    int32_t x;
    bool is_accepted, is_open;
};

/* rank is that of the first uniform, 1 - U. Without a rank, the last row is taken. */
static inline struct zipf_verdict zipf_judge(const struct zipf_rows *rows, int32_t rank, double v)
{
    const uint32_t row = rank < 0 ? ZIPF_FEW : (uint32_t)rank;
    const bool is_accepted = v <= rows->low[row], is_rejected = v >= rows->high[row];
    return (struct zipf_verdict){rank + 1, is_accepted, !(is_accepted | is_rejected)};
}

/* One attempt by rows. */
static inline size_t zipf_attempt_by_rows(struct nprand__engine *e, const struct zipf *p,
                                          int64_t *out)
{
    const double u = nprand__next_double(e), v = nprand__next_double(e);
    const int32_t rank = nprand__rank((float)u, ZIPF_FEW, p->rows.bounds);
    const struct zipf_verdict verdict = zipf_judge(&p->rows, rank, v);
    *out = verdict.x;
    if (!verdict.is_open)
        return verdict.is_accepted;
    double x = 1.0 - u, t;
    zipf_powers(p, 1, &x, &t);
    *out = nprand__to_long(e, x);
    return zipf_accepts(p->limit, p->b, x, t, v);
}

/* n attempts by rows. Those that the quick tests leave open are computed together, with powers. */
static inline size_t zipf_attempts_by_rows(struct nprand__engine *e, const struct zipf *p, size_t n,
                                           double *work, int64_t *out)
{
    double *const pairs = work, *const x = work + 2 * n, *const t = work + 3 * n;
    float u[NPRAND__ATTEMPTS];
    int32_t rank[NPRAND__ATTEMPTS];
    int64_t value[NPRAND__ATTEMPTS];
    unsigned char is_accepted[NPRAND__ATTEMPTS], place[NPRAND__ATTEMPTS];
    nprand__fill_attempts(e, n, pairs);
    for (size_t i = 0; i < n; i++)
        u[i] = (float)pairs[2 * i];
    nprand__backend()->ranks(n, u, ZIPF_FEW, p->rows.bounds, rank);
    size_t open = 0;
    for (size_t i = 0; i < n; i++) {
        const struct zipf_verdict verdict = zipf_judge(&p->rows, rank[i], pairs[2 * i + 1]);
        value[i] = verdict.x;
        is_accepted[i] = verdict.is_accepted;
        place[open] = (unsigned char)i;
        open += verdict.is_open;
    }
    for (size_t j = 0; j < open; j++)
        x[j] = 1.0 - pairs[2 * (size_t)place[j]];
    zipf_powers(p, open, x, t);
    for (size_t j = 0; j < open; j++) {
        const size_t i = place[j];
        value[i] = nprand__to_long(e, x[j]);
        is_accepted[i] = zipf_accepts(p->limit, p->b, x[j], t[j], pairs[2 * i + 1]);
    }
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        out[count] = value[i];
        count += is_accepted[i];
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
    if (p->has_rows)
        return n == 1 ? zipf_attempt_by_rows(e, p, out) : zipf_attempts_by_rows(e, p, n, work, out);
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

/* Prepares *p without rows. */
static void zipf_prepare(struct zipf *p, const struct nprand__engine *e, double a)
{
    p->a = a;
    p->b = zipf_power_of_two(a - 1.0);
    p->limit = zipf_limit(e);
    p->many = nprand__many_attempts(zipf_expected_attempts(a, p->limit));
    p->is_complete = p->has_rows = false;
}

/* Adds the rows, if they save time: if x is 8 or more for less than half of the attempts, b^-3 of
 * them. From a = 324 on, powers underflow, which a program may trap. Measured with rows, and
 * without: a = 2, an array 6.0 and 11.7 ns, a call 21 and 68; a = 3, a call 14 and 65. */
static void zipf_complete(struct zipf *p)
{
    p->has_rows = p->a < 300.0 && p->b * p->b * p->b > 2.0;
    p->is_complete = true;
    if (p->has_rows)
        zipf_prepare_rows(p);
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

static int64_t draw_zipf(struct nprand__engine *e, struct zipf *p)
{
    return nprand__draw_by_attempts(e, zipf_attempts, p, p->many);
}

/* Rows take more time than a value. They are made at the second call with the same a. */
int64_t nprand_zipf(nprand_rng *rng, double a)
{
    const uint64_t method = NPRAND__KEPT_ZIPF, bits = nprand__to_bits(a);
    struct zipf *p = (struct zipf *)nprand__kept(rng, method, bits, 0);
    if (p == NULL) {
        if (!nprand__accept(rng, check_zipf(rng, a)))
            return NPRAND_INVALID;
        p = (struct zipf *)nprand__keep(rng, method, bits, 0);
        zipf_prepare(p, nprand__engine_of(rng), a);
    } else if (!p->is_complete) {
        zipf_complete(p);
    }
    return draw_zipf(nprand__engine_of(rng), p);
}

/* So many values are worth rows. */
enum { ZIPF_WORTH_ROWS = 32 };

nprand_status nprand_zipf_fill(nprand_rng *rng, double a, size_t n, int64_t *out)
{
    nprand_status status = nprand__check_fill(rng, check_zipf(rng, a), n, sizeof *out, out);
    if (status != NPRAND_OK || n == 0)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    struct zipf p;
    zipf_prepare(&p, e, a);
    if (n >= ZIPF_WORTH_ROWS)
        zipf_complete(&p);
    nprand__fill_by_attempts(e, zipf_attempts, &p, p.many, n, out);
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
    struct zipf alone;
    zipf_prepare(&alone, e, nprand__double_at(p->a, p->first + i));
    p->out[i] = draw_zipf(e, &alone);
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
