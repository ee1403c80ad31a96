/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Decimal text of finite floats, of the kind KIND_DOUBLE or KIND_FLOAT. Each function writes a
 * string of less than FLOAT_TEXT bytes.
 */
#ifndef CLI_DIGITS_H
#define CLI_DIGITS_H

#include "dtype.h"

enum { FLOAT_TEXT = 64 };

/* As many digits as it takes to read the same float back. */
#define ALL_DIGITS (-1)

/* With a point and no exponent, at most precision digits after the point and no zeros at the end:
 * "100." or "0.25". For 0 and 1e-4 <= |x| <= 1e8. */
void float_positional(enum kind kind, double x, int precision, char *text);

/* With an exponent of two digits or three, otherwise likewise: "1.e+16". */
void float_scientific(enum kind kind, double x, int precision, char *text);

/* With an exponent of at least exponent_digits digits, and exactly precision digits after the
 * point. Where x is told apart by fewer digits, the others are those of its exact value. */
void float_scientific_exactly(enum kind kind, double x, int precision, int exponent_digits,
                              char *text);

#endif
