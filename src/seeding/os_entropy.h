/* SPDX-License-Identifier: BSD-3-Clause */
#ifndef NPRAND_SEEDING_OS_ENTROPY_H
#define NPRAND_SEEDING_OS_ENTROPY_H

#include "../engine/engine.h"

/* Fills n bytes with entropy from the operating system; false if it gives none. */
NPRAND_HIDDEN bool nprand__os_entropy(void *out, size_t n);

#endif
