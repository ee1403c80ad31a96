/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Whether the draws have the distributions that they are named after: a chi-square test of each
 * method at a fixed seed, and a Kolmogorov-Smirnov test of those with continuous values.
 *
 * These tests prove little for a reimplementation. A draw can pass all of them, and still differ
 * from NumPy's in each value. That the values are NumPy's is shown by the vectors and the scripts
 * that compare with NumPy. These tests would only show a formula that is wrong in NumPy, in the
 * vectors and here.
 *
 * The laws are those of the command `nprand hist` (src/cli/hist_curve.c): densities of textbooks,
 * which are integrated. They call the C library's lgamma(), log() and exp(), and no function that
 * draws or that a draw calls. Python's methods and those that fill arrays are drawn by functions of
 * this file, and so is multivariate_normal where the command is linked to LAPACK. Their laws are
 * those of methods of NumPy.
 *
 * The first half of the values gives the edges of the bins, the second half is tested.
 */
#define NPRAND_NO_NODISCARD
#include "../include/nprand_python.h"

#include "../src/cli/draw.h"
#include "../src/cli/hist.h"
#include "../src/cli/options.h"
#include "../src/cli/stream.h"

#ifdef NPRAND_CLI_LAPACK
#include "../include/nprand_lapack.h"
#endif

#include <getopt.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HALF = 20000, BINS = 40, SEED = 20240229 };

/* Bounds that the fixed seeds do not reach, and a wrong formula does: 4.5 standard deviations, and a
 * chance of 5e-5. */
static const double MOST_Z = 4.5;
static const double LEAST_CHANCE = 5e-5;
static const double MOST_DISTANCE = 2.3; /* at the edges of bins, times the root of HALF */

static const char *const draws[] = {
    "random_sample",
    "random",
    "uniform -2 5",
    "normal 3 2",
    "standard_normal",
    "standard_exponential",
    "exponential 2.5",
    "standard_gamma 0.3",
    "standard_gamma 7.5",
    "gamma 2.5 2",
    "beta 0.5 0.4",
    "beta 2 3",
    "chisquare 4.5",
    "noncentral_chisquare 3 2",
    "noncentral_chisquare 0.7 2",
    "f 5 10",
    "noncentral_f 5 10 2",
    "standard_t 4",
    "standard_cauchy",
    "lognormal 0 0.5",
    "laplace 1 2",
    "logistic 1 2",
    "gumbel 1 2",
    "pareto 3",
    "power 3",
    "weibull 1.5",
    "rayleigh 2",
    "triangular -3 0 8",
    "vonmises 0 0.5",
    "vonmises 1 4",
    "wald 3 2",
    "poisson 3",
    "poisson 100",
    "binomial 10 0.3",
    "binomial 1000 0.4",
    "negative_binomial 5 0.5",
    "geometric 0.05",
    "geometric 0.5",
    "hypergeometric 15 15 8",
    "hypergeometric 100 200 50",
    "logseries 0.6",
    "zipf 3",
    "randint 0 37",
    "randint 0 2 --dtype bool",
    "randint -100 28 --dtype int8",
    "randint 0 200 --dtype uint8",
    "randint -1000 1001 --dtype int16",
    "randint 5 60000 --dtype uint16",
    "randint -7 7 --dtype int32",
    "randint 0 3000000000 --dtype uint32",
    "randint 0 6000000000 --dtype int64",
    "randint 0 5000000001 --dtype uint64",
    "random_integers 1 6",
    "tomaxint",
    "random_raw",
    "choice 11",
    "choice 5 --p 0.1,0.2,0.3,0.15,0.25",
};

/* ---- Draws that the command has not, or not one by one ---- */

enum { TOTAL = 2 * HALF, WORK = 4096 };

static void widen(const int64_t *from, double *x)
{
    for (size_t i = 0; i < TOTAL; i++)
        x[i] = (double)from[i];
}

static void widen_bytes(const unsigned char *from, double *x)
{
    for (size_t i = 0; i < TOTAL; i++)
        x[i] = from[i];
}

static nprand_work work_space(void)
{
    static max_align_t memory[WORK / sizeof(max_align_t)];
    return nprand_work_of(memory, sizeof memory);
}

static int64_t integers[TOTAL];
static const double shares[] = {0.1, 0.2, 0.3, 0.15, 0.25};

static nprand_status draw_rand(nprand_rng *rng, double *x)
{
    return nprand_rand_fill(rng, TOTAL, x);
}

static nprand_status draw_randn(nprand_rng *rng, double *x)
{
    return nprand_randn_fill(rng, TOTAL, x);
}

static nprand_status draw_bytes(nprand_rng *rng, double *x)
{
    static unsigned char bytes[TOTAL];
    const nprand_status status = nprand_bytes(rng, TOTAL, bytes);
    widen_bytes(bytes, x);
    return status;
}

