/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The correctly rounded cosine.
 *
 * vonmises draws angles from 0 to pi. For them, cos x = sin r with r = pi/2 - x, and the sine is
 * computed by a table. For one argument in some thousands, this result is too close to the middle
 * of two doubles to be rounded. The cosine of such an argument, and of an argument for which the
 * table does not serve, is computed in fixed-point numbers.
 */
#include "reference.h"

#include "cos_table.h"
#include "fixed.h"
#include "taylor.h"

#define COS_PI           0x1.921fb54442d18p+1
#define COS_HALF_PI_HIGH 0x1.921fb54442d18p+0
#define COS_HALF_PI_LOW  0x1.1a62633145c07p-54

/* sin r for 2^-30 <= r.hi <= pi/2. With s = sin(i/128), t = r.hi - i/128 and e = r.lo,
 *
 *     sin r = s + t cos(i/128) + s (-t (t/2 + e) + t^4/24 - ...)
 *             + cos(i/128) (e (1 - t^2/2) - t^3/6 + ...).
 *
 * The error. The term -s t^2/2 is at most s 2^-17 and is rounded eight times: t/2 + e, the product
 * with t, the sum even, at[0] in place of s, its product with even, two more sums, and the sum in
 * nprand__rounds(). The term in t^3 is rounded twelve times and is at most a sixth of s t^2/2. All
 * other errors are below s 2^-77. In total the error is below 10 s 2^-70. That is 20 2^-70 sin r if
 * s is 1/128 and r is close to 1/256, and less elsewhere. With i = 0, only t^3/6 is rounded. */
static struct nprand__pair cos_sine(struct nprand__pair r)
{
    double t;
    const double *at = NPRAND__SINES[nprand__nearest_point(r.hi, 201, &t)];
    const double z = t * t, zz = z * z;
    const double even = zz * (1.0 / 24.0 - z * (1.0 / 720.0)) - t * (0.5 * t + r.lo);
    const double odd = t * z * ((z * (1.0 / 120.0) - 1.0 / 6.0) - zz * (1.0 / 5040.0));
    const double slope = at[2] + at[3];
    return nprand__taylor(at, t, at[0] * even + slope * (odd + (r.lo - 0.5 * r.lo * z)));
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
    /* r.lo has an error of 2^-106, which must be small relative to r. */
    if (x <= COS_PI && fabs(x - COS_HALF_PI_HIGH) >= 0x1p-30) {
        const struct nprand__pair off = nprand__exact_sum(COS_HALF_PI_HIGH, -x);
        const double sign = copysign(1.0, off.hi);
        const struct nprand__pair value =
            cos_sine((struct nprand__pair){fabs(off.hi), sign * (off.lo + COS_HALF_PI_LOW)});
        double down, up;
        if (nprand__rounds(value, &down, &up))
            return sign * down;
    }
    return cos_by_integers(x);
}

#undef COS_PI
#undef COS_HALF_PI_HIGH
#undef COS_HALF_PI_LOW
