/* SPDX-License-Identifier: BSD-3-Clause
 *
 * How many threads a fill uses.
 */
#include "threads.h"

#ifdef _OPENMP
#include <omp.h>
#endif

#if defined(_OPENMP) && !defined(_WIN32)
#define PROBES_THREADS
#include <pthread.h>
#endif

#ifdef NPRAND_TEST_BACKEND
/* So that the tests' fills have several parts. */
static const size_t SHORTEST_PART = (size_t)1 << 12;
#else
/* Values below which a part is not worth a thread: 2^20 doubles take half a millisecond. */
static const size_t SHORTEST_PART = (size_t)1 << 20;
#endif

nprand_status nprand_set_threads(nprand_rng *rng, int threads)
{
    nprand_status status = nprand__check_rng(rng);
    if (status != NPRAND_OK)
        return status;
    if (threads < 1 || threads > NPRAND__MAX_THREADS)
        return NPRAND_BAD_THREADS;
    nprand__engine_of(rng)->threads = threads;
    return NPRAND_OK;
}

/* Threads that OpenMP would give: one inside a parallel region of the caller's, unless that is
 * allowed. Without optimisation GCC keeps room for what a parallel loop declares in each of the
 * functions that it makes of it and around it, three engines; such builds fill on one thread. */
static int threads_available(void)
{
#if defined(_OPENMP) && (defined(__OPTIMIZE__) || !defined(__GNUC__))
    return omp_get_active_level() < omp_get_max_active_levels() ? omp_get_thread_limit() : 1;
#else
    return 1;
#endif
}

#ifdef PROBES_THREADS
static void *wait_at(void *gate)
{
    pthread_mutex_lock(gate);
    pthread_mutex_unlock(gate);
    return NULL;
}

/* How many of count threads the system starts now, all of them at once. OpenMP's run-time system
 * ends the process where it is given fewer than it asks for. 20 us a thread. */
NPRAND__APART static int threads_that_start(int count)
{
    pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;
    pthread_t threads[NPRAND__MAX_THREADS];
    int started = 0;
    pthread_mutex_lock(&gate);
    while (started < count && pthread_create(&threads[started], NULL, wait_at, &gate) == 0)
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

int nprand__parts(const struct nprand__engine *e, size_t n)
{
    size_t most = n / SHORTEST_PART;
    if (most <= 1 || e->threads == 1)
        return 1;
    most = nprand__min(most, (size_t)e->threads);
    int parts = (int)nprand__min(most, (size_t)threads_available());
    return parts > 1 ? 1 + threads_that_start(parts - 1) : parts;
}

void nprand__begin_part(struct nprand__engine *mine, const struct nprand__engine *whole,
                        const struct nprand__mark *start, uint64_t words)
{
    mine->seeded = whole->seeded;
    mine->release = whole->release;
    mine->threads = whole->threads;
    mine->long_bits = whole->long_bits;
    mine->python = whole->python;
    nprand__go_to(mine, start);
    nprand__advance(mine, words);
}

void nprand__end_parts(struct nprand__engine *whole, const struct nprand__engine *mine)
{
    whole->pos = mine->pos;
    whole->has_gauss = mine->has_gauss;
    whole->gauss = mine->gauss;
    memcpy(whole->key, mine->key, sizeof whole->key);
    memcpy(whole->block, mine->block, sizeof whole->block);
}
