/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Draws that give up. No seed leads to thousands of attempts in a row without a value, but states
 * exist that do: the known bits of far words determine a state.
 */
#include "test.h"

#include "../include/nprand_python.h"

#include <math.h>
#include <stdlib.h>

/* A draw gives up after 4096 attempts. Some more are made to fail. */
enum { ATTEMPTS = 4200, KNOWN = 19937 };

static uint32_t words[KNOWN], masks[KNOWN];

static void know(size_t i, uint32_t mask, uint32_t word)
{
    words[i] = word;
    masks[i] = mask;
}

/* The generator whose next n words have the known bits. */
static nprand_rng chosen(size_t n)
{
    nprand_rng rng;
    const size_t size = nprand_recover_masked_work_size(masks, n);
    void *work = malloc(size);
    assert_non_null(work);
    assert_int_equal(nprand_recover_masked(&rng, words, masks, n, nprand_work_of(work, size)),
                     NPRAND_OK);
    free(work);
    assert_int_equal(nprand_rewind(&rng, n), NPRAND_OK);
    return rng;
}

static void assert_words_taken(const nprand_rng *before, const nprand_rng *after, uint64_t n)
{
    nprand_rng rng = *before;
    assert_int_equal(nprand_advance(&rng, n), NPRAND_OK);
    assert_same_state(&rng, after);
}

/* Uniforms of 1/2 or more: Johnk's method for beta(1, 1) needs two of them whose sum is at most
 * 1. */
static void test_beta(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < KNOWN; i++)
        know(i, UINT32_C(1) << 31, UINT32_MAX);
    const nprand_rng start = chosen(KNOWN);
    nprand_rng rng = start;
    assert_true(isnan(nprand_beta(&rng, 1.0, 1.0)));
    assert_words_taken(&start, &rng, 4 * UINT64_C(4097));
    static const size_t counts[] = {1, 2, 128, 300};
    for (size_t k = 0; k < sizeof counts / sizeof *counts; k++) {
        double out[300];
        rng = start;
        assert_int_equal(nprand_beta_fill(&rng, 1.0, 1.0, counts[k], out), NPRAND_OK);
        for (size_t i = 0; i < counts[k]; i++)
            assert_true(isnan(out[i]));
        /* Rounds of as many attempts as values are wanted, or 128. */
        const uint64_t size = counts[k] < 128 ? counts[k] : 128;
        assert_words_taken(&start, &rng, 4 * size * (4096 / size + 1));
    }
}

/* Uniforms U of 3/4 or more, whose cosine of pi U is below -0.7, and V of 1/2 or more: for a large
 * kappa, an attempt with such a U needs V < 0.31. Further known bits, of the second words of these
 * uniforms, change neither, and make 19 937 bits, as many as a state has. With another number of
 * attempts, recover may refuse the bits: not every choice of 19 937 bits determines a state. */
static void test_vonmises(void **unused)
{
    (void)unused;
    const double kappa = 1e6;
    size_t known = 0;
    for (size_t i = 0; i < ATTEMPTS; i++, known += 3) {
        know(4 * i, UINT32_C(3) << 30, UINT32_MAX);
        know(4 * i + 2, UINT32_C(1) << 31, UINT32_MAX);
    }
    for (size_t i = 1; i < (size_t)4 * ATTEMPTS; i += 2, known++)
        know(i, known < KNOWN ? UINT32_C(1) << 31 : 0, 0);
    const nprand_rng start = chosen((size_t)4 * ATTEMPTS);
    nprand_rng rng = start;
    assert_true(isnan(nprand_vonmises(&rng, 0.0, kappa)));
    assert_words_taken(&start, &rng, 4 * UINT64_C(4096) + 2); /* and a uniform for the side */
    rng = start;
    assert_true(isnan(nprand_py_vonmisesvariate(&rng, 0.0, kappa)));
    assert_words_taken(&start, &rng, 4 * UINT64_C(4096) + 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_beta),
        cmocka_unit_test(test_vonmises),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
