/* SPDX-License-Identifier: BSD-3-Clause
 *
 * NumPy releases: which are known, and what some of them refuse or cut. Their values are in
 * vectors/releases/.
 */
#include "test.h"

#include <errno.h>
#include <math.h>

static nprand_rng seeded_as(int64_t seed, int major, int minor)
{
    nprand_rng rng = seeded(seed);
    assert_int_equal(nprand_set_numpy(&rng, major, minor), NPRAND_OK);
    return rng;
}

/* The last patch release of each series, as the Python Package Index has it. */
static void test_last_patches(void **unused)
{
    static const int last[][3] = {
        {1, 7, 2},  {1, 8, 2},  {1, 9, 3},  {1, 10, 4}, {1, 11, 3}, {1, 12, 1}, {1, 13, 3},
        {1, 14, 6}, {1, 15, 4}, {1, 16, 6}, {1, 17, 5}, {1, 18, 5}, {1, 19, 5}, {1, 20, 3},
        {1, 21, 6}, {1, 22, 4}, {1, 23, 5}, {1, 24, 4}, {1, 25, 2}, {1, 26, 4}, {2, 0, 2},
        {2, 1, 3},  {2, 2, 6},  {2, 3, 5},  {2, 4, 6},  {2, 5, 5},
    };
    (void)unused;
    nprand_rng rng = seeded(1);
    for (size_t i = 0; i < sizeof last / sizeof last[0]; i++) {
        int major = last[i][0], minor = last[i][1], patch = -1;
        assert_int_equal(nprand_set_numpy(&rng, major, minor), NPRAND_OK);
        assert_int_equal(nprand_get_numpy(&rng, NULL, NULL, &patch), NPRAND_OK);
        assert_int_equal(patch, last[i][2]);
        assert_int_equal(nprand_set_numpy_patch(&rng, major, minor, 0), NPRAND_OK);
        assert_int_equal(nprand_set_numpy_patch(&rng, major, minor, patch), NPRAND_OK);
        assert_int_equal(nprand_set_numpy_patch(&rng, major, minor, patch + 1),
                         NPRAND_UNKNOWN_RELEASE);
        assert_int_equal(nprand_set_numpy_patch(&rng, major, minor, -1), NPRAND_UNKNOWN_RELEASE);
    }
}

/* A fill and a scalar draw that are refused in 1.minor with this status, and taken in the next
 * series. */
