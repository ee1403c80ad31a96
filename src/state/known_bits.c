/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The state of MT19937 from known bits of its words.
 *
 * The words are linear functions over GF(2) of the 19937 bits of the state: the upper bit of word 0
 * and all bits of words 1 to 623. Tempering maps the bits of one word to each other. So the known
 * bits of words 1 to 623 are known bits of the state. The others are the unknowns: 3428 for
 * doubles. Each known bit of a later word is an equation for them, and so is each known bit of word
 * 0, whose lower 31 bits follow from the recurrence backwards.
 *
 * The coefficients of an unknown are the bits of the words that follow a state of this bit alone;
 * the constants are those that follow the known bits. 64 such states are computed together, each as
 * one bit of 64: lanes. The recurrence and the tempering are then operations on bits.
 */
#include "known_bits.h"

#include "gf2.h"

/* The equations are those of at most this many known bits: 33 019 bits of 623 doubles determine the
 * state, and fewer in most other cases. */
enum { MOST_EQUATIONS = 1 << 16 };

/* The words of a state in lanes: bits[b] has bit b of the word in each of the 64 states. */
struct lanes {
    uint64_t bits[32];
};

static_assert(NPRAND__N * sizeof(struct lanes) <= NPRAND__SCRATCH_WORDS * sizeof(uint64_t),
              "the lanes are in the scratch memory");

/* ---- Unknowns ----------------------------------------------------------------------------- */

/* The place of an unknown: the word of the state, and this unknown with those of the same word that
 * follow. The unknowns of a word are bits of its tempered form, except for that of word 0. */
struct place {
    size_t word;
    uint32_t left;
};

static const struct place first_place = {0, NPRAND__UPPER_MASK};

static size_t count_bits(uint32_t mask)
{
    size_t count = 0;
    for (; mask != 0; mask &= mask - 1)
        count++;
    return count;
}

static size_t count_unknowns(const struct nprand__outputs *o)
{
    size_t count = 1;
    for (size_t i = 1; i < NPRAND__N; i++)
        count += count_bits(~nprand__known_mask(o, i));
    return count;
}

/* The next unknown, as a word of which this bit alone is set. Returns false behind the last one. */
static bool next_unknown(const struct nprand__outputs *o, struct place *at, uint32_t *bit)
{
    while (at->left == 0) {
        if (++at->word == NPRAND__N)
            return false;
        at->left = ~nprand__known_mask(o, at->word);
    }
    *bit = at->left & (0 - at->left);
    at->left &= at->left - 1;
    return true;
}

/* ---- Lanes -------------------------------------------------------------------------------- */

static uint64_t all_if(uint32_t mask, int bit)
{
    return 0 - (uint64_t)(mask >> bit & 1);
}

/* Adds a word of one state. */
static void add_to_lane(struct lanes *word, uint32_t value, unsigned lane)
{
    for (int b = 0; b < 32; b++)
        word->bits[b] |= (uint64_t)(value >> b & 1) << lane;
}

/* As nprand__complete_first_word(). */
static void complete_first_word_of_lanes(struct lanes *state)
{
    const struct lanes *xn = state + NPRAND__N - 1, *xm = state + NPRAND__M - 1;
    const uint64_t lowest = xn->bits[31] ^ xm->bits[31];
    state->bits[0] = lowest;
    for (int b = 1; b < 31; b++)
        state->bits[b] =
            xn->bits[b - 1] ^ xm->bits[b - 1] ^ (lowest & all_if(NPRAND__MATRIX_A, b - 1));
}

/* Word k takes the place of word k - 624. */
static void twist_lanes(struct lanes *state, size_t k)
{
    struct lanes *x = state + k % NPRAND__N;
    const struct lanes *x1 = state + (k + 1) % NPRAND__N;
    const struct lanes *xm = state + (k + NPRAND__M) % NPRAND__N;
    const uint64_t upper = x->bits[31];
    for (int b = 0; b < 32; b++) {
        uint64_t shifted = b < 30 ? x1->bits[b + 1] : b == 30 ? upper : 0;
        x->bits[b] = xm->bits[b] ^ shifted ^ (x1->bits[0] & all_if(NPRAND__MATRIX_A, b));
    }
}

static void temper_lanes(struct lanes *x)
{
    for (int b = 0; b < 32 - 11; b++)
        x->bits[b] ^= x->bits[b + 11];
    for (int b = 31; b >= 7; b--)
        x->bits[b] ^= x->bits[b - 7] & all_if(NPRAND__TEMPER_B, b);
    for (int b = 31; b >= 15; b--)
        x->bits[b] ^= x->bits[b - 15] & all_if(NPRAND__TEMPER_C, b);
    for (int b = 0; b < 32 - 18; b++)
        x->bits[b] ^= x->bits[b + 18];
}

