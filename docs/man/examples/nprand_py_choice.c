/* SPDX-License-Identifier: BSD-3-Clause */
#include <nprand_python.h>
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    nprand_rng rng;
    const char *words[] = {"red", "green", "blue", "white"};
    int64_t k[3];
    if (nprand_py_seed(&rng, 0) != NPRAND_OK)
        return 1;
    printf("%s\n", words[nprand_py_choice(&rng, 4)]);
    if (nprand_py_shuffle(&rng, words, 4, sizeof words[0]))
        return 1;
    printf("%s %s %s %s\n", words[0], words[1], words[2], words[3]);

    /* random.sample(range(1000000), 3) */
    size_t size = nprand_py_sample_work_size(1000000, 3);
    void *memory = malloc(size);
    if (memory == NULL ||
        nprand_py_sample(&rng, 1000000, 3, k,
                         nprand_work_of(memory, size)))
        return 1;
    printf("%d %d %d\n", (int)k[0], (int)k[1], (int)k[2]);
    free(memory);
    return 0;
}
