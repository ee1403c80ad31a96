/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The folds of scikit-learn: KFold, RepeatedKFold, StratifiedKFold and RepeatedStratifiedKFold, row
 * for row. docs/recipes.md explains the functions; record.py has the calls in Python that made
 * splits.out.
 *
 * A function returns NULL, or the reason of its failure.
 */
#include <nprand.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

static const char *reason(nprand_status status)
{
    return status == NPRAND_OK ? NULL : nprand_strerror(status);
}

/* Gives each of n rows its fold, 0 to splits-1. Without a generator (rng = NULL), the rows stay in
 * order, as KFold without shuffle has them. row is work space of n elements. */
static const char *kfold(nprand_rng *rng, size_t n, size_t splits, size_t *fold, int64_t *row)
{
    if (splits < 2 || splits > n)
        return "the number of folds is not between 2 and the number of rows";
    for (size_t i = 0; i < n; i++)
        row[i] = (int64_t)i;
    if (rng != NULL) {
        nprand_status status = nprand_permutation(rng, n, row);
        if (status != NPRAND_OK)
            return reason(status);
    }
    size_t next = 0;
    for (size_t f = 0; f < splits; f++) {
        size_t size = n / splits + (f < n % splits ? 1 : 0);
        for (size_t i = 0; i < size; i++)
            fold[row[next++]] = f;
    }
    return NULL;
}

/* Gives each of n rows with classes its fold: each fold has its share of each class. label[i] is
 * the class of row i, 0 to classes-1. Without a generator, nothing is shuffled. work has n + 2 *
 * classes elements. */
static const char *stratified_kfold(nprand_rng *rng, size_t n, const size_t *label, size_t classes,
                                    size_t splits, size_t *fold, size_t *work)
{
    size_t *block = work, *count = work + n, *seen = count + classes;
    size_t found = 0, largest = 0;
    for (size_t c = 0; c < classes; c++)
        count[c] = 0;
    for (size_t i = 0; i < n; i++) {
        if (label[i] >= classes)
            return "a label is outside 0..classes-1";
        if (count[label[i]]++ == 0)
            seen[found++] = label[i]; /* the classes in the order of their first rows */
        if (count[label[i]] > largest)
            largest = count[label[i]];
    }
    if (splits < 2 || splits > largest)
        return "the number of folds is not between 2 and the rows of the largest class";

    /* block has the folds of the rows: first those of the class that is seen first, and so on. */
    size_t start = 0;
    for (size_t k = 0; k < found; k++) {
        size_t end = start + count[seen[k]], next = start;
        for (size_t f = 0; f < splits; f++) {
            /* The rows, sorted by class, go to the folds in turn. */
            for (size_t i = start + (splits + f - start % splits) % splits; i < end; i += splits)
                block[next++] = f;
        }
        if (rng != NULL) {
            nprand_status status = nprand_shuffle(rng, block + start, end - start, sizeof *block);
            if (status != NPRAND_OK)
                return reason(status);
        }
        count[seen[k]] = start; /* from here on, where the next row of the class finds its fold */
        start = end;
    }
    for (size_t i = 0; i < n; i++)
        fold[i] = block[count[label[i]]++];
    return NULL;
}

/* The rows of fold f are for testing, all others for training; both are in ascending order. Returns
 * the number of rows for testing. test and train have n elements each. */
static size_t rows_of_fold(size_t n, const size_t *fold, size_t f, int64_t *test, int64_t *train)
{
    size_t tests = 0, trains = 0;
    for (size_t i = 0; i < n; i++) {
        if (fold[i] == f)
            test[tests++] = (int64_t)i;
        else
            train[trains++] = (int64_t)i;
    }
    return tests;
}

/* ---- The program -------------------------------------------------------------------------- */

enum { ROWS = 23, SPLITS = 3, CLASSES = 3 };

static void print_rows(const char *name, const int64_t *row, size_t n)
{
    printf("%s", name);
    for (size_t i = 0; i < n; i++)
        printf(" %" PRId64, row[i]);
    putchar('\n');
}

static void print_folds(const char *name, const size_t *fold)
{
    int64_t test[ROWS], train[ROWS];
    puts(name);
    for (size_t f = 0; f < SPLITS; f++) {
        size_t tests = rows_of_fold(ROWS, fold, f, test, train);
        print_rows("test", test, tests);
        print_rows("train", train, ROWS - tests);
    }
}

static const char *show_kfold(const char *name, nprand_rng *rng)
{
    size_t fold[ROWS];
    int64_t row[ROWS];
    const char *wrong = kfold(rng, ROWS, SPLITS, fold, row);
    if (wrong == NULL)
        print_folds(name, fold);
    return wrong;
}

static const char *show_stratified(const char *name, nprand_rng *rng)
{
    /* the last five rows are "c", of the others the even ones "b" and the odd ones "a" */
    size_t label[ROWS], fold[ROWS], work[ROWS + 2 * CLASSES];
    for (size_t i = 0; i < ROWS; i++)
        label[i] = i >= 18 ? 2 : i % 2 == 0 ? 1 : 0;
    const char *wrong = stratified_kfold(rng, ROWS, label, CLASSES, SPLITS, fold, work);
    if (wrong == NULL)
        print_folds(name, fold);
    return wrong;
}

int main(void)
{
    nprand_rng rng;
    const char *wrong = show_kfold("KFold(3)", NULL);
    if (wrong == NULL)
        wrong = reason(nprand_seed(&rng, 0));
    if (wrong == NULL)
        wrong = show_kfold("KFold(3, shuffle=True, random_state=0)", &rng);
    if (wrong == NULL)
        wrong = show_kfold("RepeatedKFold(n_splits=3, random_state=0), the next three", &rng);
    if (wrong == NULL)
        wrong = show_stratified("StratifiedKFold(3)", NULL);
    if (wrong == NULL)
        wrong = reason(nprand_seed(&rng, 0));
    if (wrong == NULL)
        wrong = show_stratified("StratifiedKFold(3, shuffle=True, random_state=0)", &rng);
    if (wrong == NULL)
        wrong = show_stratified("RepeatedStratifiedKFold(n_splits=3, random_state=0), "
                                "the next three",
                                &rng);
    if (wrong != NULL) {
        fprintf(stderr, "splits: %s\n", wrong);
        return EXIT_FAILURE;
    }
    return 0;
}
