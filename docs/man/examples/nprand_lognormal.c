/* SPDX-License-Identifier: BSD-3-Clause */
#include <nprand.h>
#include <stdio.h>

int main(void)
{
    nprand_rng rng;
    double x[3];
    if (nprand_seed(&rng, 0) != NPRAND_OK ||
        nprand_lognormal_fill(&rng, 0, 0.25, 3, x) != NPRAND_OK)
        return 1;
    printf("%.8f %.8f %.8f\n", x[0], x[1], x[2]);
    printf("%.8f\n", nprand_wald(&rng, 3, 2));
    return 0;
}
