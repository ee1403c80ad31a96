/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The first words of one seed.
 */
#include "explain_seeds.h"

#include "../../include/nprand.h"
#include "../../include/nprand_python.h"
#include "error.h"
#include "explain_mt64.h"
#include "parse.h"

#include <string.h>

enum { KEY = 624, KEY_MIDDLE = 397 };

/* ---- A seed as typed ---- */

static void read_list(struct seed *seed, const struct list *pieces)
{
    seed->is_list = true;
    seed->count = pieces->count;
    seed->list = allocate(pieces->count * sizeof *seed->list + 1);
    for (size_t i = 0; i < pieces->count; i++) {
        int64_t word;
        if (!is_integer(pieces->items[i]) || !to_int64(pieces->items[i], &word) || word < 0 ||
            word > UINT32_MAX)
            refuse("explain", "--seed", "a list has integers from 0 to 2^32 - 1", seed->text);
        seed->list[i] = (uint32_t)word;
    }
    if (seed->count == 0)
        refuse("explain", "--seed", "the list is empty", seed->text);
}

struct seed read_seed(const char *text)
{
    struct seed seed = {.text = text};
    bool looks_like_list = *text == '[' || (*text >= '0' && *text <= '9' && strchr(text, ','));
    if (is_integer(text)) {
        seed.is_number = *text != '-' && to_uint64(text, &seed.number);
    } else if (looks_like_list) {
        struct list pieces = split(text);
        read_list(&seed, &pieces);
    }
    return seed;
}

/* ---- By the library ---- */

static nprand_status seed_by_sequence(nprand_rng *rng, const struct seed *seed)
{
    nprand_seed_seq seq;
    nprand_status status = NPRAND_BAD_SEED;
    if (seed->is_list)
        status = nprand_seed_seq_init_array(&seq, seed->list, seed->count, 4);
    else if (seed->is_number)
        status = nprand_seed_seq_init(&seq, seed->number);
    else if (is_integer(seed->text))
        status = nprand_seed_seq_init_text(&seq, seed->text, strlen(seed->text));
    return status != NPRAND_OK ? status : nprand_seed_sequence(rng, &seq);
}

static nprand_status seed_by_list(nprand_rng *rng, const struct seed *seed)
{
    if (seed->is_number)
        return nprand_py_seed_uint64(rng, seed->number);
    if (is_integer(seed->text))
        return nprand_py_seed_text(rng, seed->text, strlen(seed->text));
    return NPRAND_BAD_SEED;
}

static nprand_status seed_by_number(nprand_rng *rng, const struct seed *seed)
{
    if (seed->is_list)
        return nprand_seed_array(rng, seed->list, seed->count);
    if (!seed->is_number || seed->number > UINT32_MAX)
        return NPRAND_BAD_SEED;
    return nprand_seed(rng, (int64_t)seed->number);
}

/* R's seeds are int. A number from 2^31 on stands for the negative one with the same 32 bits. */
static nprand_status seed_as_r(nprand_rng *rng, const struct seed *seed)
{
    int64_t number = (int64_t)seed->number;
    if (!seed->is_number && !(is_integer(seed->text) && to_int64(seed->text, &number)))
        return NPRAND_BAD_SEED;
    if (number > INT32_MAX && number <= UINT32_MAX)
        number -= INT64_C(1) << 32;
    return nprand_seed_r(rng, number);
}

static nprand_status seed_rng(nprand_rng *rng, enum seeding seeding, const struct seed *seed)
{
    switch (seeding) {
    case SEED_NUMBER:
        return seed_by_number(rng, seed);
    case SEED_SEQUENCE:
        return seed_by_sequence(rng, seed);
    case SEED_R:
        return seed_as_r(rng, seed);
    case SEED_LIST:
        return seed_by_list(rng, seed);
    case SEED_TEXT:
        return nprand_py_seed_bytes(rng, seed->text, strlen(seed->text), 2);
    case SEED_TEXT_1:
        return nprand_py_seed_bytes(rng, seed->text, strlen(seed->text), 1);
    default:
        return NPRAND_BAD_SEED;
    }
}

/* ---- PHP before 7.1 ---- */

static uint32_t temper(uint32_t y)
{
    y ^= y >> 11;
    y ^= y << 7 & 0x9d2c5680;
    y ^= y << 15 & 0xefc60000;
    return y ^ y >> 18;
}

/* The lowest bit that decides about the matrix is that of the wrong word. */
static bool words_of_php(const struct seed *seed, size_t count, uint32_t *out)
{
    nprand_rng rng;
    nprand_state state;
    if (seed_by_number(&rng, seed) != NPRAND_OK || nprand_get_state(&rng, &state) != NPRAND_OK)
        return false;
    for (size_t i = 0; i < count; i++) {
        uint32_t *x = &state.key[i % KEY];
        uint32_t y = (*x & 0x80000000) | (state.key[(i + 1) % KEY] & 0x7fffffff);
        *x = state.key[(i + KEY_MIDDLE) % KEY] ^ y >> 1 ^ (*x & 1 ? 0x9908b0df : 0);
        out[i] = temper(*x);
    }
    return true;
}

/* ---- All ---- */

bool words_of_seed(enum seeding seeding, const struct seed *seed, size_t count, uint32_t *out)
{
    nprand_rng rng;
    if (seeding == SEED_PHP_5)
        return words_of_php(seed, count, out);
    if (seeding == SEED_64) {
        if (seed->is_number)
            mt64_words(seed->number, count, out);
        return seed->is_number;
    }
    return seed_rng(&rng, seeding, seed) == NPRAND_OK &&
           nprand_random_raw_fill(&rng, count, out) == NPRAND_OK;
}
