/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Linear equations over GF(2), in memory of the caller's, for known_bits.c.
 *
 * An equation is a row of bits, 64 to a word: a coefficient for each unknown, and the constant in
 * the column behind them. The rows come in rounds. A row that turns out to follow from others is
 * free for another equation.
 */
#ifndef NPRAND_STATE_GF2_H
#define NPRAND_STATE_GF2_H

#include "../internal.h"

enum {
    NPRAND__TILE = 16,        /* words of a row that are worked on together */
    NPRAND__TABLES = 8,       /* one for each byte of 64 columns */
    NPRAND__TABLE_ROWS = 256, /* the sums of 8 rows */
    NPRAND__SPARE_ROWS = 512, /* at least so many equations in each round */
    NPRAND__SCRATCH_WORDS = NPRAND__TABLES * NPRAND__TABLE_ROWS * NPRAND__TILE
};

/* After a round, row pivot[c] is the only one of its 64 columns' pivots that has a coefficient in
 * column c. free_rows are the other rows, and have no coefficients left. */
struct nprand__gf2 {
    uint64_t *scratch; /* NPRAND__SCRATCH_WORDS words; the caller may use them between the calls */
    uint64_t *rows;
    uint32_t *pivot;     /* of each column: the index of a row, or NPRAND__NO_PIVOT */
    uint32_t *free_rows; /* the indices of the rows that are not pivots */
    size_t free_count;
    size_t unknowns, rank;
    size_t width; /* of a row, in words */
};

#define NPRAND__NO_PIVOT UINT32_MAX

/* The bytes of memory for equations with so many unknowns; and a system in this memory. */
NPRAND_HIDDEN uint64_t nprand__gf2_size(size_t unknowns);
NPRAND_HIDDEN void nprand__gf2_begin(struct nprand__gf2 *s, size_t unknowns, void *memory);

/* Brings count new equations, which are in the first free rows, together with the others. Returns
 * false if they contradict each other. */
NPRAND_HIDDEN bool nprand__gf2_reduce(struct nprand__gf2 *s, size_t count);

/* The unknowns, for a rank that is their number, as bits of width words. */
NPRAND_HIDDEN void nprand__gf2_solve(const struct nprand__gf2 *s, uint64_t *solution);

static inline uint64_t *nprand__gf2_row(const struct nprand__gf2 *s, uint32_t index)
{
    return s->rows + index * s->width;
}

/* The index of the lowest bit that is set, in a word that is not 0. */
static inline unsigned nprand__lowest_bit(uint64_t word)
{
#if defined(__GNUC__)
    return (unsigned)__builtin_ctzll(word);
#else
    unsigned i = 0;
    while ((word >> i & 1) == 0)
        i++;
    return i;
#endif
}

#endif
