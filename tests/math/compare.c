/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The functions of src/math against the C library's on many arguments, bit by bit, and against
 * MPFR.
 *
 *     compare [COUNT]
 *
 * COUNT (10^9 if not given) random arguments for each function and what distributions call it with,
 * a tenth of that from the whole domain, the special values; a thousandth with MPFR (for cos and
 * acos a hundredth: it is what these are to equal). Exit status: 1 if anything differs that must
 * not; 77 if something could not be compared, because the C library's function is another one than
 * that of the reference profile, or for want of MPFR.
 */
#include "../../src/math/bits.h"
#include "../../src/backend/libm.h"
#include "../../src/math/reference.h"

#include "../vector_libm.h"

#include <stdio.h>
#include <stdlib.h>

#ifdef COMPARE_MPFR
#include <mpfr.h>
#endif

/* ---- Arguments ---------------------------------------------------------------------------- */

/* Steele, Lea and Flood's SplitMix64. */
static uint64_t word(uint64_t *sequence)
{
    uint64_t z = *sequence += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return z ^ z >> 31;
}

/* As random_sample() has them. */
static double uniform(uint64_t *sequence)
{
    return (double)(word(sequence) >> 11) * 0x1p-53;
}

static double any_double(uint64_t *sequence)
{
    return nprand__from_bits(word(sequence));
}

/* From 2^-exponent to 2^exponent. */
static double any_size(uint64_t *sequence, int exponent)
{
    const int power = (int)(word(sequence) % (uint64_t)(2 * exponent)) - exponent;
    return ldexp(1.0 + uniform(sequence), power);
}

typedef void draw_function(uint64_t *sequence, double *x, double *y);

/* 1 - U, as in exponentials; 1 is among them. */
static void positive_uniform(uint64_t *sequence, double *x, double *y)
{
    *x = 1.0 - uniform(sequence);
    *y = 0.0;
}

static void squared_radius(uint64_t *sequence, double *x, double *y)
{
    const double a = 2.0 * uniform(sequence) - 1.0, b = 2.0 * uniform(sequence) - 1.0;
    *x = a * a + b * b;
    *y = 0.0;
}

static void near_one(uint64_t *sequence, double *x, double *y)
{
    *x = 1.0 + ldexp(uniform(sequence) - 0.5, -(int)(word(sequence) % 30));
    *y = 0.0;
}

/* Ratios, rates and counts. */
static void positive(uint64_t *sequence, double *x, double *y)
{
    *x = any_size(sequence, 60);
    *y = 0.0;
}

static void within_40(uint64_t *sequence, double *x, double *y)
{
    *x = 80.0 * uniform(sequence) - 40.0;
    *y = 0.0;
}

static void within_750(uint64_t *sequence, double *x, double *y)
{
    *x = 1500.0 * uniform(sequence) - 750.0;
    *y = 0.0;
}

static void small(uint64_t *sequence, double *x, double *y)
{
    *x = ldexp(2.0 * uniform(sequence) - 1.0, -(int)(word(sequence) % 60));
    *y = 0.0;
}

/* U^(1/a), as in power and standard_gamma. */
static void uniform_and_inverse(uint64_t *sequence, double *x, double *y)
{
    *x = 1.0 - uniform(sequence);
    *y = 1.0 / any_size(sequence, 10);
}

/* E^(1/a), as in weibull. */
static void exponential_and_inverse(uint64_t *sequence, double *x, double *y)
{
    *x = -nprand__log(1.0 - uniform(sequence));
    *y = 1.0 / any_size(sequence, 10);
}

/* U^(-1/(a-1)) and the like, as in zipf. */
static void uniform_and_negative(uint64_t *sequence, double *x, double *y)
{
    *x = 1.0 - uniform(sequence);
    *y = -any_size(sequence, 6);
}

/* n^-a, as in zipf's rejection. */
static void large_and_negative(uint64_t *sequence, double *x, double *y)
{
    *x = floor(any_size(sequence, 60)) + 1.0;
    *y = -10.0 * uniform(sequence);
}

static void negative_uniform(uint64_t *sequence, double *x, double *y)
{
    *x = -uniform(sequence);
    *y = 0.0;
}

static void angle(uint64_t *sequence, double *x, double *y)
{
    *x = 0x1.921fb54442d18p+1 * uniform(sequence);
    *y = 0.0;
}

static void within_1(uint64_t *sequence, double *x, double *y)
{
    *x = 2.0 * uniform(sequence) - 1.0;
    *y = 0.0;
}

static void towards_ends(uint64_t *sequence, double *x, double *y)
{
    const double rest = ldexp(uniform(sequence), -(int)(word(sequence) % 54));
    *x = word(sequence) % 2 == 0 ? 1.0 - rest : rest - 1.0;
    *y = 0.0;
}

static void any(uint64_t *sequence, double *x, double *y)
{
    *x = any_double(sequence);
    *y = any_double(sequence);
}

