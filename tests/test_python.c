/* SPDX-License-Identifier: BSD-3-Clause
 *
 * nprand_python.h: what the vectors cannot hold. Published numbers, SHA-512, releases, the kept
 * Gaussian, what is refused before the first draw, and where Python raises or does not return.
 */
#include "../src/python/lgamma.h"
#include "../src/python/sha512.h"

#include "test.h"

#include "nprand_python.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static nprand_rng py_seeded(int64_t seed)
{
    nprand_rng rng;
    assert_int_equal(nprand_py_seed(&rng, seed), NPRAND_OK);
    return rng;
}

/* ---- Seeds ---- */

/* random.seed(0), from countless tutorials; random.seed('hello'). */
static void test_published_numbers(void **unused)
{
    (void)unused;
    static const double expected[] = {0.8444218515250481, 0.7579544029403025, 0.420571580830845,
                                      0.25891675029296335, 0.5112747213686085};
    nprand_rng rng = py_seeded(0);
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++)
        assert_true(nprand_py_random(&rng) == expected[i]);
    assert_int_equal(nprand_py_seed_str(&rng, "hello"), NPRAND_OK);
    assert_true(nprand_py_random(&rng) == 0.3537754404730722);
}

static void assert_hash(const void *data, size_t n, const char *expected)
{
    unsigned char hash[NPRAND__SHA512_SIZE];
    char hex[2 * NPRAND__SHA512_SIZE + 1];
    nprand__sha512(data, n, hash);
    for (size_t i = 0; i < sizeof hash; i++)
        snprintf(hex + 2 * i, 3, "%02x", hash[i]);
    assert_string_equal(hex, expected);
}

/* The examples that NIST published with FIPS 180-4, the empty text, and a million times "a". */
static void test_sha512_gives_the_published_hashes(void **unused)
{
    (void)unused;
    assert_hash("abc", 3,
                "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f");
    assert_hash(NULL, 0,
                "cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce"
                "47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e");
    assert_hash("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
                "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
                112,
                "8e959b75dae313da8cf4f72814fc143f8f7779c6eb9f7fa17299aeadb6889018"
                "501d289e4900f7e4331b99dec4b5433ac7d329eeb6dd26545e96e55b874be909");
    enum { MILLION = 1000000 };
    char *many = malloc(MILLION);
    assert_non_null(many);
    memset(many, 'a', MILLION);
    assert_hash(many, MILLION,
                "e718483d0ce769644e2e42c7bc15b4638e1f98b13b2044285632a803afa973eb"
                "de0ff244877ea60a4cb0432ce577c31beb009c5c2c49aa2e4eadb217ad8cc09b");
    free(many);
}

static void test_seeds_that_are_the_same(void **unused)
{
    (void)unused;
    static const uint32_t limbs[] = {5, 1, 0};
    nprand_rng a = py_seeded((INT64_C(1) << 32) + 5);
    nprand_rng b = py_seeded(-(INT64_C(1) << 32) - 5);
    assert_memory_equal(&a, &b, sizeof a);
    assert_int_equal(nprand_py_seed_limbs(&b, limbs, 3), NPRAND_OK);
    assert_memory_equal(&a, &b, sizeof a);
    assert_int_equal(nprand_seed_array(&b, limbs, 2), NPRAND_OK);
    assert_memory_equal(&a, &b, sizeof a);
    assert_int_equal(nprand_py_seed_float(&b, 0x1p32 + 5.0), NPRAND_OK);
    assert_memory_equal(&a, &b, sizeof a);

    assert_int_equal(nprand_py_seed_bytes(&a, "h\xc3\xbc", 3, 2), NPRAND_OK);
    assert_int_equal(nprand_py_seed_str(&b, "h\xc3\xbc"), NPRAND_OK);
    assert_memory_equal(&a, &b, sizeof a);
    a = py_seeded(0);
    assert_int_equal(nprand_py_seed_limbs(&b, NULL, 0), NPRAND_OK);
    assert_memory_equal(&a, &b, sizeof a);
    assert_int_equal(nprand_py_seed_bytes(&b, NULL, 0, 1), NPRAND_OK);
    assert_memory_equal(&a, &b, sizeof a);
}

