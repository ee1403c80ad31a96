/* SPDX-License-Identifier: BSD-3-Clause
 *
 * make_blobs() of scikit-learn, bit for bit: points around centers. docs/recipes.md explains the
 * functions; record.py has the calls in Python that made blobs.out.
 *
 * A function returns NULL, or the reason of its failure.
 */
#include <nprand.h>

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static const char *reason(nprand_status status)
{
    return status == NPRAND_OK ? NULL : nprand_strerror(status);
}

/* Draws the centers: rows of `features` coordinates, uniform in low..high. */
static const char *draw_centers(nprand_rng *rng, size_t centers, size_t features, double low,
                                double high, double *center)
{
    return reason(nprand_uniform_fill(rng, low, high, centers * features, center));
}

/* Draws n points, as many around each center, or one more around the first ones. x has n rows of
 * `features` coordinates, y[i] is the center of point i. order and drawn are work space of n, and n
 * * features elements. */
static const char *make_blobs(nprand_rng *rng, size_t n, size_t features, size_t centers,
                              const double *center, double std, double *x, int64_t *y,
                              int64_t *order, double *drawn)
{
    if (centers == 0 || !(std >= 0.0) || signbit(std))
        return "there is no center, or the standard deviation is negative";
    double *next = drawn;
    for (size_t c = 0; c < centers; c++) {
        size_t points = n / centers + (c < n % centers ? 1 : 0);
        for (size_t i = 0; i < points; i++) {
            for (size_t j = 0; j < features; j++)
                *next++ = nprand_normal(rng, center[c * features + j], std);
        }
    }
    nprand_status status = nprand_permutation(rng, n, order);
    if (status != NPRAND_OK)
        return reason(status);

    /* The first n % centers centers have one point more than the others: `more` points in all. */
    size_t size = n / centers, more = n % centers * (size + 1);
    for (size_t i = 0; i < n; i++) {
        size_t from = (size_t)order[i];
        for (size_t j = 0; j < features; j++)
            x[i * features + j] = drawn[from * features + j];
        y[i] = (int64_t)(from < more ? from / (size + 1) : n % centers + (from - more) / size);
    }
    return NULL;
}

/* ---- The program -------------------------------------------------------------------------- */

enum { POINTS = 23, FEATURES = 3, CENTERS = 4 };

static const char *show(int64_t seed, size_t features, size_t centers, double std)
{
    nprand_rng rng;
    double center[CENTERS * FEATURES], x[POINTS * FEATURES], drawn[POINTS * FEATURES];
    int64_t y[POINTS], order[POINTS];
    const char *wrong = reason(nprand_seed(&rng, seed));
    if (wrong == NULL)
        wrong = draw_centers(&rng, centers, features, -10.0, 10.0, center);
    if (wrong == NULL)
        wrong = make_blobs(&rng, POINTS, features, centers, center, std, x, y, order, drawn);
    if (wrong != NULL)
        return wrong;
    for (size_t i = 0; i < POINTS; i++) {
        printf("%" PRId64, y[i]);
        for (size_t j = 0; j < features; j++)
            printf(" %.17g", x[i * features + j]);
        putchar('\n');
    }
    return NULL;
}

int main(void)
{
    const char *wrong = show(0, 2, 3, 1.0);
    if (wrong == NULL)
        wrong = show(42, FEATURES, CENTERS, 0.6);
    if (wrong != NULL) {
        fprintf(stderr, "blobs: %s\n", wrong);
        return EXIT_FAILURE;
    }
    return 0;
}
