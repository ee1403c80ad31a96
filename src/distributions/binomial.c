/* SPDX-License-Identifier: BSD-3-Clause
 *
 * binomial: by inversion for a mean of up to 30, by BTPE for larger means.
 *
 * Sources: inversion by sequential search, L. Devroye, Non-Uniform Random Variate Generation
 * (1986), X.4.1; BTPE of V. Kachitvichyanukul and B. W. Schmeiser, "Binomial random variate
 * generation", CACM 31 (1988), 216-222, whose step numbers and constants are used below.
 */
#include "binomial.h"

#include "../backend/btpe.h"
#include "../backend/libm.h"
#include "../backend/rank.h"
#include "../math/bits.h"

#include "ahead.h"
#include "kept.h"
#include "memo.h"
#include "parameter.h"

static_assert(sizeof(struct nprand__binomial) <= sizeof(((struct nprand__kept *)0)->setup),
              "a set-up is kept");

/* n less x if the binomial is mirrored; modulo 2^64, for LONG_MIN. */
static int64_t binomial_mirror(const struct nprand__binomial *b, int64_t x)
{
    return b->mirrored ? nprand__to_int64((uint64_t)b->n - (uint64_t)x) : x;
}

/* ---- Inversion ---- */

/* Trials up to which the rounding of 1 - p costs no attempts. */
static const int64_t BINOMIAL_EXACT = INT64_C(1) << 53;

/* BTPE accepts the triangle, p1 of the envelope's p4, without a test: more than a quarter.
 *
 * Inversion starts again if the chances that it adds up end before u. They are q^n times the terms
 * of (1 + r/q)^n, and add up to (q + r)^n = exp(-d). That is 1, apart from the rounding of
 * q = 1 - r, which takes up to 2^-54 from q + r: d = n ((1 - q) - r), where 1 - q is exact. With
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

/* The search ends ten standard deviations above the mean, which is below 86, since np <= 30. A
 * multinomial's r can be below 0, and the operand of the root too: NumPy's bound is then
 * (long)NaN. */
static int64_t inversion_bound(const struct nprand__engine *e, double n, double r, double q)
{
    double np = n * r;
    double operand = np * q + 1.0;
    double bound = operand >= 0.0 ? np + 10.0 * sqrt(operand) : (double)NAN;
    return nprand__to_long(e, n < bound ? n : bound);
}

static void inversion_prepare(const struct nprand__engine *e, struct nprand__binomial *b,
                              double chance_of_0)
{
    b->chance_of_0 = chance_of_0;
    b->has_table = false;
    b->bound = inversion_bound(e, (double)b->n, b->r, b->q);
}

/* The chance of x + 1, where px is the chance of x. */
static inline double inversion_next_chance(const struct nprand__binomial *b, int64_t x, double px)
{
    double n_minus_x_r = (double)(b->n - x) * b->r;
    return (n_minus_x_r * px) / ((double)(x + 1) * b->q);
}

/* Whether the chances reach u. If they do, *result is the first x at which they do. */
static inline bool inversion_search(const struct nprand__binomial *b, double u, int64_t *result)
{
    const int64_t bound = b->bound;
    double px = b->chance_of_0;
    int64_t x = 0;
    /* Beyond the bound, nothing of the distribution is left but rounding. */
    while (u > px && x < bound) {
        u -= px;
        px = inversion_next_chance(b, x, px);
        x++;
    }
    *result = x;
    return !(u > px);
}

/* ---- Inversion with a table of sums ----
 *
 * The search subtracts the chances p_0, p_1, ... from u. The table has the sums S_x of p_0 to p_x.
 * In numbers without rounding, the search goes beyond x if u > S_x. In any rounding mode, each
 * difference of the search is rounded by at most 2^-53, and each sum, which is below 2, by at most
 * 2^-52. The errors of 48 differences and 48 sums are together below 2^-45. The table and u are
 * floats: u has a rank among the sums if it is farther than 2^-20 from all of them. The search
 * therefore ends at this rank: the chances are not negative, and the sums ascend. If u is nearer to
 * a sum, the search itself is made. */

/* A mean below which the first search takes less time than a new table. */
static const double INVERSION_SHORT = 4.0;

static void sums_begin(struct nprand__binomial *b)
{
    b->has_table = true;
    b->known = 0;
    b->px = b->chance_of_0;
    b->sum = 0.0;
    b->sums[0] = (float)INFINITY;
}

/* Adds the next sum. */
static void sums_add(struct nprand__binomial *b)
{
    if (b->known % NPRAND__SUMS_GROUP == 0) {
        for (uint32_t i = 0; i <= NPRAND__SUMS_GROUP; i++)
            b->sums[b->known + i] = (float)INFINITY;
    }
    if (b->known > 0)
        b->px = inversion_next_chance(b, (int64_t)b->known - 1, b->px);
    b->sum += b->px;
    b->sums[b->known++] = (float)b->sum;
}

/* Adds sums until one of them is above u. Only a multinomial's r can be below 0. The table then
 * stays empty. */
static void sums_extend(struct nprand__binomial *b, double u)
{
    while (b->r >= 0.0 && b->known < NPRAND__SUMS && b->known <= b->bound &&
           (b->known == 0 || !(b->sum - u > 2.0 * (double)NPRAND__RANK_MARGIN)))
        sums_add(b);
}

