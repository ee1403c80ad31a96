/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Decimal text of doubles. A double is m * 2^e, and a decimal is d * 10^k. Each is computed from
 * the other as the quotient of two natural numbers, which is rounded by the remainder of the
 * division.
 */
#include "decimal.h"

#include <stdlib.h>

/* ---- Natural numbers ---- */

/* A natural number as words, the lowest first. The last word is not 0. No number is larger than
 * 10^1131 * 2^56, which has 3814 bits: see DECIMAL_MAX_DIGITS. */
enum { NATURAL_WORDS = 120 };

struct natural {
    size_t count;
    uint32_t words[NATURAL_WORDS];
};

static void natural_multiply_add(struct natural *n, uint32_t factor, uint32_t addend)
{
    uint64_t carry = addend;
    for (size_t i = 0; i < n->count; i++) {
        carry += (uint64_t)n->words[i] * factor;
        n->words[i] = (uint32_t)carry;
        carry >>= 32;
    }
    if (carry != 0)
        n->words[n->count++] = (uint32_t)carry;
}

static void natural_multiply_power_of_10(struct natural *n, int exponent)
{
    for (; exponent >= 9; exponent -= 9)
        natural_multiply_add(n, 1000000000, 0);
    for (; exponent > 0; exponent--)
        natural_multiply_add(n, 10, 0);
}

static struct natural natural_of(uint64_t value)
{
    struct natural n;
    n.words[0] = (uint32_t)value;
    n.words[1] = (uint32_t)(value >> 32);
    n.count = n.words[1] != 0 ? 2 : n.words[0] != 0;
    return n;
}

static void natural_shift_left(struct natural *n, int bits)
{
    size_t words = (size_t)bits / 32;
    if (n->count == 0)
        return;
    memmove(n->words + words, n->words, n->count * sizeof n->words[0]);
    memset(n->words, 0, words * sizeof n->words[0]);
    n->count += words;
    natural_multiply_add(n, UINT32_C(1) << bits % 32, 0);
}

static void natural_halve(struct natural *n)
{
    for (size_t i = 0; i + 1 < n->count; i++)
        n->words[i] = n->words[i] >> 1 | n->words[i + 1] << 31;
    n->words[n->count - 1] >>= 1;
    if (n->words[n->count - 1] == 0)
        n->count--;
}

static int natural_bit_length(const struct natural *n)
{
    if (n->count == 0)
        return 0;
    int bits = 32 * (int)(n->count - 1);
    for (uint32_t top = n->words[n->count - 1]; top != 0; top >>= 1)
        bits++;
    return bits;
}

/* -1, 0 or 1: a is below, equal to or above b. */
static int natural_compare(const struct natural *a, const struct natural *b)
{
    if (a->count != b->count)
        return a->count < b->count ? -1 : 1;
    for (size_t i = a->count; i-- > 0;) {
        if (a->words[i] != b->words[i])
            return a->words[i] < b->words[i] ? -1 : 1;
    }
    return 0;
}

/* a -= b, for b <= a. */
static void natural_subtract(struct natural *a, const struct natural *b)
{
    uint64_t borrow = 0;
    for (size_t i = 0; i < a->count; i++) {
        uint64_t taken = (i < b->count ? b->words[i] : 0) + borrow;
        borrow = a->words[i] < taken;
        a->words[i] -= (uint32_t)taken;
    }
    while (a->count > 0 && a->words[a->count - 1] == 0)
        a->count--;
}

/* a / b, rounded to the nearest integer, of two the even one. The result has at most 62 bits.
 * Changes a and b. */
static uint64_t natural_divide(struct natural *a, struct natural *b)
{
    uint64_t quotient = 0;
    int shift = natural_bit_length(a) - natural_bit_length(b);
    if (shift > 0)
        natural_shift_left(b, shift);
    for (; shift >= 0; shift--) {
        quotient <<= 1;
        if (natural_compare(a, b) >= 0) {
            natural_subtract(a, b);
            quotient++;
        }
        if (shift > 0)
            natural_halve(b);
    }
    natural_shift_left(a, 1);
    int above_half = natural_compare(a, b);
    return quotient + (above_half > 0 || (above_half == 0 && quotient % 2 != 0));
}

/* ---- Reading ---- */

/* A decimal in the middle of two doubles has up to 767 digits. Of the digits after
 * DECIMAL_MAX_DIGITS, it matters only whether all are 0. A number whose first digit is below the
 * lowest place reads as 0, and above the highest place as infinity. With these limits, natural
 * numbers are below 10^(330 + 801). */
