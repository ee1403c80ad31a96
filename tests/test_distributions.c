/* SPDX-License-Identifier: BSD-3-Clause
 *
 * What holds for every method, whatever its values: a fill gives what scalar calls give, in any
 * split; a refused call changes nothing. And what shuffle, permutation and choice promise beyond
 * that.
 */
#include "test.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>

/* ---- Fill, scalar, split ---- */

/* One method with fixed parameters. size is that of an element; without a scalar function, the
 * scalar calls give other values than the fill, as the header says. */
struct method {
    const char *name;
    size_t size;
    nprand_status (*fill)(nprand_rng *rng, size_t n, void *out);
    void (*scalar)(nprand_rng *rng, void *out);
};

/* Defines fill_NAME and, by SCALAR, scalar_NAME; arguments are those between rng and n. */
#define FILL(name, type, function, ...)                                    \
    static nprand_status fill_##name(nprand_rng *rng, size_t n, void *out) \
    {                                                                      \
        return function##_fill(rng __VA_ARGS__, n, (type *)out);           \
    }
#define SCALAR(name, type, function, ...)                 \
    static void scalar_##name(nprand_rng *rng, void *out) \
    {                                                     \
        type value = (type)function(rng __VA_ARGS__);     \
        memcpy(out, &value, sizeof value);                \
    }
#define BOTH(name, type, function, ...)     \
    FILL(name, type, function, __VA_ARGS__) \
    SCALAR(name, type, function, __VA_ARGS__)
#define ARGS(...) , __VA_ARGS__
#define NONE

static const double p5[] = {0.1, 0.0, 0.3, 0.6, 0.0};
static double work[16];

BOTH(random_raw, uint32_t, nprand_random_raw, NONE)
BOTH(random_sample, double, nprand_random_sample, NONE)
BOTH(random, double, nprand_random, NONE)
BOTH(rand, double, nprand_rand, NONE)
BOTH(uniform, double, nprand_uniform, ARGS(-1.5, 3.25))
BOTH(standard_normal, double, nprand_standard_normal, NONE)
BOTH(randn, double, nprand_randn, NONE)
BOTH(normal, double, nprand_normal, ARGS(1.5, 3.0))
BOTH(randint, int64_t, nprand_randint, ARGS(-5, 1000))
BOTH(randint_one_value, int64_t, nprand_randint, ARGS(7, 8))
BOTH(randint_two_words, int64_t, nprand_randint, ARGS(0, INT64_C(1) << 40))
BOTH(randint_int64, int64_t, nprand_randint_int64, ARGS(0, UINT32_MAX))
BOTH(randint_int64_endpoint, int64_t, nprand_randint_int64_endpoint, ARGS(INT64_MIN, INT64_MAX))
BOTH(randint_uint64, uint64_t, nprand_randint_uint64, ARGS(3, UINT64_MAX))
BOTH(randint_uint64_endpoint, uint64_t, nprand_randint_uint64_endpoint, ARGS(0, UINT64_MAX))
BOTH(randint_int32, int32_t, nprand_randint_int32, ARGS(INT32_MIN, INT64_C(2147483648)))
BOTH(randint_uint32, uint32_t, nprand_randint_uint32, ARGS(10, 100000))
FILL(randint_bool, bool, nprand_randint_bool, ARGS(0, 2))
FILL(randint_int8, int8_t, nprand_randint_int8, ARGS(-100, 100))
FILL(randint_uint8, uint8_t, nprand_randint_uint8, ARGS(0, 256))
FILL(randint_int16, int16_t, nprand_randint_int16, ARGS(-3, 30000))
FILL(randint_uint16, uint16_t, nprand_randint_uint16, ARGS(0, 65536))
BOTH(random_integers, int64_t, nprand_random_integers, ARGS(1, 6))
BOTH(tomaxint, int64_t, nprand_tomaxint, NONE)
SCALAR(choice, int64_t, nprand_choice, ARGS(5, NULL))
SCALAR(choice_p, int64_t, nprand_choice, ARGS(5, p5))

static nprand_status fill_choice(nprand_rng *rng, size_t n, void *out)
{
    return nprand_choice_fill(rng, 5, true, NULL, n, out, NULL);
}

static nprand_status fill_choice_p(nprand_rng *rng, size_t n, void *out)
{
    return nprand_choice_fill(rng, 5, true, p5, n, out, work);
}

