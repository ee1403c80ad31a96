/* SPDX-License-Identifier: BSD-3-Clause */
#include <nprand.h>
#include <stdio.h>

int main(void)
{
    nprand_rng rng = {0};
    double x[3];
    nprand_status status = nprand_normal_fill(&rng, 0, 1, 3, x);
    printf("%s\n", nprand_strerror(status));
    status = nprand_seed(&rng, -1);
    printf("%s\n", nprand_strerror(status));
    status = nprand_seed(&rng, 0);
    if (status == NPRAND_OK)
        status = nprand_normal_fill(&rng, 0, -1, 3, x);
    if (status == NPRAND_NEGATIVE_SCALE)
        printf("%s\n", nprand_strerror(status));
    return 0;
}
