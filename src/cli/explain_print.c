/* SPDX-License-Identifier: BSD-3-Clause
 *
 * What a search has found, in words.
 */
#include "explain_print.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { MOST_PRINTED_MATCHES = 8, SOME_MATCHES = 3 };

/* ---- Calls ---- */

/* Of a size, which is not 0. */
static int roundness(uint32_t n)
{
    int score = (n & (n - 1)) == 0 ? 2 : 0;
    for (; n % 10 == 0; n /= 10)
        score += 2;
    return score;
}

/* Of the sizes that fit, the one that a person would write: 100 rather than 97. */
static uint32_t roundest(const struct range *r)
{
    enum { MOST_LOOKED_AT = 100000 };
    uint32_t best = r->least;
    for (uint32_t n = r->least; n < r->most && n - r->least < MOST_LOOKED_AT; n++)
        if (roundness(n + 1) > roundness(best))
            best = n + 1;
    return best;
}

/* The escapes mean the same in C and in Python. Python 2 takes bytes, not characters. */
static void put_quoted(const char *text, bool is_bytes)
{
    for (; *text != '\0'; text++) {
        unsigned char c = (unsigned char)*text;
        if (c < ' ' || c == 127 || (is_bytes && c > 127))
            printf("\\%03o", (unsigned)c);
        else if (c == '\'' || c == '"' || c == '\\')
            printf("\\%c", c);
        else
            putchar(c);
    }
}

static void put_list(const struct seed *seed)
{
    for (size_t i = 0; i < seed->count; i++)
        printf("%s%" PRIu32, i == 0 ? "" : ", ", seed->list[i]);
}

/* Python takes no zeros before other digits. */
static const char *digits_of(const char *text)
{
    text += strspn(text, "+-");
    while (text[0] == '0' && text[1] != '\0')
        text++;
    return text;
}

/* R's seeds are int: it takes -1, not 2^32 - 1. */
static void put_number(const struct match *m, const struct seed *seed)
{
    if (!seed->is_number)
        printf("%s%s", *seed->text == '-' ? "-" : "", digits_of(seed->text));
    else if (m->how->seeding == SEED_R && seed->number > INT32_MAX)
        printf("%" PRId64, (int64_t)seed->number - UINT32_MAX - 1);
    else
        printf("%" PRIu64, seed->number);
}

static bool is_seeded_by_text(const struct match *m)
{
    return m->how->seeding >= SEED_TEXT;
}

static void put_seed(const struct match *m, const struct seed *seed)
{
    if (is_seeded_by_text(m))
        put_quoted(seed->text, m->how->seeding == SEED_TEXT_1);
    else if (seed->is_list)
        put_list(seed);
    else
        put_number(m, seed);
}

/* Of a seed that was typed: calls for numbers below 2^32 have no length. */
static void put_length(const struct match *m, const struct seed *seed)
{
    size_t length = seed->count;
    if (is_seeded_by_text(m))
        length = strlen(seed->text);
    else if (!seed->is_list)
        length = (*seed->text == '-') + strlen(digits_of(seed->text));
    printf("%zu", length);
}

static bool is_ascii(const char *text)
{
    while (*text != '\0' && (unsigned char)*text <= 127)
        text++;
    return *text == '\0';
}

/* As typed, on one line. */
static void put_title(const struct seed *seed)
{
    if (seed->text == NULL)
        printf("%" PRIu64, seed->number);
    for (const char *c = seed->text; c != NULL && *c != '\0'; c++)
        putchar((unsigned char)*c < ' ' || *c == 127 ? '?' : *c);
}

static void put_plus(const struct match *m)
{
    if (m->range.low != 0)
        printf("%" PRId64 " + ", m->range.low);
}

enum field {
    FIELD_SEED,
    FIELD_NONZERO,
    FIELD_LOW,
    FIELD_LAST,
    FIELD_HIGH,
    FIELD_N,
    FIELD_PLUS,
    FIELD_TYPE_8,
    FIELD_TYPE_16,
    FIELD_WORD,
    FIELD_LENGTH,
    FIELD_B,
    FIELDS
};

static const char *const field_names[FIELDS] = {"seed", "nonzero", "low",    "last", "high",   "n",
                                                "plus", "type8",   "type16", "word", "length", "b"};

/* FIELDS if the template means a brace. */
static enum field find_field(const char *name, size_t length)
{
    int field = 0;
    while (field < FIELDS &&
           (strlen(field_names[field]) != length || memcmp(name, field_names[field], length) != 0))
        field++;
    return (enum field)field;
}

static void put_field(const struct match *m, const struct seed *seed, enum field field)
{
    uint32_t n = roundest(&m->range);
    int64_t low = m->range.low, high = low + n;
    switch (field) {
    case FIELD_SEED:
    case FIELD_NONZERO:
    case FIELD_WORD:
        put_seed(m, seed);
        break;
    case FIELD_LOW:
        printf("%" PRId64, low);
        break;
    case FIELD_LAST:
        printf("%" PRId64, high - 1);
        break;
    case FIELD_HIGH:
        printf("%" PRId64, high);
        break;
    case FIELD_N:
        printf("%" PRIu32, n);
        break;
    case FIELD_PLUS:
        put_plus(m);
        break;
    case FIELD_TYPE_8:
        fputs(low < 0 ? "int8" : "uint8", stdout);
        break;
    case FIELD_TYPE_16:
        fputs(high <= INT16_MAX + 1 ? "int16" : "uint16", stdout);
        break;
    case FIELD_LENGTH:
        put_length(m, seed);
        break;
    case FIELD_B:
        fputs(is_ascii(seed->text) ? "" : "b", stdout);
        break;
    default:
        break;
    }
}

