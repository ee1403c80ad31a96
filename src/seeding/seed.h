/* SPDX-License-Identifier: BSD-3-Clause */
#ifndef NPRAND_SEEDING_SEED_H
#define NPRAND_SEEDING_SEED_H

#include "../engine/engine.h"

/* Word j of an array seed, which need not lie in memory as an array. */
typedef uint32_t nprand__seed_word(const void *seed, size_t j);

/* Seeds as nprand_seed_array() does, by len words, at least one. */
NPRAND_HIDDEN void nprand__seed_by_words(nprand_rng *rng, nprand__seed_word *word, const void *seed,
                                         size_t len);

#endif
