/* SPDX-License-Identifier: BSD-3-Clause
 *
 * cos and acos in vectors of doubles: the operations of cos.h and acos.h, lane by lane. The scalar
 * function computes arguments that the distributions hardly ever have. Included once for each
 * vector backend, after vector.h, with the parameters of that file and
 *
 *   GATHER(m, x, at, i)
 *                   the double at[i], by 64-bit integers i, in the lanes of m, x in the others.
 *                   A gather of all lanes is slower: compilers then leave x out, and the
 *                   instruction waits for the last use of its register
 *
 * The parameters stay defined. backend/polar_vector.h is included next.
 */

VECTOR_INLINE NAME(doubles) NAME(magnitude)(NAME(doubles) x)
{
    return NAME(doubles_of)(NAME(integers_of)(x) & ~NPRAND__SIGN_BIT);
}

VECTOR_INLINE NAME(integers) NAME(sign_of)(NAME(doubles) x)
{
    return NAME(integers_of)(x) & NPRAND__SIGN_BIT;
}

/* x with a sign bit inverted where sign has it. */
VECTOR_INLINE NAME(doubles) NAME(with_sign)(NAME(doubles) x, NAME(integers) sign)
{
    return NAME(doubles_of)(NAME(integers_of)(x) ^ sign);
}

/* ---- cos ---- */

/* An argument a + d, in two parts as in cos.h, of which the cosine or the sine is wanted. */
struct NAME(angle) {
    NAME(doubles) a, d;
    MASK is_sine;        /* the lanes of which the sine is wanted */
    NAME(integers) sign; /* the sign bit, where the result is to be negated */
};

/* The steps of the functions cos and sin_of_turned, for 2^-27 <= x < 5/4 pi. For an x from
 * COS_DIRECT_END on, the nearest multiple of pi/2 is pi: n = 2. */
VECTOR_INLINE struct NAME(angle) NAME(cos_reduce)(NAME(doubles) x)
{
    MASK in_table = LESS(x, SPLAT(NPRAND__SINE_TABLE_END));
    MASK direct = LESS(x, SPLAT(NPRAND__COS_DIRECT_END));
    NAME(doubles) left = SPLAT(NPRAND__HALF_PI) - x;
    NAME(doubles) a_direct = left + SPLAT(NPRAND__HALF_PI_TAIL);
    NAME(doubles) d_direct = (left - a_direct) + SPLAT(NPRAND__HALF_PI_TAIL);

    NAME(doubles) y = VFMA(SPLAT(-2.0), SPLAT(NPRAND__HALF_PI_1), x);
    y = VFMA(SPLAT(-2.0), SPLAT(NPRAND__HALF_PI_2), y);
    NAME(doubles) b = VFMA(SPLAT(-2.0), SPLAT(NPRAND__HALF_PI_3), y);
    NAME(doubles) rest_3 = VFMA(SPLAT(-2.0), SPLAT(NPRAND__HALF_PI_3), y - b);
    NAME(doubles) a = VFMA(SPLAT(-2.0), SPLAT(NPRAND__HALF_PI_4), b);
    NAME(doubles) rest_4 = VFMA(SPLAT(-2.0), SPLAT(NPRAND__HALF_PI_4), b - a);
    NAME(doubles) d = rest_3 + rest_4;

    struct NAME(angle) r;
    r.is_sine = BUT(direct, in_table);
    r.a = BLEND(direct, a_direct, a);
    r.d = BLEND(direct, d_direct, d);
    r.sign = NAME(integers_of)(BLEND(r.is_sine, r.a, SPLAT(-0.0))) & NPRAND__SIGN_BIT;
    r.a = BLEND(in_table, x, r.a);
    r.d = BLEND(in_table, SPLAT(0.0), r.d);
    r.sign = NAME(integers_of)(BLEND(in_table, SPLAT(0.0), NAME(doubles_of)(r.sign)));
    return r;
}

VECTOR_INLINE NAME(doubles) NAME(sin_near_0_vector)(NAME(doubles) a, NAME(doubles) d)
{
    NAME(doubles) q = a * a;
    NAME(doubles) p = VFMA(q, SPLAT(NPRAND__SIN_B4), SPLAT(NPRAND__SIN_B3));
    p = VFMA(q, p, SPLAT(NPRAND__SIN_B2));
    p = VFMA(q, p, SPLAT(NPRAND__SIN_B1));
    p = VFMA(q, p, SPLAT(NPRAND__SIN_B0));
    return a + VFMA(q, VFMA(p, a, -(SPLAT(0.5) * d)), d);
}

/* The steps of cos_of_sum and of sin_of_sum. They differ in where d is added, and in which of the
 * two columns, sines and cosines, is which. */
