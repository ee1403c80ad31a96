/* SPDX-License-Identifier: BSD-3-Clause
 *
 * multinomial: how many of n trials fall into each of k categories. Each category but the last
 * takes a binomial of the trials that are left, the last one takes the rest.
 */
#include "attempts.h"
#include "binomial.h"
#include "check.h"
#include "kahan.h"

/* ---- A table of prepared binomials ---- */

/* The binomials of earlier rows are used again: the p of a category is the same in each row, and
 * the trials that are left for it are mostly one of a few numbers. 100 trials in 4 categories take
 * 22 ns per count, and 63 with half the entries. An entry has 0.3 KB. In few rows little returns,
 * and emptying all entries would cost more than is gained. */
enum { MULTINOMIAL_ENTRIES = 64, MULTINOMIAL_STEP = 13, MULTINOMIAL_FEW_ROWS = 8 };

struct multinomial_table {
    size_t size;                      /* a power of two */
    struct nprand__binomial *entries; /* n = -1: empty */
};

static struct multinomial_table multinomial_empty_table(size_t size,
                                                        struct nprand__binomial *entries)
{
    for (size_t i = 0; i < size; i++)
        entries[i].n = -1;
    return (struct multinomial_table){size, entries};
}

/* 2.4 alone prepared inversion by log1p here. */
static bool multinomial_takes_log1p(const struct nprand__engine *e)
{
    return e->release >= NPRAND__RELEASE(2, 4, 0) && e->release < NPRAND__RELEASE(2, 5, 0);
}

/* The place of an entry. A category mostly takes a few neighbours of n, fewer for each category
 * after it. The numbers of different categories are kept apart by steps. */
static size_t multinomial_place(const struct multinomial_table *table, int64_t n, size_t category)
{
    return (size_t)((uint64_t)n - MULTINOMIAL_STEP * category) & (table->size - 1);
}

static int64_t multinomial_draw(struct nprand__engine *e, const struct multinomial_table *table,
                                size_t category, int64_t n, double p)
{
    struct nprand__binomial *b = &table->entries[multinomial_place(table, n, category)];
    if (b->n != n || b->p != p)
        nprand__binomial_prepare(e, b, n, p, multinomial_takes_log1p(e));
    return nprand__binomial_draw(e, b);
}

/* ---- One row, and many ---- */

/* Whether a category takes a draw. 1.17 to 2.4 drew nothing for a category that is sure to get no
 * trial; 1.16 and 2.5 do. */
static bool multinomial_is_drawn(const struct nprand__engine *e, int64_t n, double p)
{
    return !((n == 0 || p == 0.0) && e->release >= NPRAND__RELEASE(1, 17, 0) &&
             e->release < NPRAND__RELEASE(2, 5, 0));
}

static void multinomial_row(struct nprand__engine *e, int64_t n, const double *pvals, size_t k,
                            const struct multinomial_table *table, int64_t *out)
{
    memset(out, 0, k * sizeof *out);
    double remaining = 1.0;
    for (size_t j = 0; j + 1 < k; j++) {
        double p = pvals[j] / remaining;
        if (multinomial_is_drawn(e, n, p))
            out[j] = multinomial_draw(e, table, j, n, p);
        n = nprand__to_int64((uint64_t)n - (uint64_t)out[j]); /* out[j] can be LONG_MIN */
        if (n <= 0)
            return;
        remaining -= pvals[j];
    }
    out[k - 1] = n;
}

static void multinomial_rows(struct nprand__engine *e, int64_t n, const double *pvals, size_t k,
                             const struct multinomial_table *table, size_t rows, int64_t *out)
{
    for (size_t i = 0; i < rows; i++)
        multinomial_row(e, n, pvals, k, table, out + i * k);
}

static void multinomial_few_rows(struct nprand__engine *e, int64_t n, const double *pvals, size_t k,
                                 size_t rows, int64_t *out)
{
    struct nprand__binomial entry;
    const struct multinomial_table table = multinomial_empty_table(1, &entry);
    multinomial_rows(e, n, pvals, k, &table, rows, out);
}

NPRAND__NOINLINE static void multinomial_many_rows(struct nprand__engine *e, int64_t n,
                                                   const double *pvals, size_t k, size_t rows,
                                                   int64_t *out)
{
    struct nprand__binomial entries[MULTINOMIAL_ENTRIES];
    const struct multinomial_table table = multinomial_empty_table(MULTINOMIAL_ENTRIES, entries);
    multinomial_rows(e, n, pvals, k, &table, rows, out);
}

/* ---- Checks ---- */