/* With an x^y that is neither 0 nor infinite. */
static void any_with_result(uint64_t *sequence, double *x, double *y)
{
    *x = fabs(any_double(sequence));
    *y = (2200.0 * uniform(sequence) - 1100.0) / log2(*x);
}

/* ---- Functions ---------------------------------------------------------------------------- */

#define BOTH(name, ours)                          \
    static double our_##name(double x, double y)  \
    {                                             \
        (void)y;                                  \
        return ours(x);                           \
    }                                             \
    static double host_##name(double x, double y) \
    {                                             \
        (void)y;                                  \
        return name(x);                           \
    }

BOTH(log, nprand__log)
BOTH(exp, nprand__exp)
BOTH(log1p, nprand__log1p)
BOTH(cos, nprand__reference_cos)
BOTH(acos, nprand__reference_acos)

static double our_pow(double x, double y)
{
    return nprand__pow(x, y);
}

static double host_pow(double x, double y)
{
    return pow(x, y);
}

#ifdef COMPARE_MPFR
#define MPFR(name)                                                 \
    static int mpfr_##name##_of(mpfr_t result, mpfr_t x, mpfr_t y) \
    {                                                              \
        (void)y;                                                   \
        return mpfr_##name(result, x, MPFR_RNDN);                  \
    }

MPFR(log)
MPFR(exp)
MPFR(log1p)
MPFR(cos)
MPFR(acos)

static int mpfr_pow_of(mpfr_t result, mpfr_t x, mpfr_t y)
{
    return mpfr_pow(result, x, y, MPFR_RNDN);
}

#define FUNCTION(name) #name, our_##name, host_##name, mpfr_##name##_of
#else
#define FUNCTION(name) #name, our_##name, host_##name
#endif

enum { MAX_RANGES = 5 };

struct range {
    const char *name;
    draw_function *draw;
};

struct function {
    const char *name;
    double (*ours)(double x, double y);
    double (*host)(double x, double y);
#ifdef COMPARE_MPFR
    int (*mpfr)(mpfr_t result, mpfr_t x, mpfr_t y);
#endif
    int correctly_rounded; /* to equal MPFR, whatever the C library does */
    int takes_two;
    struct range ranges[MAX_RANGES]; /* of the distributions */
    struct range whole[2];
};

static const struct function functions[] = {
    {FUNCTION(log),
     0,
     0,
     {{"1 - U", positive_uniform},
      {"squared radii", squared_radius},
      {"near 1", near_one},
      {"positive numbers", positive}},
     {{"all doubles", any}}},
    {FUNCTION(exp),
     0,
     0,
     {{"-40 to 40", within_40}, {"-750 to 750", within_750}, {"small", small}},
     {{"all doubles", any}}},
    {FUNCTION(pow),
     0,
     1,
     {{"U, 1/a", uniform_and_inverse},
      {"E, 1/a", exponential_and_inverse},
      {"U, -a", uniform_and_negative},
      {"n, -a", large_and_negative}},
     {{"all doubles", any}, {"results not 0 or inf", any_with_result}}},
    {FUNCTION(log1p), 0, 0, {{"-U", negative_uniform}, {"small", small}}, {{"all doubles", any}}},
    {FUNCTION(cos), 1, 0, {{"0 to pi", angle}}, {{"all doubles", any}}},
    {FUNCTION(acos), 1, 0, {{"-1 to 1", within_1}, {"near 1, -1", towards_ends}}, {{NULL, NULL}}},
};

/* ---- Comparisons -------------------------------------------------------------------------- */

static int failed, left_out;

static int are_same(double a, double b)
{
    return nprand__to_bits(a) == nprand__to_bits(b) || (isnan(a) && isnan(b));
}

static void print_row(const struct function *f, const char *range, const char *with, long count,
                      long differ)
{
    printf("%-6s  %-20s  %-9s  %11ld  %9ld\n", f->name, range, with, count, differ);
    fflush(stdout);
}

static void compare_range(const struct function *f, const struct range *range, long count)
{
    uint64_t sequence = 1;
    long differ = 0;
    for (long i = 0; i < count; i++) {
        double x, y;
        range->draw(&sequence, &x, &y);
        differ += !are_same(f->ours(x, y), f->host(x, y));
    }
    print_row(f, range->name, "C library", count, differ);
    failed |= differ != 0 && !f->correctly_rounded;
}

static const double specials[] = {
    0,
    1,
    2,
    3,
    0.5,
    1.5,
    INFINITY,
    NAN,
    DBL_MIN,
    DBL_MAX,
    0x1p-1074,
    0x0.fffffffffffffp-1022,
    0x1p-54,
    0x1p-53,
    0x1p-29,
    0x1p52,
    0x1p53,
    0x1.fffffffffffffp52,
    0x1p54,
    0x1p63,
    0x1p64,
    0x1p65,
    0x1p-65,
    0x1p1023,
    1023.5,
    1024,
    1074,
    1075,
    1076,
    0x1.fffffffffffffp-1,
    0x1.62e42fefa39efp+9,
    0x1.62e42fefa39fp+9,
    0x1.74910d52d3051p+9,
    0x1.74910d52d3052p+9,
    0x1.0000000000001p0,
    0x1.ep-1,
    0x1.109p+0,
    0x1.921fb54442d18p0,
};

