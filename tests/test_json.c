/* SPDX-License-Identifier: BSD-3-Clause
 *
 * States as JSON: test_json <folder> reads the states that Python wrote to vectors/exchange, goes
 * on from there and writes what Python wrote then; and texts that are no states.
 */
#include "test.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { N = 624, DOUBLES = 701, SIZE = NPRAND_STATE_JSON_SIZE, MEGABYTE = 1 << 20 };

static const char *folder;

struct form {
    const char *name;
    nprand_status (*get)(const nprand_rng *, size_t, char *, size_t *);
    nprand_status (*set)(nprand_rng *, const char *, size_t, size_t *, const char **);
};

static const struct form NUMPY = {"numpy", nprand_get_state_json, nprand_set_state_json};
static const struct form PYTHON = {"python", nprand_get_state_python, nprand_set_state_python};
static const struct form *const forms[] = {&NUMPY, &PYTHON};

/* Other forms that nprand_set_state_json() takes. */
static const struct form TUPLE = {"tuple", nprand_get_state_json, nprand_set_state_json};
static const struct form TUPLE3 = {"tuple3", nprand_get_state_json, nprand_set_state_json};
static const struct form MT19937 = {"mt19937", nprand_get_state_json, nprand_set_state_json};
static const struct form *const read_forms[] = {&NUMPY, &PYTHON, &TUPLE, &TUPLE3, &MT19937};

enum {
    FORMS = sizeof forms / sizeof forms[0],
    READ_FORMS = sizeof read_forms / sizeof read_forms[0]
};

/* Of a file, without the newline at its end; its length. */
static size_t read_file(const char *name, const char *which, char text[SIZE])
{
    char path[1000];
    snprintf(path, sizeof path, "%s/%s_%s.json", folder, name, which);
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        fail_msg("cannot read %s", path);
    size_t length = fread(text, 1, SIZE, file);
    assert_int_equal(fclose(file), 0);
    assert_true(length > 7000 && length < SIZE && text[length - 1] == '\n');
    text[length - 1] = '\0';
    return length - 1;
}

static nprand_rng rng_of(const struct form *form, const char *text, size_t length)
{
    nprand_rng rng = {0};
    size_t offset = 77;
    const char *reason = "";
    nprand_status status = form->set(&rng, text, length, &offset, &reason);
    if (status != NPRAND_OK)
        fail_msg("%.200s: %s at %zu", text, reason, offset);
    assert_true(offset == 77 && reason[0] == '\0');
    return rng;
}

static void assert_text(const struct form *form, const nprand_rng *rng, const char *expected)
{
    char text[SIZE];
    size_t length = 0;
    assert_int_equal(form->get(rng, SIZE, text, &length), NPRAND_OK);
    assert_int_equal(length, strlen(text));
    assert_string_equal(text, expected);
}

/* ---- Python's states ---------------------------------------------------------------------- */

/* Saved after an odd number of normals: one is kept. */
static void test_from_python_and_back(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < FORMS; i++) {
        char before[SIZE], after[SIZE];
        double doubles[DOUBLES];
        size_t length = read_file(forms[i]->name, "before", before);
        read_file(forms[i]->name, "after", after);
        nprand_rng rng = rng_of(forms[i], before, length);
        assert_int_equal(state_of(&rng).has_gauss, 1);
        double kept = state_of(&rng).gauss;
        assert_text(forms[i], &rng, before);
        assert_true(nprand_standard_normal(&rng) == kept);
        assert_int_equal(nprand_random_sample_fill(&rng, DOUBLES, doubles), NPRAND_OK);
        assert_text(forms[i], &rng, after);
    }
}

/* NumPy's other forms, two of them without a Gaussian. */
static void test_other_forms(void **unused)
{
    (void)unused;
    for (size_t i = FORMS; i < READ_FORMS; i++) {
        char before[SIZE], after[SIZE];
        double doubles[DOUBLES];
        size_t length = read_file(read_forms[i]->name, "before", before);
        read_file(read_forms[i]->name, "after", after);
        nprand_rng rng = rng_of(read_forms[i], before, length);
        assert_int_equal(state_of(&rng).has_gauss, read_forms[i] == &TUPLE);
        nprand_standard_normal(&rng);
        assert_int_equal(nprand_random_sample_fill(&rng, DOUBLES, doubles), NPRAND_OK);
        assert_text(read_forms[i], &rng, after);
    }
}

static void test_generator_keeps_its_release(void **unused)
{
    (void)unused;
    char text[SIZE];
    int minor;
    size_t length = read_file("numpy", "before", text);
    nprand_rng rng = seeded(1);
    assert_int_equal(nprand_set_numpy(&rng, 1, 20), NPRAND_OK);
    assert_int_equal(nprand_set_state_json(&rng, text, length, NULL, NULL), NPRAND_OK);
    assert_int_equal(nprand_get_numpy(&rng, NULL, &minor, NULL), NPRAND_OK);
    assert_int_equal(minor, 20);
}

/* ---- Texts made here ---------------------------------------------------------------------- */

/* A state whose words but the first are 1, with its parts as given; its length. */
static size_t make_numpy(char *text, const char *first, const char *rest)
{
    size_t length = (size_t)sprintf(text, "{\"state\":{\"key\":[%s", first);
    for (int i = 1; i < N; i++)
        length += (size_t)sprintf(text + length, ",1");
    return length + (size_t)sprintf(text + length, "%s", rest);
}

static size_t make_python(char *text, const char *head, const char *rest)
{
    size_t length = (size_t)sprintf(text, "%s", head);
    for (int i = 1; i < N; i++)
        length += (size_t)sprintf(text + length, "1,");
    return length + (size_t)sprintf(text + length, "%s", rest);
}

#define WITH_GAUSS(gauss) \
    "],\"pos\":3},\"bit_generator\":\"MT19937\",\"has_gauss\":1,\"gauss\":" gauss "}"

static nprand_state state_with_gauss(const char *gauss)
{
    char text[SIZE], rest[2000];
    snprintf(rest, sizeof rest, WITH_GAUSS("%s"), gauss);
    nprand_rng rng = rng_of(&NUMPY, text, make_numpy(text, "7", rest));
    return state_of(&rng);
}

static void test_order_and_space_do_not_matter(void **unused)
{
    (void)unused;
    char text[SIZE];
    size_t length = make_numpy(text, " 4294967295 ",
                               "\n]\r,\t\"pos\" : 624 } , \"gauss\" : -1e-3 ,"
                               "\"has_gauss\":-2147483648,\"bit_generator\"\n:\n\"MT19937\"} \n\n");
    nprand_rng rng = rng_of(&NUMPY, text, length);
    nprand_state state = state_of(&rng);
    assert_true(state.key[0] == UINT32_MAX && state.key[1] == 1 && state.key[N - 1] == 1);
    assert_true(state.pos == 624 && state.has_gauss == INT32_MIN && state.gauss == -1e-3);

    length = make_python(text, " [ 3 , [ 0,", " 17 ] , null ] ");
    rng = rng_of(&PYTHON, text, length);
    state = state_of(&rng);
    assert_true(state.key[0] == 0 && state.pos == 17 && state.has_gauss == 0);
    assert_true(state.gauss == 0.0);
}

