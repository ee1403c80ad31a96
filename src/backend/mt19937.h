/* SPDX-License-Identifier: BSD-3-Clause
 *
 * MT19937 one word at a time: its constants, the twist and the tempering of a word, their inverses,
 * and the uniform double of two words. All backends and the engine use these.
 *
 * Source: M. Matsumoto and T. Nishimura, "Mersenne Twister: a 623-dimensionally equidistributed
 * uniform pseudo-random number generator", ACM TOMACS 8 (1998), 3-30; the constants are those of
 * its table II.
 */
#ifndef NPRAND_BACKEND_MT19937_H
#define NPRAND_BACKEND_MT19937_H

#include "../internal.h"

enum {
    NPRAND__N = 624,  /* words of a state, and of a block */
    NPRAND__M = 397,  /* the offset of the third word of the recurrence */
    NPRAND__PAD = 16, /* words behind a key that the widest vector may write */
};

#define NPRAND__MATRIX_A   0x9908b0dfu
#define NPRAND__UPPER_MASK 0x80000000u
#define NPRAND__LOWER_MASK 0x7fffffffu
#define NPRAND__TEMPER_B   0x9d2c5680u
#define NPRAND__TEMPER_C   0xefc60000u

/* The recurrence x[k+N] = x[k+M] ^ y A, with y of the upper bit of x[k] and the lower 31 bits of
 * x[k+1]. The matrix A is applied by a mask, since a branch on a random bit would be mispredicted
 * in half of all cases. */
static inline uint32_t nprand__twist_word(uint32_t x0, uint32_t x1, uint32_t xm)
{
    uint32_t y = (x0 & NPRAND__UPPER_MASK) | (x1 & NPRAND__LOWER_MASK);
    return xm ^ y >> 1 ^ ((0u - (x1 & 1u)) & NPRAND__MATRIX_A);
}

/* The inverse of the twist: y, of the upper bit of x[k] and the lower 31 bits of x[k+1], from
 * t = x[k+N] ^ x[k+M]. A has its highest bit set, and y >> 1 has it clear: the highest bit of t is
 * the lowest bit of y. */
static inline uint32_t nprand__untwist(uint32_t t)
{
    return (t ^ ((0u - (t >> 31)) & NPRAND__MATRIX_A)) << 1 | t >> 31;
}

/* x[k], whose lower bits are those of y for k - 1. t0 is t for k - 1, and t1 is t for k. */
static inline uint32_t nprand__untwist_word(uint32_t t0, uint32_t t1)
{
    return (nprand__untwist(t1) & NPRAND__UPPER_MASK) | (nprand__untwist(t0) & NPRAND__LOWER_MASK);
}

static inline uint32_t nprand__temper_word(uint32_t y)
{
    y ^= y >> 11;
    y ^= y << 7 & NPRAND__TEMPER_B;
    y ^= y << 15 & NPRAND__TEMPER_C;
    return y ^ y >> 18;
}

/* The inverse of the tempering, step by step from the last one. y ^ y << 7 & B loses no bit: it
 * leaves the lower 7 bits as they are, which give the next 7, and these the next. */
static inline uint32_t nprand__untemper_word(uint32_t z)
{
    uint32_t y = z ^ z >> 18;
    y ^= y << 15 & NPRAND__TEMPER_C;
    uint32_t x = y;
    for (int known = 7; known < 32; known += 7)
        x = y ^ (x << 7 & NPRAND__TEMPER_B);
    y = x;
    for (int known = 11; known < 32; known += 11)
        x = y ^ x >> 11;
    return x;
}

/* Sets the lower 31 bits of the first word of a key to those that the twist before would have
 * made. They are not part of the state, and the next twist does not read them. */
static inline void nprand__complete_first_word(uint32_t *key)
{
    uint32_t y = nprand__untwist(key[NPRAND__N - 1] ^ key[NPRAND__M - 1]);
    key[0] = (key[0] & NPRAND__UPPER_MASK) | (y & NPRAND__LOWER_MASK);
}

/* (a * 2^26 + b) / 2^53 with the upper 27 bits a of the first word and the upper 26 bits b of the
 * second word. The result is exact: the integer has 53 bits, and the scale is a power of two. */
static inline double nprand__words_to_double(uint32_t first, uint32_t second)
{
    uint64_t bits = (uint64_t)(first >> 5) << 26 | second >> 6;
    return (double)(int64_t)bits * 0x1p-53;
}

#endif
