/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Names that are near a word.
 */
#include "suggest.h"

#include "commands.h"
#include "error.h"
#include "methods.h"
#include "options.h"
#include "python.h"

#include <stdio.h>
#include <string.h>

/* Longer words are near no name. */
enum { LONGEST = 40 };

/* ---- Names of other libraries -------------------------------------------------------------- */

static const struct {
    const char *name;
    const char *method;
} other_names[] = {
    {"bernoulli", "binomial"},
    {"betavariate", "beta"},
    {"binom", "binomial"},
    {"binomialvariate", "binomial"},
    {"cauchy", "standard_cauchy"},
    {"chi2", "chisquare"},
    {"choices", "choice"},
    {"expovariate", "exponential"},
    {"gammavariate", "gamma"},
    {"gauss", "normal"},
    {"gaussian", "normal"},
    {"integers", "randint"},
    {"lognormvariate", "lognormal"},
    {"lomax", "pareto"},
    {"mvn", "multivariate_normal"},
    {"nbinom", "negative_binomial"},
    {"normalvariate", "normal"},
    {"paretovariate", "pareto"},
    {"permuted", "permutation"},
    {"randbytes", "bytes"},
    {"randperm", "permutation"},
    {"randrange", "randint"},
    {"ranf", "random_sample"},
    {"sample", "random_sample"},
    {"seed", "--seed"},
    {"student_t", "standard_t"},
    {"vonmisesvariate", "vonmises"},
    {"weibullvariate", "weibull"},
    {"zeta", "zipf"},
};

enum { OTHER_NAMES = sizeof other_names / sizeof other_names[0] };

/* ---- Distance ------------------------------------------------------------------------------ */

static int least(int a, int b)
{
    return a < b ? a : b;
}

/* The distance of Damerau and Levenshtein: how many letters are missing, too many, wrong or
 * exchanged with their neighbour. Row i of the table has the distances of the first i letters of a
 * from the beginnings of b. */
