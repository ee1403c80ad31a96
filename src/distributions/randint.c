/* SPDX-License-Identifier: BSD-3-Clause
 *
 * randint in NumPy's nine dtypes: integers on low..high - 1, by masked rejection (interval.h).
 */
#include "randint.h"

/* high - 1. high = INT64_MIN has no predecessor, but is refused for every low. */
static int64_t randint_last(int64_t high)
{
    return high > INT64_MIN ? high - 1 : high;
}

static nprand_status check_randint_order(int64_t low, int64_t high)
{
    return nprand__check_order(low < high, low == 0);
}

/* ---- The default dtype, C's long ---- */

static nprand_status check_randint_long(const nprand_rng *rng, int64_t low, int64_t high)
{
    nprand_status order = check_randint_order(low, high);
    return nprand__check_long_bounds(rng, low, randint_last(high), order);
}

int64_t nprand_randint(nprand_rng *rng, int64_t low, int64_t high)
{
    return nprand__draw_int64(rng, check_randint_long(rng, low, high), low, randint_last(high));
}

nprand_status nprand_randint_fill(nprand_rng *rng, int64_t low, int64_t high, size_t n,
                                  int64_t *out)
{
    nprand_status bounds = check_randint_long(rng, low, high);
    return nprand__fill_int64(rng, bounds, low, randint_last(high), n, out);
}

/* ---- bool, 8, 16 and 32 bits ---- */

/* randint has dtypes since 1.11. */
static nprand_status check_randint(const nprand_rng *rng, const struct nprand__int_dtype *dtype,
                                   int64_t low, int64_t high)
{
    nprand_status status = nprand__since(rng, NPRAND__RELEASE(1, 11, 0));
    if (status != NPRAND_OK)
        return status;
    if (low < dtype->first)
        return dtype->low_outside;
    if (high > dtype->last + 1)
        return dtype->high_outside;
    return check_randint_order(low, high);
}

/* The largest value less low. For n = 0, the bounds may be anything: modulo 2^64. */
static uint64_t randint_max(int64_t low, int64_t high)
{
    return (uint64_t)high - 1 - (uint64_t)low;
}

/* A value of 32 bits, of one word per attempt. Also a single bool: it is the lowest bit of a
 * word. */
static int64_t draw_randint_by_words(nprand_rng *rng, int64_t low, int64_t high)
{
    const uint32_t max = (uint32_t)randint_max(low, high);
    return low + nprand__scalar_word(rng, max);
}

/* A value of 8 bits, or of 16 bits, of one piece of a word per attempt. */
static int64_t draw_randint_by_bytes(nprand_rng *rng, int64_t low, int64_t high)
{
    return low + nprand__draw_byte(nprand__engine_of(rng), (uint32_t)randint_max(low, high));
}

static int64_t draw_randint_by_halves(nprand_rng *rng, int64_t low, int64_t high)
{
    return low + nprand__draw_half(nprand__engine_of(rng), (uint32_t)randint_max(low, high));
}

/* The unsigned type of the same width does the arithmetic. C allows out to be written as that type,
 * which has the same bytes. */

static const struct nprand__int_dtype RANDINT_BOOL = {0, 1, NPRAND_LOW_OUTSIDE_BOOL,
                                                      NPRAND_HIGH_OUTSIDE_BOOL};

int64_t nprand_randint_bool(nprand_rng *rng, int64_t low, int64_t high)
{
    if (!nprand__accept(rng, check_randint(rng, &RANDINT_BOOL, low, high)))
        return NPRAND_INVALID;
    return draw_randint_by_words(rng, low, high);
}

nprand_status nprand_randint_bool_fill(nprand_rng *rng, int64_t low, int64_t high, size_t n,
                                       bool *out)
{
    nprand_status bounds = check_randint(rng, &RANDINT_BOOL, low, high);
    nprand_status status = nprand__check_bounded_fill(rng, bounds, n, sizeof *out, out);
    if (status == NPRAND_OK)
        nprand__fill_bool(nprand__engine_of(rng), (bool)low, (bool)randint_max(low, high), n, out);
    return status;
}

