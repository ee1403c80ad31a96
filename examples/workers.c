/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Independent workers, each with a stream of its own, as NumPy's manual has it under "Parallel random
 * number generation": children of one SeedSequence. In Python, with the same numbers:
 *
 *     import numpy as np
 *     from numpy.random import MT19937, RandomState, SeedSequence
 *     root = SeedSequence(12345)
 *     streams = [RandomState(MT19937(child)) for child in root.spawn(4)]
 *     for worker, stream in enumerate(streams):
 *         x, y = stream.random_sample((1_000_000, 2)).T
 *         print(worker, np.count_nonzero(x*x + y*y < 1), stream.randint(1000))
 *
 * The four run one after another here. A worker that runs elsewhere needs no more than the number of
 * its child: it makes that child for itself, without those before it.
 */
#include <nprand.h>

#include <stdio.h>
#include <stdlib.h>

enum { WORKERS = 4, POINTS = 1000000, CHUNK = 1000 };

static nprand_status count_inside(nprand_rng *rng, int *inside)
{
    nprand_status status = NPRAND_OK;
    *inside = 0;
    for (int done = 0; done < POINTS && status == NPRAND_OK; done += CHUNK) {
        double point[CHUNK][2];
        status = nprand_rand_fill(rng, (size_t)CHUNK * 2, &point[0][0]);
        for (int i = 0; i < CHUNK && status == NPRAND_OK; i++) {
            double x = point[i][0], y = point[i][1];
            if (x * x + y * y < 1.0)
                ++*inside;
        }
    }
    return status;
}

static nprand_status work(uint32_t worker)
{
    nprand_seed_seq root, child;
    nprand_rng rng;
    int inside;

    nprand_status status = nprand_seed_seq_init(&root, 12345);
    if (status == NPRAND_OK)
        status = nprand_seed_seq_child(&root, &worker, 1, &child); /* spawn_key=(worker,) */
    if (status == NPRAND_OK)
        status = nprand_seed_sequence(&rng, &child);
    if (status == NPRAND_OK)
        status = count_inside(&rng, &inside);
    if (status == NPRAND_OK)
        printf("%d %d %d\n", (int)worker, inside, (int)nprand_randint(&rng, 0, 1000));
    return status;
}

int main(void)
{
    for (uint32_t worker = 0; worker < WORKERS; worker++) {
        nprand_status status = work(worker);
        if (status != NPRAND_OK) {
            fprintf(stderr, "workers: %s\n", nprand_strerror(status));
            return EXIT_FAILURE;
        }
    }
    return 0;
}
