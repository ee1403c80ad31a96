/* SPDX-License-Identifier: BSD-3-Clause
 *
 * A program that uses nprand_threads.
 */
#include <nprand_threads.h>
#include <stdio.h>

enum { N = 3 << 20 };

static double x[N];

int main(void)
{
    nprand_rng rng;
    if (nprand_seed(&rng, 0) != NPRAND_OK || nprand_set_threads(&rng, 2) != NPRAND_OK ||
        nprand_rand_fill(&rng, N, x) != NPRAND_OK)
        return 1;
    printf("%.7f\n", x[0]);
    return 0;
}
