/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The functions of src/math: special values, and the hashes of many results, which are to be the
 * same on every platform. Comparisons with other libraries: math/compare.c.
 */
#include "test.h"

#include "../src/backend/libm.h"
#include "../src/math/bits.h"
#include "../src/math/figures.h"
#include "../src/math/fma_soft.h"

#include "sha256.h"

#include <math.h>

/* ---- Arguments ---------------------------------------------------------------------------- */

/* A sequence that does not depend on what is tested (Steele, Lea and Flood's SplitMix64). */
static uint64_t word(uint64_t *sequence)
{
    uint64_t z = *sequence += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return z ^ z >> 31;
}

/* A double with a biased exponent from first to last; many with few bits set, at either end. */
static double with_exponent(uint64_t *sequence, int first, int last)
{
    const uint64_t choice = word(sequence);
    const uint64_t sign = choice & NPRAND__SIGN_BIT;
    uint64_t mantissa = word(sequence) >> 12;
    if (first < 0)
        first = 0;
    if (last > 2046)
        last = 2046;
    if (first > last)
        first = last;
    switch (choice % 8) {
    case 0:
        mantissa &= ~UINT64_C(0x7ffffff);
        break;
    case 1:
        mantissa = mantissa % 8 << 49;
        break;
    case 2:
        mantissa %= 256;
        break;
    case 3:
        mantissa |= UINT64_C(0xfffffffffff00);
        break;
    default:
        break;
    }
    const uint64_t exponent =
        (uint64_t)first + (choice >> 8 & 0xffff) % (uint64_t)(last - first + 1);
    return nprand__from_bits(sign | exponent << 52 | mantissa);
}

static int exponent_of(double x)
{
    return (int)nprand__exponent(nprand__to_bits(x));
}

static const double specials[] = {
    0,         1,         3,         0.5,      INFINITY,   NAN,
    DBL_MIN,   DBL_MAX,   0x1p-1074, 0x1p-537, 0x1p-538,   0x1p-539,
    0x1p-1021, 0x1.8p511, 0x1p1023,  0x1p-53,  0x1.8p-538, 0x1.fffffffffffffp-1,
};

enum { SPECIALS = 2 * (int)(sizeof specials / sizeof *specials) };

/* Each with both signs. */
static double special(int i)
{
    return i % 2 != 0 ? -specials[i / 2] : specials[i / 2];
}

static void assert_same(double got, double expected)
{
    if (isnan(expected))
        assert_true(isnan(got));
    else
        assert_int_equal(nprand__to_bits(got), nprand__to_bits(expected));
}

/* What the C library's functions give is its own affair. */
static void skip_with_system_math(void)
{
#ifdef NPRAND_MATH_SYSTEM
    print_message("SKIP: of the functions of this library, which this build does not call\n");
    skip();
#endif
}

/* ---- Fused multiply-add ------------------------------------------------------------------- */

struct factors {
    double a, b, c;
};

/* Of the kinds that are hard to round: */
static struct factors hard_factors(uint64_t *sequence)
{
    const uint64_t choice = word(sequence);
    struct factors f;
    f.a = with_exponent(sequence, 1, 2046);
    /* a * b of any size that is a double, and somewhat beyond; */
    int product = (int)(choice >> 32 & 0xffff) % 2120 - 60;
    if (choice % 4 == 0)
        product = product % 8 + 1020;
    if (choice % 4 == 1)
        product = product % 60;
    f.b = with_exponent(sequence, product + 1023 - exponent_of(f.a),
                        product + 1023 - exponent_of(f.a));
    switch (choice >> 8 & 3) {
    case 0: /* c all but cancelling it; */
        f.c = -f.a * f.b;
        f.c =
            nprand__from_bits(nprand__to_bits(isfinite(f.c) ? f.c : DBL_MAX) - (choice >> 16) % 3);
        break;
    case 1: /* c large, of which a * b is half an ulp, or all but that; */
        f.c = with_exponent(sequence, product + 52, product + 55);
        f.a = nprand__from_bits(nprand__to_bits(f.a) & ~UINT64_C(0xfffffffffffff));
        f.b = nprand__from_bits((nprand__to_bits(f.b) & ~UINT64_C(0xfffffffffffff)) ^
                                (choice >> 16) % 3);
        break;
    case 2: /* c with bits in reach of those of a * b; */
        f.c = with_exponent(sequence, product - 110, product + 110);
        break;
    default: /* any c. */
        f.c = with_exponent(sequence, 0, 2046);
        break;
    }
    return f;
}

static void assert_fma(double a, double b, double c)
{
    const double expected = fma(a, b, c);
    assert_same(nprand__fma_soft(a, b, c), expected);
    assert_same(nprand__fma_by_integers(a, b, c), expected);
}

