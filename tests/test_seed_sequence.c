/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Seed sequences: test_seed_sequence <folder> runs every line of vectors/exchange, which NumPy's
 * SeedSequence wrote; generate_exchange.py has the format. A line that is not understood is a
 * failure.
 */
#include "sha256.h"
#include "test.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

enum { N = 624, WORDS = 1000, LONGS = 499, SHOWN = 5, MOST = 200 };

static const char *folder;

/* ---- Lines -------------------------------------------------------------------------------- */

struct vector {
    char entropy[3000], key[100], path[100], hash32[32], hash64[32], key_hash[32];
    size_t pool;
    int pos;
    uint32_t shown[SHOWN];
};

static bool parse(const char *line, struct vector *v)
{
    int length = 0;
    int fields =
        sscanf(line,
               "entropy=%2999s key=%99s path=%99s pool=%zu hash32=%31s hash64=%31s "
               "key_hash=%31s pos=%d words: "
               "%8" SCNx32 " %8" SCNx32 " %8" SCNx32 " %8" SCNx32 " %8" SCNx32 "%n",
               v->entropy, v->key, v->path, &v->pool, v->hash32, v->hash64, v->key_hash, &v->pos,
               &v->shown[0], &v->shown[1], &v->shown[2], &v->shown[3], &v->shown[4], &length);
    return fields == 8 + SHOWN && strcmp(line + length, "\n") == 0;
}

/* Numbers with commas, or none; how many. */
static size_t read_numbers(const char *text, uint32_t *numbers)
{
    size_t count = 0;
    while (*text >= '0' && *text <= '9') {
        char *end;
        assert_true(count < MOST);
        numbers[count++] = (uint32_t)strtoull(text, &end, 10);
        text = end + (*end == ',');
    }
    assert_true(count > 0 || strcmp(text, "none") == 0 || strcmp(text, "]") == 0);
    return count;
}

/* The words of an integer, the lowest of which comes last in its text. */
static size_t read_hex(const char *digits, uint32_t *words)
{
    size_t count = strlen(digits) / 8;
    assert_true(count > 0 && count < MOST && strlen(digits) == 8 * count);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(sscanf(digits + 8 * (count - 1 - i), "%8" SCNx32, &words[i]), 1);
    while (words[count - 1] == 0)
        count--;
    return count;
}

static void assert_same_sequence(const nprand_seed_seq *a, const nprand_seed_seq *b)
{
    assert_memory_equal(a, b, sizeof *a);
}

/* By nprand_seed_seq_init(), where the integer has 64 bits at most. */
static bool read_integer(const char *text, uint64_t *integer)
{
    errno = 0;
    *integer = strtoull(text, NULL, 10);
    return errno == 0;
}

static void init_by_text(nprand_seed_seq *seq, const char *text)
{
    memset(seq, 0xff, sizeof *seq);
    assert_int_equal(nprand_seed_seq_init_text(seq, text, strlen(text)), NPRAND_OK);
}

static void init_by_words(nprand_seed_seq *seq, const struct vector *v)
{
    uint32_t words[MOST];
    uint64_t integer;
    size_t count;
    if (v->entropy[0] == '[') {
        count = read_numbers(v->entropy + 1, words);
    } else if (strncmp(v->entropy, "0x", 2) == 0) {
        count = read_hex(v->entropy + 2, words);
    } else {
        assert_true(read_integer(v->entropy, &integer));
        words[0] = (uint32_t)integer;
        words[1] = (uint32_t)(integer >> 32);
        count = words[1] != 0 ? 2 : 1;
    }
    memset(seq, 0xff, sizeof *seq);
    assert_int_equal(nprand_seed_seq_init_array(seq, words, count, v->pool), NPRAND_OK);
}

static void init_by_integer(nprand_seed_seq *seq, uint64_t entropy)
{
    memset(seq, 0xff, sizeof *seq);
    assert_int_equal(nprand_seed_seq_init(seq, entropy), NPRAND_OK);
}

