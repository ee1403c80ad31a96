/* SPDX-License-Identifier: BSD-3-Clause
 *
 * advance by 10^9 and 10^10 words against streams of which every word is drawn.
 */
#include "test.h"

/* Words that are drawn at a time: they stay in the cache. */
enum { PIECE = 8192 };

static void draw(nprand_rng *rng, uint64_t n)
{
    static uint32_t words[PIECE];
    for (; n > 0; n -= n < PIECE ? n : PIECE) {
        size_t count = n < PIECE ? (size_t)n : PIECE;
        assert_int_equal(nprand_random_raw_fill(rng, count, words), NPRAND_OK);
    }
}

static void test_thousand_million_and_ten_times_as_many(void **unused)
{
    (void)unused;
    static const uint64_t distances[] = {UINT64_C(1000000000), UINT64_C(10000000000)};
    nprand_rng from = seeded(12345);
    nprand_random_raw(&from);
    nprand_rng drawn = from;
    uint64_t at = 0;
    for (size_t i = 0; i < sizeof distances / sizeof distances[0]; i++) {
        draw(&drawn, distances[i] - at);
        at = distances[i];
        nprand_rng rng = from;
        assert_int_equal(nprand_advance(&rng, at), NPRAND_OK);
        assert_same_state(&rng, &drawn);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_thousand_million_and_ten_times_as_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
