/* SPDX-License-Identifier: BSD-3-Clause
 *
 * nprand_threads.h compiles alone, and the two shared libraries work together.
 */
#include "nprand_threads.h"

#include <string.h>

enum { N = 3 << 20 };
static double alone[N], together[N];

int main(void)
{
    nprand_rng rng;
    if (nprand_seed(&rng, 0) != NPRAND_OK || nprand_rand_fill(&rng, N, alone) != NPRAND_OK ||
        nprand_seed(&rng, 0) != NPRAND_OK || nprand_set_threads(&rng, 3) != NPRAND_OK ||
        nprand_rand_fill(&rng, N, together) != NPRAND_OK)
        return 1;
    return memcmp(alone, together, sizeof alone) == 0 ? 0 : 1;
}
