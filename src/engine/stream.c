/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The stream of an engine: its state and position, and fills of words and of uniform doubles by the
 * kernels of the backend.
 */
#include "engine.h"

/* ---- State ---- */

void nprand__engine_refill(struct nprand__engine *e)
{
    nprand__backend()->refill(e->key, e->block);
    e->pos = 0;
    e->row = 0;
}

void nprand__engine_refill_back(struct nprand__engine *e)
{
    nprand__backend()->refill_back(e->key, e->block);
    e->row = 0;
}

void nprand__engine_load(struct nprand__engine *e, const uint32_t *key, uint32_t pos)
{
    memcpy(e->key, key, NPRAND__N * sizeof *key);
    e->pos = pos;
    nprand__engine_temper(e);
}

void nprand__engine_temper(struct nprand__engine *e)
{
    for (int i = 0; i < NPRAND__N; i++)
        e->block[i] = nprand__temper_word(e->key[i]);
    e->row = 0;
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

/* Few calls in a row do not make up for values that nobody takes. */
enum { FIRST_CALLS_BEFORE = 8 };

struct nprand__engine *nprand__engine_create(nprand_rng *rng)
{
    memset(rng, 0, sizeof *rng);
    struct nprand__engine *e = nprand__engine_of(rng);
    e->seeded = NPRAND__SEEDED;
    e->release = NPRAND__RELEASE(2, 5, 5);
    nprand__prepared_of(rng)->calls_before = FIRST_CALLS_BEFORE;
    e->parts = 1;
    e->long_bits = 64;
    e->python = NPRAND__PYTHON(3, 14);
    return e;
}

/* ---- Fills past the caches ---- */

/* Whether a fill is written past the caches. The caches keep little of a large fill, and a line
 * that is written past them need not be read from memory first. Measured on a Xeon, past the caches
 * and through them: 0.42 and 1.00 ns per double at 800 MB, 0.50 and 0.86 at 48 MB. A program that
 * reads the values at once reads them from memory after a fill past the caches. With this reading,
 * both take the same time at 40 MB. Below 38 MiB, a fill past the caches takes up to a third
 * longer. The limit is not a power of two, which is a usual length of a buffer: whether a fill of
 * exactly the limit is written past the caches depends on the rest of its first block. */
static bool goes_past_caches(size_t blocks)
{
    return blocks >= NPRAND__STREAMED / NPRAND__BLOCK_BYTES &&
           nprand__backend()->end_streaming != NULL;
}

typedef void make_and_stream(uint32_t *key, void *out, const void *ready, void *to);

/* Each block is stored past the caches while the next one is made. Only whole cache lines are
 * stored. If the last bytes of a block are not a whole line, they are stored with the next block.
 * Lines at the ends of blocks that are stored in two pieces would take the same time again. Not
 * inline: the buffers take 5 KB of stack, which other fills do not need. */
NPRAND__NOINLINE static void stream_blocks(uint32_t *key, size_t blocks, make_and_stream *make,
                                           unsigned char *out)
{
    alignas(NPRAND__LINE) unsigned char buffers[2][NPRAND__LINE + NPRAND__BLOCK_BYTES];
    unsigned char *ready = buffers[0], *next = buffers[1];
    make(key, out, NULL, NULL);
    out += NPRAND__BLOCK_BYTES;
    const size_t kept = (uintptr_t)out % NPRAND__LINE; /* bytes of the incomplete line */
    out -= kept;
    memcpy(ready, out, kept);
    make(key, ready + kept, NULL, NULL);
    for (size_t i = 2; i < blocks; i++) {
        make(key, next + kept, ready, out);
        out += NPRAND__BLOCK_BYTES;
        memcpy(next, ready + NPRAND__BLOCK_BYTES, kept);
        unsigned char *stored = ready;
        ready = next;
        next = stored;
    }
    memcpy(out, ready, kept + NPRAND__BLOCK_BYTES);
    nprand__backend()->end_streaming();
}

static void fill_word_blocks(struct nprand__engine *e, size_t blocks, uint32_t *out)
{
    const struct nprand__backend *backend = nprand__backend();
    if (goes_past_caches(blocks))
        stream_blocks(e->key, blocks, backend->words_and_stream, (unsigned char *)out);
    else
        backend->words(e->key, blocks, out);
}

static void fill_double_blocks(struct nprand__engine *e, size_t blocks, double *out)
{
    const struct nprand__backend *backend = nprand__backend();
    if (goes_past_caches(blocks))
        stream_blocks(e->key, blocks, backend->doubles_and_stream, (unsigned char *)out);
    else
        backend->doubles(e->key, blocks, out);
}

/* ---- Words and doubles ---- */

uint32_t nprand__word_at_end(struct nprand__engine *e)
{
    nprand__engine_refill(e);
    return e->block[e->pos++];
}

uint64_t nprand__uint64_at_end(struct nprand__engine *e)
{
    uint64_t high = nprand__next_word(e);
    return high << 32 | nprand__next_word(e);
}

double nprand__double_at_end(struct nprand__engine *e)
{
    uint32_t first = nprand__next_word(e);
    return nprand__words_to_double(first, nprand__next_word(e));
}

static void copy_words(struct nprand__engine *e, size_t n, uint32_t *out)
{
    memcpy(out, e->block + e->pos, n * sizeof *out);
    e->pos += (uint32_t)n;
}

/* The rest of the block, then whole blocks directly to out, then the beginning of a new block. */
void nprand__fill_words(struct nprand__engine *e, size_t n, uint32_t *out)
{
    if (n == 0)
        return;
    size_t count = nprand__min(n, nprand__words_left(e));
    copy_words(e, count, out);
    out += count;
    n -= count;
    fill_word_blocks(e, n / NPRAND__N, out);
    if (n % NPRAND__N != 0) {
        nprand__engine_refill(e);
        copy_words(e, n % NPRAND__N, out + n / NPRAND__N * NPRAND__N);
    }
}

static void convert_words(struct nprand__engine *e, size_t n, double *out)
{
    nprand__backend()->convert(e->block + e->pos, n, out);
    e->pos += 2 * (uint32_t)n;
}

/* Doubles at an odd position. In each block, the first word of one double is the last word of the
 * block before. */
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

size_t nprand__look_ahead(struct nprand__engine *e, size_t most, double *out)
{
    if (e->pos == NPRAND__N)
        nprand__engine_refill(e);
    const size_t count = nprand__min(most, nprand__words_left(e) / 2);
    nprand__backend()->convert(e->block + e->pos, count, out);
    return count;
}

void nprand__fill_doubles(struct nprand__engine *e, size_t n, double *out)
{
    enum { DOUBLES = NPRAND__N / 2 }; /* of a block */
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
