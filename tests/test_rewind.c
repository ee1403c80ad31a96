/* SPDX-License-Identifier: BSD-3-Clause
 *
 * rewind: the inverse of advance. Both are compared by the state, whose key then has all bits that
 * NumPy's key has, or by the words that follow.
 */
#include "test.h"

#include "../src/engine/advance.h"
#include "../src/backend/polynomial.h"

/* Blocks from which on rewind.c takes the polynomial. */
enum { BREAK_EVEN = 500 };

static const uint64_t EDGES[] = {0,
                                 1,
                                 2,
                                 227,
                                 396,
                                 397,
                                 398,
                                 622,
                                 623,
                                 624,
                                 625,
                                 1247,
                                 1248,
                                 1249,
                                 19936,
                                 19937,
                                 19938,
                                 UINT64_C(624) * 499,
                                 UINT64_C(624) * 500 - 1,
                                 UINT64_C(624) * 500,
                                 UINT64_C(624) * 501,
                                 UINT64_C(624) * 4500,
                                 UINT32_MAX,
                                 UINT64_C(1) << 32,
                                 (UINT64_C(1) << 32) + 1,
                                 UINT64_C(1) << 63,
                                 UINT64_MAX - 1248,
                                 UINT64_MAX - 624,
                                 UINT64_MAX - 623,
                                 UINT64_MAX - 1,
                                 UINT64_MAX};
enum { EDGE_COUNT = sizeof EDGES / sizeof EDGES[0] };

static const int POSITIONS[] = {0, 1, 2, 226, 227, 228, 396, 397, 398, 622, 623, 624};
enum { POSITION_COUNT = sizeof POSITIONS / sizeof POSITIONS[0] };

static void advance(nprand_rng *rng, uint64_t words)
{
    assert_int_equal(nprand_advance(rng, words), NPRAND_OK);
}

static void rewind_by(nprand_rng *rng, uint64_t words)
{
    assert_int_equal(nprand_rewind(rng, words), NPRAND_OK);
}

/* At this position of the second block after seeding; its key is a twisted one. */
static nprand_rng at_position(int64_t seed, int pos)
{
    nprand_rng rng = seeded(seed);
    advance(&rng, 2 * NPRAND__N);
    nprand_state state = state_of(&rng);
    state.pos = pos;
    assert_int_equal(nprand_set_state(&rng, &state), NPRAND_OK);
    return rng;
}

/* The same words from here on: three blocks and a part of one. */
static void assert_same_future(const nprand_rng *a, const nprand_rng *b)
{
    enum { COUNT = 3 * NPRAND__N + 100 };
    static uint32_t x[COUNT], y[COUNT];
    nprand_rng one = *a, two = *b;
    assert_int_equal(nprand_random_raw_fill(&one, COUNT, x), NPRAND_OK);
    assert_int_equal(nprand_random_raw_fill(&two, COUNT, y), NPRAND_OK);
    assert_memory_equal(x, y, sizeof x);
}

/* Both orders. The position 0 is the position 624 of the block before, which a call that moves
 * arrives at. */
static void assert_there_and_back(const nprand_rng *from, uint64_t words)
{
    nprand_rng back = *from, forth = *from;
    advance(&back, words);
    rewind_by(&back, words);
    rewind_by(&forth, words);
    advance(&forth, words);
    assert_same_future(&back, from);
    assert_same_future(&forth, from);
    if (state_of(from).pos > 0 || words == 0) {
        assert_same_state(&back, from);
        assert_same_state(&forth, from);
    }
}

/* ---- Against drawing ---------------------------------------------------------------------- */

/* Each state of a stream of 3000 words is arrived at from its end. */
static void test_states_of_a_stream(void **unused)
{
    (void)unused;
    enum { COUNT = 3000 };
    nprand_rng rng = at_position(1, 1);
    nprand_rng end = rng;
    skip_words(&end, COUNT);
    for (uint64_t left = COUNT; left > 0; left--) {
        nprand_rng back = end;
        rewind_by(&back, left);
        assert_same_state(&back, &rng);
        nprand_random_raw(&rng);
    }
}