#define ROW(name, type)                                 \
    {                                                   \
#name, sizeof(type), fill_##name, scalar_##name \
    }
#define FILL_ROW(name, type)                   \
    {                                          \
#name, sizeof(type), fill_##name, NULL \
    }

static const struct method methods[] = {
    ROW(random_raw, uint32_t),
    ROW(random_sample, double),
    ROW(random, double),
    ROW(rand, double),
    ROW(uniform, double),
    ROW(standard_normal, double),
    ROW(randn, double),
    ROW(normal, double),
    ROW(randint, int64_t),
    ROW(randint_one_value, int64_t),
    ROW(randint_two_words, int64_t),
    ROW(randint_int64, int64_t),
    ROW(randint_int64_endpoint, int64_t),
    ROW(randint_uint64, uint64_t),
    ROW(randint_uint64_endpoint, uint64_t),
    ROW(randint_int32, int32_t),
    ROW(randint_uint32, uint32_t),
    FILL_ROW(randint_bool, bool),
    FILL_ROW(randint_int8, int8_t),
    FILL_ROW(randint_uint8, uint8_t),
    FILL_ROW(randint_int16, int16_t),
    FILL_ROW(randint_uint16, uint16_t),
    ROW(random_integers, int64_t),
    ROW(tomaxint, int64_t),
    ROW(choice, int64_t),
    ROW(choice_p, int64_t),
};

enum { METHODS = sizeof methods / sizeof methods[0], LONGEST = 1400 };

/* Generators at which fills begin: at odd and even words, at both ends of a block, and with the
 * second of a pair of normals waiting. */
static size_t make_starts(nprand_rng *starts)
{
    static const size_t words[] = {0, 1, 2, 311, 622, 623, 624, 625};
    size_t count = 0;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        nprand_rng rng = seeded(12345);
        skip_words(&rng, words[i]);
        starts[count++] = rng;
        nprand_standard_normal(&rng);
        starts[count++] = rng;
    }
    return count;
}

enum { STARTS = 16 };

static void check_fill_is_scalars(const struct method *m, const nprand_rng *start)
{
    static const size_t lengths[] = {0, 1, 2, 3, 311, 312, 313, 623, 624, 625, 626, 1247, LONGEST};
    static uint64_t filled[LONGEST], one[LONGEST];
    for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++) {
        size_t n = lengths[i];
        nprand_rng a = *start, b = *start;
        assert_int_equal(m->fill(&a, n, filled), NPRAND_OK);
        for (size_t j = 0; j < n; j++)
            m->scalar(&b, (unsigned char *)one + j * m->size);
        assert_memory_equal(filled, one, n * m->size);
        assert_same_state(&a, &b);
    }
}

static void test_fill_is_that_many_scalar_calls(void **unused)
{
    (void)unused;
    nprand_rng starts[STARTS];
    size_t count = make_starts(starts);
    for (size_t i = 0; i < METHODS; i++) {
        for (size_t j = 0; j < count && methods[i].scalar != NULL; j++)
            check_fill_is_scalars(&methods[i], &starts[j]);
    }
}

static void check_splits(const struct method *m, const nprand_rng *start)
{
    static uint64_t whole[LONGEST], parts[LONGEST];
    enum { TOTAL = 700 };
    nprand_rng a = *start;
    assert_int_equal(m->fill(&a, TOTAL, whole), NPRAND_OK);
    for (size_t k = 0; k <= TOTAL; k++) {
        nprand_rng b = *start;
        assert_int_equal(m->fill(&b, k, parts), NPRAND_OK);
        assert_int_equal(m->fill(&b, TOTAL - k, (unsigned char *)parts + k * m->size), NPRAND_OK);
        assert_memory_equal(whole, parts, TOTAL * m->size);
        assert_same_state(&a, &b);
    }
}

static void test_every_split_is_the_whole_fill(void **unused)
{
    (void)unused;
    nprand_rng starts[STARTS];
    size_t count = make_starts(starts);
    for (size_t i = 0; i < METHODS; i++) {
        for (size_t j = 0; j < count && methods[i].scalar != NULL; j++)
            check_splits(&methods[i], &starts[j]);
    }
}