/* Written for both kinds of zero, and by hand for what is hard to read. */
static void test_doubles(void **unused)
{
    (void)unused;
    static const struct {
        const char *text;
        double value;
    } cases[] = {
        {"0", 0.0},
        {"1", 1.0},
        {"-12.5E+1", -125.0},
        {"0.1", 0.1},
        {"123456789012345678901234567890", 0x1.8ee90ff6c373ep+96},
        {"9007199254740993", 0x1p53}, /* halfway, to the even one */
        {"9007199254740993.0000000000000000000000000000000000000000000000001", 0x1p53 + 2},
        {"9007199254740995", 0x1p53 + 4},
        {"9007199254740994.9999999999999999999999999999999999999999999999999", 0x1p53 + 2},
        {"2.2250738585072011e-308", 0x0.fffffffffffffp-1022},
        {"2.2250738585072014e-308", 0x1p-1022},
        {"4.9406564584124654e-324", 0x1p-1074},
        {"2.4703282292062327e-324", 0.0}, /* just below half of the least double */
        {"2.4703282292062328e-324", 0x1p-1074},
        {"1.7976931348623158e308", 0x1.fffffffffffffp+1023},
        {"1e-400", 0.0},
        {"1e-99999999999999999999", 0.0},
        {"0e99999999999999999999", 0.0},
        {"0.000001e306", 1e300},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        nprand_state state = state_with_gauss(cases[i].text);
        if (state.gauss != cases[i].value)
            fail_msg("%s: %a, not %a", cases[i].text, state.gauss, cases[i].value);
        assert_int_equal(signbit(state.gauss) != 0, signbit(cases[i].value) != 0);
    }
    assert_true(signbit(state_with_gauss("-0.0").gauss));
    assert_true(signbit(state_with_gauss("-1e-400").gauss));
    assert_false(signbit(state_with_gauss("-0").gauss));
}

/* What Python's repr() gives. */
static void test_doubles_are_written_as_python_does(void **unused)
{
    (void)unused;
    static const char *const texts[] = {
        "0.0",
        "-0.0",
        "1.0",
        "-120.0",
        "9000000000000000.0",
        "0.1",
        "-0.30000000000000004",
        "0.0001",
        "9.999e-05",
        "1e-05",
        "2.5e-05",
        "1234567890123456.0",
        "1e+16",
        "1.2345678901234568e+16",
        "1e+23",
        "9.007199254740994e+22",
        "5e-324",
        "2.2250738585072014e-308",
        "1.7976931348623157e+308",
        "9.5367431640625e-07",
        /* 2^-1017 and 2^-788, whose nearest decimals of 16 digits are not read back */
        "7.120236347223045e-307",
        "6.142758149716505e-238",
        /* 2^-1030, whose nearest decimal of one digit is 9e-311 */
        "8.691694759794e-311",
        "-1.9178409599542146",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        char text[SIZE], rest[200];
        nprand_state state = state_with_gauss(texts[i]);
        nprand_rng rng = seeded(1);
        assert_int_equal(nprand_set_state(&rng, &state), NPRAND_OK);
        assert_int_equal(nprand_get_state_json(&rng, SIZE, text, NULL), NPRAND_OK);
        snprintf(rest, sizeof rest, "\"gauss\": %s}", texts[i]);
        assert_string_equal(strstr(text, "\"gauss\""), rest);
    }
}

/* Digits that a double has no room for, up to the longest that still matter. */
static void test_long_numbers(void **unused)
{
    (void)unused;
    static char text[SIZE + 2 * MEGABYTE], number[2 * MEGABYTE], rest[2 * MEGABYTE + 200];
    memset(number, '0', sizeof number);
    memcpy(number, "1.", 2);
    number[MEGABYTE] = '\0';
    snprintf(rest, sizeof rest, WITH_GAUSS("%s"), number);
    nprand_rng rng = rng_of(&NUMPY, text, make_numpy(text, "7", rest));
    assert_true(state_of(&rng).gauss == 1.0);

    /* 1 + 2^-53 is halfway; one digit behind 800 others decides, or more of them. */
    for (int i = 0; i < 4; i++) {
        static const char *const ends[] = {"", "1", "10", "12"};
        snprintf(number, sizeof number,
                 "1.00000000000000011102230246251565404236316680908203125%0800d%s", 0, ends[i]);
        snprintf(rest, sizeof rest, WITH_GAUSS("%s"), number);
        rng = rng_of(&NUMPY, text, make_numpy(text, "7", rest));
        assert_true(state_of(&rng).gauss == (i == 0 ? 1.0 : 0x1.0000000000001p0));
    }
    memset(number, '0', sizeof number);
    number[MEGABYTE] = '\0';

    /* 2^53 + 1 is halfway; a 1 far behind the point decides. */
    memcpy(number, "9007199254740993.", 17);
    number[MEGABYTE - 1] = '1';
    snprintf(rest, sizeof rest, WITH_GAUSS("%s"), number);
    rng = rng_of(&NUMPY, text, make_numpy(text, "7", rest));
    assert_true(state_of(&rng).gauss == 0x1p53 + 2);

    /* The exponent makes up for a million zeros. */
    memset(number, '0', MEGABYTE);
    memcpy(number, "0.", 2);
    sprintf(number + MEGABYTE, "25e%d", MEGABYTE - 2);
    snprintf(rest, sizeof rest, WITH_GAUSS("%s"), number);
    rng = rng_of(&NUMPY, text, make_numpy(text, "7", rest));
    assert_true(state_of(&rng).gauss == 0.25);

    memset(number, '0', MEGABYTE);
    number[0] = '5';
    sprintf(number + MEGABYTE, "e-%d", MEGABYTE);
    snprintf(rest, sizeof rest, WITH_GAUSS("%s"), number);
    rng = rng_of(&NUMPY, text, make_numpy(text, "7", rest));
    assert_true(state_of(&rng).gauss == 0.5);
}

/* The digits of odd * 5^1075, which is odd * 2^-1075 but for the point: halfway between two doubles
 * below 2^-1021. */
static void put_halfway(uint64_t odd, char *number)
{
    enum { MOST = 780 };
    unsigned char digits[MOST] = {0}; /* the lowest first */
    int count = 0;
    for (; odd > 0; odd /= 10)
        digits[count++] = (unsigned char)(odd % 10);
    for (int k = 0; k < 1075; k++) {
        int carry = 0;
        for (int i = 0; i < count || carry > 0; i++) {
            carry += 5 * digits[i];
            digits[i] = (unsigned char)(carry % 10);
            carry /= 10;
            count = i < count ? count : i + 1;
        }
    }
    assert_true(count < MOST);
    for (int i = 0; i < count; i++)
        number[i] = (char)('0' + digits[count - 1 - i]);
    number[count] = '\0';
}

static double near_halfway(const char *digits, const char *end)
{
    char number[1000];
    snprintf(number, sizeof number, "%s%se-1075", digits, end);
    return state_with_gauss(number).gauss;
}

