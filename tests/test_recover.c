/* SPDX-License-Identifier: BSD-3-Clause
 *
 * recover_words, recover_doubles, recover_masked: from drawn values back to the generator. The
 * values are this library's own, which the vectors compare with NumPy's;
 * crosscheck_recover.py takes NumPy's.
 */
#include "test.h"

#include <math.h>
#include <stdlib.h>

enum { NEEDED = 623, /* doubles */ MOST = 5000 };

static uint32_t words[MOST], masks[MOST];
static double doubles[MOST];

/* Memory of exactly this size, which a sanitizer watches. */
static nprand_work work_of(size_t size)
{
    void *memory = malloc(size);
    assert_non_null(memory);
    memset(memory, 0x5a, size);
    return nprand_work_of(memory, size);
}

static nprand_status recover_doubles(nprand_rng *rng, const double *x, size_t n)
{
    nprand_work work = work_of(nprand_recover_doubles_work_size(n));
    nprand_status status = nprand_recover_doubles(rng, x, n, work);
    free(work.memory);
    return status;
}

static nprand_status recover_masked(nprand_rng *rng, size_t n)
{
    nprand_work work = work_of(nprand_recover_masked_work_size(masks, n));
    nprand_status status = nprand_recover_masked(rng, words, masks, n, work);
    free(work.memory);
    return status;
}

/* The same words from here on, and, from n words earlier, the same n words again. */
static void assert_same_stream(const nprand_rng *a, const nprand_rng *b, uint64_t n)
{
    nprand_rng one = *a, two = *b;
    for (int i = 0; i < 2000; i++)
        assert_int_equal(nprand_random_raw(&one), nprand_random_raw(&two));
    assert_int_equal(nprand_rewind(&one, n + 4000), NPRAND_OK);
    assert_int_equal(nprand_rewind(&two, n + 4000), NPRAND_OK);
    for (int i = 0; i < 2000; i++)
        assert_int_equal(nprand_random_raw(&one), nprand_random_raw(&two));
}

static nprand_rng at_word(int64_t seed, uint64_t word)
{
    nprand_rng rng = seeded(seed);
    assert_int_equal(nprand_advance(&rng, word), NPRAND_OK);
    return rng;
}

/* A refused call leaves the generator as it was. */
static void assert_unchanged(const nprand_rng *rng)
{
    unsigned char pattern[sizeof *rng];
    memset(pattern, 0xa5, sizeof pattern);
    assert_memory_equal(rng, pattern, sizeof pattern);
}

/* expected is the status of a call that has &refused as its generator. */
#define REFUSED(expected, call)                 \
    do {                                        \
        nprand_rng refused;                     \
        memset(&refused, 0xa5, sizeof refused); \
        assert_int_equal(call, expected);       \
        assert_unchanged(&refused);             \
    } while (0)

/* ---- Words -------------------------------------------------------------------------------- */

static void test_words_from_every_position(void **unused)
{
    (void)unused;
    static const size_t counts[] = {624, 625, 1247, 1248, 3000};
    for (uint64_t first = 0; first < 1250; first++) {
        nprand_rng rng = at_word(1, first), made;
        size_t n = counts[first % 5];
        assert_int_equal(nprand_random_raw_fill(&rng, n, words), NPRAND_OK);
        memset(&made, 0xa5, sizeof made);
        assert_int_equal(nprand_recover_words(&made, words, n), NPRAND_OK);
        assert_same_stream(&rng, &made, n);
    }
}

static void test_words_leave_default_settings(void **unused)
{
    (void)unused;
    nprand_rng rng = at_word(2, 77), made;
    nprand_standard_normal(&rng);
    assert_int_equal(nprand_random_raw_fill(&rng, 700, words), NPRAND_OK);
    assert_int_equal(nprand_recover_words(&made, words, 700), NPRAND_OK);
    assert_int_equal(state_of(&made).has_gauss, 0);
    int major, minor, patch;
    assert_int_equal(nprand_get_numpy(&made, &major, &minor, &patch), NPRAND_OK);
    assert_int_equal(major * 100 + minor, 205);
}

/* Any bit of any word. */
static void test_words_with_a_wrong_bit(void **unused)
{
    (void)unused;
    enum { N = 1300 };
    nprand_rng rng = at_word(3, 5);
    assert_int_equal(nprand_random_raw_fill(&rng, N, words), NPRAND_OK);
    for (size_t i = 0; i < 32 * N; i += i < 64 ? 1 : 37) {
        words[i / 32] ^= 1u << i % 32;
        REFUSED(NPRAND_NOT_CONSECUTIVE, nprand_recover_words(&refused, words, N));
        words[i / 32] ^= 1u << i % 32;
    }
}

