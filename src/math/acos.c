/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The correctly rounded arc cosine.
 *
 * For |x| <= 1/2, acos x = pi/2 - asin x. For x > 1/2, acos x = 2 asin t with t = sqrt((1 - x)/2).
 * For x < -1/2, acos x = pi - acos(-x). asin is computed by a table. If two doubles are then
 * possible, the cosine of the number half way between them is computed in fixed-point numbers, and
 * its comparison with x decides which of the two is nearer.
 */
#include "reference.h"

#include "acos_table.h"
#include "fixed.h"
#include "taylor.h"

#define ACOS_PI_HIGH 0x1.921fb54442d18p+1
#define ACOS_PI_LOW  0x1.1a62633145c07p-53

/* asin t for 0 <= t.hi <= 1/2. With d = t.hi - i/128 and e = t.lo, for which |e| <= 2^-53 t,
 *
 *     asin t = a0 + a1 d + d (d + 2 e) (a2 + a3 d + ... + a9 d^7) + a1 e.
 *
 * The error. The term d^2 a2 is rounded nine times: d + 2 e, the product with d, a2, two sums in
 * p2, the product with p2, two more sums, and the sum in nprand__rounds(). The term in d^3 is
 * rounded as often and is at most a sixth of d^2 a2. The terms left out are d^2 e a3, below 2^-70
 * t, and d^10 a10, below 2^-75 t. In total the error is below 22 2^-70 asin t if i = 1 and t is
 * close to 1/256, and below 16 2^-70 asin t elsewhere. With i = 0, only d^3/6 is rounded. */
static struct nprand__pair acos_arc_sine(struct nprand__pair t)
{
    double d;
    const double *at = NPRAND__ARC_SINES[nprand__nearest_point(t.hi, 64, &d)];
    const double z = d * d;
    const double p6 = (at[8] + at[9] * d) + z * (at[10] + at[11] * d);
    const double p2 = (at[4] + at[5] * d) + z * ((at[6] + at[7] * d) + z * p6);
    return nprand__taylor(at, d, d * (d + 2.0 * t.lo) * p2 + at[2] * t.lo);
}

/* The square root of z for 2^-54 <= z <= 1/4. The relative error is about 2^-106. */
static struct nprand__pair acos_square_root(double z)
{
    const double root = sqrt(z);
    const struct nprand__pair square = nprand__exact_product(root, root);
    return (struct nprand__pair){root, ((z - square.hi) - square.lo) / (2.0 * root)};
}

static struct nprand__pair acos_pair(double x)
{
    /* acos x is a sum of a constant (two doubles) and a multiple of an arc sine: pi/2 - asin |x|,
     * pi/2 + asin |x|, 0 + 2 asin t, pi - 2 asin t. */
    static const double whole[4][3] = {{0.5 * ACOS_PI_HIGH, 0.5 * ACOS_PI_LOW, -1.0},
                                       {0.5 * ACOS_PI_HIGH, 0.5 * ACOS_PI_LOW, 1.0},
                                       {0.0, 0.0, 2.0},
                                       {ACOS_PI_HIGH, ACOS_PI_LOW, -2.0}};
    const double size = fabs(x);
    const int middle = size <= 0.5;
    const double *of = whole[2 * !middle + (x < 0.0)];
    const struct nprand__pair asin = acos_arc_sine(middle ? (struct nprand__pair){size, 0.0}
                                                          : acos_square_root(0.5 * (1.0 - size)));
    /* For x <= 1/2, two more roundings. The result is then at least twice the arc sine. */
    const struct nprand__pair sum = nprand__exact_sum_ordered(of[0], of[2] * asin.hi);
    return (struct nprand__pair){sum.hi, sum.lo + (of[1] + of[2] * asin.lo)};
}

/* Of the neighbouring doubles down and up, the one that is nearer to acos x. */
static double acos_by_integers(double x, double down, double up)
{
    const struct nprand__fixed a = nprand__fixed_of(down), b = nprand__fixed_of(up);
    const struct nprand__fixed sum = nprand__fixed_sum(&a, &b), pi = nprand__fixed_pi();
    const struct nprand__fixed size = nprand__fixed_of(fabs(x));
    int below;
    struct nprand__fixed middle = nprand__fixed_half(&sum);
    if (x < 0.0)
        middle = nprand__fixed_difference(&pi, &middle, &below);
    const struct nprand__fixed cosine = nprand__fixed_cos(&middle);
    nprand__fixed_difference(&size, &cosine, &below);
    return below == (x > 0.0) ? up : down;
}

double nprand__reference_acos(double x)
{
    double down, up;
    if (!(fabs(x) <= 1.0))
        return (double)NAN;
    if (x == 1.0)
        return 0.0;
    if (x == -1.0)
        return ACOS_PI_HIGH;
    if (fabs(x) < 0x1p-56)
        return 0.5 * ACOS_PI_HIGH;
    return nprand__rounds(acos_pair(x), &down, &up) ? down : acos_by_integers(x, down, up);
}

#undef ACOS_PI_HIGH
#undef ACOS_PI_LOW