static nprand_status draw_endpoint(nprand_rng *rng, double *x)
{
    const nprand_status status = nprand_randint_int64_endpoint_fill(rng, 1, 6, TOTAL, integers);
    widen(integers, x);
    return status;
}

static nprand_status draw_uint64_endpoint(nprand_rng *rng, double *x)
{
    static uint64_t values[TOTAL];
    const nprand_status status = nprand_randint_uint64_endpoint_fill(rng, 1, 6, TOTAL, values);
    for (size_t i = 0; i < TOTAL; i++)
        x[i] = (double)values[i];
    return status;
}

/* A component of a multinomial is binomial. */
static nprand_status draw_component(nprand_rng *rng, size_t k, double *x)
{
    int64_t row[5];
    nprand_status status = NPRAND_OK;
    for (size_t i = 0; i < TOTAL && status == NPRAND_OK; i++) {
        status = nprand_multinomial(rng, 20, shares, 5, row);
        x[i] = (double)row[k];
    }
    return status;
}

static nprand_status draw_multinomial(nprand_rng *rng, double *x)
{
    return draw_component(rng, 2, x);
}

static nprand_status draw_multinomial_last(nprand_rng *rng, double *x)
{
    return draw_component(rng, 4, x);
}

/* A component of a Dirichlet is beta. */
static nprand_status draw_share(nprand_rng *rng, size_t k, double *x)
{
    static const double alpha[] = {2.0, 0.5, 2.5};
    double row[3];
    nprand_status status = NPRAND_OK;
    for (size_t i = 0; i < TOTAL && status == NPRAND_OK; i++) {
        status = nprand_dirichlet(rng, alpha, 3, row);
        x[i] = row[k];
    }
    return status;
}

static nprand_status draw_dirichlet(nprand_rng *rng, double *x)
{
    return draw_share(rng, 0, x);
}

static nprand_status draw_dirichlet_last(nprand_rng *rng, double *x)
{
    return draw_share(rng, 2, x);
}

/* The place of an order of 0, 1, 2, 3 in the list of all 24: each has the same chance. */
static double rank_of_order(const int64_t *order)
{
    static const int weights[] = {6, 2, 1};
    int rank = 0;
    for (int i = 0; i < 3; i++) {
        for (int j = i + 1; j < 4; j++)
            rank += order[j] < order[i] ? weights[i] : 0;
    }
    return rank;
}

typedef nprand_status order_four(nprand_rng *rng, int64_t *order);

static nprand_status draw_orders(nprand_rng *rng, order_four *make, double *x)
{
    nprand_status status = NPRAND_OK;
    for (size_t i = 0; i < TOTAL && status == NPRAND_OK; i++) {
        int64_t order[] = {0, 1, 2, 3};
        status = make(rng, order);
        x[i] = rank_of_order(order);
    }
    return status;
}

static nprand_status shuffle_four(nprand_rng *rng, int64_t *order)
{
    return nprand_shuffle(rng, order, 4, sizeof *order);
}

static nprand_status permute_four(nprand_rng *rng, int64_t *order)
{
    return nprand_permutation(rng, 4, order);
}

static nprand_status permute_array_of_four(nprand_rng *rng, int64_t *order)
{
    const int64_t from[] = {0, 1, 2, 3};
    return nprand_permutation_array(rng, from, 4, sizeof *from, order);
}

static nprand_status choose_four(nprand_rng *rng, int64_t *order)
{
    return nprand_choice_no_replace_fill(rng, 4, 4, order, work_space());
}

static nprand_status py_shuffle_four(nprand_rng *rng, int64_t *order)
{
    return nprand_py_shuffle(rng, order, 4, sizeof *order);
}

static nprand_status py_sample_four(nprand_rng *rng, int64_t *order)
{
    return nprand_py_sample(rng, 4, 4, order, work_space());
}

static nprand_status draw_shuffle(nprand_rng *rng, double *x)
{
    return draw_orders(rng, shuffle_four, x);
}

static nprand_status draw_permutation(nprand_rng *rng, double *x)
{
    return draw_orders(rng, permute_four, x);
}

static nprand_status draw_permutation_array(nprand_rng *rng, double *x)
{
    return draw_orders(rng, permute_array_of_four, x);
}

static nprand_status draw_choice_no_replace(nprand_rng *rng, double *x)
{
    return draw_orders(rng, choose_four, x);
}

static nprand_status draw_py_shuffle(nprand_rng *rng, double *x)
{
    return draw_orders(rng, py_shuffle_four, x);
}

static nprand_status draw_py_sample(nprand_rng *rng, double *x)
{
    return draw_orders(rng, py_sample_four, x);
}

/* The first of several indices has the probabilities p. The second one is j after i with the
 * probability p[i] p[j] / (1 - p[i]): the sums over i stand in the list below. */
