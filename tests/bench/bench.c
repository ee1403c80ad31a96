/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Benchmark: nanoseconds per value of each fill, next to the same method of NumPy's RandomState.
 *
 *     bench [--n N] [--repeats R] [--python COMMAND] [--script PATH] [METHOD ...]
 *
 * NumPy runs in a child process, bench_numpy.py, and is measured in turn with the library: one call
 * here, one there, and again, so that both see the same machine, with all that changes in a run.
 *
 * The clock is the CPU time of the process, on both sides: it leaves out the time in which other
 * programs had the CPU. It includes the kernel's work for the process, such as handing out pages.
 */
#define _POSIX_C_SOURCE 200809L

#include "nprand.h"

#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* Where bench_numpy.py is, from the build. */
#ifndef BENCH_SCRIPT
#define BENCH_SCRIPT "bench_numpy.py"
#endif

#if defined(__clang__)
#define COMPILER "clang " __clang_version__
#elif defined(__GNUC__)
#define COMPILER "gcc " __VERSION__
#else
#define COMPILER "unknown"
#endif

enum { MAX_REPEATS = 1000, P_COUNT = 1000 };

/* What the calls draw with, from and into. */
struct arena {
    nprand_rng rng;
    void *out;
    int64_t *x; /* 0..n-1 */
    double *p;  /* P_COUNT equal probabilities */
    double *q;  /* 2 * n of them */
    void *work; /* for choice */
    double pvals[4];
    double alpha[4];
};

/* ---- The table ---------------------------------------------------------------------------- */

/* One row per method, or more where parameters decide about the algorithm: its name; NumPy's call,
 * evaluated by bench_numpy.py; the call that does the same here, with rng, n, out, and a, the
 * arena. Where results are rows of 4, n / 4 of them are drawn. */
