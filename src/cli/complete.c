/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Completion: the tables of methods, commands and options, and what a word begins with.
 */
#include "complete.h"

#include "commands.h"
#include "help.h"
#include "hist.h"
#include "methods.h"
#include "python.h"

#include <stdio.h>
#include <string.h>

/* The values that can be listed. tests/cli/manners.sh tries each of them. */
static const struct {
    enum option_name option;
    const char *values;
} listed_values[] = {
    {OPTION_FORMAT, "numpy lines csv json raw npy"},
    {OPTION_DTYPE, "bool int8 int16 int32 int64 int uint8 uint16 uint32 uint64 float32 float64"},
    {OPTION_BYTE_ORDER, "little big"},
    {OPTION_LONG_BITS, "32 64"},
};

/* What is known of the word to complete. */
struct completion {
    const char *begin;  /* what is there of it */
    const char *prefix; /* stands before each candidate: "--format=" */
    int prefix_length;
    int option;        /* the word is its value; -1: of none */
    int words;         /* that are no options, before it, in this draw */
    const char *first; /* of these, or NULL; of nprand python, python in each draw */
    const char *second;
    bool follows;    /* the draw stands behind "then" */
    bool only_words; /* after "--": words alone follow */
};

/* ---- Candidates ---------------------------------------------------------------------------- */

static void offer(const struct completion *c, const char *mark, const char *word, int length,
                  const char *text)
{
    size_t begun = strlen(c->begin);
    char name[64];
    snprintf(name, sizeof name, "%s%.*s", mark, length, word);
    if (strncmp(name, c->begin, begun) != 0)
        return;
    printf("%.*s%s\t%.*s\n", c->prefix_length, c->prefix, name, (int)strcspn(text, "\n"), text);
}

static void offer_word(const struct completion *c, const char *word, const char *text)
{
    offer(c, "", word, (int)strlen(word), text);
}

static void offer_methods(const struct completion *c)
{
    for (const struct method *m = methods; m < methods + METHODS; m++)
        if (m->name != NULL && is_for_command(m))
            offer_word(c, m->name, m->summary);
}

static void offer_python_methods(const struct completion *c)
{
    for (const struct method *m = py_methods; m < py_methods + PY_METHODS; m++)
        if (is_for_command(m))
            offer_word(c, m->name, m->summary);
}

static void offer_commands(const struct completion *c)
{
    for (const struct command *command = commands; command->name != NULL; command++)
        if (command->summary != NULL)
            offer_word(c, command->name, command->summary);
}

static void offer_topics(const struct completion *c)
{
    for (int i = 0; topic_name(i) != NULL; i++)
        offer_word(c, topic_name(i), "all of them");
}

static bool is_python(const struct completion *c)
{
    return c->first != NULL && strcmp(c->first, "python") == 0;
}

static uint64_t options_of_first(const char *first)
{
    const struct method *m = find_method(first);
    const struct command *command = find_command(first);
    if (m != NULL)
        return options_of(m);
    return command != NULL && command->takes != 0 ? command->takes : UINT64_MAX;
}

/* Those that the method or the command takes, and all if neither is known. */
static uint64_t options_taken(const struct completion *c)
{
    if (c->first == NULL)
        return UINT64_MAX;
    uint64_t takes = options_of_first(c->first);
    const struct method *m = c->second != NULL ? find_method(c->second) : NULL;
    if (strcmp(c->first, "hist") == 0 && m != NULL)
        takes &= options_of(m) | HIST_OWN_OPTIONS;
    return takes;
}

static void offer_options(const struct completion *c, const char *mark, uint64_t takes)
{
    takes |= OPTION_BIT(OPTION_HELP) | OPTION_BIT(OPTION_VERSION);
    for (int i = 0; i < OPTIONS; i++) {
        const struct option_row *row = option_row((enum option_name)i);
        if ((takes & OPTION_BIT(i)) != 0)
            offer(c, mark, row->name, (int)strlen(row->name), row->help);
    }
}

