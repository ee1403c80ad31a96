/* SPDX-License-Identifier: BSD-3-Clause */
#define _POSIX_C_SOURCE 200809L

#include "rows.h"

#include "measure.h"
#include "peers.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { P_COUNT = PEER_P_COUNT, WIDEST = PEER_WIDEST };

struct arena {
    nprand_rng rng;
    void *out;
    size_t out_size;  /* in bytes */
    int64_t *x;       /* 0..n-1 */
    double *p;        /* P_COUNT equal probabilities */
    double *unequal;  /* P_COUNT of them, the first one twice the second one, and so on by 1 / i */
    float *p_float;   /* p as floats */
    double *q;        /* 2 * n equal probabilities */
    nprand_work work; /* for choice */
    double pvals2[2], pvals4[4], pvals20[20], pvals100[100];
    double alpha[WIDEST];
    /* Parameters of the each forms, n of each. */
    double *real, *positive, *chance, *above, *many;
    int64_t *low, *two, *few, *high, *last, *trials, *thousand, *eight;
    uint64_t *natural, *ends, *lasts;
    int64_t zero, hundred;
};

/* ---- The table ---------------------------------------------------------------------------- */

/* One row per method, or more where parameters decide about the algorithm or its time: its name;
 * NumPy's call, evaluated by bench_numpy.py; the call that does the same here, with rng, n, out,
 * and a, the arena. Where results are rows of k, n / k of them are drawn. choice_of_few counts the
 * elements of the population, through which the time goes. */
