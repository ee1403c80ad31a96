/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Entropy of the operating system.
 */
#ifndef NPRAND_SEEDING_OS_ENTROPY_H
#define NPRAND_SEEDING_OS_ENTROPY_H

#include "../engine/engine.h"

/* Fills n bytes with entropy. Returns false if the operating system gives none. */
NPRAND_HIDDEN bool nprand__os_entropy(void *out, size_t n);

#endif
