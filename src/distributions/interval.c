/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Integers by masked rejection, and arrays of them, in each width of NumPy's dtypes.
 *
 * A loop takes a piece of the block of words and selects the values in it. A piece never has more
 * attempts than values are missing: no attempt is left over.
 */
#include "interval.h"

NPRAND__NOINLINE uint32_t nprand__masked_word_by_loop(struct nprand__engine *e, uint32_t max,
                                                      uint32_t mask)
{
    uint32_t value;
    do
        value = nprand__next_word(e) & mask;
    while (value > max);
    return value;
}

NPRAND__NOINLINE uint64_t nprand__masked_uint64_by_loop(struct nprand__engine *e, uint64_t max,
                                                        uint64_t mask)
{
    uint64_t value;
    do
        value = nprand__next_uint64(e) & mask;
    while (value > max);
    return value;
}

/* ---- Scalar calls ---- */

/* Prepares the values of the next words in the block. A value that is too large is overwritten. */
static void prepare_words(struct nprand__engine *e, struct nprand__prepared *p)
{
    const uint32_t max = (uint32_t)p->parameters[0], mask = (uint32_t)nprand__mask(max);
    const uint32_t *words = e->block + e->pos;
    const uint32_t n = (uint32_t)nprand__min(nprand__words_left(e), NPRAND__MOST_PREPARED);
    uint32_t count = 0;
    for (uint32_t i = 0; i < n; i++) {
        const uint32_t value = words[i] & mask;
        p->of.integer[count] = value;
        p->end[count] = (uint16_t)(e->pos + i + 1);
        count += value <= max;
    }
    p->count = count;
}

NPRAND__NOINLINE uint32_t nprand__word_in_row(struct nprand__engine *e, struct nprand__prepared *p)
{
    if (nprand__shall_prepare(p))
        prepare_words(e, p);
    if (p->next < p->count)
        return p->of.integer[nprand__take_prepared(e, p, NPRAND__WORDS)];
    const uint32_t value = nprand__draw_word_interval(e, (uint32_t)p->parameters[0]);
    nprand__go_on_with_row(e, p, NPRAND__WORDS);
    return value;
}

/* Where a value is rarely too large, a scalar call takes no more time than a prepared value. */
NPRAND__NOINLINE uint32_t nprand__word_before_row(struct nprand__engine *e,
                                                  struct nprand__prepared *p, uint32_t max)
{
    const uint32_t value = nprand__draw_word_interval(e, max);
    if (!nprand__is_rarely_above(max, nprand__mask(max))) {
        p->parameters[0] = max;
        nprand__begin_row(e, p, NPRAND__WORDS);
    }
    return value;
}

/* ---- 64 bits ---- */

/* Whether an attempt takes two words. 1.17.0 to 1.17.2 took two words for 2^32 values, where one
 * word is enough. */
static inline bool interval_takes_two_words(const struct nprand__engine *e, uint64_t max)
{
    return max > UINT32_MAX || (max == UINT32_MAX && e->release >= NPRAND__RELEASE(1, 17, 0) &&
                                e->release < NPRAND__RELEASE(1, 17, 3));
}

uint64_t nprand__draw_wide_uint64(struct nprand__engine *e, uint64_t low, uint64_t max)
{
    if (!interval_takes_two_words(e, max))
        return low + nprand__draw_word_interval(e, (uint32_t)max);
    const uint64_t mask = nprand__mask_by_shifts(max, 64);
    if (nprand__is_rarely_above(max, mask) && e->pos <= NPRAND__N - 2) {
        const uint64_t value = nprand__uint64_of(nprand__take_left(e, 2)) & mask;
        if (value <= max)
            return low + value;
    }
    return low + nprand__masked_uint64(e, max, mask);
}

/* The selected values are stored one after another, at addresses that the processor does not
 * foresee. Prefetches the lines behind the bytes that will be written next, if bytes are left to
 * write there. Inline, because GCC drops calls of a function that does nothing but prefetch. */
NPRAND__INLINE void interval_fetch_ahead(const void *out, size_t bytes, size_t left)
{
    enum { LEAD = 8192 }; /* bytes between the stores and the prefetches */
    if (left < LEAD + bytes)
        return;
    for (size_t ahead = LEAD; ahead < LEAD + bytes; ahead += NPRAND__LINE)
        NPRAND__PREFETCH((const char *)out + ahead);
}

