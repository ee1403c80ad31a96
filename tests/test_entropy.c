/* SPDX-License-Identifier: BSD-3-Clause
 *
 * An operating system that gives no entropy. This program has a getentropy() of its own, which takes
 * the place of the C library's.
 */
#include "test.h"

#include "nprand_python.h"

#include <errno.h>
#include <stdbool.h>

int getentropy(void *buffer, size_t length);

static int calls;
static int failing_call; /* 0: none */
static size_t longest;   /* the most bytes of a call */

int getentropy(void *buffer, size_t length)
{
    calls++;
    if (length > longest)
        longest = length;
    if (calls == failing_call) {
        errno = EIO;
        return -1;
    }
    memset(buffer, calls, length);
    return 0;
}

static void begin_calls(int failing)
{
    calls = 0;
    failing_call = failing;
}

typedef nprand_status seed_os(nprand_rng *rng);

/* Returns the number of calls of getentropy() that seeding takes. */
static int calls_of(seed_os *seed)
{
    nprand_rng rng;
    begin_calls(0);
    assert_int_equal(seed(&rng), NPRAND_OK);
    return calls;
}

/* Whichever call fails, the generator stays as it was. */
static void check_seeding(seed_os *seed, size_t bytes)
{
    const int count = calls_of(seed);
    assert_int_equal(count, (bytes + 255) / 256);
    for (int failing = 1; failing <= count; failing++) {
        nprand_rng rng = seeded(1), before;
        nprand_standard_normal(&rng);
        memcpy(&before, &rng, sizeof rng);
        begin_calls(failing);
        assert_int_equal(seed(&rng), NPRAND_NO_ENTROPY);
        assert_int_equal(calls, failing);
        assert_memory_equal(&rng, &before, sizeof rng);
    }
}

static void test_generators_stay(void **unused)
{
    (void)unused;
    check_seeding(nprand_seed_os, 624 * 4);
    check_seeding(nprand_py_seed_os, 624 * 4);
}

static void test_seed_sequences_stay(void **unused)
{
    (void)unused;
    nprand_seed_seq seq, before;
    uint32_t entropy[4] = {1, 2, 3, 4};
    assert_int_equal(nprand_seed_seq_init(&seq, 5), NPRAND_OK);
    memcpy(&before, &seq, sizeof seq);
    begin_calls(1);
    assert_int_equal(nprand_seed_seq_init_os(&seq, 4, entropy), NPRAND_NO_ENTROPY);
    assert_memory_equal(&seq, &before, sizeof seq);
    for (uint32_t i = 0; i < 4; i++)
        assert_int_equal(entropy[i], i + 1);
    begin_calls(0);
    assert_int_equal(nprand_seed_seq_init_os(&seq, 4, entropy), NPRAND_OK);
    assert_int_equal(entropy[3], 0x01010101);
}

/* A call of getentropy() gives 256 bytes at most. */
static void test_no_call_asks_for_too_much(void **unused)
{
    (void)unused;
    longest = 0;
    calls_of(nprand_seed_os);
    calls_of(nprand_py_seed_os);
    assert_int_equal(longest, 256);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_generators_stay),
        cmocka_unit_test(test_seed_sequences_stay),
        cmocka_unit_test(test_no_call_asks_for_too_much),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
