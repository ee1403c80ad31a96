/* SPDX-License-Identifier: BSD-3-Clause */
#ifndef NPRAND_DISTRIBUTIONS_SHUFFLE_H
#define NPRAND_DISTRIBUTIONS_SHUFFLE_H

#include "../engine/engine.h"

/* Puts 0..n-1 into random order. */
NPRAND_HIDDEN void nprand__permutation(struct nprand__engine *e, size_t n, int64_t *out);

#endif
