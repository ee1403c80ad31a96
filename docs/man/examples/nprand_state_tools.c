/* SPDX-License-Identifier: BSD-3-Clause */
#include <nprand.h>
#include <stdio.h>

int main(void)
{
    nprand_rng rng, other = {0};
    int32_t r[NPRAND_STATE_R_SIZE];
    static char text[NPRAND_STATE_JSON_SIZE];
    size_t length, offset;
    const char *reason;

    /* R: set.seed(42); runif(1); .Random.seed[1:3]; runif(1) */
    if (nprand_seed_r(&rng, 42) != NPRAND_OK)
        return 1;
    printf("%.7f\n", (double)nprand_random_raw(&rng) * 0x1p-32);
    if (nprand_get_state_r(&rng, NPRAND_STATE_R_SIZE, r) !=
            NPRAND_OK ||
        nprand_set_state_r(&other, r, NPRAND_STATE_R_SIZE) !=
            NPRAND_OK)
        return 1;
    printf("%d %d %d\n", (int)r[0], (int)r[1], (int)r[2]);
    printf("%.7f\n", (double)nprand_random_raw(&other) * 0x1p-32);

    /* C++: std::mt19937 g(42); g(); the text of g, and g() */
    if (nprand_seed(&rng, 42) != NPRAND_OK)
        return 1;
    nprand_random_raw(&rng);
    if (nprand_get_state_std(&rng, sizeof text, text, &length) !=
            NPRAND_OK ||
        nprand_set_state_std(&other, text, length, &offset, &reason) !=
            NPRAND_OK)
        return 1;
    printf("%.21s\n", text);
    printf("%lld\n", (long long)nprand_random_raw(&other));
    if (nprand_set_state_std(&other, "1 2 x", 5, &offset, &reason) ==
        NPRAND_BAD_STD_TEXT)
        printf("byte %d: %s\n", (int)offset, reason);
    return 0;
}
