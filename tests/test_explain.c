/* SPDX-License-Identifier: BSD-3-Clause
 *
 * nprand explain: the words of many seeds at once are those of each seed by itself.
 */
#include "test.h"

#include "../src/cli/explain_many.h"
#include "../src/cli/explain_seeds.h"

#include <stdio.h>

static void compare_words(enum seeding seeding, uint32_t first, size_t count)
{
    static struct many *many;
    if (many == NULL)
        many = make_many();
    words_of_many(many, seeding, first, count);
    for (uint32_t s = 0; s < SEEDS_AT_ONCE; s++) {
        uint32_t words[WORDS_AT_ONCE];
        const struct seed seed = {.is_number = true, .number = (uint32_t)(first + s)};
        assert_true(words_of_seed(seeding, &seed, count, words));
        for (size_t i = 0; i < count; i++)
            assert_int_equal(many->words[i][s], words[i]);
    }
}

static void test_words(void **state)
{
    (void)state;
    const uint32_t firsts[] = {0, 1, 5440, 123456, 4294967232};
    for (int seeding = 0; seeding < SEED_TEXT; seeding++)
        for (size_t i = 0; i < sizeof firsts / sizeof *firsts; i++)
            for (size_t count = 2; count <= WORDS_AT_ONCE; count += 74)
                compare_words((enum seeding)seeding, firsts[i], count);
}

static bool any_one_by_one(const uint32_t *row, unsigned shift, uint32_t low, uint32_t width)
{
    for (size_t i = 0; i < SEEDS_AT_ONCE; i++)
        if ((row[i] << shift) - low <= width)
            return true;
    return false;
}

static void test_bounds(void **state)
{
    (void)state;
    uint32_t row[SEEDS_AT_ONCE], x = 1;
    for (unsigned round = 0; round < 2000; round++) {
        for (size_t i = 0; i < SEEDS_AT_ONCE; i++)
            row[i] = x = 69069 * x + 1;
        unsigned shift = round % 3 * 8;
        uint32_t low = x * 5, width = UINT32_MAX >> (round % 13);
        assert_int_equal(any_between(row, shift, low, width),
                         any_one_by_one(row, shift, low, width));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_bounds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
