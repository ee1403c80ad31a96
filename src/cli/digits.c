/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Decimal text of floats in NumPy's layouts. The shortest digits come from shortest.c. A fixed
 * number of digits comes from the C library's printf(), which rounds correctly in glibc, musl,
 * macOS, MinGW's own stdio and Microsoft's UCRT. The decimal point is a point because the command
 * never calls setlocale(): it stays in the C locale.
 */
#include "digits.h"

#include "shortest.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Enough for any double to be read back. */
enum { MOST_DIGITS = 17 };

/* digits[0].digits[1]digits[2]... * 10^exponent, without a sign. */
struct decimal {
    char digits[MOST_DIGITS + 4]; /* of uint64_t, and a null byte */
    int count;
    int exponent;
};

/* ---- Digits ------------------------------------------------------------------------------- */

/* The count digits, 1 to 17, that are nearest to magnitude. text gets them as printf() writes them,
 * with an exponent. */
static void round_to(double magnitude, int count, struct decimal *d, char *text)
{
    snprintf(text, FLOAT_TEXT, "%.*e", count - 1, magnitude);
    const char *at = text;
    d->count = 0;
    for (; *at != 'e'; at++)
        if (*at != '.')
            d->digits[d->count++] = *at;
    d->digits[d->count] = '\0';
    d->exponent = (int)strtol(at + 1, NULL, 10);
}

static void strip_zeros(struct decimal *d)
{
    while (d->count > 1 && d->digits[d->count - 1] == '0')
        d->digits[--d->count] = '\0';
}

/* The fewest digits that are read back as magnitude, and of those the nearest. */
static struct decimal shortest(enum kind kind, double magnitude)
{
    struct shortest s =
        kind == KIND_FLOAT ? shortest_of_float((float)magnitude) : shortest_of_double(magnitude);
    struct decimal d;
    d.count = snprintf(d.digits, sizeof d.digits, "%" PRIu64, s.digits);
    d.exponent = s.exponent + d.count - 1;
    return d;
}

/* ---- Layouts ------------------------------------------------------------------------------ */

static char *put_sign(double x, char *at)
{
    if (signbit(x))
        *at++ = '-';
    return at;
}

/* The digits reach the point. Zeros stand in front of the first one, where it is behind the point.
 * Returns where the '\0' is. */
static char *put_positional(const struct decimal *d, char *at)
{
    for (int place = d->exponent > 0 ? d->exponent : 0; place >= 0; place--) {
        int i = d->exponent - place;
        *at++ = i >= 0 ? d->digits[i] : '0';
    }
    *at++ = '.';
    for (int i = d->exponent + 1; i < d->count; i++)
        *at++ = i >= 0 ? d->digits[i] : '0';
    *at = '\0';
    return at;
}

/* With the text of point behind the first digit. The longest text has 25 characters. */
static void put_scientific(const struct decimal *d, const char *point, int exponent_digits,
                           char *at)
{
    snprintf(at, FLOAT_TEXT - 1, "%c%s%se%c%0*d", d->digits[0], point, d->digits + 1,
             d->exponent < 0 ? '-' : '+', exponent_digits, abs(d->exponent));
}

void float_positional(enum kind kind, double x, int precision, char *text)
{
    struct decimal d = shortest(kind, fabs(x));
    /* Digits before the point are those of the exact value: a float32 above 2^24 can have more of
     * them than it needs. */
    if (d.count <= d.exponent) {
        snprintf(text, FLOAT_TEXT, "%.0f.", x);
        return;
    }
    if (precision == ALL_DIGITS || d.count - 1 - d.exponent <= precision) {
        put_positional(&d, put_sign(x, text));
        return;
    }
    int length = snprintf(text, FLOAT_TEXT, "%.*f", precision, x);
    while (text[length - 1] == '0')
        text[--length] = '\0';
}

void float_scientific(enum kind kind, double x, int precision, char *text)
{
    struct decimal d = shortest(kind, fabs(x));
    char rounded[FLOAT_TEXT];
    if (precision != ALL_DIGITS && d.count - 1 > precision) {
        round_to(fabs(x), precision + 1, &d, rounded);
        strip_zeros(&d);
    }
    put_scientific(&d, ".", 2, put_sign(x, text));
}

void float_scientific_exactly(enum kind kind, double x, int precision, int exponent_digits,
                              char *text)
{
    struct decimal d = shortest(kind, fabs(x));
    char rounded[FLOAT_TEXT];
    if (d.count - 1 != precision)
        round_to(fabs(x), precision + 1, &d, rounded);
    put_scientific(&d, ".", exponent_digits, put_sign(x, text));
}