/* All of its digits decide. */
static void test_halfway_between_two_doubles(void **unused)
{
    (void)unused;
    static const uint64_t units[] = {0,
                                     1,
                                     2,
                                     3,
                                     12345678,
                                     UINT64_C(0xfffffffffffff),
                                     UINT64_C(0x10000000000000),
                                     UINT64_C(0x1fffffffffffff)};
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        char digits[800];
        uint64_t below = units[i], even = below + below % 2;
        put_halfway(2 * below + 1, digits);
        assert_true(near_halfway(digits, "") == ldexp((double)even, -1074));
        assert_true(near_halfway(digits, ".0001") == ldexp((double)(below + 1), -1074));
        digits[strlen(digits) - 1]--; /* a 5 */
        assert_true(near_halfway(digits, ".9999") == ldexp((double)below, -1074));
    }
}

/* ---- What NumPy takes --------------------------------------------------------------------- */

static bool same_double(double a, double b)
{
    return a == b || (isnan(a) && isnan(b));
}

/* Each is the end of a text, behind the first words of the key. */
static void assert_taken(const char *rest, int32_t pos, int32_t has_gauss, double gauss)
{
    char text[2 * SIZE];
    nprand_rng rng = rng_of(&NUMPY, text, make_numpy(text, "7", rest));
    nprand_state state = state_of(&rng);
    if (state.pos != pos || state.has_gauss != has_gauss || !same_double(state.gauss, gauss))
        fail_msg("%s: pos %d, has_gauss %d, gauss %g", rest, (int)state.pos, (int)state.has_gauss,
                 state.gauss);
    assert_true(state.key[0] == 7 && state.key[N - 1] == 1);
}

static void test_keys_that_may_be_missing(void **unused)
{
    (void)unused;
    assert_taken("],\"pos\":3},\"bit_generator\":\"MT19937\"}", 3, 0, 0.0);
    assert_taken("],\"pos\":3},\"bit_generator\":\"MT19937\",\"has_gauss\":1}", 3, 1, 0.0);
    assert_taken("],\"pos\":3},\"bit_generator\":\"MT19937\",\"gauss\":1.5}", 3, 0, 1.5);
}

#define IGNORED(value)                                                                \
    "],\"pos\":3,\"x\":" value "},\"gauss\":0.5,\"y\":" value ",\"has_gauss\":1,"     \
    "\"bit_generator\":\"MT19937\",\"gaus\":" value ",\"bit_generators12\":0,\"\":0," \
    "\"bit_generator12\":0}"

static void test_other_keys_are_ignored(void **unused)
{
    (void)unused;
    static const char *const texts[] = {
        IGNORED("1"),
        IGNORED("-0.5e+3"),
        IGNORED("1e999"),
        IGNORED("null"),
        IGNORED("true"),
        IGNORED("false"),
        IGNORED("NaN"),
        IGNORED("Infinity"),
        IGNORED("-Infinity"),
        IGNORED("\"\""),
        IGNORED("\"}],:\""),
        IGNORED("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83d\\uFFFF\xc3\xa9\x7f\xff\""),
        IGNORED("[]"),
        IGNORED("{}"),
        IGNORED(" [ ] "),
        IGNORED(" { } "),
        IGNORED("[1,\"a\",[[],{}],null]"),
        IGNORED("{\"gauss\":{\"a\":[{\"b\":[1,2]}],\"a\":{}},\"c\":[{}]}"),
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        assert_taken(texts[i], 3, 1, 0.5);
}

static void test_names_may_be_escaped(void **unused)
{
    (void)unused;
    assert_taken("],\"p\\u006fs\":3},\"\\u0062it_g\\u0065nerator\":\"\\u004dT19937\","
                 "\"has\\u005Fgauss\":1,\"gaus\\u0073\":-2}",
                 3, 1, -2.0);
    assert_taken("],\"pos\":3},\"bit_generator\":\"MT19937\",\"\\u0000gauss\":5,\"gauss\\u0000\":5,"
                 "\"gau\\u0173s\":5,\"g\\\\auss\":5,\"\\bit_generator\":5}",
                 3, 0, 0.0);
}

#define WITH_NUMBERS(pos, has_gauss, gauss)                                     \
    "],\"pos\":" pos "},\"bit_generator\":\"MT19937\",\"has_gauss\":" has_gauss \
    ",\"gauss\":" gauss "}"

/* As Python takes them for integers. */
static void test_floats_and_bools(void **unused)
{
    (void)unused;
    assert_taken(WITH_NUMBERS("true", "true", "true"), 1, 1, 1.0);
    assert_taken(WITH_NUMBERS("false", "false", "false"), 0, 0, 0.0);
    assert_taken(WITH_NUMBERS("624.0", "1.0", "2"), 624, 1, 2.0);
    assert_taken(WITH_NUMBERS("6.24e2", "-2147483648.0", "2e0"), 624, INT32_MIN, 2.0);
    assert_taken(WITH_NUMBERS("-0.0", "2147483647", "2e0"), 0, INT32_MAX, 2.0);
    assert_taken(WITH_NUMBERS("-0", "-0e5", "2e0"), 0, 0, 2.0);
    assert_taken(WITH_NUMBERS("5.5", "1.5", "2"), 5, 1, 2.0);
    assert_taken(WITH_NUMBERS("624.9", "2147483647.9", "2"), 624, INT32_MAX, 2.0);
    assert_taken(WITH_NUMBERS("-0.9", "-2147483648.9", "2"), 0, INT32_MIN, 2.0);
    assert_taken(WITH_NUMBERS("1e-400", "1e-1", "2"), 0, 0, 2.0);

    static const struct {
        const char *text;
        uint32_t value;
    } words[] = {
        {"4294967295", UINT32_MAX},
        {"4294967295.0", UINT32_MAX},
        {"4.294967295e9", UINT32_MAX},
        {"4294967294", 4294967294},
        {"2147483648", 2147483648},
        {"1e0", 1},
        {"true", 1},
        {"-0.0", 0},
        {"-0.9", 0},
        {"4294967295.9", UINT32_MAX},
        {"12345678e-0", 12345678},
    };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        char text[2 * SIZE];
        nprand_rng rng = rng_of(&NUMPY, text, make_numpy(text, words[i].text, WITH_GAUSS("1")));
        assert_int_equal(state_of(&rng).key[0], words[i].value);
    }
    char text[2 * SIZE];
    nprand_rng rng = rng_of(&PYTHON, text, make_python(text, "[3,[true,", "true],false]"));
    nprand_state state = state_of(&rng);
    assert_true(state.key[0] == 1 && state.pos == 1 && state.has_gauss == 1 && state.gauss == 0.0);
}

static void test_tuples(void **unused)
{
    (void)unused;
    static const struct {
        const char *rest;
        int32_t has_gauss;
        double gauss;
    } cases[] = {
        {"1],624]", 0, 0.0},
        {"1],624,1,0.5]", 1, 0.5},
        {"1 ] , 624.0 , true , 1 ] \n", 1, 1.0},
        {"1],624,false,0.5]", 0, 0.5},
        {"1,null,-1,[]],624,0,0.5]", 0, 0.5},
        {"1],624,0,0.5,1]", 0, 0.5},
        {"1],624,0,0.5,null,[[]],{\"gauss\":1},\"\"]", 0, 0.5},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char text[2 * SIZE];
        size_t length = make_python(text, " [ \"MT19937\",[", cases[i].rest);
        nprand_rng rng = rng_of(&TUPLE, text, length);
        nprand_state state = state_of(&rng);
        assert_true(state.key[0] == 1 && state.key[N - 1] == 1 && state.pos == 624);
        assert_int_equal(state.has_gauss, cases[i].has_gauss);
        assert_true(state.gauss == cases[i].gauss);
    }
}

