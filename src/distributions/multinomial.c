/* SPDX-License-Identifier: BSD-3-Clause
 *
 * multinomial: a binomial for each category but the last, of the trials that are left.
 */
#include "binomial.h"
#include "check.h"
#include "kahan.h"
#include "long.h"

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
 * ns per count in place of 85, 26 with twice the places and 55 with half of them; one is 0.9 KB. In
 * few rows little returns, and emptying all places would take more than is gained. */
enum { KEPT = 32, FEW_ROWS = 8 };

struct kept {
    size_t places;
    struct nprand__binomial binomials[KEPT];
};

static void keep_none(struct kept *kept, size_t rows)
{
    kept->places = rows <= FEW_ROWS ? 1 : KEPT;
    for (size_t i = 0; i < kept->places; i++)
        kept->binomials[i].n = -1;
}

static int64_t draw_binomial(struct nprand__engine *e, struct kept *kept, int64_t n, double p)
{
    struct nprand__binomial *b = &kept->binomials[(uint64_t)n % kept->places];
    if (b->n != n || b->p != p)
        nprand__binomial_prepare(e, b, n, p, sets_up_by_log1p(e));
    return nprand__binomial_draw(e, b);
}

static void draw_row(struct nprand__engine *e, int64_t n, const double *pvals, size_t k,
                     struct kept *kept, int64_t *out)
{
    memset(out, 0, k * sizeof *out);
    double remaining = 1.0;
    for (size_t j = 0; j + 1 < k; j++) {
        double p = pvals[j] / remaining;
        if (!takes_shortcut(e, n, p))
            out[j] = draw_binomial(e, kept, n, p);
        n -= out[j];
        if (n <= 0)
            return;
        remaining -= pvals[j];
    }
    out[k - 1] = n;
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
    /* Releases before 1.9 cast counts to int. */
    if (status == NPRAND_OK && n > INT32_MAX)
        return nprand__since(rng, NPRAND__RELEASE(1, 9, 0));
    return status;
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
    struct kept kept;
    keep_none(&kept, rows);
    for (size_t i = 0; i < rows; i++)
        draw_row(e, n, pvals, k, &kept, out + i * k);
    return NPRAND_OK;
}

nprand_status nprand_multinomial(nprand_rng *rng, int64_t n, const double *pvals, size_t k,
                                 int64_t *out)
{
    return nprand_multinomial_fill(rng, n, pvals, k, 1, out);
}
