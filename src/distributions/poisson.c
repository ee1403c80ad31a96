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
#include "../backend/ptrs.h"

#include "check.h"
#include "kept.h"
#include "loggam.h"
#include "memo.h"
#include "parameter.h"
#include "starts.h"

/* What depends on lam alone, and the memo table of log_density(). */
struct poisson {
    double lam;
    double exp_minus_lam;              /* multiplication */
    struct nprand__envelope of;        /* PTRS */
    double log_lam, log_inverse_alpha; /* PTRS */
    struct nprand__memo memo;
};

NPRAND__INLINE void poisson_prepare(struct poisson *p, double lam)
{
    p->lam = lam;
    p->memo.used = false;
    if (lam >= 10.0) {
        p->of = nprand__ptrs_envelope(lam);
        p->log_lam = nprand__log(lam);
        p->log_inverse_alpha = nprand__log(p->of.inverse_alpha);
    } else {
        p->exp_minus_lam = nprand__exp(-lam);
    }
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
NPRAND__NOINLINE int64_t nprand__poisson_multiply(struct nprand__engine *e, double exp_minus_lam)
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
    return nprand__poisson_multiply(e, *(const double *)method);
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

/* ln of the density at k. */
static double poisson_log_density(const struct nprand__engine *e, const void *parameters, int64_t k)
{
    const struct poisson *p = (const struct poisson *)parameters;
    (void)e;
    double x = (double)k;
    return -p->lam + x * p->log_lam - nprand__loggam(x + 1.0);
}

/* ln of v / (alpha hat) of count open attempts, to ratio. One attempt needs two logarithms or none,
 * for which the scalar function takes less time. v or us can be 0. The infinite logarithm then
 * accepts. */
static void ptrs_ratios(const struct poisson *p, const struct nprand__open_attempts *open,
                        size_t count, double *ratio)
{
    double *const hat = ratio + count;
    for (size_t j = 0; j < count; j++) {
        ratio[j] = open->v[j];
        hat[j] = p->of.a / (open->us[j] * open->us[j]) + p->of.b;
    }
    if (count == 1) {
        ratio[0] = nprand__log(ratio[0]);
        hat[0] = nprand__log(hat[0]);
    } else {
        nprand__log_array(2 * count, ratio);
    }
    for (size_t j = 0; j < count; j++)
        ratio[j] = ratio[j] + p->log_inverse_alpha - hat[j];
}

static_assert((int)NPRAND__MOST_OPEN >= NPRAND__ATTEMPTS, "each attempt may be open");

/* n attempts. Returns how many values they give. Steps 2 and 3 are made for the open attempts. The
 * candidate of a rejected one becomes -1; no candidate below 0 is accepted. */
static inline size_t ptrs_attempts(struct nprand__engine *e, struct poisson *p, size_t n,
                                   double *work, int64_t *out)
{
    double *const x = work, *const pairs = work + n;
    double *const ratio = pairs; /* the pairs have been used then */
    struct nprand__open_attempts open;
    nprand__memo_begin(&p->memo, n, nprand__to_long(e, p->lam), work, 4);
    nprand__fill_attempts(e, n, pairs);
    const size_t opened = nprand__backend()->ptrs_candidates(n, &p->of, pairs, x, &open);
    ptrs_ratios(p, &open, opened, ratio);
    for (size_t j = 0; j < opened; j++) {
        const size_t i = (size_t)open.which[j];
        const double candidate = x[i];
        const int64_t k = nprand__floor_to_long(e, candidate);
        x[i] = -1.0;
        if (k < 0 || (open.us[j] < 0.013 && open.v[j] > open.us[j]))
            continue;
        const double most = nprand__memo_value(&p->memo, e, poisson_log_density, p, k);
        x[i] = ratio[j] <= most ? candidate : -1.0;
    }
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        out[count] = nprand__to_long(e, x[i]);
        count += x[i] >= 0.0;
    }
    return count;
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
        out[i] = is_zero ? 0 : nprand__poisson_multiply(e, exp_minus_lam);
    return n;
}

/* ---- One value ---- */

/* Means for which nprand__ptrs_test() was proved. */
static bool ptrs_has_test(double lam)
{
    return lam >= 10.0 && lam < 0x1p20;
}

/* Steps 2 and 3 for an attempt that the quick test does not accept. The exact test takes four
 * logarithms. It is made only if the test without a logarithm leaves its result open. */
NPRAND__NOINLINE static bool ptrs_test(const struct nprand__engine *e,
                                       const struct nprand__envelope *of, double us, double v,
                                       double x)
{
    const int64_t k = nprand__floor_to_long(e, x);
    if (k < 0 || (us < 0.013 && v > us))
        return false;
    if (ptrs_has_test(of->lam)) {
        const enum nprand__verdict verdict = nprand__ptrs_test(of, us, v, x);
        if (verdict != NPRAND__OPEN)
            return verdict == NPRAND__ACCEPTED;
    }
    struct poisson p; /* without what poisson_log_density() does not read */
    p.lam = of->lam;
    p.log_lam = nprand__log(of->lam);
    const double hat = of->a / (us * us) + of->b;
    const double ratio = nprand__log(v) + nprand__log(of->inverse_alpha) - nprand__log(hat);
    return ratio <= poisson_log_density(e, &p, k);
}

