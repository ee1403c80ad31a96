/* SPDX-License-Identifier: BSD-3-Clause
 *
 * multivariate_normal. Which rotation of the normals comes out is LAPACK's affair; what does not
 * depend on it is tested here, and crosscheck_lapack.py compares with the NumPy that has the same
 * LAPACK.
 */
#include "test.h"

#include "nprand_lapack.h"

#include <math.h>
#include <stdlib.h>

enum { K = 3 };

static const double mean[K] = {1.0, -2.0, 0.5};
static const double cov[K * K] = {4.0, 1.0, 0.5, 1.0, 3.0, -0.25, 0.5, -0.25, 2.0};

/* Symmetric, with an eigenvalue below 0. */
static const double indefinite[K * K] = {1.0, 2.0, 0.0, 2.0, 1.0, 0.0, 0.0, 0.0, 1.0};

static nprand_work new_work(size_t k)
{
    size_t size = nprand_multivariate_normal_work_size(k);
    assert_true(size > 0 && size < SIZE_MAX);
    nprand_work work = nprand_work_of(malloc(size), size);
    assert_non_null(work.memory);
    return work;
}

static nprand_status fill(nprand_rng *rng, const double *matrix, nprand_check_valid check_valid,
                          size_t n, double *out)
{
    nprand_work work = new_work(K);
    nprand_status status = nprand_multivariate_normal_fill(
        rng, mean, matrix, K, check_valid, NPRAND_MULTIVARIATE_NORMAL_TOL, n, out, work);
    free(work.memory);
    return status;
}

static double determinant(const double *m)
{
    return m[0] * (m[4] * m[8] - m[5] * m[7]) - m[1] * (m[3] * m[8] - m[5] * m[6]) +
           m[2] * (m[3] * m[7] - m[4] * m[6]);
}

/* y^T cov^-1 y by Cramer's rule. */
static double mahalanobis(const double *y)
{
    double sum = 0.0;
    for (int column = 0; column < K; column++) {
        double replaced[K * K];
        memcpy(replaced, cov, sizeof replaced);
        for (int row = 0; row < K; row++)
            replaced[row * K + column] = y[row];
        sum += y[column] * determinant(replaced) / determinant(cov);
    }
    return sum;
}

/* A row y = mean + x A with A^T A = cov has y^T cov^-1 y = x^T x, whatever A. */
static void test_rows_have_the_length_of_their_normals(void **unused)
{
    (void)unused;
    enum { N = 150 };
    static double out[N * K], x[N * K];
    nprand_rng rng = seeded(7);
    nprand_standard_normal(&rng);
    nprand_rng normals = rng;
    assert_int_equal(fill(&rng, cov, NPRAND_CHECK_VALID_RAISE, N, out), NPRAND_OK);
    assert_int_equal(nprand_standard_normal_fill(&normals, (size_t)N * K, x), NPRAND_OK);
    assert_same_state(&rng, &normals);
    for (int i = 0; i < N; i++) {
        double y[K], length = 0.0;
        for (int j = 0; j < K; j++) {
            y[j] = out[i * K + j] - mean[j];
            length += x[i * K + j] * x[i * K + j];
        }
        assert_true(fabs(mahalanobis(y) - length) <= 1e-12 * (1.0 + length));
    }
}

/* 65 rows are drawn in two parts. */
static void test_fill_is_that_many_rows(void **unused)
{
    (void)unused;
    enum { N = 65 };
    static double all[N * K];
    double row[K];
    nprand_work work = new_work(K);
    nprand_rng a = seeded(8);
    nprand_rng b = a;
    assert_int_equal(fill(&a, cov, NPRAND_CHECK_VALID_WARN, N, all), NPRAND_OK);
    for (int i = 0; i < N; i++) {
        assert_int_equal(nprand_multivariate_normal(&b, mean, cov, K, NPRAND_CHECK_VALID_WARN,
                                                    NPRAND_MULTIVARIATE_NORMAL_TOL, row, work),
                         NPRAND_OK);
        for (int j = 0; j < K; j++)
            assert_true(fabs(row[j] - all[i * K + j]) <= 1e-12 * (1.0 + fabs(row[j])));
    }
    assert_same_state(&a, &b);
    free(work.memory);
}

