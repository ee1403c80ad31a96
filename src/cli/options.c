/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The command line by getopt_long().
 */
#include "options.h"

#include "error.h"
#include "parse.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

/* What getopt_long() answers: below 1, or 1 for a word, is its own. */
enum { SEED = 2, NUMPY, LONG_BITS, SIZE, DTYPE, P, NO_REPLACE, REPR, VERSION, HELP = 'h' };

static const struct option known[] = {
    {"seed", required_argument, NULL, SEED},
    {"numpy", required_argument, NULL, NUMPY},
    {"long-bits", required_argument, NULL, LONG_BITS},
    {"size", required_argument, NULL, SIZE},
    {"dtype", required_argument, NULL, DTYPE},
    {"p", required_argument, NULL, P},
    {"no-replace", no_argument, NULL, NO_REPLACE},
    {"repr", no_argument, NULL, REPR},
    {"help", no_argument, NULL, HELP},
    {"version", no_argument, NULL, VERSION},
    {NULL, 0, NULL, 0},
};

_Noreturn static void refuse_unknown(const char *word)
{
    refuse(NULL, NULL, "no such option, or one that takes no value", word);
}

/* getopt_long() takes the beginning of a name for the name, where it fits one option only: what a
 * script says in this way would change with the next option. */
static void refuse_abbreviation(const char *word)
{
    if (strncmp(word, "--", 2) != 0 || word[2] == '\0')
        return;
    size_t length = strcspn(word + 2, "=");
    for (const struct option *option = known; option->name != NULL; option++)
        if (strlen(option->name) == length && memcmp(option->name, word + 2, length) == 0)
            return;
    refuse_unknown(word);
}

static void take_value(const char **value, const char *word)
{
    if (*value != NULL)
        refuse(NULL, NULL, "option given twice", word);
    *value = optarg;
}

static void take_option(struct options *o, int option, const char *word)
{
    switch (option) {
    case SEED:
        take_value(&o->seed, word);
        break;
    case NUMPY:
        take_value(&o->numpy, word);
        break;
    case LONG_BITS:
        take_value(&o->long_bits, word);
        break;
    case SIZE:
        take_value(&o->size, word);
        o->given |= TAKES_SIZE;
        break;
    case DTYPE:
        take_value(&o->dtype, word);
        o->given |= TAKES_DTYPE;
        break;
    case P:
        take_value(&o->p, word);
        o->given |= TAKES_P;
        break;
    case NO_REPLACE:
        o->given |= TAKES_NO_REPLACE;
        break;
    case REPR:
        o->repr = true;
        break;
    case HELP:
        o->help = true;
        break;
    case VERSION:
        o->version = true;
        break;
    case ':':
        refuse(NULL, NULL, "option needs a value", word);
    default:
        refuse_unknown(word);
    }
}

/* Also if it starts like one only: then the method says what is wrong with it. */
static bool is_negative_number(const char *word)
{
    return word[0] == '-' && word[1] != '\0' &&
           (strchr(".0123456789", word[1]) != NULL || is_number(word));
}

/* The words move to the front of argv, where only words and options that are done with stand. */
static void take_word(struct options *o, char *word)
{
    o->words[o->count++] = word;
}

struct options parse_options(int argc, char **argv)
{
    struct options o = {.words = argv + (argc > 0)};
    opterr = 0;
    while (optind < argc) {
        char *word = argv[optind];
        if (is_negative_number(word)) {
            take_word(&o, word);
            optind++;
            continue;
        }
        refuse_abbreviation(word);
        /* "-": words come in their turn, as 1; ":": a missing value is told from an unknown option.
         */
        int option = getopt_long(argc, argv, "-:h", known, NULL);
        if (option == -1)
            break;
        if (option == 1)
            take_word(&o, optarg);
        else
            take_option(&o, option, word);
    }
    while (optind < argc)
        take_word(&o, argv[optind++]);
    return o;
}

void refuse_other_options(const struct options *options, const char *method, unsigned takes)
{
    static const struct {
        unsigned option;
        const char *name;
    } some[] = {
        {TAKES_SIZE, "--size"},
        {TAKES_DTYPE, "--dtype"},
        {TAKES_P, "--p"},
        {TAKES_NO_REPLACE, "--no-replace"},
    };
    for (size_t i = 0; i < sizeof some / sizeof some[0]; i++)
        if (options->given & ~takes & some[i].option)
            refuse(method, some[i].name, "this method does not take the option", NULL);
}
