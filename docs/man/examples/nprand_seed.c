/* SPDX-License-Identifier: BSD-3-Clause */
#include <nprand.h>
#include <stdio.h>

int main(void)
{
    nprand_rng rng;
    if (nprand_seed(&rng, 1234) != NPRAND_OK)
        return 1;
    printf("%.8f\n", nprand_rand(&rng)); /* RandomState(1234) */

    const uint32_t key[] = {1234};
    if (nprand_seed_array(&rng, key, 1) != NPRAND_OK)
        return 1;
    printf("%.8f\n", nprand_rand(&rng)); /* RandomState([1234]) */
    return 0;
}