/* Whether a uniform of this rank among so many sums has a value, which is the rank. */
static inline bool sums_give(uint32_t known, int32_t rank)
{
    return rank >= 0 && (uint32_t)rank < known;
}

/* The sums that are known, in whole groups. */
static inline size_t sums_to_compare(const struct nprand__binomial *b)
{
    return (b->known + NPRAND__SUMS_GROUP - 1) / NPRAND__SUMS_GROUP * NPRAND__SUMS_GROUP;
}

/* Whether the table gives the result for u. */
static inline bool sums_find(const struct nprand__binomial *b, float u, int64_t *result)
{
    const int32_t rank = nprand__rank(u, sums_to_compare(b), b->sums);
    *result = rank;
    return sums_give(b->known, rank);
}

/* The same as inversion_search(), by the table. With a small mean, the first draw does not use the
 * table. */
static inline bool inversion_look_up(struct nprand__binomial *b, double u, int64_t *result)
{
    if (!b->has_table) {
        sums_begin(b);
        if (b->r * (double)b->n < INVERSION_SHORT)
            return inversion_search(b, u, result);
    }
    if (sums_find(b, (float)u, result))
        return true;
    sums_extend(b, u);
    return sums_find(b, (float)u, result) || inversion_search(b, u, result);
}

/* ---- Inversion of one value, and many ---- */

static inline int64_t invert_binomial(struct nprand__engine *e, struct nprand__binomial *b)
{
    int64_t x;
    for (double vain = 0.0; !inversion_look_up(b, nprand__next_double(e), &x); vain++) {
        if (vain > nprand__many_attempts(b->attempts))
            return NPRAND_INVALID;
    }
    return x;
}

/* The same for n <= NPRAND__ATTEMPTS uniforms, with a table. Returns how many values they give. */
NPRAND__NOINLINE static size_t inversion_look_up_array(struct nprand__binomial *b, size_t n,
                                                       const double *u, int64_t *out)
{
    const uint32_t known = b->known; /* before a value adds sums */
    float x[NPRAND__ATTEMPTS];
    int32_t rank[NPRAND__ATTEMPTS];
    if (n == 0)
        return 0;
    for (size_t i = 0; i < n; i++)
        x[i] = (float)u[i];
    nprand__backend()->ranks(n, x, sums_to_compare(b), b->sums, rank);
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        if (sums_give(known, rank[i]))
            out[count++] = rank[i];
        else
            count += inversion_look_up(b, u[i], &out[count]);
    }
    return count;
}

enum { INVERSION_FIRST = 16 };

/* n attempts. Returns how many values they give. */
static inline size_t inversion_attempts(struct nprand__engine *e, struct nprand__binomial *b,
                                        size_t n, double *u, int64_t *out)
{
    size_t count = 0;
    if (n == 1)
        u[0] = nprand__next_double(e);
    else
        nprand__fill_doubles(e, n, u);
    /* One by one until the table has most sums. */
    const size_t alone = b->has_table ? 0 : nprand__min(n, INVERSION_FIRST);
    for (size_t i = 0; i < alone; i++)
        count += inversion_look_up(b, u[i], &out[count]);
    count += inversion_look_up_array(b, n - alone, u + alone, out + count);
    for (size_t i = 0; i < count; i++)
        out[i] = binomial_mirror(b, out[i]);
    return count;
}

/* ---- BTPE: set-up ---- */

/* The quick test holds where the squeeze of step 5.2 holds, and where no integer of NumPy wraps,
 * even if a long has 32 bits: n + 1, and the square of a distance, 46340^2 < 2^31. */
static double btpe_reach(const struct nprand__btpe *b)
{
    const double most = 46340.0, reach = b->nrq / 2.0 - 1.0;
    if (b->n >= INT32_MAX)
        return -1.0;
    return reach < most ? reach : most;
}

static inline void btpe_prepare(const struct nprand__engine *e, struct nprand__btpe *b,
                                int64_t trials, double r)
{
    const double n = (double)trials, fm = n * r + r;
    b->n = trials;
    b->m = nprand__floor_to_long(e, fm);
    b->r = r;
    b->q = 1.0 - r;
    const double p1 = nprand__floor(nprand__btpe_width(n, r, b->q)) + 0.5;
    const struct nprand__hat hat = nprand__btpe_hat(r, b->q, fm, (double)b->m, p1);
    b->p1 = hat.p1;
    b->p2 = hat.p2;
    b->p3 = hat.p3;
    b->p4 = hat.p4;
    b->xm = hat.xm;
    b->xl = hat.xl;
    b->xr = hat.xr;
    b->c = hat.c;
    b->laml = hat.laml;
    b->lamr = hat.lamr;
    b->nrq = n * r * b->q;
    b->reach = btpe_reach(b);
}

/* ---- BTPE: step 5, the test of a candidate ---- */