static nprand_status draw_index(nprand_rng *rng, size_t k, double *x)
{
    int64_t row[3];
    nprand_status status = NPRAND_OK;
    for (size_t i = 0; i < TOTAL && status == NPRAND_OK; i++) {
        status = nprand_choice_no_replace_p_fill(rng, 5, shares, 3, row, work_space());
        x[i] = (double)row[k];
    }
    return status;
}

static nprand_status draw_choice_no_replace_p(nprand_rng *rng, double *x)
{
    return draw_index(rng, 0, x);
}

static nprand_status draw_choice_no_replace_p_second(nprand_rng *rng, double *x)
{
    return draw_index(rng, 1, x);
}

static const float float_shares[] = {0.1f, 0.2f, 0.3f, 0.15f, 0.25f};

static nprand_status draw_choice_no_replace_p_float(nprand_rng *rng, double *x)
{
    int64_t row[3];
    nprand_status status = NPRAND_OK;
    for (size_t i = 0; i < TOTAL && status == NPRAND_OK; i++) {
        status = nprand_choice_no_replace_p_float_fill(rng, 5, float_shares, 3, row, work_space());
        x[i] = (double)row[0];
    }
    return status;
}

static nprand_status draw_choice_p_float(nprand_rng *rng, double *x)
{
    const nprand_status status =
        nprand_choice_p_float_fill(rng, 5, float_shares, TOTAL, integers, work_space());
    widen(integers, x);
    return status;
}

/* ---- Python's random ---- */

static nprand_status draw_py_getrandbits(nprand_rng *rng, double *x)
{
    static uint64_t bits[TOTAL];
    const nprand_status status = nprand_py_getrandbits_fill(rng, 8, TOTAL, bits);
    for (size_t i = 0; i < TOTAL; i++)
        x[i] = (double)bits[i];
    return status;
}

/* The upper 5 bits of an integer of 37 bits. */
static nprand_status draw_py_getrandbits_limbs(nprand_rng *rng, double *x)
{
    uint32_t limbs[2];
    nprand_status status = NPRAND_OK;
    for (size_t i = 0; i < TOTAL && status == NPRAND_OK; i++) {
        status = nprand_py_getrandbits_limbs(rng, 37, limbs);
        x[i] = (double)limbs[1];
    }
    return status;
}

static nprand_status draw_py_randbytes(nprand_rng *rng, double *x)
{
    static unsigned char bytes[TOTAL];
    const nprand_status status = nprand_py_randbytes(rng, TOTAL, bytes);
    widen_bytes(bytes, x);
    return status;
}

static nprand_status draw_py_randrange(nprand_rng *rng, double *x)
{
    const nprand_status status = nprand_py_randrange_fill(rng, 10, 121, 3, TOTAL, integers);
    for (size_t i = 0; i < TOTAL; i++)
        x[i] = (double)(integers[i] - 10) / 3;
    return status;
}

static nprand_status draw_py_randint(nprand_rng *rng, double *x)
{
    const nprand_status status = nprand_py_randint_fill(rng, 1, 6, TOTAL, integers);
    widen(integers, x);
    return status;
}

static nprand_status draw_py_randrange_uint64(nprand_rng *rng, double *x)
{
    static uint64_t values[TOTAL];
    const nprand_status status =
        nprand_py_randrange_uint64_fill(rng, UINT64_MAX - 111, UINT64_MAX, 3, TOTAL, values);
    for (size_t i = 0; i < TOTAL; i++)
        x[i] = (double)((values[i] - (UINT64_MAX - 111)) / 3);
    return status;
}

static nprand_status draw_py_randint_uint64(nprand_rng *rng, double *x)
{
    static uint64_t values[TOTAL];
    const nprand_status status =
        nprand_py_randint_uint64_fill(rng, UINT64_MAX - 5, UINT64_MAX, TOTAL, values);
    for (size_t i = 0; i < TOTAL; i++)
        x[i] = 6.0 - (double)(UINT64_MAX - values[i]);
    return status;
}

static nprand_status draw_py_choice(nprand_rng *rng, double *x)
{
    const nprand_status status = nprand_py_choice_fill(rng, 11, TOTAL, integers);
    widen(integers, x);
    return status;
}

static nprand_status draw_py_choices(nprand_rng *rng, double *x)
{
    const nprand_status status = nprand_py_choices(rng, 11, TOTAL, integers);
    widen(integers, x);
    return status;
}

static nprand_status draw_py_choices_weights(nprand_rng *rng, double *x)
{
    const nprand_status status =
        nprand_py_choices_weights(rng, 5, shares, TOTAL, integers, work_space());
    widen(integers, x);
    return status;
}