/* random.seed(a) for ints that no int64_t holds, and for a float: the type of a decides. */
static void test_seeds_by_their_type(void **unused)
{
    (void)unused;
    const uint64_t number = UINT64_C(13594734499543488215);
    const unsigned long long all = UINT64_MAX;
    nprand_rng rng;
    assert_int_equal(nprand_py_seed_uint64(&rng, number), NPRAND_OK);
    assert_true(nprand_py_random(&rng) == 0.1248426853025093);
    assert_int_equal(nprand_py_seed(&rng, number), NPRAND_OK);
    assert_true(nprand_py_random(&rng) == 0.1248426853025093);
    assert_int_equal(nprand_py_seed(&rng, UINT64_C(1) << 63), NPRAND_OK);
    assert_true(nprand_py_random(&rng) == 0.5534639983914199);
    assert_int_equal(nprand_py_seed(&rng, all), NPRAND_OK);
    assert_true(nprand_py_random(&rng) == 0.021825695401270107);
    assert_int_equal(nprand_py_seed(&rng, 2.5), NPRAND_OK);
    assert_true(nprand_py_random(&rng) == 0.41877545666909954);
    assert_int_equal(nprand_py_seed(&rng, 2.5f), NPRAND_OK);
    assert_true(nprand_py_random(&rng) == 0.41877545666909954);

    /* Where the number fits, its type makes no difference; the sign never does. */
    nprand_rng expected = py_seeded(42);
    assert_int_equal(nprand_py_seed(&rng, 42u), NPRAND_OK);
    assert_memory_equal(&rng, &expected, sizeof rng);
    assert_int_equal(nprand_py_seed(&rng, (size_t)42), NPRAND_OK);
    assert_memory_equal(&rng, &expected, sizeof rng);
    assert_int_equal(nprand_py_seed(&rng, (signed char)-42), NPRAND_OK);
    assert_memory_equal(&rng, &expected, sizeof rng);
    nprand_status (*const function)(nprand_rng *, int64_t) = nprand_py_seed;
    assert_int_equal(function(&rng, 42), NPRAND_OK);
    assert_memory_equal(&rng, &expected, sizeof rng);
}

static void assert_text_seeds(const char *text, double expected)
{
    nprand_rng rng;
    print_message("%s\n", text);
    assert_int_equal(nprand_py_seed_text(&rng, text, strlen(text)), NPRAND_OK);
    assert_true(nprand_py_random(&rng) == expected);
}

