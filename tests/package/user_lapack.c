/* SPDX-License-Identifier: BSD-3-Clause
 *
 * A program that uses nprand_lapack: a row, and the first number after the seed again.
 */
#include <nprand_lapack.h>
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    const double mean[] = {0, 10}, cov[] = {1, 0.5, 0.5, 2};
    double row[2];
    const size_t size = nprand_multivariate_normal_work_size(2);
    void *memory = malloc(size);
    nprand_rng rng;
    if (memory == NULL || nprand_seed(&rng, 0) != NPRAND_OK ||
        nprand_multivariate_normal(&rng, mean, cov, 2, NPRAND_CHECK_VALID_RAISE,
                                   NPRAND_MULTIVARIATE_NORMAL_TOL, row,
                                   nprand_work_of(memory, size)) != NPRAND_OK)
        return 1;
    free(memory);
    if (nprand_seed(&rng, 0) != NPRAND_OK)
        return 1;
    printf("%.7f\n", nprand_rand(&rng));
    return 0;
}
