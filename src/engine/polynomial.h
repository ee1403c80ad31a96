/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Polynomials over GF(2) modulo the characteristic polynomial f of MT19937, for advance.c.
 *
 * Bit i of word w is the coefficient of t^(64 w + i). With u = t^623 + t^396 and the bits a(i) of
 * the matrix A, lowest first,
 *
 *     f = (t^624 + t^397) (u^31 + a(0) u^30 + a(1) u^29 + ... + a(30)) + a(31)
 *
 * (appendix A of Matsumoto and Nishimura, 1998): 135 terms, of degree 19937 and then 19314.
 */
#ifndef NPRAND_ENGINE_POLYNOMIAL_H
#define NPRAND_ENGINE_POLYNOMIAL_H

#include "engine.h"

#include <string.h>

enum {
    NPRAND__DEGREE = 19937,
    NPRAND__POLYNOMIAL = (NPRAND__DEGREE + 63) / 64, /* words of a polynomial below that degree */
    NPRAND__TERMS = 134                              /* of f below that degree */
};

static const uint16_t nprand__exponents[NPRAND__TERMS] = {
    0,     1189,  1416,  1585,  1643,  1870,  2493,  2773,  3000,  3227,  3454,  3681,  3908,
    4135,  4362,  4753,  5661,  6337,  6569,  7129,  7477,  7525,  7583,  7752,  7979,  8206,
    9505,  9901,  9969,  10128, 10693, 10761, 10920, 11089, 11147, 11157, 11215, 11321, 11374,
    11384, 11485, 11611, 11712, 11717, 11838, 11881, 11944, 11997, 12277, 12335, 12393, 12504,
    12509, 12620, 12673, 12731, 12736, 12789, 12905, 12958, 12963, 13137, 13185, 13190, 13243,
    13301, 13412, 13528, 13533, 13639, 13697, 13760, 13813, 13866, 14093, 14151, 14209, 14320,
    14325, 14436, 14547, 14552, 14605, 14721, 14774, 14779, 14953, 15001, 15006, 15059, 15117,
    15228, 15344, 15349, 15455, 15513, 15576, 15629, 15682, 15909, 15967, 16025, 16136, 16141,
    16252, 16363, 16368, 16421, 16537, 16590, 16595, 16817, 16822, 16875, 16933, 17044, 17160,
    17271, 17329, 17445, 17498, 17725, 17783, 17841, 17952, 18068, 18179, 18237, 18406, 18633,
    18691, 18860, 19087, 19314,
};

/* Words that are computed together. f has no term between 19937 - 623 and 19937, so that they do
 * not depend on each other. */
enum { NPRAND__GROUP = 8 };

/* Each backend compiles the squaring for its CPU. */
#if defined(__GNUC__)
#define NPRAND__ALWAYS_INLINE static inline __attribute__((always_inline))
#else
#define NPRAND__ALWAYS_INLINE static inline
#endif

/* The quotient is added up from every bit of it on. It is kept as bytes, the lowest first, in eight
 * copies, each shifted down by one bit more than the last: then words from any bit on are words
 * from some byte on, which need no shifting. 4.5 us a square in place of 12 (AVX2) and 27
 * (portable). Zeros around each, as far as a group reaches. */
enum {
    NPRAND__MARGIN = NPRAND__GROUP + 1,
    NPRAND__COPY = 8 * (NPRAND__POLYNOMIAL + 2 * NPRAND__MARGIN)
};

/* Where the words from a bit on are, from where word 0 is. */
NPRAND__ALWAYS_INLINE uint16_t nprand__place(unsigned bit)
{
    return (uint16_t)(bit % 8 * NPRAND__COPY + bit / 8);
}

#if defined(__GNUC__) && defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
NPRAND__ALWAYS_INLINE void nprand__write_word(unsigned char *at, uint64_t word)
{
    memcpy(at, &word, sizeof word);
}

/* A group in vectors that stay in registers: GCC 12 makes of the plain loop one that writes each
 * sum back to memory, 11 us for a square, and of wider vectors a slower one yet. */
typedef uint64_t nprand__two_words __attribute__((vector_size(16)));

NPRAND__ALWAYS_INLINE void nprand__add_two(nprand__two_words *sum, const unsigned char *at)
{
    nprand__two_words two;
    memcpy(&two, at, sizeof two);
    *sum ^= two;
}

NPRAND__ALWAYS_INLINE void nprand__add_groups(uint64_t *sum, const unsigned char *q,
                                              const uint16_t *places, int count)
{
    nprand__two_words a, b, c, d;
    memcpy(&a, sum, sizeof a);
    memcpy(&b, sum + 2, sizeof b);
    memcpy(&c, sum + 4, sizeof c);
    memcpy(&d, sum + 6, sizeof d);
    for (int i = 0; i < count; i++) {
        const unsigned char *at = q + places[i];
        nprand__add_two(&a, at);
        nprand__add_two(&b, at + 16);
        nprand__add_two(&c, at + 32);
        nprand__add_two(&d, at + 48);
    }
    memcpy(sum, &a, sizeof a);
    memcpy(sum + 2, &b, sizeof b);
    memcpy(sum + 4, &c, sizeof c);
    memcpy(sum + 6, &d, sizeof d);
}
#else
NPRAND__ALWAYS_INLINE void nprand__write_word(unsigned char *at, uint64_t word)
{
    for (int i = 0; i < 8; i++)
        at[i] = (unsigned char)(word >> 8 * i);
}

