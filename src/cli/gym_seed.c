/* SPDX-License-Identifier: BSD-3-Clause
 *
 * gym seeds RandomState with the first 8 bytes of the SHA-512 of the digits, read as an array of
 * 32-bit words. Python seeds by the same hash: its key for a text is one integer of the text and
 * its SHA-512, of which words 15 and 14 are those bytes. They are had from the state that this key
 * makes, since init_by_array of mt19937ar (2002) can be undone word by word. The hash itself is in
 * no public header.
 */
#include "gym_seed.h"

#include "../../include/nprand_python.h"
#include "error.h"
#include "parse.h"
#include "text.h"

static void accept_gym_seed(nprand_status status, const char *text)
{
    if (status != NPRAND_OK)
        refuse(NULL, "--gym-seed", nprand_strerror(status), text);
}

static uint32_t mixed(uint32_t word, uint32_t factor)
{
    return (word ^ word >> 30) * factor;
}

/* Word i between the two passes of init_by_array, 3 <= i: the second pass undone. */
static uint32_t between_passes(const nprand_state *seeded, uint32_t i)
{
    return (seeded->key[i] + i) ^ mixed(seeded->key[i - 1], 1566083941);
}

/* Word j of the key, 3 <= j: the first pass undone. first: the state before it. */
static uint32_t word_of_key(const nprand_state *seeded, const nprand_state *first, uint32_t j)
{
    uint32_t i = j + 1;
    return between_passes(seeded, i) -
           (first->key[i] ^ mixed(between_passes(seeded, i - 1), 1664525)) - j;
}

static uint32_t reverse_bytes(uint32_t word)
{
    return word >> 24 | (word >> 8 & 0xff00) | (word << 8 & 0xff0000) | word << 24;
}

void seed_as_gym(nprand_rng *rng, const char *text)
{
    char digits[24];
    nprand_state seeded;
    nprand_state first;
    char *end = put_uint64(digits, read_count(NULL, "--gym-seed", text));
    accept_gym_seed(nprand_py_seed_bytes(rng, digits, (size_t)(end - digits), 2), text);
    accept_gym_seed(nprand_get_state(rng, &seeded), text);
    accept_gym_seed(nprand_seed(rng, 19650218), text); /* where init_by_array begins */
    accept_gym_seed(nprand_get_state(rng, &first), text);
    uint32_t key[] = {reverse_bytes(word_of_key(&seeded, &first, 15)),
                      reverse_bytes(word_of_key(&seeded, &first, 14))};
    /* The words of an integer, as gym makes them: without a zero at the upper end. */
    accept_gym_seed(nprand_seed_array(rng, key, key[1] == 0 ? 1 : 2), text);
}
