/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Fused multiply-add in software: a * b + c rounded once, to nearest even, for all arguments.
 *
 * In the middle of the range it uses exact sums and products: S. Boldo and G. Melquiond, "Emulation
 * of FMA and correctly rounded sums: proved algorithms using rounding to odd" (2008). Where these
 * could overflow, or lose bits by underflow, it uses integers.
 */
#ifndef NPRAND_MATH_FMA_SOFT_H
#define NPRAND_MATH_FMA_SOFT_H

#include "bits.h"
#include "exact.h"

#include <math.h>

#if defined(__GNUC__)
#define NPRAND__COLD __attribute__((cold))
#else
#define NPRAND__COLD
#endif

/* An integer of 128 bits times 2^exponent. */
struct nprand__wide {
    uint64_t hi, lo;
    int exponent;
};

/* Shifts right. If a 1 bit is shifted out, the last bit of the result is 1. */
static inline struct nprand__wide nprand__wide_right(struct nprand__wide a, int n)
{
    struct nprand__wide r = {0, 0, a.exponent + n};
    uint64_t lost;
    if (n == 0)
        return a;
    if (n < 64) {
        lost = a.lo << (64 - n);
        r.lo = a.lo >> n | a.hi << (64 - n);
        r.hi = a.hi >> n;
    } else if (n < 128) {
        lost = a.lo | (n > 64 ? a.hi << (128 - n) : 0);
        r.lo = a.hi >> (n - 64);
    } else {
        lost = a.lo | a.hi;
    }
    r.lo |= lost != 0;
    return r;
}

/* Shifts left until bit 126 is the highest 1 bit. a is not 0 and is below 2^127. */
static inline struct nprand__wide nprand__wide_normal(struct nprand__wide a)
{
    if (a.hi == 0 && a.lo >> 63 == 0)
        a = (struct nprand__wide){a.lo, 0, a.exponent - 64};
    for (int n = 32; n > 0; n /= 2) {
        if (a.hi >> (63 - n) == 0) {
            a.hi = a.hi << n | a.lo >> (64 - n);
            a.lo <<= n;
            a.exponent -= n;
        }
    }
    return a;
}

/* larger + smaller, or larger - smaller. smaller is at most larger and has the same exponent. */
static inline struct nprand__wide nprand__wide_add(struct nprand__wide larger,
                                                   struct nprand__wide smaller, int subtract)
{
    struct nprand__wide r = larger;
    if (subtract) {
        r.lo = larger.lo - smaller.lo;
        r.hi = larger.hi - smaller.hi - (larger.lo < smaller.lo);
    } else {
        r.lo = larger.lo + smaller.lo;
        r.hi = larger.hi + smaller.hi + (r.lo < smaller.lo);
    }
    return r;
}

/* The mantissa of a nonzero finite double, with bit 52 set. */
static inline struct nprand__wide nprand__wide_mantissa(double x)
{
    uint64_t bits = nprand__to_bits(x);
    int exponent = (int)(bits >> 52 & 2047);
    uint64_t mantissa = bits & UINT64_C(0xfffffffffffff);
    if (exponent != 0)
        return (struct nprand__wide){0, mantissa | UINT64_C(1) << 52, exponent - 1075};
    for (exponent = 1; mantissa >> 52 == 0; exponent--)
        mantissa <<= 1;
    return (struct nprand__wide){0, mantissa, exponent - 1075};
}

/* x * y. The highest 1 bit is bit 124 or 125. */
static inline struct nprand__wide nprand__wide_product(double x, double y)
{
    struct nprand__wide a = nprand__wide_mantissa(x);
    struct nprand__wide b = nprand__wide_mantissa(y);
    uint64_t a1 = a.lo >> 32, a0 = a.lo & 0xffffffff;
    uint64_t b1 = b.lo << 20 >> 32, b0 = b.lo << 20 & 0xffffffff, b2 = b.lo >> 44;
    /* b2: the bits of b * 2^20 from bit 64 on. */
    uint64_t low = a0 * b0;
    uint64_t mid = a1 * b0 + (low >> 32);
    uint64_t mid2 = a0 * b1 + (mid & 0xffffffff);
    uint64_t high = a1 * b1 + (mid >> 32) + (mid2 >> 32) + a.lo * b2;
    return (struct nprand__wide){high, mid2 << 32 | (low & 0xffffffff),
                                 a.exponent + b.exponent - 20};
}