/* The words of the state that the first word behind it depends on, and bits that do not matter. */
static void test_one_word_more(void **unused)
{
    (void)unused;
    nprand_rng rng = at_word(3, 5), made;
    assert_int_equal(nprand_random_raw_fill(&rng, 625, words), NPRAND_OK);
    static const size_t compared[] = {0, 1, 397, 624};
    for (size_t i = 0; i < 4; i++) {
        words[compared[i]] ^= 1;
        REFUSED(NPRAND_NOT_CONSECUTIVE, nprand_recover_words(&refused, words, 625));
        words[compared[i]] ^= 1;
    }
    words[0] ^= 1; /* not part of the state */
    assert_int_equal(nprand_recover_words(&made, words, 624), NPRAND_OK);
    assert_int_equal(nprand_random_raw(&made), words[624]);
}

static void test_words_refused(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded(4);
    assert_int_equal(nprand_random_raw_fill(&rng, 700, words), NPRAND_OK);
    REFUSED(NPRAND_STATE_UNDETERMINED, nprand_recover_words(&refused, words, 623));
    REFUSED(NPRAND_STATE_UNDETERMINED, nprand_recover_words(&refused, NULL, 0));
    REFUSED(NPRAND_NULL_POINTER, nprand_recover_words(&refused, NULL, 624));
    REFUSED(NPRAND_TOO_LARGE, nprand_recover_words(&refused, words, SIZE_MAX));
    assert_int_equal(nprand_recover_words(NULL, words, 700), NPRAND_NULL_POINTER);
    memset(words, 0, sizeof words);
    REFUSED(NPRAND_ZERO_KEY, nprand_recover_words(&refused, words, 624));
    REFUSED(NPRAND_ZERO_KEY, nprand_recover_words(&refused, words, 1000));
    words[999] = 1;
    REFUSED(NPRAND_NOT_CONSECUTIVE, nprand_recover_words(&refused, words, 1000));
}

/* ---- Doubles ------------------------------------------------------------------------------ */

static void test_doubles_at_positions(void **unused)
{
    (void)unused;
    static const uint64_t first[] = {0, 1, 2, 311, 623, 624, 625, 1001, 123456789012};
    for (size_t i = 0; i < sizeof first / sizeof first[0]; i++) {
        nprand_rng rng = at_word(5, first[i]), made;
        size_t n = NEEDED + i * i * i;
        assert_int_equal(nprand_random_sample_fill(&rng, n, doubles), NPRAND_OK);
        memset(&made, 0xa5, sizeof made);
        assert_int_equal(recover_doubles(&made, doubles, n), NPRAND_OK);
        assert_same_stream(&rng, &made, 2 * n);
    }
}

/* The header's example: words 622 of two states differ in bit 4, and 622 doubles are the same. */
static void test_622_doubles_are_those_of_two_generators(void **unused)
{
    (void)unused;
    nprand_rng one = at_word(6, 624);
    nprand_state state = state_of(&one);
    state.pos = 0;
    assert_int_equal(nprand_set_state(&one, &state), NPRAND_OK);
    state.key[622] ^= 0x10;
    nprand_rng two = one;
    assert_int_equal(nprand_set_state(&two, &state), NPRAND_OK);
    for (size_t i = 0; i < NEEDED - 1; i++) {
        doubles[i] = nprand_random_sample(&one);
        assert_true(doubles[i] == nprand_random_sample(&two));
    }
    REFUSED(NPRAND_STATE_UNDETERMINED, recover_doubles(&refused, doubles, NEEDED - 1));
    doubles[NEEDED - 1] = nprand_random_sample(&one);
    nprand_rng made;
    assert_int_equal(recover_doubles(&made, doubles, NEEDED), NPRAND_OK);
    assert_same_stream(&one, &made, 2 * NEEDED);
    doubles[NEEDED - 1] = nprand_random_sample(&two);
    assert_int_equal(recover_doubles(&made, doubles, NEEDED), NPRAND_OK);
    assert_same_stream(&two, &made, 2 * NEEDED);
}

static void test_doubles_with_a_wrong_bit(void **unused)
{
    (void)unused;
    enum { N = 900 };
    nprand_rng rng = at_word(7, 3);
    assert_int_equal(nprand_random_sample_fill(&rng, N, doubles), NPRAND_OK);
    static const size_t places[] = {0, 1, 2, 311, 312, 313, 500, 622, 623, 899};
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        const double right = doubles[places[i]];
        static const int bits[] = {53, 27, 26, 1};
        for (size_t b = 0; b < 4; b++) {
            uint64_t k = (uint64_t)(right * 0x1p53) ^ UINT64_C(1) << (bits[b] - 1);
            doubles[places[i]] = (double)k * 0x1p-53;
            REFUSED(NPRAND_NOT_CONSECUTIVE, recover_doubles(&refused, doubles, N));
        }
        doubles[places[i]] = right;
    }
}