#define FILLS(ROW)                                                                                \
    ROW(random_raw, "random_raw(n)", nprand_random_raw_fill(rng, n, out))                         \
    ROW(bytes, "bytes(n)", nprand_bytes(rng, n, out))                                             \
    ROW(random_sample, "random_sample(n)", nprand_random_sample_fill(rng, n, out))                \
    ROW(random, "random(n)", nprand_random_fill(rng, n, out))                                     \
    ROW(rand, "rand(n)", nprand_rand_fill(rng, n, out))                                           \
    ROW(uniform, "uniform(-1.0, 3.0, n)", nprand_uniform_fill(rng, -1.0, 3.0, n, out))            \
    ROW(standard_normal, "standard_normal(n)", nprand_standard_normal_fill(rng, n, out))          \
    ROW(randn, "randn(n)", nprand_randn_fill(rng, n, out))                                        \
    ROW(normal, "normal(1.0, 2.0, n)", nprand_normal_fill(rng, 1.0, 2.0, n, out))                 \
    ROW(standard_exponential, "standard_exponential(n)",                                          \
        nprand_standard_exponential_fill(rng, n, out))                                            \
    ROW(exponential, "exponential(2.0, n)", nprand_exponential_fill(rng, 2.0, n, out))            \
    ROW(standard_gamma, "standard_gamma(2.5, n)", nprand_standard_gamma_fill(rng, 2.5, n, out))   \
    ROW(gamma, "gamma(2.5, 2.0, n)", nprand_gamma_fill(rng, 2.5, 2.0, n, out))                    \
    ROW(gamma_1, "gamma(1.0, 2.0, n)", nprand_gamma_fill(rng, 1.0, 2.0, n, out))                  \
    ROW(gamma_below_1, "gamma(0.5, 2.0, n)", nprand_gamma_fill(rng, 0.5, 2.0, n, out))            \
    ROW(beta, "beta(2.0, 3.0, n)", nprand_beta_fill(rng, 2.0, 3.0, n, out))                       \
    ROW(beta_below_1, "beta(0.5, 0.5, n)", nprand_beta_fill(rng, 0.5, 0.5, n, out))               \
    ROW(chisquare, "chisquare(4.0, n)", nprand_chisquare_fill(rng, 4.0, n, out))                  \
    ROW(noncentral_chisquare, "noncentral_chisquare(3.0, 2.0, n)",                                \
        nprand_noncentral_chisquare_fill(rng, 3.0, 2.0, n, out))                                  \
    ROW(noncentral_chisquare_below_1, "noncentral_chisquare(0.5, 2.0, n)",                        \
        nprand_noncentral_chisquare_fill(rng, 0.5, 2.0, n, out))                                  \
    ROW(f, "f(5.0, 10.0, n)", nprand_f_fill(rng, 5.0, 10.0, n, out))                              \
    ROW(noncentral_f, "noncentral_f(5.0, 10.0, 2.0, n)",                                          \
        nprand_noncentral_f_fill(rng, 5.0, 10.0, 2.0, n, out))                                    \
    ROW(standard_t, "standard_t(10.0, n)", nprand_standard_t_fill(rng, 10.0, n, out))             \
    ROW(standard_cauchy, "standard_cauchy(n)", nprand_standard_cauchy_fill(rng, n, out))          \
    ROW(lognormal, "lognormal(0.0, 0.5, n)", nprand_lognormal_fill(rng, 0.0, 0.5, n, out))        \
    ROW(laplace, "laplace(1.0, 2.0, n)", nprand_laplace_fill(rng, 1.0, 2.0, n, out))              \
    ROW(logistic, "logistic(1.0, 2.0, n)", nprand_logistic_fill(rng, 1.0, 2.0, n, out))           \
    ROW(gumbel, "gumbel(1.0, 2.0, n)", nprand_gumbel_fill(rng, 1.0, 2.0, n, out))                 \
    ROW(pareto, "pareto(3.0, n)", nprand_pareto_fill(rng, 3.0, n, out))                           \
    ROW(power, "power(3.0, n)", nprand_power_fill(rng, 3.0, n, out))                              \
    ROW(weibull, "weibull(1.5, n)", nprand_weibull_fill(rng, 1.5, n, out))                        \
    ROW(rayleigh, "rayleigh(2.0, n)", nprand_rayleigh_fill(rng, 2.0, n, out))                     \
    ROW(triangular, "triangular(-3.0, 0.0, 8.0, n)",                                              \
        nprand_triangular_fill(rng, -3.0, 0.0, 8.0, n, out))                                      \
    ROW(vonmises, "vonmises(0.0, 4.0, n)", nprand_vonmises_fill(rng, 0.0, 4.0, n, out))           \
    ROW(wald, "wald(3.0, 2.0, n)", nprand_wald_fill(rng, 3.0, 2.0, n, out))                       \
    ROW(randint, "randint(0, 100, n)", nprand_randint_fill(rng, 0, 100, n, out))                  \
    ROW(randint_bool, "randint(0, 2, n, 'bool')", nprand_randint_bool_fill(rng, 0, 2, n, out))    \
    ROW(randint_int8, "randint(-50, 50, n, 'int8')",                                              \
        nprand_randint_int8_fill(rng, -50, 50, n, out))                                           \
    ROW(randint_int16, "randint(-500, 500, n, 'int16')",                                          \
        nprand_randint_int16_fill(rng, -500, 500, n, out))                                        \
    ROW(randint_int32, "randint(-500, 500, n, 'int32')",                                          \
        nprand_randint_int32_fill(rng, -500, 500, n, out))                                        \
    ROW(randint_int64, "randint(0, 3 * 2**40, n, 'int64')",                                       \
        nprand_randint_int64_fill(rng, 0, INT64_C(3) << 40, n, out))                              \
    ROW(randint_uint8, "randint(0, 2**8, n, 'uint8')",                                            \
        nprand_randint_uint8_fill(rng, 0, 256, n, out))                                           \
    ROW(randint_uint16, "randint(0, 2**16, n, 'uint16')",                                         \
        nprand_randint_uint16_fill(rng, 0, 65536, n, out))                                        \
    ROW(randint_uint32, "randint(0, 2**32, n, 'uint32')",                                         \
        nprand_randint_uint32_fill(rng, 0, INT64_C(1) << 32, n, out))                             \
    ROW(randint_uint64, "randint(0, 1000, n, 'uint64')",                                          \
        nprand_randint_uint64_fill(rng, 0, 1000, n, out))                                         \
    ROW(randint_int64_endpoint, "randint(-2**63, 2**63, n, 'int64')",                             \
        nprand_randint_int64_endpoint_fill(rng, INT64_MIN, INT64_MAX, n, out))                    \
    ROW(randint_uint64_endpoint, "randint(0, 2**64, n, 'uint64')",                                \
        nprand_randint_uint64_endpoint_fill(rng, 0, UINT64_MAX, n, out))                          \
    ROW(random_integers, "random_integers(1, 6, n)",                                              \
        nprand_random_integers_fill(rng, 1, 6, n, out))                                           \
    ROW(tomaxint, "tomaxint(n)", nprand_tomaxint_fill(rng, n, out))                               \
    ROW(poisson, "poisson(3.0, n)", nprand_poisson_fill(rng, 3.0, n, out))                        \
    ROW(poisson_ptrs, "poisson(100.0, n)", nprand_poisson_fill(rng, 100.0, n, out))               \
    ROW(binomial, "binomial(10, 0.3, n)", nprand_binomial_fill(rng, 10, 0.3, n, out))             \
    ROW(binomial_btpe, "binomial(1000, 0.4, n)", nprand_binomial_fill(rng, 1000, 0.4, n, out))    \
    ROW(negative_binomial, "negative_binomial(5.0, 0.5, n)",                                      \
        nprand_negative_binomial_fill(rng, 5.0, 0.5, n, out))                                     \
    ROW(geometric, "geometric(0.05, n)", nprand_geometric_fill(rng, 0.05, n, out))                \
    ROW(geometric_search, "geometric(0.5, n)", nprand_geometric_fill(rng, 0.5, n, out))           \
    ROW(hypergeometric, "hypergeometric(15, 15, 8, n)",                                           \
        nprand_hypergeometric_fill(rng, 15, 15, 8, n, out))                                       \
    ROW(hypergeometric_hrua, "hypergeometric(100, 200, 50, n)",                                   \
        nprand_hypergeometric_fill(rng, 100, 200, 50, n, out))                                    \
    ROW(logseries, "logseries(0.6, n)", nprand_logseries_fill(rng, 0.6, n, out))                  \
    ROW(zipf, "zipf(2.0, n)", nprand_zipf_fill(rng, 2.0, n, out))                                 \
    ROW(multinomial, "multinomial(100, [0.1, 0.2, 0.3, 0.4], n // 4)",                            \
        nprand_multinomial_fill(rng, 100, a->pvals, 4, n / 4, out))                               \
    ROW(dirichlet, "dirichlet([0.5, 1.0, 2.0, 4.0], n // 4)",                                     \
        nprand_dirichlet_fill(rng, a->alpha, 4, n / 4, out))                                      \
    ROW(shuffle, "shuffle(x)", nprand_shuffle(rng, a->x, n, sizeof *a->x))                        \
    ROW(permutation, "permutation(n)", nprand_permutation(rng, n, out))                           \
    ROW(permutation_array, "permutation(x)",                                                      \
        nprand_permutation_array(rng, a->x, n, sizeof *a->x, out))                                \
    ROW(choice, "choice(1000, n)", nprand_choice_fill(rng, P_COUNT, true, NULL, n, out, a->work)) \
    ROW(choice_p, "choice(1000, n, True, p)",                                                     \
        nprand_choice_fill(rng, P_COUNT, true, a->p, n, out, a->work))                            \
    ROW(choice_distinct, "choice(2 * n, n, False)",                                               \
        nprand_choice_fill(rng, 2 * (int64_t)n, false, NULL, n, out, a->work))                    \
    ROW(choice_distinct_p, "choice(2 * n, n, False, q)",                                          \
        nprand_choice_fill(rng, 2 * (int64_t)n, false, a->q, n, out, a->work))