static const struct nprand__int_dtype RANDINT_INT8 = {INT8_MIN, INT8_MAX, NPRAND_LOW_OUTSIDE_INT8,
                                                      NPRAND_HIGH_OUTSIDE_INT8};

int64_t nprand_randint_int8(nprand_rng *rng, int64_t low, int64_t high)
{
    if (!nprand__accept(rng, check_randint(rng, &RANDINT_INT8, low, high)))
        return NPRAND_INVALID;
    return draw_randint_by_bytes(rng, low, high);
}

nprand_status nprand_randint_int8_fill(nprand_rng *rng, int64_t low, int64_t high, size_t n,
                                       int8_t *out)
{
    nprand_status bounds = check_randint(rng, &RANDINT_INT8, low, high);
    nprand_status status = nprand__check_bounded_fill(rng, bounds, n, sizeof *out, out);
    if (status == NPRAND_OK)
        nprand__fill_uint8(nprand__engine_of(rng), (uint8_t)low, (uint8_t)randint_max(low, high), n,
                           (uint8_t *)out);
    return status;
}

static const struct nprand__int_dtype RANDINT_UINT8 = {0, UINT8_MAX, NPRAND_LOW_OUTSIDE_UINT8,
                                                       NPRAND_HIGH_OUTSIDE_UINT8};

int64_t nprand_randint_uint8(nprand_rng *rng, int64_t low, int64_t high)
{
    if (!nprand__accept(rng, check_randint(rng, &RANDINT_UINT8, low, high)))
        return NPRAND_INVALID;
    return draw_randint_by_bytes(rng, low, high);
}

nprand_status nprand_randint_uint8_fill(nprand_rng *rng, int64_t low, int64_t high, size_t n,
                                        uint8_t *out)
{
    nprand_status bounds = check_randint(rng, &RANDINT_UINT8, low, high);
    nprand_status status = nprand__check_bounded_fill(rng, bounds, n, sizeof *out, out);
    if (status == NPRAND_OK)
        nprand__fill_uint8(nprand__engine_of(rng), (uint8_t)low, (uint8_t)randint_max(low, high), n,
                           out);
    return status;
}

static const struct nprand__int_dtype RANDINT_INT16 = {
    INT16_MIN, INT16_MAX, NPRAND_LOW_OUTSIDE_INT16, NPRAND_HIGH_OUTSIDE_INT16};

int64_t nprand_randint_int16(nprand_rng *rng, int64_t low, int64_t high)
{
    if (!nprand__accept(rng, check_randint(rng, &RANDINT_INT16, low, high)))
        return NPRAND_INVALID;
    return draw_randint_by_halves(rng, low, high);
}

nprand_status nprand_randint_int16_fill(nprand_rng *rng, int64_t low, int64_t high, size_t n,
                                        int16_t *out)
{
    nprand_status bounds = check_randint(rng, &RANDINT_INT16, low, high);
    nprand_status status = nprand__check_bounded_fill(rng, bounds, n, sizeof *out, out);
    if (status == NPRAND_OK)
        nprand__fill_uint16(nprand__engine_of(rng), (uint16_t)low, (uint16_t)randint_max(low, high),
                            n, (uint16_t *)out);
    return status;
}

static const struct nprand__int_dtype RANDINT_UINT16 = {0, UINT16_MAX, NPRAND_LOW_OUTSIDE_UINT16,
                                                        NPRAND_HIGH_OUTSIDE_UINT16};

int64_t nprand_randint_uint16(nprand_rng *rng, int64_t low, int64_t high)
{
    if (!nprand__accept(rng, check_randint(rng, &RANDINT_UINT16, low, high)))
        return NPRAND_INVALID;
    return draw_randint_by_halves(rng, low, high);
}