static void test_three_modes(void **unused)
{
    (void)unused;
    double warned[2 * K], ignored[2 * K], raised[2 * K] = {7, 7, 7, 7, 7, 7};
    nprand_rng start = seeded(9);
    nprand_rng a = start, b = start, c = start;
    assert_int_equal(fill(&a, indefinite, NPRAND_CHECK_VALID_WARN, 2, warned),
                     NPRAND_COV_NOT_PSD_WARNING);
    assert_int_equal(fill(&b, indefinite, NPRAND_CHECK_VALID_IGNORE, 2, ignored), NPRAND_OK);
    assert_int_equal(fill(&c, indefinite, NPRAND_CHECK_VALID_RAISE, 2, raised), NPRAND_COV_NOT_PSD);
    assert_memory_equal(warned, ignored, sizeof warned);
    for (int i = 0; i < 2 * K; i++)
        assert_true(raised[i] == 7.0);
    /* NumPy has drawn its normals when it raises. */
    assert_same_state(&a, &b);
    assert_same_state(&a, &c);
    double x[2 * K];
    assert_int_equal(nprand_standard_normal_fill(&start, 2 * K, x), NPRAND_OK);
    assert_same_state(&a, &start);
}

static void test_tolerance(void **unused)
{
    (void)unused;
    double almost[K * K], out[K];
    nprand_work work = new_work(K);
    nprand_rng rng = seeded(9);
    memcpy(almost, cov, sizeof almost);
    almost[1] += 1e-6;
    assert_int_equal(fill(&rng, almost, NPRAND_CHECK_VALID_RAISE, 1, out), NPRAND_COV_NOT_PSD);
    assert_int_equal(nprand_multivariate_normal(&rng, mean, almost, K, NPRAND_CHECK_VALID_RAISE,
                                                1e-5, out, work),
                     NPRAND_OK);
    free(work.memory);
}

static void test_cov_that_cannot_be_decomposed(void **unused)
{
    (void)unused;
    double broken[K * K], out[K] = {7, 7, 7}, x[K];
    memcpy(broken, cov, sizeof broken);
    broken[4] = (double)NAN;
    nprand_rng rng = seeded(9);
    nprand_rng normals = rng;
    assert_int_equal(fill(&rng, broken, NPRAND_CHECK_VALID_IGNORE, 1, out), NPRAND_SVD_FAILED);
    assert_true(out[0] == 7.0 && out[1] == 7.0 && out[2] == 7.0);
    assert_int_equal(nprand_standard_normal_fill(&normals, K, x), NPRAND_OK);
    assert_same_state(&rng, &normals);
}

static void test_refusals(void **unused)
{
    (void)unused;
    const double tol = NPRAND_MULTIVARIATE_NORMAL_TOL;
    const nprand_check_valid raise = NPRAND_CHECK_VALID_RAISE;
    double out[K] = {7, 7, 7};
    nprand_work work = new_work(K);
    nprand_rng rng = seeded(9);
    nprand_rng before = rng;
    nprand_rng zeroed = {0};
    assert_int_equal(nprand_multivariate_normal(NULL, mean, cov, K, raise, tol, out, work),
                     NPRAND_NULL_POINTER);
    assert_int_equal(nprand_multivariate_normal(&zeroed, mean, cov, K, raise, tol, out, work),
                     NPRAND_NOT_SEEDED);
    assert_int_equal(nprand_multivariate_normal(&rng, NULL, cov, K, raise, tol, out, work),
                     NPRAND_NULL_POINTER);
    assert_int_equal(nprand_multivariate_normal(&rng, mean, NULL, K, raise, tol, out, work),
                     NPRAND_NULL_POINTER);
    assert_int_equal(nprand_multivariate_normal(&rng, mean, cov, K, raise, tol, NULL, work),
                     NPRAND_NULL_POINTER);
    nprand_work none = nprand_work_of(NULL, work.size);
    nprand_work small = nprand_work_of(work.memory, work.size - 1);
    nprand_work odd = nprand_work_of((char *)work.memory + 1, work.size);
    assert_int_equal(nprand_multivariate_normal(&rng, mean, cov, K, raise, tol, out, none),
                     NPRAND_WORK_MISSING);
    assert_int_equal(nprand_multivariate_normal(&rng, mean, cov, K, raise, tol, out, small),
                     NPRAND_WORK_TOO_SMALL);
    assert_int_equal(nprand_multivariate_normal(&rng, mean, cov, K, raise, tol, out, odd),
                     NPRAND_WORK_MISALIGNED);
    assert_int_equal(
        nprand_multivariate_normal(&rng, mean, cov, K, (nprand_check_valid)3, tol, out, work),
        NPRAND_BAD_CHECK_VALID);
    assert_int_equal(
        nprand_multivariate_normal_fill(&rng, mean, cov, K, raise, tol, SIZE_MAX / 16, out, work),
        NPRAND_TOO_LARGE);
    assert_int_equal(nprand_multivariate_normal(&rng, mean, cov, SIZE_MAX, raise, tol, out, work),
                     NPRAND_TOO_LARGE);
    assert_true(out[0] == 7.0 && out[1] == 7.0 && out[2] == 7.0);
    assert_memory_equal(&rng, &before, sizeof rng);
    free(work.memory);
}

