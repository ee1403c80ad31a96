/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Fills in parts, by runners of every kind, and generators in several threads: the same bits as
 * alone.
 *
 *     test_threads [TEST]
 */
#define _DEFAULT_SOURCE /* opendir(), fork(), RLIMIT_NPROC */

#include "test.h"

#include "nprand_python.h"
#include "runners.h"

#include <dirent.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#ifdef _OPENMP
#include "nprand_threads.h"

#include <omp.h>
#endif

/* Values of a fill that has at least four parts. The test library has shorter parts. */
#ifdef NPRAND_SHORT_PARTS
enum { N = 20000, SHORTEST_PART = 1 << 12 };
#else
enum { N = 5000000, SHORTEST_PART = 1 << 20 };
#endif

struct fill {
    const char *name;
    size_t size;
    nprand_status (*fill)(nprand_rng *rng, size_t n, void *out);
};

#define FILL(name, type, ...)                                              \
    static nprand_status fill_##name(nprand_rng *rng, size_t n, void *out) \
    {                                                                      \
        return nprand_##name##_fill(__VA_ARGS__, n, (type *)out);          \
    }

FILL(random_raw, uint32_t, rng)
FILL(random_sample, double, rng)
FILL(uniform, double, rng, -1.0, 3.0)
FILL(standard_exponential, double, rng)
FILL(exponential, double, rng, 2.0)
FILL(pareto, double, rng, 3.0)
FILL(power, double, rng, 3.0)
FILL(rayleigh, double, rng, 2.0)
FILL(triangular, double, rng, 0.0, 1.0, 5.0)
FILL(standard_normal, double, rng)
FILL(normal, double, rng, 1.5, 3.0)
FILL(lognormal, double, rng, 0.5, 0.25)
FILL(py_paretovariate, double, rng, 3.0)
FILL(random, double, rng)
FILL(rand, double, rng)
FILL(weibull, double, rng, 1.5)
FILL(geometric, int64_t, rng, 0.1)
FILL(randn, double, rng)
FILL(py_random, double, rng)
FILL(py_uniform, double, rng, -1.0, 3.0)
FILL(py_triangular, double, rng, 0.0, 5.0, 1.0)
FILL(py_triangular_symmetric, double, rng, 0.0, 5.0)
FILL(py_expovariate, double, rng, 2.0)
FILL(py_weibullvariate, double, rng, 2.0, 1.5)
FILL(laplace, double, rng, 0.5, 0.25)

static const struct fill fills[] = {
    {"random_raw", 4, fill_random_raw},
    {"random_sample", 8, fill_random_sample},
    {"uniform", 8, fill_uniform},
    {"standard_exponential", 8, fill_standard_exponential},
    {"exponential", 8, fill_exponential},
    {"pareto", 8, fill_pareto},
    {"power", 8, fill_power},
    {"rayleigh", 8, fill_rayleigh},
    {"triangular", 8, fill_triangular},
    {"standard_normal", 8, fill_standard_normal},
    {"normal", 8, fill_normal},
    {"lognormal", 8, fill_lognormal},
    {"py_paretovariate", 8, fill_py_paretovariate},
    {"random", 8, fill_random},
    {"rand", 8, fill_rand},
    {"weibull", 8, fill_weibull},
    {"geometric", 8, fill_geometric},
    {"randn", 8, fill_randn},
    {"py_random", 8, fill_py_random},
    {"py_uniform", 8, fill_py_uniform},
    {"py_triangular", 8, fill_py_triangular},
    {"py_triangular_symmetric", 8, fill_py_triangular_symmetric},
    {"py_expovariate", 8, fill_py_expovariate},
    {"py_weibullvariate", 8, fill_py_weibullvariate},
    {"laplace", 8, fill_laplace}, /* one part, whatever is set */
};

enum { FILLS = sizeof fills / sizeof fills[0] };

static void *new_array(void)
{
    void *array = malloc(N * sizeof(double));
    assert_non_null(array);
    return array;
}

