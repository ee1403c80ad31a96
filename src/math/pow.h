/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The power function of the reference profile: the method of glibc 2.28 and later (Arm Limited,
 * optimized-routines, 2018). ln x is computed with 15 bits more than a double has and multiplied by
 * y, and the exponential of the product is the result. The operations have the order that glibc has
 * on CPUs with fused multiply-add. The error is below 0.52 ULP.
 *
 * Included once for each kind of fused multiply-add, after exp.h, with NAME(x), TARGET and
 * FMA(a, b, c).
 */

/* ln x as a sum of two doubles, for the bits of a positive number. As in log.h, with two
 * differences: 1/c has few bits, which makes r exact, and ln c is a sum of two doubles. */
TARGET static inline double NAME(pow_log)(uint64_t bits, double *tail)
{
    uint64_t t = bits - NPRAND__POW_OFFSET;
    const double *entry = nprand__pow_log_table[t >> (52 - NPRAND__TABLE_BITS) & 127];
    double k = (double)((int64_t)t >> 52);
    double z = nprand__from_bits(bits - (t & UINT64_C(0xfff) << 52));
    double r = FMA(z, entry[0], -1.0);
    double t1 = FMA(k, NPRAND__LN2_HIGH, entry[1]);
    double t2 = t1 + r;
    double low1 = FMA(k, NPRAND__LN2_LOW, entry[2]);
    double low2 = (t1 - t2) + r;
    double ar = NPRAND__POW_A0 * r;
    double ar2 = r * ar;
    double ar3 = r * ar2;
    double high = t2 + ar2;
    double low3 = FMA(ar, r, -ar2);
    double low4 = (t2 - high) + ar2;
    double q = FMA(r, NPRAND__POW_A6, NPRAND__POW_A5);
    q = FMA(ar2, q, FMA(r, NPRAND__POW_A4, NPRAND__POW_A3));
    q = FMA(ar2, q, FMA(r, NPRAND__POW_A2, NPRAND__POW_A1));
    double low = FMA(ar3, q, ((low1 + low2) + low3) + low4);
    double result = high + low;
    *tail = (high - result) + low;
    return result;
}

/* 0: y is not an integer; 1: odd; 2: even. */
static inline int NAME(pow_parity)(uint64_t y_bits)
{
    int exponent = (int)nprand__exponent(y_bits);
    if (exponent < 1023)
        return 0;
    if (exponent > 1023 + 52)
        return 2;
    uint64_t unit = UINT64_C(1) << (1023 + 52 - exponent);
    if ((y_bits & (unit - 1)) != 0)
        return 0;
    return (y_bits & unit) != 0 ? 1 : 2;
}

/* x or y is zero, infinite or NaN. */
static double NAME(pow_of_special)(double x, double y)
{
    if (nprand__is_signaling(x) || nprand__is_signaling(y))
        return x + y;
    if (y == 0.0 || x == 1.0)
        return 1.0;
    if (x != x || y != y)
        return x + y;
    if (y == (double)INFINITY || y == -(double)INFINITY) {
        if (x == -1.0)
            return 1.0;
        return (fabs(x) < 1.0) == (y > 0.0) ? 0.0 : (double)INFINITY;
    }
    double result = x * x;
    if (signbit(x) && NAME(pow_parity)(nprand__to_bits(y)) == 1)
        result = -result;
    return y < 0.0 ? 1.0 / result : result;
}

static inline bool NAME(pow_is_special)(uint64_t bits)
{
    return 2 * bits - 1 >= 2 * NPRAND__EXPONENT_BITS - 1;
}

TARGET LINKAGE double NAME(pow)(double x, double y)
{
    uint64_t bits = nprand__to_bits(x);
    uint64_t y_bits = nprand__to_bits(y);
    if (NAME(pow_is_special)(bits) || NAME(pow_is_special)(y_bits))
        return NAME(pow_of_special)(x, y);
    uint64_t sign_bit = 0;
    if (x < 0.0) {
        int parity = NAME(pow_parity)(y_bits);
        if (parity == 0)
            return (double)NAN;
        if (parity == 1)
            sign_bit = NPRAND__SIGN_BIT;
        bits ^= NPRAND__SIGN_BIT;
    }
    uint32_t y_exponent = nprand__exponent(y_bits);
    if (bits == NPRAND__ONE_BITS)
        return sign_bit ? -1.0 : 1.0;
    if (y_exponent < 1023 - 65) /* the result rounds to 1 */
        return 1.0;
    if (y_exponent >= 1023 + 63) /* overflow or underflow for every x but 1 */
        return (bits > NPRAND__ONE_BITS) == (y > 0.0) ? (double)INFINITY : 0.0;
    if (nprand__exponent(bits) == 0)
        bits = nprand__normalised(bits);

    double tail;
    double log_x = NAME(pow_log)(bits, &tail);
    double product = y * log_x;
    tail = FMA(y, tail, FMA(y, log_x, -product));
    return NAME(exp_with_tail)(product, tail, sign_bit);
}
