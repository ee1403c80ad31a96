/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The command line, taken apart.
 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>

/* Options that only some methods take. */
enum { TAKES_SIZE = 1, TAKES_DTYPE = 2, TAKES_P = 4, TAKES_NO_REPLACE = 8 };

struct options {
    bool help;
    bool version;
    bool repr;
    unsigned given; /* TAKES_... of the options that are there */
    /* Values as typed; NULL if the option is not there. */
    const char *seed;
    const char *numpy;
    const char *long_bits;
    const char *size;
    const char *dtype;
    const char *p;
    /* The words that are no options, in argv's own memory. */
    char **words;
    int count;
};

/* Exits with a message on an option that does not exist, lacks its value or has two. Options may
 * stand before and after words; negative numbers are words. */
struct options parse_options(int argc, char **argv);

/* Exits with a message that names method if an option is given that is not in takes. */
void refuse_other_options(const struct options *options, const char *method, unsigned takes);

#endif
