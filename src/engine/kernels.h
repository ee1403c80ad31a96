/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The block kernels: everything in the engine that is worth doing in vectors. Each backend has all
 * of them, and all backends give the same bits; portable C is the specification.
 *
 * MT19937's constants, from table II of M. Matsumoto and T. Nishimura, "Mersenne Twister: a
 * 623-dimensionally equidistributed uniform pseudo-random number generator", ACM TOMACS 8 (1998),
 * 3-30.
 */
#ifndef NPRAND_ENGINE_KERNELS_H
#define NPRAND_ENGINE_KERNELS_H

#include "engine.h"

enum { N = NPRAND__N, M = 397 };

static const uint32_t MATRIX_A = 0x9908b0dfu;
static const uint32_t UPPER_MASK = 0x80000000u;
static const uint32_t LOWER_MASK = 0x7fffffffu;

/* Bytes of a block of words, and of the doubles that they make; and of a line of the cache, of which
 * a block has a whole number. */
enum { BLOCK_BYTES = 4 * NPRAND__N, NPRAND__LINE = 64 };
_Static_assert(BLOCK_BYTES % NPRAND__LINE == 0, "blocks are sent in whole lines");

/* Blocks between what a fill in vectors writes and what it has fetched meanwhile. Results that the
 * core's own caches have lost are waited for else: 0.41 ns per double for 0.50 to 0.62, at 8 MB, on
 * a Xeon whose other guests are busy. */
enum { AHEAD = 2 };

/* The same for fills that do not know beforehand how many results a block gives: before so many
 * bytes are written, as many that lie further on are fetched, unless the fill ends before. randint
 * of 64 bits, as above: 0.55 ns for 0.90, of one word 0.85 for 1.4. No function: GCC leaves out
 * calls of one that does nothing else. */
#define NPRAND__FETCH_AHEAD(out, bytes, left)                                        \
    do {                                                                             \
        enum { LEAD = 8192 };                                                        \
        if ((left) >= LEAD + (bytes))                                                \
            for (size_t ahead = LEAD; ahead < LEAD + (bytes); ahead += NPRAND__LINE) \
                NPRAND__FETCH((const char *)(out) + ahead);                          \
    } while (0)

/* Bytes from which on a fill goes past the caches, which would keep little of it; memory then need
 * not be read before it is written. Measured on a Xeon: 0.42 against 1.00 ns per double at 800 MB,
 * 0.50 against 0.86 at 48 MB. With reading the values at once, which then come from memory, both
 * ways are equal at 40 MB; below, sending loses by up to a third. Not a power of two: buffers often
 * have such lengths, and a fill of just this length is sent or not by what is left of its first
 * block. */
enum { NPRAND__SENT = 38 << 20 };

/* A key is N words, with room for NPRAND__PAD more behind it, which a kernel may write. */
struct nprand__kernels {
    const char *name;
    const char *backend; /* what nprand_backend() answers */
    /* Twists, and tempers to block. */
    void (*refill)(uint32_t *key, uint32_t *block);
    /* Twists count times. */
    void (*twist)(uint32_t *key, size_t count);
    /* Twists count times, and writes all tempered words; or the doubles that they make. */
    void (*words)(uint32_t *key, size_t count, uint32_t *out);
    void (*doubles)(uint32_t *key, size_t count, double *out);
    /* n doubles of 2n tempered words. */
    void (*convert)(const uint32_t *words, size_t n, double *out);
    /* The same for one block, and meanwhile the BLOCK_BYTES that are ready, if any, go past the
     * caches to another place; it and they begin at lines. NULL where that gains nothing. */
    void (*words_and_send)(uint32_t *key, void *out, const void *ready, void *to);
    void (*doubles_and_send)(uint32_t *key, void *out, const void *ready, void *to);
    /* To be called before anything else is done with what was sent. */
    void (*end_sending)(void);
    /* Of n tempered words, those that are at most max after the mask, plus low, one after another.
     * How many there are. All of n values may be written. */
    size_t (*select)(const uint32_t *words, size_t n, uint32_t low, uint32_t mask, uint32_t max,
                     uint32_t *out);
    /* The same, as values of 64 bits; */
    size_t (*select_wide)(const uint32_t *words, size_t n, uint64_t low, uint32_t mask,
                          uint32_t max, uint64_t *out);
    /* of n pairs of words, the first one high; */
    size_t (*select_pairs)(const uint32_t *words, size_t n, uint64_t low, uint64_t mask,
                           uint64_t max, uint64_t *out);
    /* and of the halves of n words, the low half first: 2n values. */
    size_t (*select_halves)(const uint32_t *words, size_t n, uint16_t low, uint16_t mask,
                            uint16_t max, uint16_t *out);
    /* low + each of n pairs of words, the first one high. */
    void (*add_pairs)(const uint32_t *words, size_t n, uint64_t low, uint64_t *out);
    /* Of n attempts of the polar method, each of four words that are not tempered yet, those that
     * give a point: how many. */
    size_t (*count_points)(const uint32_t *words, size_t n);
    /* Adds to sum, bit by bit modulo 2, the N words from words[i] on for each bit i of which. */
    void (*add)(uint32_t *sum, const uint32_t *words, uint64_t which);
    /* The square of a polynomial of advance.c. */
    void (*square_mod)(uint64_t *g);
};

/* What a backend's name says of the mathematical functions that go with it. */
#ifdef NPRAND_MATH_SYSTEM
#define NPRAND__MATH ", system math"
#else
#define NPRAND__MATH ""
#endif

/* Portable C; and the same for a CPU that has fused multiply-add. */
NPRAND_HIDDEN extern const struct nprand__kernels nprand__portable, nprand__portable_fma;

/* For backends that have nothing better. */
NPRAND_HIDDEN void nprand__square_mod_portable(uint64_t *g);
NPRAND_HIDDEN size_t nprand__select_portable(const uint32_t *words, size_t n, uint32_t low,
                                             uint32_t mask, uint32_t max, uint32_t *out);
NPRAND_HIDDEN size_t nprand__select_wide_portable(const uint32_t *words, size_t n, uint64_t low,
                                                  uint32_t mask, uint32_t max, uint64_t *out);
NPRAND_HIDDEN size_t nprand__select_pairs_portable(const uint32_t *words, size_t n, uint64_t low,
                                                   uint64_t mask, uint64_t max, uint64_t *out);
NPRAND_HIDDEN size_t nprand__select_halves_portable(const uint32_t *words, size_t n, uint16_t low,
                                                    uint16_t mask, uint16_t max, uint16_t *out);
NPRAND_HIDDEN size_t nprand__count_points_portable(const uint32_t *words, size_t n);

enum { NPRAND__MAX_BACKENDS = 4 };

/* The backends that this CPU can run, the best one first, portable last; how many they are. */
NPRAND_HIDDEN size_t nprand__backends(const struct nprand__kernels *list[NPRAND__MAX_BACKENDS]);

/* The backend of this process, chosen at the first call. */
NPRAND_HIDDEN const struct nprand__kernels *nprand__kernels(void);

#endif