/* Values of one word per attempt. */
static void fill_interval_by_words(struct nprand__engine *e, uint64_t low, uint32_t max, size_t n,
                                   uint64_t *out)
{
    uint32_t mask = (uint32_t)nprand__mask(max);
    while (n > 0) {
        size_t taken;
        const uint32_t *words = nprand__take_words(e, n, &taken);
        interval_fetch_ahead(out, taken * sizeof *out, n * sizeof *out);
        size_t count = nprand__backend()->select_wide(words, taken, low, mask, max, out);
        out += count;
        n -= count;
    }
}

static size_t select_interval_pairs(const uint32_t *words, size_t n, uint64_t low, uint64_t mask,
                                    uint64_t max, uint64_t *out)
{
    if (max < UINT64_MAX)
        return nprand__backend()->select_pairs(words, n, low, mask, max, out);
    nprand__backend()->add_pairs(words, n, low, out);
    return n;
}

/* Values of two words per attempt, the high half first. The two words lie in one block, except at
 * the end of a block with an odd number of words left. */
static void fill_interval_by_pairs(struct nprand__engine *e, uint64_t low, uint64_t max, size_t n,
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
        interval_fetch_ahead(out, taken / 2 * sizeof *out, n * sizeof *out);
        size_t count = select_interval_pairs(words, taken / 2, low, mask, max, out);
        out += count;
        n -= count;
    }
}

void nprand__fill_uint64(struct nprand__engine *e, uint64_t low, uint64_t max, size_t n,
                         uint64_t *out)
{
    if (interval_takes_two_words(e, max)) {
        fill_interval_by_pairs(e, low, max, n, out);
        return;
    }
    if (max > 0) {
        fill_interval_by_words(e, low, (uint32_t)max, n, out);
        return;
    }
    for (size_t i = 0; i < n; i++)
        out[i] = low;
}

/* ---- 32 bits ---- */