nprand_status nprand_randint_uint16_fill(nprand_rng *rng, int64_t low, int64_t high, size_t n,
                                         uint16_t *out)
{
    nprand_status bounds = check_randint(rng, &RANDINT_UINT16, low, high);
    nprand_status status = nprand__check_bounded_fill(rng, bounds, n, sizeof *out, out);
    if (status == NPRAND_OK)
        nprand__fill_uint16(nprand__engine_of(rng), (uint16_t)low, (uint16_t)randint_max(low, high),
                            n, out);
    return status;
}

static const struct nprand__int_dtype RANDINT_INT32 = {
    INT32_MIN, INT32_MAX, NPRAND_LOW_OUTSIDE_INT32, NPRAND_HIGH_OUTSIDE_INT32};

int64_t nprand_randint_int32(nprand_rng *rng, int64_t low, int64_t high)
{
    if (!nprand__accept(rng, check_randint(rng, &RANDINT_INT32, low, high)))
        return NPRAND_INVALID;
    return draw_randint_by_words(rng, low, high);
}

nprand_status nprand_randint_int32_fill(nprand_rng *rng, int64_t low, int64_t high, size_t n,
                                        int32_t *out)
{
    nprand_status bounds = check_randint(rng, &RANDINT_INT32, low, high);
    nprand_status status = nprand__check_bounded_fill(rng, bounds, n, sizeof *out, out);
    if (status == NPRAND_OK)
        nprand__fill_uint32(nprand__engine_of(rng), (uint32_t)low, (uint32_t)randint_max(low, high),
                            n, (uint32_t *)out);
    return status;
}

static const struct nprand__int_dtype RANDINT_UINT32 = {0, UINT32_MAX, NPRAND_LOW_OUTSIDE_UINT32,
                                                        NPRAND_HIGH_OUTSIDE_UINT32};

int64_t nprand_randint_uint32(nprand_rng *rng, int64_t low, int64_t high)
{
    if (!nprand__accept(rng, check_randint(rng, &RANDINT_UINT32, low, high)))
        return NPRAND_INVALID;
    return draw_randint_by_words(rng, low, high);
}

nprand_status nprand_randint_uint32_fill(nprand_rng *rng, int64_t low, int64_t high, size_t n,
                                         uint32_t *out)
{
    nprand_status bounds = check_randint(rng, &RANDINT_UINT32, low, high);
    nprand_status status = nprand__check_bounded_fill(rng, bounds, n, sizeof *out, out);
    if (status == NPRAND_OK)
        nprand__fill_uint32(nprand__engine_of(rng), (uint32_t)low, (uint32_t)randint_max(low, high),
                            n, out);
    return status;
}

/* ---- 64 bits ---- */

static nprand_status check_randint_64(const nprand_rng *rng, bool ordered, bool low_is_zero)
{
    nprand_status since = nprand__since(rng, NPRAND__RELEASE(1, 11, 0));
    return nprand__both(since, nprand__check_order(ordered, low_is_zero));
}

int64_t nprand_randint_int64(nprand_rng *rng, int64_t low, int64_t high)
{
    nprand_status bounds = check_randint_64(rng, low < high, low == 0);
    return nprand__draw_int64(rng, bounds, low, randint_last(high));
}

nprand_status nprand_randint_int64_fill(nprand_rng *rng, int64_t low, int64_t high, size_t n,
                                        int64_t *out)
{
    nprand_status bounds = check_randint_64(rng, low < high, low == 0);
    return nprand__fill_int64(rng, bounds, low, randint_last(high), n, out);
}

int64_t nprand_randint_int64_endpoint(nprand_rng *rng, int64_t low, int64_t last)
{
    return nprand__draw_int64(rng, check_randint_64(rng, low <= last, low == 0), low, last);
}

nprand_status nprand_randint_int64_endpoint_fill(nprand_rng *rng, int64_t low, int64_t last,
                                                 size_t n, int64_t *out)
{
    nprand_status bounds = check_randint_64(rng, low <= last, low == 0);
    return nprand__fill_int64(rng, bounds, low, last, n, out);
}

