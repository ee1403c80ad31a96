/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The functions of src/math: special values, and the hashes of many results, which are to be the
 * same on every platform. Comparisons with other libraries: math/compare.c.
 */
#include "test.h"

#include "../src/backend/libm.h"
#include "../src/math/bits.h"
#include "../src/math/fma_soft.h"
#include "../src/math/reference.h"

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
    assert_same(nprand__pow(-2.0, 0x1p-70), NAN);
    assert_same(nprand__pow(-2.0, 0.5), NAN);
    assert_same(nprand__pow(-1.0, 0x1.fffffffffffffp+52), -1.0);
    assert_same(nprand__pow(2.0, 1023.5), 0x1.6a09e667f3bcdp+1023);
    assert_same(nprand__pow(2.0, 1024.0), INFINITY);
    assert_same(nprand__pow(2.0, -1074.0), 0x1p-1074);
    assert_same(nprand__pow(2.0, -1075.0), 0.0);
    assert_same(nprand__pow(-2.0, -1075.0), -0.0);
    assert_same(nprand__pow(-2.0, -1077.0), -0.0);
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

static const double powers[] = {0.5,    1.0, 1.37, -3.0,     300.0, 0x1p-66,
                                0x1p64, 0.0, -0.0, INFINITY, NAN};

/* An array function gives each element what the function gives. */
static void test_arrays_are_functions_of_elements(void **unused)
{
    (void)unused;
    uint64_t sequence = 3;
    double x[LENGTH], y[LENGTH];
    const struct nprand__backend *f = nprand__backend();
    for (size_t round = 0; round < 200; round++) {
        const size_t length = round < 20 ? round : LENGTH - round;
        const double power = powers[round % (sizeof powers / sizeof *powers)];
        fill_arguments(&sequence, x);
        memcpy(y, x, sizeof y);
        f->log_array(length, y);
        for (size_t i = 0; i < LENGTH; i++)
            assert_same(y[i], i < length ? f->log(x[i]) : x[i]);
        memcpy(y, x, sizeof y);
        f->exp_array(length, y);
        for (size_t i = 0; i < LENGTH; i++)
            assert_same(y[i], i < length ? f->exp(x[i]) : x[i]);
        memcpy(y, x, sizeof y);
        f->pow_array(length, y, power);
        for (size_t i = 0; i < LENGTH; i++)
            assert_same(y[i], i < length ? f->pow(x[i], power) : x[i]);
        memcpy(y, x, sizeof y);
        f->log1p_array(length, y);
        for (size_t i = 0; i < LENGTH; i++)
            assert_same(y[i], i < length ? f->log1p(x[i]) : x[i]);
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
        f->normals(count, &p, out);
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

/* ---- cos and acos ------------------------------------------------------------------------- */

struct result {
    double x, value;
};

/* Whose cosine lies all but in the middle of two doubles, or all but on one: some of the worst
 * there are (Vincent Lefevre and Jean-Michel Muller, 2001); next to multiples of pi/2; the smallest
 * cosine of all. */
static const struct result hard_cos[] = {
    {0x1.34ec2f9fc9cp+1, -0x1.7e2a5c30e1d6dp-1},
    {0x1.2842c0b84f504p+8, 0x1.29630ba374b68p-1},
    {0x1.9bcc014bc502dp+7, 0x1.fb2042a08f7fep-4},
    {0x1.5569517625a32p+1, -0x1.c77a582b7f55p-1},
    {0x1.5bc9a8bfa4a24p+4, -0x1.ef84deea2fa55p-1},
    {0x1.184cb15ec5f2ap+6, 0x1.25b3c44fba62cp-1},
    {0x1.c65a170474549p-1, 0x1.434a3645be208p-1},
    {0x1.0ea665357dbc5p+2, -0x1.dc05c6b2f8532p-2},
    {0x1.20000000000f3p-20, 0x1.fffffffffebcp-1},
    {0x1.800000000024p-20, 0x1.fffffffffdcp-1},
    {0x1.e000000000465p-20, 0x1.fffffffffc7cp-1},
    {0x1.6ac5b262ca1ffp+850, -0x1p+0},
    {0x1.20000000003ccp-19, 0x1.fffffffffafp-1},
    {0x1.6c6cbc45dc8dep+6, -0x1p+0},
    {0x1.6ac5b262ca1ffp+851, 0x1p+0},
    {0x1.80000000009p-19, 0x1.fffffffff7p-1},
    {0x1.6c6cbc45dc8dep+7, 0x1p+0},
    {0x1.504cac51f1eafp+132, -0x1p+0},
    {0x1.6ac5b262ca1ffp+852, 0x1p+0},
    {0x1.e009c53148be1p+992, -0x1p+0},
    {0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54},
    {0x1.2d97c7f3321d2p+2, -0x1.a79394c9e8a0ap-53},
    {0x1.6ac5b262ca1ffp+849, -0x1.14ae72e6ba22fp-61},
    {0x1.6ac5b262ca1fep+849, 0x1.9511a46ce5cddp-1},
    {0x1p-27, 0x1p+0},
    {0x1.6a09e667f3bccp-27, 0x1p+0},
    {0x1.6a09e667f3bcdp-27, 0x1.fffffffffffffp-1},
    {0x1p+20, 0x1.e33ada92fe2aep-1},
    {0x1.0000000000001p+20, 0x1.e33ada9254f48p-1},
    {0x1.fffffffffffffp+1023, -0x1.fffe62ecfab75p-1},
};

static const struct result hard_acos[] = {
    {0x1.11b3c109f983bp-1, 0x1.01bd20609b7b3p+0},
    {0x1.d18f3b5c96858p-3, 0x1.576a69fcfcc3bp+0},
    {0x1.e9cf882fca50dp-2, 0x1.1271701b8cb0dp+0},
    {0x1.4e9225303b632p-3, 0x1.681d3cbae0951p+0},
    {0x1.08e9c87f4b0a6p-3, 0x1.70eaaa4ebae5p+0},
    {0x1.eef6d61805521p-3, 0x1.53a27666d34cdp+0},
    {0x1.f18fcd1797e5ap-2, 0x1.103b37a20d1adp+0},
    {0x1.c65a6dfcb81acp-3, 0x1.58da6a7813f63p+0},
    {0x1.fd737be914578p-11, 0x1.91e006d41d8d9p+0},
    {0x1.7283d529a146ep-19, 0x1.921f86f3c82c5p+0},
    {0x1.53ea6c7255e88p-4, 0x1.7cdacb6bbe707p+0},
    {0x1.60cb9769d9218p-8, 0x1.90bee93d2d09cp+0},
    {0x1.1cdcd1ea2ad3bp-9, 0x1.919146d3f492fp+0},
    {0x1.390e6939cd1a6p-5, 0x1.8856a5d3296a4p+0},
    {0x1.28cc312928295p-9, 0x1.918b4f235e95fp+0},
    {0x1.2c759e3848cc8p-13, 0x1.9216519750855p+0},
    {0x1.9a88d89f8e3f2p-8, 0x1.90852bbbac4a5p+0},
    {0x1.fb6732c7454c6p-20, 0x1.921f958dcfa51p+0},
    {0x1.ae48c77beb466p-13, 0x1.921242fe055dp+0},
    {0x1.dbd7b9e27ed71p-6, 0x1.8ab011d5b8c1p+0},
    {0x1.ffffffffffdcp-1, 0x1.8000000000024p-22},
    {0x1.fffffffffff7p-1, 0x1.8000000000009p-23},
    {0x1.fffffffffffffp-1, 0x1p-26},
    {-0x1.fffffffffffffp-1, 0x1.921fb52442d18p+1},
    {0.5, 0x1.0c152382d7366p+0},
    {-0.5, 0x1.0c152382d7366p+1},
    {0x1.0000000000001p-1, 0x1.0c152382d7365p+0},
    {-0x1.0000000000001p-1, 0x1.0c152382d7366p+1},
    {-0x1.011c543f23a17p-2, 0x1.d318c90d9e8b7p+0},
    {0x1p-56, 0x1.921fb54442d18p+0},
    {-0x1p-56, 0x1.921fb54442d18p+0},
    {0x1.cb3b39p-55, 0x1.921fb54442d18p+0},
    {-0x1.cb3b3ap-55, 0x1.921fb54442d19p+0},
};

static void test_cos_where_it_is_hard_to_round(void **unused)
{
    (void)unused;
    skip_with_system_math();
    for (size_t i = 0; i < sizeof hard_cos / sizeof *hard_cos; i++) {
        assert_same(nprand__reference_cos(hard_cos[i].x), hard_cos[i].value);
        assert_same(nprand__reference_cos(-hard_cos[i].x), hard_cos[i].value);
    }
}

static void test_acos_where_it_is_hard_to_round(void **unused)
{
    (void)unused;
    skip_with_system_math();
    for (size_t i = 0; i < sizeof hard_acos / sizeof *hard_acos; i++)
        assert_same(nprand__reference_acos(hard_acos[i].x), hard_acos[i].value);
}

static void test_cos_and_acos_of_special_values(void **unused)
{
    (void)unused;
    skip_with_system_math();
    assert_same(nprand__reference_cos(0.0), 1.0);
    assert_same(nprand__reference_cos(-0.0), 1.0);
    assert_same(nprand__reference_cos(0x1p-1074), 1.0);
    assert_same(nprand__reference_cos(INFINITY), NAN);
    assert_same(nprand__reference_cos(-INFINITY), NAN);
    assert_same(nprand__reference_cos(NAN), NAN);
    assert_same(nprand__reference_acos(1.0), 0.0);
    assert_same(nprand__reference_acos(-1.0), 0x1.921fb54442d18p+1);
    assert_same(nprand__reference_acos(0.0), 0x1.921fb54442d18p+0);
    assert_same(nprand__reference_acos(-0.0), 0x1.921fb54442d18p+0);
    assert_same(nprand__reference_acos(0x1p-1074), 0x1.921fb54442d18p+0);
    assert_same(nprand__reference_acos(0x1.0000000000001p0), NAN);
    assert_same(nprand__reference_acos(-INFINITY), NAN);
    assert_same(nprand__reference_acos(NAN), NAN);
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

/* 0 to pi, as in vonmises, in one case of two; else of any size. */
static double cos_value(uint64_t *sequence)
{
    const double x = with_exponent(sequence, 0, 2046);
    const double u = (double)(word(sequence) >> 11) * 0x1p-53;
    return nprand__reference_cos(word(sequence) % 2 == 0 ? 3.14159 * u : x);
}

static double acos_value(uint64_t *sequence)
{
    const double x = with_exponent(sequence, 960, 1022);
    const double u = (double)(word(sequence) >> 11) * 0x1p-53;
    switch (word(sequence) % 4) {
    case 0:
        return nprand__reference_acos(x);
    case 1:
        return nprand__reference_acos(x < 0.0 ? -1.0 - x : 1.0 - x);
    default:
        return nprand__reference_acos(2.0 * u - 1.0);
    }
}

static const struct {
    const char *name;
    double (*value)(uint64_t *sequence);
    const char *hash;
} hashes[] = {
    {"fma", fma_value, "30f2b39e49a8bed2"},     {"log", log_value, "55e206d69a22dc2e"},
    {"exp", exp_value, "8f3bd5d4a57e04d8"},     {"pow", pow_value, "3536250d15c63b63"},
    {"log1p", log1p_value, "4191dda6bdcbfa26"}, {"cos", cos_value, "ed4097df42d9da1f"},
    {"acos", acos_value, "5b6db12353349305"},
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
        cmocka_unit_test(test_fma_of_special_values),
        cmocka_unit_test(test_arrays_are_functions_of_elements),
        cmocka_unit_test(test_polar_method_on_arrays),
        cmocka_unit_test(test_log_of_special_values),
        cmocka_unit_test(test_exp_of_special_values),
        cmocka_unit_test(test_pow_of_special_values),
        cmocka_unit_test(test_log1p_of_special_values),
        cmocka_unit_test(test_cos_where_it_is_hard_to_round),
        cmocka_unit_test(test_acos_where_it_is_hard_to_round),
        cmocka_unit_test(test_cos_and_acos_of_special_values),
        cmocka_unit_test(test_hashes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