/* Releases before 1.9 round in another order, and look at no cov. */
static void test_releases_before_1_9(void **unused)
{
    (void)unused;
    enum { N = 150 };
    static double old[N * K], new[N * K];
    nprand_rng a = seeded(7), b = a;
    assert_int_equal(nprand_set_numpy(&a, 1, 8), NPRAND_OK);
    assert_int_equal(nprand_set_numpy(&b, 1, 9), NPRAND_OK);
    assert_int_equal(fill(&a, cov, NPRAND_CHECK_VALID_RAISE, N, old), NPRAND_OK);
    assert_int_equal(fill(&b, cov, NPRAND_CHECK_VALID_RAISE, N, new), NPRAND_OK);
    assert_same_state(&a, &b);
    assert_memory_not_equal(old, new, sizeof old);
    for (size_t i = 0; i < (size_t)N * K; i++)
        assert_true(fabs(old[i] - new[i]) <= 1e-13);
    assert_int_equal(fill(&a, indefinite, NPRAND_CHECK_VALID_RAISE, 1, old), NPRAND_OK);
}

/* 1.9 to 1.12 replace the singular values of such a cov. */
static void test_indefinite_cov_before_1_13(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded(7);
    assert_int_equal(nprand_set_numpy(&rng, 1, 12), NPRAND_OK);
    nprand_rng before = rng;
    double out[K] = {1.0, 2.0, 3.0};
    assert_int_equal(fill(&rng, indefinite, NPRAND_CHECK_VALID_IGNORE, 1, out),
                     NPRAND_NOT_IN_RELEASE);
    assert_true(out[0] == 1.0 && out[1] == 2.0 && out[2] == 3.0);
    assert_memory_equal(&rng, &before, sizeof rng);
    assert_int_equal(nprand_set_numpy(&rng, 1, 13), NPRAND_OK);
    assert_int_equal(fill(&rng, indefinite, NPRAND_CHECK_VALID_IGNORE, 1, out), NPRAND_OK);
}

static void test_nothing_to_draw(void **unused)
{
    (void)unused;
    nprand_work work = new_work(K);
    nprand_rng rng = seeded(9);
    nprand_rng before = rng;
    assert_int_equal(nprand_multivariate_normal_work_size(0), 0);
    assert_true(nprand_multivariate_normal_work_size(SIZE_MAX) == SIZE_MAX);
    assert_int_equal(nprand_multivariate_normal_fill(&rng, NULL, NULL, 0, NPRAND_CHECK_VALID_WARN,
                                                     1e-8, 5, NULL, nprand_work_of(NULL, 0)),
                     NPRAND_OK);
    assert_int_equal(nprand_multivariate_normal_fill(&rng, mean, cov, K, NPRAND_CHECK_VALID_WARN,
                                                     1e-8, 0, NULL, work),
                     NPRAND_OK);
    assert_same_state(&rng, &before);
    free(work.memory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows_have_the_length_of_their_normals),
        cmocka_unit_test(test_fill_is_that_many_rows),
        cmocka_unit_test(test_three_modes),
        cmocka_unit_test(test_tolerance),
        cmocka_unit_test(test_cov_that_cannot_be_decomposed),
        cmocka_unit_test(test_refusals),
        cmocka_unit_test(test_releases_before_1_9),
        cmocka_unit_test(test_indefinite_cov_before_1_13),
        cmocka_unit_test(test_nothing_to_draw),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
