/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The MT19937 engine: what is inside an nprand_rng, and how words and uniform doubles are read.
 *
 * The engine works on a block of 624 words at a time. It twists the key, tempers the whole key to
 * the block, and then hands out words of the block. Key and position are those of NumPy's
 * get_state(): key is the untempered state, and pos is the index of the next word. With pos = 624,
 * the next read twists first.
 */
#ifndef NPRAND_ENGINE_ENGINE_H
#define NPRAND_ENGINE_ENGINE_H

#include "../backend/backend.h"

struct NPRAND__MAY_ALIAS nprand__engine {
    uint64_t seeded; /* NPRAND__SEEDED; any other value: never seeded */
    uint32_t pos;    /* 0..624 */
    uint32_t row;    /* where calls in a row go on, or 0: see distributions/prepared.h */
    int32_t has_gauss;
    int32_t release; /* NPRAND__RELEASE() of the NumPy release reproduced */
    double gauss;
    int32_t parts;                         /* the most parts of a large fill */
    int32_t long_bits;                     /* width of C's long in the NumPy reproduced: 32 or 64 */
    int32_t python;                        /* NPRAND__PYTHON() of the CPython release reproduced */
    nprand_runner *run;                    /* runs the parts; NULL: one part */
    void *context;                         /* the first argument of run */
    uint32_t key[NPRAND__N + NPRAND__PAD]; /* untempered */
    uint32_t block[NPRAND__N];             /* key, tempered; not read while pos is 624 */
};

/* What the last scalar call computed of its parameters: see distributions/kept.h. It stands behind
 * the engine, since parts of a fill have engines of their own on the stack, and need no set-up. */
struct NPRAND__MAY_ALIAS nprand__kept {
    uint64_t method; /* and the direction of rounding; 0: none */
    uint64_t a, b;   /* the parameters, as bits */
    uint64_t setup[48];
};

/* Values for the next scalar calls: see distributions/prepared.h. */
enum { NPRAND__MOST_PREPARED = 128 };
struct NPRAND__MAY_ALIAS nprand__prepared {
    uint32_t calls, calls_before;        /* calls in this row; calls before values are prepared */
    uint32_t taken;                      /* values of this row that were prepared before those */
    uint32_t pause;                      /* rows that are left out before the next one */
    uint32_t next, count;                /* values next to count - 1 are not taken yet */
    uint64_t parameters[2];              /* of the row, as bits; of integers, max */
    uint16_t end[NPRAND__MOST_PREPARED]; /* the position behind a value, or behind a pair */
    union {
        double value[NPRAND__MOST_PREPARED];
        uint32_t integer[NPRAND__MOST_PREPARED];
    } of;
};

/* What is inside an nprand_rng. */
struct NPRAND__MAY_ALIAS nprand__generator {
    struct nprand__engine engine;
    struct nprand__kept kept;
    struct nprand__prepared prepared;
};

/* A position in a stream. It has no block, since the key determines the block. */
struct nprand__mark {
    uint32_t pos;
    int32_t has_gauss;
    double gauss;
    uint32_t key[NPRAND__N];
};

static_assert(sizeof(struct nprand__generator) <= sizeof(nprand_rng), "nprand_rng is too small");
static_assert(offsetof(struct nprand__engine, seeded) == 0, "nprand__check_rng() reads it");
static_assert(alignof(struct nprand__generator) <= alignof(nprand_rng), "nprand_rng alignment");

/* A NumPy release as a number. Later releases have larger numbers. */
#define NPRAND__RELEASE(major, minor, patch) (10000 * (major) + 100 * (minor) + (patch))

/* A CPython release as a number. Later versions have larger numbers. */
#define NPRAND__PYTHON(major, minor) (100 * (major) + (minor))

/* Bytes from which on a fill of words or doubles is written past the caches: see stream.c. */
enum { NPRAND__STREAMED = 38 << 20 };

/* The stream continues with the 624 words of key, from pos on. */
NPRAND_HIDDEN void nprand__engine_load(struct nprand__engine *e, const uint32_t *key, uint32_t pos);

/* The block becomes that of the key. Fills of whole blocks leave pos at 624 and an older block. */
NPRAND_HIDDEN void nprand__engine_temper(struct nprand__engine *e);

/* Writes the position of e to mark; and sets e to the position of mark. The settings of e stay. */
NPRAND_HIDDEN void nprand__mark(const struct nprand__engine *e, struct nprand__mark *mark);
NPRAND_HIDDEN void nprand__go_to(struct nprand__engine *e, const struct nprand__mark *mark);

/* Makes an engine with default settings in *rng. The old contents of *rng are not read. */
NPRAND_HIDDEN struct nprand__engine *nprand__engine_create(nprand_rng *rng);

/* Twists and tempers: the block becomes the next 624 words, and pos becomes 0. The second function
 * goes back: the block becomes the 624 words before, and pos stays. */
