/* SPDX-License-Identifier: BSD-3-Clause
 *
 * randint in NumPy's nine dtypes; random_integers, tomaxint.
 *
 * Every draw is low + x, wrapping, with x uniform on 0..max by masked rejection. NumPy's Generator
 * multiplies instead (Lemire); RandomState never does.
 */
#include "randint.h"

#include "interval.h"
#include "long.h"
#include "method.h"

/* ---- Fills by word size; max > 0 needs words, max = 0 takes none ---- */

/* 1.17.0 to 1.17.2 took two words where one with every value allowed is enough. */
static inline uint64_t draw_uint64(struct nprand__engine *e, uint64_t max, uint64_t mask)
{
    if (max == UINT32_MAX && e->release >= NPRAND__RELEASE(1, 17, 0) &&
        e->release < NPRAND__RELEASE(1, 17, 3))
        return nprand__masked_uint64(e, max, mask);
    return nprand__interval(e, max, mask);
}

void nprand__fill_uint64(struct nprand__engine *e, uint64_t low, uint64_t max, size_t n,
                         uint64_t *out)
{
    uint64_t mask = nprand__mask(max);
    for (size_t i = 0; i < n; i++)
        out[i] = low + draw_uint64(e, max, mask);
}

static void fill_uint32(struct nprand__engine *e, uint32_t low, uint32_t max, size_t n,
                        uint32_t *out)
{
    uint32_t mask = (uint32_t)nprand__mask(max);
    for (size_t i = 0; i < n; i++)
        out[i] = low + (uint32_t)nprand__interval(e, max, mask);
}

/* Words cut into pieces of 1, 8 or 16 bits, the lowest first. A piece that was rejected is gone,
 * and what is left at the end of a call is dropped: NumPy does this; do not repair. */
struct pieces {
    uint32_t word;
    unsigned left;
};

static inline uint32_t next_piece(struct nprand__engine *e, struct pieces *p, unsigned bits)
{
    if (p->left == 0) {
        p->word = nprand__next_word(e);
        p->left = 32 / bits;
    }
    uint32_t piece = p->word & ((1u << bits) - 1);
    p->word >>= bits;
    p->left--;
    return piece;
}

static inline uint32_t masked_piece(struct nprand__engine *e, struct pieces *p, unsigned bits,
                                    uint32_t max, uint32_t mask)
{
    uint32_t value;
    if (max == 0)
        return 0;
    do
        value = next_piece(e, p, bits) & mask;
    while (value > max);
    return value;
}

static void fill_uint16(struct nprand__engine *e, uint16_t low, uint16_t max, size_t n,
                        uint16_t *out)
{
    struct pieces pieces = {0, 0};
    uint32_t mask = (uint32_t)nprand__mask(max);
    for (size_t i = 0; i < n; i++)
        out[i] = (uint16_t)(low + masked_piece(e, &pieces, 16, max, mask));
}

static void fill_uint8(struct nprand__engine *e, uint8_t low, uint8_t max, size_t n, uint8_t *out)
{
    struct pieces pieces = {0, 0};
    uint32_t mask = (uint32_t)nprand__mask(max);
    for (size_t i = 0; i < n; i++)
        out[i] = (uint8_t)(low + masked_piece(e, &pieces, 8, max, mask));
}

static void fill_bool(struct nprand__engine *e, bool low, bool max, size_t n, bool *out)
{
    struct pieces pieces = {0, 0};
    for (size_t i = 0; i < n; i++)
        out[i] = low || masked_piece(e, &pieces, 1, max, 1) != 0;
}

/* ---- Bounds ---- */

/* The words for an empty range, low >= high, depend on low. */
static nprand_status check_order(bool ordered, bool low_is_zero)
{
    if (ordered)
        return NPRAND_OK;
    return low_is_zero ? NPRAND_HIGH_NOT_POSITIVE : NPRAND_LOW_NOT_BELOW_HIGH;
}

static nprand_status check_int64(int64_t low, int64_t high)
{
    return check_order(low < high, low == 0);
}

static nprand_status check_int64_endpoint(int64_t low, int64_t last)
{
    return check_order(low <= last, low == 0);
}

static nprand_status check_uint64(uint64_t low, uint64_t high)
{
    return check_order(low < high, low == 0);
}

static nprand_status check_uint64_endpoint(uint64_t low, uint64_t last)
{
    return check_order(low <= last, low == 0);
}

