/* SPDX-License-Identifier: BSD-3-Clause
 *
 * What holds for every method, whatever its values: a fill gives what scalar calls give, in any
 * split; a refused call changes nothing. And what shuffle, permutation and choice promise beyond
 * that.
 */
#include "test.h"

#include "runners.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* ---- Fill, scalar, split ---- */

/* One method with fixed parameters. size is that of an element; without a scalar function, the
 * scalar calls give other values than the fill, as the header says. */
struct method {
    const char *name;
    const char *function;
    size_t size;
    nprand_status (*fill)(nprand_rng *rng, size_t n, void *out);
    void (*scalar)(nprand_rng *rng, void *out);
};

/* Defines fill_NAME and, by SCALAR, scalar_NAME; arguments are those between rng and n. The last
 * macro is for a fill that takes work space. */
#define FILL(name, type, function, ...)                                    \
    static const char function_##name[] = #function;                       \
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
#define BOTH_WITH_WORK(name, type, function, ...)                          \
    static const char function_##name[] = #function;                       \
    static nprand_status fill_##name(nprand_rng *rng, size_t n, void *out) \
    {                                                                      \
        return function##_fill(rng __VA_ARGS__, n, (type *)out, work());   \
    }                                                                      \
    SCALAR(name, type, function, __VA_ARGS__)
#define ARGS(...) , __VA_ARGS__
#define NONE

static const double p5[] = {0.1, 0.0, 0.3, 0.6, 0.0};
static const float float_p5[] = {0.1f, 0.0f, 0.3f, 0.6f, 0.0f};
static double space[16];

static nprand_work work(void)
{
    return nprand_work_of(space, sizeof space);
}

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
BOTH(randint_most_of_two_words, int64_t, nprand_randint, ARGS(0, INT64_C(15) << 40))
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
BOTH(standard_exponential, double, nprand_standard_exponential, NONE)
BOTH(exponential, double, nprand_exponential, ARGS(1.5))
BOTH(standard_gamma_below_1, double, nprand_standard_gamma, ARGS(0.3))
BOTH(standard_gamma_1, double, nprand_standard_gamma, ARGS(1.0))
BOTH(standard_gamma_above_1, double, nprand_standard_gamma, ARGS(2.5))
BOTH(gamma, double, nprand_gamma, ARGS(2.5, 0.5))
BOTH(beta_johnk, double, nprand_beta, ARGS(0.5, 0.7))
BOTH(beta_gammas, double, nprand_beta, ARGS(0.5, 2.0))
BOTH(chisquare, double, nprand_chisquare, ARGS(3.0))
BOTH(noncentral_chisquare_below_1, double, nprand_noncentral_chisquare, ARGS(0.5, 3.0))
BOTH(noncentral_chisquare_above_1, double, nprand_noncentral_chisquare, ARGS(3.0, 2.0))
BOTH(f, double, nprand_f, ARGS(3.0, 4.0))
BOTH(noncentral_f, double, nprand_noncentral_f, ARGS(3.0, 4.0, 1.0))
BOTH(standard_t, double, nprand_standard_t, ARGS(3.0))
BOTH(standard_cauchy, double, nprand_standard_cauchy, NONE)
BOTH(lognormal, double, nprand_lognormal, ARGS(0.5, 2.0))
BOTH(laplace, double, nprand_laplace, ARGS(0.5, 2.0))
BOTH(logistic, double, nprand_logistic, ARGS(0.5, 2.0))
BOTH(gumbel, double, nprand_gumbel, ARGS(0.5, 2.0))
BOTH(pareto, double, nprand_pareto, ARGS(3.0))
BOTH(power, double, nprand_power, ARGS(3.0))
BOTH(weibull, double, nprand_weibull, ARGS(3.0))
BOTH(weibull_0, double, nprand_weibull, ARGS(0.0))
BOTH(rayleigh, double, nprand_rayleigh, ARGS(3.0))
BOTH(triangular, double, nprand_triangular, ARGS(-1.0, 0.5, 2.0))
BOTH(vonmises, double, nprand_vonmises, ARGS(0.5, 2.0))
BOTH(wald, double, nprand_wald, ARGS(2.0, 3.0))
BOTH(poisson_multiplication, int64_t, nprand_poisson, ARGS(3.0))
BOTH(poisson_ptrs, int64_t, nprand_poisson, ARGS(30.0))
BOTH(binomial_inversion, int64_t, nprand_binomial, ARGS(20, 0.3))
BOTH(binomial_btpe, int64_t, nprand_binomial, ARGS(1000, 0.6))
BOTH(negative_binomial, int64_t, nprand_negative_binomial, ARGS(3.5, 0.2))
BOTH(geometric_search, int64_t, nprand_geometric, ARGS(0.5))
BOTH(geometric_inversion, int64_t, nprand_geometric, ARGS(0.1))
BOTH(hypergeometric_hyp, int64_t, nprand_hypergeometric, ARGS(20, 30, 7))
BOTH(hypergeometric_hrua, int64_t, nprand_hypergeometric, ARGS(200, 100, 50))
BOTH(logseries, int64_t, nprand_logseries, ARGS(0.9))
BOTH(zipf, int64_t, nprand_zipf, ARGS(2.5))
BOTH(choice, int64_t, nprand_choice, ARGS(5))
BOTH_WITH_WORK(choice_p, int64_t, nprand_choice_p, ARGS(5, p5))
BOTH_WITH_WORK(choice_p_float, int64_t, nprand_choice_p_float, ARGS(5, float_p5))

#define ROW(name, type)                                                  \
    {                                                                    \
#name, function_##name, sizeof(type), fill_##name, scalar_##name \
    }
#define FILL_ROW(name, type)                                    \
    {                                                           \
#name, function_##name, sizeof(type), fill_##name, NULL \
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
    ROW(randint_most_of_two_words, int64_t),
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
    ROW(standard_exponential, double),
    ROW(exponential, double),
    ROW(standard_gamma_below_1, double),
    ROW(standard_gamma_1, double),
    ROW(standard_gamma_above_1, double),
    ROW(gamma, double),
    ROW(beta_johnk, double),
    ROW(beta_gammas, double),
    ROW(chisquare, double),
    ROW(noncentral_chisquare_below_1, double),
    ROW(noncentral_chisquare_above_1, double),
    ROW(f, double),
    ROW(noncentral_f, double),
    ROW(standard_t, double),
    ROW(standard_cauchy, double),
    ROW(lognormal, double),
    ROW(laplace, double),
    ROW(logistic, double),
    ROW(gumbel, double),
    ROW(pareto, double),
    ROW(power, double),
    ROW(weibull, double),
    ROW(weibull_0, double),
    ROW(rayleigh, double),
    ROW(triangular, double),
    ROW(vonmises, double),
    ROW(wald, double),
    ROW(poisson_multiplication, int64_t),
    ROW(poisson_ptrs, int64_t),
    ROW(binomial_inversion, int64_t),
    ROW(binomial_btpe, int64_t),
    ROW(negative_binomial, int64_t),
    ROW(geometric_search, int64_t),
    ROW(geometric_inversion, int64_t),
    ROW(hypergeometric_hyp, int64_t),
    ROW(hypergeometric_hrua, int64_t),
    ROW(logseries, int64_t),
    ROW(zipf, int64_t),
    ROW(choice, int64_t),
    ROW(choice_p, int64_t),
    ROW(choice_p_float, int64_t),
};

enum { METHODS = sizeof methods / sizeof methods[0], LONGEST = 4200, BEHIND = 8 };

/* The functions of NumPy's methods that draw one value: the rows of the list that have a scalar
 * form and a fill. */
#define DRAW(name, ...) "nprand_" #name,
#define PACKED          DRAW
#define WEIGHTED        DRAW
static const char *const listed[] = {
#include "../src/methods.def"
};

static void test_each_method_of_the_list_has_a_row(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < sizeof listed / sizeof listed[0]; i++) {
        size_t row = 0;
        while (row < METHODS && strcmp(methods[row].function, listed[i]) != 0)
            row++;
        if (row == METHODS)
            fail_msg("%s() of src/methods.def has no row in this file", listed[i]);
    }
}

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

/* Behind the values that a fill writes. The bytes are a small negative double, which each formula
 * would change. */
static void mark_behind(void *out, size_t size)
{
    memset((unsigned char *)out + size, 0xa5, BEHIND * sizeof(uint64_t));
}

static void assert_nothing_behind(const void *out, size_t size)
{
    uint64_t marks[BEHIND];
    memset(marks, 0xa5, sizeof marks);
    assert_memory_equal((const unsigned char *)out + size, marks, sizeof marks);
}

static void check_fill_is_scalars(const struct method *m, const nprand_rng *start)
{
    static const size_t lengths[] = {0,   1,   2,   3,   311, 312,  313,
                                     623, 624, 625, 626, 640, 1247, LONGEST};
    static uint64_t filled[LONGEST + BEHIND], one[LONGEST];
    for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++) {
        size_t n = lengths[i];
        nprand_rng a = *start, b = *start;
        mark_behind(filled, n * m->size);
        assert_int_equal(m->fill(&a, n, filled), NPRAND_OK);
        assert_nothing_behind(filled, n * m->size);
        if (m->scalar == NULL)
            continue;
        for (size_t j = 0; j < n; j++)
            m->scalar(&b, (unsigned char *)one + j * m->size);
        assert_memory_equal(filled, one, n * m->size);
        assert_same_state(&a, &b);
    }
}

static void test_fill_is_that_many_scalar_calls(void **state)
{
    const struct method *m = (const struct method *)*state;
    nprand_rng starts[STARTS];
    size_t count = make_starts(starts);
    for (size_t j = 0; j < count; j++)
        check_fill_is_scalars(m, &starts[j]);
}

static void check_splits(const struct method *m, const nprand_rng *start)
{
    static uint64_t whole[LONGEST], parts[LONGEST];
    enum { TOTAL = 250 };
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

static void test_every_split_is_the_whole_fill(void **state)
{
    const struct method *m = (const struct method *)*state;
    nprand_rng starts[STARTS];
    size_t count = make_starts(starts);
    for (size_t j = 0; j < count && m->scalar != NULL; j++)
        check_splits(m, &starts[j]);
}

/* On memory that was only zeroed, no scalar draws, and each says so. */
static void test_scalars_of_no_generator(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < METHODS; i++) {
        nprand_rng zeroed = {0};
        uint64_t out;
        errno = 0;
        if (methods[i].scalar != NULL) {
            methods[i].scalar(&zeroed, &out);
            assert_int_equal(errno, EDOM);
        }
    }
}

