/* SPDX-License-Identifier: BSD-3-Clause
 *
 * What the cmocka tests share.
 */
#ifndef NPRAND_TESTS_TEST_H
#define NPRAND_TESTS_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "nprand.h"

static inline nprand_rng seeded(int64_t seed)
{
    nprand_rng rng;
    assert_int_equal(nprand_seed(&rng, seed), NPRAND_OK);
    return rng;
}

static inline nprand_state state_of(const nprand_rng *rng)
{
    nprand_state state;
    assert_int_equal(nprand_get_state(rng, &state), NPRAND_OK);
    return state;
}

/* Same key, position and kept Gaussian, bit for bit. */
static inline void assert_same_state(const nprand_rng *a, const nprand_rng *b)
{
    nprand_state x = state_of(a);
    nprand_state y = state_of(b);
    assert_int_equal(x.pos, y.pos);
    assert_int_equal(x.has_gauss, y.has_gauss);
    assert_memory_equal(&x.gauss, &y.gauss, sizeof x.gauss);
    assert_memory_equal(x.key, y.key, sizeof x.key);
}

/* Takes n words off the stream, to begin a test at a certain position. */
static inline void skip_words(nprand_rng *rng, size_t n)
{
    while (n-- > 0)
        nprand_random_raw(rng);
}

/* Undoes MT19937's tempering: each step is its own inverse, taken until nothing of it is left. */
static inline uint32_t untemper(uint32_t y)
{
    y ^= y >> 18;
    y ^= y << 15 & 0xefc60000u;
    uint32_t x = y;
    for (int i = 0; i < 4; i++)
        x = y ^ (x << 7 & 0x9d2c5680u);
    uint32_t w = x;
    for (int i = 0; i < 2; i++)
        w = x ^ w >> 11;
    return w;
}

/* A generator whose next words are these, to reach what one draw in 2^53 reaches. */
static inline nprand_rng with_next_words(size_t count, const uint32_t *words)
{
    nprand_rng rng = seeded(1);
    nprand_state state = state_of(&rng);
    state.pos = 1; /* word 0 is all but left out of the state */
    for (size_t i = 0; i < count; i++)
        state.key[1 + i] = untemper(words[i]);
    assert_int_equal(nprand_set_state(&rng, &state), NPRAND_OK);
    return rng;
}

/* The same for doubles, multiples of 2^-53 on [0, 1); at most 8. */
static inline nprand_rng with_next_doubles(size_t count, const double *doubles)
{
    uint32_t words[16];
    assert_true(count <= 8);
    for (size_t i = 0; i < count; i++) {
        uint64_t bits = (uint64_t)(doubles[i] * 0x1p53);
        words[2 * i] = (uint32_t)(bits >> 26) << 5;
        words[2 * i + 1] = (uint32_t)bits << 6;
    }
    nprand_rng rng = with_next_words(2 * count, words);
    nprand_rng copy = rng;
    for (size_t i = 0; i < count; i++)
        assert_true(nprand_random_sample(&copy) == doubles[i]);
    return rng;
}

#endif