#define FILLS(ROW)                                                                                 \
    ROW(random_raw, "random_raw(n)", nprand_random_raw_fill(rng, n, out))                          \
    ROW(bytes, "bytes(n)", nprand_bytes(rng, n, out))                                              \
    ROW(random_sample, "random_sample(n)", nprand_random_sample_fill(rng, n, out))                 \
    ROW(random, "random(n)", nprand_random_fill(rng, n, out))                                      \
    ROW(rand, "rand(n)", nprand_rand_fill(rng, n, out))                                            \
    ROW(uniform, "uniform(-1.0, 3.0, n)", nprand_uniform_fill(rng, -1.0, 3.0, n, out))             \
    ROW(standard_normal, "standard_normal(n)", nprand_standard_normal_fill(rng, n, out))           \
    ROW(randn, "randn(n)", nprand_randn_fill(rng, n, out))                                         \
    ROW(normal, "normal(1.0, 2.0, n)", nprand_normal_fill(rng, 1.0, 2.0, n, out))                  \
    ROW(standard_exponential, "standard_exponential(n)",                                           \
        nprand_standard_exponential_fill(rng, n, out))                                             \
    ROW(exponential, "exponential(2.0, n)", nprand_exponential_fill(rng, 2.0, n, out))             \
    ROW(standard_gamma, "standard_gamma(2.5, n)", nprand_standard_gamma_fill(rng, 2.5, n, out))    \
    ROW(gamma, "gamma(2.5, 2.0, n)", nprand_gamma_fill(rng, 2.5, 2.0, n, out))                     \
    ROW(gamma_1, "gamma(1.0, 2.0, n)", nprand_gamma_fill(rng, 1.0, 2.0, n, out))                   \
    ROW(gamma_below_1, "gamma(0.5, 2.0, n)", nprand_gamma_fill(rng, 0.5, 2.0, n, out))             \
    ROW(beta, "beta(2.0, 3.0, n)", nprand_beta_fill(rng, 2.0, 3.0, n, out))                        \
    ROW(beta_below_1, "beta(0.5, 0.5, n)", nprand_beta_fill(rng, 0.5, 0.5, n, out))                \
    ROW(chisquare, "chisquare(4.0, n)", nprand_chisquare_fill(rng, 4.0, n, out))                   \
    ROW(noncentral_chisquare, "noncentral_chisquare(3.0, 2.0, n)",                                 \
        nprand_noncentral_chisquare_fill(rng, 3.0, 2.0, n, out))                                   \
    ROW(noncentral_chisquare_5, "noncentral_chisquare(5.0, 2.0, n)",                               \
        nprand_noncentral_chisquare_fill(rng, 5.0, 2.0, n, out))                                   \
    ROW(noncentral_chisquare_below_1, "noncentral_chisquare(0.5, 2.0, n)",                         \
        nprand_noncentral_chisquare_fill(rng, 0.5, 2.0, n, out))                                   \
    ROW(f, "f(5.0, 10.0, n)", nprand_f_fill(rng, 5.0, 10.0, n, out))                               \
    ROW(noncentral_f, "noncentral_f(5.0, 10.0, 2.0, n)",                                           \
        nprand_noncentral_f_fill(rng, 5.0, 10.0, 2.0, n, out))                                     \
    ROW(standard_t, "standard_t(10.0, n)", nprand_standard_t_fill(rng, 10.0, n, out))              \
    ROW(standard_cauchy, "standard_cauchy(n)", nprand_standard_cauchy_fill(rng, n, out))           \
    ROW(lognormal, "lognormal(0.0, 0.5, n)", nprand_lognormal_fill(rng, 0.0, 0.5, n, out))         \
    ROW(laplace, "laplace(1.0, 2.0, n)", nprand_laplace_fill(rng, 1.0, 2.0, n, out))               \
    ROW(logistic, "logistic(1.0, 2.0, n)", nprand_logistic_fill(rng, 1.0, 2.0, n, out))            \
    ROW(gumbel, "gumbel(1.0, 2.0, n)", nprand_gumbel_fill(rng, 1.0, 2.0, n, out))                  \
    ROW(pareto, "pareto(3.0, n)", nprand_pareto_fill(rng, 3.0, n, out))                            \
    ROW(power, "power(3.0, n)", nprand_power_fill(rng, 3.0, n, out))                               \
    ROW(weibull, "weibull(1.5, n)", nprand_weibull_fill(rng, 1.5, n, out))                         \
    ROW(rayleigh, "rayleigh(2.0, n)", nprand_rayleigh_fill(rng, 2.0, n, out))                      \
    ROW(triangular, "triangular(-3.0, 0.0, 8.0, n)",                                               \
        nprand_triangular_fill(rng, -3.0, 0.0, 8.0, n, out))                                       \
    ROW(vonmises, "vonmises(0.0, 4.0, n)", nprand_vonmises_fill(rng, 0.0, 4.0, n, out))            \
    ROW(wald, "wald(3.0, 2.0, n)", nprand_wald_fill(rng, 3.0, 2.0, n, out))                        \
    ROW(randint, "randint(0, 100, n)", nprand_randint_fill(rng, 0, 100, n, out))                   \
    ROW(randint_bool, "randint(0, 2, n, bool)", nprand_randint_bool_fill(rng, 0, 2, n, out))       \
    ROW(randint_int8, "randint(-50, 50, n, int8)", nprand_randint_int8_fill(rng, -50, 50, n, out)) \
    ROW(randint_int16, "randint(-500, 500, n, int16)",                                             \
        nprand_randint_int16_fill(rng, -500, 500, n, out))                                         \
    ROW(randint_int32, "randint(-500, 500, n, int32)",                                             \
        nprand_randint_int32_fill(rng, -500, 500, n, out))                                         \
    ROW(randint_int64, "randint(0, 3 * 2**40, n, int64)",                                          \
        nprand_randint_int64_fill(rng, 0, INT64_C(3) << 40, n, out))                               \
    ROW(randint_uint8, "randint(0, 2**8, n, uint8)",                                               \
        nprand_randint_uint8_fill(rng, 0, 256, n, out))                                            \
    ROW(randint_uint16, "randint(0, 2**16, n, uint16)",                                            \
        nprand_randint_uint16_fill(rng, 0, 65536, n, out))                                         \
    ROW(randint_uint32, "randint(0, 2**32, n, uint32)",                                            \
        nprand_randint_uint32_fill(rng, 0, INT64_C(1) << 32, n, out))                              \
    ROW(randint_uint64, "randint(0, 1000, n, uint64)",                                             \
        nprand_randint_uint64_fill(rng, 0, 1000, n, out))                                          \
    ROW(randint_int64_endpoint, "randint(-2**63, 2**63, n, int64)",                                \
        nprand_randint_int64_endpoint_fill(rng, INT64_MIN, INT64_MAX, n, out))                     \
    ROW(randint_uint64_endpoint, "randint(0, 2**64, n, uint64)",                                   \
        nprand_randint_uint64_endpoint_fill(rng, 0, UINT64_MAX, n, out))                           \
    ROW(random_integers, "random_integers(1, 6, n)",                                               \
        nprand_random_integers_fill(rng, 1, 6, n, out))                                            \
    ROW(tomaxint, "tomaxint(n)", nprand_tomaxint_fill(rng, n, out))                                \
    ROW(poisson, "poisson(3.0, n)", nprand_poisson_fill(rng, 3.0, n, out))                         \
    ROW(poisson_ptrs, "poisson(100.0, n)", nprand_poisson_fill(rng, 100.0, n, out))                \
    ROW(binomial, "binomial(10, 0.3, n)", nprand_binomial_fill(rng, 10, 0.3, n, out))              \
    ROW(binomial_btpe, "binomial(1000, 0.4, n)", nprand_binomial_fill(rng, 1000, 0.4, n, out))     \
    ROW(negative_binomial, "negative_binomial(5.0, 0.5, n)",                                       \
        nprand_negative_binomial_fill(rng, 5.0, 0.5, n, out))                                      \
    ROW(geometric, "geometric(0.05, n)", nprand_geometric_fill(rng, 0.05, n, out))                 \
    ROW(geometric_search, "geometric(0.5, n)", nprand_geometric_fill(rng, 0.5, n, out))            \
    ROW(hypergeometric, "hypergeometric(15, 15, 8, n)",                                            \
        nprand_hypergeometric_fill(rng, 15, 15, 8, n, out))                                        \
    ROW(hypergeometric_hrua, "hypergeometric(100, 200, 50, n)",                                    \
        nprand_hypergeometric_fill(rng, 100, 200, 50, n, out))                                     \
    ROW(logseries, "logseries(0.6, n)", nprand_logseries_fill(rng, 0.6, n, out))                   \
    ROW(zipf, "zipf(2.0, n)", nprand_zipf_fill(rng, 2.0, n, out))                                  \
    ROW(multinomial_2, "multinomial(100, pvals2, n // 2)",                                         \
        nprand_multinomial_fill(rng, 100, a->pvals2, 2, n / 2, out))                               \
    ROW(multinomial, "multinomial(100, pvals4, n // 4)",                                           \
        nprand_multinomial_fill(rng, 100, a->pvals4, 4, n / 4, out))                               \
    ROW(multinomial_20, "multinomial(100, pvals20, n // 20)",                                      \
        nprand_multinomial_fill(rng, 100, a->pvals20, 20, n / 20, out))                            \
    ROW(multinomial_100, "multinomial(100, pvals100, n // 100)",                                   \
        nprand_multinomial_fill(rng, 100, a->pvals100, 100, n / 100, out))                         \
    ROW(dirichlet_2, "dirichlet(alpha[:2], n // 2)",                                               \
        nprand_dirichlet_fill(rng, a->alpha, 2, n / 2, out))                                       \
    ROW(dirichlet, "dirichlet(alpha[:4], n // 4)",                                                 \
        nprand_dirichlet_fill(rng, a->alpha, 4, n / 4, out))                                       \
    ROW(dirichlet_20, "dirichlet(alpha[:20], n // 20)",                                            \
        nprand_dirichlet_fill(rng, a->alpha, 20, n / 20, out))                                     \
    ROW(dirichlet_100, "dirichlet(alpha[:100], n // 100)",                                         \
        nprand_dirichlet_fill(rng, a->alpha, 100, n / 100, out))                                   \
    ROW(shuffle, "shuffle(x)", nprand_shuffle(rng, a->x, n, sizeof *a->x))                         \
    ROW(shuffle_strided, "shuffle(x[::2])",                                                        \
        nprand_shuffle_strided(rng, a->x, n / 2, sizeof *a->x, 2 * sizeof *a->x))                  \
    ROW(permutation, "permutation(n)", nprand_permutation(rng, n, out))                            \
    ROW(permutation_array, "permutation(x)",                                                       \
        nprand_permutation_array(rng, a->x, n, sizeof *a->x, out))                                 \
    ROW(choice, "choice(1000, n)", nprand_choice_fill(rng, P_COUNT, n, out))                       \
    ROW(choice_p, "choice(1000, n, True, p)",                                                      \
        nprand_choice_p_fill(rng, P_COUNT, a->p, n, out, a->work))                                 \
    ROW(choice_p_unequal, "choice(1000, n, True, unequal)",                                        \
        nprand_choice_p_fill(rng, P_COUNT, a->unequal, n, out, a->work))                           \
    ROW(choice_no_replace, "choice(2 * n, n, False)",                                              \
        nprand_choice_no_replace_fill(rng, 2 * (int64_t)n, n, out, a->work))                       \
    ROW(choice_of_few, "choice(n, min(n, 5), False)",                                              \
        nprand_choice_no_replace_fill(rng, (int64_t)n, n < 5 ? n : 5, out,                         \
                                      nprand_work_of(NULL, 0)))                                    \
    ROW(choice_of_few_1000, "choice(n, min(n, 1000), False)",                                      \
        nprand_choice_no_replace_fill(rng, (int64_t)n, n < 1000 ? n : 1000, out,                   \
                                      nprand_work_of(NULL, 0)))                                    \
    ROW(choice_no_replace_p, "choice(2 * n, n, False, q)",                                         \
        nprand_choice_no_replace_p_fill(rng, 2 * (int64_t)n, a->q, n, out, a->work))

