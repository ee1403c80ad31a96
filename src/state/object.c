/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The objects of nprand.h as programs in other languages see them, who have no sizeof and no struct
 * expressions.
 */
#include "../engine/engine.h"

static_assert(sizeof(nprand_rng) == NPRAND_RNG_SIZE, "part of the binary interface");
static_assert(alignof(nprand_rng) == NPRAND_RNG_ALIGNMENT, "part of the binary interface");

size_t nprand_rng_size(void)
{
    return sizeof(nprand_rng);
}

nprand_work nprand_work_of(void *memory, size_t size)
{
    return (nprand_work){.memory = memory, .size = size};
}
