/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The command nprand python.
 */
#include "python.h"

#include "draws.h"
#include "error.h"

#include <stdio.h>

static const struct module python_module = {prepare_python_draw, nprand_get_state_python};

/* Those that the methods of NumPy do not take. */
static const enum option_name own_options[] = {OPTION_PYTHON, OPTION_SEED_VERSION, OPTION_WEIGHTS,
                                               OPTION_CUM_WEIGHTS, OPTION_COUNTS};

int run_python(const struct options *options)
{
    static nprand_rng rng;
    struct options draws = *options;
    draws.words++;
    draws.count--;
    if (draws.count == 0 && (options->then != NULL || !is_given(options, OPTION_SAVE_STATE)))
        refuse("python", NULL, "no method given; nprand python --help lists them", NULL);
    start_python_stream(&rng, options);
    return run_draws(&python_module, &draws, &rng);
}

void print_python_help(void)
{
    puts("Usage: nprand python [options] METHOD [arguments] [size]\n"
         "\n"
         "Prints what print() shows of the values that Python's module random gives: after\n"
         "    random.seed('text')\n"
         "    print([random.gauss(0, 1) for _ in range(3)])\n"
         "the numbers of\n"
         "    nprand python --seed text random.gauss 0 1 --size 3\n"
         "\n"
         "--seed takes what random.seed() does: an integer of any size, a float (with a\n"
         "point or an exponent), or a text. In quotes, \"'42'\", a number is a text; b'42'\n"
         "is bytes. --state and --save-state have the JSON of random.getstate().\n"
         "\n"
         "seq, population and x are lists, red,green,blue or 1,2.5; an integer n is\n"
         "range(n). k of choices and sample may be given as --size.\n");
    print_python_methods();
    puts("\nOptions, beside those of nprand help options for the stream and the output:");
    for (size_t i = 0; i < sizeof own_options / sizeof own_options[0]; i++)
        print_option(own_options[i]);
}
