/* SPDX-License-Identifier: BSD-3-Clause
 *
 * How the command gives up: one line on stderr, then exit. What is wrong with the command line is
 * found before the first byte of output; an unfinished file is removed (output.h).
 */
#ifndef CLI_ERROR_H
#define CLI_ERROR_H

#include <stdlib.h>

/* EXIT_SHORTENED: all went well, but the output has "..." in place of elements. */
enum { EXIT_REFUSED = 2, EXIT_SHORTENED = 3 };

/* Writes "nprand: where: what: problem: 'text'", leaving out what is NULL, and exits with
 * EXIT_REFUSED: the caller asked for something that cannot be. */
_Noreturn void refuse(const char *where, const char *what, const char *problem, const char *text);

/* Likewise, "nprand: problem: 'text'; did you mean suggestion?" */
_Noreturn void refuse_suggesting(const char *problem, const char *text, const char *suggestion);

/* Writes "nprand: problem" and exits with EXIT_FAILURE: the machine could not do it. */
_Noreturn void fail(const char *problem);

/* Writes "nprand: text": the command goes on. be_quiet() switches these lines off. */
void note(const char *format, ...)
#ifdef __GNUC__
    __attribute__((format(printf, 1, 2)))
#endif
    ;
void be_quiet(void);

/* Memory until the command ends; fails instead of returning NULL. */
void *allocate(size_t bytes);

/* Gives memory of allocate() back before the end. NULL is none. */
void give_back(void *memory);

#endif