/* A fill that ends with whole blocks makes them in the array, and not in the generator. */
static void test_into_a_block_of_a_fill(void **unused)
{
    (void)unused;
    enum { COUNT = 3 * NPRAND__N };
    static uint32_t words[COUNT];
    static double doubles[COUNT / 2];
    for (uint64_t d = 1; d <= COUNT; d++) {
        nprand_rng after_words = seeded(3), after_doubles = seeded(3);
        assert_int_equal(nprand_random_raw_fill(&after_words, COUNT, words), NPRAND_OK);
        assert_int_equal(nprand_random_sample_fill(&after_doubles, COUNT / 2, doubles), NPRAND_OK);
        rewind_by(&after_words, d);
        rewind_by(&after_doubles, d);
        assert_int_equal(nprand_random_raw(&after_words), words[COUNT - d]);
        assert_int_equal(nprand_random_raw(&after_doubles), words[COUNT - d]);
    }
}

static void test_one_word_at_a_time(void **unused)
{
    (void)unused;
    enum { COUNT = 2000 };
    static uint32_t words[COUNT];
    nprand_rng rng = seeded(2);
    assert_int_equal(nprand_random_raw_fill(&rng, COUNT, words), NPRAND_OK);
    for (size_t i = COUNT; i-- > 0;) {
        rewind_by(&rng, 1);
        assert_int_equal(nprand_random_raw(&rng), words[i]);
        rewind_by(&rng, 1);
    }
}

/* From every position back to the seeded block: the key is the seeded one, except for the bits of
 * its first word that are not part of the state. */
static void test_back_to_the_seed(void **unused)
{
    (void)unused;
    const nprand_rng begin = seeded(12345);
    const nprand_state expected = state_of(&begin);
    for (uint64_t words = 1; words <= 1300; words++) {
        nprand_rng rng = begin;
        advance(&rng, words);
        rewind_by(&rng, words);
        nprand_state state = state_of(&rng);
        assert_int_equal(state.pos, 624);
        assert_int_equal(state.key[0] & NPRAND__UPPER_MASK, expected.key[0] & NPRAND__UPPER_MASK);
        assert_memory_equal(state.key + 1, expected.key + 1,
                            sizeof state.key - sizeof state.key[0]);
        assert_same_future(&rng, &begin);
    }
}

/* ---- There and back ----------------------------------------------------------------------- */

static void test_edges_at_positions(void **unused)
{
    (void)unused;
    for (size_t p = 0; p < POSITION_COUNT; p++) {
        nprand_rng rng = at_position(3, POSITIONS[p]);
        for (size_t i = 0; i < EDGE_COUNT; i++)
            assert_there_and_back(&rng, EDGES[i]);
    }
}

static void test_random_distances(void **unused)
{
    (void)unused;
    nprand_rng random = seeded(4);
    for (int64_t round = 0; round < 300; round++) {
        uint64_t words = nprand_randint_uint64_endpoint(&random, 0, UINT64_MAX) >> round % 64;
        nprand_rng rng = at_position(round, (int)nprand_randint(&random, 0, 625));
        assert_there_and_back(&rng, words);
    }
}

/* Both sides of the distance from which on the polynomial is taken. */
static void test_around_the_break_even(void **unused)
{
    (void)unused;
    nprand_rng rng = at_position(5, 300);
    nprand_rng one_by_one = rng;
    uint64_t at = 0;
    for (uint64_t d = (BREAK_EVEN - 2) * NPRAND__N; d < (BREAK_EVEN + 2) * NPRAND__N; d += 100) {
        for (; at + 100 <= d; at += 100)
            rewind_by(&one_by_one, 100);
        nprand_rng back = rng;
        rewind_by(&back, d);
        rewind_by(&one_by_one, d - at);
        at = d;
        assert_same_state(&back, &one_by_one);
    }
}

static void test_sum_of_two_distances(void **unused)
{
    (void)unused;
    nprand_rng random = seeded(6);
    for (int64_t round = 0; round < 100; round++) {
        uint64_t sum = nprand_randint_uint64_endpoint(&random, 0, UINT64_MAX) >> round % 64;
        uint64_t first = nprand_randint_uint64_endpoint(&random, 0, sum);
        nprand_rng one = at_position(round, 1 + (int)(first % NPRAND__N));
        nprand_rng two = one, three = one;
        rewind_by(&one, sum);
        rewind_by(&two, first);
        rewind_by(&two, sum - first);
        assert_same_state(&one, &two);
        advance(&one, first);
        rewind_by(&three, sum - first);
        assert_same_state(&one, &three);
    }
}

