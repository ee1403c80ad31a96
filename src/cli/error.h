/* SPDX-License-Identifier: BSD-3-Clause
 *
 * How the command gives up: one line on stderr, then exit. Results are printed only when all of
 * them are there, so it may give up anywhere before that with nothing on stdout.
 */
#ifndef CLI_ERROR_H
#define CLI_ERROR_H

#include <stdlib.h>

enum { EXIT_REFUSED = 2 };

/* Writes "nprand: where: what: problem: 'text'", leaving out what is NULL, and exits with
 * EXIT_REFUSED: the caller asked for something that cannot be. */
_Noreturn void refuse(const char *where, const char *what, const char *problem, const char *text);

/* Writes "nprand: problem" and exits with EXIT_FAILURE: the machine could not do it. */
_Noreturn void fail(const char *problem);

/* Memory until the command ends; fails instead of returning NULL. */
void *allocate(size_t bytes);

#endif
