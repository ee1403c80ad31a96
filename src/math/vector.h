/* SPDX-License-Identifier: BSD-3-Clause
 *
 * log, exp, pow and log1p in vectors of doubles: the operations of log.h, exp.h, pow.h and log1p.h,
 * lane by lane. The scalar function computes arguments off the main path, which draws hardly ever
 * have. Included once for each vector backend, with
 *
 *   LANES           doubles in a vector
 *   TARGET          the attribute that allows the instructions, on every function
 *   NAME(x)         x with the backend's prefix
 *   SCALAR(x)       the name of the scalar function x
 *   SPLAT(c)        a vector of one number
 *   VFMA(a, b, c)   fused multiply-add
 *   ROWS_2(at, i, c)
 *                   two doubles from at[i] on for each lane, by 64-bit integers i below 2^8. The
 *                   first ones of all lanes go to the vector c[0], the second ones to c[1]. A row is
 *                   one load: two gathers take longer on Zen 4: power takes 7.5 ns with gathers,
 *                   and 5.6 with rows. On an Intel Xeon, gathers are faster: 4.5 ns, and 4.8 with
 *                   rows
 *   ROWS_4(at, i, c)
 *                   the same for four doubles, i below 2^16, and c[0] to c[3]
 *   MASK            the type of a set of lanes, with
 *   LESS(a, b)      the lanes in which a < b
 *   BOTH(m, n)      the lanes of m and n
 *   BUT(m, n)       the lanes of m without those of n
 *   BITS(m)         the set as bits of an unsigned, the first lane lowest
 *   BLEND(m, a, b)  a in the lanes of m, b in the others
 *
 * The parameters stay defined. trig_vector.h and backend/polar_vector.h are included next, use them
 * too, and the latter undefines them.
 */

#define VECTOR_INLINE static inline __attribute__((always_inline)) TARGET

/* On macOS, clang aligns a vector to 16 bytes, unless the whole file may use wider ones. */
typedef double NAME(doubles) __attribute__((vector_size(8 * LANES), aligned(8 * LANES)));
typedef uint64_t NAME(integers) __attribute__((vector_size(8 * LANES), aligned(8 * LANES)));

VECTOR_INLINE NAME(doubles) NAME(load_doubles)(const double *at)
{
    NAME(doubles) v;
    memcpy(&v, at, sizeof v);
    return v;
}

VECTOR_INLINE void NAME(store_doubles)(double *at, NAME(doubles) v)
{
    memcpy(at, &v, sizeof v);
}

