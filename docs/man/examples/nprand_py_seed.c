/* SPDX-License-Identifier: BSD-3-Clause */
#include <nprand_python.h>
#include <stdio.h>

int main(void)
{
    nprand_rng rng;
    if (nprand_py_seed_str(&rng, "abc")) /* random.seed("abc") */
        return 1;
    printf("%.8f\n", nprand_py_random(&rng));
    if (nprand_py_seed_text(&rng, "10000000000000000000000", 23))
        return 1;
    printf("%.8f\n", nprand_py_random(&rng)); /* of seed 10**22 */
    if (nprand_py_seed(&rng, 2.5)) /* calls nprand_py_seed_float() */
        return 1;
    printf("%.8f\n", nprand_py_random(&rng));
    return 0;
}
