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

/* The compiler's run-time support asks the CPU, and whether the system saves the registers. Without
 * optimisation, vectors are slower than portable C, and each has a place of its own on the stack,
 * 20 KB in all: then these backends are left out. */
static inline bool nprand__can_run_x86_vectors(void)
{
    __builtin_cpu_init();
    return NPRAND__OPTIMISED && __builtin_cpu_supports("fma") && __builtin_cpu_supports("popcnt") &&
           __builtin_cpu_supports("avx2");
}

/* A permutation of lanes takes the lowest bits of a lane as an index. Of a vector of 0 and MATRIX_A
 * by turns, it gives what the lowest bit of each lane says. That takes a quarter off the time of a
 * twist in AVX-512 against negating and masking that bit, a fifth in AVX2. */
#define NPRAND__BY_TURNS (int64_t)((uint64_t)NPRAND__MATRIX_A << 32)

/* ---- The select kernels ----
 *
 * The chosen lanes of each vector are moved to its front, and the vector is written whole. The next
 * one overwrites what is behind the chosen lanes. Nothing is written beyond the end: no more values
 * have been chosen than read.
 *
 * Nanoseconds per value of randint on a Xeon at 2.6 GHz, portable, AVX2, AVX-512: 0.80, 0.39, 0.26
 * of 32 bits; 0.81, 0.48, 0.39 of one word to 64 bits; 1.80, -, 0.72 of pairs (two at a time in
 * AVX2 gain nothing); 0.53, 0.32, 0.18 of 16 bits. */

__attribute__((target("avx2"))) static inline __m256i nprand__load_8(const void *at)
{
    return _mm256_loadu_si256((const __m256i *)at);
}

/* ---- Counting points ----
 *
 * By the upper half of the first word of each uniform, which is all that 16 bits can tell of x1:
 * X = floor(x1 2^15), so that x1 2^15 = X + 1/2 + f with |f| <= 1/2; and Y of x2. Then
 *
 *   r2 2^30 = T + 1/2 + error, T = X(X+1) + Y(Y+1), |error| <= |X+1/2| + |Y+1/2| + 1/2
 *
 * and the bound of the error is at most sqrt(2T+1) + 1/2, next to the circle 46342. (Of all cells
 * (X, Y), none needs more than 46310.) Where T is as near to 2^30 as that, or 0 as at the centre, the
 * exact count is asked: for one vector of 16 attempts in a thousand. All is exact in integers of 32
 * bits; X+1 is -(~X), which is not beyond 16 bits.
 *
 * Attempts that are missing at the end are made of zeros, which are a corner of the square.
 *
 * Nanoseconds per attempt, twisting included, on a Xeon at 2.6 GHz: 0.63 in AVX-512, 0.97 in AVX2
 * (of floats, 0.68 and 1.1). */
enum {
    /* Compared is 2^30 + NEAR - T: negative outside, 0 to 2 NEAR next to the circle, CENTRE where T
     * is 0. */
    NPRAND__NEAR = 46400,
    NPRAND__CENTRE = (1 << 30) + NPRAND__NEAR,
    NPRAND__FIRST_WORDS = 0x88, /* of the four pairs of two vectors */
    NPRAND__SIGN = -0x8000,     /* of 16 bits */
};

#endif