NPRAND__ALWAYS_INLINE void nprand__add_groups(uint64_t *sum, const unsigned char *q,
                                              const uint16_t *places, int count)
{
    for (int i = 0; i < count; i++) {
        for (int k = 0; k < 8 * NPRAND__GROUP; k++)
            sum[k / 8] ^= (uint64_t)q[places[i] + k] << 8 * (k % 8);
    }
}
#endif

/* Writes a group of the quotient to all copies; above: the word that follows. */
NPRAND__ALWAYS_INLINE void nprand__write_group(unsigned char *at, const uint64_t *q, uint64_t above)
{
    for (int bit = 0; bit < 8; bit++, at += NPRAND__COPY) {
        for (int i = 0; i < NPRAND__GROUP; i++) {
            uint64_t next = i + 1 < NPRAND__GROUP ? q[i + 1] : above;
            nprand__write_word(at + 8 * i, q[i] >> bit | next << 1 << (63 - bit));
        }
    }
}

/* The 32 bits of x, a zero after each. */
NPRAND__ALWAYS_INLINE uint64_t nprand__spread(uint64_t x)
{
    x = (x | x << 16) & UINT64_C(0x0000ffff0000ffff);
    x = (x | x << 8) & UINT64_C(0x00ff00ff00ff00ff);
    x = (x | x << 4) & UINT64_C(0x0f0f0f0f0f0f0f0f);
    x = (x | x << 2) & UINT64_C(0x3333333333333333);
    return (x | x << 1) & UINT64_C(0x5555555555555555);
}

/* g = g^2 mod f. The square of a polynomial over GF(2) has its coefficients, spread out. With s
 * that square and q its quotient by f, bit by bit from the top and from the bottom:
 *
 *     q(x) = s(x + 19937) + sum over the exponents e of q(x + 19937 - e)
 *     r(x) = s(x)         + sum over the exponents e of q(x - e) */
NPRAND__ALWAYS_INLINE void nprand__square_mod(uint64_t *g)
{
    enum { W = NPRAND__POLYNOMIAL, GROUP = NPRAND__GROUP, DEGREE = NPRAND__DEGREE };
    uint64_t s[2 * W + 1];
    uint16_t for_q[NPRAND__TERMS], for_r[NPRAND__TERMS];
    unsigned char copies[8 * NPRAND__COPY] = {0};
    unsigned char *q = copies + 8 * NPRAND__MARGIN;
    for (int i = 0; i < W; i++) {
        s[2 * i] = nprand__spread(g[i] & UINT32_MAX);
        s[2 * i + 1] = nprand__spread(g[i] >> 32);
    }
    s[2 * W] = 0;
    for (int i = 0; i < NPRAND__TERMS; i++) {
        for_q[i] = nprand__place((unsigned)DEGREE - nprand__exponents[i]);
        for_r[i] = nprand__place(64u * W - nprand__exponents[i]);
    }
    uint64_t above = 0;
    int used = NPRAND__TERMS;
    for (int first = W - GROUP; first >= 0; first -= GROUP) {
        uint64_t sum[GROUP];
        for (int i = 0; i < GROUP; i++) {
            const uint64_t *at = s + first + i + DEGREE / 64;
            sum[i] = at[0] >> DEGREE % 64 | at[1] << (64 - DEGREE % 64);
        }
        /* Of the smaller exponents, all of q that would be added is above its top, and zero. */
        while (used > 0 && 64 * first + DEGREE - nprand__exponents[used - 1] < 64 * W)
            used--;
        nprand__add_groups(sum, q + 8 * first, for_q + used, NPRAND__TERMS - used);
        nprand__write_group(q + 8 * first, sum, above);
        above = sum[0];
    }
    /* The lowest bits of q, that have moved down to the word before it. */
    for (int bit = 1; bit < 8; bit++)
        nprand__write_word(q + bit * NPRAND__COPY - 8, above << (64 - bit));
    used = 0;
    for (int first = 0; first < W; first += GROUP) {
        uint64_t sum[GROUP];
        while (used < NPRAND__TERMS && nprand__exponents[used] < 64 * (first + GROUP))
            used++;
        memcpy(sum, s + first, sizeof sum);
        nprand__add_groups(sum, q + 8 * (first - W), for_r, used);
        memcpy(g + first, sum, sizeof sum);
    }
    g[W - 1] &= (UINT64_C(1) << DEGREE % 64) - 1;
}

/* g = t g mod f. */
static inline void nprand__times_t(uint64_t *g)
{
    enum { W = NPRAND__POLYNOMIAL, TOP = NPRAND__DEGREE % 64 };
    for (int i = W - 1; i > 0; i--)
        g[i] = g[i] << 1 | g[i - 1] >> 63;
    g[0] <<= 1;
    if (g[W - 1] >> TOP & 1) {
        g[W - 1] ^= UINT64_C(1) << TOP;
        for (int i = 0; i < NPRAND__TERMS; i++)
            g[nprand__exponents[i] / 64] ^= UINT64_C(1) << nprand__exponents[i] % 64;
    }
}

#endif
