/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The first weights of neural networks: those of scikit-learn's MLPRegressor and MLPClassifier
 * (Glorot and Bengio), and those of He et al. as np.random code. The page
 * docs/recipes-simulation.md has the Python programs, which print the same lines.
 */
#include <nprand.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* One layer of scikit-learn's MLP: coefs_ with fan_in rows of fan_out weights, then fan_out
 * intercepts. factor is 2 for activation="logistic", and 6 for all others. */
static nprand_status mlp_layer(nprand_rng *rng, double factor, size_t fan_in, size_t fan_out,
                               double *weight, double *intercept)
{
    double bound = sqrt(factor / (double)(fan_in + fan_out));
    nprand_status status = nprand_uniform_fill(rng, -bound, bound, fan_in * fan_out, weight);
    if (status == NPRAND_OK)
        status = nprand_uniform_fill(rng, -bound, bound, fan_out, intercept);
    return status;
}

/* np.random.randn(rows, columns) * np.sqrt(2 / fan_in) */
static nprand_status he_layer(nprand_rng *rng, size_t fan_in, size_t rows, size_t columns,
                              double *weight)
{
    double scale = sqrt(2.0 / (double)fan_in);
    nprand_status status = nprand_randn_fill(rng, rows * columns, weight);
    if (status != NPRAND_OK)
        return status;
    for (size_t i = 0; i < rows * columns; i++)
        weight[i] *= scale;
    return NPRAND_OK;
}

enum { INPUTS = 3, HIDDEN = 4, OUTPUTS = 2 };

static void print_layer(const double *weight, size_t rows, size_t columns)
{
    for (size_t i = 0; i < rows; i++)
        for (size_t j = 0; j < columns; j++)
            printf("%.17g%c", weight[i * columns + j], j + 1 < columns ? ' ' : '\n');
}

static nprand_status print_mlp(void)
{
    nprand_rng rng;
    double first[INPUTS * HIDDEN], second[HIDDEN * OUTPUTS];
    double first_intercept[HIDDEN], second_intercept[OUTPUTS];

    nprand_status status = nprand_seed(&rng, 7);
    if (status == NPRAND_OK)
        status = mlp_layer(&rng, 6.0, INPUTS, HIDDEN, first, first_intercept);
    if (status == NPRAND_OK)
        status = mlp_layer(&rng, 6.0, HIDDEN, OUTPUTS, second, second_intercept);
    if (status != NPRAND_OK)
        return status;
    print_layer(first, INPUTS, HIDDEN);
    print_layer(first_intercept, 1, HIDDEN);
    print_layer(second, HIDDEN, OUTPUTS);
    print_layer(second_intercept, 1, OUTPUTS);
    return NPRAND_OK;
}

static nprand_status print_he(void)
{
    nprand_rng rng;
    double first[HIDDEN * INPUTS], second[OUTPUTS * HIDDEN];

    nprand_status status = nprand_seed(&rng, 7);
    if (status == NPRAND_OK)
        status = he_layer(&rng, INPUTS, HIDDEN, INPUTS, first);
    if (status == NPRAND_OK)
        status = he_layer(&rng, HIDDEN, OUTPUTS, HIDDEN, second);
    if (status != NPRAND_OK)
        return status;
    print_layer(first, HIDDEN, INPUTS);
    print_layer(second, OUTPUTS, HIDDEN);
    return NPRAND_OK;
}

int main(void)
{
    nprand_status status = print_mlp();
    if (status == NPRAND_OK)
        status = print_he();
    if (status != NPRAND_OK) {
        fprintf(stderr, "network_weights: %s\n", nprand_strerror(status));
        return EXIT_FAILURE;
    }
    return 0;
}
