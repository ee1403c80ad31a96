/* SPDX-License-Identifier: BSD-3-Clause
 *
 * set_state_r, set_state_matlab, set_state_octave, set_state_torch, set_state_gsl and their
 * get_state_...: states of other tools in arrays and structs. All of them have the 624 words of
 * the key. They differ in where they keep the position, and in what stands beside it.
 *
 * Source: what R, Octave, PyTorch and the GNU Scientific Library write, in vectors/tools; for
 * MATLAB, the functions that MATLAB Coder writes as C.
 */
#include "state.h"

/* ---- What the forms share ---- */

/* The checks of an array, in which a form has exactly size elements. */
static nprand_status tool_check(size_t n, size_t size, const void *array)
{
    if (n != size)
        return NPRAND_BAD_STATE_SIZE;
    return array == NULL ? NPRAND_NULL_POINTER : NPRAND_OK;
}

/* Continues from key and position, without a cached normal. */
static nprand_status tool_set(nprand_rng *rng, nprand_state *state, uint64_t pos)
{
    if (pos < 1 || pos > NPRAND__N)
        return NPRAND_BAD_STATE_POS;
    state->pos = (int32_t)pos;
    state->has_gauss = 0;
    state->gauss = 0.0;
    return nprand_set_state(rng, state);
}

/* The state, for a tool without the position 0. */
static nprand_status tool_get(const nprand_rng *rng, nprand_state *state)
{
    nprand_status status = nprand_get_state(rng, state);
    if (status == NPRAND_OK && state->pos == 0) {
        nprand__words_before(state, state->key);
        state->pos = NPRAND__N;
    }
    return status;
}

/* ---- R ---- */

/* .Random.seed: sample.kind, normal.kind and kind in decimal digits; the position; the words. */
enum { R_POS = 1, R_WORDS = 2, R_MERSENNE_TWISTER = 3, R_KINDS = 10403 };

static bool r_is_mersenne_twister(int32_t kinds)
{
    enum { NORMAL_KINDS = 6, SAMPLE_KINDS = 2 };
    return kinds >= 0 && kinds % 100 == R_MERSENNE_TWISTER && kinds / 100 % 100 < NORMAL_KINDS &&
           kinds / 10000 < SAMPLE_KINDS;
}

nprand_status nprand_set_state_r(nprand_rng *rng, const int32_t *seed, size_t n)
{
    nprand_state state;
    if (rng == NULL)
        return NPRAND_NULL_POINTER;
    nprand_status status = tool_check(n, NPRAND_STATE_R_SIZE, seed);
    if (status != NPRAND_OK)
        return status;
    if (!r_is_mersenne_twister(seed[0]))
        return NPRAND_BAD_STATE_KIND;
    for (int i = 0; i < NPRAND__N; i++)
        state.key[i] = (uint32_t)seed[R_WORDS + i];
    return tool_set(rng, &state, (uint32_t)seed[R_POS]);
}

nprand_status nprand_get_state_r(const nprand_rng *rng, size_t n, int32_t *out)
{
    nprand_state state;
    nprand_status status = tool_get(rng, &state);
    if (status == NPRAND_OK)
        status = tool_check(n, NPRAND_STATE_R_SIZE, out);
    if (status != NPRAND_OK)
        return status;
    out[0] = R_KINDS;
    out[R_POS] = state.pos;
    memcpy(out + R_WORDS, state.key, sizeof state.key);
    return NPRAND_OK;
}

/* ---- MATLAB and Octave ---- */

/* How many words the block still has before the tool twists, and 1 more: Octave and PyTorch count
 * down. The same formula gives the position. */
static uint32_t tool_left(uint32_t pos)
{
    return NPRAND__N + 1 - pos;
}

nprand_status nprand_set_state_matlab(nprand_rng *rng, const uint32_t *state, size_t n)
{
    nprand_state copy;
    if (rng == NULL)
        return NPRAND_NULL_POINTER;
    nprand_status status = tool_check(n, NPRAND_STATE_MATLAB_SIZE, state);
    if (status != NPRAND_OK)
        return status;
    memcpy(copy.key, state, sizeof copy.key);
    return tool_set(rng, &copy, state[NPRAND__N]);
}

nprand_status nprand_get_state_matlab(const nprand_rng *rng, size_t n, uint32_t *out)
{
    nprand_state state;
    nprand_status status = tool_get(rng, &state);
    if (status == NPRAND_OK)
        status = tool_check(n, NPRAND_STATE_MATLAB_SIZE, out);
    if (status != NPRAND_OK)
        return status;
    memcpy(out, state.key, sizeof state.key);
    out[NPRAND__N] = (uint32_t)state.pos;
    return NPRAND_OK;
}

nprand_status nprand_set_state_octave(nprand_rng *rng, const uint32_t *state, size_t n)
{
    nprand_state copy;
    if (rng == NULL)
        return NPRAND_NULL_POINTER;
    nprand_status status = tool_check(n, NPRAND_STATE_OCTAVE_SIZE, state);
    if (status != NPRAND_OK)
        return status;
    memcpy(copy.key, state, sizeof copy.key);
    return tool_set(rng, &copy, tool_left(state[NPRAND__N]));
}

