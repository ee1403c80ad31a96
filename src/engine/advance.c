/* SPDX-License-Identifier: BSD-3-Clause
 *
 * advance: the state after any number of words, without drawing them.
 *
 * Each word of MT19937 is a linear function over GF(2) of the words before it. So the words x obey
 * a recurrence: the sum of f(i) x[k+i] is 0, with the characteristic polynomial f. For g = t^d mod
 * f, x[k+d] is the sum of g(i) x[k+i]. To skip d words, g is computed by repeated squaring. Then
 * the windows of 624 words at those of the next 19937 positions where g has a term are added up.
 * For short distances the state is twisted instead, without tempering.
 *
 * Source: H. Haramoto, M. Matsumoto, T. Nishimura, F. Panneton and P. L'Ecuyer, "Efficient jump
 * ahead for F2-linear random number generators", INFORMS J. Computing 20 (2008), 385-390.
 */
#include "advance.h"

#include "../backend/polynomial.h"

#include <string.h>

/* The number of blocks from which on the polynomial takes less time than twists (measured: 0.25
 * ms). */
static const uint64_t BREAK_EVEN = 4500;

/* Goes through the given number of bits of the exponent, from the highest on: g becomes g^2, times
 * t if the bit is set. */
static void square_and_multiply(uint64_t *g, uint64_t exponent, int bits)
{
    while (bits-- > 0) {
        nprand__backend()->square_mod(g);
        if (exponent >> bits & 1)
            nprand__times_t(g);
    }
}

/* The first bits need no squaring: their power of t is below the degree of f. */
void nprand__power_of_t(uint64_t d, uint64_t *g)
{
    int bits = 0;
    while (d >> bits >= NPRAND__DEGREE)
        bits++;
    memset(g, 0, NPRAND__POLYNOMIAL * sizeof *g);
    g[(d >> bits) / 64] = UINT64_C(1) << (d >> bits) % 64;
    square_and_multiply(g, d, bits);
}

/* f has the term 1, and its next exponent is 1189. So t^(-q) is (f - 1) / t^q for q <= 1189. With d
 * = q 2^bits - r, t^(-d) is that power, squared and multiplied for the bits of r. */
void nprand__power_of_inverse(uint64_t d, uint64_t *g)
{
    int bits = 0;
    while ((d - 1) >> bits >= nprand__exponents[1])
        bits++;
    const uint64_t q = ((d - 1) >> bits) + 1;
    memset(g, 0, NPRAND__POLYNOMIAL * sizeof *g);
    for (int i = 1; i <= NPRAND__TERMS; i++) {
        uint64_t exponent = (i < NPRAND__TERMS ? nprand__exponents[i] : NPRAND__DEGREE) - q;
        g[exponent / 64] |= UINT64_C(1) << exponent % 64;
    }
    square_and_multiply(g, (q << bits) - d, bits);
}

/* The 64 bits of g from bit i on. */
static uint64_t bits_from(const uint64_t *g, size_t i)
{
    uint64_t bits = g[i / 64] >> i % 64;
    if (i % 64 > 0 && i / 64 + 1 < NPRAND__POLYNOMIAL)
        bits |= g[i / 64 + 1] << (64 - i % 64);
    return bits;
}

/* words holds two blocks at a time, the current one and the next one. The windows begin in the
 * current block. */
void nprand__apply(const uint64_t *g, uint32_t *window)
{
    const struct nprand__backend *backend = nprand__backend();
    uint32_t words[2 * NPRAND__N + NPRAND__PAD];
    uint32_t sum[NPRAND__N] = {0};
    memcpy(words + NPRAND__N, window, NPRAND__N * sizeof *words);
    for (size_t first = 0; first < NPRAND__DEGREE; first += NPRAND__N) {
        memcpy(words, words + NPRAND__N, NPRAND__N * sizeof *words);
        backend->twist(words + NPRAND__N, 1);
        for (size_t i = 0; i < NPRAND__N && first + i < NPRAND__DEGREE; i += 64) {
            const uint64_t mask =
                NPRAND__N - i < 64 ? (UINT64_C(1) << (NPRAND__N - i)) - 1 : UINT64_MAX;
            backend->add(sum, words + i, bits_from(g, first + i) & mask);
        }
    }
    memcpy(window, sum, sizeof sum);
}

static void skip_blocks(uint32_t *key, uint64_t count)
{
    if (count < BREAK_EVEN) {
        nprand__backend()->twist(key, (size_t)count);
        return;
    }
    uint64_t g[NPRAND__POLYNOMIAL];
    nprand__power_of_t(count * NPRAND__N, g);
    nprand__apply(g, key);
}

/* After d > 0 words, the position is in 1..624: NumPy twists a block only when its first word is
 * read. The last twist is a refill, which also makes the tempered block. */
void nprand__advance(struct nprand__engine *e, uint64_t d)
{
    uint64_t left = NPRAND__N - e->pos;
    if (d <= left) {
        e->pos += (uint32_t)d;
        return;
    }
    d -= left + 1;
    skip_blocks(e->key, d / NPRAND__N);
    nprand__engine_refill(e);
    e->pos = (uint32_t)(d % NPRAND__N) + 1;
}

nprand_status nprand_advance(nprand_rng *rng, uint64_t words)
{
    nprand_status status = nprand__check_rng(rng);
    if (status != NPRAND_OK)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    nprand__advance(e, words);
    e->has_gauss = 0;
    e->gauss = 0.0;
    return NPRAND_OK;
}
