/* SPDX-License-Identifier: BSD-3-Clause
 *
 * advance: the state after words that are not drawn is the state after words that are.
 */
#include "test.h"

#include "../src/engine/advance.h"
#include "../src/backend/backend.h"
#include "../src/backend/polynomial.h"

#include <stdio.h>

/* Blocks from which on advance.c takes the polynomial. */
enum { BREAK_EVEN = 4500 };

static void advance(nprand_rng *rng, uint64_t words)
{
    assert_int_equal(nprand_advance(rng, words), NPRAND_OK);
}

/* Skips by drawing, in pieces of a constant size. */
static void draw(nprand_rng *rng, uint64_t n)
{
    static uint32_t words[10 * NPRAND__N];
    for (; n > 10 * NPRAND__N; n -= 10 * NPRAND__N)
        assert_int_equal(nprand_random_raw_fill(rng, 10 * NPRAND__N, words), NPRAND_OK);
    assert_int_equal(nprand_random_raw_fill(rng, (size_t)n, words), NPRAND_OK);
}

/* At this position of the first block after seeding; its key is a twisted one. */
static nprand_rng at_position(int64_t seed, int pos)
{
    nprand_rng rng = seeded(seed);
    draw(&rng, NPRAND__N);
    nprand_state state = state_of(&rng);
    state.pos = pos;
    assert_int_equal(nprand_set_state(&rng, &state), NPRAND_OK);
    return rng;
}

static void assert_advance_gives(const nprand_rng *from, uint64_t words, const nprand_rng *drawn)
{
    nprand_rng rng = *from;
    advance(&rng, words);
    assert_same_state(&rng, drawn);
}

/* ---- Against drawing ---------------------------------------------------------------------- */

static void test_short_distances_from_every_position(void **unused)
{
    (void)unused;
    for (int pos = 0; pos <= NPRAND__N; pos++) {
        nprand_rng rng = at_position(1, pos);
        nprand_rng drawn = rng;
        for (uint64_t words = 0; words <= 2000; words++) {
            assert_advance_gives(&rng, words, &drawn);
            nprand_random_raw(&drawn);
        }
    }
}

/* get_state() right after seeding shows a key that was never drawn from. */
static void test_from_a_seeded_key(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded(123);
    nprand_rng drawn = rng;
    for (uint64_t words = 0; words <= 2000; words++) {
        assert_advance_gives(&rng, words, &drawn);
        nprand_random_raw(&drawn);
    }
    draw(&drawn, UINT64_C(10000000) - 2001);
    assert_advance_gives(&rng, 10000000, &drawn);
}

/* Two blocks and a word around the first distance that goes by the polynomial. */
static void compare_around_break_even(int pos)
{
    nprand_rng rng = at_position(2, pos);
    nprand_rng drawn = rng;
    uint64_t at = 0;
    for (uint64_t blocks = BREAK_EVEN - 2; blocks <= BREAK_EVEN + 2; blocks++) {
        uint64_t words = (uint64_t)(NPRAND__N - pos) + 1 + blocks * NPRAND__N;
        for (uint64_t d = words - 1; d <= words + 1; d++) {
            draw(&drawn, d - at);
            at = d;
            assert_advance_gives(&rng, d, &drawn);
        }
    }
}

static void test_around_the_break_even(void **unused)
{
    (void)unused;
    compare_around_break_even(0);
    compare_around_break_even(1);
    compare_around_break_even(300);
    compare_around_break_even(623);
    compare_around_break_even(624);
}

/* Wherever the break-even lies: the distances on both sides, and every remainder of a block. */
static void test_distances_up_to_ten_million(void **unused)
{
    (void)unused;
    nprand_rng rng = at_position(3, 17);
    nprand_rng drawn = rng;
    uint64_t at = 0;
    for (uint64_t d = 0; d < 10000000; d += 16001) {
        draw(&drawn, d - at);
        at = d;
        assert_advance_gives(&rng, d, &drawn);
    }
}

/* The polynomial where it is never used: as few blocks as can be, and around the degree. */
static void test_the_polynomial_at_short_distances(void **unused)
{
    (void)unused;
    static const uint64_t blocks[] = {0, 1, 2, 3, 30, 31, 32, 33, 63, 64, 65, 1000};
    nprand_rng rng = at_position(4, 0);
    nprand_state state = state_of(&rng);
    for (size_t i = 0; i < sizeof blocks / sizeof blocks[0]; i++) {
        uint32_t window[NPRAND__N], key[NPRAND__N + NPRAND__PAD];
        uint64_t g[NPRAND__POLYNOMIAL];
        memcpy(window, state.key, sizeof window);
        memcpy(key, state.key, sizeof window);
        nprand__power_of_t(blocks[i] * NPRAND__N, g);
        nprand__apply(g, window);
        nprand__backend_portable.twist(key, (size_t)blocks[i]);
        assert_int_equal(window[0] & NPRAND__UPPER_MASK, key[0] & NPRAND__UPPER_MASK);
        assert_memory_equal(window + 1, key + 1, sizeof window - sizeof window[0]);
    }
}

