/* SPDX-License-Identifier: BSD-3-Clause */
#include <errno.h>
#include <math.h>
#include <nprand.h>
#include <stdio.h>

int main(void)
{
    nprand_rng rng;
    double x[3];
    if (nprand_seed(&rng, 0) != NPRAND_OK ||
        nprand_normal_fill(&rng, 10, 2, 3, x) != NPRAND_OK)
        return 1;
    printf("%.8f %.8f %.8f\n", x[0], x[1], x[2]);
    printf("%.8f\n", nprand_standard_normal(&rng));
    const double means[3] = {0, 100, 200}, scale = 1;
    if (nprand_normal_each(&rng, means, 1, &scale, 0, 3, x) !=
        NPRAND_OK)
        return 1;
    printf("%.8f %.8f %.8f\n", x[0], x[1], x[2]);
    errno = 0;
    if (isnan(nprand_normal(&rng, 10, -2)) && errno == EDOM)
        printf("%s\n", nprand_strerror(NPRAND_NEGATIVE_SCALE));
    return 0;
}