/* Fewer values than determine the state can contradict each other. */
static void test_few_doubles_with_a_wrong_bit(void **unused)
{
    (void)unused;
    nprand_rng rng = at_word(7, 3);
    assert_int_equal(nprand_random_sample_fill(&rng, 500, doubles), NPRAND_OK);
    REFUSED(NPRAND_STATE_UNDETERMINED, recover_doubles(&refused, doubles, 500));
    doubles[400] = doubles[400] < 0.5 ? doubles[400] + 0.5 : doubles[400] - 0.5;
    REFUSED(NPRAND_NOT_CONSECUTIVE, recover_doubles(&refused, doubles, 500));
}

static void test_doubles_that_are_none_of_random_sample(void **unused)
{
    (void)unused;
    static const double bad[] = {
        NAN,       INFINITY, -INFINITY, 1.0, -0x1p-53, 1.5, 0x1p-54, 0x1p-1074, 0.5 + 0x1p-53 * 0.5,
        0.1 * 0.1, 1e300,    -1e300,    -0.0};
    nprand_rng rng = seeded(8);
    assert_int_equal(nprand_random_sample_fill(&rng, 700, doubles), NPRAND_OK);
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        const size_t at = i * 53;
        const double right = doubles[at];
        doubles[at] = bad[i];
        if (bad[i] * 0x1p53 == floor(bad[i] * 0x1p53) && !signbit(bad[i]) && bad[i] < 1.0)
            REFUSED(NPRAND_NOT_CONSECUTIVE, recover_doubles(&refused, doubles, 700));
        else
            REFUSED(NPRAND_NOT_RANDOM_SAMPLE, recover_doubles(&refused, doubles, 700));
        doubles[at] = right;
    }
    static const double normals[] = {0.25, 0.1, 0.3};
    REFUSED(NPRAND_NOT_RANDOM_SAMPLE, recover_doubles(&refused, normals + 1, 1));
    REFUSED(NPRAND_STATE_UNDETERMINED, recover_doubles(&refused, normals, 1));
}

static void test_doubles_refused(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded(9);
    assert_int_equal(nprand_random_sample_fill(&rng, 700, doubles), NPRAND_OK);
    const size_t size = nprand_recover_doubles_work_size(700);
    nprand_work work = work_of(size);
    const nprand_work small = {work.memory, size - 1}, none = {NULL, size};
    const nprand_work crooked = {(char *)work.memory + 1, size};
    REFUSED(NPRAND_WORK_TOO_SMALL, nprand_recover_doubles(&refused, doubles, 700, small));
    REFUSED(NPRAND_WORK_MISSING, nprand_recover_doubles(&refused, doubles, 700, none));
    REFUSED(NPRAND_WORK_MISALIGNED, nprand_recover_doubles(&refused, doubles, 700, crooked));
    REFUSED(NPRAND_NULL_POINTER, nprand_recover_doubles(&refused, NULL, 700, work));
    REFUSED(NPRAND_TOO_LARGE, nprand_recover_doubles(&refused, doubles, SIZE_MAX / 4, work));
    REFUSED(NPRAND_STATE_UNDETERMINED, nprand_recover_doubles(&refused, NULL, 0, work));
    assert_int_equal(nprand_recover_doubles(NULL, doubles, 700, work), NPRAND_NULL_POINTER);
    memset(doubles, 0, sizeof doubles);
    REFUSED(NPRAND_ZERO_KEY, nprand_recover_doubles(&refused, doubles, 700, work));
    free(work.memory);
}

/* ---- Known bits --------------------------------------------------------------------------- */

/* The least number of words of which these bits are known that determines the state. */
static void assert_needed(uint32_t mask, size_t needed)
{
    nprand_rng rng = at_word(10, mask % 1000), made;
    for (size_t i = 0; i < needed; i++) {
        words[i] = (uint32_t)nprand_random_raw(&rng) ^ ~mask; /* the other bits are ignored */
        masks[i] = mask;
    }
    assert_int_equal(recover_masked(&made, needed), NPRAND_OK);
    assert_same_stream(&rng, &made, needed);
    REFUSED(NPRAND_STATE_UNDETERMINED, recover_masked(&refused, needed - 1));
}

