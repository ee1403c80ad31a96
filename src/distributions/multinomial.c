/* SPDX-License-Identifier: BSD-3-Clause
 *
 * multinomial: a binomial for each category but the last, of the trials that are left.
 */
#include "binomial.h"
#include "check.h"
#include "kahan.h"
#include "long.h"
#include "method.h"

#include <string.h>

/* 1.17 to 2.4 drew nothing for a category that is sure to get no trial; 1.16 and 2.5 do. */
static bool takes_shortcut(const struct nprand__engine *e, int64_t n, double p)
{
    return (n == 0 || p == 0.0) && e->release >= NPRAND__RELEASE(1, 17, 0) &&
           e->release < NPRAND__RELEASE(2, 5, 0);
}

/* 2.4 alone set up inversion by log1p here. */
static bool sets_up_by_log1p(const struct nprand__engine *e)
{
    return e->release >= NPRAND__RELEASE(2, 4, 0) && e->release < NPRAND__RELEASE(2, 5, 0);
}

/* What binomials are drawn by, kept from row to row: the p of a category is the same in each, and
 * the trials that are left for it are mostly of a few numbers. 100 trials in 4 categories take 38
 * ns per count in place of 85, 26 with twice the places and 55 with half of them; one is 0.4 KB. In
 * few rows little returns, and emptying all places would take more than is gained. */
enum { KEPT = 32, FEW_ROWS = 8 };

struct kept {
    size_t places;
    struct nprand__binomial *binomials;
};

static struct kept keep_none(size_t places, struct nprand__binomial *binomials)
{
    for (size_t i = 0; i < places; i++)
        binomials[i].n = -1;
    return (struct kept){places, binomials};
}

static int64_t draw_binomial(struct nprand__engine *e, const struct kept *kept, int64_t n, double p)
{
    struct nprand__binomial *b = &kept->binomials[(uint64_t)n % kept->places];
    if (b->n != n || b->p != p)
        nprand__binomial_prepare(e, b, n, p, sets_up_by_log1p(e));
    return nprand__binomial_draw(e, b);
}

static void draw_row(struct nprand__engine *e, int64_t n, const double *pvals, size_t k,
                     const struct kept *kept, int64_t *out)
{
    memset(out, 0, k * sizeof *out);
    double remaining = 1.0;
    for (size_t j = 0; j + 1 < k; j++) {
        double p = pvals[j] / remaining;
        if (!takes_shortcut(e, n, p))
            out[j] = draw_binomial(e, kept, n, p);
        n = nprand__to_int64((uint64_t)n - (uint64_t)out[j]); /* which can be the invalid value */
        if (n <= 0)
            return;
        remaining -= pvals[j];
    }
    out[k - 1] = n;
}

static void draw_few_rows(struct nprand__engine *e, int64_t n, const double *pvals, size_t k,
                          size_t rows, int64_t *out)
{
    struct nprand__binomial binomial;
    const struct kept kept = keep_none(1, &binomial);
    for (size_t i = 0; i < rows; i++)
        draw_row(e, n, pvals, k, &kept, out + i * k);
}

NPRAND__NOINLINE static void draw_many_rows(struct nprand__engine *e, int64_t n, const double *pvals,
                                         size_t k, size_t rows, int64_t *out)
{
    struct nprand__binomial binomials[KEPT];
    const struct kept kept = keep_none(KEPT, binomials);
    for (size_t i = 0; i < rows; i++)
        draw_row(e, n, pvals, k, &kept, out + i * k);
}

/* The last probability is looked at, but neither summed nor used: NumPy does this; do not repair.
 */
static nprand_status check_pvals(const double *pvals, size_t k)
{
    for (size_t j = 0; j < k; j++) {
        if (nprand__probability(pvals[j]) != NPRAND_OK)
            return NPRAND_PVALS_OUTSIDE_0_1;
    }
    double sum = k > 0 ? nprand__kahan_sum(pvals, k - 1) : 0.0;
    return sum > 1.0 + 1e-12 ? NPRAND_PVALS_SUM : NPRAND_OK;
}

/* The attempts for a category, whose p is as in draw_row(), grow with the trials that are left for
 * it: up to all n, or as many as inversion is taken for. */
static nprand_status check_categories(const nprand_rng *rng, int64_t n, const double *pvals,
                                      size_t k)
{
    if (n <= INT64_C(1) << 53 || nprand__check_rng(rng) != NPRAND_OK)
        return NPRAND_OK;
    bool log1p = sets_up_by_log1p(nprand__const_engine_of(rng));
    double remaining = 1.0;
    for (size_t j = 0; j + 1 < k; j++) {
        double p = pvals[j] / remaining;
        double r = p <= 0.5 ? p : 1.0 - p;
        double most = (double)n * r > 30.0 ? 30.0 / r : (double)n;
        double attempts = nprand__binomial_attempts(most, p, log1p);
        if (r > 0.0 && nprand__check_attempts(attempts) != NPRAND_OK)
            return NPRAND_TOO_MANY_ATTEMPTS;
        remaining -= pvals[j];
    }
    return NPRAND_OK;
}

/* n as NumPy takes it. 1.17.0 to 1.26.1 take 64 bits and cut them to a long, which may have 32. */
static int64_t trials_of(const nprand_rng *rng, int64_t n)
{
    if (nprand__check_rng(rng) != NPRAND_OK)
        return n;
    const struct nprand__engine *e = nprand__const_engine_of(rng);
    bool cuts = e->release >= NPRAND__RELEASE(1, 17, 0) && e->release < NPRAND__RELEASE(1, 26, 2);
    return cuts ? nprand__wrap(e, (uint64_t)n) : n;
}

static nprand_status check_multinomial(const nprand_rng *rng, int64_t n, const double *pvals,
                                       size_t k)
{
    nprand_status status = nprand__check_out(k, sizeof *pvals, pvals);
    if (status == NPRAND_OK)
        status = check_pvals(pvals, k);
    status = nprand__both(status, nprand__count(rng, n, NPRAND_N_NEGATIVE));
    if (status != NPRAND_OK)
        return status;
    /* Releases before 1.9 cast counts to int. */
    if (n > INT32_MAX && nprand__since(rng, NPRAND__RELEASE(1, 9, 0)) != NPRAND_OK)
        return NPRAND_NOT_IN_RELEASE;
    return check_categories(rng, n, pvals, k);
}

nprand_status nprand_multinomial_fill(nprand_rng *rng, int64_t n, const double *pvals, size_t k,
                                      size_t rows, int64_t *out)
{
    n = trials_of(rng, n);
    nprand_status status =
        nprand__check_rows(rng, check_multinomial(rng, n, pvals, k), rows, k, sizeof *out, out);
    if (status != NPRAND_OK || k == 0)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    if (rows <= FEW_ROWS)
        draw_few_rows(e, n, pvals, k, rows, out);
    else
        draw_many_rows(e, n, pvals, k, rows, out);
    return NPRAND_OK;
}

nprand_status nprand_multinomial(nprand_rng *rng, int64_t n, const double *pvals, size_t k,
                                 int64_t *out)
{
    return nprand_multinomial_fill(rng, n, pvals, k, 1, out);
}
