/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Entropy and spawn keys of integers of any size.
 */
#include "seed_sequence.h"

#include "big.h"
#include "error.h"
#include "parse.h"

#include <string.h>

/* Words of 32 bits. */
struct words {
    size_t count;
    uint32_t *words;
};

/* As NumPy: the words of an integer, the lowest first, of 0 one; those of several, one after the
 * other. */
static struct words read_entropy(const char *option, const char *text)
{
    struct list list = split(text);
    /* A word takes no less than one character. */
    struct words words = {.words = allocate((strlen(text) + list.count + 1) * sizeof(uint32_t))};
    for (size_t i = 0; i < list.count; i++) {
        struct big big;
        if (!parse_big(list.items[i], &big))
            refuse(NULL, option, "not an integer", list.items[i]);
        if (big.is_negative)
            refuse(NULL, option, nprand_strerror(NPRAND_NEGATIVE_ENTROPY), list.items[i]);
        memcpy(words.words + words.count, big.limbs, big.count * sizeof *big.limbs);
        words.count += big.count;
        if (big.count == 0)
            words.words[words.count++] = 0;
        give_back(big.limbs);
    }
    return words;
}

static void check_sequence(const char *option, nprand_status status, const char *text)
{
    if (status != NPRAND_OK)
        refuse(NULL, option, nprand_strerror(status), text);
}

static size_t read_pool_size(const char *text)
{
    if (text == NULL)
        return NPRAND_POOL_SIZE;
    uint64_t size = read_count(NULL, "--pool-size", text);
    return size < SIZE_MAX ? (size_t)size : SIZE_MAX;
}

static void set_release_of_sequence(nprand_seed_seq *seq, const nprand_rng *rng)
{
    int major;
    int minor;
    check_sequence("--numpy", nprand_get_numpy(rng, &major, &minor, NULL), NULL);
    if (nprand_seed_seq_set_numpy(seq, major, minor) != NPRAND_OK)
        refuse(NULL, "--seed-sequence", "releases before 1.17 have no SeedSequence", NULL);
}

static void add_spawn_key(nprand_seed_seq *seq, const char *text)
{
    struct words key = read_entropy("--spawn-key", text);
    check_sequence("--spawn-key", nprand_seed_seq_child(seq, key.words, key.count, seq), text);
}

void seed_by_sequence(nprand_rng *rng, const struct options *options)
{
    nprand_seed_seq seq;
    const char *text = options->value[OPTION_SEED_SEQUENCE];
    const char *key = options->value[OPTION_SPAWN_KEY];
    const char *pool_size = options->value[OPTION_POOL_SIZE];
    struct words entropy = read_entropy("--seed-sequence", text);
    check_sequence(
        pool_size != NULL ? "--pool-size" : "--seed-sequence",
        nprand_seed_seq_init_array(&seq, entropy.words, entropy.count, read_pool_size(pool_size)),
        pool_size != NULL ? pool_size : text);
    set_release_of_sequence(&seq, rng);
    if (key != NULL)
        add_spawn_key(&seq, key);
    check_sequence("--seed-sequence", nprand_seed_sequence(rng, &seq), text);
}
