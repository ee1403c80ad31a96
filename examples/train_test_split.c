/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The splits of scikit-learn into rows for testing and rows for training, index for index:
 * train_test_split() with and without stratify, ShuffleSplit and StratifiedShuffleSplit.
 * docs/recipes.md explains the functions; record.py has the calls in Python that made
 * train_test_split.out.
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

/* ---- train_test_split(), ShuffleSplit ----------------------------------------------------- */

/* The number of rows for testing and training, for test_size=share of n rows. */
static const char *split_sizes(size_t n, double share, size_t *tests, size_t *trains)
{
    if (!(share > 0.0 && share < 1.0))
        return "the share is not between 0 and 1";
    *tests = (size_t)ceil(share * (double)n);
    if (*tests >= n)
        return "no row is left for training";
    *trains = n - *tests;
    return NULL;
}

/* Splits the rows 0..n-1. The first `tests` elements of row are for testing, the next `trains`
 * elements are for training. row has n elements. */
static const char *split_rows(nprand_rng *rng, size_t n, size_t tests, size_t trains, int64_t *row)
{
    if (tests == 0 || trains == 0)
        return "a part has no rows";
    if (tests > n || trains > n - tests)
        return "the parts have more rows than the data";
    return reason(nprand_permutation(rng, n, row));
}

/* ---- The same with stratify, StratifiedShuffleSplit --------------------------------------- */

/* The classes of n rows, and memory for a split of them. */
struct strata {
    size_t n, classes;
    int64_t *row;      /* the rows of class 0 in order, then those of class 1, and so on */
    int64_t *shuffled; /* n elements */
    int64_t *count;    /* the number of rows of each class */
    int64_t *left, *trains, *tests, *tied;
    double *rest;
};

/* Frees the memory of a struct strata. */
static void strata_end(struct strata *s)
{
    free(s->row);
    free(s->rest);
    *s = (struct strata){0};
}

/* Sorts the rows by their class: label[i] of row i is the number of its class, 0 to classes-1.
 * Allocates memory, which strata_end() frees. */
static const char *strata_begin(struct strata *s, size_t n, const size_t *label, size_t classes)
{
    *s = (struct strata){.n = n, .classes = classes};
    if (n == 0 || classes == 0 || classes > n || n > SIZE_MAX / 8 / sizeof *s->row)
        return "the number of rows or classes is wrong";
    s->row = calloc(2 * n + 5 * classes, sizeof *s->row);
    s->rest = calloc(classes, sizeof *s->rest);
    if (s->row == NULL || s->rest == NULL) {
        strata_end(s);
        return "no memory";
    }
    s->shuffled = s->row + n;
    s->count = s->shuffled + n;
    s->left = s->count + classes;
    s->trains = s->left + classes;
    s->tests = s->trains + classes;
    s->tied = s->tests + classes;

    const char *wrong = NULL;
    for (size_t i = 0; i < n && wrong == NULL; i++) {
        if (label[i] < classes)
            s->count[label[i]]++;
        else
            wrong = "a label is outside 0..classes-1";
    }
    int64_t start = 0;
    for (size_t c = 0; c < classes && wrong == NULL; c++) {
        if (s->count[c] < 2)
            wrong = "a class has fewer than 2 rows";
        s->left[c] = start; /* where the next row of the class goes */
        start += s->count[c];
    }
    if (wrong != NULL) {
        strata_end(s);
        return wrong;
    }
    for (size_t i = 0; i < n; i++)
        s->row[s->left[label[i]]++] = (int64_t)i;
    return NULL;
}

/* Divides the draws among the classes in proportion to count. Each class gets its share, rounded
 * down. What remains goes to the classes with the largest fractions; among equal fractions, the
 * generator decides. */
static const char *approximate_mode(nprand_rng *rng, struct strata *s, const int64_t *count,
                                    size_t draws, int64_t *part)
{
    int64_t total = 0, missing = (int64_t)draws;
    for (size_t c = 0; c < s->classes; c++)
        total += count[c];
    for (size_t c = 0; c < s->classes; c++) {
        double share = (double)count[c] / (double)total * (double)draws;
        part[c] = (int64_t)floor(share);
        s->rest[c] = share - floor(share);
        missing -= part[c];
    }
    while (missing > 0) {
        double largest = -1.0;
        for (size_t c = 0; c < s->classes; c++)
            largest = fmax(largest, s->rest[c]);
        if (largest < 0.0)
            break;
        size_t ties = 0;
        for (size_t c = 0; c < s->classes; c++) {
            if (s->rest[c] == largest)
                s->tied[ties++] = (int64_t)c;
        }
        nprand_status status = nprand_shuffle(rng, s->tied, ties, sizeof *s->tied);
        if (status != NPRAND_OK)
            return reason(status);
        for (size_t i = 0; i < ties; i++) {
            s->rest[s->tied[i]] = -1.0; /* the class had its turn */
            if (missing > 0) {
                part[s->tied[i]]++;
                missing--;
            }
        }
    }
    return NULL;
}

/* Splits the rows: each class has its share of both parts. test has `tests` elements and train has
 * `trains` elements. */
