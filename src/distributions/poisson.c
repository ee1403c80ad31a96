/* SPDX-License-Identifier: BSD-3-Clause
 *
 * poisson: by multiplication for lam < 10, by PTRS from 10 on.
 *
 * Sources: D. E. Knuth, TAOCP vol. 2, 3.4.1, algorithm Q; W. Hoermann, "The transformed rejection
 * method for generating Poisson random variables", Insurance: Mathematics and Economics 12 (1993),
 * 39-45, algorithm PTRS, whose step numbers and constants are used below.
 */
#include "poisson.h"

#include "../backend/libm.h"

#include "check.h"
#include "kept.h"
#include "loggam.h"
#include "memo.h"
#include "parameter.h"
#include "starts.h"

/* What depends on lam alone, and the memo table of log_density(). */
struct poisson {
    double lam;
    double exp_minus_lam;                         /* multiplication */
    double log_lam, a, b, log_inverse_alpha, v_r; /* PTRS, in the paper's names */
    struct nprand__memo memo;
};

/* Step 0. The paper fitted these constants for lam >= 10. */
static inline void ptrs_prepare(struct poisson *p)
{
    p->log_lam = nprand__log(p->lam);
    p->b = 0.931 + 2.53 * sqrt(p->lam);
    p->a = -0.059 + 0.02483 * p->b;
    p->log_inverse_alpha = nprand__log(1.1239 + 1.1328 / (p->b - 3.4));
    p->v_r = 0.9277 - 3.6224 / (p->b - 2.0);
}

NPRAND__INLINE void poisson_prepare(struct poisson *p, double lam)
{
    p->lam = lam;
    p->memo.used = false;
    if (lam >= 10.0)
        ptrs_prepare(p);
    else
        p->exp_minus_lam = nprand__exp(-lam);
}

/* ---- Multiplication ---- */

/* How many uniforms can be multiplied before their product is exp(-lam) or less. */
NPRAND__INLINE int64_t poisson_product(struct nprand__engine *e, struct nprand__ahead *a,
                                       double exp_minus_lam)
{
    int64_t count = 0;
    double product = nprand__next_of(e, a);
    while (product > exp_minus_lam) {
        count++;
        product *= nprand__next_of(e, a);
    }
    return count;
}

/* Not inline: in a larger function, GCC 12 has too few registers for the loop, and a fill takes 17
 * % longer. */
NPRAND__NOINLINE static int64_t poisson_multiply(struct nprand__engine *e, double exp_minus_lam)
{
    return poisson_product(e, NULL, exp_minus_lam);
}

/* Values by multiplication. method points to exp(-lam). */
static size_t make_poisson(const struct nprand__engine *e, const void *method, size_t first,
                           size_t n, size_t count, const double *u, int64_t *out, size_t *taken)
{
    (void)e;
    (void)first;
    return nprand__backend()->multiply(n, count, u, *(const double *)method, out, taken);
}

static int64_t draw_poisson_at(struct nprand__engine *e, const void *method, size_t index)
{
    (void)index;
    return poisson_multiply(e, *(const double *)method);
}

/* Means below which vectors multiply from every start. From a mean of 6 on (AVX2) or 9 (AVX-512),
 * vectors take longer than one value after another. */
static const double POISSON_STARTS = 6.0;

/* n values, where 0 < lam < POISSON_STARTS. */
static void fill_poisson(struct nprand__engine *e, const struct poisson *p, size_t n, int64_t *out)
{
    const size_t usual = 3 + (size_t)p->lam;
    nprand__fill_from_starts(e, make_poisson, draw_poisson_at, &p->exp_minus_lam, usual, 0, n, out);
}

/* ---- PTRS ---- */

/* Step 1: the candidates of n attempts, to out. Replaces U by us, in pairs. The quick test accepts
 * an attempt if inside[] is true. For each other attempt, v and the hat function are written to
 * logs. Returns how many logs. */
static inline size_t ptrs_candidates(const struct nprand__engine *e, const struct poisson *p,
                                     size_t n, double *pairs, double *logs, bool *inside,
                                     int64_t *out)
{
    size_t open = 0;
    for (size_t i = 0; i < n; i++) {
        double u = pairs[2 * i] - 0.5, v = pairs[2 * i + 1];
        double us = 0.5 - fabs(u);
        pairs[2 * i] = us;
        out[i] = nprand__floor_to_long(e, (2.0 * p->a / us + p->b) * u + p->lam + 0.43);
        inside[i] = (us >= 0.07) & (v <= p->v_r);
        logs[2 * open] = v;
        logs[2 * open + 1] = p->a / (us * us) + p->b;
        open += !inside[i];
    }
    return 2 * open;
}

/* The logarithms of all attempts are taken in one call. One attempt needs two logarithms or none,
 * for which the scalar function takes less time. */
static inline void ptrs_take_logs(size_t n, size_t count, double *logs)
{
    if (n > 1) {
        nprand__log_array(count, logs);
    } else if (count > 0) {
        logs[0] = nprand__log(logs[0]);
        logs[1] = nprand__log(logs[1]);
    }
}