static int distance(const char *a, const char *b)
{
    int table[LONGEST + 1][LONGEST + 1];
    int rows = (int)strlen(a);
    int columns = (int)strlen(b);
    for (int i = 0; i <= rows; i++) {
        for (int j = 0; j <= columns; j++) {
            if (i == 0 || j == 0) {
                table[i][j] = i + j;
                continue;
            }
            int d = least(table[i - 1][j], table[i][j - 1]) + 1;
            d = least(d, table[i - 1][j - 1] + (a[i - 1] != b[j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                d = least(d, table[i - 2][j - 2] + 1);
            table[i][j] = d;
        }
    }
    return table[rows][columns];
}

/* ---- The nearest name ---------------------------------------------------------------------- */

struct search {
    char word[LONGEST + 1];
    const char *nearest; /* NULL: no name is near yet */
    int distance;
    const char *longer; /* the first name that begins with the word */
    int longer_count;
};

/* Capitals and underscores are not told from small letters and hyphens. */
static void copy_name(char *to, const char *from, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        char c = from[i];
        to[i] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c == '_' ? '-' : c;
    }
    to[length] = '\0';
}

static bool begin_search(struct search *s, const char *word, size_t length)
{
    memset(s, 0, sizeof *s);
    if (length == 0 || length > LONGEST)
        return false;
    copy_name(s->word, word, length);
    return true;
}

/* A third of the letters may be wrong. */
static void consider(struct search *s, const char *name, const char *meant)
{
    char plain[LONGEST + 1];
    copy_name(plain, name, strlen(name));
    size_t length = strlen(s->word);
    size_t longest = strlen(plain) > length ? strlen(plain) : length;
    int d = distance(s->word, plain);
    if ((size_t)d * 3 <= longest && (s->nearest == NULL || d < s->distance)) {
        s->nearest = meant;
        s->distance = d;
    }
    if (length >= 3 && strncmp(plain, s->word, length) == 0 && s->longer_count++ == 0)
        s->longer = meant;
}

static const char *found_by(const struct search *s)
{
    if (s->nearest != NULL)
        return s->nearest;
    return s->longer_count == 1 ? s->longer : NULL;
}

static const char *quote(const char *before, const char *name)
{
    size_t bytes = strlen(before) + strlen(name) + 3;
    char *text = allocate(bytes);
    snprintf(text, bytes, "'%s%s'", before, name);
    return text;
}

/* ---- Methods and commands ------------------------------------------------------------------ */

/* The method's name in an expression such as np.random.RandomState(0).normal(0, .5). */
static const char *end_of_qualifier(const char *word)
{
    const char *name = word;
    for (const char *at = word; *at != '\0'; at++)
        if (*at == '.' && ((at[1] >= 'a' && at[1] <= 'z') || (at[1] >= 'A' && at[1] <= 'Z')))
            name = at + 1;
    return name;
}

static const char *nearest_word(const char *name, size_t length)
{
    struct search s;
    if (!begin_search(&s, name, length))
        return NULL;
    for (const struct method *m = methods; m < methods + METHODS; m++)
        if (m->name != NULL && is_for_command(m))
            consider(&s, m->name, m->name);
    for (const struct command *command = commands; command->name != NULL; command++)
        if (command->summary != NULL)
            consider(&s, command->name, command->name);
    for (int i = 0; i < OTHER_NAMES; i++)
        consider(&s, other_names[i].name, other_names[i].method);
    return found_by(&s);
}

/* Python's module has names of NumPy's, too: random.uniform may be of either. */
static const char *suggest_python(const char *word, const char *name, size_t length)
{
    char method[LONGEST + 1];
    if (strncmp(word, "random.", strlen("random.")) != 0 || name != word + strlen("random.") ||
        length > LONGEST)
        return NULL;
    snprintf(method, sizeof method, "%.*s", (int)length, name);
    if (find_py_method(method) == NULL)
        return NULL;
    const char *of_python = quote("python random.", method);
    if (find_method(method) == NULL)
        return of_python;
    size_t bytes = strlen(of_python) + length + sizeof "'' or ";
    char *both = allocate(bytes);
    snprintf(both, bytes, "'%s' or %s", method, of_python);
    return both;
}

const char *suggest_word(const char *word)
{
    const char *name = end_of_qualifier(word);
    size_t length = strcspn(name, "(");
    const char *python = suggest_python(word, name, length);
    if (python != NULL)
        return python;
    const char *nearest = nearest_word(name, length);
    return nearest != NULL ? quote("", nearest) : NULL;
}

const char *suggest_python_method(const char *word)
{
    const char *name = end_of_qualifier(word);
    struct search s;
    if (!begin_search(&s, name, strcspn(name, "(")))
        return NULL;
    for (const struct method *m = py_methods; m < py_methods + PY_METHODS; m++)
        if (is_for_command(m))
            consider(&s, m->name, m->name);
    const char *nearest = found_by(&s);
    return nearest != NULL ? quote("", nearest) : NULL;
}

/* ---- Options ------------------------------------------------------------------------------- */

const char *suggest_option(const char *word)
{
    const char *name = word + strspn(word, "-");
    struct search s;
    if (!begin_search(&s, name, strcspn(name, "=")))
        return NULL;
    for (int i = 0; i < OPTIONS; i++) {
        const char *option = option_row((enum option_name)i)->name;
        consider(&s, option, option);
    }
    const char *nearest = found_by(&s);
    return nearest != NULL ? quote("--", nearest) : NULL;
}

/* The newer interface of NumPy, and the bit generators that it has beside MT19937. */
static bool is_of_generator(const char *word)
{
    static const char *const names[] = {"default_rng", "Generator", "PCG64", "Philox", "SFC64"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (strstr(word, names[i]) != NULL)
            return true;
    return false;
}

void refuse_unknown(const char *thing, const char *listed, const char *word,
                    const char *(*suggest)(const char *word))
{
    char problem[128];
    if (suggest == suggest_word && is_of_generator(word))
        refuse(NULL, NULL, "nprand draws as RandomState; NumPy's Generator draws other numbers",
               word);
    const char *suggestion = suggest(word);
    if (suggestion == NULL) {
        snprintf(problem, sizeof problem, "no such %s; %s", thing, listed);
        refuse(NULL, NULL, problem, word);
    }
    snprintf(problem, sizeof problem, "no such %s", thing);
    refuse_suggesting(problem, word, suggestion);
}
