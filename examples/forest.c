/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The random numbers of a RandomForestClassifier of scikit-learn: the seed of each tree, the rows
 * of its bootstrap sample and the rows out of the bag. docs/recipes.md explains the functions;
 * record.py has the calls in Python that made forest.out.
 *
 * A function returns NULL, or the reason of its failure.
 */
#include <nprand.h>

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

static const char *reason(nprand_status status)
{
    return status == NPRAND_OK ? NULL : nprand_strerror(status);
}

/* The seeds of the trees of a forest with random_state=seed: a tree is seeded with a number that
 * the forest's generator draws. */
static const char *forest_seeds(int64_t seed, size_t trees, int64_t *tree_seed)
{
    nprand_rng rng;
    nprand_status status = nprand_seed(&rng, seed);
    if (status == NPRAND_OK)
        status = nprand_randint_fill(&rng, 0, 2147483647, trees, tree_seed);
    return reason(status);
}

/* The rows with which one tree learns: `samples` rows out of 0..n-1, with replacement. */
static const char *tree_rows(int64_t tree_seed, size_t n, size_t samples, int64_t *row)
{
    nprand_rng rng;
    nprand_status status = nprand_seed(&rng, tree_seed);
    if (status == NPRAND_OK)
        status = nprand_randint_fill(&rng, 0, (int64_t)n, samples, row);
    return reason(status);
}

/* Writes to out[i] whether row i is out of the bag: no element of row is i. */
static void out_of_bag(const int64_t *row, size_t samples, size_t n, bool *out)
{
    for (size_t i = 0; i < n; i++)
        out[i] = true;
    for (size_t i = 0; i < samples; i++)
        out[row[i]] = false;
}

/* ---- The program -------------------------------------------------------------------------- */

enum { ROWS = 30, TREES = 5 };

static const char *show_tree(int64_t seed, size_t samples)
{
    int64_t row[ROWS];
    bool out[ROWS];
    const char *wrong = tree_rows(seed, ROWS, samples, row);
    if (wrong != NULL)
        return wrong;
    out_of_bag(row, samples, ROWS, out);
    printf("tree %" PRId64 ":", seed);
    for (size_t i = 0; i < samples; i++)
        printf(" %" PRId64, row[i]);
    printf("\nout of bag:");
    for (int i = 0; i < ROWS; i++) {
        if (out[i])
            printf(" %d", i);
    }
    putchar('\n');
    return NULL;
}

int main(void)
{
    int64_t seed[TREES];
    const char *wrong = forest_seeds(0, TREES, seed);
    for (int t = 0; t < TREES && wrong == NULL; t++)
        wrong = show_tree(seed[t], ROWS);
    if (wrong == NULL)
        wrong = forest_seeds(42, 2, seed);
    for (int t = 0; t < 2 && wrong == NULL; t++)
        wrong = show_tree(seed[t], 12);
    if (wrong != NULL) {
        fprintf(stderr, "forest: %s\n", wrong);
        return EXIT_FAILURE;
    }
    return 0;
}
