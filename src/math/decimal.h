/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Exact conversions between doubles and decimal text. They use integers only: the result does not
 * depend on the locale, the C library or the rounding mode.
 */
#ifndef NPRAND_MATH_DECIMAL_H
#define NPRAND_MATH_DECIMAL_H

#include "../internal.h"

/* Writes a finite x as Python's repr(x) does: 0.1, -100.0, 1e+16. The text has up to 24 characters,
 * as -2.2250738585072014e-308, and a '\0', whose place is returned. */
NPRAND_HIDDEN char *nprand__decimal_repr(double x, char *at);

/* The double nearest to a number, of two the even one; infinite if the number is too large. The
 * text must have the syntax of a JSON number. */
NPRAND_HIDDEN double nprand__decimal_read(const char *text, size_t length);

#endif
