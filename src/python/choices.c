/* SPDX-License-Identifier: BSD-3-Clause
 *
 * choices: indices of elements of a population, with replacement. All elements have the same
 * chance, or a chance in proportion to their weight.
 */
#include "python.h"

#include "../math/bisect.h"
#include "../math/sums.h"
#include "../work.h"

/* The first release that has the method. */
enum { CHOICES_SINCE = NPRAND__PYTHON(3, 6) };

static double choices_total(const double *weights, size_t n)
{
    double sum = weights[0];
    for (size_t i = 1; i < n; i++)
        sum += weights[i];
    return sum;
}

/* Older releases accept a total that later ones refuse. */
static nprand_status check_choices_total(const nprand_rng *rng, double total)
{
    if (total <= 0.0 && !nprand__py_is_before(rng, NPRAND__PYTHON(3, 9)))
        return NPRAND_PY_WEIGHTS_NOT_POSITIVE;
    if (!isfinite(total) && !nprand__py_is_before(rng, NPRAND__PYTHON(3, 10)))
        return NPRAND_PY_WEIGHTS_NOT_FINITE;
    return NPRAND_OK;
}

/* Whether the release has the method, and whether an array of n weights can exist. */
static nprand_status check_choices_weights(const nprand_rng *rng, int64_t n, const double *weights)
{
    nprand_status status = nprand__py_since(rng, CHOICES_SINCE);
    if (status != NPRAND_OK)
        return status;
    if (weights == NULL)
        return NPRAND_NULL_POINTER;
    if (n <= 0)
        return NPRAND_PY_EMPTY_SEQUENCE;
    return (uint64_t)n > PTRDIFF_MAX / sizeof(double) ? NPRAND_TOO_LARGE : NPRAND_OK;
}

/* Draws k indices, given the cumulative sums of the weights. */
static void draw_choices(nprand_rng *rng, const double *sums, size_t n, size_t k, int64_t *out)
{
    double total = sums[n - 1];
    struct nprand__engine *e = nprand__engine_of(rng);
    for (size_t i = 0; i < k; i++) {
        double x = nprand__next_double(e) * total;
        out[i] = (int64_t)nprand__bisect_right(sums, n, x);
    }
}

nprand_status nprand_py_choices(nprand_rng *rng, int64_t n, size_t k, int64_t *out)
{
    nprand_status parameters = nprand__py_since(rng, CHOICES_SINCE);
    if (parameters == NPRAND_OK && n <= 0 && k > 0)
        parameters = NPRAND_PY_EMPTY_SEQUENCE;
    nprand_status status = nprand__check_fill(rng, parameters, k, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    for (size_t i = 0; i < k; i++)
        out[i] = (int64_t)nprand__py_scaled(e, (uint64_t)n);
    return NPRAND_OK;
}

size_t nprand_py_choices_weights_work_size(int64_t n)
{
    return n > 0 ? nprand__work_size_of((uint64_t)n, sizeof(double)) : 0;
}

nprand_status nprand_py_choices_weights(nprand_rng *rng, int64_t n, const double *weights, size_t k,
                                        int64_t *out, nprand_work work)
{
    nprand_status parameters = check_choices_weights(rng, n, weights);
    if (parameters == NPRAND_OK)
        parameters = check_choices_total(rng, choices_total(weights, (size_t)n));
    nprand_status status = nprand__check_fill(rng, parameters, k, sizeof *out, out);
    if (status == NPRAND_OK)
        status = nprand__check_work(work, nprand_py_choices_weights_work_size(n));
    if (status != NPRAND_OK)
        return status;
    nprand__cumulate(weights, (size_t)n, (double *)work.memory);
    draw_choices(rng, (double *)work.memory, (size_t)n, k, out);
    return NPRAND_OK;
}

nprand_status nprand_py_choices_cum_weights(nprand_rng *rng, int64_t n, const double *cum_weights,
                                            size_t k, int64_t *out)
{
    nprand_status parameters = check_choices_weights(rng, n, cum_weights);
    if (parameters == NPRAND_OK)
        parameters = check_choices_total(rng, cum_weights[n - 1]);
    nprand_status status = nprand__check_fill(rng, parameters, k, sizeof *out, out);
    if (status == NPRAND_OK)
        draw_choices(rng, cum_weights, (size_t)n, k, out);
    return status;
}