static void test_fma_is_rounded_once(void **unused)
{
    (void)unused;
    uint64_t sequence = 1;
    for (int i = 0; i < 2000000; i++) {
        struct factors f = hard_factors(&sequence);
        assert_fma(f.a, f.b, f.c);
    }
}

/* A product in the middle of two doubles, and an addend that is far smaller: it decides, however
 * many bits are between them. */
static void test_fma_of_ties(void **unused)
{
    (void)unused;
    for (int exponent = 55; exponent < 200; exponent++) {
        for (int k = 0; k < 8; k++) {
            const double c = ldexp(k & 1 ? -1.0 - 0.25 * k : 1.0 + 0.25 * k, -exponent);
            assert_fma(1.5, 1.0 + 0x1p-52, c);           /* the even neighbour is above */
            assert_fma(1.5, 1.0 + 0x1p-51 + 0x1p-52, c); /* and below */
            assert_fma(-1.75, 1.0 + 0x1p-51, c);
        }
    }
    /* The addend takes the last bit of the product away, and leaves the middle. */
    for (int j = 28; j < 53; j++) {
        const double a = 1.0 + ldexp(1.0, j - 53) + 0x1p-52, b = 1.0 + ldexp(1.0, -j);
        assert_fma(a, b, -ldexp(1.0, -52 - j));
    }
}

static void test_fma_of_special_values(void **unused)
{
    (void)unused;
    for (int i = 0; i < SPECIALS; i++) {
        for (int j = 0; j < SPECIALS; j++) {
            for (int k = 0; k < SPECIALS; k++)
                assert_fma(special(i), special(j), special(k));
        }
    }
}

/* ---- Special values ----------------------------------------------------------------------- */

static void test_log_of_special_values(void **unused)
{
    (void)unused;
    skip_with_system_math();
    assert_same(nprand__log(1.0), 0.0);
    assert_same(nprand__log(0.0), -INFINITY);
    assert_same(nprand__log(-0.0), -INFINITY);
    assert_same(nprand__log(INFINITY), INFINITY);
    assert_same(nprand__log(-INFINITY), NAN);
    assert_same(nprand__log(-1.0), NAN);
    assert_same(nprand__log(NAN), NAN);
    assert_same(nprand__log(0x1p-1074), -0x1.74385446d71c3p+9);
    assert_same(nprand__log(0x1p-1022), -0x1.6232bdd7abcd2p+9);
    assert_same(nprand__log(DBL_MAX), 0x1.62e42fefa39efp+9);
    assert_same(nprand__log(0x1.fffffffffffffp-1), -0x1p-53);
    assert_same(nprand__log(0x1.0000000000001p0), 0x1.fffffffffffffp-53);
}

static void test_exp_of_special_values(void **unused)
{
    (void)unused;
    skip_with_system_math();
    assert_same(nprand__exp(0.0), 1.0);
    assert_same(nprand__exp(-0.0), 1.0);
    assert_same(nprand__exp(0x1p-54), 1.0);
    assert_same(nprand__exp(INFINITY), INFINITY);
    assert_same(nprand__exp(-INFINITY), 0.0);
    assert_same(nprand__exp(NAN), NAN);
    assert_same(nprand__exp(0x1.62e42fefa39efp+9), 0x1.fffffffffff2ap+1023);
    assert_same(nprand__exp(0x1.62e42fefa39fp+9), INFINITY);
    assert_same(nprand__exp(-0x1.6232bdd7abcd3p+9), 0x0.ffffffffffe7cp-1022);
    assert_same(nprand__exp(-0x1.74910d52d3051p+9), 0x1p-1074);
    assert_same(nprand__exp(-0x1.74910d52d3052p+9), 0.0);
    assert_same(nprand__exp(DBL_MAX), INFINITY);
    assert_same(nprand__exp(-DBL_MAX), 0.0);
}

