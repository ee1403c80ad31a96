/* SPDX-License-Identifier: BSD-3-Clause */
#include <nprand.h>
#include <stdio.h>

int main(void)
{
    nprand_rng rng, far;
    if (nprand_seed(&rng, 0) != NPRAND_OK)
        return 1;
    far = rng;
    /* A uniform double takes two words. */
    if (nprand_advance(&far, 2 * 1000) != NPRAND_OK)
        return 1;
    for (int i = 0; i < 1000; i++)
        nprand_rand(&rng);
    printf("%.8f\n", nprand_rand(&rng));
    printf("%.8f\n", nprand_rand(&far));
    /* The last two doubles once more. */
    if (nprand_rewind(&far, 2 * 2) != NPRAND_OK)
        return 1;
    printf("%.8f\n", nprand_rand(&far));
    printf("%.8f\n", nprand_rand(&far));
    return 0;
}
