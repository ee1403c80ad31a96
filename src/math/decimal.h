/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Doubles as decimal text and back, exactly: by integers alone, so that neither the locale nor the
 * C library nor the rounding mode has a say.
 */
#ifndef NPRAND_MATH_DECIMAL_H
#define NPRAND_MATH_DECIMAL_H

#include "../internal.h"

enum {
    NPRAND__DIGITS = 17,   /* enough for any double to be read back */
    NPRAND__REPR_SIZE = 32 /* bytes for the longest text, -2.2250738585072014e-308, and its end */
};

/* digits[0].digits[1]digits[2]... * 10^exponent, without a sign. */
struct nprand__decimal {
    char digits[NPRAND__DIGITS + 1];
    int count;
    int exponent;
};

/* The count digits, 1 to 17, that are nearest to |x|, which is finite; of two, the even one. */
NPRAND_HIDDEN void nprand__decimal_round(double x, int count, struct nprand__decimal *d);

/* The fewest digits that are read back as |x|, and of those the nearest. No zeros at the end. */
NPRAND_HIDDEN void nprand__decimal_shortest(double x, struct nprand__decimal *d);

NPRAND_HIDDEN void nprand__decimal_strip_zeros(struct nprand__decimal *d);

/* Writes d with a point and no exponent, "100." or "0.25", or with an exponent, of at least
 * exponent_digits digits, 2 or 3, and with the text of point after the first digit. Both end in
 * '\0' and return where that is. */
NPRAND_HIDDEN char *nprand__decimal_positional(const struct nprand__decimal *d, char *at);
NPRAND_HIDDEN char *nprand__decimal_scientific(const struct nprand__decimal *d, const char *point,
                                               int exponent_digits, char *at);

/* Writes finite x as Python's repr(x) does: 0.1, -100.0, 1e+16. Returns where the '\0' is. */
NPRAND_HIDDEN char *nprand__decimal_repr(double x, char *at);

/* The double nearest to a number in the syntax of JSON, which must be right; of two, the even one.
 * Infinite if it is too large. */
NPRAND_HIDDEN double nprand__decimal_read(const char *text, size_t length);

#endif
