/* SPDX-License-Identifier: BSD-3-Clause
 *
 * choice: with and without replacement, with and without probabilities.
 */
#include "../work.h"
#include "../math/sums.h"

#include "kahan.h"
#include "long.h"
#include "randint.h"
#include "shuffle.h"

#include <string.h>

/* ---- Probabilities ---- */

/* p as the caller has it, of doubles or of floats; the other pointer is NULL. */
struct chances {
    const double *doubles;
    const float *floats;
};

static double chance(struct chances p, size_t i)
{
    return p.floats != NULL ? (double)p.floats[i] : p.doubles[i];
}

static double sum_of(struct chances p, size_t a)
{
    if (a == 0)
        return 0.0;
    struct nprand__kahan sum = {chance(p, 0), 0.0};
    for (size_t i = 1; i < a; i++)
        nprand__kahan_add(&sum, chance(p, i));
    return sum.sum;
}

/* How far the sum of p may be from 1: by the square root of the epsilon of p's dtype, in that dtype.
 * Since 2.0, NumPy compares it with a float as a float, so that what rounds to the tolerance is
 * within it. */
static double tolerance(const nprand_rng *rng, struct chances p)
{
    if (p.floats == NULL)
        return 0x1p-26;
    bool rounds = nprand__check_rng(rng) == NPRAND_OK &&
                  nprand__const_engine_of(rng)->release >= NPRAND__RELEASE(2, 0, 0);
    return rounds ? 0x1.6a09e6fffffffp-12 : 0x1.6a09e6p-12;
}

static nprand_status check_p(const nprand_rng *rng, int64_t a, struct chances p)
{
    if (a < 0)
        return NPRAND_P_SIZE;
    double sum = sum_of(p, (size_t)a);
    if (isnan(sum))
        return NPRAND_P_NAN;
    for (size_t i = 0; i < (size_t)a; i++) {
        if (chance(p, i) < 0)
            return NPRAND_P_NEGATIVE;
    }
    return fabs(sum - 1.0) > tolerance(rng, p) ? NPRAND_P_SUM : NPRAND_OK;
}

/* ---- Checks ---- */

static nprand_status check_population(const nprand_rng *rng, int64_t a, size_t n)
{
    if (a <= 0 && n > 0)
        return NPRAND_EMPTY_POPULATION;
    /* An index that is drawn, up to a - 1, is a long. */
    if (n > 0 && a - 1 > nprand__long_max(rng))
        return NPRAND_HIGH_OUTSIDE_INT32;
    return NPRAND_OK;
}

/* A population of which there is an array, which no array can have too many elements for. */
static nprand_status check_array(const nprand_rng *rng, int64_t a, size_t n)
{
    nprand_status status = check_population(rng, a, n);
    if (status == NPRAND_OK && a > 0 && (uint64_t)a > PTRDIFF_MAX / sizeof(double))
        status = NPRAND_TOO_LARGE;
    return status;
}

static nprand_status check_choice_p(const nprand_rng *rng, int64_t a, struct chances p, size_t n)
{
    if (p.doubles == NULL && p.floats == NULL)
        return NPRAND_NULL_POINTER;
    nprand_status status = check_array(rng, a, n);
    return status == NPRAND_OK ? check_p(rng, a, p) : status;
}

static nprand_status check_sample(int64_t a, size_t n)
{
    return a < 0 || n > (uint64_t)a ? NPRAND_SAMPLE_TOO_LARGE : NPRAND_OK;
}

static nprand_status check_no_replace(const nprand_rng *rng, int64_t a, size_t n)
{
    nprand_status status = check_array(rng, a, n);
    return status == NPRAND_OK ? check_sample(a, n) : status;
}

static nprand_status check_no_replace_p(const nprand_rng *rng, int64_t a, struct chances p,
                                        size_t n)
{
    nprand_status status = check_choice_p(rng, a, p, n);
    if (status == NPRAND_OK)
        status = check_sample(a, n);
    if (status != NPRAND_OK)
        return status;
    size_t nonzero = 0;
    for (size_t i = 0; i < (size_t)a; i++)
        nonzero += chance(p, i) > 0;
    return nonzero < n ? NPRAND_P_TOO_FEW_NONZERO : NPRAND_OK;
}

/* ---- Equal chances ---- */

int64_t nprand_choice(nprand_rng *rng, int64_t a)
{
    if (!nprand__accept(rng, check_population(rng, a, 1)))
        return NPRAND_INVALID;
    return nprand_randint(rng, 0, a);
}

nprand_status nprand_choice_fill(nprand_rng *rng, int64_t a, size_t n, int64_t *out)
{
    nprand_status status =
        nprand__check_fill(rng, check_population(rng, a, n), n, sizeof *out, out);
    if (status == NPRAND_OK && n > 0)
        nprand__fill_uint64(nprand__engine_of(rng), 0, (uint64_t)a - 1, n, (uint64_t *)out);
    return status;
}

/* ---- Probabilities, with replacement ---- */

static int64_t choice_p(nprand_rng *rng, int64_t a, struct chances p)
{
    if (!nprand__accept(rng, check_choice_p(rng, a, p, 1)))
        return NPRAND_INVALID;

    /* The cdf and the search of the fill without a place to keep the cdf: its last sum first. */
    double total = chance(p, 0);
    for (size_t i = 1; i < (size_t)a; i++)
        total += chance(p, i);
    double u = nprand__next_double(nprand__engine_of(rng));
    double sum = chance(p, 0);
    size_t index = 0;
    while (index + 1 < (size_t)a && !(sum / total > u))
        sum += chance(p, ++index);
    return (int64_t)index;
}

int64_t nprand_choice_p(nprand_rng *rng, int64_t a, const double *p)
{
    return choice_p(rng, a, (struct chances){.doubles = p});
}

