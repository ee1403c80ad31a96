/* SPDX-License-Identifier: BSD-3-Clause
 *
 * randrange: one of the integers of range(start, stop, step). randrange_uint64: the same with
 * unsigned bounds.
 *
 * Differences, products and sums are computed modulo 2^64. No operation overflows, and each result
 * is the right one, since it lies in the range of its type.
 */
#include "integers.h"

#include "../distributions/long.h"

static nprand_status check_randrange(bool is_empty, int64_t step)
{
    if (step == 0)
        return NPRAND_PY_ZERO_STEP;
    return is_empty ? NPRAND_PY_EMPTY_RANGE : NPRAND_OK;
}

/* The index of the last integer of range(start, stop, step). */
static uint64_t randrange_last(uint64_t start, uint64_t stop, int64_t step)
{
    return step > 0 ? (stop - start - 1) / (uint64_t)step
                    : (start - stop - 1) / (0 - (uint64_t)step);
}

int64_t nprand_py_randrange(nprand_rng *rng, int64_t start, int64_t stop, int64_t step)
{
    const bool is_empty = step > 0 ? start >= stop : start <= stop;
    if (!nprand__accept(rng, check_randrange(is_empty, step)))
        return NPRAND_INVALID;
    struct nprand__engine *e = nprand__engine_of(rng);
    const uint64_t last = randrange_last((uint64_t)start, (uint64_t)stop, step);
    const uint64_t index = nprand__py_draw_integer(e, nprand__py_integers(e, last));
    return nprand__to_int64((uint64_t)start + (uint64_t)step * index);
}

nprand_status nprand_py_randrange_fill(nprand_rng *rng, int64_t start, int64_t stop, int64_t step,
                                       size_t n, int64_t *out)
{
    const bool is_empty = step > 0 ? start >= stop : start <= stop;
    nprand_status status =
        nprand__check_fill(rng, check_randrange(is_empty, step), n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    const struct nprand__py_integers all =
        nprand__py_integers(e, randrange_last((uint64_t)start, (uint64_t)stop, step));
    for (size_t i = 0; i < n; i++) {
        const uint64_t index = nprand__py_draw_integer(e, all);
        out[i] = nprand__to_int64((uint64_t)start + (uint64_t)step * index);
    }
    return NPRAND_OK;
}

uint64_t nprand_py_randrange_uint64(nprand_rng *rng, uint64_t start, uint64_t stop, int64_t step)
{
    const bool is_empty = step > 0 ? start >= stop : start <= stop;
    if (!nprand__accept(rng, check_randrange(is_empty, step)))
        return (uint64_t)NPRAND_INVALID;
    struct nprand__engine *e = nprand__engine_of(rng);
    const uint64_t last = randrange_last(start, stop, step);
    return start + (uint64_t)step * nprand__py_draw_integer(e, nprand__py_integers(e, last));
}

nprand_status nprand_py_randrange_uint64_fill(nprand_rng *rng, uint64_t start, uint64_t stop,
                                              int64_t step, size_t n, uint64_t *out)
{
    const bool is_empty = step > 0 ? start >= stop : start <= stop;
    nprand_status status =
        nprand__check_fill(rng, check_randrange(is_empty, step), n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    const struct nprand__py_integers all =
        nprand__py_integers(e, randrange_last(start, stop, step));
    for (size_t i = 0; i < n; i++)
        out[i] = start + (uint64_t)step * nprand__py_draw_integer(e, all);
    return NPRAND_OK;
}
