/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Large fills by the threads of the program's own pool, with POSIX threads. The numbers are those of
 * one thread, and of NumPy. In Python:
 *
 *     import numpy as np
 *     np.random.seed(0)
 *     for x in np.random.rand(10_000_000), np.random.standard_normal(10_000_000):
 *         print(' '.join('%.8f' % value for value in (x[0], x[1], x[4_999_999], x[-1])))
 *     print('%.8f' % np.random.rand())
 *
 * run() is all that libnprand needs: it hands a fill's parts to the pool, and waits for them. The pool
 * knows nothing about libnprand.
 */
#include <nprand.h>

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

enum { WORKERS = 3, N = 10000000 };

/* ---- A pool that does one job at a time --------------------------------------------------- */

/* A job calls work(argument, i) for each i below count. */
struct pool {
    pthread_mutex_t mutex;
    pthread_cond_t changed;
    void (*work)(void *argument, size_t i);
    void *argument;
    size_t count, next, done;
    bool end;
    int workers;
    pthread_t threads[WORKERS];
};

/* Works on the job as long as it has calls that no thread has taken. The mutex is locked before and
 * after. */
static void help(struct pool *pool)
{
    while (pool->next < pool->count) {
        size_t i = pool->next++;
        pthread_mutex_unlock(&pool->mutex);
        pool->work(pool->argument, i);
        pthread_mutex_lock(&pool->mutex);
        if (++pool->done == pool->count)
            pthread_cond_broadcast(&pool->changed);
    }
}

static void *live(void *argument)
{
    struct pool *pool = argument;
    pthread_mutex_lock(&pool->mutex);
    while (!pool->end) {
        help(pool);
        pthread_cond_wait(&pool->changed, &pool->mutex);
    }
    pthread_mutex_unlock(&pool->mutex);
    return NULL;
}

static void pool_do(struct pool *pool, void (*work)(void *argument, size_t i), void *argument,
                    size_t count)
{
    pthread_mutex_lock(&pool->mutex);
    pool->work = work;
    pool->argument = argument;
    pool->count = count;
    pool->next = pool->done = 0;
    pthread_cond_broadcast(&pool->changed);
    help(pool);
    while (pool->done < count)
        pthread_cond_wait(&pool->changed, &pool->mutex);
    pthread_mutex_unlock(&pool->mutex);
}

/* The pool works with fewer workers, or none: pool_do() works on the job itself. */
static void pool_begin(struct pool *pool)
{
    pthread_mutex_init(&pool->mutex, NULL);
    pthread_cond_init(&pool->changed, NULL);
    while (pool->workers < WORKERS &&
           pthread_create(&pool->threads[pool->workers], NULL, live, pool) == 0)
        pool->workers++;
}

static void pool_end(struct pool *pool)
{
    pthread_mutex_lock(&pool->mutex);
    pool->end = true;
    pthread_cond_broadcast(&pool->changed);
    pthread_mutex_unlock(&pool->mutex);
    for (int i = 0; i < pool->workers; i++)
        pthread_join(pool->threads[i], NULL);
}

/* ---- The runner --------------------------------------------------------------------------- */

static void run(void *context, nprand_part *part, void *argument, size_t count)
{
    pool_do(context, part, argument, count);
}

static void print(const double *x)
{
    printf("%.8f %.8f %.8f %.8f\n", x[0], x[1], x[N / 2 - 1], x[N - 1]);
}

static nprand_status draw(struct pool *pool, double *x)
{
    nprand_rng rng;
    nprand_status status = nprand_seed(&rng, 0);
    if (status == NPRAND_OK) /* as many parts as there are threads, this one too */
        status = nprand_set_runner(&rng, run, pool, pool->workers + 1);
    if (status == NPRAND_OK)
        status = nprand_rand_fill(&rng, N, x);
    if (status == NPRAND_OK)
        print(x);
    if (status == NPRAND_OK)
        status = nprand_standard_normal_fill(&rng, N, x);
    if (status == NPRAND_OK) {
        print(x);
        printf("%.8f\n", nprand_rand(&rng));
    }
    return status;
}

int main(void)
{
    struct pool pool = {0};
    double *x = malloc(N * sizeof *x);
    if (x == NULL)
        return 1;
    pool_begin(&pool);
    nprand_status status = draw(&pool, x);
    pool_end(&pool);
    free(x);
    if (status != NPRAND_OK)
        fprintf(stderr, "%s\n", nprand_strerror(status));
    return status == NPRAND_OK ? 0 : 1;
}
