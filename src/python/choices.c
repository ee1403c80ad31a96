/* SPDX-License-Identifier: BSD-3-Clause
 *
 * choices: draws with replacement, by weights or without.
 */
#include "python.h"

static double sum_of(const double *weights, size_t n)
{
    double sum = weights[0];
    for (size_t i = 1; i < n; i++)
        sum += weights[i];
    return sum;
}

/* Older releases took what later ones refuse. */
static nprand_status check_total(const nprand_rng *rng, double total)
{
    if (total <= 0.0 && !nprand__py_is_before(rng, NPRAND__PYTHON(3, 9)))
        return NPRAND_PY_WEIGHTS_NOT_POSITIVE;
    if (!isfinite(total) && !nprand__py_is_before(rng, NPRAND__PYTHON(3, 10)))
        return NPRAND_PY_WEIGHTS_NOT_FINITE;
    return NPRAND_OK;
}

static nprand_status check_choices(const nprand_rng *rng, int64_t n, const double *weights,
                                   const double *cum_weights, size_t k)
{
    if (weights == NULL && cum_weights == NULL)
        return n > 0 || k == 0 ? NPRAND_OK : NPRAND_PY_EMPTY_SEQUENCE;
    if (weights != NULL && cum_weights != NULL)
        return NPRAND_PY_TWO_WEIGHTS;
    if (n <= 0)
        return NPRAND_PY_EMPTY_SEQUENCE;
    if ((uint64_t)n > PTRDIFF_MAX / sizeof(double))
        return NPRAND_TOO_LARGE;
    size_t count = (size_t)n;
    return check_total(rng, weights != NULL ? sum_of(weights, count) : cum_weights[count - 1]);
}

/* Python's bisect_right on the first n - 1 elements. Where weights are negative these are not in
 * order, and what is found depends on the way to it: CPython does this; do not repair. */
static size_t bisect(const double *sums, size_t n, double x)
{
    size_t low = 0;
    size_t high = n - 1;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (x < sums[middle])
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

static void cumulate(const double *weights, size_t n, double *sums)
{
    sums[0] = weights[0];
    for (size_t i = 1; i < n; i++)
        sums[i] = sums[i - 1] + weights[i];
}

size_t nprand_py_choices_work_size(int64_t n, bool with_weights)
{
    if (n <= 0 || !with_weights)
        return 0;
    return (uint64_t)n > PTRDIFF_MAX / sizeof(double) ? SIZE_MAX : (size_t)n * sizeof(double);
}

nprand_status nprand_py_choices(nprand_rng *rng, int64_t n, const double *weights,
                                const double *cum_weights, size_t k, int64_t *out, void *work)
{
    nprand_status status = nprand__check_rng(rng);
    if (status == NPRAND_OK)
        status = check_choices(rng, n, weights, cum_weights, k);
    if (status == NPRAND_OK)
        status = nprand__check_out(k, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    if (weights != NULL && work == NULL)
        return NPRAND_NULL_POINTER;

    struct nprand__engine *e = nprand__engine_of(rng);
    if (weights == NULL && cum_weights == NULL) {
        for (size_t i = 0; i < k; i++)
            out[i] = (int64_t)floor(nprand__next_double(e) * (double)n);
        return NPRAND_OK;
    }
    size_t count = (size_t)n;
    const double *sums = cum_weights;
    if (weights != NULL) {
        cumulate(weights, count, work);
        sums = work;
    }
    double total = sums[count - 1];
    for (size_t i = 0; i < k; i++)
        out[i] = (int64_t)bisect(sums, count, nprand__next_double(e) * total);
    return NPRAND_OK;
}
