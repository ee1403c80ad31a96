/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Arrays from the command line, as Python writes lists in lists: [[1, 2], [3, 4]].
 */
#ifndef CLI_ARRAY_H
#define CLI_ARRAY_H

#include "draw.h"

/* The elements as typed, in C order. */
struct array {
    size_t rank;
    uint64_t dims[MAX_RANK];
    size_t count;
    char **items;
};

/* Exits with a message if the rows are of unequal length, or a bracket is missing; where and what
 * name the argument. */
struct array read_array(const char *where, const char *what, const char *text);

#endif
