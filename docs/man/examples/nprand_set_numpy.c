/* SPDX-License-Identifier: BSD-3-Clause */
#include <nprand.h>
#include <stdio.h>

/* In NumPy 1.17.0 to 1.17.2, binomial draws nothing for 0 trials. */
static void print_next(int major, int minor, int patch)
{
    nprand_rng rng;
    nprand_status status = nprand_seed(&rng, 0);
    if (status == NPRAND_OK)
        status = nprand_set_numpy_patch(&rng, major, minor, patch);
    if (status != NPRAND_OK) {
        printf("%s\n", nprand_strerror(status));
        return;
    }
    nprand_binomial(&rng, 0, 0.5);
    printf("%d.%d.%d: %.8f\n", major, minor, patch, nprand_rand(&rng));
}

int main(void)
{
    print_next(1, 17, 2);
    print_next(1, 17, 3);
    print_next(3, 0, 0);
    return 0;
}