static nprand_status draw_py_choices_cum_weights(nprand_rng *rng, double *x)
{
    static const double sums[] = {0.1, 0.3, 0.6, 0.75, 1.0};
    const nprand_status status = nprand_py_choices_cum_weights(rng, 5, sums, TOTAL, integers);
    widen(integers, x);
    return status;
}

/* Of five kinds with counts, the kind of an element: each element has the same distribution. */
static nprand_status draw_kind(nprand_rng *rng, size_t k, double *x)
{
    static const int64_t counts[] = {2, 4, 6, 3, 5};
    int64_t row[3];
    nprand_status status = NPRAND_OK;
    for (size_t i = 0; i < TOTAL && status == NPRAND_OK; i++) {
        status = nprand_py_sample_counts(rng, counts, 5, 3, row, work_space());
        x[i] = (double)row[k];
    }
    return status;
}

static nprand_status draw_py_sample_counts(nprand_rng *rng, double *x)
{
    return draw_kind(rng, 0, x);
}

static nprand_status draw_py_sample_counts_last(nprand_rng *rng, double *x)
{
    return draw_kind(rng, 2, x);
}

static nprand_status draw_py_random(nprand_rng *rng, double *x)
{
    return nprand_py_random_fill(rng, TOTAL, x);
}

static nprand_status draw_py_uniform(nprand_rng *rng, double *x)
{
    return nprand_py_uniform_fill(rng, -2.0, 5.0, TOTAL, x);
}

static nprand_status draw_py_triangular(nprand_rng *rng, double *x)
{
    return nprand_py_triangular_fill(rng, -3.0, 8.0, 0.0, TOTAL, x);
}

static nprand_status draw_py_triangular_symmetric(nprand_rng *rng, double *x)
{
    return nprand_py_triangular_symmetric_fill(rng, 0.0, 4.0, TOTAL, x);
}

static nprand_status draw_py_gauss(nprand_rng *rng, double *x)
{
    return nprand_py_gauss_fill(rng, 3.0, 2.0, TOTAL, x);
}

static nprand_status draw_py_normalvariate(nprand_rng *rng, double *x)
{
    return nprand_py_normalvariate_fill(rng, 3.0, 2.0, TOTAL, x);
}

static nprand_status draw_py_lognormvariate(nprand_rng *rng, double *x)
{
    return nprand_py_lognormvariate_fill(rng, 0.0, 0.5, TOTAL, x);
}

static nprand_status draw_py_expovariate(nprand_rng *rng, double *x)
{
    return nprand_py_expovariate_fill(rng, 0.4, TOTAL, x);
}

/* Python's begins at 1, NumPy's at 0. */
static nprand_status draw_py_paretovariate(nprand_rng *rng, double *x)
{
    const nprand_status status = nprand_py_paretovariate_fill(rng, 3.0, TOTAL, x);
    for (size_t i = 0; i < TOTAL; i++)
        x[i] -= 1.0;
    return status;
}

/* Its first parameter is the scale. */
static nprand_status draw_py_weibullvariate(nprand_rng *rng, double *x)
{
    const nprand_status status = nprand_py_weibullvariate_fill(rng, 2.0, 1.5, TOTAL, x);
    for (size_t i = 0; i < TOTAL; i++)
        x[i] /= 2.0;
    return status;
}

static nprand_status draw_py_gammavariate(nprand_rng *rng, double *x)
{
    return nprand_py_gammavariate_fill(rng, 2.5, 2.0, TOTAL, x);
}

static nprand_status draw_py_gammavariate_below_1(nprand_rng *rng, double *x)
{
    return nprand_py_gammavariate_fill(rng, 0.3, 1.0, TOTAL, x);
}

static nprand_status draw_py_gammavariate_of_1(nprand_rng *rng, double *x)
{
    return nprand_py_gammavariate_fill(rng, 1.0, 2.5, TOTAL, x);
}

static nprand_status draw_py_betavariate(nprand_rng *rng, double *x)
{
    return nprand_py_betavariate_fill(rng, 2.0, 3.0, TOTAL, x);
}

/* Python's angles go from 0 to 2 pi, NumPy's from -pi to pi. */
static nprand_status draw_py_vonmisesvariate(nprand_rng *rng, double *x)
{
    const double pi = 3.14159265358979323846;
    const nprand_status status = nprand_py_vonmisesvariate_fill(rng, 1.0, 4.0, TOTAL, x);
    for (size_t i = 0; i < TOTAL; i++)
        x[i] -= x[i] > pi ? 2.0 * pi : 0.0;
    return status;
}

static nprand_status draw_py_binomialvariate(nprand_rng *rng, double *x)
{
    const nprand_status status = nprand_py_binomialvariate_fill(rng, 10, 0.3, TOTAL, integers);
    widen(integers, x);
    return status;
}