/* At each place in four words, with and without the second value of a pair of normals. */
enum { STARTS = 6 };
static nprand_rng start(int kind)
{
    nprand_rng rng = seeded(12345 + kind);
    skip_words(&rng, (size_t)kind * 311);
    if (kind == 2 || kind == 5)
        nprand_standard_normal(&rng);
    return rng;
}

/* ---- Runners ------------------------------------------------------------------------------ */

struct call {
    nprand_part *part;
    void *argument;
    size_t i;
};

static void *run_call(void *argument)
{
    const struct call *call = argument;
    call->part(call->argument, call->i);
    return NULL;
}

/* A thread for each part, all at once. A part for which no thread starts is left out. */
static void run_pthreads(void *context, nprand_part *part, void *argument, size_t count)
{
    enum { MOST = 16 };
    pthread_t threads[MOST];
    struct call calls[MOST];
    size_t started = 0;
    (void)context;
    for (size_t i = 0; i < count && i < MOST; i++) {
        calls[started] = (struct call){part, argument, i};
        started += pthread_create(&threads[started], NULL, run_call, &calls[started]) == 0;
    }
    while (started > 0)
        pthread_join(threads[--started], NULL);
}

/* Before each part, the thread of the part fills from another generator, in parts too. */
struct inner {
    nprand_part *part;
    void *argument;
    double *expected; /* of the other generator */
    size_t n;
    bool same[16];
};

static nprand_rng inner_generator(void)
{
    nprand_rng rng;
    if (nprand_seed(&rng, 99) != NPRAND_OK)
        abort();
    return rng;
}

static void run_inner(void *argument, size_t i)
{
    struct inner *inner = argument;
    double *x = malloc(inner->n * sizeof *x);
    nprand_rng rng = inner_generator();
#ifdef _OPENMP
    nprand_status status = nprand_set_threads(&rng, 2);
#else
    nprand_status status = nprand_set_runner(&rng, run_pthreads, NULL, 2);
#endif
    inner->same[i] = x != NULL && status == NPRAND_OK &&
                     nprand_normal_fill(&rng, 1.0, 2.0, inner->n, x) == NPRAND_OK &&
                     memcmp(x, inner->expected, inner->n * sizeof *x) == 0;
    free(x);
    inner->part(inner->argument, i);
}

static void run_nested(void *context, nprand_part *part, void *argument, size_t count)
{
    struct inner *inner = context;
    inner->part = part;
    inner->argument = argument;
    run_pthreads(NULL, run_inner, inner, count);
}

struct runner {
    const char *name;
    nprand_runner *run; /* NULL: nprand_set_threads() */
};

static const struct runner runners[] = {
    {"run_serial", run_serial}, {"run_reversed", run_reversed}, {"run_some", run_some},
    {"run_twice", run_twice},   {"run_none", run_none},         {"run_more", run_more},
    {"pthreads", run_pthreads},
#ifdef _OPENMP
    {"OpenMP", NULL},
#endif
};

enum { RUNNERS = sizeof runners / sizeof runners[0] };

static nprand_status set_runner(nprand_rng *rng, const struct runner *runner, int parts)
{
#ifdef _OPENMP
    if (runner->run == NULL)
        return nprand_set_threads(rng, parts);
#endif
    return nprand_set_runner(rng, runner->run, NULL, parts);
}

/* ---- The same bits ------------------------------------------------------------------------ */

static void check_runner(const struct fill *f, const struct runner *runner, int parts,
                         const nprand_rng *begin, size_t n, const nprand_rng *end,
                         const void *alone, void *together)
{
    nprand_rng rng = *begin;
    memset(together, 0, n * f->size);
    assert_int_equal(set_runner(&rng, runner, parts), NPRAND_OK);
    assert_int_equal(f->fill(&rng, n, together), NPRAND_OK);
    if (memcmp(alone, together, n * f->size) != 0)
        fail_msg("%s in %d parts, by %s", f->name, parts, runner->name);
    assert_same_state(end, &rng);
}

