/* SPDX-License-Identifier: BSD-3-Clause
 *
 * What the files of states share.
 */
#ifndef NPRAND_STATE_STATE_H
#define NPRAND_STATE_STATE_H

#include "../engine/engine.h"

/* Whether the state of this key is zero. MT19937 would then give zeros for ever. */
NPRAND_HIDDEN bool nprand__is_zero_key(const uint32_t *key);

/* The 624 words before the next one, the oldest first. They are the key at position 624: MT19937 is
 * in the same state after them. */
NPRAND_HIDDEN void nprand__words_before(const nprand_state *state, uint32_t words[NPRAND__N]);

/* Writes an integer in decimal digits. Returns the place behind them. */
NPRAND_HIDDEN char *nprand__put_integer(int64_t value, char *at);

/* Writes a state as text, at most NPRAND_STATE_JSON_SIZE - 1 bytes; and what a function of the
 * public header does that gives such a text. */
typedef char *nprand__put_state(const nprand_state *state, char *at);
NPRAND_HIDDEN nprand_status nprand__write_state(const nprand_rng *rng, nprand__put_state *put_state,
                                                size_t size, char *out, size_t *length);

#endif
