/* SPDX-License-Identifier: BSD-3-Clause
 *
 * shuffle: puts the elements of an array, or of a view of one, into random order, in place.
 *
 * Source: R. A. Fisher and F. Yates, Statistical Tables (1938), in the form of R. Durstenfeld,
 * Algorithm 235, CACM 7 (1964), 420.
 */
#include "shuffle.h"

#include "interval.h"

enum { SHUFFLE_PIECE = 128 }; /* steps at a time */

/* The indices j of the steps from *i down, one for each step: up to SHUFFLE_PIECE steps, as far as
 * the block has words for them. A value that is too large is overwritten by the next one, which
 * takes less time than a branch. Returns the number of steps. */
static size_t shuffle_indices(struct nprand__engine *e, uint64_t *i, size_t *j)
{
    if (*i > UINT32_MAX) {
        j[0] = (size_t)nprand__masked_uint64(e, *i, nprand__mask(*i));
        --*i;
        return 1;
    }
    size_t left, count = 0;
    const uint32_t *words = nprand__take_words(e, SHUFFLE_PIECE, &left);
    uint32_t last = (uint32_t)*i;
    while (left > 0 && last > 0) {
        const uint32_t mask = (uint32_t)nprand__mask(last);
        for (; left > 0 && last > mask >> 1; left--) {
            const uint32_t value = *words++ & mask;
            j[count] = value;
            count += value <= last;
            last -= value <= last;
        }
    }
    e->pos -= (uint32_t)left;
    *i = last;
    return count;
}

/* From the last element on, exchanges each element with one that is drawn of 0..i. */
NPRAND__INLINE void shuffle_elements(struct nprand__engine *e, unsigned char *base, size_t count,
                                     size_t size, ptrdiff_t stride)
{
    size_t j[SHUFFLE_PIECE];
    uint64_t i = count - 1;
    while (i > 0) {
        unsigned char *element = base + (ptrdiff_t)i * stride;
        const size_t steps = shuffle_indices(e, &i, j);
        for (size_t k = 0; k < steps; k++)
            NPRAND__PREFETCH(base + (ptrdiff_t)j[k] * stride);
        for (size_t k = 0; k < steps; k++, element -= stride)
            nprand__swap(element, base + (ptrdiff_t)j[k] * stride, size);
    }
}

/* The same loop for the sizes that nearly all arrays have: the compiler knows size, and the stride
 * of an array that is no view. */
static void shuffle_strided(struct nprand__engine *e, void *base, size_t count, size_t size,
                            ptrdiff_t stride)
{
    unsigned char none = 0, *elements = (unsigned char *)base;
    if (count <= 1)
        return;
    if (size == sizeof(uint64_t) && stride == (ptrdiff_t)sizeof(uint64_t))
        shuffle_elements(e, elements, count, sizeof(uint64_t), sizeof(uint64_t));
    else if (size == sizeof(uint32_t) && stride == (ptrdiff_t)sizeof(uint32_t))
        shuffle_elements(e, elements, count, sizeof(uint32_t), sizeof(uint32_t));
    else if (size == sizeof(uint64_t))
        shuffle_elements(e, elements, count, sizeof(uint64_t), stride);
    else if (size > 0)
        shuffle_elements(e, elements, count, size, stride);
    else
        shuffle_elements(e, &none, count, 0, 0);
}

void nprand__shuffle(struct nprand__engine *e, void *base, size_t count, size_t size)
{
    shuffle_strided(e, base, count, size, (ptrdiff_t)size);
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

/* Elements of a view must lie apart: NumPy's result for elements that overlap depends on the way in
 * which a release copies them. */
static nprand_status check_strided(const void *base, size_t count, size_t size, ptrdiff_t stride)
{
    if (size == 0 || count <= 1)
        return nprand__check_elements(base, count, size);
    const size_t distance = stride < 0 ? (size_t)0 - (size_t)stride : (size_t)stride;
    if (distance < size)
        return NPRAND_ELEMENTS_OVERLAP;
    return nprand__check_elements(base, count, distance);
}

nprand_status nprand_shuffle_strided(nprand_rng *rng, void *base, size_t count, size_t size,
                                     ptrdiff_t stride)
{
    nprand_status status = nprand__check_rng(rng);
    if (status != NPRAND_OK || shuffle_ignores(rng, size))
        return status;
    status = check_strided(base, count, size, stride);
    if (status == NPRAND_OK)
        shuffle_strided(nprand__engine_of(rng), base, count, size, stride);
    return status;
}
