/* SPDX-License-Identifier: BSD-3-Clause */
#include <nprand_threads.h>
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    nprand_rng rng;
    size_t n = 5000000;
    double *x = malloc(n * sizeof *x);
    if (x == NULL || nprand_seed(&rng, 0) != NPRAND_OK ||
        nprand_set_threads(&rng, 2) != NPRAND_OK ||
        nprand_rand_fill(&rng, n, x) != NPRAND_OK)
        return 1;
    printf("the last value is %.8f\n", x[n - 1]);
    free(x);
    return 0;
}
