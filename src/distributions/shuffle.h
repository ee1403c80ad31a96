/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Shuffles of arrays, for shuffle.c and for the methods that draw without replacement.
 */
#ifndef NPRAND_DISTRIBUTIONS_SHUFFLE_H
#define NPRAND_DISTRIBUTIONS_SHUFFLE_H

#include "../engine/engine.h"

#include <string.h>

/* Exchanges two pieces of an element, which may be the same one. */
NPRAND__INLINE void nprand__swap_piece(unsigned char *a, unsigned char *b, size_t size)
{
    unsigned char of_a[16], of_b[16];
    memcpy(of_a, a, size);
    memcpy(of_b, b, size);
    memcpy(a, of_b, size);
    memcpy(b, of_a, size);
}

/* Exchanges two elements, which may be the same one, in pieces of 16 bytes and fewer. Inline in
 * each loop: for a size that the compiler knows, no loop is left of it. */
NPRAND__INLINE void nprand__swap(unsigned char *a, unsigned char *b, size_t size)
{
    for (; size >= 16; a += 16, b += 16, size -= 16)
        nprand__swap_piece(a, b, 16);
    for (; size >= 8; a += 8, b += 8, size -= 8)
        nprand__swap_piece(a, b, 8);
    for (; size >= 4; a += 4, b += 4, size -= 4)
        nprand__swap_piece(a, b, 4);
    for (; size > 0; a++, b++, size--)
        nprand__swap_piece(a, b, 1);
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