/* By all functions that can make it. */
static nprand_seed_seq sequence_of(const struct vector *v, int major, int minor)
{
    nprand_seed_seq seq, same;
    uint32_t words[MOST];
    uint64_t integer = 0;
    bool is_list = v->entropy[0] == '[';
    bool is_decimal = !is_list && strncmp(v->entropy, "0x", 2) != 0;
    bool is_large = is_decimal && !read_integer(v->entropy, &integer);
    if (is_large)
        init_by_text(&seq, v->entropy);
    else
        init_by_words(&seq, v);
    if (!is_list && v->pool == NPRAND_POOL_SIZE) {
        init_by_text(&same, v->entropy);
        assert_same_sequence(&same, &seq);
    }
    if (is_decimal && !is_large && v->pool == NPRAND_POOL_SIZE) {
        init_by_integer(&same, integer);
        assert_same_sequence(&same, &seq);
    }
    assert_int_equal(nprand_seed_seq_set_numpy(&seq, major, minor), NPRAND_OK);
    size_t length = read_numbers(v->key, words);
    assert_int_equal(nprand_seed_seq_child(&seq, words, length, &seq), NPRAND_OK);
    return seq;
}

/* The first 16 digits of the SHA-256. */
static void assert_hash(const unsigned char *bytes, size_t n, const char *expected)
{
    char hash[SHA256_HEX_SIZE];
    sha256_hex(bytes, n, hash);
    hash[16] = '\0';
    assert_string_equal(hash, expected);
}

static void assert_words_hash(const uint32_t *words, size_t n, const char *expected)
{
    static unsigned char bytes[4 * WORDS];
    for (size_t i = 0; i < 4 * n; i++)
        bytes[i] = (unsigned char)(words[i / 4] >> 8 * (i % 4));
    assert_hash(bytes, 4 * n, expected);
}

static void run(const struct vector *v, int major, int minor)
{
    static uint32_t words[WORDS];
    static uint64_t longs[LONGS];
    static unsigned char bytes[8 * LONGS];
    uint32_t path[MOST];
    nprand_seed_seq seq = sequence_of(v, major, minor);
    size_t length = read_numbers(v->path, path);
    for (size_t i = 0; i < length; i++) {
        nprand_seed_seq children[MOST];
        assert_int_equal(nprand_seed_seq_spawn(&seq, path[i], children), NPRAND_OK);
        assert_int_equal(seq.n_children_spawned, path[i]);
        seq = children[path[i] - 1];
    }

    assert_int_equal(nprand_seed_seq_generate_state(&seq, WORDS, words), NPRAND_OK);
    assert_memory_equal(words, v->shown, 3 * sizeof words[0]);
    assert_words_hash(words, WORDS, v->hash32);
    assert_int_equal(nprand_seed_seq_generate_state_uint64(&seq, LONGS, longs), NPRAND_OK);
    for (size_t i = 0; i < 8 * LONGS; i++)
        bytes[i] = (unsigned char)(longs[i / 8] >> 8 * (i % 8));
    assert_hash(bytes, sizeof bytes, v->hash64);

    nprand_rng rng;
    assert_int_equal(nprand_seed_sequence(&rng, &seq), NPRAND_OK);
    nprand_state state = state_of(&rng);
    assert_words_hash(state.key, N, v->key_hash);
    assert_int_equal(state.pos, v->pos);
    assert_int_equal(nprand_random_raw(&rng), v->shown[3]);
    assert_int_equal(nprand_random_raw(&rng), v->shown[4]);
}

static void run_file(int major, int minor, int patch)
{
    static char line[4000];
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
        run(&v, major, minor);
    }
    assert_int_equal(fclose(file), 0);
    if (lines < 2 || lines != promised)
        fail_msg("%s: %zu lines, not the %zu that its end promises", path, lines, promised);
    free(path);
}

static void test_sequences_of_1_17(void **unused)
{
    (void)unused;
    run_file(1, 17, 0);
}

static void test_sequences_of_1_18(void **unused)
{
    (void)unused;
    run_file(1, 18, 5);
}

static void test_sequences_of_1_19(void **unused)
{
    (void)unused;
    run_file(1, 19, 5);
}

static void test_sequences_of_2_5(void **unused)
{
    (void)unused;
    run_file(2, 5, 5);
}

/* ---- Without files ------------------------------------------------------------------------ */

static nprand_seed_seq sequence(uint64_t entropy)
{
    nprand_seed_seq seq;
    assert_int_equal(nprand_seed_seq_init(&seq, entropy), NPRAND_OK);
    return seq;
}