/* Each runner with each number of parts; where the parts are long, with one of them. */
static void check_fill(const struct fill *f, void *alone, void *together)
{
    for (int kind = 0; kind < STARTS; kind++) {
        const nprand_rng begin = start(kind);
        const size_t n = N - (size_t)kind * 7;
        nprand_rng end = begin;
        assert_int_equal(f->fill(&end, n, alone), NPRAND_OK);
        for (int r = 0; r < RUNNERS; r++) {
            for (int parts = 1; parts <= 4; parts++) {
                if (N < 100000 || parts == 2 + (kind + r) % 3)
                    check_runner(f, &runners[r], parts, &begin, n, &end, alone, together);
            }
        }
    }
}

static void test_runners_change_no_bit(void **unused)
{
    (void)unused;
    void *alone = new_array(), *together = new_array();
    for (size_t i = 0; i < FILLS; i++)
        check_fill(&fills[i], alone, together);
    free(alone);
    free(together);
}

static void test_fills_within_a_part(void **unused)
{
    (void)unused;
    double *alone = new_array(), *together = new_array(), *inner_alone = new_array();
    struct inner inner = {.expected = inner_alone, .n = N};
    nprand_rng other = inner_generator();
    assert_int_equal(nprand_normal_fill(&other, 1.0, 2.0, N, inner_alone), NPRAND_OK);
    for (size_t i = 0; i < FILLS; i++) {
        const struct fill *f = &fills[i];
        nprand_rng a = start(1), b = a;
        assert_int_equal(f->fill(&a, N, alone), NPRAND_OK);
        memset(inner.same, true, sizeof inner.same);
        assert_int_equal(nprand_set_runner(&b, run_nested, &inner, 3), NPRAND_OK);
        assert_int_equal(f->fill(&b, N, together), NPRAND_OK);
        assert_memory_equal(alone, together, N * f->size);
        assert_same_state(&a, &b);
        for (int part = 0; part < 3; part++)
            assert_true(inner.same[part]);
    }
    free(alone);
    free(together);
    free(inner_alone);
}

/* ---- The number of parts ------------------------------------------------------------------ */

static void run_and_count(void *context, nprand_part *part, void *argument, size_t count)
{
    *(size_t *)context = count;
    run_serial(NULL, part, argument, count);
}

/* As many parts as were set, but none that is too short. */
static void test_parts_of_a_fill(void **unused)
{
    (void)unused;
    double *x = new_array();
    for (int parts = 1; parts <= 5; parts++) {
        for (size_t n = SHORTEST_PART - 1; n <= N; n += SHORTEST_PART) {
            size_t count = 1, expected = n / SHORTEST_PART;
            nprand_rng rng = seeded(1);
            assert_int_equal(nprand_set_runner(&rng, run_and_count, &count, parts), NPRAND_OK);
            assert_int_equal(nprand_random_sample_fill(&rng, n, x), NPRAND_OK);
            if (expected > (size_t)parts)
                expected = (size_t)parts;
            assert_int_equal(count, expected > 1 ? expected : 1);
        }
    }
    free(x);
}

#ifdef NPRAND_SHORT_PARTS
static void check_number(nprand_runner *run, int parts, size_t n, const uint32_t *alone,
                         uint32_t *together)
{
    size_t count = 0;
    nprand_rng rng = seeded(3);
    memset(together, 0, n * sizeof *together);
#ifdef _OPENMP
    if (run == NULL)
        assert_int_equal(nprand_set_threads(&rng, parts), NPRAND_OK);
#endif
    if (run != NULL) {
        assert_int_equal(nprand_set_runner(&rng, run, &count, parts), NPRAND_OK);
    }
    assert_int_equal(nprand_random_raw_fill(&rng, n, together), NPRAND_OK);
    assert_memory_equal(alone, together, n * sizeof *together);
    if (run != NULL)
        assert_int_equal(count, parts);
}
#endif

