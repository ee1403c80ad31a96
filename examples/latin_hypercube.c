/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Latin hypercube samples, as the packages pyDOE2 and pyDOE3 draw them from a RandomState. The page
 * docs/recipes-simulation.md has the Python program, which prints the same lines. The sample that
 * SciPy's differential_evolution() starts with is in differential_evolution.c.
 */
#include <nprand.h>

#include <stdio.h>
#include <stdlib.h>

/* lhs(factors, samples, random_state=rng): samples rows of factors columns in [0, 1). order is
 * memory for samples integers, u for samples * factors doubles. */
static nprand_status lhs(nprand_rng *rng, size_t samples, size_t factors, double *out,
                         int64_t *order, double *u)
{
    double step = 1.0 / (double)samples;
    nprand_status status = nprand_rand_fill(rng, samples * factors, u);
    for (size_t j = 0; j < factors && status == NPRAND_OK; j++) {
        status = nprand_permutation(rng, samples, order);
        for (size_t i = 0; i < samples && status == NPRAND_OK; i++) {
            size_t k = (size_t)order[i];
            double a = (double)k * step;
            double b = k + 1 < samples ? (double)(k + 1) * step : 1.0;
            out[i * factors + j] = u[k * factors + j] * (b - a) + a;
        }
    }
    return status;
}

/* lhs(factors, samples, criterion="center", random_state=rng): the centres of the intervals. pyDOE
 * draws the uniform doubles here too, and uses none of them. */
static nprand_status lhs_center(nprand_rng *rng, size_t samples, size_t factors, double *out,
                                int64_t *order, double *u)
{
    double step = 1.0 / (double)samples;
    nprand_status status = nprand_rand_fill(rng, samples * factors, u);
    for (size_t j = 0; j < factors && status == NPRAND_OK; j++) {
        status = nprand_permutation(rng, samples, order);
        for (size_t i = 0; i < samples && status == NPRAND_OK; i++) {
            size_t k = (size_t)order[i];
            double a = (double)k * step;
            double b = k + 1 < samples ? (double)(k + 1) * step : 1.0;
            out[i * factors + j] = (a + b) / 2.0;
        }
    }
    return status;
}

enum { SAMPLES = 5, FACTORS = 2 };

static void print_rows(double row[SAMPLES][FACTORS])
{
    for (int i = 0; i < SAMPLES; i++)
        printf("%.17g %.17g\n", row[i][0], row[i][1]);
}

int main(void)
{
    nprand_rng rng;
    double row[SAMPLES][FACTORS], u[SAMPLES * FACTORS];
    int64_t order[SAMPLES];

    nprand_status status = nprand_seed(&rng, 42);
    if (status == NPRAND_OK)
        status = lhs(&rng, SAMPLES, FACTORS, &row[0][0], order, u);
    if (status == NPRAND_OK) {
        print_rows(row);
        status = lhs_center(&rng, SAMPLES, FACTORS, &row[0][0], order, u);
    }
    if (status != NPRAND_OK) {
        fprintf(stderr, "latin_hypercube: %s\n", nprand_strerror(status));
        return EXIT_FAILURE;
    }
    print_rows(row);
    return 0;
}