/* One value, where lam >= 10. */
NPRAND__INLINE int64_t draw_by_ptrs(struct nprand__engine *e, struct nprand__ahead *a, double lam)
{
    const struct nprand__envelope p = nprand__ptrs_envelope(lam);
    for (double vain = 0.0; vain <= NPRAND__MANY_ATTEMPTS; vain++) {
        const double u = nprand__next_of(e, a) - 0.5, v = nprand__next_of(e, a);
        const double us = 0.5 - fabs(u);
        const double x = nprand__ptrs_candidate(&p, u, us);
        if (nprand__ptrs_is_inside(&p, us, v) || ptrs_test(e, &p, us, v, x))
            return nprand__floor_to_long(e, x);
    }
    return NPRAND_INVALID;
}

NPRAND__NOINLINE static int64_t ahead_poisson(struct nprand__ahead *a, double lam)
{
    if (lam >= 10.0)
        return draw_by_ptrs(a->e, a, lam);
    const int64_t arrivals =
        lam >= 0.0 && lam < 10.0 ? nprand__ahead_arrivals(a, a->at, lam, 0.0) : -1;
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
    return lam == 0.0 ? 0 : nprand__poisson_multiply(e, nprand__exp(-lam));
}

/* ---- PTRS of many values ---- */

/* For fewer elements in a row, the set-up of a piece takes longer. */
enum { PTRS_WORTH_WINDOWS = 4 };

/* Copies the means of the elements from index first on, at most a piece, up to the first mean for
 * which windows have no test. Returns how many come before it. */
static size_t ptrs_run(const struct nprand__parameter *lam, size_t first, size_t n, double *means)
{
    const size_t most = nprand__min(n - first, NPRAND__PIECE);
    size_t i = 0;
    for (; i < most; i++) {
        means[i] = nprand__double_at(lam, first + i);
        if (!ptrs_has_test(means[i]))
            break;
    }
    return i;
}

static void ptrs_begin(size_t n, struct nprand__ptrs *p)
{
    for (size_t i = n; i < n + NPRAND__WINDOW; i++)
        p->lam[i] = p->lam[n - 1];
    nprand__backend()->ptrs_begin(0, n + NPRAND__WINDOW, p);
}

/* The element at which a window stops is drawn alone: its attempt needs the exact test, or the
 * doubles that were read do not suffice. */
static void ptrs_windows(struct nprand__ahead *a, struct nprand__ptrs *p, size_t n, int64_t *out)
{
    ptrs_begin(n, p);
    for (size_t i = 0; i < n; i++) {
        size_t used;
        i += nprand__backend()->ptrs(p, i, n - i, a->count - a->at, a->u + a->at, out + i, &used);
        a->at += used;
        if (i < n)
            out[i] = draw_by_ptrs(a->e, a, p->lam[i]);
    }
}

/* ---- Public functions ---- */

/* LONG_MAX - 10 sqrt(LONG_MAX), the largest lam whose values have ten standard deviations of room
 * below LONG_MAX, for a long of 32 and of 64 bits. NaN is above. */
static nprand_status poisson_below_long_32(double lam, nprand_status refusal)
{
    return lam <= 2147020237.4999895 ? NPRAND_OK : refusal;
}

static nprand_status poisson_below_long_64(double lam, nprand_status refusal)
{
    return lam <= 0x1.ffffffe3b73a0p+62 ? NPRAND_OK : refusal;
}

static nprand_status poisson_not_negative(double lam, nprand_status refusal)
{
    return lam >= 0.0 ? NPRAND_OK : refusal;
}

static nprand_status check_poisson(const nprand_rng *rng, double lam)
{
    const nprand_status status = poisson_not_negative(lam, NPRAND_LAM_NEGATIVE);
    if (nprand__long_max(rng) == INT32_MAX)
        return nprand__both(status, poisson_below_long_32(lam, NPRAND_LAM_TOO_LARGE));
    return nprand__both(status, poisson_below_long_64(lam, NPRAND_LAM_TOO_LARGE));
}

/* What depends on lam alone, of one value by multiplication. */
struct NPRAND__MAY_ALIAS poisson_kept {
    double exp_minus_lam;
};

int64_t nprand_poisson(nprand_rng *rng, double lam)
{
    const uint64_t method = NPRAND__KEPT_POISSON, bits = nprand__to_bits(lam);
    struct poisson_kept *k = (struct poisson_kept *)nprand__kept(rng, method, bits, 0);
    if (k == NULL) {
        if (!nprand__accept(rng, check_poisson(rng, lam)))
            return NPRAND_INVALID;
        if (!(lam > 0.0 && lam < 10.0))
            return nprand__poisson(nprand__engine_of(rng), NULL, lam);
        k = (struct poisson_kept *)nprand__keep(rng, method, bits, 0);
        k->exp_minus_lam = nprand__exp(-lam);
    }
    return nprand__poisson_multiply(nprand__engine_of(rng), k->exp_minus_lam);
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
    const nprand_status status =
        nprand__long_max(rng) == INT32_MAX
            ? nprand__all(p, n, poisson_below_long_32, NPRAND_LAM_TOO_LARGE)
            : nprand__all(p, n, poisson_below_long_64, NPRAND_LAM_TOO_LARGE);
    return nprand__both(status, nprand__all(p, n, poisson_not_negative, NPRAND_EACH_LAM_NEGATIVE));
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
    struct nprand__ptrs ptrs;
    nprand__ahead_begin(&a, nprand__engine_of(rng), n);
    for (size_t i = 0, made; i < n; i += made) {
        const size_t run = ptrs_run(&p[0], i, n, ptrs.lam);
        made = run >= PTRS_WORTH_WINDOWS ? run : 1;
        if (made > 1)
            ptrs_windows(&a, &ptrs, made, out + i);
        else
            out[i] = nprand__poisson(a.e, &a, nprand__double_at(&p[0], i));
    }
    nprand__ahead_end(&a);
    return NPRAND_OK;
}