void nprand__fill_uint32(struct nprand__engine *e, uint32_t low, uint32_t max, size_t n,
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

/* ---- 16 and 8 bits, and bool ----
 *
 * Words are cut into pieces of 16, 8 or 1 bits, the lowest first, with one attempt per piece. The
 * pieces that are unused at the end of a call are discarded: NumPy does this; do not repair. While
 * at least as many values are missing as a word has pieces, whole words are cut. The last values
 * are drawn by single pieces. */

/* Piece i, of 1 or 2 bytes, of the words from the position on. */
static inline uint32_t interval_piece(const struct nprand__engine *e, uint32_t bytes, uint32_t i)
{
    const uint32_t *words = e->block + e->pos;
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    uint32_t piece = 0; /* by one load: randint_int8_each takes 5.6 ns in place of 7.2 */
    memcpy(&piece, (const unsigned char *)words + bytes * i, bytes);
    return piece;
#else
    return words[bytes * i / 4] >> 8 * (bytes * i % 4) & ((1u << 8 * bytes) - 1);
#endif
}

/* How many pieces the block has from the position on. */
static inline uint32_t interval_pieces_left(const struct nprand__engine *e, uint32_t bytes)
{
    return 4 / bytes * (uint32_t)nprand__words_left(e);
}

/* Draws count the pieces that they take. At the end of a call, this function takes the words of i
 * pieces from the block. */
static inline void take_interval_pieces(struct nprand__engine *e, uint32_t bytes, uint32_t i)
{
    e->pos += (bytes * i + 3) / 4;
}

NPRAND__NOINLINE static uint32_t masked_piece_by_loop(struct nprand__engine *e, uint32_t bytes,
                                                      uint32_t max, uint32_t mask, uint32_t *i)
{
    uint32_t value;
    do {
        if (*i == interval_pieces_left(e, bytes)) {
            nprand__engine_refill(e);
            *i = 0;
        }
        value = interval_piece(e, bytes, (*i)++) & mask;
    } while (value > max);
    return value;
}

/* As nprand__masked_word(), with an attempt per piece; without a piece if max is 0. */
static inline uint32_t masked_interval_piece(struct nprand__engine *e, uint32_t bytes, uint32_t max,
                                             uint32_t *i)
{
    const uint32_t mask = (uint32_t)nprand__mask(max);
    if (*i + 2 <= interval_pieces_left(e, bytes)) {
        const uint32_t chosen = *i + ((interval_piece(e, bytes, *i) & mask) > max);
        const uint32_t value = interval_piece(e, bytes, chosen) & mask;
        *i = chosen + (max > 0);
        if (value <= max)
            return value;
    }
    if (max == 0)
        return 0;
    uint32_t next = *i; /* a copy: i itself has no address, and stays in a register */
    const uint32_t value = masked_piece_by_loop(e, bytes, max, mask, &next);
    *i = next;
    return value;
}

NPRAND__NOINLINE uint32_t nprand__draw_piece_by_loop(struct nprand__engine *e, uint32_t bytes,
                                                     uint32_t max)
{
    uint32_t piece = 0;
    const uint32_t value = masked_interval_piece(e, bytes, max, &piece);
    take_interval_pieces(e, bytes, piece);
    return value;
}

/* Bits of a word that are not taken yet. */
struct interval_bits {
    uint32_t word, left;
};

/* If max is 1, the next bit. If max is 0, 0 without a bit. max differs from draw to draw at random,
 * and the function does not branch on it. */
static inline uint32_t draw_interval_bit(struct nprand__engine *e, uint32_t max,
                                         struct interval_bits *bits)
{
    if (bits->left < max)
        *bits = (struct interval_bits){nprand__next_word(e), 32};
    const uint32_t value = bits->word & max;
    bits->word >>= max;
    bits->left -= max;
    return value;
}

/* Every half of a word is a value, the lower one first. */
static void add_interval_halves(const uint32_t *words, size_t n, uint16_t low, uint16_t *out)
{
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    for (size_t i = 0; i < 2 * n; i++) { /* 0.14 ns for a value in place of 0.19 */
        uint16_t half;
        memcpy(&half, (const unsigned char *)words + 2 * i, sizeof half);
        out[i] = (uint16_t)(low + half);
    }
#else
    for (size_t i = 0; i < n; i++) {
        out[2 * i] = (uint16_t)(low + words[i]);
        out[2 * i + 1] = (uint16_t)(low + (words[i] >> 16));
    }
#endif
}

void nprand__fill_uint16(struct nprand__engine *e, uint16_t low, uint16_t max, size_t n,
                         uint16_t *out)
{
    uint32_t piece = 0;
    uint32_t mask = (uint32_t)nprand__mask(max);
    while (n >= 2 && max > 0) {
        size_t taken, count;
        const uint32_t *words = nprand__take_words(e, n / 2, &taken);
        count = 2 * taken;
        if (max == UINT16_MAX)
            add_interval_halves(words, taken, low, out);
        else
            count = nprand__backend()->select_halves(words, taken, low, (uint16_t)mask, max, out);
        out += count;
        n -= count;
    }
    for (size_t i = 0; i < n; i++)
        out[i] = (uint16_t)(low + masked_interval_piece(e, 2, max, &piece));
    take_interval_pieces(e, 2, piece);
}

/* Every byte of a word is a value. */
static void add_interval_bytes(const uint32_t *words, size_t n, uint8_t low, uint8_t *out)
{
    nprand__words_to_bytes(words, n, out);
    for (size_t i = 0; i < 4 * n; i++)
        out[i] = (uint8_t)(out[i] + low);
}

static size_t select_interval_bytes(const uint32_t *words, size_t n, uint8_t low, uint32_t mask,
                                    uint32_t max, uint8_t *out)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        for (int shift = 0; shift < 32; shift += 8) {
            const uint32_t value = words[i] >> shift & mask;
            out[count] = (uint8_t)(low + value);
            count += value <= max;
        }
    }
    return count;
}