/* random.seed(int(text)): numbers of CPython 3.11. */
static void test_seeds_from_text(void **unused)
{
    (void)unused;
    assert_text_seeds("10000000000000000000000000000000000000000", 0.34753796566513817);
    assert_text_seeds(" -10_000_000_000_000_000_000_000_000_000_000_000_000_000\r\n",
                      0.34753796566513817);
    assert_text_seeds("0xdead_beef_dead_beef_dead_beef", 0.06857043079074998);
    assert_text_seeds("+0XDEADBEEFDEADBEEFDEADBEEF", 0.06857043079074998);
    assert_text_seeds("0", 0.8444218515250481);
    assert_text_seeds("-0", 0.8444218515250481);
    assert_text_seeds("18446744073709551615", 0.021825695401270107);

    /* 2^8192 - 1, and one more. */
    char hex[2 + 2049];
    memset(hex, 'f', sizeof hex);
    memcpy(hex, "0x0", 3);
    nprand_rng rng = py_seeded(1);
    assert_int_equal(nprand_py_seed_text(&rng, hex, sizeof hex), NPRAND_OK);
    assert_true(nprand_py_random(&rng) == 0.2892593430969965);
    memset(hex + 2, '0', sizeof hex - 2);
    hex[2] = '1';
    nprand_rng before = rng;
    assert_int_equal(nprand_py_seed_text(&rng, hex, sizeof hex), NPRAND_ENTROPY_TOO_LARGE);
    static const char *const texts[] = {"", " ", "-", "1.5", "forty-two", "1 2", "0x", "1__0"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        assert_int_equal(nprand_py_seed_text(&rng, texts[i], strlen(texts[i])), NPRAND_BAD_ENTROPY);
    assert_int_equal(nprand_py_seed_text(&rng, NULL, 0), NPRAND_BAD_ENTROPY);
    assert_int_equal(nprand_py_seed_text(&rng, NULL, 1), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_py_seed_text(&rng, "1", SIZE_MAX), NPRAND_TOO_LARGE);
    assert_int_equal(nprand_py_seed_text(NULL, "1", 1), NPRAND_NULL_POINTER);
    assert_memory_equal(&rng, &before, sizeof rng);
}

static void test_refused_seeds_leave_the_generator(void **unused)
{
    (void)unused;
    nprand_rng rng = py_seeded(1);
    nprand_rng before = rng;
    assert_int_equal(nprand_py_seed(NULL, 1), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_py_seed_uint64(NULL, 1), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_py_seed_limbs(NULL, NULL, 0), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_py_seed_limbs(&rng, NULL, 1), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_py_seed_limbs(&rng, NULL, SIZE_MAX / 2), NPRAND_TOO_LARGE);
    assert_int_equal(nprand_py_seed_float(NULL, 1.0), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_py_seed_float(&rng, (double)NAN), NPRAND_PY_NAN_SEED);
    assert_int_equal(nprand_py_seed_bytes(NULL, "a", 1, 2), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_py_seed_bytes(&rng, NULL, 1, 2), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_py_seed_bytes(&rng, "a", SIZE_MAX, 2), NPRAND_TOO_LARGE);
    assert_int_equal(nprand_py_seed_bytes(&rng, "a", 1, 0), NPRAND_PY_BAD_SEED_VERSION);
    assert_int_equal(nprand_py_seed_bytes(&rng, "a", 1, 3), NPRAND_PY_BAD_SEED_VERSION);
    assert_int_equal(nprand_py_seed_str(&rng, NULL), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_py_seed_str(NULL, "a"), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_py_seed_os(NULL), NPRAND_NULL_POINTER);
    assert_memory_equal(&rng, &before, sizeof rng);
}

static void test_entropy_gives_other_streams(void **unused)
{
    (void)unused;
    nprand_rng a, b;
    assert_int_equal(nprand_py_seed_os(&a), NPRAND_OK);
    assert_int_equal(nprand_py_seed_os(&b), NPRAND_OK);
    assert_int_equal(state_of(&a).pos, 624);
    assert_memory_not_equal(state_of(&a).key, state_of(&b).key, sizeof state_of(&a).key);
}

/* ---- Releases ---- */

static void test_release(void **unused)
{
    (void)unused;
    nprand_rng rng = py_seeded(1);
    nprand_rng before = rng;
    int major = 0, minor = 0;
    assert_int_equal(nprand_py_get_python(&rng, &major, &minor), NPRAND_OK);
    assert_int_equal(major, 3);
    assert_int_equal(minor, 14);
    static const int unknown[][2] = {{3, 1}, {3, 0}, {3, -1}, {3, 16}, {2, 6},   {2, 8},
                                     {1, 7}, {4, 8}, {0, 0},  {-3, 8}, {3, 207}, {1, 108}};
    for (size_t i = 0; i < sizeof unknown / sizeof unknown[0]; i++)
        assert_int_equal(nprand_py_set_python(&rng, unknown[i][0], unknown[i][1]),
                         NPRAND_PY_UNKNOWN_RELEASE);
    assert_memory_equal(&rng, &before, sizeof rng);
    assert_int_equal(nprand_py_set_python(&rng, 2, 7), NPRAND_OK);
    assert_int_equal(nprand_py_get_python(&rng, &major, &minor), NPRAND_OK);
    assert_int_equal(major, 2);
    assert_int_equal(minor, 7);
    for (int k = 2; k <= 15; k++) {
        assert_int_equal(nprand_py_set_python(&rng, 3, k), NPRAND_OK);
        assert_int_equal(nprand_py_get_python(&rng, NULL, &minor), NPRAND_OK);
        assert_int_equal(minor, k);
        assert_int_equal(nprand_py_get_python(&rng, &major, NULL), NPRAND_OK);
        assert_int_equal(major, 3);
    }
    assert_int_equal(nprand_py_set_python(&rng, 3, 14), NPRAND_OK);
    assert_memory_equal(&rng, &before, sizeof rng);
    assert_int_equal(nprand_py_set_python(&rng, 3, 8), NPRAND_OK);
    rng = py_seeded(1);
    assert_memory_equal(&rng, &before, sizeof rng);

    nprand_rng zeroed = {0};
    assert_int_equal(nprand_py_set_python(&zeroed, 3, 8), NPRAND_NOT_SEEDED);
    assert_int_equal(nprand_py_get_python(&zeroed, &major, &minor), NPRAND_NOT_SEEDED);
    assert_int_equal(nprand_py_set_python(NULL, 3, 8), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_py_get_python(NULL, &major, &minor), NPRAND_NULL_POINTER);
}

/* random.Random(10) and random.Random('test') in Python 2.7.18, as programs and their users have
 * published them. */
static void test_programs_of_python_2(void **unused)
{
    (void)unused;
    nprand_rng rng = py_seeded(10);
    char letters[21] = {0};
    assert_int_equal(nprand_py_set_python(&rng, 2, 7), NPRAND_OK);
    for (int i = 0; i < 20; i++)
        letters[i] = "CD"[nprand_py_choice(&rng, 2)];
    assert_string_equal(letters, "DCDCDDDCDCCDDCDDCCDC");
    assert_int_equal(nprand_py_seed_bytes(&rng, "test", 4, 1), NPRAND_OK);
    assert_int_equal(nprand_py_set_python(&rng, 2, 7), NPRAND_OK);
    assert_int_equal(nprand_py_randrange(&rng, 0, 42, 1), 7);

    static const int64_t sampled[] = {28, 13, 0, 27, 17};
    static const unsigned char shuffled[] = {5, 2, 4, 7, 3, 8, 1, 9, 0, 6};
    static const int64_t dice[] = {1, 2, 1, 1, 3, 6, 1, 4, 3, 4};
    unsigned char x[] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    int64_t k[10], space[30];
    rng = py_seeded(1234);
    assert_int_equal(nprand_py_set_python(&rng, 2, 7), NPRAND_OK);
    assert_int_equal(nprand_py_sample(&rng, 30, 5, k, nprand_work_of(space, sizeof space)),
                     NPRAND_OK);
    assert_memory_equal(k, sampled, sizeof sampled);
    assert_int_equal(nprand_py_shuffle(&rng, x, sizeof x, 1), NPRAND_OK);
    assert_memory_equal(x, shuffled, sizeof x);
    assert_int_equal(nprand_py_randint_fill(&rng, 1, 6, 10, k), NPRAND_OK);
    assert_memory_equal(k, dice, sizeof dice);
}

/* hash(a) in Python 2.7.18, of 64 bits. */
static void test_float_seeds_of_python_2(void **unused)
{
    (void)unused;
    static const struct {
        double a;
        int64_t hash;
    } cases[] = {
        {2.5, 1342242816},
        {-2.5, -1342111744},
        {0.1, 2576882278},
        {0.5, 1073741824},
        {-0.5, -1073741824},
        {1e-10, 2640213351},
        {5e-324, 1038581760},
        {0.0, 0},
        {-0.0, 0},
        {42.0, 42},
        {-1.0, -2},
        {-2.0, -2},
        {1e300, INT64_C(8474648701417850880)},
        {-1e300, INT64_C(-8474648701417850880)},
        {1e19, INT64_C(-8446744073709551616)},
        {0x1p63, INT64_MIN},
        {-0x1p63, INT64_MIN},
        {0x1p62, INT64_C(4611686018427387904)},
        {(double)INFINITY, 314159},
        {-(double)INFINITY, -271828},
        {(double)NAN, 0},
    };
    nprand_rng rng = {0};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        nprand_rng expected;
        assert_int_equal(nprand_py_seed_uint64(&expected, (uint64_t)cases[i].hash), NPRAND_OK);
        assert_int_equal(nprand_py_seed_float_python2(&rng, cases[i].a), NPRAND_OK);
        assert_memory_equal(&rng, &expected, sizeof rng);
    }
    assert_int_equal(nprand_py_seed_float_python2(NULL, 1.0), NPRAND_NULL_POINTER);
}