/* The each forms beside NumPy's calls with arrays: n values of each parameter. The arrays of the
 * arena have their names. */
#define EACHES(ROW)                                                                                \
    ROW(uniform_each, "uniform(real, positive)",                                                   \
        nprand_uniform_each(rng, a->real, 1, a->positive, 1, n, out))                              \
    ROW(normal_each, "normal(real, positive)",                                                     \
        nprand_normal_each(rng, a->real, 1, a->positive, 1, n, out))                               \
    ROW(exponential_each, "exponential(positive)",                                                 \
        nprand_exponential_each(rng, a->positive, 1, n, out))                                      \
    ROW(standard_gamma_each, "standard_gamma(positive)",                                           \
        nprand_standard_gamma_each(rng, a->positive, 1, n, out))                                   \
    ROW(gamma_each, "gamma(positive, positive)",                                                   \
        nprand_gamma_each(rng, a->positive, 1, a->positive, 1, n, out))                            \
    ROW(beta_each, "beta(positive, positive)",                                                     \
        nprand_beta_each(rng, a->positive, 1, a->positive, 1, n, out))                             \
    ROW(chisquare_each, "chisquare(positive)", nprand_chisquare_each(rng, a->positive, 1, n, out)) \
    ROW(noncentral_chisquare_each, "noncentral_chisquare(positive, positive)",                     \
        nprand_noncentral_chisquare_each(rng, a->positive, 1, a->positive, 1, n, out))             \
    ROW(f_each, "f(positive, positive)",                                                           \
        nprand_f_each(rng, a->positive, 1, a->positive, 1, n, out))                                \
    ROW(noncentral_f_each, "noncentral_f(positive, positive, positive)",                           \
        nprand_noncentral_f_each(rng, a->positive, 1, a->positive, 1, a->positive, 1, n, out))     \
    ROW(standard_t_each, "standard_t(positive)",                                                   \
        nprand_standard_t_each(rng, a->positive, 1, n, out))                                       \
    ROW(lognormal_each, "lognormal(real, chance)",                                                 \
        nprand_lognormal_each(rng, a->real, 1, a->chance, 1, n, out))                              \
    ROW(laplace_each, "laplace(real, positive)",                                                   \
        nprand_laplace_each(rng, a->real, 1, a->positive, 1, n, out))                              \
    ROW(logistic_each, "logistic(real, positive)",                                                 \
        nprand_logistic_each(rng, a->real, 1, a->positive, 1, n, out))                             \
    ROW(gumbel_each, "gumbel(real, positive)",                                                     \
        nprand_gumbel_each(rng, a->real, 1, a->positive, 1, n, out))                               \
    ROW(pareto_each, "pareto(positive)", nprand_pareto_each(rng, a->positive, 1, n, out))          \
    ROW(power_each, "power(positive)", nprand_power_each(rng, a->positive, 1, n, out))             \
    ROW(weibull_each, "weibull(positive)", nprand_weibull_each(rng, a->positive, 1, n, out))       \
    ROW(rayleigh_each, "rayleigh(positive)", nprand_rayleigh_each(rng, a->positive, 1, n, out))    \
    ROW(triangular_each, "triangular(real, chance, above)",                                        \
        nprand_triangular_each(rng, a->real, 1, a->chance, 1, a->above, 1, n, out))                \
    ROW(vonmises_each, "vonmises(real, positive)",                                                 \
        nprand_vonmises_each(rng, a->real, 1, a->positive, 1, n, out))                             \
    ROW(wald_each, "wald(positive, positive)",                                                     \
        nprand_wald_each(rng, a->positive, 1, a->positive, 1, n, out))                             \
    ROW(randint_each, "randint(low, high)",                                                        \
        nprand_randint_each(rng, a->low, 1, a->high, 1, n, out))                                   \
    ROW(randint_bool_each, "randint(0, two, dtype=bool)",                                          \
        nprand_randint_bool_each(rng, &a->zero, 0, a->two, 1, n, out))                             \
    ROW(randint_int8_each, "randint(low, few, dtype=int8)",                                        \
        nprand_randint_int8_each(rng, a->low, 1, a->few, 1, n, out))                               \
    ROW(randint_int16_each, "randint(low, high, dtype=int16)",                                     \
        nprand_randint_int16_each(rng, a->low, 1, a->high, 1, n, out))                             \
    ROW(randint_int32_each, "randint(low, high, dtype=int32)",                                     \
        nprand_randint_int32_each(rng, a->low, 1, a->high, 1, n, out))                             \
    ROW(randint_int64_each, "randint(low, high, dtype=int64)",                                     \
        nprand_randint_int64_each(rng, a->low, 1, a->high, 1, n, out))                             \
    ROW(randint_uint8_each, "randint(low, few, dtype=uint8)",                                      \
        nprand_randint_uint8_each(rng, a->low, 1, a->few, 1, n, out))                              \
    ROW(randint_uint16_each, "randint(low, high, dtype=uint16)",                                   \
        nprand_randint_uint16_each(rng, a->low, 1, a->high, 1, n, out))                            \
    ROW(randint_uint32_each, "randint(low, high, dtype=uint32)",                                   \
        nprand_randint_uint32_each(rng, a->low, 1, a->high, 1, n, out))                            \
    ROW(randint_uint64_each, "randint(natural, ends, dtype=uint64)",                               \
        nprand_randint_uint64_each(rng, a->natural, 1, a->ends, 1, n, out))                        \
    ROW(randint_int64_endpoint_each, "randint(low, high, dtype=int64)",                            \
        nprand_randint_int64_endpoint_each(rng, a->low, 1, a->last, 1, n, out))                    \
    ROW(randint_uint64_endpoint_each, "randint(natural, ends, dtype=uint64)",                      \
        nprand_randint_uint64_endpoint_each(rng, a->natural, 1, a->lasts, 1, n, out))              \
    ROW(random_integers_each, "random_integers(low, 100)",                                         \
        nprand_random_integers_each(rng, a->low, 1, &a->hundred, 0, n, out))                       \
    ROW(poisson_each, "poisson(positive)", nprand_poisson_each(rng, a->positive, 1, n, out))       \
    ROW(poisson_ptrs_each, "poisson(many)", nprand_poisson_each(rng, a->many, 1, n, out))          \
    ROW(binomial_each, "binomial(trials, chance)",                                                 \
        nprand_binomial_each(rng, a->trials, 1, a->chance, 1, n, out))                             \
    ROW(binomial_btpe_each, "binomial(thousand, chance)",                                          \
        nprand_binomial_each(rng, a->thousand, 1, a->chance, 1, n, out))                           \
    ROW(negative_binomial_each, "negative_binomial(positive, chance)",                             \
        nprand_negative_binomial_each(rng, a->positive, 1, a->chance, 1, n, out))                  \
    ROW(geometric_each, "geometric(chance)", nprand_geometric_each(rng, a->chance, 1, n, out))     \
    ROW(hypergeometric_each, "hypergeometric(trials, trials, eight)",                              \
        nprand_hypergeometric_each(rng, a->trials, 1, a->trials, 1, a->eight, 1, n, out))          \
    ROW(hypergeometric_hrua_each, "hypergeometric(high, high, few)",                               \
        nprand_hypergeometric_each(rng, a->high, 1, a->high, 1, a->few, 1, n, out))                \
    ROW(logseries_each, "logseries(chance)", nprand_logseries_each(rng, a->chance, 1, n, out))     \
    ROW(zipf_each, "zipf(above)", nprand_zipf_each(rng, a->above, 1, n, out))

