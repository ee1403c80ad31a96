/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The kernels of this process' backend against the portable ones, on the same memory: the same bits
 * where they are to write, and nothing written anywhere else.
 */
#include "test.h"

#include "../src/backend/polar.h"
#include "../src/backend/polynomial.h"
#include "../src/backend/ptrs.h"
#include "../src/backend/rank.h"
#include "../src/backend/vonmises.h"
#include "../src/distributions/approximate.h"
#include "../src/engine/engine.h"

#include <stdlib.h>

/* Words around a key and around an output that must stay as they are; the word offsets at which
 * they are put; the most blocks that are made at once. */
enum { GUARD = 64, OFFSETS = 17, BLOCKS = 7 };

struct memory {
    uint32_t key[GUARD + OFFSETS + NPRAND__N + NPRAND__PAD + GUARD];
    _Alignas(uint64_t) uint32_t out[GUARD + OFFSETS + BLOCKS * NPRAND__N + GUARD];
};

/* One for the portable kernels, one for those that are tested. */
static struct memory *expected, *got;

static const struct nprand__backend *tested;

static int allocate(void **unused)
{
    (void)unused;
    expected = malloc(sizeof *expected);
    got = malloc(sizeof *got);
    tested = nprand__backend();
    print_message("%s against portable\n", tested->name);
    return expected == NULL || got == NULL;
}

static int release(void **unused)
{
    (void)unused;
    free(expected);
    free(got);
    return 0;
}

/* ---- Both memories ------------------------------------------------------------------------ */

static uint32_t *key_in(struct memory *m, size_t offset)
{
    return m->key + GUARD + offset;
}

static uint32_t *out_in(struct memory *m, size_t offset)
{
    return m->out + GUARD + offset;
}

/* The room behind a key may hold anything, before and after: it differs between the two. */
static void prepare(const uint32_t *key, size_t offset)
{
    memset(expected, 0xa5, sizeof *expected);
    memcpy(key_in(expected, offset), key, NPRAND__N * sizeof *key);
    memcpy(got, expected, sizeof *got);
    memset(key_in(got, offset) + NPRAND__N, 0xff, NPRAND__PAD * sizeof *key);
}

static void compare(size_t offset)
{
    memset(key_in(expected, offset) + NPRAND__N, 0, NPRAND__PAD * sizeof(uint32_t));
    memset(key_in(got, offset) + NPRAND__N, 0, NPRAND__PAD * sizeof(uint32_t));
    assert_memory_equal(got->key, expected->key, sizeof got->key);
    assert_memory_equal(got->out, expected->out, sizeof got->out);
}

/* What the kernels do to a key. out has room for BLOCKS blocks. */
typedef void on_key(const struct nprand__backend *kernels, uint32_t *key, uint32_t *out);

static void compare_on_key(on_key *call, const uint32_t *key, size_t offset)
{
    prepare(key, offset);
    call(&nprand__backend_portable, key_in(expected, offset), out_in(expected, offset));
    call(tested, key_in(got, offset), out_in(got, offset));
    compare(offset);
}

/* ---- Keys --------------------------------------------------------------------------------- */

static void random_words(int64_t seed, size_t n, uint32_t *words)
{
    nprand_rng rng = seeded(seed);
    assert_int_equal(nprand_random_raw_fill(&rng, n, words), NPRAND_OK);
}

/* Random keys, and keys as seeding leaves them, at every offset. */
static void compare_on_some_keys(on_key *call)
{
    for (size_t offset = 0; offset < OFFSETS; offset++) {
        for (int64_t seed = 0; seed < 10; seed++) {
            uint32_t key[NPRAND__N];
            random_words(seed, NPRAND__N, key);
            compare_on_key(call, key, offset);
            nprand_rng rng = seeded(seed);
            nprand_state state = state_of(&rng);
            compare_on_key(call, state.key, offset);
        }
    }
}

/* Twisting and tempering are linear over GF(2): what is right on each single bit, and on the zero
 * key, is right on every key. */
static void compare_on_single_bits(on_key *call)
{
    uint32_t key[NPRAND__N] = {0};
    compare_on_key(call, key, 0);
    for (size_t bit = 0; bit < 32 * NPRAND__N; bit++) {
        key[bit / 32] = UINT32_C(1) << bit % 32;
        compare_on_key(call, key, bit % OFFSETS);
        key[bit / 32] = 0;
    }
}

/* ---- Kernels on a key --------------------------------------------------------------------- */

static void refill(const struct nprand__backend *kernels, uint32_t *key, uint32_t *out)
{
    kernels->refill(key, out);
}

static void test_refill_on_random_and_seeded_keys(void **unused)
{
    (void)unused;
    compare_on_some_keys(refill);
}

static void test_refill_on_each_single_bit(void **unused)
{
    (void)unused;
    compare_on_single_bits(refill);
}

static void refill_back(const struct nprand__backend *kernels, uint32_t *key, uint32_t *out)
{
    kernels->refill_back(key, out);
}

static void test_refill_back_on_random_and_seeded_keys(void **unused)
{
    (void)unused;
    compare_on_some_keys(refill_back);
}

static void test_refill_back_on_each_single_bit(void **unused)
{
    (void)unused;
    compare_on_single_bits(refill_back);
}

/* All but the lower bits of the first word, which a twist does not read. */
static void test_refill_back_undoes_refill(void **unused)
{
    (void)unused;
    uint32_t key[NPRAND__N + NPRAND__PAD], before[NPRAND__N], block[NPRAND__N], back[NPRAND__N];
    for (int64_t seed = 0; seed < 10; seed++) {
        random_words(seed, NPRAND__N, key);
        memcpy(before, key, sizeof before);
        tested->refill(key, block);
        tested->refill_back(key, back);
        assert_int_equal(key[0] >> 31, before[0] >> 31);
        assert_memory_equal(key + 1, before + 1, sizeof before - sizeof *before);
        tested->refill(key, back);
        assert_memory_equal(back, block, sizeof block);
        memcpy(before, key, sizeof before);
        tested->refill(key, block);
        tested->refill_back(key, block);
        assert_memory_equal(key, before, sizeof before);
        assert_memory_equal(block, back, sizeof block);
    }
}

static void twist_0(const struct nprand__backend *kernels, uint32_t *key, uint32_t *out)
{
    (void)out;
    kernels->twist(key, 0);
}

static void twist_1(const struct nprand__backend *kernels, uint32_t *key, uint32_t *out)
{
    (void)out;
    kernels->twist(key, 1);
}

static void twist_2(const struct nprand__backend *kernels, uint32_t *key, uint32_t *out)
{
    (void)out;
    kernels->twist(key, 2);
}

static void twist_5(const struct nprand__backend *kernels, uint32_t *key, uint32_t *out)
{
    (void)out;
    kernels->twist(key, 5);
}

static void test_twist_no_once_twice_and_five_times(void **unused)
{
    (void)unused;
    compare_on_some_keys(twist_0);
    compare_on_some_keys(twist_1);
    compare_on_some_keys(twist_2);
    compare_on_some_keys(twist_5);
    compare_on_single_bits(twist_1);
}

static void words_0(const struct nprand__backend *kernels, uint32_t *key, uint32_t *out)
{
    kernels->words(key, 0, out);
}

static void words_1(const struct nprand__backend *kernels, uint32_t *key, uint32_t *out)
{
    kernels->words(key, 1, out);
}

static void words_2(const struct nprand__backend *kernels, uint32_t *key, uint32_t *out)
{
    kernels->words(key, 2, out);
}

static void words_7(const struct nprand__backend *kernels, uint32_t *key, uint32_t *out)
{
    kernels->words(key, BLOCKS, out);
}

