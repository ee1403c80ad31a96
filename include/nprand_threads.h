/* SPDX-License-Identifier: BSD-3-Clause
 *
 * nprand_threads: large fills on several threads, by OpenMP. It is a library of its own, so that
 * nprand itself starts no threads and depends on no thread library. Link to nprand_threads, nprand
 * and OpenMP (-fopenmp), or use the pkg-config file nprand_threads.
 *
 * The library is a runner for nprand_set_runner() of nprand.h and nothing more. A program that has
 * threads of its own, a pool for example, can write such a runner in a few lines: see
 * examples/own_pool.c.
 *
 * Conventions.  They are those of nprand.h.
 */
#ifndef NPRAND_THREADS_H
#define NPRAND_THREADS_H

#include "nprand.h"

#ifdef NPRAND_VERSION_MAJOR /* else nprand.h has reported the error */

#ifdef __cplusplus
extern "C" {
#endif

/* nprand_set_threads() sets the number of threads that large fills of *rng use. The values and the
 * state afterwards are those of one thread, bit for bit. nprand_set_runner() in nprand.h says which
 * fills use threads, and how many values are worth a thread. The function sets the runner of *rng,
 * and takes the place of another runner. The seeding functions set the number back to 1.
 *
 * threads: the most threads that a fill uses, the calling thread included; 1 to 1024, else
 * NPRAND_BAD_PARTS. With 1, *rng has no runner.
 *
 * A fill uses fewer threads than that number, without another sign of it, where
 *
 *   the system starts fewer threads;
 *   OpenMP's thread limit (OMP_THREAD_LIMIT) is lower;
 *   the caller is inside a parallel region of its own, and OMP_MAX_ACTIVE_LEVELS does not allow
 *     another one: the fill then uses the caller's thread alone.
 *
 * The fill is still cut into the parts of the number that was set. To skip to the beginning of each
 * part takes up to 0.65 ms. Therefore set 1 for fills inside parallel regions.
 *
 * Threads begin with the fill and end with it (clang's OpenMP keeps them idle). A program that uses
 * OpenMP itself keeps its own threads and their threadprivate data. A child of fork() can use
 * threads even if its parent has used OpenMP.
 *
 * A fill takes at most 20 KiB of the caller's stack, as in nprand.h. clang's OpenMP takes about 7
 * KiB more to start threads. The other threads have the stacks that OpenMP gives them: 64 KiB
 * (OMP_STACKSIZE=64k) are enough. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_set_threads(nprand_rng *rng, int threads);

#ifdef __cplusplus
}
#endif

#endif /* NPRAND_VERSION_MAJOR */
#endif