/* A scalar draw leaves errno alone when it is accepted. */
static void test_accepted_calls_leave_errno(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded(1);
    uint64_t out;
    for (size_t i = 0; i < METHODS; i++) {
        errno = ERANGE;
        if (methods[i].scalar != NULL)
            methods[i].scalar(&rng, &out);
        assert_int_equal(errno, ERANGE);
    }
}

static void test_no_values_need_no_array(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded(1);
    nprand_rng before = rng;
    for (size_t i = 0; i < METHODS; i++) {
        assert_int_equal(methods[i].fill(&rng, 0, NULL), NPRAND_OK);
        assert_memory_equal(&rng, &before, sizeof rng);
    }
}

static void test_refusals_of_every_fill(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < METHODS; i++) {
        const struct method *m = &methods[i];
        nprand_rng rng = seeded(1);
        nprand_rng before = rng;
        nprand_rng zeroed = {0};
        uint64_t out = 0x5a5a5a5a5a5a5a5a;
        assert_int_equal(m->fill(NULL, 1, &out), NPRAND_NULL_POINTER);
        assert_int_equal(m->fill(&zeroed, 1, &out), NPRAND_NOT_SEEDED);
        assert_int_equal(m->fill(&zeroed, 0, &out), NPRAND_NOT_SEEDED);
        assert_int_equal(m->fill(&rng, 1, NULL), NPRAND_NULL_POINTER);
        assert_int_equal(m->fill(&rng, SIZE_MAX, &out), NPRAND_TOO_LARGE);
        assert_int_equal(m->fill(&rng, PTRDIFF_MAX / m->size + 1, &out), NPRAND_TOO_LARGE);
        assert_true(out == 0x5a5a5a5a5a5a5a5a);
        assert_memory_equal(&rng, &before, sizeof rng);
    }
}

/* ---- Refused parameters ---- */

