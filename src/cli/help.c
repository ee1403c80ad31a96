/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The overview, the topics, and whose help is asked for.
 */
#include "help.h"

#include "commands.h"
#include "error.h"
#include "help_method.h"
#include "lines.h"
#include "methods.h"
#include "suggest.h"

#include <stdio.h>
#include <string.h>

/* ---- Topics -------------------------------------------------------------------------------- */

static void print_options_topic(void)
{
    puts("Options may stand before and after the method. \"then\" begins another draw from\n"
         "the same stream, rand 3 then randint 10: --size, --dtype, --p and --no-replace\n"
         "behind a method are of this draw, before the first method of all; --output,\n"
         "--format and --byte-order are given once for all draws, or once for each.\n");
    print_options();
    puts("\n"
         "Lists may have brackets or parentheses around them, and spaces after the\n"
         "commas: --size '(2, 3)'.\n"
         "\n"
         "For scripts and other programs: --format lines, csv, json, raw or npy, of any\n"
         "length. NumPy's print puts \"...\" in place of most elements of an array of more\n"
         "than 1000; a line on stderr says it, and if the output is not a terminal, the\n"
         "status is 3 unless --summary is given.");
}

static void print_methods_topic(void)
{
    puts("The methods of numpy.random.RandomState. After all arguments may stand the size,\n"
         "as in normal 10 2 3; not with rand and randn, whose arguments are the shape,\n"
         "bytes, shuffle and permutation.");
    print_methods();
}

static const char *blank_before(const char *arguments)
{
    return *arguments != '\0' ? " " : "";
}

static void print_commands_topic(void)
{
    for (const struct command *command = commands; command->name != NULL; command++)
        if (command->summary != NULL)
            printf("  nprand %s%s%s\n      %s\n", command->name, blank_before(command->arguments),
                   command->arguments, command->summary);
}

static void print_status_topic(void)
{
    puts("Exit status:\n"
         "  0  the numbers are written, or what was asked for is true\n"
         "  1  something failed, such as writing the output; explain: nothing fits;\n"
         "     verify: numbers differ; selftest: numbers are wrong\n"
         "  2  the method, a parameter or an option is refused; nothing is written\n"
         "  3  \"...\" stands in place of numbers, the output is not a terminal, and\n"
         "     --summary is not given\n"
         "\n"
         "A message is one line on stderr.");
}

static const struct topic {
    const char *name;
    void (*print)(void);
} topics[] = {
    {"methods", print_methods_topic},
    {"options", print_options_topic},
    {"commands", print_commands_topic},
    {"status", print_status_topic},
};

enum { TOPICS = sizeof topics / sizeof topics[0] };

const char *topic_name(int i)
{
    return i < TOPICS ? topics[i].name : NULL;
}

/* ---- The overview -------------------------------------------------------------------------- */

enum { COLUMN = 10 };

/* The groups have a semicolon between them. */
static void print_method_names(void)
{
    struct paragraph p = begin_paragraph("Methods", COLUMN);
    const char *before = NULL;
    for (const struct method *m = methods; m < methods + METHODS; m++) {
        char text[64];
        if (m->name != NULL && !is_for_command(m))
            continue;
        if (before != NULL) {
            snprintf(text, sizeof text, "%s%s", before, m->heading != NULL ? ";" : "");
            put_one_word(&p, text);
        }
        before = m->name;
    }
    put_one_word(&p, before);
    end_paragraph(&p);
}

static void print_command_names(void)
{
    const char *label = "Commands";
    for (const struct command *command = commands; command->name != NULL; command++) {
        char text[128];
        if (command->summary == NULL)
            continue;
        snprintf(text, sizeof text, "%-9s %s", command->name, command->summary);
        printf("%-*s%s\n", COLUMN, label, text);
        label = "";
    }
}

/* Those that most calls need: the overview fits one screen. */
static void print_option_names(void)
{
    static const enum option_name common[] = {
        OPTION_SEED,   OPTION_STATE, OPTION_SKIP,       OPTION_NUMPY,   OPTION_SIZE,
        OPTION_DTYPE,  OPTION_P,     OPTION_NO_REPLACE, OPTION_THREADS, OPTION_FORMAT,
        OPTION_OUTPUT, OPTION_REPR,  OPTION_QUIET,      OPTION_HELP,    OPTION_VERSION,
    };
    struct paragraph p = begin_paragraph("Options", COLUMN);
    for (size_t i = 0; i < sizeof common / sizeof common[0]; i++) {
        const struct option_row *row = option_row(common[i]);
        char letter[8] = "";
        char text[64];
        if (row->letter != 0)
            snprintf(letter, sizeof letter, " (-%c)", row->letter);
        snprintf(text, sizeof text, "--%s%s", row->name, letter);
        put_one_word(&p, text);
    }
    put_one_word(&p, "(all: nprand help options)");
    end_paragraph(&p);
}

void print_overview(void)
{
    puts("Usage:    nprand [options] METHOD [arguments] [size] [then METHOD ...]\n"
         "          nprand COMMAND ...\n"
         "\n"
         "Prints the numbers of NumPy's RandomState: nprand --seed 0 rand 3 prints what\n"
         "np.random.seed(0); print(np.random.rand(3)) prints.");
    print_method_names();
    print_command_names();
    print_option_names();
    puts("Status    0; 1 something failed; 2 refused; 3 \"...\" stands in place of numbers\n"
         "More      nprand help METHOD|COMMAND|OPTION|methods|options|commands|status");
}

/* ---- nprand help --------------------------------------------------------------------------- */

static void print_command_help(const struct command *command)
{
    if (command->print_help != NULL)
        command->print_help();
    else
        printf("Usage: nprand %s%s%s\n\n%s", command->name, blank_before(command->arguments),
               command->arguments, command->help);
}

static bool print_option_help(const char *name)
{
    for (int i = 0; i < OPTIONS; i++) {
        if (strcmp(option_row((enum option_name)i)->name, name) == 0) {
            print_option((enum option_name)i);
            return true;
        }
    }
    return false;
}

bool print_help_of(const char *name)
{
    const struct method *m = find_method(name);
    const struct command *command = find_command(name);
    if (m != NULL)
        print_method_help(m);
    else if (command != NULL)
        print_command_help(command);
    else
        return false;
    return true;
}

static bool print_topic(const char *name)
{
    for (int i = 0; i < TOPICS; i++) {
        if (strcmp(topics[i].name, name) == 0) {
            topics[i].print();
            return true;
        }
    }
    return false;
}

bool print_spelled_option(int argc, char **argv)
{
    int row = argc == 3 && strcmp(argv[1], "help") == 0 ? find_option(argv[2]) : -1;
    if (row < 0 || row == OPTION_HELP)
        return false;
    print_option((enum option_name)row);
    return true;
}

void print_asked_help(const struct options *options)
{
    refuse_other_options(options, "help", OPTION_BIT(OPTION_QUIET));
    if (options->count > 2)
        refuse("help", NULL, "too many arguments", options->words[2]);
    if (options->count < 2) {
        print_overview();
        return;
    }
    const char *name = options->words[1];
    if (!print_help_of(name) && !print_topic(name) && !print_option_help(name))
        refuse_unknown("method, command, option or topic", "nprand --help lists them", name,
                       suggest_word);
}
