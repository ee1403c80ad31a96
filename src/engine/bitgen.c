/* SPDX-License-Identifier: BSD-3-Clause
 *
 * bitgen: the interface through which the C code of NumPy draws from a bit generator.
 */
#include "engine.h"

static uint64_t next_uint64(void *state)
{
    return nprand__next_uint64((struct nprand__engine *)state);
}

static uint32_t next_uint32(void *state)
{
    return nprand__next_word((struct nprand__engine *)state);
}

static double next_double(void *state)
{
    return nprand__next_double((struct nprand__engine *)state);
}

static uint64_t next_raw(void *state)
{
    return nprand__next_word((struct nprand__engine *)state);
}

nprand_status nprand_bitgen(nprand_rng *rng, nprand_bitgen_t *bitgen)
{
    nprand_status status = nprand__check_fill(rng, NPRAND_OK, 1, sizeof *bitgen, bitgen);
    if (status != NPRAND_OK)
        return status;
    bitgen->state = nprand__engine_of(rng);
    bitgen->next_uint64 = next_uint64;
    bitgen->next_uint32 = next_uint32;
    bitgen->next_double = next_double;
    bitgen->next_raw = next_raw;
    return NPRAND_OK;
}
