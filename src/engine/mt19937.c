/* SPDX-License-Identifier: BSD-3-Clause
 *
 * MT19937 in blocks of 624 words: the kernels in portable C, and what reads words and doubles by
 * them.
 */
#include "kernels.h"
#include "polynomial.h"

#include "../math/polar.h"

#include <string.h>

/* ---- Portable kernels ---- */

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

static inline void temper_words(const uint32_t *restrict key, int n, uint32_t *restrict out)
{
    for (int i = 0; i < n; i++)
        out[i] = temper_word(key[i]);
}

static void temper(const uint32_t *key, uint32_t *block)
{
    temper_words(key, N, block);
}

static void refill(uint32_t *key, uint32_t *block)
{
    twist(key);
    temper(key, block);
}

static void twist_blocks(uint32_t *key, size_t count)
{
    for (; count > 0; count--)
        twist(key);
}

static void fill_words(uint32_t *key, size_t count, uint32_t *out)
{
    for (; count > 0; count--, out += N)
        refill(key, out);
}

static void convert(const uint32_t *restrict words, size_t n, double *restrict out)
{
    for (size_t i = 0; i < n; i++)
        out[i] = nprand__words_to_double(words[2 * i], words[2 * i + 1]);
}

/* In pieces, so that a block needs no room. */
static void fill_doubles(uint32_t *key, size_t count, double *out)
{
    enum { PIECE = 48 };
    _Static_assert(N % PIECE == 0, "whole pieces");
    for (; count > 0; count--) {
        twist(key);
        for (int i = 0; i < N; i += PIECE, out += PIECE / 2) {
            uint32_t words[PIECE];
            temper_words(key + i, PIECE, words);
            convert(words, PIECE / 2, out);
        }
    }
}

static void add(uint32_t *restrict sum, const uint32_t *restrict words, uint64_t which)
{
    for (; which != 0; which >>= 1, words++) {
        for (int i = 0; i < N && (which & 1) != 0; i++)
            sum[i] ^= words[i];
    }
}

void nprand__square_mod_portable(uint64_t *g)
{
    nprand__square_mod(g);
}

/* Every word is written, and the next one over it if it was too large: cheaper than a branch that
 * goes either way. */
size_t nprand__select_portable(const uint32_t *words, size_t n, uint32_t low, uint32_t mask,
                               uint32_t max, uint32_t *out)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        uint32_t value = words[i] & mask;
        out[count] = low + value;
        count += value <= max;
    }
    return count;
}

size_t nprand__select_wide_portable(const uint32_t *words, size_t n, uint64_t low, uint32_t mask,
                                    uint32_t max, uint64_t *out)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        uint32_t value = words[i] & mask;
        out[count] = low + value;
        count += value <= max;
    }
    return count;
}

size_t nprand__select_pairs_portable(const uint32_t *words, size_t n, uint64_t low, uint64_t mask,
                                     uint64_t max, uint64_t *out)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        uint64_t value = ((uint64_t)words[2 * i] << 32 | words[2 * i + 1]) & mask;
        out[count] = low + value;
        count += value <= max;
    }
    return count;
}

size_t nprand__select_halves_portable(const uint32_t *words, size_t n, uint16_t low, uint16_t mask,
                                      uint16_t max, uint16_t *out)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        uint32_t first = words[i] & mask;
        uint32_t second = words[i] >> 16 & mask;
        out[count] = (uint16_t)(low + first);
        count += first <= max;
        out[count] = (uint16_t)(low + second);
        count += second <= max;
    }
    return count;
}

size_t nprand__count_points_portable(const uint32_t *words, size_t n)
{
    size_t count = 0;
    for (const uint32_t *w = words; w < words + 4 * n; w += 4) {
        double u1 = nprand__words_to_double(temper_word(w[0]), temper_word(w[1]));
        double u2 = nprand__words_to_double(temper_word(w[2]), temper_word(w[3]));
        count += nprand__point(u1, u2).inside;
    }
    return count;
}

static void add_pairs(const uint32_t *words, size_t n, uint64_t low, uint64_t *out)
{
    for (size_t i = 0; i < n; i++)
        out[i] = low + ((uint64_t)words[2 * i] << 32 | words[2 * i + 1]);
}

/* clang-format off */
#define PORTABLE(kernels)                                \
    {                                                    \
        .name = kernels,                                 \
        .backend = kernels NPRAND__MATH,                 \
        .refill = refill,                                \
        .twist = twist_blocks,                           \
        .words = fill_words,                             \
        .doubles = fill_doubles,                         \
        .convert = convert,                              \
        .words_and_send = NULL,                          \
        .doubles_and_send = NULL,                        \
        .end_sending = NULL,                             \
        .select = nprand__select_portable,               \
        .select_wide = nprand__select_wide_portable,     \
        .select_pairs = nprand__select_pairs_portable,   \
        .select_halves = nprand__select_halves_portable, \
        .add_pairs = add_pairs,                          \
        .count_points = nprand__count_points_portable,   \
        .add = add,                                      \
        .square_mod = nprand__square_mod_portable,       \
    }
/* clang-format on */

const struct nprand__kernels nprand__portable = PORTABLE("portable");
const struct nprand__kernels nprand__portable_fma = PORTABLE("fma");

/* ---- Engine ---- */

void nprand__engine_refill(struct nprand__engine *e)
{
    nprand__kernels()->refill(e->key, e->block);
    e->pos = 0;
}