int64_t nprand_choice_p_float(nprand_rng *rng, int64_t a, const float *p)
{
    return choice_p(rng, a, (struct chances){.floats = p});
}

static void copy(struct chances p, size_t a, double *out)
{
    for (size_t i = 0; i < a; i++)
        out[i] = chance(p, i);
}

/* cdf[i] = (p[0] + ... + p[i]) / (p[0] + ... + p[a-1]), the sums from the left. cdf may be p. */
static void make_cdf(const double *p, size_t a, double *cdf)
{
    nprand__cumulate(p, a, cdf);
    double sum = cdf[a - 1];
    for (size_t i = 0; i < a; i++)
        cdf[i] /= sum;
}

size_t nprand_choice_p_work_size(int64_t a)
{
    return a > 0 ? nprand__work_size_of((uint64_t)a, sizeof(double)) : 0;
}

static nprand_status choice_p_fill(nprand_rng *rng, int64_t a, struct chances p, size_t n,
                                   int64_t *out, nprand_work work)
{
    nprand_status status =
        nprand__check_fill(rng, check_choice_p(rng, a, p, n), n, sizeof *out, out);
    if (status == NPRAND_OK)
        status = nprand__check_work(work, nprand_choice_p_work_size(a));
    if (status != NPRAND_OK || n == 0)
        return status;

    double *cdf = work.memory;
    copy(p, (size_t)a, cdf);
    make_cdf(cdf, (size_t)a, cdf);
    for (size_t i = 0; i < n; i++)
        out[i] =
            (int64_t)nprand__bisect(cdf, (size_t)a, nprand__next_double(nprand__engine_of(rng)));
    return NPRAND_OK;
}

nprand_status nprand_choice_p_fill(nprand_rng *rng, int64_t a, const double *p, size_t n,
                                   int64_t *out, nprand_work work)
{
    return choice_p_fill(rng, a, (struct chances){.doubles = p}, n, out, work);
}

nprand_status nprand_choice_p_float_fill(nprand_rng *rng, int64_t a, const float *p, size_t n,
                                         int64_t *out, nprand_work work)
{
    return choice_p_fill(rng, a, (struct chances){.floats = p}, n, out, work);
}

/* ---- Equal chances, without replacement ---- */

size_t nprand_choice_no_replace_work_size(int64_t a)
{
    return a > 0 ? nprand__work_size_of((uint64_t)a, sizeof(int64_t)) : 0;
}

nprand_status nprand_choice_no_replace_fill(nprand_rng *rng, int64_t a, size_t n, int64_t *out,
                                            nprand_work work)
{
    nprand_status status =
        nprand__check_fill(rng, check_no_replace(rng, a, n), n, sizeof *out, out);
    if (status == NPRAND_OK)
        status = nprand__check_work(work, nprand_choice_no_replace_work_size(a));
    if (status != NPRAND_OK)
        return status;
    nprand__permutation(nprand__engine_of(rng), (size_t)a, work.memory);
    if (n > 0)
        memcpy(out, work.memory, n * sizeof *out);
    return NPRAND_OK;
}

/* ---- Probabilities, without replacement ---- */

/* Ends a round that found nothing new, which rounding to nearest does not let happen: the first of
 * them is found. */
static size_t first_left(const double *left, size_t a)
{
    size_t index = 0;
    while (index + 1 < a && left[index] == 0.0)
        index++;
    return index;
}

/* Rounds: as many uniforms as are missing, searched in a cdf from which what was found before is
 * left out. What comes twice in one round is dropped, and makes another round. A zero in left marks
 * what was found: the cdf does not rise there, so that no search of a later round ends there. */
static void fill_distinct(struct nprand__engine *e, size_t a, size_t n, int64_t *out, double *cdf,
                          double *left)
{
    size_t found = 0;
    while (found < n) {
        size_t missing = n - found;
        make_cdf(left, a, cdf);
        const size_t before = found;
        for (; missing > 0; missing--) {
            size_t index = nprand__bisect(cdf, a, nprand__next_double(e));
            if (left[index] == 0.0)
                continue;
            left[index] = 0.0;
            out[found++] = (int64_t)index;
        }
        if (found == before) {
            size_t index = first_left(left, a);
            left[index] = 0.0;
            out[found++] = (int64_t)index;
        }
    }
}

size_t nprand_choice_no_replace_p_work_size(int64_t a)
{
    return a > 0 ? nprand__work_size_of((uint64_t)a, 2 * sizeof(double)) : 0;
}

static nprand_status no_replace_p_fill(nprand_rng *rng, int64_t a, struct chances p, size_t n,
                                       int64_t *out, nprand_work work)
{
    nprand_status status =
        nprand__check_fill(rng, check_no_replace_p(rng, a, p, n), n, sizeof *out, out);
    if (status == NPRAND_OK)
        status = nprand__check_work(work, nprand_choice_no_replace_p_work_size(a));
    if (status != NPRAND_OK)
        return status;
    double *cdf = work.memory;
    double *left = cdf + a;
    copy(p, (size_t)a, left);
    fill_distinct(nprand__engine_of(rng), (size_t)a, n, out, cdf, left);
    return NPRAND_OK;
}

nprand_status nprand_choice_no_replace_p_fill(nprand_rng *rng, int64_t a, const double *p, size_t n,
                                              int64_t *out, nprand_work work)
{
    return no_replace_p_fill(rng, a, (struct chances){.doubles = p}, n, out, work);
}

nprand_status nprand_choice_no_replace_p_float_fill(nprand_rng *rng, int64_t a, const float *p,
                                                    size_t n, int64_t *out, nprand_work work)
{
    return no_replace_p_fill(rng, a, (struct chances){.floats = p}, n, out, work);
}
