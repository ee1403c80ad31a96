/* SPDX-License-Identifier: BSD-3-Clause
 *
 * choice: with and without replacement, with and without probabilities.
 */
#include "kahan.h"
#include "long.h"
#include "randint.h"
#include "shuffle.h"

#include <string.h>

/* sqrt(DBL_EPSILON): how far the sum of p may be from 1. */
static const double P_TOLERANCE = 0x1p-26;

static nprand_status check_p(int64_t a, const double *p)
{
    if (p == NULL)
        return NPRAND_OK;
    if (a < 0)
        return NPRAND_P_SIZE;
    double sum = nprand__kahan_sum(p, (size_t)a);
    if (isnan(sum))
        return NPRAND_P_NAN;
    for (int64_t i = 0; i < a; i++) {
        if (p[i] < 0)
            return NPRAND_P_NEGATIVE;
    }
    return fabs(sum - 1.0) > P_TOLERANCE ? NPRAND_P_SUM : NPRAND_OK;
}

static nprand_status check_without_replacement(int64_t a, const double *p, size_t n)
{
    if (a < 0 || n > (uint64_t)a)
        return NPRAND_SAMPLE_TOO_LARGE;
    if (p == NULL)
        return NPRAND_OK;
    size_t nonzero = 0;
    for (int64_t i = 0; i < a; i++)
        nonzero += p[i] > 0;
    return nonzero < n ? NPRAND_P_TOO_FEW_NONZERO : NPRAND_OK;
}

static nprand_status check_choice(const nprand_rng *rng, int64_t a, bool replace, const double *p,
                                  size_t n)
{
    if (a <= 0 && n > 0)
        return NPRAND_EMPTY_POPULATION;
    /* An index that is drawn, up to a - 1, is a long. */
    if (n > 0 && a - 1 > nprand__long_max(rng))
        return NPRAND_HIGH_OUTSIDE_INT32;
    /* No array can have so many elements, p among them. */
    if (a > 0 && (uint64_t)a > PTRDIFF_MAX / sizeof(double) && (p != NULL || !replace))
        return NPRAND_TOO_LARGE;
    nprand_status status = check_p(a, p);
    if (status == NPRAND_OK && !replace)
        status = check_without_replacement(a, p, n);
    return status;
}

/* cdf[i] = (p[0] + ... + p[i]) / (p[0] + ... + p[a-1]), the sums from the left. */
static void cumulate(const double *p, size_t a, double *cdf)
{
    double sum = 0.0;
    for (size_t i = 0; i < a; i++) {
        sum = i == 0 ? p[0] : sum + p[i];
        cdf[i] = sum;
    }
    for (size_t i = 0; i < a; i++)
        cdf[i] /= sum;
}

/* The first i with cdf[i] > u; it exists, since cdf ends at 1 and u < 1. */
static size_t search(const double *cdf, size_t a, double u)
{
    size_t low = 0;
    size_t high = a - 1;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (cdf[middle] > u)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

static void fill_with_p(struct nprand__engine *e, size_t a, const double *p, size_t n, int64_t *out,
                        double *cdf)
{
    if (n == 0)
        return;
    cumulate(p, a, cdf);
    for (size_t i = 0; i < n; i++)
        out[i] = (int64_t)search(cdf, a, nprand__next_double(e));
}

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
static void fill_distinct_with_p(struct nprand__engine *e, size_t a, const double *p, size_t n,
                                 int64_t *out, double *cdf, double *left)
{
    memcpy(left, p, a * sizeof *left);
    size_t found = 0;
    while (found < n) {
        size_t missing = n - found;
        cumulate(left, a, cdf);
        const size_t before = found;
        for (; missing > 0; missing--) {
            size_t index = search(cdf, a, nprand__next_double(e));
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

static void fill_distinct(struct nprand__engine *e, size_t a, size_t n, int64_t *out, int64_t *all)
{
    nprand__permutation(e, a, all);
    if (n > 0)
        memcpy(out, all, n * sizeof *out);
}

int64_t nprand_choice(nprand_rng *rng, int64_t a, const double *p)
{
    if (!nprand__accept(rng, check_choice(rng, a, true, p, 1)))
        return NPRAND_INVALID;
    if (p == NULL)
        return nprand_randint(rng, 0, a);

    /* The cdf and the search of the fill without a place to keep the cdf: its last sum first. */
    double total = p[0];
    for (int64_t i = 1; i < a; i++)
        total += p[i];
    double u = nprand__next_double(nprand__engine_of(rng));
    double sum = p[0];
    int64_t index = 0;
    while (index + 1 < a && !(sum / total > u))
        sum += p[++index];
    return index;
}

size_t nprand_choice_work_size(int64_t a, bool replace, bool with_p)
{
    if (a <= 0 || (replace && !with_p))
        return 0;
    size_t size = !replace && with_p ? 2 * sizeof(double) : sizeof(double);
    return (uint64_t)a > PTRDIFF_MAX / size ? SIZE_MAX : (size_t)a * size;
}

nprand_status nprand_choice_fill(nprand_rng *rng, int64_t a, bool replace, const double *p,
                                 size_t n, int64_t *out, void *work)
{
    nprand_status status =
        nprand__check_fill(rng, check_choice(rng, a, replace, p, n), n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    size_t work_size = nprand_choice_work_size(a, replace, p != NULL);
    if (work_size == SIZE_MAX)
        return NPRAND_TOO_LARGE;
    if (work_size > 0 && work == NULL)
        return NPRAND_NULL_POINTER;

    struct nprand__engine *e = nprand__engine_of(rng);
    if (replace && p == NULL) {
        if (n > 0)
            nprand__fill_uint64(e, 0, (uint64_t)a - 1, n, (uint64_t *)out);
        return NPRAND_OK;
    }
    size_t population = a > 0 ? (size_t)a : 0;
    double *cdf = work;
    if (replace) {
        fill_with_p(e, population, p, n, out, cdf);
    } else if (p == NULL) {
        fill_distinct(e, population, n, out, work);
    } else {
        fill_distinct_with_p(e, population, p, n, out, cdf, cdf + population);
    }
    return NPRAND_OK;
}
