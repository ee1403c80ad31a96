/* SPDX-License-Identifier: BSD-3-Clause
 *
 * get_state, set_state: a snapshot of the state.
 */
#include "state.h"

#include <string.h>

nprand_status nprand_get_state(const nprand_rng *rng, nprand_state *state)
{
    nprand_status status = nprand__check_fill(rng, NPRAND_OK, 1, sizeof *state, state);
    if (status != NPRAND_OK)
        return status;
    const struct nprand__engine *e = nprand__const_engine_of(rng);
    memcpy(state->key, e->key, sizeof state->key);
    state->pos = (int32_t)e->pos;
    state->has_gauss = e->has_gauss;
    state->gauss = e->gauss;
    return NPRAND_OK;
}

/* The state of MT19937 has 19937 bits: the upper bit of word 0, and the other 623 words. */
bool nprand__is_zero_key(const uint32_t *key)
{
    uint32_t any = key[0] & UINT32_C(0x80000000);
    for (int i = 1; i < NPRAND__N; i++)
        any |= key[i];
    return any == 0;
}

nprand_status nprand_set_state(nprand_rng *rng, const nprand_state *state)
{
    if (rng == NULL || state == NULL)
        return NPRAND_NULL_POINTER;
    if (state->pos < 0 || state->pos > NPRAND__N)
        return NPRAND_BAD_POS;
    if (nprand__is_zero_key(state->key))
        return NPRAND_ZERO_KEY;

    struct nprand__engine *e = nprand__engine_of(rng);
    if (nprand__check_rng(rng) != NPRAND_OK)
        e = nprand__engine_create(rng);
    nprand__engine_load(e, state->key, (uint32_t)state->pos);
    e->has_gauss = state->has_gauss;
    e->gauss = state->gauss;
    return NPRAND_OK;
}

/* The recurrence of MT19937 makes word i of a block from y, the upper bit of the old word i and the
 * 31 lower bits of the old word i + 1: word = middle ^ y >> 1 ^ (y is odd ? matrix : 0), where
 * middle is word i + 397. The upper bit of y >> 1 is 0 and that of the matrix is 1: the upper bit
 * of word ^ middle says whether y is odd. This gives y. */
static uint32_t state_undo_recurrence(uint32_t word, uint32_t middle)
{
    uint32_t bits = word ^ middle;
    return (bits & UINT32_C(0x80000000)) != 0 ? (bits ^ UINT32_C(0x9908b0df)) << 1 | 1 : bits << 1;
}

/* The words from pos on have replaced older ones. They are undone from the last one on. */
void nprand__words_before(const nprand_state *state, uint32_t words[NPRAND__N])
{
    uint32_t x[NPRAND__N];
    memcpy(x, state->key, sizeof x);
    for (int i = NPRAND__N - 1; i >= state->pos; i--) {
        int before = (i + NPRAND__N - 1) % NPRAND__N;
        uint32_t upper = state_undo_recurrence(x[i], x[(i + NPRAND__M) % NPRAND__N]);
        uint32_t lower = state_undo_recurrence(x[before], x[(before + NPRAND__M) % NPRAND__N]);
        x[i] = (upper & UINT32_C(0x80000000)) | (lower & UINT32_C(0x7fffffff));
    }
    for (int i = 0; i < NPRAND__N; i++)
        words[i] = x[(i + state->pos) % NPRAND__N];
}
