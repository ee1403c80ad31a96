/* SPDX-License-Identifier: BSD-3-Clause */
#include <nprand.h>
#include <stdio.h>
#include <stdlib.h>

/* What came before a saved array, and what comes next. */
int main(void)
{
    enum { COUNT = 700 };
    nprand_rng rng;
    double saved[COUNT];
    if (nprand_seed(&rng, 0) != NPRAND_OK)
        return 1;
    printf("%.8f\n", nprand_rand(&rng));
    if (nprand_rand_fill(&rng, COUNT, saved) != NPRAND_OK)
        return 1;
    printf("%.8f\n", nprand_rand(&rng));

    nprand_rng found;
    size_t size = nprand_recover_doubles_work_size(COUNT);
    void *memory = malloc(size);
    nprand_work work = nprand_work_of(memory, size);
    nprand_status status;
    status = nprand_recover_doubles(&found, saved, COUNT, work);
    free(memory);
    if (status != NPRAND_OK)
        return 1;
    /* A uniform double takes two words. */
    if (nprand_rewind(&found, 2 * (COUNT + 1)) != NPRAND_OK)
        return 1;
    printf("%.8f\n", nprand_rand(&found));
    if (nprand_advance(&found, 2 * COUNT) != NPRAND_OK)
        return 1;
    printf("%.8f\n", nprand_rand(&found));
    return 0;
}