/* rand(10**9)[-3:] after seed 0, as it was published; test_published.c draws them all. */
static void test_the_published_thousand_millionth(void **unused)
{
    (void)unused;
    static const char *const expected[] = {"0.50437869", "0.82084559", "0.15720507"};
    nprand_rng rng = seeded(0);
    advance(&rng, 2 * (UINT64_C(1000000000) - 3));
    for (int i = 0; i < 3; i++) {
        char text[16];
        snprintf(text, sizeof text, "%.8f", nprand_rand(&rng));
        assert_string_equal(text, expected[i]);
    }
}

/* ---- Against itself ----------------------------------------------------------------------- */

static uint64_t random_distance(nprand_rng *rng)
{
    return nprand_randint_uint64_endpoint(rng, 0, UINT64_MAX);
}

static void test_sum_of_two_distances(void **unused)
{
    (void)unused;
    nprand_rng random = seeded(5);
    for (int round = 0; round < 100; round++) {
        uint64_t sum = random_distance(&random) >> (round % 2 ? random_distance(&random) % 64 : 0);
        uint64_t first = nprand_randint_uint64_endpoint(&random, 0, sum);
        nprand_rng one = at_position(round, (int)(first % (NPRAND__N + 1)));
        nprand_rng two = one;
        advance(&one, sum);
        advance(&two, first);
        advance(&two, sum - first);
        assert_same_state(&one, &two);
    }
}

/* The largest distance, at which a sum inside would overflow, from the first and last positions. */
static void test_largest_distance(void **unused)
{
    (void)unused;
    static const int positions[] = {0, 1, 2, 623, 624};
    for (size_t i = 0; i < sizeof positions / sizeof positions[0]; i++) {
        nprand_rng one = at_position(6, positions[i]);
        nprand_rng two = one, many = one;
        advance(&one, UINT64_MAX);
        advance(&two, UINT64_C(1) << 63);
        advance(&two, (UINT64_C(1) << 63) - 1);
        assert_same_state(&one, &two);
        for (int k = 0; k < 15; k++) /* 2^64 - 1 = 15 * 0x1111111111111111 */
            advance(&many, UINT64_C(0x1111111111111111));
        assert_same_state(&one, &many);
        advance(&two, 1); /* 2^64 */
        nprand_random_raw(&one);
        assert_same_state(&one, &two);
    }
}

/* ---- The rest of the generator ------------------------------------------------------------ */

static void test_kept_gaussian_is_dropped(void **unused)
{
    (void)unused;
    static const uint64_t distances[] = {0, 1, 2000, UINT64_C(1000000000)};
    for (size_t i = 0; i < sizeof distances / sizeof distances[0]; i++) {
        nprand_rng rng = seeded(8);
        nprand_standard_normal(&rng);
        assert_int_equal(state_of(&rng).has_gauss, 1);
        nprand_state state = state_of(&rng);
        state.has_gauss = 0;
        state.gauss = 0.0;
        nprand_rng without = rng;
        assert_int_equal(nprand_set_state(&without, &state), NPRAND_OK);
        advance(&rng, distances[i]);
        advance(&without, distances[i]);
        assert_same_state(&rng, &without);
        assert_int_equal(state_of(&rng).has_gauss, 0);
    }
}

static void test_release_and_long_bits_stay(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded(9);
    assert_int_equal(nprand_set_numpy_patch(&rng, 1, 17, 2), NPRAND_OK);
    assert_int_equal(nprand_set_long_bits(&rng, 32), NPRAND_OK);
    advance(&rng, UINT64_C(1) << 40);
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
    assert_int_equal(nprand_advance(NULL, 1), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_advance(&never, 1), NPRAND_NOT_SEEDED);
    assert_int_equal(nprand_advance(&never, UINT64_MAX), NPRAND_NOT_SEEDED);
    assert_memory_equal(&never, &zeros, sizeof never);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_short_distances_from_every_position),
        cmocka_unit_test(test_from_a_seeded_key),
        cmocka_unit_test(test_around_the_break_even),
        cmocka_unit_test(test_distances_up_to_ten_million),
        cmocka_unit_test(test_the_polynomial_at_short_distances),
        cmocka_unit_test(test_the_published_thousand_millionth),
        cmocka_unit_test(test_sum_of_two_distances),
        cmocka_unit_test(test_largest_distance),
        cmocka_unit_test(test_kept_gaussian_is_dropped),
        cmocka_unit_test(test_release_and_long_bits_stay),
        cmocka_unit_test(test_refused_without_a_generator),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
