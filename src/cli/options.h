/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The command line, taken apart. An option is one row of the table in options.c and one name here.
 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

enum option_name {
    /* The stream. */
    OPTION_SEED,
    OPTION_SEED_SEQUENCE,
    OPTION_SPAWN_KEY,
    OPTION_POOL_SIZE,
    OPTION_GYM_SEED,
    OPTION_STATE,
    OPTION_SAVE_STATE,
    OPTION_SKIP,
    OPTION_SKIP_WORDS,
    OPTION_NUMPY,
    OPTION_LONG_BITS,
    OPTION_PYTHON,
    OPTION_SEED_VERSION,
    /* The draw. */
    OPTION_SIZE,
    OPTION_DTYPE,
    OPTION_P,
    OPTION_NO_REPLACE,
    OPTION_WEIGHTS,
    OPTION_CUM_WEIGHTS,
    OPTION_COUNTS,
    OPTION_THREADS,
    /* The output. */
    OPTION_FORMAT,
    OPTION_OUTPUT,
    OPTION_BYTE_ORDER,
    OPTION_REPR,
    OPTION_SUMMARY,
    OPTION_QUIET,
    /* nprand explain. */
    OPTION_ALL_SEEDS,
    OPTION_WITHIN,
    /* nprand hist. */
    OPTION_BINS,
    OPTION_SVG,
    OPTION_ASCII,
    /* The command itself. */
    OPTION_HELP,
    OPTION_VERSION,
    OPTIONS
};

struct options {
    const char *value[OPTIONS]; /* as typed; "" for an option without a value; NULL: not given */
    /* The words that are no options, in argv's own memory. */
    char **words;
    int count;
    struct options *then; /* those of the draw that follows, or NULL */
};

/* Exits with a message on an option that does not exist, lacks its value or has two. Options may
 * stand before and after words; negative numbers are words.
 *
 * The word "then" begins the options and words of another draw. Each of them has its own --size,
 * --dtype and so on, or that which stands before the first word. --output, --format and
 * --byte-order are given once for all draws, or once for each. All other options are those of all
 * draws. */
struct options parse_options(int argc, char **argv);

/* A row of the table of the options. */
struct option_row {
    const char *name;
    char letter;          /* 0: no short form */
    const char *argument; /* NULL: the option has no value */
    const char *heading;  /* NULL: of the same group as the row before */
    const char *help;
};

const struct option_row *option_row(enum option_name name);

/* The option that is spelled so on a command line, without a value: --size, -o. -1: none. */
int find_option(const char *word);

bool is_given(const struct options *options, enum option_name name);

/* A set of options. */
#define OPTION_BIT(name) (UINT64_C(1) << (name))

/* Exits with a message that names where, if an option is given that is not in takes. */
void refuse_other_options(const struct options *options, const char *where, uint64_t takes);

/* The options for the help, in groups; one of them. */
void print_option(enum option_name name);
void print_options(void);

#endif
