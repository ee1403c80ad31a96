/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Elements as text that a program reads back: integers in decimal, floats in the shortest digits
 * that give back the same value of their type.
 */
#ifndef CLI_TEXT_H
#define CLI_TEXT_H

#include "dtype.h"
#include "output.h"
#include "quote.h"

#include <stdint.h>

enum { ELEMENT_TEXT = 40 };

/* The words that Python has for values that are no decimal numbers: print() has other ones than
 * json.dump(). */
struct spelling {
    const char *no, *yes;
    const char *nan, *inf, *minus_inf;
    enum quotes quotes; /* of words */
};

extern const struct spelling python_spelling; /* as print() in a list or an array */
extern const struct spelling plain_spelling;  /* as print() alone */
extern const struct spelling csv_spelling;
extern const struct spelling json_spelling;

/* Writes an element, also one of a text. */
void write_element(struct output *out, enum kind kind, const void *data, size_t i,
                   const struct spelling *s);

/* Element i of a kind of text. */
const char *text_at(const void *data, size_t i);

/* For the other kinds: writes element i of data, of at most ELEMENT_TEXT characters, without a '\0'. Returns the end. */
char *put_element(char *at, enum kind kind, const void *data, size_t i, const struct spelling *s);

char *put_uint64(char *at, uint64_t x);

#endif
