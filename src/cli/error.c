/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Error messages and exit.
 */
#include "error.h"

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

void *allocate(size_t bytes)
{
    void *memory = malloc(bytes > 0 ? bytes : 1);
    if (memory == NULL)
        fail("out of memory");
    return memory;
}
