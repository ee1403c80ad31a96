/* SPDX-License-Identifier: BSD-3-Clause */
#include <nprand.h>
#include <stdio.h>

int main(void)
{
    nprand_rng rng;
    double angles[3];
    if (nprand_seed(&rng, 0) != NPRAND_OK ||
        nprand_vonmises_fill(&rng, 0, 4, 3, angles) != NPRAND_OK)
        return 1;
    printf("%.8f %.8f %.8f\n", angles[0], angles[1], angles[2]);
    return 0;
}