/* Words that no seeded generator has drawn: the sequence goes on before the seed, as one sequence.
 * From 700 words before the seed, the words lead to those of the seed. */
static void test_before_the_seed(void **unused)
{
    (void)unused;
    nprand_rng begin = seeded(7);
    for (uint64_t words = 1; words < 2000; words += 7) {
        nprand_rng rng = begin;
        rewind_by(&rng, words);
        nprand_rng longer = rng;
        rewind_by(&longer, 1000);
        skip_words(&longer, 1000);
        assert_same_future(&rng, &longer);
        skip_words(&rng, words);
        assert_same_future(&rng, &begin);
    }
}

/* t^(-d) t^d = 1: the powers that rewind takes and those of advance, applied to the same window. */
static void test_powers_of_the_inverse(void **unused)
{
    (void)unused;
    static const uint64_t distances[] = {
        1, 2, 63, 64, 1188, 1189, 1190, 2378, 2379, UINT64_C(1) << 40, UINT64_MAX - 1, UINT64_MAX};
    nprand_rng rng = at_position(8, 0);
    nprand_state state = state_of(&rng);
    for (size_t i = 0; i < sizeof distances / sizeof distances[0]; i++) {
        uint64_t g[NPRAND__POLYNOMIAL];
        uint32_t window[NPRAND__N];
        memcpy(window, state.key, sizeof window);
        nprand__power_of_inverse(distances[i], g);
        nprand__apply(g, window);
        nprand__power_of_t(distances[i], g);
        nprand__apply(g, window);
        assert_int_equal(window[0] & NPRAND__UPPER_MASK, state.key[0] & NPRAND__UPPER_MASK);
        assert_memory_equal(window + 1, state.key + 1, sizeof window - sizeof window[0]);
    }
}

/* ---- The rest of the generator ------------------------------------------------------------ */

static void test_cached_normal_is_dropped(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < EDGE_COUNT; i++) {
        nprand_rng rng = seeded(8);
        nprand_standard_normal(&rng);
        assert_int_equal(state_of(&rng).has_gauss, 1);
        rewind_by(&rng, EDGES[i]);
        assert_int_equal(state_of(&rng).has_gauss, 0);
        assert_true(state_of(&rng).gauss == 0.0);
    }
}

static void test_settings_stay(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded(9);
    assert_int_equal(nprand_set_numpy_patch(&rng, 1, 17, 2), NPRAND_OK);
    assert_int_equal(nprand_set_long_bits(&rng, 32), NPRAND_OK);
    rewind_by(&rng, UINT64_C(1) << 40);
    int major, minor, patch;
    assert_int_equal(nprand_get_numpy(&rng, &major, &minor, &patch), NPRAND_OK);
    assert_int_equal(major * 10000 + minor * 100 + patch, 11702);
    assert_true(nprand_tomaxint(&rng) <= INT32_MAX);
}

static void test_refused_without_a_generator(void **unused)
{
    (void)unused;
    nprand_rng never, zeros;
    memset(&never, 0, sizeof never);
    memset(&zeros, 0, sizeof zeros);
    assert_int_equal(nprand_rewind(NULL, 1), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_rewind(&never, 1), NPRAND_NOT_SEEDED);
    assert_int_equal(nprand_rewind(&never, UINT64_MAX), NPRAND_NOT_SEEDED);
    assert_memory_equal(&never, &zeros, sizeof never);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_states_of_a_stream),
        cmocka_unit_test(test_into_a_block_of_a_fill),
        cmocka_unit_test(test_one_word_at_a_time),
        cmocka_unit_test(test_back_to_the_seed),
        cmocka_unit_test(test_edges_at_positions),
        cmocka_unit_test(test_random_distances),
        cmocka_unit_test(test_around_the_break_even),
        cmocka_unit_test(test_sum_of_two_distances),
        cmocka_unit_test(test_before_the_seed),
        cmocka_unit_test(test_powers_of_the_inverse),
        cmocka_unit_test(test_cached_normal_is_dropped),
        cmocka_unit_test(test_settings_stay),
        cmocka_unit_test(test_refused_without_a_generator),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
