/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Draws in floating-point environments for which no values are promised: each call ends, and reads
 * and writes within its bounds (which a build with sanitizers sees). The fuzz target has the rest.
 */
#include "test.h"

#include "../include/nprand_python.h"
#include "../src/engine/engine.h"

#include <fenv.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#if defined(__SSE2__)
#include <xmmintrin.h>
#endif

static const int modes[] = {FE_UPWARD, FE_DOWNWARD, FE_TOWARDZERO};

enum { MODES = sizeof modes / sizeof *modes, VALUES = 20000 };

/* In each mode, a fill of many values; the doubles of them are within bounds or NaN. */
#define IN_EACH_MODE(n, low, high, fill, ...)                                              \
    do {                                                                                   \
        double *out_ = malloc((n) * sizeof *out_);                                         \
        assert_non_null(out_);                                                             \
        for (int mode_ = 0; mode_ < MODES; mode_++) {                                      \
            nprand_rng rng_ = seeded(1);                                                   \
            assert_int_equal(fesetround(modes[mode_]), 0);                                 \
            nprand_status status_ = fill(&rng_, __VA_ARGS__, n, out_);                     \
            fesetround(FE_TONEAREST);                                                      \
            for (size_t i_ = 0; status_ == NPRAND_OK && i_ < (n); i_++)                    \
                assert_true(isnan(out_[i_]) || (out_[i_] >= (low) && out_[i_] <= (high))); \
        }                                                                                  \
        free(out_);                                                                        \
    } while (0)

/* The angles of an attempt reach pi, and so the last entry of a table. */
static void test_vonmises(void **unused)
{
    (void)unused;
    IN_EACH_MODE(VALUES, -3.2, 3.2, nprand_vonmises_fill, 0.0, 4.0);
    IN_EACH_MODE(VALUES, -3.2, 3.2, nprand_vonmises_fill, 0.0, 1e-6);
    IN_EACH_MODE(VALUES, -3.2, 3.2, nprand_vonmises_fill, 0.0, 1e15);
    IN_EACH_MODE(1000, -3.2, 3.2, nprand_vonmises_fill, 0.0, 0x1.6ep+416);
    IN_EACH_MODE(1000, -3.2, 3.2, nprand_vonmises_fill, 0.0, 2e16);
}

/* Sums that cancel round to one side, and each attempt can fail. */
static void test_python_gamma(void **unused)
{
    (void)unused;
    const double inf = (double)INFINITY;
    IN_EACH_MODE(1000, 0.0, inf, nprand_py_gammavariate_fill, 1e40, 1.0);
    IN_EACH_MODE(1000, 0.0, inf, nprand_py_gammavariate_fill, 1e16, 1.0);
    IN_EACH_MODE(1000, 0.0, 1.0, nprand_py_betavariate_fill, 1e40, 1e40);
    IN_EACH_MODE(1000, 0.0, 1.0, nprand_py_betavariate_fill, 1e40, 0.5);
}

static void test_normals(void **unused)
{
    (void)unused;
    IN_EACH_MODE(VALUES, -40.0, 40.0, nprand_normal_fill, 0.0, 1.0);
    IN_EACH_MODE(VALUES, 0.0, (double)INFINITY, nprand_gamma_fill, 2.5, 1.0);
    IN_EACH_MODE(VALUES, 0.0, 1.0, nprand_beta_fill, 0.5, 0.5);
}

/* ---- Back in the default environment ---- */

static int64_t draw_with_setup(nprand_rng *rng, size_t row)
{
    switch (row) {
    case 0:
        return nprand_binomial(rng, 1099, 0.03);
    case 1:
        return nprand_binomial(rng, 40, 0.3);
    case 2:
        return nprand_geometric(rng, 0.01);
    case 3:
        return nprand_geometric(rng, 0.4);
    case 4:
        return nprand_zipf(rng, 2.5);
    case 5:
        return nprand_hypergeometric(rng, 100, 200, 50);
    default:
        return nprand_poisson(rng, 7.0);
    }
}

