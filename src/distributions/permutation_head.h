/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The first elements of a permutation, in memory that does not grow with the permutation.
 */
#ifndef NPRAND_DISTRIBUTIONS_PERMUTATION_HEAD_H
#define NPRAND_DISTRIBUTIONS_PERMUTATION_HEAD_H

#include "../engine/engine.h"

enum {
    NPRAND__HEAD_MOST = 1024,   /* the most elements */
    NPRAND__HEAD_PLAIN = 32768, /* below this index, words are read one by one */
};

/* The largest permutation: each index fits one word. */
#define NPRAND__HEAD_LARGEST (UINT64_C(1) << 32)

/* The first n elements of nprand__permutation() of 0..a-1, n <= NPRAND__HEAD_MOST, n <= a, a <=
 * NPRAND__HEAD_LARGEST, and the state after the permutation. */
NPRAND_HIDDEN void nprand__permutation_head(struct nprand__engine *e, uint64_t a, size_t n,
                                            int64_t *out);

#endif
