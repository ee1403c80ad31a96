/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Sine and cosine as sums of two doubles, for |r| <= pi/4: Taylor series, of which the first terms
 * are computed with twice the precision of a double. Errors below 2^-72 of the result.
 */
#ifndef NPRAND_MATH_SINCOS_H
#define NPRAND_MATH_SINCOS_H

#include "exact.h"

#include <math.h>

/* The relative error that results are taken to have in rounding: more than they have. */
#define NPRAND__SINCOS_ERROR 0x1p-70

static inline struct nprand__pair nprand__pair_product(struct nprand__pair a, struct nprand__pair b)
{
    struct nprand__pair p = nprand__exact_product(a.hi, b.hi);
    p.lo = p.lo + (a.hi * b.lo + a.lo * b.hi);
    return nprand__exact_sum_ordered(p.hi, p.lo);
}

/* For |a| above |b|. */
static inline struct nprand__pair nprand__pair_sum(struct nprand__pair a, struct nprand__pair b)
{
    struct nprand__pair s = nprand__exact_sum_ordered(a.hi, b.hi);
    s.lo = s.lo + (a.lo + b.lo);
    return nprand__exact_sum_ordered(s.hi, s.lo);
}

/* 1/n! */
#define NPRAND__INVERSE_3 ((struct nprand__pair){0x1.5555555555555p-3, 0x1.5555555555555p-57})
#define NPRAND__INVERSE_4 ((struct nprand__pair){0x1.5555555555555p-5, 0x1.5555555555555p-59})
#define NPRAND__INVERSE_5 ((struct nprand__pair){0x1.1111111111111p-7, 0x1.1111111111111p-63})
#define NPRAND__INVERSE_6 ((struct nprand__pair){0x1.6c16c16c16c17p-10, -0x1.f49f49f49f49fp-65})
#define NPRAND__INVERSE_7 ((struct nprand__pair){0x1.a01a01a01a01ap-13, 0x1.a01a01a01a01ap-73})
#define NPRAND__INVERSE_8 ((struct nprand__pair){0x1.a01a01a01a01ap-16, 0x1.a01a01a01a01ap-76})

static inline struct nprand__pair nprand__negative(struct nprand__pair a)
{
    return (struct nprand__pair){-a.hi, -a.lo};
}

static inline struct nprand__pair nprand__sin_pair(struct nprand__pair r)
{
    const struct nprand__pair z = nprand__pair_product(r, r);
    /* 1/9! - z/11! + ... + z^6/21! */
    double t = 1.0 / 51090942171709440000.0;
    t = z.hi * t - 1.0 / 121645100408832000.0;
    t = z.hi * t + 1.0 / 355687428096000.0;
    t = z.hi * t - 1.0 / 1307674368000.0;
    t = z.hi * t + 1.0 / 6227020800.0;
    t = z.hi * t - 1.0 / 39916800.0;
    t = z.hi * t + 1.0 / 362880.0;
    struct nprand__pair s = {z.hi * t, 0.0};
    s = nprand__pair_sum(nprand__negative(NPRAND__INVERSE_7), s);
    s = nprand__pair_sum(NPRAND__INVERSE_5, nprand__pair_product(z, s));
    s = nprand__pair_sum(nprand__negative(NPRAND__INVERSE_3), nprand__pair_product(z, s));
    s = nprand__pair_product(nprand__pair_product(r, z), s);
    return nprand__pair_sum(r, s);
}

static inline struct nprand__pair nprand__cos_pair(struct nprand__pair r)
{
    const struct nprand__pair z = nprand__pair_product(r, r);
    /* 1/10! - z/12! + ... + z^6/22! */
    double t = 1.0 / 1124000727777607680000.0;
    t = z.hi * t - 1.0 / 2432902008176640000.0;
    t = z.hi * t + 1.0 / 6402373705728000.0;
    t = z.hi * t - 1.0 / 20922789888000.0;
    t = z.hi * t + 1.0 / 87178291200.0;
    t = z.hi * t - 1.0 / 479001600.0;
    t = z.hi * t + 1.0 / 3628800.0;
    struct nprand__pair s = {-z.hi * t, 0.0};
    s = nprand__pair_sum(NPRAND__INVERSE_8, s);
    s = nprand__pair_sum(nprand__negative(NPRAND__INVERSE_6), nprand__pair_product(z, s));
    s = nprand__pair_sum(NPRAND__INVERSE_4, nprand__pair_product(z, s));
    s = nprand__pair_product(nprand__pair_product(z, z), s);
    const struct nprand__pair half = {-0.5 * z.hi, -0.5 * z.lo};
    const struct nprand__pair one = {1.0, 0.0};
    return nprand__pair_sum(nprand__pair_sum(one, half), s);
}

/* Whether v, which may be off by error times its size, rounds to one double (Abraham Ziv, 1991). */
static inline int nprand__pair_rounds(struct nprand__pair v, double error, double *rounded)
{
    const double off = error * fabs(v.hi);
    *rounded = v.hi + (v.lo - off);
    return *rounded == v.hi + (v.lo + off);
}

#endif
