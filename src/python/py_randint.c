/* SPDX-License-Identifier: BSD-3-Clause
 *
 * randint: an integer on a..b, both ends included. randint_uint64: the same with unsigned bounds.
 *
 * The difference b - a and the sum a + index are computed modulo 2^64. No operation overflows, and
 * each result is the right one, since it lies in the range of its type.
 */
#include "integers.h"

#include "../distributions/long.h"

static nprand_status check_py_randint(bool is_empty)
{
    return is_empty ? NPRAND_PY_EMPTY_RANGE : NPRAND_OK;
}

int64_t nprand_py_randint(nprand_rng *rng, int64_t a, int64_t b)
{
    if (!nprand__accept(rng, check_py_randint(a > b)))
        return NPRAND_INVALID;
    struct nprand__engine *e = nprand__engine_of(rng);
    const uint64_t last = (uint64_t)b - (uint64_t)a;
    const uint64_t index = nprand__py_draw_integer(e, nprand__py_integers(e, last));
    return nprand__to_int64((uint64_t)a + index);
}

nprand_status nprand_py_randint_fill(nprand_rng *rng, int64_t a, int64_t b, size_t n, int64_t *out)
{
    nprand_status status = nprand__check_fill(rng, check_py_randint(a > b), n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    const struct nprand__py_integers all = nprand__py_integers(e, (uint64_t)b - (uint64_t)a);
    for (size_t i = 0; i < n; i++)
        out[i] = nprand__to_int64((uint64_t)a + nprand__py_draw_integer(e, all));
    return NPRAND_OK;
}

uint64_t nprand_py_randint_uint64(nprand_rng *rng, uint64_t a, uint64_t b)
{
    if (!nprand__accept(rng, check_py_randint(a > b)))
        return (uint64_t)NPRAND_INVALID;
    struct nprand__engine *e = nprand__engine_of(rng);
    return a + nprand__py_draw_integer(e, nprand__py_integers(e, b - a));
}

nprand_status nprand_py_randint_uint64_fill(nprand_rng *rng, uint64_t a, uint64_t b, size_t n,
                                            uint64_t *out)
{
    nprand_status status = nprand__check_fill(rng, check_py_randint(a > b), n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    const struct nprand__py_integers all = nprand__py_integers(e, b - a);
    for (size_t i = 0; i < n; i++)
        out[i] = a + nprand__py_draw_integer(e, all);
    return NPRAND_OK;
}
