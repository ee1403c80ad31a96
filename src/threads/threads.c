/* SPDX-License-Identifier: BSD-3-Clause
 *
 * A runner by OpenMP: the parts of a fill on several threads.
 */
#include "../../include/nprand_threads.h"

#ifndef _OPENMP
#error "nprand_threads needs OpenMP: compile with -fopenmp"
#endif

#include <omp.h>

#ifndef _WIN32
#define THREADS_PROBE 1
#include <pthread.h>
#else
#define THREADS_PROBE 0
#endif

/* A function whose array is on the stack only while the function runs. */
#if defined(__GNUC__)
#define THREADS_NOINLINE __attribute__((noinline))
#else
#define THREADS_NOINLINE
#endif

/* The most threads: as many as nprand_set_runner() takes parts. */
enum { THREADS_MAX = 1024 };

/* The number of threads that OpenMP gives for count parts. Inside a parallel region of the caller's
 * it is one, unless the program allows more levels of regions. */
static int threads_of_openmp(size_t count)
{
    if (omp_get_active_level() >= omp_get_max_active_levels())
        return 1;
    const int limit = omp_get_thread_limit();
    return count < (size_t)limit ? (int)count : limit;
}

#if THREADS_PROBE
static void *threads_wait_at(void *gate)
{
    pthread_mutex_lock(gate);
    pthread_mutex_unlock(gate);
    return NULL;
}

/* How many of count threads the system starts now, all of them at once. OpenMP's run-time system
 * ends the process if the system starts fewer threads than OpenMP asks for. 20 us a thread. */
THREADS_NOINLINE static int threads_that_start(int count)
{
    pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;
    pthread_t threads[THREADS_MAX];
    int started = 0;
    pthread_mutex_lock(&gate);
    while (started < count && pthread_create(&threads[started], NULL, threads_wait_at, &gate) == 0)
        started++;
    pthread_mutex_unlock(&gate);
    for (int i = 0; i < started; i++)
        pthread_join(threads[i], NULL);
    return started;
}
#else
static int threads_that_start(int count)
{
    return count;
}
#endif

/* Runs the parts on threads threads.
 *
 * The threads are those of a region inside another region of one thread. For an inner region, GCC's
 * run-time system starts new threads, and lets them end with the region. For an outer region it
 * takes the idle threads of the caller, changes their number and keeps them. With the inner region,
 * the caller's threads stay as they were, with their threadprivate data; no thread is left behind;
 * and a child of fork(), which does not have the idle threads of its parent, does not wait for
 * them. */
static void threads_run_region(int threads, nprand_part *part, void *argument, size_t count)
{
#pragma omp parallel num_threads(1)
    {
#pragma omp parallel for num_threads(threads) schedule(static, 1)
        for (size_t i = 0; i < count; i++)
            part(argument, i);
    }
}

static void threads_run(void *context, nprand_part *part, void *argument, size_t count)
{
    (void)context;
    int threads = threads_of_openmp(count);
    if (threads > 1)
        threads = 1 + threads_that_start(threads - 1);
    if (threads > 1)
        threads_run_region(threads, part, argument, count);
    /* nprand itself runs the parts that a runner leaves out, on the caller's thread. */
}

nprand_status nprand_set_threads(nprand_rng *rng, int threads)
{
    return nprand_set_runner(rng, threads == 1 ? NULL : threads_run, NULL, threads);
}

#undef THREADS_PROBE
#undef THREADS_NOINLINE
