/* SPDX-License-Identifier: BSD-3-Clause
 *
 * A system that starts few threads, or none: fills in parts give the same bits by each runner. This
 * program has a pthread_create() of its own, which the run-time system of OpenMP takes too. It
 * starts a thread only while fewer threads are alive than the test allows.
 */
#define _GNU_SOURCE /* RTLD_NEXT, setenv() */

#include "test.h"

#include "runners.h"

#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

#ifdef _OPENMP
#include "nprand_threads.h"
#endif

/* Values of a fill that has eight parts of the test library. */
enum { N = 40000, MOST_PARTS = 8 };

/* A runner gets more parts than that number if a part is in pieces. */
enum { MOST_CALLS = 64 };

static atomic_int allowed = MOST_PARTS;
static atomic_int alive;
static atomic_int refused;

struct start {
    void *(*run)(void *argument);
    void *argument;
};

static void *run_counted(void *argument)
{
    const struct start start = *(struct start *)argument;
    free(argument);
    void *result = start.run(start.argument);
    atomic_fetch_sub(&alive, 1);
    return result;
}

typedef int create_thread(pthread_t *thread, const pthread_attr_t *attributes,
                          void *(*run)(void *argument), void *argument);

/* The function of the system. ISO C has no cast of a pointer to data to one to a function. */
static create_thread *real_create(void)
{
    create_thread *create;
    void *found = dlsym(RTLD_NEXT, "pthread_create");
    memcpy(&create, &found, sizeof create);
    return create;
}

int pthread_create(pthread_t *thread, const pthread_attr_t *attributes,
                   void *(*run)(void *argument), void *argument)
{
    struct start *start = malloc(sizeof *start);
    if (start == NULL || atomic_fetch_add(&alive, 1) >= atomic_load(&allowed)) {
        if (start != NULL)
            atomic_fetch_sub(&alive, 1);
        free(start);
        atomic_fetch_add(&refused, 1);
        return EAGAIN;
    }
    *start = (struct start){run, argument};
    const int error = real_create()(thread, attributes, run_counted, start);
    if (error != 0) {
        atomic_fetch_sub(&alive, 1);
        free(start);
    }
    return error;
}

/* ---- Runners ------------------------------------------------------------------------------ */

struct call {
    nprand_part *part;
    void *argument;
    size_t i;
    pthread_t thread;
    int error; /* of pthread_create() */
};

static void *run_call(void *argument)
{
    const struct call *call = argument;
    call->part(call->argument, call->i);
    return NULL;
}

/* A thread for each part. Returns how many started. */
static void start_calls(struct call *calls, nprand_part *part, void *argument, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        calls[i].part = part;
        calls[i].argument = argument;
        calls[i].i = i;
        calls[i].error = pthread_create(&calls[i].thread, NULL, run_call, &calls[i]);
    }
}

static void join_calls(const struct call *calls, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (calls[i].error == 0)
            pthread_join(calls[i].thread, NULL);
}

/* Leaves out the parts for which no thread starts. */
static void run_pthreads(void *context, nprand_part *part, void *argument, size_t count)
{
    struct call calls[MOST_CALLS];
    (void)context;
    assert_true(count <= MOST_CALLS);
    start_calls(calls, part, argument, count);
    join_calls(calls, count);
}

/* Runs these parts itself. */
static void run_careful(void *context, nprand_part *part, void *argument, size_t count)
{
    struct call calls[MOST_CALLS];
    (void)context;
    assert_true(count <= MOST_CALLS);
    start_calls(calls, part, argument, count);
    for (size_t i = 0; i < count; i++)
        if (calls[i].error != 0)
            part(argument, i);
    join_calls(calls, count);
}

static nprand_status set_pthreads(nprand_rng *rng, int parts)
{
    return nprand_set_runner(rng, run_pthreads, NULL, parts);
}

static nprand_status set_careful(nprand_rng *rng, int parts)
{
    return nprand_set_runner(rng, run_careful, NULL, parts);
}

/* ---- The same bits ------------------------------------------------------------------------ */

struct values {
    double normals[N];
    double uniforms[N];
    uint32_t words[N];
};

static void draw(nprand_rng *rng, struct values *v)
{
    memset(v, 0, sizeof *v);
    assert_int_equal(nprand_normal_fill(rng, 1.0, 2.0, N, v->normals), NPRAND_OK);
    assert_int_equal(nprand_random_sample_fill(rng, N, v->uniforms), NPRAND_OK);
    assert_int_equal(nprand_random_raw_fill(rng, N, v->words), NPRAND_OK);
}

typedef nprand_status set_parts(nprand_rng *rng, int parts);

static void check_runner(set_parts *set)
{
    struct values *alone = malloc(sizeof *alone), *together = malloc(sizeof *together);
    assert_true(alone != NULL && together != NULL);
    nprand_rng end = seeded(12345);
    draw(&end, alone);
    atomic_store(&refused, 0);
    for (int most = 0; most <= MOST_PARTS; most++) {
        for (int parts = 2; parts <= MOST_PARTS; parts++) {
            nprand_rng rng = seeded(12345);
            assert_int_equal(set(&rng, parts), NPRAND_OK);
            atomic_store(&allowed, most);
            draw(&rng, together);
            assert_memory_equal(alone, together, sizeof *alone);
            assert_same_state(&end, &rng);
        }
    }
    assert_true(atomic_load(&refused) > 0);
    free(alone);
    free(together);
}

static void test_parts_that_are_left_out(void **unused)
{
    (void)unused;
    check_runner(set_pthreads);
}

static void test_parts_that_the_runner_runs(void **unused)
{
    (void)unused;
    check_runner(set_careful);
}

#ifdef _OPENMP
/* If OpenMP asked for a thread that does not start, its run-time system would end the process. */
static void test_openmp(void **unused)
{
    (void)unused;
    check_runner(nprand_set_threads);
}

/* The stack that the probe gives its threads, in each way in which it is written. Texts that are
 * none are passed over. */
static void test_sizes_of_stacks(void **unused)
{
    (void)unused;
    static const char *const texts[] = {"1024", "1024 k",       "1048576B", "1M", "1G", "x",
                                        "1X",   "99999999999G", "0",        "-1", "",   "1B"};
    static double alone[N], together[N];
    nprand_rng end = seeded(1);
    assert_int_equal(nprand_random_sample_fill(&end, N, alone), NPRAND_OK);
    atomic_store(&allowed, MOST_PARTS);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        nprand_rng rng = seeded(1);
        assert_int_equal(setenv("OMP_STACKSIZE", texts[i], 1), 0);
        assert_int_equal(nprand_set_threads(&rng, 4), NPRAND_OK);
        assert_int_equal(nprand_random_sample_fill(&rng, N, together), NPRAND_OK);
        assert_memory_equal(alone, together, sizeof alone);
        assert_same_state(&end, &rng);
    }
    assert_int_equal(unsetenv("OMP_STACKSIZE"), 0);
}
#endif

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parts_that_are_left_out),
        cmocka_unit_test(test_parts_that_the_runner_runs),
#ifdef _OPENMP
        cmocka_unit_test(test_openmp),
        cmocka_unit_test(test_sizes_of_stacks),
#endif
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