static void test_words_of_0_1_2_and_7_blocks(void **unused)
{
    (void)unused;
    compare_on_some_keys(words_0);
    compare_on_some_keys(words_1);
    compare_on_some_keys(words_2);
    compare_on_some_keys(words_7);
    compare_on_single_bits(words_1);
}

/* Doubles begin at each multiple of their own size. */
static double *as_doubles(uint32_t *out)
{
    return (double *)(void *)(out + (uintptr_t)out / sizeof *out % 2);
}

static void doubles_0(const struct nprand__backend *kernels, uint32_t *key, uint32_t *out)
{
    kernels->doubles(key, 0, as_doubles(out));
}

static void doubles_1(const struct nprand__backend *kernels, uint32_t *key, uint32_t *out)
{
    kernels->doubles(key, 1, as_doubles(out));
}

static void doubles_2(const struct nprand__backend *kernels, uint32_t *key, uint32_t *out)
{
    kernels->doubles(key, 2, as_doubles(out));
}

static void doubles_7(const struct nprand__backend *kernels, uint32_t *key, uint32_t *out)
{
    kernels->doubles(key, BLOCKS, as_doubles(out));
}

static void test_doubles_of_0_1_2_and_7_blocks(void **unused)
{
    (void)unused;
    compare_on_some_keys(doubles_0);
    compare_on_some_keys(doubles_1);
    compare_on_some_keys(doubles_2);
    compare_on_some_keys(doubles_7);
    compare_on_single_bits(doubles_1);
}

/* ---- Kernels on words --------------------------------------------------------------------- */

static void compare_convert(const uint32_t *words, size_t n, size_t out_offset)
{
    memset(expected->out, 0xa5, sizeof expected->out);
    memset(got->out, 0xa5, sizeof got->out);
    nprand__backend_portable.convert(words, n, as_doubles(out_in(expected, out_offset)));
    tested->convert(words, n, as_doubles(out_in(got, out_offset)));
    assert_memory_equal(got->out, expected->out, sizeof got->out);
}

/* The words that are read end at the end of their memory, where a checker sees one more. */
static void test_convert_at_every_offset(void **unused)
{
    (void)unused;
    uint32_t *words = malloc(NPRAND__N * sizeof *words);
    assert_non_null(words);
    random_words(1, NPRAND__N, words);
    for (size_t from = 0; from < NPRAND__N; from++) {
        compare_convert(words + from, (NPRAND__N - from) / 2, from % OFFSETS);
        for (size_t n = 0; n <= 40 && from + 2 * n <= NPRAND__N; n++)
            compare_convert(words + from, n, from % OFFSETS);
    }
    free(words);
}

/* The ends of the range, and each bit of two words by itself and missing: bits that a conversion
 * drops, moves or rounds. */
static void test_convert_of_each_single_bit(void **unused)
{
    (void)unused;
    enum { PAIRS = 2 * 64 + 2 };
    uint32_t words[2 * PAIRS] = {0};
    words[2 * PAIRS - 1] = words[2 * PAIRS - 2] = UINT32_MAX;
    for (size_t bit = 0; bit < 64; bit++) {
        uint32_t *one = words + 2 * bit, *missing = words + 2 * (64 + bit);
        one[bit / 32] = UINT32_C(1) << bit % 32;
        missing[0] = missing[1] = UINT32_MAX;
        missing[bit / 32] ^= one[bit / 32];
    }
    for (size_t pair = 0; pair < PAIRS; pair++) {
        compare_convert(words + 2 * pair, PAIRS - pair, 0);
        double value = 2.0;
        tested->convert(words + 2 * pair, 1, &value);
        assert_true(value == nprand__words_to_double(words[2 * pair], words[2 * pair + 1]));
    }
}

/* A kernel that selects: from words, of n as it counts them, with mask = the bits of max. */
typedef size_t on_words(const struct nprand__backend *kernels, const uint32_t *words, size_t n,
                        uint64_t max, void *out);

static uint64_t mask_of(uint64_t max)
{
    for (unsigned shift = 1; shift < 64; shift *= 2)
        max |= max >> shift;
    return max;
}

static size_t select_words(const struct nprand__backend *kernels, const uint32_t *words, size_t n,
                           uint64_t max, void *out)
{
    return kernels->select(words, n, 0x12345678, (uint32_t)mask_of(max), (uint32_t)max, out);
}

static size_t select_wide(const struct nprand__backend *kernels, const uint32_t *words, size_t n,
                          uint64_t max, void *out)
{
    const uint64_t low = UINT64_C(0x123456789abcdef0);
    return kernels->select_wide(words, n, low, (uint32_t)mask_of(max), (uint32_t)max, out);
}

static size_t select_pairs(const struct nprand__backend *kernels, const uint32_t *words, size_t n,
                           uint64_t max, void *out)
{
    return kernels->select_pairs(words, n, UINT64_C(0x123456789abcdef0), mask_of(max), max, out);
}

static size_t select_halves(const struct nprand__backend *kernels, const uint32_t *words, size_t n,
                            uint64_t max, void *out)
{
    return kernels->select_halves(words, n, 0x1234, (uint16_t)mask_of(max), (uint16_t)max, out);
}

static size_t add_pairs(const struct nprand__backend *kernels, const uint32_t *words, size_t n,
                        uint64_t max, void *out)
{
    kernels->add_pairs(words, n, max, out);
    return n;
}

/* most: values that it can give, of size bytes. */
static void compare_select(on_words *call, const uint32_t *words, size_t n, uint64_t max,
                           size_t most, size_t size, size_t offset)
{
    memset(expected->out, 0xa5, sizeof expected->out);
    memset(got->out, 0xa5, sizeof got->out);
    unsigned char *left = (unsigned char *)expected->out + (GUARD + offset) * size;
    unsigned char *right = (unsigned char *)got->out + (GUARD + offset) * size;
    size_t count = call(&nprand__backend_portable, words, n, max, left);
    assert_int_equal(call(tested, words, n, max, right), count);
    assert_in_range(count, 0, most);
    /* What is behind the chosen ones, in the room, means nothing. */
    memset(left + count * size, 0, (most - count) * size);
    memset(right + count * size, 0, (most - count) * size);
    assert_memory_equal(got->out, expected->out, sizeof got->out);
}

/* What a kernel that selects counts by: words, and values of size bytes that they can give. */
struct unit {
    size_t words, values, size;
};

/* With each max, from every word, all and a few. */
static void compare_selects(on_words *call, struct unit unit, const uint64_t *max, size_t count)
{
    uint32_t *words = malloc(NPRAND__N * sizeof *words);
    assert_non_null(words);
    random_words(2, NPRAND__N, words);
    for (size_t i = 0; i < count; i++) {
        for (size_t from = 0; from < NPRAND__N; from++) {
            size_t all = (NPRAND__N - from) / unit.words;
            size_t few = from % 41 < all ? from % 41 : 0;
            compare_select(call, words + from, all, max[i], unit.values * all, unit.size,
                           from % OFFSETS);
            compare_select(call, words + from, few, max[i], unit.values * few, unit.size, 0);
        }
    }
    free(words);
}

static void test_select_at_every_offset(void **unused)
{
    (void)unused;
    static const uint64_t max[] = {
        0,         1, 2, 9, 64, 255, 0x10000, 0x7fffffff, 0x80000000u, 0x80000001u, UINT32_MAX - 1,
        UINT32_MAX};
    compare_selects(select_words, (struct unit){1, 1, 4}, max, sizeof max / sizeof max[0]);
    compare_selects(select_wide, (struct unit){1, 1, 8}, max, sizeof max / sizeof max[0]);
}