/* Scalar calls, in a loop, beside NumPy's calls without a size: the type of the results stands
 * before the call. */
#define SCALARS(ROW)                                                                              \
    ROW(random_raw, "random_raw()", uint32_t, nprand_random_raw(rng))                             \
    ROW(random_sample, "random_sample()", double, nprand_random_sample(rng))                      \
    ROW(random, "random()", double, nprand_random(rng))                                           \
    ROW(rand, "rand()", double, nprand_rand(rng))                                                 \
    ROW(uniform, "uniform(-1.0, 3.0)", double, nprand_uniform(rng, -1.0, 3.0))                    \
    ROW(standard_normal, "standard_normal()", double, nprand_standard_normal(rng))                \
    ROW(randn, "randn()", double, nprand_randn(rng))                                              \
    ROW(normal, "normal(1.0, 2.0)", double, nprand_normal(rng, 1.0, 2.0))                         \
    ROW(standard_exponential, "standard_exponential()", double, nprand_standard_exponential(rng)) \
    ROW(exponential, "exponential(2.0)", double, nprand_exponential(rng, 2.0))                    \
    ROW(standard_gamma, "standard_gamma(2.5)", double, nprand_standard_gamma(rng, 2.5))           \
    ROW(gamma, "gamma(2.5, 2.0)", double, nprand_gamma(rng, 2.5, 2.0))                            \
    ROW(gamma_1, "gamma(1.0, 2.0)", double, nprand_gamma(rng, 1.0, 2.0))                          \
    ROW(gamma_below_1, "gamma(0.5, 2.0)", double, nprand_gamma(rng, 0.5, 2.0))                    \
    ROW(beta, "beta(2.0, 3.0)", double, nprand_beta(rng, 2.0, 3.0))                               \
    ROW(beta_below_1, "beta(0.5, 0.5)", double, nprand_beta(rng, 0.5, 0.5))                       \
    ROW(chisquare, "chisquare(4.0)", double, nprand_chisquare(rng, 4.0))                          \
    ROW(noncentral_chisquare, "noncentral_chisquare(3.0, 2.0)", double,                           \
        nprand_noncentral_chisquare(rng, 3.0, 2.0))                                               \
    ROW(noncentral_chisquare_below_1, "noncentral_chisquare(0.5, 2.0)", double,                   \
        nprand_noncentral_chisquare(rng, 0.5, 2.0))                                               \
    ROW(f, "f(5.0, 10.0)", double, nprand_f(rng, 5.0, 10.0))                                      \
    ROW(noncentral_f, "noncentral_f(5.0, 10.0, 2.0)", double,                                     \
        nprand_noncentral_f(rng, 5.0, 10.0, 2.0))                                                 \
    ROW(standard_t, "standard_t(10.0)", double, nprand_standard_t(rng, 10.0))                     \
    ROW(standard_cauchy, "standard_cauchy()", double, nprand_standard_cauchy(rng))                \
    ROW(lognormal, "lognormal(0.0, 0.5)", double, nprand_lognormal(rng, 0.0, 0.5))                \
    ROW(laplace, "laplace(1.0, 2.0)", double, nprand_laplace(rng, 1.0, 2.0))                      \
    ROW(logistic, "logistic(1.0, 2.0)", double, nprand_logistic(rng, 1.0, 2.0))                   \
    ROW(gumbel, "gumbel(1.0, 2.0)", double, nprand_gumbel(rng, 1.0, 2.0))                         \
    ROW(pareto, "pareto(3.0)", double, nprand_pareto(rng, 3.0))                                   \
    ROW(power, "power(3.0)", double, nprand_power(rng, 3.0))                                      \
    ROW(weibull, "weibull(1.5)", double, nprand_weibull(rng, 1.5))                                \
    ROW(rayleigh, "rayleigh(2.0)", double, nprand_rayleigh(rng, 2.0))                             \
    ROW(triangular, "triangular(-3.0, 0.0, 8.0)", double, nprand_triangular(rng, -3.0, 0.0, 8.0)) \
    ROW(vonmises, "vonmises(0.0, 4.0)", double, nprand_vonmises(rng, 0.0, 4.0))                   \
    ROW(wald, "wald(3.0, 2.0)", double, nprand_wald(rng, 3.0, 2.0))                               \
    ROW(randint, "randint(0, 100)", int64_t, nprand_randint(rng, 0, 100))                         \
    ROW(randint_bool, "randint(0, 2, None, bool)", bool, nprand_randint_bool(rng, 0, 2))          \
    ROW(randint_int8, "randint(-50, 50, None, int8)", int8_t, nprand_randint_int8(rng, -50, 50))  \
    ROW(randint_int16, "randint(-500, 500, None, int16)", int16_t,                                \
        nprand_randint_int16(rng, -500, 500))                                                     \
    ROW(randint_int32, "randint(-500, 500, None, int32)", int32_t,                                \
        nprand_randint_int32(rng, -500, 500))                                                     \
    ROW(randint_int64, "randint(0, 3 * 2**40, None, int64)", int64_t,                             \
        nprand_randint_int64(rng, 0, INT64_C(3) << 40))                                           \
    ROW(randint_uint8, "randint(0, 2**8, None, uint8)", uint8_t,                                  \
        nprand_randint_uint8(rng, 0, 256))                                                        \
    ROW(randint_uint16, "randint(0, 2**16, None, uint16)", uint16_t,                              \
        nprand_randint_uint16(rng, 0, 65536))                                                     \
    ROW(randint_uint32, "randint(0, 2**32, None, uint32)", uint32_t,                              \
        nprand_randint_uint32(rng, 0, INT64_C(1) << 32))                                          \
    ROW(randint_uint64, "randint(0, 1000, None, uint64)", uint64_t,                               \
        nprand_randint_uint64(rng, 0, 1000))                                                      \
    ROW(randint_int64_endpoint, "randint(-2**63, 2**63, None, int64)", int64_t,                   \
        nprand_randint_int64_endpoint(rng, INT64_MIN, INT64_MAX))                                 \
    ROW(randint_uint64_endpoint, "randint(0, 2**64, None, uint64)", uint64_t,                     \
        nprand_randint_uint64_endpoint(rng, 0, UINT64_MAX))                                       \
    ROW(random_integers, "random_integers(1, 6)", int64_t, nprand_random_integers(rng, 1, 6))     \
    ROW(tomaxint, "tomaxint()", int64_t, nprand_tomaxint(rng))                                    \
    ROW(poisson, "poisson(3.0)", int64_t, nprand_poisson(rng, 3.0))                               \
    ROW(poisson_ptrs, "poisson(100.0)", int64_t, nprand_poisson(rng, 100.0))                      \
    ROW(binomial, "binomial(10, 0.3)", int64_t, nprand_binomial(rng, 10, 0.3))                    \
    ROW(binomial_btpe, "binomial(1000, 0.4)", int64_t, nprand_binomial(rng, 1000, 0.4))           \
    ROW(negative_binomial, "negative_binomial(5.0, 0.5)", int64_t,                                \
        nprand_negative_binomial(rng, 5.0, 0.5))                                                  \
    ROW(geometric, "geometric(0.05)", int64_t, nprand_geometric(rng, 0.05))                       \
    ROW(geometric_search, "geometric(0.5)", int64_t, nprand_geometric(rng, 0.5))                  \
    ROW(hypergeometric, "hypergeometric(15, 15, 8)", int64_t,                                     \
        nprand_hypergeometric(rng, 15, 15, 8))                                                    \
    ROW(hypergeometric_hrua, "hypergeometric(100, 200, 50)", int64_t,                             \
        nprand_hypergeometric(rng, 100, 200, 50))                                                 \
    ROW(logseries, "logseries(0.6)", int64_t, nprand_logseries(rng, 0.6))                         \
    ROW(zipf, "zipf(2.0)", int64_t, nprand_zipf(rng, 2.0))                                        \
    ROW(choice, "choice(1000)", int64_t, nprand_choice(rng, P_COUNT))

