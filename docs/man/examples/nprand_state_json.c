/* SPDX-License-Identifier: BSD-3-Clause */
#include <nprand.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    nprand_rng rng, other = {0};
    static char text[NPRAND_STATE_JSON_SIZE];
    size_t length, offset;
    const char *reason;
    if (nprand_seed(&rng, 0) != NPRAND_OK ||
        nprand_get_state_json(&rng, sizeof text, text, &length))
        return 1;
    printf("%.60s\n", text);
    if (nprand_set_state_json(&other, text, length, &offset, &reason))
        return 1;
    printf("%.8f\n", nprand_rand(&other)); /* as after seed 0 */

    const char *bad = "[\"MT19937\", [1, 2, 3], 5]";
    if (nprand_set_state_json(&other, bad, strlen(bad), &offset,
                              &reason) == NPRAND_BAD_JSON)
        printf("byte %d: %s\n", (int)offset, reason);
    return 0;
}
