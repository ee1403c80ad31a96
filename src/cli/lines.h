/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Help in lines that fit a terminal of 80 columns.
 */
#ifndef CLI_LINES_H
#define CLI_LINES_H

/* A paragraph behind a label. */
struct paragraph {
    int indent; /* of all lines but the first */
    int column;
};

/* Prints the label, and blanks up to the indent. */
struct paragraph begin_paragraph(const char *label, int indent);

/* Words have blanks or line ends between them. Each one goes to the next line if the line has no room for it. */
void put_words(struct paragraph *p, const char *text);

/* Likewise, but text is one word, and stays on its line. */
void put_one_word(struct paragraph *p, const char *text);

void end_paragraph(struct paragraph *p);

/* All of it. */
void print_paragraph(const char *label, int indent, const char *text);

#endif
