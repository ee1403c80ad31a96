/* SPDX-License-Identifier: BSD-3-Clause
 *
 * What --help and "nprand help" print.
 */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include "options.h"

/* One screen. */
void print_overview(void);

/* The help of a method, a command, an option or a topic; false: there is none of that name. */
bool print_help_of(const char *name);

/* "nprand help ...": exits with a message on a name that does not exist. */
void print_asked_help(const struct options *options);

/* Prints the help of the option if the command line is "nprand help" and an option as it is spelled
 * there: --size, -o. Returns false, and prints nothing, for all other command lines. */
bool print_spelled_option(int argc, char **argv);

/* NULL after the last. */
const char *topic_name(int i);

#endif
