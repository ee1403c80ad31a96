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
    nprand_status (*set)(nprand_rng *, const char *, size_t, size_t *);
};

static const struct form NUMPY = {"numpy", nprand_get_state_json, nprand_set_state_json};
static const struct form PYTHON = {"python", nprand_get_state_python, nprand_set_state_python};
static const struct form *const forms[] = {&NUMPY, &PYTHON};

enum { FORMS = sizeof forms / sizeof forms[0] };

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
    assert_int_equal(form->set(&rng, text, length, &offset), NPRAND_OK);
    assert_int_equal(offset, 77);
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

static void test_generator_keeps_its_release(void **unused)
{
    (void)unused;
    char text[SIZE];
    int minor;
    size_t length = read_file("numpy", "before", text);
    nprand_rng rng = seeded(1);
    assert_int_equal(nprand_set_numpy(&rng, 1, 20), NPRAND_OK);
    assert_int_equal(nprand_set_state_json(&rng, text, length, NULL), NPRAND_OK);
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
        "0.1",
        "-0.30000000000000004",
        "0.0001",
        "9.999e-05",
        "1e-05",
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

/* ---- Refusals ----------------------------------------------------------------------------- */

static void assert_refused(const struct form *form, const char *text, size_t length,
                           nprand_status status, size_t where)
{
    nprand_rng rng = seeded(3);
    nprand_standard_normal(&rng);
    nprand_rng before = rng;
    size_t offset = SIZE_MAX;
    nprand_status got = form->set(&rng, text, length, &offset);
    if (got != status || offset != where)
        fail_msg("%.200s: %s at %zu, not %s at %zu", text, nprand_strerror(got), offset,
                 nprand_strerror(status), where);
    assert_int_equal(form->set(&rng, text, length, NULL), status);
    assert_memory_equal(&rng, &before, sizeof rng);
}

/* The mark ^ in a text is where it is wrong, and is not part of it. */
static void assert_refused_at_mark(const struct form *form, const char *marked,
                                   nprand_status status)
{
    char text[2 * SIZE];
    const char *mark = strchr(marked, '^');
    assert_true(mark != NULL && strlen(marked) < sizeof text);
    size_t where = (size_t)(mark - marked);
    memcpy(text, marked, where);
    strcpy(text + where, mark + 1);
    assert_refused(form, text, strlen(text), status, where);
}

struct refusal {
    nprand_status status;
    const char *text;
};

static void test_short_texts(void **unused)
{
    (void)unused;
    static const struct refusal numpy[] = {
        {NPRAND_JSON_TRUNCATED, "^"},
        {NPRAND_JSON_TRUNCATED, " \n ^"},
        {NPRAND_JSON_SYNTAX, "^x"},
        {NPRAND_JSON_SYNTAX, "^\xef\xbb\xbf{}"},
        {NPRAND_JSON_SYNTAX, "^}"},
        {NPRAND_JSON_TYPE, "^[]"},
        {NPRAND_JSON_TYPE, "^\"MT19937\""},
        {NPRAND_JSON_TYPE, "^12"},
        {NPRAND_JSON_TYPE, "^null"},
        {NPRAND_JSON_TYPE, "^NaN"},
        {NPRAND_JSON_MISSING_KEY, "{^}"},
        {NPRAND_JSON_TRUNCATED, "{^"},
        {NPRAND_JSON_SYNTAX, "{^,"},
        {NPRAND_JSON_SYNTAX, "{^'gauss': 1}"},
        {NPRAND_JSON_SYNTAX, "{^gauss: 1}"},
        {NPRAND_JSON_EXTRA_KEY, "{^\"x\": 1}"},
        {NPRAND_JSON_EXTRA_KEY, "{^\"Gauss\": 1}"},
        {NPRAND_JSON_EXTRA_KEY, "{^\"gauss \": 1}"},
        {NPRAND_JSON_EXTRA_KEY, "{^\"g\\u0061uss\": 1}"},
        {NPRAND_JSON_EXTRA_KEY, "{^\"pos\": 1}"},
        {NPRAND_JSON_TRUNCATED, "{\"gau^"},
        {NPRAND_JSON_TRUNCATED, "{\"gauss\"^"},
        {NPRAND_JSON_SYNTAX, "{\"gauss\" ^1}"},
        {NPRAND_JSON_TRUNCATED, "{\"gauss\":^"},
        {NPRAND_JSON_SYNTAX, "{\"gauss\":^}"},
        {NPRAND_JSON_MISSING_KEY, "{\"gauss\": 1^}"},
        {NPRAND_JSON_SYNTAX, "{\"gauss\": 1,^}"},
        {NPRAND_JSON_SYNTAX, "{\"gauss\": 1 ^\"has_gauss\": 0}"},
        {NPRAND_JSON_DUPLICATE_KEY, "{\"gauss\": 1, ^\"gauss\": 1}"},
        {NPRAND_JSON_TYPE, "{\"gauss\": ^\"1\"}"},
        {NPRAND_JSON_TYPE, "{\"gauss\": ^null}"},
        {NPRAND_JSON_TYPE, "{\"gauss\": ^[1]}"},
        {NPRAND_GAUSS_NOT_FINITE, "{\"gauss\": ^NaN}"},
        {NPRAND_GAUSS_NOT_FINITE, "{\"gauss\": ^Infinity}"},
        {NPRAND_GAUSS_NOT_FINITE, "{\"gauss\": ^-Infinity}"},
        {NPRAND_JSON_TRUNCATED, "{\"gauss\": -Inf^"},
        {NPRAND_JSON_TYPE, "{\"gauss\": ^nan}"},
        {NPRAND_JSON_SYNTAX, "{\"gauss\": ^Inf}"},
        {NPRAND_JSON_SYNTAX, "{\"gauss\": ^-Inf}"},
        {NPRAND_JSON_SYNTAX, "{\"gauss\": -^nan}"},
        {NPRAND_JSON_SYNTAX, "{\"gauss\": ^+1}"},
        {NPRAND_JSON_SYNTAX, "{\"gauss\": ^.5}"},
        {NPRAND_JSON_SYNTAX, "{\"gauss\": 1.^}"},
        {NPRAND_JSON_SYNTAX, "{\"gauss\": 0^1}"},
        {NPRAND_JSON_SYNTAX, "{\"gauss\": -0^0.5}"},
        {NPRAND_JSON_SYNTAX, "{\"gauss\": 1e^}"},
        {NPRAND_JSON_SYNTAX, "{\"gauss\": 1e+^}"},
        {NPRAND_JSON_SYNTAX, "{\"gauss\": 1^f}"},
        {NPRAND_JSON_SYNTAX, "{\"gauss\": 0^x1p3}"},
        {NPRAND_JSON_TRUNCATED, "{\"gauss\": -^"},
        {NPRAND_JSON_TRUNCATED, "{\"gauss\": 1.^"},
        {NPRAND_JSON_TRUNCATED, "{\"gauss\": 1e-^"},
        {NPRAND_JSON_RANGE, "{\"gauss\": ^1e309}"},
        {NPRAND_JSON_RANGE, "{\"gauss\": ^-1.7976931348623159e308}"},
        {NPRAND_JSON_TYPE, "{\"has_gauss\": ^true}"},
        {NPRAND_JSON_TYPE, "{\"has_gauss\": ^1.0}"},
        {NPRAND_JSON_TYPE, "{\"has_gauss\": ^1e0}"},
        {NPRAND_JSON_TYPE, "{\"has_gauss\": ^-Infinity}"},
        {NPRAND_JSON_TYPE, "{\"has_gauss\": ^\"1\"}"},
        {NPRAND_JSON_RANGE, "{\"has_gauss\": ^2147483648}"},
        {NPRAND_JSON_RANGE, "{\"has_gauss\": ^-2147483649}"},
        {NPRAND_JSON_RANGE, "{\"has_gauss\": ^18446744073709551616}"},
        {NPRAND_JSON_GENERATOR, "{\"bit_generator\": ^\"PCG64\"}"},
        {NPRAND_JSON_GENERATOR, "{\"bit_generator\": ^\"MT19937 \"}"},
        {NPRAND_JSON_TYPE, "{\"bit_generator\": ^19937}"},
        {NPRAND_JSON_TRUNCATED, "{\"bit_generator\": \"MT199^"},
        {NPRAND_JSON_TYPE, "{\"state\": ^[]}"},
        {NPRAND_JSON_MISSING_KEY, "{\"state\": {^}}"},
        {NPRAND_JSON_EXTRA_KEY, "{\"state\": {^\"gauss\": 0}}"},
        {NPRAND_BAD_POS, "{\"state\": {\"pos\": ^625}}"},
        {NPRAND_BAD_POS, "{\"state\": {\"pos\": ^-1}}"},
        {NPRAND_JSON_TYPE, "{\"state\": {\"pos\": ^null}}"},
        {NPRAND_JSON_MISSING_KEY, "{\"state\": {\"pos\": 624^}}"},
        {NPRAND_JSON_DUPLICATE_KEY, "{\"state\": {\"pos\": 624, ^\"pos\": 624}}"},
        {NPRAND_JSON_TYPE, "{\"state\": {\"key\": ^1}}"},
        {NPRAND_JSON_LENGTH, "{\"state\": {\"key\": [^]}}"},
        {NPRAND_JSON_LENGTH, "{\"state\": {\"key\": [1, 2^]}}"},
        {NPRAND_JSON_SYNTAX, "{\"state\": {\"key\": [1,^]}}"},
        {NPRAND_JSON_SYNTAX, "{\"state\": {\"key\": [1 ^2]}}"},
        {NPRAND_JSON_TYPE, "{\"state\": {\"key\": [^[1]]}}"},
        {NPRAND_JSON_TYPE, "{\"state\": {\"key\": [1, ^2.5]}}"},
        {NPRAND_JSON_TYPE, "{\"state\": {\"key\": [1, ^null]}}"},
        {NPRAND_JSON_RANGE, "{\"state\": {\"key\": [1, ^-1]}}"},
        {NPRAND_JSON_RANGE, "{\"state\": {\"key\": [1, ^4294967296]}}"},
    };
    static const struct refusal python[] = {
        {NPRAND_JSON_TYPE, "^{}"},
        {NPRAND_JSON_LENGTH, "[^]"},
        {NPRAND_JSON_TRUNCATED, "[^"},
        {NPRAND_JSON_VERSION, "[^2, []]"},
        {NPRAND_JSON_VERSION, "[^33, []]"},
        {NPRAND_JSON_TYPE, "[^\"3\", []]"},
        {NPRAND_JSON_TYPE, "[^3.0, []]"},
        {NPRAND_JSON_LENGTH, "[3^]"},
        {NPRAND_JSON_SYNTAX, "[3^; []]"},
        {NPRAND_JSON_TYPE, "[3, ^null, null]"},
        {NPRAND_JSON_LENGTH, "[3, [^], null]"},
        {NPRAND_JSON_LENGTH, "[3, [1, 2, 3^], null]"},
        {NPRAND_JSON_RANGE, "[3, [1, ^-2, 3], null]"},
    };
    for (size_t i = 0; i < sizeof numpy / sizeof numpy[0]; i++)
        assert_refused_at_mark(&NUMPY, numpy[i].text, numpy[i].status);
    for (size_t i = 0; i < sizeof python / sizeof python[0]; i++)
        assert_refused_at_mark(&PYTHON, python[i].text, python[i].status);
}

/* What is wrong comes after a whole key. */
static void test_long_texts(void **unused)
{
    (void)unused;
    static const struct refusal numpy[] = {
        {NPRAND_JSON_LENGTH, "^,1" WITH_GAUSS("1")},
        {NPRAND_JSON_SYNTAX, "^}" WITH_GAUSS("1")},
        {NPRAND_JSON_TRAILING, WITH_GAUSS("1") " ^x"},
        {NPRAND_JSON_TRAILING, WITH_GAUSS("1") "\n^{}"},
        {NPRAND_JSON_TRAILING, WITH_GAUSS("1") "^}"},
        {NPRAND_JSON_SYNTAX, "],\"pos\":3},\"gauss\":1,^}"},
        {NPRAND_JSON_MISSING_KEY, "],\"pos\":3},\"gauss\":1,\"has_gauss\":0^}"},
        {NPRAND_JSON_DUPLICATE_KEY, "],\"pos\":3},\"gauss\":1,^\"state\":{}}"},
        {NPRAND_JSON_DUPLICATE_KEY, "],\"pos\":3,^\"key\":[]}}"},
        {NPRAND_JSON_TRUNCATED, "],\"pos\":3^"},
    };
    static const struct refusal python[] = {
        {NPRAND_JSON_LENGTH, "1^], null]"},       {NPRAND_BAD_POS, "1,^625], null]"},
        {NPRAND_BAD_POS, "1,^-1], null]"},        {NPRAND_JSON_TYPE, "1,^3.0], null]"},
        {NPRAND_JSON_LENGTH, "1,3^,3], null]"},   {NPRAND_JSON_LENGTH, "1,3]^]"},
        {NPRAND_JSON_LENGTH, "1,3],null^,null]"}, {NPRAND_JSON_SYNTAX, "1,3],^nul]"},
        {NPRAND_JSON_TYPE, "1,3],^false]"},       {NPRAND_JSON_TYPE, "1,3],^{}]"},
        {NPRAND_GAUSS_NOT_FINITE, "1,3],^NaN]"},  {NPRAND_JSON_RANGE, "1,3],^1e999]"},
        {NPRAND_JSON_TRUNCATED, "1,3],nu^"},      {NPRAND_JSON_TRUNCATED, "1,3],null^"},
        {NPRAND_JSON_TRAILING, "1,3],null]^]"},
    };
    char text[2 * SIZE];
    for (size_t i = 0; i < sizeof numpy / sizeof numpy[0]; i++) {
        make_numpy(text, "7", numpy[i].text);
        assert_refused_at_mark(&NUMPY, text, numpy[i].status);
    }
    for (size_t i = 0; i < sizeof python / sizeof python[0]; i++) {
        make_python(text, "[3,[", python[i].text);
        assert_refused_at_mark(&PYTHON, text, python[i].status);
    }
}

static void test_keys_that_give_zeros(void **unused)
{
    (void)unused;
    char text[2 * SIZE];
    make_numpy(text, "7", WITH_GAUSS("1"));
    for (char *one = strstr(text, ",1"); one != NULL; one = strstr(one, ",1"))
        memcpy(one, ",0", 2);
    assert_refused(&NUMPY, text, strlen(text), NPRAND_ZERO_KEY, strlen("{\"state\":{\"key\":"));
}

static void test_garbage(void **unused)
{
    (void)unused;
    static char text[MEGABYTE];
    static const char *const heads[] = {
        "", "{\"state\":{\"key\":", "{\"gauss\":", "{\"bit_generator\":"};
    for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++) {
        size_t head = strlen(heads[i]);
        for (int c = 1; c < 256; c++) {
            size_t offset = SIZE_MAX;
            nprand_rng rng = seeded(1);
            memset(text, c, sizeof text);
            memcpy(text, heads[i], head);
            assert_int_not_equal(nprand_set_state_json(&rng, text, sizeof text, &offset),
                                 NPRAND_OK);
            assert_true(offset <= sizeof text);
            assert_int_not_equal(nprand_set_state_python(&rng, text, sizeof text, &offset),
                                 NPRAND_OK);
        }
    }
    memset(text, '[', sizeof text);
    assert_refused(&NUMPY, text, sizeof text, NPRAND_JSON_TYPE, 0);
    assert_refused(&PYTHON, text, sizeof text, NPRAND_JSON_TYPE, 1);
    memset(text, ' ', sizeof text);
    assert_refused(&PYTHON, text, sizeof text, NPRAND_JSON_TRUNCATED, sizeof text);
    memset(text, 0, sizeof text);
    assert_refused(&NUMPY, text, sizeof text, NPRAND_JSON_SYNTAX, 0);
}

