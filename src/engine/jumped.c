/* SPDX-License-Identifier: BSD-3-Clause
 *
 * jumped: what NumPy's MT19937.jumped does.
 *
 * NumPy multiplies by g = t^(2^128) mod f as advance.c does, but on the buffer as it lies: the word
 * at pos is taken as the oldest of the 624, and the position moves on with each step of a Horner
 * scheme, by the degree of g, as in a generator that twists one word at a time. NumPy then goes on
 * twisting whole blocks from the beginning of the buffer, where the words are not in that order. So
 * the stream afterwards is not the one 2^128 words on. NumPy does this; do not repair.
 */
#include "advance.h"
#include "kernels.h"
#include "polynomial.h"

#include <string.h>

/* The degrees of g, and of g read backwards, as releases before 1.19 did. */
enum { G_DEGREE = 19933, BACKWARD_DEGREE = NPRAND__DEGREE - 1 };

static void square_128_times(uint64_t *g)
{
    for (int i = 0; i < 128; i++)
        nprand__kernels()->square_mod(g);
}

/* The sum of f(i) x[i]: 0 but for the lower 31 bits of the first word, which are no part of the
 * sequence and stray in it. */
static uint32_t stray_bits(const uint32_t *window)
{
    uint32_t words[N + NPRAND__PAD];
    uint32_t sum = 0;
    size_t block = 0;
    memcpy(words, window, N * sizeof *words);
    for (int i = 0; i <= NPRAND__TERMS; i++) {
        size_t exponent = i < NPRAND__TERMS ? nprand__exponents[i] : NPRAND__DEGREE;
        for (; block < exponent / N; block++)
            nprand__kernels()->twist(words, 1);
        sum ^= words[exponent % N];
    }
    return sum & LOWER_MASK;
}

/* count jumps are one by the polynomial (t^count)^(2^128), but for the stray bits: each jump leaves
 * them in the first word, since g has the term 1, and the product only if it has that term too. */
static void jump(uint32_t *window, uint64_t count)
{
    uint64_t g[NPRAND__POLYNOMIAL];
    nprand__power_of_t(count, g);
    square_128_times(g);
    uint32_t missing = g[0] & 1 ? 0 : stray_bits(window);
    nprand__apply(g, window);
    window[0] ^= missing;
}

/* a = a b mod f, by Horner's scheme in t: 5 ms. */
static void multiply_mod(uint64_t *a, const uint64_t *b)
{
    uint64_t product[NPRAND__POLYNOMIAL] = {0};
    for (int i = NPRAND__DEGREE - 1; i >= 0; i--) {
        nprand__times_t(product);
        if (b[i / 64] >> i % 64 & 1) {
            for (int k = 0; k < NPRAND__POLYNOMIAL; k++)
                product[k] ^= a[k];
        }
    }
    memcpy(a, product, sizeof product);
}

/* g read backwards. */
static void reverse(const uint64_t *g, uint64_t *backward)
{
    memset(backward, 0, NPRAND__POLYNOMIAL * sizeof *backward);
    for (int i = 0; i < NPRAND__DEGREE; i++) {
        int j = NPRAND__DEGREE - 1 - i;
        backward[j / 64] |= (g[i / 64] >> i % 64 & 1) << j % 64;
    }
}

/* The same as in jump(), by the power of g read backwards, which no squaring of a power of t gives:
 * by the bits of count from the highest, power^2, times backward where the bit is set. */
static void jump_backward(uint32_t *window, uint64_t count)
{
    uint64_t power[NPRAND__POLYNOMIAL], backward[NPRAND__POLYNOMIAL];
    nprand__power_of_t(1, power);
    square_128_times(power);
    reverse(power, backward);
    memcpy(power, backward, sizeof power);
    int bits = 63;
    while (count >> bits == 0)
        bits--;
    while (bits-- > 0) {
        nprand__kernels()->square_mod(power);
        if (count >> bits & 1)
            multiply_mod(power, backward);
    }
    uint32_t stray = (power[0] ^ backward[0]) & 1 ? stray_bits(window) : 0;
    nprand__apply(power, window);
    window[0] ^= stray;
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
    size_t pos = e->pos % N;
    uint32_t window[N], key[N];
    for (size_t i = 0; i < N; i++)
        window[i] = e->key[(pos + i) % N];
    if (backward)
        jump_backward(window, (uint64_t)count);
    else
        jump(window, (uint64_t)count);
    pos = (pos + (size_t)(count % N) * degree) % N;
    for (size_t i = 0; i < N; i++)
        key[(pos + i) % N] = window[i];
    nprand__engine_load(e, key, (uint32_t)pos);
    return NPRAND_OK;
}
