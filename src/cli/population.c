/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Elements of lists, by what they look like.
 */
#include "population.h"

#include "big.h"
#include "error.h"
#include "text.h"

#include <string.h>

bool is_list(const char *text)
{
    return strpbrk(text, ",[") != NULL;
}

/* NumPy takes the rows of a list of lists. Here are no rows, and split() would cut them up. */
struct list list_of_elements(const struct call *c, const char *text)
{
    const struct list list = split(text);
    for (size_t i = 0; i < list.count; i++)
        if (list.items[i][0] == '[')
            refuse(c->method->name, name_of(c, 0),
                   "lists in lists are not taken here: give one list", text);
    return list;
}

struct list list_of_arguments(const struct call *c)
{
    if (c->count == 1 && is_list(c->args[0]))
        return list_of_elements(c, c->args[0]);
    return (struct list){.count = (size_t)c->count, .items = c->args};
}

static bool are_all(const struct list *list, bool (*is_one)(const char *text))
{
    for (size_t i = 0; i < list->count; i++)
        if (!is_one(list->items[i]))
            return false;
    return true;
}

static bool is_int64(const char *text)
{
    int64_t value;
    return is_integer(text) && to_int64(text, &value);
}

static bool is_no_integer(const char *text)
{
    return !is_integer(text);
}

/* The digits that Python prints of a number. */
static char *literal_of(const char *text)
{
    struct big big;
    if (!is_integer(text)) {
        double x = read_double(NULL, NULL, text);
        char *digits = allocate(ELEMENT_TEXT + 1);
        *put_element(digits, KIND_DOUBLE, &x, 0, &python_spelling) = '\0';
        return digits;
    }
    parse_big(text, &big);
    char *digits = allocate(text_size_of_big(big.count));
    put_big(digits, &big);
    return digits;
}

static void take_integers(struct population *p, const struct list *list)
{
    int64_t *values = p->values;
    p->kind = KIND_INT64;
    for (size_t i = 0; i < list->count; i++)
        to_int64(list->items[i], &values[i]);
}

static void take_doubles(struct population *p, const struct list *list, const struct call *c)
{
    double *values = p->values;
    p->kind = KIND_DOUBLE;
    for (size_t i = 0; i < list->count; i++)
        values[i] = read_double(c->method->name, name_of(c, 0), list->items[i]);
}

static void take_texts(struct population *p, const struct list *list, enum kind kind)
{
    const char **values = p->values;
    p->kind = kind;
    for (size_t i = 0; i < list->count; i++)
        values[i] = kind == KIND_STR ? list->items[i] : literal_of(list->items[i]);
}

/* As Python writes it: the text between the quotes, which are taken off. */
static char *unquoted(const struct call *c, const char *item)
{
    size_t length = strlen(item);
    char quote = item[0];
    char *word = strcpy(allocate(length + 1), item);
    bool is_ended = length > 1 && item[length - 1] == quote;
    if (is_ended)
        word[length - 1] = '\0';
    word++;
    if (!is_ended || strchr(word, quote) != NULL || strchr(word, '\\') != NULL)
        refuse(c->method->name, name_of(c, 0),
               "between quotes, a comma, a backslash or the same quote is not read", item);
    return word;
}

/* Within brackets, words may be as Python writes them. Returns whether one of them is. */
static bool take_quotes_off(const struct call *c, const struct list *list)
{
    bool has_quotes = false;
    bool is_bracketed =
        list->text != NULL && strchr("[(", c->args[0][strspn(c->args[0], " \t")]) != NULL;
    for (size_t i = 0; is_bracketed && i < list->count; i++) {
        if (list->items[i][0] != '\'' && list->items[i][0] != '"')
            continue;
        list->items[i] = unquoted(c, list->items[i]);
        has_quotes = true;
    }
    return has_quotes;
}

/* In an array of NumPy, all numbers are of one type; in a list of Python, each has its own. */
struct population read_population(const struct call *c, const struct list *list)
{
    struct population p = {.count = list->count};
    p.values = allocate((list->count + 1) * sizeof(int64_t));
    if (take_quotes_off(c, list)) {
        take_texts(&p, list, KIND_STR);
        return p;
    }
    bool are_numbers = are_all(list, is_number);
    if (are_all(list, is_integer) && !c->is_python)
        for (size_t i = 0; i < list->count; i++)
            read_int64(c->method->name, name_of(c, 0), list->items[i]);
    if (are_all(list, is_int64))
        take_integers(&p, list);
    else if (are_numbers && c->is_python && !are_all(list, is_no_integer))
        take_texts(&p, list, KIND_LITERAL);
    else if (are_numbers)
        take_doubles(&p, list, c);
    else
        take_texts(&p, list, KIND_STR);
    return p;
}

static void round_values(struct population *p)
{
    float *values = allocate((p->count + 1) * sizeof *values);
    for (size_t i = 0; i < p->count; i++)
        values[i] = (float)((const double *)p->values)[i];
    p->values = values;
}

void shape_as_values(struct call *c, struct population *p)
{
    struct dtype dtype = dtype_of_result(c, p->kind);
    if (p->kind == KIND_DOUBLE && dtype.kind == KIND_FLOAT)
        round_values(p);
    c->d->values = p->values;
    shape_as_kind(c, KIND_INT64, dtype);
}
