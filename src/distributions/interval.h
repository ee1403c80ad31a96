/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Masked rejection: how NumPy's legacy generator draws an integer on 0..max. An attempt takes as
 * many bits as max has. Attempts are repeated while the value is above max. (NumPy's Generator
 * multiplies instead, after D. Lemire. RandomState never does.)
 */
#ifndef NPRAND_DISTRIBUTIONS_INTERVAL_H
#define NPRAND_DISTRIBUTIONS_INTERVAL_H

#include "parameter.h"
#include "prepared.h"

/* The smallest 2^k - 1 that is not below max < 2^bits. Single draws take this function: x86's
 * instruction for the same waits for the register that it overwrites, which may have the position
 * of the draw before. random_integers(1, 6) takes 4.5 ns in place of 6. */
static inline uint64_t nprand__mask_by_shifts(uint64_t max, int bits)
{
    for (int shift = 1; shift < bits; shift *= 2)
        max |= max >> shift;
    return max;
}

/* The same for any max. */
static inline uint64_t nprand__mask(uint64_t max)
{
#if defined(__GNUC__)
    return max == 0 ? 0 : UINT64_MAX >> __builtin_clzll(max);
#else
    return nprand__mask_by_shifts(max, 64);
#endif
}

/* A value on 0..max. The first function makes an attempt of each word, for max and mask <= 2^32 -
 * 1; the second one makes an attempt of two words. */
NPRAND_HIDDEN uint32_t nprand__masked_word_by_loop(struct nprand__engine *e, uint32_t max,
                                                   uint32_t mask);
NPRAND_HIDDEN uint64_t nprand__masked_uint64_by_loop(struct nprand__engine *e, uint64_t max,
                                                     uint64_t mask);

/* The same values. Whether the first attempt is too large is random: the processor mispredicts a
 * branch on that. The position therefore moves over the first attempt by a comparison, without a
 * branch. The loop runs only if the second attempt is too large too. randint(0, 100) takes 4.7 ns
 * in place of 6.8. */
static inline uint32_t nprand__masked_word(struct nprand__engine *e, uint32_t max, uint32_t mask)
{
    if (e->pos <= NPRAND__N - 2) {
        e->pos += (e->block[e->pos] & mask) > max;
        const uint32_t value = e->block[e->pos++] & mask;
        if (value <= max)
            return value;
    }
    return nprand__masked_word_by_loop(e, max, mask);
}

static inline uint64_t nprand__masked_uint64(struct nprand__engine *e, uint64_t max, uint64_t mask)
{
    if (e->pos <= NPRAND__N - 4) {
        e->pos += (nprand__uint64_of(e->block + e->pos) & mask) > max ? 2 : 0;
        const uint64_t value = nprand__uint64_of(nprand__take_left(e, 2)) & mask;
        if (value <= max)
            return value;
    }
    return nprand__masked_uint64_by_loop(e, max, mask);
}

/* Whether less than one attempt in eight is too large. For 2^k values, none is. The processor then
 * foresees a branch on the first attempt, and the next position does not wait for the comparison:
 * a single draw of all 64 bits takes 3 ns in place of 6, and one of 1000 values of 32 bits that the
 * compiler inlines 1.5 in place of 3.7. */
static inline bool nprand__is_rarely_above(uint64_t max, uint64_t mask)
{
    return max >= mask - mask / 8;
}

/* A value on 0..max: without words if max is 0, by one word per attempt if max fits one. */
static inline uint64_t nprand__interval(struct nprand__engine *e, uint64_t max, uint64_t mask)
{
    if (max == 0)
        return 0;
    if (max <= UINT32_MAX)
        return nprand__masked_word(e, (uint32_t)max, (uint32_t)mask);
    return nprand__masked_uint64(e, max, mask);
}

/* The same for single draws, and max <= UINT32_MAX. Draws in a row often have the same max, and the
 * branch on it is foreseen. Arrays of bounds do without it. */
static inline uint32_t nprand__draw_word_interval(struct nprand__engine *e, uint32_t max)
{
    if (max == 0)
        return 0;
    const uint32_t mask = (uint32_t)nprand__mask_by_shifts(max, 32);
    if (nprand__is_rarely_above(max, mask) && e->pos < NPRAND__N) {
        const uint32_t first = e->block[e->pos++] & mask;
        if (first <= max)
            return first;
    }
    return nprand__masked_word(e, max, mask);
}

/* A value on 0..max for scalar calls, with the rows of prepared.h. The first function draws the next
 * one of a row where none is prepared, the second one the one before a row, at the end of the
 * block. */
NPRAND_HIDDEN uint32_t nprand__word_in_row(struct nprand__engine *e, struct nprand__prepared *p);
NPRAND_HIDDEN uint32_t nprand__word_before_row(struct nprand__engine *e, struct nprand__prepared *p,
                                               uint32_t max);
static inline uint32_t nprand__scalar_word(nprand_rng *rng, uint32_t max)
{
    struct nprand__engine *e = nprand__engine_of(rng);
    struct nprand__prepared *p = nprand__prepared_of(rng);
    if (nprand__is_in_row(e, NPRAND__WORDS) && p->parameters[0] == max) {
        if (p->next == p->count)
            return nprand__word_in_row(e, p);
        return p->of.integer[nprand__take_prepared(e, p, NPRAND__WORDS)];
    }
    if (e->pos > NPRAND__N - 2 && max > 0)
        return nprand__word_before_row(e, p, max);
    return nprand__draw_word_interval(e, max);
}

