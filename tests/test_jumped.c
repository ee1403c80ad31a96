/* SPDX-License-Identifier: BSD-3-Clause
 *
 * jumped: test_jumped <folder> runs every line of vectors/jumped, which NumPy's MT19937.jumped
 * wrote; generate_jumped.py has the format. A line that is not understood is a failure.
 */
#include "sha256.h"
#include "test.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

enum { N = 624, DRAWN = 1300, SHOWN = 6, HEX_DIGITS = 8 * N, LONGEST_LINE = HEX_DIGITS + 1000 };

static const char *folder;

/* ---- Lines -------------------------------------------------------------------------------- */

struct vector {
    char key[HEX_DIGITS + 8], key_after[32], hash[32];
    int pos, pos_after;
    int64_t count;
    uint32_t shown[SHOWN];
};

static bool parse(const char *line, struct vector *v)
{
    int length = 0;
    int fields =
        sscanf(line,
               "key=%4999s pos=%d count=%" SCNd64 " pos=%d key=%31s hash=%31s words: "
               "%8" SCNx32 " %8" SCNx32 " %8" SCNx32 " %8" SCNx32 " %8" SCNx32 " %8" SCNx32 "%n",
               v->key, &v->pos, &v->count, &v->pos_after, v->key_after, v->hash, &v->shown[0],
               &v->shown[1], &v->shown[2], &v->shown[3], &v->shown[4], &v->shown[5], &length);
    return fields == 6 + SHOWN && strcmp(line + length, "\n") == 0;
}

/* Eight digits for each word. */
static void read_hex(const char *digits, uint32_t *key)
{
    assert_int_equal(strlen(digits), HEX_DIGITS);
    for (size_t i = 0; i < N; i++)
        assert_int_equal(sscanf(digits + 8 * i, "%8" SCNx32, &key[i]), 1);
}

static void read_key(const char *text, uint32_t *key)
{
    int64_t seed;
    if (strncmp(text, "hex:", 4) == 0) {
        read_hex(text + 4, key);
    } else if (sscanf(text, "seed:%" SCNd64, &seed) == 1) {
        nprand_rng rng = seeded(seed);
        nprand_state state = state_of(&rng);
        memcpy(key, state.key, sizeof state.key);
    } else if (sscanf(text, "words:%" SCNd64, &seed) == 1) {
        nprand_rng rng = seeded(seed);
        assert_int_equal(nprand_random_raw_fill(&rng, N, key), NPRAND_OK);
    } else {
        fail_msg("not a key: %.20s", text);
    }
}

/* The first 16 digits of the SHA-256 of words as little-endian bytes. */
static void hash_of(const uint32_t *words, size_t n, char hash[SHA256_HEX_SIZE])
{
    static unsigned char bytes[4 * DRAWN];
    for (size_t i = 0; i < 4 * n; i++)
        bytes[i] = (unsigned char)(words[i / 4] >> 8 * (i % 4));
    sha256_hex(bytes, 4 * n, hash);
    hash[16] = '\0';
}

static void run(const struct vector *v, int major, int minor, int patch)
{
    static const size_t shown[SHOWN] = {0, 1, 2, 34, 35, 36};
    static uint32_t words[DRAWN];
    char hash[SHA256_HEX_SIZE];
    nprand_state state = {.pos = v->pos, .has_gauss = 1, .gauss = 0.5};
    read_key(v->key, state.key);
    nprand_rng rng = seeded(0);
    assert_int_equal(nprand_set_numpy_patch(&rng, major, minor, patch), NPRAND_OK);
    assert_int_equal(nprand_set_state(&rng, &state), NPRAND_OK);
    assert_int_equal(nprand_jumped(&rng, v->count), NPRAND_OK);

    nprand_state after = state_of(&rng);
    assert_int_equal(after.pos, v->pos_after);
    assert_int_equal(after.has_gauss, 0);
    hash_of(after.key, N, hash);
    assert_string_equal(hash, v->key_after);
    assert_int_equal(nprand_random_raw_fill(&rng, DRAWN, words), NPRAND_OK);
    for (size_t i = 0; i < SHOWN; i++)
        assert_int_equal(words[shown[i]], v->shown[i]);
    hash_of(words, DRAWN, hash);
    assert_string_equal(hash, v->hash);
}

static void run_file(int major, int minor, int patch)
{
    static char line[LONGEST_LINE];
    char *path = malloc(strlen(folder) + 40);
    assert_non_null(path);
    sprintf(path, "%s/%d.%d.%d.txt", folder, major, minor, patch);
    FILE *file = fopen(path, "r");
    if (file == NULL)
        fail_msg("cannot read %s", path);
    size_t lines = 0, promised = 0;
    for (size_t number = 1; fgets(line, sizeof line, file) != NULL; number++) {
        struct vector v;
        lines += line[0] != '#';
        if (promised != 0 ||
            (line[0] != '#' && !parse(line, &v) && sscanf(line, "end lines=%zu", &promised) != 1))
            fail_msg("%s:%zu: not understood", path, number);
        if (line[0] == '#' || promised != 0)
            continue;
        print_message("%s:%zu\n", path, number);
        run(&v, major, minor, patch);
    }
    assert_int_equal(fclose(file), 0);
    if (lines < 2 || lines != promised)
        fail_msg("%s: %zu lines, not the %zu that its end promises", path, lines, promised);
    free(path);
}

