/* SPDX-License-Identifier: BSD-3-Clause
 *
 * randrange, randint, choice.
 */
#include "python.h"

#include "../distributions/long.h"
#include "../distributions/method.h"
#include "../backend/libm.h"

static const double LOG_2 = 0x1.62e42fefa39efp-1;

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

/* ---- An integer on 0..last ---- */

/* The bits that Python 2 takes for 2^53 integers or more: one too many where last is a little
 * below a power of two. */
static int python_2_width(uint64_t last)
{
    return (int)(1.00001 + nprand__log((double)last) / LOG_2);
}

struct integers {
    uint64_t last;
    int bits; /* to draw; 0: floor((last + 1) U) */
};

static struct integers integers_to(const struct nprand__engine *e, uint64_t last)
{
    struct integers all = {last, 0};
    if (!nprand__py_is_2(e))
        all.bits = nprand__py_width(last);
    else if (last >= (UINT64_C(1) << 53) - 1)
        all.bits = python_2_width(last);
    return all;
}

static inline uint64_t draw(struct nprand__engine *e, struct integers all)
{
    return all.bits == 0 ? nprand__py_scaled(e, all.last + 1)
                         : nprand__py_below_by(e, all.last, all.bits);
}

/* ---- Methods ---- */

NPRAND__DEFINE_INTEGER(py_randrange, (nprand_rng * rng, int64_t start, int64_t stop, int64_t step),
                       check_range(step > 0 ? start >= stop : start <= stop, step),
                       const struct integers all = integers_to(e, steps((uint64_t)start,
                                                                        (uint64_t)stop, step)),
                       nprand__to_int64((uint64_t)start + (uint64_t)step * draw(e, all)))

NPRAND__DEFINE_METHOD(py_randrange_uint64, uint64_t, (uint64_t)NPRAND_INVALID,
                      (nprand_rng * rng, uint64_t start, uint64_t stop, int64_t step),
                      check_range(step > 0 ? start >= stop : start <= stop, step),
                      const struct integers all = integers_to(e, steps(start, stop, step)),
                      start + (uint64_t)step * draw(e, all))

NPRAND__DEFINE_INTEGER(py_randint, (nprand_rng * rng, int64_t a, int64_t b), check_range(a > b, 1),
                       const struct integers all = integers_to(e, (uint64_t)b - (uint64_t)a),
                       nprand__to_int64((uint64_t)a + draw(e, all)))

NPRAND__DEFINE_METHOD(py_randint_uint64, uint64_t, (uint64_t)NPRAND_INVALID,
                      (nprand_rng * rng, uint64_t a, uint64_t b), check_range(a > b, 1),
                      const struct integers all = integers_to(e, b - a), a + draw(e, all))

NPRAND__DEFINE_INTEGER(py_choice, (nprand_rng * rng, int64_t population),
                       population > 0 ? NPRAND_OK : NPRAND_PY_EMPTY_SEQUENCE, (void)0,
                       (int64_t)nprand__py_index(e, (uint64_t)population - 1))
