/* SPDX-License-Identifier: BSD-3-Clause */
#include <nprand_python.h>
#include <stdio.h>

int main(void)
{
    nprand_rng rng;
    double x[3];
    if (nprand_py_seed(&rng, 0) != NPRAND_OK ||
        nprand_py_random_fill(&rng, 3, x) != NPRAND_OK)
        return 1;
    printf("%.8f %.8f %.8f\n", x[0], x[1], x[2]);
    printf("%.8f\n", nprand_py_uniform(&rng, 5, 10));
    printf("%.8f\n", nprand_py_gauss(&rng, 0, 1));
    printf("%.8f\n", nprand_py_expovariate(&rng, 0.2));
    return 0;
}