VECTOR_INLINE NAME(integers) NAME(integers_of)(NAME(doubles) x)
{
    NAME(integers) bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

VECTOR_INLINE NAME(doubles) NAME(doubles_of)(NAME(integers) bits)
{
    NAME(doubles) x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

/* The exponent k of x = 2^k z, which is t >> 52 with the sign of t, as a double. It is put into the
 * low bits of the double 2^52, since some CPUs have no instruction that converts it. */
VECTOR_INLINE NAME(doubles) NAME(exponents)(NAME(integers) t)
{
    NAME(integers) k = (t + NPRAND__SIGN_BIT) >> 52;
    return NAME(doubles_of)(k | UINT64_C(0x4330000000000000)) - SPLAT(0x1p52 + 0x1p11);
}

VECTOR_INLINE NAME(doubles) NAME(log_near_1_vector)(NAME(doubles) x)
{
    NAME(doubles) r = x - SPLAT(1.0);
    NAME(doubles) r2 = r * r;
    NAME(doubles) r3 = r * r2;
    NAME(doubles) p = VFMA(r, SPLAT(NPRAND__LOG_B8), SPLAT(NPRAND__LOG_B7));
    p = VFMA(r3, SPLAT(NPRAND__LOG_B10), VFMA(r2, SPLAT(NPRAND__LOG_B9), p));
    NAME(doubles) q = VFMA(r, SPLAT(NPRAND__LOG_B5), SPLAT(NPRAND__LOG_B4));
    p = VFMA(r3, p, VFMA(r2, SPLAT(NPRAND__LOG_B6), q));
    q = VFMA(r, SPLAT(NPRAND__LOG_B2), SPLAT(NPRAND__LOG_B1));
    p = VFMA(r3, p, VFMA(r2, SPLAT(NPRAND__LOG_B3), q));
    NAME(doubles) shift = r * SPLAT(0x1p27);
    NAME(doubles) r_high = (r + shift) - shift;
    NAME(doubles) r_low = r - r_high;
    NAME(doubles) square = (r_high * r_high) * SPLAT(NPRAND__LOG_B0);
    NAME(doubles) high = r + square;
    NAME(doubles) low = (r - high) + square;
    low = VFMA(SPLAT(NPRAND__LOG_B0) * r_low, r_high + r, low);
    return VFMA(r3, p, low) + high;
}

VECTOR_INLINE NAME(doubles) NAME(log_by_table_vector)(NAME(doubles) x)
{
    NAME(integers) bits = NAME(integers_of)(x);
    NAME(integers) t = bits - NPRAND__LOG_OFFSET;
    NAME(integers) i = t >> (51 - NPRAND__TABLE_BITS) & 2 * 127; /* 2 numbers in a row */
    NAME(doubles) k = NAME(exponents)(t);
    NAME(doubles) z = NAME(doubles_of)(bits - (t & UINT64_C(0xfff) << 52));
    NAME(doubles) entry[2];
    ROWS_2(nprand__log_table[0], i, entry);
    NAME(doubles) r = VFMA(z, entry[0], SPLAT(-1.0));
    NAME(doubles) w = VFMA(k, SPLAT(NPRAND__LN2_HIGH), entry[1]);
    NAME(doubles) high = w + r;
    NAME(doubles) low = VFMA(k, SPLAT(NPRAND__LN2_LOW), (w - high) + r);
    NAME(doubles) r2 = r * r;
    NAME(doubles) q = VFMA(r, SPLAT(NPRAND__LOG_A2), SPLAT(NPRAND__LOG_A1));
    q = VFMA(r2, VFMA(r, SPLAT(NPRAND__LOG_A4), SPLAT(NPRAND__LOG_A3)), q);
    return VFMA(r * r2, q, VFMA(r2, SPLAT(NPRAND__LOG_A0), low)) + high;
}

VECTOR_INLINE MASK NAME(within)(NAME(doubles) x, double above, double below)
{
    return BOTH(LESS(SPLAT(above), x), LESS(x, SPLAT(below)));
}

VECTOR_INLINE MASK NAME(near_1)(NAME(doubles) x)
{
    return NAME(within)(x, NPRAND__LOG_BELOW_NEAR, NPRAND__LOG_NEAR_HIGH);
}

VECTOR_INLINE MASK NAME(normal)(NAME(doubles) x)
{
    return NAME(within)(x, NPRAND__BELOW_NORMAL, (double)INFINITY);
}

/* The lanes of a table, of normal numbers from 0 to 1: those that are not near 1. */
VECTOR_INLINE MASK NAME(far_below_1)(NAME(doubles) x)
{
    return LESS(x, SPLAT(NPRAND__LOG_NEAR_LOW));
}

/* For normal numbers above 0 and below 1. Both forms are computed, which takes less time than a
 * mispredicted branch. */
VECTOR_INLINE NAME(doubles) NAME(log_vector)(NAME(doubles) x)
{
    return BLEND(NAME(far_below_1)(x), NAME(log_by_table_vector)(x), NAME(log_near_1_vector)(x));
}

VECTOR_INLINE bool NAME(is_all)(MASK m)
{
    return BITS(m) == (1u << LANES) - 1;
}

/* logs() works on BATCH elements at a time, in groups of GROUP. It lists the elements that
 * log_by_table_vector() cannot compute: a group has one bit for each element, and list_bits()
 * writes FEW numbers of elements at a time. LISTED of them are computed at a time, nearly always
 * all. */
enum { NAME(GROUP) = 64, NAME(BATCH) = 512, NAME(LISTED) = 128, NAME(FEW) = 8 };

/* Computes logarithms by table, of the whole vectors among up to GROUP elements; for exponentials,
 * -ln(1 - U) of uniforms U. Returns a bit for each element that it did not compute. Such an element
 * stays as it is, or becomes 1 - U. */
VECTOR_INLINE uint64_t NAME(log_group)(bool exponentials, size_t n, double *x)
{
    uint64_t late = 0;
    for (size_t i = 0; i + LANES <= n; i += LANES) {
        NAME(doubles) v = NAME(load_doubles)(x + i);
        if (exponentials)
            v = SPLAT(1.0) - v;
        MASK by_table = exponentials ? NAME(far_below_1)(v) : BUT(NAME(normal)(v), NAME(near_1)(v));
        NAME(doubles) logs = NAME(log_by_table_vector)(v);
        if (exponentials)
            logs = -logs;
        NAME(store_doubles)(x + i, BLEND(by_table, logs, v));
        late |= (uint64_t)(BITS(by_table) ^ ((1u << LANES) - 1)) << i;
    }
    return late;
}

/* The logarithms of the listed elements. Elements near 1 are computed in vectors, and elements that
 * are not positive normal numbers by the scalar function. */
TARGET static void NAME(log_listed)(bool exponentials, size_t n, const uint16_t *list, double *x)
{
    double near[NAME(LISTED) + LANES];
    for (size_t k = 0; k < n; k++)
        near[k] = x[list[k]];
    for (size_t k = n; k % LANES != 0; k++)
        near[k] = 1.0;
    for (size_t k = 0; k < n; k += LANES)
        NAME(store_doubles)(near + k, NAME(log_near_1_vector)(NAME(load_doubles)(near + k)));
    for (size_t k = 0; k < n; k++) {
        double v = x[list[k]];
        bool is_near = v >= NPRAND__LOG_NEAR_LOW && v < NPRAND__LOG_NEAR_HIGH;
        double log = is_near ? near[k] : SCALAR(log)(v);
        x[list[k]] = exponentials ? -log : log;
    }
}

/* Writes first + k to list for each bit k of late. Returns how many. FEW numbers are written at a
 * time, and up to FEW of them behind the last one have no meaning. In a loop over the bits, the
 * processor would mispredict the end: log_array() would take a sixteenth more time. */
VECTOR_INLINE size_t NAME(list_bits)(uint64_t late, size_t first, uint16_t *list)
{
    const size_t count = (size_t)__builtin_popcountll(late);
    do {
        for (size_t k = 0; k < NAME(FEW); k++, late &= late - 1)
            *list++ = (uint16_t)(first + (size_t)__builtin_ctzll(late | UINT64_C(1) << 63));
    } while (late != 0);
    return count;
}

/* The logarithms of n elements, or the exponentials of n uniforms, of whole vectors. One uniform in
 * 16 is near 1, which is a lane in every other vector. The elements near 1 are packed and computed
 * later. Measured, this is 1.3 times as fast as both forms for each vector. */
VECTOR_INLINE void NAME(logs)(bool exponentials, size_t n, double *x)
{
    for (size_t begin = 0; begin < n; begin += NAME(BATCH)) {
        uint16_t list[NAME(BATCH) + NAME(FEW)];
        size_t listed = 0, end = nprand__min(n - begin, NAME(BATCH));
        for (size_t i = 0; i < end; i += NAME(GROUP)) {
            uint64_t late =
                NAME(log_group)(exponentials, nprand__min(end - i, NAME(GROUP)), x + begin + i);
            listed += NAME(list_bits)(late, i, list + listed);
        }
        for (size_t k = 0; k < listed; k += NAME(LISTED)) {
            const size_t some = nprand__min(listed - k, NAME(LISTED));
            NAME(log_listed)(exponentials, some, list + k, x + begin);
        }
    }
}

TARGET static void NAME(log_array)(size_t n, double *x)
{
    const size_t whole = n - n % LANES;
    NAME(logs)(false, whole, x);
    for (size_t i = whole; i < n; i++)
        x[i] = SCALAR(log)(x[i]);
}

/* One pass over the array in place of three: standard_exponential takes 1.8 ns in place of 2.0. */
TARGET static void NAME(exponentials)(size_t n, double *u)
{
    const size_t whole = n - n % LANES;
    NAME(logs)(true, whole, u);
    for (size_t i = whole; i < n; i++)
        u[i] = -SCALAR(log)(1.0 - u[i]);
}

/* The lanes that exp_vector() can compute: 2^-54 < |x| < 512. */
VECTOR_INLINE MASK NAME(in_exp)(NAME(doubles) x)
{
    return NAME(within)(NAME(doubles_of)(NAME(integers_of)(x) & ~NPRAND__SIGN_BIT), 0x1p-54, 512.0);
}

/* exp(x + tail). */
VECTOR_INLINE NAME(doubles) NAME(exp_vector)(NAME(doubles) x, NAME(doubles) tail)
{
    NAME(doubles) shifted = VFMA(SPLAT(NPRAND__EXP_INVERSE_LN2), x, SPLAT(NPRAND__EXP_TO_INTEGER));
    NAME(integers) n = NAME(integers_of)(shifted);
    NAME(doubles) k = shifted - SPLAT(NPRAND__EXP_TO_INTEGER);
    NAME(doubles) r = VFMA(k, SPLAT(NPRAND__EXP_LN2_HIGH), x);
    r = VFMA(k, SPLAT(NPRAND__EXP_LN2_LOW), r) + tail;
    NAME(integers) i = (n & 127) * 2;
    NAME(doubles) entry[2];
    ROWS_2((const double *)(const void *)nprand__exp_table[0], i, entry);
    NAME(integers) scale_bits = NAME(integers_of)(entry[1]);
    NAME(doubles) scale = NAME(doubles_of)(scale_bits + (n << (52 - NPRAND__TABLE_BITS)));
    NAME(doubles) r2 = r * r;
    NAME(doubles) u = entry[0] + r;
    u = VFMA(r2, VFMA(r, SPLAT(NPRAND__EXP_C3), SPLAT(NPRAND__EXP_C2)), u);
    u = VFMA(r2 * r2, VFMA(r, SPLAT(NPRAND__EXP_C5), SPLAT(NPRAND__EXP_C4)), u);
    return VFMA(scale, u, scale);
}

/* The loops of the array functions call nothing while all lanes are on the main path: a call would
 * take the constants out of the registers. Each returns the index of the first vector that has a
 * lane off the main path, or where the whole vectors end. */
VECTOR_INLINE size_t NAME(exp_main_path)(size_t i, size_t n, double *x)
{
    for (; i + LANES <= n; i += LANES) {
        NAME(doubles) v = NAME(load_doubles)(x + i);
        if (!NAME(is_all)(NAME(in_exp)(v)))
            break;
        NAME(store_doubles)(x + i, NAME(exp_vector)(v, SPLAT(0.0)));
    }
    return i;
}

TARGET static void NAME(exp_array)(size_t n, double *x)
{
    for (size_t i = 0; i < n;) {
        i = NAME(exp_main_path)(i, n, x);
        for (const size_t end = nprand__min(i + LANES, n); i < end; i++)
            x[i] = SCALAR(exp)(x[i]);
    }
}

VECTOR_INLINE NAME(doubles) NAME(pow_log_vector)(NAME(doubles) x, NAME(doubles) * tail)
{
    NAME(integers) bits = NAME(integers_of)(x);
    NAME(integers) t = bits - NPRAND__POW_OFFSET;
    NAME(integers) i = (t >> (52 - NPRAND__TABLE_BITS) & 127) * 4;
    NAME(doubles) k = NAME(exponents)(t);
    NAME(doubles) z = NAME(doubles_of)(bits - (t & UINT64_C(0xfff) << 52));
    NAME(doubles) entry[4];
    ROWS_4(nprand__pow_log_table[0], i, entry);
    NAME(doubles) r = VFMA(z, entry[0], SPLAT(-1.0));
    NAME(doubles) t1 = VFMA(k, SPLAT(NPRAND__LN2_HIGH), entry[1]);
    NAME(doubles) t2 = t1 + r;
    NAME(doubles) low1 = VFMA(k, SPLAT(NPRAND__LN2_LOW), entry[2]);
    NAME(doubles) low2 = (t1 - t2) + r;
    NAME(doubles) ar = SPLAT(NPRAND__POW_A0) * r;
    NAME(doubles) ar2 = r * ar;
    NAME(doubles) ar3 = r * ar2;
    NAME(doubles) high = t2 + ar2;
    NAME(doubles) low3 = VFMA(ar, r, -ar2);
    NAME(doubles) low4 = (t2 - high) + ar2;
    NAME(doubles) q = VFMA(r, SPLAT(NPRAND__POW_A6), SPLAT(NPRAND__POW_A5));
    q = VFMA(ar2, q, VFMA(r, SPLAT(NPRAND__POW_A4), SPLAT(NPRAND__POW_A3)));
    q = VFMA(ar2, q, VFMA(r, SPLAT(NPRAND__POW_A2), SPLAT(NPRAND__POW_A1)));
    NAME(doubles) low = VFMA(ar3, q, ((low1 + low2) + low3) + low4);
    NAME(doubles) result = high + low;
    *tail = (high - result) + low;
    return result;
}

/* x^y. Returns false if a lane is off the main path. */
VECTOR_INLINE bool NAME(pow_vector)(NAME(doubles) x, NAME(doubles) y, NAME(doubles) * result)
{
    MASK normal = NAME(normal)(x);
    NAME(doubles) tail;
    NAME(doubles) log_x = NAME(pow_log_vector)(x, &tail);
    NAME(doubles) product = y * log_x;
    tail = VFMA(y, tail, VFMA(y, log_x, -product));
    MASK m = BOTH(normal, NAME(in_exp)(product));
    *result = NAME(exp_vector)(product, tail);
    return NAME(is_all)(m);
}

/* Whether the exponent of each lane is on the main path: no tiny one and no huge one. */
VECTOR_INLINE bool NAME(are_exponents)(NAME(doubles) y)
{
    NAME(doubles) size = NAME(doubles_of)(NAME(integers_of)(y) & ~NPRAND__SIGN_BIT);
    return NAME(is_all)(NAME(within)(size, 0x1p-65, 0x1p63));
}

/* The exponents are y[0], y[1], ... for step 1, and y[0] for step 0. */
VECTOR_INLINE size_t NAME(pow_main_path)(size_t i, size_t n, double *x, const double *y,
                                         size_t step)
{
    NAME(doubles) exponents = SPLAT(y[0]);
    if (step == 0 && !NAME(are_exponents)(exponents))
        return i;
    for (; i + LANES <= n; i += LANES) {
        NAME(doubles) result;
        if (step == 1) {
            exponents = NAME(load_doubles)(y + i);
            if (!NAME(are_exponents)(exponents))
                break;
        }
        if (!NAME(pow_vector)(NAME(load_doubles)(x + i), exponents, &result))
            break;
        NAME(store_doubles)(x + i, result);
    }
    return i;
}

TARGET static void NAME(pow_array)(size_t n, double *x, const double *y, size_t step)
{
    for (size_t i = 0; i < n;) {
        i = step == 0 ? NAME(pow_main_path)(i, n, x, y, 0) : NAME(pow_main_path)(i, n, x, y, 1);
        for (const size_t end = nprand__min(i + LANES, n); i < end; i++)
            x[i] = SCALAR(pow)(x[i], y[i * step]);
    }
}

/* The steps of log1p.h, for -1 < x < 2^53. */
VECTOR_INLINE NAME(doubles) NAME(log1p_vector)(NAME(doubles) x)
{
    NAME(doubles) u = SPLAT(1.0) + x;
    NAME(doubles) lost = BLEND(LESS(u, SPLAT(2.0)), x - (u - SPLAT(1.0)), SPLAT(1.0) - (u - x));
    NAME(integers) bits = NAME(integers_of)(u);
    NAME(integers) high = bits >> 32 & 0xfffff;
    NAME(integers) halve = (high + (0x100000 - 0x6a09e)) >> 20;
    NAME(integers) mantissa = bits & UINT64_C(0xfffffffffffff);
    MASK direct = NAME(within)(x, NPRAND__LOG1P_ABOVE, NPRAND__LOG1P_BELOW);
    NAME(doubles) k = NAME(doubles_of)((bits >> 52) + halve + UINT64_C(0x4330000000000000));
    k = BLEND(direct, SPLAT(0.0), k - SPLAT(0x1p52 + 1023.0));
    NAME(doubles) f = NAME(doubles_of)(((1023 - halve) << 52) + mantissa) - SPLAT(1.0);
    f = BLEND(direct, x, f);
    MASK k_is_0 = NAME(within)(k, -0.5, 0.5);
    NAME(doubles) k_low = BLEND(k_is_0, SPLAT(0.0), lost / u);
    k_low = VFMA(k, SPLAT(NPRAND__LOG1P_LN2_LOW), k_low);
    NAME(doubles) half_square = SPLAT(0.5) * f * f;

    NAME(doubles) s = f / (SPLAT(2.0) + f);
    NAME(doubles) z = s * s;
    NAME(doubles) z2 = z * z;
    NAME(doubles) z4 = z2 * z2;
    NAME(doubles) z6 = z4 * z2;
    NAME(doubles) r2 = z2 * VFMA(z, SPLAT(NPRAND__LOG1P_R3), SPLAT(NPRAND__LOG1P_R2));
    NAME(doubles) r3 = VFMA(z, SPLAT(NPRAND__LOG1P_R5), SPLAT(NPRAND__LOG1P_R4));
    NAME(doubles) r4 = VFMA(z, SPLAT(NPRAND__LOG1P_R7), SPLAT(NPRAND__LOG1P_R6));
    NAME(doubles) r = VFMA(z, SPLAT(NPRAND__LOG1P_R1), r2);
    r = VFMA(z6, r4, VFMA(z4, r3, r));
    NAME(doubles) full = half_square - (s * (half_square + r) + k_low);
    NAME(doubles) factor = VFMA(SPLAT(-0.66666666666666666), f, SPLAT(1.0));
    NAME(doubles) two_terms = half_square * factor - k_low;
    NAME(doubles)
    last_bits = NAME(doubles_of)(((high + 3) & 0xfffff) | UINT64_C(0x4330000000000000));
    MASK is_short = BUT(LESS(last_bits, SPLAT(0x1p52 + 4.0)), direct);
    NAME(doubles) rest = BLEND(is_short, two_terms, full) - f;
    NAME(doubles) result = VFMA(k, SPLAT(NPRAND__LOG1P_LN2_HIGH), -rest);
    MASK is_tiny = NAME(within)(x, -0x1p-29, 0x1p-29);
    return BLEND(is_tiny, x - x * x * SPLAT(0.5), result);
}

VECTOR_INLINE size_t NAME(log1p_main_path)(size_t i, size_t n, double *x)
{
    for (; i + LANES <= n; i += LANES) {
        NAME(doubles) v = NAME(load_doubles)(x + i);
        if (!NAME(is_all)(NAME(within)(v, -1.0, 0x1p53)))
            break;
        NAME(store_doubles)(x + i, NAME(log1p_vector)(v));
    }
    return i;
}

TARGET static void NAME(log1p_array)(size_t n, double *x)
{
    for (size_t i = 0; i < n;) {
        i = NAME(log1p_main_path)(i, n, x);
        for (const size_t end = nprand__min(i + LANES, n); i < end; i++)
            x[i] = SCALAR(log1p)(x[i]);
    }
}
