/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The ends of two long streams that have been published: rand(n)[-3:] after seed 0, as NumPy prints
 * it. The shorter published listings are in examples/listings.c.
 */
#include "test.h"

#include <stdio.h>

/* As many doubles as are drawn at a time: the array of 10^9 would take 8 GB. */
enum { PIECE = 4096, TAIL = 3 };

/* As NumPy prints an element: eight decimals without the zeros at their end. */
static void format_element(double x, char text[16])
{
    int length = snprintf(text, 16, "%.8f", x);
    assert_in_range(length, 1, 15);
    while (text[length - 1] == '0')
        text[--length] = '\0';
}

static void assert_tail(uint64_t n, const char *const expected[TAIL])
{
    static double piece[PIECE];
    nprand_rng rng = seeded(0);
    for (uint64_t left = n - TAIL; left > 0;) {
        size_t count = left < PIECE ? (size_t)left : PIECE;
        assert_int_equal(nprand_rand_fill(&rng, count, piece), NPRAND_OK);
        left -= count;
    }
    for (int i = 0; i < TAIL; i++) {
        char text[16];
        format_element(nprand_rand(&rng), text);
        assert_string_equal(text, expected[i]);
    }
    /* Two words each: where they end within the last block of 624 words. */
    assert_int_equal(state_of(&rng).pos, (2 * n - 1) % 624 + 1);
}

static void test_the_hundred_millionth(void **unused)
{
    (void)unused;
    static const char *const expected[] = {"0.08870192", "0.45256207", "0.17769845"};
    assert_tail(UINT64_C(100000000), expected);
}

static void test_the_thousand_millionth(void **unused)
{
    (void)unused;
    static const char *const expected[] = {"0.50437869", "0.82084559", "0.15720507"};
    assert_tail(UINT64_C(1000000000), expected);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_hundred_millionth),
        cmocka_unit_test(test_the_thousand_millionth),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
