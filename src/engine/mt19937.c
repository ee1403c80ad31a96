/* SPDX-License-Identifier: BSD-3-Clause
 *
 * MT19937 in blocks of 624 words.
 *
 * Source: M. Matsumoto and T. Nishimura, "Mersenne Twister: a 623-dimensionally equidistributed
 * uniform pseudo-random number generator", ACM TOMACS 8 (1998), 3-30. N, M, the matrix A and the
 * tempering masks are from table II of that paper.
 */
#include "engine.h"

#include <string.h>

enum { N = NPRAND__N, M = 397 };

static const uint32_t MATRIX_A = 0x9908b0dfu;
static const uint32_t UPPER_MASK = 0x80000000u;
static const uint32_t LOWER_MASK = 0x7fffffffu;

/* The recurrence x[k+N] = x[k+M] ^ (upper bit of x[k], lower 31 bits of x[k+1]) A. A is applied by
 * a mask rather than by a branch on a random bit, which would be mispredicted half of the time. */
static inline uint32_t twist_word(uint32_t x0, uint32_t x1, uint32_t xm)
{
    uint32_t y = (x0 & UPPER_MASK) | (x1 & LOWER_MASK);
    return xm ^ y >> 1 ^ ((0u - (x1 & 1u)) & MATRIX_A);
}

/* Replaces the key by its successor. Three stretches, because x[k+M] is an old word for k < N-M, a
 * new one after that, and x[k+1] is the first new word for the last k. */
static void twist(uint32_t *key)
{
    for (int k = 0; k < N - M; k++)
        key[k] = twist_word(key[k], key[k + 1], key[k + M]);
    for (int k = N - M; k < N - 1; k++)
        key[k] = twist_word(key[k], key[k + 1], key[k + M - N]);
    key[N - 1] = twist_word(key[N - 1], key[0], key[M - 1]);
}

static inline uint32_t temper_word(uint32_t y)
{
    y ^= y >> 11;
    y ^= y << 7 & 0x9d2c5680u;
    y ^= y << 15 & 0xefc60000u;
    return y ^ y >> 18;
}

static void temper(const uint32_t *restrict key, uint32_t *restrict block)
{
    for (int i = 0; i < N; i++)
        block[i] = temper_word(key[i]);
}

void nprand__engine_refill(struct nprand__engine *e)
{
    twist(e->key);
    temper(e->key, e->block);
    e->pos = 0;
}

void nprand__engine_load(struct nprand__engine *e, const uint32_t *key, uint32_t pos)
{
    memcpy(e->key, key, sizeof e->key);
    temper(e->key, e->block);
    e->pos = pos;
}

struct nprand__engine *nprand__engine_create(nprand_rng *rng)
{
    memset(rng, 0, sizeof *rng);
    struct nprand__engine *e = nprand__engine_of(rng);
    e->seeded = NPRAND__SEEDED;
    e->release = NPRAND__RELEASE(2, 5, 5);
    e->long_bits = 64;
    return e;
}

/* The words that can be read before the next twist; twists first if there are none. */
static size_t words_ready(struct nprand__engine *e)
{
    if (e->pos == N)
        nprand__engine_refill(e);
    return N - e->pos;
}

void nprand__fill_words(struct nprand__engine *e, size_t n, uint32_t *out)
{
    while (n > 0) {
        size_t ready = words_ready(e);
        size_t count = n < ready ? n : ready;
        memcpy(out, e->block + e->pos, count * sizeof *out);
        e->pos += (uint32_t)count;
        out += count;
        n -= count;
    }
}

static void words_to_doubles(const uint32_t *restrict words, size_t n, double *restrict out)
{
    for (size_t i = 0; i < n; i++)
        out[i] = nprand__words_to_double(words[2 * i], words[2 * i + 1]);
}

void nprand__fill_doubles(struct nprand__engine *e, size_t n, double *out)
{
    while (n > 0) {
        size_t ready = words_ready(e) / 2;
        size_t count = n < ready ? n : ready;
        if (count == 0) {
            /* One word is left: the double has its second word in the next block. */
            *out = nprand__next_double(e);
            count = 1;
        } else {
            words_to_doubles(e->block + e->pos, count, out);
            e->pos += 2 * (uint32_t)count;
        }
        out += count;
        n -= count;
    }
}
