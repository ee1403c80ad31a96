/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The natural logarithm of the reference profile: the method of glibc 2.28 and later, a table of
 * 128 intervals and polynomials (Arm Limited, optimized-routines, 2018). The operations have the
 * order that glibc has on CPUs with fused multiply-add. The error is below 0.52 ULP.
 *
 * Included once for each kind of fused multiply-add, with NAME(x), TARGET and FMA(a, b, c).
 */

/* ln(1 + r) for x = 1 + r near 1. The error must be small relative to r. So r + B0 r^2 is computed
 * as a sum of two doubles, which is exact except for one product in the low double. */
TARGET static inline double NAME(log_near_1)(double x)
{
    double r = x - 1.0; /* exact */
    double r2 = r * r;
    double r3 = r * r2;
    double p =
        FMA(r3, NPRAND__LOG_B10, FMA(r2, NPRAND__LOG_B9, FMA(r, NPRAND__LOG_B8, NPRAND__LOG_B7)));
    p = FMA(r3, p, FMA(r2, NPRAND__LOG_B6, FMA(r, NPRAND__LOG_B5, NPRAND__LOG_B4)));
    p = FMA(r3, p, FMA(r2, NPRAND__LOG_B3, FMA(r, NPRAND__LOG_B2, NPRAND__LOG_B1)));
    double shift = r * 0x1p27;
    double r_high = (r + shift) - shift; /* 26 bits: the square is exact */
    double r_low = r - r_high;
    double square = (r_high * r_high) * NPRAND__LOG_B0;
    double high = r + square;
    double low = (r - high) + square;
    low = FMA(NPRAND__LOG_B0 * r_low, r_high + r, low);
    return FMA(r3, p, low) + high;
}

/* x = 2^k z. The table has a c close to z: ln x = k ln 2 + ln c + ln(1 + r) with r = z/c - 1. */
TARGET static inline double NAME(log_by_table)(uint64_t bits)
{
    uint64_t t = bits - NPRAND__LOG_OFFSET;
    const double *entry = nprand__log_table[t >> (52 - NPRAND__TABLE_BITS) & 127];
    double k = (double)((int64_t)t >> 52);
    double z = nprand__from_bits(bits - (t & UINT64_C(0xfff) << 52));
    double r = FMA(z, entry[0], -1.0);
    double w = FMA(k, NPRAND__LN2_HIGH, entry[1]);
    double high = w + r;
    double low = FMA(k, NPRAND__LN2_LOW, (w - high) + r);
    double r2 = r * r;
    double q =
        FMA(r2, FMA(r, NPRAND__LOG_A4, NPRAND__LOG_A3), FMA(r, NPRAND__LOG_A2, NPRAND__LOG_A1));
    return FMA(r * r2, q, FMA(r2, NPRAND__LOG_A0, low)) + high;
}

/* The values that are not normal and positive. */
TARGET static double NAME(log_elsewhere)(double x)
{
    if (x > 0.0 && x < (double)INFINITY)
        return NAME(log_by_table)(nprand__normalised(nprand__to_bits(x)));
    if (x == 0.0)
        return -(double)INFINITY;
    return x < 0.0 ? (double)NAN : x;
}

TARGET LINKAGE double NAME(log)(double x)
{
    const uint64_t bits = nprand__to_bits(x);
    if (nprand__is_within(bits, NPRAND__LOG_NEAR_LOW, NPRAND__LOG_NEAR_HIGH))
        return NAME(log_near_1)(x);
    if (NPRAND__LIKELY(nprand__is_within(bits, DBL_MIN, (double)INFINITY)))
        return NAME(log_by_table)(bits);
    return NAME(log_elsewhere)(x);
}
