/* SPDX-License-Identifier: BSD-3-Clause
 *
 * choice: indices 0..a-1, with and without replacement, with equal chances or with probabilities p.
 */
#include "../math/bits.h"
#include "../math/sums.h"
#include "../work.h"

#include "guide.h"
#include "interval.h"
#include "kahan.h"
#include "long.h"
#include "permutation_head.h"
#include "shuffle.h"

/* ---- Probabilities ---- */

/* p as the caller has it, of doubles or of floats. The other pointer is NULL. */
struct choice_p {
    const double *doubles;
    const float *floats;
};

static double choice_p_at(struct choice_p p, size_t i)
{
    return p.floats != NULL ? (double)p.floats[i] : p.doubles[i];
}

static void copy_choice_p(struct choice_p p, size_t a, double *out)
{
    for (size_t i = 0; i < a; i++)
        out[i] = choice_p_at(p, i);
}

static double sum_choice_p(struct choice_p p, size_t a)
{
    if (a == 0)
        return 0.0;
    struct nprand__kahan sum = {choice_p_at(p, 0), 0.0};
    for (size_t i = 1; i < a; i++)
        nprand__kahan_add(&sum, choice_p_at(p, i));
    return sum.sum;
}

/* cdf[i] = (p[0] + ... + p[i]) / (p[0] + ... + p[a-1]), with sums from the left. cdf may be p. */
static void make_choice_cdf(const double *p, size_t a, double *cdf)
{
    nprand__cumulate(p, a, cdf);
    double sum = cdf[a - 1];
    for (size_t i = 0; i < a; i++)
        cdf[i] /= sum;
}

/* ---- Checks ---- */

/* How far the sum of p may be from 1: NumPy takes the square root of the epsilon of p's dtype, in
 * that dtype. Since 2.0, NumPy compares the distance with a float as a float: a distance that
 * rounds to the tolerance is accepted. */
static double choice_tolerance(const nprand_rng *rng, struct choice_p p)
{
    if (p.floats == NULL)
        return 0x1p-26;
    bool rounds = nprand__check_rng(rng) == NPRAND_OK &&
                  nprand__const_engine_of(rng)->release >= NPRAND__RELEASE(2, 0, 0);
    return rounds ? 0x1.6a09e6fffffffp-12 : 0x1.6a09e6p-12;
}

static nprand_status check_choice_sum(const nprand_rng *rng, int64_t a, struct choice_p p)
{
    if (a < 0)
        return NPRAND_P_SIZE;
    double sum = sum_choice_p(p, (size_t)a);
    if (isnan(sum))
        return NPRAND_P_NAN;
    for (size_t i = 0; i < (size_t)a; i++) {
        if (choice_p_at(p, i) < 0)
            return NPRAND_P_NEGATIVE;
    }
    return fabs(sum - 1.0) > choice_tolerance(rng, p) ? NPRAND_P_SUM : NPRAND_OK;
}

static nprand_status check_choice(const nprand_rng *rng, int64_t a, size_t n)
{
    if (a <= 0 && n > 0)
        return NPRAND_EMPTY_POPULATION;
    /* The drawn index, up to a - 1, is a long. */
    if (n > 0 && a - 1 > nprand__long_max(rng))
        return NPRAND_HIGH_OUTSIDE_INT32;
    return NPRAND_OK;
}

/* A population with an array of a elements: p, or the work space. */
static nprand_status check_choice_array(const nprand_rng *rng, int64_t a, size_t n)
{
    nprand_status status = check_choice(rng, a, n);
    if (status == NPRAND_OK && a > 0 && (uint64_t)a > PTRDIFF_MAX / sizeof(double))
        status = NPRAND_TOO_LARGE;
    return status;
}

static nprand_status check_choice_p(const nprand_rng *rng, int64_t a, struct choice_p p, size_t n)
{
    if (p.doubles == NULL && p.floats == NULL)
        return NPRAND_NULL_POINTER;
    nprand_status status = check_choice_array(rng, a, n);
    return status == NPRAND_OK ? check_choice_sum(rng, a, p) : status;
}