/* Normals are counted in at most 128 parts. Where the parts are long, this would take 3 GiB. */
static void test_normals_in_many_parts(void **unused)
{
    (void)unused;
#ifdef NPRAND_SHORT_PARTS
    static const int numbers[] = {127, 128, 129, 200};
    const size_t n = (size_t)200 * SHORTEST_PART;
    double *alone = malloc(n * sizeof *alone), *together = malloc(n * sizeof *together);
    assert_true(alone != NULL && together != NULL);
    nprand_rng rng = seeded(5), other;
    assert_int_equal(nprand_standard_normal_fill(&rng, n, alone), NPRAND_OK);
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        other = seeded(5);
        assert_int_equal(nprand_set_runner(&other, run_serial, NULL, numbers[i]), NPRAND_OK);
        assert_int_equal(nprand_standard_normal_fill(&other, n, together), NPRAND_OK);
        assert_memory_equal(alone, together, n * sizeof *alone);
        assert_same_state(&rng, &other);
    }
    free(alone);
    free(together);
#else
    print_message("skipped: the parts are long\n");
    skip();
#endif
}

/* Where the parts are long, this would take 8 GiB. */
static void test_1024_parts(void **unused)
{
    (void)unused;
#ifdef NPRAND_SHORT_PARTS
    static const int numbers[] = {2, 3, 63, 64, 65, 1023, 1024};
    const size_t n = (size_t)1024 * SHORTEST_PART + 5;
    uint32_t *alone = malloc(n * sizeof *alone), *together = malloc(n * sizeof *together);
    assert_true(alone != NULL && together != NULL);
    nprand_rng rng = seeded(3);
    assert_int_equal(nprand_random_raw_fill(&rng, n, alone), NPRAND_OK);
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++)
        check_number(run_and_count, numbers[i], n, alone, together);
#ifdef _OPENMP
    check_number(NULL, 1024, n, alone, together);
#endif
    free(alone);
    free(together);
#else
    print_message("skipped: the parts are long\n");
    skip();
#endif
}

static void test_refused_numbers(void **unused)
{
    (void)unused;
    static const int refused[] = {0, -1, 1025, INT32_MIN, INT32_MAX};
    for (int r = 0; r < RUNNERS; r++) {
        nprand_rng rng = seeded(1), zeroed = {0}, zeros = {0};
        assert_int_equal(set_runner(&rng, &runners[r], 3), NPRAND_OK);
        const nprand_rng before = rng;
        for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
            assert_int_equal(set_runner(&rng, &runners[r], refused[i]), NPRAND_BAD_PARTS);
            assert_int_equal(set_runner(NULL, &runners[r], refused[i]), NPRAND_NULL_POINTER);
        }
        assert_int_equal(set_runner(NULL, &runners[r], 2), NPRAND_NULL_POINTER);
        assert_int_equal(set_runner(&zeroed, &runners[r], 2), NPRAND_NOT_SEEDED);
        assert_memory_equal(&zeroed, &zeros, sizeof zeros);
        assert_memory_equal(&rng, &before, sizeof rng);
        for (int parts = 1; parts <= 1024; parts++)
            assert_int_equal(set_runner(&rng, &runners[r], parts), NPRAND_OK);
        assert_same_state(&rng, &before);
    }
}

/* One thread, or no runner, is where a generator begins. */
static void test_settings_go_back(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded(1);
    const nprand_rng before = rng;
    size_t count = 0;
    double *x = new_array();
    assert_int_equal(nprand_set_runner(&rng, run_and_count, &count, 4), NPRAND_OK);
    assert_int_equal(nprand_set_runner(&rng, NULL, NULL, 1), NPRAND_OK);
    assert_memory_equal(&rng, &before, sizeof rng);
#ifdef _OPENMP
    assert_int_equal(nprand_set_threads(&rng, 1024), NPRAND_OK);
    assert_int_equal(nprand_set_threads(&rng, 1), NPRAND_OK);
    assert_memory_equal(&rng, &before, sizeof rng);
#endif
    /* A copy has the runner; seeding forgets it. */
    assert_int_equal(nprand_set_runner(&rng, run_and_count, &count, 4), NPRAND_OK);
    nprand_rng copy = rng;
    assert_int_equal(nprand_random_sample_fill(&copy, N, x), NPRAND_OK);
    assert_int_equal(count, 4);
    count = 0;
    assert_int_equal(nprand_seed(&rng, 1), NPRAND_OK);
    assert_int_equal(nprand_random_sample_fill(&rng, N, x), NPRAND_OK);
    assert_int_equal(count, 0);
    free(x);
}

