/* SPDX-License-Identifier: BSD-3-Clause
 *
 * nprand: the numbers that numpy.random.RandomState gives.
 */
#include "../../include/nprand.h"
#include "commands.h"
#include "complete.h"
#include "draws.h"
#include "error.h"
#include "explain.h"
#include "help.h"
#include "hist.h"
#include "methods.h"
#include "options.h"
#include "output.h"
#include "parse.h"
#include "python.h"
#include "selftest.h"
#include "stream.h"
#include "verify.h"

#include <stdio.h>
#include <string.h>

/* ---- The command ------------------------------------------------------------------------- */

/* Methods: arrays, drawn from one stream and written. */
static int run_numpy(const struct options *options)
{
    static nprand_rng rng;
    start_stream(&rng, options);
    return run_draws(&numpy_module, options, &rng);
}

static int run_help(const struct options *options)
{
    print_asked_help(options);
    close_stdout();
    return EXIT_SUCCESS;
}

static int run_complete(const struct options *options)
{
    print_candidates(options);
    close_stdout();
    return EXIT_SUCCESS;
}

const struct command commands[] = {
    {"explain", explain, "[options] VALUE...", "which seed and convention made these numbers", NULL,
     print_explain_help, EXPLAIN_OPTIONS},
    {"python", run_python, "[options] METHOD [arguments] [size]",
     "what Python's module random draws", NULL, print_python_help, 0},
    {"help", run_help, "[METHOD|COMMAND|OPTION|TOPIC]", "what a method, command or option does",
     "Of a method: its parameters with the values that are accepted, NumPy's call,\n"
     "the functions of C, the type of the result, and the words that a value takes.\n"
     "Of a command, an option or a topic (methods, options, commands, status): what\n"
     "it does.\n",
     NULL, OPTION_BIT(OPTION_QUIET)},
    {"hist", run_hist, "METHOD [arguments] [size]", "a histogram of the numbers of a draw", NULL,
     print_hist_help, HIST_OPTIONS},
    {"selftest", run_selftest, "", "whether this program draws the right numbers",
     "Draws what is known of each method, with every backend that the processor can\n"
     "run, and compares the numbers and the state after them. Prints the platform,\n"
     "the backend in use, the profile (see docs/bits.md), and for each backend a hash\n"
     "of all that was drawn: machines with the same hash drew the same bits.\n"
     "\n"
     "Status: 0; 1 if something is wrong. In a build with -Dmath=system, numbers that\n"
     "come from functions of the C library may differ: these are listed, and the\n"
     "status stays 0.\n",
     NULL, OPTION_BIT(OPTION_QUIET)},
    {"verify", run_verify, "FILE METHOD [arguments] [size]",
     "whether a file has the numbers of a draw",
     "Draws the numbers again, and compares them with those of the file, in constant\n"
     "memory. Says equal, or how many differ, where the first one is, and by how many\n"
     "units in the last place (ULP). Without a size, it is that of the file.\n"
     "    nprand verify x.npy --seed 0 normal 10 2\n"
     "    nprand verify - --seed 0 rand <numbers.txt\n"
     "\n"
     "The ending of FILE names its format, or --format does: .npy (of both byte\n"
     "orders, and in Fortran's order), .bin, and texts: .txt, .csv, .json. A text has\n"
     "numbers with blanks, commas or line ends between them, or in brackets, as NumPy\n"
     "prints them. FILE may be - for standard input, which is a text without --format.\n"
     "\n"
     "A text with fewer digits than the numbers need is equal to the digits printed,\n"
     "if each number is rounded as it should be. Text without brackets has no shape:\n"
     "the order of its numbers is compared. The type of an .npy file must be that of\n"
     "the draw: --dtype.\n"
     "\n"
     "Status: 0 equal; 1 different; 2 the file cannot be read, is damaged, or has\n"
     "another shape or type.\n",
     NULL, 0},
    {"__complete", run_complete, "", NULL, NULL, NULL, 0},
    {NULL, NULL, NULL, NULL, NULL, NULL, 0},
};

const struct command *find_command(const char *name)
{
    for (const struct command *command = commands; command->name != NULL; command++)
        if (command->summary != NULL && strcmp(name, command->name) == 0)
            return command;
    return NULL;
}

static int run(const struct options *options)
{
    if (options->count == 0 && is_given(options, OPTION_SAVE_STATE))
        return run_numpy(options);
    if (options->count == 0)
        refuse(NULL, NULL, "no method given; nprand --help lists them", NULL);
    const struct command *command = commands;
    while (command->name != NULL && strcmp(options->words[0], command->name) != 0)
        command++;
    if (command->name == NULL)
        return run_numpy(options);
    if (options->then != NULL && command->run == run_hist)
        refuse(NULL, "then", "hist takes one draw", NULL);
    if (options->then != NULL && command->run == run_verify)
        refuse(NULL, "then", "verify takes one draw", NULL);
    if (options->then != NULL && command->run != run_python)
        refuse(command->name, "then", "only draws follow each other", NULL);
    return command->run(options);
}

/* After a method or a command, what is said about it. */
static void print_help(const struct options *options)
{
    if (options->count == 0 || !print_help_of(options->words[0]))
        print_overview();
}

int main(int argc, char **argv)
{
    guard_standard_streams();
    if (print_spelled_option(argc, argv)) {
        close_stdout();
        return EXIT_SUCCESS;
    }
    struct options options = parse_options(argc, argv);
    if (is_given(&options, OPTION_QUIET))
        be_quiet();
    if (is_given(&options, OPTION_HELP))
        print_help(&options);
    else if (is_given(&options, OPTION_VERSION))
        printf("nprand %s (%s)\n", nprand_version(), nprand_backend());
    else
        return run(&options);
    close_stdout();
    return EXIT_SUCCESS;
}