#define REFUSED_UNTIL(expected, minor, type, refused_value, function, ...)         \
    do {                                                                           \
        nprand_rng rng_ = seeded_as(1, 1, minor);                                  \
        nprand_rng before_ = rng_;                                                 \
        type out_[3] = {0, 1, 1};                                                  \
        errno = 0;                                                                 \
        type value_ = (type)function(&rng_, __VA_ARGS__);                          \
        type refused_ = (type)(refused_value);                                     \
        assert_memory_equal(&value_, &refused_, sizeof value_);                    \
        assert_int_equal(errno, EDOM);                                             \
        assert_int_equal(function##_fill(&rng_, __VA_ARGS__, 3, out_), expected);  \
        assert_true(out_[0] == 0 && out_[1] == 1 && out_[2] == 1);                 \
        assert_memory_equal(&rng_, &before_, sizeof rng_);                         \
        rng_ = seeded_as(1, 1, (minor) + 1);                                       \
        assert_int_equal(function##_fill(&rng_, __VA_ARGS__, 3, out_), NPRAND_OK); \
    } while (0)

#define NOT_YET_DOUBLE(minor, function, ...) \
    REFUSED_UNTIL(NPRAND_NOT_IN_RELEASE, minor, double, NAN, function, __VA_ARGS__)
#define NOT_YET_INTEGER(minor, type, function, ...) \
    REFUSED_UNTIL(NPRAND_NOT_IN_RELEASE, minor, type, NPRAND_INVALID, function, __VA_ARGS__)

static void test_what_old_releases_refuse(void **unused)
{
    (void)unused;
    NOT_YET_DOUBLE(9, nprand_noncentral_chisquare, 0.5, 2.5);
    NOT_YET_DOUBLE(9, nprand_noncentral_chisquare, 1.0, 2.5);
    NOT_YET_DOUBLE(10, nprand_noncentral_chisquare, 3.0, 0.0);
    NOT_YET_DOUBLE(13, nprand_noncentral_f, 1.0, 3.0, 2.0);
    NOT_YET_INTEGER(10, bool, nprand_randint_bool, 0, 2);
    NOT_YET_INTEGER(10, int8_t, nprand_randint_int8, 0, 5);
    NOT_YET_INTEGER(10, int16_t, nprand_randint_int16, 0, 5);
    NOT_YET_INTEGER(10, int32_t, nprand_randint_int32, 0, 5);
    NOT_YET_INTEGER(10, int64_t, nprand_randint_int64, 0, 5);
    NOT_YET_INTEGER(10, uint8_t, nprand_randint_uint8, 0, 5);
    NOT_YET_INTEGER(10, uint16_t, nprand_randint_uint16, 0, 5);
    NOT_YET_INTEGER(10, uint32_t, nprand_randint_uint32, 0, 5);
    NOT_YET_INTEGER(10, uint64_t, nprand_randint_uint64, 0, 5);
    NOT_YET_INTEGER(10, int64_t, nprand_randint_int64_endpoint, 0, 5);
    NOT_YET_INTEGER(10, uint64_t, nprand_randint_uint64_endpoint, 0, 5);
    NOT_YET_INTEGER(10, int64_t, nprand_random_integers, 0, INT64_MAX);
    NOT_YET_INTEGER(9, int64_t, nprand_hypergeometric, 3100000000, 5, 3100000000);
    NOT_YET_INTEGER(9, int64_t, nprand_hypergeometric, 3037000500, 3037000500, 3037000500);
    NOT_YET_INTEGER(9, int64_t, nprand_hypergeometric, 3037000499, 3037000499, 3037000499);
    NOT_YET_INTEGER(8, int64_t, nprand_binomial, (int64_t)1 << 31, 0.5);
    NOT_YET_INTEGER(8, int64_t, nprand_binomial, (int64_t)1 << 40, 1.0 - 0x1p-10);
    REFUSED_UNTIL(NPRAND_TOO_MANY_ATTEMPTS, 8, double, NAN, nprand_vonmises, 0.5, 1e-8);
}

static void test_a_dtype_is_refused_in_an_empty_call_too(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded_as(1, 1, 10);
    assert_int_equal(nprand_randint_int32_fill(&rng, 0, 5, 0, NULL), NPRAND_NOT_IN_RELEASE);
    assert_int_equal(nprand_randint_fill(&rng, 5, -5, 0, NULL), NPRAND_OK);
}

/* What is next to the refused parameters. */
static void test_what_old_releases_take(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded_as(1, 1, 8);
    assert_true(nprand_binomial(&rng, (int64_t)1 << 40, 0x1p-11) > 0);
    assert_true(nprand_binomial(&rng, INT32_MAX, 0.5) > 0);
    assert_true(nprand_hypergeometric(&rng, 1000000000, 1000000000, 1000000000) > 0);
    assert_true(nprand_hypergeometric(&rng, 3037000498, 3037000498, 3037000498) > 0);
    assert_true(nprand_hypergeometric(&rng, INT64_MAX / 4, INT64_MAX / 4, 10) >= 0);
    assert_true(nprand_random_integers(&rng, 0, INT64_MAX - 1) >= 0);
    assert_true(fabs(nprand_vonmises(&rng, 0.5, 9e-9)) < 4.0);
}

static void test_old_multinomials_of_many_trials(void **unused)
{
    (void)unused;
    static const double pvals[] = {0.5, 0.5};
    nprand_rng rng = seeded_as(1, 1, 8), before = rng;
    int64_t out[] = {1, 2};
    assert_int_equal(nprand_multinomial(&rng, (int64_t)1 << 31, pvals, 2, out),
                     NPRAND_NOT_IN_RELEASE);
    assert_true(out[0] == 1 && out[1] == 2);
    assert_memory_equal(&rng, &before, sizeof rng);
    assert_int_equal(nprand_multinomial(&rng, INT32_MAX, pvals, 2, out), NPRAND_OK);
    assert_int_equal(nprand_set_numpy(&rng, 1, 9), NPRAND_OK);
    assert_int_equal(nprand_multinomial(&rng, (int64_t)1 << 31, pvals, 2, out), NPRAND_OK);
}

/* RandomState(42).vonmises(0.5, 2e-8, 4) of 1.8.2 and of 1.9.3, whose cosines are glibc's. */
static void test_vonmises_of_small_kappa(void **unused)
{
    (void)unused;
    static const double expected[2][4] = {
        {1.6766524653435733, -1.3807410748161839, 0.68247504525226255, 2.7244755909853939},
        {1.6766524673790082, -1.3807410769156032, 0.68247504565229189, 2.7244755927354092},
    };
    for (int i = 0; i < 2; i++) {
        nprand_rng rng = seeded_as(42, 1, 8 + i);
        for (int j = 0; j < 4; j++)
            assert_true(fabs(nprand_vonmises(&rng, 0.5, 2e-8) - expected[i][j]) < 1e-13);
        assert_int_equal(state_of(&rng).pos, 24);
    }
}

/* ---- A long of 32 bits ---- */

static void assert_multinomial_is(int64_t n, int64_t cut)
{
    static const double pvals[] = {0.25, 0.5, 0.25};
    nprand_rng a = seeded_as(5, 1, 18), b = a;
    int64_t x[3], y[3];
    assert_int_equal(nprand_set_long_bits(&a, 32), NPRAND_OK);
    assert_int_equal(nprand_set_long_bits(&b, 32), NPRAND_OK);
    assert_int_equal(nprand_multinomial(&a, n, pvals, 3, x), NPRAND_OK);
    assert_int_equal(nprand_multinomial(&b, cut, pvals, 3, y), NPRAND_OK);
    assert_memory_equal(x, y, sizeof x);
    assert_true(x[0] + x[1] + x[2] == cut);
    assert_same_state(&a, &b);
}

static void assert_trials_refused(int major, int minor, int patch, int64_t n, nprand_status status)
{
    static const double pvals[] = {0.5, 0.5};
    nprand_rng rng = seeded(5);
    assert_int_equal(nprand_set_numpy_patch(&rng, major, minor, patch), NPRAND_OK);
    assert_int_equal(nprand_set_long_bits(&rng, 32), NPRAND_OK);
    nprand_rng before = rng;
    int64_t out[] = {1, 2};
    assert_int_equal(nprand_multinomial(&rng, n, pvals, 2, out), status);
    assert_true(out[0] == 1 && out[1] == 2);
    assert_memory_equal(&rng, &before, sizeof rng);
}

/* 1.17.0 to 1.26.1 cut n to a long. The first number is of numpy/numpy issue 16587. */
static void test_multinomial_cuts_n_to_a_long(void **unused)
{
    (void)unused;
    const int64_t two_32 = (int64_t)1 << 32;
    assert_multinomial_is(INT64_C(10000000000), 1410065408);
    assert_multinomial_is(two_32, 0);
    assert_multinomial_is(INT32_MAX, INT32_MAX);
    assert_multinomial_is(7 - 3 * two_32, 7);
    assert_trials_refused(1, 18, 5, INT64_C(1000000000000000), NPRAND_N_NEGATIVE);
    assert_trials_refused(1, 18, 5, (int64_t)INT32_MAX + 1, NPRAND_N_NEGATIVE);
    assert_trials_refused(1, 17, 0, (int64_t)INT32_MAX + 1, NPRAND_N_NEGATIVE);
    assert_trials_refused(1, 16, 6, two_32 + 5, NPRAND_OUTSIDE_LONG);
    assert_trials_refused(1, 26, 1, two_32 - 5, NPRAND_N_NEGATIVE);
    assert_trials_refused(1, 26, 2, two_32 + 5, NPRAND_OUTSIDE_LONG);
    assert_trials_refused(2, 0, 0, two_32 + 5, NPRAND_OUTSIDE_LONG);
    assert_trials_refused(2, 5, 5, -two_32 + 5, NPRAND_N_NEGATIVE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_last_patches),
        cmocka_unit_test(test_what_old_releases_refuse),
        cmocka_unit_test(test_a_dtype_is_refused_in_an_empty_call_too),
        cmocka_unit_test(test_what_old_releases_take),
        cmocka_unit_test(test_old_multinomials_of_many_trials),
        cmocka_unit_test(test_vonmises_of_small_kappa),
        cmocka_unit_test(test_multinomial_cuts_n_to_a_long),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