/* A generator of a release, as it was, and what a call may write. */
struct old {
    nprand_rng rng, before;
    int release;
    union {
        double x;
        int64_t k;
        uint64_t bits;
        uint32_t limb;
        unsigned char byte;
    } out, clean;
};

/* status: of a call that is refused in this release, or not. */
static void refused_if(struct old *old, bool is_refused, nprand_status expected,
                       nprand_status status)
{
    assert_int_equal(status, is_refused ? expected : NPRAND_OK);
    if (is_refused) {
        assert_memory_equal(&old->rng, &old->before, sizeof old->rng);
        assert_memory_equal(&old->out, &old->clean, sizeof old->out);
    }
    old->rng = old->before;
    old->out = old->clean;
}

static void refused_before(struct old *old, int since, nprand_status status)
{
    refused_if(old, old->release < since, NPRAND_PY_NOT_IN_RELEASE, status);
}

static void check_refusals_of(int major, int minor)
{
    static const double weights[] = {1.0, 2.0};
    static const int64_t counts[] = {1, 2};
    double space[8];
    const nprand_work work = nprand_work_of(space, sizeof space);
    struct old old = {.rng = py_seeded(1), .release = 100 * major + minor};
    nprand_rng *rng = &old.rng;
    memset(&old.clean, 0x5a, sizeof old.clean);
    old.out = old.clean;
    assert_int_equal(nprand_py_set_python(rng, major, minor), NPRAND_OK);
    old.before = old.rng;
    refused_before(&old, 306, nprand_py_choices(rng, 2, 1, &old.out.k));
    refused_before(&old, 306, nprand_py_choices(rng, 0, 0, NULL));
    refused_before(&old, 306, nprand_py_choices_weights(rng, 2, weights, 1, &old.out.k, work));
    refused_before(&old, 306, nprand_py_choices_cum_weights(rng, 2, weights, 1, &old.out.k));
    refused_before(&old, 309, nprand_py_randbytes(rng, 1, &old.out.byte));
    refused_before(&old, 309, nprand_py_sample_counts(rng, counts, 2, 1, &old.out.k, work));
    refused_before(&old, 312, nprand_py_binomialvariate_fill(rng, 9, 0.5, 1, &old.out.k));
    refused_if(&old, old.release < 309, NPRAND_PY_ZERO_BITS,
               nprand_py_getrandbits_fill(rng, 0, 1, &old.out.bits));
    refused_if(&old, old.release < 309, NPRAND_PY_ZERO_BITS,
               nprand_py_getrandbits_limbs(rng, 0, &old.out.limb));
    refused_if(&old, old.release == 302 || old.release == 303, NPRAND_PY_DIVISION_BY_ZERO,
               nprand_py_triangular_fill(rng, 2.0, 2.0, 2.0, 1, &old.out.x));
    refused_if(&old, false, NPRAND_OK,
               nprand_py_triangular_symmetric_fill(rng, 2.0, 2.0, 1, &old.out.x));
}

static void test_refused_by_old_releases(void **unused)
{
    (void)unused;
    check_refusals_of(2, 7);
    for (int minor = 2; minor <= 14; minor++)
        check_refusals_of(3, minor);
}

/* ---- The Gaussian that is kept ---- */

static void test_gauss_keeps_its_second_value_in_the_state(void **unused)
{
    (void)unused;
    nprand_rng rng = py_seeded(3);
    double first = nprand_py_gauss(&rng, 0.0, 1.0);
    nprand_state state = state_of(&rng);
    assert_int_equal(state.pos, 4);
    assert_int_equal(state.has_gauss, 1);

    nprand_rng other = {0};
    assert_int_equal(nprand_set_state(&other, &state), NPRAND_OK);
    nprand_py_normalvariate(&other, 0.0, 1.0);
    nprand_py_lognormvariate(&other, 0.0, 1.0);
    assert_int_equal(state_of(&other).has_gauss, 1);
    assert_true(nprand_py_gauss(&other, 10.0, 2.0) == 10.0 + state.gauss * 2.0);
    assert_int_equal(state_of(&other).has_gauss, 0);
    assert_true(state_of(&other).gauss == 0.0);

    double pair[2];
    rng = py_seeded(3);
    assert_int_equal(nprand_py_gauss_fill(&rng, 0.0, 1.0, 2, pair), NPRAND_OK);
    assert_true(pair[0] == first);
    assert_true(pair[1] == state.gauss);
    assert_int_equal(state_of(&rng).has_gauss, 0);
}

