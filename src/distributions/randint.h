/* SPDX-License-Identifier: BSD-3-Clause */
#ifndef NPRAND_DISTRIBUTIONS_RANDINT_H
#define NPRAND_DISTRIBUTIONS_RANDINT_H

#include "../engine/engine.h"

/* n integers on low..low + max, modulo 2^64. */
NPRAND_HIDDEN void nprand__fill_uint64(struct nprand__engine *e, uint64_t low, uint64_t max,
                                       size_t n, uint64_t *out);

#endif
