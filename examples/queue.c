/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Customers who come at random to three servers, as in the manual of Python's module random; how
 * long do they wait? In Python, with the same numbers:
 *
 *     import random
 *     random.seed('queue')
 *     free = [0.0, 0.0, 0.0]
 *     now = total = longest = 0.0
 *     for _ in range(100_000):
 *         now += random.expovariate(1 / 5.6)
 *         server = free.index(min(free))
 *         wait = max(0.0, free[server] - now)
 *         free[server] = now + wait + max(0.0, random.gauss(15, 3.5))
 *         total += wait
 *         longest = max(longest, wait)
 *     print(f'{total / 100_000:.4f} {longest:.4f}')
 *     print(*random.sample(range(100_000), 5))
 */
#include <nprand_python.h>

#include <stdio.h>
#include <stdlib.h>

enum { CUSTOMERS = 100000, SERVERS = 3, ASKED = 5 };

static int first_free(const double *until)
{
    int first = 0;
    for (int i = 1; i < SERVERS; i++) {
        if (until[i] < until[first])
            first = i;
    }
    return first;
}

static double larger(double a, double b)
{
    return a > b ? a : b;
}

static void serve(nprand_rng *rng)
{
    double until[SERVERS] = {0};
    double now = 0.0, total = 0.0, longest = 0.0;

    for (int i = 0; i < CUSTOMERS; i++) {
        now += nprand_py_expovariate(rng, 1 / 5.6);
        int server = first_free(until);
        double wait = larger(0.0, until[server] - now);
        until[server] = now + wait + larger(0.0, nprand_py_gauss(rng, 15, 3.5));
        total += wait;
        longest = larger(longest, wait);
    }
    printf("%.4f %.4f\n", total / CUSTOMERS, longest);
}

static nprand_status ask_some(nprand_rng *rng)
{
    int64_t asked[ASKED];
    size_t size = nprand_py_sample_work_size(CUSTOMERS, ASKED);
    nprand_work work = nprand_work_of(malloc(size), size);
    nprand_status status = nprand_py_sample(rng, CUSTOMERS, ASKED, asked, work);
    free(work.memory);
    for (int i = 0; i < ASKED && status == NPRAND_OK; i++)
        printf("%lld%c", (long long)asked[i], i + 1 < ASKED ? ' ' : '\n');
    return status;
}

int main(void)
{
    nprand_rng rng;
    nprand_status status = nprand_py_seed_str(&rng, "queue");
    if (status == NPRAND_OK) {
        serve(&rng);
        status = ask_some(&rng);
    }
    if (status != NPRAND_OK) {
        fprintf(stderr, "queue: %s\n", nprand_strerror(status));
        return EXIT_FAILURE;
    }
    return 0;
}
