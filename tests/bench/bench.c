/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Benchmark: nanoseconds per value of each fill, next to the same method of NumPy's RandomState and
 * of the other libraries that the build found.
 *
 *     bench [--n N] [--repeats R] [--python COMMAND] [--script PATH] [METHOD ...]
 *
 * NumPy runs in a child process, bench_numpy.py. All are measured in turn, one call each, and
 * again. The clock is the CPU time of the process that draws.
 */
#define _POSIX_C_SOURCE 200809L

#include "measure.h"
#include "peers.h"

#include "nprand.h"

#include <math.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

/* Where bench_numpy.py is, from the build. */
#ifndef BENCH_SCRIPT
#define BENCH_SCRIPT "bench_numpy.py"
#endif

enum { P_COUNT = PEER_P_COUNT };

/* What the calls draw with, from and into. */
struct arena {
    nprand_rng rng;
    void *out;
    int64_t *x;       /* 0..n-1 */
    double *p;        /* P_COUNT equal probabilities */
    double *q;        /* 2 * n of them */
    nprand_work work; /* for choice */
    double pvals[4];
    double alpha[4];
    /* Parameters of the each forms, n of each. */
    double *real, *positive, *chance, *above, *many;
    int64_t *low, *two, *few, *high, *last, *trials, *thousand, *eight;
    uint64_t *natural, *ends, *lasts;
    int64_t zero, hundred;
};

/* ---- The table ---------------------------------------------------------------------------- */

/* One row per method, or more where parameters decide about the algorithm: its name; NumPy's call,
 * evaluated by bench_numpy.py; the call that does the same here, with rng, n, out, and a, the
 * arena. Where results are rows of 4, n / 4 of them are drawn. */