/* ---- Integers low + x, wrapping, with x on 0..max ---- */

/* One integer of 64 bits. The first function is for max >= UINT32_MAX, the second one for any. */
NPRAND_HIDDEN uint64_t nprand__draw_wide_uint64(struct nprand__engine *e, uint64_t low,
                                                uint64_t max);
static inline uint64_t nprand__scalar_uint64(nprand_rng *rng, uint64_t low, uint64_t max)
{
    if (max < UINT32_MAX)
        return low + nprand__scalar_word(rng, (uint32_t)max);
    return nprand__draw_wide_uint64(nprand__engine_of(rng), low, max);
}

/* A value on 0..max of 1 or 2 bytes: what a fill of one uint8_t or uint16_t gives. An attempt takes
 * a piece of a word, and the rest of the word is discarded. */
NPRAND_HIDDEN uint32_t nprand__draw_piece_by_loop(struct nprand__engine *e, uint32_t bytes,
                                                  uint32_t max);

/* Nearly every draw takes one word, whichever of its bytes is the value: the position does not wait
 * for a comparison. All four bytes are compared with max at the same time, and the first one that is
 * not above it is selected without a branch. A byte is above max if both have the same upper bit and
 * the rest is larger, which carries to the upper bit; or if its upper bit alone is set. Source:
 * L. Lamport, "Multiple byte processing with full-word instructions", CACM 18 (1975), 471-475.
 * randint_int8(-50, 50) takes 3.1 ns in place of 3.9, and inlined into a program 1.5 in place of
 * 2.6. */
static inline uint32_t nprand__draw_byte(struct nprand__engine *e, uint32_t max)
{
    const uint32_t ones = 0x01010101, tops = 0x80 * ones;
    if (e->pos == NPRAND__N)
        return nprand__draw_piece_by_loop(e, 1, max);
    const uint32_t mask = (uint32_t)nprand__mask_by_shifts(max, 8);
    const uint32_t bytes = e->block[e->pos] & mask * ones;
    const uint32_t rest = (bytes & ~tops) + (0x7f - (max & 0x7f)) * ones;
    const uint32_t above = max > 0x7f ? bytes & rest : bytes | rest;
    const uint32_t fit = ~above & tops;
    if (fit == 0)
        return nprand__draw_piece_by_loop(e, 1, max);
    e->pos += max > 0;
    const uint64_t first = fit & (~fit + 1), value = bytes & (2 * first - first / 0x80);
    return (uint32_t)(value * ones >> 24) & mask; /* the product has the byte at each place */
}

/* The same for the halves of a word. */
static inline uint32_t nprand__draw_half(struct nprand__engine *e, uint32_t max)
{
    const uint32_t mask = (uint32_t)nprand__mask_by_shifts(max, 16);
    if (e->pos < NPRAND__N) {
        const uint32_t word = e->block[e->pos];
        const uint32_t above = (word & mask) > max;
        const uint32_t value = word >> 16 * above & mask;
        if (value <= max) {
            e->pos += max > 0;
            return value;
        }
    }
    return nprand__draw_piece_by_loop(e, 2, max);
}

/* n integers; without words if max is 0. Each width has words of its own: interval.c. */
NPRAND_HIDDEN void nprand__fill_uint64(struct nprand__engine *e, uint64_t low, uint64_t max,
                                       size_t n, uint64_t *out);
NPRAND_HIDDEN void nprand__fill_uint32(struct nprand__engine *e, uint32_t low, uint32_t max,
                                       size_t n, uint32_t *out);
NPRAND_HIDDEN void nprand__fill_uint16(struct nprand__engine *e, uint16_t low, uint16_t max,
                                       size_t n, uint16_t *out);
NPRAND_HIDDEN void nprand__fill_uint8(struct nprand__engine *e, uint8_t low, uint8_t max, size_t n,
                                      uint8_t *out);
NPRAND_HIDDEN void nprand__fill_bool(struct nprand__engine *e, bool low, bool max, size_t n,
                                     bool *out);

/* ---- The same with bounds of its own for each integer ----
 *
 * p[0] is low, p[1] is the last integer, or, if is_open is 1, the one after it. All are of 64 bits,
 * of which a narrow integer takes the low ones. The bounds are in order. */
NPRAND_HIDDEN void nprand__each_uint64(struct nprand__engine *e, const struct nprand__parameter *p,
                                       unsigned is_open, size_t n, uint64_t *out);
NPRAND_HIDDEN void nprand__each_uint32(struct nprand__engine *e, const struct nprand__parameter *p,
                                       size_t n, uint32_t *out);
NPRAND_HIDDEN void nprand__each_uint16(struct nprand__engine *e, const struct nprand__parameter *p,
                                       size_t n, uint16_t *out);
NPRAND_HIDDEN void nprand__each_uint8(struct nprand__engine *e, const struct nprand__parameter *p,
                                      size_t n, uint8_t *out);
NPRAND_HIDDEN void nprand__each_bool(struct nprand__engine *e, const struct nprand__parameter *p,
                                     size_t n, bool *out);

#endif