/* Written down from NumPy 1.24.2. */
static void test_known_words(void **unused)
{
    (void)unused;
    static const uint32_t expected[] = {0xa03d837c, 0xb5ae6482, 0xfa1f7a2f, 0xbbe2996f};
    uint32_t words[4];
    nprand_seed_seq seq = sequence(12345);
    assert_int_equal(nprand_seed_seq_generate_state(&seq, 4, words), NPRAND_OK);
    assert_memory_equal(words, expected, sizeof words);

    nprand_rng rng;
    assert_int_equal(nprand_seed_sequence(&rng, &seq), NPRAND_OK);
    nprand_state state = state_of(&rng);
    assert_int_equal(state.pos, 623);
    assert_int_equal(state.key[0], 0x80000000u);
    assert_int_equal(state.key[1], 0xb5ae6482u);
    assert_int_equal(nprand_random_raw(&rng), 0x60bc0add);
    assert_int_equal(nprand_random_raw(&rng), 0xd7d0d9d3);
}

static void assert_text_gives(const char *text, uint64_t entropy)
{
    nprand_seed_seq seq, expected = sequence(entropy);
    init_by_text(&seq, text);
    assert_same_sequence(&seq, &expected);
}

static void test_text_as_python_reads_it(void **unused)
{
    (void)unused;
    assert_text_gives("0", 0);
    assert_text_gives("000", 0);
    assert_text_gives("0x0", 0);
    assert_text_gives("12345", 12345);
    assert_text_gives("0012345", 12345);
    assert_text_gives("12_345", 12345);
    assert_text_gives("1_2_3_4_5", 12345);
    assert_text_gives("0_9", 9);
    assert_text_gives("0x3039", 12345);
    assert_text_gives("0X3039", 12345);
    assert_text_gives("0x_30_39", 12345);
    assert_text_gives("0x0000000000000000000000000000000000000000003039", 12345);
    assert_text_gives("0xDeadBEEFcafe", UINT64_C(0xdeadbeefcafe));
    assert_text_gives("18446744073709551615", UINT64_MAX);
    assert_text_gives(" \t\v\f\r\n12345 \r\n", 12345);
    assert_text_gives("0x3039\n", 12345);
    assert_text_gives("+12345", 12345);
    assert_text_gives(" +0x3039", 12345);
    assert_text_gives("-0", 0);
    assert_text_gives("-0x0_0\n", 0);

    /* No more is read than length bytes, which no '\0' ends. */
    nprand_seed_seq seq, expected = sequence(123);
    assert_int_equal(nprand_seed_seq_init_text(&seq, "12345", 3), NPRAND_OK);
    assert_same_sequence(&seq, &expected);
    const char unended[3] = {'1', '2', '3'};
    assert_int_equal(nprand_seed_seq_init_text(&seq, unended, sizeof unended), NPRAND_OK);
    assert_same_sequence(&seq, &expected);
}

static void test_large_text(void **unused)
{
    (void)unused;
    enum { DIGITS = 2048 }; /* of 2^8192 - 1 */
    static char hex[10000];
    nprand_seed_seq seq, expected;
    uint32_t words[256];
    memset(words, 0xff, sizeof words);
    assert_int_equal(nprand_seed_seq_init_array(&expected, words, 256, 4), NPRAND_OK);
    memset(hex, '0', sizeof hex);
    hex[1] = 'x';
    memset(hex + sizeof hex - DIGITS, 'f', DIGITS);
    assert_int_equal(nprand_seed_seq_init_text(&seq, hex, sizeof hex), NPRAND_OK);
    assert_same_sequence(&seq, &expected);

    hex[sizeof hex - DIGITS - 1] = '1';
    assert_int_equal(nprand_seed_seq_init_text(&seq, hex, sizeof hex), NPRAND_ENTROPY_TOO_LARGE);
    memset(hex, '9', sizeof hex);
    assert_int_equal(nprand_seed_seq_init_text(&seq, hex, 2467), NPRAND_ENTROPY_TOO_LARGE);
    assert_int_equal(nprand_seed_seq_init_text(&seq, hex, sizeof hex), NPRAND_ENTROPY_TOO_LARGE);
    assert_same_sequence(&seq, &expected);
    assert_int_equal(nprand_seed_seq_init_text(&seq, hex, 2466), NPRAND_OK);
    /* What is no number is said first. */
    hex[sizeof hex - 1] = '!';
    assert_int_equal(nprand_seed_seq_init_text(&seq, hex, sizeof hex), NPRAND_BAD_ENTROPY);
}