/* ---- Refusals ---- */

static void refuses(bool accepted)
{
    assert_int_equal(errno, EDOM);
    errno = 0;
    assert_false(accepted);
}

static void test_scalar_draws_of_no_generator(void **unused)
{
    (void)unused;
    const uint64_t invalid = (uint64_t)NPRAND_INVALID;
    nprand_rng zeroed = {0};
    nprand_rng *none[] = {NULL, &zeroed};
    for (int i = 0; i < 2; i++) {
        nprand_rng *rng = none[i];
        errno = 0;
        refuses(!isnan(nprand_py_random(rng)));
        refuses(!isnan(nprand_py_uniform(rng, 0.0, 1.0)));
        refuses(!isnan(nprand_py_triangular(rng, 0.0, 1.0, 0.5)));
        refuses(!isnan(nprand_py_triangular_symmetric(rng, 0.0, 1.0)));
        refuses(!isnan(nprand_py_gauss(rng, 0.0, 1.0)));
        refuses(!isnan(nprand_py_normalvariate(rng, 0.0, 1.0)));
        refuses(!isnan(nprand_py_lognormvariate(rng, 0.0, 1.0)));
        refuses(!isnan(nprand_py_expovariate(rng, 1.0)));
        refuses(!isnan(nprand_py_paretovariate(rng, 1.0)));
        refuses(!isnan(nprand_py_weibullvariate(rng, 1.0, 1.0)));
        refuses(!isnan(nprand_py_gammavariate(rng, 1.0, 1.0)));
        refuses(!isnan(nprand_py_betavariate(rng, 1.0, 1.0)));
        refuses(!isnan(nprand_py_vonmisesvariate(rng, 1.0, 1.0)));
        refuses(nprand_py_binomialvariate(rng, 1, 0.5) != NPRAND_INVALID);
        refuses(nprand_py_getrandbits(rng, 8) != invalid);
        refuses(nprand_py_randrange(rng, 0, 8, 1) != NPRAND_INVALID);
        refuses(nprand_py_randrange_uint64(rng, 0, 8, 1) != invalid);
        refuses(nprand_py_randint(rng, 0, 8) != NPRAND_INVALID);
        refuses(nprand_py_randint_uint64(rng, 0, 8) != invalid);
        refuses(nprand_py_choice(rng, 8) != NPRAND_INVALID);
    }
}

static void test_arrays_of_no_generator(void **unused)
{
    (void)unused;
    static const int64_t counts[] = {1, 2};
    double x[2];
    int64_t k[2], space[8];
    const nprand_work work = nprand_work_of(space, sizeof space);
    uint32_t limbs[2];
    nprand_rng zeroed = {0};
    nprand_rng *none[] = {NULL, &zeroed};
    for (int i = 0; i < 2; i++) {
        nprand_rng *rng = none[i];
        nprand_status expected = i == 0 ? NPRAND_NULL_POINTER : NPRAND_NOT_SEEDED;
        assert_int_equal(nprand_py_random_fill(rng, 2, x), expected);
        assert_int_equal(nprand_py_gammavariate_fill(rng, -1.0, 1.0, 2, x), expected);
        assert_int_equal(nprand_py_choices(rng, 0, 1, k), expected);
        assert_int_equal(nprand_py_sample(rng, 2, 3, k, work), expected);
        assert_int_equal(nprand_py_sample_counts(rng, counts, 2, 9, k, work), expected);
        assert_int_equal(nprand_py_shuffle(rng, NULL, 1, 1), expected);
        assert_int_equal(nprand_py_randbytes(rng, 1, x), expected);
        assert_int_equal(nprand_py_getrandbits_limbs(rng, 33, limbs), expected);
    }
}