enum { SPECIALS = 2 * (int)(sizeof specials / sizeof *specials) };

static double special(int i)
{
    return i % 2 != 0 ? -specials[i / 2] : specials[i / 2];
}

static void compare_specials(const struct function *f)
{
    const int ys = f->takes_two ? SPECIALS : 1;
    long differ = 0;
    for (int i = 0; i < SPECIALS; i++) {
        for (int k = 0; k < ys; k++) {
            /* Read again each time: compilers are not to work the C library's function out. */
            volatile double x = special(i), y = special(k);
            differ += !are_same(f->ours(x, y), f->host(x, y));
        }
    }
    print_row(f, "special values", "C library", (long)SPECIALS * ys, differ);
    failed |= differ != 0 && !f->correctly_rounded;
}

#ifdef COMPARE_MPFR
struct exact {
    mpfr_t x, y, value, rounded;
};

/* |a - e.value| in units of the last place of the value, if that is a normal number. */
static double error_in_ulp(struct exact *e, double a)
{
    mpfr_t off;
    if (mpfr_zero_p(e->value) || !isnormal(a))
        return 0.0;
    mpfr_init2(off, 64);
    mpfr_sub_d(off, e->value, a, MPFR_RNDN);
    mpfr_mul_2si(off, off, 53 - mpfr_get_exp(e->value), MPFR_RNDN);
    const double error = fabs(mpfr_get_d(off, MPFR_RNDN));
    mpfr_clear(off);
    return error;
}

static void compare_exact(const struct function *f, const struct range *range, long count)
{
    struct exact e;
    uint64_t sequence = 2;
    long differ = 0;
    double worst = 0.0;
    mpfr_inits2(53, e.x, e.y, e.rounded, (mpfr_ptr)NULL);
    mpfr_init2(e.value, 128);
    for (long i = 0; i < count; i++) {
        double x, y;
        range->draw(&sequence, &x, &y);
        const double ours = f->ours(x, y);
        mpfr_set_d(e.x, x, MPFR_RNDN);
        mpfr_set_d(e.y, y, MPFR_RNDN);
        f->mpfr(e.rounded, e.x, e.y);
        const double rounded = mpfr_get_d(e.rounded, MPFR_RNDN);
        differ += !are_same(ours, rounded) && (isnormal(rounded) || f->correctly_rounded);
        f->mpfr(e.value, e.x, e.y);
        const double error = error_in_ulp(&e, ours);
        worst = error > worst ? error : worst;
    }
    mpfr_clears(e.x, e.y, e.rounded, e.value, (mpfr_ptr)NULL);
    print_row(f, range->name, "MPFR", count, differ);
    printf("%-6s  %-20s  error at most %.4f ulp\n", "", "", worst);
    failed |= differ != 0 && f->correctly_rounded;
}
#else
static void compare_exact(const struct function *f, const struct range *range, long count)
{
    (void)count;
    printf("%-6s  %-20s  left out: built without MPFR\n", f->name, range->name);
    left_out = 1;
}
#endif

static int number_of_ranges(const struct function *f)
{
    int n = 0;
    while (n < MAX_RANGES && f->ranges[n].draw != NULL)
        n++;
    return n;
}

static void compare(const struct function *f, long count)
{
    const int ranges = number_of_ranges(f);
    /* Far from 0, the cosine takes its time. */
    const long whole = f->correctly_rounded ? count / 1000 : count / 10;
    if (f->correctly_rounded || !vector_libm_is_other(f->name)) {
        for (int i = 0; i < ranges; i++)
            compare_range(f, &f->ranges[i], count / ranges);
        for (int i = 0; i < 2 && f->whole[i].draw != NULL; i++)
            compare_range(f, &f->whole[i], whole);
        compare_specials(f);
    } else {
        printf("%-6s  left out: the C library's is not that of the reference profile\n", f->name);
        left_out = 1;
    }
    const long exact = f->correctly_rounded ? count / 100 : count / 1000;
    for (int i = 0; i < ranges; i++)
        compare_exact(f, &f->ranges[i], exact / ranges);
    if (f->correctly_rounded && f->whole[0].draw != NULL)
        compare_exact(f, &f->whole[0], exact / 10);
}

int main(int argc, char **argv)
{
    const long count = argc > 1 ? atol(argv[1]) : 1000000000;
    printf("functions: %s\n\n", nprand__backend()->name);
    printf("%-6s  %-20s  %-9s  %11s  %9s\n", "", "arguments", "with", "compared", "differ");
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        compare(&functions[i], count);
    return failed ? 1 : left_out ? 77 : 0;
}
