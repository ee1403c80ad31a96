/* SPDX-License-Identifier: BSD-3-Clause
 *
 * randint in NumPy's nine dtypes; random_integers, tomaxint.
 *
 * Every draw is low + x, wrapping, with x uniform on 0..max by masked rejection. NumPy's Generator
 * multiplies instead (Lemire); RandomState never does.
 */
#include "randint.h"

#include "check.h"
#include "interval.h"
#include "long.h"
#include "method.h"

#include "../engine/engine.h"

/* ---- Fills by size: values low + x, wrapping, with x on 0..max; max = 0 takes no words ---- */

/* No block of words gives more values than are still wanted, so that none is taken in vain. */

/* Values of 1 word per attempt. */
static void fill_by_words(struct nprand__engine *e, uint64_t low, uint32_t max, size_t n,
                          uint64_t *out)
{
    uint32_t mask = (uint32_t)nprand__mask(max);
    while (n > 0) {
        size_t taken;
        const uint32_t *words = nprand__take_words(e, n, &taken);
        NPRAND__FETCH_AHEAD(out, taken * sizeof *out, n * sizeof *out);
        size_t count = nprand__backend()->select_wide(words, taken, low, mask, max, out);
        out += count;
        n -= count;
    }
}

static size_t select_pairs(const uint32_t *words, size_t n, uint64_t low, uint64_t mask,
                           uint64_t max, uint64_t *out)
{
    if (max < UINT64_MAX)
        return nprand__backend()->select_pairs(words, n, low, mask, max, out);
    nprand__backend()->add_pairs(words, n, low, out);
    return n;
}

/* Values of 2 words per attempt, the high half first. Two words lie in one piece but at the end of
 * an odd block. */
static void fill_by_pairs(struct nprand__engine *e, uint64_t low, uint64_t max, size_t n,
                          uint64_t *out)
{
    uint64_t mask = nprand__mask(max);
    while (n > 0) {
        if (nprand__words_left(e) == 1) {
            uint64_t value = nprand__next_uint64(e) & mask;
            *out = low + value;
            out += value <= max;
            n -= value <= max;
            continue;
        }
        size_t taken;
        size_t pairs = nprand__words_left(e) == 0 ? NPRAND__N / 2 : nprand__words_left(e) / 2;
        const uint32_t *words = nprand__take_words(e, 2 * nprand__min(n, pairs), &taken);
        NPRAND__FETCH_AHEAD(out, taken / 2 * sizeof *out, n * sizeof *out);
        size_t count = select_pairs(words, taken / 2, low, mask, max, out);
        out += count;
        n -= count;
    }
}

/* 1.17.0 to 1.17.2 took two words where one with every value allowed is enough. */
static bool takes_two_words(const struct nprand__engine *e, uint64_t max)
{
    return max > UINT32_MAX || (max == UINT32_MAX && e->release >= NPRAND__RELEASE(1, 17, 0) &&
                                e->release < NPRAND__RELEASE(1, 17, 3));
}

void nprand__fill_uint64(struct nprand__engine *e, uint64_t low, uint64_t max, size_t n,
                         uint64_t *out)
{
    if (takes_two_words(e, max)) {
        fill_by_pairs(e, low, max, n, out);
        return;
    }
    if (max > 0) {
        fill_by_words(e, low, (uint32_t)max, n, out);
        return;
    }
    for (size_t i = 0; i < n; i++)
        out[i] = low;
}

static void fill_uint32(struct nprand__engine *e, uint32_t low, uint32_t max, size_t n,
                        uint32_t *out)
{
    uint32_t mask = (uint32_t)nprand__mask(max);
    for (; n > 0 && max == 0; n--)
        *out++ = low;
    while (n > 0) {
        size_t taken;
        const uint32_t *words = nprand__take_words(e, n, &taken);
        size_t count = nprand__backend()->select(words, taken, low, mask, max, out);
        out += count;
        n -= count;
    }
}

/* Words cut into pieces of 1, 8 or 16 bits, the lowest first. A piece that was rejected is gone,
 * and what is left at the end of a call is dropped: NumPy does this; do not repair. While as many
 * values are wanted as a word has pieces, whole words are cut; then the rest by single pieces. */
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

/* Every half is a value. */
static void add_halves(const uint32_t *words, size_t n, uint16_t low, uint16_t *out)
{
    for (size_t i = 0; i < n; i++) {
        out[2 * i] = (uint16_t)(low + words[i]);
        out[2 * i + 1] = (uint16_t)(low + (words[i] >> 16));
    }
}

