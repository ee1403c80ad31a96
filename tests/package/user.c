/* SPDX-License-Identifier: BSD-3-Clause
 *
 * A program that uses nprand.
 */
#include <nprand_python.h>
#include <stdio.h>

int main(void)
{
    nprand_rng rng;
    if (nprand_seed(&rng, 0) != NPRAND_OK)
        return 1;
    printf("%.7f\n", nprand_rand(&rng));
    return 0;
}