void nprand__fill_uint8(struct nprand__engine *e, uint8_t low, uint8_t max, size_t n, uint8_t *out)
{
    uint32_t piece = 0;
    uint32_t mask = (uint32_t)nprand__mask(max);
    while (n >= 4 && max > 0) {
        size_t taken, count;
        const uint32_t *words = nprand__take_words(e, n / 4, &taken);
        count = 4 * taken;
        if (max == UINT8_MAX)
            add_interval_bytes(words, taken, low, out);
        else
            count = select_interval_bytes(words, taken, low, mask, max, out);
        out += count;
        n -= count;
    }
    for (size_t i = 0; i < n; i++)
        out[i] = (uint8_t)(low + masked_interval_piece(e, 1, max, &piece));
    take_interval_pieces(e, 1, piece);
}

static_assert(sizeof(bool) == 1, "eight bools are written as one 64-bit integer");

/* The 8 bits of a byte as 8 bytes of 0 or 1 in memory, the lowest bit first on any machine. Each
 * byte of x has its own bit of the byte. Adding 127 carries the bit to the top of its byte. */
static uint64_t bits_to_bytes(uint32_t byte)
{
    static const uint8_t bit_of_byte[8] = {1, 2, 4, 8, 16, 32, 64, 128};
    uint64_t bits;
    memcpy(&bits, bit_of_byte, sizeof bits);
    uint64_t x = byte * UINT64_C(0x0101010101010101) & bits;
    return (x + UINT64_C(0x7f7f7f7f7f7f7f7f)) >> 7 & UINT64_C(0x0101010101010101);
}

void nprand__fill_bool(struct nprand__engine *e, bool low, bool max, size_t n, bool *out)
{
    struct interval_bits bits = {0, 0};
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
        out[i] = low || draw_interval_bit(e, max, &bits) != 0;
}

/* ---- Each ----
 *
 * Pieces of a word that one integer leaves serve the next one, whatever its bounds are. */

struct interval {
    uint64_t low, max;
};

static inline struct interval interval_at(const struct nprand__parameter *p, unsigned is_open,
                                          size_t i)
{
    const uint64_t low = nprand__uint64_at(&p[0], i);
    return (struct interval){low, nprand__uint64_at(&p[1], i) - is_open - low};
}

void nprand__each_uint64(struct nprand__engine *e, const struct nprand__parameter *p,
                         unsigned is_open, size_t n, uint64_t *out)
{
    for (size_t i = 0; i < n; i++) {
        const struct interval its = interval_at(p, is_open, i);
        const uint64_t mask = nprand__mask(its.max);
        const uint64_t value = interval_takes_two_words(e, its.max)
                                   ? nprand__masked_uint64(e, its.max, mask)
                                   : nprand__interval(e, its.max, mask);
        out[i] = its.low + value;
    }
}

void nprand__each_uint32(struct nprand__engine *e, const struct nprand__parameter *p, size_t n,
                         uint32_t *out)
{
    for (size_t i = 0; i < n; i++) {
        const struct interval its = interval_at(p, 1, i);
        out[i] = (uint32_t)(its.low + nprand__interval(e, its.max, nprand__mask(its.max)));
    }
}

void nprand__each_uint16(struct nprand__engine *e, const struct nprand__parameter *p, size_t n,
                         uint16_t *out)
{
    uint32_t piece = 0;
    for (size_t i = 0; i < n; i++) {
        const struct interval its = interval_at(p, 1, i);
        out[i] = (uint16_t)(its.low + masked_interval_piece(e, 2, (uint32_t)its.max, &piece));
    }
    take_interval_pieces(e, 2, piece);
}

void nprand__each_uint8(struct nprand__engine *e, const struct nprand__parameter *p, size_t n,
                        uint8_t *out)
{
    uint32_t piece = 0;
    for (size_t i = 0; i < n; i++) {
        const struct interval its = interval_at(p, 1, i);
        out[i] = (uint8_t)(its.low + masked_interval_piece(e, 1, (uint32_t)its.max, &piece));
    }
    take_interval_pieces(e, 1, piece);
}

void nprand__each_bool(struct nprand__engine *e, const struct nprand__parameter *p, size_t n,
                       bool *out)
{
    struct interval_bits bits = {0, 0};
    for (size_t i = 0; i < n; i++) {
        const struct interval its = interval_at(p, 1, i);
        out[i] = (its.low | draw_interval_bit(e, (uint32_t)its.max, &bits)) != 0;
    }
}
