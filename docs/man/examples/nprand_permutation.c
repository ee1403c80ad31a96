/* SPDX-License-Identifier: BSD-3-Clause */
#include <nprand.h>
#include <stdio.h>

int main(void)
{
    nprand_rng rng;
    int64_t k[6];
    const char *words[] = {"red", "green", "blue", "white"};
    if (nprand_seed(&rng, 0) != NPRAND_OK ||
        nprand_permutation(&rng, 6, k) != NPRAND_OK ||
        nprand_shuffle(&rng, words, 4, sizeof words[0]) != NPRAND_OK)
        return 1;
    for (int i = 0; i < 6; i++)
        printf("%d%s", (int)k[i], i < 5 ? " " : "\n");
    for (int i = 0; i < 4; i++)
        printf("%s%s", words[i], i < 3 ? " " : "\n");
    return 0;
}