/* What a scalar call has kept in another mode is not used in this one. It mostly differs in its last
 * bits, which few values show: the test puts other numbers in its place. */
static void test_setups_of_another_mode(void **unused)
{
    (void)unused;
    for (size_t row = 0; row < 7; row++) {
        for (int mode = 0; mode < MODES; mode++) {
            nprand_rng rng = seeded(1);
            assert_int_equal(fesetround(modes[mode]), 0);
            draw_with_setup(&rng, row);
            fesetround(FE_TONEAREST);
            struct nprand__kept *kept = nprand__kept_of(&rng);
            assert_int_not_equal(kept->method, 0);
            const size_t parameters = row == 5 ? 3 : 0; /* hypergeometric's are in its set-up */
            memset(&kept->setup[parameters], 0x3f,
                   sizeof kept->setup - parameters * sizeof *kept->setup);
            nprand_rng fresh = seeded(1);
            const nprand_state state = state_of(&rng);
            assert_int_equal(nprand_set_state(&fresh, &state), NPRAND_OK);
            for (int i = 0; i < 2000; i++)
                assert_int_equal(draw_with_setup(&rng, row), draw_with_setup(&fresh, row));
            assert_same_state(&rng, &fresh);
        }
    }
}

/* Programs may trap invalid operations and divisions by zero: what a kernel computes ahead, and
 * does not use, raises neither. */
static void test_windows_raise_nothing(void **unused)
{
    (void)unused;
    const int64_t trials = 1000;
    double lam[400], p[400], kappa[400], angles[400];
    int64_t out[400];
    for (size_t i = 0; i < 400; i++) {
        lam[i] = 10.0 + (double)(i % 7);
        p[i] = 0.05 + 0.001 * (double)i;
        kappa[i] = i % 50 < 25 ? (double)(1 + i) : 1e-8 * (double)(1 + i * i * i);
    }
    feclearexcept(FE_ALL_EXCEPT);
    for (int64_t seed = 0; seed < 300; seed++) {
        nprand_rng rng = seeded(seed);
        assert_int_equal(nprand_poisson_each(&rng, lam, 1, 4 + (size_t)seed % 47, out), NPRAND_OK);
        assert_int_equal(nprand_binomial_each(&rng, &trials, 0, p, 1, 4 + (size_t)seed, out),
                         NPRAND_OK);
        assert_int_equal(nprand_vonmises_each(&rng, p, 1, kappa, 1, 4 + (size_t)seed, angles),
                         NPRAND_OK);
    }
    assert_int_equal(fetestexcept(FE_INVALID | FE_DIVBYZERO), 0);
}

/* The same for searches among bounds, for values beyond all of them, and for tables of which some
 * values are not known. */
static void test_tables_raise_nothing(void **unused)
{
    (void)unused;
    enum { N = 3000 };
    int64_t out[N];
    nprand_rng rng = seeded(1);
    feclearexcept(FE_ALL_EXCEPT);
    assert_int_equal(nprand_binomial_fill(&rng, 60, 0.5, N, out), NPRAND_OK);
    assert_int_equal(nprand_binomial_fill(&rng, 1000, 0.4, N, out), NPRAND_OK);
    assert_int_equal(nprand_geometric_fill(&rng, 0.35, N, out), NPRAND_OK);
    assert_int_equal(nprand_geometric_fill(&rng, 1e-3, N, out), NPRAND_OK);
    for (double a = 1.5; a < 1030.0; a *= 1.01) {
        assert_int_equal(nprand_zipf_fill(&rng, a, N / 10, out), NPRAND_OK);
        assert_true(nprand_zipf(&rng, a) > 0 && nprand_zipf(&rng, a) > 0);
    }
    for (size_t row = 0; row < 7; row++) {
        for (int i = 0; i < N; i++)
            draw_with_setup(&rng, row);
    }
    assert_int_equal(fetestexcept(FE_INVALID | FE_DIVBYZERO), 0);
}

#if defined(__SSE2__)
enum { FLUSH_TO_ZERO = 0x8000, DENORMALS_ARE_ZERO = 0x0040 };