/* Step 5.1: f(y) / f(m) by its recursion, for y near m. */
static double btpe_density_ratio(const struct nprand__engine *e, const struct nprand__btpe *b,
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

/* The correction of Stirling's formula in the final test: the series 1/12x - 1/360x^3 + ..., times
 * 166320, in Horner's form. The paper subtracts two of the four terms, and has 13860 in place of
 * 13680: NumPy does this; do not repair. */
static double btpe_stirling(double x)
{
    double x2 = x * x;
    return (13680.0 - (462.0 - (132.0 - (99.0 - 140.0 / x2) / x2) / x2) / x2) / x / 166320.0;
}

/* The operands of Stirling's formula: y + 1 and m + 1, n + 1 - m, n - y + 1. Releases before 2.4
 * computed them as integers, which gives other doubles for n >= 2^53. */
static bool btpe_has_doubles(const struct nprand__engine *e)
{
    return e->release >= NPRAND__RELEASE(2, 4, 0);
}

static double btpe_successor(const struct nprand__engine *e, int64_t x)
{
    if (btpe_has_doubles(e))
        return (double)x + 1.0;
    return (double)nprand__wrap(e, (uint64_t)x + 1);
}

static double btpe_failures_at_mode(const struct nprand__engine *e, int64_t n, int64_t m)
{
    if (btpe_has_doubles(e))
        return (double)n + 1.0 - (double)m;
    return (double)nprand__wrap(e, (uint64_t)n + 1 - (uint64_t)m);
}

static double btpe_failures(const struct nprand__engine *e, int64_t n, int64_t y)
{
    if (btpe_has_doubles(e))
        return (double)n - (double)y + 1.0;
    return (double)nprand__wrap(e, (uint64_t)n - (uint64_t)y + 1);
}

/* Step 5.3: the bound of ln v in the final test. */
static double btpe_log_bound(const struct nprand__engine *e, const struct nprand__btpe *b,
                             int64_t y)
{
    double x1 = btpe_successor(e, y);
    double f1 = btpe_successor(e, b->m);
    double z = btpe_failures_at_mode(e, b->n, b->m);
    double w = btpe_failures(e, b->n, y);
    return b->xm * nprand__log(f1 / x1) + ((double)(b->n - b->m) + 0.5) * nprand__log(z / w) +
           (double)(y - b->m) * nprand__log(w * b->r / (x1 * b->q)) + btpe_stirling(f1) +
           btpe_stirling(z) + btpe_stirling(x1) + btpe_stirling(w);
}

static int64_t btpe_distance(const struct nprand__btpe *b, int64_t y)
{
    return y > b->m ? y - b->m : b->m - y;
}

/* Whether steps 5.2 and 5.3 test y, otherwise step 5.1. Releases before 1.9 computed step 5.1 for
 * every y, ignored its result, and went on to step 5.2, except for y = m. */
static bool btpe_is_far(const struct nprand__engine *e, const struct nprand__btpe *b, int64_t y)
{
    int64_t k = btpe_distance(b, y);
    if (e->release < NPRAND__RELEASE(1, 9, 0))
        return k > 0;
    return k > 20 && (double)k < b->nrq / 2.0 - 1.0;
}

/* The bound of v, or of its logarithm if y is far. */
static double btpe_bound(const struct nprand__engine *e, const void *parameters, int64_t y)
{
    const struct nprand__btpe *b = (const struct nprand__btpe *)parameters;
    return btpe_is_far(e, b, y) ? btpe_log_bound(e, b, y) : btpe_density_ratio(e, b, y);
}

/* Step 5. Step 5.2 is the squeeze: bounds of btpe_log_bound(), t - rho and t + rho, which decide
 * most cases. */
static bool btpe_accepts(const struct nprand__engine *e, const struct nprand__btpe *b,
                         struct nprand__memo *memo, int64_t y, double v)
{
    if (!btpe_is_far(e, b, y))
        return !(v > nprand__memo_value(memo, e, btpe_bound, b, y));
    int64_t distance = btpe_distance(b, y);
    double k = (double)distance;
    double rho = (k / b->nrq) * ((k * (k / 3.0 + 0.625) + 0.16666666666666666) / b->nrq + 0.5);
    double minus_k2 = (double)nprand__wrap(e, 0 - (uint64_t)distance * (uint64_t)distance);
    double t = minus_k2 / (2.0 * b->nrq);
    double log_v = nprand__log(v);
    if (log_v < t - rho)
        return true;
    if (log_v > t + rho)
        return false;
    return !(log_v > nprand__memo_value(memo, e, btpe_bound, b, y));
}

/* ---- BTPE: one attempt, and many ---- */

/* x^32 */
static inline double btpe_power_32(double x)
{
    const double x2 = x * x, x4 = x2 * x2, x8 = x4 * x4, x16 = x8 * x8;
    return x16 * x16;
}

/* Whether v is accepted or rejected. Neither: what is known does not decide. */
struct btpe_decision {
    bool accepts, rejects;
};

/* Step 5.2 says that ln(f(y) / f(m)) is between t - rho and t + rho, where t = -k^2 / (2V) with
 * k = |y - m| and V = n r q. NumPy and the paper make this test for k > 20 alone, and step 5.1 for
 * smaller k. The bounds hold for every k < V/2 - 1:
 *
 * f(y + 1) / f(y) is (1 - d r / V') / (1 + d q / V') with d = y + 1 - (n + 1) r and V' = V + r q.
 * In the sum of the k logarithms, |d| is at most 1, 2, ..., k and below V'/2. The terms of first
 * order differ from t by k / (2V) + k^2 / (8 V^2) at most. The terms of second order are at most
 * (k^3/6 + k^2/4 + k/12) / V^2, and all others (k^3 + k^2) / (12 V^2). The sum of these bounds is
 * below rho, which is k / (2V) + (k^3/3 + 0.625 k^2 + k/6) / V^2.
 *
 * As 1 + x <= exp(x), (1 + (t - rho) / 32)^32 is a lower bound of the quotient f(y) / f(m), and (1
 * - (t + rho) / 32)^-32 an upper bound. v is compared with a margin of 1e-9, which is larger than
 * the rounding here, in step 5.1 and in the squeeze of step 5.2. For k > 20 the squeeze of NumPy
 * decides the same attempts in the same way. One attempt in ten stays open. */
static inline struct btpe_decision btpe_compare(const struct nprand__btpe *b, double y, double v)
{
    const double k = fabs(y - (double)b->m);
    const double inverse = 1.0 / b->nrq, k_over = k * inverse;
    const double rho = k_over * ((k * (k * (1.0 / 3.0) + 0.625) + 1.0 / 6.0) * inverse + 0.5);
    const double t = -0.5 * k * k_over;
    const double low = 1.0 + (t - rho) * (1.0 / 32.0), high = 1.0 - (t + rho) * (1.0 / 32.0);
    const bool is_bounded = (k < b->reach) & (low > 0.0);
    const bool accepts = is_bounded & (v < (1.0 - 1e-9) * btpe_power_32(low));
    const bool rejects = is_bounded & (v * btpe_power_32(high) > 1.0 + 1e-9);
    return (struct btpe_decision){accepts, rejects};
}

/* Steps 2 to 4: a point under a parallelogram or an exponential tail. Returns false if it is
 * rejected. */
static inline bool btpe_point(const struct nprand__engine *e, const struct nprand__btpe *b,
                              double u, double *v, int64_t *y)
{
    if (u <= b->p2) {
        const double x = b->xl + (u - b->p1) / b->c;
        *v = *v * b->c + 1.0 - fabs((double)b->m - x + 0.5) / b->p1;
        *y = nprand__floor_to_long(e, x);
        return !(*v > 1.0);
    }
    const bool is_left = u <= b->p3;
    const double log_v = nprand__log(*v);
    const double x = is_left ? b->xl + log_v / b->laml : b->xr - log_v / b->lamr;
    const bool is_zero = *v == 0.0;
    *v = is_left ? *v * (u - b->p2) * b->laml : *v * (u - b->p3) * b->lamr;
    *y = nprand__floor_to_long(e, x);
    /* y < 0 on the right: LONG_MIN, for a sum above LONG_MAX. */
    return !(*y < 0 || (!is_left && *y > b->n) || is_zero);
}

/* Step 1 accepts the points under the triangle. Steps 2 to 4 choose another point, which step 5
 * tests. */
static inline bool btpe_attempt(const struct nprand__engine *e, const struct nprand__btpe *b,
                                struct nprand__memo *memo, double u, double v, int64_t *result)
{
    u = u * b->p4;
    if (u <= b->p1) {
        *result = nprand__floor_to_long(e, b->xm - b->p1 * v + u);
        return true;
    }
    if (!btpe_point(e, b, u, &v, result))
        return false;
    if (!memo->used) {
        const struct btpe_decision d = btpe_compare(b, (double)*result, v);
        if (d.accepts | d.rejects)
            return d.accepts;
    }
    return btpe_accepts(e, b, memo, *result, v);
}

/* ---- BTPE: many attempts, in passes ----
 *
 * The processor mispredicts which of the four parts of the envelope an attempt takes, and whether
 * the attempt is accepted. Each step is therefore made for all attempts, without such branches: a
 * value of binomial(1000, 0.4) takes 10 ns in place of 17. The arithmetic is that of
 * btpe_attempt(), for fewer than 2^30 trials. */

/* The attempts whose point is not under the triangle. */
struct btpe_tests {
    size_t count;
    unsigned char place[NPRAND__ATTEMPTS]; /* among all attempts */
    double u[NPRAND__ATTEMPTS], v[NPRAND__ATTEMPTS], y[NPRAND__ATTEMPTS];
};

/* Step 1. Writes the values of points under the triangle, and lists the other attempts. For these a
 * value is written too, between 0 and 2^31, which btpe_test_all() replaces. */
static void btpe_list_tests(const struct nprand__btpe *b, size_t n, const double *pairs,
                            struct btpe_tests *t, int64_t *value)
{
    t->count = 0;
    for (size_t i = 0; i < n; i++) {
        const double u = pairs[2 * i] * b->p4, v = pairs[2 * i + 1];
        value[i] = (int32_t)(b->xm - b->p1 * v + u);
        t->place[t->count] = (unsigned char)i;
        t->u[t->count] = u;
        t->v[t->count] = v;
        t->count += !(u <= b->p1);
    }
}

/* Steps 2 to 4, as btpe_point() makes them. v is above 1 for a point that these steps reject. In
 * the tails v is at most c, which is below 1. Under the parallelogram, step 2 rejects v above 1:
 * step 5.1 could accept it, since the density at y, by rounding, can be above the density at m. */
static void btpe_make_points(const struct nprand__btpe *b, struct btpe_tests *t)
{
    double log_v[NPRAND__ATTEMPTS];
    const double end = (double)b->n + 1.0, m = (double)b->m;
    for (size_t j = 0; j < t->count; j++)
        log_v[j] = t->v[j] > 0.0 ? t->v[j] : 1.0;
    nprand__log_array(t->count, log_v);
    for (size_t j = 0; j < t->count; j++) {
        const double u = t->u[j], v = t->v[j];
        const uint64_t tail = nprand__above(u, b->p2), right = nprand__above(u, b->p3);
        const double x_middle = b->xl + (u - b->p1) / b->c;
        const double v_middle = v * b->c + 1.0 - fabs(m - x_middle + 0.5) / b->p1;
        const double from = nprand__choose(right, b->p3, b->p2);
        const double lam = nprand__choose(right, b->lamr, b->laml), step = log_v[j] / lam;
        const double x_tail = nprand__choose(right, b->xr - step, b->xl + step);
        const double v_tail = nprand__choose(nprand__above(v, 0.0), v * (u - from) * lam, 2.0);
        const double x = nprand__choose(tail, x_tail, x_middle);
        const uint64_t inside = nprand__below(x, end);
        t->y[j] = (double)(int32_t)nprand__choose(inside, x, 0.0);
        t->v[j] = nprand__choose(inside, nprand__choose(tail, v_tail, v_middle), 2.0);
    }
}

/* Step 5, as far as it is known: at distances up to nearest, what the memo table has for step 5.1;
 * at others, by bounds. */
static inline struct btpe_decision btpe_judge(const struct nprand__btpe *b,
                                              const struct nprand__memo *memo, double nearest,
                                              double y, double v)
{
    if (fabs(y - (double)b->m) <= nearest && v <= 1.0) {
        const double known = memo->values[(int64_t)y - memo->first];
        const bool is_known = !isnan(known), is_above = v > (is_known ? known : 1.0);
        const bool accepts = is_known & !is_above;
        return (struct btpe_decision){accepts, is_above};
    }
    const struct btpe_decision bounds = btpe_compare(b, y, v);
    const bool rejects = bounds.rejects | (v > 1.0);
    return (struct btpe_decision){bounds.accepts, rejects};
}

/* Step 5. Writes the values of the tests, and whether they are accepted. */
static void btpe_test_all(const struct nprand__engine *e, const struct nprand__btpe *b,
                          struct nprand__memo *memo, const struct btpe_tests *t, int64_t *value,
                          unsigned char *is_accepted)
{
    const double nearest = e->release < NPRAND__RELEASE(1, 9, 0) ? -1.0 : 20.0;
    unsigned char open[NPRAND__ATTEMPTS];
    size_t count = 0;
    for (size_t j = 0; j < t->count; j++) {
        const struct btpe_decision d = btpe_judge(b, memo, nearest, t->y[j], t->v[j]);
        value[t->place[j]] = (int64_t)t->y[j];
        is_accepted[t->place[j]] = d.accepts;
        open[count] = (unsigned char)j;
        count += !(d.accepts | d.rejects);
    }
    for (size_t k = 0; k < count; k++) {
        const size_t j = open[k], i = t->place[j];
        is_accepted[i] = btpe_accepts(e, b, memo, value[i], t->v[j]);
    }
}

/* n attempts, for which memo is used. Returns how many values they give. */
NPRAND__NOINLINE static size_t btpe_attempts_in_passes(const struct nprand__engine *e,
                                                       const struct nprand__binomial *b,
                                                       struct nprand__memo *memo, size_t n,
                                                       const double *pairs, int64_t *out)
{
    struct btpe_tests t;
    int64_t value[NPRAND__ATTEMPTS];
    unsigned char is_accepted[NPRAND__ATTEMPTS];
    memset(is_accepted, 1, n);
    btpe_list_tests(&b->of_btpe, n, pairs, &t, value);
    btpe_make_points(&b->of_btpe, &t);
    btpe_test_all(e, &b->of_btpe, memo, &t, value, is_accepted);
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        out[count] = binomial_mirror(b, value[i]);
        count += is_accepted[i];
    }
    return count;
}

