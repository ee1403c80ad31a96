/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Samples from a stream of items, and samples with weights, as Python programs draw them. The page
 * docs/recipes-simulation.md has the Python programs, which print the same lines.
 */
#include <nprand.h>
#include <nprand_python.h>

#include "numpy_sum.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* Algorithm R. Item number i (from 0) arrives; *slot becomes the place that it takes among the k
 * places of the reservoir, or -1 if it takes none. The first k items fill the places in order. */
static nprand_status reservoir_slot(nprand_rng *rng, int64_t i, int64_t k, int64_t *slot)
{
    nprand_status status = NPRAND_OK;
    *slot = i;
    if (i >= k)
        status = nprand_randint_fill(rng, 0, i + 1, 1, slot);
    if (*slot >= k)
        *slot = -1;
    return status;
}

/* reservoir_slot() with the numbers of Python's module random. */
static nprand_status reservoir_slot_py(nprand_rng *rng, int64_t i, int64_t k, int64_t *slot)
{
    nprand_status status = NPRAND_OK;
    *slot = i;
    if (i >= k)
        status = nprand_py_randint_fill(rng, 0, i, 1, slot);
    if (*slot >= k)
        *slot = -1;
    return status;
}

/* Weights must be numbers of 0 or more. */
static nprand_status check_weights(const double *weight, int64_t a)
{
    if (a < 1)
        return NPRAND_EMPTY_POPULATION;
    for (int64_t i = 0; i < a; i++)
        if (!(weight[i] >= 0.0))
            return NPRAND_P_NEGATIVE;
    return NPRAND_OK;
}

/* n indices with replacement: index i has the probability weight[i] / sum of the weights. p is
 * memory for a doubles; work is work space for nprand_choice_p_fill(). */
static nprand_status sample_with_choice(nprand_rng *rng, int64_t a, const double *weight, double *p,
                                        size_t n, int64_t *out, nprand_work work)
{
    nprand_status status = check_weights(weight, a);
    if (status != NPRAND_OK)
        return status;
    double total = numpy_sum(weight, (size_t)a);
    for (int64_t i = 0; i < a; i++)
        p[i] = weight[i] / total;
    return nprand_choice_p_fill(rng, a, p, n, out, work);
}

