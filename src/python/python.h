/* SPDX-License-Identifier: BSD-3-Clause
 *
 * What the methods of CPython's random.Random share: the release that is reproduced, random bits,
 * and integers below a bound.
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

/* Refuses a method that the CPython reproduced does not have yet. */
static inline nprand_status nprand__py_since(const nprand_rng *rng, int release)
{
    return nprand__py_is_before(rng, release) ? NPRAND_PY_NOT_IN_RELEASE : NPRAND_OK;
}

/* Whether integers are drawn as in Python 2, which computes floor(n U). Python 3 takes bits. */
static inline bool nprand__py_is_2(const struct nprand__engine *e)
{
    return e->python < NPRAND__PYTHON(3, 0);
}

/* ---- Bits and integers, as CPython's getrandbits() and _randbelow() make them ---- */

/* k random bits, 1 <= k <= 64. The first word is the low one. Of the last word, the upper bits are
 * taken. */
static inline uint64_t nprand__py_bits(struct nprand__engine *e, int k)
{
    uint64_t low = nprand__next_word(e);
    if (k <= 32)
        return low >> (32 - k);
    uint64_t high = nprand__next_word(e);
    return high >> (64 - k) << 32 | low;
}

/* The number of bits of n; 0 for n = 0. */
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

/* An integer on 0..last. Draws k bits, k <= 65, until their value is at most last. The highest bit
 * of 65 bits takes a word of its own. The loop over single words is apart, since it is the usual
 * one and takes less time without the other cases. */
static inline uint64_t nprand__py_below_by(struct nprand__engine *e, uint64_t last, int k)
{
    uint64_t value;
    bool is_above;
    if (k <= 32) {
        do
            value = nprand__next_word(e) >> (32 - k);
        while (value > last);
        return value;
    }
    do {
        value = nprand__py_bits(e, k > 64 ? 64 : k);
        is_above = value > last;
        if (k > 64 && nprand__py_bits(e, 1) != 0)
            is_above = true;
    } while (is_above);
    return value;
}

/* How many bits Python 3 draws for an integer on 0..last: as many as last + 1 has. If last + 1 is a
 * power of two, one bit fewer would do. CPython does this; do not repair. */
static inline int nprand__py_width(uint64_t last)
{
    return last == UINT64_MAX ? 65 : nprand__py_bit_length(last + 1);
}

/* floor(n U) for a uniform double U and 1 <= n <= 2^63. With rounding to nearest, the value is
 * below n. In another rounding mode the product may be n, and n - 1 is returned. */
static inline uint64_t nprand__py_scaled(struct nprand__engine *e, uint64_t n)
{
    uint64_t value = (uint64_t)(nprand__next_double(e) * (double)n);
    return value < n ? value : n - 1;
}

/* An index on 0..last, as choice, shuffle and sample draw it; last < 2^63. */
static inline uint64_t nprand__py_index(struct nprand__engine *e, uint64_t last)
{
    if (nprand__py_is_2(e))
        return nprand__py_scaled(e, last + 1);
    return nprand__py_below_by(e, last, nprand__py_width(last));
}

#endif