static nprand_status check_choice_sample(int64_t a, size_t n)
{
    return a < 0 || n > (uint64_t)a ? NPRAND_SAMPLE_TOO_LARGE : NPRAND_OK;
}

/* Whether n indices can be drawn without an array of a elements. */
static bool choice_is_of_few(int64_t a, size_t n)
{
    return n <= NPRAND__HEAD_MOST && a > 0 && (uint64_t)a <= NPRAND__HEAD_LARGEST;
}

static nprand_status check_choice_no_replace(const nprand_rng *rng, int64_t a, size_t n)
{
    nprand_status status =
        choice_is_of_few(a, n) ? check_choice(rng, a, n) : check_choice_array(rng, a, n);
    return status == NPRAND_OK ? check_choice_sample(a, n) : status;
}

static nprand_status check_choice_no_replace_p(const nprand_rng *rng, int64_t a, struct choice_p p,
                                               size_t n)
{
    nprand_status status = check_choice_p(rng, a, p, n);
    if (status == NPRAND_OK)
        status = check_choice_sample(a, n);
    if (status != NPRAND_OK)
        return status;
    size_t nonzero = 0;
    for (size_t i = 0; i < (size_t)a; i++)
        nonzero += choice_p_at(p, i) > 0;
    return nonzero < n ? NPRAND_P_TOO_FEW_NONZERO : NPRAND_OK;
}

/* ---- Equal chances ---- */

int64_t nprand_choice(nprand_rng *rng, int64_t a)
{
    if (!nprand__accept(rng, check_choice(rng, a, 1)))
        return NPRAND_INVALID;
    return (int64_t)nprand__scalar_uint64(rng, 0, (uint64_t)a - 1);
}

nprand_status nprand_choice_fill(nprand_rng *rng, int64_t a, size_t n, int64_t *out)
{
    nprand_status status = nprand__check_fill(rng, check_choice(rng, a, n), n, sizeof *out, out);
    if (status == NPRAND_OK)
        nprand__fill_uint64(nprand__engine_of(rng), 0, (uint64_t)a - 1, n, (uint64_t *)out);
    return status;
}

/* ---- Probabilities, with replacement ---- */

/* As the fill, without a place for the cdf: the last sum comes first, then the search visits the
 * elements of the cdf one after another. */
static int64_t draw_choice_p(nprand_rng *rng, int64_t a, struct choice_p p)
{
    if (!nprand__accept(rng, check_choice_p(rng, a, p, 1)))
        return NPRAND_INVALID;
    double total = choice_p_at(p, 0);
    for (size_t i = 1; i < (size_t)a; i++)
        total += choice_p_at(p, i);
    double u = nprand__next_double(nprand__engine_of(rng));
    double sum = choice_p_at(p, 0);
    size_t index = 0;
    while (index + 1 < (size_t)a && !(sum / total > u))
        sum += choice_p_at(p, ++index);
    return (int64_t)index;
}

int64_t nprand_choice_p(nprand_rng *rng, int64_t a, const double *p)
{
    return draw_choice_p(rng, a, (struct choice_p){.doubles = p});
}

int64_t nprand_choice_p_float(nprand_rng *rng, int64_t a, const float *p)
{
    return draw_choice_p(rng, a, (struct choice_p){.floats = p});
}

size_t nprand_choice_p_work_size(int64_t a)
{
    return a > 0 ? nprand__work_size_of((uint64_t)a, sizeof(double)) : 0;
}

enum { CHOICE_INTERVALS = 2048 }; /* of a guide table */

/* n <= NPRAND__SEARCHES searches of uniforms. */
static void search_choices(struct nprand__engine *e, const struct nprand__guide *guide, size_t n,
                           int64_t *out)
{
    double u[NPRAND__SEARCHES];
    nprand__fill_doubles(e, n, u);
    nprand__guide_search(guide, n, u, out);
}