static void test_jumped_of_1_18(void **unused)
{
    (void)unused;
    run_file(1, 18, 5);
}

static void test_jumped_of_1_19(void **unused)
{
    (void)unused;
    run_file(1, 19, 5);
}

static void test_jumped_of_2_5(void **unused)
{
    (void)unused;
    run_file(2, 5, 5);
}

/* ---- Without files ------------------------------------------------------------------------ */

/* Written down from NumPy 1.24.2: RandomState(12345), whose position is 624. */
static void test_first_words_after_a_jump(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded(12345);
    assert_int_equal(nprand_jumped(&rng, 1), NPRAND_OK);
    nprand_state state = state_of(&rng);
    assert_int_equal(state.pos, 589);
    assert_int_equal(state.key[0], 0xa86c7f07);
    assert_int_equal(nprand_random_raw(&rng), 0x400b8449);
    assert_int_equal(nprand_random_raw(&rng), 0x1296e671);
    assert_int_equal(nprand_random_raw(&rng), 0x4ee2e0c5);
    skip_words(&rng, 31);
    assert_int_equal(nprand_random_raw(&rng), 0xf8b82fdd);
    assert_int_equal(nprand_random_raw(&rng), 0x7acedd7d);
    assert_int_equal(nprand_random_raw(&rng), 0xf19fcd7a);
}

static nprand_rng with_random_key(int64_t seed, int pos, int minor)
{
    nprand_rng rng = seeded(seed);
    nprand_state state = {.pos = pos};
    assert_int_equal(nprand_random_raw_fill(&rng, N, state.key), NPRAND_OK);
    assert_int_equal(nprand_set_numpy(&rng, 1, minor), NPRAND_OK);
    assert_int_equal(nprand_set_state(&rng, &state), NPRAND_OK);
    return rng;
}

/* NumPy makes many jumps one by one. All of them at once must leave the same key, down to the 31
 * bits that no word is ever made of. */
static void test_many_jumps_are_single_ones(void **unused)
{
    (void)unused;
    for (int minor = 18; minor <= 19; minor++) {
        nprand_rng rng = with_random_key(4, 77, minor);
        nprand_rng stepped = rng;
        for (int64_t count = 0; count <= 60; count++) {
            nprand_rng jumped = rng;
            assert_int_equal(nprand_jumped(&jumped, count), NPRAND_OK);
            assert_same_state(&jumped, &stepped);
            assert_int_equal(nprand_jumped(&stepped, 1), NPRAND_OK);
        }
    }
}

static void jump(nprand_rng *rng, int64_t count)
{
    assert_int_equal(nprand_jumped(rng, count), NPRAND_OK);
}

/* Each power of two as twice the one before, up to the largest count, which is their sum. */
static void test_largest_counts(void **unused)
{
    (void)unused;
    nprand_rng rng = with_random_key(5, 624, 19);
    nprand_rng sum = rng, largest = rng;
    for (int bit = 0; bit < 63; bit++) {
        nprand_rng one = rng, two = rng;
        jump(&one, INT64_C(1) << bit);
        jump(&two, (INT64_C(1) << bit) / 2);
        jump(&two, ((INT64_C(1) << bit) + 1) / 2);
        assert_same_state(&one, &two);
        jump(&sum, INT64_C(1) << bit);
    }
    jump(&largest, INT64_MAX);
    assert_same_state(&largest, &sum);
}

static void test_no_jump_drops_the_gaussian_alone(void **unused)
{
    (void)unused;
    static const int64_t counts[] = {0, -1, INT64_MIN};
    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
        nprand_rng rng = seeded(6);
        nprand_standard_normal(&rng);
        nprand_state expected = state_of(&rng);
        assert_int_equal(expected.has_gauss, 1);
        expected.has_gauss = 0;
        expected.gauss = 0.0;
        assert_int_equal(nprand_jumped(&rng, counts[i]), NPRAND_OK);
        nprand_state state = state_of(&rng);
        assert_memory_equal(&state, &expected, sizeof state);
    }
}

static void test_refused_without_a_generator(void **unused)
{
    (void)unused;
    nprand_rng never, zeros;
    memset(&never, 0, sizeof never);
    memset(&zeros, 0, sizeof zeros);
    assert_int_equal(nprand_jumped(NULL, 1), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_jumped(&never, 1), NPRAND_NOT_SEEDED);
    assert_int_equal(nprand_jumped(&never, 0), NPRAND_NOT_SEEDED);
    assert_memory_equal(&never, &zeros, sizeof never);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_jumped_of_1_18),
        cmocka_unit_test(test_jumped_of_1_19),
        cmocka_unit_test(test_jumped_of_2_5),
        cmocka_unit_test(test_first_words_after_a_jump),
        cmocka_unit_test(test_many_jumps_are_single_ones),
        cmocka_unit_test(test_largest_counts),
        cmocka_unit_test(test_no_jump_drops_the_gaussian_alone),
        cmocka_unit_test(test_refused_without_a_generator),
    };
    folder = argc == 2 ? argv[1] : "vectors/jumped";
    return cmocka_run_group_tests(tests, NULL, NULL);
}