/* Scalar draws, n calls each; the sum keeps the compiler from leaving any out. NumPy has nothing to
 * compare: its scalar call is a call from Python. */
#define SCALARS(ROW)                                  \
    ROW(random_sample, nprand_random_sample(rng))     \
    ROW(standard_normal, nprand_standard_normal(rng)) \
    ROW(randint, (double)nprand_randint(rng, 0, 100))

/* Not every row uses a and out. */
#define DEFINE_FILL(name, python, call)                                                     \
    static nprand_status fill_##name(struct arena *a, nprand_rng *rng, size_t n, void *out) \
    {                                                                                       \
        (void)a, (void)out;                                                                 \
        return call;                                                                        \
    }
FILLS(DEFINE_FILL)

#define DEFINE_SCALAR(name, call)                                                             \
    static nprand_status scalar_##name(struct arena *a, nprand_rng *rng, size_t n, void *out) \
    {                                                                                         \
        (void)a;                                                                              \
        double sum = 0.0;                                                                     \
        for (size_t i = 0; i < n; i++)                                                        \
            sum += call;                                                                      \
        memcpy(out, &sum, sizeof sum);                                                        \
        return NPRAND_OK;                                                                     \
    }
SCALARS(DEFINE_SCALAR)

struct row {
    const char *name;
    const char *python; /* NULL: not measured in NumPy */
    nprand_status (*run)(struct arena *a, nprand_rng *rng, size_t n, void *out);
};