static nprand_status draw_py_binomialvariate_large(nprand_rng *rng, double *x)
{
    const nprand_status status = nprand_py_binomialvariate_fill(rng, 1000, 0.4, TOTAL, integers);
    widen(integers, x);
    return status;
}

/* ---- multivariate_normal ---- */

#ifdef NPRAND_CLI_LAPACK

enum { K = 3 };

/* The covariance is root root^T: the rows have the distribution of row_mean + root z, where z are K
 * standard normals. */
static const double row_mean[K] = {1.0, -2.0, 0.5};
static const double root[K][K] = {{2.0, 0.0, 0.0}, {1.0, 2.0, 0.0}, {-1.0, 1.0, 1.0}};
static double rows[TOTAL][K];

/* The covariance has as many columns of root as its rank. Small integers have no rounding: cov is
 * exactly of this rank. Its singular values are distinct. */
static nprand_status draw_rows(nprand_rng *rng, size_t rank)
{
    double cov[K * K] = {0.0};
    for (size_t i = 0; i < K; i++) {
        for (size_t j = 0; j < K; j++) {
            for (size_t column = 0; column < rank; column++)
                cov[i * K + j] += root[i][column] * root[j][column];
        }
    }
    const size_t size = nprand_multivariate_normal_work_size(K);
    void *memory = malloc(size); /* NULL is refused by the call */
    const nprand_status status = nprand_multivariate_normal_fill(
        rng, row_mean, cov, K, NPRAND_CHECK_VALID_RAISE, NPRAND_MULTIVARIATE_NORMAL_TOL, TOTAL,
        rows[0], nprand_work_of(memory, size));
    free(memory);
    return status;
}

/* Puts z in the place of each row. */
static void solve_rows(void)
{
    for (size_t n = 0; n < TOTAL; n++) {
        for (size_t i = 0; i < K; i++) {
            rows[n][i] -= row_mean[i];
            for (size_t j = 0; j < i; j++)
                rows[n][i] -= root[i][j] * rows[n][j];
            rows[n][i] /= root[i][i];
        }
    }
}

/* w^T row is normal. Its mean is w^T row_mean = 7.5. Its standard deviation is 3, the length of
 * root^T w = {1, -2, 2}. Another LAPACK may choose other signs, which give another sample: each of
 * the 8 choices is well within the bounds. */
static nprand_status draw_multivariate_normal_sum(nprand_rng *rng, double *x)
{
    static const double w[K] = {2.5, -2.0, 2.0};
    const nprand_status status = draw_rows(rng, K);
    for (size_t n = 0; n < TOTAL; n++)
        x[n] = w[0] * rows[n][0] + w[1] * rows[n][1] + w[2] * rows[n][2];
    return status;
}

/* z^T z, which is (row - row_mean)^T cov^-1 (row - row_mean), is chi-square. Normal rows with another
 * covariance do not have this law. The signs do not change it. */
static nprand_status draw_squares(nprand_rng *rng, size_t rank, double *x)
{
    const nprand_status status = draw_rows(rng, rank);
    solve_rows();
    for (size_t n = 0; n < TOTAL; n++) {
        x[n] = 0.0;
        for (size_t i = 0; i < rank; i++)
            x[n] += rows[n][i] * rows[n][i];
    }
    return status;
}

static nprand_status draw_multivariate_normal_squares(nprand_rng *rng, double *x)
{
    return draw_squares(rng, 3, x);
}

static nprand_status draw_multivariate_normal_of_rank_2(nprand_rng *rng, double *x)
{
    return draw_squares(rng, 2, x);
}

/* Of rank 2, the last z of each row is 0 up to rounding. The last singular value of cov is 0, and
 * the first is below 7. LAPACK's differ from them by a small multiple of DBL_EPSILON times the
 * first: 10 of these are 1.6e-14. The root of that, 1.3e-7, is then the factor of a normal, and no
 * normal of NumPy is above 12.1: the root of 2 log(2^104) is 12.01. z weighs the numbers of a row by
 * 0.75, -0.5 and 1, a vector of length 1.35. All this gives 2.1e-6. */
static bool check_rank_2(void)
{
    static const double most = 1e-5;
    static nprand_rng rng;
    double largest = 0.0;
    bool passed = nprand_seed(&rng, SEED) == NPRAND_OK && draw_rows(&rng, 2) == NPRAND_OK;
    solve_rows();
    for (size_t n = 0; n < TOTAL; n++) {
        largest = fmax(largest, fabs(rows[n][2]));
        passed &= fabs(rows[n][2]) <= most; /* false for NaN, which fmax() drops */
    }
    printf("%-36s largest %.1e%s\n", "multivariate_normal, the last z", largest,
           passed ? "" : "  WRONG");
    return passed;
}

#endif