static const char *split_strata(nprand_rng *rng, struct strata *s, size_t tests, size_t trains,
                                int64_t *test, int64_t *train)
{
    if (tests < s->classes || trains < s->classes)
        return "a part has fewer rows than classes";
    if (tests > s->n || trains > s->n - tests)
        return "the parts have more rows than the data";

    const char *wrong = approximate_mode(rng, s, s->count, trains, s->trains);
    for (size_t c = 0; c < s->classes && wrong == NULL; c++)
        s->left[c] = s->count[c] - s->trains[c];
    if (wrong == NULL)
        wrong = approximate_mode(rng, s, s->left, tests, s->tests);
    if (wrong != NULL)
        return wrong;

    size_t to_test = 0, to_train = 0;
    for (size_t i = 0; i < s->n; i++)
        s->shuffled[i] = s->row[i];
    int64_t *row = s->shuffled;
    for (size_t c = 0; c < s->classes; c++) {
        nprand_status status = nprand_shuffle(rng, row, (size_t)s->count[c], sizeof *row);
        if (status != NPRAND_OK)
            return reason(status);
        for (int64_t i = 0; i < s->trains[c]; i++)
            train[to_train++] = row[i];
        for (int64_t i = 0; i < s->tests[c]; i++)
            test[to_test++] = row[s->trains[c] + i];
        row += s->count[c];
    }
    nprand_status status = nprand_shuffle(rng, train, to_train, sizeof *train);
    if (status == NPRAND_OK)
        status = nprand_shuffle(rng, test, to_test, sizeof *test);
    return reason(status);
}

/* ---- The program -------------------------------------------------------------------------- */

enum { ROWS = 150, CLASSES = 3 };

static void print_rows(const char *name, const int64_t *row, size_t n)
{
    printf("%s:", name);
    for (size_t i = 0; i < n; i++)
        printf(" %" PRId64, row[i]);
    putchar('\n');
}

/* train_test_split(range(150), test_size=0.2, random_state=42) */
static const char *show_split(void)
{
    nprand_rng rng;
    int64_t row[ROWS];
    size_t tests, trains;
    const char *wrong = reason(nprand_seed(&rng, 42));
    if (wrong == NULL)
        wrong = split_sizes(ROWS, 0.2, &tests, &trains);
    if (wrong == NULL)
        wrong = split_rows(&rng, ROWS, tests, trains, row);
    if (wrong == NULL) {
        print_rows("test", row, tests);
        print_rows("train", row + tests, trains);
    }
    return wrong;
}

/* ShuffleSplit(3, test_size=4, train_size=6, random_state=0): the next splits of one generator. */
static const char *show_shuffle_split(void)
{
    nprand_rng rng;
    int64_t row[20];
    const char *wrong = reason(nprand_seed(&rng, 0));
    for (int i = 0; i < 3 && wrong == NULL; i++) {
        wrong = split_rows(&rng, 20, 4, 6, row);
        if (wrong == NULL) {
            print_rows("ShuffleSplit test", row, 4);
            print_rows("ShuffleSplit train", row + 4, 6);
        }
    }
    return wrong;
}

/* `splits` stratified splits of rows with these labels, by one generator. */
static const char *show_strata(const char *name, int64_t seed, size_t n, const size_t *label,
                               size_t classes, size_t tests, size_t trains, int splits)
{
    nprand_rng rng;
    struct strata s = {0};
    int64_t test[ROWS], train[ROWS];
    char text[64];
    const char *wrong = reason(nprand_seed(&rng, seed));
    if (wrong == NULL)
        wrong = strata_begin(&s, n, label, classes);
    for (int i = 0; i < splits && wrong == NULL; i++) {
        wrong = split_strata(&rng, &s, tests, trains, test, train);
        if (wrong == NULL) {
            snprintf(text, sizeof text, "%s test", name);
            print_rows(text, test, tests);
            snprintf(text, sizeof text, "%s train", name);
            print_rows(text, train, trains);
        }
    }
    strata_end(&s);
    return wrong;
}

int main(void)
{
    const char *wrong = show_split();
    if (wrong == NULL)
        wrong = show_shuffle_split();

    /* Three classes of 50 rows, and of 12, 7 and 6 rows. */
    size_t even[ROWS], odd[25], tests = 0, trains = 0;
    for (size_t i = 0; i < ROWS; i++)
        even[i] = i / 50;
    for (size_t i = 0; i < 25; i++)
        odd[i] = i % 2 == 0 && i < 24 ? 0 : i < 14 ? 1 : 2;
    if (wrong == NULL)
        wrong = split_sizes(ROWS, 0.2, &tests, &trains);
    if (wrong == NULL)
        wrong = show_strata("stratify", 42, ROWS, even, CLASSES, tests, trains, 1);
    if (wrong == NULL)
        wrong = show_strata("StratifiedShuffleSplit", 0, 25, odd, CLASSES, 5, 14, 3);
    if (wrong != NULL) {
        fprintf(stderr, "train_test_split: %s\n", wrong);
        return EXIT_FAILURE;
    }
    return 0;
}
