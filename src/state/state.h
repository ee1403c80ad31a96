/* SPDX-License-Identifier: BSD-3-Clause
 *
 * A check of states, for state.c and set_state_json.c.
 */
#ifndef NPRAND_STATE_STATE_H
#define NPRAND_STATE_STATE_H

#include "../engine/engine.h"

/* Whether the state of this key is zero. MT19937 would then give zeros for ever. */
NPRAND_HIDDEN bool nprand__is_zero_key(const uint32_t *key);

#endif
