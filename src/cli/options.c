/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The command line by getopt_long().
 */
#include "options.h"

#include "commands.h"
#include "error.h"
#include "lines.h"
#include "parse.h"
#include "suggest.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

static const struct option_row rows[OPTIONS] = {
    [OPTION_SEED] = {"seed", 0, "N[,N,...]", "The stream:",
                     "seed, 0 to 2**32 - 1, or an array of seeds (of one: '[N]');\n"
                     "by default the system's entropy"},
    [OPTION_SEED_SEQUENCE] = {"seed-sequence", 0, "N", NULL,
                              "RandomState(MT19937(SeedSequence(N))): integers of any\n"
                              "size, N or N,N,..."},
    [OPTION_SPAWN_KEY] = {"spawn-key", 0, "K[,K,...]", NULL,
                          "of the seed sequence; by default none"},
    [OPTION_POOL_SIZE] = {"pool-size", 0, "N", NULL, "of the seed sequence, 4 (default) to 64"},
    [OPTION_GYM_SEED] = {"gym-seed", 0, "N", NULL,
                         "the stream of an environment of gym before 0.22, env.seed(N)"},
    [OPTION_STATE] = {"state", 0, "FILE", NULL,
                      "go on from a state: JSON of get_state() of NumPy, or of\n"
                      "getstate() of Python's random; the text of a std::mt19937,\n"
                      "R's .Random.seed, MATLAB's State as text; the bytes of\n"
                      "torch.get_rng_state(), gsl_rng_fwrite(); \"-\" is standard input"},
    [OPTION_SAVE_STATE] = {"save-state", 0, "FILE", NULL,
                           "write the state after the last draw, as NumPy's JSON; with\n"
                           "--state and no method: of the one form from the other"},
    [OPTION_SKIP] = {"skip", 0, "K", NULL,
                     "start K values later; if a value has a fixed number of\n"
                     "words"},
    [OPTION_SKIP_WORDS] = {"skip-words", 0, "N", NULL, "start N 32-bit words later, or -N earlier"},
    [OPTION_NUMPY] = {"numpy", 0, "X.Y[.Z]", NULL,
                      "the NumPy release to reproduce, 1.7 to 2.5; by default 2.5"},
    [OPTION_LONG_BITS] = {"long-bits", 0, "N", NULL,
                          "32: the integers of a NumPy where C's long is as on Windows"},
    [OPTION_PYTHON] = {"python", 0, "X.Y", NULL,
                       "the release of Python to reproduce, 2.7 or 3.2 to 3.15;\n"
                       "by default 3.14"},
    [OPTION_SEED_VERSION] = {"seed-version", 0, "N", NULL,
                             "python: 1 or 2, the version of random.seed() for a text"},
    [OPTION_SIZE] = {"size", 0, "N[,N,...]", "The draw:",
                     "shape, also as last argument: 3,4 or 3x4, 1e7, 10_000;\n"
                     "by default one number"},
    [OPTION_DTYPE] = {"dtype", 0, "TYPE", NULL,
                      "randint: bool, int8, int16, int32, int64, int, uint8, uint16,\n"
                      "uint32, uint64; doubles: float64, float32; random_raw: uint64,\n"
                      "uint32; or NumPy's codes, such as '<f4' and '>i8'"},
    [OPTION_P] = {"p", 0, "P,P,...", NULL, "choice: the probability of each element"},
    [OPTION_NO_REPLACE] = {"no-replace", 0, NULL, NULL, "choice: take no element twice"},
    [OPTION_WEIGHTS] = {"weights", 0, "W,W,...", NULL,
                        "random.choices: the weight of each element"},
    [OPTION_CUM_WEIGHTS] = {"cum-weights", 0, "W,...", NULL,
                            "random.choices: the sums of the weights so far"},
    [OPTION_COUNTS] = {"counts", 0, "N,N,...", NULL,
                       "random.sample: how often each element is there"},
    [OPTION_THREADS] = {"threads", 0, "N", NULL, "fill on N threads; the numbers are the same"},
    [OPTION_FORMAT] = {"format", 0, "FORMAT",
                       "The output:", "numpy (default), lines, csv, json, raw, npy"},
    [OPTION_OUTPUT] = {"output", 'o', "FILE", NULL,
                       "write to FILE; its ending names the format: .txt (lines),\n"
                       ".csv, .json, .bin (raw), .npy"},
    [OPTION_BYTE_ORDER] = {"byte-order", 0, "ORDER", NULL, "raw, npy: little (default) or big"},
    [OPTION_REPR] = {"repr", 0, NULL, NULL, "numpy: all digits of floats, all elements"},
    [OPTION_SUMMARY] = {"summary", 0, NULL, NULL,
                        "numpy: \"...\" in place of elements is wanted: status 0"},
    [OPTION_QUIET] = {"quiet", 'q', NULL, NULL, "no progress, no notes"},
    [OPTION_ALL_SEEDS] = {"all-seeds", 0, NULL, "explain:", "try all 2**32 seeds"},
    [OPTION_WITHIN] = {"within", 0, "K", NULL, "the numbers begin at one of the first K places"},
    [OPTION_BINS] = {"bins", 0, "N",
                     "hist:", "N bins of one width; by default of ends with few digits"},
    [OPTION_SVG] = {"svg", 0, "FILE", NULL, "write a picture to FILE, too"},
    [OPTION_ASCII] = {"ascii", 0, NULL, NULL,
                      "no Unicode blocks; the default where the locale is not UTF-8"},
    [OPTION_HELP] = {"help", 'h', NULL, "The command:", "print this"},
    [OPTION_VERSION] = {"version", 0, NULL, NULL, "print the version"},
};

