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

/* Whether integers are those of Python 2: floor(n U) where Python 3 takes bits. */
static inline bool nprand__py_is_2(const struct nprand__engine *e)
{
    return e->python < NPRAND__PYTHON(3, 0);
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

/* An integer on 0..last: k random bits, up to 65, and again while they are above last. Of 65 bits,
 * the highest one has a word of its own. */
static inline uint64_t nprand__py_below_by(struct nprand__engine *e, uint64_t last, int k)
{
    uint64_t value;
    bool is_above;
    do {
        value = nprand__py_bits(e, k > 64 ? 64 : k);
        is_above = value > last;
        if (k > 64 && nprand__py_bits(e, 1) != 0)
            is_above = true;
    } while (is_above);
    return value;
}

/* The bits that Python 3 takes for an integer on 0..last: as many as last + 1 has, one more than
 * needed where that is a power of two. CPython does this; do not repair. */
static inline int nprand__py_width(uint64_t last)
{
    return last == UINT64_MAX ? 65 : nprand__py_bit_length(last + 1);
}

/* floor(n U) for 1 <= n <= 2^63, which is below n where numbers are rounded to nearest. */
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
