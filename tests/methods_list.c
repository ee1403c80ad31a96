/* SPDX-License-Identifier: BSD-3-Clause
 *
 * methods_list: compares src/methods.def with the headers, and prints what is to stand elsewhere.
 *
 *     methods_list numpy       the table of docs/methods.md
 *     methods_list python      the rows of docs/python.md for what draws
 *     methods_list functions   the functions that the rows stand for
 *     methods_list methods     the methods of NumPy, or after py_ of Python, that the rows stand for
 *     methods_list words       checks how many words a value takes
 *
 * That the file compiles is a test: each function is declared as its row says.
 */
#define NPRAND_NO_NODISCARD
#include "nprand.h"
#include "nprand_python.h"

#include <stdio.h>
#include <string.h>

/* ---- The declarations --------------------------------------------------------------------- */

#define P0()
#define P1(t1, n1, p1)                  , t1
#define P2(t1, n1, p1, t2, n2, p2)      P1(t1, n1, p1), t2
#define P3(t1, n1, p1, t2, n2, p2, ...) P2(t1, n1, p1, t2, n2, p2) P1(__VA_ARGS__)
#define P4(t1, n1, p1, t2, n2, p2, ...) P2(t1, n1, p1, t2, n2, p2) P2(__VA_ARGS__)
#define P5(t1, n1, p1, t2, n2, p2, ...) P2(t1, n1, p1, t2, n2, p2) P3(__VA_ARGS__)
#define DECLARED(function, result, ...)                                          \
    _Static_assert(_Generic(&function, result(*)(__VA_ARGS__) : 1, default : 0), \
                   #function " is not declared as src/methods.def says");
#define FILLED(name, ...) DECLARED(nprand_##name##_fill, nprand_status, __VA_ARGS__)
#define DRAW(name, result, T, parameters, ...)              \
    DECLARED(nprand_##name, result, nprand_rng *parameters) \
    FILLED(name, nprand_rng *parameters, size_t, T *)
#define PACKED  DRAW
#define PY_DRAW DRAW
#define WEIGHTED(name, result, T, parameters, ...)          \
    DECLARED(nprand_##name, result, nprand_rng *parameters) \
    FILLED(name, nprand_rng *parameters, size_t, T *, nprand_work)
#define SAMPLE(name, T, parameters, ...) \
    FILLED(name, nprand_rng *parameters, size_t, T *, nprand_work)
#define ROWS(name, T, parameters, ...)                                  \
    DECLARED(nprand_##name, nprand_status, nprand_rng *parameters, T *) \
    FILLED(name, nprand_rng *parameters, size_t, T *)
#define ARRAY(name, parameters, ...) DECLARED(nprand_##name, nprand_status, nprand_rng *parameters)
#define PY_ARRAY                     ARRAY
#include "../src/methods.def"

/* The each forms: a pointer and a step for each parameter. */
#define P1(t1, n1, p1)      , const t1 *, ptrdiff_t
#define P2(t1, n1, p1, ...) P1(t1, n1, p1) P1(__VA_ARGS__)
#define P3(t1, n1, p1, ...) P1(t1, n1, p1) P2(__VA_ARGS__)
#define EACH(name, result, T, parameters, ...) \
    DECLARED(nprand_##name##_each, nprand_status, nprand_rng *parameters, size_t, T *)
#define PACKED EACH
#include "../src/methods.def"

/* ---- The rows ----------------------------------------------------------------------------- */

enum { MOST_PARAMETERS = 5 };

enum kind { KIND_DRAW, KIND_WEIGHTED, KIND_SAMPLE, KIND_ROWS, KIND_ARRAY };

struct parameter {
    const char *type;
    const char *name;
    const char *numpy;
};

struct row {
    const char *name;
    bool python;
    bool each; /* whether it has the each form */
    enum kind kind;
    const char *result;
    const char *element;
    struct parameter parameters[MOST_PARAMETERS + 1]; /* and one without a type */
    const char *numpy;
    const char *through;
};

#define P0()             \
    {                    \
        NULL, NULL, NULL \
    }
#define P1(type, name, text) \
    {                        \
#type, #name, text   \
    }
#define P2(t1, n1, p1, ...) P1(t1, n1, p1), P1(__VA_ARGS__)
#define P3(t1, n1, p1, ...) P1(t1, n1, p1), P2(__VA_ARGS__)
#define P4(t1, n1, p1, ...) P1(t1, n1, p1), P3(__VA_ARGS__)
#define P5(t1, n1, p1, ...) P1(t1, n1, p1), P4(__VA_ARGS__)
#define DRAW(name, result, T, parameters, numpy, words, through, summary) \
    {#name, false, false, KIND_DRAW, #result, #T, {parameters}, numpy, through},
#define EACH(name, result, T, parameters, numpy, words, through, summary) \
    {#name, false, true, KIND_DRAW, #result, #T, {parameters}, numpy, through},
#define PACKED EACH
#define PY_DRAW(name, result, T, parameters, numpy, words, through, summary) \
    {#name, true, false, KIND_DRAW, #result, #T, {parameters}, numpy, through},
#define WEIGHTED(name, result, T, parameters, numpy, words, through, summary) \
    {#name, false, false, KIND_WEIGHTED, #result, #T, {parameters}, numpy, through},
#define SAMPLE(name, T, parameters, numpy, through) \
    {#name, false, false, KIND_SAMPLE, NULL, #T, {parameters}, numpy, through},
#define ROWS(name, T, parameters, numpy, through, summary) \
    {#name, false, false, KIND_ROWS, NULL, #T, {parameters}, numpy, through},
#define ARRAY(name, parameters, numpy, through, summary) \
    {#name, false, false, KIND_ARRAY, NULL, NULL, {parameters}, numpy, through},
#define PY_ARRAY(name, parameters, numpy, through, summary) \
    {#name, true, false, KIND_ARRAY, NULL, NULL, {parameters}, numpy, through},

static const struct row rows[] = {
#include "../src/methods.def"
};

enum { COUNT = sizeof rows / sizeof rows[0] };

/* ---- The tables of the documents ---------------------------------------------------------- */

static void print_variable(const char *type, const char *name)
{
    printf(type[strlen(type) - 1] == '*' ? ", %s%s" : ", %s %s", type, name);
}

/* The declaration: of the scalar, or of the fill where that is all. */
static void print_declaration(const struct row *row)
{
    bool fill = row->kind == KIND_SAMPLE;
    const char *result =
        fill || row->kind == KIND_ROWS || row->kind == KIND_ARRAY ? "nprand_status" : row->result;
    printf("%s nprand_%s%s(nprand_rng *rng", result, row->name, fill ? "_fill" : "");
    for (const struct parameter *p = row->parameters; p->type != NULL; p++)
        print_variable(p->type, p->name);
    if (fill)
        print_variable("size_t", "n");
    if (fill || row->kind == KIND_ROWS)
        printf(", %s *out", row->element);
    if (fill)
        print_variable("nprand_work", "work");
    printf(")");
}

/* What NumPy or Python calls, and what is said about it behind the last parenthesis. */
static void print_call(const struct row *row)
{
    const char *end = strrchr(row->numpy, ')');
    if (end != NULL) {
        printf("`%.*s`%s", (int)(end + 1 - row->numpy), row->numpy, end + 1);
        return;
    }
    const char *separator = "";
    printf("`%s(", row->python ? row->name + strlen("py_") : row->name);
    for (const struct parameter *p = row->parameters; p->type != NULL; p++) {
        if (*p->numpy == '\0')
            continue;
        printf("%s%s", separator, p->numpy);
        separator = ", ";
    }
    printf(")`");
}

static void print_rows(bool python)
{
    for (const struct row *row = rows; row < rows + COUNT; row++) {
        if (row->python != python)
            continue;
        printf("| ");
        print_call(row);
        printf(" | `");
        print_declaration(row);
        printf("` | ");
        if (python)
            printf("%s| ", row->kind == KIND_DRAW ? "yes " : "");
        printf("%s |\n", row->through);
    }
}

static void print_functions(void)
{
    for (const struct row *row = rows; row < rows + COUNT; row++) {
        if (row->kind != KIND_SAMPLE)
            printf("%s\n", row->name);
        if (row->kind != KIND_ARRAY)
            printf("%s_fill\n", row->name);
        if (row->each)
            printf("%s_each\n", row->name);
    }
}

static void print_methods(void)
{
    for (const struct row *row = rows; row < rows + COUNT; row++) {
        int length = (int)strcspn(row->numpy, "(");
        if (length == 0)
            printf("%s\n", row->name);
        else
            printf("%s%.*s\n", row->python ? "py_" : "", length, row->numpy);
    }
}

/* ---- The words of a value ----------------------------------------------------------------- */

enum { VALUES = 10 };

static int failures;

static nprand_rng *fresh(nprand_rng *rng)
{
    nprand_seed(rng, 1);
    return rng;
}

static void check_words(const char *name, int words, nprand_status status, const nprand_rng *drawn)
{
    nprand_rng skipped;
    nprand_state a, b;
    nprand_advance(fresh(&skipped), VALUES * (uint64_t)words);
    nprand_get_state(&skipped, &a);
    nprand_get_state(drawn, &b);
    if (words == 0 || (status == NPRAND_OK && a.pos == b.pos))
        return;
    printf("%s: status %d, and %d values of %d words left the state at %d\n", name, (int)status,
           VALUES, words, (int)b.pos);
    failures++;
}

/* The parameters are ascending fractions, which each row with a fixed number of words takes. */
#define P0()
#define P1(t1, n1, p1)      , (t1)0.25
#define P2(t1, n1, p1, ...) , (t1)0.125 P1(__VA_ARGS__)
#define P3(t1, n1, p1, ...) , (t1)0.0625 P2(__VA_ARGS__)
#define DRAW(name, result, T, parameters, numpy, words, through, summary)                     \
    check_words(#name, words,                                                                 \
                words == 0                                                                    \
                    ? NPRAND_OK                                                               \
                    : nprand_##name##_fill(fresh(&rng) parameters, VALUES, (T *)(void *)out), \
                &rng);
#define PY_DRAW DRAW

static void check_all_words(void)
{
    nprand_rng rng = {0};
    double out[VALUES];
#include "../src/methods.def"
}

int main(int argc, char **argv)
{
    const char *what = argc == 2 ? argv[1] : "";
    if (strcmp(what, "numpy") == 0 || strcmp(what, "python") == 0)
        print_rows(strcmp(what, "python") == 0);
    else if (strcmp(what, "functions") == 0)
        print_functions();
    else if (strcmp(what, "methods") == 0)
        print_methods();
    else if (strcmp(what, "words") == 0)
        check_all_words();
    else
        return 2;
    return failures != 0;
}