static void test_arrays_that_are_not_there(void **unused)
{
    (void)unused;
    static const double weights[] = {1.0, 2.0};
    static const int64_t counts[] = {1, 2};
    static const int64_t overflow[] = {INT64_MAX, 1}, underflow[] = {INT64_MIN, -1};
    const size_t huge = SIZE_MAX / 8;
    int64_t k[2], space[8];
    const nprand_work work = nprand_work_of(space, sizeof space);
    nprand_rng rng = py_seeded(1);
    nprand_rng before = rng;
    assert_int_equal(nprand_py_random_fill(&rng, 1, NULL), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_py_uniform_fill(&rng, 0.0, 1.0, huge, NULL), NPRAND_TOO_LARGE);
    assert_int_equal(nprand_py_gauss_fill(&rng, 0.0, 1.0, 1, NULL), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_py_normalvariate_fill(&rng, 0.0, 1.0, 1, NULL), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_py_lognormvariate_fill(&rng, 0.0, 1.0, 1, NULL), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_py_triangular_symmetric_fill(&rng, 0.0, 1.0, 1, NULL),
                     NPRAND_NULL_POINTER);
    assert_int_equal(nprand_py_getrandbits_fill(&rng, 65, 1, (uint64_t *)k),
                     NPRAND_PY_TOO_MANY_BITS);
    assert_int_equal(nprand_py_getrandbits_limbs(&rng, 1, NULL), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_py_randbytes(&rng, 1, NULL), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_py_randbytes(&rng, SIZE_MAX, k), NPRAND_TOO_LARGE);
    assert_int_equal(nprand_py_shuffle(&rng, NULL, 2, 1), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_py_shuffle(&rng, k, huge, 8), NPRAND_TOO_LARGE);
    assert_int_equal(nprand_py_shuffle(&rng, NULL, SIZE_MAX, 0), NPRAND_TOO_LARGE);
    assert_int_equal(nprand_py_choices(&rng, 2, 1, NULL), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_py_choices(&rng, 2, huge, k), NPRAND_TOO_LARGE);
    assert_int_equal(nprand_py_choices_weights(&rng, 2, NULL, 2, k, work), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_py_choices_cum_weights(&rng, 2, NULL, 2, k), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_py_choices_weights(&rng, INT64_MAX, weights, 2, k, work),
                     NPRAND_TOO_LARGE);
    assert_int_equal(nprand_py_choices_cum_weights(&rng, INT64_MAX, weights, 2, k),
                     NPRAND_TOO_LARGE);
    assert_int_equal(nprand_py_choices_weights(&rng, -1, weights, 0, NULL, work),
                     NPRAND_PY_EMPTY_SEQUENCE);
    assert_int_equal(nprand_py_choices_cum_weights(&rng, 0, weights, 0, NULL),
                     NPRAND_PY_EMPTY_SEQUENCE);
    assert_int_equal(nprand_py_sample(&rng, 2, 2, NULL, work), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_py_sample(&rng, -1, 0, k, work), NPRAND_PY_SAMPLE_TOO_LARGE);
    assert_int_equal(nprand_py_sample(&rng, INT64_MAX, huge, k, work), NPRAND_TOO_LARGE);
    assert_int_equal(nprand_py_sample(&rng, INT64_MAX, huge / 16, k, work), NPRAND_TOO_LARGE);
    assert_int_equal(nprand_py_sample_counts(&rng, NULL, 2, 1, k, work), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_py_sample_counts(&rng, counts, 2, 2, NULL, work), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_py_sample_counts(&rng, counts, huge, 2, k, work), NPRAND_TOO_LARGE);
    assert_int_equal(nprand_py_sample_counts(&rng, overflow, 2, 2, k, work), NPRAND_TOO_LARGE);
    assert_int_equal(nprand_py_sample_counts(&rng, underflow, 2, 2, k, work), NPRAND_TOO_LARGE);
    assert_memory_equal(&rng, &before, sizeof rng);

    /* Nothing is needed for nothing. */
    const nprand_work none = nprand_work_of(NULL, 0);
    assert_int_equal(nprand_py_random_fill(&rng, 0, NULL), NPRAND_OK);
    assert_int_equal(nprand_py_getrandbits_limbs(&rng, 0, NULL), NPRAND_OK);
    assert_int_equal(nprand_py_randbytes(&rng, 0, NULL), NPRAND_OK);
    assert_int_equal(nprand_py_shuffle(&rng, NULL, 0, 8), NPRAND_OK);
    assert_int_equal(nprand_py_choices(&rng, 0, 0, NULL), NPRAND_OK);
    assert_int_equal(nprand_py_sample(&rng, 2, 0, NULL, none), NPRAND_OK);
    assert_int_equal(nprand_py_sample_counts(&rng, counts, 2, 0, NULL, none), NPRAND_OK);
    assert_int_equal(nprand_py_sample_counts(&rng, NULL, 0, 0, NULL, none), NPRAND_OK);
    assert_memory_equal(&rng, &before, sizeof rng);
}

static void test_work_space_that_is_refused(void **unused)
{
    (void)unused;
    static const double weights[] = {1.0, 2.0};
    static const int64_t counts[] = {1, 2};
    int64_t k[2] = {-1, -1}, space[8];
    const struct {
        nprand_status expected;
        nprand_work work;
    } refused[] = {
        {NPRAND_WORK_MISSING, {NULL, sizeof space}},
        {NPRAND_WORK_TOO_SMALL, {space, 15}},
        {NPRAND_WORK_MISALIGNED, {(char *)space + 2, sizeof space - 2}},
    };
    nprand_rng rng = py_seeded(1);
    nprand_rng before = rng;
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
        nprand_status expected = refused[i].expected;
        nprand_work work = refused[i].work;
        assert_int_equal(nprand_py_choices_weights(&rng, 2, weights, 2, k, work), expected);
        assert_int_equal(nprand_py_sample(&rng, 2, 2, k, work), expected);
        assert_int_equal(nprand_py_sample_counts(&rng, counts, 2, 2, k, work), expected);
    }
    assert_true(k[0] == -1 && k[1] == -1);
    assert_memory_equal(&rng, &before, sizeof rng);
}

