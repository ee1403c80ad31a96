/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The state of MT19937 from known bits of its words, for recover.c.
 */
#ifndef NPRAND_STATE_KNOWN_BITS_H
#define NPRAND_STATE_KNOWN_BITS_H

#include "../engine/engine.h"

/* Consecutive words of which bits are known: n words with their masks, where masks may be NULL if
 * all bits are known; or those of n/2 values of random_sample, if x is not NULL. */
struct nprand__outputs {
    const uint32_t *words, *masks;
    const double *x;
    size_t n;
};

/* The known bits of word i, and what they are. A double has the upper 27 bits of its first word and
 * the upper 26 bits of its second word. */
static inline uint32_t nprand__known_mask(const struct nprand__outputs *o, size_t i)
{
    if (o->x != NULL)
        return i % 2 == 0 ? UINT32_MAX << 5 : UINT32_MAX << 6;
    return o->masks != NULL ? o->masks[i] : UINT32_MAX;
}

static inline uint32_t nprand__known_bits(const struct nprand__outputs *o, size_t i)
{
    if (o->x == NULL)
        return o->words[i] & nprand__known_mask(o, i);
    uint64_t bits = (uint64_t)(o->x[i / 2] * 0x1p53);
    return i % 2 == 0 ? (uint32_t)(bits >> 26) << 5 : (uint32_t)bits << 6;
}

/* The bytes of work space that nprand__solve() needs for these masks, of n >= 624 words. */
NPRAND_HIDDEN uint64_t nprand__solve_size(const struct nprand__outputs *o);

/* Computes the key of which the n >= 624 words are the tempered words, the first one at position 0.
 * Refused: NPRAND_STATE_UNDETERMINED, NPRAND_NOT_CONSECUTIVE. Known bits that are not needed are
 * not compared. */
NPRAND_HIDDEN nprand_status nprand__solve(const struct nprand__outputs *o, void *memory,
                                          uint32_t *key);

#endif
