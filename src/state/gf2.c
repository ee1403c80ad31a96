/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Elimination over GF(2) in strips of 64 columns, one word of each row.
 *
 * In each strip, up to 64 pivots are found first. They are reduced until each one has the only
 * coefficient in its column. The word of another row then says which pivots must be added to it.
 * The sums of each 8 pivots are made once, in tables of 256 rows, and a row takes 8 additions in
 * place of 64. The tables hold a tile of 16 words of their rows at a time, and stay in the cache.
 *
 * Source: the method of V. Arlazarov, E. Dinic, M. Kronrod and I. Faradzev (1970), as M. Albrecht,
 * G. Bard and W. Hart use it for elimination, "Algorithm 898: efficient multiplication of dense
 * matrices over GF(2)", ACM Trans. Math. Software 37 (2010), article 9.
 */
#include "gf2.h"

static size_t row_words(size_t unknowns)
{
    return (unknowns / 64 + NPRAND__TILE) / NPRAND__TILE * NPRAND__TILE;
}

static size_t row_count(size_t unknowns)
{
    return unknowns + NPRAND__SPARE_ROWS;
}

uint64_t nprand__gf2_size(size_t unknowns)
{
    const uint64_t rows = row_count(unknowns);
    return 8 * (NPRAND__SCRATCH_WORDS + rows * row_words(unknowns)) + 4 * (unknowns + rows);
}

void nprand__gf2_begin(struct nprand__gf2 *s, size_t unknowns, void *memory)
{
    const size_t rows = row_count(unknowns);
    s->unknowns = unknowns;
    s->rank = 0;
    s->width = row_words(unknowns);
    s->free_count = rows;
    s->scratch = (uint64_t *)memory;
    s->rows = s->scratch + NPRAND__SCRATCH_WORDS;
    s->pivot = (uint32_t *)(void *)(s->rows + rows * s->width);
    s->free_rows = s->pivot + unknowns;
    memset(s->rows, 0, rows * s->width * sizeof *s->rows);
    for (size_t i = 0; i < unknowns; i++)
        s->pivot[i] = NPRAND__NO_PIVOT;
    for (size_t i = 0; i < rows; i++)
        s->free_rows[i] = (uint32_t)i;
}

/* The columns of a strip, without the column of the constants. */
static uint64_t columns_of(const struct nprand__gf2 *s, size_t strip)
{
    return strip < s->unknowns / 64 ? UINT64_MAX : (UINT64_C(1) << s->unknowns % 64) - 1;
}

static size_t strip_count(const struct nprand__gf2 *s)
{
    return (s->unknowns + 63) / 64;
}

/* Adds a row to another one, from a word on. */
static void add_row(const struct nprand__gf2 *s, uint32_t to, uint32_t from, size_t first)
{
    uint64_t *sum = nprand__gf2_row(s, to);
    const uint64_t *added = nprand__gf2_row(s, from);
    for (size_t i = first; i < s->width; i++)
        sum[i] ^= added[i];
}

/* Makes a row a pivot of the strip, if it is no sum of the pivots found before. */
static void try_pivot(struct nprand__gf2 *s, size_t strip, uint32_t row, uint64_t *found)
{
    uint32_t *pivot = s->pivot + 64 * strip;
    uint64_t word = nprand__gf2_row(s, row)[strip] & columns_of(s, strip);
    uint64_t rest = word;
    for (uint64_t left = word & *found; left != 0; left &= left - 1)
        rest ^= nprand__gf2_row(s, pivot[nprand__lowest_bit(left)])[strip];
    rest &= columns_of(s, strip);
    if (rest == 0)
        return;
    for (uint64_t left = word & *found; left != 0; left &= left - 1)
        add_row(s, row, pivot[nprand__lowest_bit(left)], strip);
    const unsigned column = nprand__lowest_bit(rest);
    for (uint64_t left = *found; left != 0; left &= left - 1) {
        uint32_t other = pivot[nprand__lowest_bit(left)];
        if (nprand__gf2_row(s, other)[strip] >> column & 1)
            add_row(s, other, row, strip);
    }
    pivot[column] = row;
    *found |= UINT64_C(1) << column;
}