/* Rounds to nearest even. a is not 0, and its highest 1 bit is bit 126. */
static inline double nprand__wide_round(struct nprand__wide a, int negative)
{
    const uint64_t sign = (uint64_t)negative << 63;
    int exponent = a.exponent + 126 + 1023;
    if (exponent > 2046)
        return nprand__from_bits(sign | UINT64_C(2047) << 52);
    if (exponent < 1) {
        a = nprand__wide_right(a, 1 - exponent);
        exponent = 0;
    }
    /* The mantissa is in bits 126 to 74. The bit below is worth half of its last bit. */
    uint64_t mantissa = a.hi >> 10;
    uint64_t half = a.hi >> 9 & 1;
    uint64_t rest = (a.hi & 511) | a.lo;
    mantissa += half & (uint64_t)(rest != 0 || (mantissa & 1) != 0);
    /* If rounding carries out of the mantissa, it adds 1 to the exponent, as it must. */
    if (exponent > 0)
        mantissa += (uint64_t)(exponent - 1) << 52;
    return nprand__from_bits(sign | mantissa);
}

/* For all arguments. */
NPRAND__COLD static inline double nprand__fma_by_integers(double a, double b, double c)
{
    if (!(fabs(a) <= DBL_MAX && fabs(b) <= DBL_MAX))
        return a * b + c;
    if (!(fabs(c) <= DBL_MAX))
        return c + c;
    if (a == 0 || b == 0)
        return a * b + c;
    if (c == 0)
        return a * b;
    const int product_sign = (nprand__to_bits(a) ^ nprand__to_bits(b)) >> 63 != 0;
    const int c_sign = nprand__to_bits(c) >> 63 != 0;
    struct nprand__wide product = nprand__wide_product(a, b);
    struct nprand__wide addend = nprand__wide_mantissa(c);
    addend.hi = addend.lo << 8;
    addend.lo = 0;
    addend.exponent -= 72;
    if (product.exponent < addend.exponent)
        product = nprand__wide_right(product, addend.exponent - product.exponent);
    else
        addend = nprand__wide_right(addend, product.exponent - addend.exponent);
    const int product_is_larger =
        product.hi != addend.hi ? product.hi > addend.hi : product.lo >= addend.lo;
    struct nprand__wide larger = product_is_larger ? product : addend;
    struct nprand__wide smaller = product_is_larger ? addend : product;
    struct nprand__wide sum = nprand__wide_add(larger, smaller, product_sign != c_sign);
    if ((sum.hi | sum.lo) == 0)
        return 0.0;
    return nprand__wide_round(nprand__wide_normal(sum), product_is_larger ? product_sign : c_sign);
}

/* a + b, rounded to odd: an inexact sum becomes the neighbour whose last bit is 1. The last bit of
 * the rounded sum is 0. */
NPRAND__COLD static inline double nprand__odd_sum(double a, double b)
{
    struct nprand__pair s = nprand__exact_sum(a, b);
    uint64_t bits = nprand__to_bits(s.hi);
    if (s.lo != 0)
        bits += (s.lo > 0) == (s.hi > 0) ? 1 : UINT64_MAX;
    return nprand__from_bits(bits);
}

static inline double nprand__fma_soft(double a, double b, double c)
{
    const double product = fabs(a * b);
    if (!(product > 0x1p-960 && product < 0x1p1000 && fabs(a) < 0x1p990 && fabs(b) < 0x1p990 &&
          fabs(c) < 0x1p1000))
        return nprand__fma_by_integers(a, b, c);
    struct nprand__pair u = nprand__exact_product(a, b);
    struct nprand__pair t = nprand__exact_sum(c, u.lo);
    struct nprand__pair v = nprand__exact_sum(u.hi, t.hi);
    double rest = t.lo + v.lo;
    /* Two roundings give a wrong result only if the first one gives the middle of two candidates of
     * the second one. Such a rest is at most two or three ulp of v.hi, so that all but a few of its
     * leading bits are 0. */
    if ((nprand__to_bits(rest) & 0xffff) == 0)
        rest = nprand__odd_sum(t.lo, v.lo);
    return v.hi + rest;
}

#endif
