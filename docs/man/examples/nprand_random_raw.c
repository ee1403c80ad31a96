/* SPDX-License-Identifier: BSD-3-Clause */
#include <errno.h>
#include <nprand.h>
#include <stdio.h>

int main(void)
{
    nprand_rng rng = {0};
    unsigned char bytes[6];
    errno = 0;
    if (nprand_random_raw(&rng) == NPRAND_INVALID && errno == EDOM)
        printf("the generator was never seeded\n");
    if (nprand_seed(&rng, 0) != NPRAND_OK)
        return 1;
    printf("%lld\n", (long long)nprand_random_raw(&rng));
    if (nprand_bytes(&rng, sizeof bytes, bytes) != NPRAND_OK)
        return 1;
    for (size_t i = 0; i < sizeof bytes; i++)
        printf("%02x", bytes[i]);
    printf("\n");
    return 0;
}
