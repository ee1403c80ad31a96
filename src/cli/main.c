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
#include "methods.h"
#include "options.h"
#include "output.h"
#include "python.h"
#include "stream.h"

#include <errno.h>
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

/* What printf() wrote: help, version and completion. */
static void close_stdout(void)
{
    int lost = ferror(stdout);
    if (fclose(stdout) != 0 || lost) {
        char problem[128];
        snprintf(problem, sizeof problem, "cannot write to standard output: %s", strerror(errno));
        fail(problem);
    }
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
     print_explain_help},
    {"python", run_python, "[options] METHOD [arguments] [size]",
     "what Python's module random draws", NULL, print_python_help},
    {"help", run_help, "[METHOD|COMMAND|OPTION|TOPIC]", "what a method, command or option does",
     "Of a method: its parameters with the values that are accepted, NumPy's call,\n"
     "the functions of C, the type of the result, and the words that a value takes.\n"
     "Of a command, an option or a topic (methods, options, commands, status): what\n"
     "it does.\n",
     NULL},
    {"__complete", run_complete, "", NULL, NULL, NULL},
    {NULL, NULL, NULL, NULL, NULL, NULL},
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
    while (command->name != NULL &&
           (command->run == NULL || strcmp(options->words[0], command->name) != 0))
        command++;
    if (command->name == NULL)
        return run_numpy(options);
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
    int status = EXIT_SUCCESS;
    guard_standard_streams();
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
    return status;
}