static void test_gauss_that_is_not_finite(void **unused)
{
    (void)unused;
    static const struct {
        const char *text;
        double value;
        const char *written;
    } cases[] = {
        {"NaN", (double)NAN, "NaN"},
        {"Infinity", (double)INFINITY, "Infinity"},
        {"-Infinity", -(double)INFINITY, "-Infinity"},
        {"1e400", (double)INFINITY, "Infinity"},
        {"-1.7976931348623159e308", -(double)INFINITY, "-Infinity"},
        {"1797693134862315807938e287", (double)INFINITY, "Infinity"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char text[2 * SIZE], rest[200], written[SIZE], end[100];
        for (int has_gauss = 0; has_gauss < 2; has_gauss++) {
            snprintf(rest, sizeof rest, WITH_NUMBERS("3", "%d", "%s"), has_gauss, cases[i].text);
            assert_taken(rest, 3, has_gauss, cases[i].value);
            nprand_rng rng = rng_of(&NUMPY, text, make_numpy(text, "7", rest));
            assert_int_equal(nprand_get_state_json(&rng, SIZE, written, NULL), NPRAND_OK);
            snprintf(end, sizeof end, "\"has_gauss\": %d, \"gauss\": %s}", has_gauss,
                     cases[i].written);
            assert_string_equal(strstr(written, "\"has_gauss\""), end);
        }
        snprintf(rest, sizeof rest, "3],%s]", cases[i].text);
        nprand_rng rng = rng_of(&PYTHON, text, make_python(text, "[3,[1,", rest));
        assert_true(same_double(nprand_standard_normal(&rng), cases[i].value));
        rng = rng_of(&PYTHON, text, strlen(text));
        assert_int_equal(nprand_get_state_python(&rng, SIZE, written, NULL), NPRAND_OK);
        snprintf(end, sizeof end, "], %s]", cases[i].written);
        assert_string_equal(strchr(written, ']'), end);
    }
}

/* Of equal keys the last one counts, as in Python, and the others may have any value. */
static void test_keys_that_come_twice(void **unused)
{
    (void)unused;
    assert_taken("],\"pos\":null,\"pos\":3},\"gauss\":\"x\",\"bit_generator\":\"PCG64\","
                 "\"has_gauss\":[1],\"gauss\":0.5,\"has_gauss\":2,\"has_gauss\":1,"
                 "\"bit_generator\":\"MT19937\"}",
                 3, 1, 0.5);
    assert_taken("],\"pos\":5,\"p\\u006fs\":3},\"bit_generator\":\"MT19937\"}", 3, 0, 0.0);

    char text[2 * SIZE], rest[SIZE];
    size_t length = make_python(rest, "{\"key\":[9,", "9],\"pos\":4,\"key\":[8,");
    for (int i = 1; i < N; i++)
        length += (size_t)sprintf(rest + length, i < N - 1 ? "8," : "8]}");
    length = (size_t)sprintf(text,
                             "{\"state\":{\"key\":[]},\"bit_generator\":\"MT19937\","
                             "\"state\":%s}",
                             rest);
    nprand_rng rng = rng_of(&NUMPY, text, length);
    nprand_state state = state_of(&rng);
    assert_true(state.key[0] == 8 && state.key[N - 1] == 8 && state.pos == 4);
}

static void test_keys_of_more_words(void **unused)
{
    (void)unused;
    assert_taken(",9" WITH_NUMBERS("3", "0", "0"), 3, 0, 0.0);
    assert_taken(",-1,null,1e400,[{}],\"\"" WITH_NUMBERS("3", "0", "0"), 3, 0, 0.0);
}

/* ---- Refusals ----------------------------------------------------------------------------- */

#define ENDS          "the text ends before the state does"
#define GOES_ON       "the state ends before this, the text does not"
#define TOO_FEW       "the list that ends here has too few elements"
#define TOO_MANY      "the list has too many elements from here on"
#define OTHER         "the generator is not MT19937"
#define VERSION       "the version of the state is not 3"
#define BAD_POS       "pos is outside 0..624"
#define ZERO_KEY      "the key is all zero"
#define TOO_LARGE     "gauss is an integer above all doubles"
#define BAD_WORD      "a word of the key is outside 0..2^32 - 1"
#define BAD_HAS_GAUSS "has_gauss does not fit in a C int"
#define CONTROL       "a string has a control character here"
#define BAD_ESCAPE    "a string has an unknown escape here"
#define DEEP          "lists and objects are nested more than 16384 deep here"
#define EMPTY         "the text is empty"
#define COMMA(mark)   "JSON has no comma before " mark
#define PRINTED       "this is what Python prints, not JSON: json.dump() writes a state as JSON"
#define MARK          "the text begins with a byte order mark: save it as UTF-8 without one"
#define UTF_16        "the text is UTF-16, not UTF-8: save it as UTF-8 without byte order mark"
#define PYTHONS       "this is a state of Python's random: nprand_set_state_python() reads it"
#define NUMPYS        "this is no state of Python's random: nprand_set_state_json() reads NumPy's"
#define NEEDED(what)  what " is needed here"
#define NO_KEY(name)  "the object that ends here has no \"" name "\""

static nprand_status status_of(const char *reason)
{
    if (strcmp(reason, BAD_POS) == 0)
        return NPRAND_BAD_POS;
    if (strcmp(reason, ZERO_KEY) == 0)
        return NPRAND_ZERO_KEY;
    return NPRAND_BAD_JSON;
}

static void assert_refused(const struct form *form, const char *text, size_t length,
                           const char *why, size_t where)
{
    nprand_rng rng = seeded(3);
    nprand_standard_normal(&rng);
    nprand_rng before = rng;
    size_t offset = SIZE_MAX;
    const char *reason = "none";
    nprand_status status = form->set(&rng, text, length, &offset, &reason);
    if (status != status_of(why) || offset != where || strcmp(reason, why) != 0)
        fail_msg("%.200s: %s, %s at %zu, not %s at %zu", text, nprand_strerror(status), reason,
                 offset, why, where);
    assert_int_equal(form->set(&rng, text, length, NULL, NULL), status);
    assert_memory_equal(&rng, &before, sizeof rng);
}

/* The mark ^ in a text is where it is wrong, and is not part of it. */
static void assert_refused_at_mark(const struct form *form, const char *marked, const char *why)
{
    char text[2 * SIZE];
    const char *mark = strchr(marked, '^');
    assert_true(mark != NULL && strlen(marked) < sizeof text);
    size_t where = (size_t)(mark - marked);
    memcpy(text, marked, where);
    strcpy(text + where, mark + 1);
    assert_refused(form, text, strlen(text), why, where);
}

struct refusal {
    const char *reason;
    const char *text;
};

static void assert_each_refused(const struct form *form, const struct refusal *refusals,
                                size_t count)
{
    for (size_t i = 0; i < count; i++)
        assert_refused_at_mark(form, refusals[i].text, refusals[i].reason);
}

#define LENGTH(array) (sizeof(array) / sizeof(array)[0])

/* No JSON: the first byte that is wrong, whatever the values before it. */
static void test_texts_that_are_not_json(void **unused)
{
    (void)unused;
    static const struct refusal refusals[] = {
        {EMPTY, "^"},
        {EMPTY, " \n ^"},
        {NEEDED("a value"), "^x"},
        {NEEDED("a value"), "^}"},
        {GOES_ON, "{} ^x"},
        {GOES_ON, "5 ^{}"},
        {ENDS, "{^"},
        {NEEDED("a string"), "{^,"},
        {NEEDED("a string"), "{^gauss: 1}"},
        {NEEDED("a string"), "{^{}: 1}"},
        {ENDS, "{\"gau^"},
        {ENDS, "{\"gauss\"^"},
        {NEEDED("a colon"), "{\"gauss\" ^1}"},
        {ENDS, "{\"gauss\":^"},
        {NEEDED("a value"), "{\"gauss\":^}"},
        {NEEDED("a value"), "{\"gauss\": null, \"pos\": ^}"},
        {NEEDED("a comma or }"), "{\"gauss\": 1 ^\"has_gauss\": 0}"},
        {NEEDED("a comma or }"), "{\"gauss\": 1 ^]"},
        {NEEDED("a comma or }"), "{\"gauss\": true^1}"},
        {NEEDED("a value"), "{\"x\": ^nil}"},
        {NEEDED("a value"), "{\"x\": [^,"},
        {NEEDED("a value"), "{\"x\": [1, ^,"},
        {NEEDED("a value"), "{\"x\": [1, ^}"},
        {NEEDED("a string"), "{\"x\": 1, ^]"},
        {NEEDED("a comma or ]"), "{\"x\": [1^}"},
        {NEEDED("a comma or ]"), "{\"x\": [[]^}"},
        {NEEDED("a comma or }"), "{\"x\": {\"y\": {}^]"},
        {NEEDED("a comma or }"), "{\"x\": [{}, {\"y\": [[]]^]"},
        {NEEDED("a comma or }"), "{\"x\": [1]^]"},
        {NEEDED("a string"), "{\"x\": {^1: 2}}"},
        {NEEDED("a colon"), "{\"x\": {\"y\"^}}"},
        {NEEDED("a digit"), "{\"x\": -^, 1}"},
        {NEEDED("a digit"), "{\"x\": 1.^, 1}"},
        {NEEDED("a digit"), "{\"x\": 1e+^, 1}"},
        {CONTROL, "{\"x\": \"^\n\"}"},
        {CONTROL, "{\"x^\t\": 1}"},
        {BAD_ESCAPE, "{\"x\": \"\\^a\"}"},
        {BAD_ESCAPE, "{\"x\": \"\\^U0041\"}"},
        {NEEDED("a hexadecimal digit"), "{\"x\": \"\\u12^\"}"},
        {NEEDED("a hexadecimal digit"), "{\"x\": \"\\u00^g0\"}"},
        {ENDS, "{\"x\": \"\\^"},
        {ENDS, "{\"x\": \"\\u0^"},
        {ENDS, "{\"x\": nul^"},
        {ENDS, "{\"x\": fals^"},
        {ENDS, "{\"x\": -Inf^"},
        {ENDS, "{\"x\": [^"},
        {ENDS, "{\"x\": [1,^"},
        {ENDS, "{\"x\": {\"y\"^"},
        {ENDS, "[^"},
        {ENDS, "[3,^"},
    };
    assert_each_refused(&NUMPY, refusals, LENGTH(refusals));
    assert_each_refused(&PYTHON, refusals, LENGTH(refusals));
}

static void test_numbers_that_are_not_json(void **unused)
{
    (void)unused;
    static const struct refusal refusals[] = {
        {NEEDED("a value"), "[^Inf]"},
        {NEEDED("a value"), "[^+1]"},
        {NEEDED("a value"), "[^.5]"},
        {NEEDED("a digit"), "[-^]"},
        {NEEDED("a digit"), "[-^Inf]"},
        {NEEDED("a digit"), "[-^nan]"},
        {NEEDED("a digit"), "[1.^]"},
        {NEEDED("a digit"), "[1e^]"},
        {NEEDED("a digit"), "[1e+^]"},
        {NEEDED("a comma or ]"), "[0^1]"},
        {NEEDED("a comma or ]"), "[-0^0.5]"},
        {NEEDED("a comma or ]"), "[1^f]"},
        {NEEDED("a comma or ]"), "[0^x1p3]"},
        {ENDS, "[-^"},
        {ENDS, "[1.^"},
        {ENDS, "[1e-^"},
    };
    assert_each_refused(&NUMPY, refusals, LENGTH(refusals));
    assert_each_refused(&PYTHON, refusals, LENGTH(refusals));
}

/* What people have instead of JSON. */
static void test_usual_mistakes(void **unused)
{
    (void)unused;
    static const struct refusal refusals[] = {
        {MARK, "^\xef\xbb\xbf{}"},
        {UTF_16, "^\xff\xfe{"},
        {UTF_16, "^\xfe\xff"},
        {COMMA("]"), "[1^, ]"},
        {COMMA("}"), "{\"x\": 1 ^,\n}"},
        {COMMA("]"), "{\"x\": [[], {}^,]}"},
        {COMMA("}"), "[{\"x\": []^,}]"},
        {PRINTED, "^('MT19937', array([1, 2"},
        {PRINTED, "^(3, (1, 2"},
        {PRINTED, "{^'bit_generator': 'MT19937'"},
        {PRINTED, "{\"x\": ^'a'}"},
        {PRINTED, "{\"key\": ^array([1, 2"},
        {PRINTED, "[3, [1], ^None]"},
        {PRINTED, "[^True]"},
        {PRINTED, "[^False]"},
        {PRINTED, "[^nan]"},
        {PRINTED, "[^inf]"},
        {NEEDED("a value"), "[^Nine]"},
        {NEEDED("a value"), "[^arrays]"},
        {ENDS, "[Tru^"},
        {ENDS, "[N^"},
    };
    static const struct refusal numpy[] = {
        {PYTHONS, "[^3, [1, 2], null]"},        {PYTHONS, "[ ^3.0, [], null]"},
        {NEEDED("a string"), "[^2, [], null]"}, {NEEDED("a string"), "[^33, []]"},
        {NEEDED("a string"), "[^null]"},        {NEEDED("a string"), "{\"bit_generator\": ^3}"},
    };
    static const struct refusal python[] = {
        {NUMPYS, "^{\"bit_generator\": \"MT19937\"}"},
        {NUMPYS, "^{}"},
        {NUMPYS, " ^[ \"MT19937\", [1, 2], 3, 0, 0.0]"},
    };
    assert_each_refused(&NUMPY, refusals, LENGTH(refusals));
    assert_each_refused(&PYTHON, refusals, LENGTH(refusals));
    assert_each_refused(&NUMPY, numpy, LENGTH(numpy));
    assert_each_refused(&PYTHON, python, LENGTH(python));
}

/* JSON, but values that no state has. */
static void test_numpys_values(void **unused)
{
    (void)unused;
    static const struct refusal refusals[] = {
        {NEEDED("an object or a list"), "^\"MT19937\""},
        {NEEDED("an object or a list"), "^12"},
        {NEEDED("an object or a list"), "^null"},
        {NEEDED("an object or a list"), "^NaN"},
        {NO_KEY("bit_generator"), "{^}"},
        {NO_KEY("bit_generator"), "{\"gauss\": 1^}"},
        {NO_KEY("state"), "{\"bit_generator\": \"MT19937\" ^}"},
        {NEEDED("a number"), "{\"gauss\": ^\"1\"}"},
        {NEEDED("a number"), "{\"gauss\": ^null}"},
        {NEEDED("a number"), "{\"gauss\": 1, \"gauss\": ^null}"},
        {NEEDED("a number"), "{\"gauss\": ^[1]}"},
        {NEEDED("an integer"), "{\"has_gauss\": ^NaN}"},
        {NEEDED("an integer"), "{\"has_gauss\": ^null}"},
        {NEEDED("an integer"), "{\"has_gauss\": ^\"1\"}"},
        {BAD_HAS_GAUSS, "{\"has_gauss\": ^-Infinity}"},
        {BAD_HAS_GAUSS, "{\"has_gauss\": ^2147483648}"},
        {BAD_HAS_GAUSS, "{\"has_gauss\": ^-2147483649}"},
        {BAD_HAS_GAUSS, "{\"has_gauss\": ^18446744073709551616}"},
        {OTHER, "{\"bit_generator\": ^\"PCG64\"}"},
        {OTHER, "{\"bit_generator\": \"MT19937\", \"bit_generator\": ^\"PCG64\"}"},
        {OTHER, "{\"bit_generator\": ^\"MT19937 \"}"},
        {OTHER, "{\"bit_generator\": ^\"MT19937\\u0000\"}"},
        {OTHER, "{\"bit_generator\": ^\"mt19937\"}"},
        {NEEDED("a string"), "{\"bit_generator\": ^19937}"},
        {NEEDED("an object"), "{\"state\": ^[]}"},
        {NO_KEY("key"), "{\"state\": {^}}"},
        {NO_KEY("key"), "{\"state\": {\"gauss\": 0^}}"},
        {BAD_POS, "{\"state\": {\"pos\": ^625}}"},
        {BAD_POS, "{\"state\": {\"pos\": ^-1}}"},
        {BAD_POS, "{\"state\": {\"pos\": ^625.0}}"},
        {BAD_POS, "{\"state\": {\"pos\": ^1e300}}"},
        {NEEDED("an integer"), "{\"state\": {\"pos\": ^null}}"},
        {NO_KEY("key"), "{\"state\": {\"pos\": 624^}}"},
        {NEEDED("a list"), "{\"state\": {\"key\": ^1}}"},
        {TOO_FEW, "{\"state\": {\"key\": [^]}}"},
        {TOO_FEW, "{\"state\": {\"key\": [1, 2^]}}"},
        {NEEDED("an integer"), "{\"state\": {\"key\": [^[1]]}}"},
        {NEEDED("an integer"), "{\"state\": {\"key\": [1, ^null]}}"},
        {NEEDED("an integer"), "{\"state\": {\"key\": [1, ^\"1\"]}}"},
        {NEEDED("an integer"), "{\"state\": {\"key\": [1, ^NaN]}}"},
        {BAD_WORD, "{\"state\": {\"key\": [1, ^-1]}}"},
        {BAD_WORD, "{\"state\": {\"key\": [1, ^-1.0]}}"},
        {BAD_WORD, "{\"state\": {\"key\": [1, ^4294967296]}}"},
        {BAD_WORD, "{\"state\": {\"key\": [1, ^4294967296.0]}}"},
        {BAD_WORD, "{\"state\": {\"key\": [1, ^Infinity]}}"},
        {TOO_FEW, "[^]"},
        {OTHER, "[^\"PCG64\", []]"},
        {TOO_FEW, "[\"MT19937\"^]"},
        {NEEDED("a list"), "[\"MT19937\", ^{}]"},
        {TOO_FEW, "[\"MT19937\", [1, 2^], 5]"},
    };
    assert_each_refused(&NUMPY, refusals, LENGTH(refusals));
}

static void test_pythons_values(void **unused)
{
    (void)unused;
    static const struct refusal refusals[] = {
        {NEEDED("a list"), "^3"},
        {TOO_FEW, "[^]"},
        {VERSION, "[^2, []]"},
        {VERSION, "[^33, []]"},
        {VERSION, "[^3.5, []]"},
        {NEEDED("an integer"), "[^[3], []]"},
        {NEEDED("an integer"), "[^null, []]"},
        {TOO_FEW, "[3^]"},
        {NEEDED("a list"), "[3, ^null, null]"},
        {TOO_FEW, "[3, [^], null]"},
        {TOO_FEW, "[3.0, [1, 2, 3^], null]"},
        {NEEDED("an integer"), "[3, [1, ^2.0, 3], null]"},
        {BAD_WORD, "[3, [1, ^-2, 3], null]"},
    };
    assert_each_refused(&PYTHON, refusals, LENGTH(refusals));
}

/* What is wrong comes after a whole key. */
static void test_long_texts(void **unused)
{
    (void)unused;
    static const struct refusal numpy[] = {
        {NEEDED("a comma or ]"), "^}" WITH_GAUSS("1")},
        {GOES_ON, WITH_GAUSS("1") " ^x"},
        {GOES_ON, WITH_GAUSS("1") "\n^{}"},
        {GOES_ON, WITH_GAUSS("1") "^}"},
        {COMMA("}"), "],\"pos\":3},\"gauss\":1^,}"},
        {NO_KEY("bit_generator"), "],\"pos\":3},\"gauss\":1,\"has_gauss\":0^}"},
        {NO_KEY("pos"), "],\"poss\":3^},\"gauss\":1,\"has_gauss\":0}"},
        {NO_KEY("key"), "],\"pos\":3},\"gauss\":1,\"state\":{^}}"},
        {TOO_FEW, "],\"pos\":3,\"key\":[^]}}"},
        {ENDS, "],\"pos\":3^"},
    };
    static const struct refusal tuple[] = {
        {TOO_FEW, "1]^]"},
        {TOO_FEW, "1],3,0^]"},
        {BAD_POS, "1],^625]"},
        {ENDS, "1],3,0,0.5,[^"},
        {NEEDED("an integer"), "1],3,^null,0.5]"},
        {ENDS, "1],3,0,0.5,^"},
        {NEEDED("a number"), "1],3,0,^null]"},
        {COMMA("]"), "1],3,0,0.5^,]"},
        {GOES_ON, "1],3]^]"},
        {COMMA("]"), "1],3^,]"},
    };
    static const struct refusal python[] = {
        {TOO_FEW, "1^], null]"},
        {BAD_POS, "1,^625], null]"},
        {BAD_POS, "1,^-1], null]"},
        {NEEDED("an integer"), "1,^3.0], null]"},
        {TOO_MANY, "1,3,^3], null]"},
        {TOO_FEW, "1,3]^]"},
        {TOO_MANY, "1,3],null,^null]"},
        {NEEDED("a value"), "1,3],^nul]"},
        {NEEDED("a number"), "1,3],^\"\"]"},
        {NEEDED("a number"), "1,3],^{}]"},
        {ENDS, "1,3],nu^"},
        {ENDS, "1,3],null^"},
        {GOES_ON, "1,3],null]^]"},
    };
    char text[2 * SIZE];
    for (size_t i = 0; i < sizeof numpy / sizeof numpy[0]; i++) {
        make_numpy(text, "7", numpy[i].text);
        assert_refused_at_mark(&NUMPY, text, numpy[i].reason);
    }
    for (size_t i = 0; i < sizeof tuple / sizeof tuple[0]; i++) {
        make_python(text, "[\"MT19937\",[", tuple[i].text);
        assert_refused_at_mark(&TUPLE, text, tuple[i].reason);
    }
    for (size_t i = 0; i < sizeof python / sizeof python[0]; i++) {
        make_python(text, "[3,[", python[i].text);
        assert_refused_at_mark(&PYTHON, text, python[i].reason);
    }
}

/* Python has no double for it, and makes Infinity of the same number with a point. */
static void test_gauss_that_is_an_integer(void **unused)
{
    (void)unused;
    char number[400], text[2 * SIZE], rest[1000];
    memset(number, '0', sizeof number);
    number[0] = '1';
    number[309] = '\0';
    assert_true(state_with_gauss(number).gauss == 1e308);
    number[0] = '2';
    snprintf(rest, sizeof rest, WITH_NUMBERS("3", "0", "^-%s"), number);
    make_numpy(text, "7", rest);
    assert_refused_at_mark(&NUMPY, text, TOO_LARGE);
    snprintf(rest, sizeof rest, "3],^%s]", number);
    make_python(text, "[3,[1,", rest);
    assert_refused_at_mark(&PYTHON, text, TOO_LARGE);
    strcpy(number + 309, ".0");
    assert_true(state_with_gauss(number).gauss == (double)INFINITY);
}

static void test_keys_that_give_zeros(void **unused)
{
    (void)unused;
    char text[2 * SIZE];
    make_numpy(text, "7", WITH_GAUSS("1"));
    for (char *one = strstr(text, ",1"); one != NULL; one = strstr(one, ",1"))
        memcpy(one, ",0", 2);
    assert_refused(&NUMPY, text, strlen(text), ZERO_KEY, strlen("{\"state\":{\"key\":"));
}

/* 16384 lists and objects within each other are read over, one more is not. */
static void test_depth(void **unused)
{
    (void)unused;
    static const char *const open[] = {"[", "{\"a\":", "[1,", "{\"a\":1,\"b\":"};
    static const char close[] = "]}]}";
    static const char rest[] = ",\"bit_generator\":\"MT19937\"}";
    static char text[MEGABYTE];
    enum { MOST = 16384 };
    for (int depth = MOST; depth <= MOST + 1; depth++) {
        size_t length = make_numpy(text, "7", "],\"pos\":3},\"x\":"), deepest = 0;
        for (int i = 0; i < depth - 1; i++) { /* the state is an object */
            deepest = length;
            length += (size_t)sprintf(text + length, "%s", open[i % 4]);
        }
        text[length++] = '0';
        for (int i = depth - 1; i-- > 0;)
            text[length++] = close[i % 4];
        length += (size_t)sprintf(text + length, "%s", rest);
        if (depth == MOST)
            rng_of(&NUMPY, text, length);
        else
            assert_refused(&NUMPY, text, length, DEEP, deepest);
    }
}

/* The mark that closes is that of the one that was opened, at any depth. */
static void test_pairs_of_marks(void **unused)
{
    (void)unused;
    for (int depth = 1; depth <= 200; depth++) {
        char text[2000] = "";
        size_t length = 0;
        for (int i = 0; i < depth; i++)
            length += (size_t)sprintf(text + length, depth * i % 3 == 0 ? "[" : "{\"\":");
        text[length++] = '0';
        for (int i = depth; i-- > 0;)
            text[length++] = depth * i % 3 == 0 ? ']' : '}';
        for (size_t at = length - (size_t)depth; at < length; at++) {
            bool list = text[at] == ']';
            text[at] = list ? '}' : ']';
            assert_refused(&NUMPY, text, length,
                           list ? NEEDED("a comma or ]") : NEEDED("a comma or }"), at);
            text[at] = list ? ']' : '}';
        }
    }
}

static void test_garbage(void **unused)
{
    (void)unused;
    static char text[MEGABYTE];
    static const char *const heads[] = {
        "",          "{\"state\":{\"key\":", "{\"gauss\":", "{\"bit_generator\":", "{\"x\":",
        "{\"x\":\"", "[\"MT19937\","};
    for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++) {
        size_t head = strlen(heads[i]);
        for (int c = 1; c < 256; c++) {
            size_t offset = SIZE_MAX;
            nprand_rng rng = seeded(1);
            memset(text, c, sizeof text);
            memcpy(text, heads[i], head);
            assert_int_not_equal(nprand_set_state_json(&rng, text, sizeof text, &offset, NULL),
                                 NPRAND_OK);
            assert_true(offset <= sizeof text);
            assert_int_not_equal(nprand_set_state_python(&rng, text, sizeof text, &offset, NULL),
                                 NPRAND_OK);
        }
    }
    memset(text, '[', sizeof text);
    assert_refused(&NUMPY, text, sizeof text, DEEP, 16384);
    assert_refused(&PYTHON, text, sizeof text, DEEP, 16384);
    memset(text, ' ', sizeof text);
    assert_refused(&PYTHON, text, sizeof text, EMPTY, sizeof text);
    memset(text, 0, sizeof text);
    assert_refused(&NUMPY, text, sizeof text, NEEDED("a value"), 0);
}