/* ---- Threads of OpenMP -------------------------------------------------------------------- */

/* Threads of this process, or 0 where the system does not tell. */
static int count_threads(void)
{
    int count = 0;
    DIR *folder = opendir("/proc/self/task");
    for (struct dirent *entry; folder != NULL && (entry = readdir(folder)) != NULL;)
        count += entry->d_name[0] != '.';
    if (folder != NULL)
        closedir(folder);
    return count;
}

static void test_no_thread_is_left_behind(void **unused)
{
    (void)unused;
#if defined(_OPENMP) && defined(__clang__)
    print_message("clang's OpenMP keeps its threads\n");
    skip();
#endif
    void *array = new_array();
    int before = count_threads();
    nprand_rng rng = seeded(1);
    assert_int_equal(set_runner(&rng, &runners[RUNNERS - 1], 4), NPRAND_OK);
    for (size_t i = 0; i < FILLS; i++) {
        assert_int_equal(fills[i].fill(&rng, N, array), NPRAND_OK);
        /* A thread that has ended can be seen for a moment more. */
        for (int wait = 0; wait < 1000 && count_threads() != before; wait++)
            nanosleep(&(struct timespec){0, 1000000}, NULL);
        assert_int_equal(count_threads(), before);
    }
    free(array);
}

#if defined(_OPENMP) && defined(__clang__)
/* clang's OpenMP loses a kilobyte for each of a program's regions that has more threads than those
 * before it, as mark_own_threads() below asks for; without a call of this library too. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:libomp";
}
#endif

#ifdef _OPENMP
static int mark;
#pragma omp threadprivate(mark)

/* Marks the threads of the caller's own, and leaves them idle. Returns how many. */
static int mark_own_threads(int count)
{
    int marked = 0;
#pragma omp parallel num_threads(count) reduction(+ : marked)
    {
        mark = 1000 * count + omp_get_thread_num();
        marked++;
    }
    return marked;
}

static int count_marked_threads(int count)
{
    int marked = 0;
#pragma omp parallel num_threads(count) reduction(+ : marked)
    marked += mark == 1000 * count + omp_get_thread_num();
    return marked;
}
#endif

static void test_the_callers_own_threads_stay(void **unused)
{
    (void)unused;
#ifdef _OPENMP
    void *array = new_array();
    nprand_rng rng = seeded(1);
    assert_int_equal(nprand_set_threads(&rng, 4), NPRAND_OK);
    for (int own = 2; own <= 6; own++) {
        int marked = mark_own_threads(own);
        assert_int_equal(fill_random_sample(&rng, N, array), NPRAND_OK);
        assert_int_equal(fill_normal(&rng, N, array), NPRAND_OK);
        assert_int_equal(count_marked_threads(own), marked);
    }
    free(array);
#else
    print_message("without OpenMP\n");
    skip();
#endif
}

#ifdef _OPENMP
/* In each of two threads of the caller's own: how many give other values than alone. */
static int fill_in_own_region(const double *alone, double *x[2])
{
    int wrong = 0;
#pragma omp parallel num_threads(2) reduction(+ : wrong)
    {
        double *mine = x[omp_get_thread_num()];
        nprand_rng rng;
        if (nprand_seed(&rng, 1) != NPRAND_OK || nprand_set_threads(&rng, 3) != NPRAND_OK ||
            nprand_normal_fill(&rng, 1.5, 3.0, N, mine) != NPRAND_OK ||
            memcmp(mine, alone, N * sizeof *mine) != 0)
            wrong++;
    }
    return wrong;
}
#endif