static void fill_choices(struct nprand__engine *e, const double *cdf, size_t a, size_t n,
                         int64_t *out)
{
    uint32_t table[CHOICE_INTERVALS];
    const struct nprand__guide guide = nprand__guide_make(cdf, a, n, CHOICE_INTERVALS, table);
    for (size_t size; n > 0; n -= size, out += size) {
        size = nprand__min(n, NPRAND__SEARCHES);
        search_choices(e, &guide, size, out);
    }
}

static nprand_status fill_choice_p(nprand_rng *rng, int64_t a, struct choice_p p, size_t n,
                                   int64_t *out, nprand_work work)
{
    nprand_status status =
        nprand__check_fill(rng, check_choice_p(rng, a, p, n), n, sizeof *out, out);
    if (status == NPRAND_OK)
        status = nprand__check_work(work, nprand_choice_p_work_size(a));
    if (status != NPRAND_OK || n == 0)
        return status;

    double *cdf = (double *)work.memory;
    copy_choice_p(p, (size_t)a, cdf);
    make_choice_cdf(cdf, (size_t)a, cdf);
    fill_choices(nprand__engine_of(rng), cdf, (size_t)a, n, out);
    return NPRAND_OK;
}

nprand_status nprand_choice_p_fill(nprand_rng *rng, int64_t a, const double *p, size_t n,
                                   int64_t *out, nprand_work work)
{
    return fill_choice_p(rng, a, (struct choice_p){.doubles = p}, n, out, work);
}

nprand_status nprand_choice_p_float_fill(nprand_rng *rng, int64_t a, const float *p, size_t n,
                                         int64_t *out, nprand_work work)
{
    return fill_choice_p(rng, a, (struct choice_p){.floats = p}, n, out, work);
}

/* ---- Equal chances, without replacement ---- */

size_t nprand_choice_no_replace_work_size(int64_t a)
{
    return a > 0 ? nprand__work_size_of((uint64_t)a, sizeof(int64_t)) : 0;
}

/* The first n of a permutation of all a. From a = 2^20 on, the array of a takes more time than two
 * passes over the words (measured: 4.2 and 3.9 ns an element at 2^20, 5.8 and 3.2 at 2^21). Below,
 * the array is taken if work space is given. */
static void fill_choice_no_replace(struct nprand__engine *e, int64_t a, size_t n, int64_t *out,
                                   int64_t *array)
{
    const int64_t few_from = INT64_C(1) << 20;
    if (choice_is_of_few(a, n) && (array == NULL || a >= few_from)) {
        nprand__permutation_head(e, (uint64_t)a, n, out);
        return;
    }
    nprand__permutation(e, (size_t)a, array);
    if (n > 0)
        memcpy(out, array, n * sizeof *out);
}

nprand_status nprand_choice_no_replace_fill(nprand_rng *rng, int64_t a, size_t n, int64_t *out,
                                            nprand_work work)
{
    nprand_status status =
        nprand__check_fill(rng, check_choice_no_replace(rng, a, n), n, sizeof *out, out);
    const bool needs_no_work = work.memory == NULL && choice_is_of_few(a, n);
    if (status == NPRAND_OK && !needs_no_work)
        status = nprand__check_work(work, nprand_choice_no_replace_work_size(a));
    if (status == NPRAND_OK)
        fill_choice_no_replace(nprand__engine_of(rng), a, n, out, (int64_t *)work.memory);
    return status;
}

/* ---- Probabilities, without replacement ---- */

/* What draws in rounds, in work space. */
struct choice_rounds {
    struct choice_p p;
    size_t a;
    double *cdf;
    uint32_t *table;  /* of the guide */
    size_t intervals; /* the largest power of two up to a */
    bool *is_out;     /* for each index: whether it was found in a round, or has p = 0 */
};

