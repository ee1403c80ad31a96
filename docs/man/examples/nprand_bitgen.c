/* SPDX-License-Identifier: BSD-3-Clause */
#include <nprand.h>
#include <stdio.h>

/* Code that draws through NumPy's interface. */
static double mean_of_doubles(nprand_bitgen_t *bitgen, int n)
{
    double sum = 0;
    for (int i = 0; i < n; i++)
        sum += bitgen->next_double(bitgen->state);
    return sum / n;
}

int main(void)
{
    nprand_rng rng;
    nprand_bitgen_t bitgen;
    if (nprand_seed(&rng, 0) != NPRAND_OK ||
        nprand_bitgen(&rng, &bitgen) != NPRAND_OK)
        return 1;
    printf("%.8f\n", mean_of_doubles(&bitgen, 3));
    return 0;
}
