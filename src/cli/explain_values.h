/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Numbers as another program printed them.
 */
#ifndef CLI_EXPLAIN_VALUES_H
#define CLI_EXPLAIN_VALUES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { MOST_PRINTED = 1000 };

/* One number. Each x with rounded_low <= x <= rounded_high prints as this text does, in as many
 * digits, if the
 * last digit is rounded; with low <= x <= high, if what follows the last digit may be cut off. */
struct printed {
    double low, high;
    double rounded_low, rounded_high;
    bool is_hexadecimal;
    bool is_integer; /* no point and no exponent: value is then what it stands for */
    bool is_negative;
    uint64_t magnitude;
    int64_t value; /* INT64_MAX if the integer is larger */
};

struct numbers {
    struct printed *items;
    size_t count;
    bool all_integers;
};

/* Reads the numbers of the words, which may have brackets and commas as in a printed array. Exits
 * with a message if one of them is no number. */
struct numbers read_numbers(char **words, int count);

#endif