/* n attempts, in passes if a memo table is worth its time. */
static inline size_t btpe_attempts(struct nprand__engine *e, const struct nprand__binomial *b,
                                   struct nprand__memo *memo, size_t n, double *work, int64_t *out)
{
    size_t count = 0;
    nprand__memo_begin(memo, n, b->of_btpe.m, work, 2);
    nprand__fill_attempts(e, n, work);
    if (memo->used && b->n < INT32_MAX / 2)
        return btpe_attempts_in_passes(e, b, memo, n, work, out);
    for (size_t i = 0; i < n; i++) {
        int64_t x;
        if (btpe_attempt(e, &b->of_btpe, memo, work[2 * i], work[2 * i + 1], &x))
            out[count++] = binomial_mirror(b, x);
    }
    return count;
}

/* ---- For multinomial ---- */

static void binomial_choose(struct nprand__binomial *b, int64_t n, double p, bool log1p)
{
    b->n = n;
    b->p = p;
    b->mirrored = !(p <= 0.5);
    b->r = b->mirrored ? 1.0 - p : p;
    b->q = 1.0 - b->r;
    b->btpe = !(b->r * (double)n <= 30.0);
    b->attempts = n <= BINOMIAL_EXACT ? 4.0 : nprand__binomial_attempts((double)n, p, log1p);
}

