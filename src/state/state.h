/* SPDX-License-Identifier: BSD-3-Clause */
#ifndef NPRAND_STATE_STATE_H
#define NPRAND_STATE_STATE_H

#include "../engine/engine.h"

/* Whether MT19937 gives nothing but zeros from this key on. */
NPRAND_HIDDEN bool nprand__is_zero_key(const uint32_t *key);

#endif
