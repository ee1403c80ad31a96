/* SPDX-License-Identifier: BSD-3-Clause
 *
 * DataFrame.sample() and Series.sample() of pandas: the rows by n or frac, with and without
 * replacement, with and without weights. docs/recipes.md explains the functions; record.py has the
 * calls in Python that made dataframe_sample.out.
 *
 * A function returns NULL, or the reason of its failure.
 */
#include <nprand.h>

#include "numpy_sum.h"

#include <inttypes.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

static const char *reason(nprand_status status)
{
    return status == NPRAND_OK ? NULL : nprand_strerror(status);
}

/* The number of rows that frac=frac takes of n rows: rounded to the nearest integer, and to the
 * even one of two. */
static size_t rows_of_frac(size_t n, double frac)
{
    return (size_t)rint(frac * (double)n);
}

/* Makes probabilities of the weights of n rows. A weight that is NaN counts as 0. */
static const char *probabilities(const double *weight, size_t n, double *p)
{
    for (size_t i = 0; i < n; i++) {
        if (weight[i] < 0.0 || isinf(weight[i]))
            return "a weight is negative or infinite";
        p[i] = isnan(weight[i]) ? 0.0 : weight[i];
    }
    double sum = numpy_sum(p, n);
    if (sum == 0.0)
        return "the weights sum to zero";
    for (size_t i = 0; i < n; i++)
        p[i] /= sum;
    return NULL;
}

/* Draws `size` rows out of 0..n-1. weight is NULL, or has n weights. row has `size` elements, work is
 * work space of 3 * n doubles. */
static const char *sample_rows(nprand_rng *rng, size_t n, size_t size, bool replace,
                               const double *weight, int64_t *row, double *work)
{
    int64_t rows = (int64_t)n;
    nprand_work rest = nprand_work_of(work + n, 2 * n * sizeof *work);
    if (weight == NULL && replace)
        return reason(nprand_choice_fill(rng, rows, size, row));
    if (weight == NULL)
        return reason(nprand_choice_no_replace_fill(rng, rows, size, row, rest));

    double *p = work;
    const char *wrong = probabilities(weight, n, p);
    if (wrong != NULL)
        return wrong;
    if (replace)
        return reason(nprand_choice_p_fill(rng, rows, p, size, row, rest));
    return reason(nprand_choice_no_replace_p_fill(rng, rows, p, size, row, rest));
}

/* ---- The program -------------------------------------------------------------------------- */

enum { ROWS = 203 };

/* A row of the output: `size` rows of the first n rows. */
static const char *show(const char *call, int64_t seed, size_t n, size_t size, bool replace,
                        const double *weight)
{
    nprand_rng rng;
    int64_t row[ROWS];
    static double work[3 * ROWS];
    const char *wrong = reason(nprand_seed(&rng, seed));
    if (wrong == NULL)
        wrong = sample_rows(&rng, n, size, replace, weight, row, work);
    if (wrong != NULL)
        return wrong;
    printf("%s:", call);
    for (size_t i = 0; i < size; i++)
        printf(" %" PRId64, row[i]);
    putchar('\n');
    return NULL;
}

int main(void)
{
    double weight[ROWS];
    for (int i = 0; i < ROWS; i++)
        weight[i] = 0.1 * (i * 7 % 11);
    weight[4] = NAN;

    const char *wrong = show("n=5", 0, 10, 5, false, NULL);
    if (wrong == NULL)
        wrong = show("frac=0.25", 1, 10, rows_of_frac(10, 0.25), false, NULL);
    if (wrong == NULL)
        wrong = show("frac=1", 2, 10, rows_of_frac(10, 1.0), false, NULL);
    if (wrong == NULL)
        wrong = show("n=12, replace=True", 3, 10, 12, true, NULL);
    if (wrong == NULL)
        wrong = show("n=6, weights", 4, ROWS, 6, false, weight);
    if (wrong == NULL)
        wrong =
            show("frac=0.1, replace=True, weights", 5, ROWS, rows_of_frac(ROWS, 0.1), true, weight);
    if (wrong != NULL) {
        fprintf(stderr, "dataframe_sample: %s\n", wrong);
        return EXIT_FAILURE;
    }
    return 0;
}
