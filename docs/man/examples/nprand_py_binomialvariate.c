/* SPDX-License-Identifier: BSD-3-Clause */
#include <nprand_python.h>
#include <stdio.h>

int main(void)
{
    nprand_rng rng;
    int64_t k[5];
    if (nprand_py_seed(&rng, 0) != NPRAND_OK ||
        nprand_py_binomialvariate_fill(&rng, 100, 0.3, 5, k))
        return 1;
    for (int i = 0; i < 5; i++)
        printf("%d%s", (int)k[i], i < 4 ? " " : "\n");
    return 0;
}
