/* SPDX-License-Identifier: BSD-3-Clause
 *
 * kmeans_plusplus() of scikit-learn: which rows are the first centers of k-means. docs/recipes.md
 * explains the functions, and when the rows can differ; record.py has the calls in Python that made
 * kmeans.out.
 *
 * A function returns NULL, or the reason of its failure.
 */
#include <nprand.h>

#include <inttypes.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

static const char *reason(nprand_status status)
{
    return status == NPRAND_OK ? NULL : nprand_strerror(status);
}

static double squared_distance(const double *a, const double *b, size_t features)
{
    double sum = 0.0;
    for (size_t j = 0; j < features; j++)
        sum += (a[j] - b[j]) * (a[j] - b[j]);
    return sum;
}

/* Writes to nearest the squared distance of each row to its nearest center, if row c became a
 * center too: closest has the distances without it. Returns their sum. */
static double with_center(const double *x, size_t n, size_t features, size_t c,
                          const double *closest, double *nearest)
{
    double sum = 0.0;
    for (size_t i = 0; i < n; i++) {
        double distance = squared_distance(x + c * features, x + i * features, features);
        nearest[i] = closest[i] < distance ? closest[i] : distance;
        sum += nearest[i];
    }
    return sum;
}

/* The first row at which the sum of the distances so far reaches value. */
static size_t find(const double *closest, size_t n, double value)
{
    double sum = 0.0;
    for (size_t i = 0; i < n; i++) {
        sum += closest[i];
        if (sum >= value)
            return i;
    }
    return n - 1;
}

/* Chooses the first center: before scikit-learn 1.3 by randint(), since then by choice() with equal
 * probabilities. p is work space of n elements. */
static const char *first_center(nprand_rng *rng, size_t n, bool before_1_3, double *p, int64_t *row)
{
    if (before_1_3) {
        *row = nprand_randint(rng, 0, (int64_t)n);
    } else {
        for (size_t i = 0; i < n; i++)
            p[i] = 1.0 / (double)n;
        *row = nprand_choice_p(rng, (int64_t)n, p);
    }
    return *row == NPRAND_INVALID ? "the generator draws no row" : NULL;
}

/* Chooses k of n rows as centers. x has n rows of `features` doubles; center has k elements. work
 * is work space of 3 * n doubles. */
static const char *kmeans_plusplus(nprand_rng *rng, const double *x, size_t n, size_t features,
                                   size_t k, bool before_1_3, int64_t *center, double *work)
{
    enum { MOST_TRIALS = 64 };
    double *closest = work, *nearest = work + n, *best = work + 2 * n, u[MOST_TRIALS];
    if (k == 0 || k > n)
        return "the number of centers is not between 1 and the number of rows";
    size_t trials = 2 + (size_t)log((double)k);
    const char *wrong = first_center(rng, n, before_1_3, closest, &center[0]);
    if (wrong != NULL)
        return wrong;
    for (size_t i = 0; i < n; i++)
        nearest[i] = INFINITY;
    double potential = with_center(x, n, features, (size_t)center[0], nearest, closest);

    for (size_t c = 1; c < k; c++) {
        nprand_status status = nprand_random_sample_fill(rng, trials, u);
        if (status != NPRAND_OK)
            return reason(status);
        double lowest = INFINITY;
        for (size_t t = 0; t < trials; t++) {
            size_t row = find(closest, n, u[t] * potential);
            double sum = with_center(x, n, features, row, closest, nearest);
            if (t == 0 || sum < lowest) {
                double *swap = best;
                best = nearest;
                nearest = swap;
                lowest = sum;
                center[c] = (int64_t)row;
            }
        }
        double *swap = closest;
        closest = best;
        best = swap;
        potential = lowest;
    }
    return NULL;
}

/* ---- The program -------------------------------------------------------------------------- */

enum { ROWS = 200, FEATURES = 16, CENTERS = 8 };

static const char *show(const char *name, int64_t seed, const double *x, size_t features,
                        bool before_1_3)
{
    nprand_rng rng;
    int64_t center[CENTERS];
    static double work[3 * ROWS];
    const char *wrong = reason(nprand_seed(&rng, seed));
    if (wrong == NULL)
        wrong = kmeans_plusplus(&rng, x, ROWS, features, CENTERS, before_1_3, center, work);
    if (wrong != NULL)
        return wrong;
    printf("%s:", name);
    for (size_t c = 0; c < CENTERS; c++)
        printf(" %" PRId64, center[c]);
    putchar('\n');
    return NULL;
}

int main(void)
{
    nprand_rng rng;
    static int64_t pixel[ROWS * FEATURES];
    static double x[ROWS * FEATURES];

    /* Small integers, as the grey of pixels: all sums are exact. */
    const char *wrong = reason(nprand_seed(&rng, 1));
    if (wrong == NULL)
        wrong = reason(nprand_randint_fill(&rng, 0, 17, (size_t)ROWS * FEATURES, pixel));
    for (int i = 0; i < ROWS * FEATURES; i++)
        x[i] = (double)pixel[i];
    if (wrong == NULL)
        wrong = show("integers", 0, x, FEATURES, false);
    if (wrong == NULL)
        wrong = show("integers", 1, x, FEATURES, false);
    if (wrong == NULL)
        wrong = show("integers, before 1.3", 0, x, FEATURES, true);

    /* Doubles: the sums are rounded. */
    if (wrong == NULL)
        wrong = reason(nprand_seed(&rng, 2));
    if (wrong == NULL)
        wrong = reason(nprand_normal_fill(&rng, 0.0, 1.0, (size_t)ROWS * 2, x));
    if (wrong == NULL)
        wrong = show("doubles", 0, x, 2, false);
    if (wrong == NULL)
        wrong = show("doubles", 1, x, 2, false);
    if (wrong != NULL) {
        fprintf(stderr, "kmeans: %s\n", wrong);
        return EXIT_FAILURE;
    }
    return 0;
}
