/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Lines of help.
 */
#include "lines.h"

#include <stdio.h>
#include <string.h>

enum { WIDTH = 79 };

struct paragraph begin_paragraph(const char *label, int indent)
{
    int width = printf("%-*s ", indent - 1, label);
    return (struct paragraph){.indent = indent, .column = width};
}

static void put_piece(struct paragraph *p, const char *text, int length)
{
    if (p->column > p->indent && p->column + 1 + length > WIDTH) {
        printf("\n%*s", p->indent, "");
        p->column = p->indent;
    } else if (p->column > p->indent) {
        putchar(' ');
        p->column++;
    }
    printf("%.*s", length, text);
    p->column += length;
}

void put_words(struct paragraph *p, const char *text)
{
    while (*text != '\0') {
        int length = (int)strcspn(text, " \n");
        put_piece(p, text, length);
        text += length;
        text += strspn(text, " \n");
    }
}

void put_one_word(struct paragraph *p, const char *text)
{
    put_piece(p, text, (int)strlen(text));
}

void end_paragraph(struct paragraph *p)
{
    putchar('\n');
    p->column = p->indent;
}

void print_paragraph(const char *label, int indent, const char *text)
{
    struct paragraph p = begin_paragraph(label, indent);
    put_words(&p, text);
    end_paragraph(&p);
}
