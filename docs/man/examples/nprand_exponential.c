/* SPDX-License-Identifier: BSD-3-Clause */
#include <nprand.h>
#include <stdio.h>

int main(void)
{
    nprand_rng rng;
    double waits[3];
    if (nprand_seed(&rng, 0) != NPRAND_OK ||
        nprand_exponential_fill(&rng, 60, 3, waits) != NPRAND_OK)
        return 1;
    printf("%.6f %.6f %.6f\n", waits[0], waits[1], waits[2]);
    printf("%.6f\n", nprand_weibull(&rng, 1.5));
    printf("%.6f\n", nprand_triangular(&rng, 0, 2, 10));
    return 0;
}
