/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Integers of any size from text, for the seeds of NumPy and of CPython.
 */
#ifndef NPRAND_SEEDING_INTEGER_TEXT_H
#define NPRAND_SEEDING_INTEGER_TEXT_H

#include "../internal.h"

/* An integer of an absolute value below 2^8192, as words, the lowest first. The highest word is not
 * 0, and 0 has no words: -0 is not negative. */
enum { NPRAND__INTEGER_WORDS = 256 };

struct nprand__integer {
    bool is_negative;
    size_t count;
    uint32_t words[NPRAND__INTEGER_WORDS];
};

/* Reads the length bytes of text, as Python's int() does: decimal digits, or 0x and hexadecimal
 * digits, with single underscores between digits, a sign before them, and spaces and line ends
 * around them. NPRAND_BAD_ENTROPY: the text is anything else. NPRAND_ENTROPY_TOO_LARGE: the integer
 * is. *integer then has no meaning. */
NPRAND_HIDDEN nprand_status nprand__read_integer(const char *text, size_t length,
                                                 struct nprand__integer *integer);

#endif
