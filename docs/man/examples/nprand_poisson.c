/* SPDX-License-Identifier: BSD-3-Clause */
#include <nprand.h>
#include <stdio.h>

int main(void)
{
    nprand_rng rng;
    int64_t k[5];
    if (nprand_seed(&rng, 0) != NPRAND_OK ||
        nprand_poisson_fill(&rng, 3.5, 5, k) != NPRAND_OK)
        return 1;
    for (int i = 0; i < 5; i++)
        printf("%d%s", (int)k[i], i < 4 ? " " : "\n");
    const double rates[5] = {0, 1, 10, 100, 1000};
    if (nprand_poisson_each(&rng, rates, 1, 5, k) != NPRAND_OK)
        return 1;
    for (int i = 0; i < 5; i++)
        printf("%d%s", (int)k[i], i < 4 ? " " : "\n");
    printf("%d\n", (int)nprand_poisson(&rng, 1e6));
    printf("%d\n", (int)nprand_zipf(&rng, 2));
    return 0;
}