/* A template with its fields filled in, up to a line end. */
static void put_template(const struct match *m, const struct seed *seed, const char *text)
{
    while (*text != '\0' && *text != '\n') {
        size_t length = *text == '{' ? strcspn(text + 1, "}") : 0;
        enum field field = find_field(text + 1, length);
        if (field == FIELDS) {
            putchar(*text++);
        } else {
            put_field(m, seed, field);
            text += length + 2;
        }
    }
}

static void print_call(const struct match *m, const struct seed *seed, const char *name,
                       const char *seeding, const char *draw)
{
    if (seeding == NULL || draw == NULL)
        return;
    printf("  %s: ", name);
    put_template(m, seed, seeding);
    putchar(' ');
    put_template(m, seed, draw);
    putchar('\n');
}

/* "NAME: call" for each line. */
static void print_tools(const struct match *m, const struct seed *seed, const char *lines)
{
    while (lines != NULL) {
        const char *colon = strstr(lines, ": ");
        if (is_line_for(m->how->seeding, seed, lines)) {
            printf("  %.*s: ", (int)(colon - lines), lines);
            put_template(m, seed, colon + 2);
            putchar('\n');
        }
        lines = strchr(lines, '\n');
        lines = lines == NULL ? NULL : lines + 1;
    }
}

/* ---- Matches ---- */

static void print_range(const struct match *m)
{
    if (m->how->form < FORM_MASKED || m->how->form == FORM_SHUFFLE)
        return;
    if (m->range.least != m->range.most)
        printf("  the range begins at %" PRId64 " and has %" PRIu32 " to %" PRIu32
               " integers: all of these sizes fit\n",
               m->range.low, m->range.least, m->range.most);
}

static void print_place(const struct match *m)
{
    if (m->place == 0)
        return;
    printf("  the numbers begin after %zu %s\n", m->place,
           m->how->form >= FORM_MASKED ? "words of the stream" : "other numbers");
}

/* The seed that a tool has without one, if this is it. */
static const struct usual_seed *usual_of(const struct match *m)
{
    for (int i = 0; i < 2; i++)
        if (m->how->usual[i].seed != 0 && m->how->usual[i].seed == m->seed)
            return &m->how->usual[i];
    return NULL;
}

/* Whether the calls in C are of nprand_python.h. */
static bool is_of_python(const struct seeding_calls *calls)
{
    return calls->c != NULL && strncmp(calls->c, "nprand_py_", strlen("nprand_py_")) == 0;
}

static void print_match(const struct match *m, const struct seed *typed)
{
    const struct usual_seed *usual = usual_of(m);
    struct seed counted = {.is_number = true, .number = m->seed};
    const struct seed *seed = usual != NULL || typed == NULL ? &counted : typed;
    const struct seeding_calls *calls = calls_of(m->how->seeding, seed);
    fputs("seed ", stdout);
    put_title(seed);
    printf(": %s: %s\n", calls->name, m->how->what);
    print_place(m);
    print_range(m);
    print_call(m, seed, "Python", calls->python, m->how->python);
    print_call(m, seed, is_of_python(calls) ? "C, nprand_python.h" : "C", calls->c, m->how->c);
    print_tools(m, seed, m->how->tools);
    if (usual != NULL)
        printf("  this is the seed of %s\n", usual->name);
    if (calls->c == NULL)
        puts("  libnprand and NumPy do not have this stream");
}

/* The range of a shuffle is known from the numbers. */
static struct match with_order(const struct query *q, struct match m)
{
    if (m.how->form == FORM_SHUFFLE)
        m.range = (struct range){.low = q->smallest,
                                 .least = (uint32_t)q->numbers.count,
                                 .most = (uint32_t)q->numbers.count};
    return m;
}

void print_matches(const struct query *q, const struct matches *found, const struct seed *seed)
{
    size_t shown = found->chance < 1 ? MOST_PRINTED_MATCHES : SOME_MATCHES;
    for (size_t i = 0; i < found->count && i < shown; i++) {
        struct match m = with_order(q, found->items[i]);
        print_match(&m, seed);
    }
    if (found->count > shown)
        printf("and %s%zu more\n", found->more ? "more than " : "", found->count - shown);
}

void print_chance(const struct matches *found, bool has_seed)
{
    const char *seed = has_seed ? "" : ", or the seed by --seed";
    double fits = found->chance;
    int digits = fits >= 0.5 ? 3 : fits >= SURE_CHANCE ? 2 : 1;
    printf("Chance alone would give %.*g fits among %.3g streams: ", digits, fits, found->tried);
    if (fits >= 0.5)
        printf("give more numbers, more digits%s.\n", seed);
    else if (fits >= SURE_CHANCE)
        printf("give one more number%s.\n", seed);
    else
        puts("this is no accident.");
}
