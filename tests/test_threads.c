/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Fills on several threads, and generators in several threads: the same bits as alone.
 */
#define _DEFAULT_SOURCE /* opendir(), fork(), RLIMIT_NPROC */

#include "test.h"

#include "nprand_python.h"

#include <dirent.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#ifdef _OPENMP
#include <omp.h>
#endif

/* Enough for several parts of the fewest values that get a thread. */
#ifndef VALUES
#define VALUES 5000000
#endif
enum { N = VALUES };

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
    {"laplace", 8, fill_laplace}, /* one thread, whatever is set */
};

enum { FILLS = sizeof fills / sizeof fills[0] };

static void *new_array(void)
{
    void *array = malloc(N * sizeof(double));
    assert_non_null(array);
    return array;
}

/* From each place in four words, with and without the second of a pair of normals. */
static nprand_rng start(int kind)
{
    nprand_rng rng = seeded(12345 + kind);
    skip_words(&rng, (size_t)kind * 311);
    if (kind == 2)
        nprand_standard_normal(&rng);
    return rng;
}

static void check_fill(const struct fill *f, void *alone, void *together)
{
    for (int kind = 0; kind < 4; kind++) {
        nprand_rng a = start(kind);
        nprand_rng begin = a;
        size_t n = N - (size_t)kind * 7;
        assert_int_equal(f->fill(&a, n, alone), NPRAND_OK);
        for (int threads = 2; threads <= 4; threads++) {
            nprand_rng b = begin;
            memset(together, 0, n * f->size);
            assert_int_equal(nprand_set_threads(&b, threads), NPRAND_OK);
            assert_int_equal(f->fill(&b, n, together), NPRAND_OK);
            if (memcmp(alone, together, n * f->size) != 0)
                fail_msg("%s on %d threads", f->name, threads);
            assert_same_state(&a, &b);
        }
    }
}

static void test_threads_change_no_bit(void **unused)
{
    (void)unused;
    void *alone = new_array(), *together = new_array();
    for (size_t i = 0; i < FILLS; i++)
        check_fill(&fills[i], alone, together);
    free(alone);
    free(together);
}

static void test_number_of_threads(void **unused)
{
    (void)unused;
    nprand_rng rng = seeded(1), zeroed = {0};
    nprand_rng before = rng;
    assert_int_equal(nprand_set_threads(&rng, 0), NPRAND_BAD_THREADS);
    assert_int_equal(nprand_set_threads(&rng, -1), NPRAND_BAD_THREADS);
    assert_int_equal(nprand_set_threads(&rng, 1025), NPRAND_BAD_THREADS);
    assert_int_equal(nprand_set_threads(&zeroed, 2), NPRAND_NOT_SEEDED);
    assert_int_equal(nprand_set_threads(NULL, 2), NPRAND_NULL_POINTER);
    assert_memory_equal(&rng, &before, sizeof rng);
    assert_int_equal(nprand_set_threads(&rng, 1024), NPRAND_OK);
    assert_int_equal(nprand_set_threads(&rng, 1), NPRAND_OK);
    assert_memory_equal(&rng, &before, sizeof rng);
}

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
    assert_int_equal(nprand_set_threads(&rng, 4), NPRAND_OK);
    for (size_t i = 0; i < FILLS; i++) {
        assert_int_equal(fills[i].fill(&rng, N, array), NPRAND_OK);
        /* A thread that has ended can be seen for a moment more. */
        for (int wait = 0; wait < 1000 && count_threads() != before; wait++)
            nanosleep(&(struct timespec){0, 1000000}, NULL);
        assert_int_equal(count_threads(), before);
    }
    free(array);
}

/* ---- With OpenMP of the caller's own ---- */

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

/* Marks the threads of the caller's own, and leaves them idle. */
static void mark_own_threads(int count)
{
#pragma omp parallel num_threads(count)
    mark = 1000 * count + omp_get_thread_num();
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
        mark_own_threads(own);
        assert_int_equal(fill_random_sample(&rng, N, array), NPRAND_OK);
        assert_int_equal(fill_normal(&rng, N, array), NPRAND_OK);
        assert_int_equal(count_marked_threads(own), own);
    }
    free(array);
#else
    print_message("without OpenMP\n");
    skip();
#endif
}

static int fill_in_child(const struct fill *f, const void *alone, void *together)
{
    nprand_rng rng = start(0);
    return nprand_set_threads(&rng, 4) == NPRAND_OK && f->fill(&rng, N, together) == NPRAND_OK &&
           memcmp(alone, together, N * f->size) == 0;
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

/* test_threads [test]: all tests, or that one. */
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
    nprand_rng rng = seeded(1);
    if (nprand_set_threads(&rng, 3) != NPRAND_OK ||
        nprand_random_sample_fill(&rng, N, x) != NPRAND_OK)
        return 1;
    return memcmp(x, expected, N * sizeof *x) == 0 ? 0 : 1;
}

/* OpenMP's run-time system would end the process. */
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
        cmocka_unit_test(test_two_generators_at_once),
        cmocka_unit_test(test_no_thread_is_left_behind), /* before any other large fill */
        cmocka_unit_test(test_threads_change_no_bit),
        cmocka_unit_test(test_number_of_threads),
        cmocka_unit_test(test_the_callers_own_threads_stay),
        cmocka_unit_test(test_fills_in_a_forked_child),
        cmocka_unit_test(test_threads_that_the_system_refuses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