/* The number of elements of the a cumulative sums that are not above x. */
static int64_t search_right(const double *cumulative, int64_t a, double x)
{
    int64_t low = 0, high = a;
    while (low < high) {
        int64_t middle = low + (high - low) / 2;
        if (cumulative[middle] <= x)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* n indices with replacement, by hand: cumulative sums of the weights, and one uniform double for
 * each index. cumulative is memory for a doubles. */
static nprand_status sample_with_sums(nprand_rng *rng, int64_t a, const double *weight,
                                      double *cumulative, size_t n, int64_t *out)
{
    double sum = 0.0;
    nprand_status status = check_weights(weight, a);
    if (status != NPRAND_OK)
        return status;
    for (int64_t i = 0; i < a; i++)
        cumulative[i] = sum += weight[i];
    if (sum == 0.0 || isinf(sum))
        return NPRAND_P_SUM;
    for (size_t i = 0; i < n; i++) {
        double u;
        status = nprand_rand_fill(rng, 1, &u);
        if (status != NPRAND_OK)
            return status;
        out[i] = search_right(cumulative, a, u * sum);
    }
    return NPRAND_OK;
}

/* n different indices: each draw takes a remaining index with a probability proportional to its
 * weight. p is memory for a doubles; work is work space for nprand_choice_no_replace_p_fill(). */
static nprand_status sample_without(nprand_rng *rng, int64_t a, const double *weight, double *p,
                                    size_t n, int64_t *out, nprand_work work)
{
    nprand_status status = check_weights(weight, a);
    if (status != NPRAND_OK)
        return status;
    double total = numpy_sum(weight, (size_t)a);
    for (int64_t i = 0; i < a; i++)
        p[i] = weight[i] / total;
    return nprand_choice_no_replace_p_fill(rng, a, p, n, out, work);
}

/* The method of Efraimidis and Spirakis: index i gets the key u^(1/weight[i]), and the n largest
 * keys win, the largest first. key is memory for a doubles. n is at most a. */
static nprand_status sample_by_keys(nprand_rng *rng, int64_t a, const double *weight, double *key,
                                    size_t n, int64_t *out)
{
    nprand_status status = check_weights(weight, a);
    if (status == NPRAND_OK && n > (size_t)a)
        status = NPRAND_SAMPLE_TOO_LARGE;
    if (status == NPRAND_OK)
        status = nprand_rand_fill(rng, (size_t)a, key);
    if (status != NPRAND_OK)
        return status;
    for (int64_t i = 0; i < a; i++)
        key[i] = pow(key[i], 1.0 / weight[i]);
    for (size_t chosen = 0; chosen < n; chosen++) {
        int64_t best = 0;
        for (int64_t i = 1; i < a; i++)
            if (key[i] > key[best])
                best = i;
        out[chosen] = best;
        key[best] = -1.0; /* never again: keys are 0 or more */
    }
    return NPRAND_OK;
}

static void print_sample(const char *name, const int64_t *sample, size_t n)
{
    printf("%s:", name);
    for (size_t i = 0; i < n; i++)
        printf(" %" PRId64, sample[i]);
    putchar('\n');
}

/* Keeps 5 of the items 0, 1, ... 999. */
static nprand_status print_reservoirs(void)
{
    enum { KEPT = 5, ITEMS = 1000 };
    nprand_rng rng;
    int64_t kept[KEPT], slot;

    nprand_status status = nprand_seed(&rng, 0);
    for (int64_t item = 0; item < ITEMS && status == NPRAND_OK; item++) {
        status = reservoir_slot(&rng, item, KEPT, &slot);
        if (status == NPRAND_OK && slot >= 0)
            kept[slot] = item;
    }
    if (status != NPRAND_OK)
        return status;
    print_sample("NumPy", kept, KEPT);

    status = nprand_py_seed(&rng, 0);
    for (int64_t item = 0; item < ITEMS && status == NPRAND_OK; item++) {
        status = reservoir_slot_py(&rng, item, KEPT, &slot);
        if (status == NPRAND_OK && slot >= 0)
            kept[slot] = item;
    }
    if (status != NPRAND_OK)
        return status;
    print_sample("random", kept, KEPT);
    return NPRAND_OK;
}

static nprand_status print_weighted(void)
{
    enum { ITEMS = 6, DRAWS = 12, DIFFERENT = 4 };
    static const double weight[ITEMS] = {5.0, 1.0, 0.5, 3.0, 2.5, 0.1};
    nprand_rng rng;
    double memory[ITEMS];
    double work[2 * ITEMS]; /* 8 a bytes with replacement, 16 a without */
    int64_t sample[DRAWS];

    nprand_status status = nprand_seed(&rng, 1);
    if (status == NPRAND_OK)
        status = sample_with_choice(&rng, ITEMS, weight, memory, DRAWS, sample,
                                    nprand_work_of(work, sizeof work));
    if (status != NPRAND_OK)
        return status;
    print_sample("choice", sample, DRAWS);

    status = nprand_seed(&rng, 1);
    if (status == NPRAND_OK)
        status = sample_with_sums(&rng, ITEMS, weight, memory, DRAWS, sample);
    if (status != NPRAND_OK)
        return status;
    print_sample("sums", sample, DRAWS);

    status = nprand_seed(&rng, 1);
    if (status == NPRAND_OK)
        status = sample_without(&rng, ITEMS, weight, memory, DIFFERENT, sample,
                                nprand_work_of(work, sizeof work));
    if (status != NPRAND_OK)
        return status;
    print_sample("choice", sample, DIFFERENT);

    status = nprand_seed(&rng, 1);
    if (status == NPRAND_OK)
        status = sample_by_keys(&rng, ITEMS, weight, memory, DIFFERENT, sample);
    if (status != NPRAND_OK)
        return status;
    print_sample("keys", sample, DIFFERENT);
    return NPRAND_OK;
}

int main(void)
{
    nprand_status status = print_reservoirs();
    if (status == NPRAND_OK)
        status = print_weighted();
    if (status != NPRAND_OK) {
        fprintf(stderr, "sampling: %s\n", nprand_strerror(status));
        return EXIT_FAILURE;
    }
    return 0;
}
