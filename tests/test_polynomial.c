/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The characteristic polynomial f: that the exponents are its own, that the words obey it, and that
 * the arithmetic modulo f is right.
 */
#include "test.h"

#include "../src/engine/advance.h"
#include "../src/backend/backend.h"
#include "../src/backend/polynomial.h"

#include <stdlib.h>

enum { W = NPRAND__POLYNOMIAL, DEGREE = NPRAND__DEGREE };

/* ---- The exponents ------------------------------------------------------------------------ */

/* A polynomial over GF(2) as the set of its exponents. */
struct polynomial {
    bool has[DEGREE + 1];
};

/* p (t^a + t^b) */
static struct polynomial times_two_terms(const struct polynomial *p, size_t a, size_t b)
{
    struct polynomial product = {{false}};
    for (size_t i = 0; i <= DEGREE; i++) {
        if (p->has[i]) {
            assert_in_range(i + a, 0, DEGREE);
            assert_in_range(i + b, 0, DEGREE);
            product.has[i + a] ^= true;
            product.has[i + b] ^= true;
        }
    }
    return product;
}

/* (t^624 + t^397) (u^31 + a(0) u^30 + ... + a(30)) + a(31) with u = t^623 + t^396 */
static void test_exponents_are_those_of_the_product(void **unused)
{
    (void)unused;
    struct polynomial f = {{true}};
    for (int i = 0; i <= 30; i++) {
        f = times_two_terms(&f, NPRAND__N - 1, NPRAND__M - 1);
        f.has[0] ^= NPRAND__MATRIX_A >> i & 1;
    }
    f = times_two_terms(&f, NPRAND__N, NPRAND__M);
    f.has[0] ^= NPRAND__MATRIX_A >> 31;

    size_t count = 0;
    for (size_t i = 0; i < DEGREE; i++) {
        if (f.has[i]) {
            assert_in_range(count, 0, NPRAND__TERMS - 1);
            assert_int_equal(nprand__exponents[count], i);
            count++;
        }
    }
    assert_int_equal(count, NPRAND__TERMS);
    assert_true(f.has[DEGREE]);
}

static void test_words_obey_the_polynomial(void **unused)
{
    (void)unused;
    enum { STARTS = 2000 };
    static uint32_t words[DEGREE + STARTS];
    nprand_rng rng = seeded(2026);
    assert_int_equal(nprand_random_raw_fill(&rng, DEGREE + STARTS, words), NPRAND_OK);
    for (size_t k = 0; k < STARTS; k++) {
        uint32_t sum = words[k + DEGREE];
        for (size_t i = 0; i < NPRAND__TERMS; i++)
            sum ^= words[k + nprand__exponents[i]];
        assert_int_equal(sum, 0); /* tempering is linear: it holds for tempered words, too */
    }
}

/* ---- Arithmetic --------------------------------------------------------------------------- */

static void set_term(uint64_t *g, size_t i)
{
    memset(g, 0, W * sizeof *g);
    g[i / 64] = UINT64_C(1) << i % 64;
}

/* t times t^19936 is f less its first term. */
static void test_times_t_at_the_top(void **unused)
{
    (void)unused;
    uint64_t g[W], f[W] = {0};
    for (size_t i = 0; i < NPRAND__TERMS; i++)
        f[nprand__exponents[i] / 64] |= UINT64_C(1) << nprand__exponents[i] % 64;
    set_term(g, DEGREE - 1);
    nprand__times_t(g);
    assert_memory_equal(g, f, sizeof g);
    set_term(g, DEGREE - 2);
    nprand__times_t(g);
    set_term(f, DEGREE - 1);
    assert_memory_equal(g, f, sizeof g);
}

/* (t^i)^2 is t^(2i), which is reached by steps of one. */
static void test_squares_of_single_terms_are_powers_of_t(void **unused)
{
    (void)unused;
    uint64_t power[W], square[W];
    set_term(power, 0);
    for (size_t i = 0; i < DEGREE; i++) {
        set_term(square, i);
        nprand__backend()->square_mod(square);
        assert_memory_equal(square, power, sizeof square);
        nprand__times_t(power);
        nprand__times_t(power);
    }
}

static void random_polynomial(nprand_rng *rng, uint64_t *g)
{
    assert_int_equal(nprand_randint_uint64_endpoint_fill(rng, 0, UINT64_MAX, W, g), NPRAND_OK);
    g[W - 1] &= (UINT64_C(1) << DEGREE % 64) - 1;
}

/* With the single terms, this is all of squaring. */
static void test_squares_of_sums_are_sums_of_squares(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded(6);
    for (int round = 0; round < 100; round++) {
        uint64_t a[W], b[W], sum[W];
        random_polynomial(&rng, a);
        random_polynomial(&rng, b);
        for (size_t i = 0; i < W; i++)
            sum[i] = a[i] ^ b[i];
        nprand__backend()->square_mod(a);
        nprand__backend()->square_mod(b);
        nprand__backend()->square_mod(sum);
        for (size_t i = 0; i < W; i++)
            assert_true(sum[i] == (a[i] ^ b[i]));
    }
}

static void test_powers_of_t_by_steps_of_one(void **unused)
{
    (void)unused;
    uint64_t power[W], g[W];
    set_term(power, 0);
    for (uint64_t d = 0; d < 2 * DEGREE + 700; d++) {
        bool checked = d % 97 == 0 || d % DEGREE < 3 || d % DEGREE > DEGREE - 3;
        if (checked) {
            nprand__power_of_t(d, g);
            assert_memory_equal(g, power, sizeof g);
        }
        nprand__times_t(power);
    }
}

/* t^(2^19937) = t, and no smaller power of two does it: f is irreducible, and since 2^19937 - 1 is
 * a prime, that is the period. */
static void test_t_has_the_full_period(void **unused)
{
    (void)unused;
    uint64_t g[W], t[W];
    set_term(t, 1);
    set_term(g, 1);
    for (int i = 0; i < DEGREE; i++) {
        nprand__backend()->square_mod(g);
        assert_true(i == DEGREE - 1 || memcmp(g, t, sizeof g) != 0);
    }
    assert_memory_equal(g, t, sizeof g);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_exponents_are_those_of_the_product),
        cmocka_unit_test(test_words_obey_the_polynomial),
        cmocka_unit_test(test_times_t_at_the_top),
        cmocka_unit_test(test_squares_of_single_terms_are_powers_of_t),
        cmocka_unit_test(test_squares_of_sums_are_sums_of_squares),
        cmocka_unit_test(test_powers_of_t_by_steps_of_one),
        cmocka_unit_test(test_t_has_the_full_period),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
