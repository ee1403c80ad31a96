/* SPDX-License-Identifier: BSD-3-Clause
 *
 * C's long in NumPy's legacy code. The discrete distributions compute in long, which has 64 bits on
 * most systems and 32 bits on Windows. The width is a setting of the generator. Some casts and
 * overflows in NumPy's C are undefined. The functions here give the results of x86 processors, in
 * defined C.
 */
#ifndef NPRAND_DISTRIBUTIONS_LONG_H
#define NPRAND_DISTRIBUTIONS_LONG_H

#include "../engine/engine.h"

/* LONG_MAX in a generator's width. For a generator that cannot be drawn from, it has 64 bits. */
static inline int64_t nprand__long_max(const nprand_rng *rng)
{
    bool is_32 =
        nprand__check_rng(rng) == NPRAND_OK && nprand__const_engine_of(rng)->long_bits == 32;
    return is_32 ? INT32_MAX : INT64_MAX;
}

/* The number that bits are in two's complement. C leaves the conversion of large values to the
 * implementation. */
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

/* (long)x: x truncated. LONG_MIN if that does not fit, and for NaN. */
static inline int64_t nprand__to_long(const struct nprand__engine *e, double x)
{
    if (e->long_bits == 32)
        return x > -0x1p31 - 1.0 && x < 0x1p31 ? (int32_t)x : INT32_MIN;
    return x >= -0x1p63 && x < 0x1p63 ? (int64_t)x : INT64_MIN;
}

/* floor(x), and (long)floor(x). For x >= 0 a cast rounds down. It takes less time than floor(),
 * which is a call on x86-64 without SSE4.1. */
static inline double nprand__floor(double x)
{
    return x >= 0.0 && x < 0x1p53 ? (double)(int64_t)x : floor(x);
}

static inline int64_t nprand__floor_to_long(const struct nprand__engine *e, double x)
{
    return nprand__to_long(e, x >= 0.0 ? x : floor(x));
}

/* (long)ceil(x), for the same reason without ceil(). */
static inline int64_t nprand__ceil_to_long(const struct nprand__engine *e, double x)
{
    if (!(x >= 0.0 && x < 0x1p31 - 1.0))
        return nprand__to_long(e, ceil(x));
    const int32_t down = (int32_t)x;
    return down + (x > (double)down);
}

#endif