enum { DECIMAL_MAX_DIGITS = 800, DECIMAL_LOWEST_PLACE = -330, DECIMAL_HIGHEST_PLACE = 310 };

/* The double nearest to n * 10^exponent. n is not 0. */
static double decimal_to_double(struct natural *n, int exponent)
{
    struct natural divisor = natural_of(1);
    natural_multiply_power_of_10(n, exponent > 0 ? exponent : 0);
    natural_multiply_power_of_10(&divisor, exponent < 0 ? -exponent : 0);

    /* First the largest power of two that is not above the quotient. It gives the unit in the last
     * place of the double, at least 2^-1074. Then the quotient in this unit. */
    int scale = natural_bit_length(n) - natural_bit_length(&divisor);
    natural_shift_left(n, scale < 0 ? -scale : 0);
    natural_shift_left(&divisor, scale > 0 ? scale : 0);
    int unit = scale - (natural_compare(n, &divisor) < 0) - 52;
    if (unit < -1074)
        unit = -1074;
    natural_shift_left(n, scale > unit ? scale - unit : 0);
    natural_shift_left(&divisor, unit > scale ? unit - scale : 0);
    return ldexp((double)(int64_t)natural_divide(n, &divisor), unit);
}

/* The digits of a number: value without the point, times 10^exponent. */
struct decimal_digits {
    struct natural value;
    int count;
    bool more; /* whether a digit that was left out is not 0 */
    int64_t exponent;
};

static void decimal_add_digit(struct decimal_digits *d, int digit, bool after_point)
{
    if (d->count == DECIMAL_MAX_DIGITS) {
        d->more = d->more || digit != 0;
        d->exponent += !after_point;
        return;
    }
    natural_multiply_add(&d->value, 10, (uint32_t)digit);
    d->count += d->value.count > 0;
    d->exponent -= after_point;
}

/* The exponent stops growing before it overflows. No number of digits could compensate for it
 * then. */
static int64_t decimal_read_exponent(const char *text, const char *end)
{
    const int64_t enough = INT64_C(1) << 60;
    bool negative = text < end && *text == '-';
    int64_t exponent = 0;
    if (text < end && (*text == '-' || *text == '+'))
        text++;
    for (; text < end && exponent < enough / 10; text++)
        exponent = 10 * exponent + (*text - '0');
    return negative ? -exponent : exponent;
}

double nprand__decimal_read(const char *text, size_t length)
{
    const char *end = text + length;
    bool negative = text < end && *text == '-';
    bool after_point = false;
    struct decimal_digits d = {.count = 0};
    for (text += negative; text < end && *text != 'e' && *text != 'E'; text++) {
        if (*text == '.')
            after_point = true;
        else
            decimal_add_digit(&d, *text - '0', after_point);
    }
    if (text < end)
        d.exponent += decimal_read_exponent(text + 1, end);
    if (d.more) {
        natural_multiply_add(&d.value, 10, 1);
        d.count++;
        d.exponent--;
    }

    int64_t place = d.exponent + d.count;
    double x = 0.0;
    if (d.exponent == 0 && d.value.count == 1)
        x = d.value.words[0]; /* the short way for words, the usual numbers of a state */
    else if (d.count > 0 && place > DECIMAL_HIGHEST_PLACE)
        x = (double)INFINITY;
    else if (d.count > 0 && place >= DECIMAL_LOWEST_PLACE)
        x = decimal_to_double(&d.value, (int)d.exponent);
    return negative ? -x : x;
}

/* ---- Digits ---- */

/* floor(log10(2^n)) for each n that is an exponent of a double. */
static int decimal_exponent(int n)
{
    int product = 30103 * n;
    return product >= 0 ? product / 100000 : -((99999 - product) / 100000);
}

/* x * 10^exponent, to the nearest integer. */
static uint64_t decimal_scaled(double x, int exponent)
{
    int e;
    double fraction = frexp(x, &e);
    struct natural n = natural_of((uint64_t)(int64_t)(fraction * 0x1p53));
    struct natural divisor = natural_of(1);
    e -= 53;
    natural_multiply_power_of_10(&n, exponent > 0 ? exponent : 0);
    natural_multiply_power_of_10(&divisor, exponent < 0 ? -exponent : 0);
    natural_shift_left(&n, e > 0 ? e : 0);
    natural_shift_left(&divisor, e < 0 ? -e : 0);
    return natural_divide(&n, &divisor);
}

