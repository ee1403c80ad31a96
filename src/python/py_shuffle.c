/* SPDX-License-Identifier: BSD-3-Clause
 *
 * shuffle: the algorithm of Fisher and Yates (distributions/shuffle.c) from the last element to the
 * first, with CPython's integers.
 */
#include "python.h"

#include "../distributions/shuffle.h"

nprand_status nprand_py_shuffle(nprand_rng *rng, void *base, size_t count, size_t size)
{
    nprand_status status = nprand__check_rng(rng);
    if (status == NPRAND_OK)
        status = nprand__check_elements(base, count, size);
    if (status != NPRAND_OK || count == 0)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    unsigned char *elements = (unsigned char *)base;
    for (size_t i = count - 1; i > 0; i--) {
        size_t j = (size_t)nprand__py_index(e, i);
        if (i != j && size > 0)
            nprand__swap(elements + i * size, elements + j * size, size);
    }
    return NPRAND_OK;
}