static void test_work_sizes(void **unused)
{
    (void)unused;
    static const int64_t counts[] = {10, 20}, overflow[] = {INT64_MAX, 1}, negative[] = {-1};
    assert_int_equal(nprand_py_choices_weights_work_size(10), 80);
    assert_int_equal(nprand_py_choices_weights_work_size(0), 0);
    assert_int_equal(nprand_py_choices_weights_work_size(-1), 0);
    assert_true(nprand_py_choices_weights_work_size(INT64_MAX) == SIZE_MAX);
    assert_int_equal(nprand_py_sample_work_size(21, 5), 8 * 21);
    assert_int_equal(nprand_py_sample_work_size(22, 5), 8 * 16);
    assert_int_equal(nprand_py_sample_work_size(INT64_MAX, 1), 8 * 2);
    assert_int_equal(nprand_py_sample_work_size(10, 0), 0);
    assert_int_equal(nprand_py_sample_work_size(10, 11), 0);
    assert_int_equal(nprand_py_sample_work_size(-1, 1), 0);
    assert_true(nprand_py_sample_work_size(INT64_MAX, SIZE_MAX / 4) == SIZE_MAX);
    assert_int_equal(nprand_py_sample_counts_work_size(counts, 2, 6), 8 * (30 + 2));
    assert_int_equal(nprand_py_sample_counts_work_size(counts, 2, 0), 0);
    assert_int_equal(nprand_py_sample_counts_work_size(counts, 2, 31), 0);
    assert_int_equal(nprand_py_sample_counts_work_size(negative, 1, 1), 0);
    assert_int_equal(nprand_py_sample_counts_work_size(NULL, 1, 1), 0);
    assert_true(nprand_py_sample_counts_work_size(overflow, 2, 1) == SIZE_MAX);
    assert_true(nprand_py_sample_counts_work_size(overflow, 1, SIZE_MAX / 4) == SIZE_MAX);
}

/* Sums of counts that an int64 just holds, at both ends; and a count of 0 at the upper end. */
static void test_sums_of_counts_at_the_ends(void **unused)
{
    (void)unused;
    static const int64_t most[] = {1, INT64_MAX - 1, 0}, more[] = {1, INT64_MAX - 1, 1};
    static const int64_t least[] = {-1, INT64_MIN + 1}, less[] = {-1, INT64_MIN + 1, -1};
    int64_t k, space[8];
    const nprand_work work = nprand_work_of(space, sizeof space);
    nprand_rng rng = py_seeded(1);
    assert_int_equal(nprand_py_sample_counts_work_size(most, 3, 1), 8 * (3 + 2));
    assert_int_equal(nprand_py_sample_counts(&rng, most, 3, 1, &k, work), NPRAND_OK);
    assert_true(k == 1);
    assert_int_equal(nprand_py_sample_counts(&rng, more, 3, 1, &k, work), NPRAND_TOO_LARGE);
    assert_int_equal(nprand_py_sample_counts(&rng, least, 2, 1, &k, work),
                     NPRAND_PY_COUNTS_NEGATIVE);
    assert_int_equal(nprand_py_sample_counts(&rng, less, 3, 1, &k, work), NPRAND_TOO_LARGE);
}

/* One trial succeeds if the next double is below p. */
static void test_one_trial_at_its_edge(void **unused)
{
    (void)unused;
    static const double quarter[] = {0.25};
    nprand_rng rng = with_next_doubles(1, quarter);
    assert_int_equal(nprand_py_binomialvariate(&rng, 1, 0.25), 0);
    rng = with_next_doubles(1, quarter);
    assert_int_equal(nprand_py_binomialvariate(&rng, 1, 0x1.0000000000001p-2), 1);
}

/* Elements without bytes are not moved, but cost what others cost: so the length of a list does. */
static void test_shuffle_of_nothing_large(void **unused)
{
    (void)unused;
    char bytes[100] = {0};
    nprand_rng a = py_seeded(1), b = py_seeded(1);
    assert_int_equal(nprand_py_shuffle(&a, bytes, sizeof bytes, 1), NPRAND_OK);
    assert_int_equal(nprand_py_shuffle(&b, NULL, sizeof bytes, 0), NPRAND_OK);
    assert_same_state(&a, &b);
}

/* ---- Where Python does not return, or raises over what it has drawn ---- */

static void test_where_python_never_returns(void **unused)
{
    (void)unused;
    const double nan = (double)NAN, inf = (double)INFINITY;
    double x[1];
    nprand_rng rng = py_seeded(1);
    nprand_rng before = rng;
    assert_int_equal(nprand_py_gammavariate_fill(&rng, nan, 1.0, 1, x), NPRAND_PY_NEVER_RETURNS);
    assert_int_equal(nprand_py_gammavariate_fill(&rng, inf, 1.0, 1, x), NPRAND_PY_NEVER_RETURNS);
    assert_int_equal(nprand_py_gammavariate_fill(&rng, 0x1p1023, 1.0, 1, x),
                     NPRAND_PY_NEVER_RETURNS);
    assert_int_equal(nprand_py_betavariate_fill(&rng, 1.0, nan, 1, x), NPRAND_PY_NEVER_RETURNS);
    assert_int_equal(nprand_py_vonmisesvariate_fill(&rng, 0.0, nan, 1, x), NPRAND_PY_NEVER_RETURNS);
    assert_memory_equal(&rng, &before, sizeof rng);
    assert_int_equal(nprand_py_gammavariate_fill(&rng, 0x1.fffffffffffffp1022, 1.0, 1, x),
                     NPRAND_OK);
}

