/* SPDX-License-Identifier: BSD-3-Clause */
#include <nprand_lapack.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    enum { N = 20000 };
    static double x[N][2];
    const double mean[2] = {0, 10}, cov[2][2] = {{1, 0.5}, {0.5, 2}};
    nprand_rng rng;
    size_t size = nprand_multivariate_normal_work_size(2);
    void *memory = malloc(size);
    if (memory == NULL || nprand_seed(&rng, 0) != NPRAND_OK)
        return 1;
    nprand_status status = nprand_multivariate_normal_fill(
        &rng, mean, &cov[0][0], 2, NPRAND_CHECK_VALID_WARN,
        NPRAND_MULTIVARIATE_NORMAL_TOL, N, &x[0][0],
        nprand_work_of(memory, size));
    free(memory);
    if (status != NPRAND_OK)
        return 1;
    double sum = 0, product = 0;
    for (int i = 0; i < N; i++) {
        sum += x[i][1];
        product += x[i][0] * (x[i][1] - 10);
    }
    /* The numbers depend on the LAPACK; the distribution does not. */
    printf("mean of x[1]: %.0f\n", sum / N);
    printf("covariance: about 0.5: %s\n",
           fabs(product / N - 0.5) < 0.1 ? "yes" : "no");
    return 0;
}
