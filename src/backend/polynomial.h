/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Polynomials over GF(2) modulo the characteristic polynomial f of MT19937, for engine/advance.c.
 *
 * Bit i of word w is the coefficient of t^(64 w + i). With u = t^623 + t^396 and the bits a(i) of
 * the matrix A, lowest first,
 *
 *     f = (t^624 + t^397) (u^31 + a(0) u^30 + a(1) u^29 + ... + a(30)) + a(31)
 *
 * (appendix A of Matsumoto and Nishimura, 1998): 135 terms, of degree 19937 and then 19314.
 */
#ifndef NPRAND_BACKEND_POLYNOMIAL_H
#define NPRAND_BACKEND_POLYNOMIAL_H

#include "mt19937.h"

#include <string.h>

enum {
    NPRAND__DEGREE = 19937,
    NPRAND__POLYNOMIAL = (NPRAND__DEGREE + 63) / 64, /* words of such a polynomial */
    NPRAND__TERMS = 134                              /* terms of f below that degree */
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

/* The number of words that are computed together. They do not depend on each other, because f has
 * no term between 19937 - 623 and 19937. */
enum { NPRAND__GROUP = 8 };

/* The sums need words of the quotient that begin at any bit. The quotient is stored as bytes, the
 * lowest first, in two copies. The second copy is shifted down by four bits. Words that begin at a
 * multiple of 4 bits then begin at a byte of one of the copies and need no shift. Words that begin
 * at other bits are added up separately for each residue modulo 4, and each such sum is shifted
 * once. Each copy has zeros around it, as many as a group may read.
 *
 * A square takes 6.4 us (AVX2; GCC) or 5.5 us (clang), and 8 KB of stack. Eight copies, one for
 * each bit, would take 5.0 us, and 21 KB for the copies alone. */
enum {
    NPRAND__RESIDUES = 4,
    NPRAND__MOST_TERMS = 60, /* of one residue */
    NPRAND__MARGIN = NPRAND__GROUP + 2,
    NPRAND__COPY = 8 * (NPRAND__POLYNOMIAL + 2 * NPRAND__MARGIN),
    NPRAND__COPIES = 8 / NPRAND__RESIDUES
};

#if defined(__GNUC__) && defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
NPRAND__INLINE void nprand__write_word(unsigned char *at, uint64_t word)
{
    memcpy(at, &word, sizeof word);
}

/* A group in vectors, which stay in registers. From the plain loop, GCC 12 makes code that writes
 * each sum back to memory: 11 us for a square. With wider vectors, its code takes still more
 * time. */
typedef uint64_t nprand__two_words __attribute__((vector_size(16)));

NPRAND__INLINE void nprand__add_two(nprand__two_words *sum, const unsigned char *at)
{
    nprand__two_words two;
    memcpy(&two, at, sizeof two);
    *sum ^= two;
}

NPRAND__INLINE void nprand__add_groups(uint64_t *sum, const unsigned char *q,
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

/* Adds a group, shifted down by the given bits. The group has one word more. Words from an odd
 * index on are loaded one at a time: a load that spans two vectors written just before would wait
 * for both. */
NPRAND__INLINE void nprand__add_shifted(uint64_t *sum, const uint64_t *words, int bits)
{
    for (int i = 0; i < NPRAND__GROUP; i += 2) {
        nprand__two_words total, low;
        const nprand__two_words high = {words[i + 1], words[i + 2]};
        memcpy(&low, words + i, sizeof low);
        memcpy(&total, sum + i, sizeof total);
        total ^= low >> bits | high << (64 - bits);
        memcpy(sum + i, &total, sizeof total);
    }
}
#else
NPRAND__INLINE void nprand__write_word(unsigned char *at, uint64_t word)
{
    for (int i = 0; i < 8; i++)
        at[i] = (unsigned char)(word >> 8 * i);
}

NPRAND__INLINE void nprand__add_groups(uint64_t *sum, const unsigned char *q,
                                       const uint16_t *places, int count)
{
    for (int i = 0; i < count; i++) {
        for (int k = 0; k < 8 * NPRAND__GROUP; k++)
            sum[k / 8] ^= (uint64_t)q[places[i] + k] << 8 * (k % 8);
    }
}

NPRAND__INLINE void nprand__add_shifted(uint64_t *sum, const uint64_t *words, int bits)
{
    for (int i = 0; i < NPRAND__GROUP; i++)
        sum[i] ^= words[i] >> bits | words[i + 1] << (64 - bits);
}
#endif

/* Writes a group of the quotient to all copies. above is the word behind the group. */
NPRAND__INLINE void nprand__write_group(unsigned char *at, const uint64_t *q, uint64_t above)
{
    for (int k = 0; k < NPRAND__COPIES; k++, at += NPRAND__COPY) {
        const int shift = k * NPRAND__RESIDUES;
        for (int i = 0; i < NPRAND__GROUP; i++) {
            uint64_t next = i + 1 < NPRAND__GROUP ? q[i + 1] : above;
            nprand__write_word(at + 8 * i, q[i] >> shift | next << 1 << (63 - shift));
        }
    }
}

/* The terms of f, sorted by the residue modulo 4 of the bit at which their words begin. */
struct nprand__terms {
    int count[NPRAND__RESIDUES];
    uint16_t exponents[NPRAND__RESIDUES][NPRAND__MOST_TERMS]; /* rising */
    uint16_t places[NPRAND__RESIDUES][NPRAND__MOST_TERMS];    /* in bytes, relative to word 0 */
    uint64_t above[NPRAND__RESIDUES]; /* the lowest word of the sum above a group */
};

/* The words of a term begin at bit origin - exponent. */
NPRAND__INLINE void nprand__sort_terms(struct nprand__terms *terms, unsigned origin)
{
    for (int r = 0; r < NPRAND__RESIDUES; r++) {
        terms->count[r] = 0;
        terms->above[r] = 0;
    }
    for (int i = 0; i < NPRAND__TERMS; i++) {
        const unsigned bit = origin - nprand__exponents[i];
        const unsigned r = bit % NPRAND__RESIDUES;
        const int k = terms->count[r]++;
        terms->exponents[r][k] = nprand__exponents[i];
        terms->places[r][k] = (uint16_t)(bit % 8 / NPRAND__RESIDUES * NPRAND__COPY + bit / 8);
    }
}

/* Adds the terms from..to-1 of a residue to a group of sums. at is the address of word 0 for this
 * group. A shift moves in bits from the word above the group: the lowest word of the sum of the
 * group above, which terms->above keeps. */
NPRAND__INLINE void nprand__add_residue(uint64_t *sum, const unsigned char *at,
                                        struct nprand__terms *terms, int r, int from, int to)
{
    if (r == 0) {
        nprand__add_groups(sum, at, terms->places[0] + from, to - from);
        return;
    }
    uint64_t own[NPRAND__GROUP + 1] = {0};
    nprand__add_groups(own, at, terms->places[r] + from, to - from);
    own[NPRAND__GROUP] = terms->above[r];
    nprand__add_shifted(sum, own, r);
    terms->above[r] = own[0];
}

/* The 32 bits of x, with a zero above each of them. */
NPRAND__INLINE uint64_t nprand__spread(uint64_t x)
{
    x = (x | x << 16) & UINT64_C(0x0000ffff0000ffff);
    x = (x | x << 8) & UINT64_C(0x00ff00ff00ff00ff);
    x = (x | x << 4) & UINT64_C(0x0f0f0f0f0f0f0f0f);
    x = (x | x << 2) & UINT64_C(0x3333333333333333);
    return (x | x << 1) & UINT64_C(0x5555555555555555);
}

/* count words of the square of g, from word first on. first and count are even. */
NPRAND__INLINE void nprand__spread_words(const uint64_t *g, int first, int count, uint64_t *out)
{
    for (int i = 0; i < count / 2; i++) {
        const uint64_t word = g[first / 2 + i];
        out[2 * i] = nprand__spread(word & UINT32_MAX);
        out[2 * i + 1] = nprand__spread(word >> 32);
    }
}

/* g = g^2 mod f. The square s of a polynomial over GF(2) has the same coefficients, with a 0
 * between each two. With the quotient q of s by f and the remainder r, bit x by bit x from the top,
 *
 *     q(x) = s(x + 19937) + sum over the exponents e of q(x + 19937 - e)
 *     r(x) = s(x)         + sum over the exponents e of q(x - e).
 *
 * r replaces g in place, also from the top: s(x) depends on bit x/2 of g, which is not above x. */
NPRAND__INLINE void nprand__square_mod(uint64_t *g)
{
    enum { W = NPRAND__POLYNOMIAL, GROUP = NPRAND__GROUP, DEGREE = NPRAND__DEGREE };
    struct nprand__terms terms;
    unsigned char copies[NPRAND__COPIES * NPRAND__COPY] = {0};
    unsigned char *q = copies + 8 * NPRAND__MARGIN;
    int used[NPRAND__RESIDUES];
    uint64_t above = 0;
    nprand__sort_terms(&terms, DEGREE);
    for (int r = 0; r < NPRAND__RESIDUES; r++)
        used[r] = terms.count[r];
    for (int first = W - GROUP; first >= 0; first -= GROUP) {
        uint64_t s[GROUP + 2], sum[GROUP];
        nprand__spread_words(g, first + DEGREE / 64 - 1, GROUP + 2, s);
        for (int i = 0; i < GROUP; i++)
            sum[i] = s[i + 1] >> DEGREE % 64 | s[i + 2] << (64 - DEGREE % 64);
        for (int r = 0; r < NPRAND__RESIDUES; r++) {
            /* For these smaller exponents, the words to add are above the top of q: zero. */
            while (used[r] > 0 && 64 * first + DEGREE - terms.exponents[r][used[r] - 1] < 64 * W)
                used[r]--;
            nprand__add_residue(sum, q + 8 * first, &terms, r, used[r], terms.count[r]);
        }
        nprand__write_group(q + 8 * first, sum, above);
        above = sum[0];
    }
    /* The lowest bits of q, which the shift of the other copies moves to the word below q. */
    for (int k = 1; k < NPRAND__COPIES; k++)
        nprand__write_word(q + k * NPRAND__COPY - 8, above << (64 - k * NPRAND__RESIDUES));
    /* The sum of the group above r. Its lowest bits are shifted down into r. */
    nprand__sort_terms(&terms, 64 * W);
    for (int r = 0; r < NPRAND__RESIDUES; r++) {
        uint64_t sum[GROUP] = {0};
        nprand__add_residue(sum, q, &terms, r, 0, terms.count[r]);
        used[r] = terms.count[r];
    }
    for (int first = W - GROUP; first >= 0; first -= GROUP) {
        uint64_t sum[GROUP];
        nprand__spread_words(g, first, GROUP, sum);
        for (int r = 0; r < NPRAND__RESIDUES; r++) {
            /* For these larger exponents, the words to add are below the lowest bit of q: zero. */
            while (used[r] > 0 && terms.exponents[r][used[r] - 1] > 64 * (first + GROUP))
                used[r]--;
            nprand__add_residue(sum, q + 8 * (first - W), &terms, r, 0, used[r]);
        }
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
