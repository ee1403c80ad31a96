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

/* One value of an array that an old release does not take, wherever it is. */
static void test_old_arrays_of_binomials_of_many_trials(void **unused)
{
    (void)unused;
    enum { N = 3 };
    static const double half = 0.5;
    nprand_rng rng = seeded_as(1, 1, 8), before = rng;
    for (size_t place = 0; place < N; place++) {
        int64_t trials[N] = {10, INT32_MAX, 100}, out[N] = {1, 2, 3};
        assert_int_equal(nprand_binomial_each(&rng, trials, 1, &half, 0, N, out), NPRAND_OK);
        rng = before;
        out[0] = 1;
        trials[place] = (int64_t)1 << 31;
        assert_int_equal(nprand_binomial_each(&rng, trials, 1, &half, 0, N, out),
                         NPRAND_NOT_IN_RELEASE);
        assert_int_equal(out[0], 1);
        assert_memory_equal(&rng, &before, sizeof rng);
        assert_int_equal(nprand_set_numpy(&rng, 1, 9), NPRAND_OK);
        assert_int_equal(nprand_binomial_each(&rng, trials, 1, &half, 0, N, out), NPRAND_OK);
        rng = before;
    }
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

/* ---- Where results change ---- */

/* What a call leaves: the first bytes of its results, or their sum, and the state. */
struct outcome {
    double values[8];
    int64_t sum;
    nprand_state state;
};

/* One of 20 000 values differs, or more. */
static int64_t sum_of_fill(nprand_rng *rng,
                           nprand_status (*fill)(nprand_rng *rng, size_t n, int64_t *out))
{
    static int64_t out[20000];
    uint64_t sum = 0;
    if (fill(rng, 20000, out) == NPRAND_OK)
        for (size_t i = 0; i < 20000; i++)
            sum += (uint64_t)out[i] * (2 * i + 1);
    return (int64_t)(sum >> 1);
}

static void old_vonmises(nprand_rng *rng, struct outcome *o)
{
    o->values[0] = nprand_vonmises(rng, 0.5, 1e-6);
}

static nprand_status binomials(nprand_rng *rng, size_t n, int64_t *out)
{
    return nprand_binomial_fill(rng, 65, 0.5, n, out);
}

static void usual_binomial(nprand_rng *rng, struct outcome *o)
{
    o->sum = sum_of_fill(rng, binomials);
}

static nprand_status large_binomials(nprand_rng *rng, size_t n, int64_t *out)
{
    return nprand_binomial_fill(rng, (int64_t)1 << 53, 1e-10, n, out);
}

static void large_binomial(nprand_rng *rng, struct outcome *o)
{
    o->sum = sum_of_fill(rng, large_binomials);
}

static void no_binomial(nprand_rng *rng, struct outcome *o)
{
    o->values[0] = (double)nprand_binomial(rng, 0, 0.5);
}

static void binomial_of_large_mean(nprand_rng *rng, struct outcome *o)
{
    o->values[0] = (double)nprand_binomial(rng, (int64_t)1 << 31, 0.5);
}

static nprand_status small_geometrics(nprand_rng *rng, size_t n, int64_t *out)
{
    return nprand_geometric_fill(rng, 1e-14, n, out);
}

static void small_geometric(nprand_rng *rng, struct outcome *o)
{
    o->sum = sum_of_fill(rng, small_geometrics);
}

static void rayleigh(nprand_rng *rng, struct outcome *o)
{
    double out[2000];
    assert_int_equal(nprand_rayleigh_fill(rng, 1.0, 2000, out), NPRAND_OK);
    for (size_t i = 0; i < 2000; i++)
        o->values[i % 8] += out[i];
}

static void chisquare_of_small_df(nprand_rng *rng, struct outcome *o)
{
    o->values[0] = nprand_noncentral_chisquare(rng, 0.5, 2.5);
}

static void chisquare_of_df_nan(nprand_rng *rng, struct outcome *o)
{
    o->values[0] = nprand_noncentral_chisquare(rng, (double)NAN, 2.5);
}

static void chisquare_of_nonc_0(nprand_rng *rng, struct outcome *o)
{
    o->values[0] = nprand_noncentral_chisquare(rng, 3.0, 0.0);
}

static void chisquare_of_nonc_nan(nprand_rng *rng, struct outcome *o)
{
    o->values[0] = nprand_noncentral_chisquare(rng, 0.5, (double)NAN);
}

static void f_of_nonc_0(nprand_rng *rng, struct outcome *o)
{
    o->values[0] = nprand_noncentral_f(rng, 3.0, 4.0, 0.0);
}

static void f_of_small_dfnum(nprand_rng *rng, struct outcome *o)
{
    o->values[0] = nprand_noncentral_f(rng, 0.5, 4.0, 1.0);
}

static void large_hypergeometric(nprand_rng *rng, struct outcome *o)
{
    o->values[0] = (double)nprand_hypergeometric(rng, 3100000000, 5, 3100000000);
}

static void zipf_of_ones(nprand_rng *rng, struct outcome *o)
{
    o->values[0] = (double)nprand_zipf(rng, 2000.0);
}

static void weibull_of_0(nprand_rng *rng, struct outcome *o)
{
    o->values[0] = nprand_weibull(rng, 0.0);
}

/* Makes the next two uniforms 0, and leaves the release. */
static void set_next_uniforms_0(nprand_rng *rng)
{
    static const double zeros[2] = {0.0, 0.0};
    const nprand_rng next = with_next_doubles(2, zeros);
    const nprand_state state = state_of(&next);
    assert_int_equal(nprand_set_state(rng, &state), NPRAND_OK);
}

static void gumbel_of_uniform_0(nprand_rng *rng, struct outcome *o)
{
    set_next_uniforms_0(rng);
    o->values[0] = nprand_gumbel(rng, 0.0, 1.0);
}

static void beta_of_uniforms_0(nprand_rng *rng, struct outcome *o)
{
    set_next_uniforms_0(rng);
    o->values[0] = nprand_beta(rng, 0.5, 0.5);
}

static void beta_of_powers_0(nprand_rng *rng, struct outcome *o)
{
    for (size_t i = 0; i < 80; i++)
        o->values[i % 8] += nprand_beta(rng, 0.001, 0.002);
}

static void gamma_of_0(nprand_rng *rng, struct outcome *o)
{
    o->values[0] = nprand_gamma(rng, 0.0, 1.0);
}

static void no_bytes(nprand_rng *rng, struct outcome *o)
{
    (void)o;
    assert_int_equal(nprand_bytes(rng, 0, NULL), NPRAND_OK);
}

static void randint_of_32_bits(nprand_rng *rng, struct outcome *o)
{
    o->values[0] = (double)nprand_randint(rng, 0, (int64_t)1 << 32);
}

static void all_random_integers(nprand_rng *rng, struct outcome *o)
{
    o->values[0] = (double)nprand_random_integers(rng, 0, INT64_MAX);
}

static void randint_of_arrays(nprand_rng *rng, struct outcome *o)
{
    static const int64_t low[2] = {0, 5}, high[2] = {10, 20};
    int64_t out[2] = {0, 0};
    o->sum = (int64_t)nprand_randint_each(rng, low, 1, high, 1, 2, out) + 100 * out[0] + out[1];
}

static void multinomial_without_chance(nprand_rng *rng, struct outcome *o)
{
    static const double pvals[] = {0.0, 0.5, 0.5};
    int64_t out[3];
    assert_int_equal(nprand_multinomial(rng, 5, pvals, 3, out), NPRAND_OK);
    o->sum = 10 * out[1] + out[2];
}

static nprand_status rare_multinomials(nprand_rng *rng, size_t n, int64_t *out)
{
    static const double pvals[] = {1e-12, 1.0 - 1e-12};
    return nprand_multinomial_fill(rng, 1000000000000, pvals, 2, n / 2, out);
}

static void rare_multinomial(nprand_rng *rng, struct outcome *o)
{
    o->sum = sum_of_fill(rng, rare_multinomials);
}

static void large_multinomial(nprand_rng *rng, struct outcome *o)
{
    static const double pvals[] = {0.5, 0.5};
    int64_t out[2] = {0, 0};
    o->sum = (int64_t)nprand_multinomial(rng, (int64_t)1 << 31, pvals, 2, out) + out[0];
}

static void multinomial_of_short_long(nprand_rng *rng, struct outcome *o)
{
    static const double pvals[] = {0.5, 0.5};
    int64_t out[2] = {0, 0};
    assert_int_equal(nprand_set_long_bits(rng, 32), NPRAND_OK);
    o->sum = (int64_t)nprand_multinomial(rng, 10000000000, pvals, 2, out) + out[0];
}

static void choice_near_the_tolerance(nprand_rng *rng, struct outcome *o)
{
    static const float p[] = {0.5f, 0.5f, 0x1.6a09e6p-12f, 0x1.ffp-37f};
    o->values[0] = (double)nprand_choice_p_float(rng, 4, p);
}

static void shuffle_of_no_bytes(nprand_rng *rng, struct outcome *o)
{
    (void)o;
    assert_int_equal(nprand_shuffle(rng, NULL, 5, 0), NPRAND_OK);
}

static void jumped(nprand_rng *rng, struct outcome *o)
{
    (void)o;
    assert_int_equal(nprand_jumped(rng, 1), NPRAND_OK);
}

enum { MOST_CHANGES = 3 };

/* The releases, and no others, in which the result of a call is not that of the release before:
 * docs/releases.md. */
static const struct change_row {
    const char *name;
    void (*call)(nprand_rng *rng, struct outcome *o);
    int changes[MOST_CHANGES][3];
} change_rows[] = {
    {"vonmises", old_vonmises, {{1, 9, 0}}},
    {"binomial", usual_binomial, {{1, 9, 0}}},
    {"large binomial", large_binomial, {{2, 4, 0}}},
    {"no binomial", no_binomial, {{1, 17, 0}, {1, 17, 3}}},
    {"binomial of large mean", binomial_of_large_mean, {{1, 9, 0}}},
    {"small geometric", small_geometric, {{1, 21, 0}}},
    {"rayleigh", rayleigh, {{1, 21, 0}}},
    {"chisquare of small df", chisquare_of_small_df, {{1, 10, 0}}},
    {"chisquare of df NaN", chisquare_of_df_nan, {{1, 10, 0}}},
    {"chisquare of nonc 0", chisquare_of_nonc_0, {{1, 11, 0}}},
    {"chisquare of nonc NaN", chisquare_of_nonc_nan, {{1, 10, 0}, {1, 17, 0}}},
    {"f of nonc 0", f_of_nonc_0, {{1, 11, 0}}},
    {"f of small dfnum", f_of_small_dfnum, {{1, 14, 0}}},
    {"large hypergeometric", large_hypergeometric, {{1, 10, 0}}},
    {"zipf of ones", zipf_of_ones, {{1, 14, 0}}},
    {"weibull of 0", weibull_of_0, {{1, 16, 0}}},
    {"gumbel of uniform 0", gumbel_of_uniform_0, {{1, 16, 4}}},
    {"beta of uniforms 0", beta_of_uniforms_0, {{1, 16, 4}, {1, 17, 0}}},
    {"beta of powers 0", beta_of_powers_0, {{1, 10, 0}}},
    {"gamma of 0", gamma_of_0, {{1, 17, 0}}},
    {"no bytes", no_bytes, {{1, 17, 0}}},
    {"randint of 32 bits", randint_of_32_bits, {{1, 17, 0}, {1, 17, 3}}},
    {"all random integers", all_random_integers, {{1, 11, 0}}},
    {"randint of arrays", randint_of_arrays, {{1, 17, 0}}},
    {"multinomial without chance", multinomial_without_chance, {{1, 17, 0}, {2, 5, 0}}},
    {"rare multinomial", rare_multinomial, {{1, 9, 0}, {2, 4, 0}, {2, 5, 0}}},
    {"large multinomial", large_multinomial, {{1, 9, 0}}},
    {"multinomial of short long", multinomial_of_short_long, {{1, 17, 0}, {1, 26, 2}}},
    {"choice near the tolerance", choice_near_the_tolerance, {{2, 0, 0}}},
    {"shuffle of no bytes", shuffle_of_no_bytes, {{1, 20, 0}}},
    {"jumped", jumped, {{1, 19, 0}}},
};

static bool changes_in(const struct change_row *row, int major, int minor, int patch)
{
    for (size_t i = 0; i < MOST_CHANGES; i++)
        if (row->changes[i][0] == major && row->changes[i][1] == minor &&
            row->changes[i][2] == patch)
            return true;
    return false;
}

static void check_changes(const struct change_row *row)
{
    struct outcome last;
    for (int major = 1; major <= 2; major++) {
        for (int minor = major == 1 ? 7 : 0; minor <= (major == 1 ? 26 : 5); minor++) {
            nprand_rng rng = seeded(1);
            for (int patch = 0; nprand_set_numpy_patch(&rng, major, minor, patch) == NPRAND_OK;
                 patch++) {
                struct outcome now;
                memset(&now, 0, sizeof now);
                row->call(&rng, &now);
                assert_int_equal(nprand_get_state(&rng, &now.state), NPRAND_OK);
                const bool is_first = major == 1 && minor == 7 && patch == 0;
                const bool is_same = !is_first && memcmp(&now, &last, sizeof now) == 0;
                if (!is_first && is_same == changes_in(row, major, minor, patch))
                    fail_msg("%s: %d.%d.%d", row->name, major, minor, patch);
                last = now;
                rng = seeded(1);
            }
        }
    }
}

static void test_results_change_where_releases_do(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < sizeof change_rows / sizeof change_rows[0]; i++)
        check_changes(&change_rows[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_last_patches),
        cmocka_unit_test(test_what_old_releases_refuse),
        cmocka_unit_test(test_a_dtype_is_refused_in_an_empty_call_too),
        cmocka_unit_test(test_what_old_releases_take),
        cmocka_unit_test(test_old_multinomials_of_many_trials),
        cmocka_unit_test(test_old_arrays_of_binomials_of_many_trials),
        cmocka_unit_test(test_vonmises_of_small_kappa),
        cmocka_unit_test(test_multinomial_cuts_n_to_a_long),
        cmocka_unit_test(test_results_change_where_releases_do),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