/* The polar method takes points inside the circle: neither its centre nor its edge. */
static void test_polar_method_rejects_centre_and_edge(void **unused)
{
    (void)unused;
    static const double centre[] = {0.5, 0.5}, edge[] = {0.0, 0.5}, inside[] = {0.25, 0.5};
    nprand_rng rng = with_next_doubles(2, centre);
    nprand_standard_normal(&rng);
    assert_true(state_of(&rng).pos > 5);
    rng = with_next_doubles(2, edge);
    nprand_standard_normal(&rng);
    assert_true(state_of(&rng).pos > 5);
    rng = with_next_doubles(2, inside);
    nprand_standard_normal(&rng);
    assert_int_equal(state_of(&rng).pos, 5);
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
    errno = 0;
    rng = seeded(2); /* checks by log(0); the value is NumPy's */
    assert_int_equal(nprand_hypergeometric(&rng, INT64_MAX - 3, 2, 129), 129);
    assert_int_equal(errno, 0);
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

/* Each constraint of each method, at its edge; NaN too where it is refused. */
static void test_refused_continuous(void **unused)
{
    (void)unused;
    double inf = (double)INFINITY, nan = (double)NAN;
    REFUSED_DOUBLE(NPRAND_NEGATIVE_SCALE, nprand_exponential, -0.0);
    REFUSED_DOUBLE(NPRAND_NEGATIVE_SHAPE, nprand_standard_gamma, -0.0);
    REFUSED_DOUBLE(NPRAND_NEGATIVE_SHAPE, nprand_gamma, -1.0, -1.0);
    REFUSED_DOUBLE(NPRAND_NEGATIVE_SCALE, nprand_gamma, nan, -0.0);
    REFUSED_DOUBLE(NPRAND_A_NOT_POSITIVE, nprand_beta, 0.0, 0.0);
    REFUSED_DOUBLE(NPRAND_B_NOT_POSITIVE, nprand_beta, 1.0, -0.0);
    REFUSED_DOUBLE(NPRAND_DF_NOT_POSITIVE, nprand_chisquare, 0.0);
    REFUSED_DOUBLE(NPRAND_DF_NOT_POSITIVE, nprand_noncentral_chisquare, -inf, -1.0);
    REFUSED_DOUBLE(NPRAND_NEGATIVE_NONC, nprand_noncentral_chisquare, 1.0, -0.0);
    REFUSED_DOUBLE(NPRAND_DFNUM_NOT_POSITIVE, nprand_f, 0.0, 0.0);
    REFUSED_DOUBLE(NPRAND_DFDEN_NOT_POSITIVE, nprand_f, 1.0, 0.0);
    REFUSED_DOUBLE(NPRAND_DFNUM_NOT_POSITIVE, nprand_noncentral_f, 0.0, 0.0, -1.0);
    REFUSED_DOUBLE(NPRAND_DFDEN_NOT_POSITIVE, nprand_noncentral_f, 1.0, 0.0, -1.0);
    REFUSED_DOUBLE(NPRAND_NEGATIVE_NONC, nprand_noncentral_f, 1.0, 1.0, -1.0);
    REFUSED_DOUBLE(NPRAND_DF_NOT_POSITIVE, nprand_standard_t, 0.0);
    REFUSED_DOUBLE(NPRAND_NEGATIVE_SIGMA, nprand_lognormal, nan, -0.0);
    REFUSED_DOUBLE(NPRAND_NEGATIVE_SCALE, nprand_laplace, 0.0, -0.0);
    REFUSED_DOUBLE(NPRAND_NEGATIVE_SCALE, nprand_logistic, 0.0, -0.0);
    REFUSED_DOUBLE(NPRAND_NEGATIVE_SCALE, nprand_gumbel, 0.0, -0.0);
    REFUSED_DOUBLE(NPRAND_A_NOT_POSITIVE, nprand_pareto, 0.0);
    REFUSED_DOUBLE(NPRAND_A_NOT_POSITIVE, nprand_power, 0.0);
    REFUSED_DOUBLE(NPRAND_NEGATIVE_A, nprand_weibull, -0.0);
    REFUSED_DOUBLE(NPRAND_NEGATIVE_SCALE, nprand_rayleigh, -0.0);
    REFUSED_DOUBLE(NPRAND_LEFT_ABOVE_MODE, nprand_triangular, 2.0, 1.0, 0.0);
    REFUSED_DOUBLE(NPRAND_MODE_ABOVE_RIGHT, nprand_triangular, 0.0, 1.0, 0.5);
    REFUSED_DOUBLE(NPRAND_LEFT_IS_RIGHT, nprand_triangular, 1.0, 1.0, 1.0);
    REFUSED_DOUBLE(NPRAND_NEGATIVE_KAPPA, nprand_vonmises, 0.0, -0.0);
    REFUSED_DOUBLE(NPRAND_MEAN_NOT_POSITIVE, nprand_wald, 0.0, 0.0);
    REFUSED_DOUBLE(NPRAND_SCALE_NOT_POSITIVE, nprand_wald, 1.0, 0.0);
}

/* From the kappa on at which NumPy's loop has nothing to accept: s rounds to 1, or overflows. */
static void test_vonmises_never_hangs(void **unused)
{
    (void)unused;
    REFUSED_DOUBLE(NPRAND_TOO_MANY_ATTEMPTS, nprand_vonmises, 0.0, 1e17);
    REFUSED_DOUBLE(NPRAND_TOO_MANY_ATTEMPTS, nprand_vonmises, 0.0, 1e20);
    REFUSED_DOUBLE(NPRAND_TOO_MANY_ATTEMPTS, nprand_vonmises, 0.0, 1e160);
    REFUSED_DOUBLE(NPRAND_TOO_MANY_ATTEMPTS, nprand_vonmises, 0.0, (double)INFINITY);
    nprand_rng rng = seeded(1);
    assert_true(fabs(nprand_vonmises(&rng, 0.0, 1e16)) < 1e-6);
}

/* A fill of vonmises has the values and the state of scalars, with fewer and with more values than
 * bounds are used for, and for kappas with and without bounds. */
static void test_fills_of_vonmises(void **unused)
{
    (void)unused;
    enum { MOST = 3000 };
    static const size_t counts[] = {1, 399, 400, 401, 417, 1000, MOST};
    static const double kappas[] = {1e-8, 2e-8,  1e-6,  1e-3,  0.5, 2.0,
                                    4.0,  100.0, 4.9e4, 5.1e4, 1e13};
    static const double mus[] = {0.0, -0.0, 3.0, -7.0, 1e10};
    double *out = malloc(MOST * sizeof *out);
    assert_non_null(out);
    for (size_t i = 0; i < 7 * 11 * 5 * 2; i++) {
        const size_t n = counts[i % 7];
        const double kappa = kappas[i / 7 % 11], mu = mus[i / 77 % 5];
        nprand_rng filled = seeded((uint32_t)i);
        if (i / 385 != 0)
            assert_int_equal(nprand_set_numpy(&filled, 1, 8), NPRAND_OK);
        for (size_t k = 0; k < i % 3; k++)
            (void)nprand_random_raw(&filled);
        nprand_rng drawn = filled;
        if (nprand_vonmises_fill(&filled, mu, kappa, n, out) != NPRAND_OK)
            continue; /* before 1.9, NumPy does not end for kappa 1e-8 */
        for (size_t k = 0; k < n; k++) {
            const double expected = nprand_vonmises(&drawn, mu, kappa);
            assert_memory_equal(&out[k], &expected, sizeof expected);
        }
        assert_same_state(&filled, &drawn);
    }
    free(out);
}

/* V of an attempt with U, on the edge between accepted and rejected: y exp(1 - y). */
static double edge_of_vonmises(double kappa, double u)
{
    const double r = 1.0 + sqrt(1.0 + 4.0 * kappa * kappa);
    const double rho = (r - sqrt(2.0 * r)) / (2.0 * kappa), s = (1.0 + rho * rho) / (2.0 * rho);
    const double y = kappa * (s - 1.0) * (s + 1.0) / (s + cos(3.141592653589793 * u));
    return y * exp(1.0 - y);
}

static void compare_edge_of_vonmises(double kappa, double u, double v)
{
    enum { N = 400, COMPARED = 3 };
    const double doubles[] = {floor(u * 0x1p53) * 0x1p-53, floor(v * 0x1p53) * 0x1p-53};
    double out[N];
    if (!(doubles[1] >= 0.0 && doubles[1] < 1.0))
        return;
    nprand_rng filled = with_next_doubles(2, doubles), drawn = filled;
    assert_int_equal(nprand_vonmises_fill(&filled, 0.0, kappa, N, out), NPRAND_OK);
    for (size_t k = 0; k < COMPARED; k++)
        assert_true(out[k] == nprand_vonmises(&drawn, 0.0, kappa));
}

/* Attempts at the ends of the 128 intervals that have bounds, whose V is beside the bound. */
static void test_bounds_of_vonmises(void **unused)
{
    (void)unused;
    static const double kappas[] = {0.5, 2.0, 100.0, 4e4};
    static const double beside[] = {-2e-9, -5e-10, -1e-10, 1e-10, 5e-10, 2e-9};
    for (size_t i = 0; i < sizeof kappas / sizeof *kappas; i++) {
        double top = 0.0;
        for (double width = 0.5; width > 1e-9; width *= 0.5) { /* y < 1 below the top */
            const double u = top + width;
            if (edge_of_vonmises(kappas[i], u) < edge_of_vonmises(kappas[i], u + 1e-10))
                top = u;
        }
        for (size_t j = 0; j < sizeof beside / sizeof *beside; j++) {
            compare_edge_of_vonmises(kappas[i], top, 1.0 + beside[j]);
            for (int k = 0; k < 128; k++) {
                const double begin = k / 128.0, end = (k + 1) / 128.0 - 0x1p-53;
                const double low = edge_of_vonmises(kappas[i], begin);
                const double high = edge_of_vonmises(kappas[i], end);
                compare_edge_of_vonmises(kappas[i], begin, low + beside[j]);
                compare_edge_of_vonmises(kappas[i], end, high + beside[j]);
            }
        }
    }
}

/* np + 10 sqrt(npq + 1) is 12.998, or 13.015: a search that would end at 13 begins again, or not. A
 * p of few bits, since the rounding of 1 - p would change the sum of the chances by more. */
static void test_bound_of_inversion(void **unused)
{
    (void)unused;
    const double doubles[] = {floor((1.0 - 1e-14) * 0x1p53) * 0x1p-53, 0.5};
    const double p = 0x9p-14;
    const int64_t trials[] = {1001, 1007};
    for (size_t i = 0; i < 2; i++) {
        nprand_rng rng = with_next_doubles(2, doubles), again = rng, filled = rng;
        const int64_t expected = i == 0 ? 0 : 13;
        int64_t out[3];
        assert_int_equal(nprand_binomial(&rng, trials[i], p), expected);
        assert_int_equal(nprand_advance(&again, i == 0 ? 4 : 2), NPRAND_OK);
        assert_same_state(&rng, &again);
        assert_int_equal(nprand_binomial_fill(&filled, trials[i], p, 3, out), NPRAND_OK);
        assert_int_equal(out[0], expected);
        assert_int_equal(out[1], nprand_binomial(&rng, trials[i], p));
    }
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

/* For methods whose parameters are refused at n = 0 too. */
#define REFUSED_INTEGER(expected, function, ...)                                  \
    do {                                                                          \
        nprand_rng rng_ = seeded(1);                                              \
        nprand_standard_normal(&rng_);                                            \
        nprand_rng before_ = rng_;                                                \
        int64_t out_[3] = {0, 1, 2};                                              \
        errno = 0;                                                                \
        assert_true(function(&rng_, __VA_ARGS__) == NPRAND_INVALID);              \
        assert_int_equal(errno, EDOM);                                            \
        assert_int_equal(function##_fill(&rng_, __VA_ARGS__, 3, out_), expected); \
        assert_int_equal(function##_fill(&rng_, __VA_ARGS__, 0, NULL), expected); \
        assert_true(out_[0] == 0 && out_[1] == 1 && out_[2] == 2);                \
        assert_memory_equal(&rng_, &before_, sizeof rng_);                        \
    } while (0)

static void test_refused_discrete(void **unused)
{
    (void)unused;
    double nan = (double)NAN;
    const int64_t max = INT64_MAX;
    REFUSED_INTEGER(NPRAND_LAM_NEGATIVE, nprand_poisson, -1e-300);
    REFUSED_INTEGER(NPRAND_LAM_NEGATIVE, nprand_poisson, nan);
    REFUSED_INTEGER(NPRAND_LAM_TOO_LARGE, nprand_poisson, 9.22337200648477338e18);
    REFUSED_INTEGER(NPRAND_P_OUTSIDE_0_1, nprand_binomial, -1, nan);
    REFUSED_INTEGER(NPRAND_P_OUTSIDE_0_1, nprand_binomial, 5, 1.0000000000000002);
    REFUSED_INTEGER(NPRAND_P_OUTSIDE_0_1, nprand_binomial, 5, -1e-300);
    REFUSED_INTEGER(NPRAND_N_NEGATIVE, nprand_binomial, -1, 0.5);
    REFUSED_INTEGER(NPRAND_N_NOT_POSITIVE, nprand_negative_binomial, 0.0, nan);
    REFUSED_INTEGER(NPRAND_P_OUTSIDE_0_1, nprand_negative_binomial, 1.0, nan);
    REFUSED_INTEGER(NPRAND_P_NOT_POSITIVE, nprand_geometric, 0.0);
    REFUSED_INTEGER(NPRAND_P_NOT_POSITIVE, nprand_geometric, nan);
    REFUSED_INTEGER(NPRAND_P_NOT_POSITIVE, nprand_geometric, 1.5);
    REFUSED_INTEGER(NPRAND_NSAMPLE_TOO_LARGE, nprand_hypergeometric, 2, 3, 6);
    REFUSED_INTEGER(NPRAND_NSAMPLE_TOO_LARGE, nprand_hypergeometric, -5, 3, 0);
    REFUSED_INTEGER(NPRAND_NSAMPLE_TOO_LARGE, nprand_hypergeometric, max, max, 20);
    REFUSED_INTEGER(NPRAND_NGOOD_NEGATIVE, nprand_hypergeometric, -1, 30, 2);
    REFUSED_INTEGER(NPRAND_NBAD_NEGATIVE, nprand_hypergeometric, 30, -1, 2);
    REFUSED_INTEGER(NPRAND_NSAMPLE_BELOW_1, nprand_hypergeometric, 3, 3, 0);
    REFUSED_INTEGER(NPRAND_OUTSIDE_LONG, nprand_hypergeometric, max / 2, max / 2 + 1, 20);
    REFUSED_INTEGER(NPRAND_P_OUTSIDE_0_BELOW_1, nprand_logseries, 1.0);
    REFUSED_INTEGER(NPRAND_P_OUTSIDE_0_BELOW_1, nprand_logseries, nan);
    REFUSED_INTEGER(NPRAND_P_OUTSIDE_0_BELOW_1, nprand_logseries, -1e-300);
    REFUSED_INTEGER(NPRAND_A_NOT_ABOVE_1, nprand_zipf, 1.0);
    REFUSED_INTEGER(NPRAND_A_NOT_ABOVE_1, nprand_zipf, nan);
}

/* Parameters for which a value is expected to take more than 2^30 attempts, beside ones for which
 * it is not. */
static void test_too_many_attempts(void **unused)
{
    (void)unused;
    const int64_t max = INT64_MAX, whole = INT64_C(1) << 61;
    nprand_rng rng = seeded(1);
    REFUSED_INTEGER(NPRAND_TOO_MANY_ATTEMPTS, nprand_zipf, 1.0 + 0x1p-36);
    REFUSED_INTEGER(NPRAND_TOO_MANY_ATTEMPTS, nprand_zipf, nextafter(1.0, 2.0));
    assert_true(nprand_zipf(&rng, 1.0 + 0x1p-20) > 0);

    /* q = 1 - p rounds to 1 - 2^-53, and exp(n ln q) is too small by exp(-n (2^-53 - p)). */
    REFUSED_INTEGER(NPRAND_TOO_MANY_ATTEMPTS, nprand_binomial, INT64_C(440000000000000000),
                    5.7e-17);
    REFUSED_INTEGER(NPRAND_TOO_MANY_ATTEMPTS, nprand_binomial, INT64_C(520000000000000000),
                    5.7e-17);
    assert_true(nprand_binomial(&rng, INT64_C(200000000000000000), 5.7e-17) >= 0);
    assert_true(nprand_binomial(&rng, INT64_C(440000000000000000), 0x1p-53) >= 0);
    assert_true(nprand_binomial(&rng, max, 5.7e-17) > 0);                         /* BTPE */
    assert_true(nprand_binomial(&rng, INT64_C(526500000000000000), 5.7e-17) > 0); /* np = 30.01 */

    /* A sample of the whole population, whose width d8 is that of half of it. */
    REFUSED_INTEGER(NPRAND_TOO_MANY_ATTEMPTS, nprand_hypergeometric, whole / 2, whole / 2, whole);
    assert_true(nprand_hypergeometric(&rng, whole / 2, whole / 2, whole / 2) >= 0);
    assert_int_equal(nprand_hypergeometric(&rng, 1000, 1000, 2000), 1000);

    /* Sums that wrap in NumPy, whose loop then counts to 2^63. */
    REFUSED_INTEGER(NPRAND_OUTSIDE_LONG, nprand_hypergeometric, max, 0, max);
    REFUSED_INTEGER(NPRAND_OUTSIDE_LONG, nprand_hypergeometric, 0, max, max);
}

/* A category whose p is reached by dividing; the trials are those that are left. */
static void test_multinomial_too_many_attempts(void **unused)
{
    (void)unused;
    const double pvals[] = {0.5, 2.85e-17, 0.5}, exact[] = {0.5, 0x1p-54, 0.5};
    int64_t out[6] = {1, 2, 3, 4, 5, 6};
    nprand_rng rng = seeded(1), before = rng;
    const int64_t trials = INT64_C(880000000000000000);
    assert_int_equal(nprand_multinomial_fill(&rng, trials, pvals, 3, 2, out),
                     NPRAND_TOO_MANY_ATTEMPTS);
    assert_int_equal(nprand_multinomial(&rng, trials, pvals, 3, out), NPRAND_TOO_MANY_ATTEMPTS);
    for (int i = 0; i < 6; i++)
        assert_int_equal(out[i], i + 1);
    assert_memory_equal(&rng, &before, sizeof rng);
    assert_int_equal(nprand_multinomial(&rng, trials, exact, 3, out), NPRAND_OK);
    assert_int_equal(out[0] + out[1] + out[2], trials);

    /* The first category leaves about 5e7 trials, for which the second one takes two attempts. */
    const double few_left[] = {1.0 - 1e-10, 6e-27, 1e-10 - 6e-27};
    rng = seeded(1);
    assert_int_equal(nprand_multinomial(&rng, INT64_C(500000000000000000), few_left, 3, out),
                     NPRAND_OK);
    assert_true(out[0] > INT64_C(499999999000000000) && out[1] == 0);
}

/* Branches that no golden vector takes, with the values of NumPy 1.24: HRUA* where an ulp of the
 * logarithm of a factorial matters, inversion beyond the chances that are remembered, and more than
 * 2^53 trials in several categories, once with a p above 1. */
static void test_values_beyond_the_vectors(void **unused)
{
    (void)unused;
    const int64_t half = INT64_C(1) << 44, sample = INT64_C(1) << 30, trials = INT64_C(1) << 60;
    const double shares[] = {0.5, 0.3, 0.2}, above_1[] = {0.5, 0.5 + 0.9e-12, 0.0};
    int64_t out[3], sum = 0, most = 0;

    nprand_rng rng = seeded(1);
    assert_int_equal(nprand_hypergeometric_fill(&rng, half, half, sample, 3, out), NPRAND_OK);
    assert_true(out[0] == 536885762 && out[1] == 536847606 && out[2] == 536873662);
    assert_int_equal(state_of(&rng).pos, 20);

    rng = seeded(1);
    for (int i = 0; i < 20000; i++) {
        int64_t value = nprand_binomial(&rng, 1000, 0.03);
        sum += value;
        most = value > most ? value : most;
    }
    assert_true(sum == 599959 && most == 52);

    rng = seeded(1);
    assert_int_equal(nprand_multinomial(&rng, trials, shares, 3, out), NPRAND_OK);
    assert_true(out[0] == INT64_C(576460752105041600));
    assert_true(out[1] == INT64_C(345876451747796448));
    assert_true(out[2] == INT64_C(230584300754008928));

    rng = seeded(1);
    assert_int_equal(nprand_multinomial(&rng, trials, above_1, 3, out), NPRAND_OK);
    assert_true(out[0] == INT64_C(576460752105041600));
    assert_true(out[1] == INT64_C(576460752501805376));
    assert_int_equal(out[2], 0);
}

/* The first value of a fill of binomial(61, 0.5) that begins with these two doubles. A fill makes
 * attempts in passes, with the values of scalar calls. */
static int64_t first_of_passes(const double *doubles)
{
    enum { N = 200 };
    nprand_rng rng = with_next_doubles(2, doubles), scalar = rng;
    int64_t out[N];
    assert_int_equal(nprand_binomial_fill(&rng, 61, 0.5, N, out), NPRAND_OK);
    for (int i = 0; i < N; i++)
        assert_int_equal(out[i], nprand_binomial(&scalar, 61, 0.5));
    assert_same_state(&rng, &scalar);
    return out[0];
}

/* BTPE's tails up to the ends, 0 and n: a u just above the beginning of a tail makes the chance of
 * the end large enough. The values were computed from the paper's steps. A v of 0 is rejected. */
static void test_binomial_at_the_ends_of_its_tails(void **unused)
{
    (void)unused;
    static const double first[] = {0x1.a955a6a1d6c74p-1, 0x1.996d7b9caep-14};
    static const double last[] = {0x1.d7d4b7b3424f9p-1, 0x1.27c79d5038p-15};
    static const double beyond[] = {0x1.d7d4b7b3424f9p-1, 0x1.27c79d5038p-16};
    static const double zeros[2][2] = {{0x1.b8p-1, 0.0}, {0x1.f8p-1, 0.0}};
    nprand_rng rng = with_next_doubles(2, first);
    assert_int_equal(nprand_binomial(&rng, 61, 0.5), 0);
    assert_int_equal(state_of(&rng).pos, 5);
    rng = with_next_doubles(2, last);
    assert_int_equal(nprand_binomial(&rng, 61, 0.5), 61);
    assert_int_equal(state_of(&rng).pos, 5);
    rng = with_next_doubles(2, beyond);
    nprand_binomial(&rng, 61, 0.5);
    assert_true(state_of(&rng).pos > 5);
    rng = with_next_doubles(2, beyond);
    assert_int_equal(nprand_set_numpy(&rng, 1, 8), NPRAND_OK);
    assert_in_range(nprand_binomial(&rng, 61, 0.5), 0, 61);
    assert_true(state_of(&rng).pos > 5);
    for (size_t i = 0; i < 2; i++) {
        rng = with_next_doubles(2, zeros[i]);
        nprand_binomial(&rng, 61, 0.5);
        assert_true(state_of(&rng).pos > 5);
        first_of_passes(zeros[i]);
    }
    assert_int_equal(first_of_passes(first), 0);
    assert_int_equal(first_of_passes(last), 61);
    first_of_passes(beyond);
}

/* Where NumPy never returns, or casts what fits no long. */
static void test_discrete_limits(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded(1);
    nprand_rng before = rng;
    errno = 0;
    assert_int_equal(nprand_zipf(&rng, 1025.0), 1);
    assert_int_equal(nprand_zipf(&rng, 1025.0), 1);
    assert_int_equal(nprand_zipf(&rng, (double)INFINITY), 1);
    int64_t ones[40];
    assert_int_equal(nprand_zipf_fill(&rng, 1025.0, 40, ones), NPRAND_OK);
    assert_int_equal(ones[39], 1);
    assert_same_state(&rng, &before);
    assert_int_equal(nprand_zipf(&rng, 1024.0), 1);
    assert_true(nprand_geometric(&rng, 1e-17) == INT64_MIN);
    assert_true(nprand_geometric(&rng, 1e-300) == INT64_MIN);
    assert_true(nprand_geometric(&rng, 0x1p-54) == INT64_MIN);
    assert_true(nprand_geometric(&rng, 0x1.0000000000001p-54) > 0);
    assert_true(nprand_negative_binomial(&rng, 5.0, 0.0) == INT64_MIN);
    assert_int_equal(nprand_negative_binomial(&rng, (double)NAN, 0.5), 0);
    assert_true(nprand_poisson(&rng, 9.223372006484771e18) > 9000000000000000000);
    assert_int_equal(errno, 0);
}

/* The sum of the search stops below the largest uniforms: 1 - 2^-53 is above it for ever. */
static void test_geometric_search_ends(void **unused)
{
    (void)unused;
    static const double largest = 1.0 - 0x1p-53;
    for (double p = 0.34; p < 1.0; p += 0.01) {
        nprand_rng rng = with_next_doubles(1, &largest);
        int64_t k = nprand_geometric(&rng, p);
        assert_true(k >= 1 && k < 200);
    }
}

/* A generator whose next STEPS doubles are these, rounded to multiples of 2^-53 on [0, 1). Double i
 * lies i % 7 - 3 such multiples beside. */
enum { STEPS = 308 };
static nprand_rng beside(const double *doubles)
{
    uint32_t words[2 * STEPS];
    for (int i = 0; i < STEPS; i++) {
        const double multiple = nearbyint(doubles[i] * 0x1p53) + (double)(i % 7 - 3);
        const uint64_t bits = (uint64_t)fmin(fmax(multiple, 0.0), 0x1p53 - 1.0);
        words[2 * i] = (uint32_t)(bits >> 26) << 5;
        words[2 * i + 1] = (uint32_t)bits << 6;
    }
    return with_next_words((size_t)2 * STEPS, words);
}

/* Uniforms at which geometric goes from a value k to k + 1, and beside them. The each form divides
 * the logarithms, or adds the chances, as NumPy does; fills and scalar calls decide most values by a
 * product, or a rank. */
static void test_geometric_at_its_steps(void **unused)
{
    (void)unused;
    static const double chances[] = {0.3, 0.1, 1e-2, 1e-4, 1e-6, 1e-9, 1e-12, 3e-16};
    enum { ROWS = sizeof chances / sizeof *chances, EXACT = 256 };
    for (size_t row = 0; row < ROWS + EXACT; row++) {
        const double p = row < ROWS ? chances[row] : (double)(row - ROWS + 1) / 256.0;
        double u[STEPS];
        for (int i = 0; i < STEPS; i++)
            u[i] = -expm1((1.0 + floor(i / 7 * fmax(1.0, 0.1 / p))) * log1p(-p));
        nprand_rng rng = beside(u), scalar = rng, divided = rng;
        int64_t out[STEPS], want[STEPS];
        assert_int_equal(nprand_geometric_fill(&rng, p, STEPS, out), NPRAND_OK);
        assert_int_equal(nprand_geometric_each(&divided, &p, 0, STEPS, want), NPRAND_OK);
        for (int i = 0; i < STEPS; i++) {
            assert_int_equal(out[i], want[i]);
            assert_int_equal(nprand_geometric(&scalar, p), want[i]);
        }
        assert_same_state(&rng, &divided);
        assert_same_state(&rng, &scalar);
    }
}

/* Gammas of shapes in each row of the table of thresholds, and at its ends. A scalar call looks the
 * threshold up. A fill compares the logarithms, as NumPy does. */
static void test_gammas_below_one(void **unused)
{
    (void)unused;
    enum { ROWS = 32, N = 50000 };
    static double out[N];
    for (int i = 0; i < 3 * ROWS + 4; i++) {
        static const double parts[] = {0x1p-40, 0.5, 1.0 - 0x1p-40};
        static const double others[] = {1e-6, 0.99e-6, 1e-300, 1.0 - 0x1p-53};
        const double shape =
            i < 3 * ROWS ? ((double)(i / 3) + parts[i % 3]) / ROWS : others[i - 3 * ROWS];
        nprand_rng rng = seeded(i), scalar = rng;
        assert_int_equal(nprand_standard_gamma_fill(&rng, shape, N, out), NPRAND_OK);
        for (size_t j = 0; j < N; j++)
            assert_true(nprand_standard_gamma(&scalar, shape) == out[j]);
        assert_same_state(&rng, &scalar);
    }
}

/* Attempts of BTPE with the smallest and the largest V in all parts of the envelope: an array of
 * them is made in passes, a scalar call by one attempt after the other. NumPy before 1.9 ignores
 * step 5.1, and has no means of 2^30 or more. */
static void test_btpe_at_its_ends(void **unused)
{
    (void)unused;
    static const double ends[] = {0.0, 0x1p-53, 0x1p-30, 1.0 - 0x1p-53, 0.5};
    static const struct {
        int64_t n;
        double p;
    } rows[] = {{62, 0.5},      {100, 0.4},        {1000, 0.9},
                {1000000, 0.3}, {1000000000, 0.5}, {INT64_C(1) << 40, 0.3}};
    enum { N = 400 };
    for (size_t turn = 0; turn < 2 * (sizeof rows / sizeof *rows) - 1; turn++) {
        const int64_t n = rows[turn / 2].n;
        const double p = rows[turn / 2].p;
        const bool is_old = turn % 2 == 1;
        uint32_t words[2 * STEPS];
        for (int i = 0; i < STEPS; i++) {
            const double u = i % 2 == 0 ? (double)i / STEPS : ends[i / 2 % 5];
            words[2 * i] = (uint32_t)(u * 0x1p27) << 5;
            words[2 * i + 1] = (uint32_t)((uint64_t)(u * 0x1p53) & 0x3ffffff) << 6;
        }
        nprand_rng rng = with_next_words((size_t)2 * STEPS, words);
        if (is_old)
            assert_int_equal(nprand_set_numpy(&rng, 1, 8), NPRAND_OK);
        nprand_rng scalar = rng;
        int64_t out[N];
        assert_int_equal(nprand_binomial_fill(&rng, n, p, N, out), NPRAND_OK);
        for (int i = 0; i < N; i++)
            assert_int_equal(out[i], nprand_binomial(&scalar, n, p));
        assert_same_state(&rng, &scalar);
    }
}

/* Attempts of HRUA with the smallest and the largest uniforms, of which (0, 0.5) makes 0/0, and
 * candidates below and beyond the range. A fill makes them in passes, a scalar call one by one. */
static void test_hrua_at_its_ends(void **unused)
{
    (void)unused;
    static const double ends[] = {0.0, 0x1p-53, 0x1p-30, 1.0 - 0x1p-53, 0.5};
    static const int64_t rows[][3] = {
        {100, 200, 50},
        {200, 100, 50},
        {200, 100, 280},
        {100, 200, 280},
        {15, 1000, 11},
        {1000, 15, 1000},
        {1000000000, 1000000000, 1000000},
        {INT64_C(1) << 40, INT64_C(1) << 41, INT64_C(1) << 35},
    };
    enum { N = 600, ENDS = sizeof ends / sizeof *ends };
    for (size_t row = 0; row < sizeof rows / sizeof *rows; row++) {
        uint32_t words[2 * STEPS];
        for (int i = 0; i < STEPS; i++) {
            const double u = i % 6 < 2 ? ends[(i % 2 == 0 ? i / 6 : i / 6 / ENDS) % ENDS]
                                       : (double)(i * 37 % STEPS) / STEPS;
            words[2 * i] = (uint32_t)(u * 0x1p27) << 5;
            words[2 * i + 1] = (uint32_t)((uint64_t)(u * 0x1p53) & 0x3ffffff) << 6;
        }
        nprand_rng rng = with_next_words((size_t)2 * STEPS, words), scalar = rng;
        const int64_t *p = rows[row];
        int64_t out[N];
        assert_int_equal(nprand_hypergeometric_fill(&rng, p[0], p[1], p[2], N, out), NPRAND_OK);
        for (int i = 0; i < N; i++)
            assert_int_equal(out[i], nprand_hypergeometric(&scalar, p[0], p[1], p[2]));
        assert_same_state(&rng, &scalar);
    }
}

/* The density at y = 32 is that at the mode, 33, and rounding makes their ratio larger than 1. An
 * attempt with v = 1 + 2^-52, which step 2 rejects, then comes where the memo table has the ratio
 * from an attempt before. */
static void test_btpe_above_1(void **unused)
{
    (void)unused;
    enum { N = 130, BEFORE = 10, ABOVE_1 = 128 };
    uint32_t words[2 * STEPS];
    for (int i = 0; i < STEPS; i++) {
        uint64_t bits = i % 2 == 0 ? UINT64_C(1) << 49 : UINT64_C(1) << 52; /* the triangle */
        if (i == 2 * BEFORE || i == 2 * ABOVE_1)
            bits = UINT64_C(5152531314031013);
        else if (i == 2 * BEFORE + 1)
            bits = 0;
        else if (i == 2 * ABOVE_1 + 1)
            bits = UINT64_C(2480714956569743);
        words[2 * i] = (uint32_t)(bits >> 26) << 5;
        words[2 * i + 1] = (uint32_t)bits << 6;
    }
    nprand_rng rng = with_next_words((size_t)2 * STEPS, words), scalar = rng;
    int64_t out[N];
    assert_int_equal(nprand_binomial_fill(&rng, 66, 33.0 / 67.0, N, out), NPRAND_OK);
    for (int i = 0; i < N; i++)
        assert_int_equal(out[i], nprand_binomial(&scalar, 66, 33.0 / 67.0));
    assert_same_state(&rng, &scalar);
}

/* n values by fills that are too small for rows. */
static void zipf_by_powers(nprand_rng *rng, double a, size_t n, int64_t *out)
{
    enum { FEW = 31 };
    for (size_t done = 0; done < n; done += FEW) {
        const size_t size = n - done < FEW ? n - done : FEW;
        assert_int_equal(nprand_zipf_fill(rng, a, size, out + done), NPRAND_OK);
    }
}

/* Attempts of zipf at the bounds of its rows, and beside them: U where x becomes one more, and V
 * where x is no longer accepted. Small fills compute every attempt with powers. */
static void test_zipf_at_its_steps(void **unused)
{
    (void)unused;
    static const double as[] = {1.3, 1.3334, 1.4,  1.5,   2.0,   2.5,   3.0,
                                5.0, 20.0,   54.0, 299.9, 300.0, 1024.9};
    enum { N = 2000 };
    for (size_t row = 0; row < sizeof as / sizeof *as; row++) {
        const double a = as[row], am1 = a - 1.0, b = pow(2.0, am1);
        double u[STEPS];
        for (int i = 0; i < STEPS / 2; i++) {
            const double x = 2 + i / 14 % 9, t = pow(1.0 + 1.0 / x, am1);
            const double edge = pow(x, -am1), most = (b - 1.0) / b * (t / (t - 1.0)) / x;
            const bool is_edge = i % 14 < 7;
            u[2 * i] = 1.0 - (is_edge ? edge : edge * (0.1 * pow(1.0 + 1.0 / x, -am1) + 0.9));
            u[2 * i + 1] = is_edge ? 0.1 : fmin(most, 1.0);
        }
        nprand_rng rng = beside(u), scalar = rng, small = rng;
        int64_t out[N], want[N];
        assert_int_equal(nprand_zipf_fill(&rng, a, N, out), NPRAND_OK);
        zipf_by_powers(&small, a, N, want);
        for (int i = 0; i < N; i++) {
            assert_int_equal(out[i], want[i]);
            assert_int_equal(nprand_zipf(&scalar, a), want[i]);
        }
        assert_same_state(&rng, &small);
        assert_same_state(&rng, &scalar);
    }
}

static void test_redraws_of_zero_by_release(void **unused)
{
    (void)unused;
    static const double zero = 0.0;
    nprand_rng rng = with_next_doubles(1, &zero);
    nprand_rng old = rng, first = rng;
    assert_int_equal(nprand_set_numpy_patch(&first, 1, 16, 4), NPRAND_OK);
    assert_true(isfinite(nprand_laplace(&first, 0.0, 1.0)));
    assert_int_equal(state_of(&first).pos, 5);
    assert_true(isfinite(nprand_laplace(&rng, 0.0, 1.0)));
    assert_int_equal(state_of(&rng).pos, 5);
    assert_int_equal(nprand_set_numpy_patch(&old, 1, 16, 3), NPRAND_OK);
    assert_true(nprand_laplace(&old, 0.0, 1.0) == -(double)INFINITY);
    assert_int_equal(state_of(&old).pos, 3);
}

/* ---- Rows ---- */

static void test_rows_are_single_draws(void **unused)
{
    (void)unused;
    enum { K = 5, ROWS = 200 };
    static const double pvals[K] = {0.1, 0.0, 0.3, 0.2, 0.4};
    static const double alpha[K] = {0.5, 1.0, 2.5, 0.01, 30.0};
    static int64_t counts[ROWS * K];
    static double shares[ROWS * K];
    nprand_rng a = seeded(3);
    nprand_rng b = a;
    assert_int_equal(nprand_multinomial_fill(&a, 1000, pvals, K, ROWS, counts), NPRAND_OK);
    assert_int_equal(nprand_dirichlet_fill(&a, alpha, K, ROWS, shares), NPRAND_OK);
    for (size_t i = 0; i < ROWS; i++) {
        int64_t row[K];
        assert_int_equal(nprand_multinomial(&b, 1000, pvals, K, row), NPRAND_OK);
        assert_memory_equal(row, counts + i * K, sizeof row);
        assert_int_equal(row[0] + row[1] + row[2] + row[3] + row[4], 1000);
    }
    for (size_t i = 0; i < ROWS; i++) {
        double row[K];
        assert_int_equal(nprand_dirichlet(&b, alpha, K, row), NPRAND_OK);
        assert_memory_equal(row, shares + i * K, sizeof row);
    }
    assert_same_state(&a, &b);
}

/* Rows of k <= 12 categories beside single draws, for a release. */
static void assert_rows_are_single_draws(int64_t trials, const double *pvals, size_t k, int minor)
{
    enum { K = 12, ROWS = 203 };
    static int64_t counts[ROWS * K];
    nprand_rng a = seeded(3);
    assert_int_equal(nprand_set_numpy(&a, minor < 6 ? 2 : 1, minor), NPRAND_OK);
    nprand_rng b = a;
    assert_int_equal(nprand_multinomial_fill(&a, trials, pvals, k, ROWS, counts), NPRAND_OK);
    for (size_t i = 0; i < ROWS; i++) {
        int64_t row[K];
        assert_int_equal(nprand_multinomial(&b, trials, pvals, k, row), NPRAND_OK);
        assert_memory_equal(row, counts + i * k, k * sizeof *row);
    }
    assert_same_state(&a, &b);
}

/* Rows in lanes: rows that take one uniform a draw; rows that leave no trial for the last draw;
 * rows with a mean for BTPE; and parameters for which lanes are not used: means for BTPE are
 * expected, no trial is expected for the last draw, or a p is 0. Rows of two categories are made by
 * a fill. */
static void test_rows_in_lanes(void **unused)
{
    (void)unused;
    static const double equal[] = {0.083, 0.083, 0.083, 0.083, 0.083, 0.083,
                                   0.083, 0.083, 0.083, 0.083, 0.083, 0.087};
    static const double first[] = {0.45, 0.05, 0.05, 0.05, 0.05, 0.05,
                                   0.05, 0.05, 0.05, 0.05, 0.05, 0.05};
    static const double second[] = {0.5,  0.23, 0.03, 0.03, 0.03, 0.03,
                                    0.03, 0.02, 0.02, 0.02, 0.02, 0.04};
    static const double none[] = {0.1, 0.1, 0.0, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.05, 0.05};
    static const double late[] = {0.05, 0.05, 0.05, 0.05, 0.05, 0.05,
                                  0.05, 0.05, 0.05, 0.05, 0.35, 0.15};
    static const double pair[] = {0.3, 0.7};
    static const int minors[] = {5, 4, 3, 24, 16}; /* 2.5 to 2.3, 1.24, 1.16 */
    for (size_t i = 0; i < sizeof minors / sizeof *minors; i++) {
        assert_rows_are_single_draws(14, equal, 12, minors[i]);
        assert_rows_are_single_draws(100, equal, 12, minors[i]);
        assert_rows_are_single_draws(60, first, 12, minors[i]);
        assert_rows_are_single_draws(55, second, 12, minors[i]);
        assert_rows_are_single_draws(400, equal, 12, minors[i]);
        assert_rows_are_single_draws(100, none, 12, minors[i]);
        assert_rows_are_single_draws(40, late, 12, minors[i]);
        assert_rows_are_single_draws(20, pair, 2, minors[i]);
        assert_rows_are_single_draws(200, pair, 2, minors[i]);
    }
}

/* A row of dirichlet by single draws: gammas, times 1 / their sum. */
static void gammas_of_sum_1(nprand_rng *rng, const double *alpha, size_t k, double *row)
{
    double sum = 0.0;
    for (size_t i = 0; i < k; i++) {
        row[i] = nprand_standard_gamma(rng, alpha[i]);
        sum += row[i];
    }
    const double inverse = 1.0 / sum;
    for (size_t i = 0; i < k; i++)
        row[i] *= inverse;
}

/* Rows of more categories than are drawn together. */
static void test_wide_rows(void **unused)
{
    (void)unused;
    enum { WIDE = 150, ROWS = 9 };
    static double alpha[WIDE], pvals[WIDE], rows[ROWS * WIDE], row[WIDE];
    static int64_t counts[ROWS * WIDE], count[WIDE];
    for (int i = 0; i < WIDE; i++) {
        alpha[i] = 0.25 + 0.05 * (i % 60);
        pvals[i] = 1.0 / WIDE;
    }
    nprand_rng a = seeded(2);
    nprand_rng b = a;
    assert_int_equal(nprand_multinomial_fill(&a, 300, pvals, WIDE, ROWS, counts), NPRAND_OK);
    for (size_t i = 0; i < ROWS; i++) {
        assert_int_equal(nprand_multinomial(&b, 300, pvals, WIDE, count), NPRAND_OK);
        assert_memory_equal(counts + i * WIDE, count, sizeof count);
    }
    assert_same_state(&a, &b);
    for (size_t k = 60; k <= WIDE; k += 5) {
        nprand_rng rng = seeded((int64_t)k);
        nprand_rng other = rng;
        assert_int_equal(nprand_dirichlet_fill(&rng, alpha, k, ROWS, rows), NPRAND_OK);
        for (size_t i = 0; i < ROWS; i++) {
            gammas_of_sum_1(&other, alpha, k, row);
            assert_memory_equal(rows + i * k, row, k * sizeof *row);
        }
        assert_same_state(&rng, &other);
    }
}

static void assert_multinomial_refused(nprand_status expected, int64_t n, const double *pvals,
                                       size_t k, size_t rows, int64_t *out)
{
    nprand_rng rng = seeded(3);
    nprand_rng before = rng;
    assert_int_equal(nprand_multinomial_fill(&rng, n, pvals, k, rows, out), expected);
    assert_memory_equal(&rng, &before, sizeof rng);
}

/* All but the last may add up to 1 + 1e-12. */
static void test_edge_of_the_sum_of_pvals(void **unused)
{
    (void)unused;
    static const double most[] = {1.0, 0.999e-12, 0.0}, more[] = {1.0, 1.001e-12, 0.0};
    int64_t out[3];
    nprand_rng rng = seeded(3);
    assert_int_equal(nprand_multinomial(&rng, 5, most, 3, out), NPRAND_OK);
    assert_int_equal(nprand_multinomial(&rng, 5, more, 3, out), NPRAND_PVALS_SUM);
}

/* The largest populations, which wrap in NumPy's set-up; it returns these. */
static void test_largest_populations(void **unused)
{
    (void)unused;
    const int64_t max = INT64_MAX;
    nprand_rng rng = seeded(1);
    nprand_rng before = rng;
    assert_int_equal(nprand_hypergeometric(&rng, 0, max, 5), 0);
    assert_same_state(&rng, &before);
    for (int i = 0; i < 4; i++)
        assert_int_equal(nprand_hypergeometric(&rng, 5, max - 5, 3), 0);
    assert_int_equal(state_of(&rng).pos, 24);
    assert_int_equal(nprand_hypergeometric(&rng, max - 100, 100, 7), 7);
    rng = before;
    for (int i = 0; i < 4; i++)
        assert_int_equal(nprand_hypergeometric(&rng, 0, max - 1, 50), 0);
    assert_int_equal(state_of(&rng).pos, 96);
}

static void test_refused_multinomials(void **unused)
{
    (void)unused;
    static const double good[] = {0.5, 0.5};
    static const double nan_last[] = {0.5, (double)NAN};
    static const double above[] = {0.0, 1.5};
    static const double below[] = {-1e-300, 0.5};
    static const double sum[] = {0.6, 0.5, 0.0};
    int64_t out[4] = {7, 7, 7, 7};
    assert_multinomial_refused(NPRAND_N_NEGATIVE, -1, good, 2, 2, out);
    assert_multinomial_refused(NPRAND_PVALS_OUTSIDE_0_1, -1, nan_last, 2, 2, out);
    assert_multinomial_refused(NPRAND_PVALS_OUTSIDE_0_1, 5, above, 2, 2, out);
    assert_multinomial_refused(NPRAND_PVALS_OUTSIDE_0_1, 5, below, 2, 0, NULL);
    assert_multinomial_refused(NPRAND_PVALS_SUM, 5, sum, 3, 1, out);
    assert_multinomial_refused(NPRAND_NULL_POINTER, 5, NULL, 2, 1, out);
    assert_multinomial_refused(NPRAND_NULL_POINTER, 5, good, 2, 1, NULL);
    assert_multinomial_refused(NPRAND_TOO_LARGE, 5, good, 2, SIZE_MAX / 16, out);
    assert_multinomial_refused(NPRAND_TOO_LARGE, 5, good, 2, PTRDIFF_MAX / 16 + 1, out);
    assert_multinomial_refused(NPRAND_TOO_LARGE, 5, good, SIZE_MAX / 2, 1, out);
    assert_multinomial_refused(NPRAND_OK, 5, NULL, 0, 5, NULL);
    assert_multinomial_refused(NPRAND_OK, 5, good, 2, 0, NULL);
    assert_true(out[0] == 7 && out[1] == 7 && out[2] == 7 && out[3] == 7);
    assert_int_equal(nprand_multinomial(NULL, 5, good, 2, out), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_multinomial(NULL, INT64_MAX, good, 2, out), NPRAND_NULL_POINTER);
}

static void test_refused_dirichlets(void **unused)
{
    (void)unused;
    static const double good[] = {0.5, 0.5};
    static const double bad[] = {0.5, 0.0};
    double out[2] = {7.0, 7.0};
    nprand_rng rng = seeded(3);
    nprand_rng before = rng;
    assert_int_equal(nprand_dirichlet(&rng, bad, 2, out), NPRAND_ALPHA_NOT_POSITIVE);
    assert_int_equal(nprand_dirichlet(&rng, NULL, 2, out), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_dirichlet(&rng, good, 2, NULL), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_dirichlet_fill(&rng, good, 2, SIZE_MAX / 8, out), NPRAND_TOO_LARGE);
    assert_int_equal(nprand_dirichlet_fill(&rng, good, 2, 0, NULL), NPRAND_OK);
    assert_int_equal(nprand_dirichlet_fill(&rng, NULL, 0, 3, NULL), NPRAND_OK);
    assert_int_equal(nprand_dirichlet(NULL, good, 2, out), NPRAND_NULL_POINTER);
    assert_true(out[0] == 7.0 && out[1] == 7.0);
    assert_memory_equal(&rng, &before, sizeof rng);
}

/* ---- A long of 32 bits ---- */

static nprand_rng seeded_32(void)
{
    nprand_rng rng = seeded(12345);
    assert_int_equal(nprand_set_long_bits(&rng, 32), NPRAND_OK);
    return rng;
}

static void test_long_bits_setting(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded(1);
    nprand_rng before = rng;
    nprand_rng zeroed = {0};
    assert_int_equal(nprand_set_long_bits(&rng, 0), NPRAND_BAD_LONG_BITS);
    assert_int_equal(nprand_set_long_bits(&rng, 16), NPRAND_BAD_LONG_BITS);
    assert_int_equal(nprand_set_long_bits(&zeroed, 32), NPRAND_NOT_SEEDED);
    assert_int_equal(nprand_set_long_bits(NULL, 32), NPRAND_NULL_POINTER);
    assert_memory_equal(&rng, &before, sizeof rng);
    assert_int_equal(nprand_set_long_bits(&rng, 64), NPRAND_OK);
    assert_memory_equal(&rng, &before, sizeof rng);
}

static void test_32_bit_results(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded_32();
    nprand_rng words = rng;
    assert_int_equal(nprand_tomaxint(&rng), nprand_random_raw(&words) >> 1);
    assert_same_state(&rng, &words);
    assert_int_equal(nprand_geometric(&rng, 1e-12), INT32_MIN);
    assert_int_equal(nprand_negative_binomial(&rng, 5.0, 0.0), INT32_MIN);
    assert_true(nprand_poisson(&rng, 2147020237.0) > 2000000000);
    for (int i = 0; i < 1000; i++)
        assert_true(nprand_zipf(&rng, 1.05) <= INT32_MAX);
}

static void test_32_bit_bounds(void **unused)
{
    (void)unused;
    const int64_t end = INT64_C(1) << 31;
    double one = 1.0;
    int64_t out = 7;
    nprand_rng rng = seeded_32();
    nprand_rng before = rng;
    assert_int_equal(nprand_randint_fill(&rng, 0, end + 1, 1, &out), NPRAND_HIGH_OUTSIDE_INT32);
    assert_int_equal(nprand_randint_fill(&rng, -end - 1, 0, 1, &out), NPRAND_LOW_OUTSIDE_INT32);
    assert_true(nprand_randint(&rng, 0, end + 1) == NPRAND_INVALID);
    assert_int_equal(nprand_random_integers_fill(&rng, 0, end, 1, &out), NPRAND_HIGH_OUTSIDE_INT32);
    assert_true(nprand_random_integers(&rng, -end - 1, 0) == NPRAND_INVALID);
    assert_int_equal(nprand_choice_fill(&rng, end + 1, 1, &out), NPRAND_HIGH_OUTSIDE_INT32);
    assert_true(nprand_choice(&rng, end + 1) == NPRAND_INVALID);
    assert_int_equal(nprand_poisson_fill(&rng, nextafter(2147020237.4999895, 3e9), 1, &out),
                     NPRAND_LAM_TOO_LARGE);
    assert_int_equal(nprand_poisson_fill(&rng, 2147020237.4999895, 0, NULL), NPRAND_OK);
    assert_int_equal(nprand_binomial_fill(&rng, end, 0.5, 1, &out), NPRAND_OUTSIDE_LONG);
    assert_int_equal(nprand_multinomial(&rng, end, &one, 1, &out), NPRAND_OUTSIDE_LONG);
    assert_int_equal(nprand_hypergeometric_fill(&rng, end, 5, 3, 1, &out), NPRAND_OUTSIDE_LONG);
    assert_int_equal(nprand_hypergeometric_fill(&rng, end - 2, 2, 3, 1, &out), NPRAND_OUTSIDE_LONG);
    assert_int_equal(nprand_hypergeometric_fill(&rng, end - 2, 1, 3, 0, NULL), NPRAND_OK);
    assert_int_equal(out, 7);
    assert_memory_equal(&rng, &before, sizeof rng);
    assert_true(nprand_randint(&rng, -end, end) >= -end);
    assert_int_equal(nprand_randint_int64_fill(&rng, 0, end + 1, 1, &out), NPRAND_OK);
    assert_true(nprand_choice(&rng, end) < end);
}

/* A count below 0 is found first, wherever it is. */
static void test_32_bit_bounds_of_arrays(void **unused)
{
    (void)unused;
    static const double p[] = {0.25, 0.5, 0.25, 0.5, 0.25};
    enum { N = 5 };
    const int64_t end = INT64_C(1) << 31;
    nprand_rng rng = seeded_32();
    const nprand_rng before = rng;
    int64_t out[N] = {7, 7, 7, 7, 7}, untouched[N];
    memcpy(untouched, out, sizeof out);
    for (size_t place = 0; place < N; place++) {
        int64_t counts[N] = {10, 100, 3, 0, 10};
        double lam[N] = {3.0, 30.0, 0.0, 1e6, 10.0};
        lam[place] = nextafter(2147020237.4999895, 3e9);
        assert_int_equal(nprand_poisson_each(&rng, lam, 1, N, out), NPRAND_LAM_TOO_LARGE);
        counts[place] = end;
        assert_int_equal(nprand_binomial_each(&rng, counts, 1, p, 1, N, out), NPRAND_OUTSIDE_LONG);
        assert_int_equal(nprand_binomial_each(&rng, counts + N - 1, -1, p, 1, N, out),
                         NPRAND_OUTSIDE_LONG);
        counts[(place + 2) % N] = -1;
        assert_int_equal(nprand_binomial_each(&rng, counts, 1, p, 1, N, out), NPRAND_N_NEGATIVE);
        assert_memory_equal(out, untouched, sizeof out);
        assert_memory_equal(&rng, &before, sizeof rng);
        counts[(place + 2) % N] = end - 1;
        counts[place] = 0;
        lam[place] = 2147020237.4999895;
        assert_int_equal(nprand_poisson_each(&rng, lam, 1, N, out), NPRAND_OK);
        assert_int_equal(nprand_binomial_each(&rng, counts, 1, p, 1, N, out), NPRAND_OK);
        assert_true(out[place] == 0 && out[(place + 2) % N] > 0);
        rng = before;
        memcpy(out, untouched, sizeof out);
    }
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

/* A single draw of 8 or 16 bits is a fill of one value. In the first range, half of the attempts
 * are too large, and often those of all pieces of a word. The last range has one value. */
static void test_single_draws_of_pieces(void **unused)
{
    (void)unused;
    enum { DRAWS = 2000 };
    static const int64_t last[] = {1, 0, 120, 127, -126, -127};
    nprand_rng one = seeded(3), fill = seeded(3);
    for (size_t k = 0; k < sizeof last / sizeof last[0]; k++) {
        for (int i = 0; i < DRAWS; i++) {
            int8_t byte;
            int16_t half;
            const int64_t high = last[k] + 1, wide = 256 * last[k] + 1;
            assert_int_equal(nprand_randint_int8_fill(&fill, -127, high, 1, &byte), NPRAND_OK);
            assert_int_equal(nprand_randint_int8(&one, -127, high), byte);
            assert_int_equal(nprand_randint_int16_fill(&fill, -32512, wide, 1, &half), NPRAND_OK);
            assert_int_equal(nprand_randint_int16(&one, -32512, wide), half);
        }
        assert_memory_equal(&one, &fill, sizeof one);
    }
}

/* A single draw compares the four bytes of a word at the same time. */
static void test_bytes_of_every_range(void **unused)
{
    (void)unused;
    enum { DRAWS = 60 };
    nprand_rng one = seeded(4), fill = seeded(4);
    for (int64_t low = INT8_MIN; low <= INT8_MAX; low++) {
        for (int64_t high = low + 1; high <= INT8_MAX + 1; high++) {
            for (int i = 0; i < DRAWS; i++) {
                int8_t byte;
                assert_int_equal(nprand_randint_int8_fill(&fill, low, high, 1, &byte), NPRAND_OK);
                assert_int_equal(nprand_randint_int8(&one, low, high), byte);
            }
        }
    }
    assert_same_state(&one, &fill);
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
    assert_true(nprand_choice(NULL, 5) == NPRAND_INVALID);
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

/* The elements of a view have the order of the elements of an array, and nothing else moves. */
static void compare_strided(size_t size, ptrdiff_t stride)
{
    enum { COUNT = 41, MOST = 64 };
    unsigned char memory[COUNT * MOST], expected[COUNT * MOST], packed[COUNT * MOST];
    const size_t distance = (size_t)(stride < 0 ? -stride : stride);
    assert_true(distance <= MOST && size <= distance);
    for (size_t i = 0; i < sizeof memory; i++)
        memory[i] = expected[i] = (unsigned char)(i * i + i / 7);
    const size_t first = stride < 0 ? (COUNT - 1) * distance : 0;
    for (size_t i = 0; i < COUNT; i++)
        memcpy(packed + i * size, memory + first + (ptrdiff_t)i * stride, size);
    nprand_rng rng = seeded((int64_t)size);
    nprand_rng other = rng;
    assert_int_equal(nprand_shuffle_strided(&rng, memory + first, COUNT, size, stride), NPRAND_OK);
    assert_int_equal(nprand_shuffle(&other, packed, COUNT, size), NPRAND_OK);
    assert_same_state(&rng, &other);
    for (size_t i = 0; i < COUNT; i++)
        memcpy(expected + first + (ptrdiff_t)i * stride, packed + i * size, size);
    assert_memory_equal(memory, expected, sizeof memory);
}

static void test_shuffle_of_views(void **unused)
{
    (void)unused;
    static const size_t sizes[] = {1, 3, 4, 5, 8, 16, 21};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        const ptrdiff_t size = (ptrdiff_t)sizes[i];
        for (ptrdiff_t gap = 0; gap <= 24; gap += 3) {
            compare_strided(sizes[i], size + gap);
            compare_strided(sizes[i], -size - gap);
        }
    }
}

static void test_refused_views(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded(1);
    nprand_rng before = rng;
    nprand_rng zeroed = {0};
    int64_t x[4] = {1, 2, 3, 4};
    assert_int_equal(nprand_shuffle_strided(NULL, x, 2, 8, 16), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_shuffle_strided(&zeroed, x, 2, 8, 16), NPRAND_NOT_SEEDED);
    assert_int_equal(nprand_shuffle_strided(&rng, NULL, 2, 8, 16), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_shuffle_strided(&rng, x, 4, 8, 0), NPRAND_ELEMENTS_OVERLAP);
    assert_int_equal(nprand_shuffle_strided(&rng, x, 4, 8, 7), NPRAND_ELEMENTS_OVERLAP);
    assert_int_equal(nprand_shuffle_strided(&rng, x + 3, 4, 8, -7), NPRAND_ELEMENTS_OVERLAP);
    assert_int_equal(nprand_shuffle_strided(&rng, x, 2, SIZE_MAX, -8), NPRAND_ELEMENTS_OVERLAP);
    assert_int_equal(nprand_shuffle_strided(&rng, x, SIZE_MAX / 16, 8, 64), NPRAND_TOO_LARGE);
    assert_int_equal(nprand_shuffle_strided(&rng, x, 3, 8, PTRDIFF_MAX / 2), NPRAND_TOO_LARGE);
    assert_int_equal(nprand_shuffle_strided(&rng, x, 2, 8, PTRDIFF_MIN), NPRAND_TOO_LARGE);
    assert_memory_equal(&rng, &before, sizeof rng);
    assert_true(x[0] == 1 && x[1] == 2 && x[2] == 3 && x[3] == 4);

    /* Nothing to shuffle: any stride. */
    assert_int_equal(nprand_shuffle_strided(&rng, x, 1, 8, 0), NPRAND_OK);
    assert_int_equal(nprand_shuffle_strided(&rng, NULL, 0, 8, PTRDIFF_MIN), NPRAND_OK);
    assert_int_equal(nprand_shuffle_strided(&rng, NULL, SIZE_MAX, 0, 0), NPRAND_OK);
    assert_memory_equal(&rng, &before, sizeof rng);
    assert_int_equal(nprand_set_numpy(&rng, 1, 19), NPRAND_OK);
    nprand_rng other = rng;
    assert_int_equal(nprand_shuffle_strided(&rng, NULL, 9, 0, 0), NPRAND_OK);
    assert_int_equal(nprand_shuffle(&other, NULL, 9, 0), NPRAND_OK);
    assert_same_state(&rng, &other);
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
    rng = before;
    assert_int_equal(nprand_shuffle(&rng, NULL, 9, 0), NPRAND_OK);
    assert_same_state(&rng, &drawn);
    assert_int_equal(nprand_set_numpy_patch(&before, 1, 20, 0), NPRAND_OK);
    rng = before;
    assert_int_equal(nprand_shuffle(&rng, NULL, 9, 0), NPRAND_OK);
    assert_same_state(&rng, &before);
}

/* A count that nothing limits, of draws that give nothing. */
static void test_shuffle_of_too_many_empty_rows(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded(1);
    assert_int_equal(nprand_shuffle(&rng, NULL, SIZE_MAX, 0), NPRAND_OK);
    assert_int_equal(nprand_set_numpy(&rng, 1, 19), NPRAND_OK);
    nprand_rng before = rng;
    assert_int_equal(nprand_shuffle(&rng, NULL, SIZE_MAX, 0), NPRAND_TOO_LARGE);
    assert_int_equal(nprand_shuffle(&rng, NULL, ((size_t)1 << 25) + 1, 0), NPRAND_TOO_LARGE);
    assert_int_equal(nprand_permutation_array(&rng, NULL, SIZE_MAX, 0, NULL), NPRAND_TOO_LARGE);
    assert_int_equal(nprand_permutation_array(NULL, &rng, 0, 0, NULL), NPRAND_NULL_POINTER);
    assert_memory_equal(&rng, &before, sizeof rng);
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

/* NumPy's choice(a, n, replace, p), with the work space that it needs. */
static nprand_status choose(nprand_rng *rng, int64_t a, bool replace, const double *p, size_t n,
                            int64_t *out, nprand_work work)
{
    if (replace && p == NULL)
        return nprand_choice_fill(rng, a, n, out);
    if (replace)
        return nprand_choice_p_fill(rng, a, p, n, out, work);
    if (p == NULL)
        return nprand_choice_no_replace_fill(rng, a, n, out, work);
    return nprand_choice_no_replace_p_fill(rng, a, p, n, out, work);
}

static void assert_choice_refused(nprand_status expected, int64_t a, bool replace, const double *p,
                                  size_t n)
{
    nprand_rng rng = seeded(1);
    nprand_rng before = rng;
    int64_t out[8] = {-1, -1, -1, -1, -1, -1, -1, -1};
    assert_int_equal(choose(&rng, a, replace, p, n, out, work()), expected);
    for (size_t i = 0; i < 8; i++)
        assert_int_equal(out[i], -1);
    if (replace) {
        errno = 0;
        int64_t index = p == NULL ? nprand_choice(&rng, a) : nprand_choice_p(&rng, a, p);
        assert_true(index == NPRAND_INVALID);
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

/* The sum may be off by 2^-26 and not by more; the least double counts, above and below 0. */
static void test_edges_of_probabilities(void **unused)
{
    (void)unused;
    static const double most[] = {1.0 + 0x1p-26}, more[] = {1.0 + 0x1p-26 + 0x1p-52};
    static const double least[] = {1.0 - 0x1p-26}, less[] = {1.0 - 0x1p-26 - 0x1p-53};
    static const double tiny[] = {1.0, 0x1p-1074}, below[] = {-0x1p-1074, 1.0};
    nprand_rng rng = seeded(1);
    int64_t out[2];
    assert_int_equal(nprand_choice_p(&rng, 1, most), 0);
    assert_int_equal(nprand_choice_p(&rng, 1, least), 0);
    assert_choice_refused(NPRAND_P_SUM, 1, true, more, 1);
    assert_choice_refused(NPRAND_P_SUM, 1, true, less, 1);
    assert_choice_refused(NPRAND_P_NEGATIVE, 2, true, below, 1);
    assert_int_equal(nprand_choice_no_replace_p_fill(&rng, 2, tiny, 2, out, work()), NPRAND_OK);
    assert_true(out[0] == 0 && out[1] == 1);
}

/* p of floats is taken with the tolerance of float32, the square root of its epsilon, above 1 and
 * below. NumPy since 2.0 rounds to float32 what the sum is off: less than half the way to the next
 * float is within the tolerance. */
static void test_edges_of_float_probabilities(void **unused)
{
    (void)unused;
    static const float off = 0x1.6a09e6p-12f;
    const float most[] = {0.5f, 0.5f, off, 0.0f};
    const float rounded[] = {0.5f, 0.5f, off, 0x1.ffp-37f};
    const float more[] = {0.5f, 0.5f, off, 0x1p-36f};
    const float least[] = {0x1.ffcp-1f, 0x1.2bec34p-13f, 0.0f, 0.0f};
    const float less[] = {0x1.ffcp-1f, 0x1.2bec32p-13f, 0.0f, 0.0f};
    const struct {
        const float *p;
        nprand_status before_2, since_2;
    } cases[] = {
        {most, NPRAND_OK, NPRAND_OK},       {rounded, NPRAND_P_SUM, NPRAND_OK},
        {more, NPRAND_P_SUM, NPRAND_P_SUM}, {least, NPRAND_OK, NPRAND_OK},
        {less, NPRAND_P_SUM, NPRAND_P_SUM},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        for (int major = 1; major <= 2; major++) {
            nprand_status expected = major == 1 ? cases[i].before_2 : cases[i].since_2;
            nprand_rng rng = seeded(1);
            assert_int_equal(nprand_set_numpy(&rng, major, major == 1 ? 26 : 0), NPRAND_OK);
            nprand_rng before = rng;
            int64_t out = -1;
            assert_int_equal(nprand_choice_p_float_fill(&rng, 4, cases[i].p, 1, &out, work()),
                             expected);
            assert_true((out == -1) == (expected != NPRAND_OK));
            if (expected != NPRAND_OK)
                assert_memory_equal(&rng, &before, sizeof rng);
            rng = before;
            errno = 0;
            assert_true((nprand_choice_p_float(&rng, 4, cases[i].p) == NPRAND_INVALID) ==
                        (expected != NPRAND_OK));
            assert_int_equal(errno, expected == NPRAND_OK ? 0 : EDOM);
        }
    }
}

/* Floats count as the doubles that they are: where these are in the tolerance of doubles, both
 * kinds draw the same. And they are refused for the same reasons. */
static void test_float_probabilities_as_doubles(void **unused)
{
    (void)unused;
    static const double doubles[] = {0.125, 0.0, 0.625, 0.25};
    static const float floats[] = {0.125f, 0.0f, 0.625f, 0.25f};
    static const float nan_p[] = {0.5f, NAN, 0.5f}, negative_p[] = {1.5f, -0.5f, 0.0f};
    int64_t a[50], b[50];
    nprand_rng one = seeded(7), other = seeded(7);
    assert_int_equal(nprand_choice_p_fill(&one, 4, doubles, 50, a, work()), NPRAND_OK);
    assert_int_equal(nprand_choice_p_float_fill(&other, 4, floats, 50, b, work()), NPRAND_OK);
    assert_memory_equal(a, b, sizeof a);
    assert_int_equal(nprand_choice_no_replace_p_fill(&one, 4, doubles, 3, a, work()), NPRAND_OK);
    assert_int_equal(nprand_choice_no_replace_p_float_fill(&other, 4, floats, 3, b, work()),
                     NPRAND_OK);
    assert_memory_equal(a, b, sizeof a);
    assert_int_equal(nprand_choice_p(&one, 4, doubles), nprand_choice_p_float(&other, 4, floats));
    assert_same_state(&one, &other);

    const nprand_rng before = one;
    const nprand_work none = nprand_work_of(NULL, 0);
    b[0] = -1;
    assert_int_equal(nprand_choice_p_float_fill(&one, 4, NULL, 1, b, work()), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_choice_p_float_fill(&one, 0, floats, 1, b, work()),
                     NPRAND_EMPTY_POPULATION);
    assert_int_equal(nprand_choice_p_float_fill(&one, 3, nan_p, 1, b, work()), NPRAND_P_NAN);
    assert_int_equal(nprand_choice_p_float_fill(&one, 3, negative_p, 1, b, work()),
                     NPRAND_P_NEGATIVE);
    assert_int_equal(nprand_choice_p_float_fill(&one, 4, floats, 1, b, none), NPRAND_WORK_MISSING);
    assert_int_equal(nprand_choice_no_replace_p_float_fill(&one, 4, floats, 4, b, work()),
                     NPRAND_P_TOO_FEW_NONZERO);
    assert_int_equal(nprand_choice_no_replace_p_float_fill(&one, 4, floats, 3, b, none),
                     NPRAND_WORK_MISSING);
    assert_true(nprand_choice_p_float(&one, 4, NULL) == NPRAND_INVALID);
    assert_int_equal(b[0], -1);
    assert_memory_equal(&one, &before, sizeof one);
}

/* A uniform that equals an element of the cdf belongs to the next index, in both forms. The sum of
 * p is not 1, so that it matters that the cdf is a quotient. */
static void test_uniform_on_an_edge_of_the_cdf(void **unused)
{
    (void)unused;
    static const double p[] = {0.1, 0.2, 0.3, 0.4 + 0x1p-28};
    double total = p[0] + p[1] + p[2] + p[3];
    double sum = 0.0;
    for (int64_t i = 0; i < 3; i++) {
        sum += p[i];
        double edge = sum / total;
        double u[2] = {floor(edge * 0x1p53) * 0x1p-53, floor(edge * 0x1p53) * 0x1p-53 - 0x1p-53};
        int64_t expected[2] = {u[0] < edge ? i : i + 1, i};
        nprand_rng rng = with_next_doubles(2, u);
        nprand_rng filled = rng;
        int64_t out[2];
        assert_int_equal(nprand_choice_p(&rng, 4, p), expected[0]);
        assert_int_equal(nprand_choice_p(&rng, 4, p), expected[1]);
        assert_int_equal(nprand_choice_p_fill(&filled, 4, p, 2, out, work()), NPRAND_OK);
        assert_memory_equal(out, expected, sizeof out);
    }
}

static void test_choice_of_no_samples(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded(1);
    nprand_rng before = rng;
    const nprand_work none = nprand_work_of(NULL, 0);
    assert_int_equal(nprand_choice_fill(&rng, 0, 0, NULL), NPRAND_OK);
    assert_int_equal(nprand_choice_fill(&rng, -7, 0, NULL), NPRAND_OK);
    assert_int_equal(nprand_choice_p_fill(&rng, 5, p5, 0, NULL, work()), NPRAND_OK);
    assert_int_equal(nprand_choice_no_replace_p_fill(&rng, 5, p5, 0, NULL, work()), NPRAND_OK);
    assert_int_equal(nprand_choice_no_replace_fill(&rng, 0, 0, NULL, none), NPRAND_OK);
    assert_int_equal(nprand_choice_p_fill(&rng, -7, p5, 0, NULL, none), NPRAND_P_SIZE);
    assert_int_equal(nprand_choice_p_fill(&rng, 0, p5, 0, NULL, none), NPRAND_P_SUM);
    assert_int_equal(nprand_choice_no_replace_fill(&rng, -7, 0, NULL, none),
                     NPRAND_SAMPLE_TOO_LARGE);
    assert_memory_equal(&rng, &before, sizeof rng);

    /* Without replacement the whole permutation is made, even for no samples, as in NumPy. */
    int64_t order[5];
    assert_int_equal(nprand_choice_no_replace_fill(&rng, 5, 0, NULL, work()), NPRAND_OK);
    assert_int_equal(nprand_permutation(&before, 5, order), NPRAND_OK);
    assert_same_state(&rng, &before);
}

/* The indices and the state of n of a, with and without work space, against a whole permutation.
 * The words begin somewhere in a block, and a normal is cached. */
static void compare_few(int64_t a, size_t n, int64_t seed, int64_t *order)
{
    int64_t out[1024];
    nprand_rng rng = seeded(seed);
    assert_int_equal(nprand_advance(&rng, (uint64_t)(seed % 1300)), NPRAND_OK);
    (void)nprand_standard_normal(&rng);
    nprand_rng other = rng, third = rng;
    assert_int_equal(nprand_permutation(&other, (size_t)a, order), NPRAND_OK);
    assert_int_equal(nprand_choice_no_replace_fill(&rng, a, n, out, nprand_work_of(NULL, 0)),
                     NPRAND_OK);
    assert_memory_equal(out, order, n * sizeof *out);
    assert_same_state(&rng, &other);
    const size_t size = nprand_choice_no_replace_work_size(a);
    assert_int_equal(nprand_choice_no_replace_fill(&third, a, n, out, nprand_work_of(order, size)),
                     NPRAND_OK);
    assert_same_state(&third, &other);
    assert_int_equal(nprand_random_raw(&third), nprand_random_raw(&rng));
}

static void test_few_of_many(void **unused)
{
    (void)unused;
    enum { LARGEST = 3000000 };
    int64_t *order = malloc(LARGEST * sizeof *order);
    assert_non_null(order);
    for (int64_t a = 1; a <= 2000; a++) {
        const size_t most = a < 1024 ? (size_t)a : 1024;
        compare_few(a, 0, 3 * a, order);
        compare_few(a, (size_t)(7 * a) % (most + 1), 3 * a + 1, order);
        compare_few(a, most, 3 * a + 2, order);
    }
    static const int64_t large[] = {32767,  32768,  32769,   65535,   65536,   131072,
                                    262143, 262144, 1000000, 1048575, 1048576, LARGEST};
    for (size_t i = 0; i < sizeof large / sizeof *large; i++) {
        compare_few(large[i], 5, 100 + (int64_t)i, order);
        compare_few(large[i], 1024, 200 + (int64_t)i, order);
    }
    free(order);
}

/* Every n of a population, and every position in the block. */
static void test_few_of_every_number(void **unused)
{
    (void)unused;
    int64_t order[700];
    for (int64_t n = 0; n <= 700; n++)
        compare_few(700, (size_t)n, n, order);
}

/* One more than the few, of a population from which few are drawn without an array. */
static void test_more_than_few_of_many(void **unused)
{
    (void)unused;
    enum { MANY = 1 << 20, MORE = 1025 };
    static int64_t out[MORE];
    int64_t *order = malloc(MANY * sizeof *order), *memory = malloc(MANY * sizeof *memory);
    assert_non_null(order);
    assert_non_null(memory);
    nprand_rng rng = seeded(1), other = rng;
    assert_int_equal(nprand_permutation(&other, MANY, order), NPRAND_OK);
    assert_int_equal(nprand_choice_no_replace_fill(&rng, MANY, MORE, out,
                                                   nprand_work_of(memory, MANY * sizeof *memory)),
                     NPRAND_OK);
    assert_memory_equal(out, order, sizeof out);
    assert_same_state(&rng, &other);
    free(order);
    free(memory);
}

static void test_few_need_no_work_space(void **unused)
{
    (void)unused;
    static int64_t out[1025];
    const nprand_work none = nprand_work_of(NULL, 0);
    nprand_rng rng = seeded(1);
    nprand_rng before = rng;
    assert_int_equal(nprand_choice_no_replace_fill(&rng, 2000, 1025, out, none),
                     NPRAND_WORK_MISSING);
    assert_int_equal(nprand_choice_no_replace_fill(&rng, (INT64_C(1) << 32) + 1, 1, out, none),
                     PTRDIFF_MAX > INT32_MAX ? NPRAND_WORK_MISSING : NPRAND_TOO_LARGE);
    assert_int_equal(nprand_choice_no_replace_fill(&rng, 2000, 5, NULL, none), NPRAND_NULL_POINTER);
    assert_memory_equal(&rng, &before, sizeof rng);
    assert_int_equal(nprand_choice_no_replace_fill(&rng, 2000, 1024, out, none), NPRAND_OK);
    assert_int_equal(nprand_choice_no_replace_fill(&rng, 3, 3, out, none), NPRAND_OK);
}

/* ---- Guide tables ----
 *
 * Fills that are long enough for a guide table, and those that are not, beside draws without
 * one. */

enum { GUIDED = 3000 };

static const struct {
    const char *name;
    double ratio; /* of the weights of neighbours */
    size_t every; /* the weights between are zero */
} guided_weights[] = {
    {"equal", 1.0, 1}, {"falling", 0.99, 1}, {"tiny", 0.5, 1}, {"sparse", 1.0, 7}};

/* Weights that fall by ratio, divided by their sum. */
static void make_guided_p(size_t row, size_t a, double *p)
{
    double weight = 1.0, sum = 0.0;
    for (size_t i = 0; i < a; i++, weight *= guided_weights[row].ratio) {
        p[i] = i % guided_weights[row].every == 0 ? weight : 0.0;
        sum += p[i];
    }
    for (size_t i = 0; i < a; i++)
        p[i] /= sum;
}

/* Gammas below 1 take no normal. NumPy then leaves has_gauss as it is, which may be any number. */
static void test_cached_normal_that_nothing_takes(void **unused)
{
    (void)unused;
    static const int flags[] = {-1, 1, 2};
    const double alpha[] = {0.5, 0.25, 1.0};
    double out[30];
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++) {
        nprand_rng rng = seeded(3);
        nprand_state state;
        assert_int_equal(nprand_get_state(&rng, &state), NPRAND_OK);
        state.has_gauss = flags[i];
        state.gauss = 0.75;
        assert_int_equal(nprand_set_state(&rng, &state), NPRAND_OK);
        assert_int_equal(nprand_gamma_fill(&rng, 0.5, 2.0, 30, out), NPRAND_OK);
        assert_int_equal(nprand_gamma_each(&rng, alpha, 1, alpha, 1, 3, out), NPRAND_OK);
        assert_int_equal(nprand_f_fill(&rng, 0.5, 2.0, 30, out), NPRAND_OK);
        assert_int_equal(nprand_dirichlet_fill(&rng, alpha, 3, 10, out), NPRAND_OK);
        assert_int_equal(nprand_noncentral_chisquare_fill(&rng, 1.5, 0.0, 30, out), NPRAND_OK);
        assert_int_equal(nprand_get_state(&rng, &state), NPRAND_OK);
        assert_int_equal(state.has_gauss, flags[i]);
        assert_true(state.gauss == 0.75);
        assert_true(nprand_standard_normal(&rng) == 0.75);
    }
}

static void test_guided_choices(void **unused)
{
    (void)unused;
    static const size_t sizes[] = {1, 2, 3, 100, 1000};
    static double p[1000], memory[1000];
    static int64_t out[GUIDED];
    const nprand_work guided = nprand_work_of(memory, sizeof memory);
    for (size_t row = 0; row < sizeof guided_weights / sizeof *guided_weights; row++) {
        for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
            const int64_t a = (int64_t)sizes[s];
            nprand_rng filled = seeded(7), drawn = seeded(7);
            make_guided_p(row, sizes[s], p);
            assert_int_equal(nprand_choice_p_fill(&filled, a, p, GUIDED, out, guided), NPRAND_OK);
            for (size_t i = 0; i < GUIDED; i++) {
                if (out[i] != nprand_choice_p(&drawn, a, p))
                    fail_msg("%s, %zu: value %zu", guided_weights[row].name, sizes[s], i);
            }
            assert_same_state(&filled, &drawn);
        }
    }
}

/* NumPy's rounds, with a search from the first element. left is p at first; the elements that are
 * found become 0. */
static void draw_plain_rounds(nprand_rng *rng, size_t a, double *left, size_t n, int64_t *out)
{
    for (size_t found = 0; found < n;) {
        double cdf[GUIDED];
        for (size_t i = 0; i < a; i++)
            cdf[i] = (i > 0 ? cdf[i - 1] : 0.0) + left[i];
        for (size_t missing = n - found; missing > 0; missing--) {
            size_t index = 0;
            const double u = nprand_random_sample(rng);
            while (!(cdf[index] / cdf[a - 1] > u))
                index++;
            if (left[index] > 0.0)
                out[found++] = (int64_t)index;
            left[index] = 0.0;
        }
    }
}

static void test_guided_choices_without_replacement(void **unused)
{
    (void)unused;
    static const size_t sizes[][2] = {{1, 1}, {2, 2}, {300, 150}, {GUIDED, 700}, {GUIDED, 10}};
    static double p[GUIDED], memory[2 * GUIDED];
    static int64_t out[GUIDED], plain[GUIDED];
    for (size_t row = 0; row < sizeof guided_weights / sizeof *guided_weights; row++) {
        for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
            const size_t a = sizes[s][0];
            /* Most of the tiny weights vanish from the sums. */
            const size_t n = guided_weights[row].ratio == 0.5 && a > 2
                                 ? 10
                                 : (sizes[s][1] - 1) / guided_weights[row].every + 1;
            nprand_rng guided = seeded(8), other = seeded(8);
            make_guided_p(row, a, p);
            assert_int_equal(nprand_choice_no_replace_p_fill(&guided, (int64_t)a, p, n, out,
                                                             nprand_work_of(memory, sizeof memory)),
                             NPRAND_OK);
            draw_plain_rounds(&other, a, p, n, plain);
            assert_memory_equal(out, plain, n * sizeof *out);
            assert_same_state(&guided, &other);
        }
    }
}

/* The steps go back to the first word of a key that no twist has made: its lower 31 bits cannot be
 * computed from the words behind it. */
static void test_choices_of_few_from_a_key(void **unused)
{
    (void)unused;
    enum { A = 1500, FEW = 20 };
    const nprand_work none = nprand_work_of(NULL, 0);
    static int64_t few[FEW], all[A];
    for (int64_t seed = 0; seed < 200; seed++) {
        nprand_rng rng = seeded(seed), other;
        nprand_state state = state_of(&rng);
        state.pos = 0;
        state.key[0] ^= UINT32_C(0x7fffffff);
        assert_int_equal(nprand_set_state(&rng, &state), NPRAND_OK);
        other = rng;
        assert_int_equal(nprand_choice_no_replace_fill(&rng, A, FEW, few, none), NPRAND_OK);
        assert_int_equal(nprand_permutation(&other, A, all), NPRAND_OK);
        assert_memory_equal(few, all, sizeof few);
        assert_same_state(&rng, &other);
    }
}

/* A product of two uniforms that is exp(-lam), or beside it. It ends the Poisson value. */
static void test_products_at_the_limit(void **unused)
{
    (void)unused;
    enum { N = 8, AROUND = 3 };
    for (double nonc = 0.5; nonc < 4.0; nonc += 0.25) {
        for (int k = -AROUND; k <= AROUND; k++) {
            const double first = 1.0 - 0.1 * nonc;
            const double second = floor(exp(-0.5 * nonc) / first * 0x1p53 + k) * 0x1p-53;
            const double u[] = {floor(first * 0x1p53) * 0x1p-53, second};
            nprand_rng rng = with_next_doubles(2, u), other = rng;
            double out[N];
            assert_int_equal(nprand_noncentral_chisquare_fill(&rng, 0.5, nonc, N, out), NPRAND_OK);
            for (size_t i = 0; i < N; i++)
                assert_true(out[i] == nprand_noncentral_chisquare(&other, 0.5, nonc));
            assert_same_state(&rng, &other);
        }
    }
}

/* A uniform beside the end of an interval, and the next double as an element of the cdf. A product
 * with a number of intervals that is no power of two would round both to the same side. */
static void test_guided_choices_at_ends(void **unused)
{
    (void)unused;
    enum { A = 24, N = 6 };
    static const int intervals[] = {8, 9, 16, 24, 27, 32};
    static const double parts[N] = {0.0, 0.5, 0.125, 0.125, 0.125, 0.125};
    for (size_t s = 0; s < sizeof intervals / sizeof *intervals; s++) {
        for (int k = 1; k < intervals[s]; k++) {
            const double u = floor(k * 0x1p53 / intervals[s]) * 0x1p-53, next = u + 0x1p-53;
            nprand_rng rng = with_next_doubles(1, &u), other = rng;
            double p[A] = {next}, memory[2 * A];
            int64_t out[N], plain[N];
            for (size_t i = 1; i < N; i++)
                p[i] = (1.0 - next) * parts[i];
            assert_int_equal(nprand_choice_no_replace_p_fill(&rng, A, p, N, out,
                                                             nprand_work_of(memory, sizeof memory)),
                             NPRAND_OK);
            draw_plain_rounds(&other, A, p, N, plain);
            assert_memory_equal(out, plain, sizeof out);
            assert_same_state(&rng, &other);
        }
    }
}

/* Rows of any size move as the indices of permutation() do: both draw the same steps. */
static void test_long_shuffles(void **unused)
{
    (void)unused;
    enum { COUNT = 2000, LARGEST = 40 };
    static const size_t sizes[] = {4, 7, 8, 12, 16, 24, 31, LARGEST};
    static unsigned char rows[COUNT * LARGEST], row[LARGEST];
    static int64_t order[COUNT];
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
        nprand_rng rng = seeded(9), other = seeded(9);
        for (size_t i = 0; i < COUNT; i++)
            memset(rows + i * sizes[s], (int)(i % 251), sizes[s]);
        assert_int_equal(nprand_shuffle(&rng, rows, COUNT, sizes[s]), NPRAND_OK);
        assert_int_equal(nprand_permutation(&other, COUNT, order), NPRAND_OK);
        for (size_t i = 0; i < COUNT; i++) {
            memset(row, (int)(order[i] % 251), sizes[s]);
            assert_memory_equal(rows + i * sizes[s], row, sizes[s]);
        }
        assert_same_state(&rng, &other);
    }
}

static void test_choice_work_sizes(void **unused)
{
    (void)unused;
    assert_int_equal(nprand_choice_p_work_size(5), 40);
    assert_int_equal(nprand_choice_no_replace_work_size(5), 40);
    assert_int_equal(nprand_choice_no_replace_p_work_size(5), 80);
    assert_int_equal(nprand_choice_p_work_size(0), 0);
    assert_int_equal(nprand_choice_no_replace_work_size(-5), 0);
    assert_int_equal(nprand_choice_no_replace_p_work_size(INT64_MIN), 0);
    assert_true(nprand_choice_p_work_size(INT64_MAX) == SIZE_MAX);
    assert_true(nprand_choice_no_replace_work_size(PTRDIFF_MAX / 8 + 1) == SIZE_MAX);
    assert_true(nprand_choice_no_replace_p_work_size(PTRDIFF_MAX / 16 + 1) == SIZE_MAX);
    assert_true(nprand_choice_no_replace_p_work_size(PTRDIFF_MAX / 16) == PTRDIFF_MAX / 16 * 16);
    /* 16 a is 2^64 and 16: it must not wrap. */
    assert_true(nprand_choice_no_replace_p_work_size((INT64_C(1) << 60) + 1) == SIZE_MAX);
}

static void test_choice_refuses_work_space(void **unused)
{
    (void)unused;
    const struct {
        nprand_status expected;
        nprand_work work;
    } refused[] = {
        {NPRAND_WORK_MISSING, {NULL, 0}},
        {NPRAND_WORK_MISSING, {NULL, 1000}},
        {NPRAND_WORK_TOO_SMALL, {space, 0}},
        {NPRAND_WORK_TOO_SMALL, {space, 39}},
        {NPRAND_WORK_MISALIGNED, {(char *)space + 1, sizeof space - 1}},
    };
    nprand_rng rng = seeded(1);
    nprand_rng before = rng;
    int64_t out = -1;
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
        nprand_status expected = refused[i].expected;
        assert_int_equal(choose(&rng, 5, true, p5, 1, &out, refused[i].work), expected);
        if (refused[i].work.memory != NULL) /* few indices need none */
            assert_int_equal(choose(&rng, 5, false, NULL, 1, &out, refused[i].work), expected);
        assert_int_equal(choose(&rng, 5, false, p5, 1, &out, refused[i].work), expected);
    }
    nprand_work one_less = nprand_work_of(space, 79);
    assert_int_equal(choose(&rng, 5, false, p5, 1, &out, one_less), NPRAND_WORK_TOO_SMALL);
    assert_int_equal(nprand_choice_p_fill(&rng, 5, NULL, 1, &out, work()), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_choice_no_replace_p_fill(&rng, 5, NULL, 1, &out, work()),
                     NPRAND_NULL_POINTER);
    assert_true(nprand_choice_p(&rng, 5, NULL) == NPRAND_INVALID);
    assert_int_equal(out, -1);
    assert_memory_equal(&rng, &before, sizeof rng);
    assert_int_equal(choose(&rng, 5, true, p5, 1, &out, nprand_work_of(space, 40)), NPRAND_OK);
    assert_int_equal(choose(&rng, 5, false, p5, 1, &out, nprand_work_of(space, 80)), NPRAND_OK);
}

/* Without replacement: n different indices, those of p = 0 never, whatever the rounds. */
static void test_choice_without_replacement_is_distinct(void **unused)
{
    (void)unused;
    enum { A = 40, CHOSEN = 30 };
    double p[A];
    size_t size = nprand_choice_no_replace_p_work_size(A);
    nprand_work own = nprand_work_of(malloc(size), size);
    assert_non_null(own.memory);
    for (size_t i = 0; i < A; i++)
        p[i] = i % 4 == 3 ? 0.0 : (i == 0 ? 1.0 - 29 * 0x1p-20 : 0x1p-20);
    for (int64_t seed = 0; seed < 50; seed++) {
        nprand_rng rng = seeded(seed);
        int64_t out[CHOSEN];
        bool seen[A] = {false};
        assert_int_equal(nprand_choice_no_replace_p_fill(&rng, A, p, CHOSEN, out, own), NPRAND_OK);
        for (size_t i = 0; i < CHOSEN; i++) {
            assert_true(out[i] >= 0 && out[i] < A && out[i] % 4 != 3);
            assert_false(seen[out[i]]);
            seen[out[i]] = true;
        }
    }
    free(own.memory);
}

/* The largest populations are looked at more closely, and not by what is in the generator. */
static void test_hypergeometric_without_a_generator(void **unused)
{
    (void)unused;
    int64_t out = 7;
    nprand_rng zeroed = {0};
    errno = 0;
    assert_int_equal(nprand_hypergeometric(NULL, INT64_MAX, 0, 11), NPRAND_INVALID);
    assert_int_equal(errno, EDOM);
    assert_int_equal(nprand_hypergeometric_fill(NULL, INT64_MAX, 0, 11, 1, &out),
                     NPRAND_NULL_POINTER);
    assert_int_equal(nprand_hypergeometric_fill(&zeroed, INT64_MAX, 0, 11, 1, &out),
                     NPRAND_NOT_SEEDED);
    assert_int_equal(out, 7);
}

/* NumPy takes a p of -0: the mean of the Poisson value is then -infinity, and the value 0. */
static void test_negative_binomial_of_minus_zero(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded(3), other = seeded(3);
    int64_t out[4];
    assert_int_equal(nprand_negative_binomial_fill(&rng, 3, -0.0, 4, out), NPRAND_OK);
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(out[i], nprand_negative_binomial(&other, 3, -0.0));
    assert_same_state(&rng, &other);
    const double successes = 3.0, p[] = {-0.0, 0.5, -0.0, 0.0};
    assert_int_equal(nprand_negative_binomial_each(&rng, &successes, 0, p, 1, 4, out), NPRAND_OK);
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(out[i], nprand_negative_binomial(&other, 3, p[i]));
    assert_same_state(&rng, &other);
}

/* Means that are 10 but for the last bits, of a cached normal near 0: the roundings decide whether
 * NumPy takes the method for means from 10 on. */
static void test_negative_binomials_of_means_near_10(void **unused)
{
    (void)unused;
    enum { TRIES = 4000 };
    for (uint32_t i = 0; i < TRIES; i++) {
        nprand_rng a = seeded(i), b;
        const double shape = 1.1 + 20.0 * nprand_random_sample(&a), b_of_10 = shape - 1.0 / 3.0;
        double p = b_of_10 / (b_of_10 + 10.0);
        for (uint32_t step = 0; step < i % 9; step++)
            p = nextafter(p, i % 2 == 0 ? 0.0 : 1.0);
        /* A value without a draw begins to read ahead. */
        const double successes[] = {1.0, shape, 3.0}, chance[] = {1.0, p, 0.5};
        nprand_state state = state_of(&a);
        state.has_gauss = 1;
        state.gauss = ((double)(i % 41) - 20.0) * ldexp(1.0, -55 + (int)(i % 7));
        assert_int_equal(nprand_set_state(&a, &state), NPRAND_OK);
        b = a;
        int64_t got[3];
        assert_int_equal(nprand_negative_binomial_each(&a, successes, 1, chance, 1, 3, got),
                         NPRAND_OK);
        for (int k = 0; k < 3; k++)
            assert_int_equal(got[k], nprand_negative_binomial(&b, successes[k], chance[k]));
        assert_same_state(&a, &b);
    }
}

/* Values that begin with an approximate gamma: of shapes near 1 to large ones, and of means that are
 * small, near the largest ones and above. Every number of values, with and without a normal that
 * was cached before; then many values. */
static void test_negative_binomials_of_near_gammas(void **unused)
{
    (void)unused;
    static const double shapes[] = {1.0001, 1.05, 1.5, 2.5, 7.0, 40.0, 2000.0, 100001.0};
    static const double means[] = {0.0005, 0.01, 0.5, 4.0, 6.9, 7.5, 12.5};
    enum { MANY = 4000, FEW = 30 };
    static int64_t got[MANY];
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        for (size_t j = 0; j < sizeof means / sizeof *means; j++) {
            const double successes = shapes[i], p = successes / (successes + means[j]);
            nprand_rng a = seeded((uint32_t)(10 * i + j)), b = a;
            for (size_t round = 0; round < 2 * FEW + 1; round++) {
                const size_t n = round < 2 * FEW ? round / 2 : MANY;
                assert_int_equal(nprand_negative_binomial_fill(&a, successes, p, n, got),
                                 NPRAND_OK);
                for (size_t k = 0; k < n; k++)
                    assert_int_equal(got[k], nprand_negative_binomial(&b, successes, p));
                assert_same_state(&a, &b);
                if (round % 2 == 0)
                    assert_true(nprand_standard_normal(&a) == nprand_standard_normal(&b));
            }
        }
    }
}

/* The same for the parameters of each value. */
static void test_negative_binomials_of_any_gammas(void **unused)
{
    (void)unused;
    enum { MANY = 20000 };
    static double successes[MANY], p[MANY];
    static int64_t got[MANY];
    for (int i = 0; i < MANY; i++) {
        successes[i] = i % 11 == 0 ? 1.0 : 0.3 + 0.37 * (i % 19);
        p[i] = i % 101 == 0 ? (double)(i % 2) : 0.02 + 0.03 * (i % 31);
    }
    nprand_rng a = seeded(77), b = a;
    assert_int_equal(nprand_negative_binomial_each(&a, successes, 1, p, 1, MANY, got), NPRAND_OK);
    for (int i = 0; i < MANY; i++)
        assert_int_equal(got[i], nprand_negative_binomial(&b, successes[i], p[i]));
    assert_same_state(&a, &b);
}

/* ---- The set-up of the last scalar call ---- */

static int64_t draw_with_setup(nprand_rng *rng, size_t row)
{
    static const double p[] = {0.4, 0.25, 0.0, 0.0, 0.4, 0.7};
    switch (row) {
    case 0:
    case 1:
        return nprand_geometric(rng, p[row]);
    case 2:
        return nprand_geometric(rng, 2.0); /* refused */
    case 3:
    case 4:
    case 5:
        return nprand_binomial(rng, 40, p[row]);
    case 6:
    case 7:
        return nprand_binomial(rng, row == 6 ? 4000 : INT64_C(1) << 40, 0.4);
    case 8:
        return nprand_binomial(rng, -1, 0.4); /* refused */
    case 9:
    case 10:
        return nprand_poisson(rng, row == 9 ? 0.4 : 3.0);
    case 11:
        return nprand_poisson(rng, 0.0);
    case 12:
        return nprand_poisson(rng, 20.0);
    case 13:
    case 14:
        return nprand_zipf(rng, row == 13 ? 1.02 : 2.5);
    case 15:
        return nprand_zipf(rng, 1.0); /* refused */
    case 16:
    case 17:
        return nprand_hypergeometric(rng, 100, 200, row == 16 ? 50 : 90);
    case 18:
        return nprand_hypergeometric(rng, 100, 200, 8);
    case 19:
        return nprand_hypergeometric(rng, 100, 200, 301); /* refused */
    case 20:
        return nprand_hypergeometric(rng, 100000, 20, 100010); /* values from 0 on */
    default:
        return nprand_negative_binomial(rng, 0.4, 0.4);
    }
}

static void set_release(nprand_rng *rng, int minor)
{
    const int patch = minor == 17 ? 0 : 2;
    assert_int_equal(nprand_set_numpy_patch(rng, 1, minor, patch), NPRAND_OK);
}

/* The same position and settings, without a set-up. */
static nprand_rng without_setup(const nprand_rng *rng, int minor, int bits)
{
    nprand_rng fresh = seeded(0);
    const nprand_state state = state_of(rng);
    set_release(&fresh, minor);
    assert_int_equal(nprand_set_long_bits(&fresh, bits), NPRAND_OK);
    assert_int_equal(nprand_set_state(&fresh, &state), NPRAND_OK);
    return fresh;
}

/* Calls in any order, of which many follow a call with the same parameters, or with one other
 * parameter. Releases and the width of a long change in between: 1.17.0 draws no binomial of
 * p = 0; 1.8.2, and a long of 32 bits, refuse 2^40 trials. */
static void test_setup_of_the_last_call(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded(8), order = seeded(9);
    int minor = 17, bits = 64;
    set_release(&rng, minor);
    size_t row = 0;
    for (int i = 0; i < 20000; i++) {
        const int64_t choice = nprand_randint(&order, 0, 40);
        if (choice == 0) {
            minor = 25 - minor;
            set_release(&rng, minor);
        } else if (choice == 1) {
            bits = 96 - bits;
            assert_int_equal(nprand_set_long_bits(&rng, bits), NPRAND_OK);
        } else if (choice < 28) {
            row = (size_t)nprand_randint(&order, 0, 22);
        }
        nprand_rng fresh = without_setup(&rng, minor, bits);
        assert_int_equal(draw_with_setup(&rng, row), draw_with_setup(&fresh, row));
        assert_same_state(&rng, &fresh);
    }
    for (row = 0; row < 22; row++)
        assert_int_equal(draw_with_setup(NULL, row), NPRAND_INVALID);
}

/* A generator of zeros, and one that is seeded anew, have no set-up. */
static void test_no_setup_after_a_seed(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded(8);
    for (size_t row = 0; row < 22; row++) {
        draw_with_setup(&rng, row);
        assert_int_equal(nprand_seed(&rng, 8), NPRAND_OK);
        nprand_rng fresh = seeded(8);
        assert_int_equal(draw_with_setup(&rng, row), draw_with_setup(&fresh, row));
        memset(&rng, 0, sizeof rng);
        assert_int_equal(draw_with_setup(&rng, row), NPRAND_INVALID);
        rng = seeded(8);
    }
}

/* Two tests for each method, so that a failure names the method. */
static int test_fills(void)
{
    static struct CMUnitTest tests[2 * METHODS];
    static char names[2 * METHODS][80];
    for (size_t i = 0; i < 2 * METHODS; i++) {
        const struct method *m = &methods[i / 2];
        snprintf(names[i], sizeof names[i], "%s: %s", m->name, i % 2 == 0 ? "scalars" : "splits");
        tests[i] = (struct CMUnitTest){
            .name = names[i],
            .test_func = i % 2 == 0 ? test_fill_is_that_many_scalar_calls
                                    : test_every_split_is_the_whole_fill,
            .initial_state = (void *)(uintptr_t)m,
        };
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Next to 2^30 expected attempts, the most that are accepted. Nothing is drawn. */
static void test_ends_of_expected_attempts(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded(1);
    assert_int_equal(nprand_binomial_fill(&rng, INT64_C(372092000000000000), 5.7e-17, 0, NULL),
                     NPRAND_OK);
    assert_int_equal(nprand_binomial_fill(&rng, INT64_C(372093000000000000), 5.7e-17, 0, NULL),
                     NPRAND_TOO_MANY_ATTEMPTS);
    assert_int_equal(nprand_zipf_fill(&rng, 1.0 + 3.0776e-11, 0, NULL), NPRAND_OK);
    assert_int_equal(nprand_zipf_fill(&rng, 1.0 + 3.076e-11, 0, NULL), NPRAND_TOO_MANY_ATTEMPTS);
    assert_int_equal(nprand_set_long_bits(&rng, 32), NPRAND_OK);
    assert_int_equal(nprand_zipf_fill(&rng, 1.0 + 6.254e-11, 0, NULL), NPRAND_OK);
    assert_int_equal(nprand_zipf_fill(&rng, 1.0 + 6.252e-11, 0, NULL), NPRAND_TOO_MANY_ATTEMPTS);
}

/* ---- Uniforms and parameters that are seldom drawn ------------------------------------------ */

enum { SELDOM = 64, SELDOM_ROWS = 20000 };

/* A generator whose next 320 words are the count ones, again and again. */
static nprand_rng with_repeated_words(size_t count, const uint32_t *words)
{
    uint32_t all[320];
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        all[i] = words[i % count];
    return with_next_words(sizeof all / sizeof all[0], all);
}

/* The largest uniform is above all chances that inversion adds up: the search begins again. */
static void test_largest_uniforms_of_counts(void **unused)
{
    (void)unused;
    static const uint32_t largest[] = {UINT32_MAX};
    const int64_t trials = 60, good = 30, bad = 20, whole = INT64_C(1) << 53;
    double p[SELDOM];
    int64_t sample[SELDOM], got[SELDOM];
    for (int i = 0; i < SELDOM; i++) {
        p[i] = 0.3 + 0.004 * i;
        sample[i] = 1 + i % 10;
    }
    nprand_rng a = with_repeated_words(1, largest), b = a;
    assert_int_equal(nprand_binomial_each(&a, &trials, 0, p, 1, SELDOM, got), NPRAND_OK);
    for (int i = 0; i < SELDOM; i++)
        assert_int_equal(got[i], nprand_binomial(&b, trials, p[i]));
    assert_same_state(&a, &b);
    a = b = with_repeated_words(1, largest);
    assert_int_equal(nprand_hypergeometric_each(&a, &good, 0, &bad, 0, sample, 1, SELDOM, got),
                     NPRAND_OK);
    for (int i = 0; i < SELDOM; i++)
        assert_int_equal(got[i], nprand_hypergeometric(&b, good, bad, sample[i]));
    assert_same_state(&a, &b);
    assert_int_equal(nprand_hypergeometric_each(&a, &whole, 0, &whole, 0, sample, 1, SELDOM, got),
                     NPRAND_OK);
    for (int i = 0; i < SELDOM; i++)
        assert_int_equal(got[i], nprand_hypergeometric(&b, whole, whole, sample[i]));
    assert_same_state(&a, &b);
}

/* The centre of the disc of the polar method, which is rejected, among other points. */
static void test_centre_of_the_disc_in_arrays(void **unused)
{
    (void)unused;
    static const uint32_t half = 0x80000000;
    const double scale = 1.0;
    const double mixed = 0.7, nonc = 6.0;
    double shape[SELDOM], df[SELDOM], got[SELDOM];
    for (int i = 0; i < SELDOM; i++) {
        shape[i] = i % 3 == 0 ? 0.4 : 1.5 + i;
        df[i] = i % 4 == 3 ? 0.7 : 2.5 + i;
    }
    for (size_t place = 0; place < 24; place += 2) {
        uint32_t words[40];
        for (size_t i = 0; i < 40; i++)
            words[i] = (uint32_t)(2654435761u * (i + place + 7));
        memcpy(words + place, (const uint32_t[]){half, 0, half, 0}, 4 * sizeof words[0]);
        nprand_rng a = with_next_words(40, words), b = a;
        assert_int_equal(nprand_gamma_each(&a, shape, 1, &scale, 0, SELDOM, got), NPRAND_OK);
        for (int i = 0; i < SELDOM; i++)
            assert_true(got[i] == nprand_gamma(&b, shape[i], scale));
        assert_same_state(&a, &b);
        a = b = with_next_words(40, words);
        assert_int_equal(nprand_noncentral_chisquare_each(&a, df, 1, &scale, 0, SELDOM, got),
                         NPRAND_OK);
        for (int i = 0; i < SELDOM; i++)
            assert_true(got[i] == nprand_noncentral_chisquare(&b, df[i], scale));
        assert_same_state(&a, &b);
        /* A gamma behind a Poisson value. */
        a = b = with_next_words(40, words);
        assert_int_equal(nprand_noncentral_chisquare_fill(&a, mixed, nonc, SELDOM, got), NPRAND_OK);
        for (int i = 0; i < SELDOM; i++)
            assert_true(got[i] == nprand_noncentral_chisquare(&b, mixed, nonc));
        assert_same_state(&a, &b);
        a = b = with_next_words(40, words);
        assert_int_equal(nprand_standard_t_each(&a, df, 1, SELDOM, got), NPRAND_OK);
        for (int i = 0; i < SELDOM; i++)
            assert_true(got[i] == nprand_standard_t(&b, df[i]));
        assert_same_state(&a, &b);
    }
}

/* A value that is not made of items, in each round of values. The last rounds have one value. */
static void test_noncentral_values_without_items(void **unused)
{
    (void)unused;
    enum { MANY = 3 * 50 + 1, MANY_F = 4 * 33 + 1 };
    double df[MANY], nonc[MANY], got[MANY];
    for (int place = 0; place < MANY; place += 6) {
        for (int i = 0; i < MANY; i++) {
            df[i] = i % 4 == 3 ? 0.7 : 0.8 + 0.4 * (i % 5);
            nonc[i] = i % 6 == 5 ? 0.0 : 1.5 * (i % 7);
        }
        df[place] = 0.9;
        nonc[place] = 20.0;
        nprand_rng a = seeded((uint32_t)place), b = a;
        assert_int_equal(nprand_noncentral_chisquare_each(&a, df, 1, nonc, 1, MANY, got),
                         NPRAND_OK);
        for (int i = 0; i < MANY; i++)
            assert_true(got[i] == nprand_noncentral_chisquare(&b, df[i], nonc[i]));
        assert_same_state(&a, &b);
        assert_int_equal(nprand_noncentral_f_each(&a, df, 1, df, 1, nonc, 1, MANY_F, got),
                         NPRAND_OK);
        for (int i = 0; i < MANY_F; i++)
            assert_true(got[i] == nprand_noncentral_f(&b, df[i], df[i], nonc[i]));
        assert_same_state(&a, &b);
    }
}

/* Means of 0 among others, and gammas of 0 as means. */
static void test_means_of_0_in_arrays(void **unused)
{
    (void)unused;
    const double p = 0.5;
    double mean[SELDOM], successes[SELDOM];
    int64_t got[SELDOM];
    for (int i = 0; i < SELDOM; i++) {
        mean[i] = i % 3 == 0 ? 0.0 : i % 3 == 1 ? 3.0 : 30.0;
        successes[i] = i % 2 == 0 ? 1e-300 : 5.0;
    }
    nprand_rng a = seeded(0), b = a;
    assert_int_equal(nprand_poisson_each(&a, mean, 1, SELDOM, got), NPRAND_OK);
    for (int i = 0; i < SELDOM; i++)
        assert_int_equal(got[i], nprand_poisson(&b, mean[i]));
    assert_same_state(&a, &b);
    assert_int_equal(nprand_negative_binomial_each(&a, successes, 1, &p, 0, SELDOM, got),
                     NPRAND_OK);
    for (int i = 0; i < SELDOM; i++)
        assert_int_equal(got[i], nprand_negative_binomial(&b, successes[i], p));
    assert_same_state(&a, &b);
}

/* Points far out in the tails of BTPE, whose candidates are near the trials, above them or below
 * 0. */
static void test_far_tails_of_binomials_in_arrays(void **unused)
{
    (void)unused;
    enum { WORDS = 320 };
    uint32_t words[WORDS];
    double p[SELDOM];
    int64_t trials[SELDOM], got[SELDOM];
    for (int i = 0; i < SELDOM; i++) {
        p[i] = 0.495 + 0.001 * (i % 10);
        trials[i] = 61 + i % 3;
    }
    for (uint32_t round = 0; round < 20; round++) {
        for (uint32_t i = 0; i < WORDS; i++)
            words[i] = 2654435761u * (i + 1 + WORDS * round);
        for (uint32_t i = 2; i < WORDS; i += 12)
            words[i] = i % 8 == 2 ? 0 : 1 << 20; /* the second uniform of an attempt */
        nprand_rng a = with_next_words(WORDS, words), b = a;
        assert_int_equal(nprand_binomial_each(&a, trials, 1, p, 1, SELDOM, got), NPRAND_OK);
        for (int i = 0; i < SELDOM; i++)
            assert_int_equal(got[i], nprand_binomial(&b, trials[i], p[i]));
        assert_same_state(&a, &b);
    }
}

/* A uniform of 0 behind a normal: its logarithm is infinite, and accepts. */
static void test_uniforms_of_0_in_arrays_of_gammas(void **unused)
{
    (void)unused;
    enum { WORDS = 40 };
    const double scale = 1.0;
    double shape[SELDOM], got[SELDOM];
    for (int i = 0; i < SELDOM; i++)
        shape[i] = 1.05 + 0.001 * i;
    nprand_rng random = seeded(4);
    for (int round = 0; round < 400; round++) {
        uint32_t words[WORDS];
        assert_int_equal(nprand_random_raw_fill(&random, WORDS, words), NPRAND_OK);
        memset(words + 4, 0, 2 * sizeof words[0]);
        nprand_rng a = with_next_words(WORDS, words), b = a;
        assert_int_equal(nprand_gamma_each(&a, shape, 1, &scale, 0, SELDOM, got), NPRAND_OK);
        for (int i = 0; i < SELDOM; i++)
            assert_true(got[i] == nprand_gamma(&b, shape[i], scale));
        assert_same_state(&a, &b);
    }
}

/* The largest uniforms in Johnk's method: an approximate logarithm of them is above 0. */
static void test_largest_uniforms_of_beta_in_arrays(void **unused)
{
    (void)unused;
    enum { WORDS = 40 };
    const double b_of_beta = 0.75;
    double a_of_beta[SELDOM], got[SELDOM];
    for (int i = 0; i < SELDOM; i++)
        a_of_beta[i] = 0.1 + 0.01 * i;
    for (uint32_t place = 0; place + 4 <= WORDS; place += 2) {
        for (uint32_t lower = 0; lower < 2; lower++) {
            uint32_t words[WORDS];
            for (uint32_t i = 0; i < WORDS; i++)
                words[i] = 2654435761u * (i + place + 7);
            /* 1 - 2^-53, and behind it 0 or any uniform. Their powers add up to 1 or more. */
            memset(words + place, 0xff, 2 * sizeof words[0]);
            if (lower > 0)
                memset(words + place + 2, 0, 2 * sizeof words[0]);
            nprand_rng a = with_next_words(WORDS, words), b = a;
            assert_int_equal(nprand_beta_each(&a, a_of_beta, 1, &b_of_beta, 0, SELDOM, got),
                             NPRAND_OK);
            for (int i = 0; i < SELDOM; i++)
                assert_true(got[i] == nprand_beta(&b, a_of_beta[i], b_of_beta));
            assert_same_state(&a, &b);
        }
    }
}

/* Half of the least number above 0 is 0: degrees of freedom whose gamma has a shape of 0, if the
 * Poisson value is 0. Releases before 1.17 draw such a gamma all the same. */
static void test_least_degrees_of_freedom(void **unused)
{
    (void)unused;
    const double df = 0x1p-1074, nonc = 2.0;
    for (int release = 16; release <= 17; release++) {
        double got[SELDOM], each[SELDOM], all_df[SELDOM];
        nprand_rng a = seeded(3);
        int zeros = 0;
        assert_int_equal(nprand_set_numpy(&a, 1, release), NPRAND_OK);
        nprand_rng b = a, c = a;
        assert_int_equal(nprand_noncentral_chisquare_fill(&a, df, nonc, SELDOM, got), NPRAND_OK);
        for (int i = 0; i < SELDOM; i++) {
            all_df[i] = df;
            assert_true(got[i] == nprand_noncentral_chisquare(&b, df, nonc));
            zeros += got[i] == 0.0;
        }
        assert_same_state(&a, &b);
        assert_int_equal(nprand_noncentral_chisquare_each(&c, all_df, 1, &nonc, 0, SELDOM, each),
                         NPRAND_OK);
        assert_memory_equal(each, got, sizeof got);
        assert_same_state(&a, &c);
        assert_true(zeros > 0 && zeros < SELDOM);
    }
}

/* Many rows of no trials, of categories without a chance, of a chance that is above 1 by rounding,
 * of trials that are used up, and of more trials than a lane takes. */
static void test_seldom_rows_of_multinomial(void **unused)
{
    (void)unused;
    static const struct {
        int64_t n;
        double pvals[10];
        size_t k;
    } cases[] = {
        {0, {0.5, 0.5}, 2},
        {20, {0.0, 1.0}, 2},
        {20, {1.0, 0.0}, 2},
        {20, {0.5, 0.5, 0.0}, 3},
        {20, {0.7, 0.2, 0.1, 0.0}, 4},
        {1, {0.9, 0.05, 0.03, 0.02}, 4},
        {3, {0.9, 0.05, 0.03, 0.02}, 4},
        {20, {0.9, 0.1, 0.0}, 3},
        {20, {0.5, 0.0, 0.5}, 3},
        {40, {0.9, 0.1}, 8},
        {40, {0.5, 0.0, 0.5}, 8},
        {36, {0.2, 0.2, 0.2, 0.15, 0.1, 0.1, 0.03, 0.02}, 8},
        {204, {0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1}, 10},
    };
    for (size_t c = 0; c < sizeof cases / sizeof cases[0]; c++) {
        static int64_t got[10 * SELDOM_ROWS];
        int64_t row[10];
        const size_t k = cases[c].k;
        nprand_rng a = seeded(5), b = a;
        assert_int_equal(
            nprand_multinomial_fill(&a, cases[c].n, cases[c].pvals, k, SELDOM_ROWS, got),
            NPRAND_OK);
        for (size_t i = 0; i < SELDOM_ROWS; i++) {
            assert_int_equal(nprand_multinomial(&b, cases[c].n, cases[c].pvals, k, row), NPRAND_OK);
            assert_memory_equal(got + i * k, row, k * sizeof row[0]);
        }
        assert_same_state(&a, &b);
    }
}

/* Many rows of two categories, the first one without a chance: 1.17 to 2.4 draw nothing for it. */
static void test_pairs_without_a_first_chance(void **unused)
{
    (void)unused;
    static const int minor[] = {16, 17, 20, 26};
    static const double pvals[] = {0.0, 1.0};
    for (size_t r = 0; r < sizeof minor / sizeof minor[0]; r++) {
        int64_t got[100][2], row[2];
        nprand_rng a = seeded(5);
        assert_int_equal(nprand_set_numpy(&a, 1, minor[r]), NPRAND_OK);
        nprand_rng b = a;
        assert_int_equal(nprand_multinomial_fill(&a, 20, pvals, 2, 100, got[0]), NPRAND_OK);
        for (size_t i = 0; i < 100; i++) {
            assert_int_equal(nprand_multinomial(&b, 20, pvals, 2, row), NPRAND_OK);
            assert_memory_equal(got[i], row, sizeof row);
        }
        assert_same_state(&a, &b);
    }
}

/* An a so near 1 that the bound of the second uniform is not used. Both uniforms decide. */
static void test_arrays_of_zipf_near_1(void **unused)
{
    (void)unused;
    enum { NEAR_1 = 2000 };
    static int64_t got[NEAR_1];
    const double a = 1.0 + 9e-5;
    nprand_rng one = seeded(3), other = one;
    assert_int_equal(nprand_zipf_each(&one, &a, 0, NEAR_1, got), NPRAND_OK);
    for (size_t i = 0; i < NEAR_1; i++)
        assert_int_equal(nprand_zipf(&other, a), got[i]);
    assert_same_state(&one, &other);
}

/* The words behind a fill in parts are those of the block in which the last part ends. */
static void test_words_after_parts(void **unused)
{
    (void)unused;
    enum { DRAWN = 20000 };
    static double got[DRAWN], wanted[DRAWN];
    nprand_rng rng = seeded(1), other = rng;
    assert_int_equal(nprand_set_runner(&rng, run_serial, NULL, 3), NPRAND_OK);
    assert_int_equal(nprand_random_sample_fill(&rng, DRAWN, got), NPRAND_OK);
    assert_int_equal(nprand_random_sample_fill(&other, DRAWN, wanted), NPRAND_OK);
    assert_memory_equal(got, wanted, sizeof got);
    assert_in_range(state_of(&rng).pos, 1, 623);
    assert_int_equal(nprand_random_raw(&rng), nprand_random_raw(&other));
}

/* A product of uniforms that is exp(-lam) ends a Poisson value: lam is ln 2 or 2 ln 2, and the
 * uniforms are 1/2. */
static void test_products_at_the_limit_of_poisson(void **unused)
{
    (void)unused;
    static const double halves[8] = {0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5};
    for (int k = 1; k <= 4; k++) {
        const double lam = k * log(2.0);
        nprand_rng one = with_next_doubles(8, halves), other = one;
        double scalars[100], fill[100];
        for (size_t i = 0; i < 100; i++)
            scalars[i] = nprand_noncentral_chisquare(&one, 0.5, 2.0 * lam);
        assert_int_equal(nprand_noncentral_chisquare_fill(&other, 0.5, 2.0 * lam, 100, fill),
                         NPRAND_OK);
        assert_memory_equal(fill, scalars, sizeof fill);
        assert_same_state(&one, &other);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_method_of_the_list_has_a_row),
        cmocka_unit_test(test_hypergeometric_without_a_generator),
        cmocka_unit_test(test_scalars_of_no_generator),
        cmocka_unit_test(test_polar_method_rejects_centre_and_edge),
        cmocka_unit_test(test_products_at_the_limit_of_poisson),
        cmocka_unit_test(test_accepted_calls_leave_errno),
        cmocka_unit_test(test_no_values_need_no_array),
        cmocka_unit_test(test_refusals_of_every_fill),
        cmocka_unit_test(test_refused_doubles),
        cmocka_unit_test(test_doubles_that_numpy_takes),
        cmocka_unit_test(test_refused_continuous),
        cmocka_unit_test(test_vonmises_never_hangs),
        cmocka_unit_test(test_fills_of_vonmises),
        cmocka_unit_test(test_bounds_of_vonmises),
        cmocka_unit_test(test_bound_of_inversion),
        cmocka_unit_test(test_refused_discrete),
        cmocka_unit_test(test_too_many_attempts),
        cmocka_unit_test(test_multinomial_too_many_attempts),
        cmocka_unit_test(test_values_beyond_the_vectors),
        cmocka_unit_test(test_binomial_at_the_ends_of_its_tails),
        cmocka_unit_test(test_discrete_limits),
        cmocka_unit_test(test_geometric_search_ends),
        cmocka_unit_test(test_geometric_at_its_steps),
        cmocka_unit_test(test_zipf_at_its_steps),
        cmocka_unit_test(test_gammas_below_one),
        cmocka_unit_test(test_btpe_at_its_ends),
        cmocka_unit_test(test_hrua_at_its_ends),
        cmocka_unit_test(test_btpe_above_1),
        cmocka_unit_test(test_redraws_of_zero_by_release),
        cmocka_unit_test(test_rows_are_single_draws),
        cmocka_unit_test(test_rows_in_lanes),
        cmocka_unit_test(test_wide_rows),
        cmocka_unit_test(test_edge_of_the_sum_of_pvals),
        cmocka_unit_test(test_largest_populations),
        cmocka_unit_test(test_refused_multinomials),
        cmocka_unit_test(test_refused_dirichlets),
        cmocka_unit_test(test_long_bits_setting),
        cmocka_unit_test(test_32_bit_results),
        cmocka_unit_test(test_32_bit_bounds),
        cmocka_unit_test(test_32_bit_bounds_of_arrays),
        cmocka_unit_test(test_refused_ranges),
        cmocka_unit_test(test_refused_dtypes),
        cmocka_unit_test(test_single_draws_of_pieces),
        cmocka_unit_test(test_bytes_of_every_range),
        cmocka_unit_test(test_ends_of_the_integer_types),
        cmocka_unit_test(test_refused_scalars_without_parameters),
        cmocka_unit_test(test_refused_bytes),
        cmocka_unit_test(test_shuffle_moves_elements_of_any_size),
        cmocka_unit_test(test_shuffle_of_views),
        cmocka_unit_test(test_refused_views),
        cmocka_unit_test(test_permutation_array_leaves_its_source),
        cmocka_unit_test(test_nothing_to_shuffle_takes_no_words),
        cmocka_unit_test(test_shuffle_of_empty_rows),
        cmocka_unit_test(test_shuffle_of_too_many_empty_rows),
        cmocka_unit_test(test_refused_shuffles),
        cmocka_unit_test(test_refused_choices),
        cmocka_unit_test(test_edges_of_probabilities),
        cmocka_unit_test(test_edges_of_float_probabilities),
        cmocka_unit_test(test_float_probabilities_as_doubles),
        cmocka_unit_test(test_uniform_on_an_edge_of_the_cdf),
        cmocka_unit_test(test_choice_of_no_samples),
        cmocka_unit_test(test_few_of_many),
        cmocka_unit_test(test_few_of_every_number),
        cmocka_unit_test(test_more_than_few_of_many),
        cmocka_unit_test(test_few_need_no_work_space),
        cmocka_unit_test(test_cached_normal_that_nothing_takes),
        cmocka_unit_test(test_guided_choices),
        cmocka_unit_test(test_guided_choices_without_replacement),
        cmocka_unit_test(test_guided_choices_at_ends),
        cmocka_unit_test(test_products_at_the_limit),
        cmocka_unit_test(test_choices_of_few_from_a_key),
        cmocka_unit_test(test_long_shuffles),
        cmocka_unit_test(test_choice_work_sizes),
        cmocka_unit_test(test_choice_refuses_work_space),
        cmocka_unit_test(test_choice_without_replacement_is_distinct),
        cmocka_unit_test(test_negative_binomial_of_minus_zero),
        cmocka_unit_test(test_negative_binomials_of_near_gammas),
        cmocka_unit_test(test_negative_binomials_of_means_near_10),
        cmocka_unit_test(test_negative_binomials_of_any_gammas),
        cmocka_unit_test(test_ends_of_expected_attempts),
        cmocka_unit_test(test_largest_uniforms_of_counts),
        cmocka_unit_test(test_centre_of_the_disc_in_arrays),
        cmocka_unit_test(test_far_tails_of_binomials_in_arrays),
        cmocka_unit_test(test_uniforms_of_0_in_arrays_of_gammas),
        cmocka_unit_test(test_largest_uniforms_of_beta_in_arrays),
        cmocka_unit_test(test_least_degrees_of_freedom),
        cmocka_unit_test(test_noncentral_values_without_items),
        cmocka_unit_test(test_means_of_0_in_arrays),
        cmocka_unit_test(test_seldom_rows_of_multinomial),
        cmocka_unit_test(test_pairs_without_a_first_chance),
        cmocka_unit_test(test_arrays_of_zipf_near_1),
        cmocka_unit_test(test_words_after_parts),
        cmocka_unit_test(test_setup_of_the_last_call),
        cmocka_unit_test(test_no_setup_after_a_seed),
    };
    const int failed = cmocka_run_group_tests(tests, NULL, NULL);
    return failed + test_fills();
}
