/* SPDX-License-Identifier: BSD-3-Clause */
#include <nprand.h>
#include <stdio.h>

int main(void)
{
    nprand_rng rng;
    nprand_state state;
    if (nprand_seed(&rng, 0) != NPRAND_OK)
        return 1;
    printf("%.8f\n", nprand_standard_normal(&rng));
    if (nprand_get_state(&rng, &state) != NPRAND_OK)
        return 1;
    printf("pos %d, has_gauss %d, gauss %.8f\n", (int)state.pos,
           (int)state.has_gauss, state.gauss);
    printf("%.8f\n", nprand_standard_normal(&rng));
    if (nprand_set_state(&rng, &state) != NPRAND_OK)
        return 1;
    printf("%.8f\n", nprand_standard_normal(&rng));
    return 0;
}