/* A refused fill and a refused scalar draw of doubles, on a generator with a kept Gaussian. */
#define REFUSED_DOUBLE(expected, function, ...)                                   \
    do {                                                                          \
        nprand_rng rng_ = seeded(1);                                              \
        nprand_standard_normal(&rng_);                                            \
        nprand_rng before_ = rng_;                                                \
        double out_[3] = {1.0, 2.0, 3.0};                                         \
        errno = 0;                                                                \
        assert_true(isnan(function(&rng_, __VA_ARGS__)));                         \
        assert_int_equal(errno, EDOM);                                            \
        assert_int_equal(function##_fill(&rng_, __VA_ARGS__, 3, out_), expected); \
        assert_true(out_[0] == 1.0 && out_[1] == 2.0 && out_[2] == 3.0);          \
        assert_memory_equal(&rng_, &before_, sizeof rng_);                        \
    } while (0)

/* The same for integers, and an empty fill of them, which accepts any bounds. */
#define REFUSED_RANGE(expected, type, function, low, high)                       \
    do {                                                                         \
        nprand_rng rng_ = seeded(1);                                             \
        nprand_rng before_ = rng_;                                               \
        type out_[3] = {0, 1, 0};                                                \
        errno = 0;                                                               \
        assert_true((int64_t)function(&rng_, low, high) == NPRAND_INVALID);      \
        assert_int_equal(errno, EDOM);                                           \
        assert_int_equal(function##_fill(&rng_, low, high, 3, out_), expected);  \
        assert_int_equal(function##_fill(&rng_, low, high, 0, out_), NPRAND_OK); \
        assert_true(out_[0] == 0 && out_[1] == 1 && out_[2] == 0);               \
        assert_memory_equal(&rng_, &before_, sizeof rng_);                       \
    } while (0)

static void test_refused_doubles(void **unused)
{
    (void)unused;
    double inf = (double)INFINITY, nan = (double)NAN;
    REFUSED_DOUBLE(NPRAND_RANGE_NOT_FINITE, nprand_uniform, 0.0, inf);
    REFUSED_DOUBLE(NPRAND_RANGE_NOT_FINITE, nprand_uniform, -inf, 0.0);
    REFUSED_DOUBLE(NPRAND_RANGE_NOT_FINITE, nprand_uniform, inf, inf);
    REFUSED_DOUBLE(NPRAND_RANGE_NOT_FINITE, nprand_uniform, nan, 1.0);
    REFUSED_DOUBLE(NPRAND_RANGE_NOT_FINITE, nprand_uniform, -1.5e308, 1.5e308);
    REFUSED_DOUBLE(NPRAND_NEGATIVE_SCALE, nprand_normal, 0.0, -1.0);
    REFUSED_DOUBLE(NPRAND_NEGATIVE_SCALE, nprand_normal, 0.0, -0.0);
    REFUSED_DOUBLE(NPRAND_NEGATIVE_SCALE, nprand_normal, nan, -inf);
    REFUSED_DOUBLE(NPRAND_NEGATIVE_SCALE, nprand_normal, 0.0, -0x1p-1074);
}

/* What looks wrong and NumPy takes. */
static void test_doubles_that_numpy_takes(void **unused)
{
    (void)unused;
    double inf = (double)INFINITY, nan = (double)NAN;
    nprand_rng rng = seeded(1);
    nprand_rng other = rng;
    assert_true(nprand_normal(&rng, 5.0, 0.0) == 5.0);
    nprand_standard_normal(&other);
    assert_same_state(&rng, &other);
    assert_true(isnan(nprand_normal(&rng, 0.0, nan)));
    assert_true(isnan(nprand_normal(&rng, 0.0, -nan)));
    assert_true(isnan(nprand_normal(&rng, nan, 1.0)));
    assert_true(isinf(nprand_normal(&rng, inf, 1.0)));
    assert_true(isinf(nprand_normal(&rng, 0.0, inf)));
    double down = nprand_uniform(&rng, 3.0, 2.0);
    assert_true(down > 2.0 && down <= 3.0);
    assert_true(nprand_uniform(&rng, 4.0, 4.0) == 4.0);
    errno = 0;
    nprand_uniform(&rng, 0.0, 1.7e308);
    assert_int_equal(errno, 0);
}

static void test_refused_ranges(void **unused)
{
    (void)unused;
    REFUSED_RANGE(NPRAND_HIGH_NOT_POSITIVE, int64_t, nprand_randint, 0, 0);
    REFUSED_RANGE(NPRAND_HIGH_NOT_POSITIVE, int64_t, nprand_randint, 0, INT64_MIN);
    REFUSED_RANGE(NPRAND_LOW_NOT_BELOW_HIGH, int64_t, nprand_randint, 5, 5);
    REFUSED_RANGE(NPRAND_LOW_NOT_BELOW_HIGH, int64_t, nprand_randint, INT64_MIN, INT64_MIN);
    REFUSED_RANGE(NPRAND_LOW_NOT_BELOW_HIGH, int64_t, nprand_randint_int64, INT64_MAX, INT64_MIN);
    REFUSED_RANGE(NPRAND_LOW_NOT_BELOW_HIGH, int64_t, nprand_randint_int64_endpoint, 2, 1);
    REFUSED_RANGE(NPRAND_HIGH_NOT_POSITIVE, int64_t, nprand_randint_int64_endpoint, 0, -1);
    REFUSED_RANGE(NPRAND_HIGH_NOT_POSITIVE, int64_t, nprand_random_integers, 0, -1);
    REFUSED_RANGE(NPRAND_LOW_NOT_BELOW_HIGH, int64_t, nprand_random_integers, 1, 0);
    REFUSED_RANGE(NPRAND_HIGH_NOT_POSITIVE, uint64_t, nprand_randint_uint64, 0, 0);
    REFUSED_RANGE(NPRAND_LOW_NOT_BELOW_HIGH, uint64_t, nprand_randint_uint64, 9, 8);
    REFUSED_RANGE(NPRAND_LOW_NOT_BELOW_HIGH, uint64_t, nprand_randint_uint64_endpoint, 9, 8);
}

#define REFUSED_DTYPE(dtype, DTYPE, type, min, last)                                           \
    do {                                                                                       \
        int64_t min_ = (min), end_ = (int64_t)(last) + 1;                                      \
        REFUSED_RANGE(NPRAND_LOW_OUTSIDE_##DTYPE, type, nprand_randint_##dtype, min_ - 1, 1);  \
        REFUSED_RANGE(NPRAND_LOW_OUTSIDE_##DTYPE, type, nprand_randint_##dtype, INT64_MIN,     \
                      INT64_MAX);                                                              \
        REFUSED_RANGE(NPRAND_HIGH_OUTSIDE_##DTYPE, type, nprand_randint_##dtype, 0, end_ + 1); \
        REFUSED_RANGE(NPRAND_HIGH_OUTSIDE_##DTYPE, type, nprand_randint_##dtype, INT64_MAX,    \
                      INT64_MAX);                                                              \
        REFUSED_RANGE(NPRAND_HIGH_NOT_POSITIVE, type, nprand_randint_##dtype, 0, INT64_MIN);   \
        REFUSED_RANGE(NPRAND_LOW_NOT_BELOW_HIGH, type, nprand_randint_##dtype, 1, 1);          \
    } while (0)

static void test_refused_dtypes(void **unused)
{
    (void)unused;
    REFUSED_DTYPE(bool, BOOL, bool, 0, 1);
    REFUSED_DTYPE(int8, INT8, int8_t, INT8_MIN, INT8_MAX);
    REFUSED_DTYPE(int16, INT16, int16_t, INT16_MIN, INT16_MAX);
    REFUSED_DTYPE(int32, INT32, int32_t, INT32_MIN, INT32_MAX);
    REFUSED_DTYPE(uint8, UINT8, uint8_t, 0, UINT8_MAX);
    REFUSED_DTYPE(uint16, UINT16, uint16_t, 0, UINT16_MAX);
    REFUSED_DTYPE(uint32, UINT32, uint32_t, 0, UINT32_MAX);
}

/* Bounds at the ends of each type, one value wide: no words, and no overflow on the way. */
static void test_ends_of_the_integer_types(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded(1);
    nprand_rng before = rng;
    assert_int_equal(nprand_randint_int8(&rng, 127, 128), 127);
    assert_int_equal(nprand_randint_int8(&rng, -128, -127), -128);
    assert_int_equal(nprand_randint_uint8(&rng, 255, 256), 255);
    assert_int_equal(nprand_randint_int16(&rng, -32768, -32767), -32768);
    assert_int_equal(nprand_randint_uint16(&rng, 65535, 65536), 65535);
    assert_int_equal(nprand_randint_int32(&rng, INT32_MIN, INT32_MIN + 1), INT32_MIN);
    assert_int_equal(nprand_randint_uint32(&rng, UINT32_MAX, INT64_C(1) << 32), UINT32_MAX);
    assert_int_equal(nprand_randint_bool(&rng, 1, 2), 1);
    assert_int_equal(nprand_randint_bool(&rng, 0, 1), 0);
    assert_true(nprand_randint(&rng, INT64_MIN, INT64_MIN + 1) == INT64_MIN);
    assert_true(nprand_randint(&rng, INT64_MAX - 1, INT64_MAX) == INT64_MAX - 1);
    assert_true(nprand_randint_int64_endpoint(&rng, INT64_MAX, INT64_MAX) == INT64_MAX);
    assert_true(nprand_random_integers(&rng, INT64_MAX, INT64_MAX) == INT64_MAX);
    assert_true(nprand_randint_uint64_endpoint(&rng, UINT64_MAX, UINT64_MAX) == UINT64_MAX);
    assert_memory_equal(&rng, &before, sizeof rng);
}

static void test_refused_scalars_without_parameters(void **unused)
{
    (void)unused;
    errno = 0;
    assert_true(isnan(nprand_random_sample(NULL)));
    assert_int_equal(errno, EDOM);
    assert_true(isnan(nprand_random(NULL)) && isnan(nprand_rand(NULL)));
    assert_true(isnan(nprand_standard_normal(NULL)) && isnan(nprand_randn(NULL)));
    assert_true(isnan(nprand_uniform(NULL, 0, 1)) && isnan(nprand_normal(NULL, 0, 1)));
    errno = 0;
    assert_true(nprand_random_raw(NULL) == NPRAND_INVALID);
    assert_int_equal(errno, EDOM);
    assert_true(nprand_tomaxint(NULL) == NPRAND_INVALID);
    assert_true(nprand_randint(NULL, 0, 5) == NPRAND_INVALID);
    assert_true(nprand_choice(NULL, 5, NULL) == NPRAND_INVALID);
    assert_int_equal(nprand_bytes(NULL, 0, NULL), NPRAND_NULL_POINTER);
}

static void test_refused_bytes(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded(1);
    nprand_rng before = rng;
    char byte = 'x';
    assert_int_equal(nprand_bytes(&rng, 1, NULL), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_bytes(&rng, SIZE_MAX, &byte), NPRAND_TOO_LARGE);
    assert_int_equal(byte, 'x');
    assert_memory_equal(&rng, &before, sizeof rng);
    assert_int_equal(nprand_bytes(&rng, 0, NULL), NPRAND_OK);
}

/* ---- shuffle and permutation ---- */

/* Elements of any size go where elements of 8 bytes go. */
static void test_shuffle_moves_elements_of_any_size(void **unused)
{
    (void)unused;
    enum { COUNT = 300, LARGEST = 700 };
    static unsigned char elements[COUNT * LARGEST];
    static const size_t sizes[] = {1, 2, 3, 4, 5, 7, 8, 12, 16, 255, 256, 257, 512, LARGEST};
    int64_t order[COUNT];
    nprand_rng start = seeded(6);
    nprand_rng after = start;
    assert_int_equal(nprand_permutation(&after, COUNT, order), NPRAND_OK);
    for (size_t s = 0; s < sizeof sizes / sizeof sizes[0]; s++) {
        size_t size = sizes[s];
        for (size_t i = 0; i < COUNT; i++)
            memset(elements + i * size, (int)(i % 251), size);
        nprand_rng rng = start;
        assert_int_equal(nprand_shuffle(&rng, elements, COUNT, size), NPRAND_OK);
        assert_same_state(&rng, &after);
        for (size_t i = 0; i < COUNT * size; i++)
            assert_int_equal(elements[i], order[i / size] % 251);
    }
}

static void test_permutation_array_leaves_its_source(void **unused)
{
    (void)unused;
    enum { COUNT = 50 };
    double source[COUNT], kept[COUNT], out[COUNT];
    int64_t order[COUNT];
    for (size_t i = 0; i < COUNT; i++)
        source[i] = kept[i] = (double)i / 3.0;
    nprand_rng rng = seeded(6);
    nprand_rng other = rng;
    assert_int_equal(nprand_permutation_array(&rng, source, COUNT, sizeof *source, out), NPRAND_OK);
    assert_int_equal(nprand_permutation(&other, COUNT, order), NPRAND_OK);
    assert_memory_equal(source, kept, sizeof source);
    for (size_t i = 0; i < COUNT; i++)
        assert_true(out[i] == source[order[i]]);
    assert_same_state(&rng, &other);
}

static void test_nothing_to_shuffle_takes_no_words(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded(1);
    nprand_rng before = rng;
    int64_t one = 5, out = 6;
    assert_int_equal(nprand_shuffle(&rng, NULL, 0, 8), NPRAND_OK);
    assert_int_equal(nprand_shuffle(&rng, NULL, 100, 0), NPRAND_OK);
    assert_int_equal(nprand_shuffle(&rng, NULL, SIZE_MAX, 0), NPRAND_OK);
    assert_int_equal(nprand_shuffle(&rng, &one, 1, sizeof one), NPRAND_OK);
    assert_int_equal(nprand_permutation(&rng, 0, NULL), NPRAND_OK);
    assert_int_equal(nprand_permutation_array(&rng, NULL, 0, 8, NULL), NPRAND_OK);
    assert_int_equal(nprand_permutation_array(&rng, &one, 1, sizeof one, &out), NPRAND_OK);
    assert_true(one == 5 && out == 5);
    assert_int_equal(nprand_permutation(&rng, 1, &out), NPRAND_OK);
    assert_int_equal(out, 0);
    assert_memory_equal(&rng, &before, sizeof rng);
}

/* Rows without elements, as NumPy has them. */
static void test_shuffle_of_empty_rows(void **unused)
{
    (void)unused;
    int64_t order[9];
    nprand_rng drawn = seeded(1);
    nprand_rng rng = drawn;
    nprand_rng before = rng;
    assert_int_equal(nprand_permutation(&drawn, 9, order), NPRAND_OK);
    assert_int_equal(nprand_shuffle(&rng, NULL, 9, 0), NPRAND_OK);
    assert_same_state(&rng, &before);
    assert_int_equal(nprand_permutation_array(&rng, NULL, 9, 0, NULL), NPRAND_OK);
    assert_same_state(&rng, &drawn);
    assert_int_equal(nprand_set_numpy(&before, 1, 19), NPRAND_OK);
    assert_int_equal(nprand_shuffle(&before, NULL, 9, 0), NPRAND_OK);
    assert_same_state(&before, &drawn);
}

static void test_refused_shuffles(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded(1);
    nprand_rng before = rng;
    nprand_rng zeroed = {0};
    int64_t array[4] = {1, 2, 3, 4};
    assert_int_equal(nprand_shuffle(NULL, array, 4, 8), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_shuffle(&zeroed, array, 4, 8), NPRAND_NOT_SEEDED);
    assert_int_equal(nprand_shuffle(&rng, NULL, 4, 8), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_shuffle(&rng, array, SIZE_MAX / 4, 8), NPRAND_TOO_LARGE);
    assert_int_equal(nprand_shuffle(&rng, array, 8, SIZE_MAX), NPRAND_TOO_LARGE);
    assert_int_equal(nprand_permutation(&rng, 4, NULL), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_permutation(&rng, SIZE_MAX / 4, array), NPRAND_TOO_LARGE);
    assert_int_equal(nprand_permutation_array(&rng, array, 4, 8, NULL), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_permutation_array(&rng, NULL, 4, 8, array), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_permutation_array(&rng, array, SIZE_MAX / 4, 8, array),
                     NPRAND_TOO_LARGE);
    assert_memory_equal(&rng, &before, sizeof rng);
    assert_true(array[0] == 1 && array[1] == 2 && array[2] == 3 && array[3] == 4);
}

/* ---- choice ---- */

static void assert_choice_refused(nprand_status expected, int64_t a, bool replace, const double *p,
                                  size_t n)
{
    nprand_rng rng = seeded(1);
    nprand_rng before = rng;
    int64_t out[8] = {-1, -1, -1, -1, -1, -1, -1, -1};
    assert_int_equal(nprand_choice_fill(&rng, a, replace, p, n, out, work), expected);
    for (size_t i = 0; i < 8; i++)
        assert_int_equal(out[i], -1);
    if (replace) {
        errno = 0;
        assert_true(nprand_choice(&rng, a, p) == NPRAND_INVALID);
        assert_int_equal(errno, EDOM);
    }
    assert_memory_equal(&rng, &before, sizeof rng);
}

static void test_refused_choices(void **unused)
{
    (void)unused;
    static const double nan_p[] = {0.5, (double)NAN, 0.5};
    static const double infinite_p[] = {(double)INFINITY, 0.0, 0.0};
    static const double negative_p[] = {1.5, -0.5, 0.0};
    static const double short_p[] = {0.5, 0.5 - 2e-8, 0.0};
    static const double sparse_p[] = {0.5, 0.5, 0.0};
    assert_choice_refused(NPRAND_EMPTY_POPULATION, 0, true, NULL, 1);
    assert_choice_refused(NPRAND_EMPTY_POPULATION, -3, true, NULL, 1);
    assert_choice_refused(NPRAND_EMPTY_POPULATION, INT64_MIN, false, NULL, 1);
    assert_choice_refused(NPRAND_P_NAN, 3, true, nan_p, 2);
    assert_choice_refused(NPRAND_P_NAN, 3, true, infinite_p, 2);
    assert_choice_refused(NPRAND_P_NEGATIVE, 3, true, negative_p, 2);
    assert_choice_refused(NPRAND_P_SUM, 3, true, short_p, 2);
    assert_choice_refused(NPRAND_SAMPLE_TOO_LARGE, 3, false, NULL, 4);
    assert_choice_refused(NPRAND_SAMPLE_TOO_LARGE, 3, false, sparse_p, 4);
    assert_choice_refused(NPRAND_P_TOO_FEW_NONZERO, 3, false, sparse_p, 3);
    assert_choice_refused(NPRAND_TOO_LARGE, INT64_MAX, true, sparse_p, 2);
    assert_choice_refused(NPRAND_TOO_LARGE, INT64_MAX, false, NULL, 2);
}

static void test_choice_of_no_samples(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded(1);
    nprand_rng before = rng;
    assert_int_equal(nprand_choice_fill(&rng, 0, true, NULL, 0, NULL, NULL), NPRAND_OK);
    assert_int_equal(nprand_choice_fill(&rng, -7, true, NULL, 0, NULL, NULL), NPRAND_OK);
    assert_int_equal(nprand_choice_fill(&rng, 5, true, p5, 0, NULL, work), NPRAND_OK);
    assert_int_equal(nprand_choice_fill(&rng, 5, false, p5, 0, NULL, work), NPRAND_OK);
    assert_int_equal(nprand_choice_fill(&rng, -7, true, p5, 0, NULL, NULL), NPRAND_P_SIZE);
    assert_int_equal(nprand_choice_fill(&rng, 0, true, p5, 0, NULL, NULL), NPRAND_P_SUM);
    assert_int_equal(nprand_choice_fill(&rng, -7, false, NULL, 0, NULL, NULL),
                     NPRAND_SAMPLE_TOO_LARGE);
    assert_memory_equal(&rng, &before, sizeof rng);

    /* Without replacement the whole permutation is made, even for no samples, as in NumPy. */
    int64_t order[5];
    assert_int_equal(nprand_choice_fill(&rng, 5, false, NULL, 0, NULL, work), NPRAND_OK);
    assert_int_equal(nprand_permutation(&before, 5, order), NPRAND_OK);
    assert_same_state(&rng, &before);
}

static void test_choice_work_space(void **unused)
{
    (void)unused;
    assert_int_equal(nprand_choice_work_size(5, true, false), 0);
    assert_int_equal(nprand_choice_work_size(5, true, true), 40);
    assert_int_equal(nprand_choice_work_size(5, false, false), 40);
    assert_int_equal(nprand_choice_work_size(5, false, true), 80);
    assert_int_equal(nprand_choice_work_size(0, false, true), 0);
    assert_int_equal(nprand_choice_work_size(-5, false, false), 0);
    assert_true(nprand_choice_work_size(INT64_MAX, false, true) == SIZE_MAX);
    assert_true(nprand_choice_work_size(INT64_MAX, true, false) == 0);

    nprand_rng rng = seeded(1);
    nprand_rng before = rng;
    int64_t out = -1;
    assert_int_equal(nprand_choice_fill(&rng, 5, true, p5, 1, &out, NULL), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_choice_fill(&rng, 5, false, NULL, 1, &out, NULL), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_choice_fill(&rng, 5, false, p5, 1, &out, NULL), NPRAND_NULL_POINTER);
    assert_int_equal(out, -1);
    assert_memory_equal(&rng, &before, sizeof rng);
}

/* Without replacement: n different indices, those of p = 0 never, whatever the rounds. */
static void test_choice_without_replacement_is_distinct(void **unused)
{
    (void)unused;
    enum { A = 40, CHOSEN = 30 };
    double p[A];
    double *space = malloc(nprand_choice_work_size(A, false, true));
    assert_non_null(space);
    for (size_t i = 0; i < A; i++)
        p[i] = i % 4 == 3 ? 0.0 : (i == 0 ? 1.0 - 29 * 0x1p-20 : 0x1p-20);
    for (int64_t seed = 0; seed < 50; seed++) {
        nprand_rng rng = seeded(seed);
        int64_t out[CHOSEN];
        bool seen[A] = {false};
        assert_int_equal(nprand_choice_fill(&rng, A, false, p, CHOSEN, out, space), NPRAND_OK);
        for (size_t i = 0; i < CHOSEN; i++) {
            assert_true(out[i] >= 0 && out[i] < A && out[i] % 4 != 3);
            assert_false(seen[out[i]]);
            seen[out[i]] = true;
        }
    }
    free(space);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fill_is_that_many_scalar_calls),
        cmocka_unit_test(test_every_split_is_the_whole_fill),
        cmocka_unit_test(test_accepted_calls_leave_errno),
        cmocka_unit_test(test_no_values_need_no_array),
        cmocka_unit_test(test_refusals_of_every_fill),
        cmocka_unit_test(test_refused_doubles),
        cmocka_unit_test(test_doubles_that_numpy_takes),
        cmocka_unit_test(test_refused_ranges),
        cmocka_unit_test(test_refused_dtypes),
        cmocka_unit_test(test_ends_of_the_integer_types),
        cmocka_unit_test(test_refused_scalars_without_parameters),
        cmocka_unit_test(test_refused_bytes),
        cmocka_unit_test(test_shuffle_moves_elements_of_any_size),
        cmocka_unit_test(test_permutation_array_leaves_its_source),
        cmocka_unit_test(test_nothing_to_shuffle_takes_no_words),
        cmocka_unit_test(test_shuffle_of_empty_rows),
        cmocka_unit_test(test_refused_shuffles),
        cmocka_unit_test(test_refused_choices),
        cmocka_unit_test(test_choice_of_no_samples),
        cmocka_unit_test(test_choice_work_space),
        cmocka_unit_test(test_choice_without_replacement_is_distinct),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
