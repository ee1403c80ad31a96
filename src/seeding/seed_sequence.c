/* SPDX-License-Identifier: BSD-3-Clause
 *
 * seed_seq_...: NumPy's SeedSequence, which makes seeds from entropy.
 *
 * The hash takes the words of the entropy and of the spawn key in order. The first words fill the
 * pool, and each later word is mixed into the whole pool. The words of a child are those of its
 * parent and one more. A sequence keeps the pool and the current constant of the hash. It need not
 * keep the words, and its size does not depend on their number.
 *
 * Source: seed_seq_fe of randutils, Melissa E. O'Neill (2015), with the multipliers of NumPy.
 */
#include "integer_text.h"
#include "os_entropy.h"

#include "../engine/engine.h"
#include "../state/release.h"

/* In the header, nprand_seed_seq_init is also a macro, which chooses a function by the type of the
 * entropy. */
#undef nprand_seed_seq_init

/* The contents of an nprand_seed_seq. */
struct NPRAND__MAY_ALIAS sequence {
    uint32_t n_children_spawned;
    uint32_t pool_size; /* 0: never initialised */
    uint32_t pads;      /* 1 since NumPy 1.19: zeros fill the pool before a spawn key */
    uint32_t count;     /* words taken so far, up to pool_size */
    uint32_t hash;      /* the constant of the hash, which each word changes */
    uint32_t pool[NPRAND_POOL_SIZE_MAX]; /* the words themselves until the pool is full */
};

static_assert(sizeof(struct sequence) <= sizeof(nprand_seed_seq), "nprand_seed_seq is too small");
static_assert(sizeof(nprand_seed_seq) == 320, "part of the binary interface");

static struct sequence *sequence_of(nprand_seed_seq *seq)
{
    return (struct sequence *)(void *)seq;
}

static const struct sequence *const_sequence_of(const nprand_seed_seq *seq)
{
    return (const struct sequence *)(const void *)seq;
}

static nprand_status check_sequence(const nprand_seed_seq *seq)
{
    if (seq == NULL)
        return NPRAND_NULL_POINTER;
    uint32_t pool_size = const_sequence_of(seq)->pool_size;
    if (pool_size < NPRAND_POOL_SIZE || pool_size > NPRAND_POOL_SIZE_MAX)
        return NPRAND_NOT_INITIALISED;
    return NPRAND_OK;
}

/* ---- Hash ---- */

static uint32_t sequence_hash(uint32_t value, uint32_t *hash, uint32_t multiplier)
{
    value ^= *hash;
    *hash *= multiplier;
    value *= *hash;
    return value ^ value >> 16;
}

static void sequence_mix(struct sequence *s, uint32_t i, uint32_t value)
{
    uint32_t y = sequence_hash(value, &s->hash, UINT32_C(0x931e8875));
    uint32_t mixed = UINT32_C(0xca01f9dd) * s->pool[i] - UINT32_C(0x4973f715) * y;
    s->pool[i] = mixed ^ mixed >> 16;
}

static void sequence_mix_pool(struct sequence *s)
{
    for (uint32_t i = 0; i < s->pool_size; i++)
        s->pool[i] = sequence_hash(s->pool[i], &s->hash, UINT32_C(0x931e8875));
    for (uint32_t from = 0; from < s->pool_size; from++) {
        for (uint32_t to = 0; to < s->pool_size; to++) {
            if (to != from)
                sequence_mix(s, to, s->pool[from]);
        }
    }
}

static void sequence_take_word(struct sequence *s, uint32_t word)
{
    if (s->count == s->pool_size) {
        for (uint32_t i = 0; i < s->pool_size; i++)
            sequence_mix(s, i, word);
        return;
    }
    s->pool[s->count++] = word;
    if (s->count == s->pool_size)
        sequence_mix_pool(s);
}

static void sequence_take_words(struct sequence *s, const uint32_t *words, size_t len)
{
    for (size_t i = 0; i < len; i++)
        sequence_take_word(s, words[i]);
}

static void sequence_fill_with_zeros(struct sequence *s)
{
    while (s->count < s->pool_size)
        sequence_take_word(s, 0);
}

/* Word i of the output: a word of the pool, hashed with other constants. The output goes through
 * the pool as often as needed. */
