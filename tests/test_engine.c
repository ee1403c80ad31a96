/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The engine: known words, and the same words however they are read.
 */
#include "test.h"

#include <stdlib.h>

enum { N = 624 };

/* The C++ standard, [rand.predef]: the 10000th consecutive invocation of a default-constructed
 * std::mt19937, whose seed is 5489. */
static void test_10000th_word_of_the_cxx_standard(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded(5489);
    skip_words(&rng, 9999);
    assert_int_equal(nprand_random_raw(&rng), 4123659995);
}

/* The first lines of mt19937ar.out, which Matsumoto and Nishimura published with mt19937ar.c. */
static void test_first_words_of_mt19937ar_out(void **unused)
{
    (void)unused;
    static const uint32_t seed[] = {0x123, 0x234, 0x345, 0x456};
    static const uint32_t published[] = {1067595299, 955945823,  477289528, 4107218783, 4228976476,
                                         3344332714, 3355579695, 227628506, 810200273,  2591290167};
    nprand_rng rng;
    assert_int_equal(nprand_seed_array(&rng, seed, 4), NPRAND_OK);
    for (size_t i = 0; i < sizeof published / sizeof published[0]; i++)
        assert_int_equal(nprand_random_raw(&rng), published[i]);
}

/* A plain MT19937, one word at a time, against the blocks. */
static uint32_t textbook_word(uint32_t *key, int *pos)
{
    int i = *pos % N;
    uint32_t y = (key[i] & 0x80000000u) | (key[(i + 1) % N] & 0x7fffffffu);
    key[i] = key[(i + 397) % N] ^ y >> 1 ^ (y & 1 ? 0x9908b0dfu : 0);
    *pos = i + 1;
    uint32_t x = key[i];
    x ^= x >> 11;
    x ^= x << 7 & 0x9d2c5680u;
    x ^= x << 15 & 0xefc60000u;
    return x ^ x >> 18;
}

static void test_words_of_a_textbook_engine(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded(42);
    nprand_state state = state_of(&rng);
    int pos = state.pos;
    for (int i = 0; i < 10 * N; i++)
        assert_int_equal(nprand_random_raw(&rng), textbook_word(state.key, &pos));
}

/* From each position, fills that end before, at and after the end of a block. */
static void test_fill_at_every_position(void **unused)
{
    (void)unused;
    static const size_t lengths[] = {0, 1, 2, 3, 311, 312, 313, 623, 624, 625, 626, 1247, 1249};
    static uint32_t filled[1249];
    for (size_t pos = 0; pos <= N; pos++) {
        for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++) {
            nprand_rng one = seeded(7);
            skip_words(&one, pos);
            nprand_rng all = one;
            assert_int_equal(nprand_random_raw_fill(&all, lengths[i], filled), NPRAND_OK);
            for (size_t j = 0; j < lengths[i]; j++)
                assert_int_equal(filled[j], nprand_random_raw(&one));
            assert_same_state(&one, &all);
        }
    }
}

/* A double that has its first word in one block and its second in the next. */
static void test_double_over_a_block_end(void **unused)
{
    (void)unused;
    nprand_rng words = seeded(3);
    skip_words(&words, N - 1);
    nprand_rng doubles = words;
    nprand_rng filled = words;
    uint64_t high = (uint64_t)nprand_random_raw(&words) >> 5;
    uint64_t low = (uint64_t)nprand_random_raw(&words) >> 6;
    double expected = ((double)high * 67108864.0 + (double)low) / 9007199254740992.0;
    assert_true(nprand_random_sample(&doubles) == expected);
    assert_same_state(&words, &doubles);
    double out[2];
    assert_int_equal(nprand_random_sample_fill(&filled, 2, out), NPRAND_OK);
    assert_true(out[0] == expected);
}

/* Fills write n elements and not one more, at any alignment of the element's own size. */
static void test_fill_stays_inside_its_array(void **unused)
{
    (void)unused;
    for (size_t n = 0; n < 700; n += 13) {
        uint32_t *words = malloc((n + 1) * sizeof *words);
        double *doubles = malloc((n + 1) * sizeof *doubles);
        assert_non_null(words);
        assert_non_null(doubles);
        words[n] = 77;
        doubles[n] = 77.0;
        nprand_rng rng = seeded(1);
        assert_int_equal(nprand_random_raw_fill(&rng, n, words), NPRAND_OK);
        assert_int_equal(nprand_random_sample_fill(&rng, n, doubles), NPRAND_OK);
        assert_int_equal(words[n], 77);
        assert_true(doubles[n] == 77.0);
        free(words);
        free(doubles);
    }
}

static void test_bytes_are_words_lowest_first(void **unused)
{
    (void)unused;
    unsigned char bytes[64];
    for (size_t n = 0; n <= 60; n++) {
        nprand_rng rng = seeded(99);
        nprand_rng words = rng;
        memset(bytes, 0xa5, sizeof bytes);
        assert_int_equal(nprand_bytes(&rng, n, bytes), NPRAND_OK);
        int64_t word = 0;
        for (size_t i = 0; i < n; i++) {
            word = i % 4 == 0 ? nprand_random_raw(&words) : word >> 8;
            assert_int_equal(bytes[i], word & 0xff);
        }
        assert_int_equal(bytes[n], 0xa5);
        if (n == 0)
            skip_words(&words, 1); /* no bytes cost one word, as in NumPy */
        assert_same_state(&rng, &words);
    }
}

static void test_copy_forks_the_stream(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded(5);
    skip_words(&rng, 100);
    nprand_rng fork = rng;
    int64_t first = nprand_random_raw(&rng);
    skip_words(&rng, 1000);
    assert_int_equal(nprand_random_raw(&fork), first);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_10000th_word_of_the_cxx_standard),
        cmocka_unit_test(test_first_words_of_mt19937ar_out),
        cmocka_unit_test(test_words_of_a_textbook_engine),
        cmocka_unit_test(test_fill_at_every_position),
        cmocka_unit_test(test_double_over_a_block_end),
        cmocka_unit_test(test_fill_stays_inside_its_array),
        cmocka_unit_test(test_bytes_are_words_lowest_first),
        cmocka_unit_test(test_copy_forks_the_stream),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
