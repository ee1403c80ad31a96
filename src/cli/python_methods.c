/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The methods of Python's random, from the list src/methods.def.
 */
#include "../../include/nprand_python.h"
#include "error.h"
#include "python.h"
#include "suggest.h"

#include <stdio.h>
#include <string.h>

/* ---- The list ----------------------------------------------------------------------------- */

/* fill_name draws by nprand_name_fill, with parameters from an array. */
#define P0()
#define P1(t1, n1, p1)                         , v[0].as_##t1
#define P2(t1, n1, p1, t2, n2, p2)             , v[0].as_##t1, v[1].as_##t2
#define P3(t1, n1, p1, t2, n2, p2, t3, n3, p3) , v[0].as_##t1, v[1].as_##t2, v[2].as_##t3
#define PY_DRAW(name, result, T, parameters, ...)                                                \
    static nprand_status fill_##name(nprand_rng *rng, const union value *v, size_t n, void *out) \
    {                                                                                            \
        (void)v;                                                                                 \
        return nprand_##name##_fill(rng parameters, n, (T *)out);                                \
    }
#include "../methods.def"

enum { KIND_OF_double = KIND_DOUBLE, KIND_OF_int64_t = KIND_INT64, KIND_OF_uint64_t = KIND_UINT64 };

/* Python's name is that of the row behind py_. */
#define P0()           \
    {                  \
        NULL, "", NULL \
    }
#define P1(type, name, text) \
    {                        \
#type, text, #name   \
    }
#define P2(t1, n1, p1, ...) P1(t1, n1, p1), P1(__VA_ARGS__)
#define P3(t1, n1, p1, ...) P1(t1, n1, p1), P2(__VA_ARGS__)
#define P4(t1, n1, p1, ...) P1(t1, n1, p1), P3(__VA_ARGS__)
#define P5(t1, n1, p1, ...) P1(t1, n1, p1), P4(__VA_ARGS__)
#define PY_DRAW(row, result, T, parameter_list, call, word_count, through, text) \
    {.name = &#row[3],                                                           \
     .summary = text,                                                            \
     .numpy = call,                                                              \
     .parameters = {parameter_list},                                             \
     .kind = (enum kind)KIND_OF_##T,                                             \
     .words = word_count,                                                        \
     .fill = fill_##row},
#define PY_ARRAY(row, parameter_list, call, through, text) \
    {.name = &#row[3], .summary = text, .numpy = call, .parameters = {parameter_list}},

const struct method py_methods[PY_METHODS] = {
#include "../methods.def"
};

/* ---- Ways --------------------------------------------------------------------------------- */

#define SIZE OPTION_BIT(OPTION_SIZE)

static const struct way py_ways[PY_METHODS] = {
    [PY_py_getrandbits] = {prepare_getrandbits, SIZE, NULL},
    [PY_py_randbytes] = {prepare_randbytes, 0, NULL},
    [PY_py_randrange] = {prepare_randrange, SIZE, NULL},
    [PY_py_randint] = {prepare_py_randint, SIZE, NULL},
    [PY_py_choice] = {prepare_py_choice, SIZE, NULL},
    [PY_py_choices] = {prepare_choices,
                       SIZE | OPTION_BIT(OPTION_WEIGHTS) | OPTION_BIT(OPTION_CUM_WEIGHTS), NULL},
    [PY_py_shuffle] = {prepare_py_shuffle, 0, "x"},
    [PY_py_sample] = {prepare_sample, SIZE | OPTION_BIT(OPTION_COUNTS), NULL},
    [PY_py_triangular] = {prepare_py_triangular, SIZE, NULL},
};

static const struct way py_by_fill = {prepare_filled, SIZE, NULL};

static const struct way *py_way_of(const struct method *m)
{
    const struct way *way = &py_ways[m - py_methods];
    return way->prepare != NULL ? way : &py_by_fill;
}

const struct method *find_py_method(const char *name)
{
    static const char module[] = "random.";
    if (strncmp(name, module, sizeof module - 1) == 0)
        name += sizeof module - 1;
    for (int i = 0; i < PY_METHODS; i++)
        if (is_for_command(&py_methods[i]) && strcmp(name, py_methods[i].name) == 0)
            return &py_methods[i];
    return NULL;
}

_Noreturn static void refuse_no_method(const char *word)
{
    const char *suggestion = suggest_python_method(word);
    if (strcmp(word, "help") == 0)
        refuse("python", NULL, "nprand python --help says what each method draws", word);
    if (suggestion != NULL)
        refuse_suggesting("python: no such method", word, suggestion);
    refuse("python", NULL, "no such method; nprand python --help lists them", word);
}

/* Of choices and sample, the size is k. */
static void take_size_as_k(struct call *c)
{
    bool has_k = c->method == &py_methods[PY_py_choices] || c->method == &py_methods[PY_py_sample];
    if (!has_k || c->size == NULL || c->count == 0)
        return;
    if (c->count > 1)
        refuse(c->method->name, c->size_name, "k is an argument already", c->args[1]);
    char **args = allocate(2 * sizeof *args);
    args[0] = c->args[0];
    args[1] = allocate(strlen(c->size) + 1);
    strcpy(args[1], c->size);
    c->args = args;
    c->count = 2;
    c->size = NULL;
}

void prepare_python_draw(struct draw *d, const struct options *options, nprand_rng *rng)
{
    struct call c = begin_call(d, options, rng);
    c.is_python = true;
    c.method = find_py_method(options->words[0]);
    if (c.method == NULL)
        refuse_no_method(options->words[0]);
    c.way = py_way_of(c.method);
    take_size_as_k(&c);
    prepare_call(&c, common_options | OPTION_BIT(OPTION_PYTHON) | OPTION_BIT(OPTION_SEED_VERSION));
}

void print_python_methods(void)
{
    enum { SUMMARY_COLUMN = 37 };
    for (const struct method *m = py_methods; m < py_methods + PY_METHODS; m++) {
        if (!is_for_command(m))
            continue;
        int width = printf("  ") + print_call(m, py_way_of(m));
        printf("%*s%s\n", width < SUMMARY_COLUMN ? SUMMARY_COLUMN - width : 1, "", m->summary);
    }
}
