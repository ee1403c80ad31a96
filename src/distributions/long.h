/* SPDX-License-Identifier: BSD-3-Clause
 *
 * C's long as NumPy's legacy code meets it. Its discrete distributions compute in long, which has
 * 64 bits on most systems and 32 on Windows; the width is a setting of the generator. Where NumPy's
 * C is undefined (casts out of range, overflow), what x86 processors do is done, by defined means.
 */
#ifndef NPRAND_DISTRIBUTIONS_LONG_H
#define NPRAND_DISTRIBUTIONS_LONG_H

#include "../engine/engine.h"

#include <string.h>

/* LONG_MAX of a generator, or of a 64-bit long if the generator cannot be drawn from. */
static inline int64_t nprand__long_max(const nprand_rng *rng)
{
    bool is_32 =
        nprand__check_rng(rng) == NPRAND_OK && nprand__const_engine_of(rng)->long_bits == 32;
    return is_32 ? INT32_MAX : INT64_MAX;
}

/* Two's complement, without the conversion that C leaves to the implementation. */
static inline int64_t nprand__to_int64(uint64_t bits)
{
    int64_t value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

/* An integer result as a long, wrapping. */
static inline int64_t nprand__wrap(const struct nprand__engine *e, uint64_t value)
{
    if (e->long_bits == 32)
        return (value & UINT32_MAX) > INT32_MAX ? nprand__to_int64(value | ~(uint64_t)UINT32_MAX)
                                                : (int64_t)(value & UINT32_MAX);
    return nprand__to_int64(value);
}

/* (long)x: truncated, or LONG_MIN where that does not fit, for NaN too. */
static inline int64_t nprand__to_long(const struct nprand__engine *e, double x)
{
    if (e->long_bits == 32)
        return x > -0x1p31 - 1.0 && x < 0x1p31 ? (int32_t)x : INT32_MIN;
    return x >= -0x1p63 && x < 0x1p63 ? (int64_t)x : INT64_MIN;
}

#endif