/* The last probability must be in [0, 1], but is neither summed nor used: NumPy does this; do not
 * repair. 1e-12 is NumPy's tolerance of the sum. */
static nprand_status check_multinomial_pvals(const double *pvals, size_t k)
{
    for (size_t j = 0; j < k; j++) {
        if (nprand__probability(pvals[j]) != NPRAND_OK)
            return NPRAND_PVALS_OUTSIDE_0_1;
    }
    double sum = k > 0 ? nprand__kahan_sum(pvals, k - 1) : 0.0;
    return sum > 1.0 + 1e-12 ? NPRAND_PVALS_SUM : NPRAND_OK;
}

/* The most trials that a category leaves of most trials, where each is kept with probability rest:
 * the mean, 12 standard deviations, and 150. By Chernoff's bound, a binomial value is above that
 * with a chance below 1e-30. The mean is rounded up. */
static double most_trials_left(double most, double rest)
{
    double mean = most * rest + most * 0x1p-52;
    double bound = mean + 12.0 * sqrt(mean) + 150.0;
    return bound < most ? bound : most;
}

/* The attempts for a category, whose p is as in multinomial_row(), grow with the trials that the
 * categories before it leave. Inversion is taken for a mean up to 30. Up to 2^53 trials, the
 * rounding of 1 - p costs no attempts. */
static nprand_status check_multinomial_categories(const nprand_rng *rng, int64_t n,
                                                  const double *pvals, size_t k)
{
    if (n <= INT64_C(1) << 53 || nprand__check_rng(rng) != NPRAND_OK)
        return NPRAND_OK;
    const double below_1 = 1.0 - 0x1p-51; /* 30 / r is not rounded up to a mean above 30 */
    bool log1p = multinomial_takes_log1p(nprand__const_engine_of(rng));
    double remaining = 1.0, left = (double)n;
    for (size_t j = 0; j + 1 < k; j++) {
        double p = pvals[j] / remaining;
        double r = p <= 0.5 ? p : 1.0 - p;
        double most = left * r > 30.0 ? 30.0 / r * below_1 : left;
        double attempts = nprand__binomial_attempts(most, p, log1p);
        if (r > 0.0 && nprand__check_attempts(attempts) != NPRAND_OK)
            return NPRAND_TOO_MANY_ATTEMPTS;
        if (p >= 0.0 && p <= 1.0)
            left = most_trials_left(left, 1.0 - p);
        remaining -= pvals[j];
    }
    return NPRAND_OK;
}

static nprand_status check_multinomial(const nprand_rng *rng, int64_t n, const double *pvals,
                                       size_t k)
{
    nprand_status status = nprand__check_out(k, sizeof *pvals, pvals);
    if (status == NPRAND_OK)
        status = check_multinomial_pvals(pvals, k);
    status = nprand__both(status, nprand__count(rng, n, NPRAND_N_NEGATIVE));
    if (status != NPRAND_OK)
        return status;
    /* Releases before 1.9 cast counts to int. */
    if (n > INT32_MAX && nprand__since(rng, NPRAND__RELEASE(1, 9, 0)) != NPRAND_OK)
        return NPRAND_NOT_IN_RELEASE;
    return check_multinomial_categories(rng, n, pvals, k);
}

/* ---- Public functions ---- */

/* n as NumPy takes it. 1.17.0 to 1.26.1 take 64 bits and cut them to a long, which may have 32. */
static int64_t multinomial_trials(const nprand_rng *rng, int64_t n)
{
    if (nprand__check_rng(rng) != NPRAND_OK)
        return n;
    const struct nprand__engine *e = nprand__const_engine_of(rng);
    bool cuts = e->release >= NPRAND__RELEASE(1, 17, 0) && e->release < NPRAND__RELEASE(1, 26, 2);
    return cuts ? nprand__wrap(e, (uint64_t)n) : n;
}

nprand_status nprand_multinomial_fill(nprand_rng *rng, int64_t n, const double *pvals, size_t k,
                                      size_t rows, int64_t *out)
{
    n = multinomial_trials(rng, n);
    nprand_status status =
        nprand__check_rows(rng, check_multinomial(rng, n, pvals, k), rows, k, sizeof *out, out);
    if (status != NPRAND_OK || k == 0)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    if (rows <= MULTINOMIAL_FEW_ROWS)
        multinomial_few_rows(e, n, pvals, k, rows, out);
    else
        multinomial_many_rows(e, n, pvals, k, rows, out);
    return NPRAND_OK;
}

nprand_status nprand_multinomial(nprand_rng *rng, int64_t n, const double *pvals, size_t k,
                                 int64_t *out)
{
    return nprand_multinomial_fill(rng, n, pvals, k, 1, out);
}
