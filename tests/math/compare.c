/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The functions of src/math against the C library's on many arguments, bit by bit, and against
 * MPFR.
 *
 *     compare [COUNT [FUNCTION ...]]
 *
 * COUNT (10^9 if not given) random arguments for each function (of those named, if any) and what
 * distributions call it with, a tenth of that from the whole domain, the special values; a thousandth with MPFR, for the errors.
 * On a C library whose function is another one than that of the reference profile, only the hash of
 * some results is compared, with that recorded here. Exit status: 1 if anything differs; 77 if the
 * errors were not looked at, for want of MPFR.
 */
#include "../../src/backend/libm.h"
#include "../../src/math/bits.h"
#include "../../src/math/figures.h"

#include "../sha256.h"
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

/* From low to low + width, divided by a power of 2 that is below 2^powers. */
static double divided(uint64_t *sequence, double low, double width, unsigned powers)
{
    const int power = (int)(word(sequence) % powers);
    return ldexp(low + width * uniform(sequence), -power);
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
    *x = 1.0 + divided(sequence, -0.5, 1.0, 30);
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
    *x = divided(sequence, -1.0, 2.0, 60);
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

/* Half a circle, as in vonmises, and a whole one, as in Python's gauss. */
static void half_circle(uint64_t *sequence, double *x, double *y)
{
    *x = 0x1.921fb54442d18p+1 * uniform(sequence);
    *y = 0.0;
}

static void circle(uint64_t *sequence, double *x, double *y)
{
    *x = uniform(sequence) * 0x1.921fb54442d18p+2;
    *y = 0.0;
}

/* A number and what lies within 2^-exponent of it, of any size; of either sign. */
static double next_to(uint64_t *sequence, double a, int exponent)
{
    const uint64_t choice = word(sequence);
    const double rest = ldexp(uniform(sequence), -exponent - (int)(choice % 40));
    const double sum = choice >> 8 & 1 ? a + rest : a - rest;
    return choice >> 9 & 1 ? sum : -sum;
}

static void next_to_quarters(uint64_t *sequence, double *x, double *y)
{
    const double quarters = (double)(word(sequence) % 9);
    *x = next_to(sequence, quarters * 0x1.921fb54442d18p+0, 6);
    *y = 0.0;
}

/* Where one row of a table ends. */
static void next_to_256ths(uint64_t *sequence, double *x, double *y)
{
    *x = next_to(sequence, (double)(word(sequence) % 640) / 256.0, 10);
    *y = 0.0;
}

static void next_to_512ths(uint64_t *sequence, double *x, double *y)
{
    *x = next_to(sequence, (double)(word(sequence) % 512) / 512.0, 10);
    *y = 0.0;
}

static void next_to_borders(uint64_t *sequence, double *x, double *y)
{
    static const double borders[] = {NPRAND__SIN_NEAR, NPRAND__SINE_TABLE_END,
                                     NPRAND__COS_DIRECT_END, 0x1.921fb54442d18p+1};
    *x = next_to(sequence, borders[word(sequence) % 4], 10);
    *y = 0.0;
}

static void next_to_log2_borders(uint64_t *sequence, double *x, double *y)
{
    const double row = 1.0 + (double)(word(sequence) % 65) / 64.0;
    const double border = word(sequence) % 2 == 0 ? NPRAND__LOG2_NEAR_LOW : NPRAND__LOG2_NEAR_HIGH;
    *x = fabs(next_to(sequence, word(sequence) % 2 == 0 ? row : border, 10));
    *y = 0.0;
}

static void reduced(uint64_t *sequence, double *x, double *y)
{
    const double size = any_size(sequence, 26);
    *x = word(sequence) % 2 == 0 ? size : -size;
    *y = 0.0;
}

static void within_1(uint64_t *sequence, double *x, double *y)
{
    *x = 2.0 * uniform(sequence) - 1.0;
    *y = 0.0;
}

static void towards_ends(uint64_t *sequence, double *x, double *y)
{
    const double rest = divided(sequence, 0.0, 1.0, 54);
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
BOTH(log2, nprand__log2)
BOTH(acos, nprand__acos)

/* Far from 0, no number. */
static double host_cos(double x, double y)
{
    (void)y;
    return fabs(x) < NPRAND__COS_END ? cos(x) : (double)NAN;
}

static double host_sin(double x, double y)
{
    (void)y;
    return fabs(x) < NPRAND__COS_END ? sin(x) : (double)NAN;
}

static double our_cos(double x, double y)
{
    (void)y;
    return nprand__cos(x);
}

static double our_sin(double x, double y)
{
    (void)y;
    return nprand__sin(x);
}

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
MPFR(log2)
MPFR(cos)
MPFR(sin)
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
    int takes_two;
    const char *hash;                /* of HASHED results from each range */
    struct range ranges[MAX_RANGES]; /* of the distributions */
    struct range whole[2];
};

static const struct function functions[] = {
    {FUNCTION(log),
     0,
     "7c356911e84416ba",
     {{"1 - U", positive_uniform},
      {"squared radii", squared_radius},
      {"near 1", near_one},
      {"positive numbers", positive}},
     {{"all doubles", any}}},
    {FUNCTION(exp),
     0,
     "4264b47976882d83",
     {{"-40 to 40", within_40}, {"-750 to 750", within_750}, {"small", small}},
     {{"all doubles", any}}},
    {FUNCTION(pow),
     1,
     "4219d9a112ec9466",
     {{"U, 1/a", uniform_and_inverse},
      {"E, 1/a", exponential_and_inverse},
      {"U, -a", uniform_and_negative},
      {"n, -a", large_and_negative}},
     {{"all doubles", any}, {"results not 0 or inf", any_with_result}}},
    {FUNCTION(log1p),
     0,
     "1ba13ddd9e4f7a19",
     {{"-U", negative_uniform}, {"small", small}},
     {{"all doubles", any}}},
    {FUNCTION(log2),
     0,
     "c6bf4dbf6d9cebd2",
     {{"1 - U", positive_uniform},
      {"near 1", near_one},
      {"borders", next_to_log2_borders},
      {"positive numbers", positive}},
     {{"all doubles", any}}},
    {FUNCTION(cos),
     0,
     "60d54d626010b29f",
     {{"0 to pi", half_circle},
      {"0 to 2 pi", circle},
      {"next to k pi/2", next_to_quarters},
      {"next to k/256", next_to_256ths},
      {"borders", next_to_borders}},
     {{"to 2^26", reduced}, {"all doubles", any}}},
    {FUNCTION(sin),
     0,
     "2129ceffadbed268",
     {{"0 to pi", half_circle},
      {"0 to 2 pi", circle},
      {"next to k pi/2", next_to_quarters},
      {"next to k/256", next_to_256ths},
      {"borders", next_to_borders}},
     {{"to 2^26", reduced}, {"all doubles", any}}},
    {FUNCTION(acos),
     0,
     "548050d3e4bba0a4",
     {{"-1 to 1", within_1},
      {"near 1, -1", towards_ends},
      {"small", small},
      {"next to k/512", next_to_512ths}},
     {{"all doubles", any}}},
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
    failed |= differ != 0;
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
    0x1p-27,
    0x1p-26,
    0x1.8p-55,
    0.125,
    0.96875,
    NPRAND__SIN_NEAR,
    NPRAND__SINE_TABLE_END,
    NPRAND__COS_DIRECT_END,
    NPRAND__COS_END,
    NPRAND__LOG2_NEAR_LOW,
    NPRAND__LOG2_NEAR_HIGH,
    0x1.921fb54442d18p0,
    0x1.921fb54442d18p1,
    0x1.921fb54442d18p2,
};

enum { SPECIALS = 6 * (int)(sizeof specials / sizeof *specials) };

/* Each with both signs, and its neighbours. */
static double special(int i)
{
    const double middle = specials[i / 6];
    const double size = i / 2 % 3 == 0   ? middle
                        : i / 2 % 3 == 1 ? nextafter(middle, 0.0)
                                         : nextafter(middle, (double)INFINITY);
    return i % 2 != 0 ? -size : size;
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
    failed |= differ != 0;
}

enum { HASHED = 100000 };

static void compare_hash(const struct function *f)
{
    static unsigned char bytes[8 * HASHED * MAX_RANGES];
    char hash[SHA256_HEX_SIZE];
    size_t size = 0;
    for (const struct range *range = f->ranges; range < f->ranges + MAX_RANGES; range++) {
        uint64_t sequence = 3;
        for (int i = 0; range->draw != NULL && i < HASHED; i++) {
            double x, y;
            range->draw(&sequence, &x, &y);
            const uint64_t bits = nprand__to_bits(f->ours(x, y));
            for (int k = 0; k < 8; k++)
                bytes[size++] = (unsigned char)(bits >> 8 * k);
        }
    }
    sha256_hex(bytes, size, hash);
    hash[16] = 0;
    const int differs = strcmp(hash, f->hash) != 0;
    print_row(f, hash, "hash", (long)(size / 8), differs);
    failed |= differs;
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
        differ += !are_same(ours, rounded) && isnormal(rounded);
        f->mpfr(e.value, e.x, e.y);
        const double error = error_in_ulp(&e, ours);
        worst = error > worst ? error : worst;
    }
    mpfr_clears(e.x, e.y, e.rounded, e.value, (mpfr_ptr)NULL);
    print_row(f, range->name, "MPFR", count, differ);
    printf("%-6s  %-20s  error at most %.4f ulp\n", "", "", worst);
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
    compare_hash(f);
    if (!vector_libm_is_other(f->name)) {
        for (int i = 0; i < ranges; i++)
            compare_range(f, &f->ranges[i], count / ranges);
        for (int i = 0; i < 2 && f->whole[i].draw != NULL; i++)
            compare_range(f, &f->whole[i], count / 10);
        compare_specials(f);
    } else {
        printf("%-6s  the C library's is not that of the reference profile\n", f->name);
    }
    for (int i = 0; i < ranges; i++)
        compare_exact(f, &f->ranges[i], count / 1000 / ranges);
}

int main(int argc, char **argv)
{
    const long count = argc > 1 ? atol(argv[1]) : 1000000000;
    printf("functions: %s\n\n", nprand__backend()->name);
    printf("%-6s  %-20s  %-9s  %11s  %9s\n", "", "arguments", "with", "compared", "differ");
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
        int named = argc <= 2;
        for (int k = 2; k < argc; k++)
            named |= strcmp(argv[k], functions[i].name) == 0;
        if (named)
            compare(&functions[i], count);
    }
    return failed ? 1 : left_out ? 77 : 0;
}
