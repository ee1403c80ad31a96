/* SPDX-License-Identifier: BSD-3-Clause */
#include <nprand.h>
#include <stdio.h>

int main(void)
{
    nprand_rng rng;
    double x[4];
    nprand_status status = nprand_seed(&rng, 0);
    if (status == NPRAND_OK)
        status = nprand_normal_fill(&rng, 10, 2, 4, x);
    if (status != NPRAND_OK) {
        fprintf(stderr, "%s\n", nprand_strerror(status));
        return 1;
    }
    /* np.random.seed(0); np.random.normal(10, 2, 4) */
    printf("%.8f %.8f %.8f %.8f\n", x[0], x[1], x[2], x[3]);
    /* np.random.randint(0, 100) */
    int64_t k = nprand_randint(&rng, 0, 100);
    printf("%d\n", (int)k);
    return 0;
}
