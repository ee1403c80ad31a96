/* SPDX-License-Identifier: BSD-3-Clause
 *
 * shuffle, permutation.
 *
 * Source: R. A. Fisher and F. Yates, Statistical Tables (1938), in the form of R. Durstenfeld,
 * Algorithm 235, CACM 7 (1964), 420.
 */
#include "shuffle.h"

#include "interval.h"

static inline void shuffle_elements(struct nprand__engine *e, unsigned char *base, size_t count,
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

static void shuffle(struct nprand__engine *e, unsigned char *base, size_t count, size_t size)
{
    if (count <= 1)
        return;
    /* The same loop, in which the compiler knows the sizes that nearly all arrays have. */
    if (size == sizeof(uint64_t))
        shuffle_elements(e, base, count, sizeof(uint64_t));
    else if (size == sizeof(uint32_t))
        shuffle_elements(e, base, count, sizeof(uint32_t));
    else
        shuffle_elements(e, base, count, size);
}

/* The draws of a shuffle of count elements. */
static void shuffle_nothing(struct nprand__engine *e, size_t count)
{
    unsigned char none = 0;
    shuffle(e, &none, count, 0);
}

/* Rows without elements: since 1.20 NumPy draws nothing for them in shuffle, but still does in
 * permutation. NumPy does this; do not repair. */
static bool draws_nothing(const nprand_rng *rng, size_t size)
{
    return size == 0 && nprand__const_engine_of(rng)->release >= NPRAND__RELEASE(1, 20, 0);
}

nprand_status nprand_shuffle(nprand_rng *rng, void *base, size_t count, size_t size)
{
    nprand_status status = nprand__check_rng(rng);
    if (status != NPRAND_OK || draws_nothing(rng, size))
        return status;
    status = nprand__check_elements(base, count, size);
    if (status != NPRAND_OK)
        return status;
    if (size > 0)
        shuffle(nprand__engine_of(rng), base, count, size);
    else
        shuffle_nothing(nprand__engine_of(rng), count);
    return NPRAND_OK;
}

void nprand__permutation(struct nprand__engine *e, size_t n, int64_t *out)
{
    for (size_t i = 0; i < n; i++)
        out[i] = (int64_t)i;
    shuffle(e, (unsigned char *)out, n, sizeof *out);
}

nprand_status nprand_permutation(nprand_rng *rng, size_t n, int64_t *out)
{
    nprand_status status = nprand__check_fill(rng, NPRAND_OK, n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    nprand__permutation(nprand__engine_of(rng), n, out);
    return NPRAND_OK;
}

nprand_status nprand_permutation_array(nprand_rng *rng, const void *base, size_t count, size_t size,
                                       void *out)
{
    nprand_status status = nprand__check_rng(rng);
    if (status == NPRAND_OK)
        status = nprand__check_elements(base, count, size);
    if (status == NPRAND_OK)
        status = nprand__check_elements(out, count, size);
    if (status != NPRAND_OK)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    if (count == 0 || size == 0) {
        shuffle_nothing(e, count);
        return NPRAND_OK;
    }
    memcpy(out, base, count * size);
    shuffle(e, out, count, size);
    return NPRAND_OK;
}
