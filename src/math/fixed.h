/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Sine and cosine with 320 bits behind the point, in integers. They are for the arguments for which
 * 66 bits do not decide how a result rounds.
 *
 * How many bits suffice? No result lies exactly in the middle of two doubles: the cosine and sine
 * of a double other than 0, and the arc cosine of a double other than 0, 1 and -1, are
 * transcendental (Lindemann 1882). The doubles are fewer than 2^64, and the bits of their results
 * after the 53rd behave like random bits. A run of more than 64 + 10 equal bits is not to be
 * expected. The longest known runs have 62 bits, or 73 bits for small x, where the first terms of
 * the series determine the bits (Lefevre and Muller, "Worst cases for correct rounding of the
 * elementary functions in double precision", 2001). Here about 200 correct bits follow the 53rd bit
 * even of the smallest results: no double has a cosine below 2^-61, and no double other than 1 has
 * an arc cosine below 2^-27.
 */
#ifndef NPRAND_MATH_FIXED_H
#define NPRAND_MATH_FIXED_H

#include "../internal.h"

enum { NPRAND__FIXED_WORDS = 11 };

/* A number from 0 up to 2^32. The first word is the lowest one. */
struct nprand__fixed {
    uint32_t word[NPRAND__FIXED_WORDS];
};

/* x >= 0. Bits below 2^-320 are cut off. */
NPRAND_HIDDEN struct nprand__fixed nprand__fixed_of(double x);

/* The nearest double, of two the even one; for results of at least 2^-1022. */
NPRAND_HIDDEN double nprand__fixed_rounded(const struct nprand__fixed *a);

NPRAND_HIDDEN struct nprand__fixed nprand__fixed_pi(void);
NPRAND_HIDDEN struct nprand__fixed nprand__fixed_sum(const struct nprand__fixed *a,
                                                     const struct nprand__fixed *b);

/* |a - b|. *negative: whether a < b. */
NPRAND_HIDDEN struct nprand__fixed nprand__fixed_difference(const struct nprand__fixed *a,
                                                            const struct nprand__fixed *b,
                                                            int *negative);
NPRAND_HIDDEN struct nprand__fixed nprand__fixed_half(const struct nprand__fixed *a);

/* For 0 <= r < 2. Errors below 2^-310. */
NPRAND_HIDDEN struct nprand__fixed nprand__fixed_cos(const struct nprand__fixed *r);
NPRAND_HIDDEN struct nprand__fixed nprand__fixed_sin(const struct nprand__fixed *r);

/* x = q pi/2 + r with |r| <= pi/4, for finite x >= 2^-40: returns |r|, whether r is negative, and q
 * mod 4. Source: M. Payne and R. Hanek (1983). */
NPRAND_HIDDEN struct nprand__fixed nprand__fixed_reduced(double x, int *negative, int *quadrant);

#endif