/* ---- Changed texts ------------------------------------------------------------------------ */

enum { SAMPLES = 3 };

/* A state to change: NumPy's with one more key, which is ignored, Python's, and NumPy's tuple. */
static const struct form *read_sample(size_t which, char text[SIZE], size_t *length)
{
    static const char ignored[] = "{\"a\\u0062\\n\\\\\": [[], {}, [1, -0.5e+3, \"x\", null, true, "
                                  "NaN], {\"gauss\": {\"c\": []}}], ";
    size_t added = sizeof ignored - 1;
    *length = read_file(read_forms[which]->name, "before", text);
    if (read_forms[which] == &NUMPY) {
        assert_true(*length + added < SIZE);
        memmove(text + added, text + 1, *length); /* with the '\0', without the first mark */
        memcpy(text, ignored, added);
        *length += added - 1;
    }
    return read_forms[which];
}

/* Reads a text of exactly this size, so that AddressSanitizer sees what is read behind it; taken or
 * refused, the generator must be whole. */
static nprand_status set_exactly(const struct form *form, const char *text, size_t length,
                                 size_t *offset, const char **reason)
{
    char *exact = malloc(length + (length == 0));
    assert_non_null(exact);
    memcpy(exact, text, length);
    nprand_rng rng = seeded(1);
    nprand_rng before = rng;
    *reason = NULL;
    nprand_status status = form->set(&rng, exact, length, offset, reason);
    free(exact);
    if (status != NPRAND_OK) {
        assert_memory_equal(&rng, &before, sizeof rng);
        assert_true(*offset <= length && *reason != NULL);
        assert_int_equal(status, status_of(*reason));
    } else {
        nprand_state state = state_of(&rng);
        assert_true(state.pos >= 0 && state.pos <= N);
        assert_null(*reason);
    }
    return status;
}

