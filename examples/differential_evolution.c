/* SPDX-License-Identifier: BSD-3-Clause
 *
 * SciPy's differential_evolution() with its default arguments, except polish=False: the same
 * population, the same trials and the same result. The page docs/recipes-simulation.md has the
 * Python program, which prints the same lines.
 *
 * SciPy chooses members in another way since 1.12, and in a third way since 1.14: see SCIPY_MINOR.
 */
#include <nprand.h>

#include "numpy_sum.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#ifndef SCIPY_MINOR
#define SCIPY_MINOR 14 /* SciPy 1.14 and later; 13: 1.12 and 1.13; 11: 1.11 and earlier */
#endif

enum {
    PARAMETERS = 2,
    MEMBERS = 15 * PARAMETERS /* popsize=15; SciPy takes 5 members or more */
};

/* The function to minimise: put your own here. */
static double cost(const double x[PARAMETERS])
{
    double a = x[1] - x[0] * x[0], b = 1.0 - x[0];
    return 100.0 * a * a + b * b;
}

struct evolution {
    double low[PARAMETERS], high[PARAMETERS]; /* the bounds */
    double member[MEMBERS][PARAMETERS]; /* in units of the bounds, 0 to 1; the best is first */
    double energy[MEMBERS];             /* the cost of each member */
    int64_t index[MEMBERS];             /* shuffled to choose members */
    double sum;                         /* of all x that were tried, for a test */
    int generations, calls;
};

/* The x of a vector in units of the bounds. */
static void to_problem(const struct evolution *e, const double *scaled, double x[PARAMETERS])
{
    for (int j = 0; j < PARAMETERS; j++) {
        double middle = 0.5 * (e->low[j] + e->high[j]), width = fabs(e->low[j] - e->high[j]);
        x[j] = middle + (scaled[j] - 0.5) * width;
    }
}

static double cost_of(struct evolution *e, const double *scaled)
{
    double x[PARAMETERS];
    to_problem(e, scaled, x);
    for (int j = 0; j < PARAMETERS; j++)
        e->sum += x[j];
    e->calls++;
    return cost(x);
}

/* Exchanges the first member and the first one of those with the lowest energy. */
static void promote_best(struct evolution *e)
{
    int best = 0;
    for (int i = 1; i < MEMBERS; i++)
        if (e->energy[i] < e->energy[best])
            best = i;
    double energy = e->energy[0];
    e->energy[0] = e->energy[best];
    e->energy[best] = energy;
    for (int j = 0; j < PARAMETERS; j++) {
        double parameter = e->member[0][j];
        e->member[0][j] = e->member[best][j];
        e->member[best][j] = parameter;
    }
}

/* init="latinhypercube" */
static nprand_status start(nprand_rng *rng, struct evolution *e)
{
    const double step = 1.0 / MEMBERS;
    double u[MEMBERS][PARAMETERS];
    int64_t order[MEMBERS];

    nprand_status status = nprand_rand_fill(rng, MEMBERS * PARAMETERS, &u[0][0]);
    for (int j = 0; j < PARAMETERS && status == NPRAND_OK; j++) {
        status = nprand_permutation(rng, MEMBERS, order);
        for (int i = 0; i < MEMBERS && status == NPRAND_OK; i++)
            e->member[i][j] = step * u[order[i]][j] + (double)order[i] * step;
    }
    if (status != NPRAND_OK)
        return status;
    e->sum = 0.0;
    e->calls = e->generations = 0;
    for (int i = 0; i < MEMBERS; i++) {
        e->index[i] = i;
        e->energy[i] = cost_of(e, e->member[i]);
    }
    promote_best(e);
    return NPRAND_OK;
}

/* Chooses two members for the trial of member i. SciPy shuffles the indices of all members. Before
 * 1.14 they are in order before each shuffle, and before 1.12 index i is left out. */
static nprand_status choose_two(nprand_rng *rng, struct evolution *e, int64_t i, int64_t *r0,
                                int64_t *r1)
{
    int64_t *index = e->index;
    size_t count = MEMBERS;
    for (int64_t k = 0; k < MEMBERS && SCIPY_MINOR < 14; k++)
        index[k] = k;
    if (SCIPY_MINOR < 12) {
        count--;
        for (int64_t k = i; k < MEMBERS - 1; k++)
            index[k] = k + 1;
    }
    nprand_status status = nprand_shuffle(rng, index, count, sizeof index[0]);
    *r0 = index[0] != i ? index[0] : index[1];
    *r1 = index[0] != i && index[1] != i ? index[1] : index[2];
    return status;
}