void nprand__binomial_prepare(const struct nprand__engine *e, struct nprand__binomial *b, int64_t n,
                              double p, bool log1p)
{
    binomial_choose(b, n, p, log1p);
    if (b->btpe) {
        btpe_prepare(e, &b->of_btpe, n, b->r);
    } else {
        double log_q = log1p ? nprand__log1p(-b->r) : nprand__log(b->q);
        inversion_prepare(e, b, nprand__exp((double)n * log_q));
    }
}

NPRAND__INLINE int64_t draw_btpe(struct nprand__engine *e, struct nprand__ahead *a,
                                 const struct nprand__btpe *b)
{
    struct nprand__memo unused = {0};
    for (double vain = 0.0; vain < NPRAND__MANY_ATTEMPTS; vain++) {
        double u = nprand__next_of(e, a);
        double v = nprand__next_of(e, a);
        int64_t y;
        if (btpe_attempt(e, b, &unused, u, v, &y))
            return y;
    }
    return NPRAND_INVALID;
}

int64_t nprand__binomial_draw(struct nprand__engine *e, struct nprand__binomial *b)
{
    const int64_t x = b->btpe ? draw_btpe(e, NULL, &b->of_btpe) : invert_binomial(e, b);
    return x == NPRAND_INVALID ? x : binomial_mirror(b, x);
}