/* Looks for pivots among the first count free rows. Returns how many rows are left of them. */
static size_t find_pivots(struct nprand__gf2 *s, size_t strip, size_t count)
{
    const uint64_t columns = columns_of(s, strip);
    uint64_t found = 0;
    for (uint64_t left = columns; left != 0; left &= left - 1) {
        if (s->pivot[64 * strip + nprand__lowest_bit(left)] != NPRAND__NO_PIVOT)
            found |= left & (0 - left);
    }
    for (size_t i = 0; i < count && found != columns;) {
        const uint64_t before = found;
        try_pivot(s, strip, s->free_rows[i], &found);
        if (found == before) {
            i++;
            continue;
        }
        s->rank++;
        s->free_rows[i] = s->free_rows[--count];
        s->free_rows[count] = s->free_rows[--s->free_count];
    }
    return count;
}

/* The tables of a strip, of one tile of its pivots. A column without a pivot counts as a row of
 * zeros. */
static void make_tables(const struct nprand__gf2 *s, size_t strip, size_t tile)
{
    static const uint64_t zeros[NPRAND__TILE] = {0};
    uint64_t *sum = s->scratch;
    for (size_t table = 0; table < NPRAND__TABLES; table++) {
        uint64_t *const begin = sum;
        memset(sum, 0, NPRAND__TILE * sizeof *sum);
        sum += NPRAND__TILE;
        for (size_t which = 1; which < NPRAND__TABLE_ROWS; which++, sum += NPRAND__TILE) {
            const size_t column = 64 * strip + 8 * table + nprand__lowest_bit(which);
            const uint32_t pivot = column < s->unknowns ? s->pivot[column] : NPRAND__NO_PIVOT;
            const uint64_t *added = zeros;
            if (pivot != NPRAND__NO_PIVOT)
                added = nprand__gf2_row(s, pivot) + tile * NPRAND__TILE;
            const uint64_t *rest = begin + (which & (which - 1)) * NPRAND__TILE;
            for (size_t i = 0; i < NPRAND__TILE; i++)
                sum[i] = rest[i] ^ added[i];
        }
    }
}

/* Adds the pivots that the word of the strip says to one tile of a row. */
static void add_from_tables(const uint64_t *tables, uint64_t word, uint64_t *at)
{
    uint64_t sum[NPRAND__TILE];
    memcpy(sum, at, sizeof sum);
    for (size_t table = 0; table < NPRAND__TABLES; table++) {
        const size_t which = word >> 8 * table & 0xff;
        const uint64_t *added = tables + (table * NPRAND__TABLE_ROWS + which) * NPRAND__TILE;
        for (size_t i = 0; i < NPRAND__TILE; i++)
            sum[i] ^= added[i];
    }
    memcpy(at, sum, sizeof sum);
}

/* The tile of the strip is the last one: it has the words that say what to add. Most of these words
 * are 0 for the outputs of MT19937, since a word depends on few of the words before it. */
static void add_pivots(const struct nprand__gf2 *s, size_t strip, size_t count)
{
    for (size_t tile = s->width / NPRAND__TILE; tile-- > strip / NPRAND__TILE;) {
        make_tables(s, strip, tile);
        for (size_t i = 0; i < count; i++) {
            uint64_t *row = nprand__gf2_row(s, s->free_rows[i]);
            if (row[strip] != 0)
                add_from_tables(s->scratch, row[strip], row + tile * NPRAND__TILE);
        }
    }
}

bool nprand__gf2_reduce(struct nprand__gf2 *s, size_t count)
{
    for (size_t strip = 0; strip < strip_count(s) && count > 0; strip++) {
        count = find_pivots(s, strip, count);
        add_pivots(s, strip, count);
    }
    for (size_t i = 0; i < count; i++) {
        const uint64_t *row = nprand__gf2_row(s, s->free_rows[i]);
        if (row[s->unknowns / 64] >> s->unknowns % 64 & 1)
            return false;
    }
    return true;
}

static unsigned parity(uint64_t word)
{
    for (int shift = 32; shift > 0; shift /= 2)
        word ^= word >> shift;
    return word & 1;
}

/* From the last strip back. A pivot has no coefficients in the other columns of its own strip. The
 * constant counts as an unknown that is 1. */
void nprand__gf2_solve(const struct nprand__gf2 *s, uint64_t *solution)
{
    memset(solution, 0, s->width * sizeof *solution);
    solution[s->unknowns / 64] = UINT64_C(1) << s->unknowns % 64;
    for (size_t column = s->unknowns; column-- > 0;) {
        const uint64_t *row = nprand__gf2_row(s, s->pivot[column]);
        uint64_t sum = 0;
        for (size_t i = column / 64; i < s->width; i++)
            sum ^= row[i] & solution[i];
        solution[column / 64] |= (uint64_t)parity(sum) << column % 64;
    }
}
