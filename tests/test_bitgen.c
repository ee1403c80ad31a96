/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The functions of a bitgen_t. bitgen.sh has NumPy's own code draw by them.
 */
#include "test.h"

enum { DRAWS = 2000 };

static nprand_bitgen_t bitgen_of(nprand_rng *rng)
{
    nprand_bitgen_t bitgen;
    memset(&bitgen, 0xff, sizeof bitgen);
    assert_int_equal(nprand_bitgen(rng, &bitgen), NPRAND_OK);
    return bitgen;
}

/* Written down from NumPy 1.24.2: the functions of MT19937(12345).ctypes, called in turn. */
static void test_known_draws(void **unused)
{
    (void)unused;
    nprand_rng rng;
    nprand_seed_seq seq;
    assert_int_equal(nprand_seed_seq_init(&seq, 12345), NPRAND_OK);
    assert_int_equal(nprand_seed_sequence(&rng, &seq), NPRAND_OK);
    nprand_bitgen_t bitgen = bitgen_of(&rng);
    assert_true(bitgen.next_uint64(bitgen.state) == UINT64_C(0x60bc0addd7d0d9d3));
    assert_true(bitgen.next_uint32(bitgen.state) == UINT32_C(0x55016af1));
    assert_true(bitgen.next_double(bitgen.state) == 0x1.8ba0c3cfd7b10p-2);
    assert_true(bitgen.next_uint64(bitgen.state) == UINT64_C(0x547b482a2d5014ab));
    assert_true(bitgen.next_raw(bitgen.state) == UINT64_C(0x71d2ff53));
}

/* Each function takes the words that the others leave, over several twists. */
static void test_functions_share_one_stream(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded(8), words = seeded(8);
    nprand_bitgen_t bitgen = bitgen_of(&rng);
    for (int i = 0; i < DRAWS; i++) {
        uint64_t first = (uint64_t)nprand_random_raw(&words);
        switch (i * i % 7 % 4) {
        case 0:
            assert_true(bitgen.next_uint64(bitgen.state) ==
                        (first << 32 | (uint64_t)nprand_random_raw(&words)));
            break;
        case 1:
            assert_true(bitgen.next_uint32(bitgen.state) == first);
            break;
        case 2: {
            uint64_t second = (uint64_t)nprand_random_raw(&words);
            assert_true(bitgen.next_double(bitgen.state) ==
                        (double)((first >> 5) << 26 | second >> 6) * 0x1p-53);
            break;
        }
        default:
            assert_true(bitgen.next_raw(bitgen.state) == first);
        }
        if (i % 100 == 0)
            assert_same_state(&rng, &words);
    }
}

static void test_kept_gaussian_stays(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded(8);
    nprand_standard_normal(&rng);
    double kept = state_of(&rng).gauss;
    nprand_bitgen_t bitgen = bitgen_of(&rng);
    bitgen.next_double(bitgen.state);
    assert_int_equal(state_of(&rng).has_gauss, 1);
    assert_true(nprand_standard_normal(&rng) == kept);
}

static void test_refusals(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded(1), never = {0};
    nprand_bitgen_t bitgen = bitgen_of(&rng);
    nprand_bitgen_t before = bitgen;
    assert_int_equal(nprand_bitgen(NULL, &bitgen), NPRAND_NULL_POINTER);
    assert_int_equal(nprand_bitgen(&never, &bitgen), NPRAND_NOT_SEEDED);
    assert_int_equal(nprand_bitgen(&rng, NULL), NPRAND_NULL_POINTER);
    assert_memory_equal(&bitgen, &before, sizeof bitgen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_known_draws),
        cmocka_unit_test(test_functions_share_one_stream),
        cmocka_unit_test(test_kept_gaussian_stays),
        cmocka_unit_test(test_refusals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
