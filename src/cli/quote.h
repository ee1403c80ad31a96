/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Words as programs write them between quotes.
 */
#ifndef CLI_QUOTE_H
#define CLI_QUOTE_H

#include <stddef.h>
#include <stdint.h>

enum quotes {
    QUOTES_NONE,
    QUOTES_PYTHON, /* repr() of a str */
    QUOTES_JSON,   /* json.dumps(): ASCII alone */
    QUOTES_CSV     /* where a reader needs them (RFC 4180) */
};

/* The text holds until the next call. Bytes that are no UTF-8 are what Python makes of them on a
 * command line: each one a code from U+DC80 on. */
const char *quoted(const char *word, enum quotes quotes);

/* The code point at *text, which is not at its end, and *text behind it. */
uint32_t next_character(const char **text);

/* The code points of a UTF-8 text. */
size_t length_in_characters(const char *text);

#endif
