/* SPDX-License-Identifier: BSD-3-Clause */
#include <nprand.h>
#include <stdio.h>
#include <stdlib.h>

/* One part after another; a runner with threads calls each part on
 * one of them. */
static void run_in_turn(void *context, nprand_part *part,
                        void *argument, size_t count)
{
    size_t *parts = context;
    for (size_t i = 0; i < count; i++)
        part(argument, i);
    *parts += count;
}

int main(void)
{
    nprand_rng rng;
    size_t parts = 0, n = 5000000;
    double *x = malloc(n * sizeof *x);
    if (x == NULL || nprand_seed(&rng, 0) != NPRAND_OK ||
        nprand_set_runner(&rng, run_in_turn, &parts, 4) != NPRAND_OK ||
        nprand_rand_fill(&rng, n, x) != NPRAND_OK)
        return 1;
    printf("%d parts, the last value is %.8f\n", (int)parts, x[n - 1]);
    free(x);
    return 0;
}
