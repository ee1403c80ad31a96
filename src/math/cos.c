/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The correctly rounded cosine.
 */
#include "reference.h"

#include "fixed.h"
#include "sincos.h"

/* pi/2 in pieces: three of 33 bits, so that their products with 20 bits are exact, and a rest. */
#define HALF_PI_1  0x1.921fb544p+0
#define HALF_PI_2  0x1.0b4611a6p-34
#define HALF_PI_3  0x1.3198a2ep-69
#define HALF_PI_4  0x1.b839a252049c1p-104
#define TWO_BY_PI  0x1.45f306dc9c883p-1
#define TO_INTEGER 0x1.8p52

/* x = q pi/2 + r, for 0 <= x <= 2^20, with an error of about 2^-130 (William Cody and William
 * Waite, 1980). */
static struct nprand__pair reduced(double x, int *quadrant)
{
    const double q = (x * TWO_BY_PI + TO_INTEGER) - TO_INTEGER;
    const struct nprand__pair first = nprand__exact_sum(x - q * HALF_PI_1, -(q * HALF_PI_2));
    const struct nprand__pair second = nprand__exact_sum(first.hi, -(q * HALF_PI_3));
    *quadrant = (int)q & 3;
    return nprand__exact_sum_ordered(second.hi, (first.lo + second.lo) - q * HALF_PI_4);
}

static double cos_by_integers(double x)
{
    int negative, quadrant;
    const struct nprand__fixed r = nprand__fixed_reduced(x, &negative, &quadrant);
    const struct nprand__fixed value =
        (quadrant & 1) != 0 ? nprand__fixed_sin(&r) : nprand__fixed_cos(&r);
    /* cos r, -sin r, -cos r, sin r */
    negative = (quadrant & 1) != 0 ? negative ^ (quadrant == 1) : quadrant == 2;
    return negative ? -nprand__fixed_rounded(&value) : nprand__fixed_rounded(&value);
}

double nprand__reference_cos(double x)
{
    x = fabs(x);
    if (!(x <= DBL_MAX))
        return (double)NAN;
    if (x < 0x1p-27)
        return 1.0;
    if (x <= 0x1p20) {
        int quadrant;
        double rounded;
        const struct nprand__pair r = reduced(x, &quadrant);
        /* Nearer to 0, what rounding took from r is too much of it. */
        if (fabs(r.hi) >= 0x1p-30) {
            struct nprand__pair value =
                (quadrant & 1) != 0 ? nprand__sin_pair(r) : nprand__cos_pair(r);
            if (quadrant == 1 || quadrant == 2)
                value = nprand__negative(value);
            if (nprand__pair_rounds(value, NPRAND__SINCOS_ERROR, &rounded))
                return rounded;
        }
    }
    return cos_by_integers(x);
}