/* The law is that of a draw of the command. */
static const struct other {
    const char *name;
    nprand_status (*draw)(nprand_rng *rng, double *x);
    const char *law;
} others[] = {
    {"rand", draw_rand, "random_sample"},
    {"randn", draw_randn, "standard_normal"},
    {"bytes", draw_bytes, "randint 0 256"},
    {"randint_int64_endpoint", draw_endpoint, "random_integers 1 6"},
    {"randint_uint64_endpoint", draw_uint64_endpoint, "random_integers 1 6"},
    {"multinomial, the third", draw_multinomial, "binomial 20 0.3"},
    {"multinomial, the last", draw_multinomial_last, "binomial 20 0.25"},
    {"dirichlet, the first", draw_dirichlet, "beta 2 3"},
    {"dirichlet, the last", draw_dirichlet_last, "beta 2.5 2.5"},
    {"shuffle", draw_shuffle, "randint 0 24"},
    {"permutation", draw_permutation, "randint 0 24"},
    {"permutation_array", draw_permutation_array, "randint 0 24"},
    {"choice_no_replace", draw_choice_no_replace, "randint 0 24"},
    {"choice_no_replace_p, the first", draw_choice_no_replace_p,
     "choice 5 --p 0.1,0.2,0.3,0.15,0.25"},
    {"choice_no_replace_p, the second", draw_choice_no_replace_p_second,
     "choice 5 --p 0.118837535,0.2098972923,0.2612745098,0.168452381,0.2415382819"},
    {"choice_no_replace_p_float, the first", draw_choice_no_replace_p_float,
     "choice 5 --p 0.1,0.2,0.3,0.15,0.25"},
    {"choice_p_float", draw_choice_p_float, "choice 5 --p 0.1,0.2,0.3,0.15,0.25"},
    {"py_getrandbits", draw_py_getrandbits, "randint 0 256"},
    {"py_getrandbits_limbs", draw_py_getrandbits_limbs, "randint 0 32"},
    {"py_randbytes", draw_py_randbytes, "randint 0 256"},
    {"py_randrange", draw_py_randrange, "randint 0 37"},
    {"py_randint", draw_py_randint, "random_integers 1 6"},
    {"py_randrange_uint64", draw_py_randrange_uint64, "randint 0 37"},
    {"py_randint_uint64", draw_py_randint_uint64, "random_integers 1 6"},
    {"py_choice", draw_py_choice, "choice 11"},
    {"py_choices", draw_py_choices, "choice 11"},
    {"py_choices_weights", draw_py_choices_weights, "choice 5 --p 0.1,0.2,0.3,0.15,0.25"},
    {"py_choices_cum_weights", draw_py_choices_cum_weights, "choice 5 --p 0.1,0.2,0.3,0.15,0.25"},
    {"py_shuffle", draw_py_shuffle, "randint 0 24"},
    {"py_sample", draw_py_sample, "randint 0 24"},
    {"py_sample_counts, the first", draw_py_sample_counts, "choice 5 --p 0.1,0.2,0.3,0.15,0.25"},
    {"py_sample_counts, the last", draw_py_sample_counts_last,
     "choice 5 --p 0.1,0.2,0.3,0.15,0.25"},
    {"py_random", draw_py_random, "random_sample"},
    {"py_uniform", draw_py_uniform, "uniform -2 5"},
    {"py_triangular", draw_py_triangular, "triangular -3 0 8"},
    {"py_triangular_symmetric", draw_py_triangular_symmetric, "triangular 0 2 4"},
    {"py_gauss", draw_py_gauss, "normal 3 2"},
    {"py_normalvariate", draw_py_normalvariate, "normal 3 2"},
    {"py_lognormvariate", draw_py_lognormvariate, "lognormal 0 0.5"},
    {"py_expovariate", draw_py_expovariate, "exponential 2.5"},
    {"py_paretovariate", draw_py_paretovariate, "pareto 3"},
    {"py_weibullvariate", draw_py_weibullvariate, "weibull 1.5"},
    {"py_gammavariate of 2.5", draw_py_gammavariate, "gamma 2.5 2"},
    {"py_gammavariate of 0.3", draw_py_gammavariate_below_1, "standard_gamma 0.3"},
    {"py_gammavariate of 1", draw_py_gammavariate_of_1, "exponential 2.5"},
    {"py_betavariate", draw_py_betavariate, "beta 2 3"},
    {"py_vonmisesvariate", draw_py_vonmisesvariate, "vonmises 1 4"},
    {"py_binomialvariate of 10", draw_py_binomialvariate, "binomial 10 0.3"},
    {"py_binomialvariate of 1000", draw_py_binomialvariate_large, "binomial 1000 0.4"},
#ifdef NPRAND_CLI_LAPACK
    {"multivariate_normal, a sum", draw_multivariate_normal_sum, "normal 7.5 3"},
    {"multivariate_normal, squares", draw_multivariate_normal_squares, "chisquare 3"},
    {"multivariate_normal, of rank 2", draw_multivariate_normal_of_rank_2, "chisquare 2"},
#endif
};

