/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The first words of many seeds at once, in vectors over the seeds.
 */
#ifndef CLI_EXPLAIN_MANY_H
#define CLI_EXPLAIN_MANY_H

#include "explain_conventions.h"

/* The words are those of one twist: each word up to 226 is made of words that were seeded. */
enum { SEEDS_AT_ONCE = 64, WORDS_AT_ONCE = 224, KEY_WORDS = 624 };

/* Each row holds one word of each seed. */
struct many {
    uint32_t words[WORDS_AT_ONCE][SEEDS_AT_ONCE];
    /* The parts of the keys that the first words are made of: key[0] and on, key[397] and on. */
    uint32_t low[WORDS_AT_ONCE + 1][SEEDS_AT_ONCE];
    uint32_t high[WORDS_AT_ONCE][SEEDS_AT_ONCE];
    uint32_t last[SEEDS_AT_ONCE]; /* key[623] */
    uint32_t key[KEY_WORDS][SEEDS_AT_ONCE];
    /* Of mt19937_64: key[0] and on, key[156] and on. */
    uint64_t low_64[WORDS_AT_ONCE / 2 + 1][SEEDS_AT_ONCE];
    uint64_t high_64[WORDS_AT_ONCE / 2][SEEDS_AT_ONCE];
    uint32_t constants[KEY_WORDS]; /* of the hashes of SeedSequence.generate_state() */
    uint32_t base[KEY_WORDS];      /* what init_by_array() starts from */
};

struct many *make_many(void);

/* Makes the first count words of the seeds first to first + 63; count is at most WORDS_AT_ONCE. */
void words_of_many(struct many *m, enum seeding seeding, uint32_t first, size_t count);

/* Whether one of these words, shifted up, is from low to low + width. */
bool any_between(const uint32_t *row, unsigned shift, uint32_t low, uint32_t width);

#endif
