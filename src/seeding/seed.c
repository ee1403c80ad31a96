/* SPDX-License-Identifier: BSD-3-Clause
 *
 * seed, seed_array, seed_os: the state from a number, from an array of numbers, and from the
 * entropy of the operating system. seed_r, seed_matlab, seed_gsl: seeds of R, MATLAB and the GNU
 * Scientific Library.
 *
 * Source: init_genrand and init_by_array of mt19937ar.c (Matsumoto and Nishimura, 2002), with the
 * multiplier 1812433253 of Knuth, TAOCP vol. 2, 3rd ed., p. 106.
 */
#include "seed.h"

#include "os_entropy.h"

/* In the header, nprand_seed is also a macro, which refuses a seed that is not an integer. */
#undef nprand_seed

/* The position of a new state: the first read twists first. */
enum { SEED_POS = NPRAND__N };

static void seed_init_genrand(uint32_t *key, uint32_t seed)
{
    key[0] = seed;
    for (uint32_t i = 1; i < NPRAND__N; i++)
        key[i] = UINT32_C(1812433253) * (key[i - 1] ^ key[i - 1] >> 30) + i;
}

/* The index after i. i runs over 1..623 in a cycle. At the end of a cycle the last word is copied
 * to word 0. */
static uint32_t seed_next_index(uint32_t *key, uint32_t i)
{
    if (i + 1 < NPRAND__N)
        return i + 1;
    key[0] = key[NPRAND__N - 1];
    return 1;
}

static void seed_init_by_array(uint32_t *key, nprand__seed_word *word, const void *seed, size_t len)
{
    seed_init_genrand(key, 19650218);
    uint32_t i = 1;
    size_t j = 0;
    for (size_t k = len > NPRAND__N ? len : NPRAND__N; k > 0; k--) {
        uint32_t mixed = (key[i - 1] ^ key[i - 1] >> 30) * UINT32_C(1664525);
        key[i] = (key[i] ^ mixed) + word(seed, j) + (uint32_t)j;
        i = seed_next_index(key, i);
        j = j + 1 < len ? j + 1 : 0;
    }
    for (uint32_t k = NPRAND__N - 1; k > 0; k--) {
        uint32_t mixed = (key[i - 1] ^ key[i - 1] >> 30) * UINT32_C(1566083941);
        key[i] = (key[i] ^ mixed) - i;
        i = seed_next_index(key, i);
    }
    /* Of word 0, only the upper bit is part of the state. Since it is set, the state is not
     * zero. */
    key[0] = UINT32_C(0x80000000);
}

nprand_status nprand_seed(nprand_rng *rng, int64_t seed)
{
    if (rng == NULL)
        return NPRAND_NULL_POINTER;
    if (seed < 0 || seed > UINT32_MAX)
        return NPRAND_BAD_SEED;
    uint32_t key[NPRAND__N];
    seed_init_genrand(key, (uint32_t)seed);
    nprand__engine_load(nprand__engine_create(rng), key, SEED_POS);
    return NPRAND_OK;
}

void nprand__seed_by_words(nprand_rng *rng, nprand__seed_word *word, const void *seed, size_t len)
{
    uint32_t key[NPRAND__N];
    seed_init_by_array(key, word, seed, len);
    nprand__engine_load(nprand__engine_create(rng), key, SEED_POS);
}

static uint32_t seed_array_word(const void *seed, size_t j)
{
    const uint32_t *words = (const uint32_t *)seed;
    return words[j];
}

nprand_status nprand_seed_array(nprand_rng *rng, const uint32_t *key, size_t len)
{
    if (rng == NULL)
        return NPRAND_NULL_POINTER;
    if (len == 0)
        return NPRAND_EMPTY_SEED;
    nprand_status status = nprand__check_out(len, sizeof *key, key);
    if (status != NPRAND_OK)
        return status;
    nprand__seed_by_words(rng, seed_array_word, key, len);
    return NPRAND_OK;
}

nprand_status nprand_seed_os(nprand_rng *rng)
{
    if (rng == NULL)
        return NPRAND_NULL_POINTER;
    uint32_t key[NPRAND__N];
    if (!nprand__os_entropy(key, sizeof key))
        return NPRAND_NO_ENTROPY;
    /* Word 0 and the position are those of NumPy's RandomState(). One word of this block is read
     * before the first twist. */
    key[0] = UINT32_C(0x80000000);
    nprand__engine_load(nprand__engine_create(rng), key, NPRAND__N - 1);
    return NPRAND_OK;
}

/* ---- Other tools ---- */

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