/* Scalar calls that a program makes in another way than in a loop of such calls of the other
 * libraries, or that write an array: the size of a result in bytes, and the call, which writes to
 * next. */
#define ARRAY_SCALARS(ROW)                                                          \
    ROW(choice_p, 1000, "choice(1000, None, True, p)", sizeof(int64_t),             \
        *(int64_t *)next = nprand_choice_p(rng, P_COUNT, a->p))                     \
    ROW(choice_p_float, 1000, "choice(1000, None, True, p_float)", sizeof(int64_t), \
        *(int64_t *)next = nprand_choice_p_float(rng, P_COUNT, a->p_float))         \
    ROW(multinomial, 10, "multinomial(100, pvals4)", 4 * sizeof(int64_t),           \
        status = nprand_multinomial(rng, 100, a->pvals4, 4, (int64_t *)next))       \
    ROW(dirichlet, 10, "dirichlet(alpha[:4])", 4 * sizeof(double),                  \
        status = nprand_dirichlet(rng, a->alpha, 4, (double *)next))

/* Not every row uses a and out. */
#define DEFINE_FILL(name, python, call)                                                     \
    static nprand_status fill_##name(struct arena *a, nprand_rng *rng, size_t n, void *out) \
    {                                                                                       \
        (void)a, (void)out;                                                                 \
        return call;                                                                        \
    }
