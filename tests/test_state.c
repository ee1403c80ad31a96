/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Snapshots, releases, status words.
 */
#include "test.h"

#include <math.h>
#include <stdio.h>

enum { N = 624 };

/* A snapshot taken anywhere, set in another generator, gives the same snapshot and the same draws.
 */
static void assert_round_trip(const nprand_rng *rng)
{
    nprand_state state = state_of(rng);
    nprand_rng zeroed = {0};
    nprand_rng other = seeded(4711);
    nprand_standard_normal(&other);
    assert_int_equal(nprand_set_state(&zeroed, &state), NPRAND_OK);
    assert_int_equal(nprand_set_state(&other, &state), NPRAND_OK);
    assert_same_state(rng, &zeroed);
    assert_same_state(rng, &other);

    nprand_rng copy = *rng;
    double expected[7], a[7], b[7];
    assert_int_equal(nprand_standard_normal_fill(&copy, 7, expected), NPRAND_OK);
    assert_int_equal(nprand_standard_normal_fill(&zeroed, 7, a), NPRAND_OK);
    assert_int_equal(nprand_standard_normal_fill(&other, 7, b), NPRAND_OK);
    assert_memory_equal(expected, a, sizeof a);
    assert_memory_equal(expected, b, sizeof b);
    assert_same_state(&copy, &zeroed);
    assert_same_state(&copy, &other);
}

static void test_round_trip_at_every_position(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded(1);
    for (int i = 0; i < 2 * N + 2; i++) {
        assert_round_trip(&rng);
        nprand_random_raw(&rng);
    }
}

static void test_round_trip_between_the_two_of_a_pair(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded(2);
    for (int i = 0; i < 501; i++) {
        assert_round_trip(&rng);
        nprand_standard_normal(&rng);
    }
    assert_int_equal(state_of(&rng).has_gauss, 1);
}

/* NumPy keeps any number as has_gauss, and gauss with it: so does a round trip. */
static void test_fields_are_kept_as_they_are(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded(3);
    nprand_state state = state_of(&rng);
    state.has_gauss = -5;
    state.gauss = (double)NAN;
    assert_int_equal(nprand_set_state(&rng, &state), NPRAND_OK);
    assert_int_equal(state_of(&rng).has_gauss, -5);
    assert_true(isnan(state_of(&rng).gauss));
    assert_true(isnan(nprand_standard_normal(&rng)));
    assert_int_equal(state_of(&rng).has_gauss, 0);
    assert_true(state_of(&rng).gauss == 0.0);
    state.has_gauss = 0;
    state.gauss = 2.5;
    assert_int_equal(nprand_set_state(&rng, &state), NPRAND_OK);
    assert_true(state_of(&rng).gauss == 2.5);
}

static void assert_state_refused(const nprand_state *state, nprand_status expected)
{
    nprand_rng rng = seeded(3);
    nprand_standard_normal(&rng);
    nprand_rng before = rng;
    assert_int_equal(nprand_set_state(&rng, state), expected);
    assert_memory_equal(&rng, &before, sizeof rng);

    nprand_rng zeroed = {0};
    assert_int_equal(nprand_set_state(&zeroed, state), expected);
    assert_true(isnan(nprand_random_sample(&zeroed)));
}

static void test_bad_states_are_refused_whole(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded(3);
    nprand_state state = state_of(&rng);
    static const int32_t bad_pos[] = {-1, 625, INT32_MIN, INT32_MAX};
    for (size_t i = 0; i < sizeof bad_pos / sizeof bad_pos[0]; i++) {
        state.pos = bad_pos[i];
        assert_state_refused(&state, NPRAND_BAD_POS);
    }
    memset(state.key, 0, sizeof state.key);
    state.pos = N;
    assert_state_refused(&state, NPRAND_ZERO_KEY);
    /* The lower 31 bits of word 0 are not part of MT19937's state: zeros follow all the same. */
    state.key[0] = 0x7fffffff;
    assert_state_refused(&state, NPRAND_ZERO_KEY);
    state.key[0] = 0x80000000u;
    assert_int_equal(nprand_set_state(&rng, &state), NPRAND_OK);
}