/* Options that each draw has for itself; and those that all have, or each. */
static const uint64_t of_a_draw = OPTION_BIT(OPTION_SIZE) | OPTION_BIT(OPTION_DTYPE) |
                                  OPTION_BIT(OPTION_P) | OPTION_BIT(OPTION_NO_REPLACE) |
                                  OPTION_BIT(OPTION_WEIGHTS) | OPTION_BIT(OPTION_CUM_WEIGHTS) |
                                  OPTION_BIT(OPTION_COUNTS);
static const uint64_t of_all_or_each =
    OPTION_BIT(OPTION_OUTPUT) | OPTION_BIT(OPTION_FORMAT) | OPTION_BIT(OPTION_BYTE_ORDER);

/* What getopt_long() answers for an option: its row. The numbers below are letters. */
enum { FIRST_ROW = 256 };

static int row_of_letter(int letter)
{
    for (int i = 0; i < OPTIONS; i++)
        if (rows[i].letter != 0 && rows[i].letter == letter)
            return i;
    return -1;
}

const struct option_row *option_row(enum option_name name)
{
    return &rows[name];
}

/* The row of the option that word names, with or without a value behind it; -1: none. */
static int row_of_word(const char *word)
{
    size_t length = strcspn(word + 2, "=");
    for (int i = 0; i < OPTIONS; i++)
        if (strlen(rows[i].name) == length && memcmp(rows[i].name, word + 2, length) == 0)
            return i;
    return -1;
}

int find_option(const char *word)
{
    if (word[0] == '-' && word[1] != '\0' && word[2] == '\0')
        return row_of_letter(word[1]);
    return strncmp(word, "--", 2) == 0 && strchr(word, '=') == NULL ? row_of_word(word) : -1;
}

_Noreturn static void refuse_no_option(const char *word)
{
    if (strncmp(word, "--", 2) == 0 && row_of_word(word) >= 0)
        refuse(NULL, NULL, "the option takes no value", word);
    refuse_unknown("option", "nprand help options lists them", word, suggest_option);
}

