/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The binary logarithm of the reference profile: the method of glibc 2.29 and later, by a table of
 * 64 intervals and polynomials (Arm Limited, optimized-routines, 2018). Its operations are those of
 * glibc from 2.39 on, and of the stable branches of older releases since 2025, where the CPU has
 * fused multiply-add. Error below 0.547 ULP.
 *
 * Included once for each kind of fused multiply-add, with NAME(x), TARGET and FMA(a, b, c).
 */

/* r / ln 2, where 1 / ln 2 is a sum of two doubles: the rounded product, and the rest. */
TARGET static inline double NAME(log2_slope)(double r, double *rest)
{
    double high = r * NPRAND__INVERSE_LN2_HIGH;
    *rest = FMA(r, NPRAND__INVERSE_LN2_LOW, FMA(r, NPRAND__INVERSE_LN2_HIGH, -high));
    return high;
}

/* log2(1 + r) for x = 1 + r near 1, where the error must be small against r. */
TARGET static inline double NAME(log2_near_1)(double x)
{
    double r = x - 1.0; /* exact */
    double low;
    double high = NAME(log2_slope)(r, &low);
    double r2 = r * r;
    double r4 = r2 * r2;
    double p = FMA(r, NPRAND__LOG2_B1, NPRAND__LOG2_B0);
    double result = FMA(r2, p, high);
    low = FMA(r2, p, high - result) + low;
    double q =
        FMA(r2, FMA(r, NPRAND__LOG2_B9, NPRAND__LOG2_B8), FMA(r, NPRAND__LOG2_B7, NPRAND__LOG2_B6));
    p = FMA(r2, FMA(r, NPRAND__LOG2_B5, NPRAND__LOG2_B4), FMA(r, NPRAND__LOG2_B3, NPRAND__LOG2_B2));
    return result + FMA(r4, FMA(r4, q, p), low);
}

/* x = 2^k z, and c close to z from the table: log2 x = k + log2 c + log2(1 + r), r = z/c - 1. */
TARGET static inline double NAME(log2_by_table)(uint64_t bits)
{
    uint64_t t = bits - NPRAND__LOG_OFFSET;
    const double *entry = nprand__log2_table[t >> 46 & 63];
    double k = (double)((int64_t)t >> 52);
    double z = nprand__from_bits(bits - (t & UINT64_C(0xfff) << 52));
    double r = FMA(z, entry[0], -1.0);
    double rest;
    double slope = NAME(log2_slope)(r, &rest);
    double whole = k + entry[1];
    double high = whole + slope;
    double low = ((whole - high) + slope) + rest;
    double r2 = r * r;
    double p =
        FMA(r2, FMA(r, NPRAND__LOG2_A3, NPRAND__LOG2_A2), FMA(r, NPRAND__LOG2_A1, NPRAND__LOG2_A0));
    p = FMA(r2 * r2, FMA(r, NPRAND__LOG2_A5, NPRAND__LOG2_A4), p);
    return FMA(r2, p, low) + high;
}

TARGET LINKAGE double NAME(log2)(double x)
{
    if (x >= NPRAND__LOG2_NEAR_LOW && x < NPRAND__LOG2_NEAR_HIGH)
        return NAME(log2_near_1)(x);
    uint64_t bits = nprand__to_bits(x);
    if (x > 0.0 && x < (double)INFINITY) {
        if (nprand__exponent(bits) == 0)
            bits = nprand__normalised(bits);
        return NAME(log2_by_table)(bits);
    }
    if (x == 0.0)
        return -(double)INFINITY;
    return x < 0.0 ? (double)NAN : x;
}