VECTOR_INLINE NAME(doubles) NAME(cos_vector)(NAME(doubles) x)
{
    struct NAME(angle) of = NAME(cos_reduce)(NAME(magnitude)(x));
    NAME(doubles) size = NAME(magnitude)(of.a);
    NAME(doubles) shifted = size + SPLAT(NPRAND__COS_TO_POINT);
    NAME(doubles) row[4];
    ROWS_4(nprand__sine_table[0], (NAME(integers_of)(shifted) & 127) * 4, row);
    NAME(doubles) tail = NAME(with_sign)(of.d, NAME(sign_of)(of.a));
    NAME(doubles) rest = size - (shifted - SPLAT(NPRAND__COS_TO_POINT));
    NAME(doubles) r = BLEND(of.is_sine, rest, rest + tail);
    NAME(doubles) q = r * r;
    NAME(doubles) cube = r * q;
    NAME(doubles) sine = VFMA(q, SPLAT(NPRAND__SIN_A1), SPLAT(NPRAND__SIN_A0));
    NAME(doubles) v = VFMA(cube, sine, BLEND(of.is_sine, tail, r));
    v = BLEND(of.is_sine, r + v, -v);
    NAME(doubles) cosine = VFMA(q, SPLAT(NPRAND__COS_A1), SPLAT(NPRAND__COS_A0));
    NAME(doubles) e = q * VFMA(q, cosine, SPLAT(0.5));
    e = BLEND(of.is_sine, VFMA(r, tail, e), e);
    NAME(doubles) near = BLEND(of.is_sine, row[0], row[2]);
    NAME(doubles) t = VFMA(v, BLEND(of.is_sine, row[3], row[1]), BLEND(of.is_sine, row[1], row[3]));
    t = VFMA(-e, near, t);
    t = VFMA(v, BLEND(of.is_sine, row[2], row[0]), t);
    NAME(doubles) result = NAME(with_sign)(near + t, of.sign);
    MASK in_series = BOTH(of.is_sine, LESS(size, SPLAT(NPRAND__SIN_NEAR)));
    return BLEND(in_series, NAME(sin_near_0_vector)(of.a, of.d), result);
}

/* The lanes that cos_vector() can compute. */
VECTOR_INLINE MASK NAME(in_cos)(NAME(doubles) x)
{
    return NAME(within)(NAME(magnitude)(x), NPRAND__COS_IS_ONE, 2.5 * NPRAND__HALF_PI);
}

VECTOR_INLINE size_t NAME(cos_main_path)(size_t i, size_t n, double *x)
{
    for (; i + LANES <= n; i += LANES) {
        NAME(doubles) v = NAME(load_doubles)(x + i);
        if (!NAME(is_all)(NAME(in_cos)(v)))
            break;
        NAME(store_doubles)(x + i, NAME(cos_vector)(v));
    }
    return i;
}

TARGET static void NAME(cos_array)(size_t n, double *x)
{
    for (size_t i = 0; i < n;) {
        i = NAME(cos_main_path)(i, n, x);
        for (const size_t end = nprand__min(i + LANES, n); i < end; i++)
            x[i] = SCALAR(cos)(x[i]);
    }
}

/* ---- acos ---- */

VECTOR_INLINE NAME(doubles) NAME(asin_series_vector)(NAME(doubles) q)
{
    NAME(doubles) p = VFMA(q, SPLAT(NPRAND__ASIN_F6), SPLAT(NPRAND__ASIN_F5));
    p = VFMA(q, p, SPLAT(NPRAND__ASIN_F4));
    p = VFMA(q, p, SPLAT(NPRAND__ASIN_F3));
    p = VFMA(q, p, SPLAT(NPRAND__ASIN_F2));
    return VFMA(q, p, SPLAT(NPRAND__ASIN_F1));
}

VECTOR_INLINE NAME(doubles) NAME(acos_near_0_vector)(NAME(doubles) x)
{
    NAME(doubles) q = x * x;
    NAME(doubles) r = SPLAT(NPRAND__HALF_PI) - x;
    NAME(doubles) d = ((SPLAT(NPRAND__HALF_PI) - r) - x) + SPLAT(NPRAND__HALF_PI_TAIL);
    return r + VFMA(-NAME(asin_series_vector)(q), x * q, d);
}

/* For the lanes of m: 1/8 <= |x| < 31/32. The number of the interval is rounded down, since
 * conversions to 64-bit integers are missing in AVX2. Other lanes take the first interval. */
