/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The arc cosine of the reference profile: the method of glibc 2.34 and later, by polynomials, of
 * which a table has one for each 256th of the argument (IBM Accurate Mathematical Library, 2001),
 * with its operations in glibc's order where the CPU has fused multiply-add. Error below 0.523 ULP:
 * one result in 1400 is not the correctly rounded one.
 *
 * Included once for each kind of fused multiply-add, with NAME(x), TARGET and FMA(a, b, c).
 */

/* (asin(s) - s) / s^3, where q = s^2 <= 1/64. */
TARGET static inline double NAME(asin_series)(double q)
{
    double p = FMA(q, NPRAND__ASIN_F6, NPRAND__ASIN_F5);
    p = FMA(q, p, NPRAND__ASIN_F4);
    p = FMA(q, p, NPRAND__ASIN_F3);
    p = FMA(q, p, NPRAND__ASIN_F2);
    return FMA(q, p, NPRAND__ASIN_F1);
}

/* acos x = pi/2 - x - x^3 F(x^2), |x| < 1/8. What rounding took from pi/2 - x is d. */
TARGET static inline double NAME(acos_near_0)(double x)
{
    double q = x * x;
    double r = NPRAND__HALF_PI - x;
    double d = ((NPRAND__HALF_PI - r) - x) + NPRAND__HALF_PI_TAIL;
    return r + FMA(-NAME(asin_series)(q), x * q, d);
}

/* acos x = pi/2 -+ asin |x|, 1/8 <= |x| < 31/32. With the middle c of the interval of |x| and
 * h = |x| - c, asin |x| = row[0] + row[1] + row[2] h + row[3] h^2 + ... Intervals with polynomials
 * of lower degrees have zeros for the last coefficients, which change no result. */
TARGET static inline double NAME(acos_by_table)(double x)
{
    unsigned interval = (unsigned)(fabs(x) * 256.0);
    const double *row = nprand__asin_table[interval - 32];
    double h = fabs(x) - (double)(2 * interval + 1) * 0x1p-9; /* exact */
    double p = row[11];
    for (int i = 10; i >= 3; i--)
        p = FMA(h, p, row[i]);
    p = FMA(h * h, p, row[1]);
    double t = FMA(row[2], h, p);
    if (x > 0.0)
        return (NPRAND__HALF_PI_TAIL - t) + (NPRAND__HALF_PI - row[0]);
    return (NPRAND__HALF_PI_TAIL + t) + (NPRAND__HALF_PI + row[0]);
}

/* acos x = 2 asin s towards 1, and pi minus that of -x towards -1, with s = sqrt((1 - |x|)/2). The
 * square root is y + e: from the table, 1/s to 7 bits; from a cubic polynomial, nearly all of a
 * double; the first 26 bits of s are y; one step of Newton's gives e. */
TARGET static inline double NAME(acos_near_1)(double x)
{
    double z = 0.5 * (1.0 - fabs(x)); /* exact */
    uint64_t bits = nprand__to_bits(z);
    uint64_t exponent = 1023 + 511 - nprand__exponent(bits) / 2;
    double t = nprand__root_table[bits >> 46 & 127] * nprand__from_bits(exponent << 52);
    double r = FMA(-(t * t), z, 1.0);
    double g = FMA(r, FMA(r, NPRAND__ROOT_G3, NPRAND__ROOT_G2), NPRAND__ROOT_G1);
    g = FMA(r, g, NPRAND__ROOT_G0);
    t = g * t;
    double b = t * z;
    double v = FMA(-b, t * 0.5, 1.5);
    double y = FMA(-0x1p27, b, FMA(0x1p27, b, b));
    double e = FMA(-y, y, z) / FMA(v, b, y);
    double p = (NAME(asin_series)(z) * z) * (y + e);
    double half = x > 0.0 ? (e + p) + y : ((NPRAND__HALF_PI_TAIL - e) - p) + (NPRAND__HALF_PI - y);
    return half + half;
}

TARGET LINKAGE double NAME(acos)(double x)
{
    double size = fabs(x);
    if (size < NPRAND__ACOS_IS_HALF_PI)
        return NPRAND__HALF_PI;
    if (size < 0.125)
        return NAME(acos_near_0)(x);
    if (size < 0.96875)
        return NAME(acos_by_table)(x);
    if (size < 1.0)
        return NAME(acos_near_1)(x);
    if (x == 1.0)
        return 0.0;
    return x == -1.0 ? 2.0 * NPRAND__HALF_PI : (double)NAN;
}
