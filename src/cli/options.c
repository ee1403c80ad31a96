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
enum { SEED = 2, NUMPY, SIZE, DTYPE, P, NO_REPLACE, REPR, HELP, VERSION };

static const struct option known[] = {
    {"seed", required_argument, NULL, SEED}, {"numpy", required_argument, NULL, NUMPY},
    {"size", required_argument, NULL, SIZE}, {"dtype", required_argument, NULL, DTYPE},
    {"p", required_argument, NULL, P},       {"no-replace", no_argument, NULL, NO_REPLACE},
    {"repr", no_argument, NULL, REPR},       {"help", no_argument, NULL, HELP},
    {"version", no_argument, NULL, VERSION}, {NULL, 0, NULL, 0},
};

static void take_option(struct options *o, int option, const char *word)
{
    switch (option) {
    case SEED:
        o->seed = optarg;
        break;
    case NUMPY:
        o->numpy = optarg;
        break;
    case SIZE:
        o->size = optarg;
        o->given |= TAKES_SIZE;
        break;
    case DTYPE:
        o->dtype = optarg;
        o->given |= TAKES_DTYPE;
        break;
    case P:
        o->p = optarg;
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
        refuse(NULL, NULL, "no such option, or one that takes no value", word);
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
        /* "-": words come in their turn, as 1; ":": a missing value is told from an unknown option.
         */
        int option = getopt_long(argc, argv, "-:", known, NULL);
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

static const struct {
    unsigned option;
    const char *name;
    const char *value;
} some[] = {
    {TAKES_SIZE, "--size", " N[,N,...]"},
    {TAKES_DTYPE, "--dtype", " TYPE"},
    {TAKES_P, "--p", " P,P,..."},
    {TAKES_NO_REPLACE, "--no-replace", ""},
};

enum { SOME = sizeof some / sizeof some[0] };

void print_options(unsigned takes)
{
    for (int i = 0; i < SOME; i++)
        if (takes & some[i].option)
            printf(" [%s%s]", some[i].name, some[i].value);
}

void refuse_other_options(const struct options *options, const char *method, unsigned takes)
{
    for (int i = 0; i < SOME; i++)
        if (options->given & ~takes & some[i].option)
            refuse(method, some[i].name, "this method does not take the option", NULL);
}