static void test_null_pointers(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded(3);
    nprand_state state = state_of(&rng);
    assert_int_equal(nprand_get_state(NULL, &state), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_get_state(&rng, NULL), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_set_state(NULL, &state), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_set_state(&rng, NULL), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_set_numpy(NULL, 1, 24), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_get_numpy(NULL, NULL, NULL, NULL), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_get_numpy(&rng, NULL, NULL, NULL), NPRAND_OK);
}

static bool is_release(int major, int minor)
{
    return major == 1 ? minor >= 7 && minor <= 26 : major == 2 && minor >= 0 && minor <= 5;
}

static void test_releases(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded(1);
    int major = 0, minor = 0;
    assert_int_equal(nprand_get_numpy(&rng, &major, &minor, NULL), NPRAND_OK);
    assert_true(major == 2 && minor == 5);
    for (int x = -1; x <= 4; x++) {
        for (int y = -1; y <= 130; y++) {
            nprand_rng before = rng;
            nprand_status status = nprand_set_numpy(&rng, x, y);
            if (!is_release(x, y)) {
                assert_int_equal(status, NPRAND_UNKNOWN_RELEASE);
                assert_memory_equal(&rng, &before, sizeof rng);
                continue;
            }
            assert_int_equal(status, NPRAND_OK);
            assert_int_equal(nprand_get_numpy(&rng, &major, &minor, NULL), NPRAND_OK);
            assert_true(major == x && minor == y);
            assert_same_state(&rng, &before);
        }
    }
}

static void test_release_stays_with_the_state_set(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded(1);
    nprand_state state = state_of(&rng);
    int major = 0, minor = 0;
    assert_int_equal(nprand_set_numpy(&rng, 1, 20), NPRAND_OK);
    assert_int_equal(nprand_set_state(&rng, &state), NPRAND_OK);
    assert_int_equal(nprand_get_numpy(&rng, &major, &minor, NULL), NPRAND_OK);
    assert_true(major == 1 && minor == 20);
    assert_int_equal(nprand_seed(&rng, 1), NPRAND_OK);
    assert_int_equal(nprand_get_numpy(&rng, &major, &minor, NULL), NPRAND_OK);
    assert_true(major == 2 && minor == 5);
}

static void test_every_status_has_its_own_words(void **unused)
{
    (void)unused;
    for (int i = NPRAND_OK; i <= NPRAND_PY_NEVER_RETURNS; i++) {
        const char *words = nprand_strerror((nprand_status)i);
        assert_non_null(words);
        assert_string_not_equal(words, "unknown status");
        for (int j = NPRAND_OK; j < i; j++)
            assert_string_not_equal(words, nprand_strerror((nprand_status)j));
    }
    assert_string_equal(nprand_strerror((nprand_status)(NPRAND_PY_NEVER_RETURNS + 1)),
                        "unknown status");
    assert_string_equal(nprand_strerror((nprand_status)1000000), "unknown status");
}

static void test_version_is_that_of_the_header(void **unused)
{
    (void)unused;
    char expected[32];
    snprintf(expected, sizeof expected, "%d.%d.%d", NPRAND_VERSION_MAJOR, NPRAND_VERSION_MINOR,
             NPRAND_VERSION_PATCH);
    assert_string_equal(nprand_version(), expected);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_round_trip_at_every_position),
        cmocka_unit_test(test_round_trip_between_the_two_of_a_pair),
        cmocka_unit_test(test_fields_are_kept_as_they_are),
        cmocka_unit_test(test_bad_states_are_refused_whole),
        cmocka_unit_test(test_null_pointers),
        cmocka_unit_test(test_releases),
        cmocka_unit_test(test_release_stays_with_the_state_set),
        cmocka_unit_test(test_every_status_has_its_own_words),
        cmocka_unit_test(test_version_is_that_of_the_header),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