static void test_text_that_is_no_number(void **unused)
{
    (void)unused;
    static const char *const texts[] = {
        "",    " ",    "\n",       "1 2",  "+ 1",          "-",    "+",     "0x",
        "0x_", "x1",   "_1",       "1_",   "1__0",         "0x1_", "0x__1", "0xg",
        "12a", "1.0",  "1e5",      "0b1",  "0o17",         "[1]",  "None",  "ff",
        "1,2", "\xb2", "\xd9\xa3", "0_x1", "0x-1",         "+-1",  "--1",   "1-",
        "1+",  "0x 1", "_ 1",      "+_1",  "\xc2\xa0\x31",
    };
    nprand_seed_seq seq = sequence(1);
    nprand_seed_seq before = seq;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        print_message("%s\n", texts[i]);
        assert_int_equal(nprand_seed_seq_init_text(&seq, texts[i], strlen(texts[i])),
                         NPRAND_BAD_ENTROPY);
        assert_same_sequence(&seq, &before);
    }
    assert_int_equal(nprand_seed_seq_init_text(&seq, "1\0", 2), NPRAND_BAD_ENTROPY);
    assert_int_equal(nprand_seed_seq_init_text(&seq, NULL, 0), NPRAND_BAD_ENTROPY);
    assert_int_equal(nprand_seed_seq_init_text(&seq, NULL, 1), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_seed_seq_init_text(&seq, "1", SIZE_MAX), NPRAND_TOO_LARGE);
    assert_int_equal(nprand_seed_seq_init_text(NULL, "1", 1), NPRAND_NULL_POINTER);
    assert_same_sequence(&seq, &before);
    assert_string_equal(nprand_strerror(NPRAND_BAD_ENTROPY), "unrecognized seed string");
}

