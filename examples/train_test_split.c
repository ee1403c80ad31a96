/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The split of 150 rows that scikit-learn makes, index for index:
 *
 *     from sklearn.model_selection import train_test_split
 *     train, test = train_test_split(range(150), test_size=0.2, random_state=42)
 *     print("test:", *test)
 *     print("train:", *train)
 *
 * scikit-learn permutes the row numbers with RandomState(42); the first ceil(0.2 * 150) are the
 * test set, the next ones the training set.
 */
#include <nprand.h>

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { ROWS = 150 };

/* Splits rows 0..n-1: the first *tests elements of row are for testing, the others for training. */
static nprand_status split(int64_t seed, double test_size, size_t n, int64_t *row, size_t *tests)
{
    nprand_rng rng;
    nprand_status status = nprand_seed(&rng, seed);
    if (status != NPRAND_OK)
        return status;
    *tests = (size_t)ceil(test_size * (double)n);
    return nprand_permutation(&rng, n, row);
}

static void print_rows(const char *name, const int64_t *row, size_t n)
{
    printf("%s:", name);
    for (size_t i = 0; i < n; i++)
        printf(" %" PRId64, row[i]);
    putchar('\n');
}

int main(void)
{
    int64_t row[ROWS];
    size_t tests;

    nprand_status status = split(42, 0.2, ROWS, row, &tests);
    if (status != NPRAND_OK) {
        fprintf(stderr, "train_test_split: %s\n", nprand_strerror(status));
        return EXIT_FAILURE;
    }
    print_rows("test", row, tests);
    print_rows("train", row + tests, ROWS - tests);
    return 0;
}
