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

/* The words from pos on are those of the block before. */
void nprand__words_before(const nprand_state *state, uint32_t words[NPRAND__N])
{
    uint32_t key[NPRAND__N + NPRAND__PAD], block[NPRAND__N];
    const size_t drawn = (size_t)state->pos, left = NPRAND__N - drawn;
    memcpy(key, state->key, sizeof state->key);
    if (left > 0) {
        nprand__complete_first_word(key);
        nprand__backend()->refill_back(key, block);
    }
    memcpy(words, key + drawn, left * sizeof *words);
    memcpy(words + left, state->key, drawn * sizeof *words);
}
