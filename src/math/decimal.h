/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Exact conversions between doubles and decimal text. They use integers only: the result does not
 * depend on the locale, the C library or the rounding mode.
 */
#ifndef NPRAND_MATH_DECIMAL_H
#define NPRAND_MATH_DECIMAL_H

#include "../internal.h"

enum {
    NPRAND__DIGITS = 17,   /* digits from which any double is read back */
    NPRAND__REPR_SIZE = 32 /* bytes for the longest text, -2.2250738585072014e-308, and its '\0' */
};

/* The number d[0].d[1]d[2]d[3]... times 10^exponent, for d = digits, without a sign. */
struct nprand__decimal {
    char digits[NPRAND__DIGITS + 1];
    int count;
    int exponent;
};

/* The decimal of count digits, 1 to 17, that is nearest to |x|, of two the even one. x is
 * finite. */
NPRAND_HIDDEN void nprand__decimal_round(double x, int count, struct nprand__decimal *d);

/* The decimal with the fewest digits that is read back as |x|, of several the nearest one. It has
 * no zeros at its end. */
NPRAND_HIDDEN void nprand__decimal_shortest(double x, struct nprand__decimal *d);

NPRAND_HIDDEN void nprand__decimal_strip_zeros(struct nprand__decimal *d);

/* Writes d without an exponent, as "100." or "0.25"; or with an exponent of at least
 * exponent_digits digits, 2 or 3, and the text of point after the first digit. Both write a '\0'
 * and return its place. */
NPRAND_HIDDEN char *nprand__decimal_positional(const struct nprand__decimal *d, char *at);
NPRAND_HIDDEN char *nprand__decimal_scientific(const struct nprand__decimal *d, const char *point,
                                               int exponent_digits, char *at);

/* Writes a finite x as Python's repr(x) does: 0.1, -100.0, 1e+16. Returns the place of the '\0'. */
NPRAND_HIDDEN char *nprand__decimal_repr(double x, char *at);

/* The double nearest to a number, of two the even one; infinite if the number is too large. The
 * text must have the syntax of a JSON number. */
NPRAND_HIDDEN double nprand__decimal_read(const char *text, size_t length);

#endif
