/* SPDX-License-Identifier: BSD-3-Clause
 *
 * What the two vector backends of x86-64 share.
 */
#ifndef NPRAND_BACKEND_X86_H
#define NPRAND_BACKEND_X86_H

#include "backend.h"

#include <immintrin.h>

#ifdef __OPTIMIZE__
#define NPRAND__OPTIMISED true
#else
#define NPRAND__OPTIMISED false
#endif

/* Whether the CPU has the instructions and the operating system saves the registers, as the
 * run-time library of the compiler finds out. Without optimisation by the compiler, vectors take
 * more time than portable C, and each vector has its own place on the stack, 20 KB in total. These
 * backends are then not used. */
static inline bool nprand__can_run_x86_vectors(void)
{
    __builtin_cpu_init();
    return NPRAND__OPTIMISED && __builtin_cpu_supports("fma") && __builtin_cpu_supports("popcnt") &&
           __builtin_cpu_supports("avx2");
}

/* A permutation uses the lowest bits of each lane as an index. Applied to a vector in which 0 and
 * MATRIX_A alternate, it gives 0 for an even index and MATRIX_A for an odd one. Compared with
 * negating and masking the lowest bit, a twist takes a quarter less time in AVX-512 and a fifth
 * less in AVX2. */
#define NPRAND__BY_TURNS (int64_t)((uint64_t)NPRAND__MATRIX_A << 32)

/* ---- The select kernels ----
 *
 * The chosen lanes of each vector are moved to its front, and the whole vector is written. The next
 * vector overwrites the lanes behind the chosen ones. No lane is written beyond n values, since the
 * values chosen are never more than the values read.
 *
 * Nanoseconds per value of randint on a Xeon at 2.6 GHz, in the order portable, AVX2, AVX-512:
 * 0.80, 0.39, 0.26 for 32 bits; 0.81, 0.48, 0.39 for 64 bits of one word; 1.80, -, 0.72 for pairs
 * (in AVX2, two pairs at a time gain nothing); 0.53, 0.32, 0.18 for 16 bits. */

__attribute__((target("avx2"))) static inline __m256i nprand__load_8(const void *at)
{
    return _mm256_loadu_si256((const __m256i *)at);
}

/* ---- Counting points ----
 *
 * The upper 16 bits of the first word of each uniform give X = floor(x1 2^15), so that x1 2^15 = X
 * + 1/2 + f with |f| <= 1/2. In the same way, Y is made of x2. Then
 *
 *   r2 2^30 = T + 1/2 + error, T = X(X+1) + Y(Y+1), |error| <= |X+1/2| + |Y+1/2| + 1/2
 *
 * and the bound of the error is at most sqrt(2T+1) + 1/2, which is 46342 next to the circle. (The
 * exact maximum over all cells (X, Y) is 46310.) If the distance of T from 2^30 is at most this
 * bound, or if T is 0 as at the centre, the portable kernel counts. This is one vector of 16
 * attempts in a thousand. All operations are exact in integers of 32 bits. X+1 is -(~X), and ~X
 * fits in 16 bits.
 *
 * The last vector is filled up with words of 0, which are a corner of the square, outside the disc.
 *
 * Nanoseconds per attempt on a Xeon at 2.6 GHz, with the twist: 0.63 in AVX-512, 0.97 in AVX2 (with
 * floats, 0.68 and 1.1). */
enum {
    /* The number compared is 2^30 + NEAR - T. It is negative outside the disc, 0 to 2 NEAR next to
     * the circle, and CENTRE if T is 0. */
    NPRAND__NEAR = 46400,
    NPRAND__CENTRE = (1 << 30) + NPRAND__NEAR,
    NPRAND__FIRST_WORDS = 0x88, /* for a shuffle: the first word of each pair, of two vectors */
    NPRAND__SIGN = -0x8000,     /* the sign bit of 16 bits */
};

#endif
