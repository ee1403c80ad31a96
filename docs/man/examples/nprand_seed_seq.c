/* SPDX-License-Identifier: BSD-3-Clause */
#include <nprand.h>
#include <stdio.h>

int main(void)
{
    nprand_seed_seq root, child[3];
    if (nprand_seed_seq_init(&root, 12345) != NPRAND_OK ||
        nprand_seed_seq_spawn(&root, 3, child) != NPRAND_OK)
        return 1;
    for (int k = 0; k < 3; k++) { /* each worker has its own stream */
        nprand_rng rng;
        if (nprand_seed_sequence(&rng, &child[k]) != NPRAND_OK)
            return 1;
        printf("%.8f\n", nprand_rand(&rng));
    }
    return 0;
}
