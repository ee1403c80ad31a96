/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Sine and cosine with 320 bits behind the point, in integers, for the arguments where 66 are not
 * enough to tell how a result rounds.
 *
 * How many are enough: no double other than 0 has a cosine or sine that lies on the middle between
 * two doubles, nor has one other than 0, 1 and -1 such an arc cosine: these values are
 * transcendental (Lindemann 1882). There are fewer than 2^64 doubles, and the bits of their results
 * behind the 53rd are as good as random, so that a run of more than 64 + 10 equal ones is not to be
 * expected. The worst known have 62, or 73 where x is small and the series leaves little to chance
 * (Lefevre and Muller, "Worst cases for correct rounding of the elementary functions in double
 * precision", 2001). Here, some 200 correct bits follow the 53rd even where the result is small: no
 * double has a cosine below 2^-61, nor one other than 1 an arc cosine below 2^-27.
 */
#ifndef NPRAND_MATH_FIXED_H
#define NPRAND_MATH_FIXED_H

#include "../internal.h"

enum { NPRAND__FIXED_WORDS = 11 };

/* A number from 0 up to 2^32: the first word is the last one. */
struct nprand__fixed {
    uint32_t word[NPRAND__FIXED_WORDS];
};

/* x >= 0; what is below 2^-320 is cut off. */
NPRAND_HIDDEN struct nprand__fixed nprand__fixed_of(double x);

/* Rounded to nearest even; not for results below 2^-1022. */
NPRAND_HIDDEN double nprand__fixed_rounded(const struct nprand__fixed *a);

NPRAND_HIDDEN struct nprand__fixed nprand__fixed_pi(void);
NPRAND_HIDDEN struct nprand__fixed nprand__fixed_sum(const struct nprand__fixed *a,
                                                     const struct nprand__fixed *b);

/* |a - b|; *negative tells whether a < b. */
NPRAND_HIDDEN struct nprand__fixed nprand__fixed_difference(const struct nprand__fixed *a,
                                                            const struct nprand__fixed *b,
                                                            int *negative);
NPRAND_HIDDEN struct nprand__fixed nprand__fixed_half(const struct nprand__fixed *a);

/* For 0 <= r < 2. Errors below 2^-310. */
NPRAND_HIDDEN struct nprand__fixed nprand__fixed_cos(const struct nprand__fixed *r);
NPRAND_HIDDEN struct nprand__fixed nprand__fixed_sin(const struct nprand__fixed *r);

/* x = q pi/2 + r with |r| <= pi/4, for finite x >= 2^-40: the magnitude of r, whether it is
 * negative, and q mod 4 (Mary Payne and Robert Hanek, 1983). */
NPRAND_HIDDEN struct nprand__fixed nprand__fixed_reduced(double x, int *negative, int *quadrant);

#endif
