/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The arrival times of a Poisson process of rate 1, approximately. Included once for each kind of
 * CPU, with
 *
 *   TARGET   an attribute of every function
 *   LINKAGE  static, or empty if other files use the functions
 *   NAME(x)  x with a prefix of its own
 *
 * The compiler makes vectors of the loop over the logarithms. All backends have the same bits: each
 * operation is rounded by itself.
 */

/* -ln(u) in units of 2^-17, with an error below 4 units. With u = 2^k z and s = (z - 1) / (z + 1),
 * ln(u) = k ln 2 + 2 (s + s^3/3 + s^5/5 + s^7/7 + ...). z is between sqrt(1/2) and sqrt(2): |s| is
 * below 0.172, and the terms that are left out are below 2^-24. The floats are below 2^23 units.
 * The sum of their rounding errors is below 3 units, in any direction of rounding.
 *
 * Adding 2^-60 makes the logarithm of u = 0 finite. It changes a u above 2^-37 by less than a float
 * is rounded. For smaller u, -ln(u) is above 25 with 2^-60 and without it, which is farther than
 * any time lam < 10: such a uniform always ends a value. */
TARGET static inline int32_t NAME(minus_log_units)(double u)
{
    const int32_t sqrt_half = 0x3f3504f3; /* bits of the float sqrt(1/2) */
    const float x = (float)(u + 0x1p-60);
    int32_t bits;
    memcpy(&bits, &x, sizeof bits);
    const int32_t exponent = (bits - sqrt_half) & ~0x7fffff;
    bits -= exponent;
    float z;
    memcpy(&z, &bits, sizeof z);
    const float s = (z - 1.0f) / (z + 1.0f), s2 = s * s;
    float series = s2 * (1.0f / 7.0f) + 1.0f / 5.0f;
    series = series * s2 + 1.0f / 3.0f;
    series = series * s2 + 1.0f;
    const float ln_2 = 90852.1319f / 0x1p23f, two = 262144.0f;
    return -(int32_t)((float)exponent * ln_2 + series * s * two);
}

TARGET LINKAGE void NAME(times)(size_t n, const double *NPRAND__RESTRICT u,
                                int32_t *NPRAND__RESTRICT time)
{
    for (size_t i = 0; i < n; i++)
        time[i + 1] = NAME(minus_log_units)(u[i]);
    time[0] = 0;
    for (size_t i = 0; i < n; i++)
        time[i + 1] += time[i];
}
