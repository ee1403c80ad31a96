/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The natural logarithm as a sum of two doubles: see log.h.
 *
 * Included once for each kind of fused multiply-add, with
 *
 *   TARGET          an attribute of every function, which allows the instruction
 *   NAME(x)         x with a prefix of its own
 *   FMA(a, b, c)    a b + c, rounded once; or a b + c with both operations rounded. log_sum() then
 *                   has the same high, and its low differs by less than its error
 *   MINUS_1(a, b)   a b - 1, rounded once
 */

/* ln(1 + r) for x = 1 + r near 1. The error must be small relative to r. So r + B0 r^2 is computed
 * as a sum of two doubles, which is exact except for one product in the low double.
 *
 * The error is a bound of the difference between the two values of low, with rounding once and with
 * rounding twice. |r| < 2^-3.94. p is near 1/3, the last of three sums, each of which is rounded by
 * 2^-55 at most. The two values of p differ by less than 2^-52, and those of r3 p by less than
 * 2^-51 |r|^3, all roundings of numbers of this size included. The two values of low before the
 * last line, which are below 2^-27 r^2 + 2^-53 |r|, differ by a few 2^-53 of them. The sum is below
 * 2^-58.8 |r|. The error is above 2^-58.1 |r|, since |high| is above 0.96 |r|: the rest is more
 * than low - error and low + error are rounded by in log.h, 2^-61 |r|. */
TARGET static inline struct nprand__log_sum NAME(log_near_1)(double x)
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
    return (struct nprand__log_sum){high, FMA(r3, p, low), 0x1p-58 * fabs(high)};
}

/* x = 2^k z. The table has a c close to z: ln x = k ln 2 + ln c + ln(1 + r) with r = z/c - 1.
 *
 * The error: k LN2_HIGH is exact, and |r| < 2^-7.9. w and high are the same with rounding once and
 * twice. All other numbers are below 2^-16.8. They are rounded six times, each time by 2^-70 at
 * most, and a seventh time in log.h. */
TARGET static inline struct nprand__log_sum NAME(log_by_table)(uint64_t bits)
{
    uint64_t t = bits - NPRAND__LOG_OFFSET;
    const double *entry = nprand__log_table[t >> (52 - NPRAND__TABLE_BITS) & 127];
    double k = (double)((int64_t)t >> 52);
    double z = nprand__from_bits(bits - (t & UINT64_C(0xfff) << 52));
    double r = MINUS_1(z, entry[0]);
    double w = FMA(k, NPRAND__LN2_HIGH, entry[1]);
    double high = w + r;
    double low = FMA(k, NPRAND__LN2_LOW, (w - high) + r);
    double r2 = r * r;
    double q =
        FMA(r2, FMA(r, NPRAND__LOG_A4, NPRAND__LOG_A3), FMA(r, NPRAND__LOG_A2, NPRAND__LOG_A1));
    low = FMA(r * r2, q, FMA(r2, NPRAND__LOG_A0, low));
    return (struct nprand__log_sum){high, low, 0x1p-66};
}

/* For 0 < x, finite. */
TARGET static inline struct nprand__log_sum NAME(log_sum)(double x)
{
    uint64_t bits = nprand__to_bits(x);
    if (nprand__is_within(bits, NPRAND__LOG_NEAR_LOW, NPRAND__LOG_NEAR_HIGH))
        return NAME(log_near_1)(x);
    if (nprand__exponent(bits) == 0)
        bits = nprand__normalised(bits);
    return NAME(log_by_table)(bits);
}