static uint64_t draw_randint_uint64(nprand_rng *rng, nprand_status bounds, uint64_t low,
                                    uint64_t last)
{
    if (!nprand__accept(rng, bounds))
        return (uint64_t)NPRAND_INVALID;
    return nprand__scalar_uint64(rng, low, last - low);
}

static nprand_status fill_randint_uint64(nprand_rng *rng, nprand_status bounds, uint64_t low,
                                         uint64_t last, size_t n, uint64_t *out)
{
    nprand_status status = nprand__check_bounded_fill(rng, bounds, n, sizeof *out, out);
    if (status == NPRAND_OK)
        nprand__fill_uint64(nprand__engine_of(rng), low, last - low, n, out);
    return status;
}

uint64_t nprand_randint_uint64(nprand_rng *rng, uint64_t low, uint64_t high)
{
    nprand_status bounds = check_randint_64(rng, low < high, low == 0);
    return draw_randint_uint64(rng, bounds, low, high - 1);
}

nprand_status nprand_randint_uint64_fill(nprand_rng *rng, uint64_t low, uint64_t high, size_t n,
                                         uint64_t *out)
{
    nprand_status bounds = check_randint_64(rng, low < high, low == 0);
    return fill_randint_uint64(rng, bounds, low, high - 1, n, out);
}

uint64_t nprand_randint_uint64_endpoint(nprand_rng *rng, uint64_t low, uint64_t last)
{
    nprand_status bounds = check_randint_64(rng, low <= last, low == 0);
    return draw_randint_uint64(rng, bounds, low, last);
}

nprand_status nprand_randint_uint64_endpoint_fill(nprand_rng *rng, uint64_t low, uint64_t last,
                                                  size_t n, uint64_t *out)
{
    nprand_status bounds = check_randint_64(rng, low <= last, low == 0);
    return fill_randint_uint64(rng, bounds, low, last, n, out);
}

/* ---- Each ----
 *
 * randint has arrays as bounds since 1.17. NumPy looks at low of all integers first, then at high,
 * then compares them. With n = 0 it looks at none. */

static nprand_status check_randint_parameters(const nprand_rng *rng,
                                              const struct nprand__parameter *p, size_t n)
{
    return nprand__both(nprand__since(rng, NPRAND__RELEASE(1, 17, 0)),
                        nprand__check_parameters(p, 2, n));
}

/* How many pairs of bounds are checked: one for all, if no step moves. */
static size_t randint_bounds_to_check(const struct nprand__parameter *p, size_t n)
{
    return n == 0 ? 0 : nprand__sets_to_check(p, 2, n);
}

static int64_t randint_last_at(const struct nprand__parameter *p, bool is_open, size_t i)
{
    const int64_t high = nprand__int64_at(&p[1], i);
    return is_open ? randint_last(high) : high;
}

static nprand_status check_int64_each(const nprand_rng *rng, const struct nprand__int_dtype *dtype,
                                      const struct nprand__parameter *p, bool is_open, size_t n)
{
    const nprand_status status = check_randint_parameters(rng, p, n);
    if (status != NPRAND_OK)
        return status;
    const size_t count = randint_bounds_to_check(p, n);
    bool low_outside = false, high_outside = false, unordered = false, all_zero = true;
    for (size_t i = 0; i < count; i++) {
        const int64_t low = nprand__int64_at(&p[0], i), last = randint_last_at(p, is_open, i);
        low_outside |= low < dtype->first;
        high_outside |= last > dtype->last;
        unordered |= low > last || (is_open && nprand__int64_at(&p[1], i) == INT64_MIN);
        all_zero &= low == 0;
    }
    if (low_outside)
        return dtype->low_outside;
    if (high_outside)
        return dtype->high_outside;
    return nprand__check_order(!unordered, all_zero);
}

nprand_status nprand__each_int64(nprand_rng *rng, struct nprand__int_dtype dtype,
                                 const struct nprand__parameter *p, bool is_open, size_t n,
                                 int64_t *out)
{
    const nprand_status bounds = check_int64_each(rng, &dtype, p, is_open, n);
    const nprand_status status = nprand__check_each(rng, bounds, p, 2, n, sizeof *out, out);
    if (status == NPRAND_OK)
        nprand__each_uint64(nprand__engine_of(rng), p, is_open, n, (uint64_t *)out);
    return status;
}

