/* SPDX-License-Identifier: BSD-3-Clause */
#include <nprand.h>
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    nprand_rng rng;
    const char *words[] = {"red", "green", "blue"};
    const double p[] = {0.1, 0.2, 0.7};
    int64_t k[5];
    size_t size = nprand_choice_p_work_size(3);
    void *memory = malloc(size);
    if (memory == NULL || nprand_seed(&rng, 0) != NPRAND_OK)
        return 1;
    /* np.random.choice(words) */
    printf("%s\n", words[nprand_choice(&rng, 3)]);
    /* np.random.choice(words, 5, p=p) */
    if (nprand_choice_p_fill(&rng, 3, p, 5, k,
                             nprand_work_of(memory, size)) !=
        NPRAND_OK)
        return 1;
    for (int i = 0; i < 5; i++)
        printf("%s%s", words[k[i]], i < 4 ? " " : "\n");
    free(memory);
    return 0;
}
