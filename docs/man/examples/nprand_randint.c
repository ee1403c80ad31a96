/* SPDX-License-Identifier: BSD-3-Clause */
#include <inttypes.h>
#include <nprand.h>
#include <stdio.h>

int main(void)
{
    nprand_rng rng;
    int64_t k[5];
    uint8_t small[5];
    if (nprand_seed(&rng, 3) != NPRAND_OK ||
        nprand_randint_fill(&rng, 0, 10, 5, k) != NPRAND_OK)
        return 1;
    for (int i = 0; i < 5; i++)
        printf("%" PRId64 " ", k[i]);
    printf("of int64\n");
    if (nprand_seed(&rng, 3) != NPRAND_OK ||
        nprand_randint_uint8_fill(&rng, 0, 10, 5, small) != NPRAND_OK)
        return 1;
    for (int i = 0; i < 5; i++)
        printf("%d ", small[i]);
    printf("of uint8\n");
    const int64_t low = 0, high[4] = {100, 50, 200, 100};
    if (nprand_seed(&rng, 0) != NPRAND_OK ||
        nprand_randint_uint8_each(&rng, &low, 0, high, 1, 4, small) !=
            NPRAND_OK)
        return 1;
    for (int i = 0; i < 4; i++)
        printf("%d ", small[i]);
    printf("below 100, 50, 200, 100\n");
    return 0;
}