void nprand__decimal_round(double x, int count, struct nprand__decimal *d)
{
    uint64_t limit = 1;
    for (int i = 0; i < count; i++)
        limit *= 10;

    double magnitude = fabs(x);
    uint64_t value = 0;
    d->exponent = 0;
    d->count = count;
    if (magnitude > 0.0) {
        int e;
        frexp(magnitude, &e);
        /* The decimal exponent of the power of two below magnitude. It may be one too low. */
        d->exponent = decimal_exponent(e - 1);
        value = decimal_scaled(magnitude, count - 1 - d->exponent);
        if (value >= limit)
            value = decimal_scaled(magnitude, count - 1 - ++d->exponent);
    }
    d->digits[count] = '\0';
    for (int i = count; i-- > 0; value /= 10)
        d->digits[i] = (char)('0' + (int)(value % 10));
}

void nprand__decimal_strip_zeros(struct nprand__decimal *d)
{
    while (d->count > 1 && d->digits[d->count - 1] == '0')
        d->digits[--d->count] = '\0';
}

static bool decimal_reads_back(const struct nprand__decimal *d, double magnitude)
{
    uint64_t value = 0;
    for (int i = 0; i < d->count; i++)
        value = 10 * value + (uint64_t)(d->digits[i] - '0');
    struct natural n = natural_of(value);
    return decimal_to_double(&n, d->exponent - (d->count - 1)) == magnitude;
}

/* The next larger decimal with the same number of digits. */
static void decimal_step_up(struct nprand__decimal *d)
{
    int i = d->count - 1;
    while (i >= 0 && d->digits[i] == '9')
        d->digits[i--] = '0';
    if (i >= 0) {
        d->digits[i]++;
    } else {
        d->digits[0] = '1';
        d->exponent++;
    }
}

/* Whether a decimal of count digits reads back as magnitude. The nearest decimal is tried first. At
 * a power of two, the doubles below are half as far apart as the doubles above: the decimal above
 * may read back although the nearest one, below, does not. */
static bool decimal_found_in(double magnitude, int count, struct nprand__decimal *d)
{
    nprand__decimal_round(magnitude, count, d);
    if (decimal_reads_back(d, magnitude))
        return true;
    int exponent;
    if (frexp(magnitude, &exponent) != 0.5)
        return false;
    decimal_step_up(d);
    return decimal_reads_back(d, magnitude);
}

/* A decimal of up to 15 digits is read back from the nearest double if the double is normal. */
enum { DECIMAL_SAFE_DIGITS = 15 };

void nprand__decimal_shortest(double x, struct nprand__decimal *d)
{
    double magnitude = fabs(x);
    if (magnitude == 0.0) {
        nprand__decimal_round(magnitude, 1, d);
        return;
    }
    int count = magnitude >= DBL_MIN ? DECIMAL_SAFE_DIGITS : 1;
    while (count < NPRAND__DIGITS && !decimal_found_in(magnitude, count, d))
        count++;
    if (count == NPRAND__DIGITS)
        nprand__decimal_round(magnitude, count, d);
    nprand__decimal_strip_zeros(d);
}

/* ---- Writing ---- */

/* Adds zeros if the point is not next to the digits. */
char *nprand__decimal_positional(const struct nprand__decimal *d, char *at)
{
    for (int place = d->exponent > 0 ? d->exponent : 0; place >= 0; place--) {
        int i = d->exponent - place;
        *at++ = i >= 0 && i < d->count ? d->digits[i] : '0';
    }
    *at++ = '.';
    for (int i = d->exponent + 1; i < d->count; i++)
        *at++ = i >= 0 ? d->digits[i] : '0';
    *at = '\0';
    return at;
}

static char *decimal_put_text(const char *text, char *at)
{
    while (*text != '\0')
        *at++ = *text++;
    return at;
}

char *nprand__decimal_scientific(const struct nprand__decimal *d, const char *point,
                                 int exponent_digits, char *at)
{
    *at++ = d->digits[0];
    at = decimal_put_text(point, at);
    at = decimal_put_text(d->digits + 1, at);
    *at++ = 'e';
    *at++ = d->exponent < 0 ? '-' : '+';
    int magnitude = abs(d->exponent);
    int count = magnitude >= 100 ? 3 : exponent_digits;
    for (int i = count; i-- > 0; magnitude /= 10)
        at[i] = (char)('0' + magnitude % 10);
    at[count] = '\0';
    return at + count;
}

char *nprand__decimal_repr(double x, char *at)
{
    struct nprand__decimal d;
    nprand__decimal_shortest(x, &d);
    if (signbit(x))
        *at++ = '-';
    if (d.exponent < -4 || d.exponent >= 16)
        return nprand__decimal_scientific(&d, d.count > 1 ? "." : "", 2, at);
    at = nprand__decimal_positional(&d, at);
    if (at[-1] == '.')
        *at++ = '0';
    *at = '\0';
    return at;
}