static void test_every_truncation(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < SAMPLES; i++) {
        char text[SIZE];
        size_t length;
        const struct form *form = read_sample(i, text, &length);
        for (size_t cut = 0; cut < length; cut++) {
            size_t offset = SIZE_MAX;
            const char *reason;
            assert_int_equal(set_exactly(form, text, cut, &offset, &reason), NPRAND_BAD_JSON);
            assert_int_equal(offset, cut);
            assert_string_equal(reason, cut == 0 ? EMPTY : ENDS);
        }
    }
}

/* A few bytes for each, every byte where the text is more than numbers. */
static void test_every_byte_changed(void **unused)
{
    (void)unused;
    static const char few[] = "\0\" ,.-0e]";
    for (size_t i = 0; i < SAMPLES; i++) {
        char text[SIZE];
        size_t length, taken = 0, refused = 0;
        const struct form *form = read_sample(i, text, &length);
        for (size_t at = 0; at < length; at++) {
            bool all = at < 100 || at + 100 > length;
            char original = text[at];
            if (!all && form == &TUPLE)
                continue; /* its words are read as NumPy's other ones */
            for (size_t k = 0; k < (all ? 256 : sizeof few - 1); k++) {
                size_t offset = SIZE_MAX;
                const char *reason;
                text[at] = all ? (char)(unsigned char)k : few[k];
                nprand_status status = set_exactly(form, text, length, &offset, &reason);
                taken += status == NPRAND_OK;
                refused += status != NPRAND_OK;
            }
            text[at] = original;
        }
        /* Taken: other digits, a point, and other names for keys that may be missing. */
        assert_true(taken > 1000 && refused > 3 * taken);
    }
}

