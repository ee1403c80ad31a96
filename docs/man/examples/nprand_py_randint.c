/* SPDX-License-Identifier: BSD-3-Clause */
#include <inttypes.h>
#include <nprand_python.h>
#include <stdio.h>

int main(void)
{
    nprand_rng rng;
    if (nprand_py_seed(&rng, 0) != NPRAND_OK)
        return 1;
    printf("%d\n", (int)nprand_py_randint(&rng, 1, 6));
    printf("%d\n", (int)nprand_py_randrange(&rng, 0, 100, 5));
    printf("%" PRIu64 "\n", nprand_py_getrandbits(&rng, 64));
    return 0;
}