/* getopt_long() takes the beginning of a name for the name, where it fits one option only: what a
 * script says in this way would change with the next option. */
static void refuse_abbreviation(const char *word)
{
    if (strncmp(word, "--", 2) == 0 && word[2] != '\0' && row_of_word(word) < 0)
        refuse_no_option(word);
}

_Noreturn static void refuse_option(int row, const char *problem)
{
    char name[32];
    snprintf(name, sizeof name, "--%s", rows[row].name);
    refuse(NULL, name, problem, NULL);
}

/* The draws of a command line, while it is read. */
struct draws {
    struct options all; /* options that are not of one draw alone; no words */
    struct options *first;
    struct options *last;
};

/* Whose option it is. */
static struct options *owner_of(struct draws *draws, int row)
{
    bool is_before_all = draws->last == draws->first && draws->first->count == 0;
    if ((of_a_draw & OPTION_BIT(row)) != 0)
        return is_before_all ? &draws->all : draws->last;
    return (of_all_or_each & OPTION_BIT(row)) != 0 ? draws->last : &draws->all;
}

/* A seed right behind "then" looks like that of the draw which follows. */
static void refuse_seed_of_one_draw(const struct draws *draws, int row)
{
    bool is_seed = row == OPTION_SEED || row == OPTION_SEED_SEQUENCE || row == OPTION_GYM_SEED;
    bool is_first = draws->last == draws->first;
    if (is_seed && !is_first && (draws->all.value[row] != NULL || draws->last->count == 0))
        refuse_option(row, "one seed is for all draws");
}

static void take_option(struct draws *draws, int answer, const char *word)
{
    if (answer == ':')
        refuse(NULL, NULL, "option needs a value", word);
    int row = answer >= FIRST_ROW ? answer - FIRST_ROW : row_of_letter(answer);
    if (row < 0)
        refuse_no_option(word);
    refuse_seed_of_one_draw(draws, row);
    struct options *o = owner_of(draws, row);
    if (rows[row].argument != NULL && o->value[row] != NULL)
        refuse(NULL, NULL, "option given twice", word);
    o->value[row] = rows[row].argument != NULL ? optarg : "";
}

/* Also if it starts like one only: then the method says what is wrong with it. */
static bool is_negative_number(const char *word)
{
    return word[0] == '-' && word[1] != '\0' &&
           (strchr(".0123456789", word[1]) != NULL || is_number(word));
}

/* The words move to the front of argv, where only words and options that are done with stand. */
static void take_word(struct draws *draws, char *word)
{
    struct options *o = draws->last;
    o->words[o->count++] = word;
}

/* The words of a draw stand behind those of the one before. */
static void begin_draw(struct draws *draws, char **words)
{
    struct options *o = allocate(sizeof *o);
    memset(o, 0, sizeof *o);
    o->words = words;
    if (draws->last != NULL)
        draws->last->then = o;
    else
        draws->first = o;
    draws->last = o;
}

static void take_word_or_then(struct draws *draws, char *word)
{
    if (strcmp(word, "then") == 0)
        begin_draw(draws, draws->last->words + draws->last->count);
    else
        take_word(draws, word);
}

/* The tables of getopt_long(), from the rows. The first '-' of letters: words come in their turn,
 * as 1. The ':': a missing value is told from an unknown option. */
struct tables {
    struct option known[OPTIONS + 1];
    char letters[2 * OPTIONS + 3];
};

static void make_tables(struct tables *t)
{
    char *letter = t->letters;
    *letter++ = '-';
    *letter++ = ':';
    memset(t->known, 0, sizeof t->known);
    for (int i = 0; i < OPTIONS; i++) {
        t->known[i].name = rows[i].name;
        t->known[i].has_arg = rows[i].argument != NULL ? required_argument : no_argument;
        t->known[i].val = FIRST_ROW + i;
        if (rows[i].letter == 0)
            continue;
        *letter++ = rows[i].letter;
        if (rows[i].argument != NULL)
            *letter++ = ':';
    }
    *letter = '\0';
}

