/* SPDX-License-Identifier: BSD-3-Clause
 *
 * recover_words, recover_doubles, recover_masked: the generator that drew given values.
 *
 * Each of them finds the key whose first word is the first output. Then the generator draws as many
 * words again, and every known bit is compared. Afterwards it stands behind the outputs.
 */
#include "known_bits.h"
#include "state.h"

#include "../work.h"

/* Makes a generator of the key in *rng, if it draws these outputs. */
static nprand_status draw_outputs(nprand_rng *rng, const uint32_t *key,
                                  const struct nprand__outputs *o)
{
    nprand_rng made;
    struct nprand__engine *e = nprand__engine_create(&made);
    nprand__engine_load(e, key, 0);
    for (size_t i = 0; i < o->n; i++) {
        if ((nprand__next_word(e) & nprand__known_mask(o, i)) != nprand__known_bits(o, i))
            return NPRAND_NOT_CONSECUTIVE;
    }
    if (nprand__is_zero_key(key))
        return NPRAND_ZERO_KEY;
    *rng = made;
    return NPRAND_OK;
}

/* The lower 31 bits of the first word are not part of the state. If more words follow, they are
 * compared with those of the recurrence. */
nprand_status nprand_recover_words(nprand_rng *rng, const uint32_t *words, size_t n)
{
    if (rng == NULL)
        return NPRAND_NULL_POINTER;
    nprand_status status = nprand__check_out(n, sizeof *words, words);
    if (status != NPRAND_OK)
        return status;
    if (n < NPRAND__N)
        return NPRAND_STATE_UNDETERMINED;
    const struct nprand__outputs o = {words, NULL, NULL, n};
    uint32_t key[NPRAND__N];
    for (size_t i = 0; i < NPRAND__N; i++)
        key[i] = nprand__untemper_word(words[i]);
    if (n > NPRAND__N)
        nprand__complete_first_word(key);
    return draw_outputs(rng, key, &o);
}

static nprand_status solve(nprand_rng *rng, const struct nprand__outputs *o, nprand_work work)
{
    if (o->n < NPRAND__N)
        return NPRAND_STATE_UNDETERMINED;
    nprand_status status = nprand__check_work(work, nprand__work_size(nprand__solve_size(o)));
    if (status != NPRAND_OK)
        return status;
    uint32_t key[NPRAND__N];
    status = nprand__solve(o, work.memory, key);
    return status == NPRAND_OK ? draw_outputs(rng, key, o) : status;
}

/* The number of doubles is not needed: their masks are always the same. */
size_t nprand_recover_doubles_work_size(size_t n)
{
    (void)n;
    static const double zero = 0.0;
    const struct nprand__outputs o = {NULL, NULL, &zero, NPRAND__N};
    return nprand__work_size(nprand__solve_size(&o));
}

/* Whether x is k / 2^53 for an integer k in 0..2^53 - 1. -0.0 is not. */
static bool is_random_sample(double x)
{
    if (!(x >= 0.0 && x < 1.0) || signbit(x))
        return false;
    double k = x * 0x1p53;
    return k == (double)(int64_t)k;
}

nprand_status nprand_recover_doubles(nprand_rng *rng, const double *x, size_t n, nprand_work work)
{
    if (rng == NULL)
        return NPRAND_NULL_POINTER;
    nprand_status status = nprand__check_out(n, sizeof *x, x);
    if (status != NPRAND_OK)
        return status;
    for (size_t i = 0; i < n; i++) {
        if (!is_random_sample(x[i]))
            return NPRAND_NOT_RANDOM_SAMPLE;
    }
    const struct nprand__outputs o = {NULL, NULL, x, 2 * n};
    return solve(rng, &o, work);
}

size_t nprand_recover_masked_work_size(const uint32_t *masks, size_t n)
{
    const struct nprand__outputs o = {NULL, masks, NULL, n};
    if (masks == NULL || n < NPRAND__N)
        return 0;
    return nprand__work_size(nprand__solve_size(&o));
}

nprand_status nprand_recover_masked(nprand_rng *rng, const uint32_t *words, const uint32_t *masks,
                                    size_t n, nprand_work work)
{
    if (rng == NULL)
        return NPRAND_NULL_POINTER;
    nprand_status status = nprand__check_out(n, sizeof *words, words);
    if (status == NPRAND_OK)
        status = nprand__check_out(n, sizeof *masks, masks);
    if (status != NPRAND_OK)
        return status;
    const struct nprand__outputs o = {words, masks, NULL, n};
    return solve(rng, &o, work);
}
