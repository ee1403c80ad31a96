/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Markov chain Monte Carlo: a random walk of Metropolis, and the stretch move of emcee's
 * EnsembleSampler. The page docs/recipes-simulation.md has the Python programs, which print the
 * same lines.
 */
#include <nprand.h>

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { DIM = 2, WALKERS = 6 };

/* The logarithm of the density to sample from, up to a constant: put your own here. */
static double log_density(const double x[DIM])
{
    double d = x[1] - x[0];
    return -0.5 * (x[0] * x[0] + d * d / 0.25);
}

/* Metropolis: each step proposes x + sigma * randn(DIM). x is the first point before the call, and
 * the last one after it. *accepted becomes the number of proposals that were accepted. */
static nprand_status metropolis(nprand_rng *rng, double sigma, int64_t steps, double x[DIM],
                                int64_t *accepted)
{
    double now = log_density(x);
    *accepted = 0;
    for (int64_t t = 0; t < steps; t++) {
        double y[DIM], u;
        nprand_status status = nprand_randn_fill(rng, DIM, y);
        if (status == NPRAND_OK)
            status = nprand_rand_fill(rng, 1, &u);
        if (status != NPRAND_OK)
            return status;
        for (int i = 0; i < DIM; i++)
            y[i] = x[i] + sigma * y[i];
        double next = log_density(y);
        if (log(u) < next - now) {
            for (int i = 0; i < DIM; i++)
                x[i] = y[i];
            now = next;
            ++*accepted;
        }
    }
    return NPRAND_OK;
}

/* The walkers of an ensemble, and the logarithm of the density at each one. */
struct ensemble {
    double x[WALKERS][DIM];
    double log_p[WALKERS];
    int64_t accepted; /* the number of moves that were accepted so far */
};

/* Moves the count walkers that are listed in mine, each along the line to one of the others. a is
 * the scale of the stretch, 2 in emcee. */
static nprand_status stretch(nprand_rng *rng, double a, struct ensemble *e, const size_t *mine,
                             size_t count, const size_t *others, size_t other_count)
{
    double z[WALKERS], y[WALKERS][DIM], next[WALKERS];
    int64_t partner[WALKERS];

    nprand_status status = nprand_rand_fill(rng, count, z);
    if (status == NPRAND_OK)
        status = nprand_randint_fill(rng, 0, (int64_t)other_count, count, partner);
    if (status != NPRAND_OK)
        return status;
    for (size_t i = 0; i < count; i++) {
        const double *x = e->x[mine[i]], *c = e->x[others[partner[i]]];
        double root = (a - 1.0) * z[i] + 1.0;
        z[i] = root * root / a;
        for (int j = 0; j < DIM; j++)
            y[i][j] = c[j] - (c[j] - x[j]) * z[i];
        next[i] = log_density(y[i]);
    }
    for (size_t i = 0; i < count; i++) {
        double u;
        status = nprand_rand_fill(rng, 1, &u);
        if (status != NPRAND_OK)
            return status;
        if ((DIM - 1.0) * log(z[i]) + next[i] - e->log_p[mine[i]] > log(u)) {
            for (int j = 0; j < DIM; j++)
                e->x[mine[i]][j] = y[i][j];
            e->log_p[mine[i]] = next[i];
            e->accepted++;
        }
    }
    return NPRAND_OK;
}

/* One iteration of EnsembleSampler with its default move. */
static nprand_status ensemble_step(nprand_rng *rng, struct ensemble *e)
{
    int64_t half[WALKERS];
    double move;

    /* emcee chooses among its moves, with one double even if it has only one move. */
    nprand_status status = nprand_rand_fill(rng, 1, &move);
    for (int64_t i = 0; i < WALKERS; i++)
        half[i] = i % 2;
    if (status == NPRAND_OK)
        status = nprand_shuffle(rng, half, WALKERS, sizeof half[0]);
    for (int64_t turn = 0; turn < 2 && status == NPRAND_OK; turn++) {
        size_t mine[WALKERS], others[WALKERS], count = 0, other_count = 0;
        for (size_t i = 0; i < WALKERS; i++) {
            if (half[i] == turn)
                mine[count++] = i;
            else
                others[other_count++] = i;
        }
        status = stretch(rng, 2.0, e, mine, count, others, other_count);
    }
    return status;
}

static nprand_status print_metropolis(void)
{
    nprand_rng rng;
    double x[DIM] = {3.0, -3.0};
    int64_t accepted;

    nprand_status status = nprand_seed(&rng, 7);
    for (int block = 0; block < 4 && status == NPRAND_OK; block++) {
        status = metropolis(&rng, 0.8, 250, x, &accepted);
        if (status == NPRAND_OK)
            printf("%.17g %.17g %" PRId64 "\n", x[0], x[1], accepted);
    }
    return status;
}

static nprand_status print_ensemble(void)
{
    nprand_rng rng;
    struct ensemble e = {.accepted = 0};

    nprand_status status = nprand_seed(&rng, 42);
    if (status == NPRAND_OK)
        status = nprand_randn_fill(&rng, WALKERS * DIM, &e.x[0][0]);
    for (int i = 0; i < WALKERS; i++)
        e.log_p[i] = log_density(e.x[i]);
    for (int step = 0; step < 500 && status == NPRAND_OK; step++)
        status = ensemble_step(&rng, &e);
    if (status != NPRAND_OK)
        return status;
    for (int i = 0; i < WALKERS; i++)
        printf("%.17g %.17g\n", e.x[i][0], e.x[i][1]);
    printf("%" PRId64 "\n", e.accepted);
    return NPRAND_OK;
}

int main(void)
{
    nprand_status status = print_metropolis();
    if (status == NPRAND_OK)
        status = print_ensemble();
    if (status != NPRAND_OK) {
        fprintf(stderr, "mcmc: %s\n", nprand_strerror(status));
        return EXIT_FAILURE;
    }
    return 0;
}