/* ln of the density at k. */
static double poisson_log_density(const struct nprand__engine *e, const void *parameters, int64_t k)
{
    const struct poisson *p = (const struct poisson *)parameters;
    (void)e;
    double x = (double)k;
    return -p->lam + x * p->log_lam - nprand__loggam(x + 1.0);
}

/* Steps 2 and 3: keeps the accepted candidates of n attempts. Returns how many. */
static inline size_t ptrs_accept(const struct nprand__engine *e, struct poisson *p, size_t n,
                                 const double *pairs, const double *logs, const bool *inside,
                                 int64_t *out)
{
    size_t count = 0, j = 0;
    for (size_t i = 0; i < n; i++) {
        int64_t k = out[i];
        double us = pairs[2 * i], v = pairs[2 * i + 1];
        out[count] = k;
        if (inside[i]) {
            count++;
            continue;
        }
        /* v or us can be 0. The infinite logarithm then accepts. */
        double ratio = logs[2 * j] + p->log_inverse_alpha - logs[2 * j + 1];
        j++;
        if (k < 0 || (us < 0.013 && v > us))
            continue;
        count += ratio <= nprand__memo_value(&p->memo, e, poisson_log_density, p, k);
    }
    return count;
}

static inline size_t ptrs_attempts(struct nprand__engine *e, struct poisson *p, size_t n,
                                   double *work, int64_t *out)
{
    double *const pairs = work, *const logs = work + 2 * n;
    bool inside[NPRAND__ATTEMPTS];
    nprand__memo_begin(&p->memo, n, nprand__to_long(e, p->lam), work, 4);
    nprand__fill_attempts(e, n, pairs);
    const size_t count = ptrs_candidates(e, p, n, pairs, logs, inside, out);
    ptrs_take_logs(n, count, logs);
    return ptrs_accept(e, p, n, pairs, logs, inside, out);
}

/* ---- Many values ---- */

static inline size_t poisson_attempts(struct nprand__engine *e, void *method, size_t n,
                                      double *work, int64_t *out)
{
    struct poisson *p = (struct poisson *)method;
    if (p->lam >= 10.0)
        return ptrs_attempts(e, p, n, work, out);
    const bool is_zero = p->lam == 0.0;
    const double exp_minus_lam = p->exp_minus_lam;
    for (size_t i = 0; i < n; i++)
        out[i] = is_zero ? 0 : poisson_multiply(e, exp_minus_lam);
    return n;
}

/* ---- One value ---- */

/* Steps 2 and 3 for an attempt that the quick test does not accept. The exact test takes four
 * logarithms. It is made only if a test with two logarithms leaves its result open.
 *
 * The test with two logarithms has Stirling's formula, ln(k!) = k ln(k) - k + ln(2 pi k) / 2 +
 * 1/(12k), whose error is below 1/(360 k^3) < 2^-20 for k >= 16. For lam < 2^20 and k < 2^21, the
 * terms of the exact test are below 2^26, and its rounding errors below 2^-22. If the two sides
 * differ by more than the margin of 2^-18, the exact test therefore has the same result.
 *
 * For k >= 2^21 > 2 lam, ln of the density is below (1 - 1/2 - ln 2) k < -k/6. The other side is
 * above -200, since v is 2^-53 or more, or it is infinite, for v = 0 or us = 0. The two sides then
 * differ by far more than their rounding errors. */
NPRAND__NOINLINE static bool ptrs_test(const struct nprand__engine *e, struct poisson *p, double us,
                                       double v, int64_t k)
{
    const double two_pi = 6.283185307179586, margin = 0x1p-18;
    if (k < 0 || (us < 0.013 && v > us))
        return false;
    const double inverse_alpha = 1.1239 + 1.1328 / (p->b - 3.4);
    const double hat = p->a / (us * us) + p->b;
    if (k >= 16 && p->lam < 0x1p20) {
        const double x = (double)k;
        const double ratio = nprand__log(v * inverse_alpha / hat * sqrt(two_pi * x));
        const double density = x - p->lam + x * nprand__log(p->lam / x) - 1.0 / (12.0 * x);
        if (fabs(ratio - density) > margin)
            return ratio < density;
    }
    p->log_lam = nprand__log(p->lam);
    p->log_inverse_alpha = nprand__log(inverse_alpha);
    const double ratio = nprand__log(v) + p->log_inverse_alpha - nprand__log(hat);
    return ratio <= poisson_log_density(e, p, k);
}

/* One value, where lam >= 10. ptrs_test() computes what only the exact test needs: a value of mean
 * 100 takes 18 ns in place of 32. */
NPRAND__INLINE int64_t draw_by_ptrs(struct nprand__engine *e, struct nprand__ahead *a, double lam)
{
    struct poisson p;
    p.lam = lam;
    p.b = 0.931 + 2.53 * sqrt(lam);
    p.a = -0.059 + 0.02483 * p.b;
    p.v_r = 0.9277 - 3.6224 / (p.b - 2.0);
    for (double vain = 0.0; vain <= NPRAND__MANY_ATTEMPTS; vain++) {
        const double u = nprand__next_of(e, a) - 0.5, v = nprand__next_of(e, a);
        const double us = 0.5 - fabs(u);
        const int64_t k = nprand__floor_to_long(e, (2.0 * p.a / us + p.b) * u + lam + 0.43);
        if ((us >= 0.07) & (v <= p.v_r))
            return k;
        if (ptrs_test(e, &p, us, v, k))
            return k;
    }
    return NPRAND_INVALID;
}