static void test_nan_is_a_probability_for_one_trial_alone(void **unused)
{
    (void)unused;
    int64_t k[1];
    nprand_rng rng = py_seeded(1);
    assert_int_equal(nprand_py_binomialvariate_fill(&rng, 2, (double)NAN, 1, k),
                     NPRAND_PY_P_OUTSIDE_0_1);
    assert_int_equal(nprand_py_binomialvariate_fill(&rng, 1, (double)NAN, 1, k), NPRAND_OK);
    assert_int_equal(k[0], 0);
}

static void test_where_python_raises_after_a_draw(void **unused)
{
    (void)unused;
    static const double zero[] = {0.0, 0.5, 0.25, 0.5};
    static const double jumps[] = {0.0, 0.25, 0.0, 0.5, 0.0078125, 0.5};
    nprand_rng rng = py_seeded(1);
    errno = 0;
    assert_true(isinf(nprand_py_lognormvariate(&rng, 1000.0, 1.0)));
    assert_true(isinf(nprand_py_paretovariate(&rng, 1e-6)));
    /* log2(0) in the jumps of 3.12: none is left. */
    rng = with_next_doubles(6, jumps);
    assert_int_equal(nprand_py_set_python(&rng, 3, 12), NPRAND_OK);
    assert_int_equal(nprand_py_binomialvariate(&rng, 20, 0.25), 0);
    assert_int_equal(nprand_py_binomialvariate(&rng, 20, 0.25), 1);
    assert_true(nprand_py_random(&rng) == 0.5);
    /* 3.13.18 draws again. */
    rng = with_next_doubles(6, jumps);
    assert_int_equal(nprand_py_set_python(&rng, 3, 13), NPRAND_OK);
    assert_int_equal(nprand_py_binomialvariate(&rng, 20, 0.25), 2);
    assert_true(nprand_py_random(&rng) == 0.5);
    /* us = 0 in the rejection: infinite and below 0, drawn again. */
    rng = with_next_doubles(4, zero);
    assert_int_equal(nprand_py_binomialvariate(&rng, 100, 0.25), 25);
    assert_int_equal(errno, 0);
}

static void test_lgamma_of_factorials(void **unused)
{
    (void)unused;
    double factorial = 1.0;
    for (int n = 1; n <= 20; n++) {
        assert_true(fabs(nprand__py_lgamma(n) - log(factorial)) < 1e-13 * n);
        factorial *= n;
    }
}

/* Attempts that give the number of trials itself. From CPython 3.12 and 3.13:
 * r = random.Random(0); x = [r.binomialvariate(20, .5) for _ in range(20000)]; sum(x);
 * r.getrandbits(32). */
static void test_binomialvariate_up_to_all_trials(void **unused)
{
    (void)unused;
    nprand_rng rng = py_seeded(0);
    int64_t sum = 0;
    for (int i = 0; i < 20000; i++)
        sum += nprand_py_binomialvariate(&rng, 20, 0.5);
    assert_int_equal(sum, 199563);
    assert_int_equal(nprand_random_raw(&rng), 1847858024);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_published_numbers),
        cmocka_unit_test(test_sha512_gives_the_published_hashes),
        cmocka_unit_test(test_seeds_that_are_the_same),
        cmocka_unit_test(test_seeds_by_their_type),
        cmocka_unit_test(test_seeds_from_text),
        cmocka_unit_test(test_refused_seeds_leave_the_generator),
        cmocka_unit_test(test_entropy_gives_other_streams),
        cmocka_unit_test(test_release),
        cmocka_unit_test(test_programs_of_python_2),
        cmocka_unit_test(test_float_seeds_of_python_2),
        cmocka_unit_test(test_refused_by_old_releases),
        cmocka_unit_test(test_gauss_keeps_its_second_value_in_the_state),
        cmocka_unit_test(test_scalar_draws_of_no_generator),
        cmocka_unit_test(test_arrays_of_no_generator),
        cmocka_unit_test(test_arrays_that_are_not_there),
        cmocka_unit_test(test_work_space_that_is_refused),
        cmocka_unit_test(test_work_sizes),
        cmocka_unit_test(test_sums_of_counts_at_the_ends),
        cmocka_unit_test(test_one_trial_at_its_edge),
        cmocka_unit_test(test_shuffle_of_nothing_large),
        cmocka_unit_test(test_where_python_never_returns),
        cmocka_unit_test(test_lgamma_of_factorials),
        cmocka_unit_test(test_binomialvariate_up_to_all_trials),
        cmocka_unit_test(test_nan_is_a_probability_for_one_trial_alone),
        cmocka_unit_test(test_where_python_raises_after_a_draw),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
