/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Seeding: what each seed gives, what is refused, what stays as it was.
 */
#include "test.h"

#include <errno.h>
#include <math.h>

static void assert_words(nprand_rng *rng, uint32_t a, uint32_t b, uint32_t c)
{
    assert_int_equal(nprand_random_raw(rng), a);
    assert_int_equal(nprand_random_raw(rng), b);
    assert_int_equal(nprand_random_raw(rng), c);
}

static void test_known_words(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded(12345);
    assert_words(&rng, 0xedfb51e2, 0xe3e12de5, 0x50fdfd1d);
    static const uint32_t array[] = {1, 2, 3};
    assert_int_equal(nprand_seed_array(&rng, array, 3), NPRAND_OK);
    assert_words(&rng, 0x9c1fde5e, 0x5c8c3099, 0xe2fe93c3);
}

static void test_array_of_one_is_not_the_number(void **unused)
{
    (void)unused;
    static const uint32_t array[] = {1234};
    nprand_rng number = seeded(1234);
    nprand_rng one;
    assert_int_equal(nprand_seed_array(&one, array, 1), NPRAND_OK);
    assert_true(nprand_random_raw(&number) != nprand_random_raw(&one));
}

static void test_ends_of_the_seed_range(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded(0);
    rng = seeded(UINT32_MAX);
    nprand_rng before = rng;
    assert_int_equal(nprand_seed(&rng, -1), NPRAND_BAD_SEED);
    assert_int_equal(nprand_seed(&rng, INT64_C(1) << 32), NPRAND_BAD_SEED);
    assert_int_equal(nprand_seed(&rng, INT64_MIN), NPRAND_BAD_SEED);
    assert_int_equal(nprand_seed(&rng, INT64_MAX), NPRAND_BAD_SEED);
    assert_int_equal(nprand_seed(&rng, (signed char)-1), NPRAND_BAD_SEED);
    assert_memory_equal(&rng, &before, sizeof rng);
}

static void test_refused_seeds_leave_the_generator(void **unused)
{
    (void)unused;
    static const uint32_t array[] = {1};
    nprand_rng rng = seeded(8);
    nprand_standard_normal(&rng);
    nprand_rng before = rng;
    assert_int_equal(nprand_seed_array(&rng, array, 0), NPRAND_EMPTY_SEED);
    assert_int_equal(nprand_seed_array(&rng, NULL, 0), NPRAND_EMPTY_SEED);
    assert_int_equal(nprand_seed_array(&rng, NULL, 1), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_seed_array(&rng, array, SIZE_MAX / 2), NPRAND_TOO_LARGE);
    assert_memory_equal(&rng, &before, sizeof rng);
    assert_int_equal(nprand_seed(NULL, 1), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_seed_array(NULL, array, 1), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_seed_os(NULL), NPRAND_NULL_POINTER);
}

static void test_seeding_forgets_the_kept_gaussian(void **unused)
{
    (void)unused;
    static const uint32_t array[] = {5};
    nprand_rng fresh = seeded(5);
    nprand_rng rng = fresh;
    nprand_standard_normal(&rng);
    assert_int_equal(nprand_seed(&rng, 5), NPRAND_OK);
    assert_same_state(&rng, &fresh);
    nprand_standard_normal(&rng);
    assert_int_equal(nprand_seed_array(&rng, array, 1), NPRAND_OK);
    assert_int_equal(state_of(&rng).has_gauss, 0);
    nprand_standard_normal(&rng);
    assert_int_equal(nprand_seed_os(&rng), NPRAND_OK);
    assert_int_equal(state_of(&rng).has_gauss, 0);
}

/* Whatever the memory held, the generator is the same to the last byte. */
static void test_seeding_sets_the_whole_object(void **unused)
{
    (void)unused;
    nprand_rng a, b;
    memset(&a, 0xff, sizeof a);
    b = seeded(1);
    assert_int_equal(nprand_set_numpy(&b, 1, 17), NPRAND_OK);
    assert_int_equal(nprand_seed(&a, 77), NPRAND_OK);
    assert_int_equal(nprand_seed(&b, 77), NPRAND_OK);
    assert_memory_equal(&a, &b, sizeof a);
}

static void test_os_entropy(void **unused)
{
    (void)unused;
    nprand_rng a, b;
    assert_int_equal(nprand_seed_os(&a), NPRAND_OK);
    assert_int_equal(nprand_seed_os(&b), NPRAND_OK);
    nprand_state x = state_of(&a);
    nprand_state y = state_of(&b);
    assert_int_equal(x.pos, 623);
    assert_int_equal(x.key[0], 0x80000000u);
    assert_memory_not_equal(x.key, y.key, sizeof x.key);
    assert_true(nprand_random_raw(&a) >= 0);
    /* Every stretch of the key is filled: 64 equal bits in two calls have a chance of 2^-64 each.
     */
    for (int i = 1; i + 1 < 624; i++)
        assert_false(x.key[i] == y.key[i] && x.key[i + 1] == y.key[i + 1]);
}

static void test_never_seeded_generator_gives_no_stream(void **unused)
{
    (void)unused;
    nprand_rng rng = {0};
    nprand_rng before = rng;
    nprand_state state;
    double value = 1.0;
    uint32_t word = 1;
    int number = 1;
    errno = 0;
    assert_true(isnan(nprand_random_sample(&rng)));
    assert_int_equal(errno, EDOM);
    assert_int_equal(nprand_random_raw(&rng), NPRAND_INVALID);
    assert_int_equal(nprand_random_sample_fill(&rng, 1, &value), NPRAND_NOT_SEEDED);
    assert_int_equal(nprand_random_raw_fill(&rng, 1, &word), NPRAND_NOT_SEEDED);
    assert_int_equal(nprand_get_state(&rng, &state), NPRAND_NOT_SEEDED);
    assert_int_equal(nprand_set_numpy(&rng, 1, 24), NPRAND_NOT_SEEDED);
    assert_int_equal(nprand_get_numpy(&rng, &number, &number, &number), NPRAND_NOT_SEEDED);
    assert_true(value == 1.0 && word == 1 && number == 1);
    assert_memory_equal(&rng, &before, sizeof rng);
    assert_string_equal(nprand_strerror(NPRAND_NOT_SEEDED), "generator was never seeded");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_known_words),
        cmocka_unit_test(test_array_of_one_is_not_the_number),
        cmocka_unit_test(test_ends_of_the_seed_range),
        cmocka_unit_test(test_refused_seeds_leave_the_generator),
        cmocka_unit_test(test_seeding_forgets_the_kept_gaussian),
        cmocka_unit_test(test_seeding_sets_the_whole_object),
        cmocka_unit_test(test_os_entropy),
        cmocka_unit_test(test_never_seeded_generator_gives_no_stream),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