static void test_pow_of_special_values(void **unused)
{
    (void)unused;
    skip_with_system_math();
    assert_same(nprand__pow(NAN, 0.0), 1.0);
    assert_same(nprand__pow(1.0, NAN), 1.0);
    assert_same(nprand__pow(NAN, 1.0), NAN);
    assert_same(nprand__pow(2.0, NAN), NAN);
    assert_same(nprand__pow(-1.0, INFINITY), 1.0);
    assert_same(nprand__pow(0.5, INFINITY), 0.0);
    assert_same(nprand__pow(-2.0, INFINITY), INFINITY);
    assert_same(nprand__pow(-2.0, -INFINITY), 0.0);
    assert_same(nprand__pow(0.5, -INFINITY), INFINITY);
    assert_same(nprand__pow(0.0, 3.0), 0.0);
    assert_same(nprand__pow(-0.0, 3.0), -0.0);
    assert_same(nprand__pow(-0.0, 2.0), 0.0);
    assert_same(nprand__pow(-0.0, 2.5), 0.0);
    assert_same(nprand__pow(-0.0, -3.0), -INFINITY);
    assert_same(nprand__pow(0.0, -0.5), INFINITY);
    assert_same(nprand__pow(-INFINITY, 3.0), -INFINITY);
    assert_same(nprand__pow(-INFINITY, -3.0), -0.0);
    assert_same(nprand__pow(-INFINITY, 0x1p53), INFINITY);
    assert_same(nprand__pow(-2.0, 3.0), -8.0);
    assert_same(nprand__pow(-1.0, 0x1p53), 1.0);
    assert_same(nprand__pow(-2.0, 0x1p-70), NAN);
    assert_same(nprand__pow(-2.0, 0.5), NAN);
    assert_same(nprand__pow(-1.0, 0x1.fffffffffffffp+52), -1.0);
    assert_same(nprand__pow(2.0, 1023.5), 0x1.6a09e667f3bcdp+1023);
    assert_same(nprand__pow(2.0, 1024.0), INFINITY);
    assert_same(nprand__pow(2.0, -1074.0), 0x1p-1074);
    assert_same(nprand__pow(2.0, -1075.0), 0.0);
    assert_same(nprand__pow(-2.0, -1075.0), -0.0);
    assert_same(nprand__pow(-2.0, -1077.0), -0.0);
    assert_same(nprand__pow(-2.0, 2001.0), -INFINITY);
    assert_same(nprand__pow(-1.0, 3.0), -1.0);
    assert_same(nprand__pow(-1.0, -1.0), -1.0);
    assert_same(nprand__pow(-2.0, -2001.0), -0.0);
#if defined(__x86_64__) || defined(__aarch64__) /* other ABIs may make a NaN quiet on its way */
    const double signaling = nprand__from_bits(UINT64_C(0x7ff4000000000000));
    assert_same(nprand__pow(signaling, 0.0), NAN);
    assert_same(nprand__pow(1.0, signaling), NAN);
#endif
    assert_same(nprand__pow(2.0, 0x1p63), INFINITY);
    assert_same(nprand__pow(2.0, -0x1p63), 0.0);
    assert_same(nprand__pow(0.5, 0x1p1000), 0.0);
    assert_same(nprand__pow(2.0, 0x1p-66), 1.0);
    assert_same(nprand__pow(0x1p-1074, 0.5), 0x1p-537);
}

static void test_log1p_of_special_values(void **unused)
{
    (void)unused;
    skip_with_system_math();
    assert_same(nprand__log1p(0.0), 0.0);
    assert_same(nprand__log1p(-0.0), -0.0);
    assert_same(nprand__log1p(0x1p-1074), 0x1p-1074);
    assert_same(nprand__log1p(-0x1p-1022), -0x1p-1022);
    assert_same(nprand__log1p(0x1p-30), 0x1.fffffffcp-31);
    assert_same(nprand__log1p(-0.5), -0x1.62e42fefa39efp-1);
    assert_same(nprand__log1p(1.0), 0x1.62e42fefa39efp-1);
    assert_same(nprand__log1p(DBL_MAX), 0x1.62e42fefa39efp+9);
    assert_same(nprand__log1p(INFINITY), INFINITY);
    assert_same(nprand__log1p(-1.0), -INFINITY);
    assert_same(nprand__log1p(-0x1.0000000000001p0), NAN);
    assert_same(nprand__log1p(-INFINITY), NAN);
    assert_same(nprand__log1p(NAN), NAN);
}

/* ---- Arrays ------------------------------------------------------------------------------- */

enum { LENGTH = 1100 };

/* Arguments of the main path with, at some places, any others. */
static void fill_arguments(uint64_t *sequence, double *x)
{
    for (int i = 0; i < LENGTH; i++) {
        x[i] = (double)(word(sequence) >> 11) * 0x1p-53;
        if (word(sequence) % 50 == 0)
            x[i] = special((int)(word(sequence) % SPECIALS));
        if (word(sequence) % 50 == 0)
            x[i] = with_exponent(sequence, 0, 2046);
    }
}

/* Where cos and acos change from one branch to another. */
static const double borders[] = {
    NPRAND__COS_IS_ONE,
    0.5 * NPRAND__SIN_NEAR,
    NPRAND__SINE_TABLE_END,
    NPRAND__HALF_PI,
    2.0 * NPRAND__HALF_PI,
    NPRAND__COS_DIRECT_END,
    2.5 * NPRAND__HALF_PI,
    3.0 * NPRAND__HALF_PI,
    4.0 * NPRAND__HALF_PI,
    NPRAND__ACOS_IS_HALF_PI,
    0.125,
    0.5,
    0.96875,
    1.0,
    NPRAND__HALF_PI - NPRAND__SIN_NEAR,
    NPRAND__COS_END,
    NPRAND__SIN_NEAR,
    NPRAND__HALF_PI + NPRAND__SIN_NEAR,
};