/* ---- The method ---- */

struct binomial {
    struct nprand__binomial prepared;
    struct nprand__memo memo; /* of btpe_bound() */
};

static inline void binomial_prepare(const struct nprand__engine *e, struct binomial *b, int64_t n,
                                    double p, bool log1p)
{
    nprand__binomial_prepare(e, &b->prepared, n, p, log1p);
    b->memo = (struct nprand__memo){0};
}

/* 1.17.0 to 1.17.2 drew nothing if the result is sure to be 0. */
static bool binomial_is_drawn(const struct nprand__engine *e, int64_t n, double p)
{
    return !((n == 0 || p == 0.0) && e->release >= NPRAND__RELEASE(1, 17, 0) &&
             e->release < NPRAND__RELEASE(1, 17, 3));
}

static inline size_t binomial_attempts(struct nprand__engine *e, void *method, size_t n,
                                       double *work, int64_t *out)
{
    struct binomial *binomial = (struct binomial *)method;
    struct nprand__binomial *b = &binomial->prepared;
    if (!binomial_is_drawn(e, b->n, b->p)) {
        memset(out, 0, n * sizeof *out);
        return n;
    }
    if (b->btpe)
        return btpe_attempts(e, b, &binomial->memo, n, work, out);
    return inversion_attempts(e, b, n, work, out);
}

void nprand__binomial_fill(struct nprand__engine *e, int64_t n, double p, bool log1p, size_t count,
                           int64_t *out)
{
    struct binomial b;
    binomial_prepare(e, &b, n, p, log1p);
    nprand__fill_by_attempts(e, binomial_attempts, &b, nprand__many_attempts(b.prepared.attempts),
                             count, out);
}

/* Releases before 1.9 cast a candidate of the right tail to int, which gives -2^31 if it does not
 * fit. They accepted that after a loop over all integers up to the mean. */
static nprand_status check_binomial_int(const nprand_rng *rng, int64_t n, double p)
{
    double mean = (double)n * (p <= 0.5 ? p : 1.0 - p);
    return mean >= 0x1p30 ? nprand__since(rng, NPRAND__RELEASE(1, 9, 0)) : NPRAND_OK;
}

/* What this library refuses, of an n and a p that NumPy accepts. */
static nprand_status check_binomial_attempts(const nprand_rng *rng, int64_t n, double p)
{
    const nprand_status status = check_binomial_int(rng, n, p);
    if (status != NPRAND_OK || n <= BINOMIAL_EXACT)
        return status;
    return nprand__check_attempts(nprand__binomial_attempts((double)n, p, false));
}

static nprand_status check_binomial(const nprand_rng *rng, int64_t n, double p)
{
    nprand_status status =
        nprand__both(nprand__probability(p), nprand__count(rng, n, NPRAND_N_NEGATIVE));
    return status != NPRAND_OK ? status : check_binomial_attempts(rng, n, p);
}

int64_t nprand_binomial(nprand_rng *rng, int64_t trials, double p)
{
    const uint64_t method = NPRAND__KEPT_BINOMIAL, n = (uint64_t)trials, bits = nprand__to_bits(p);
    struct nprand__binomial *b = (struct nprand__binomial *)nprand__kept(rng, method, n, bits);
    if (b == NULL) {
        if (!nprand__accept(rng, check_binomial(rng, trials, p)))
            return NPRAND_INVALID;
        b = (struct nprand__binomial *)nprand__keep(rng, method, n, bits);
        nprand__binomial_prepare(nprand__engine_of(rng), b, trials, p, false);
    }
    struct nprand__engine *e = nprand__engine_of(rng);
    return binomial_is_drawn(e, trials, p) ? nprand__binomial_draw(e, b) : 0;
}

nprand_status nprand_binomial_fill(nprand_rng *rng, int64_t trials, double p, size_t n,
                                   int64_t *out)
{
    nprand_status status =
        nprand__check_fill(rng, check_binomial(rng, trials, p), n, sizeof *out, out);
    if (status != NPRAND_OK || n == 0)
        return status;
    nprand__binomial_fill(nprand__engine_of(rng), trials, p, false, n, out);
    return NPRAND_OK;
}

