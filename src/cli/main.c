/* SPDX-License-Identifier: BSD-3-Clause
 *
 * nprand: the numbers that numpy.random.RandomState gives.
 */
#include "../../include/nprand.h"
#include "draw.h"
#include "error.h"
#include "explain.h"
#include "format.h"
#include "methods.h"
#include "options.h"
#include "output.h"
#include "parse.h"
#include "stream.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static void print_help(void)
{
    puts("Usage: nprand [options] method [arguments]\n"
         "\n"
         "Prints what print() shows of the numbers that NumPy's RandomState gives: after\n"
         "    np.random.seed(0)\n"
         "    print(np.random.rand(3))\n"
         "the numbers of\n"
         "    nprand --seed 0 rand 3\n"
         "nprand explain VALUE... says which seed, and which convention, made numbers:\n"
         "nprand explain --help.\n"
         "\n"
         "Options may stand before and after the method.\n");
    print_options();
    puts("\n"
         "Lists of numbers may have brackets or parentheses around them, and spaces after the\n"
         "commas: --size '(2, 3)'.\n"
         "\n"
         "For scripts and other programs: --format lines, csv, json, raw or npy, of any length.\n"
         "NumPy's print puts \"...\" in place of most elements of an array of more than 1000;\n"
         "a line on stderr says it, and if the output is not a terminal, the status is 3 unless\n"
         "--summary is given.\n"
         "\n"
         "Methods. After all of its arguments may stand the size, as in normal 10 2 3; not with\n"
         "rand and randn, whose arguments are the shape, bytes, shuffle and permutation.");
    print_methods();
    puts("\n"
         "Exit status: 0; 2 if the method, a parameter or an option is refused; 1 if something\n"
         "else fails; 3 if values are left out of the output (see above).");
}

/* ---- The command ------------------------------------------------------------------------- */

/* A method: one array, drawn and written. */
static int run_draw(const struct options *options)
{
    enum { LARGE_CHUNK = 1 << 22 };
    static nprand_rng rng;
    static struct draw d;
    const char *skip = options->value[OPTION_SKIP];
    start_stream(&rng, options);
    skip_words(&rng, options);
    prepare_draw(&d, options, &rng);
    if (skip != NULL)
        skip_values(&d, read_count(NULL, "--skip", skip));
    /* A fill is cut into parts of a million values or more. */
    if (set_threads(&rng, options) > 1)
        enlarge_chunks(&d, LARGE_CHUNK);
    return write_draw(&d, options);
}

/* What the first word may be besides a method. */
static const struct command {
    const char *name;
    int (*run)(const struct options *options); /* returns the exit status */
    void (*print_help)(void);
} commands[] = {
    {"explain", explain, print_explain_help},
    {NULL, NULL, NULL},
};

/* NULL if the first word is none of them, and is a method then. */
static const struct command *find_command(const struct options *options)
{
    for (const struct command *command = commands; command->name != NULL; command++)
        if (options->count > 0 && strcmp(options->words[0], command->name) == 0)
            return command;
    return NULL;
}

static int run(const struct options *options)
{
    if (options->count == 0)
        refuse(NULL, NULL, "no method given; nprand --help lists them", NULL);
    const struct command *command = find_command(options);
    return command != NULL ? command->run(options) : run_draw(options);
}

/* What printf() wrote: help and version. */
static void close_stdout(void)
{
    int lost = ferror(stdout);
    if (fclose(stdout) != 0 || lost) {
        char problem[128];
        snprintf(problem, sizeof problem, "cannot write to standard output: %s", strerror(errno));
        fail(problem);
    }
}

static void print_help_of(const struct options *options)
{
    const struct command *command = find_command(options);
    if (command != NULL)
        command->print_help();
    else
        print_help();
}

int main(int argc, char **argv)
{
    int status = EXIT_SUCCESS;
    guard_standard_streams();
    struct options options = parse_options(argc, argv);
    if (is_given(&options, OPTION_QUIET))
        be_quiet();
    if (is_given(&options, OPTION_HELP))
        print_help_of(&options);
    else if (is_given(&options, OPTION_VERSION))
        printf("nprand %s (%s)\n", nprand_version(), nprand_backend());
    else
        return run(&options);
    close_stdout();
    return status;
}
