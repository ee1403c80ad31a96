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

/* What the user typed may hold line ends; the message stays one line. */
static void put_quoted(const char *text)
{
    putc('\'', stderr);
    for (; *text != '\0'; text++) {
        unsigned char c = (unsigned char)*text;
        putc(c < ' ' || c == 127 ? '?' : c, stderr);
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
