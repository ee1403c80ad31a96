/* SPDX-License-Identifier: BSD-3-Clause
 *
 * multinomial: how many of n trials fall into each of k categories. Each category but the last
 * takes a binomial of the trials that are left, the last one takes the rest.
 */
#include "../backend/libm.h"

#include "attempts.h"
#include "binomial.h"
#include "check.h"
#include "kahan.h"

/* ---- A table of prepared binomials ---- */

/* Prepared binomials are used again in later rows: the p of a category is the same in each row, and
 * the trials that are left for it are mostly one of a few numbers. With 100 trials in 4 categories,
 * a count takes 22 ns, and 63 ns with half the entries. An entry has 0.3 KB. In few rows, few
 * binomials are used again, and emptying all entries would take longer than it saves. */
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

/* ---- Rows in lanes ----
 *
 * A regular row takes exactly one uniform for each category but the last: all its binomials are
 * made by inversion, no search ends at its bound, and trials are left for every draw. If nearly all
 * rows are regular, it is known before the draws which uniforms each of NPRAND__LANES rows takes.
 * Each category is then drawn for all of these rows together, one row in each lane. If a row turns
 * out to be irregular, the engine goes back to the start of this row. It is drawn alone, and the
 * next lanes begin behind it. With 100 trials in 20 categories, a count takes 20 ns in place of 75.
 *
 * With few categories or few trials, the table above is faster: its binomials are used again more
 * often. */
enum {
    MULTINOMIAL_NARROWEST = 8, /* the fewest and the most categories for which lanes are used */
    MULTINOMIAL_WIDEST = 100,
    MULTINOMIAL_LEAST = 160, /* the least product of trials and categories */
};
static const double MULTINOMIAL_LAST = 1.5; /* the least mean of the trials for the last draw */

struct multinomial_category {
    double r, log_q; /* log_q: ln(1 - r) */
    bool mirrored;
};

/* Prepares the categories. Returns false if irregular rows are to be expected: if the mean number
 * of trials for a category, and 3 standard deviations more, has a mean above the limit of
 * inversion, or if often no trial is left for the last draw. For p = 0 too: 1.17 to 2.4 draw
 * nothing for it, other releases do. */
static bool multinomial_prepare(const struct nprand__engine *e, int64_t n, const double *pvals,
                                size_t k, struct multinomial_category *c)
{
    double remaining = 1.0, mean = (double)n;
    for (size_t j = 0; j + 1 < k; j++) {
        const double p = pvals[j] / remaining;
        if (!(p > 0.0 && p <= 1.0))
            return false;
        c[j].mirrored = !(p <= 0.5);
        c[j].r = c[j].mirrored ? 1.0 - p : p;
        c[j].log_q =
            multinomial_takes_log1p(e) ? nprand__log1p(-c[j].r) : nprand__log(1.0 - c[j].r);
        mean = (double)n * remaining;
        if (!nprand__has_lane(mean + 3.0 * sqrt(mean), c[j].r))
            return false;
        remaining -= pvals[j];
    }
    return mean >= MULTINOMIAL_LAST;
}

/* Draws one category in all lanes. left: the trials that are left. is_other[i] becomes true if row
 * i is irregular. */
static void multinomial_draw_lanes(const struct multinomial_category *c, struct nprand__lanes *l,
                                   double *left, bool *is_other)
{
    for (size_t i = 0; i < NPRAND__LANES; i++) {
        is_other[i] |= !(left[i] > 0.0 && nprand__has_lane(left[i], c->r));
        l->n[i] = is_other[i] ? 0.0 : left[i];
        l->r[i] = c->r;
        l->q[i] = 1.0 - c->r;
        l->px[i] = l->n[i] * c->log_q;
    }
    nprand__exp_array(NPRAND__LANES, l->px);
    nprand__backend()->search_lanes(l);
    for (size_t i = 0; i < NPRAND__LANES; i++) {
        is_other[i] |= l->vain[i] > 0.0;
        l->x[i] = c->mirrored ? l->n[i] - l->x[i] : l->x[i];
        left[i] -= l->x[i];
    }
}

/* Makes NPRAND__LANES rows of their uniforms. Returns how many rows are right: those before the
 * first irregular one. */
static size_t multinomial_lanes(int64_t n, const struct multinomial_category *c, size_t k,
                                const double *u, int64_t *out)
{
    struct nprand__lanes l;
    double left[NPRAND__LANES];
    bool is_other[NPRAND__LANES] = {false};
    for (size_t i = 0; i < NPRAND__LANES; i++)
        left[i] = (double)n;
    for (size_t j = 0; j + 1 < k; j++) {
        for (size_t i = 0; i < NPRAND__LANES; i++)
            l.u[i] = u[i * (k - 1) + j];
        multinomial_draw_lanes(&c[j], &l, left, is_other);
        for (size_t i = 0; i < NPRAND__LANES; i++)
            out[i * k + j] = (int64_t)l.x[i];
    }
    size_t rows = 0;
    for (; rows < NPRAND__LANES && !is_other[rows]; rows++)
        out[rows * k + k - 1] = (int64_t)left[rows];
    return rows;
}

/* Draws rows in lanes while NPRAND__LANES or more rows are missing. Returns how many. */
NPRAND__NOINLINE static size_t multinomial_rows_in_lanes(struct nprand__engine *e, int64_t n,
                                                         const double *pvals, size_t k, size_t rows,
                                                         int64_t *out)
{
    struct multinomial_category c[MULTINOMIAL_WIDEST];
    double u[NPRAND__LANES * MULTINOMIAL_WIDEST];
    struct nprand__mark mark;
    size_t done = 0;
    if (k < MULTINOMIAL_NARROWEST || k > MULTINOMIAL_WIDEST ||
        (double)n * (double)k < MULTINOMIAL_LEAST || !multinomial_prepare(e, n, pvals, k, c))
        return 0;
    while (rows - done >= NPRAND__LANES) {
        nprand__mark(e, &mark);
        nprand__fill_doubles(e, NPRAND__LANES * (k - 1), u);
        const size_t made = multinomial_lanes(n, c, k, u, out + done * k);
        done += made;
        if (made < NPRAND__LANES) {
            nprand__go_to(e, &mark);
            nprand__fill_doubles(e, made * (k - 1), u);
            multinomial_few_rows(e, n, pvals, k, 1, out + done++ * k);
        }
    }
    return done;
}

/* Rows of two categories are one binomial value each, all with the same parameters: a fill makes
 * them in the upper half of out. Row i is written over elements 2i and 2i + 1, which hold no value
 * that is still to be read. */
static void multinomial_pairs(struct nprand__engine *e, int64_t n, double p, size_t rows,
                              int64_t *out)
{
    nprand__binomial_fill(e, n, p, multinomial_takes_log1p(e), rows, out + rows);
    for (size_t i = 0; i < rows; i++) {
        const int64_t x = out[rows + i];
        const int64_t rest = nprand__to_int64((uint64_t)n - (uint64_t)x);
        out[2 * i] = x;
        out[2 * i + 1] = rest > 0 ? rest : 0;
    }
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
    if (rows > MULTINOMIAL_FEW_ROWS && k == 2 && n > 0 && pvals[0] > 0.0) {
        multinomial_pairs(e, n, pvals[0], rows, out);
        return NPRAND_OK;
    }
    if (rows > MULTINOMIAL_FEW_ROWS) {
        const size_t done = multinomial_rows_in_lanes(e, n, pvals, k, rows, out);
        out += done * k;
        rows -= done;
    }
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