static void test_select_pairs_at_every_offset(void **unused)
{
    (void)unused;
    static const uint64_t max[] = {
        0,
        2,
        UINT32_MAX,
        UINT64_C(0x100000000),
        UINT64_C(0x2ffffffff),
        UINT64_C(3) << 40,
        UINT64_C(0x7fffffff00000000),
        INT64_MAX,
        UINT64_C(0x8000000000000000),
        UINT64_C(0x8000000000000001),
        UINT64_C(0xc000000012345678),
        UINT64_MAX - 1,
        UINT64_MAX,
    };
    compare_selects(select_pairs, (struct unit){2, 1, 8}, max, sizeof max / sizeof max[0]);
}

static void test_select_halves_at_every_offset(void **unused)
{
    (void)unused;
    static const uint64_t max[] = {0,      1,      2,      9,      64,     255,
                                   0x7fff, 0x8000, 0x8001, 0xc000, 0xfffe, 0xffff};
    compare_selects(select_halves, (struct unit){1, 2, 2}, max, sizeof max / sizeof max[0]);
}

static void test_add_pairs_at_every_offset(void **unused)
{
    (void)unused;
    static const uint64_t low[] = {0, 1, UINT64_C(1) << 32, UINT64_C(1) << 63, UINT64_MAX};
    compare_selects(add_pairs, (struct unit){2, 1, 8}, low, sizeof low / sizeof low[0]);
}

/* Equality and order of values whose bits differ in one place alone, from the largest that is
 * chosen on: what a signed comparison would get wrong. */
static void test_select_around_max(void **unused)
{
    (void)unused;
    enum { PAIRS = 64 };
    static const uint64_t max[] = {0x7fff,
                                   0x8000,
                                   0x7fffffff,
                                   0x80000000u,
                                   INT64_MAX,
                                   UINT64_C(0x8000000000000000),
                                   UINT64_C(0xfffffffffffffffe)};
    for (size_t i = 0; i < sizeof max / sizeof max[0]; i++) {
        uint32_t words[2 * PAIRS];
        for (size_t bit = 0; bit < PAIRS; bit++) {
            uint64_t value = max[i] ^ UINT64_C(1) << bit;
            words[2 * bit] = (uint32_t)(value >> 32);
            words[2 * bit + 1] = (uint32_t)value;
        }
        uint64_t word_max = max[i] & UINT32_MAX, half_max = max[i] & UINT16_MAX;
        compare_select(select_words, words, 2 * PAIRS, word_max, 2 * PAIRS, 4, 0);
        compare_select(select_wide, words, 2 * PAIRS, word_max, 2 * PAIRS, 8, 0);
        compare_select(select_pairs, words, PAIRS, max[i], PAIRS, 8, 0);
        compare_select(select_halves, words, 2 * PAIRS, half_max, 4 * PAIRS, 2, 0);
    }
}

static void test_add_at_every_offset(void **unused)
{
    (void)unused;
    uint32_t key[NPRAND__N];
    enum { LAST = 63 }; /* window that begins in the 64 bits of which */
    static const uint64_t which[] = {0, 1, UINT64_C(1) << LAST, UINT64_MAX,
                                     UINT64_C(0x9e3779b97f4a7c15)};
    uint32_t *words = malloc((NPRAND__N + LAST + OFFSETS) * sizeof *words);
    assert_non_null(words);
    random_words(3, NPRAND__N, key);
    random_words(4, NPRAND__N + LAST + OFFSETS, words);
    for (size_t i = 0; i < sizeof which / sizeof which[0] * OFFSETS; i++) {
        const size_t offset = i % OFFSETS;
        const uint32_t *windows = words + OFFSETS - offset;
        prepare(key, offset);
        nprand__backend_portable.add(key_in(expected, offset), windows, which[i / OFFSETS]);
        tested->add(key_in(got, offset), windows, which[i / OFFSETS]);
        /* The sum has no room behind it. */
        memset(key_in(expected, offset) + NPRAND__N, 0xff, NPRAND__PAD * sizeof *words);
        assert_memory_equal(got->key, expected->key, sizeof got->key);
    }
    free(words);
}

/* ---- Squares ------------------------------------------------------------------------------ */

enum { W = NPRAND__POLYNOMIAL };

static void compare_square(const uint64_t *g)
{
    uint64_t left[W + 8], right[W + 8];
    memset(left, 0xa5, sizeof left);
    memcpy(left, g, W * sizeof *g);
    memcpy(right, left, sizeof right);
    nprand__backend_portable.square_mod(left);
    tested->square_mod(right);
    assert_memory_equal(right, left, sizeof right);
}

static void test_squares_of_random_polynomials(void **unused)
{
    (void)unused;
    for (int64_t seed = 0; seed < 200; seed++) {
        uint64_t g[W];
        nprand_rng rng = seeded(seed);
        assert_int_equal(nprand_randint_uint64_endpoint_fill(&rng, 0, UINT64_MAX, W, g), NPRAND_OK);
        g[W - 1] &= (UINT64_C(1) << NPRAND__DEGREE % 64) - 1;
        compare_square(g);
    }
}

/* Squaring is linear over GF(2), too. */
static void test_squares_of_each_single_term(void **unused)
{
    (void)unused;
    uint64_t g[W] = {0};
    compare_square(g);
    for (size_t i = 0; i < NPRAND__DEGREE; i++) {
        g[i / 64] = UINT64_C(1) << i % 64;
        compare_square(g);
        g[i / 64] = 0;
    }
}

/* ---- Counting points ---------------------------------------------------------------------- */

static double coordinate(const uint32_t *tempered)
{
    return 2.0 * nprand__words_to_double(tempered[0], tempered[1]) - 1.0;
}

static bool is_point(const uint32_t *tempered)
{
    const double x1 = coordinate(tempered), x2 = coordinate(tempered + 2);
    const double square1 = x1 * x1, square2 = x2 * x2;
    const double r2 = square1 + square2;
    return r2 < 1.0 && r2 != 0.0;
}

/* The words of a coordinate in [-1, 1), from below, moved by some units of 2^-31. */
static void to_words(double x, int moved, uint32_t *tempered)
{
    const double scaled = floor((x + 1.0) * 0x1p52);
    const uint64_t bits = (uint64_t)(scaled < 0.0 ? 0.0 : fmin(scaled, 0x1p53 - 1.0));
    tempered[0] = (uint32_t)(bits >> 26 << 5) + (uint32_t)moved;
    tempered[1] = (uint32_t)(bits << 6);
}

enum { ATTEMPTS = NPRAND__N / 4 };

/* The first or the last number of those with the same upper half of the first word. */
static void to_end_of_cell(bool last, uint32_t *tempered)
{
    tempered[0] = last ? tempered[0] | 0xffff : tempered[0] & 0xffff0000;
    tempered[1] = last ? UINT32_MAX : 0;
}

/* Points anywhere; on the circle, nearly or as near as can be; at the corners of the cells that it
 * goes through; and at the centre or next to it. */
static void make_attempts(int kind, uint32_t *tempered)
{
    static const int moved[] = {0,      1,     -33,    2000,  -3000, 20000,
                                -20000, 40000, -46000, 47000, 70000, -90000};
    random_words(kind, NPRAND__N, tempered);
    for (uint32_t *t = tempered; kind > 0 && t < tempered + NPRAND__N; t += 4) {
        if (kind % 2 == 1 && t[3] % 8 != 0)
            continue;
        const bool corner = kind % 4 == 2, outward = t[3] % 4 < 2, below = t[1] % 2;
        if (corner)
            to_end_of_cell(outward == t[0] >> 31, t);
        if (!corner && t[0] % 16 == 0) {
            to_words(t[1] % 2 * 0x1p-52, (int)(t[3] % 2 * 33), t);
            to_words(t[1] % 4 / 2 * 0x1p-52, 0, t + 2);
        } else {
            double x1 = coordinate(t), x2 = sqrt(1.0 - x1 * x1);
            to_words(below ? -x2 : x2, corner ? 0 : moved[t[0] % 12], t + 2);
        }
        if (corner)
            to_end_of_cell(outward != below, t + 2);
    }
}