static double next_to_a_border(uint64_t *sequence)
{
    const double border = borders[word(sequence) % (sizeof borders / sizeof *borders)];
    return nprand__from_bits(nprand__to_bits(border) + word(sequence) % 9 - 4);
}

/* Arguments of cos and acos: angles of half a circle and cosines, with either sign and of all
 * branches, or most of them of one kind; with, at some places, any others. */
static void fill_angles_and_cosines(uint64_t *sequence, double *x)
{
    const uint64_t kind = word(sequence) % 6, rare = 3 + word(sequence) % 200;
    for (int i = 0; i < LENGTH; i++) {
        const double u = (double)(word(sequence) >> 11) * 0x1p-53;
        const double of[6] = {u * 2.0 * NPRAND__HALF_PI, u,       1.0 - u / 32.0,
                              1.0 - u * u * u * u,       u / 8.0, u * 4.0 * NPRAND__HALF_PI};
        x[i] = of[kind];
        if (word(sequence) % rare == 0)
            x[i] = special((int)(word(sequence) % SPECIALS));
        if (word(sequence) % rare == 0)
            x[i] = next_to_a_border(sequence);
        if (word(sequence) % rare == 0)
            x[i] = with_exponent(sequence, 0, 2046);
        if (word(sequence) % 2 == 0)
            x[i] = -x[i];
    }
}

static void test_cos_and_acos_of_arrays(void **unused)
{
    (void)unused;
    uint64_t sequence = 5;
    double x[LENGTH], y[LENGTH];
    const struct nprand__backend *f = nprand__backend();
    for (size_t round = 0; round < 400; round++) {
        const size_t length = round < 20 ? round : LENGTH - round;
        fill_angles_and_cosines(&sequence, x);
        memcpy(y, x, sizeof y);
        f->cos_array(length, y);
        for (size_t i = 0; i < LENGTH; i++)
            assert_same(y[i], i < length ? f->cos(x[i]) : x[i]);
        memcpy(y, x, sizeof y);
        f->acos_array(length, y);
        for (size_t i = 0; i < LENGTH; i++)
            assert_same(y[i], i < length ? f->acos(x[i]) : x[i]);
    }
}

/* Next to a power of two, log1p takes two terms of a series. */
static void test_log1p_of_arrays_next_to_powers_of_two(void **unused)
{
    (void)unused;
    double x[LENGTH], y[LENGTH];
    const struct nprand__backend *f = nprand__backend();
    for (int round = 0; round < 400; round++) {
        for (int i = 0; i < LENGTH; i++)
            x[i] = ldexp(1.0 + ((i % 2 == 0 ? i : -i) * 400 + round) * 0x1p-38, 1 + i % 7) - 1.0;
        memcpy(y, x, sizeof y);
        f->log1p_array(LENGTH, y);
        for (int i = 0; i < LENGTH; i++)
            assert_same(y[i], f->log1p(x[i]));
    }
}

static const double powers[] = {0.5,    1.0, 1.37, -3.0,     300.0, 0x1p-66,
                                0x1p64, 0.0, -0.0, INFINITY, NAN};

/* An array function gives each element what the function gives. */
static void test_arrays_are_functions_of_elements(void **unused)
{
    (void)unused;
    uint64_t sequence = 3;
    double x[LENGTH], y[LENGTH], exponents[LENGTH];
    const struct nprand__backend *f = nprand__backend();
    for (size_t round = 0; round < 200; round++) {
        const size_t length = round < 20 ? round : LENGTH - round;
        const double power = powers[round % (sizeof powers / sizeof *powers)];
        fill_arguments(&sequence, x);
        for (size_t i = 0; i < LENGTH; i++)
            exponents[i] = round % 2 == 0 ? x[LENGTH - 1 - i] : powers[i % (round % 11 + 1)];
        memcpy(y, x, sizeof y);
        f->log_array(length, y);
        for (size_t i = 0; i < LENGTH; i++)
            assert_same(y[i], i < length ? f->log(x[i]) : x[i]);
        memcpy(y, x, sizeof y);
        f->exp_array(length, y);
        for (size_t i = 0; i < LENGTH; i++)
            assert_same(y[i], i < length ? f->exp(x[i]) : x[i]);
        memcpy(y, x, sizeof y);
        f->pow_array(length, y, &power, 0);
        for (size_t i = 0; i < LENGTH; i++)
            assert_same(y[i], i < length ? f->pow(x[i], power) : x[i]);
        memcpy(y, x, sizeof y);
        f->pow_array(length, y, exponents, 1);
        for (size_t i = 0; i < LENGTH; i++)
            assert_same(y[i], i < length ? f->pow(x[i], exponents[i]) : x[i]);
        memcpy(y, x, sizeof y);
        f->log1p_array(length, y);
        for (size_t i = 0; i < LENGTH; i++)
            assert_same(y[i], i < length ? f->log1p(x[i]) : x[i]);
    }
}

