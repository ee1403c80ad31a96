/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Numbers in a text: on lines, with blanks or commas between them (lines, csv, numpy.savetxt), or in
 * lists with brackets (json, NumPy's print). From # on, a line is a comment. The reader keeps one
 * number at a time.
 */
#ifndef CLI_READ_TEXT_H
#define CLI_READ_TEXT_H

#include "draw.h"
#include "input.h"

enum { LONGEST_NUMBER = 400 };

struct text_reader {
    struct input *in;
    /* The number that next_number() found, as it stands in the text. Whether it is a number is not
     * known yet. */
    char text[LONGEST_NUMBER + 1];
    uint64_t line;       /* where it stands, from 1 on */
    uint64_t number;     /* how many came before it */
    const char *problem; /* what is wrong with the text, or NULL */
    /* The lists. Their lengths must be those of an array. */
    size_t rank;               /* the deepest list; 0: the text has none */
    size_t depth;              /* lists that are open */
    uint64_t counts[MAX_RANK]; /* what the open lists have, up to the end of the last number */
    uint64_t dims[MAX_RANK];   /* the lengths that are known */
    bool known[MAX_RANK];
    /* Where the reader is. */
    enum { AFTER_NOTHING, AFTER_VALUE, AFTER_COMMA } last;
    bool closed; /* the outermost list is */
    bool any;    /* a number has been found */
    int byte;    /* the next one, already read; or NO_BYTE */
};

void start_text(struct text_reader *r, struct input *in);

/* False at the end, and where the text is wrong: then problem says it, and line where. */
bool next_number(struct text_reader *r);

#endif
