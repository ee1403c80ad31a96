/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Numbers and lists from the command line, taken strictly. The functions named read_ exit with a
 * message if the text is not what they read; where and what name the argument in it.
 */
#ifndef CLI_PARSE_H
#define CLI_PARSE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Decimal, with an optional sign: nothing before it, nothing after it. */
bool is_integer(const char *text);

/* What Python's float() takes, without spaces and underscores. */
bool is_number(const char *text);

/* The value of an integer; false if it is out of range, and then *value is the nearest value of the
 * type. */
bool to_int64(const char *text, int64_t *value);
bool to_uint64(const char *text, uint64_t *value);

/* Whether an integer is +digits, leading zeros aside. */
bool is_exactly(const char *text, const char *digits);

/* Exits with the problem: text is no number. Or, as arguments have no keywords, with what to write in
 * place of loc=0. */
_Noreturn void refuse_number(const char *where, const char *what, const char *problem,
                             const char *text);

void read_integer(const char *where, const char *what, const char *text);
int64_t read_int64(const char *where, const char *what, const char *text);
double read_double(const char *where, const char *what, const char *text);

/* The digits, with a sign, of the integer that a size is written as: "10000000" for 1e7,
 * 10_000_000 or 1.0e7. NULL if text is no integer. An integer above 10^40 may become another one
 * above 10^40. */
char *plain_integer(const char *text);

/* A number of values or words: as a size, 0 to 2^64 - 1. */
uint64_t read_count(const char *where, const char *what, const char *text);

/* The pieces of text between the commas, without the blanks around them; a text without commas is
 * one piece. Brackets or parentheses around all of it are left out, and in them, as in Python,
 * there may be nothing, and a comma after the last piece. */
struct list {
    size_t count;
    char **items;
    char *text; /* holds the items */
};

struct list split(const char *text);

/* Likewise, without brackets or blanks: the pieces of text between the marks. */
struct list split_at(const char *text, char mark);

#endif