/* Uniforms, and those beside both ends and beside the one from which on 1 - U is not near 1. */
static void test_exponentials(void **unused)
{
    (void)unused;
    static const double edges[] = {0.0,    0x1p-53,          1.0 - 0x1p-53,
                                   0x1p-4, 0x1p-4 - 0x1p-53, 0x1p-4 + 0x1p-53};
    uint64_t sequence = 5;
    double u[LENGTH], y[LENGTH];
    const struct nprand__backend *f = nprand__backend();
    for (size_t round = 0; round < 400; round++) {
        const size_t length = round < 40 ? round : LENGTH - round % 100;
        for (size_t i = 0; i < LENGTH; i++) {
            u[i] = (double)(word(&sequence) >> 11) * 0x1p-53;
            if (word(&sequence) % 4 == 0)
                u[i] = edges[word(&sequence) % 6];
        }
        memcpy(y, u, sizeof y);
        f->exponentials(length, y);
        for (size_t i = 0; i < LENGTH; i++)
            assert_same(y[i], i < length ? -f->log(1.0 - u[i]) : u[i]);
    }
}

/* Points on, next to and at the centre of the disc too. */
static void fill_coordinates(uint64_t *sequence, double *u)
{
    static const double edges[] = {0.0, 0.5, 0x1.fffffffffffffp-1, 0x1.0000000000001p-1, 0x1p-53};
    for (int i = 0; i < 2 * NPRAND__MAX_POINTS; i++) {
        u[i] = (double)(word(sequence) >> 11) * 0x1p-53;
        if (word(sequence) % 4 == 0)
            u[i] = edges[word(sequence) % 5];
    }
}

static void test_polar_method_on_arrays(void **unused)
{
    (void)unused;
    uint64_t sequence = 4;
    double u[2 * NPRAND__MAX_POINTS], out[2 * NPRAND__MAX_POINTS + 1];
    struct nprand__points p;
    const struct nprand__backend *f = nprand__backend();
    for (size_t n = 0; n <= NPRAND__MAX_POINTS; n++) {
        fill_coordinates(&sequence, u);
        const size_t count = f->select_points(n, u, &p);
        out[2 * count] = 7.0;
        f->normals(count, p.x1, p.x2, p.r2, out);
        assert_same(out[2 * count], 7.0);
        size_t found = 0;
        for (size_t i = 0; i < n; i++) {
            const double x1 = 2.0 * u[2 * i] - 1.0, x2 = 2.0 * u[2 * i + 1] - 1.0;
            const double square1 = x1 * x1, square2 = x2 * x2;
            const double r2 = square1 + square2;
            if (r2 >= 1.0 || r2 == 0.0)
                continue;
            const double factor = sqrt(-2.0 * f->log(r2) / r2);
            assert_same(out[2 * found], factor * x2);
            assert_same(out[2 * found + 1], factor * x1);
            found++;
        }
        assert_int_equal(count, found);
    }
}

/* ---- cos, sin, acos, log2 ----------------------------------------------------------------- */

struct result {
    double x, value;
};

/* What glibc gives, on each branch, often where that is not the correctly rounded result. */
static const struct result known_cos[] = {
    {0x1p-27, 0x1p+0},
    {0x1p+0, 0x1.14a280fb5068cp-1},
    {0x1.921fb54442d18p+1, -0x1p+0},
    {0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54},
    {0x1.53da016c73706p-2, 0x1.e40f52fe4e0e2p-1},
    {0x1.06c34b4b6b3fap-3, 0x1.fbcaa959aafcbp-1},
    {0x1.be00eb34dcd74p-1, 0x1.49b860a8bb26ap-1},
    {0x1.afe7f54ea658dp+0, -0x1.db7104e9e9898p-4},
    {0x1.dbf4341a29128p+0, -0x1.233e507473b0cp-2},
    {0x1.6b2adac720d5ep+1, -0x1.e8784a40c589ap-1},
    {0x1.83b870202b3d1p+1, -0x1.fcc30b2e31719p-1},
    {0x1.058d7e0bfa539p+2, -0x1.2bd49ac5ddb22p-1},
    {0x1.298139a1a0ab6p+2, -0x1.05760a4c62994p-4},
    {0x1.4066514ef143bp+2, 0x1.2898b79966efap-2},
    {-0x1.576d540975f35p+2, 0x1.37583eab9cbb6p-1},
    {0x1.246bf786335b3p+2, -0x1.2479304fe7ad4p-3},
    {0x1.9ef7b3230954fp+8, 0x1.ec6f1e0627c9p-1},
    {0x1.a61f39f44daffp+24, 0x1.dd807345b49aap-1},
};

