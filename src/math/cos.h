/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The cosine and the sine of the reference profile: the method of glibc 2.28 and later, by a table
 * of sines and cosines of multiples of 1/128 and short polynomials (IBM Accurate Mathematical
 * Library, 2001), with its operations in glibc's order where the CPU has fused multiply-add. Error
 * below 0.55 ULP, but for arguments next to multiples of pi/2: 0.561 at the double above pi/2. One
 * result in 700 is not the correctly rounded one.
 *
 * The distributions call cos and sin with angles from 0 to 2 pi. Up to COS_END, which is 2^26 pi/2,
 * the results are glibc's. From COS_END on, where a reduction would need more digits of pi, the
 * result is NaN.
 *
 * Included once for each kind of fused multiply-add, with NAME(x), TARGET and FMA(a, b, c).
 */

/* An argument in two parts is a + d: d is small against the last place of a, or not much above it.
 *
 * |a| + TO_POINT has the integer k that is nearest to 128 |a| in its low bits. With the rest
 * r = |a| - k/128, v = sin r and e = 1 - cos r,
 *
 *   cos |a| = cos(k/128) - e cos(k/128) - v sin(k/128)
 *   sin |a| = sin(k/128) - e sin(k/128) + v cos(k/128).
 *
 * A row of the table has sin(k/128) and cos(k/128), a rounded double and a tail each. Its mask
 * keeps the index inside the table in every rounding mode. */
TARGET static inline double NAME(cos_of_sum)(double a, double d)
{
    double shifted = fabs(a) + NPRAND__COS_TO_POINT;
    const double *row = nprand__sine_table[nprand__to_bits(shifted) & 127];
    double point = shifted - NPRAND__COS_TO_POINT;
    double r = (fabs(a) - point) + (a < 0.0 ? -d : d);
    double q = r * r;
    double v = FMA(r * q, FMA(q, NPRAND__SIN_A1, NPRAND__SIN_A0), r);
    double e = q * FMA(q, FMA(q, NPRAND__COS_A1, NPRAND__COS_A0), 0.5);
    double t = FMA(-v, row[1], row[3]);
    t = FMA(-e, row[2], t);
    t = FMA(-v, row[0], t);
    return row[2] + t;
}

/* sin(a + d) by the power series of the sine. */
TARGET static inline double NAME(sin_near_0)(double a, double d)
{
    double q = a * a;
    double p = FMA(q, NPRAND__SIN_B4, NPRAND__SIN_B3);
    p = FMA(q, p, NPRAND__SIN_B2);
    p = FMA(q, p, NPRAND__SIN_B1);
    p = FMA(q, p, NPRAND__SIN_B0);
    return a + FMA(q, FMA(p, a, -(0.5 * d)), d);
}

TARGET static inline double NAME(sin_of_sum)(double a, double d)
{
    if (fabs(a) < NPRAND__SIN_NEAR)
        return NAME(sin_near_0)(a, d);
    double shifted = fabs(a) + NPRAND__COS_TO_POINT;
    const double *row = nprand__sine_table[nprand__to_bits(shifted) & 127];
    double point = shifted - NPRAND__COS_TO_POINT;
    double tail = a <= 0.0 ? -d : d;
    double r = fabs(a) - point;
    double q = r * r;
    double v = r + FMA(r * q, FMA(q, NPRAND__SIN_A1, NPRAND__SIN_A0), tail);
    double e = FMA(r, tail, q * FMA(q, FMA(q, NPRAND__COS_A1, NPRAND__COS_A0), 0.5));
    double t = FMA(v, row[3], row[1]);
    t = FMA(-e, row[0], t);
    t = FMA(v, row[2], t);
    return copysign(row[0] + t, a);
}

/* sin(x + quarters pi/2). x = n pi/2 + a + d: pi/2 is the sum of four doubles. The first three are
 * short, which makes n times each of them exact. */
TARGET static inline double NAME(sin_of_turned)(double x, uint64_t quarters)
{
    if (!(fabs(x) < NPRAND__COS_END))
        return (double)NAN;
    double shifted = FMA(x, NPRAND__TWO_OVER_PI, NPRAND__COS_TO_INTEGER);
    double n = shifted - NPRAND__COS_TO_INTEGER;
    double y = FMA(-n, NPRAND__HALF_PI_1, x);
    y = FMA(-n, NPRAND__HALF_PI_2, y);
    double b = FMA(-n, NPRAND__HALF_PI_3, y);
    double rest_3 = FMA(-n, NPRAND__HALF_PI_3, y - b);
    double a = FMA(-n, NPRAND__HALF_PI_4, b);
    double rest_4 = FMA(-n, NPRAND__HALF_PI_4, b - a);
    double d = rest_3 + rest_4;
    quarters += nprand__to_bits(shifted);
    double result = quarters & 1 ? NAME(cos_of_sum)(a, d) : NAME(sin_of_sum)(a, d);
    return quarters & 2 ? -result : result;
}

TARGET LINKAGE double NAME(cos)(double x)
{
    double size = fabs(x);
    if (size < NPRAND__COS_IS_ONE)
        return 1.0;
    if (size < NPRAND__SINE_TABLE_END)
        return NAME(cos_of_sum)(x, 0.0);
    if (size < NPRAND__COS_DIRECT_END) {
        double y = NPRAND__HALF_PI - size;
        double a = y + NPRAND__HALF_PI_TAIL;
        return NAME(sin_of_sum)(a, (y - a) + NPRAND__HALF_PI_TAIL);
    }
    return NAME(sin_of_turned)(x, 1);
}

TARGET LINKAGE double NAME(sin)(double x)
{
    double size = fabs(x);
    if (size < NPRAND__SIN_IS_X)
        return x;
    if (size < NPRAND__SINE_TABLE_END)
        return NAME(sin_of_sum)(x, 0.0);
    if (size < NPRAND__COS_DIRECT_END)
        return copysign(NAME(cos_of_sum)(NPRAND__HALF_PI - size, NPRAND__HALF_PI_TAIL), x);
    return NAME(sin_of_turned)(x, 0);
}