static void test_upper_and_lower_bits(void **unused)
{
    (void)unused;
    assert_needed(UINT32_MAX, 624);
    assert_needed(0xffff0000, 1247);
    assert_needed(0x0000ffff, 1247);
    /* So few equations that each of them determines an unknown. */
    REFUSED(NPRAND_STATE_UNDETERMINED, recover_masked(&refused, 700));
}

static void test_few_bits_of_each_word(void **unused)
{
    (void)unused;
    assert_needed(0xff000000, 2493);
}

/* From 16 to 32 bits of each word, from its top or from its bottom; every 9th word is not known. */
static void test_masks_that_change(void **unused)
{
    (void)unused;
    enum { N = 4000 };
    nprand_rng random = seeded(11), rng = at_word(12, 99), made;
    for (size_t i = 0; i < N; i++) {
        const uint32_t high = UINT32_MAX << nprand_randint(&random, 0, 17);
        masks[i] = i % 9 == 5 ? 0 : i % 2 ? high : UINT32_MAX >> nprand_randint(&random, 0, 17);
        words[i] = (uint32_t)nprand_random_raw(&rng) & masks[i];
    }
    assert_int_equal(recover_masked(&made, N), NPRAND_OK);
    assert_same_stream(&rng, &made, N);
    static const size_t places[] = {0, 600, N - 1};
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        const size_t at = places[i];
        words[at] ^= masks[at] & (0 - masks[at]);
        REFUSED(NPRAND_NOT_CONSECUTIVE, recover_masked(&refused, N));
        words[at] ^= masks[at] & (0 - masks[at]);
    }
}

/* Whole words behind a gap. */
static void test_a_gap(void **unused)
{
    (void)unused;
    nprand_rng rng = at_word(13, 7), made;
    for (size_t i = 0; i < 5000; i++) {
        words[i] = (uint32_t)nprand_random_raw(&rng);
        masks[i] = i < 300 || i >= 4600 ? UINT32_MAX : 0;
    }
    assert_int_equal(recover_masked(&made, 5000), NPRAND_OK);
    assert_same_stream(&rng, &made, 5000);
}

static void test_masked_refused(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded(14);
    assert_int_equal(nprand_random_raw_fill(&rng, 700, words), NPRAND_OK);
    memset(masks, 0xff, sizeof masks);
    assert_int_equal(nprand_recover_masked_work_size(masks, 623), 0);
    assert_int_equal(nprand_recover_masked_work_size(NULL, 700), 0);
    const size_t size = nprand_recover_masked_work_size(masks, 700);
    nprand_work work = work_of(size);
    const nprand_work small = {work.memory, size - 1};
    REFUSED(NPRAND_STATE_UNDETERMINED, nprand_recover_masked(&refused, words, masks, 623, work));
    REFUSED(NPRAND_STATE_UNDETERMINED, nprand_recover_masked(&refused, NULL, NULL, 0, work));
    REFUSED(NPRAND_NULL_POINTER, nprand_recover_masked(&refused, words, NULL, 700, work));
    REFUSED(NPRAND_NULL_POINTER, nprand_recover_masked(&refused, NULL, masks, 700, work));
    REFUSED(NPRAND_TOO_LARGE, nprand_recover_masked(&refused, words, masks, SIZE_MAX / 2, work));
    REFUSED(NPRAND_WORK_TOO_SMALL, nprand_recover_masked(&refused, words, masks, 700, small));
    assert_int_equal(nprand_recover_masked(NULL, words, masks, 700, work), NPRAND_NULL_POINTER);
    memset(words, 0, sizeof words);
    REFUSED(NPRAND_ZERO_KEY, nprand_recover_masked(&refused, words, masks, 700, work));
    free(work.memory);
    memset(masks, 0, sizeof masks);
    REFUSED(NPRAND_STATE_UNDETERMINED, recover_masked(&refused, 700));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_from_every_position),
        cmocka_unit_test(test_words_leave_default_settings),
        cmocka_unit_test(test_words_with_a_wrong_bit),
        cmocka_unit_test(test_one_word_more),
        cmocka_unit_test(test_words_refused),
        cmocka_unit_test(test_doubles_at_positions),
        cmocka_unit_test(test_622_doubles_are_those_of_two_generators),
        cmocka_unit_test(test_doubles_with_a_wrong_bit),
        cmocka_unit_test(test_few_doubles_with_a_wrong_bit),
        cmocka_unit_test(test_doubles_that_are_none_of_random_sample),
        cmocka_unit_test(test_doubles_refused),
        cmocka_unit_test(test_upper_and_lower_bits),
        cmocka_unit_test(test_few_bits_of_each_word),
        cmocka_unit_test(test_masks_that_change),
        cmocka_unit_test(test_a_gap),
        cmocka_unit_test(test_masked_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
