/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Error messages and exit.
 */
#include "error.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/* The bytes of the character of UTF-8 at text that a terminal shows; 0: it is none, or controls the
 * terminal. Overlong forms and surrogates are none. */
static int shown_length(const unsigned char *text)
{
    unsigned char c = text[0];
    if (c < 0x80)
        return c >= ' ' && c != 127;
    int length = c < 0xc2 ? 0 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : c < 0xf5 ? 4 : 0;
    for (int i = 1; i < length; i++)
        if ((text[i] & 0xc0) != 0x80)
            return 0;
    bool is_outside = (c == 0xc2 && text[1] < 0xa0) || (c == 0xe0 && text[1] < 0xa0) ||
                      (c == 0xed && text[1] >= 0xa0) || (c == 0xf0 && text[1] < 0x90) ||
                      (c == 0xf4 && text[1] >= 0x90);
    return is_outside ? 0 : length;
}

/* What the user typed may hold line ends, and bytes that are no text: the message stays one line of
 * UTF-8. */
static void put_quoted(const char *text)
{
    putc('\'', stderr);
    while (*text != '\0') {
        int length = shown_length((const unsigned char *)text);
        if (length == 0)
            putc('?', stderr);
        else
            fwrite(text, 1, (size_t)length, stderr);
        text += length > 0 ? length : 1;
    }
    putc('\'', stderr);
}

void refuse(const char *where, const char *what, const char *problem, const char *text)
{
    fputs("nprand: ", stderr);
    if (where != NULL)
        fprintf(stderr, "%s: ", where);
    if (what != NULL)
        fprintf(stderr, "%s: ", what);
    fputs(problem, stderr);
    if (text != NULL) {
        fputs(": ", stderr);
        put_quoted(text);
    }
    putc('\n', stderr);
    exit(EXIT_REFUSED);
}

void refuse_suggesting(const char *problem, const char *text, const char *suggestion)
{
    fprintf(stderr, "nprand: %s: ", problem);
    put_quoted(text);
    fprintf(stderr, "; did you mean %s?\n", suggestion);
    exit(EXIT_REFUSED);
}

void fail(const char *problem)
{
    fprintf(stderr, "nprand: %s\n", problem);
    exit(EXIT_FAILURE);
}

static bool quiet;

void be_quiet(void)
{
    quiet = true;
}

void note(const char *format, ...)
{
    va_list arguments;
    if (quiet)
        return;
    va_start(arguments, format);
    fputs("nprand: ", stderr);
    vfprintf(stderr, format, arguments);
    putc('\n', stderr);
    va_end(arguments);
}

/* Every block is in a list that starts here: a command that exits on the way has lost none. */
union block {
    union block *next;
    max_align_t alignment;
};

static union block *blocks;

void *allocate(size_t bytes)
{
    union block *block = bytes <= SIZE_MAX - sizeof *block ? malloc(sizeof *block + bytes) : NULL;
    if (block == NULL) {
        char problem[64];
        snprintf(problem, sizeof problem, "out of memory: %zu bytes are needed", bytes);
        fail(problem);
    }
    block->next = blocks;
    blocks = block;
    return block + 1;
}

void give_back(void *memory)
{
    union block **link = &blocks;
    if (memory == NULL)
        return;
    union block *block = (union block *)memory - 1;
    while (*link != block)
        link = &(*link)->next;
    *link = block->next;
    free(block);
}