/* ---- Changed texts ------------------------------------------------------------------------ */

/* Reads a text of exactly this size, so that AddressSanitizer sees what is read behind it; taken or
 * refused, the generator must be whole. */
static nprand_status set_exactly(const struct form *form, const char *text, size_t length,
                                 size_t *offset)
{
    char *exact = malloc(length + (length == 0));
    assert_non_null(exact);
    memcpy(exact, text, length);
    nprand_rng rng = seeded(1);
    nprand_rng before = rng;
    nprand_status status = form->set(&rng, exact, length, offset);
    free(exact);
    if (status != NPRAND_OK) {
        assert_memory_equal(&rng, &before, sizeof rng);
        assert_true(*offset <= length);
    } else {
        nprand_state state = state_of(&rng);
        assert_true(state.pos >= 0 && state.pos <= N && isfinite(state.gauss));
    }
    return status;
}

static void test_every_truncation(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < FORMS; i++) {
        char text[SIZE];
        size_t length = read_file(forms[i]->name, "before", text);
        for (size_t cut = 0; cut < length; cut++) {
            size_t offset = SIZE_MAX;
            assert_int_equal(set_exactly(forms[i], text, cut, &offset), NPRAND_JSON_TRUNCATED);
            assert_int_equal(offset, cut);
        }
    }
}