static void fill_uint16(struct nprand__engine *e, uint16_t low, uint16_t max, size_t n,
                        uint16_t *out)
{
    struct pieces pieces = {0, 0};
    uint32_t mask = (uint32_t)nprand__mask(max);
    while (n >= 2 && max > 0) {
        size_t taken, count;
        const uint32_t *words = nprand__take_words(e, n / 2, &taken);
        count = 2 * taken;
        if (max == UINT16_MAX)
            add_halves(words, taken, low, out);
        else
            count = nprand__backend()->select_halves(words, taken, low, (uint16_t)mask, max, out);
        out += count;
        n -= count;
    }
    for (size_t i = 0; i < n; i++)
        out[i] = (uint16_t)(low + masked_piece(e, &pieces, 16, max, mask));
}

/* Every byte is a value. */
static void add_bytes(const uint32_t *words, size_t n, uint8_t low, uint8_t *out)
{
    nprand__words_to_bytes(words, n, out);
    for (size_t i = 0; i < 4 * n; i++)
        out[i] = (uint8_t)(out[i] + low);
}

static size_t select_bytes(const uint32_t *words, size_t n, uint8_t low, uint32_t mask,
                           uint32_t max, uint8_t *out)
{
    size_t count = 0;
    for (size_t i = 0; i < 4 * n; i++) {
        uint32_t value = words[i / 4] >> 8 * (i % 4) & mask;
        out[count] = (uint8_t)(low + value);
        count += value <= max;
    }
    return count;
}

static void fill_uint8(struct nprand__engine *e, uint8_t low, uint8_t max, size_t n, uint8_t *out)
{
    struct pieces pieces = {0, 0};
    uint32_t mask = (uint32_t)nprand__mask(max);
    while (n >= 4 && max > 0) {
        size_t taken, count;
        const uint32_t *words = nprand__take_words(e, n / 4, &taken);
        count = 4 * taken;
        if (max == UINT8_MAX)
            add_bytes(words, taken, low, out);
        else
            count = select_bytes(words, taken, low, mask, max, out);
        out += count;
        n -= count;
    }
    for (size_t i = 0; i < n; i++)
        out[i] = (uint8_t)(low + masked_piece(e, &pieces, 8, max, mask));
}

_Static_assert(sizeof(bool) == 1, "eight bools are written as one 64-bit integer");

/* The 8 bits of a byte as 8 bytes of 0 or 1 in memory, the lowest first on any machine. Each byte
 * of x keeps its bit, and adding 127 carries that to the top. */
static uint64_t bits_to_bytes(uint32_t byte)
{
    static const uint8_t bit_of_byte[8] = {1, 2, 4, 8, 16, 32, 64, 128};
    uint64_t bits;
    memcpy(&bits, bit_of_byte, sizeof bits);
    uint64_t x = byte * UINT64_C(0x0101010101010101) & bits;
    return (x + UINT64_C(0x7f7f7f7f7f7f7f7f)) >> 7 & UINT64_C(0x0101010101010101);
}

static void fill_bool(struct nprand__engine *e, bool low, bool max, size_t n, bool *out)
{
    struct pieces pieces = {0, 0};
    while (n >= 32 && max) {
        size_t taken;
        const uint32_t *words = nprand__take_words(e, n / 32, &taken);
        for (size_t i = 0; i < 4 * taken; i++) {
            uint64_t eight = bits_to_bytes(words[i / 4] >> 8 * (i % 4) & 0xff);
            memcpy(out + 8 * i, &eight, sizeof eight);
        }
        out += 32 * taken;
        n -= 32 * taken;
    }
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
    return n == 0 && bounds != NPRAND_NOT_IN_RELEASE ? NPRAND_OK : bounds;
}

