/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The estimate of pi of pi.c, by many processes: each rank of an MPI job skips to its slice of one
 * stream and draws that slice alone. The slices in a row are what a single process draws, so the
 * result does not depend on the number of ranks.
 *
 *     mpicc -O2 -ffp-contract=off pi_mpi.c $(pkg-config --cflags --libs nprand) -o pi_mpi
 *     mpiexec -n 4 ./pi_mpi 1000000000
 *
 * In Python, with the same points and so the same count, a million of them at a time (10^9 points
 * would be 16 GB):
 *
 *     import numpy as np
 *     np.random.seed(0)
 *     inside, samples, chunk = 0, 1_000_000_000, 1_000_000
 *     for _ in range(samples // chunk):
 *         x, y = np.random.rand(chunk, 2).T
 *         inside += np.count_nonzero(x*x + y*y < 1)
 *     print(inside, f"{4 * inside / samples:.6f}")
 */
#include <nprand.h>

#include <inttypes.h>
#include <mpi.h>
#include <stdio.h>
#include <stdlib.h>

enum { SEED = 0, CHUNK = 1000, WORDS_PER_SAMPLE = 4 }; /* two doubles, of two words each */

/* The first sample of a rank: the ranks' shares differ by one at most. */
static int64_t first_sample(int64_t samples, int rank, int ranks)
{
    int64_t rest = samples % ranks;
    return samples / ranks * rank + (rank < rest ? rank : rest);
}

/* Counts the points x, y, x, y, ... that lie in the quarter disk. */
static int64_t count_inside(const double *point, int64_t points)
{
    int64_t inside = 0;
    for (int64_t i = 0; i < points; i++) {
        double x = point[2 * i], y = point[2 * i + 1];
        if (x * x + y * y < 1.0)
            inside++;
    }
    return inside;
}

/* The same for the samples first, ..., last - 1 of the stream. */
static nprand_status count_slice(int64_t first, int64_t last, int64_t *inside)
{
    nprand_rng rng;
    nprand_status status = nprand_seed(&rng, SEED);
    if (status == NPRAND_OK)
        status = nprand_advance(&rng, (uint64_t)first * WORDS_PER_SAMPLE);
    *inside = 0;
    while (first < last && status == NPRAND_OK) {
        double point[2 * CHUNK];
        int64_t points = last - first < CHUNK ? last - first : CHUNK;
        status = nprand_rand_fill(&rng, (size_t)points * 2, point);
        if (status == NPRAND_OK)
            *inside += count_inside(point, points);
        first += points;
    }
    return status;
}

int main(int argc, char **argv)
{
    int rank, ranks;
    MPI_Init(&argc, &argv);
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    MPI_Comm_size(MPI_COMM_WORLD, &ranks);

    int64_t samples = argc > 1 ? strtoll(argv[1], NULL, 10) : 1000000000;
    if (samples < 1 || samples > INT64_MAX / WORDS_PER_SAMPLE) {
        fprintf(stderr, "usage: pi_mpi [SAMPLES]\n");
        MPI_Abort(MPI_COMM_WORLD, EXIT_FAILURE);
    }

    int64_t inside, total = 0;
    nprand_status status = count_slice(first_sample(samples, rank, ranks),
                                       first_sample(samples, rank + 1, ranks), &inside);
    if (status != NPRAND_OK) {
        fprintf(stderr, "pi_mpi: rank %d: %s\n", rank, nprand_strerror(status));
        MPI_Abort(MPI_COMM_WORLD, EXIT_FAILURE);
    }
    MPI_Reduce(&inside, &total, 1, MPI_INT64_T, MPI_SUM, 0, MPI_COMM_WORLD);
    if (rank == 0)
        printf("%" PRId64 " %.6f\n", total, 4.0 * (double)total / (double)samples);
    MPI_Finalize();
    return 0;
}