VECTOR_INLINE NAME(doubles) NAME(acos_by_table_vector)(MASK m, NAME(doubles) x)
{
    NAME(doubles) size = NAME(magnitude)(x);
    NAME(doubles) scaled = BLEND(m, size * SPLAT(256.0), SPLAT(32.0));
    NAME(doubles) nearest = (scaled + SPLAT(0x1p52)) - SPLAT(0x1p52);
    NAME(doubles) interval = BLEND(LESS(scaled, nearest), nearest - SPLAT(1.0), nearest);
    NAME(integers) i = NAME(integers_of)(interval + SPLAT(0x1p52 - 32.0)) & 0xff;
    NAME(doubles) h = size - VFMA(interval, SPLAT(0x1p-8), SPLAT(0x1p-9));
    NAME(doubles) row[4], p;
    ROWS_4(nprand__asin_table[0] + 8, i * 12, row);
    p = VFMA(h, row[3], row[2]);
    p = VFMA(h, p, row[1]);
    p = VFMA(h, p, row[0]);
    ROWS_4(nprand__asin_table[0] + 4, i * 12, row);
    p = VFMA(h, p, row[3]);
    p = VFMA(h, p, row[2]);
    p = VFMA(h, p, row[1]);
    p = VFMA(h, p, row[0]);
    ROWS_4(nprand__asin_table[0], i * 12, row);
    p = VFMA(h, p, row[3]);
    p = VFMA(h * h, p, row[1]);
    NAME(doubles) t = VFMA(row[2], h, p);
    NAME(integers) minus = NAME(sign_of)(x) ^ NPRAND__SIGN_BIT;
    return (SPLAT(NPRAND__HALF_PI_TAIL) + NAME(with_sign)(t, minus)) +
           (SPLAT(NPRAND__HALF_PI) + NAME(with_sign)(row[0], minus));
}

/* For the lanes of m: 31/32 <= |x| < 1. */
VECTOR_INLINE NAME(doubles) NAME(acos_near_1_vector)(MASK m, NAME(doubles) x)
{
    NAME(doubles) z = SPLAT(0.5) * (SPLAT(1.0) - NAME(magnitude)(x));
    NAME(integers) bits = NAME(integers_of)(z);
    NAME(integers) exponent = 1023 + 511 - (bits >> 53);
    NAME(doubles) root = GATHER(m, x, nprand__root_table, bits >> 46 & 127);
    NAME(doubles) t = root * NAME(doubles_of)(exponent << 52);
    NAME(doubles) r = VFMA(-(t * t), z, SPLAT(1.0));
    NAME(doubles) g = VFMA(r, SPLAT(NPRAND__ROOT_G3), SPLAT(NPRAND__ROOT_G2));
    g = VFMA(r, g, SPLAT(NPRAND__ROOT_G1));
    g = VFMA(r, g, SPLAT(NPRAND__ROOT_G0));
    t = g * t;
    NAME(doubles) b = t * z;
    NAME(doubles) v = VFMA(-b, t * SPLAT(0.5), SPLAT(1.5));
    NAME(doubles) y = VFMA(SPLAT(-0x1p27), b, VFMA(SPLAT(0x1p27), b, b));
    NAME(doubles) e = VFMA(-y, y, z) / VFMA(v, b, y);
    NAME(doubles) p = (NAME(asin_series_vector)(z) * z) * (y + e);
    NAME(doubles) above = (e + p) + y;
    NAME(doubles)
    below = ((SPLAT(NPRAND__HALF_PI_TAIL) - e) - p) + (SPLAT(NPRAND__HALF_PI) - y);
    NAME(doubles) half = BLEND(LESS(x, SPLAT(0.0)), below, above);
    return half + half;
}

/* The lanes that acos_vector() can compute. */
VECTOR_INLINE MASK NAME(in_acos)(NAME(doubles) x)
{
    return NAME(within)(NAME(magnitude)(x), NPRAND__ACOS_IS_HALF_PI, 1.0);
}

/* A branch is computed if it has a lane. In von Mises numbers of large kappa, nearly all lanes are
 * in the same one. */
VECTOR_INLINE NAME(doubles) NAME(acos_vector)(NAME(doubles) x)
{
    NAME(doubles) size = NAME(magnitude)(x);
    MASK near_0 = LESS(size, SPLAT(0.125));
    MASK to_near_1 = LESS(size, SPLAT(0.96875));
    MASK by_table = BUT(to_near_1, near_0);
    MASK near_1 = BUT(LESS(size, SPLAT(1.0)), to_near_1);
    NAME(doubles) result = NAME(acos_near_0_vector)(x);
    if (BITS(by_table) != 0)
        result = BLEND(by_table, NAME(acos_by_table_vector)(by_table, x), result);
    if (BITS(near_1) != 0)
        result = BLEND(near_1, NAME(acos_near_1_vector)(near_1, x), result);
    return result;
}

VECTOR_INLINE size_t NAME(acos_main_path)(size_t i, size_t n, double *x)
{
    for (; i + LANES <= n; i += LANES) {
        NAME(doubles) v = NAME(load_doubles)(x + i);
        if (!NAME(is_all)(NAME(in_acos)(v)))
            break;
        NAME(store_doubles)(x + i, NAME(acos_vector)(v));
    }
    return i;
}

TARGET static void NAME(acos_array)(size_t n, double *x)
{
    for (size_t i = 0; i < n;) {
        i = NAME(acos_main_path)(i, n, x);
        for (const size_t end = nprand__min(i + LANES, n); i < end; i++)
            x[i] = SCALAR(acos)(x[i]);
    }
}