static void test_fills_in_a_region_of_the_callers(void **unused)
{
    (void)unused;
#ifdef _OPENMP
    double *alone = new_array(), *x[2] = {new_array(), new_array()};
    const int levels = omp_get_max_active_levels();
    nprand_rng rng = seeded(1);
    assert_int_equal(fill_normal(&rng, N, alone), NPRAND_OK);
    for (int allowed = 1; allowed <= 2; allowed++) {
        omp_set_max_active_levels(allowed);
        assert_int_equal(fill_in_own_region(alone, x), 0);
    }
    omp_set_max_active_levels(levels);
    free(alone);
    free(x[0]);
    free(x[1]);
#else
    print_message("without OpenMP\n");
    skip();
#endif
}

static bool fill_in_child(const struct fill *f, const void *alone, void *together)
{
    bool same = true;
    for (int r = 0; r < RUNNERS; r++) {
        nprand_rng rng = start(0);
        same = same && set_runner(&rng, &runners[r], 4) == NPRAND_OK &&
               f->fill(&rng, N, together) == NPRAND_OK && memcmp(alone, together, N * f->size) == 0;
    }
    return same;
}

/* In a child none of the threads is left that its parent had. A child that waits for them ends by a
 * signal. */
static void test_fills_in_a_forked_child(void **unused)
{
    (void)unused;
    void *alone = new_array(), *together = new_array();
#ifdef _OPENMP
    mark_own_threads(4);
#endif
    for (size_t i = 0; i < FILLS; i++) {
        nprand_rng rng = start(0);
        assert_int_equal(fills[i].fill(&rng, N, alone), NPRAND_OK);
        pid_t child = fork();
        assert_true(child >= 0);
        if (child == 0) {
            alarm(100);
            _exit(fill_in_child(&fills[i], alone, together) ? EXIT_SUCCESS : EXIT_FAILURE);
        }
        int status;
        assert_true(waitpid(child, &status, 0) == child);
        assert_true(WIFEXITED(status));
        assert_int_equal(WEXITSTATUS(status), EXIT_SUCCESS);
    }
    free(alone);
    free(together);
}

/* ---- Two generators in two threads at once ---- */

enum { DRAWS = 20000 };

struct job {
    int64_t seed;
    double out[DRAWS];
    nprand_rng rng;
};

/* The first calls of the process, that choose the backend, among them. */
static void *work(void *argument)
{
    struct job *job = argument;
    if (nprand_seed(&job->rng, job->seed) != NPRAND_OK ||
        nprand_random_sample_fill(&job->rng, DRAWS / 2, job->out) != NPRAND_OK ||
        nprand_advance(&job->rng, 1000000007) != NPRAND_OK)
        return NULL;
    for (size_t i = DRAWS / 2; i < DRAWS; i++)
        job->out[i] = nprand_normal(&job->rng, 0.0, 1.0);
    return job;
}

static void test_two_generators_at_once(void **unused)
{
    (void)unused;
    static struct job together[2], alone[2];
    pthread_t threads[2];
    for (int i = 0; i < 2; i++) {
        together[i].seed = alone[i].seed = 100 + i;
        assert_int_equal(pthread_create(&threads[i], NULL, work, &together[i]), 0);
    }
    for (int i = 0; i < 2; i++) {
        void *done;
        assert_int_equal(pthread_join(threads[i], &done), 0);
        assert_non_null(done);
        assert_non_null(work(&alone[i]));
        assert_memory_equal(together[i].out, alone[i].out, sizeof alone[i].out);
        assert_same_state(&together[i].rng, &alone[i].rng);
    }
}

/* ---- The backend in several threads ------------------------------------------------------- */

static void *change_backends(void *unused)
{
    static const char *const names[] = {"portable", NULL, "avx2", "fma", "avx512", "neon"};
    for (int i = 0; i < 3000; i++)
        (void)(nprand_set_backend(names[i % 6]) == NPRAND_OK);
    return unused;
}