static void read_command_line(struct draws *draws, int argc, char **argv)
{
    struct tables tables;
    make_tables(&tables);
    opterr = 0;
    while (optind < argc) {
        char *word = argv[optind];
        if (is_negative_number(word)) {
            take_word(draws, word);
            optind++;
            continue;
        }
        refuse_abbreviation(word);
        int answer = getopt_long(argc, argv, tables.letters, tables.known, NULL);
        if (answer == -1)
            break;
        if (answer == 1)
            take_word_or_then(draws, optarg);
        else
            take_option(draws, answer, word);
    }
    while (optind < argc)
        take_word(draws, argv[optind++]);
}

/* An option of all draws, or of each: if it is there once, it is that of all. */
static void settle_all_or_each(struct draws *draws, int row)
{
    int given = 0;
    int count = 0;
    for (const struct options *o = draws->first; o != NULL; o = o->then) {
        count++;
        given += o->value[row] != NULL;
        if (o->value[row] != NULL)
            draws->all.value[row] = o->value[row];
    }
    if (given > 1 && given < count)
        refuse_option(row, "give it once for all draws, or once for each");
}

_Noreturn static void refuse_twice(int row)
{
    char name[32];
    snprintf(name, sizeof name, "--%s", rows[row].name);
    refuse(NULL, NULL, "option given twice", name);
}

/* Each draw gets the options of all, where it has none of its own. */
static void settle_draw(const struct draws *draws, struct options *o)
{
    bool is_alone = draws->first->then == NULL;
    for (int row = 0; row < OPTIONS; row++) {
        const char *of_all = draws->all.value[row];
        if (is_alone && rows[row].argument != NULL && of_all != NULL && o->value[row] != NULL &&
            of_all != o->value[row])
            refuse_twice(row);
        if (o->value[row] == NULL)
            o->value[row] = of_all;
    }
    if (!is_alone && o->count == 0)
        refuse(NULL, "then", "it stands between two methods", NULL);
}

struct options parse_options(int argc, char **argv)
{
    struct draws draws = {.last = NULL};
    begin_draw(&draws, argv + (argc > 0));
    read_command_line(&draws, argc, argv);
    for (int row = 0; row < OPTIONS; row++)
        if ((of_all_or_each & OPTION_BIT(row)) != 0)
            settle_all_or_each(&draws, row);
    for (struct options *o = draws.first; o != NULL; o = o->then)
        settle_draw(&draws, o);
    return *draws.first;
}

bool is_given(const struct options *options, enum option_name name)
{
    return options->value[name] != NULL;
}

void refuse_other_options(const struct options *options, const char *where, uint64_t takes)
{
    for (int i = 0; i < OPTIONS; i++) {
        if (options->value[i] == NULL || (takes & OPTION_BIT(i)) != 0)
            continue;
        char name[32];
        snprintf(name, sizeof name, "--%s", rows[i].name);
        refuse(where, name,
               find_command(where) != NULL ? "the command does not take the option"
                                           : "this method does not take the option",
               NULL);
    }
}

void print_option(enum option_name name)
{
    enum { HELP_COLUMN = 24 };
    const struct option_row *row = &rows[name];
    char label[64];
    int width = snprintf(label, sizeof label, "  --%s", row->name);
    if (row->letter != 0)
        width += snprintf(label + width, sizeof label - (size_t)width, ", -%c", row->letter);
    if (row->argument != NULL)
        snprintf(label + width, sizeof label - (size_t)width, " %s", row->argument);
    print_paragraph(label, HELP_COLUMN, row->help);
}

void print_options(void)
{
    for (int i = 0; i < OPTIONS; i++) {
        if (rows[i].heading != NULL)
            printf("%s%s\n", i > 0 ? "\n" : "", rows[i].heading);
        print_option((enum option_name)i);
    }
}
