/* SPDX-License-Identifier: BSD-3-Clause
 *
 * NumPy's SeedSequence, which makes seeds of entropy.
 *
 * Its hash takes words in order: those that fill the pool, then, one after another, all others. A
 * child's words are its parent's and one more, so the pool, and the hash's constant where it
 * stopped, are all that is kept of the entropy and the spawn key, whatever their length.
 *
 * Source: randutils' seed_seq_fe, Melissa E. O'Neill (2015), with the multipliers of NumPy.
 */
#include "os_entropy.h"

#include "../engine/engine.h"
#include "../state/release.h"

/* The view of a nprand_seed_seq. */
struct NPRAND__MAY_ALIAS sequence {
    uint32_t n_children_spawned;
    uint32_t pool_size; /* 0: never initialised */
    uint32_t pads;      /* 1 since NumPy 1.19: zeros fill the pool before a spawn key */
    uint32_t count;     /* of words taken, as long as they have not filled the pool */
    uint32_t hash;      /* the constant of the hash, which every word changes */
    uint32_t pool[NPRAND_POOL_SIZE_MAX]; /* until it is filled, the words taken, as they are */
};

_Static_assert(sizeof(struct sequence) <= sizeof(nprand_seed_seq), "nprand_seed_seq is too small");
_Static_assert(sizeof(nprand_seed_seq) == 320, "part of the binary interface");

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

/* ---- Hash --------------------------------------------------------------------------------- */

static uint32_t hashed(uint32_t value, uint32_t *hash, uint32_t multiplier)
{
    value ^= *hash;
    *hash *= multiplier;
    value *= *hash;
    return value ^ value >> 16;
}

static void mix(struct sequence *s, uint32_t i, uint32_t value)
{
    uint32_t y = hashed(value, &s->hash, UINT32_C(0x931e8875));
    uint32_t mixed = UINT32_C(0xca01f9dd) * s->pool[i] - UINT32_C(0x4973f715) * y;
    s->pool[i] = mixed ^ mixed >> 16;
}

static void mix_pool(struct sequence *s)
{
    for (uint32_t i = 0; i < s->pool_size; i++)
        s->pool[i] = hashed(s->pool[i], &s->hash, UINT32_C(0x931e8875));
    for (uint32_t from = 0; from < s->pool_size; from++) {
        for (uint32_t to = 0; to < s->pool_size; to++) {
            if (to != from)
                mix(s, to, s->pool[from]);
        }
    }
}

static void take_word(struct sequence *s, uint32_t word)
{
    if (s->count == s->pool_size) {
        for (uint32_t i = 0; i < s->pool_size; i++)
            mix(s, i, word);
        return;
    }
    s->pool[s->count++] = word;
    if (s->count == s->pool_size)
        mix_pool(s);
}

static void take_words(struct sequence *s, const uint32_t *words, size_t len)
{
    for (size_t i = 0; i < len; i++)
        take_word(s, words[i]);
}

static void fill_with_zeros(struct sequence *s)
{
    while (s->count < s->pool_size)
        take_word(s, 0);
}

/* The next word of output: the pool again and again, under another hash. */
static uint32_t output(const struct sequence *s, size_t i, uint32_t *hash)
{
    return hashed(s->pool[i % s->pool_size], hash, UINT32_C(0x58f38ded));
}

static const uint32_t OUTPUT_HASH = UINT32_C(0x8b51f9dd);

static struct sequence filled(const nprand_seed_seq *seq)
{
    struct sequence s = *const_sequence_of(seq);
    fill_with_zeros(&s);
    return s;
}

/* ---- Making one --------------------------------------------------------------------------- */

static nprand_status check_new(const nprand_seed_seq *seq, size_t pool_size)
{
    if (seq == NULL)
        return NPRAND_NULL_POINTER;
    if (pool_size < NPRAND_POOL_SIZE)
        return NPRAND_POOL_TOO_SMALL;
    if (pool_size > NPRAND_POOL_SIZE_MAX)
        return NPRAND_POOL_TOO_LARGE;
    return NPRAND_OK;
}

static void create(nprand_seed_seq *seq, const uint32_t *entropy, size_t len, size_t pool_size)
{
    struct sequence s = {.pool_size = (uint32_t)pool_size, .pads = 1, .hash = 0x43b0d7e5};
    take_words(&s, entropy, len);
    memset(seq, 0, sizeof *seq);
    *sequence_of(seq) = s;
}

nprand_status nprand_seed_seq_init(nprand_seed_seq *seq, uint64_t entropy)
{
    nprand_status status = check_new(seq, NPRAND_POOL_SIZE);
    if (status != NPRAND_OK)
        return status;
    uint32_t words[2] = {(uint32_t)entropy, (uint32_t)(entropy >> 32)};
    create(seq, words, words[1] != 0 ? 2 : 1, NPRAND_POOL_SIZE);
    return NPRAND_OK;
}

nprand_status nprand_seed_seq_init_array(nprand_seed_seq *seq, const uint32_t *entropy, size_t len,
                                         size_t pool_size)
{
    nprand_status status = check_new(seq, pool_size);
    if (status == NPRAND_OK)
        status = nprand__check_out(len, sizeof *entropy, entropy);
    if (status == NPRAND_OK)
        create(seq, entropy, len, pool_size);
    return status;
}

/* ---- Entropy as text ---- */

/* A number below 2^8192 as words, the lowest first; 0 has none. */
enum { NUMBER_WORDS = 256 };

struct number {
    size_t count;
    uint32_t words[NUMBER_WORDS];
};

