/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The bits of doubles, as integers.
 */
#ifndef NPRAND_MATH_BITS_H
#define NPRAND_MATH_BITS_H

#include "../float.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#define NPRAND__SIGN_BIT      UINT64_C(0x8000000000000000)
#define NPRAND__EXPONENT_BITS UINT64_C(0x7ff0000000000000)
#define NPRAND__ONE_BITS      UINT64_C(0x3ff0000000000000)

static inline uint64_t nprand__to_bits(double x)
{
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

static inline double nprand__from_bits(uint64_t bits)
{
    double x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

/* The biased exponent, without the sign. */
static inline uint32_t nprand__exponent(uint64_t bits)
{
    return (uint32_t)(bits >> 52) & 0x7ff;
}

/* Whether low <= x < high, for the bits of x and positive bounds, by one comparison. Positive
 * doubles have the order of their bits. The bits of negative numbers and of NaN are larger. For a
 * positive x below low, the difference wraps to a large number. */
static inline bool nprand__is_within(uint64_t bits, double low, double high)
{
    return bits - nprand__to_bits(low) < nprand__to_bits(high) - nprand__to_bits(low);
}

/* All bits if x > limit, otherwise none, for numbers that are not negative: these have the order of
 * their bits. Where rounding is downward, a uniform may be -0.0, which is taken for 0.
 *
 * In a loop, GCC makes vectors of this comparison and of nprand__choose(). Of a condition it makes
 * a branch, if one side then need not be computed. The processor mispredicts that branch where the
 * condition is random. */
static inline uint64_t nprand__above(double x, double limit)
{
    const uint64_t bits = nprand__to_bits(x) & ~NPRAND__SIGN_BIT;
    return 0 - ((nprand__to_bits(limit) - bits) >> 63);
}

/* The same if 0 <= x < end. NaN is not, and -0.0 is not. */
static inline uint64_t nprand__below(double x, double end)
{
    const uint64_t bits = nprand__to_bits(x);
    return 0 - (((bits - nprand__to_bits(end)) & ~bits) >> 63);
}

/* yes if all bits are set, no if none is. */
static inline double nprand__choose(uint64_t which, double yes, double no)
{
    return nprand__from_bits((nprand__to_bits(yes) & which) | (nprand__to_bits(no) & ~which));
}

static inline bool nprand__is_signaling(double x)
{
    return x != x && (nprand__to_bits(x) & UINT64_C(1) << 51) == 0;
}

/* The bits of a positive subnormal number, normalised: the exponent field becomes 0 or negative,
 * and the result is taken modulo 2^64. */
static inline uint64_t nprand__normalised(uint64_t bits)
{
    return nprand__to_bits(nprand__from_bits(bits) * 0x1p52) - (UINT64_C(52) << 52);
}

#endif
