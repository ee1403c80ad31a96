/* SPDX-License-Identifier: BSD-3-Clause
 *
 * shuffle: puts the elements of an array into random order, in place.
 *
 * Source: R. A. Fisher and F. Yates, Statistical Tables (1938), in the form of R. Durstenfeld,
 * Algorithm 235, CACM 7 (1964), 420.
 */
#include "shuffle.h"

#include "interval.h"

/* From the last element on, exchanges each element with one that is drawn of 0..i. */
NPRAND__INLINE void shuffle_elements(struct nprand__engine *e, unsigned char *base, size_t count,
                                     size_t size)
{
    uint64_t mask = nprand__mask(count);
    for (size_t i = count - 1; i > 0; i--) {
        while (mask >> 1 >= i)
            mask >>= 1;
        size_t j = (size_t)nprand__interval(e, i, mask);
        if (i != j)
            nprand__swap(base + i * size, base + j * size, size);
    }
}

/* The same loop three times: for the sizes that nearly all arrays have, the compiler knows size. */
void nprand__shuffle(struct nprand__engine *e, void *base, size_t count, size_t size)
{
    unsigned char none = 0;
    if (count <= 1)
        return;
    if (size == sizeof(uint64_t))
        shuffle_elements(e, (unsigned char *)base, count, sizeof(uint64_t));
    else if (size == sizeof(uint32_t))
        shuffle_elements(e, (unsigned char *)base, count, sizeof(uint32_t));
    else
        shuffle_elements(e, size > 0 ? (unsigned char *)base : &none, count, size);
}

/* Whether elements of this size are left alone. Since 1.20, shuffle draws nothing for rows without
 * elements. permutation still does. NumPy does this; do not repair. */
static bool shuffle_ignores(const nprand_rng *rng, size_t size)
{
    return size == 0 && nprand__const_engine_of(rng)->release >= NPRAND__RELEASE(1, 20, 0);
}

nprand_status nprand_shuffle(nprand_rng *rng, void *base, size_t count, size_t size)
{
    nprand_status status = nprand__check_rng(rng);
    if (status != NPRAND_OK || shuffle_ignores(rng, size))
        return status;
    status = nprand__check_elements(base, count, size);
    if (status == NPRAND_OK)
        nprand__shuffle(nprand__engine_of(rng), base, count, size);
    return status;
}