/* A thread that changes the backend all the time changes no bit of another thread's fills. */
static void test_backends_change_meanwhile(void **unused)
{
    (void)unused;
    const char *name = getenv("NPRAND_BACKEND");
    double *alone = new_array(), *together = new_array();
    pthread_t thread;
    for (size_t i = 0; i < FILLS; i++) {
        nprand_rng a = start(2), b = a;
        assert_int_equal(fills[i].fill(&a, N, alone), NPRAND_OK);
        assert_int_equal(pthread_create(&thread, NULL, change_backends, NULL), 0);
        for (int again = 0; again < 10 && N < 100000; again++) {
            b = start(2);
            assert_int_equal(fills[i].fill(&b, N, together), NPRAND_OK);
            assert_memory_equal(alone, together, N * fills[i].size);
        }
        b = start(2);
        assert_int_equal(set_runner(&b, &runners[RUNNERS - 1], 3), NPRAND_OK);
        assert_int_equal(fills[i].fill(&b, N, together), NPRAND_OK);
        assert_memory_equal(alone, together, N * fills[i].size);
        assert_int_equal(pthread_join(thread, NULL), 0);
        assert_same_state(&a, &b);
        assert_int_equal(nprand_set_backend(name), NPRAND_OK);
    }
    free(alone);
    free(together);
}

/* ---- Threads that do not start ------------------------------------------------------------ */

static void *do_nothing(void *unused)
{
    return unused;
}

/* In a child whose user may have one process: 0 if a fill that is to use three threads gives what
 * one gives, 2 if the system starts a thread all the same. */
static int fill_without_threads(double *x, const double *expected)
{
    const struct rlimit one = {1, 1};
    pthread_t thread;
    if (setrlimit(RLIMIT_NPROC, &one) != 0 || (getuid() == 0 && setuid(65534) != 0))
        return 2;
    if (pthread_create(&thread, NULL, do_nothing, NULL) == 0)
        return 2;
    for (int r = 0; r < RUNNERS; r++) {
        nprand_rng rng = seeded(1);
        memset(x, 0, N * sizeof *x);
        if (set_runner(&rng, &runners[r], 3) != NPRAND_OK ||
            nprand_random_sample_fill(&rng, N, x) != NPRAND_OK ||
            memcmp(x, expected, N * sizeof *x) != 0)
            return 1;
    }
    return 0;
}

/* Without the probe, OpenMP's run-time system would end the process. */
static void test_threads_that_the_system_refuses(void **unused)
{
    (void)unused;
    double *x = malloc(N * sizeof *x), *expected = malloc(N * sizeof *expected);
    assert_true(x != NULL && expected != NULL);
    nprand_rng rng = seeded(1);
    assert_int_equal(nprand_random_sample_fill(&rng, N, expected), NPRAND_OK);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0)
        _exit(fill_without_threads(x, expected));
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    free(x);
    free(expected);
    assert_true(WIFEXITED(status));
    if (WEXITSTATUS(status) == 2) {
        print_message("skipped: the number of threads can't be limited here\n");
        skip();
    }
    assert_int_equal(WEXITSTATUS(status), 0);
}

int main(int argc, char **argv)
{
    if (argc > 1)
        cmocka_set_test_filter(argv[1]);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_two_generators_at_once),   /* the first calls of the process */
        cmocka_unit_test(test_no_thread_is_left_behind), /* before any other large fill */
        cmocka_unit_test(test_runners_change_no_bit),
        cmocka_unit_test(test_fills_within_a_part),
        cmocka_unit_test(test_parts_of_a_fill),
        cmocka_unit_test(test_normals_in_many_parts),
        cmocka_unit_test(test_1024_parts),
        cmocka_unit_test(test_refused_numbers),
        cmocka_unit_test(test_settings_go_back),
        cmocka_unit_test(test_the_callers_own_threads_stay),
        cmocka_unit_test(test_fills_in_a_region_of_the_callers),
        cmocka_unit_test(test_fills_in_a_forked_child),
        cmocka_unit_test(test_backends_change_meanwhile),
        cmocka_unit_test(test_threads_that_the_system_refuses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