static uint32_t sequence_output(const struct sequence *s, size_t i, uint32_t *hash)
{
    return sequence_hash(s->pool[i % s->pool_size], hash, UINT32_C(0x58f38ded));
}

static const uint32_t SEQUENCE_OUTPUT_HASH = UINT32_C(0x8b51f9dd);

static struct sequence sequence_filled(const nprand_seed_seq *seq)
{
    struct sequence s = *const_sequence_of(seq);
    sequence_fill_with_zeros(&s);
    return s;
}

/* ---- Initialisation ---- */

static nprand_status check_new_sequence(const nprand_seed_seq *seq, size_t pool_size)
{
    if (seq == NULL)
        return NPRAND_NULL_POINTER;
    if (pool_size < NPRAND_POOL_SIZE)
        return NPRAND_POOL_TOO_SMALL;
    if (pool_size > NPRAND_POOL_SIZE_MAX)
        return NPRAND_POOL_TOO_LARGE;
    return NPRAND_OK;
}

static void create_sequence(nprand_seed_seq *seq, const uint32_t *entropy, size_t len,
                            size_t pool_size)
{
    struct sequence s = {.pool_size = (uint32_t)pool_size, .pads = 1, .hash = 0x43b0d7e5};
    sequence_take_words(&s, entropy, len);
    memset(seq, 0, sizeof *seq);
    *sequence_of(seq) = s;
}

nprand_status nprand_seed_seq_init(nprand_seed_seq *seq, uint64_t entropy)
{
    nprand_status status = check_new_sequence(seq, NPRAND_POOL_SIZE);
    if (status != NPRAND_OK)
        return status;
    uint32_t words[2] = {(uint32_t)entropy, (uint32_t)(entropy >> 32)};
    create_sequence(seq, words, words[1] != 0 ? 2 : 1, NPRAND_POOL_SIZE);
    return NPRAND_OK;
}

nprand_status nprand_seed_seq_init_int64(nprand_seed_seq *seq, int64_t entropy)
{
    if (seq == NULL)
        return NPRAND_NULL_POINTER;
    if (entropy < 0)
        return NPRAND_NEGATIVE_ENTROPY;
    return nprand_seed_seq_init(seq, (uint64_t)entropy);
}

nprand_status nprand_seed_seq_init_array(nprand_seed_seq *seq, const uint32_t *entropy, size_t len,
                                         size_t pool_size)
{
    nprand_status status = check_new_sequence(seq, pool_size);
    if (status == NPRAND_OK)
        status = nprand__check_out(len, sizeof *entropy, entropy);
    if (status == NPRAND_OK)
        create_sequence(seq, entropy, len, pool_size);
    return status;
}

nprand_status nprand_seed_seq_init_text(nprand_seed_seq *seq, const char *text, size_t length)
{
    nprand_status status = check_new_sequence(seq, NPRAND_POOL_SIZE);
    if (status == NPRAND_OK)
        status = nprand__check_out(length, 1, text);
    struct nprand__integer entropy;
    if (status == NPRAND_OK)
        status = nprand__read_integer(text, length, &entropy);
    if (status == NPRAND_OK && entropy.is_negative)
        status = NPRAND_NEGATIVE_ENTROPY;
    if (status != NPRAND_OK)
        return status;
    if (entropy.count == 0)
        entropy.words[entropy.count++] = 0;
    create_sequence(seq, entropy.words, entropy.count, NPRAND_POOL_SIZE);
    return NPRAND_OK;
}

nprand_status nprand_seed_seq_init_os(nprand_seed_seq *seq, size_t pool_size, uint32_t *entropy)
{
    uint32_t words[NPRAND_POOL_SIZE_MAX];
    nprand_status status = check_new_sequence(seq, pool_size);
    if (status != NPRAND_OK)
        return status;
    if (!nprand__os_entropy(words, pool_size * sizeof words[0]))
        return NPRAND_NO_ENTROPY;
    create_sequence(seq, words, pool_size, pool_size);
    if (entropy != NULL)
        memcpy(entropy, words, pool_size * sizeof words[0]);
    return NPRAND_OK;
}