static void test_every_byte_left_out_or_doubled(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < SAMPLES; i++) {
        char text[SIZE], changed[SIZE + 1];
        size_t length;
        const struct form *form = read_sample(i, text, &length);
        for (size_t at = 0; at < length; at++) {
            size_t offset = SIZE_MAX;
            const char *reason;
            memcpy(changed, text, at);
            memcpy(changed + at, text + at + 1, length - at - 1);
            set_exactly(form, changed, length - 1, &offset, &reason);
            changed[at] = text[at];
            memcpy(changed + at + 1, text + at, length - at);
            set_exactly(form, changed, length + 1, &offset, &reason);
        }
    }
}

/* ---- Buffers and pointers ----------------------------------------------------------------- */

static void test_buffer_of_every_size(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < FORMS; i++) {
        char text[SIZE];
        size_t length = read_file(forms[i]->name, "before", text);
        nprand_rng rng = rng_of(forms[i], text, length);
        for (size_t size = 0; size <= length + 2; size++) {
            size_t written = 77;
            char *out = malloc(size + 1);
            assert_non_null(out);
            memset(out, 'x', size + 1);
            nprand_status status = forms[i]->get(&rng, size, out, &written);
            assert_int_equal(out[size], 'x');
            if (size <= length) {
                assert_int_equal(status, NPRAND_BUFFER_TOO_SMALL);
                assert_true(out[0] == 'x' && written == 77);
            } else {
                assert_int_equal(status, NPRAND_OK);
                assert_int_equal(written, length);
                assert_string_equal(out, text);
            }
            free(out);
        }
    }
}