static void test_count_at_every_offset(void **unused)
{
    (void)unused;
    uint32_t words[NPRAND__N + OFFSETS];
    random_words(3, NPRAND__N + OFFSETS, words);
    static const uint32_t masks[] = {UINT32_MAX, 0xffff, 1, 0x7fffffff};
    for (size_t i = 0; i < OFFSETS * sizeof masks / sizeof *masks; i++) {
        const uint32_t mask = masks[i / OFFSETS], offset = (uint32_t)(i % OFFSETS);
        for (size_t n = 0; n <= NPRAND__N; n += n < 70 || n > 600 ? 1 : 50) {
            const uint32_t max = words[n] & mask;
            assert_int_equal(tested->count(words + offset, n, mask, max),
                             nprand__backend_portable.count(words + offset, n, mask, max));
            assert_int_equal(tested->count(words + offset, n, mask, mask), n);
        }
    }
}

static void test_count_points(void **unused)
{
    (void)unused;
    enum { KINDS = 400 };
    for (int kind = 0; kind < KINDS; kind++) {
        uint32_t tempered[NPRAND__N], words[NPRAND__N + OFFSETS];
        make_attempts(kind, tempered);
        size_t offset = (size_t)kind % OFFSETS, count = 0;
        for (size_t i = 0; i < NPRAND__N; i++)
            words[offset + i] = untemper(tempered[i]);
        for (size_t n = 0; n <= ATTEMPTS; n++) {
            assert_int_equal(tested->count_points(words + offset, n), count);
            if (n == ATTEMPTS)
                break;
            /* Alone, where no other one of its vector asks for the exact count. */
            const bool inside = is_point(tempered + 4 * n);
            assert_int_equal(tested->count_points(words + offset + 4 * n, 1), inside);
            count += inside;
        }
    }
}

static void test_gammas(void **unused)
{
    (void)unused;
    enum { MOST = 100 };
    double b[MOST], x[MOST], want[MOST], out[MOST + 1];
    for (size_t i = 0; i < MOST; i++) {
        b[i] = 2.0 / 3.0 + (double)(i * i * i) / 7.0;
        x[i] = (double)(int)(i * 37 % 101) / 13.0 - 3.5;
        want[i] = x[i];
    }
    nprand__backend_portable.gammas(MOST, b, want);
    for (size_t i = 0; i < MOST; i++)
        assert_true(fabs(want[i] / b[i] - pow(1.0 + x[i] / (3.0 * sqrt(b[i])), 3.0)) < 1e-12);
    for (size_t n = 0; n < MOST; n++) {
        memcpy(out, x, sizeof x);
        out[n] = 7.0;
        tested->gammas(n, b, out);
        assert_memory_equal(out, want, n * sizeof *out);
        assert_true(out[n] == 7.0);
    }
}

/* Accepts attempts one by one. */
static size_t accept_gammas(size_t n, const double *b, const double *x, const double *u,
                            double *want)
{
    for (size_t i = 0; i < n; i++) {
        const double c = 1.0 / sqrt(9.0 * b[i]), v = 1.0 + c * x[i];
        want[i] = b[i] * (v * v * v);
        if (u[i] >= 1.0 - 1e-8 - x[i] * x[i] * x[i] * x[i] / (54.0 * b[i]) || v * v * v <= 0.0641 ||
            b[i] >= 1e5)
            return i;
    }
    return n;
}

/* Attempts that are accepted but for some of them: beyond the squeeze, with v too small, or with a
 * shape above those of the squeeze. */
static void test_squeeze_gammas(void **unused)
{
    (void)unused;
    enum { MOST = 64, KINDS = 300 };
    static const double known[] = {2.0, 0.7, 9.0, 99999.0, 1.5, 2.0 / 3.0};
    size_t stopped = 0;
    for (uint32_t kind = 0; kind < KINDS; kind++) {
        uint32_t words[2 * MOST];
        double b[MOST], c[MOST], x[MOST], u[MOST], want[MOST], out[MOST + 1];
        random_words((int)kind, 2 * MOST, words);
        for (size_t i = 0; i < MOST; i++) {
            const uint32_t chance = words[2 * i] % 64;
            b[i] = known[kind % 2 == 0 ? kind % 6 : words[2 * i + 1] % 6];
            if (chance == (kind + 3) % 64 && kind % 5 == 0)
                b[i] = 1e5 + words[2 * i + 1] % 3;
            c[i] = 1.0 / sqrt(9.0 * b[i]);
            x[i] = (double)(words[2 * i] >> 8) * 0x1p-23 - 1.0;
            u[i] = (double)words[2 * i + 1] * 0x1p-34;
            if (chance == kind % 64)
                u[i] = 1.0 - u[i] * 1e-3;
            if (chance == (kind + 1) % 64)
                x[i] = -3.0 / c[i] * u[i];
            if (chance == (kind + 2) % 64) /* beside the limit */
                u[i] = 1.0 - 1e-8 - x[i] * x[i] * x[i] * x[i] / (54.0 * b[i]) +
                       (words[2 * i + 1] % 2 == 0 ? 1e-9 : -1e-9);
        }
        for (size_t n = 0; n < MOST; n++) {
            const size_t count = accept_gammas(n, b, x, u, want);
            out[n] = 7.0;
            assert_int_equal(tested->squeeze_gammas(n, b, c, x, u, out), count);
            assert_memory_equal(out, want, count * sizeof *out);
            assert_true(out[n] == 7.0);
            stopped += count < n;
        }
    }
    assert_in_range(stopped, KINDS * MOST / 4, KINDS * MOST / 4 * 3);
}

/* Units one by one. Returns how many points. The loop itself finds whether uniforms are missing:
 * behind it, GCC 12 for s390x at -O2 takes i > n from a flag that another comparison has set. */
static size_t walk_units(size_t n, const double *u, struct nprand__points *p, double *v, bool *more)
{
    size_t count = 0, i = 0;
    *more = false;
    while (i < n) {
        const struct nprand__point point = nprand__point(u[2 * i], u[2 * i + 1]);
        i++;
        if (!point.inside)
            continue;
        p->x1[count] = point.x1;
        p->x2[count] = point.x2;
        p->r2[count] = point.r2;
        memcpy(v + 2 * count, u + 2 * i, 2 * sizeof *v);
        *more = i == n;
        count++;
        i++;
    }
    return count;
}

/* Units among which many or few would be points, in rows of any length, and the disc's centre. */
static void test_points_and_uniforms(void **unused)
{
    (void)unused;
    enum { KINDS = 400, MOST = NPRAND__MAX_POINTS };
    for (uint32_t kind = 0; kind < KINDS; kind++) {
        uint32_t words[2 * MOST + 2];
        double u[2 * MOST + 2], v[2 * MOST + 16], want_v[2 * MOST + 2];
        struct nprand__points p, want;
        random_words((int)kind, 2 * MOST + 2, words);
        for (size_t i = 0; i <= MOST; i++) {
            const double outside = words[2 * i] % 20 < kind % 21 ? 0.0 : 0.9;
            u[2 * i] = 0.1 + 0.8 * ((double)words[2 * i] * 0x1p-32) * (1.0 - outside);
            u[2 * i + 1] = outside > 0.0 ? 0.0 : (double)words[2 * i + 1] * 0x1p-32;
            if (words[2 * i + 1] % 64 == 0)
                u[2 * i] = u[2 * i + 1] = 0.5;
        }
        for (size_t n = 0; n <= MOST; n++) {
            bool more = n % 2 == 0, want_more;
            const size_t count = walk_units(n, u, &want, want_v, &want_more);
            v[n + 16] = 7.0;
            assert_int_equal(tested->points_and_uniforms(n, u, &p, v, &more), count);
            assert_int_equal(more, want_more);
            assert_memory_equal(p.x1, want.x1, count * sizeof *p.x1);
            assert_memory_equal(p.x2, want.x2, count * sizeof *p.x2);
            assert_memory_equal(p.r2, want.r2, count * sizeof *p.r2);
            assert_memory_equal(v, want_v, 2 * count * sizeof *v);
            assert_true(v[n + 16] == 7.0);
        }
    }
}

