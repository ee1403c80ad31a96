/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The events at each point of a field, such as the photons of a picture: Poisson draws with a rate
 * of its own for each point, and binomial draws of those that a detector sees. The page
 * docs/recipes-simulation.md has the Python program, which prints the same lines.
 */
#include <nprand.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

enum { ROWS = 12, COLUMNS = 16, POINTS = ROWS * COLUMNS };

/* Draws the events at n points, of which point i has rates[i]. seen[i] of the events[i] are seen,
 * each with the probability efficiency. */
static nprand_status observe(nprand_rng *rng, const double *rates, double efficiency, size_t n,
                             int64_t *events, int64_t *seen)
{
    nprand_status status = nprand_poisson_each(rng, rates, 1, n, events);
    if (status == NPRAND_OK)
        status = nprand_binomial_each(rng, events, 1, &efficiency, 0, n, seen);
    return status;
}

static void check(nprand_status status)
{
    if (status != NPRAND_OK) {
        fprintf(stderr, "%s\n", nprand_strerror(status));
        exit(1);
    }
}

static int64_t sum(const int64_t *values, size_t n)
{
    int64_t total = 0;
    for (size_t i = 0; i < n; i++)
        total += values[i];
    return total;
}

int main(void)
{
    nprand_rng rng;
    double rates[POINTS];
    int64_t events[POINTS], seen[POINTS];

    for (int i = 0; i < ROWS; i++)
        for (int j = 0; j < COLUMNS; j++) {
            int squared = (i - 5) * (i - 5) + (j - 9) * (j - 9);
            rates[i * COLUMNS + j] = 0.25 + 40 / (1 + squared / 4.0);
        }
    check(nprand_seed(&rng, 0));
    check(observe(&rng, rates, 0.5, POINTS, events, seen));
    for (int i = 0; i < ROWS; i++)
        for (int j = 0; j < COLUMNS; j++)
            printf("%" PRId64 "%c", seen[i * COLUMNS + j], j < COLUMNS - 1 ? ' ' : '\n');
    printf("%" PRId64 " of %" PRId64 "\n", sum(seen, POINTS), sum(events, POINTS));
    printf("%.17g\n", nprand_rand(&rng));
    return 0;
}