/* Work space of 13 bytes an element or fewer. */
static struct choice_rounds begin_rounds(struct choice_p p, size_t a, void *memory)
{
    struct choice_rounds r = {.p = p, .a = a, .cdf = (double *)memory, .intervals = 1};
    while (r.intervals <= a / 2)
        r.intervals *= 2;
    r.table = (uint32_t *)(void *)(r.cdf + a);
    r.is_out = (bool *)(r.table + r.intervals);
    for (size_t i = 0; i < a; i++)
        r.is_out[i] = choice_p_at(p, i) == 0.0;
    return r;
}

/* The index that ends a round in which nothing new was found: the first index that is not out. With
 * rounding to nearest, no such round happens. */
static size_t first_index_left(const struct choice_rounds *r)
{
    size_t index = 0;
    while (index + 1 < r->a && r->is_out[index])
        index++;
    return index;
}

/* Writes those of n indices that are not out yet to out, each of them once. Returns how many. */
static size_t add_distinct(bool *is_out, size_t n, const int64_t *index, int64_t *out)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        out[count] = index[i];
        count += !is_out[index[i]];
        is_out[index[i]] = true;
    }
    return count;
}

/* A round takes as many uniforms as indices are missing, and searches them in a cdf without the
 * indices that are out: the cdf does not rise at these indices, and no search ends at them. If a
 * round finds an index twice, the second one is dropped, and another round is needed. Returns the
 * number of indices found. */
static size_t draw_round(struct nprand__engine *e, struct choice_rounds *r, size_t missing,
                         int64_t *out)
{
    size_t found = 0;
    for (size_t i = 0; i < r->a; i++) {
        const uint64_t is_out = 0 - (uint64_t)r->is_out[i];
        r->cdf[i] = nprand__choose(is_out, 0.0, choice_p_at(r->p, i));
    }
    make_choice_cdf(r->cdf, r->a, r->cdf);
    const struct nprand__guide guide =
        nprand__guide_make(r->cdf, r->a, missing, r->intervals, r->table);
    for (size_t size; missing > 0; missing -= size) {
        int64_t index[NPRAND__SEARCHES];
        size = nprand__min(missing, NPRAND__SEARCHES);
        search_choices(e, &guide, size, index);
        found += add_distinct(r->is_out, size, index, out + found);
    }
    if (found == 0) {
        out[0] = (int64_t)first_index_left(r);
        r->is_out[out[0]] = true;
        found = 1;
    }
    return found;
}

size_t nprand_choice_no_replace_p_work_size(int64_t a)
{
    return a > 0 ? nprand__work_size_of((uint64_t)a, 2 * sizeof(double)) : 0;
}

static nprand_status fill_choice_no_replace_p(nprand_rng *rng, int64_t a, struct choice_p p,
                                              size_t n, int64_t *out, nprand_work work)
{
    nprand_status status =
        nprand__check_fill(rng, check_choice_no_replace_p(rng, a, p, n), n, sizeof *out, out);
    if (status == NPRAND_OK)
        status = nprand__check_work(work, nprand_choice_no_replace_p_work_size(a));
    if (status != NPRAND_OK)
        return status;
    struct choice_rounds rounds = begin_rounds(p, (size_t)a, work.memory);
    for (size_t found = 0; found < n;)
        found += draw_round(nprand__engine_of(rng), &rounds, n - found, out + found);
    return NPRAND_OK;
}

nprand_status nprand_choice_no_replace_p_fill(nprand_rng *rng, int64_t a, const double *p, size_t n,
                                              int64_t *out, nprand_work work)
{
    return fill_choice_no_replace_p(rng, a, (struct choice_p){.doubles = p}, n, out, work);
}

nprand_status nprand_choice_no_replace_p_float_fill(nprand_rng *rng, int64_t a, const float *p,
                                                    size_t n, int64_t *out, nprand_work work)
{
    return fill_choice_no_replace_p(rng, a, (struct choice_p){.floats = p}, n, out, work);
}