static void offer_values(const struct completion *c)
{
    if (strcmp(option_row((enum option_name)c->option)->argument, "FILE") == 0)
        puts(":file");
    for (size_t i = 0; i < sizeof listed_values / sizeof listed_values[0]; i++) {
        const char *at = listed_values[i].values;
        if ((int)listed_values[i].option != c->option)
            continue;
        while (*at != '\0') {
            int length = (int)strcspn(at, " ");
            offer(c, "", at, length, "");
            at += length + (at[length] == ' ');
        }
    }
}

/* The word of the arguments that stands at this place. */
static void offer_argument(const struct completion *c, const char *arguments)
{
    static const char options[] = "[options] ";
    if (strncmp(arguments, options, strlen(options)) == 0)
        arguments += strlen(options);
    for (int i = 1; i < c->words && *arguments != '\0'; i++) {
        arguments += strcspn(arguments, " ");
        arguments += strspn(arguments, " ");
    }
    char place[64];
    snprintf(place, sizeof place, "%.*s", (int)strcspn(arguments, " "), arguments);
    if (strstr(place, "FILE") != NULL)
        puts(":file");
    if (strstr(place, "METHOD") != NULL && is_python(c))
        offer_python_methods(c);
    else if (strstr(place, "METHOD") != NULL)
        offer_methods(c);
    if (strstr(place, "COMMAND") != NULL)
        offer_commands(c);
    if (strstr(place, "OPTION") != NULL)
        offer_options(c, "", UINT64_MAX);
    if (strstr(place, "TOPIC") != NULL)
        offer_topics(c);
}

static void offer_words(const struct completion *c)
{
    if (c->words == 0) {
        offer_methods(c);
        if (!c->follows)
            offer_commands(c);
        return;
    }
    const struct command *command = find_command(c->first);
    if (command != NULL)
        offer_argument(c, command->arguments);
    if (find_method(c->first) != NULL || (is_python(c) && c->words > 1))
        offer_word(c, "then", "another draw from the same stream");
}

/* ---- The words before ---------------------------------------------------------------------- */

/* The option that takes the next word as its value; -1: none. */
static int option_before(const char *word)
{
    int i = find_option(word);
    return i >= 0 && option_row((enum option_name)i)->argument != NULL ? i : -1;
}

/* Negative numbers are no options. */
static bool is_option_word(const struct completion *c, const char *word)
{
    return !c->only_words && word[0] == '-' && strchr(".0123456789", word[1]) == NULL;
}

/* The word python stands before the first draw alone. */
static void begin_next_draw(struct completion *c)
{
    c->follows = true;
    c->second = NULL;
    c->words = is_python(c) ? 1 : 0;
    if (c->words == 0)
        c->first = NULL;
}

/* A shell that divides words at "=" makes three of --format=csv. */
static void read_word(struct completion *c, const char *word)
{
    bool is_value = c->option >= 0;
    if (is_value && strcmp(word, "=") == 0)
        return;
    c->option = -1;
    if (is_value)
        return;
    if (strcmp(word, "--") == 0)
        c->only_words = true;
    else if (is_option_word(c, word))
        c->option = option_before(word);
    else if (strcmp(word, "then") == 0)
        begin_next_draw(c);
    else if (c->words++ == 0)
        c->first = word;
    else if (c->words == 2)
        c->second = word;
}

/* Of --format=csv, too, the value alone is to be completed. */
static void read_last_word(struct completion *c, const char *word)
{
    char name[64];
    const char *equals = strchr(word, '=');
    bool is_divided = c->option >= 0 && equals == word;
    c->begin = is_divided ? word + 1 : word;
    if (c->option >= 0 || strncmp(word, "--", 2) != 0 || equals == NULL)
        return;
    snprintf(name, sizeof name, "%.*s", (int)(equals - word), word);
    c->option = option_before(name);
    c->begin = equals + 1;
    c->prefix = word;
    c->prefix_length = (int)(equals + 1 - word);
}

void print_candidates(const struct options *options)
{
    struct completion c = {.begin = "", .prefix = "", .option = -1};
    for (int i = 1; i + 1 < options->count; i++)
        read_word(&c, options->words[i]);
    if (options->count > 1)
        read_last_word(&c, options->words[options->count - 1]);
    if (c.option >= 0)
        offer_values(&c);
    else if (c.begin[0] == '-' && !c.only_words)
        offer_options(&c, "--", options_taken(&c));
    else
        offer_words(&c);
}
