/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Decimal text of doubles in NumPy's layouts. Stays in the C locale: nobody calls setlocale().
 */
#include "digits.h"

#include "../math/decimal.h"

#include <stdio.h>

static char *put_sign(double x, char *at)
{
    if (signbit(x))
        *at++ = '-';
    return at;
}

void float_repr(double x, char *text)
{
    nprand__decimal_repr(x, text);
}

void float_positional(double x, int precision, char *text)
{
    struct nprand__decimal d;
    nprand__decimal_shortest(x, &d);
    if (precision == ALL_DIGITS || d.count - 1 - d.exponent <= precision) {
        nprand__decimal_positional(&d, put_sign(x, text));
        return;
    }
    int length = snprintf(text, FLOAT_TEXT, "%.*f", precision, x);
    while (text[length - 1] == '0')
        text[--length] = '\0';
}

void float_scientific(double x, int precision, char *text)
{
    struct nprand__decimal d;
    nprand__decimal_shortest(x, &d);
    if (precision != ALL_DIGITS && d.count - 1 > precision) {
        nprand__decimal_round(x, precision + 1, &d);
        nprand__decimal_strip_zeros(&d);
    }
    nprand__decimal_scientific(&d, ".", 2, put_sign(x, text));
}

void float_scientific_exactly(double x, int precision, int exponent_digits, char *text)
{
    struct nprand__decimal d;
    nprand__decimal_shortest(x, &d);
    if (d.count - 1 != precision)
        nprand__decimal_round(x, precision + 1, &d);
    nprand__decimal_scientific(&d, ".", exponent_digits, put_sign(x, text));
}
