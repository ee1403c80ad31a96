/* SPDX-License-Identifier: BSD-3-Clause */
#include <nprand.h>
#include <stdio.h>

int main(void)
{
    nprand_rng rng;
    int64_t k[5];
    if (nprand_seed(&rng, 0) != NPRAND_OK ||
        nprand_binomial_fill(&rng, 10, 0.5, 5, k) != NPRAND_OK)
        return 1;
    for (int i = 0; i < 5; i++)
        printf("%d%s", (int)k[i], i < 4 ? " " : "\n");
    printf("%d\n", (int)nprand_geometric(&rng, 0.05));
    printf("%d\n", (int)nprand_hypergeometric(&rng, 15, 35, 20));
    return 0;
}