static void test_negative_entropy(void **unused)
{
    (void)unused;
    nprand_seed_seq seq = sequence(1);
    nprand_seed_seq before = seq;
    static const char *const texts[] = {"-1", " -0x1\n",
                                        "-340282366920938463463374607431768211456"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        assert_int_equal(nprand_seed_seq_init_text(&seq, texts[i], strlen(texts[i])),
                         NPRAND_NEGATIVE_ENTROPY);
    assert_int_equal(nprand_seed_seq_init_int64(&seq, -1), NPRAND_NEGATIVE_ENTROPY);
    assert_int_equal(nprand_seed_seq_init_int64(&seq, INT64_MIN), NPRAND_NEGATIVE_ENTROPY);
    assert_int_equal(nprand_seed_seq_init(NULL, UINT64_C(1)), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_seed_seq_init_int64(NULL, 1), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_seed_seq_init_int64(NULL, -1), NPRAND_NULL_POINTER);
    /* By the macro, each signed type. */
    int minus_one = -1;
    assert_int_equal(nprand_seed_seq_init(&seq, minus_one), NPRAND_NEGATIVE_ENTROPY);
    assert_int_equal(nprand_seed_seq_init(&seq, (signed char)-1), NPRAND_NEGATIVE_ENTROPY);
    assert_int_equal(nprand_seed_seq_init(&seq, -1L), NPRAND_NEGATIVE_ENTROPY);
    assert_int_equal(nprand_seed_seq_init(&seq, INT64_MIN), NPRAND_NEGATIVE_ENTROPY);
    assert_same_sequence(&seq, &before);
    assert_string_equal(nprand_strerror(NPRAND_NEGATIVE_ENTROPY), "expected non-negative integer");

    nprand_seed_seq expected = sequence(INT64_MAX);
    assert_int_equal(nprand_seed_seq_init(&seq, INT64_MAX), NPRAND_OK);
    assert_same_sequence(&seq, &expected);
    expected = sequence(UINT64_MAX);
    assert_int_equal(nprand_seed_seq_init(&seq, UINT64_MAX), NPRAND_OK);
    assert_same_sequence(&seq, &expected);
    assert_int_equal((nprand_seed_seq_init)(&seq, UINT64_MAX), NPRAND_OK);
    assert_same_sequence(&seq, &expected);
}

static void test_children_go_on_where_spawn_stopped(void **unused)
{
    (void)unused;
    nprand_seed_seq at_once[5], one[5];
    nprand_seed_seq a = sequence(7), b = sequence(7), c = sequence(7);
    assert_int_equal(nprand_seed_seq_spawn(&a, 5, at_once), NPRAND_OK);
    for (uint32_t i = 0; i < 5; i++) {
        assert_int_equal(nprand_seed_seq_spawn(&b, 1, &one[i]), NPRAND_OK);
        assert_same_sequence(&one[i], &at_once[i]);
        assert_int_equal(nprand_seed_seq_child(&c, &i, 1, &one[i]), NPRAND_OK);
        assert_same_sequence(&one[i], &at_once[i]);
    }
    assert_same_sequence(&a, &b);
    assert_int_equal(a.n_children_spawned, 5);
    assert_int_equal(c.n_children_spawned, 0);
    c.n_children_spawned = 3;
    assert_int_equal(nprand_seed_seq_spawn(&c, 2, one), NPRAND_OK);
    assert_same_sequence(&one[0], &at_once[3]);
}

static void test_child_without_a_key_is_the_sequence_without_children(void **unused)
{
    (void)unused;
    nprand_seed_seq seq = sequence(9), children[2], same;
    nprand_seed_seq fresh = seq;
    assert_int_equal(nprand_seed_seq_spawn(&seq, 2, children), NPRAND_OK);
    assert_int_equal(nprand_seed_seq_child(&seq, NULL, 0, &same), NPRAND_OK);
    assert_same_sequence(&same, &fresh);
}

static void test_number_of_children_has_an_end(void **unused)
{
    (void)unused;
    nprand_seed_seq seq = sequence(1), child, children[2];
    seq.n_children_spawned = UINT32_MAX - 1;
    nprand_seed_seq before = seq;
    assert_int_equal(nprand_seed_seq_spawn(&seq, 2, children), NPRAND_TOO_MANY_CHILDREN);
    assert_same_sequence(&seq, &before);
    assert_int_equal(nprand_seed_seq_spawn(&seq, 1, &child), NPRAND_OK);
    assert_int_equal(seq.n_children_spawned, UINT32_MAX);
    assert_int_equal(nprand_seed_seq_spawn(&seq, 1, &child), NPRAND_TOO_MANY_CHILDREN);
    assert_int_equal(nprand_seed_seq_spawn(&seq, 0, NULL), NPRAND_OK);
}

static void test_os_entropy(void **unused)
{
    (void)unused;
    uint32_t a_words[NPRAND_POOL_SIZE_MAX], b_words[NPRAND_POOL_SIZE_MAX];
    for (size_t pool = NPRAND_POOL_SIZE; pool <= NPRAND_POOL_SIZE_MAX; pool++) {
        nprand_seed_seq a, b, again;
        assert_int_equal(nprand_seed_seq_init_os(&a, pool, a_words), NPRAND_OK);
        assert_int_equal(nprand_seed_seq_init_os(&b, pool, b_words), NPRAND_OK);
        assert_memory_not_equal(a_words, b_words, pool * sizeof a_words[0]);
        assert_int_equal(nprand_seed_seq_init_array(&again, a_words, pool, pool), NPRAND_OK);
        assert_same_sequence(&a, &again);
    }
    nprand_seed_seq seq;
    assert_int_equal(nprand_seed_seq_init_os(&seq, 4, NULL), NPRAND_OK);
}

static void test_releases(void **unused)
{
    (void)unused;
    nprand_seed_seq seq = sequence(1);
    nprand_seed_seq before = seq;
    assert_int_equal(nprand_seed_seq_set_numpy(&seq, 1, 16), NPRAND_UNKNOWN_RELEASE);
    assert_int_equal(nprand_seed_seq_set_numpy(&seq, 1, 27), NPRAND_UNKNOWN_RELEASE);
    assert_int_equal(nprand_seed_seq_set_numpy(&seq, 3, 0), NPRAND_UNKNOWN_RELEASE);
    assert_int_equal(nprand_seed_seq_set_numpy(&seq, 2, -1), NPRAND_UNKNOWN_RELEASE);
    assert_same_sequence(&seq, &before);
    assert_int_equal(nprand_seed_seq_set_numpy(&seq, 1, 17), NPRAND_OK);
    assert_int_equal(nprand_seed_seq_set_numpy(&seq, 2, 5), NPRAND_OK);
    assert_same_sequence(&seq, &before);
}

static void test_refusals_leave_all_as_it_was(void **unused)
{
    (void)unused;
    nprand_seed_seq seq = sequence(1), zeroed;
    nprand_seed_seq before = seq;
    nprand_rng rng = seeded(1);
    nprand_rng rng_before = rng;
    uint32_t word = 5;
    uint64_t number = 5;
    memset(&zeroed, 0, sizeof zeroed);
    assert_int_equal(nprand_seed_seq_init_array(&seq, &word, 1, 3), NPRAND_POOL_TOO_SMALL);
    assert_int_equal(nprand_seed_seq_init_array(&seq, &word, 1, 0), NPRAND_POOL_TOO_SMALL);
    assert_int_equal(nprand_seed_seq_init_array(&seq, &word, 1, 65), NPRAND_POOL_TOO_LARGE);
    assert_int_equal(nprand_seed_seq_init_array(&seq, NULL, 1, 4), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_seed_seq_init_array(&seq, &word, SIZE_MAX, 4), NPRAND_TOO_LARGE);
    assert_int_equal(nprand_seed_seq_init_os(&seq, SIZE_MAX, NULL), NPRAND_POOL_TOO_LARGE);
    assert_int_equal(nprand_seed_seq_init(NULL, 1), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_seed_seq_init_array(NULL, &word, 1, 4), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_seed_seq_init_os(NULL, 4, NULL), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_seed_seq_set_numpy(NULL, 1, 18), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_seed_seq_set_numpy(&zeroed, 1, 18), NPRAND_NOT_INITIALISED);
    assert_int_equal(nprand_seed_seq_spawn(NULL, 1, &seq), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_seed_seq_spawn(&zeroed, 1, &seq), NPRAND_NOT_INITIALISED);
    assert_int_equal(nprand_seed_seq_spawn(&seq, 1, NULL), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_seed_seq_child(NULL, &word, 1, &seq), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_seed_seq_child(&zeroed, &word, 1, &seq), NPRAND_NOT_INITIALISED);
    assert_int_equal(nprand_seed_seq_child(&seq, NULL, 1, &seq), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_seed_seq_child(&seq, &word, 1, NULL), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_seed_seq_generate_state(NULL, 1, &word), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_seed_seq_generate_state(&zeroed, 1, &word), NPRAND_NOT_INITIALISED);
    assert_int_equal(nprand_seed_seq_generate_state(&seq, 1, NULL), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_seed_seq_generate_state(&seq, SIZE_MAX, &word), NPRAND_TOO_LARGE);
    assert_int_equal(nprand_seed_seq_generate_state(&seq, 0, NULL), NPRAND_OK);
    assert_int_equal(nprand_seed_seq_generate_state_uint64(NULL, 1, &number), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_seed_seq_generate_state_uint64(&zeroed, 1, &number),
                     NPRAND_NOT_INITIALISED);
    assert_int_equal(nprand_seed_seq_generate_state_uint64(&seq, 1, NULL), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_seed_sequence(NULL, &seq), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_seed_sequence(&rng, NULL), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_seed_sequence(&rng, &zeroed), NPRAND_NOT_INITIALISED);
    memset(&zeroed, 0xff, sizeof zeroed);
    assert_int_equal(nprand_seed_sequence(&rng, &zeroed), NPRAND_NOT_INITIALISED);
    assert_true(word == 5 && number == 5);
    assert_same_sequence(&seq, &before);
    assert_memory_equal(&rng, &rng_before, sizeof rng);
}

/* As the other functions that seed. */
static void test_seeding_sets_the_whole_generator(void **unused)
{
    (void)unused;
    nprand_seed_seq seq = sequence(3);
    nprand_seed_seq before = seq;
    nprand_rng a, b = seeded(1);
    memset(&a, 0xff, sizeof a);
    nprand_standard_normal(&b);
    assert_int_equal(nprand_set_numpy(&b, 1, 17), NPRAND_OK);
    assert_int_equal(nprand_seed_sequence(&a, &seq), NPRAND_OK);
    assert_int_equal(nprand_seed_sequence(&b, &seq), NPRAND_OK);
    assert_memory_equal(&a, &b, sizeof a);
    assert_same_sequence(&seq, &before);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sequences_of_1_17),
        cmocka_unit_test(test_sequences_of_1_18),
        cmocka_unit_test(test_sequences_of_1_19),
        cmocka_unit_test(test_sequences_of_2_5),
        cmocka_unit_test(test_known_words),
        cmocka_unit_test(test_text_as_python_reads_it),
        cmocka_unit_test(test_large_text),
        cmocka_unit_test(test_text_that_is_no_number),
        cmocka_unit_test(test_negative_entropy),
        cmocka_unit_test(test_children_go_on_where_spawn_stopped),
        cmocka_unit_test(test_child_without_a_key_is_the_sequence_without_children),
        cmocka_unit_test(test_number_of_children_has_an_end),
        cmocka_unit_test(test_os_entropy),
        cmocka_unit_test(test_releases),
        cmocka_unit_test(test_refusals_leave_all_as_it_was),
        cmocka_unit_test(test_seeding_sets_the_whole_generator),
    };
    folder = argc == 2 ? argv[1] : "vectors/exchange";
    return cmocka_run_group_tests(tests, NULL, NULL);
}
