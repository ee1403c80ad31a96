/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The functions of src/math: special values, and the hashes of many results, which are to be the
 * same on every platform. Comparisons with other libraries: math/compare.c.
 */
#include "test.h"

#include "../src/math/bits.h"
#include "../src/math/fma_soft.h"
#include "../src/math/reference.h"

#include "sha256.h"

#include <math.h>

#define NAME(x) fused_##x
#define TARGET
#define MULTIPLY_ADD(a, b, c) nprand__fma_soft(a, b, c)
#include "../src/math/log1p.h"

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

/* ---- log1p -------------------------------------------------------------------------------- */

static void assert_log1p(double x, double expected)
{
    assert_same(nprand__reference_log1p(x), expected);
    assert_same(fused_log1p(x), expected);
}

static void test_log1p_of_special_values(void **unused)
{
    (void)unused;
    assert_log1p(0.0, 0.0);
    assert_log1p(-0.0, -0.0);
    assert_log1p(0x1p-1074, 0x1p-1074);
    assert_log1p(-0x1p-1022, -0x1p-1022);
    assert_log1p(0x1p-30, 0x1.fffffffcp-31);
    assert_log1p(-0.5, -0x1.62e42fefa39efp-1);
    assert_log1p(1.0, 0x1.62e42fefa39efp-1);
    assert_log1p(DBL_MAX, 0x1.62e42fefa39efp+9);
    assert_log1p(INFINITY, INFINITY);
    assert_log1p(-1.0, -INFINITY);
    assert_log1p(-0x1.0000000000001p0, NAN);
    assert_log1p(-INFINITY, NAN);
    assert_log1p(NAN, NAN);
}

/* ---- Hashes ------------------------------------------------------------------------------- */

enum { VALUES = 200000 };

static double fma_value(uint64_t *sequence)
{
    struct factors f = hard_factors(sequence);
    return nprand__fma_soft(f.a, f.b, f.c);
}

/* -1 to 0, as in rayleigh, in one case of two; else from -1 up, of any size. */
static double log1p_argument(uint64_t *sequence)
{
    const double x = with_exponent(sequence, 1, 2046);
    const double u = (double)(word(sequence) >> 11) * 0x1p-53;
    return word(sequence) % 2 == 0 ? -u : x > -1.0 ? x : u;
}

static double log1p_value(uint64_t *sequence)
{
    return nprand__reference_log1p(log1p_argument(sequence));
}

static double log1p_fused_value(uint64_t *sequence)
{
    return fused_log1p(log1p_argument(sequence));
}

static const struct {
    const char *name;
    double (*value)(uint64_t *sequence);
    const char *hash;
} hashes[] = {
    {"fma", fma_value, "30f2b39e49a8bed2"},
    {"log1p", log1p_value, "8da55a118c023693"},
    {"log1p, fused", log1p_fused_value, "4191dda6bdcbfa26"},
};

static void test_hashes(void **unused)
{
    (void)unused;
    static unsigned char bytes[8 * VALUES];
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
        assert_string_equal(hash, hashes[i].hash);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fma_is_rounded_once),
        cmocka_unit_test(test_fma_of_special_values),
        cmocka_unit_test(test_log1p_of_special_values),
        cmocka_unit_test(test_hashes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
