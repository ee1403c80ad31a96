/* SPDX-License-Identifier: BSD-3-Clause
 *
 * log(1 + x) as glibc computes it. Method and constants: Sun Microsystems, fdlibm (1993). For one
 * argument in 14 the result differs by an ulp from the correctly rounded one. So the specification
 * is these operations in this order. They are the operations of glibc on CPUs with fused
 * multiply-add, from 2.39 on, and in the stable branches of older releases since 2025 (in Debian 12
 * from 2.36-9+deb12u10 on). Older versions of glibc round each product separately.
 *
 * 1 + x = 2^k (1 + f), with f between sqrt(1/2) - 1 and sqrt(2) - 1, and with s = f / (2 + f)
 *
 *   log(1 + f) = f - f^2/2 + s (f^2/2 + R(s^2)),
 *
 * where R is a minimax polynomial of degree 7. The rounding error of u = 1 + x is c, and log(u + c)
 * = log(u) + c/u. The main path has no branches: all cases are computed and one is selected, and a
 * compiler can turn a loop into vectors.
 *
 * Included once for each kind of fused multiply-add, with NAME(x), TARGET and FMA(a, b, c).
 */
TARGET static inline double NAME(log1p_polynomial)(double s)
{
    double z = s * s;
    double z2 = z * z;
    double z4 = z2 * z2;
    double z6 = z4 * z2;
    double r2 = z2 * FMA(z, NPRAND__LOG1P_R3, NPRAND__LOG1P_R2);
    double r3 = FMA(z, NPRAND__LOG1P_R5, NPRAND__LOG1P_R4);
    double r4 = FMA(z, NPRAND__LOG1P_R7, NPRAND__LOG1P_R6);
    double r = FMA(z, NPRAND__LOG1P_R1, r2);
    r = FMA(z4, r3, r);
    return FMA(z6, r4, r);
}

/* log(u + u correction), where u + u correction = 1 + x. */
TARGET static inline double NAME(log1p_of_sum)(double x, double u, double correction)
{
    /* u = 2^k (1 + f). The low bits of a double from 2^52 on hold an integer. */
    const uint64_t bits = nprand__to_bits(u);
    const uint64_t high = bits >> 32 & 0xfffff;
    const uint64_t halve = high >= 0x6a09e;
    const uint64_t mantissa = bits & UINT64_C(0xfffffffffffff);
    double k = nprand__from_bits(UINT64_C(0x4330000000000000) + (bits >> 52) + halve);
    double f = nprand__from_bits(((1023 - halve) << 52) + mantissa);
    k = k - (0x1p52 + 1023.0);
    f = f - 1.0;

    const int direct = x > NPRAND__LOG1P_ABOVE && x < NPRAND__LOG1P_BELOW;
    k = direct ? 0.0 : k;
    f = direct ? x : f;
    const double c = k == 0.0 ? 0.0 : correction;
    const double k_low = FMA(k, NPRAND__LOG1P_LN2_LOW, c);
    const double half_square = 0.5 * f * f;

    const double s = f / (2.0 + f);
    const double by_polynomial = s * (half_square + NAME(log1p_polynomial)(s));
    const double full = half_square - (by_polynomial + k_low);
    /* Two terms of the series suffice for |f| < 2^-20. fdlibm does not use them if f is x. */
    const int is_short = !direct && (high == 0 || high > 0xffffc);
    const double factor = FMA(-0.66666666666666666, f, 1.0);
    const double two_terms = half_square * factor - k_low;
    const double rest = (is_short ? two_terms : full) - f;
    const double result = FMA(k, NPRAND__LOG1P_LN2_HIGH, -rest);
    return fabs(x) < 0x1p-29 ? x - x * x * 0.5 : result;
}

/* For -1 < x < 2^53. */
TARGET static inline double NAME(log1p_main)(double x)
{
    double u = 1.0 + x;
    double c = u >= 2.0 ? 1.0 - (u - x) : x - (u - 1.0);
    return NAME(log1p_of_sum)(x, u, c / u);
}

TARGET LINKAGE double NAME(log1p)(double x)
{
    if (x > -1.0 && x < 0x1p53)
        return NAME(log1p_main)(x);
    if (x <= DBL_MAX && x > 0.0)
        return NAME(log1p_of_sum)(x, x, 0.0);
    if (x == -1.0)
        return -(double)INFINITY;
    return x < -1.0 ? (double)NAN : x + x;
}