/* strategy="best1bin": a trial vector for member i. factor is the mutation constant. */
static nprand_status mutate(nprand_rng *rng, double factor, struct evolution *e, int64_t i,
                            double trial[PARAMETERS])
{
    int64_t fill_point, r0, r1;
    double u[PARAMETERS];

    nprand_status status = nprand_randint_fill(rng, 0, PARAMETERS, 1, &fill_point);
    if (status == NPRAND_OK)
        status = choose_two(rng, e, i, &r0, &r1);
    if (status == NPRAND_OK)
        status = nprand_rand_fill(rng, PARAMETERS, u);
    if (status != NPRAND_OK)
        return status;
    for (int j = 0; j < PARAMETERS; j++) {
        trial[j] = e->member[i][j];
        if (j == fill_point || u[j] < 0.7) /* recombination=0.7 */
            trial[j] = e->member[0][j] + factor * (e->member[r0][j] - e->member[r1][j]);
    }
    /* A parameter outside the bounds becomes a random one. */
    for (int j = 0; j < PARAMETERS && status == NPRAND_OK; j++)
        if (trial[j] > 1.0 || trial[j] < 0.0)
            status = nprand_rand_fill(rng, 1, &trial[j]);
    return status;
}

/* updating="immediate": one trial for each member. */
static nprand_status evolve(nprand_rng *rng, struct evolution *e)
{
    double factor; /* mutation=(0.5, 1): another one for each generation */
    nprand_status status = nprand_uniform_fill(rng, 0.5, 1.0, 1, &factor);

    for (int i = 0; i < MEMBERS && status == NPRAND_OK; i++) {
        double trial[PARAMETERS];
        status = mutate(rng, factor, e, i, trial);
        if (status != NPRAND_OK)
            return status;
        double energy = cost_of(e, trial);
        if (energy <= e->energy[i]) {
            e->energy[i] = energy;
            for (int j = 0; j < PARAMETERS; j++)
                e->member[i][j] = trial[j];
            if (energy <= e->energy[0])
                promote_best(e);
        }
    }
    e->generations++;
    return status;
}

/* tol=0.01, atol=0: np.std(energies) <= 0.01 * abs(np.mean(energies)) */
static bool converged(const struct evolution *e)
{
    double mean = numpy_sum(e->energy, MEMBERS) / MEMBERS;
    double square[MEMBERS];
    for (int i = 0; i < MEMBERS; i++)
        square[i] = (e->energy[i] - mean) * (e->energy[i] - mean);
    return sqrt(numpy_sum(square, MEMBERS) / MEMBERS) <= 0.01 * fabs(mean);
}

/* Minimises cost() between e->low and e->high, in at most generations (maxiter) generations.
 * e->member[0] and e->energy[0] become the result. *success says whether it converged. */
static nprand_status minimise(nprand_rng *rng, int generations, struct evolution *e, bool *success)
{
    nprand_status status = start(rng, e);
    *success = false;
    while (status == NPRAND_OK && e->generations < generations && !*success) {
        status = evolve(rng, e);
        *success = status == NPRAND_OK && converged(e);
    }
    return status;
}

/* Prints the best member, in units of the problem, and its energy. */
static void print_best(const struct evolution *e)
{
    double x[PARAMETERS];
    to_problem(e, e->member[0], x);
    for (int j = 0; j < PARAMETERS; j++)
        printf("%.17g ", x[j]);
    printf("%.17g\n", e->energy[0]);
}

int main(void)
{
    nprand_rng rng;
    struct evolution e = {.low = {-2.0, -1.0}, .high = {2.0, 3.0}};
    bool success = false;

    for (int generations = 0; generations < 1000 && !success; generations += 10) {
        nprand_status status = nprand_seed(&rng, 1);
        if (status == NPRAND_OK)
            status = minimise(&rng, generations, &e, &success);
        if (status != NPRAND_OK) {
            fprintf(stderr, "differential_evolution: %s\n", nprand_strerror(status));
            return EXIT_FAILURE;
        }
        print_best(&e);
    }
    printf("%d generations, %d calls, sum of all x: %.17g\n", e.generations, e.calls, e.sum);
    return 0;
}