static const struct result known_sin[] = {
    {0x1p-26, 0x1p-26},
    {0x1p+0, 0x1.aed548f090ceep-1},
    {0x1.921fb54442d18p+1, 0x1.1a62633145c07p-53},
    {0x1.921fb54442d18p+2, -0x1.1a62633145c07p-52},
    {0x1.1e0ae8b51d95p-4, 0x1.1dcf675e6fb4ap-4},
    {0x1.8b33253ed07b1p-1, 0x1.651c12799fc88p-1},
    {0x1.ba982a24de6afp-1, 0x1.857ed65a03ba8p-1},
    {0x1.308991804ee15p+1, 0x1.619d88c6794b8p-1},
    {0x1.7ffedfa6c5f3fp+1, 0x1.21155e4092642p-3},
    {0x1.87c3829cd8675p+1, 0x1.4b29b2684649p-4},
    {0x1.e4901e3ccb6a8p+1, -0x1.336d517465ebep-1},
    {0x1.19cebd6234dc6p+2, -0x1.e7ba623117788p-1},
    {0x1.85d7b20b462f4p+2, -0x1.8698131c0f45cp-3},
    {0x1.8e4211ca2a655p+2, -0x1.ee84b9792a8ddp-5},
    {-0x1.6a4b018f1ed4ep+2, 0x1.2a78b2913e75p-1},
    {0x1.816dea8ce8006p+2, -0x1.0817d3a55888p-2},
    {0x1.3d1556ed58e0cp+9, -0x1.af866118ebc8p-2},
    {0x1.0a9be3cf53ddap+26, -0x1.b9e74cbff6dcdp-1},
};

static const struct result known_acos[] = {
    {0x1.8p-55, 0x1.921fb54442d18p+0},
    {-0x1p-30, 0x1.921fb54842d18p+0},
    {0x1p-1, 0x1.0c152382d7366p+0},
    {0x1.fffffffffffffp-1, 0x1p-26},
    {-0x1.fffffffffffffp-1, 0x1.921fb52442d18p+1},
    {0x1.44d3f98c0df1ap-4, 0x1.7dccff1c07ca7p+0},
    {-0x1.a95c89bdce46cp-4, 0x1.acc1c8bfdfa0fp+0},
    {0x1.974288cea755ep-3, 0x1.5edfef034fad5p+0},
    {-0x1.6be80226b81cep-2, 0x1.ef2217481284p+0},
    {0x1.7769a645b3f5p-2, 0x1.3207a8cac01dap+0},
    {0x1.54e5974441d19p-1, 0x1.af3664fa03dd4p-1},
    {-0x1.764e0f97cb54bp-1, 0x1.3201b2dba7a86p+1},
    {0x1.d62722604edccp-1, 0x1.a0e289806a928p-2},
    {-0x1.d56e2f8bdba06p-1, 0x1.5d8f18e9b53e5p+1},
    {0x1.e385003668289p-1, 0x1.57271d50068f6p-2},
    {-0x1.e3e6b9e5456d5p-1, 0x1.678559a7f779cp+1},
    {0x1.e9868a48a006fp-1, 0x1.3086f73908fbap-2},
    {-0x1.eb37c63b26254p-1, 0x1.6d87882014bcep+1},
    {0x1.f846c6a2589ap-1, 0x1.642d3638cd8b7p-3},
    {-0x1.fdf93906a3828p-1, 0x1.86bb549086f95p+1},
};

static const struct result known_log2[] = {
    {0x1p-1074, -0x1.0c8p+10},
    {0x1.8p-1, -0x1.a8ff971810a5ep-2},
    {0x1.8p+1, 0x1.95c01a39fbd68p+0},
    {0x1.4p+3, 0x1.a934f0979a371p+1},
    {0x1.fffffffffffffp-1, -0x1.71547652b82fep-53},
    {0x1.0000000000001p+0, 0x1.71547652b82fdp-52},
    {0x1.ec6e5844c3d49p-1, -0x1.cc92566399769p-5},
    {0x1.fb5091c11839ep-1, -0x1.b2983d04ae958p-7},
    {0x1.0a3d57387423cp+0, 0x1.cf83da17530f7p-5},
    {0x1.e029f74a7dbd1p-1, -0x1.7b5bbb60022ffp-4},
    {0x1.a82259c15c5f7p-1, -0x1.16245a76e18bap-2},
    {0x1.2d7a8a12b46e2p-1, -0x1.873686d19d507p-1},
    {0x1.2e115208f1878p-6, -0x1.70b8ae8d888bdp+2},
    {0x1.037e664925e59p-20, -0x1.3fafe613f042p+4},
    {0x1.1bc3f74b07803p+0, 0x1.303dc94d93553p-3},
    {0x1.f85e7e0fd779ep+16, 0x1.0fa743c4c29fep+4},
    {0x1.f526e0e8c9fdcp-1, -0x1.fa32fccd5335ep-6},
    {0x1.055690c02833cp+0, 0x1.e7d0d76691a55p-6},
    {0x1.db94bf5a87d37p-1, -0x1.b407a2f737ce7p-4},
    {0x1.f6638e5621c65p-1, -0x1.bfed1e19d46cap-6},
};

