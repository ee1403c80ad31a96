/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The table of the commands: what the first word may be besides a method. A row has all that the
 * help and the completion say about a command.
 */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "options.h"

struct command {
    const char *name;
    int (*run)(const struct options *options); /* returns the exit status */
    /* What follows the name, such as "FILE METHOD [arguments]": the completion reads it. */
    const char *arguments;
    const char *summary;      /* for the overview; NULL: the command is not for people */
    const char *help;         /* lines with '\n' at the end of each */
    void (*print_help)(void); /* prints all of the help in place of these; NULL: it is help */
    uint64_t takes;           /* the set of options that the completion offers; 0: all */
};

/* The last row has no name. */
extern const struct command commands[];

/* NULL if there is no command of that name for people. */
const struct command *find_command(const char *name);

#endif
