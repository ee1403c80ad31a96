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

/* Adds the words that begin at a bit of p. */
NPRAND__ALWAYS_INLINE void nprand__add_from(uint64_t *sum, const uint64_t *p, size_t bit)
{
    const uint64_t *at = p + bit / 64;
    unsigned right = bit % 64;
    for (int i = 0; i < NPRAND__GROUP; i += 4) {
        /* Named words: GCC 12 at -O3 makes a slow vector loop of the plain one, 1.3 ms for a jump
         * against 0.8. */
        uint64_t a = at[i], b = at[i + 1], c = at[i + 2], d = at[i + 3], e = at[i + 4];
        sum[i] ^= a >> right | b << 1 << (63 - right);
        sum[i + 1] ^= b >> right | c << 1 << (63 - right);
        sum[i + 2] ^= c >> right | d << 1 << (63 - right);
        sum[i + 3] ^= d >> right | e << 1 << (63 - right);
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
    uint64_t s[2 * W + GROUP + 1] = {0};
    uint64_t zeros_q_zeros[3 * W + GROUP + 1] = {0};
    uint64_t *q = zeros_q_zeros + W;
    for (int i = 0; i < W; i++) {
        s[2 * i] = nprand__spread(g[i] & UINT32_MAX);
        s[2 * i + 1] = nprand__spread(g[i] >> 32);
    }
    for (int first = W - GROUP; first >= 0; first -= GROUP) {
        uint64_t sum[GROUP] = {0};
        size_t x = 64 * (size_t)first + DEGREE;
        nprand__add_from(sum, s, x);
        /* From the largest exponent on, until all of q that is added is above its top, and zero. */
        for (int i = NPRAND__TERMS - 1; i >= 0 && x - nprand__exponents[i] < 64 * W; i--)
            nprand__add_from(sum, q, x - nprand__exponents[i]);
        memcpy(q + first, sum, sizeof sum);
    }
    for (int first = 0; first < W; first += GROUP) {
        uint64_t sum[GROUP];
        size_t x = 64 * (size_t)(first + W);
        memcpy(sum, s + first, sizeof sum);
        for (int i = 0; i < NPRAND__TERMS && nprand__exponents[i] < 64 * (first + GROUP); i++)
            nprand__add_from(sum, zeros_q_zeros, x - nprand__exponents[i]);
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