/* Searches of any length, also with n = 0 and r = 0, and uniforms between the sums of chances, and
 * behind the bound. Each lane must have the result of a search alone. */
static void test_search_lanes(void **unused)
{
    (void)unused;
    enum { KINDS = 3000 };
    static const double chances[] = {0.5, 0.1, 0.3, 1e-3, 1e-9, 0.0, 0.4999, 0.25};
    size_t vain = 0;
    for (uint32_t kind = 0; kind < KINDS; kind++) {
        uint32_t words[3 * NPRAND__LANES];
        struct nprand__lanes l, want;
        random_words((int)kind, 3 * NPRAND__LANES, words);
        for (size_t j = 0; j < NPRAND__LANES; j++) {
            const double r = chances[words[3 * j] % 8], most = r > 0.0 ? 30.0 / r : 0x1p53;
            const double part = (double)(words[3 * j + 1] >> 20) / 4096.0;
            l.n[j] = floor(fmin(most, 0x1p53) * part * part);
            l.r[j] = r;
            l.q[j] = 1.0 - r;
            l.u[j] = (double)words[3 * j + 2] / 0x1p32;
            if (kind % 5 == 0 && j % 3 == 0)
                l.u[j] = 1.0 - 0x1p-53 * (double)(words[3 * j + 2] % 4);
            l.px[j] = exp(l.n[j] * log1p(-r)) * (kind % 7 == 0 ? 0.75 : 1.0);
        }
        want = l;
        nprand__backend_portable.search_lanes(&want);
        for (size_t j = 0; j < NPRAND__LANES; j++) {
            struct nprand__lanes alone;
            for (size_t k = 0; k < NPRAND__LANES; k++) {
                alone.n[k] = l.n[j];
                alone.r[k] = l.r[j];
                alone.q[k] = l.q[j];
                alone.u[k] = l.u[j];
                alone.px[k] = l.px[j];
            }
            if (kind % 16 == j) {
                tested->search_lanes(&alone);
                assert_true(alone.x[0] == want.x[j] && alone.vain[0] == want.vain[j]);
            }
            vain += want.vain[j] > 0.0;
        }
        tested->search_lanes(&l);
        assert_memory_equal(l.x, want.x, sizeof l.x);
        assert_memory_equal(l.vain, want.vain, sizeof l.vain);
    }
    assert_true(vain > 100);
}

/* Numbers at the bounds, at the margins of bounds and beside them, between them, and NaN, of every
 * length; bounds that are equal, and infinity behind them. */
static void test_ranks(void **unused)
{
    (void)unused;
    enum { COUNT = 8, MOST = 150 };
    static const float few[COUNT + 1] = {0.125F, 0.25F,    0.25F,    0.5F,    0.5625F,
                                         0.75F,  INFINITY, INFINITY, INFINITY};
    static const float beside[] = {0.0F,      1.0F,        -1.0F,      0x1p-20F,   0x1.2p-20F,
                                   -0x1p-20F, -0x1.2p-20F, 0x1.ep-21F, -0x1.ep-21F};
    float x[MOST];
    int32_t want[MOST], out[MOST + 1];
    for (size_t i = 0; i < MOST; i++) {
        x[i] = i % 3 == 0 ? (float)(i * 37 % 101) / 100.0F : few[i / 3 % 6] + beside[i / 2 % 9];
        x[i] = i == 11 ? NAN : x[i];
    }
    for (size_t count = 0; count <= COUNT; count++) {
        float bounds[COUNT + 1];
        memcpy(bounds, few, count * sizeof *few);
        bounds[count] = INFINITY;
        bool has_rank = false, has_none = false;
        for (size_t i = 0; i < MOST; i++) {
            want[i] = 0;
            for (size_t j = 0; j < count; j++)
                want[i] += x[i] > bounds[j];
            for (size_t j = 0; j < count; j++) /* all of this is exact */
                want[i] =
                    x[i] > bounds[j] - 0x1p-20F && x[i] <= bounds[j] + 0x1p-20F ? -1 : want[i];
            has_rank |= want[i] > 0;
            has_none |= want[i] < 0;
            assert_int_equal(nprand__rank(x[i], count, bounds), want[i]);
        }
        assert_true(has_rank == (count > 0) && has_none == (count > 0));
        for (size_t n = 0; n <= MOST; n++) {
            out[n] = 7;
            tested->ranks(n, x, count, bounds, out);
            assert_memory_equal(out, want, n * sizeof *out);
            assert_int_equal(out[n], 7);
            nprand__backend_portable.ranks(n, x, count, bounds, out);
            assert_memory_equal(out, want, n * sizeof *out);
            assert_int_equal(out[n], 7);
        }
    }
}

/* Of uniforms whose points are anywhere or near the circle, from every uniform on. */
static void test_skips(void **unused)
{
    (void)unused;
    enum { KINDS = 40, UNIFORMS = NPRAND__N / 2 };
    for (int kind = 0; kind < KINDS; kind++) {
        uint32_t tempered[NPRAND__N];
        double u[UNIFORMS];
        uint64_t want[UNIFORMS], skip[UNIFORMS];
        double want_r2[UNIFORMS], r2[UNIFORMS];
        make_attempts(kind, tempered);
        nprand__backend_portable.convert(tempered, UNIFORMS, u);
        u[UNIFORMS - 2] = u[UNIFORMS - 1] = 2.0;
        nprand__backend_portable.skips(UNIFORMS - 1, u, want, want_r2);
        for (size_t i = 0; i < UNIFORMS - 3; i++)
            assert_int_equal(want[i] == 0, is_point(tempered + 2 * i));
        assert_int_equal(want[UNIFORMS - 2], 2);
        for (size_t i = 0; i < UNIFORMS - 1; i++)
            assert_true(want_r2[i] == nprand__point(u[i], u[i + 1]).r2);
        for (size_t n = 0; n < UNIFORMS; n += n < 40 ? 1 : 17) {
            skip[n] = 7;
            r2[n] = 7.0;
            tested->skips(n, u, skip, r2);
            assert_memory_equal(skip, want, n * sizeof *skip);
            assert_memory_equal(r2, want_r2, n * sizeof *r2);
            assert_int_equal(skip[n], 7);
            assert_true(r2[n] == 7.0);
        }
    }
}

/* ---- Products of uniforms ----------------------------------------------------------------- */

/* Of the first count uniforms, for up to n values. */
static void compare_multiply(const double *uniforms, size_t count, size_t n, double bound)
{
    double u[NPRAND__AHEAD + NPRAND__ZEROS];
    int64_t want[NPRAND__AHEAD], out[NPRAND__AHEAD];
    size_t want_taken = 1000, taken = 2000;
    memcpy(u, uniforms, count * sizeof *u);
    memset(u + count, 0, NPRAND__ZEROS * sizeof *u);
    size_t made = nprand__backend_portable.multiply(n, count, u, bound, want, &want_taken);
    assert_int_equal(tested->multiply(n, count, u, bound, out, &taken), made);
    assert_int_equal(taken, want_taken);
    assert_memory_equal(out, want, made * sizeof *out);
}