/* The bounds of a call with a dtype, which randint has since 1.11. */
static nprand_status check_dtype(const nprand_rng *rng, nprand_status bounds)
{
    return nprand__both(nprand__since(rng, NPRAND__RELEASE(1, 11, 0)), bounds);
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
        nprand_status bounds = unless_empty(n, check_dtype(rng, check_##dtype(low, high)));      \
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
        if (!nprand__accept(rng, check_dtype(rng, check_##dtype(low, high))) ||                  \
            nprand_randint_##dtype##_fill(rng, low, high, 1, &value) != NPRAND_OK)               \
            return NPRAND_INVALID;                                                               \
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
    struct nprand__engine *e = nprand__engine_of(rng);
    uint64_t mask = nprand__mask(max);
    if (takes_two_words(e, max))
        return low + nprand__masked_uint64(e, max, mask);
    return low + nprand__interval(e, max, mask);
}

static int64_t draw_int64(nprand_rng *rng, nprand_status bounds, int64_t low, int64_t last)
{
    if (!nprand__accept(rng, bounds))
        return NPRAND_INVALID;
    return nprand__to_int64(draw_from(rng, (uint64_t)low, (uint64_t)last - (uint64_t)low));
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
    return draw_int64(rng, check_dtype(rng, check_int64_endpoint(low, last)), low, last);
}

nprand_status nprand_randint_int64_endpoint_fill(nprand_rng *rng, int64_t low, int64_t last,
                                                 size_t n, int64_t *out)
{
    nprand_status bounds = check_dtype(rng, check_int64_endpoint(low, last));
    return fill_int64(rng, bounds, low, last, n, out);
}

int64_t nprand_randint_int64(nprand_rng *rng, int64_t low, int64_t high)
{
    return draw_int64(rng, check_dtype(rng, check_int64(low, high)), low, before(high));
}

nprand_status nprand_randint_int64_fill(nprand_rng *rng, int64_t low, int64_t high, size_t n,
                                        int64_t *out)
{
    nprand_status bounds = check_dtype(rng, check_int64(low, high));
    return fill_int64(rng, bounds, low, before(high), n, out);
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
    nprand_status bounds = check_long(rng, low, before(high), check_int64(low, high));
    return draw_int64(rng, bounds, low, before(high));
}

nprand_status nprand_randint_fill(nprand_rng *rng, int64_t low, int64_t high, size_t n,
                                  int64_t *out)
{
    nprand_status bounds = check_long(rng, low, before(high), check_int64(low, high));
    return fill_int64(rng, bounds, low, before(high), n, out);
}

/* Releases before 1.11 need high + 1 to be a long. */
static nprand_status check_random_integers(const nprand_rng *rng, int64_t low, int64_t high)
{
    nprand_status bounds = check_long(rng, low, high, check_int64_endpoint(low, high));
    if (bounds == NPRAND_OK && high == nprand__long_max(rng))
        return nprand__since(rng, NPRAND__RELEASE(1, 11, 0));
    return bounds;
}

int64_t nprand_random_integers(nprand_rng *rng, int64_t low, int64_t high)
{
    return draw_int64(rng, check_random_integers(rng, low, high), low, high);
}

nprand_status nprand_random_integers_fill(nprand_rng *rng, int64_t low, int64_t high, size_t n,
                                          int64_t *out)
{
    return fill_int64(rng, check_random_integers(rng, low, high), low, high, n, out);
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
    if (!nprand__accept(rng, check_dtype(rng, check_uint64_endpoint(low, last))))
        return (uint64_t)NPRAND_INVALID;
    return draw_from(rng, low, last - low);
}

nprand_status nprand_randint_uint64_endpoint_fill(nprand_rng *rng, uint64_t low, uint64_t last,
                                                  size_t n, uint64_t *out)
{
    nprand_status bounds = check_dtype(rng, check_uint64_endpoint(low, last));
    return fill_checked_uint64(rng, bounds, low, last, n, out);
}

uint64_t nprand_randint_uint64(nprand_rng *rng, uint64_t low, uint64_t high)
{
    if (!nprand__accept(rng, check_dtype(rng, check_uint64(low, high))))
        return (uint64_t)NPRAND_INVALID;
    return draw_from(rng, low, high - 1 - low);
}

nprand_status nprand_randint_uint64_fill(nprand_rng *rng, uint64_t low, uint64_t high, size_t n,
                                         uint64_t *out)
{
    nprand_status bounds = check_dtype(rng, check_uint64(low, high));
    return fill_checked_uint64(rng, bounds, low, high - 1, n, out);
}

/* ---- tomaxint ---- */

static int64_t draw_tomaxint(struct nprand__engine *e)
{
    return e->long_bits == 32 ? nprand__next_word(e) >> 1 : (int64_t)(nprand__next_uint64(e) >> 1);
}

NPRAND__DEFINE_INTEGER(tomaxint, (nprand_rng * rng), NPRAND_OK, (void)0, draw_tomaxint(e))
