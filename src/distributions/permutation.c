/* SPDX-License-Identifier: BSD-3-Clause
 *
 * permutation: a shuffled array of 0..n-1, or a shuffled copy of an array.
 */
#include "shuffle.h"

void nprand__permutation(struct nprand__engine *e, size_t n, int64_t *out)
{
    for (size_t i = 0; i < n; i++)
        out[i] = (int64_t)i;
    nprand__shuffle(e, out, n, sizeof *out);
}

nprand_status nprand_permutation(nprand_rng *rng, size_t n, int64_t *out)
{
    nprand_status status = nprand__check_fill(rng, NPRAND_OK, n, sizeof *out, out);
    if (status == NPRAND_OK)
        nprand__permutation(nprand__engine_of(rng), n, out);
    return status;
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
    if (count > 0 && size > 0)
        memcpy(out, base, count * size);
    nprand__shuffle(nprand__engine_of(rng), out, count, size);
    return NPRAND_OK;
}
