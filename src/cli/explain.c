/* SPDX-License-Identifier: BSD-3-Clause
 *
 * nprand explain VALUE...: which convention, and which seed, begins with these numbers?
 */
#include "explain.h"

#include "error.h"
#include "explain_print.h"
#include "explain_search.h"
#include "explain_workers.h"
#include "output.h"
#include "parse.h"

#include <stdio.h>
#include <string.h>

#define USUAL_SEEDS UINT64_C(1000000) /* the last seed that is tried if none is named */

enum { MOST_PLACES = 100000 };

struct request {
    const char *seed;
    size_t within;
    int threads;
    bool all_seeds, quiet;
    char **words;
    int count;
};

void print_explain_help(void)
{
    puts("Usage: nprand explain [options] VALUE...\n"
         "\n"
         "Which convention, and which seed, begins with these numbers? The values are\n"
         "numbers as a program printed them, with as many digits as it printed; brackets\n"
         "and commas between them do not matter. A value fits if it would be printed so,\n"
         "rounded or cut off. Words may be written as 0xdeadbeef.\n"
         "    nprand explain 0.92961609 0.31637555\n"
         "    nprand explain 47 13 88 --within 100\n"
         "From a file: nprand explain $(cat FILE)\n"
         "The second column: nprand explain $(awk '!/^#/ {print $2}' FILE | head)\n"
         "\n"
         "Options:\n"
         "  --seed SEED     try this seed: a number of any size, a list such as 1,2,3 or\n"
         "                  [5], or a text for Python's random.seed(text); by default\n"
         "                  seeds 0 to 10^6\n"
         "  --all-seeds     try all 2^32 seeds; this takes minutes\n"
         "  --within K      the numbers begin at one of the first K places of the stream;\n"
         "                  for integers of a range, one of the first K words. The search\n"
         "                  takes up to K times as long\n"
         "  --threads N     use N CPUs; by default all of them\n"
         "  --quiet, -q     show no progress\n"
         "  --help, -h      print this\n"
         "\n"
         "Tried are doubles and floats on [0, 1), standard normals, whole words, integers\n"
         "of a range (its size is found; it begins at 0, at 1 or at the smallest number),\n"
         "and a whole shuffle of 0 to n - 1 or 1 to n, of");
    for (int i = 0; i < SEEDINGS; i++)
        printf("  %s\n", seeding_calls[i].name);
    puts("with the functions of NumPy's RandomState and Generator(MT19937()), Python's\n"
         "random, C++'s <random>, GSL, Boost, R, MATLAB, Octave, Ruby, PHP and PyTorch\n"
         "(CPU). Not tried: normals by a ziggurat (Generator, MATLAB, Octave, Boost),\n"
         "std::normal_distribution<float>, float and int distributions of\n"
         "std::mt19937_64, R's sample() without replacement, engines other than the\n"
         "Mersenne Twister such as PCG64 of np.random.default_rng(), other distributions,\n"
         "and numbers that were scaled or shifted.\n"
         "\n"
         "Exit status: 0 if something fits, 1 if nothing does, 2 if a value or an option\n"
         "is refused.");
}

/* ---- Options ---- */

static int64_t explain_count(const struct options *o, enum option_name name, int64_t usual,
                             int64_t most, const char *option)
{
    if (o->value[name] == NULL)
        return usual;
    uint64_t count = read_count("explain", option, o->value[name]);
    if (count < 1 || count > (uint64_t)most)
        refuse("explain", option, "not a number that is possible here", o->value[name]);
    return (int64_t)count;
}

static struct request read_request(const struct options *o)
{
    refuse_other_options(o, "explain", EXPLAIN_OPTIONS);
    return (struct request){
        .seed = o->value[OPTION_SEED],
        .within = (size_t)explain_count(o, OPTION_WITHIN, 1, MOST_PLACES, "--within"),
        .threads =
            (int)explain_count(o, OPTION_THREADS, possible_workers(), MOST_WORKERS, "--threads"),
        .all_seeds = is_given(o, OPTION_ALL_SEEDS),
        .quiet = is_given(o, OPTION_QUIET),
        .words = o->words + 1,
        .count = o->count - 1,
    };
}

/* ---- The command ---- */

static void run_search(const struct request *r, const struct query *q, const struct seed *seed,
                       struct matches *found)
{
    struct search search = {.query = q,
                            .last = r->all_seeds ? UINT32_MAX : USUAL_SEEDS,
                            .workers = r->threads,
                            .stop_when_sure = r->all_seeds,
                            .progress = !r->quiet && shows_progress()};
    if (seed != NULL)
        search_one_seed(q, seed, found);
    else
        search_seeds(&search, found);
}

static void print_nothing(const struct request *r, const struct matches *found)
{
    if (found->tried == 0) {
        printf("Nothing was tried: no convention gives such numbers%s.\n",
               r->seed != NULL ? " with such a seed" : "");
        puts("Known are numbers on [0, 1), standard normals, words, integers and whole\n"
             "shuffles. Of numbers with a shift and a scale, subtract the shift first, then\n"
             "divide by the scale. More: nprand explain --help.");
        return;
    }
    printf("Nothing fits: %.3g streams of ", found->tried);
    if (r->seed != NULL)
        printf("this seed");
    else
        printf("the seeds 0 to %s", r->all_seeds ? "2^32 - 1" : "10^6");
    printf(" were tried, from %s.\n",
           r->within == 1 ? "their first number" : "each of the first places");
    puts("Not tried: np.random.default_rng() (PCG64), numbers with a shift or a scale, and\n"
         "more: nprand explain --help.");
    printf("Otherwise try %s if the stream had been used before, ",
           r->within == 1 ? "--within K" : "a larger K");
    if (r->all_seeds)
        puts("or fewer digits.");
    else if (r->seed != NULL)
        puts("fewer digits, or no --seed: the seeds 0 to 10^6.");
    else
        puts("fewer digits, or last --all-seeds, which takes minutes.");
}

static int answer(const struct request *r)
{
    if (r->seed != NULL && r->all_seeds)
        refuse("explain", NULL, "--seed and --all-seeds exclude each other", NULL);
    struct numbers numbers = read_numbers(r->words, r->count);
    if (numbers.count == 0)
        refuse("explain", NULL, "no numbers given; nprand explain --help says more", NULL);
    struct query q = ask(numbers, r->within);
    struct matches *found = allocate(sizeof *found);
    memset(found, 0, sizeof *found);
    struct seed typed = {0};
    if (r->seed != NULL)
        typed = read_seed(r->seed);
    const struct seed *seed = r->seed != NULL ? &typed : NULL;
    run_search(r, &q, seed, found);
    if (found->count == 0) {
        print_nothing(r, found);
        return EXIT_FAILURE;
    }
    print_matches(&q, found, seed);
    print_chance(found, r->seed != NULL);
    return EXIT_SUCCESS;
}

int explain(const struct options *options)
{
    struct request r = read_request(options);
    int status = answer(&r);
    close_stdout();
    return status;
}