void nprand__engine_load(struct nprand__engine *e, const uint32_t *key, uint32_t pos)
{
    memcpy(e->key, key, N * sizeof *key);
    temper(e->key, e->block);
    e->pos = pos;
}

void nprand__mark(const struct nprand__engine *e, struct nprand__mark *mark)
{
    mark->pos = e->pos;
    mark->has_gauss = e->has_gauss;
    mark->gauss = e->gauss;
    memcpy(mark->key, e->key, sizeof mark->key);
}

void nprand__go_to(struct nprand__engine *e, const struct nprand__mark *mark)
{
    nprand__engine_load(e, mark->key, mark->pos);
    e->has_gauss = mark->has_gauss;
    e->gauss = mark->gauss;
}

struct nprand__engine *nprand__engine_create(nprand_rng *rng)
{
    memset(rng, 0, sizeof *rng);
    struct nprand__engine *e = nprand__engine_of(rng);
    e->seeded = NPRAND__SEEDED;
    e->release = NPRAND__RELEASE(2, 5, 5);
    e->threads = 1;
    e->long_bits = 64;
    e->python = NPRAND__PYTHON(3, 14);
    return e;
}

/* ---- Fills past the caches ---- */

static bool is_sent(size_t blocks)
{
    return blocks >= NPRAND__SENT / BLOCK_BYTES && nprand__kernels()->end_sending != NULL;
}

typedef void make_and_send(uint32_t *key, void *out, const void *ready, void *to);

/* Each block is sent while the next one is made, and in whole lines: what is left of one waits for
 * the next. Lines at the ends of blocks that are written in two pieces cost as much again. */
static void send_blocks(uint32_t *key, size_t blocks, make_and_send *make, unsigned char *out)
{
    _Alignas(NPRAND__LINE) unsigned char buffers[2][NPRAND__LINE + BLOCK_BYTES];
    unsigned char *ready = buffers[0], *next = buffers[1];
    make(key, out, NULL, NULL);
    out += BLOCK_BYTES;
    const size_t kept = (uintptr_t)out % NPRAND__LINE; /* bytes of a line that is not whole */
    out -= kept;
    memcpy(ready, out, kept);
    make(key, ready + kept, NULL, NULL);
    for (size_t i = 2; i < blocks; i++) {
        make(key, next + kept, ready, out);
        out += BLOCK_BYTES;
        memcpy(next, ready + BLOCK_BYTES, kept);
        unsigned char *sent = ready;
        ready = next;
        next = sent;
    }
    memcpy(out, ready, kept + BLOCK_BYTES);
    nprand__kernels()->end_sending();
}

static void fill_word_blocks(struct nprand__engine *e, size_t blocks, uint32_t *out)
{
    const struct nprand__kernels *kernels = nprand__kernels();
    if (is_sent(blocks))
        send_blocks(e->key, blocks, kernels->words_and_send, (unsigned char *)out);
    else
        kernels->words(e->key, blocks, out);
}

static void fill_double_blocks(struct nprand__engine *e, size_t blocks, double *out)
{
    const struct nprand__kernels *kernels = nprand__kernels();
    if (is_sent(blocks))
        send_blocks(e->key, blocks, kernels->doubles_and_send, (unsigned char *)out);
    else
        kernels->doubles(e->key, blocks, out);
}

/* ---- Words and doubles ---- */

static void copy_words(struct nprand__engine *e, size_t n, uint32_t *out)
{
    memcpy(out, e->block + e->pos, n * sizeof *out);
    e->pos += (uint32_t)n;
}

/* What is left of the block, then whole blocks past it, then the beginning of a new one. */
void nprand__fill_words(struct nprand__engine *e, size_t n, uint32_t *out)
{
    if (n == 0)
        return;
    size_t count = nprand__min(n, nprand__words_left(e));
    copy_words(e, count, out);
    out += count;
    n -= count;
    fill_word_blocks(e, n / N, out);
    if (n % N != 0) {
        nprand__engine_refill(e);
        copy_words(e, n % N, out + n / N * N);
    }
}

static void convert_words(struct nprand__engine *e, size_t n, double *out)
{
    nprand__kernels()->convert(e->block + e->pos, n, out);
    e->pos += 2 * (uint32_t)n;
}

/* Doubles of which one, in each block, has its first word in the block before. */
static void fill_doubles_astride(struct nprand__engine *e, size_t n, double *out)
{
    while (n > 0) {
        size_t count = nprand__min(n, nprand__words_left(e) / 2);
        convert_words(e, count, out);
        out += count;
        n -= count;
        if (n > 0) {
            *out++ = nprand__next_double(e);
            n--;
        }
    }
}

enum { DOUBLES = N / 2 }; /* of a block */

void nprand__fill_doubles(struct nprand__engine *e, size_t n, double *out)
{
    if (n == 0)
        return;
    if (e->pos % 2 != 0) {
        fill_doubles_astride(e, n, out);
        return;
    }
    size_t count = nprand__min(n, nprand__words_left(e) / 2);
    convert_words(e, count, out);
    out += count;
    n -= count;
    fill_double_blocks(e, n / DOUBLES, out);
    if (n % DOUBLES != 0) {
        nprand__engine_refill(e);
        convert_words(e, n % DOUBLES, out + n / DOUBLES * DOUBLES);
    }
}
