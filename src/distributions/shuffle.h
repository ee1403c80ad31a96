/* SPDX-License-Identifier: BSD-3-Clause */
#ifndef NPRAND_DISTRIBUTIONS_SHUFFLE_H
#define NPRAND_DISTRIBUTIONS_SHUFFLE_H

#include "../engine/engine.h"

#include <string.h>

/* Exchanges two elements piece by piece, so that no element is too large for the stack. */
static inline void nprand__swap(unsigned char *a, unsigned char *b, size_t size)
{
    unsigned char piece[256];
    while (size > 0) {
        size_t count = size < sizeof piece ? size : sizeof piece;
        memcpy(piece, a, count);
        memcpy(a, b, count);
        memcpy(b, piece, count);
        a += count;
        b += count;
        size -= count;
    }
}

/* Whether base can hold count elements of size bytes, to be shuffled. Those without bytes are no
 * limit to count, but each takes a draw. */
static inline nprand_status nprand__check_elements(const void *base, size_t count, size_t size)
{
    if (size > 0)
        return nprand__check_out(count, size, base);
    return (double)count <= NPRAND__MOST_ATTEMPTS ? NPRAND_OK : NPRAND_TOO_LARGE;
}

/* Puts 0..n-1 into random order. */
NPRAND_HIDDEN void nprand__permutation(struct nprand__engine *e, size_t n, int64_t *out);

#endif
