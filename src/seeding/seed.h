/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Array seeds, for seed.c and for the seeds of CPython.
 */
#ifndef NPRAND_SEEDING_SEED_H
#define NPRAND_SEEDING_SEED_H

#include "../engine/engine.h"

/* Word j of an array seed. The seed need not be an array in memory. */
typedef uint32_t nprand__seed_word(const void *seed, size_t j);

/* Seeds as nprand_seed_array() does, with len >= 1 words. */
NPRAND_HIDDEN void nprand__seed_by_words(nprand_rng *rng, nprand__seed_word *word, const void *seed,
                                         size_t len);

#endif
