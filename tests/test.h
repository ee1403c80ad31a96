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

#endif