/* The value of a digit; base or more if the character is none. */
static uint32_t digit_of(char c, uint32_t base)
{
    if (c >= '0' && c <= '9')
        return (uint32_t)(c - '0');
    if (c >= 'a' && c <= 'f')
        return (uint32_t)(c - 'a') + 10;
    if (c >= 'A' && c <= 'F')
        return (uint32_t)(c - 'A') + 10;
    return base;
}

/* Whether the text is of digits, at least one, with at most one underscore between two of them. */
static bool has_digits_only(const char *text, size_t length, uint32_t base)
{
    bool after_digit = false;
    for (size_t i = 0; i < length; i++) {
        bool is_digit = digit_of(text[i], base) < base;
        if (!is_digit && !(text[i] == '_' && after_digit))
            return false;
        after_digit = is_digit;
    }
    return after_digit;
}

/* Writes one more digit behind those of *number. False if the words do not suffice. */
static bool append_digit(struct number *number, uint32_t digit, uint32_t base)
{
    uint64_t carry = digit;
    for (size_t i = 0; i < number->count; i++) {
        carry += (uint64_t)number->words[i] * base;
        number->words[i] = (uint32_t)carry;
        carry >>= 32;
    }
    if (carry != 0 && number->count == NUMBER_WORDS)
        return false;
    if (carry != 0)
        number->words[number->count++] = (uint32_t)carry;
    return true;
}

static nprand_status read_number(const char *text, size_t length, struct number *number)
{
    uint32_t base = 10;
    if (length >= 2 && text[0] == '0' && (text[1] == 'x' || text[1] == 'X')) {
        base = 16;
        /* Python takes 0x_ff too. */
        size_t prefix = length >= 3 && text[2] == '_' ? 3 : 2;
        text += prefix;
        length -= prefix;
    }
    if (!has_digits_only(text, length, base))
        return NPRAND_BAD_ENTROPY;
    number->count = 0;
    for (size_t i = 0; i < length; i++) {
        if (text[i] != '_' && !append_digit(number, digit_of(text[i], base), base))
            return NPRAND_ENTROPY_TOO_LARGE;
    }
    return NPRAND_OK;
}

nprand_status nprand_seed_seq_init_text(nprand_seed_seq *seq, const char *text, size_t length)
{
    nprand_status status = check_new(seq, NPRAND_POOL_SIZE);
    if (status == NPRAND_OK)
        status = nprand__check_out(length, 1, text);
    struct number number;
    if (status == NPRAND_OK)
        status = read_number(text, length, &number);
    if (status != NPRAND_OK)
        return status;
    if (number.count == 0)
        number.words[number.count++] = 0;
    create(seq, number.words, number.count, NPRAND_POOL_SIZE);
    return NPRAND_OK;
}

nprand_status nprand_seed_seq_init_os(nprand_seed_seq *seq, size_t pool_size, uint32_t *entropy)
{
    uint32_t words[NPRAND_POOL_SIZE_MAX];
    nprand_status status = check_new(seq, pool_size);
    if (status != NPRAND_OK)
        return status;
    if (!nprand__os_entropy(words, pool_size * sizeof words[0]))
        return NPRAND_NO_ENTROPY;
    create(seq, words, pool_size, pool_size);
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

/* ---- Children ----------------------------------------------------------------------------- */

/* Until 1.19 the spawn key came right after entropy that did not fill the pool. NumPy did this; do
 * not repair. */
static void descend(const nprand_seed_seq *seq, const uint32_t *key, size_t len,
                    nprand_seed_seq *child)
{
    struct sequence s = *const_sequence_of(seq);
    if (len > 0 && s.pads)
        fill_with_zeros(&s);
    take_words(&s, key, len);
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
        descend(seq, spawn_key, len, child);
    return status;
}

nprand_status nprand_seed_seq_spawn(nprand_seed_seq *seq, size_t n, nprand_seed_seq *children)
{
    nprand_status status = check_sequence(seq);
    if (status != NPRAND_OK)
        return status;
    /* NumPy's counter of 32 bits goes round in its loop, which then never ends. */
    if (n > UINT32_MAX - seq->n_children_spawned)
        return NPRAND_TOO_MANY_CHILDREN;
    status = nprand__check_out(n, sizeof *children, children);
    if (status != NPRAND_OK)
        return status;
    for (size_t i = 0; i < n; i++) {
        uint32_t number = seq->n_children_spawned++;
        descend(seq, &number, 1, &children[i]);
    }
    return NPRAND_OK;
}

/* ---- Seeds -------------------------------------------------------------------------------- */

nprand_status nprand_seed_seq_generate_state(const nprand_seed_seq *seq, size_t n, uint32_t *out)
{
    nprand_status status = check_sequence(seq);
    if (status == NPRAND_OK)
        status = nprand__check_out(n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    struct sequence s = filled(seq);
    uint32_t hash = OUTPUT_HASH;
    for (size_t i = 0; i < n; i++)
        out[i] = output(&s, i, &hash);
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
    struct sequence s = filled(seq);
    uint32_t hash = OUTPUT_HASH;
    for (size_t i = 0; i < n; i++) {
        uint64_t low = output(&s, 2 * i, &hash);
        out[i] = (uint64_t)output(&s, 2 * i + 1, &hash) << 32 | low;
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
    /* Word 0, and a position that leaves one word to be read before the first twist: NumPy does
     * this; do not repair. */
    key[0] = UINT32_C(0x80000000);
    nprand__engine_load(nprand__engine_create(rng), key, NPRAND__N - 1);
    return NPRAND_OK;
}
