/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Chunks of a draw: fills of chunks are the values of one fill.
 */
#include "draw.h"

#include "error.h"
#include "memory.h"
#include "progress.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* Memory for the whole that is worth a line: more than what chunks take. */
enum { MUCH_MEMORY = 64 << 20 };

static void accept(const struct draw *d, nprand_status status)
{
    if (status != NPRAND_OK)
        refuse(d->name, NULL, nprand_strerror(status), NULL);
}

uint64_t bytes_of_draw(const struct draw *d)
{
    return d->count * kind_size(d->kind);
}

static void start(struct draw *d)
{
    if (d->started)
        return;
    d->started = true;
    d->start = *d->rng;
}

void rewind_draw(struct draw *d)
{
    if (d->started)
        *d->rng = d->start;
    d->started = false;
    d->done = 0;
    d->spares = 0;
}

void enlarge_chunks(struct draw *d, size_t elements)
{
    if (!d->whole && d->each == NULL && d->limit < elements)
        d->limit = elements / d->unit * d->unit;
}

void release_draw(struct draw *d)
{
    give_back(d->buffer);
    give_back(d->converted);
    d->buffer = NULL;
    d->converted = NULL;
}

/* ---- Conversion ----------------------------------------------------------------------------- */

/* Rounds to nearest, as astype(float32) does; beyond the largest float is infinity. */
static void pick_values(const struct draw *d, size_t n)
{
    size_t size = kind_size(d->kind);
    for (size_t i = 0; i < n; i++) {
        int64_t index = ((const int64_t *)d->buffer)[i];
        memcpy((char *)d->converted + i * size, (const char *)d->values + (size_t)index * size,
               size);
    }
}

static bool is_converted(const struct draw *d)
{
    return d->kind != d->drawn || d->values != NULL;
}

static void convert(const struct draw *d, size_t n)
{
    if (d->values != NULL)
        pick_values(d, n);
    else if (d->kind == KIND_FLOAT)
        for (size_t i = 0; i < n; i++)
            ((float *)d->converted)[i] = (float)((const double *)d->buffer)[i];
    else
        for (size_t i = 0; i < n; i++)
            ((uint64_t *)d->converted)[i] = ((const uint32_t *)d->buffer)[i];
}

/* ---- Chunks --------------------------------------------------------------------------------- */

static void allocate_buffers(struct draw *d)
{
    if (d->buffer != NULL)
        return;
    size_t most = d->count < d->limit ? (size_t)d->count : d->limit;
    d->buffer = allocate(most * kind_size(d->drawn));
    if (is_converted(d))
        d->converted = allocate(most * kind_size(d->kind));
}

/* All at once: chunks are parts of it. */
static void draw_whole(struct draw *d)
{
    if (d->buffer == NULL) {
        need_memory(d->name, d->memory);
        if (d->memory > SIZE_MAX)
            fail("out of memory");
        d->buffer = allocate((size_t)d->count * kind_size(d->drawn));
        if (is_converted(d))
            d->converted = allocate((size_t)bytes_of_draw(d));
        if (d->memory > MUCH_MEMORY)
            note("%s: the whole array is drawn at once; this takes %.2f GB of memory", d->name,
                 (double)d->memory / 1e9);
    }
    accept(d, d->fill(d, (size_t)d->count, d->buffer));
    if (is_converted(d))
        convert(d, (size_t)d->count);
}

const void *next_chunk(struct draw *d, size_t *n)
{
    uint64_t left = d->count - d->done;
    bool first = !d->started;
    size_t size = kind_size(d->kind);
    start(d);
    *n = left < d->limit ? (size_t)left : d->limit;
    if (*n == 0 && !first)
        return NULL;
    if (d->whole) {
        if (first)
            draw_whole(d);
    } else {
        allocate_buffers(d);
        accept(d, d->fill(d, *n, d->buffer)); /* also of no elements: that can take words */
        if (d->converted != NULL)
            convert(d, *n);
    }
    const char *chunk = d->converted != NULL ? d->converted : d->buffer;
    chunk += d->whole ? (size_t)d->done * size : 0;
    d->done += *n;
    show_progress(d->done, d->count, (unsigned)size);
    return *n > 0 ? chunk : NULL;
}

/* ---- Skipping ------------------------------------------------------------------------------- */

_Noreturn static void refuse_skip(const struct draw *d, const char *problem)
{
    refuse(d->name, "--skip", problem, NULL);
}

/* Of two copies, which are a few words from each other. */
static bool are_same_place(const nprand_rng *a, const nprand_rng *b)
{
    nprand_state s;
    nprand_state t;
    return nprand_get_state(a, &s) == NPRAND_OK && nprand_get_state(b, &t) == NPRAND_OK &&
           s.pos == t.pos;
}

/* The words of one unit, as it takes them: releases and a long of 32 bits make a difference. */
static uint64_t words_of_unit(struct draw *d)
{
    enum { MOST_WORDS = 2 };
    nprand_rng *rng = d->rng;
    nprand_rng after = *rng;
    nprand_rng reached = *rng;
    void *out = allocate(d->unit * kind_size(d->drawn));
    d->rng = &after;
    accept(d, d->fill(d, d->unit, out));
    d->rng = rng;
    for (uint64_t words = 0; words <= MOST_WORDS; words++) {
        if (are_same_place(&after, &reached))
            return words;
        (void)nprand_random_raw(&reached);
    }
    refuse_skip(d, "a value has no fixed number of words; use --skip-words");
}

void skip_values(struct draw *d, uint64_t k)
{
    char problem[96];
    if (k == 0)
        return;
    if (d->each != NULL)
        refuse_skip(d, "not with a list as a parameter; use --skip-words");
    if (!d->fixed)
        refuse_skip(d, "a value has no fixed number of words; use --skip-words");
    if (k % d->unit != 0) {
        snprintf(problem, sizeof problem, "%zu values share a word: give a multiple of %zu",
                 d->unit, d->unit);
        refuse_skip(d, problem);
    }
    uint64_t words = words_of_unit(d);
    uint64_t units = k / d->unit;
    if (words > 0 && units > UINT64_MAX / words)
        refuse_skip(d, "more than 2**64 - 1 words");
    accept(d, nprand_advance(d->rng, units * words));
}
