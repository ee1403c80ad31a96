/* SPDX-License-Identifier: BSD-3-Clause
 *
 * rewind: the state before any number of words, the inverse of advance.
 *
 * The recurrence x[k+624] = x[k+397] ^ y A gives y back, since A is invertible: y has the upper bit
 * of x[k] and the lower 31 bits of x[k+1]. So each block follows from the next one, and the
 * sequence has no beginning: its period is 2^19937 - 1. For long distances the windows of words are
 * added up as in advance.c, with g = t^(-d) mod f in place of t^d.
 *
 * The lower 31 bits of the first word of a key are not part of the state, and a key that was seeded
 * or set may have any. A key that rewind computes has those that the recurrence gives, as if NumPy
 * had come to it by drawing.
 */
#include "advance.h"

#include "../backend/polynomial.h"

/* The number of blocks from which on the polynomial is taken. It takes as long as 1900 blocks one
 * by one with AVX-512, and as 1300 without vectors (measured: 0.25 and 0.55 ms). */
static const uint64_t REVERSE_BREAK_EVEN = 1400;

static void go_back_blocks(struct nprand__engine *e, uint64_t count)
{
    nprand__complete_first_word(e->key);
    if (count >= REVERSE_BREAK_EVEN) {
        uint64_t g[NPRAND__POLYNOMIAL];
        nprand__power_of_inverse((count - 1) * NPRAND__N, g);
        nprand__apply(g, e->key);
        nprand__complete_first_word(e->key);
        count = 1;
    }
    for (; count > 0; count--)
        nprand__engine_refill_back(e);
}

/* After d > 0 words back, the position is in 1..624, as after words forward. A position 0 is the
 * position 624 of the block before, which NumPy has at that place of the stream. The last block is
 * always one of refill_back: the words of count - 1 blocks fit 64 bits. */
static void rewind_engine(struct nprand__engine *e, uint64_t d)
{
    if (d == 0)
        return;
    if (d < e->pos) {
        if (e->pos == NPRAND__N)
            nprand__engine_temper(e);
        e->pos -= (uint32_t)d;
        return;
    }
    d -= e->pos;
    go_back_blocks(e, d / NPRAND__N + 1);
    e->pos = NPRAND__N - (uint32_t)(d % NPRAND__N);
}

nprand_status nprand_rewind(nprand_rng *rng, uint64_t words)
{
    nprand_status status = nprand__check_rng(rng);
    if (status != NPRAND_OK)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    rewind_engine(e, words);
    e->has_gauss = 0;
    e->gauss = 0.0;
    return NPRAND_OK;
}
