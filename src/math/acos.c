/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The correctly rounded arc cosine.
 *
 * acos x = pi/2 - asin x in the middle, 2 asin t with t = sqrt((1 - x)/2) towards 1, pi minus that
 * of -x towards -1. asin t is a double near it and one step of Newton's, with the sine in twice the
 * precision of a double. Where that does not tell how the result rounds, Newton's steps go on in
 * fixed-point numbers.
 */
#include "reference.h"

#include "fixed.h"
#include "sincos.h"

#define PI_HIGH 0x1.921fb54442d18p+1
#define PI_LOW  0x1.1a62633145c07p-53

/* asin t for 0 <= t <= 1/2, off by an ulp or so: t + t z P(z)/Q(z), z = t^2. Figures: Sun
 * Microsystems, fdlibm (1993). */
static double nearby_asin(double t)
{
    const double z = t * t;
    double p = z * 0x1.23de10dfdf709p-15 + 0x1.9efe07501b288p-11;
    p = z * p - 0x1.48228b5688f3bp-5;
    p = z * p + 0x1.9c1550e884455p-3;
    p = z * p - 0x1.4d61203eb6f7dp-2;
    p = z * p + 0x1.5555555555555p-3;
    double q = z * 0x1.3b8c5b12e9282p-4 - 0x1.6066c1b8d8ebcp-1;
    q = z * q + 0x1.02ae59c598ac8p+1;
    q = z * q - 0x1.33a271c8a2d4bp+1;
    q = z * q + 1.0;
    return t + t * (z * p / q);
}

/* asin t, and z = t^2 to some digits. */
static struct nprand__pair asin_pair(struct nprand__pair t, double z)
{
    const double near = nearby_asin(t.hi);
    const struct nprand__pair sine = nprand__sin_pair((struct nprand__pair){near, 0.0});
    const double off = (t.hi - sine.hi) + (t.lo - sine.lo);
    return nprand__exact_sum_ordered(near, off / sqrt(1.0 - z));
}

static struct nprand__pair acos_pair(double x)
{
    const double size = fabs(x);
    const struct nprand__pair pi = {PI_HIGH, PI_LOW};
    const struct nprand__pair half_pi = {0.5 * PI_HIGH, 0.5 * PI_LOW};
    if (size <= 0.5) {
        struct nprand__pair asin = asin_pair((struct nprand__pair){size, 0.0}, x * x);
        if (x > 0.0)
            asin = nprand__negative(asin);
        return nprand__pair_sum(half_pi, asin);
    }
    const double z = 0.5 * (1.0 - size); /* exact */
    const double root = sqrt(z);
    const struct nprand__pair square = nprand__exact_product(root, root);
    const double rest = ((z - square.hi) - square.lo) / (2.0 * root);
    struct nprand__pair acos = asin_pair((struct nprand__pair){root, rest}, z);
    acos.hi *= 2.0;
    acos.lo *= 2.0;
    return x > 0.0 ? acos : nprand__pair_sum(pi, nprand__negative(acos));
}

/* The angle from 0 to pi/3 whose sine (in the middle) or cosine is |x|. Each step leaves 2^-50 of
 * the error; the last one counted by how far it went. */
static struct nprand__fixed angle_by_integers(double x, int in_middle)
{
    const struct nprand__fixed target = nprand__fixed_of(x);
    const double slope = in_middle ? sqrt((1.0 - x) * (1.0 + x)) : -sqrt((1.0 - x) * (1.0 + x));
    struct nprand__fixed angle =
        nprand__fixed_of(in_middle ? nearby_asin(x) : 2.0 * nearby_asin(sqrt(0.5 * (1.0 - x))));
    double step;
    do {
        int below, backwards;
        const struct nprand__fixed value =
            in_middle ? nprand__fixed_sin(&angle) : nprand__fixed_cos(&angle);
        const struct nprand__fixed off = nprand__fixed_difference(&value, &target, &below);
        step = nprand__fixed_rounded(&off) / slope;
        if (!below)
            step = -step;
        const struct nprand__fixed size = nprand__fixed_of(fabs(step));
        angle = step < 0 ? nprand__fixed_difference(&angle, &size, &backwards)
                         : nprand__fixed_sum(&angle, &size);
    } while (fabs(step) > 0x1p-180);
    return angle;
}

static double acos_by_integers(double x)
{
    int negative;
    const int in_middle = fabs(x) <= 0.5;
    struct nprand__fixed angle = angle_by_integers(fabs(x), in_middle);
    struct nprand__fixed whole = nprand__fixed_pi();
    if (in_middle)
        whole = nprand__fixed_half(&whole);
    if (in_middle && x < 0.0)
        angle = nprand__fixed_sum(&whole, &angle);
    else if (in_middle || x < 0.0)
        angle = nprand__fixed_difference(&whole, &angle, &negative);
    return nprand__fixed_rounded(&angle);
}

double nprand__reference_acos(double x)
{
    double rounded;
    if (!(fabs(x) <= 1.0))
        return (double)NAN;
    if (x == 1.0)
        return 0.0;
    if (x == -1.0)
        return PI_HIGH;
    if (fabs(x) < 0x1p-56)
        return 0.5 * PI_HIGH;
    if (nprand__pair_rounds(acos_pair(x), NPRAND__SINCOS_ERROR, &rounded))
        return rounded;
    return acos_by_integers(x);
}