/* NumPy looks at all p first, then at all n. */
static nprand_status check_binomial_each(const nprand_rng *rng, const struct nprand__parameter *of,
                                         size_t n)
{
    nprand_status status = nprand__check_values(&of[0], n);
    status = nprand__both(
        status, nprand__all(&of[1], n, nprand__probability_each, NPRAND_EACH_P_OUTSIDE_0_1));
    status = nprand__both(status, nprand__all_counts(rng, &of[0], n, NPRAND_N_NEGATIVE));
    if (status != NPRAND_OK)
        return status;
    const bool is_old = nprand__is_before(rng, NPRAND__RELEASE(1, 9, 0));
    const bool has_many = nprand__bits_of_all(&of[0], n) >= (uint64_t)BINOMIAL_EXACT;
    const size_t sets = is_old || has_many ? nprand__sets_to_check(of, 2, n) : 0;
    for (size_t i = 0; i < sets && status == NPRAND_OK; i++) {
        const int64_t trials = nprand__int64_at(&of[0], i);
        if (trials > BINOMIAL_EXACT || is_old)
            status = check_binomial_attempts(rng, trials, nprand__double_at(&of[1], i));
    }
    return status;
}

/* ---- Inversion of many values ---- */

/* q^n of n values from index first on, by the same formula as for one value. */
static void chances_of_0(const struct nprand__parameter *of, size_t first, size_t n, double *out)
{
    for (size_t i = 0; i < n; i++) {
        const double p = nprand__double_at(&of[1], first + i);
        out[i] = 1.0 - (p <= 0.5 ? p : 1.0 - p);
    }
    nprand__log_array(n, out);
    for (size_t i = 0; i < n; i++)
        out[i] = (double)nprand__int64_at(&of[0], first + i) * out[i];
    nprand__exp_array(n, out);
}

/* Whether a lane draws the value. */
static bool inversion_has_lane(const struct nprand__engine *e, int64_t n, double p)
{
    const double r = p <= 0.5 ? p : 1.0 - p;
    return n <= BINOMIAL_EXACT && nprand__has_lane((double)n, r) && binomial_is_drawn(e, n, p);
}

/* Sets up the lanes of up to n values. In lanes without a value, the search ends at once. */
static void inversion_begin(const struct nprand__parameter *of, size_t first, size_t n,
                            const double *chances, const double *u, struct nprand__lanes *l)
{
    for (size_t j = 0; j < NPRAND__LANES; j++) {
        const size_t i = j < n ? j : 0;
        const double p = nprand__double_at(&of[1], first + i);
        l->n[j] = (double)nprand__int64_at(&of[0], first + i);
        l->r[j] = p <= 0.5 ? p : 1.0 - p;
        l->q[j] = 1.0 - l->r[j];
        l->u[j] = j < n ? u[j] : 0.0;
        l->px[j] = chances[i];
    }
}

/* Writes the values of the lanes before the first search that ended at the bound. Returns how
 * many. */
static size_t inversion_keep(const struct nprand__lanes *l, const struct nprand__parameter *of,
                             size_t first, size_t n, int64_t *out)
{
    for (size_t j = 0; j < n; j++) {
        const bool mirrored = !(nprand__double_at(&of[1], first + j) <= 0.5);
        const int64_t x = (int64_t)l->x[j];
        if (l->vain[j] > 0.0)
            return j;
        out[j] = mirrored ? nprand__int64_at(&of[0], first + j) - x : x;
    }
    return n;
}

/* Values that take one uniform each. Ends before a value whose search ended at the bound: it takes
 * more uniforms, and is drawn alone. */
static size_t make_inversions(const struct nprand__engine *e, const void *method, size_t first,
                              size_t n, size_t count, const double *u, int64_t *out, size_t *taken)
{
    const struct nprand__parameter *of = (const struct nprand__parameter *)method;
    double chances[NPRAND__AHEAD];
    struct nprand__lanes l;
    (void)e;
    n = nprand__min(n, count);
    chances_of_0(of, first, n, chances);
    for (*taken = 0; *taken < n;) {
        const size_t done = *taken, size = nprand__min(n - done, NPRAND__LANES);
        inversion_begin(of, first + done, size, chances + done, u + done, &l);
        nprand__backend()->search_lanes(&l);
        const size_t kept = inversion_keep(&l, of, first + done, size, out + done);
        *taken += kept;
        if (kept < size)
            break;
    }
    return *taken;
}

static int64_t draw_binomial_at(struct nprand__engine *e, const void *method, size_t index)
{
    const struct nprand__parameter *of = (const struct nprand__parameter *)method;
    struct nprand__binomial b;
    nprand__binomial_prepare(e, &b, nprand__int64_at(&of[0], index),
                             nprand__double_at(&of[1], index), false);
    return nprand__binomial_draw(e, &b);
}

/* How many values from index first on have lanes. */
static size_t inversion_run(const struct nprand__engine *e, const struct nprand__parameter *of,
                            size_t first, size_t n)
{
    size_t i = first;
    while (i < n &&
           inversion_has_lane(e, nprand__int64_at(&of[0], i), nprand__double_at(&of[1], i)))
        i++;
    return i - first;
}

/* ---- BTPE of many values ---- */

/* Trials below which a test without a logarithm was proved: see ../backend/btpe.h. For fewer
 * elements in a row, the set-up of a piece takes longer. */
enum { BTPE_TRIALS = 1 << 23, BTPE_WORTH_WINDOWS = 4 };

/* Releases before 1.9 have another test. */
static bool btpe_has_window(const struct nprand__engine *e, int64_t n, double p)
{
    return n < BTPE_TRIALS && !((p <= 0.5 ? p : 1.0 - p) * (double)n <= 30.0) &&
           e->release >= NPRAND__RELEASE(1, 9, 0);
}

/* NPRAND__PIECE elements in a row, or fewer, and in the room behind them copies of the last one. */
struct btpe_piece {
    struct nprand__btpes of;
    int32_t trials[NPRAND__PIECE];
    bool mirrored[NPRAND__PIECE]; /* x is trials less the value */
};