static nprand_status check_uint64_each(const nprand_rng *rng, const struct nprand__parameter *p,
                                       bool is_open, size_t n)
{
    const nprand_status status = check_randint_parameters(rng, p, n);
    if (status != NPRAND_OK)
        return status;
    const size_t count = randint_bounds_to_check(p, n);
    bool unordered = false, all_zero = true;
    for (size_t i = 0; i < count; i++) {
        const uint64_t low = nprand__uint64_at(&p[0], i), high = nprand__uint64_at(&p[1], i);
        unordered |= is_open ? low >= high : low > high;
        all_zero &= low == 0;
    }
    return nprand__check_order(!unordered, all_zero);
}

nprand_status nprand_randint_bool_each(nprand_rng *rng, const int64_t *low, ptrdiff_t low_step,
                                       const int64_t *high, ptrdiff_t high_step, size_t n,
                                       bool *out)
{
    const struct nprand__parameter p[] = {{low, low_step}, {high, high_step}};
    const nprand_status bounds = check_int64_each(rng, &RANDINT_BOOL, p, true, n);
    const nprand_status status = nprand__check_each(rng, bounds, p, 2, n, sizeof *out, out);
    if (status == NPRAND_OK)
        nprand__each_bool(nprand__engine_of(rng), p, n, out);
    return status;
}

nprand_status nprand_randint_int8_each(nprand_rng *rng, const int64_t *low, ptrdiff_t low_step,
                                       const int64_t *high, ptrdiff_t high_step, size_t n,
                                       int8_t *out)
{
    const struct nprand__parameter p[] = {{low, low_step}, {high, high_step}};
    const nprand_status bounds = check_int64_each(rng, &RANDINT_INT8, p, true, n);
    const nprand_status status = nprand__check_each(rng, bounds, p, 2, n, sizeof *out, out);
    if (status == NPRAND_OK)
        nprand__each_uint8(nprand__engine_of(rng), p, n, (uint8_t *)out);
    return status;
}

nprand_status nprand_randint_uint8_each(nprand_rng *rng, const int64_t *low, ptrdiff_t low_step,
                                        const int64_t *high, ptrdiff_t high_step, size_t n,
                                        uint8_t *out)
{
    const struct nprand__parameter p[] = {{low, low_step}, {high, high_step}};
    const nprand_status bounds = check_int64_each(rng, &RANDINT_UINT8, p, true, n);
    const nprand_status status = nprand__check_each(rng, bounds, p, 2, n, sizeof *out, out);
    if (status == NPRAND_OK)
        nprand__each_uint8(nprand__engine_of(rng), p, n, out);
    return status;
}

nprand_status nprand_randint_int16_each(nprand_rng *rng, const int64_t *low, ptrdiff_t low_step,
                                        const int64_t *high, ptrdiff_t high_step, size_t n,
                                        int16_t *out)
{
    const struct nprand__parameter p[] = {{low, low_step}, {high, high_step}};
    const nprand_status bounds = check_int64_each(rng, &RANDINT_INT16, p, true, n);
    const nprand_status status = nprand__check_each(rng, bounds, p, 2, n, sizeof *out, out);
    if (status == NPRAND_OK)
        nprand__each_uint16(nprand__engine_of(rng), p, n, (uint16_t *)out);
    return status;
}

nprand_status nprand_randint_uint16_each(nprand_rng *rng, const int64_t *low, ptrdiff_t low_step,
                                         const int64_t *high, ptrdiff_t high_step, size_t n,
                                         uint16_t *out)
{
    const struct nprand__parameter p[] = {{low, low_step}, {high, high_step}};
    const nprand_status bounds = check_int64_each(rng, &RANDINT_UINT16, p, true, n);
    const nprand_status status = nprand__check_each(rng, bounds, p, 2, n, sizeof *out, out);
    if (status == NPRAND_OK)
        nprand__each_uint16(nprand__engine_of(rng), p, n, out);
    return status;
}

