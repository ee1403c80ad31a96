/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The first words of std::mt19937_64, another engine than that of the library.
 */
#ifndef CLI_EXPLAIN_MT64_H
#define CLI_EXPLAIN_MT64_H

#include <stddef.h>
#include <stdint.h>

static inline uint64_t mt64_twist(uint64_t upper, uint64_t lower, uint64_t middle)
{
    const uint64_t matrix = UINT64_C(0xb5026f5aa96619e9), low_bits = 0x7fffffff;
    uint64_t y = (upper & ~low_bits) | (lower & low_bits);
    return middle ^ y >> 1 ^ (y & 1 ? matrix : 0);
}

static inline uint64_t mt64_temper(uint64_t y)
{
    y ^= y >> 29 & UINT64_C(0x5555555555555555);
    y ^= y << 17 & UINT64_C(0x71d67fffeda60000);
    y ^= y << 37 & UINT64_C(0xfff7eee000000000);
    return y ^ y >> 43;
}

/* Writes the first count halves of words to out: the upper half of each word, then the lower one.
 */
void mt64_words(uint64_t seed, size_t count, uint32_t *out);

#endif
