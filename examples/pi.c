/* SPDX-License-Identifier: BSD-3-Clause
 *
 * An estimate of pi: the share of random points of the unit square that lie in the quarter disk.
 * In Python, with the same 10 million points and so the same estimate:
 *
 *     import numpy as np
 *     np.random.seed(0)
 *     x, y = np.random.rand(10_000_000, 2).T
 *     inside = np.count_nonzero(x*x + y*y < 1)
 *     print(inside, 4 * inside / 10_000_000)
 *
 * Python holds all points at once, 160 MB; here they are drawn a thousand at a time.
 */
#include <nprand.h>

#include <stdio.h>
#include <stdlib.h>

enum { POINTS = 10000000, CHUNK = 1000 };

int main(void)
{
    nprand_rng rng;
    nprand_status status = nprand_seed(&rng, 0);
    int inside = 0;

    for (int done = 0; done < POINTS && status == NPRAND_OK; done += CHUNK) {
        double point[CHUNK][2]; /* rows of x, y: the order in which rand(CHUNK, 2) fills an array */
        status = nprand_rand_fill(&rng, (size_t)CHUNK * 2, &point[0][0]);
        for (int i = 0; i < CHUNK && status == NPRAND_OK; i++) {
            double x = point[i][0], y = point[i][1];
            if (x * x + y * y < 1.0)
                inside++;
        }
    }
    if (status != NPRAND_OK) {
        fprintf(stderr, "pi: %s\n", nprand_strerror(status));
        return EXIT_FAILURE;
    }
    printf("%d %.6f\n", inside, 4.0 * inside / POINTS);
    return 0;
}
