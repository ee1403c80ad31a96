/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Seed, release, place in the stream, and threads.
 */
#include "stream.h"

#include "error.h"
#include "gym_seed.h"
#include "parse.h"
#include "seed_sequence.h"
#include "state.h"

#include <string.h>

#ifdef NPRAND_CLI_THREADS
#include "../../include/nprand_threads.h"
#endif

/* ---- Seed --------------------------------------------------------------------------------- */

static void refuse_seed(nprand_status status, const char *text)
{
    if (status != NPRAND_OK)
        refuse(NULL, "--seed", nprand_strerror(status), text);
}

static uint32_t read_key_word(const char *text)
{
    int64_t word;
    read_integer(NULL, "--seed", text);
    if (!to_int64(text, &word) || word < 0 || word > UINT32_MAX)
        refuse_seed(NPRAND_BAD_SEED, text);
    return (uint32_t)word;
}

static nprand_status seed_array(nprand_rng *rng, const struct list *words)
{
    uint32_t *key = allocate(words->count * sizeof *key);
    for (size_t i = 0; i < words->count; i++)
        key[i] = read_key_word(words->items[i]);
    nprand_status status = nprand_seed_array(rng, key, words->count);
    return status;
}

static void seed(nprand_rng *rng, const char *text)
{
    if (text == NULL) {
        nprand_status status = nprand_seed_os(rng);
        if (status != NPRAND_OK)
            fail(nprand_strerror(status));
        return;
    }
    /* As in Python, (5) is a number; [5] and (5,) are arrays. */
    struct list words = split(text);
    bool is_array = words.count != 1 || strpbrk(text, "[,") != NULL;
    nprand_status status =
        is_array ? seed_array(rng, &words) : nprand_seed(rng, read_key_word(words.items[0]));
    refuse_seed(status, text);
}

/* ---- Release and long --------------------------------------------------------------------- */

int split_release(const char *text, int parts[3])
{
    for (int count = 0; count < 3; count++) {
        size_t digits = strspn(text, "0123456789");
        if (digits == 0 || digits > 4)
            return 0;
        parts[count] = (int)strtol(text, NULL, 10);
        text += digits;
        if (*text == '\0')
            return count + 1;
        if (*text++ != '.')
            return 0;
    }
    return 0;
}

static void set_release(nprand_rng *rng, const char *text)
{
    if (text == NULL)
        return;
    int parts[3];
    nprand_status status = NPRAND_UNKNOWN_RELEASE;
    int count = split_release(text, parts);
    if (count == 2)
        status = nprand_set_numpy(rng, parts[0], parts[1]);
    if (count == 3)
        status = nprand_set_numpy_patch(rng, parts[0], parts[1], parts[2]);
    if (status != NPRAND_OK)
        refuse(NULL, "--numpy", nprand_strerror(status), text);
}

static void set_long_bits(nprand_rng *rng, const char *text)
{
    if (text == NULL)
        return;
    int bits = 0;
    if (strcmp(text, "32") == 0)
        bits = 32;
    if (strcmp(text, "64") == 0)
        bits = 64;
    nprand_status status = nprand_set_long_bits(rng, bits);
    if (status != NPRAND_OK)
        refuse(NULL, "--long-bits", nprand_strerror(status), text);
}

/* ---- Start -------------------------------------------------------------------------------- */

void check_start(const struct options *options)
{
    if (is_given(options, OPTION_SEED) + is_given(options, OPTION_SEED_SEQUENCE) +
            is_given(options, OPTION_GYM_SEED) + is_given(options, OPTION_STATE) >
        1)
        refuse(NULL, NULL, "give one of --seed, --seed-sequence, --gym-seed and --state", NULL);
    if (is_given(options, OPTION_SEED_SEQUENCE))
        return;
    if (is_given(options, OPTION_SPAWN_KEY))
        refuse(NULL, "--spawn-key", "only with --seed-sequence", NULL);
    if (is_given(options, OPTION_POOL_SIZE))
        refuse(NULL, "--pool-size", "only with --seed-sequence", NULL);
}

/* The seed sequence is that of a release. */
static void start_by_sequence(nprand_rng *rng, const struct options *options)
{
    refuse_seed(nprand_seed(rng, 0), NULL);
    set_release(rng, options->value[OPTION_NUMPY]);
    seed_by_sequence(rng, options);
}

void start_stream(nprand_rng *rng, const struct options *options)
{
    check_start(options);
    if (is_given(options, OPTION_STATE))
        load_state(rng, options->value[OPTION_STATE]);
    else if (is_given(options, OPTION_SEED_SEQUENCE))
        start_by_sequence(rng, options);
    else if (is_given(options, OPTION_GYM_SEED))
        seed_as_gym(rng, options->value[OPTION_GYM_SEED]);
    else
        seed(rng, options->value[OPTION_SEED]);
    set_release(rng, options->value[OPTION_NUMPY]);
    set_long_bits(rng, options->value[OPTION_LONG_BITS]);
}

/* ---- Place and threads -------------------------------------------------------------------- */

void skip_words(nprand_rng *rng, const struct options *options)
{
    const char *text = options->value[OPTION_SKIP_WORDS];
    if (text == NULL)
        return;
    const bool back = text[0] == '-';
    const uint64_t words = read_count(NULL, "--skip-words", text + back);
    nprand_status status = back ? nprand_rewind(rng, words) : nprand_advance(rng, words);
    if (status != NPRAND_OK)
        fail(nprand_strerror(status));
}

int set_threads(nprand_rng *rng, const struct options *options)
{
    const char *text = options->value[OPTION_THREADS];
    if (text == NULL)
        return 1;
    uint64_t threads = read_count(NULL, "--threads", text);
    if (threads < 1 || threads > 1024)
        refuse(NULL, "--threads", "not in 1 to 1024", text);
#ifdef NPRAND_CLI_THREADS
    nprand_status status = nprand_set_threads(rng, (int)threads);
    if (status != NPRAND_OK)
        fail(nprand_strerror(status));
#else
    (void)rng;
    if (threads > 1)
        refuse(NULL, "--threads", "this nprand was built without threads (OpenMP)", text);
#endif
    return (int)threads;
}