/* Random uniforms, and powers of 2, whose products are equal to the bound. */
static void test_multiply(void **unused)
{
    (void)unused;
    static const double bounds[] = {0x1p-1074, 0x1p-12, 0.25, 0.5, 0.9, 1.0};
    uint32_t words[2 * NPRAND__AHEAD];
    double uniforms[NPRAND__AHEAD], powers[NPRAND__AHEAD];
    random_words(9, 2 * NPRAND__AHEAD, words);
    nprand__backend_portable.convert(words, NPRAND__AHEAD, uniforms);
    for (size_t i = 0; i < NPRAND__AHEAD; i++)
        powers[i] = i % 100 == 99 ? 0.0 : words[i] % 3 == 0 ? 0.25 : 0.5;
    for (size_t i = 0; i < sizeof bounds / sizeof *bounds; i++) {
        for (size_t count = 0; count <= NPRAND__AHEAD; count += count < 40 ? 1 : 17) {
            compare_multiply(uniforms, count, NPRAND__AHEAD, bounds[i]);
            compare_multiply(powers, count, NPRAND__AHEAD, bounds[i]);
            compare_multiply(uniforms, count, count / 5, bounds[i]);
        }
    }
}

/* ---- Windows of attempts ------------------------------------------------------------------- */

/* Parameters of a piece, for one of the three methods. */
union parameters {
    struct nprand__ptrs ptrs;
    struct nprand__btpes btpes;
    struct nprand__vonmises vonmises;
};

/* Sets parameters by three numbers. */
typedef void begin_piece(const double *of, union parameters *p);

/* Calls the kernel of the method. A value has 8 bytes. */
typedef size_t run_windows(const struct nprand__backend *b, const union parameters *p, size_t i,
                           size_t n, size_t count, const double *u, uint64_t *out, size_t *used);

/* Means from of[0] on. */
static void begin_ptrs(const double *of, union parameters *parameters)
{
    struct nprand__ptrs *const p = &parameters->ptrs;
    for (size_t i = 0; i < NPRAND__PIECE + NPRAND__WINDOW; i++) {
        const struct nprand__envelope e = nprand__ptrs_envelope(of[0] + of[1] * (double)i);
        p->lam[i] = e.lam;
        p->a[i] = e.a;
        p->b[i] = e.b;
        p->inverse_alpha[i] = e.inverse_alpha;
        p->v_r[i] = e.v_r;
    }
}

static size_t run_ptrs(const struct nprand__backend *b, const union parameters *p, size_t i,
                       size_t n, size_t count, const double *u, uint64_t *out, size_t *used)
{
    return b->ptrs(&p->ptrs, i, n, count, u, (int64_t *)out, used);
}

/* Step 0 for elements of n and n + 1 trials, of[0] and more, with probabilities from of[1] on. */
static void begin_btpe(const double *of, union parameters *parameters)
{
    struct nprand__btpes *const p = &parameters->btpes;
    double n = of[0], r = of[1];
    for (size_t i = 0; i < NPRAND__PIECE + NPRAND__WINDOW; i++, r += of[2], n++) {
        const double q = 1.0 - r, fm = n * r + r, m = floor(fm), mean = (n + 1.0) * r;
        const double p1 = floor(2.195 * sqrt(n * r * q) - 4.6 * q) + 0.5, xm = m + 0.5;
        const double left = (fm - xm + p1) / (fm - (xm - p1) * r);
        const double right = (xm + p1 - fm) / ((xm + p1) * q), delta = xm - mean;
        p->n[i] = n;
        p->xm[i] = xm;
        p->p1[i] = p1;
        p->inverse_p1[i] = 1.0 / p1;
        p->c[i] = 0.134 + 20.5 / (15.3 + m);
        p->laml[i] = left * (1.0 + left / 2.0);
        p->lamr[i] = right * (1.0 + right / 2.0);
        p->p2[i] = p1 * (1.0 + 2.0 * p->c[i]);
        p->p3[i] = p->p2[i] + p->c[i] / p->laml[i];
        p->p4[i] = p->p3[i] + p->c[i] / p->lamr[i];
        p->mean[i] = mean;
        p->rest[i] = (n + 1.0) * q;
        p->top[i] = (0.5 * delta * delta - 1.0 / 24.0) / (mean * q);
    }
}

static size_t run_btpe(const struct nprand__backend *b, const union parameters *p, size_t i,
                       size_t n, size_t count, const double *u, uint64_t *out, size_t *used)
{
    return b->btpe(&p->btpes, i, n, count, u, (int64_t *)out, used);
}

/* kappa from of[0] on, each of[1] times the one before. */
static void begin_vonmises(const double *of, union parameters *parameters)
{
    double kappa = of[0];
    for (size_t i = 0; i < NPRAND__PIECE + NPRAND__WINDOW; i++, kappa *= of[1]) {
        const double r = 1.0 + sqrt(1.0 + 4.0 * kappa * kappa);
        const double rho = (r - sqrt(2.0 * r)) / (2.0 * kappa);
        const double s = kappa < 1e-5 ? 1.0 / kappa + kappa : (1.0 + rho * rho) / (2.0 * rho);
        parameters->vonmises.s[i] = s;
        parameters->vonmises.product[i] = kappa * (s - 1.0) * (s + 1.0);
    }
}

static size_t run_vonmises(const struct nprand__backend *b, const union parameters *p, size_t i,
                           size_t n, size_t count, const double *u, uint64_t *out, size_t *used)
{
    return b->vonmises(&p->vonmises, i, n, count, u, (double *)out, used);
}

/* Values of up to n elements and count uniforms, from attempt to attempt that is open. */
static void compare_windows(run_windows *run, const union parameters *p, size_t n, size_t count,
                            const double *u)
{
    for (size_t i = 0, at = 0; i < n && at < count; i++, at += 2) {
        uint64_t want[NPRAND__PIECE + 1], out[NPRAND__PIECE + 1];
        size_t used = 1000, want_used = 2000;
        memset(out, 0xa5, sizeof out);
        memset(want, 0xa5, sizeof want);
        const size_t made =
            run(&nprand__backend_portable, p, i, n - i, count - at, u + at, want, &want_used);
        assert_int_equal(run(tested, p, i, n - i, count - at, u + at, out, &used), made);
        assert_int_equal(used, want_used);
        assert_memory_equal(out, want, made * sizeof *out);
        assert_memory_equal(&out[n - i], &want[n - i], sizeof *out);
        i += made;
        at += used;
    }
}

/* count uniforms, and what a window may read behind them, in memory that ends with it. */
static double *last_uniforms(size_t count, const double *u)
{
    double *last = (double *)malloc((count + 4 * NPRAND__WINDOW) * sizeof *last);
    assert_non_null(last);
    memcpy(last, u, count * sizeof *last);
    for (size_t i = count; i < count + 4 * NPRAND__WINDOW; i++)
        last[i] = 0.5;
    return last;
}

/* Parameters of cases, three numbers each; random uniforms from a seed on, and some at their
 * ends. */
