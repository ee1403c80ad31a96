/* SPDX-License-Identifier: BSD-3-Clause
 *
 * What the shell's completion asks: "nprand __complete -- WORD...", of which the last word is the one
 * that is not complete, and may be empty.
 */
#ifndef CLI_COMPLETE_H
#define CLI_COMPLETE_H

#include "options.h"

/* Prints lines of a word, a tab and what it is; a line ":file" stands for all names of files. */
void print_candidates(const struct options *options);

#endif