static void assert_known(double (*function)(double x), const struct result *known, size_t count)
{
    for (size_t i = 0; i < count; i++)
        assert_same(function(known[i].x), known[i].value);
}

static void test_known_results(void **unused)
{
    (void)unused;
    skip_with_system_math();
    assert_known(nprand__cos, known_cos, sizeof known_cos / sizeof *known_cos);
    assert_known(nprand__sin, known_sin, sizeof known_sin / sizeof *known_sin);
    assert_known(nprand__acos, known_acos, sizeof known_acos / sizeof *known_acos);
    assert_known(nprand__log2, known_log2, sizeof known_log2 / sizeof *known_log2);
}

static void test_cos_and_sin_of_special_values(void **unused)
{
    (void)unused;
    skip_with_system_math();
    assert_same(nprand__cos(0.0), 1.0);
    assert_same(nprand__cos(-0.0), 1.0);
    assert_same(nprand__cos(0x1p-1074), 1.0);
    assert_same(nprand__sin(0.0), 0.0);
    assert_same(nprand__sin(-0.0), -0.0);
    assert_same(nprand__sin(0x1p-1074), 0x1p-1074);
    const double none[] = {NPRAND__COS_END, DBL_MAX, INFINITY, NAN};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        assert_same(nprand__cos(none[i]), NAN);
        assert_same(nprand__cos(-none[i]), NAN);
        assert_same(nprand__sin(none[i]), NAN);
        assert_same(nprand__sin(-none[i]), NAN);
    }
}

static void test_acos_of_special_values(void **unused)
{
    (void)unused;
    skip_with_system_math();
    assert_same(nprand__acos(1.0), 0.0);
    assert_same(nprand__acos(-1.0), 0x1.921fb54442d18p+1);
    assert_same(nprand__acos(0.0), 0x1.921fb54442d18p+0);
    assert_same(nprand__acos(-0.0), 0x1.921fb54442d18p+0);
    assert_same(nprand__acos(0x1p-1074), 0x1.921fb54442d18p+0);
    assert_same(nprand__acos(0x1.0000000000001p0), NAN);
    assert_same(nprand__acos(-INFINITY), NAN);
    assert_same(nprand__acos(NAN), NAN);
}

static void test_log2_of_special_values(void **unused)
{
    (void)unused;
    skip_with_system_math();
    assert_same(nprand__log2(1.0), 0.0);
    assert_same(nprand__log2(0.0), -INFINITY);
    assert_same(nprand__log2(-0.0), -INFINITY);
    assert_same(nprand__log2(INFINITY), INFINITY);
    assert_same(nprand__log2(-INFINITY), NAN);
    assert_same(nprand__log2(-0x1p-1074), NAN);
    assert_same(nprand__log2(NAN), NAN);
    for (int k = -1074; k < 1024; k++)
        assert_same(nprand__log2(ldexp(1.0, k)), k);
}

/* ---- Hashes ------------------------------------------------------------------------------- */

enum { VALUES = 200000 };

static double fma_value(uint64_t *sequence)
{
    struct factors f = hard_factors(sequence);
    return nprand__fma_soft(f.a, f.b, f.c);
}

static double uniform(uint64_t *sequence)
{
    return (double)(word(sequence) >> 11) * 0x1p-53;
}

/* A uniform, as in most draws; or near 1; or of any size. */
static double log_value(uint64_t *sequence)
{
    const double any = with_exponent(sequence, 0, 2046);
    const double u = uniform(sequence);
    const uint64_t choice = word(sequence) % 4;
    return nprand__log(choice == 0 ? fabs(any) : choice == 1 ? 0.9 + 0.2 * u : 1.0 - u);
}

static double exp_value(uint64_t *sequence)
{
    const double u = uniform(sequence);
    return nprand__exp(word(sequence) % 2 == 0 ? 80.0 * u - 40.0 : 1500.0 * u - 750.0);
}