/* NumPy returns an empty array before it looks at the bounds: NumPy does this; do not repair. */
static nprand_status unless_empty(size_t n, nprand_status bounds)
{
    return n == 0 ? NPRAND_OK : bounds;
}

/* ---- bool, 8, 16 and 32 bits ---- */

/* The bounds and the pair of public functions of one dtype, whose values are min..last. The
 * unsigned type of the same width does the arithmetic; C lets out be written through it. */
#define DEFINE_RANDINT(dtype, DTYPE, type, unsigned_type, fill, min, last)                       \
    static nprand_status check_##dtype(int64_t low, int64_t high)                                \
    {                                                                                            \
        if (low < (min))                                                                         \
            return NPRAND_LOW_OUTSIDE_##DTYPE;                                                   \
        if (high > (int64_t)(last) + 1)                                                          \
            return NPRAND_HIGH_OUTSIDE_##DTYPE;                                                  \
        return check_int64(low, high);                                                           \
    }                                                                                            \
                                                                                                 \
    nprand_status nprand_randint_##dtype##_fill(nprand_rng *rng, int64_t low, int64_t high,      \
                                                size_t n, type *out)                             \
    {                                                                                            \
        nprand_status bounds = unless_empty(n, check_##dtype(low, high));                        \
        nprand_status status = nprand__check_fill(rng, bounds, n, sizeof *out, out);             \
        if (status == NPRAND_OK && n > 0)                                                        \
            fill(nprand__engine_of(rng), (unsigned_type)low, (unsigned_type)(high - 1 - low), n, \
                 (unsigned_type *)out);                                                          \
        return status;                                                                           \
    }                                                                                            \
                                                                                                 \
    int64_t nprand_randint_##dtype(nprand_rng *rng, int64_t low, int64_t high)                   \
    {                                                                                            \
        type value;                                                                              \
        if (!nprand__accept(rng, check_##dtype(low, high)))                                      \
            return NPRAND_INVALID;                                                               \
        nprand_randint_##dtype##_fill(rng, low, high, 1, &value);                                \
        return value;                                                                            \
    }

DEFINE_RANDINT(bool, BOOL, bool, bool, fill_bool, 0, 1)
DEFINE_RANDINT(int8, INT8, int8_t, uint8_t, fill_uint8, INT8_MIN, INT8_MAX)
DEFINE_RANDINT(int16, INT16, int16_t, uint16_t, fill_uint16, INT16_MIN, INT16_MAX)
DEFINE_RANDINT(int32, INT32, int32_t, uint32_t, fill_uint32, INT32_MIN, INT32_MAX)
DEFINE_RANDINT(uint8, UINT8, uint8_t, uint8_t, fill_uint8, 0, UINT8_MAX)
DEFINE_RANDINT(uint16, UINT16, uint16_t, uint16_t, fill_uint16, 0, UINT16_MAX)
DEFINE_RANDINT(uint32, UINT32, uint32_t, uint32_t, fill_uint32, 0, UINT32_MAX)

/* ---- 64 bits ---- */

static uint64_t draw_from(nprand_rng *rng, uint64_t low, uint64_t max)
{
    return low + draw_uint64(nprand__engine_of(rng), max, nprand__mask(max));
}

static nprand_status fill_int64(nprand_rng *rng, nprand_status bounds, int64_t low, int64_t last,
                                size_t n, int64_t *out)
{
    bounds = unless_empty(n, bounds);
    nprand_status status = nprand__check_fill(rng, bounds, n, sizeof *out, out);
    if (status == NPRAND_OK && n > 0)
        nprand__fill_uint64(nprand__engine_of(rng), (uint64_t)low, (uint64_t)last - (uint64_t)low,
                            n, (uint64_t *)out);
    return status;
}

/* high = INT64_MIN has no predecessor, but is refused whatever low is. */
static int64_t before(int64_t high)
{
    return high > INT64_MIN ? high - 1 : high;
}

int64_t nprand_randint_int64_endpoint(nprand_rng *rng, int64_t low, int64_t last)
{
    if (!nprand__accept(rng, check_int64_endpoint(low, last)))
        return NPRAND_INVALID;
    return nprand__to_int64(draw_from(rng, (uint64_t)low, (uint64_t)last - (uint64_t)low));
}

nprand_status nprand_randint_int64_endpoint_fill(nprand_rng *rng, int64_t low, int64_t last,
                                                 size_t n, int64_t *out)
{
    return fill_int64(rng, check_int64_endpoint(low, last), low, last, n, out);
}

int64_t nprand_randint_int64(nprand_rng *rng, int64_t low, int64_t high)
{
    if (!nprand__accept(rng, check_int64(low, high)))
        return NPRAND_INVALID;
    return nprand_randint_int64_endpoint(rng, low, high - 1);
}

nprand_status nprand_randint_int64_fill(nprand_rng *rng, int64_t low, int64_t high, size_t n,
                                        int64_t *out)
{
    return fill_int64(rng, check_int64(low, high), low, before(high), n, out);
}

/* The default dtype is long, whose values are looked at before the order of the bounds. */
static nprand_status check_long(const nprand_rng *rng, int64_t low, int64_t last,
                                nprand_status order)
{
    int64_t max = nprand__long_max(rng);
    if (low < -max - 1)
        return NPRAND_LOW_OUTSIDE_INT32;
    return last > max ? NPRAND_HIGH_OUTSIDE_INT32 : order;
}

int64_t nprand_randint(nprand_rng *rng, int64_t low, int64_t high)
{
    if (!nprand__accept(rng, check_long(rng, low, before(high), check_int64(low, high))))
        return NPRAND_INVALID;
    return nprand_randint_int64_endpoint(rng, low, high - 1);
}

nprand_status nprand_randint_fill(nprand_rng *rng, int64_t low, int64_t high, size_t n,
                                  int64_t *out)
{
    nprand_status bounds = check_long(rng, low, before(high), check_int64(low, high));
    return fill_int64(rng, bounds, low, before(high), n, out);
}

int64_t nprand_random_integers(nprand_rng *rng, int64_t low, int64_t high)
{
    if (!nprand__accept(rng, check_long(rng, low, high, check_int64_endpoint(low, high))))
        return NPRAND_INVALID;
    return nprand_randint_int64_endpoint(rng, low, high);
}

nprand_status nprand_random_integers_fill(nprand_rng *rng, int64_t low, int64_t high, size_t n,
                                          int64_t *out)
{
    nprand_status bounds = check_long(rng, low, high, check_int64_endpoint(low, high));
    return fill_int64(rng, bounds, low, high, n, out);
}

static nprand_status fill_checked_uint64(nprand_rng *rng, nprand_status bounds, uint64_t low,
                                         uint64_t last, size_t n, uint64_t *out)
{
    bounds = unless_empty(n, bounds);
    nprand_status status = nprand__check_fill(rng, bounds, n, sizeof *out, out);
    if (status == NPRAND_OK && n > 0)
        nprand__fill_uint64(nprand__engine_of(rng), low, last - low, n, out);
    return status;
}

uint64_t nprand_randint_uint64_endpoint(nprand_rng *rng, uint64_t low, uint64_t last)
{
    if (!nprand__accept(rng, check_uint64_endpoint(low, last)))
        return (uint64_t)NPRAND_INVALID;
    return draw_from(rng, low, last - low);
}

nprand_status nprand_randint_uint64_endpoint_fill(nprand_rng *rng, uint64_t low, uint64_t last,
                                                  size_t n, uint64_t *out)
{
    return fill_checked_uint64(rng, check_uint64_endpoint(low, last), low, last, n, out);
}

uint64_t nprand_randint_uint64(nprand_rng *rng, uint64_t low, uint64_t high)
{
    if (!nprand__accept(rng, check_uint64(low, high)))
        return (uint64_t)NPRAND_INVALID;
    return draw_from(rng, low, high - 1 - low);
}

nprand_status nprand_randint_uint64_fill(nprand_rng *rng, uint64_t low, uint64_t high, size_t n,
                                         uint64_t *out)
{
    return fill_checked_uint64(rng, check_uint64(low, high), low, high - 1, n, out);
}

/* ---- tomaxint ---- */

static int64_t draw_tomaxint(struct nprand__engine *e)
{
    return e->long_bits == 32 ? nprand__next_word(e) >> 1 : (int64_t)(nprand__next_uint64(e) >> 1);
}

NPRAND__DEFINE_INTEGER(tomaxint, (nprand_rng * rng), NPRAND_OK, (void)0, draw_tomaxint(e))