/* The longest text there is. */
static void test_buffer_size_is_enough(void **unused)
{
    (void)unused;
    nprand_state state = {.pos = N, .has_gauss = INT32_MIN, .gauss = -0x1.0000000000001p-1022};
    memset(state.key, 0xff, sizeof state.key);
    nprand_rng rng = {0};
    assert_int_equal(nprand_set_state(&rng, &state), NPRAND_OK);
    for (size_t i = 0; i < FORMS; i++) {
        char text[SIZE];
        size_t length = 0;
        assert_int_equal(forms[i]->get(&rng, SIZE, text, &length), NPRAND_OK);
        assert_in_range(length, 7000, SIZE - 1);
        nprand_rng copy = rng_of(forms[i], text, length);
        if (i == 0)
            assert_same_state(&copy, &rng);
    }
}

static void test_null_pointers(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < FORMS; i++) {
        nprand_rng rng = seeded(1), never = {0};
        char text[SIZE];
        size_t length = 0;
        assert_int_equal(forms[i]->get(NULL, SIZE, text, &length), NPRAND_NULL_POINTER);
        assert_int_equal(forms[i]->get(&never, SIZE, text, &length), NPRAND_NOT_SEEDED);
        assert_int_equal(forms[i]->get(&rng, SIZE, NULL, &length), NPRAND_NULL_POINTER);
        assert_int_equal(forms[i]->get(&rng, SIZE, text, NULL), NPRAND_OK);
        size_t offset = 77;
        const char *reason = NULL;
        length = strlen(text);
        assert_int_equal(forms[i]->set(NULL, text, length, NULL, NULL), NPRAND_NULL_POINTER);
        assert_int_equal(forms[i]->set(NULL, text, length, &offset, NULL), NPRAND_NULL_POINTER);
        assert_int_equal(offset, 0);
        assert_int_equal(forms[i]->set(&rng, NULL, 5, NULL, &reason), NPRAND_NULL_POINTER);
        assert_string_equal(reason, "pointer is NULL");
    }
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_from_python_and_back),
        cmocka_unit_test(test_other_forms),
        cmocka_unit_test(test_generator_keeps_its_release),
        cmocka_unit_test(test_order_and_space_do_not_matter),
        cmocka_unit_test(test_doubles),
        cmocka_unit_test(test_doubles_are_written_as_python_does),
        cmocka_unit_test(test_long_numbers),
        cmocka_unit_test(test_halfway_between_two_doubles),
        cmocka_unit_test(test_keys_that_may_be_missing),
        cmocka_unit_test(test_other_keys_are_ignored),
        cmocka_unit_test(test_names_may_be_escaped),
        cmocka_unit_test(test_floats_and_bools),
        cmocka_unit_test(test_tuples),
        cmocka_unit_test(test_gauss_that_is_not_finite),
        cmocka_unit_test(test_keys_that_come_twice),
        cmocka_unit_test(test_keys_of_more_words),
        cmocka_unit_test(test_texts_that_are_not_json),
        cmocka_unit_test(test_numbers_that_are_not_json),
        cmocka_unit_test(test_usual_mistakes),
        cmocka_unit_test(test_numpys_values),
        cmocka_unit_test(test_pythons_values),
        cmocka_unit_test(test_long_texts),
        cmocka_unit_test(test_gauss_that_is_an_integer),
        cmocka_unit_test(test_keys_that_give_zeros),
        cmocka_unit_test(test_depth),
        cmocka_unit_test(test_pairs_of_marks),
        cmocka_unit_test(test_garbage),
        cmocka_unit_test(test_every_truncation),
        cmocka_unit_test(test_every_byte_changed),
        cmocka_unit_test(test_every_byte_left_out_or_doubled),
        cmocka_unit_test(test_buffer_of_every_size),
        cmocka_unit_test(test_buffer_size_is_enough),
        cmocka_unit_test(test_null_pointers),
    };
    folder = argc == 2 ? argv[1] : "vectors/exchange";
    return cmocka_run_group_tests(tests, NULL, NULL);
}