#define FILLS(ROW)                                                                              \
    ROW(random_raw, "random_raw(n)", nprand_random_raw_fill(rng, n, out))                       \
    ROW(bytes, "bytes(n)", nprand_bytes(rng, n, out))                                           \
    ROW(random_sample, "random_sample(n)", nprand_random_sample_fill(rng, n, out))              \
    ROW(random, "random(n)", nprand_random_fill(rng, n, out))                                   \
    ROW(rand, "rand(n)", nprand_rand_fill(rng, n, out))                                         \
    ROW(uniform, "uniform(-1.0, 3.0, n)", nprand_uniform_fill(rng, -1.0, 3.0, n, out))          \
    ROW(standard_normal, "standard_normal(n)", nprand_standard_normal_fill(rng, n, out))        \
    ROW(randn, "randn(n)", nprand_randn_fill(rng, n, out))                                      \
    ROW(normal, "normal(1.0, 2.0, n)", nprand_normal_fill(rng, 1.0, 2.0, n, out))               \
    ROW(standard_exponential, "standard_exponential(n)",                                        \
        nprand_standard_exponential_fill(rng, n, out))                                          \
    ROW(exponential, "exponential(2.0, n)", nprand_exponential_fill(rng, 2.0, n, out))          \
    ROW(standard_gamma, "standard_gamma(2.5, n)", nprand_standard_gamma_fill(rng, 2.5, n, out)) \
    ROW(gamma, "gamma(2.5, 2.0, n)", nprand_gamma_fill(rng, 2.5, 2.0, n, out))                  \
    ROW(gamma_1, "gamma(1.0, 2.0, n)", nprand_gamma_fill(rng, 1.0, 2.0, n, out))                \
    ROW(gamma_below_1, "gamma(0.5, 2.0, n)", nprand_gamma_fill(rng, 0.5, 2.0, n, out))          \
    ROW(beta, "beta(2.0, 3.0, n)", nprand_beta_fill(rng, 2.0, 3.0, n, out))                     \
    ROW(beta_below_1, "beta(0.5, 0.5, n)", nprand_beta_fill(rng, 0.5, 0.5, n, out))             \
    ROW(chisquare, "chisquare(4.0, n)", nprand_chisquare_fill(rng, 4.0, n, out))                \
    ROW(noncentral_chisquare, "noncentral_chisquare(3.0, 2.0, n)",                              \
        nprand_noncentral_chisquare_fill(rng, 3.0, 2.0, n, out))                                \
    ROW(noncentral_chisquare_below_1, "noncentral_chisquare(0.5, 2.0, n)",                      \
        nprand_noncentral_chisquare_fill(rng, 0.5, 2.0, n, out))                                \
    ROW(f, "f(5.0, 10.0, n)", nprand_f_fill(rng, 5.0, 10.0, n, out))                            \
    ROW(noncentral_f, "noncentral_f(5.0, 10.0, 2.0, n)",                                        \
        nprand_noncentral_f_fill(rng, 5.0, 10.0, 2.0, n, out))                                  \
    ROW(standard_t, "standard_t(10.0, n)", nprand_standard_t_fill(rng, 10.0, n, out))           \
    ROW(standard_cauchy, "standard_cauchy(n)", nprand_standard_cauchy_fill(rng, n, out))        \
    ROW(lognormal, "lognormal(0.0, 0.5, n)", nprand_lognormal_fill(rng, 0.0, 0.5, n, out))      \
    ROW(laplace, "laplace(1.0, 2.0, n)", nprand_laplace_fill(rng, 1.0, 2.0, n, out))            \
    ROW(logistic, "logistic(1.0, 2.0, n)", nprand_logistic_fill(rng, 1.0, 2.0, n, out))         \
    ROW(gumbel, "gumbel(1.0, 2.0, n)", nprand_gumbel_fill(rng, 1.0, 2.0, n, out))               \
    ROW(pareto, "pareto(3.0, n)", nprand_pareto_fill(rng, 3.0, n, out))                         \
    ROW(power, "power(3.0, n)", nprand_power_fill(rng, 3.0, n, out))                            \
    ROW(weibull, "weibull(1.5, n)", nprand_weibull_fill(rng, 1.5, n, out))                      \
    ROW(rayleigh, "rayleigh(2.0, n)", nprand_rayleigh_fill(rng, 2.0, n, out))                   \
    ROW(triangular, "triangular(-3.0, 0.0, 8.0, n)",                                            \
        nprand_triangular_fill(rng, -3.0, 0.0, 8.0, n, out))                                    \
    ROW(vonmises, "vonmises(0.0, 4.0, n)", nprand_vonmises_fill(rng, 0.0, 4.0, n, out))         \
    ROW(wald, "wald(3.0, 2.0, n)", nprand_wald_fill(rng, 3.0, 2.0, n, out))                     \
    ROW(randint, "randint(0, 100, n)", nprand_randint_fill(rng, 0, 100, n, out))                \
    ROW(randint_bool, "randint(0, 2, n, 'bool')", nprand_randint_bool_fill(rng, 0, 2, n, out))  \
    ROW(randint_int8, "randint(-50, 50, n, 'int8')",                                            \
        nprand_randint_int8_fill(rng, -50, 50, n, out))                                         \
    ROW(randint_int16, "randint(-500, 500, n, 'int16')",                                        \
        nprand_randint_int16_fill(rng, -500, 500, n, out))                                      \
    ROW(randint_int32, "randint(-500, 500, n, 'int32')",                                        \
        nprand_randint_int32_fill(rng, -500, 500, n, out))                                      \
    ROW(randint_int64, "randint(0, 3 * 2**40, n, 'int64')",                                     \
        nprand_randint_int64_fill(rng, 0, INT64_C(3) << 40, n, out))                            \
    ROW(randint_uint8, "randint(0, 2**8, n, 'uint8')",                                          \
        nprand_randint_uint8_fill(rng, 0, 256, n, out))                                         \
    ROW(randint_uint16, "randint(0, 2**16, n, 'uint16')",                                       \
        nprand_randint_uint16_fill(rng, 0, 65536, n, out))                                      \
    ROW(randint_uint32, "randint(0, 2**32, n, 'uint32')",                                       \
        nprand_randint_uint32_fill(rng, 0, INT64_C(1) << 32, n, out))                           \
    ROW(randint_uint64, "randint(0, 1000, n, 'uint64')",                                        \
        nprand_randint_uint64_fill(rng, 0, 1000, n, out))                                       \
    ROW(randint_int64_endpoint, "randint(-2**63, 2**63, n, 'int64')",                           \
        nprand_randint_int64_endpoint_fill(rng, INT64_MIN, INT64_MAX, n, out))                  \
    ROW(randint_uint64_endpoint, "randint(0, 2**64, n, 'uint64')",                              \
        nprand_randint_uint64_endpoint_fill(rng, 0, UINT64_MAX, n, out))                        \
    ROW(random_integers, "random_integers(1, 6, n)",                                            \
        nprand_random_integers_fill(rng, 1, 6, n, out))                                         \
    ROW(tomaxint, "tomaxint(n)", nprand_tomaxint_fill(rng, n, out))                             \
    ROW(poisson, "poisson(3.0, n)", nprand_poisson_fill(rng, 3.0, n, out))                      \
    ROW(poisson_ptrs, "poisson(100.0, n)", nprand_poisson_fill(rng, 100.0, n, out))             \
    ROW(binomial, "binomial(10, 0.3, n)", nprand_binomial_fill(rng, 10, 0.3, n, out))           \
    ROW(binomial_btpe, "binomial(1000, 0.4, n)", nprand_binomial_fill(rng, 1000, 0.4, n, out))  \
    ROW(negative_binomial, "negative_binomial(5.0, 0.5, n)",                                    \
        nprand_negative_binomial_fill(rng, 5.0, 0.5, n, out))                                   \
    ROW(geometric, "geometric(0.05, n)", nprand_geometric_fill(rng, 0.05, n, out))              \
    ROW(geometric_search, "geometric(0.5, n)", nprand_geometric_fill(rng, 0.5, n, out))         \
    ROW(hypergeometric, "hypergeometric(15, 15, 8, n)",                                         \
        nprand_hypergeometric_fill(rng, 15, 15, 8, n, out))                                     \
    ROW(hypergeometric_hrua, "hypergeometric(100, 200, 50, n)",                                 \
        nprand_hypergeometric_fill(rng, 100, 200, 50, n, out))                                  \
    ROW(logseries, "logseries(0.6, n)", nprand_logseries_fill(rng, 0.6, n, out))                \
    ROW(zipf, "zipf(2.0, n)", nprand_zipf_fill(rng, 2.0, n, out))                               \
    ROW(multinomial, "multinomial(100, [0.1, 0.2, 0.3, 0.4], n // 4)",                          \
        nprand_multinomial_fill(rng, 100, a->pvals, 4, n / 4, out))                             \
    ROW(dirichlet, "dirichlet([0.5, 1.0, 2.0, 4.0], n // 4)",                                   \
        nprand_dirichlet_fill(rng, a->alpha, 4, n / 4, out))                                    \
    ROW(shuffle, "shuffle(x)", nprand_shuffle(rng, a->x, n, sizeof *a->x))                      \
    ROW(shuffle_strided, "shuffle(x[::2])",                                                     \
        nprand_shuffle_strided(rng, a->x, n / 2, sizeof *a->x, 2 * sizeof *a->x))               \
    ROW(permutation, "permutation(n)", nprand_permutation(rng, n, out))                         \
    ROW(permutation_array, "permutation(x)",                                                    \
        nprand_permutation_array(rng, a->x, n, sizeof *a->x, out))                              \
    ROW(choice, "choice(1000, n)", nprand_choice_fill(rng, P_COUNT, n, out))                    \
    ROW(choice_p, "choice(1000, n, True, p)",                                                   \
        nprand_choice_p_fill(rng, P_COUNT, a->p, n, out, a->work))                              \
    ROW(choice_no_replace, "choice(2 * n, n, False)",                                           \
        nprand_choice_no_replace_fill(rng, 2 * (int64_t)n, n, out, a->work))                    \
    ROW(choice_of_few, "choice(10 * n, 5, False)",                                              \
        nprand_choice_no_replace_fill(rng, 10 * (int64_t)n, n < 5 ? n : 5, out,                 \
                                      nprand_work_of(NULL, 0)))                                 \
    ROW(choice_no_replace_p, "choice(2 * n, n, False, q)",                                      \
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
    ROW(randint_bool_each, "randint(0, two, dtype='bool')",                                        \
        nprand_randint_bool_each(rng, &a->zero, 0, a->two, 1, n, out))                             \
    ROW(randint_int8_each, "randint(low, few, dtype='int8')",                                      \
        nprand_randint_int8_each(rng, a->low, 1, a->few, 1, n, out))                               \
    ROW(randint_int16_each, "randint(low, high, dtype='int16')",                                   \
        nprand_randint_int16_each(rng, a->low, 1, a->high, 1, n, out))                             \
    ROW(randint_int32_each, "randint(low, high, dtype='int32')",                                   \
        nprand_randint_int32_each(rng, a->low, 1, a->high, 1, n, out))                             \
    ROW(randint_int64_each, "randint(low, high, dtype='int64')",                                   \
        nprand_randint_int64_each(rng, a->low, 1, a->high, 1, n, out))                             \
    ROW(randint_uint8_each, "randint(low, few, dtype='uint8')",                                    \
        nprand_randint_uint8_each(rng, a->low, 1, a->few, 1, n, out))                              \
    ROW(randint_uint16_each, "randint(low, high, dtype='uint16')",                                 \
        nprand_randint_uint16_each(rng, a->low, 1, a->high, 1, n, out))                            \
    ROW(randint_uint32_each, "randint(low, high, dtype='uint32')",                                 \
        nprand_randint_uint32_each(rng, a->low, 1, a->high, 1, n, out))                            \
    ROW(randint_uint64_each, "randint(natural, ends, dtype='uint64')",                             \
        nprand_randint_uint64_each(rng, a->natural, 1, a->ends, 1, n, out))                        \
    ROW(randint_int64_endpoint_each, "randint(low, high, dtype='int64')",                          \
        nprand_randint_int64_endpoint_each(rng, a->low, 1, a->last, 1, n, out))                    \
    ROW(randint_uint64_endpoint_each, "randint(natural, ends, dtype='uint64')",                    \
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

/* Not every row uses a and out. */
#define DEFINE_FILL(name, python, call)                                                     \
    static nprand_status fill_##name(struct arena *a, nprand_rng *rng, size_t n, void *out) \
    {                                                                                       \
        (void)a, (void)out;                                                                 \
        return call;                                                                        \
    }
FILLS(DEFINE_FILL)
EACHES(DEFINE_FILL)

struct row {
    const char *name;
    const char *python;
    nprand_status (*run)(struct arena *a, nprand_rng *rng, size_t n, void *out);
};

#define FILL_ROW(name, python, call) {#name, python, fill_##name},
static const struct row rows[] = {FILLS(FILL_ROW) EACHES(FILL_ROW)};

/* Each method of the list has a row of its name: for one that has none, fill_NAME is not declared.
 * p of float32 is converted, and drawn by as the p of doubles. */
#define fill_choice_p_float            fill_choice_p
#define fill_choice_no_replace_p_float fill_choice_no_replace_p
#define DRAW(name, ...)                (void)fill_##name;
#define EACH(name, ...)                (void)fill_##name, (void)fill_##name##_each;
#define PACKED                         EACH
#define WEIGHTED                       DRAW
#define SAMPLE                         DRAW
#define ROWS                           DRAW
#define ARRAY                          DRAW
static inline void check_rows(void)
{
#include "../../src/methods.def"
}

enum { ROWS = sizeof rows / sizeof rows[0] };

/* ---- Options ------------------------------------------------------------------------------ */

struct options {
    size_t n;
    size_t repeats;
    const char *python;
    const char *script;
    char **methods;
    int method_count; /* 0: all */
};

static void usage(void)
{
    fputs("usage: bench [--n N] [--repeats R] [--python COMMAND] [--script PATH] [METHOD ...]\n",
          stderr);
    exit(2);
}

static void set_option(struct options *o, const char *name, const char *value)
{
    if (strcmp(name, "--n") == 0)
        o->n = to_count(value, 1000000000);
    else if (strcmp(name, "--repeats") == 0)
        o->repeats = to_count(value, MAX_REPEATS);
    else if (strcmp(name, "--python") == 0)
        o->python = value;
    else if (strcmp(name, "--script") == 0)
        o->script = value;
    else
        usage();
    if (value == NULL || o->n == 0 || o->repeats == 0)
        usage();
}

static bool is_method(const char *name)
{
    for (int i = 0; i < ROWS; i++) {
        if (strcmp(rows[i].name, name) == 0)
            return true;
    }
    return false;
}

static struct options parse(int argc, char **argv)
{
    struct options o = {.n = 1000000, .repeats = 15, .python = "python3", .script = BENCH_SCRIPT};
    int i = 1;
    for (; i < argc && argv[i][0] == '-'; i += 2)
        set_option(&o, argv[i], argv[i + 1]);
    o.methods = argv + i;
    o.method_count = argc - i;
    for (; i < argc; i++) {
        if (!is_method(argv[i])) {
            fprintf(stderr, "bench: no such method: %s\n", argv[i]);
            usage();
        }
    }
    return o;
}

static bool is_wanted(const struct options *o, const char *name)
{
    for (int i = 0; i < o->method_count; i++) {
        if (strcmp(o->methods[i], name) == 0)
            return true;
    }
    return o->method_count == 0;
}

/* ---- NumPy in a child process ------------------------------------------------------------- */

struct numpy {
    FILE *to; /* NULL: there is no NumPy */
    FILE *from;
    pid_t pid;
    char versions[200]; /* or why there is none */
};

static void become_python(const struct options *o, int in, int out)
{
    char n[24];
    snprintf(n, sizeof n, "%zu", o->n);
    dup2(in, STDIN_FILENO);
    dup2(out, STDOUT_FILENO);
    execlp(o->python, o->python, o->script, n, (char *)NULL);
    _exit(127);
}

/* Starts the child with a pipe each way. */
static bool start_python(const struct options *o, struct numpy *numpy)
{
    int in[2], out[2];
    if (pipe(in) != 0 || pipe(out) != 0)
        return false;
    numpy->pid = fork();
    if (numpy->pid < 0)
        return false;
    if (numpy->pid == 0) {
        close(in[1]);
        close(out[0]);
        become_python(o, in[0], out[1]);
    }
    close(in[0]);
    close(out[1]);
    numpy->to = fdopen(in[1], "w");
    numpy->from = fdopen(out[0], "r");
    return numpy->to != NULL && numpy->from != NULL;
}

static void stop_python(struct numpy *numpy)
{
    if (numpy->to == NULL)
        return;
    fclose(numpy->to);
    fclose(numpy->from);
    numpy->to = NULL;
    waitpid(numpy->pid, NULL, 0);
}

static struct numpy find_numpy(const struct options *o)
{
    struct numpy numpy = {.to = NULL};
    char *line = numpy.versions;
    bool is_started = start_python(o, &numpy);
    if (is_started && fgets(line, sizeof numpy.versions, numpy.from) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        if (strncmp(line, "NumPy ", 6) == 0)
            return numpy;
    }
    if (*line == '\0')
        snprintf(line, sizeof numpy.versions, "error: %s does not run %s", o->python, o->script);
    stop_python(&numpy);
    return numpy;
}

/* One call there. A child that has gone away, after a call that it cannot make, ends the run. */
static double time_numpy(struct numpy *numpy, const char *call)
{
    char line[64];
    fprintf(numpy->to, "%s\n", call);
    fflush(numpy->to);
    if (fgets(line, sizeof line, numpy->from) == NULL) {
        fprintf(stderr, "bench: NumPy failed in %s\n", call);
        exit(1);
    }
    return strtod(line, NULL);
}

/* ---- Measuring ---------------------------------------------------------------------------- */

enum { OURS, NUMPY, PEERS, CONTENDERS = PEERS + KNOWN_PEERS };

/* What a call to be measured is made with. */
struct bench {
    struct arena *arena;
    struct numpy *numpy;
    const struct row *row;
    size_t n;
};

static double time_library(const struct bench *b)
{
    struct arena *a = b->arena;
    double begin = cpu_time();
    nprand_status status = b->row->run(a, &a->rng, b->n, a->out);
    double end = cpu_time();
    if (status != NPRAND_OK) {
        fprintf(stderr, "bench: %s: %s\n", b->row->name, nprand_strerror(status));
        exit(1);
    }
    return end - begin;
}

static double time_peer(const struct bench *b, const struct peer *peer)
{
    const struct peer_row *row = find_peer_row(peer, b->row->name);
    if (row == NULL)
        return -1;
    double begin = cpu_time();
    row->run(b->n, b->arena->out);
    return cpu_time() - begin;
}

static double time_contender(void *context, int contender)
{
    const struct bench *b = context;
    if (contender == OURS)
        return time_library(b);
    if (contender == NUMPY)
        return b->numpy->to != NULL ? time_numpy(b->numpy, b->row->python) : -1;
    return time_peer(b, known_peers[contender - PEERS].peer);
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

static void open_arena(struct arena *a, size_t n)
{
    if (nprand_seed(&a->rng, 1) != NPRAND_OK)
        abort();
    a->out = allocate(n, sizeof(double));
    a->x = allocate(n, sizeof *a->x);
    for (size_t i = 0; i < n; i++)
        a->x[i] = (int64_t)i;
    a->p = equal_probabilities(P_COUNT);
    a->q = equal_probabilities(2 * n);
    a->work = nprand_work_of(allocate(work_size(n), 1), work_size(n));
    open_reals(a, n);
    open_integers(a, n);
    open_naturals(a, n);
}

static void close_arena(struct arena *a)
{
    free(a->out);
    free(a->x);
    free(a->p);
    free(a->q);
    free(a->work.memory);
    close_parameters(a);
}

/* ---- Printing ----------------------------------------------------------------------------- */

/* Columns: a median and a minimum of each contender, and the ratios to the library's. */
static const char *const columns[] = {"libnprand", "min",   "NumPy", "min",   "ratio",
                                      "of min",    "GSL",   "min",   "ratio", "libstdc++",
                                      "min",       "ratio", "Boost", "min",   "ratio"};

static void print_heading(const struct options *o, const struct numpy *numpy)
{
    puts("## All methods\n");
    print_machine();
    printf("- NumPy: %s%s\n", numpy->to == NULL ? "not measured, " : "", numpy->versions);
    print_peers();
    printf(
        "\nNanoseconds of CPU time per value, median and minimum of %zu calls with n = %zu, all\n"
        "contenders in turn. ratio: median of the other / median of libnprand.\n\n"
        "- NumPy allocates the array that it returns, in its time; the others write to memory\n"
        "  that the caller has.\n"
        "- GSL, libstdc++ and Boost draw with their own MT19937 and algorithms: other values than\n"
        "  NumPy's. random_sample of GSL has 32 bits and takes one word; so has uniform of GSL\n"
        "  and Boost. An empty cell: that library has no such method, or none for these\n"
        "  parameters or with results in the same order.\n",
        o->repeats, o->n);
    print_header("method", columns, sizeof columns / sizeof columns[0]);
}

static void print_row(const char *name, const struct times *times)
{
    print_name(name);
    print_times(times[OURS]);
    print_times(times[NUMPY]);
    print_ratio(times[NUMPY].median, times[OURS].median);
    print_ratio(times[NUMPY].minimum, times[OURS].minimum);
    for (int i = PEERS; i < CONTENDERS; i++) {
        print_times(times[i]);
        print_ratio(times[i].median, times[OURS].median);
    }
    print_end();
}

/* ---- All rows ----------------------------------------------------------------------------- */

struct mean {
    double log_sum;
    int count;
    int below_1;
};

static void add_ratio(struct mean *mean, double above, double below)
{
    if (above <= 0)
        return;
    mean->log_sum += log(above / below);
    mean->count++;
    mean->below_1 += above < below;
}

static void print_mean(const char *name, const struct mean *mean)
{
    if (mean->count > 0)
        printf("- %s: geometric mean of %d ratios %.2f; %d below 1\n", name, mean->count,
               exp(mean->log_sum / mean->count), mean->below_1);
}

static void print_means(const struct mean *means)
{
    putchar('\n');
    print_mean("NumPy", &means[NUMPY]);
    for (int i = 0; i < KNOWN_PEERS; i++)
        print_mean(known_peers[i].name, &means[PEERS + i]);
}

static void run_all(struct bench *b, const struct options *o)
{
    struct mean means[CONTENDERS] = {{0}};
    for (int i = 0; i < ROWS; i++) {
        struct times times[CONTENDERS];
        if (!is_wanted(o, rows[i].name))
            continue;
        b->row = &rows[i];
        measure_in_turn(time_contender, b, CONTENDERS, o->repeats, (double)o->n, times);
        print_row(rows[i].name, times);
        for (int k = NUMPY; k < CONTENDERS; k++)
            add_ratio(&means[k], times[k].median, times[OURS].median);
    }
    print_means(means);
}

int main(int argc, char **argv)
{
    check_rows();
    static struct arena arena = {.pvals = {0.1, 0.2, 0.3, 0.4}, .alpha = {0.5, 1.0, 2.0, 4.0}};
    struct options options = parse(argc, argv);
    /* A child that is gone shows as the end of its output. */
    signal(SIGPIPE, SIG_IGN);
    struct numpy numpy = find_numpy(&options);
    struct bench bench = {.arena = &arena, .numpy = &numpy, .n = options.n};
    open_arena(&arena, options.n);
    print_heading(&options, &numpy);
    run_all(&bench, &options);
    stop_python(&numpy);
    close_arena(&arena);
    return 0;
}
