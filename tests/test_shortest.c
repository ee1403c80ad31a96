/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The command's shortest digits: known texts of Python and NumPy, and the three properties that define
 * them, with the C library's strtod() and printf() as judges.
 */
#include "test.h"

#include "../src/cli/shortest.h"

#include <float.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* repr() of CPython 3.11. Ties, neighbours of powers of two, and both ends of the range are among them. */
static void test_texts_of_doubles(void **state)
{
    static const struct {
        double x;
        const char *text;
    } cases[] = {
        {0.0, "0.0"},
        {-0.0, "-0.0"},
        {1.0, "1.0"},
        {-1.5, "-1.5"},
        {100.0, "100.0"},
        {0.1, "0.1"},
        {0.5488135039273248, "0.5488135039273248"},
        {1e-4, "0.0001"},
        {1e-5, "1e-05"},
        {1.5e-5, "1.5e-05"},
        {123456789012345680.0, "1.2345678901234568e+17"},
        {9007199254740993.0, "9007199254740992.0"},
        {9999999999999998.0, "9999999999999998.0"},
        {1e16, "1e+16"},
        {1e22, "1e+22"},
        {1e23, "1e+23"},
        {0x1p-44, "5.684341886080802e-14"},
        {0x1p122, "5.316911983139664e+36"},
        {0x1p-1074, "5e-324"},
        {0x1p-1022, "2.2250738585072014e-308"},
        {DBL_MAX, "1.7976931348623157e+308"},
        {-INFINITY, "-inf"},
        {INFINITY, "inf"},
        {NAN, "nan"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char text[SHORTEST_TEXT];
        assert_int_equal(shortest_double(cases[i].x, text), strlen(cases[i].text));
        assert_string_equal(text, cases[i].text);
    }
    (void)state;
}

/* str() of numpy.float32 in NumPy 1.24.2. */
static void test_texts_of_floats(void **state)
{
    static const struct {
        float x;
        const char *text;
    } cases[] = {
        {0.1f, "0.1"},        {123456789.0f, "123456790.0"},
        {1e-4f, "1e-04"},     {1e15f, "1000000000000000.0"},
        {1e16f, "1e+16"},     {16777216.0f, "16777216.0"},
        {3.4e38f, "3.4e+38"}, {0x1p-149f, "1e-45"},
        {1.5e-5f, "1.5e-05"}, {1234567.9f, "1234567.9"},
        {-0.0f, "-0.0"},      {INFINITY, "inf"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char text[SHORTEST_TEXT];
        assert_int_equal(shortest_float(cases[i].x, text), strlen(cases[i].text));
        assert_string_equal(text, cases[i].text);
    }
    (void)state;
}

static int places(uint64_t n)
{
    int count = 0;
    for (; n != 0; n /= 10)
        count++;
    return count;
}

/* 1: text reads back as x. 2: the nearest decimal with one digit less does not. 3: of as many digits, the
 * one that printf() rounds to is the same, or does not read back. */
static void check_double(double x)
{
    char text[SHORTEST_TEXT], other[64];
    int count = places(shortest_of_double(x).digits);
    shortest_double(x, text);
    assert_true(strtod(text, NULL) == x);
    if (count > 1) {
        snprintf(other, sizeof other, "%.*e", count - 2, x);
        assert_true(strtod(other, NULL) != x);
    }
    struct shortest s = shortest_of_double(x);
    char same[64];
    snprintf(same, sizeof same, "%" PRIu64, s.digits);
    snprintf(other, sizeof other, "%.*e", count - 1, fabs(x));
    if (strtod(other, NULL) != fabs(x))
        return;
    for (int i = 0, j = 0; i < count; i++, j++) {
        j += other[j] == '.';
        assert_int_equal(same[i], other[j]);
    }
}

static void check_float(float x)
{
    char text[SHORTEST_TEXT], other[64];
    int count = places(shortest_of_float(x).digits);
    shortest_float(x, text);
    assert_true(strtof(text, NULL) == x);
    if (count > 1) {
        snprintf(other, sizeof other, "%.*e", count - 2, (double)x);
        assert_true(strtof(other, NULL) != x);
    }
}

static void test_random_numbers(void **state)
{
    nprand_rng rng = seeded(1);
    for (int i = 0; i < 100000; i++) {
        uint64_t bits = (uint64_t)nprand_random_raw(&rng) << 32 | (uint64_t)nprand_random_raw(&rng);
        double x;
        float y;
        memcpy(&x, &bits, sizeof x);
        memcpy(&y, &bits, sizeof y);
        if (isfinite(x) && x != 0)
            check_double(x);
        if (isfinite(y) && y != 0)
            check_float(y);
        check_double(nprand_rand(&rng) + DBL_MIN);
    }
    (void)state;
}

/* Each binade's end, where the interval is not symmetric. */
static void test_powers_of_two(void **state)
{
    for (int e = -1074; e < 1024; e++) {
        double x = ldexp(1, e);
        check_double(x);
        check_double(nextafter(x, INFINITY));
        if (e > -1074)
            check_double(nextafter(x, 0));
    }
    for (int e = -149; e < 128; e++)
        check_float(ldexpf(1, e));
    (void)state;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts_of_doubles),
        cmocka_unit_test(test_texts_of_floats),
        cmocka_unit_test(test_random_numbers),
        cmocka_unit_test(test_powers_of_two),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
