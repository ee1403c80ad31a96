/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The neural network in eleven lines that many have met first: one layer of three weights, trained
 * to give the first of three inputs. The weights start at random, so training ends at the numbers
 * of the Python program only if it starts at the same weights:
 *
 *     import numpy as np
 *     X = np.array([[0,0,1], [0,1,1], [1,0,1], [1,1,1]])
 *     y = np.array([[0,0,1,1]]).T
 *     np.random.seed(1)
 *     w = 2*np.random.random((3,1)) - 1
 *     for _ in range(10000):
 *         out = 1 / (1 + np.exp(-(X @ w)))
 *         w += X.T @ ((y - out) * out * (1 - out))
 *     print(out)
 */
#include <nprand.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { SAMPLES = 4, INPUTS = 3, STEPS = 10000 };

static const double X[SAMPLES][INPUTS] = {{0, 0, 1}, {0, 1, 1}, {1, 0, 1}, {1, 1, 1}};
static const double Y[SAMPLES] = {0, 0, 1, 1};

/* The network's answer to each sample. */
static void predict(const double w[INPUTS], double out[SAMPLES])
{
    for (int s = 0; s < SAMPLES; s++) {
        double sum = 0.0;
        for (int i = 0; i < INPUTS; i++)
            sum += X[s][i] * w[i];
        out[s] = 1.0 / (1.0 + exp(-sum));
    }
}

/* One step down the gradient of the squared error of all samples. */
static void learn(const double out[SAMPLES], double w[INPUTS])
{
    for (int s = 0; s < SAMPLES; s++) {
        double delta = (Y[s] - out[s]) * out[s] * (1.0 - out[s]);
        for (int i = 0; i < INPUTS; i++)
            w[i] += X[s][i] * delta;
    }
}

int main(void)
{
    nprand_rng rng;
    double w[INPUTS], out[SAMPLES];

    nprand_status status = nprand_seed(&rng, 1);
    if (status == NPRAND_OK)
        status = nprand_random_fill(&rng, INPUTS, w);
    if (status != NPRAND_OK) {
        fprintf(stderr, "neural_network: %s\n", nprand_strerror(status));
        return EXIT_FAILURE;
    }
    for (int i = 0; i < INPUTS; i++)
        w[i] = 2.0 * w[i] - 1.0;

    for (int step = 0; step < STEPS; step++) {
        predict(w, out);
        learn(out, w);
    }
    for (int s = 0; s < SAMPLES; s++)
        printf("%.8f\n", out[s]);
    return 0;
}
