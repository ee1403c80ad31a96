/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Elements of a file against the elements of a draw: how many differ, where, and by how much.
 */
#ifndef CLI_COMPARE_H
#define CLI_COMPARE_H

#include "dtype.h"
#include "text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SHOWN_TEXT = 64 };

struct tally {
    uint64_t compared;
    uint64_t different;
    /* The first difference: how many elements are before it, and both as text. */
    uint64_t first;
    char first_there[SHOWN_TEXT];
    char first_drawn[SHOWN_TEXT];
    /* Of floats: the largest distance in units of the last place, that is how many steps from one
     * float of the type to the next lead from one to the other. A NaN has a distance from NaN
     * alone. */
    uint64_t ulps;
    uint64_t nans; /* differences where one of the two is NaN */
    /* Texts that are the element in fewer digits than it takes to tell it from its neighbours. */
    uint64_t rounded;
    unsigned fewest_digits, most_digits;
};

/* n elements, in the machine's byte order. Floats are equal if their bits are, or if both are NaN. */
void compare_elements(struct tally *t, enum kind kind, const void *there, const void *drawn,
                      size_t n);

/* A number in a text, and element i. False: the text is no number. */
bool compare_text(struct tally *t, enum kind kind, const char *text, const void *drawn, size_t i);

#endif