/* Collects the elements from index first on, at most a piece, as far as they have windows. Returns
 * how many. */
static size_t btpe_collect(const struct nprand__engine *e, const struct nprand__parameter *of,
                           size_t first, size_t n, struct btpe_piece *piece)
{
    const size_t most = nprand__min(n, NPRAND__PIECE);
    size_t count = 0;
    for (; count < most; count++) {
        const int64_t trials = nprand__int64_at(&of[0], first + count);
        const double p = nprand__double_at(&of[1], first + count);
        if (!btpe_has_window(e, trials, p))
            break;
        piece->trials[count] = (int32_t)trials;
        piece->mirrored[count] = !(p <= 0.5);
        piece->of.n[count] = (double)(int32_t)trials;
        piece->of.mean[count] = p <= 0.5 ? p : 1.0 - p;
    }
    return count;
}

/* Step 0 of n elements, and of the room behind them. */
static void btpe_begin(struct btpe_piece *piece, size_t n)
{
    for (size_t i = n; i < n + NPRAND__WINDOW; i++) {
        piece->of.n[i] = piece->of.n[n - 1];
        piece->of.mean[i] = piece->of.mean[n - 1];
    }
    nprand__backend()->btpe_begin(0, n + NPRAND__WINDOW, &piece->of);
}

/* What is mirrored becomes n less the value x. x ^ -1 is -x - 1. Without a branch, the loop becomes
 * vectors. */
static void btpe_mirror(const struct btpe_piece *piece, size_t n, int64_t *x)
{
    for (size_t i = 0; i < n; i++) {
        const int64_t mirrored = -(int64_t)piece->mirrored[i];
        x[i] = (x[i] ^ mirrored) + (((int64_t)piece->trials[i] + 1) & mirrored);
    }
}

static int64_t btpe_alone(struct nprand__ahead *a, const struct nprand__parameter *of, size_t index)
{
    const double p = nprand__double_at(&of[1], index);
    struct nprand__btpe b;
    btpe_prepare(a->e, &b, nprand__int64_at(&of[0], index), p <= 0.5 ? p : 1.0 - p);
    return draw_btpe(a->e, a, &b);
}

/* The values of n elements from index first on, which are a piece. The element at which a window
 * stops is drawn alone: its attempt needs the exact test, or the doubles that were read do not
 * suffice. */
static void btpe_windows(struct nprand__ahead *a, const struct nprand__parameter *of, size_t first,
                         struct btpe_piece *piece, size_t n, int64_t *out)
{
    const struct nprand__btpes *p = &piece->of;
    btpe_begin(piece, n);
    for (size_t i = 0; i < n; i++) {
        size_t used;
        i += nprand__backend()->btpe(p, i, n - i, a->count - a->at, a->u + a->at, out + i, &used);
        a->at += used;
        if (i < n)
            out[i] = btpe_alone(a, of, first + i);
    }
    btpe_mirror(piece, n, out);
}

/* Draws the elements from index first on, as far as pieces of BTPE_WORTH_WINDOWS elements or more
 * have windows. Returns how many, which can be 0. */
NPRAND__NOINLINE static size_t each_btpe(struct nprand__engine *e,
                                         const struct nprand__parameter *of, size_t first, size_t n,
                                         int64_t *out)
{
    struct nprand__ahead a;
    struct btpe_piece piece;
    size_t done = 0, made;
    nprand__ahead_begin(&a, e, n);
    while ((made = btpe_collect(e, of, first + done, n - done, &piece)) >= BTPE_WORTH_WINDOWS) {
        btpe_windows(&a, of, first + done, &piece, made, out + done);
        done += made;
    }
    nprand__ahead_end(&a);
    return done;
}

static bool begins_with_window(const struct nprand__engine *e, const struct nprand__parameter *of,
                               size_t i)
{
    return btpe_has_window(e, nprand__int64_at(&of[0], i), nprand__double_at(&of[1], i));
}

static void each_binomial(struct nprand__engine *e, const struct nprand__parameter *of, size_t n,
                          int64_t *out)
{
    for (size_t i = 0, made; i < n; i += made) {
        if ((made = inversion_run(e, of, i, n)) > 0) {
            nprand__fill_from_starts(e, make_inversions, draw_binomial_at, of, 1, i, made, out + i);
        } else if (!begins_with_window(e, of, i) ||
                   (made = each_btpe(e, of, i, n - i, out + i)) == 0) {
            const bool is_drawn =
                binomial_is_drawn(e, nprand__int64_at(&of[0], i), nprand__double_at(&of[1], i));
            out[i] = is_drawn ? draw_binomial_at(e, of, i) : 0;
            made = 1;
        }
    }
}

nprand_status nprand_binomial_each(nprand_rng *rng, const int64_t *trials, ptrdiff_t trials_step,
                                   const double *p, ptrdiff_t p_step, size_t n, int64_t *out)
{
    const struct nprand__parameter of[] = {{trials, trials_step}, {p, p_step}};
    const nprand_status parameters = check_binomial_each(rng, of, n);
    const nprand_status status = nprand__check_each(rng, parameters, of, 2, n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    if (trials_step == 0 && p_step == 0)
        return nprand_binomial_fill(rng, *trials, *p, n, out);
    each_binomial(nprand__engine_of(rng), of, n, out);
    return NPRAND_OK;
}
