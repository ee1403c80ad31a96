/* SPDX-License-Identifier: BSD-3-Clause
 *
 * std::mt19937_64: T. Nishimura, Tables of 64-bit Mersenne Twisters, ACM TOMACS 10 (2000).
 */
#include "explain_mt64.h"

enum { SIZE = 312, MIDDLE = 156 };

static void mt64_seed(uint64_t seed, int count, uint64_t *key)
{
    key[0] = seed;
    for (int i = 1; i < count; i++) {
        uint64_t x = key[i - 1] ^ key[i - 1] >> 62;
        key[i] = UINT64_C(6364136223846793005) * x + (uint64_t)i;
    }
}

/* The next word takes the place of the one that left the state. A word needs only the part of the
 * state up to MIDDLE words after it. */
void mt64_words(uint64_t seed, size_t count, uint32_t *out)
{
    uint64_t key[SIZE];
    size_t words = (count + 1) / 2;
    mt64_seed(seed, words + MIDDLE < SIZE ? (int)words + MIDDLE + 1 : SIZE, key);
    for (size_t i = 0; i < words; i++) {
        size_t at = i % SIZE;
        key[at] = mt64_twist(key[at], key[(at + 1) % SIZE], key[(at + MIDDLE) % SIZE]);
        uint64_t word = mt64_temper(key[at]);
        out[2 * i] = (uint32_t)(word >> 32);
        if (2 * i + 1 < count)
            out[2 * i + 1] = (uint32_t)word;
    }
}