nprand_status nprand_get_state_octave(const nprand_rng *rng, size_t n, uint32_t *out)
{
    nprand_status status = nprand_get_state_matlab(rng, n, out);
    if (status == NPRAND_OK)
        out[NPRAND__N] = tool_left(out[NPRAND__N]);
    return status;
}

/* ---- PyTorch ---- */

/* Offsets in the bytes of the struct at::CPUGeneratorImplState. */
enum { TORCH_LEFT = 8, TORCH_SEEDED = 12, TORCH_NEXT = 16, TORCH_WORDS = 24 };

/* The number of count bytes, the lowest byte first. */
static uint64_t torch_read(const unsigned char *bytes, int count)
{
    uint64_t value = 0;
    while (count > 0)
        value = value << 8 | bytes[--count];
    return value;
}

static void torch_write(unsigned char *bytes, uint32_t value)
{
    for (int i = 0; i < 4; i++)
        bytes[i] = (unsigned char)(value >> 8 * i);
}

/* next is the index of the next word. Behind the last word of a block it is 624, and after seeding
 * 0: PyTorch sets it to 0 when it twists. */
static nprand_status torch_check(const unsigned char *bytes)
{
    uint64_t pos = tool_left((uint32_t)torch_read(bytes + TORCH_LEFT, 4));
    uint64_t next = torch_read(bytes + TORCH_NEXT, 8);
    if (torch_read(bytes + TORCH_SEEDED, 4) == 0)
        return NPRAND_BAD_STATE_KIND;
    if (pos < 1 || pos > NPRAND__N)
        return NPRAND_BAD_STATE_POS;
    return next == pos || (next == 0 && pos == NPRAND__N) ? NPRAND_OK : NPRAND_BAD_STATE_KIND;
}

nprand_status nprand_set_state_torch(nprand_rng *rng, const void *state, size_t n)
{
    const unsigned char *bytes = (const unsigned char *)state;
    nprand_state copy;
    if (rng == NULL)
        return NPRAND_NULL_POINTER;
    nprand_status status = tool_check(n, NPRAND_STATE_TORCH_SIZE, state);
    if (status == NPRAND_OK)
        status = torch_check(bytes);
    if (status != NPRAND_OK)
        return status;
    for (int i = 0; i < NPRAND__N; i++) {
        uint64_t word = torch_read(bytes + TORCH_WORDS + 8 * i, 8);
        if (word > UINT32_MAX)
            return NPRAND_BAD_STATE_WORD;
        copy.key[i] = (uint32_t)word;
    }
    return tool_set(rng, &copy, tool_left((uint32_t)torch_read(bytes + TORCH_LEFT, 4)));
}

nprand_status nprand_get_state_torch(const nprand_rng *rng, size_t n, void *out)
{
    unsigned char *bytes = (unsigned char *)out;
    nprand_state state;
    nprand_status status = tool_get(rng, &state);
    if (status == NPRAND_OK)
        status = tool_check(n, NPRAND_STATE_TORCH_SIZE, out);
    if (status != NPRAND_OK)
        return status;
    memset(bytes, 0, n);
    torch_write(bytes + TORCH_LEFT, tool_left((uint32_t)state.pos));
    torch_write(bytes + TORCH_SEEDED, 1);
    torch_write(bytes + TORCH_NEXT, (uint32_t)state.pos);
    for (int i = 0; i < NPRAND__N; i++)
        torch_write(bytes + TORCH_WORDS + 8 * i, state.key[i]);
    return NPRAND_OK;
}

/* ---- The GNU Scientific Library ---- */

/* The state of gsl_rng_mt19937, in the layout of this machine's C. */
struct gsl_state {
    unsigned long mt[NPRAND__N];
    int mti;
};

nprand_status nprand_set_state_gsl(nprand_rng *rng, const void *state, size_t n)
{
    struct gsl_state gsl;
    nprand_state copy;
    if (rng == NULL)
        return NPRAND_NULL_POINTER;
    nprand_status status = tool_check(n, sizeof gsl, state);
    if (status != NPRAND_OK)
        return status;
    memcpy(&gsl, state, sizeof gsl);
    for (int i = 0; i < NPRAND__N; i++) {
        uint64_t word = gsl.mt[i]; /* a long may have 32 bits, which hold no larger word */
        if (word > UINT32_MAX)
            return NPRAND_BAD_STATE_WORD;
        copy.key[i] = (uint32_t)word;
    }
    copy.pos = gsl.mti;
    copy.has_gauss = 0;
    copy.gauss = 0.0;
    return nprand_set_state(rng, &copy);
}

nprand_status nprand_get_state_gsl(const nprand_rng *rng, size_t n, void *out)
{
    struct gsl_state gsl;
    nprand_state state;
    nprand_status status = nprand_get_state(rng, &state);
    if (status == NPRAND_OK)
        status = tool_check(n, sizeof gsl, out);
    if (status != NPRAND_OK)
        return status;
    memset(&gsl, 0, sizeof gsl); /* the bytes behind mti too */
    for (int i = 0; i < NPRAND__N; i++)
        gsl.mt[i] = state.key[i];
    gsl.mti = state.pos;
    memcpy(out, &gsl, sizeof gsl);
    return NPRAND_OK;
}
