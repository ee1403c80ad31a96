/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The GNU Scientific Library. Its uniform doubles have 32 bits. Of its algorithms for the normal
 * distribution the fastest is taken, the ziggurat.
 */
#include "peers.h"

#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <gsl/gsl_version.h>

#include <stdlib.h>

static gsl_rng *generator(void)
{
    static gsl_rng *rng;
    if (rng == NULL) {
        rng = gsl_rng_alloc(gsl_rng_mt19937);
        gsl_rng_set(rng, 1);
    }
    return rng;
}

static double normal(gsl_rng *rng, double mean, double sigma)
{
    return mean + gsl_ran_gaussian_ziggurat(rng, sigma);
}

/* One value per call: the row's name, the type of the results, the call. */
#define VALUES(ROW)                                                              \
    ROW(random_raw, uint32_t, gsl_rng_get(rng))                                  \
    ROW(random_sample, double, gsl_rng_uniform(rng))                             \
    ROW(uniform, double, gsl_ran_flat(rng, -1.0, 3.0))                           \
    ROW(standard_normal, double, gsl_ran_gaussian_ziggurat(rng, 1.0))            \
    ROW(normal, double, normal(rng, 1.0, 2.0))                                   \
    ROW(standard_exponential, double, gsl_ran_exponential(rng, 1.0))             \
    ROW(exponential, double, gsl_ran_exponential(rng, 2.0))                      \
    ROW(standard_gamma, double, gsl_ran_gamma(rng, 2.5, 1.0))                    \
    ROW(gamma, double, gsl_ran_gamma(rng, 2.5, 2.0))                             \
    ROW(gamma_1, double, gsl_ran_gamma(rng, 1.0, 2.0))                           \
    ROW(gamma_below_1, double, gsl_ran_gamma(rng, 0.5, 2.0))                     \
    ROW(beta, double, gsl_ran_beta(rng, 2.0, 3.0))                               \
    ROW(beta_below_1, double, gsl_ran_beta(rng, 0.5, 0.5))                       \
    ROW(chisquare, double, gsl_ran_chisq(rng, 4.0))                              \
    ROW(f, double, gsl_ran_fdist(rng, 5.0, 10.0))                                \
    ROW(standard_t, double, gsl_ran_tdist(rng, 10.0))                            \
    ROW(standard_cauchy, double, gsl_ran_cauchy(rng, 1.0))                       \
    ROW(lognormal, double, gsl_ran_lognormal(rng, 0.0, 0.5))                     \
    ROW(laplace, double, 1.0 + gsl_ran_laplace(rng, 2.0))                        \
    ROW(logistic, double, 1.0 + gsl_ran_logistic(rng, 2.0))                      \
    ROW(gumbel, double, 1.0 + 2.0 * gsl_ran_gumbel1(rng, 1.0, 1.0))              \
    ROW(pareto, double, gsl_ran_pareto(rng, 3.0, 1.0) - 1.0)                     \
    ROW(weibull, double, gsl_ran_weibull(rng, 1.0, 1.5))                         \
    ROW(rayleigh, double, gsl_ran_rayleigh(rng, 2.0))                            \
    ROW(randint, int64_t, gsl_rng_uniform_int(rng, 100))                         \
    ROW(randint_bool, uint8_t, gsl_rng_uniform_int(rng, 2))                      \
    ROW(randint_int8, int8_t, (int64_t)gsl_rng_uniform_int(rng, 100) - 50)       \
    ROW(randint_int16, int16_t, (int64_t)gsl_rng_uniform_int(rng, 1000) - 500)   \
    ROW(randint_int32, int32_t, (int64_t)gsl_rng_uniform_int(rng, 1000) - 500)   \
    ROW(randint_uint64, uint64_t, gsl_rng_uniform_int(rng, 1000))                \
    ROW(random_integers, int64_t, gsl_rng_uniform_int(rng, 6) + 1)               \
    ROW(poisson, int64_t, gsl_ran_poisson(rng, 3.0))                             \
    ROW(poisson_ptrs, int64_t, gsl_ran_poisson(rng, 100.0))                      \
    ROW(binomial, int64_t, gsl_ran_binomial(rng, 0.3, 10))                       \
    ROW(binomial_btpe, int64_t, gsl_ran_binomial(rng, 0.4, 1000))                \
    ROW(negative_binomial, int64_t, gsl_ran_negative_binomial(rng, 0.5, 5.0))    \
    ROW(geometric, int64_t, gsl_ran_geometric(rng, 0.05))                        \
    ROW(geometric_search, int64_t, gsl_ran_geometric(rng, 0.5))                  \
    ROW(hypergeometric, int64_t, gsl_ran_hypergeometric(rng, 15, 15, 8))         \
    ROW(hypergeometric_hrua, int64_t, gsl_ran_hypergeometric(rng, 100, 200, 50)) \
    ROW(logseries, int64_t, gsl_ran_logarithmic(rng, 0.6))                       \
    ROW(choice, int64_t, gsl_rng_uniform_int(rng, PEER_P_COUNT))