static void compare_cases(begin_piece *begin, run_windows *run, uint32_t seed, size_t cases,
                          const double of[][3])
{
    enum { ROUNDS = 50 };
    for (uint32_t round = 0; round < ROUNDS; round++) {
        uint32_t words[2 * NPRAND__AHEAD];
        double u[NPRAND__AHEAD + 4 * NPRAND__WINDOW] = {0};
        random_words(seed + round, 2 * NPRAND__AHEAD, words);
        nprand__backend_portable.convert(words, NPRAND__AHEAD, u);
        for (size_t i = round; i < NPRAND__AHEAD; i += 50)
            u[i] = i % 3 == 0 ? 0.0 : i % 3 == 1 ? 1.0 - 0x1p-53 : u[i] / 64.0;
        /* Points far out in the tails of BTPE: candidates near n; below 0 and above n. */
        for (size_t i = 1; i < NPRAND__AHEAD; i += 14)
            u[i] *= i % 4 == 1 ? 0x1p-12 : 0x1p-30;
        for (size_t i = 0; i < cases; i++) {
            union parameters p;
            begin(of[i], &p);
            for (size_t n = 0; n <= NPRAND__PIECE; n += n < 20 ? 1 : 22)
                compare_windows(run, &p, n, NPRAND__AHEAD, u);
            for (size_t count = 0; count < 40; count++) {
                double *last = last_uniforms(count, u + round);
                compare_windows(run, &p, NPRAND__PIECE, count, last);
                free(last);
            }
        }
    }
}

/* Uniforms anywhere, and those at which the quick test changes its answer. */
static void test_ptrs_candidates(void **unused)
{
    (void)unused;
    enum { KINDS = 60, MOST = NPRAND__MOST_OPEN };
    static const double means[] = {10.0, 77.7, 1e6, 3e18, 1e300};
    static const double edges[] = {0.0, 0.07, 0.93, 0.5, 0.013, 0.987, 0.25};
    for (size_t kind = 0; kind < KINDS; kind++) {
        const double lam = means[kind % 5], b = 0.931 + 2.53 * sqrt(lam);
        const double a = -0.059 + 0.02483 * b, v_r = 0.9277 - 3.6224 / (b - 2.0);
        const struct nprand__envelope of = nprand__ptrs_envelope(lam);
        uint32_t words[2 * MOST];
        double pairs[2 * MOST], x[MOST + 1];
        struct nprand__open_attempts open;
        random_words((int)kind, 2 * MOST, words);
        for (size_t i = 0; i < MOST; i++) {
            pairs[2 * i] = (double)words[2 * i] * 0x1p-32;
            pairs[2 * i + 1] = (double)words[2 * i + 1] * 0x1p-32;
            if (words[2 * i] % 4 == 0)
                pairs[2 * i] = edges[words[2 * i] / 4 % 7];
            if (words[2 * i + 1] % 8 == 0)
                pairs[2 * i + 1] = words[2 * i + 1] % 16 == 0 ? v_r : 0.0;
        }
        for (size_t n = 0; n <= MOST; n++) {
            x[n] = -7.0;
            const size_t opened = tested->ptrs_candidates(n, &of, pairs, x, &open);
            size_t count = 0;
            for (size_t i = 0; i < n; i++) {
                const double u = pairs[2 * i] - 0.5, v = pairs[2 * i + 1], us = 0.5 - fabs(u);
                assert_true(x[i] == (2.0 * a / us + b) * u + lam + 0.43);
                if (us >= 0.07 && v <= v_r)
                    continue;
                assert_true(open.which[count] == (double)i);
                assert_true(open.us[count] == us);
                assert_true(open.v[count] == v);
                count++;
            }
            assert_int_equal(opened, count);
            assert_true(x[n] == -7.0);
        }
    }
}

/* The error of the logarithm, for numbers of every exponent, and beside the ends of the
 * polynomial. */
static void test_rough_log(void **unused)
{
    (void)unused;
    uint32_t words[64];
    random_words(200, 64, words);
    for (int k = -1021; k < 1023; k++) {
        for (size_t i = 0; i < 64; i++) {
            const double x = ldexp(1.0 + (double)words[i] * 0x1p-32, k);
            assert_true(fabs(nprand__rough_log(x) - log(x)) < 2e-5);
        }
        const double ends[] = {1.41421, 1.41422, 1.0, 2.0 - 0x1p-52};
        for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
            const double x = ldexp(ends[i], k);
            assert_true(fabs(nprand__rough_log(x) - log(x)) < 2e-5);
        }
    }
    assert_true(nprand__rough_log(0.0) < -700.0);
}

/* The error of the factor: of every line of both sides, and beside its ends. */
static void test_rough_factor(void **unused)
{
    (void)unused;
    enum { STEPS = 50 };
    for (int eighth = 0; eighth < 9 * 8; eighth++) {
        const double width = ldexp(0.125, eighth / 8 - 10), low = width * (8 + eighth % 8);
        for (int i = 0; i < STEPS; i++) {
            const double z = low + width * i / (STEPS - 1) * (1.0 - 0x1p-50);
            for (int side = 0; side < 2; side++) {
                const double r2 = side == 0 ? z : 1.0 - z, want = sqrt(-2.0 * log(r2) / r2);
                assert_true(fabs(nprand__rough_factor(r2) - want) < 1.3e-3 * want);
            }
        }
    }
    assert_true(nprand__rough_factor(0.5) > 1.66 && nprand__rough_factor(0.5) < 1.67);
    const double outside[] = {0x1p-11, nextafter(0x1p-10, 0.0), 1.0 - 0x1p-11, 1.0 - 0x1p-53,
                              0x1p-106};
    for (size_t i = 0; i < sizeof outside / sizeof *outside; i++)
        assert_true(nprand__rough_factor(outside[i]) == 0.0);
}

/* The set-up, of elements from i on, has the bits of one element. Those before and behind them
 * stay. */
static void test_ptrs_begin(void **unused)
{
    (void)unused;
    enum { ROUNDS = 100, ELEMENTS = NPRAND__PIECE + NPRAND__WINDOW };
    static struct nprand__ptrs out, want;
    for (uint32_t round = 0; round < ROUNDS; round++) {
        uint32_t words[ELEMENTS];
        const size_t first = round % 5, n = round < 20 ? first + round : ELEMENTS - round % 3;
        random_words(300 + round, ELEMENTS, words);
        memset(&out, 0, sizeof out);
        for (size_t i = 0; i < ELEMENTS; i++)
            out.lam[i] = i % 9 == 0 ? 10.0 : 10.0 + ldexp((double)words[i], (int)(i % 20) - 31);
        want = out;
        for (size_t i = first; i < n; i++) {
            const struct nprand__envelope e = nprand__ptrs_envelope(want.lam[i]);
            want.a[i] = e.a;
            want.b[i] = e.b;
            want.inverse_alpha[i] = e.inverse_alpha;
            want.v_r[i] = e.v_r;
        }
        tested->ptrs_begin(first, n, &out);
        assert_memory_equal(&out, &want, sizeof out);
    }
}

/* Means from the least to the largest. */
static void test_ptrs(void **unused)
{
    (void)unused;
    static const double means[][3] = {
        {10.0, 0.0}, {10.0, 1.0}, {100.0, 1000.0}, {1e6, 100.0}, {37.3, 0.015625}};
    compare_cases(begin_ptrs, run_ptrs, 20, sizeof means / sizeof *means, means);
}

/* The set-up, of elements from i on, has the same bits. Those before and behind them stay. */
static void test_btpe_begin(void **unused)
{
    (void)unused;
    enum { ROUNDS = 200, ELEMENTS = NPRAND__PIECE + NPRAND__WINDOW };
    static struct nprand__btpes out, want;
    for (uint32_t round = 0; round < ROUNDS; round++) {
        uint32_t words[2 * ELEMENTS];
        random_words(170 + round, 2 * ELEMENTS, words);
        memset(&out, 0, sizeof out);
        for (size_t i = 0; i < ELEMENTS; i++) {
            const double n = (double)(61 + words[2 * i] % (1U << (6 + round % 18)) % 8388547);
            const double least = 30.001 / n, u = (double)words[2 * i + 1] * 0x1p-32;
            out.n[i] = n;
            out.mean[i] = i % 9 == 0 ? least : i % 9 == 1 ? 0.5 : least + u * (0.5 - least);
        }
        want = out;
        const size_t i = round % 5, n = round < 20 ? i + round : ELEMENTS - round % 3;
        nprand__backend_portable.btpe_begin(i, n, &want);
        tested->btpe_begin(i, n, &out);
        assert_memory_equal(&out, &want, sizeof out);
    }
}

