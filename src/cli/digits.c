/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Decimal text of doubles: the fewest digits that read back as the same double, and the layouts of
 * Python and NumPy around them. Stays in the C locale: nobody calls setlocale().
 */
#include "digits.h"

#include <float.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* 17 significant digits always read back; every decimal of up to 15 survives being a double, unless
 * that is subnormal. */
enum { ENOUGH_DIGITS = 17, SAFE_DIGITS = 15 };

/* digits[0].digits[1]digits[2]... * 10^exponent, without the sign. */
struct decimal {
    char digits[ENOUGH_DIGITS + 1];
    int count;
    int exponent;
};

static void round_to(double magnitude, int count, struct decimal *d)
{
    char text[FLOAT_TEXT];
    snprintf(text, sizeof text, "%.*e", count - 1, magnitude);
    d->digits[0] = text[0];
    if (count > 1)
        memcpy(d->digits + 1, text + 2, (size_t)count - 1);
    d->digits[count] = '\0';
    d->count = count;
    d->exponent = (int)strtol(strchr(text, 'e') + 1, NULL, 10);
}

static void strip_zeros(struct decimal *d)
{
    while (d->count > 1 && d->digits[d->count - 1] == '0')
        d->digits[--d->count] = '\0';
}

static bool reads_back(const struct decimal *d, double magnitude)
{
    char text[FLOAT_TEXT];
    snprintf(text, sizeof text, "%c.%se%d", d->digits[0], d->digits + 1, d->exponent);
    return strtod(text, NULL) == magnitude;
}

/* The next decimal of as many digits. */
static void step_up(struct decimal *d)
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

/* Whether the count digits nearest to magnitude tell it apart. The doubles below a power of two are
 * half as far apart as those above: there, the decimal above may do although a nearer one below
 * does not. */
static bool found_in(double magnitude, int count, struct decimal *d)
{
    round_to(magnitude, count, d);
    if (reads_back(d, magnitude))
        return true;
    int exponent;
    if (frexp(magnitude, &exponent) != 0.5)
        return false;
    step_up(d);
    return reads_back(d, magnitude);
}

static void shortest(double x, struct decimal *d)
{
    double magnitude = fabs(x);
    int count = magnitude >= DBL_MIN ? SAFE_DIGITS : 1;
    while (count < ENOUGH_DIGITS && !found_in(magnitude, count, d))
        count++;
    if (count == ENOUGH_DIGITS)
        round_to(magnitude, count, d);
    strip_zeros(d);
}

/* Zeros around the digits where the point stands off them. */
static char *put_positional(const struct decimal *d, char *at)
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

static void put_scientific(const struct decimal *d, const char *point, int exponent_digits,
                           char *at)
{
    snprintf(at, FLOAT_TEXT - 1, "%c%s%se%c%0*d", d->digits[0], point, d->digits + 1,
             d->exponent < 0 ? '-' : '+', exponent_digits, abs(d->exponent));
}

static char *put_sign(double x, char *at)
{
    if (signbit(x))
        *at++ = '-';
    return at;
}

void float_repr(double x, char *text)
{
    struct decimal d;
    shortest(x, &d);
    char *at = put_sign(x, text);
    if (d.exponent < -4 || d.exponent >= 16) {
        put_scientific(&d, d.count > 1 ? "." : "", 2, at);
        return;
    }
    at = put_positional(&d, at);
    if (at[-1] == '.')
        strcpy(at, "0");
}

void float_positional(double x, int precision, char *text)
{
    struct decimal d;
    shortest(x, &d);
    if (precision == ALL_DIGITS || d.count - 1 - d.exponent <= precision) {
        put_positional(&d, put_sign(x, text));
        return;
    }
    int length = snprintf(text, FLOAT_TEXT, "%.*f", precision, x);
    while (text[length - 1] == '0')
        text[--length] = '\0';
}

void float_scientific(double x, int precision, char *text)
{
    struct decimal d;
    shortest(x, &d);
    if (precision != ALL_DIGITS && d.count - 1 > precision) {
        round_to(fabs(x), precision + 1, &d);
        strip_zeros(&d);
    }
    put_scientific(&d, ".", 2, put_sign(x, text));
}

void float_scientific_exactly(double x, int precision, int exponent_digits, char *text)
{
    struct decimal d;
    shortest(x, &d);
    if (d.count - 1 != precision)
        round_to(fabs(x), precision + 1, &d);
    put_scientific(&d, ".", exponent_digits, put_sign(x, text));
}