#define DEFINE_VALUE(name, type, call)          \
    static void run_##name(size_t n, void *out) \
    {                                           \
        gsl_rng *rng = generator();             \
        type *values = out;                     \
        for (size_t i = 0; i < n; i++)          \
            values[i] = (type)(call);           \
    }
VALUES(DEFINE_VALUE)

/* As many rows of k numbers as n numbers make: probabilities in the ratios 1 : 2 : 3 and so on. */
static void multinomials(size_t k, size_t n, void *out)
{
    double p[PEER_WIDEST];
    unsigned int *rows = out;
    for (size_t i = 0; i < k; i++)
        p[i] = (double)(i + 1);
    for (size_t i = 0; i + k <= n; i += k)
        gsl_ran_multinomial(generator(), k, 100, p, rows + i);
}

static void dirichlets(size_t k, size_t n, void *out)
{
    static const double shapes[] = {0.5, 1.0, 2.0, 4.0};
    double alpha[PEER_WIDEST];
    double *rows = out;
    for (size_t i = 0; i < k; i++)
        alpha[i] = shapes[i % 4];
    for (size_t i = 0; i + k <= n; i += k)
        gsl_ran_dirichlet(generator(), k, alpha, rows + i);
}

#define WIDTHS(ROW) \
    ROW(_2, 2)      \
    ROW(, 4)        \
    ROW(_20, 20)    \
    ROW(_100, 100)

#define DEFINE_WIDTH(suffix, k)                              \
    static void run_multinomial##suffix(size_t n, void *out) \
    {                                                        \
        multinomials(k, n, out);                             \
    }                                                        \
    static void run_dirichlet##suffix(size_t n, void *out)   \
    {                                                        \
        dirichlets(k, n, out);                               \
    }
WIDTHS(DEFINE_WIDTH)

static void run_shuffle(size_t n, void *out)
{
    gsl_ran_shuffle(generator(), out, n, sizeof(int64_t));
}

static void run_permutation(size_t n, void *out)
{
    int64_t *values = out;
    for (size_t i = 0; i < n; i++)
        values[i] = (int64_t)i;
    gsl_ran_shuffle(generator(), values, n, sizeof *values);
}

static void run_choice_p(size_t n, void *out)
{
    double p[PEER_P_COUNT];
    int64_t *values = out;
    for (int i = 0; i < PEER_P_COUNT; i++)
        p[i] = 1.0 / PEER_P_COUNT;
    gsl_ran_discrete_t *table = gsl_ran_discrete_preproc(PEER_P_COUNT, p);
    for (size_t i = 0; i < n; i++)
        values[i] = (int64_t)gsl_ran_discrete(generator(), table);
    gsl_ran_discrete_free(table);
}

#define VALUE_ROW(name, type, call) {#name, run_##name},
#define WIDTH_ROWS(suffix, k) \
    {"multinomial" #suffix, run_multinomial##suffix}, {"dirichlet" #suffix, run_dirichlet##suffix},
static const struct peer_row rows[] = {VALUES(VALUE_ROW) WIDTHS(WIDTH_ROWS){"shuffle", run_shuffle},
                                       {"permutation", run_permutation},
                                       {"choice_p", run_choice_p}};

const struct peer peer_gsl = {GSL_VERSION, rows, sizeof rows / sizeof rows[0], NULL};
