/* SPDX-License-Identifier: BSD-3-Clause
 *
 * tomaxint: integers on 0..LONG_MAX, as many bits as C's long has without its sign.
 */
#include "../engine/engine.h"

static inline int64_t draw_tomaxint(struct nprand__engine *e)
{
    return e->long_bits == 32 ? nprand__next_word(e) >> 1 : (int64_t)(nprand__next_uint64(e) >> 1);
}

int64_t nprand_tomaxint(nprand_rng *rng)
{
    if (!nprand__accept(rng, NPRAND_OK))
        return NPRAND_INVALID;
    return draw_tomaxint(nprand__engine_of(rng));
}

nprand_status nprand_tomaxint_fill(nprand_rng *rng, size_t n, int64_t *out)
{
    nprand_status status = nprand__check_fill(rng, NPRAND_OK, n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    for (size_t i = 0; i < n; i++)
        out[i] = draw_tomaxint(e);
    return NPRAND_OK;
}
