/* SPDX-License-Identifier: BSD-3-Clause */
#include <nprand.h>
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    nprand_rng rng;
    int64_t k[3];
    size_t size = nprand_choice_no_replace_work_size(10);
    void *memory = malloc(size);
    if (memory == NULL || nprand_seed(&rng, 0) != NPRAND_OK)
        return 1;
    nprand_work work = nprand_work_of(memory, size);
    /* np.random.choice(10, 3, replace=False) */
    if (nprand_choice_no_replace_fill(&rng, 10, 3, k, work) !=
        NPRAND_OK)
        return 1;
    printf("%d %d %d\n", (int)k[0], (int)k[1], (int)k[2]);
    nprand_status status = nprand_choice_no_replace_fill(
        &rng, 10, 3, k, nprand_work_of(memory, size - 1));
    printf("%s\n", nprand_strerror(status));
    free(memory);
    return 0;
}
