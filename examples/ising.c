/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The Ising model on a square lattice with periodic boundaries, by the steps of Metropolis: with
 * the numbers of NumPy, and with those of Python's module random. The page
 * docs/recipes-simulation.md has the Python programs, which print the same lines.
 */
#include <nprand.h>
#include <nprand_python.h>

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { SIDE = 16, SITES = SIDE * SIDE };

/* 2 * np.random.randint(2, size=(SIDE, SIDE)) - 1 */
static nprand_status random_spins(nprand_rng *rng, int spin[SIDE][SIDE])
{
    int64_t bit[SITES];
    nprand_status status = nprand_randint_fill(rng, 0, 2, SITES, bit);
    if (status != NPRAND_OK)
        return status;
    for (int k = 0; k < SITES; k++)
        spin[k / SIDE][k % SIDE] = 2 * (int)bit[k] - 1;
    return NPRAND_OK;
}

/* The energy that turning the spin at a, b would cost: -8, -4, 0, 4 or 8. */
static int cost_of(int spin[SIDE][SIDE], int64_t a, int64_t b)
{
    int neighbours = spin[(a + 1) % SIDE][b] + spin[a][(b + 1) % SIDE] +
                     spin[(a + SIDE - 1) % SIDE][b] + spin[a][(b + SIDE - 1) % SIDE];
    return 2 * spin[a][b] * neighbours;
}

/* As many steps as the lattice has sites, each at a random site. */
static nprand_status sweep(nprand_rng *rng, double beta, int spin[SIDE][SIDE])
{
    for (int step = 0; step < SITES; step++) {
        int64_t site[2];
        nprand_status status = nprand_randint_fill(rng, 0, SIDE, 2, site);
        if (status != NPRAND_OK)
            return status;
        int cost = cost_of(spin, site[0], site[1]);
        if (cost < 0 || nprand_rand(rng) < exp(-cost * beta))
            spin[site[0]][site[1]] *= -1;
    }
    return NPRAND_OK;
}

/* sweep() with the numbers of Python's module random. */
static nprand_status sweep_py(nprand_rng *rng, double beta, int spin[SIDE][SIDE])
{
    for (int step = 0; step < SITES; step++) {
        int64_t site[2];
        nprand_status status = nprand_py_randint_fill(rng, 0, SIDE - 1, 2, site);
        if (status != NPRAND_OK)
            return status;
        int cost = cost_of(spin, site[0], site[1]);
        if (cost < 0 || nprand_py_random(rng) < exp(-cost * beta))
            spin[site[0]][site[1]] *= -1;
    }
    return NPRAND_OK;
}

/* Prints the energy and the magnetisation of the lattice. */
static void print_lattice(int spin[SIDE][SIDE])
{
    int energy = 0, magnetisation = 0;
    for (int a = 0; a < SIDE; a++) {
        for (int b = 0; b < SIDE; b++) {
            energy -= spin[a][b] * (spin[(a + 1) % SIDE][b] + spin[a][(b + 1) % SIDE]);
            magnetisation += spin[a][b];
        }
    }
    printf("%d %d\n", energy, magnetisation);
}

static nprand_status print_sweeps(void)
{
    nprand_rng rng;
    int spin[SIDE][SIDE];

    nprand_status status = nprand_seed(&rng, 5);
    if (status == NPRAND_OK)
        status = random_spins(&rng, spin);
    for (int i = 1; i <= 40 && status == NPRAND_OK; i++) {
        status = sweep(&rng, 1.0 / 2.0, spin);
        if (status == NPRAND_OK && i % 10 == 0)
            print_lattice(spin);
    }
    return status;
}

static nprand_status print_sweeps_py(void)
{
    nprand_rng rng;
    int spin[SIDE][SIDE];

    for (int k = 0; k < SITES; k++)
        spin[k / SIDE][k % SIDE] = 1;
    nprand_status status = nprand_py_seed(&rng, 5);
    for (int i = 1; i <= 40 && status == NPRAND_OK; i++) {
        status = sweep_py(&rng, 1.0 / 2.5, spin);
        if (status == NPRAND_OK && i % 10 == 0)
            print_lattice(spin);
    }
    return status;
}

int main(void)
{
    nprand_status status = print_sweeps();
    if (status == NPRAND_OK)
        status = print_sweeps_py();
    if (status != NPRAND_OK) {
        fprintf(stderr, "ising: %s\n", nprand_strerror(status));
        return EXIT_FAILURE;
    }
    return 0;
}
