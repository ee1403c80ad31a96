/* SPDX-License-Identifier: BSD-3-Clause
 *
 * randrange, randint, choice.
 */
#include "python.h"

#include "../distributions/long.h"
#include "../distributions/method.h"

/* Differences and products of integers are taken modulo 2^64, so that none overflows: each result
 * lies in the range of the type. */

static nprand_status check_range(bool is_empty, int64_t step)
{
    if (step == 0)
        return NPRAND_PY_ZERO_STEP;
    return is_empty ? NPRAND_PY_EMPTY_RANGE : NPRAND_OK;
}

/* The number of integers in range(start, stop, step), without the first. */
static uint64_t steps(uint64_t start, uint64_t stop, int64_t step)
{
    return step > 0 ? (stop - start - 1) / (uint64_t)step
                    : (start - stop - 1) / (0 - (uint64_t)step);
}

NPRAND__DEFINE_INTEGER(py_randrange, (nprand_rng * rng, int64_t start, int64_t stop, int64_t step),
                       check_range(step > 0 ? start >= stop : start <= stop, step),
                       uint64_t last = steps((uint64_t)start, (uint64_t)stop, step),
                       nprand__to_int64((uint64_t)start +
                                        (uint64_t)step * nprand__py_below(e, last)))

NPRAND__DEFINE_METHOD(py_randrange_uint64, uint64_t, (uint64_t)NPRAND_INVALID,
                      (nprand_rng * rng, uint64_t start, uint64_t stop, int64_t step),
                      check_range(step > 0 ? start >= stop : start <= stop, step),
                      uint64_t last = steps(start, stop, step),
                      start + (uint64_t)step * nprand__py_below(e, last))

NPRAND__DEFINE_INTEGER(py_randint, (nprand_rng * rng, int64_t a, int64_t b), check_range(a > b, 1),
                       uint64_t last = (uint64_t)b - (uint64_t)a,
                       nprand__to_int64((uint64_t)a + nprand__py_below(e, last)))

NPRAND__DEFINE_METHOD(py_randint_uint64, uint64_t, (uint64_t)NPRAND_INVALID,
                      (nprand_rng * rng, uint64_t a, uint64_t b), check_range(a > b, 1), (void)0,
                      a + nprand__py_below(e, b - a))

NPRAND__DEFINE_INTEGER(py_choice, (nprand_rng * rng, int64_t population),
                       population > 0 ? NPRAND_OK : NPRAND_PY_EMPTY_SEQUENCE, (void)0,
                       (int64_t)nprand__py_below(e, (uint64_t)population - 1))
