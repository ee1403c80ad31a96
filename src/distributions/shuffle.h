/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Shuffles of arrays, for shuffle.c and for the methods that draw without replacement.
 */
#ifndef NPRAND_DISTRIBUTIONS_SHUFFLE_H
#define NPRAND_DISTRIBUTIONS_SHUFFLE_H

#include "../engine/engine.h"

#include <string.h>

/* Exchanges two elements, 256 bytes at a time: an element may be larger than the stack. Inline in
 * each loop: for a size that the compiler knows, no loop is left of it. */
NPRAND__INLINE void nprand__swap(unsigned char *a, unsigned char *b, size_t size)
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

/* Elements without bytes need no memory, which would limit their number, but each of them takes a
 * draw. So many take about a fifth of a second. */
#define NPRAND__MOST_EMPTY_ELEMENTS ((size_t)1 << 25)

/* Whether base can hold count elements of size bytes, which are to be shuffled. */
static inline nprand_status nprand__check_elements(const void *base, size_t count, size_t size)
{
    if (size > 0)
        return nprand__check_out(count, size, base);
    return count <= NPRAND__MOST_EMPTY_ELEMENTS ? NPRAND_OK : NPRAND_TOO_LARGE;
}

/* Puts count elements of size bytes into random order. With size 0, only takes the draws; base may
 * then be NULL. */
NPRAND_HIDDEN void nprand__shuffle(struct nprand__engine *e, void *base, size_t count, size_t size);

/* 0..n-1 in random order. */
NPRAND_HIDDEN void nprand__permutation(struct nprand__engine *e, size_t n, int64_t *out);

#endif