FILLS(DEFINE_FILL)
EACHES(DEFINE_FILL)

#define DEFINE_SCALAR(name, python, type, call)                                               \
    static nprand_status scalar_##name(struct arena *a, nprand_rng *rng, size_t n, void *out) \
    {                                                                                         \
        type *values = out;                                                                   \
        (void)a;                                                                              \
        for (size_t i = 0; i < n; i++)                                                        \
            values[i] = (type)call;                                                           \
        return NPRAND_OK;                                                                     \
    }
SCALARS(DEFINE_SCALAR)

#define DEFINE_ARRAY_SCALAR(name, share, python, size, call)                                  \
    static nprand_status scalar_##name(struct arena *a, nprand_rng *rng, size_t n, void *out) \
    {                                                                                         \
        nprand_status status = NPRAND_OK;                                                     \
        for (size_t i = 0; i < n; i++) {                                                      \
            char *next = (char *)out + i * (size);                                            \
            call;                                                                             \
        }                                                                                     \
        return status;                                                                        \
    }
ARRAY_SCALARS(DEFINE_ARRAY_SCALAR)

#define FILL_ROW(name, python, call) {#name, python, #name, fill_##name, FILLS_OF_VALUES, 1},
#define EACH_ROW(name, python, call) {#name, python, "", fill_##name, ARRAYS_AS_PARAMETERS, 1},
#define SCALAR_ROW(name, python, type, call) \
    {#name "_scalar", python, #name, scalar_##name, SCALAR_CALLS, 10},
#define ARRAY_SCALAR_ROW(name, share, python, size, call) \
    {#name "_scalar", python, "", scalar_##name, SCALAR_CALLS, share},

const struct row rows[] = {FILLS(FILL_ROW) EACHES(EACH_ROW) SCALARS(SCALAR_ROW)
                               ARRAY_SCALARS(ARRAY_SCALAR_ROW)};
const int row_count = sizeof rows / sizeof rows[0];

/* Each method of the list has a row for each of its forms: for one that has none, fill_NAME,
 * fill_NAME_each or scalar_NAME is not declared. p of float32 is converted, and drawn by as the p
 * of doubles. */
#define fill_choice_p_float            fill_choice_p
#define fill_choice_no_replace_p_float fill_choice_no_replace_p
#define DRAW(name, ...)                (void)fill_##name, (void)scalar_##name;
#define EACH(name, ...)                DRAW(name, __VA_ARGS__)(void) fill_##name##_each;
#define PACKED                         EACH
#define WEIGHTED                       DRAW
#define ROWS                           DRAW
#define SAMPLE(name, ...)              (void)fill_##name;
#define ARRAY(name, ...)               (void)fill_##name;
static inline void check_rows(void)
{
#include "../../src/methods.def"
}

/* ---- Rows --------------------------------------------------------------------------------- */

const char *const kind_words[KINDS] = {"fills", "eaches", "scalars"};
const char *const kind_titles[KINDS] = {"Fills", "Arrays as parameters", "Scalar calls"};

const struct row *find_row(const char *name)
{
    for (int i = 0; i < row_count; i++) {
        if (strcmp(rows[i].name, name) == 0)
            return &rows[i];
    }
    return NULL;
}

size_t values_of(const struct row *row, size_t n)
{
    return n < row->share ? 1 : n / row->share;
}

/* The time of a permutation is mostly that of its swaps, which NumPy makes in the same way. */
double numpy_floor(const struct row *row)
{
    static const char *const permutations[] = {"shuffle", "shuffle_strided", "permutation",
                                               "permutation_array"};
    for (size_t i = 0; i < sizeof permutations / sizeof permutations[0]; i++) {
        if (strcmp(row->name, permutations[i]) == 0)
            return 1.8;
    }
    return 2;
}

double time_row(struct arena *a, const struct row *row, size_t n)
{
    const size_t values = values_of(row, n);
    void *out = arena_output(a);
    double begin = cpu_time();
    nprand_status status = row->run(a, &a->rng, values, out);
    double end = cpu_time();
    if (status != NPRAND_OK) {
        fprintf(stderr, "bench: %s: %s\n", row->name, nprand_strerror(status));
        exit(1);
    }
    return end - begin;
}

/* ---- Arena -------------------------------------------------------------------------------- */

static double *equal_probabilities(size_t count)
{
    double *p = allocate(count, sizeof *p);
    for (size_t i = 0; i < count; i++)
        p[i] = 1.0 / (double)count;
    return p;
}

/* The largest work space of the choice rows. */
static size_t work_size(size_t n)
{
    size_t of_p = nprand_choice_p_work_size(P_COUNT);
    size_t of_q = nprand_choice_no_replace_p_work_size(2 * (int64_t)n);
    return of_p > of_q ? of_p : of_q;
}

/* The arrays that bench_numpy.py has under these names. */
static void open_reals(struct arena *a, size_t n)
{
    double **const arrays[] = {&a->real, &a->positive, &a->chance, &a->above, &a->many};
    for (size_t k = 0; k < sizeof arrays / sizeof arrays[0]; k++)
        *arrays[k] = allocate(n, sizeof(double));
    for (size_t i = 0; i < n; i++) {
        a->real[i] = (double)(i % 5) * -0.25;
        a->positive[i] = 0.5 + (double)(i % 7) * 0.5;
        a->chance[i] = 0.05 + (double)(i % 9) * 0.1;
        a->above[i] = 1.5 + (double)(i % 4) * 0.5;
        a->many[i] = 20.0 + (double)(i % 50);
    }
}

static void open_integers(struct arena *a, size_t n)
{
    int64_t **const arrays[] = {&a->low,  &a->two,    &a->few,      &a->high,
                                &a->last, &a->trials, &a->thousand, &a->eight};
    for (size_t k = 0; k < sizeof arrays / sizeof arrays[0]; k++)
        *arrays[k] = allocate(n, sizeof(int64_t));
    for (size_t i = 0; i < n; i++) {
        a->low[i] = (int64_t)(i % 3);
        a->two[i] = 1 + (int64_t)(i % 2);
        a->few[i] = 20 + (int64_t)(i % 50);
        a->high[i] = 100 + (int64_t)(i % 50);
        a->last[i] = a->high[i] - 1;
        a->trials[i] = 10 + (int64_t)(i % 20);
        a->thousand[i] = 1000 + (int64_t)(i % 20);
        a->eight[i] = 8 + (int64_t)(i % 3);
    }
    a->zero = 0;
    a->hundred = 100;
}

static void open_naturals(struct arena *a, size_t n)
{
    a->natural = allocate(n, sizeof *a->natural);
    a->ends = allocate(n, sizeof *a->ends);
    a->lasts = allocate(n, sizeof *a->lasts);
    for (size_t i = 0; i < n; i++) {
        a->natural[i] = i % 3;
        a->ends[i] = 100 + i % 50;
        a->lasts[i] = a->ends[i] - 1;
    }
}

static void close_parameters(struct arena *a)
{
    void *const arrays[] = {a->real,  a->positive, a->chance, a->above, a->many,   a->low,
                            a->two,   a->few,      a->high,   a->last,  a->trials, a->thousand,
                            a->eight, a->natural,  a->ends,   a->lasts};
    for (size_t k = 0; k < sizeof arrays / sizeof arrays[0]; k++)
        free(arrays[k]);
}

/* Probabilities in the ratios 1 : 2 : 3 ... of increasing order, or of 1 / i. */
static void fill_weights(double *p, int count, bool rising)
{
    double sum = 0;
    for (int i = 0; i < count; i++) {
        p[i] = rising ? i + 1 : 1.0 / (i + 1);
        sum += p[i];
    }
    for (int i = 0; i < count; i++)
        p[i] /= sum;
}

static void open_weights(struct arena *a, size_t n)
{
    static const double shapes[] = {0.5, 1.0, 2.0, 4.0};
    a->p = equal_probabilities(P_COUNT);
    a->q = equal_probabilities(2 * n);
    a->unequal = allocate(P_COUNT, sizeof *a->unequal);
    fill_weights(a->unequal, P_COUNT, false);
    a->p_float = allocate(P_COUNT, sizeof *a->p_float);
    for (int i = 0; i < P_COUNT; i++)
        a->p_float[i] = (float)a->p[i];
    fill_weights(a->pvals2, 2, true);
    fill_weights(a->pvals4, 4, true);
    fill_weights(a->pvals20, 20, true);
    fill_weights(a->pvals100, 100, true);
    for (int i = 0; i < WIDEST; i++)
        a->alpha[i] = shapes[i % 4];
}

struct arena *open_arena(size_t n)
{
    struct arena *a = allocate(1, sizeof *a);
    check_rows();
    if (nprand_seed(&a->rng, 1) != NPRAND_OK)
        abort();
    /* The widest results of scalar calls are rows of 4 doubles. */
    a->out_size = (n < 4 ? 4 : n) * sizeof(double);
    a->out = allocate(a->out_size, 1);
    a->x = allocate(n, sizeof *a->x);
    for (size_t i = 0; i < n; i++)
        a->x[i] = (int64_t)i;
    a->work = nprand_work_of(allocate(work_size(n), 1), work_size(n));
    open_weights(a, n);
    open_reals(a, n);
    open_integers(a, n);
    open_naturals(a, n);
    return a;
}

void close_arena(struct arena *a)
{
    void *const arrays[] = {a->out, a->x, a->p, a->unequal, a->p_float, a->q, a->work.memory};
    for (size_t k = 0; k < sizeof arrays / sizeof arrays[0]; k++)
        free(arrays[k]);
    close_parameters(a);
    free(a);
}

void *arena_output(struct arena *a)
{
    return memset(a->out, 0, a->out_size);
}
