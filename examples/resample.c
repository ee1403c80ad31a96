/* SPDX-License-Identifier: BSD-3-Clause
 *
 * sklearn.utils.resample() and the bootstrap by it: the 95 % interval of a mean. docs/recipes.md
 * explains the functions; record.py has the calls in Python that made resample.out.
 *
 * A function returns NULL, or the reason of its failure.
 */
#include <nprand.h>

#include "numpy_sum.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static const char *reason(nprand_status status)
{
    return status == NPRAND_OK ? NULL : nprand_strerror(status);
}

/* Draws `samples` rows out of 0..n-1, with replacement. row has `samples` elements. */
static const char *resample(nprand_rng *rng, size_t n, size_t samples, int64_t *row)
{
    return reason(nprand_choice_fill(rng, (int64_t)n, samples, row));
}

/* Draws rows without replacement: the first `samples` elements of row are the result. row has n
 * elements. */
static const char *resample_without(nprand_rng *rng, size_t n, size_t samples, int64_t *row)
{
    if (samples > n)
        return "the sample has more rows than the data";
    return reason(nprand_permutation(rng, n, row));
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* numpy.percentile() of n sorted values, n > 0, for 0 <= percent <= 100. */
static double percentile(const double *sorted, size_t n, double percent)
{
    double at = (double)(n - 1) * (percent / 100.0), below = floor(at), t = at - below;
    double a = sorted[(size_t)below], b = sorted[(size_t)below + (t > 0.0 ? 1 : 0)];
    return t < 0.5 ? a + (b - a) * t : b - (b - a) * (1.0 - t);
}

/* The means of `times` bootstrap samples of the n doubles of data, sorted. mean has `times`
 * elements; row and drawn are work space of n elements each. */
static const char *bootstrap_means(nprand_rng *rng, const double *data, size_t n, size_t times,
                                   double *mean, int64_t *row, double *drawn)
{
    if (n == 0)
        return "the data have no rows";
    for (size_t k = 0; k < times; k++) {
        const char *wrong = resample(rng, n, n, row);
        if (wrong != NULL)
            return wrong;
        for (size_t i = 0; i < n; i++)
            drawn[i] = data[row[i]];
        mean[k] = numpy_sum(drawn, n) / (double)n;
    }
    qsort(mean, times, sizeof *mean, compare);
    return NULL;
}

/* ---- The program -------------------------------------------------------------------------- */

enum { ROWS = 10, VALUES = 300, TIMES = 1000 };

static void print_rows(const char *name, const int64_t *row, size_t n)
{
    printf("%s:", name);
    for (size_t i = 0; i < n; i++)
        printf(" %" PRId64, row[i]);
    putchar('\n');
}

static const char *show_resample(void)
{
    nprand_rng rng;
    int64_t row[ROWS];
    const char *wrong = reason(nprand_seed(&rng, 0));
    if (wrong == NULL)
        wrong = resample(&rng, ROWS, ROWS, row);
    if (wrong == NULL)
        print_rows("with replacement", row, ROWS);
    if (wrong == NULL)
        wrong = reason(nprand_seed(&rng, 0));
    if (wrong == NULL)
        wrong = resample_without(&rng, ROWS, 4, row);
    if (wrong == NULL)
        print_rows("without replacement", row, 4);
    return wrong;
}

static const char *show_interval(void)
{
    nprand_rng rng;
    static double data[VALUES], drawn[VALUES], mean[TIMES];
    static int64_t row[VALUES];
    const char *wrong = reason(nprand_seed(&rng, 0));
    if (wrong == NULL)
        wrong = reason(nprand_normal_fill(&rng, 10.0, 2.0, VALUES, data));
    if (wrong == NULL)
        wrong = bootstrap_means(&rng, data, VALUES, TIMES, mean, row, drawn);
    if (wrong == NULL)
        printf("mean: %.17g\ninterval: %.17g %.17g\n", numpy_sum(data, VALUES) / VALUES,
               percentile(mean, TIMES, 2.5), percentile(mean, TIMES, 97.5));
    return wrong;
}

int main(void)
{
    const char *wrong = show_resample();
    if (wrong == NULL)
        wrong = show_interval();
    if (wrong != NULL) {
        fprintf(stderr, "resample: %s\n", wrong);
        return EXIT_FAILURE;
    }
    return 0;
}