nprand_status nprand_seed_seq_set_numpy(nprand_seed_seq *seq, int major, int minor)
{
    nprand_status status = check_sequence(seq);
    if (status != NPRAND_OK)
        return status;
    int32_t release = nprand__last_release(major, minor);
    if (release < NPRAND__RELEASE(1, 17, 0))
        return NPRAND_UNKNOWN_RELEASE;
    sequence_of(seq)->pads = release >= NPRAND__RELEASE(1, 19, 0);
    return NPRAND_OK;
}

/* ---- Children ---- */

/* Before 1.19, NumPy puts the spawn key directly behind entropy that does not fill the pool. NumPy
 * does this; do not repair. */
static void sequence_descend(const nprand_seed_seq *seq, const uint32_t *key, size_t len,
                             nprand_seed_seq *child)
{
    struct sequence s = *const_sequence_of(seq);
    if (len > 0 && s.pads)
        sequence_fill_with_zeros(&s);
    sequence_take_words(&s, key, len);
    s.n_children_spawned = 0;
    memset(child, 0, sizeof *child);
    *sequence_of(child) = s;
}

nprand_status nprand_seed_seq_child(const nprand_seed_seq *seq, const uint32_t *spawn_key,
                                    size_t len, nprand_seed_seq *child)
{
    nprand_status status = check_sequence(seq);
    if (status == NPRAND_OK)
        status = nprand__check_out(len, sizeof *spawn_key, spawn_key);
    if (status == NPRAND_OK && child == NULL)
        status = NPRAND_NULL_POINTER;
    if (status == NPRAND_OK)
        sequence_descend(seq, spawn_key, len, child);
    return status;
}

nprand_status nprand_seed_seq_spawn(nprand_seed_seq *seq, size_t n, nprand_seed_seq *children)
{
    nprand_status status = check_sequence(seq);
    if (status != NPRAND_OK)
        return status;
    /* In NumPy, the counter of 32 bits then wraps around, and the loop never ends. */
    if (n > UINT32_MAX - seq->n_children_spawned)
        return NPRAND_TOO_MANY_CHILDREN;
    status = nprand__check_out(n, sizeof *children, children);
    if (status != NPRAND_OK)
        return status;
    for (size_t i = 0; i < n; i++) {
        uint32_t number = seq->n_children_spawned++;
        sequence_descend(seq, &number, 1, &children[i]);
    }
    return NPRAND_OK;
}

/* ---- Seeds ---- */

nprand_status nprand_seed_seq_generate_state(const nprand_seed_seq *seq, size_t n, uint32_t *out)
{
    nprand_status status = check_sequence(seq);
    if (status == NPRAND_OK)
        status = nprand__check_out(n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    struct sequence s = sequence_filled(seq);
    uint32_t hash = SEQUENCE_OUTPUT_HASH;
    for (size_t i = 0; i < n; i++)
        out[i] = sequence_output(&s, i, &hash);
    return NPRAND_OK;
}

nprand_status nprand_seed_seq_generate_state_uint64(const nprand_seed_seq *seq, size_t n,
                                                    uint64_t *out)
{
    nprand_status status = check_sequence(seq);
    if (status == NPRAND_OK)
        status = nprand__check_out(n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    struct sequence s = sequence_filled(seq);
    uint32_t hash = SEQUENCE_OUTPUT_HASH;
    for (size_t i = 0; i < n; i++) {
        uint64_t low = sequence_output(&s, 2 * i, &hash);
        out[i] = (uint64_t)sequence_output(&s, 2 * i + 1, &hash) << 32 | low;
    }
    return NPRAND_OK;
}

nprand_status nprand_seed_sequence(nprand_rng *rng, const nprand_seed_seq *seq)
{
    uint32_t key[NPRAND__N];
    if (rng == NULL)
        return NPRAND_NULL_POINTER;
    nprand_status status = nprand_seed_seq_generate_state(seq, NPRAND__N, key);
    if (status != NPRAND_OK)
        return status;
    /* Word 0 is a constant, and one word of this block is read before the first twist. NumPy does
     * this; do not repair. */
    key[0] = UINT32_C(0x80000000);
    nprand__engine_load(nprand__engine_create(rng), key, NPRAND__N - 1);
    return NPRAND_OK;
}
