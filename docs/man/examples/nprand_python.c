/* SPDX-License-Identifier: BSD-3-Clause */
#include <nprand_python.h>
#include <stdio.h>

int main(void)
{
    nprand_rng rng;
    if (nprand_py_seed(&rng, 0) != NPRAND_OK) /* random.seed(0) */
        return 1;
    printf("%.17g\n", nprand_py_random(&rng));
    printf("%.8f\n", nprand_py_gauss(&rng, 0, 1));

    /* random.seed(0) and random.randint(1, 6) of Python 2 */
    if (nprand_py_seed(&rng, 0) != NPRAND_OK ||
        nprand_py_set_python(&rng, 2, 7) != NPRAND_OK)
        return 1;
    printf("%d\n", (int)nprand_py_randint(&rng, 1, 6));
    return 0;
}
