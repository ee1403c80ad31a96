/* SPDX-License-Identifier: BSD-3-Clause */
#include <nprand.h>
#include <stdio.h>

int main(void)
{
    if (nprand_rng_size() != sizeof(nprand_rng))
        return 1; /* the header and the library are not a pair */
    nprand_rng rng;
    if (nprand_seed(&rng, 5) != NPRAND_OK)
        return 1;
    nprand_rng fork = rng;
    double x = nprand_rand(&rng);
    double y = nprand_rand(&fork);
    printf("%.8f %.8f\n", x, y);
    return 0;
}
