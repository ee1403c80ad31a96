/* SPDX-License-Identifier: BSD-3-Clause */
#include <nprand.h>
#include <stdio.h>

int main(void)
{
    nprand_rng rng;
    const double p[3] = {0.2, 0.3, 0.5}, alpha[3] = {1, 2, 3};
    int64_t k[2][3];
    double x[3];
    if (nprand_seed(&rng, 0) != NPRAND_OK ||
        nprand_multinomial_fill(&rng, 20, p, 3, 2, &k[0][0]) ||
        nprand_dirichlet(&rng, alpha, 3, x))
        return 1;
    for (int i = 0; i < 2; i++)
        printf("%d %d %d\n", (int)k[i][0], (int)k[i][1], (int)k[i][2]);
    printf("%.8f %.8f %.8f\n", x[0], x[1], x[2]);
    return 0;
}