/* Probabilities that count, but vanish from the sums. Several rounds then find nothing new. */
static void test_choice_flushed(void **unused)
{
    (void)unused;
    const unsigned before = _mm_getcsr();
    const unsigned flags[] = {FLUSH_TO_ZERO, DENORMALS_ARE_ZERO,
                              FLUSH_TO_ZERO | DENORMALS_ARE_ZERO};
    const double p[] = {1.0, 1e-310, 2e-310, 3e-310, 1e-310};
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++) {
        double memory[10];
        int64_t out[5], found = 0;
        nprand_rng rng = seeded(1);
        _mm_setcsr(before | flags[i]);
        nprand_status status = nprand_choice_no_replace_p_fill(
            &rng, 5, p, 5, out, nprand_work_of(memory, sizeof memory));
        _mm_setcsr(before);
        for (size_t k = 0; k < 5 && status == NPRAND_OK; k++) {
            assert_in_range(out[k], 0, 4);
            found |= INT64_C(1) << out[k];
        }
        if (status == NPRAND_OK)
            assert_int_equal(found, 31);
        else
            assert_int_equal(status, NPRAND_P_TOO_FEW_NONZERO);
    }
}

/* Shapes that the processor takes for 0. */
static void test_gammas_flushed(void **unused)
{
    (void)unused;
    const unsigned before = _mm_getcsr();
    nprand_rng rng = seeded(1), other = seeded(1);
    double shape[300], out[300];
    for (size_t i = 0; i < 300; i++)
        shape[i] = i % 3 == 2 ? 2.5 : 1e-310;
    _mm_setcsr(before | DENORMALS_ARE_ZERO);
    const nprand_status status = nprand_standard_gamma_each(&rng, shape, 1, 300, out);
    _mm_setcsr(before);
    assert_int_equal(status, NPRAND_OK);
    for (size_t i = 0; i < 300; i++) {
        _mm_setcsr(before | DENORMALS_ARE_ZERO);
        const double value = nprand_standard_gamma(&other, shape[i]);
        _mm_setcsr(before);
        assert_true(out[i] == value);
    }
    assert_same_state(&rng, &other);
}
#else
static void without_flags(void)
{
    print_message("skipped: no SSE2, whose control register is set here\n");
    skip();
}

static void test_choice_flushed(void **unused)
{
    (void)unused;
    without_flags();
}

static void test_gammas_flushed(void **unused)
{
    (void)unused;
    without_flags();
}
#endif

/* Where rounding is downward, vectors make -0.0 of the uniform 0. It counts as 0: logistic draws it
 * again, and it makes a gamma of a small shape 0. */
static void test_uniform_of_minus_0(void **unused)
{
    (void)unused;
    enum { N = 300 };
    static const uint32_t zeros[2] = {0, 0};
    double logistic[N], gamma[N];
    nprand_rng rng = with_next_words(2, zeros), other = rng;
    assert_int_equal(fesetround(FE_DOWNWARD), 0);
    const nprand_status of_logistic = nprand_logistic_fill(&rng, 0.0, 1.0, N, logistic);
    const nprand_status of_gamma = nprand_standard_gamma_fill(&other, 0.03, N, gamma);
    fesetround(FE_TONEAREST);
    assert_int_equal(of_logistic, NPRAND_OK);
    assert_int_equal(of_gamma, NPRAND_OK);
    for (size_t i = 0; i < N; i++)
        assert_true(isfinite(logistic[i]));
    assert_true(gamma[0] == 0.0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_vonmises),
        cmocka_unit_test(test_python_gamma),
        cmocka_unit_test(test_normals),
        cmocka_unit_test(test_setups_of_another_mode),
        cmocka_unit_test(test_uniform_of_minus_0),
        cmocka_unit_test(test_windows_raise_nothing),
        cmocka_unit_test(test_tables_raise_nothing),
        cmocka_unit_test(test_choice_flushed),
        cmocka_unit_test(test_gammas_flushed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