/* ---- The test ---- */

static int compare(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The words of a draw, behind those that choose the seed and the size. */
static struct options options_for(const char *text)
{
    static char words[200];
    static char *arguments[40];
    int count = 0;
    snprintf(words, sizeof words, "nprand --seed %d --size %d %s", SEED, TOTAL, text);
    for (char *word = strtok(words, " "); word != NULL; word = strtok(NULL, " "))
        arguments[count++] = word;
    arguments[count] = NULL;
    optind = 0; /* begins anew */
    return parse_options(count, arguments);
}

static double element_at(enum kind kind, const void *data, size_t i)
{
    switch (kind) {
    case KIND_BOOL:
        return ((const bool *)data)[i];
    case KIND_INT8:
        return ((const int8_t *)data)[i];
    case KIND_UINT8:
        return ((const uint8_t *)data)[i];
    case KIND_INT16:
        return ((const int16_t *)data)[i];
    case KIND_UINT16:
        return ((const uint16_t *)data)[i];
    case KIND_INT32:
        return ((const int32_t *)data)[i];
    case KIND_UINT32:
        return ((const uint32_t *)data)[i];
    case KIND_INT64:
        return (double)((const int64_t *)data)[i];
    case KIND_UINT64:
        return (double)((const uint64_t *)data)[i];
    case KIND_DOUBLE:
        return ((const double *)data)[i];
    default:
        return (double)NAN; /* no draw of the list has this type */
    }
}

static void read_all(struct draw *d, double *x)
{
    size_t n;
    for (const void *data; (data = next_chunk(d, &n)) != NULL; x += n) {
        for (size_t i = 0; i < n; i++)
            x[i] = element_at(d->kind, data, i);
    }
}

/* Edges at the quantiles of the first half, each once, between the ends of the distribution. */
static size_t make_edges(const struct curve *c, double *x, double *edges)
{
    size_t n = 0;
    qsort(x, HALF, sizeof *x, compare);
    if (isfinite(c->lo))
        edges[n++] = c->lo;
    for (size_t i = 1; i < BINS; i++) {
        const double edge = c->discrete ? floor(x[i * HALF / BINS]) : x[i * HALF / BINS];
        if (n == 0 || edge > edges[n - 1])
            edges[n++] = edge;
    }
    return n;
}

/* Bin i has the values from edges[i] on, up to edges[i + 1]. The last one has the others, in both
 * tails where the distribution has two. */
static double share_of(const struct curve *c, const double *edges, size_t n, size_t i)
{
    static double before;
    if (i == 0)
        before = 0.0;
    const double share = i + 1 < n ? mass_between(c, edges[i], edges[i + 1]) : 1.0 - before;
    before += share;
    return share;
}

/* E. B. Wilson and M. M. Hilferty, "The distribution of chi-square", PNAS 17 (1931): the cube root
 * of chi-square / k is nearly normal. */
static double z_of(double chi_square, double k)
{
    return (cbrt(chi_square / k) - (1.0 - 2.0 / (9.0 * k))) / sqrt(2.0 / (9.0 * k));
}

/* The largest distance of the distribution functions of the law and of n values, which are sorted,
 * times the root of n. Simpson's rule gives the chance between neighbours. A law without a least
 * value takes 1 / (n + 1) for the chance below the least of n values, which is its mean. */
static double largest_distance(const struct curve *c, const double *x, size_t n)
{
    const double share = 1.0 / (double)n;
    double chance = isfinite(c->lo) ? mass_between(c, c->lo, x[0]) : 1.0 / (double)(n + 1);
    double density = density_at(c, x[0]), distance = fmax(chance, share - chance);
    for (size_t i = 1; i < n; i++) {
        const double next = density_at(c, x[i]), middle = density_at(c, 0.5 * (x[i - 1] + x[i]));
        chance += (x[i] - x[i - 1]) * (density + 4.0 * middle + next) / 6.0;
        density = next;
        const double above = chance - (double)i * share;
        distance = fmax(distance, fmax(above, share - above));
    }
    return isfinite(chance) ? distance * sqrt((double)n) : (double)NAN; /* fmax() drops a NaN */
}

/* The chance of a larger distance, for many values. Source: A. Kolmogorov, "Sulla determinazione
 * empirica di una legge di distribuzione", Giornale dell'Istituto Italiano degli Attuari 4 (1933),
 * 83-91. */
static double chance_of_distance(double t)
{
    double sum = 0.0;
    for (int k = 1; k <= 20; k++)
        sum += (k % 2 == 1 ? 2.0 : -2.0) * exp(-2.0 * k * k * t * t);
    return t < 0.2 ? 1.0 : sum; /* below, the series needs more terms */
}

/* The Kolmogorov-Smirnov test. Sorts x. */
static bool check_distance(const struct curve *c, double *x)
{
    qsort(x, HALF, sizeof *x, compare);
    const double distance = largest_distance(c, x, HALF), chance = chance_of_distance(distance);
    printf("  distance %.2f  p %.4f", distance, chance);
    return chance > LEAST_CHANCE; /* false for NaN */
}

static bool check_counts(const char *text, const struct curve *c, const double *edges, size_t n,
                         const double *x)
{
    double counts[BINS] = {0.0}, chi_square = 0.0, drawn = 0.0, expected = 0.0, distance = 0.0;
    for (size_t j = 0; j < HALF; j++) {
        size_t i = n - 1;
        while (i > 0 && x[j] < edges[i])
            i--;
        counts[x[j] < edges[i] ? n - 1 : i] += 1.0;
    }
    for (size_t i = 0; i < n; i++) {
        const double mean = HALF * share_of(c, edges, n, i);
        chi_square += (counts[i] - mean) * (counts[i] - mean) / mean;
        drawn += counts[i];
        expected += mean;
        distance = fmax(distance, fabs(drawn - expected) / sqrt(HALF));
    }
    const double z = z_of(chi_square, (double)(n - 1));
    printf("%-36s %2zu bins  chi-square %6.1f  z %5.2f  at edges %.2f", text, n, chi_square, z,
           distance);
    return n > 1 && z < MOST_Z && z > -MOST_Z && distance < MOST_DISTANCE;
}

/* The law of a draw of the command, and its values. other: another draw that has this law, whose
 * values are taken; or NULL. */
static bool check(const char *law, const struct other *other)
{
    static double x[TOTAL];
    static nprand_rng rng;
    const char *name = other != NULL ? other->name : law;
    double edges[BINS];
    struct options options = options_for(law);
    struct draw d;
    struct curve curve;
    start_stream(&rng, &options);
    prepare_draw(&d, &options, &rng);
    if (!find_curve(&curve, &d)) {
        printf("%s: no density is known\n", law);
        return false;
    }
    if (other == NULL) {
        read_all(&d, x);
    } else if (nprand_seed(&rng, SEED) != NPRAND_OK || other->draw(&rng, x) != NPRAND_OK) {
        printf("%s: refused\n", name);
        return false;
    }
    const size_t n = make_edges(&curve, x, edges);
    bool passed = check_counts(name, &curve, edges, n, x + HALF);
    if (!curve.discrete)
        passed &= check_distance(&curve, x + HALF);
    puts(passed ? "" : "  WRONG");
    return passed;
}

/* ---- The list ---- */

/* All methods of the list of the library. */
static const char *const methods_of_list[] = {
#define DRAW(name, ...)     #name,
#define PACKED              DRAW
#define WEIGHTED            DRAW
#define SAMPLE              DRAW
#define ROWS                DRAW
#define ARRAY               DRAW
#define PY_DRAW(name, ...)  #name,
#define PY_ARRAY(name, ...) #name,
#include "../src/methods.def"
};

static bool begins_with(const char *text, const char *name)
{
    const size_t length = strlen(name);
    return strncmp(text, name, length) == 0 && strchr(" ,", text[length]) != NULL;
}

/* The command has randint of other types, and choice with p, by options. */
static bool is_tested(const char *name)
{
    static const char randint[] = "randint_";
    const size_t length = sizeof randint - 1;
    char option[40] = "";
    if (strcmp(name, "choice_p") == 0)
        snprintf(option, sizeof option, "choice 5 --p");
    else if (strncmp(name, randint, length) == 0)
        snprintf(option, sizeof option, "--dtype %s", name + length);
    for (size_t i = 0; i < sizeof draws / sizeof *draws; i++) {
        if (begins_with(draws[i], name) || (*option != '\0' && strstr(draws[i], option) != NULL))
            return true;
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        if (begins_with(others[i].name, name))
            return true;
    }
    return false;
}

static int count_missing(void)
{
    int missing = 0;
    for (size_t i = 0; i < sizeof methods_of_list / sizeof *methods_of_list; i++) {
        if (is_tested(methods_of_list[i]))
            continue;
        printf("%s: not tested\n", methods_of_list[i]);
        missing++;
    }
    return missing;
}

int main(void)
{
    const size_t some = sizeof draws / sizeof *draws, more = sizeof others / sizeof *others;
    int wrong = count_missing();
    for (size_t i = 0; i < some; i++)
        wrong += !check(draws[i], NULL);
    for (size_t i = 0; i < more; i++)
        wrong += !check(others[i].law, &others[i]);
#ifdef NPRAND_CLI_LAPACK
    wrong += !check_rank_2();
#endif
    printf("%zu draws, %d wrong\n", some + more, wrong);
    return wrong > 0;
}