/* A few bytes for each, every byte where the text is more than numbers. */
static void test_every_byte_changed(void **unused)
{
    (void)unused;
    static const char few[] = "\0\" ,.-0e]";
    for (size_t i = 0; i < FORMS; i++) {
        char text[SIZE];
        size_t length = read_file(forms[i]->name, "before", text);
        size_t taken = 0, refused = 0;
        for (size_t at = 0; at < length; at++) {
            bool all = at < 100 || at + 100 > length;
            char original = text[at];
            for (size_t k = 0; k < (all ? 256 : sizeof few - 1); k++) {
                size_t offset = SIZE_MAX;
                text[at] = all ? (char)(unsigned char)k : few[k];
                nprand_status status = set_exactly(forms[i], text, length, &offset);
                taken += status == NPRAND_OK;
                refused += status != NPRAND_OK;
            }
            text[at] = original;
        }
        assert_true(taken > 1000 && refused > 10 * taken);
    }
}

static void test_every_byte_left_out_or_doubled(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < FORMS; i++) {
        char text[SIZE], changed[SIZE + 1];
        size_t length = read_file(forms[i]->name, "before", text);
        for (size_t at = 0; at < length; at++) {
            size_t offset = SIZE_MAX;
            memcpy(changed, text, at);
            memcpy(changed + at, text + at + 1, length - at - 1);
            set_exactly(forms[i], changed, length - 1, &offset);
            changed[at] = text[at];
            memcpy(changed + at + 1, text + at, length - at);
            set_exactly(forms[i], changed, length + 1, &offset);
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

static void test_gauss_that_json_cannot_tell(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded(1);
    nprand_state state = state_of(&rng);
    char text[SIZE] = "x";
    for (int32_t has_gauss = 0; has_gauss < 2; has_gauss++) {
        state.has_gauss = has_gauss;
        state.gauss = has_gauss ? (double)NAN : (double)-INFINITY;
        assert_int_equal(nprand_set_state(&rng, &state), NPRAND_OK);
        assert_int_equal(nprand_get_state_json(&rng, SIZE, text, NULL), NPRAND_GAUSS_NOT_FINITE);
        assert_string_equal(text, "x");
    }
    assert_int_equal(nprand_get_state_python(&rng, SIZE, text, NULL), NPRAND_GAUSS_NOT_FINITE);
    state.has_gauss = 0;
    assert_int_equal(nprand_set_state(&rng, &state), NPRAND_OK);
    assert_int_equal(nprand_get_state_python(&rng, SIZE, text, NULL), NPRAND_OK);
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
        assert_int_equal(forms[i]->set(NULL, text, strlen(text), &length), NPRAND_NULL_POINTER);
        assert_int_equal(forms[i]->set(&rng, NULL, 5, &length), NPRAND_NULL_POINTER);
        assert_int_equal(length, 0);
    }
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_from_python_and_back),
        cmocka_unit_test(test_generator_keeps_its_release),
        cmocka_unit_test(test_order_and_space_do_not_matter),
        cmocka_unit_test(test_doubles),
        cmocka_unit_test(test_doubles_are_written_as_python_does),
        cmocka_unit_test(test_long_numbers),
        cmocka_unit_test(test_halfway_between_two_doubles),
        cmocka_unit_test(test_short_texts),
        cmocka_unit_test(test_long_texts),
        cmocka_unit_test(test_keys_that_give_zeros),
        cmocka_unit_test(test_garbage),
        cmocka_unit_test(test_every_truncation),
        cmocka_unit_test(test_every_byte_changed),
        cmocka_unit_test(test_every_byte_left_out_or_doubled),
        cmocka_unit_test(test_buffer_of_every_size),
        cmocka_unit_test(test_buffer_size_is_enough),
        cmocka_unit_test(test_gauss_that_json_cannot_tell),
        cmocka_unit_test(test_null_pointers),
    };
    folder = argc == 2 ? argv[1] : "vectors/exchange";
    return cmocka_run_group_tests(tests, NULL, NULL);
}
