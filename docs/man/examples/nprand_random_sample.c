/* SPDX-License-Identifier: BSD-3-Clause */
#include <nprand.h>
#include <stdio.h>

int main(void)
{
    nprand_rng rng;
    double x[2][3]; /* np.random.rand(2, 3) */
    if (nprand_seed(&rng, 0) != NPRAND_OK ||
        nprand_rand_fill(&rng, 6, &x[0][0]) != NPRAND_OK)
        return 1;
    for (int i = 0; i < 2; i++)
        printf("%.8f %.8f %.8f\n", x[i][0], x[i][1], x[i][2]);
    printf("%.8f\n", nprand_uniform(&rng, -1, 1));
    return 0;
}