static double pow_value(uint64_t *sequence)
{
    const double any = with_exponent(sequence, 0, 2046);
    const double u = uniform(sequence), v = uniform(sequence) + 0x1p-53;
    switch (word(sequence) % 4) {
    case 0:
        return nprand__pow(u, 2.0 * v);
    case 1:
        return nprand__pow(u, 1.0 / v);
    case 2:
        return nprand__pow(1e6 * u, -3.0 * v);
    default:
        return nprand__pow(fabs(any), 4.0 * v - 2.0);
    }
}

/* -1 to 0, as in rayleigh, in one case of two; else from -1 up, of any size. */
static double log1p_value(uint64_t *sequence)
{
    const double x = with_exponent(sequence, 1, 2046);
    const double u = uniform(sequence);
    return nprand__log1p(word(sequence) % 2 == 0 ? -u : x > -1.0 ? x : u);
}

static double log2_value(uint64_t *sequence)
{
    const double any = with_exponent(sequence, 0, 2046);
    const double u = uniform(sequence);
    const uint64_t choice = word(sequence) % 4;
    return nprand__log2(choice == 0 ? fabs(any) : choice == 1 ? 0.9 + 0.2 * u : 1.0 - u);
}

/* 0 to 2 pi, as in gauss, in one case of two; else of any size, up to 2^26. */
static double angle(uint64_t *sequence)
{
    const double x = with_exponent(sequence, 1023 - 40, 1023 + 25);
    const double u = uniform(sequence);
    return word(sequence) % 2 == 0 ? u * 0x1.921fb54442d18p+2 : x;
}

static double cos_value(uint64_t *sequence)
{
    return nprand__cos(angle(sequence));
}

static double sin_value(uint64_t *sequence)
{
    return nprand__sin(angle(sequence));
}

static double acos_value(uint64_t *sequence)
{
    const double x = with_exponent(sequence, 960, 1022);
    const double u = uniform(sequence);
    switch (word(sequence) % 4) {
    case 0:
        return nprand__acos(x);
    case 1:
        return nprand__acos(x < 0.0 ? -1.0 - x : 1.0 - x);
    default:
        return nprand__acos(2.0 * u - 1.0);
    }
}

static const struct {
    const char *name;
    double (*value)(uint64_t *sequence);
    const char *hash;
} hashes[] = {
    {"fma", fma_value, "30f2b39e49a8bed2"},     {"log", log_value, "55e206d69a22dc2e"},
    {"exp", exp_value, "8f3bd5d4a57e04d8"},     {"pow", pow_value, "3536250d15c63b63"},
    {"log1p", log1p_value, "4191dda6bdcbfa26"}, {"log2", log2_value, "014bd653d9642e4d"},
    {"cos", cos_value, "422a9b028dcb6e85"},     {"sin", sin_value, "a69a42a17058a918"},
    {"acos", acos_value, "a1087958fe942268"},
};

static void test_hashes(void **unused)
{
    (void)unused;
    skip_with_system_math();
    static unsigned char bytes[8 * VALUES];
    bool same = true;
    for (size_t i = 0; i < sizeof hashes / sizeof *hashes; i++) {
        uint64_t sequence = 2;
        char hash[SHA256_HEX_SIZE];
        for (int n = 0; n < VALUES; n++) {
            const uint64_t bits = nprand__to_bits(hashes[i].value(&sequence));
            for (int k = 0; k < 8; k++)
                bytes[8 * n + k] = (unsigned char)(bits >> 8 * k);
        }
        sha256_hex(bytes, sizeof bytes, hash);
        hash[16] = 0;
        print_message("%s %s\n", hashes[i].name, hash);
        same = same && strcmp(hash, hashes[i].hash) == 0;
    }
    assert_true(same);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fma_is_rounded_once),
        cmocka_unit_test(test_fma_of_ties),
        cmocka_unit_test(test_fma_of_special_values),
        cmocka_unit_test(test_arrays_are_functions_of_elements),
        cmocka_unit_test(test_exponentials),
        cmocka_unit_test(test_log1p_of_arrays_next_to_powers_of_two),
        cmocka_unit_test(test_cos_and_acos_of_arrays),
        cmocka_unit_test(test_polar_method_on_arrays),
        cmocka_unit_test(test_log_of_special_values),
        cmocka_unit_test(test_exp_of_special_values),
        cmocka_unit_test(test_pow_of_special_values),
        cmocka_unit_test(test_log1p_of_special_values),
        cmocka_unit_test(test_known_results),
        cmocka_unit_test(test_cos_and_sin_of_special_values),
        cmocka_unit_test(test_acos_of_special_values),
        cmocka_unit_test(test_log2_of_special_values),
        cmocka_unit_test(test_hashes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