NPRAND_HIDDEN void nprand__engine_refill(struct nprand__engine *e);
NPRAND_HIDDEN void nprand__engine_refill_back(struct nprand__engine *e);

/* The next n words; and the next n uniform doubles. The same as n single reads. */
NPRAND_HIDDEN void nprand__fill_words(struct nprand__engine *e, size_t n, uint32_t *out);
NPRAND_HIDDEN void nprand__fill_doubles(struct nprand__engine *e, size_t n, double *out);

static inline struct nprand__engine *nprand__engine_of(nprand_rng *rng)
{
    return (struct nprand__engine *)(void *)rng->nprand_private;
}

static inline struct nprand__kept *nprand__kept_of(nprand_rng *rng)
{
    return &((struct nprand__generator *)(void *)rng->nprand_private)->kept;
}

static inline struct nprand__prepared *nprand__prepared_of(nprand_rng *rng)
{
    return &((struct nprand__generator *)(void *)rng->nprand_private)->prepared;
}

static inline const struct nprand__engine *nprand__const_engine_of(const nprand_rng *rng)
{
    return (const struct nprand__engine *)(const void *)rng->nprand_private;
}

/* Reads at the end of the block: no word is left, or one of the two that are read. These are
 * functions of their own, since the inline reads inside the block then save no registers: uniform
 * takes 2.9 ns in place of 3.5, and gamma 41 in place of 44. */
NPRAND_HIDDEN uint32_t nprand__word_at_end(struct nprand__engine *e);
NPRAND_HIDDEN uint64_t nprand__uint64_at_end(struct nprand__engine *e);
NPRAND_HIDDEN double nprand__double_at_end(struct nprand__engine *e);

static inline uint32_t nprand__next_word(struct nprand__engine *e)
{
    if (e->pos == NPRAND__N)
        return nprand__word_at_end(e);
    return e->block[e->pos++];
}

/* Takes n words that the block has. Returns the address of the first one. */
static inline const uint32_t *nprand__take_left(struct nprand__engine *e, uint32_t n)
{
    const uint32_t *words = e->block + e->pos;
    e->pos += n;
    return words;
}

/* 64 bits of two words. The first word is the upper half. */
static inline uint64_t nprand__uint64_of(const uint32_t *words)
{
    return (uint64_t)words[0] << 32 | words[1];
}

static inline uint64_t nprand__next_uint64(struct nprand__engine *e)
{
    if (e->pos > NPRAND__N - 2)
        return nprand__uint64_at_end(e);
    return nprand__uint64_of(nprand__take_left(e, 2));
}

static inline double nprand__next_double(struct nprand__engine *e)
{
    if (e->pos > NPRAND__N - 2)
        return nprand__double_at_end(e);
    const uint32_t *words = nprand__take_left(e, 2);
    return nprand__words_to_double(words[0], words[1]);
}

/* Takes words from the block: up to most words, and at least 1 if most >= 1. Returns the address of
 * the first one; count becomes their number. */
static inline const uint32_t *nprand__take_words(struct nprand__engine *e, size_t most,
                                                 size_t *count)
{
    if (e->pos == NPRAND__N)
        nprand__engine_refill(e);
    const uint32_t *words = e->block + e->pos;
    size_t left = NPRAND__N - e->pos;
    *count = most < left ? most : left;
    e->pos += (uint32_t)*count;
    return words;
}

/* Reading ahead: writes the doubles that the rest of the block makes, up to most, and takes no
 * word. Returns their number, which is 0 if one word is left. If no word is left, twists first.
 *
 * nprand__take_doubles() takes the doubles that the values needed. A value for which the doubles of
 * the block do not suffice is drawn by its scalar function, from its first word on. */
NPRAND_HIDDEN size_t nprand__look_ahead(struct nprand__engine *e, size_t most, double *out);

static inline void nprand__take_doubles(struct nprand__engine *e, size_t n)
{
    e->pos += 2 * (uint32_t)n;
}

/* The number of words that can be read before the next twist. */
static inline size_t nprand__words_left(const struct nprand__engine *e)
{
    return NPRAND__N - e->pos;
}

/* The bytes of n words. The lowest byte of each word comes first, on any machine. */
static inline void nprand__words_to_bytes(const uint32_t *words, size_t n, unsigned char *out)
{
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    memcpy(out, words, 4 * n);
#else
    for (size_t i = 0; i < 4 * n; i++)
        out[i] = (unsigned char)(words[i / 4] >> 8 * (i % 4));
#endif
}

/* The most attempts that a value may be expected to take, and the most draws without a result. The
 * limit is lower under a fuzzer, whose inputs must take little time. */
#ifdef NPRAND_FUZZ
#define NPRAND__MOST_ATTEMPTS 0x1p16
#else
#define NPRAND__MOST_ATTEMPTS 0x1p30
#endif

#endif