NPRAND__NOINLINE static int64_t ahead_poisson(struct nprand__ahead *a, double lam)
{
    if (lam >= 10.0)
        return draw_by_ptrs(a->e, a, lam);
    const int64_t arrivals = lam < 10.0 ? nprand__ahead_arrivals(a, lam) : -1;
    if (arrivals >= 0)
        return arrivals;
    return lam == 0.0 ? 0 : poisson_product(a->e, a, nprand__exp(-lam));
}

int64_t nprand__poisson(struct nprand__engine *e, struct nprand__ahead *a, double lam)
{
    if (a != NULL)
        return ahead_poisson(a, lam);
    if (lam >= 10.0)
        return draw_by_ptrs(e, NULL, lam);
    return lam == 0.0 ? 0 : poisson_multiply(e, nprand__exp(-lam));
}

/* ---- Public functions ---- */

/* LONG_MAX - 10 sqrt(LONG_MAX), the largest lam whose values have ten standard deviations of room
 * below LONG_MAX. */
static double poisson_lam_max(const nprand_rng *rng)
{
    return nprand__long_max(rng) == INT32_MAX ? 2147020237.4999895 : 0x1.ffffffe3b73a0p+62;
}

static nprand_status check_poisson(const nprand_rng *rng, double lam)
{
    if (!(lam >= 0.0))
        return NPRAND_LAM_NEGATIVE;
    return lam <= poisson_lam_max(rng) ? NPRAND_OK : NPRAND_LAM_TOO_LARGE;
}

/* What depends on lam alone, of one value by multiplication. */
union NPRAND__MAY_ALIAS poisson_kept {
    double exp_minus_lam;
};

int64_t nprand_poisson(nprand_rng *rng, double lam)
{
    const uint64_t method = NPRAND__KEPT_POISSON, bits = nprand__to_bits(lam);
    struct nprand__engine *e = nprand__engine_of(rng);
    union poisson_kept *k = (union poisson_kept *)nprand__kept(rng, method, bits, 0);
    if (k == NULL) {
        if (!nprand__accept(rng, check_poisson(rng, lam)))
            return NPRAND_INVALID;
        if (!(lam > 0.0 && lam < 10.0))
            return nprand__poisson(e, NULL, lam);
        k = (union poisson_kept *)nprand__keep(e, method, bits, 0);
        k->exp_minus_lam = nprand__exp(-lam);
    }
    return poisson_multiply(e, k->exp_minus_lam);
}

nprand_status nprand_poisson_fill(nprand_rng *rng, double lam, size_t n, int64_t *out)
{
    nprand_status status = nprand__check_fill(rng, check_poisson(rng, lam), n, sizeof *out, out);
    if (status != NPRAND_OK || n == 0)
        return status;
    struct poisson p;
    poisson_prepare(&p, lam);
    if (lam > 0.0 && lam < POISSON_STARTS) {
        fill_poisson(nprand__engine_of(rng), &p, n, out);
        return NPRAND_OK;
    }
    nprand__fill_by_attempts(nprand__engine_of(rng), poisson_attempts, &p, NPRAND__MANY_ATTEMPTS, n,
                             out);
    return NPRAND_OK;
}

/* NumPy looks for a lam that is too large first. NaN counts as one. */
static nprand_status check_poisson_each(const nprand_rng *rng, const struct nprand__parameter *p,
                                        size_t n)
{
    const nprand_status status = nprand__check_values(p, n);
    if (status != NPRAND_OK)
        return status;
    const double most = poisson_lam_max(rng);
    const size_t count = nprand__values_to_check(p, n);
    bool too_large = false, negative = false;
    for (size_t i = 0; i < count; i++) {
        too_large |= !(nprand__double_at(p, i) <= most);
        negative |= !(nprand__double_at(p, i) >= 0.0);
    }
    if (too_large)
        return NPRAND_LAM_TOO_LARGE;
    return negative ? NPRAND_EACH_LAM_NEGATIVE : NPRAND_OK;
}

nprand_status nprand_poisson_each(nprand_rng *rng, const double *lam, ptrdiff_t lam_step, size_t n,
                                  int64_t *out)
{
    const struct nprand__parameter p[] = {{lam, lam_step}};
    const nprand_status parameters = check_poisson_each(rng, p, n);
    const nprand_status status = nprand__check_each(rng, parameters, p, 1, n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    struct nprand__ahead a;
    nprand__ahead_begin(&a, nprand__engine_of(rng), n);
    for (size_t i = 0; i < n; i++)
        out[i] = nprand__poisson(nprand__engine_of(rng), &a, nprand__double_at(&p[0], i));
    nprand__ahead_end(&a);
    return NPRAND_OK;
}
