/* SPDX-License-Identifier: BSD-3-Clause
 *
 * seed_r, seed_matlab, seed_gsl: seeds of R, MATLAB and the GNU Scientific Library.
 */
#include "../engine/engine.h"

/* In the header, nprand_seed is also a macro, which refuses a seed that is not an integer. */
#undef nprand_seed

/* One step of the linear congruential generator with which R makes a state of a seed. Its
 * multiplier is that of Marsaglia's Super-Duper (1972). */
static uint32_t seed_r_step(uint32_t x)
{
    return 69069 * x + 1;
}

/* R steps 50 times, then takes a number for the position and 624 for the key. It replaces the
 * position by 624. The smallest int stands for NA, which R refuses. */
nprand_status nprand_seed_r(nprand_rng *rng, int64_t seed)
{
    enum { BEFORE = 50 + 1 };
    if (rng == NULL)
        return NPRAND_NULL_POINTER;
    if (seed <= INT32_MIN || seed > INT32_MAX)
        return NPRAND_BAD_R_SEED;
    uint32_t x = (uint32_t)seed;
    uint32_t key[NPRAND__N];
    for (int i = 0; i < BEFORE; i++)
        x = seed_r_step(x);
    for (int i = 0; i < NPRAND__N; i++)
        key[i] = x = seed_r_step(x);
    nprand__engine_load(nprand__engine_create(rng), key, NPRAND__N);
    return NPRAND_OK;
}

nprand_status nprand_seed_matlab(nprand_rng *rng, int64_t seed)
{
    enum { FOR_0 = 5489 };
    return nprand_seed(rng, seed == 0 ? FOR_0 : seed);
}

nprand_status nprand_seed_gsl(nprand_rng *rng, uint64_t seed)
{
    enum { FOR_0 = 4357 };
    return nprand_seed(rng, seed == 0 ? FOR_0 : (uint32_t)seed);
}