/* Trials and probabilities from the least to the largest. */
static void test_btpe(void **unused)
{
    (void)unused;
    static const double cases[][3] = {
        {1000.0, 0.05, 0.0}, {61.0, 0.495, 0.0}, {1000.0, 0.031, 0.006}, {8e6, 1e-5, 1e-3}};
    compare_cases(begin_btpe, run_btpe, 70, sizeof cases / sizeof *cases, cases);
}

/* kappa from the least to the largest, and some at the ends of the series for small kappa. */
static void test_vonmises(void **unused)
{
    (void)unused;
    static const double kappas[][3] = {{1e-8, 1.5}, {9.9e-6, 1.001}, {0.5, 1.0}, {0.1, 1.2},
                                       {3e4, 1.01}, {1e-8, 1.65},    {1e8, 1.0}, {1e8, 0.8}};
    compare_cases(begin_vonmises, run_vonmises, 120, sizeof kappas / sizeof *kappas, kappas);
}

/* ---- Arrival times ------------------------------------------------------------------------ */

/* Random uniforms, and the smallest and largest ones. */
static void test_times(void **unused)
{
    (void)unused;
    uint32_t words[2 * NPRAND__AHEAD];
    double u[NPRAND__AHEAD];
    int32_t want[NPRAND__AHEAD + 2], times[NPRAND__AHEAD + 2];
    random_words(10, 2 * NPRAND__AHEAD, words);
    nprand__backend_portable.convert(words, NPRAND__AHEAD, u);
    for (size_t i = 0; i < NPRAND__AHEAD; i += 50)
        u[i] = i % 100 == 0 ? (double)i * 0x1p-53 : 1.0 - (double)i * 0x1p-53;
    for (size_t n = 0; n <= NPRAND__AHEAD; n++) {
        memset(want, 0x5a, sizeof want);
        memset(times, 0x5a, sizeof times);
        nprand__backend_portable.times(n, u, want);
        tested->times(n, u, times);
        assert_memory_equal(times, want, sizeof times);
    }
    for (size_t i = 0; i < NPRAND__AHEAD; i++) {
        const double units = u[i] > 0x1p-37 ? -log(u[i]) * 0x1p17 : 25.0 * 0x1p17;
        assert_true(want[i + 1] - want[i] > units - 4.0);
        assert_true(u[i] <= 0x1p-37 || want[i + 1] - want[i] < units + 4.0);
    }
}

/* ---- Past the caches ---------------------------------------------------------------------- */

/* Blocks of a fill that no cache holds, which are then sent in whole lines, from every offset of a
 * line on, between two lines that stay what they were. */
enum {
    LINE_WORDS = NPRAND__LINE / sizeof(uint32_t),
    LARGE = (NPRAND__STREAMED / NPRAND__BLOCK_BYTES + 200) * NPRAND__N,
    OUT = 3 * LINE_WORDS + LARGE
};

typedef void large_fill(struct nprand__engine *e, uint32_t *out);

static void large_words(struct nprand__engine *e, uint32_t *out)
{
    nprand__fill_words(e, LARGE, out);
}

static void large_doubles(struct nprand__engine *e, uint32_t *out)
{
    nprand__fill_doubles(e, LARGE / 2, as_doubles(out));
}

static void compare_large(large_fill *fill, size_t step, const uint32_t *large, uint32_t *out)
{
    nprand_rng rng;
    for (size_t offset = LINE_WORDS; offset < 2 * LINE_WORDS; offset += step) {
        memset(out, 0xa5, OUT * sizeof *out);
        assert_int_equal(nprand_seed(&rng, 11), NPRAND_OK);
        fill(nprand__engine_of(&rng), out + offset);
        assert_memory_equal(out + offset, large, LARGE * sizeof *out);
        for (size_t i = 0; i < offset; i++)
            assert_int_equal(out[i], 0xa5a5a5a5);
        for (size_t i = offset + LARGE; i < OUT; i++)
            assert_int_equal(out[i], 0xa5a5a5a5);
    }
}

static void test_large_fills_at_every_offset(void **unused)
{
    (void)unused;
    if (tested->end_streaming == NULL) {
        print_message("%s sends nothing\n", tested->name);
        skip();
    }
    uint32_t *large = malloc(LARGE * sizeof *large);
    unsigned char *memory = malloc(NPRAND__LINE + OUT * sizeof *large);
    assert_true(large != NULL && memory != NULL);
    uint32_t *out = (uint32_t *)(void *)(memory + NPRAND__LINE - (uintptr_t)memory % NPRAND__LINE);
    nprand_rng rng;
    assert_int_equal(nprand_seed(&rng, 11), NPRAND_OK);
    tested->words(nprand__engine_of(&rng)->key, LARGE / NPRAND__N, large);
    compare_large(large_words, 1, large, out);
    assert_int_equal(nprand_seed(&rng, 11), NPRAND_OK);
    tested->doubles(nprand__engine_of(&rng)->key, LARGE / NPRAND__N, as_doubles(large));
    compare_large(large_doubles, 2, large, out);
    free(large);
    free(memory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_refill_on_random_and_seeded_keys),
        cmocka_unit_test(test_refill_on_each_single_bit),
        cmocka_unit_test(test_refill_back_on_random_and_seeded_keys),
        cmocka_unit_test(test_refill_back_on_each_single_bit),
        cmocka_unit_test(test_refill_back_undoes_refill),
        cmocka_unit_test(test_twist_no_once_twice_and_five_times),
        cmocka_unit_test(test_words_of_0_1_2_and_7_blocks),
        cmocka_unit_test(test_doubles_of_0_1_2_and_7_blocks),
        cmocka_unit_test(test_convert_at_every_offset),
        cmocka_unit_test(test_convert_of_each_single_bit),
        cmocka_unit_test(test_select_at_every_offset),
        cmocka_unit_test(test_select_pairs_at_every_offset),
        cmocka_unit_test(test_select_halves_at_every_offset),
        cmocka_unit_test(test_add_pairs_at_every_offset),
        cmocka_unit_test(test_select_around_max),
        cmocka_unit_test(test_count_at_every_offset),
        cmocka_unit_test(test_count_points),
        cmocka_unit_test(test_skips),
        cmocka_unit_test(test_gammas),
        cmocka_unit_test(test_squeeze_gammas),
        cmocka_unit_test(test_points_and_uniforms),
        cmocka_unit_test(test_search_lanes),
        cmocka_unit_test(test_ranks),
        cmocka_unit_test(test_multiply),
        cmocka_unit_test(test_ptrs),
        cmocka_unit_test(test_ptrs_candidates),
        cmocka_unit_test(test_rough_log),
        cmocka_unit_test(test_rough_factor),
        cmocka_unit_test(test_ptrs_begin),
        cmocka_unit_test(test_btpe_begin),
        cmocka_unit_test(test_btpe),
        cmocka_unit_test(test_vonmises),
        cmocka_unit_test(test_times),
        cmocka_unit_test(test_large_fills_at_every_offset),
        cmocka_unit_test(test_add_at_every_offset),
        cmocka_unit_test(test_squares_of_random_polynomials),
        cmocka_unit_test(test_squares_of_each_single_term),
    };
    return cmocka_run_group_tests(tests, allocate, release);
}