#define FILL_ROW(name, python, call) {#name, python, fill_##name},
#define SCALAR_ROW(name, call)       {#name "()", NULL, scalar_##name},
static const struct row rows[] = {FILLS(FILL_ROW) SCALARS(SCALAR_ROW)};

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

static size_t to_count(const char *text, size_t max)
{
    char *end;
    unsigned long long value = strtoull(text, &end, 10);
    if (*text < '0' || *text > '9' || *end != '\0' || value < 1 || value > max)
        usage();
    return (size_t)value;
}

static void set_option(struct options *o, const char *name, const char *value)
{
    if (value == NULL)
        usage();
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

static double nanoseconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

static double time_library(const struct row *row, struct arena *a, size_t n)
{
    double begin = nanoseconds();
    nprand_status status = row->run(a, &a->rng, n, a->out);
    double end = nanoseconds();
    if (status != NPRAND_OK) {
        fprintf(stderr, "bench: %s: %s\n", row->name, nprand_strerror(status));
        exit(1);
    }
    return end - begin;
}

static int compare_doubles(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

struct times {
    double median;
    double minimum;
};

static struct times summary(double *ns, size_t count, size_t n)
{
    qsort(ns, count, sizeof *ns, compare_doubles);
    double median = (ns[(count - 1) / 2] + ns[count / 2]) / 2;
    return (struct times){median / (double)n, ns[0] / (double)n};
}

/* The first call of each side warms caches and pages, and is not counted. */
static void measure(const struct row *row, struct arena *a, const struct options *o,
                    struct numpy *numpy, struct times *ours, struct times *theirs)
{
    static double our_ns[MAX_REPEATS + 1], their_ns[MAX_REPEATS + 1];
    bool is_compared = numpy->to != NULL && row->python != NULL;
    for (size_t i = 0; i <= o->repeats; i++) {
        our_ns[i] = time_library(row, a, o->n);
        if (is_compared)
            their_ns[i] = time_numpy(numpy, row->python);
    }
    *ours = summary(our_ns + 1, o->repeats, o->n);
    *theirs = is_compared ? summary(their_ns + 1, o->repeats, o->n) : (struct times){0, 0};
}

/* ---- Arena -------------------------------------------------------------------------------- */

static void *allocate(size_t count, size_t size)
{
    void *memory = calloc(count, size);
    if (memory == NULL) {
        fputs("bench: out of memory\n", stderr);
        exit(1);
    }
    return memory;
}

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
    size_t of_p = nprand_choice_work_size(P_COUNT, true, true);
    size_t of_q = nprand_choice_work_size(2 * (int64_t)n, false, true);
    return of_p > of_q ? of_p : of_q;
}

static void open_arena(struct arena *a, size_t n)
{
    nprand_seed(&a->rng, 1);
    a->out = allocate(n, sizeof(double));
    a->x = allocate(n, sizeof *a->x);
    for (size_t i = 0; i < n; i++)
        a->x[i] = (int64_t)i;
    a->p = equal_probabilities(P_COUNT);
    a->q = equal_probabilities(2 * n);
    a->work = allocate(work_size(n), 1);
}

static void close_arena(struct arena *a)
{
    free(a->out);
    free(a->x);
    free(a->p);
    free(a->q);
    free(a->work);
}

/* ---- Printing ----------------------------------------------------------------------------- */

/* The CPU's name where the system has it in a file. */
static void print_cpu(void)
{
    char line[256];
    FILE *file = fopen("/proc/cpuinfo", "r");
    const char *name = "unknown\n";
    while (file != NULL && fgets(line, sizeof line, file) != NULL) {
        char *colon = strchr(line, ':');
        if (strncmp(line, "model name", 10) == 0 && colon != NULL) {
            name = colon + 2;
            break;
        }
    }
    printf("CPU:      %s", name);
    if (file != NULL)
        fclose(file);
}

static void print_heading(const struct options *o, const struct numpy *numpy)
{
    print_cpu();
    printf("compiler: %s (of this program)\n", COMPILER);
    printf("library:  libnprand %s\n", nprand_version());
    printf("NumPy:    %s%s\n", numpy->to == NULL ? "not measured, " : "", numpy->versions);
    printf("n = %zu, %zu repeats; nanoseconds of CPU time per value, median and minimum\n", o->n,
           o->repeats);
    puts("ratio: NumPy / library. NumPy allocates the array that it returns, in its time; the\n"
         "library writes to memory that the caller has. name(): n scalar calls.\n");
    printf("%-30s%9s%9s", "method", "median", "min");
    if (numpy->to != NULL)
        printf("%9s%9s%9s%9s", "NumPy", "min", "ratio", "of min");
    putchar('\n');
}

static void print_row(const char *name, struct times ours, struct times theirs)
{
    printf("%-30s%9.2f%9.2f", name, ours.median, ours.minimum);
    if (theirs.median > 0)
        printf("%9.2f%9.2f%9.2f%9.2f", theirs.median, theirs.minimum, theirs.median / ours.median,
               theirs.minimum / ours.minimum);
    putchar('\n');
    fflush(stdout);
}

static void run_all(struct arena *a, const struct options *o, struct numpy *numpy)
{
    double log_sum = 0.0;
    int compared = 0;
    for (int i = 0; i < ROWS; i++) {
        struct times ours, theirs;
        if (!is_wanted(o, rows[i].name))
            continue;
        measure(&rows[i], a, o, numpy, &ours, &theirs);
        print_row(rows[i].name, ours, theirs);
        if (theirs.median > 0) {
            log_sum += log(theirs.median / ours.median);
            compared++;
        }
    }
    if (compared > 0)
        printf("geometric mean of %d ratios: %.2f\n", compared, exp(log_sum / compared));
}

int main(int argc, char **argv)
{
    static struct arena arena = {.pvals = {0.1, 0.2, 0.3, 0.4}, .alpha = {0.5, 1.0, 2.0, 4.0}};
    struct options options = parse(argc, argv);
    /* A child that is gone shows as the end of its output. */
    signal(SIGPIPE, SIG_IGN);
    struct numpy numpy = find_numpy(&options);
    open_arena(&arena, options.n);
    print_heading(&options, &numpy);
    run_all(&arena, &options, &numpy);
    stop_python(&numpy);
    close_arena(&arena);
    return 0;
}
