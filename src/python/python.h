/* SPDX-License-Identifier: BSD-3-Clause
 *
 * What the methods of CPython's random.Random have in common.
 */
#ifndef NPRAND_PYTHON_PYTHON_H
#define NPRAND_PYTHON_PYTHON_H

#include "../engine/engine.h"

#include "../../include/nprand_python.h"

/* Whether the generator reproduces a CPython before this NPRAND__PYTHON(). */
static inline bool nprand__py_is_before(const nprand_rng *rng, int release)
{
    return nprand__check_rng(rng) == NPRAND_OK && nprand__const_engine_of(rng)->python < release;
}

/* Refuses a method that is younger than the CPython reproduced. */
static inline nprand_status nprand__py_since(const nprand_rng *rng, int release)
{
    return nprand__py_is_before(rng, release) ? NPRAND_PY_NOT_IN_RELEASE : NPRAND_OK;
}

/* ---- Bits and integers, as getrandbits and _randbelow make them ---- */

/* k random bits, 1 <= k <= 64: words from the lowest on, of the last one its upper bits. */
static inline uint64_t nprand__py_bits(struct nprand__engine *e, int k)
{
    uint64_t low = nprand__next_word(e);
    if (k <= 32)
        return low >> (32 - k);
    uint64_t high = nprand__next_word(e);
    return high >> (64 - k) << 32 | low;
}

/* The number of bits of n; 0 for 0. */
static inline int nprand__py_bit_length(uint64_t n)
{
    int length = 0;
    for (int shift = 32; shift > 0; shift /= 2) {
        if (n >> shift != 0) {
            n >>= shift;
            length += shift;
        }
    }
    return length + (n != 0);
}

/* An integer on 0..2^64-1: 2^64 has 65 bits, so that a third word decides whether to start again.
 */
static inline uint64_t nprand__py_any_uint64(struct nprand__engine *e)
{
    uint64_t value;
    do
        value = nprand__py_bits(e, 64);
    while (nprand__py_bits(e, 1) != 0);
    return value;
}

/* An integer on 0..last. As many bits as last + 1 has, one more than needed where that is a power
 * of two, and again while they are above last. CPython does this; do not repair. */
static inline uint64_t nprand__py_below(struct nprand__engine *e, uint64_t last)
{
    if (last == UINT64_MAX)
        return nprand__py_any_uint64(e);
    int k = nprand__py_bit_length(last + 1);
    uint64_t value;
    do
        value = nprand__py_bits(e, k);
    while (value > last);
    return value;
}

#endif
