/* SPDX-License-Identifier: BSD-3-Clause
 *
 * jumped: what NumPy's MT19937.jumped does.
 *
 * NumPy multiplies by g = t^(2^128) mod f, as advance.c does, but with the key in another order: it
 * takes the word at pos as the oldest one of the 624 words. The position advances by 1 with each
 * step of a Horner scheme, in total by the degree of g, as in a generator that twists one word at a
 * time. Afterwards NumPy twists whole blocks from the beginning of the key, where the words are not
 * in that order. So the stream after jumped() is not the stream 2^128 words later. NumPy does this;
 * do not repair.
 */
#include "advance.h"
#include "../backend/polynomial.h"

#include <string.h>

/* The degree of g; and of g with its coefficients reversed, which releases before 1.19 use. */
enum { G_DEGREE = 19933, BACKWARD_DEGREE = NPRAND__DEGREE - 1 };

static void square_128_times(uint64_t *g)
{
    for (int i = 0; i < 128; i++)
        nprand__backend()->square_mod(g);
}

/* The sum of f(i) x[i]. It is 0 except for the lower 31 bits of the first word. These bits are not
 * part of the state, and the recurrence does not hold for them: the stray bits. */
static uint32_t stray_bits(const uint32_t *window)
{
    uint32_t words[NPRAND__N + NPRAND__PAD];
    uint32_t sum = 0;
    size_t block = 0;
    memcpy(words, window, NPRAND__N * sizeof *words);
    for (int i = 0; i <= NPRAND__TERMS; i++) {
        size_t exponent = i < NPRAND__TERMS ? nprand__exponents[i] : NPRAND__DEGREE;
        for (; block < exponent / NPRAND__N; block++)
            nprand__backend()->twist(words, 1);
        sum ^= words[exponent % NPRAND__N];
    }
    return sum & NPRAND__LOWER_MASK;
}

/* count jumps are one jump by the polynomial (t^count)^(2^128) mod f, except for the stray bits. g
 * has the term 1, and so each single jump leaves the stray bits in the first word. The one jump
 * leaves them only if its polynomial has the term 1 too. */
static void jump(uint32_t *window, uint64_t count)
{
    uint64_t g[NPRAND__POLYNOMIAL];
    nprand__power_of_t(count, g);
    square_128_times(g);
    uint32_t missing = g[0] & 1 ? 0 : stray_bits(window);
    nprand__apply(g, window);
    window[0] ^= missing;
}

/* The polynomial with the coefficients of g in reverse order. */
static void reverse(const uint64_t *g, uint64_t *backward)
{
    memset(backward, 0, NPRAND__POLYNOMIAL * sizeof *backward);
    for (int i = 0; i < NPRAND__DEGREE; i++) {
        int j = NPRAND__DEGREE - 1 - i;
        backward[j / 64] |= (g[i / 64] >> i % 64 & 1) << j % 64;
    }
}

/* count jumps by g reversed. For each bit of count that is set, the power of g reversed with that
 * exponent is applied. A single jump leaves the stray bits in the first word if g reversed has the
 * term 1. A power that is reduced modulo f may differ from g reversed in this term, and then the
 * stray bits are corrected. */
static void jump_backward(uint32_t *window, uint64_t count)
{
    uint64_t g[NPRAND__POLYNOMIAL], power[NPRAND__POLYNOMIAL];
    nprand__power_of_t(1, g);
    square_128_times(g);
    reverse(g, power);
    const uint64_t leaves = power[0];
    for (; count > 0; count >>= 1) {
        if (count & 1) {
            uint32_t changed = (power[0] ^ leaves) & 1 ? stray_bits(window) : 0;
            nprand__apply(power, window);
            window[0] ^= changed;
        }
        nprand__backend()->square_mod(power);
    }
}

nprand_status nprand_jumped(nprand_rng *rng, int64_t count)
{
    nprand_status status = nprand__check_rng(rng);
    if (status != NPRAND_OK)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    e->has_gauss = 0;
    e->gauss = 0.0;
    if (count <= 0)
        return NPRAND_OK;

    bool backward = e->release < NPRAND__RELEASE(1, 19, 0);
    size_t degree = backward ? BACKWARD_DEGREE : G_DEGREE;
    size_t pos = e->pos % NPRAND__N;
    uint32_t window[NPRAND__N], key[NPRAND__N];
    for (size_t i = 0; i < NPRAND__N; i++)
        window[i] = e->key[(pos + i) % NPRAND__N];
    if (backward)
        jump_backward(window, (uint64_t)count);
    else
        jump(window, (uint64_t)count);
    pos = (pos + (size_t)(count % NPRAND__N) * degree) % NPRAND__N;
    for (size_t i = 0; i < NPRAND__N; i++)
        key[(pos + i) % NPRAND__N] = window[i];
    nprand__engine_load(e, key, (uint32_t)pos);
    return NPRAND_OK;
}