nprand_status nprand_randint_int32_each(nprand_rng *rng, const int64_t *low, ptrdiff_t low_step,
                                        const int64_t *high, ptrdiff_t high_step, size_t n,
                                        int32_t *out)
{
    const struct nprand__parameter p[] = {{low, low_step}, {high, high_step}};
    const nprand_status bounds = check_int64_each(rng, &RANDINT_INT32, p, true, n);
    const nprand_status status = nprand__check_each(rng, bounds, p, 2, n, sizeof *out, out);
    if (status == NPRAND_OK)
        nprand__each_uint32(nprand__engine_of(rng), p, n, (uint32_t *)out);
    return status;
}

nprand_status nprand_randint_uint32_each(nprand_rng *rng, const int64_t *low, ptrdiff_t low_step,
                                         const int64_t *high, ptrdiff_t high_step, size_t n,
                                         uint32_t *out)
{
    const struct nprand__parameter p[] = {{low, low_step}, {high, high_step}};
    const nprand_status bounds = check_int64_each(rng, &RANDINT_UINT32, p, true, n);
    const nprand_status status = nprand__check_each(rng, bounds, p, 2, n, sizeof *out, out);
    if (status == NPRAND_OK)
        nprand__each_uint32(nprand__engine_of(rng), p, n, out);
    return status;
}

static const struct nprand__int_dtype RANDINT_INT64 = {INT64_MIN, INT64_MAX, NPRAND_OK, NPRAND_OK};

nprand_status nprand_randint_each(nprand_rng *rng, const int64_t *low, ptrdiff_t low_step,
                                  const int64_t *high, ptrdiff_t high_step, size_t n, int64_t *out)
{
    const struct nprand__parameter p[] = {{low, low_step}, {high, high_step}};
    return nprand__each_int64(rng, nprand__long_dtype(rng), p, true, n, out);
}

nprand_status nprand_randint_int64_each(nprand_rng *rng, const int64_t *low, ptrdiff_t low_step,
                                        const int64_t *high, ptrdiff_t high_step, size_t n,
                                        int64_t *out)
{
    const struct nprand__parameter p[] = {{low, low_step}, {high, high_step}};
    return nprand__each_int64(rng, RANDINT_INT64, p, true, n, out);
}

nprand_status nprand_randint_int64_endpoint_each(nprand_rng *rng, const int64_t *low,
                                                 ptrdiff_t low_step, const int64_t *last,
                                                 ptrdiff_t last_step, size_t n, int64_t *out)
{
    const struct nprand__parameter p[] = {{low, low_step}, {last, last_step}};
    return nprand__each_int64(rng, RANDINT_INT64, p, false, n, out);
}

static nprand_status each_randint_uint64(nprand_rng *rng, const struct nprand__parameter *p,
                                         bool is_open, size_t n, uint64_t *out)
{
    const nprand_status bounds = check_uint64_each(rng, p, is_open, n);
    const nprand_status status = nprand__check_each(rng, bounds, p, 2, n, sizeof *out, out);
    if (status == NPRAND_OK)
        nprand__each_uint64(nprand__engine_of(rng), p, is_open, n, out);
    return status;
}

nprand_status nprand_randint_uint64_each(nprand_rng *rng, const uint64_t *low, ptrdiff_t low_step,
                                         const uint64_t *high, ptrdiff_t high_step, size_t n,
                                         uint64_t *out)
{
    const struct nprand__parameter p[] = {{low, low_step}, {high, high_step}};
    return each_randint_uint64(rng, p, true, n, out);
}

nprand_status nprand_randint_uint64_endpoint_each(nprand_rng *rng, const uint64_t *low,
                                                  ptrdiff_t low_step, const uint64_t *last,
                                                  ptrdiff_t last_step, size_t n, uint64_t *out)
{
    const struct nprand__parameter p[] = {{low, low_step}, {last, last_step}};
    return each_randint_uint64(rng, p, false, n, out);
}