/* The states of the next 64 unknowns; and behind the last unknown, the state of the known bits. */
static void begin_lanes(const struct nprand__outputs *o, struct place *at, struct lanes *state)
{
    memset(state, 0, NPRAND__N * sizeof *state);
    for (unsigned lane = 0; lane < 64; lane++) {
        uint32_t bit;
        if (next_unknown(o, at, &bit)) {
            uint32_t value = at->word == 0 ? bit : nprand__untemper_word(bit);
            add_to_lane(state + at->word, value, lane);
            continue;
        }
        for (size_t i = 1; i < NPRAND__N; i++)
            add_to_lane(state + i, nprand__untemper_word(nprand__known_bits(o, i)), lane);
        break;
    }
    complete_first_word_of_lanes(state);
}

/* ---- Equations ---------------------------------------------------------------------------- */

/* A part of the equations: count of them, from index first on. Equations have the order of the
 * known bits of word 0, word 624, word 625 and on. */
struct round {
    size_t first, count;
};

static size_t count_equations(const struct nprand__outputs *o)
{
    size_t count = count_bits(nprand__known_mask(o, 0));
    for (size_t k = NPRAND__N; k < o->n && count < MOST_EQUATIONS; k++)
        count += count_bits(nprand__known_mask(o, k));
    return nprand__min(count, MOST_EQUATIONS);
}

/* Writes what stands in one strip of the rows, for the known bits of one word: the coefficients of
 * 64 unknowns, or of fewer and the constant behind them. index is the index of the first of these
 * equations. The sum of an equation is 0, so that the known bit is added to the constant. */
static void write_bits(const struct nprand__gf2 *s, const struct round *r, size_t index,
                       uint32_t mask, uint32_t known, const struct lanes *word, size_t strip)
{
    const unsigned constant = s->unknowns % 64;
    struct lanes tempered = *word;
    temper_lanes(&tempered);
    if (strip == s->unknowns / 64)
        for (int b = 0; b < 32; b++)
            tempered.bits[b] ^= (uint64_t)(known >> b & 1) << constant;
    for (int b = 0; b < 32; b++) {
        if ((mask >> b & 1) == 0)
            continue;
        if (index >= r->first && index < r->first + r->count)
            nprand__gf2_row(s, s->free_rows[index - r->first])[strip] = tempered.bits[b];
        index++;
    }
}

/* Each strip follows its 64 states from the beginning to the last equation of the round. */
static void write_strip(const struct nprand__gf2 *s, const struct nprand__outputs *o,
                        const struct round *r, size_t strip, struct lanes *state)
{
    size_t index = 0, k = 0;
    while (index < r->first + r->count) {
        const uint32_t mask = nprand__known_mask(o, k);
        const size_t next = index + count_bits(mask);
        if (k > 0)
            twist_lanes(state, k);
        if (next > r->first && mask != 0)
            write_bits(s, r, index, mask, nprand__known_bits(o, k), state + k % NPRAND__N, strip);
        index = next;
        k = k == 0 ? NPRAND__N : k + 1;
    }
}

static void write_equations(const struct nprand__gf2 *s, const struct nprand__outputs *o,
                            const struct round *r)
{
    struct lanes *state = (struct lanes *)(void *)s->scratch;
    struct place at = first_place;
    for (size_t strip = 0; strip <= s->unknowns / 64; strip++) {
        begin_lanes(o, &at, state);
        write_strip(s, o, r, strip, state);
    }
}

/* ---- The state ---------------------------------------------------------------------------- */

uint64_t nprand__solve_size(const struct nprand__outputs *o)
{
    return nprand__gf2_size(count_unknowns(o));
}

static void make_key(const struct nprand__outputs *o, const uint64_t *solution, uint32_t *key)
{
    struct place at = first_place;
    uint32_t bit;
    key[0] = 0;
    for (size_t i = 1; i < NPRAND__N; i++)
        key[i] = nprand__known_bits(o, i);
    for (size_t i = 0; next_unknown(o, &at, &bit); i++) {
        if (solution[i / 64] >> i % 64 & 1)
            key[at.word] |= bit;
    }
    for (size_t i = 1; i < NPRAND__N; i++)
        key[i] = nprand__untemper_word(key[i]);
    nprand__complete_first_word(key);
}

nprand_status nprand__solve(const struct nprand__outputs *o, void *memory, uint32_t *key)
{
    struct nprand__gf2 s;
    nprand__gf2_begin(&s, count_unknowns(o), memory);
    const size_t equations = count_equations(o);
    struct round r = {0, 0};
    while (s.rank < s.unknowns && r.first < equations) {
        r.count = nprand__min(equations - r.first, s.free_count);
        write_equations(&s, o, &r);
        if (!nprand__gf2_reduce(&s, r.count))
            return NPRAND_NOT_CONSECUTIVE;
        r.first += r.count;
    }
    if (s.rank < s.unknowns)
        return NPRAND_STATE_UNDETERMINED;
    nprand__gf2_solve(&s, s.scratch);
    make_key(o, s.scratch, key);
    return NPRAND_OK;
}
