/* SPDX-License-Identifier: BSD-3-Clause
 *
 * "nprand help METHOD": from the list of methods, and the domains of explained.c.
 */
#include "help_method.h"

#include "draw_each.h"
#include "error.h"
#include "explained.h"
#include "lines.h"

#include <stdio.h>
#include <string.h>

enum { COLUMN = 11 };

static bool takes_size(const struct method *m)
{
    return (options_of(m) & OPTION_BIT(OPTION_SIZE)) != 0;
}

/* ---- Parameters ---------------------------------------------------------------------------- */

static void print_parameter(const struct method *m, int i)
{
    char name[32];
    const char *text = m->parameters[i].text;
    const char *domain = explanations[m - methods].domains[i];
    const char *value = default_of(m, i);
    snprintf(name, sizeof name, "  %.*s", (int)strcspn(text, "="), text);
    struct paragraph p = begin_paragraph(name, COLUMN);
    put_words(&p, domain != NULL ? domain : "?");
    if (value != NULL) {
        put_words(&p, "(default");
        put_words(&p, value);
        printf(")");
    }
    end_paragraph(&p);
}

static void print_array_parameters(const struct method *m)
{
    int count = array_parameter_count(m);
    struct paragraph p = {0, 0};
    if (count == 0)
        return;
    p = begin_paragraph("  lists", COLUMN);
    for (int i = 0; i < count; i++) {
        char name[32];
        const char *text = m->parameters[i].text;
        const char *mark = i + 2 < count ? "," : i + 2 == count ? " and" : "";
        snprintf(name, sizeof name, "%.*s%s", (int)strcspn(text, "="), text, mark);
        put_words(&p, name);
    }
    put_words(&p, count > 1 ? "may be lists:" : "may be a list:");
    put_words(&p, "1,2,3 or [[1], [2]]; as in NumPy, the shapes broadcast");
    end_paragraph(&p);
}

static void print_parameter_list(const struct method *m)
{
    printf("\n");
    for (int i = 0; i < parameter_count(m); i++)
        print_parameter(m, i);
    print_array_parameters(m);
    if (takes_size(m))
        print_paragraph("  size", COLUMN,
                        "the shape: 3, 2x3 or 2,3; also by --size (default: one value)");
    else if (parameter_count(m) == 0)
        print_paragraph("  d...", COLUMN, "the shape: none (one value), 3, or 2 3");
}

/* ---- Calls --------------------------------------------------------------------------------- */

static void print_numpy_call(const struct method *m)
{
    const char *call = explanations[m - methods].numpy;
    if (call != NULL) {
        printf("%-*snp.random.%s\n", COLUMN, "NumPy", call);
        return;
    }
    printf("%-*snp.random.%s(", COLUMN, "NumPy", m->name);
    for (int i = 0; i < parameter_count(m); i++)
        printf("%s%s", i > 0 ? ", " : "", m->parameters[i].text);
    if (takes_size(m))
        printf("%ssize=None", parameter_count(m) > 0 ? ", " : "");
    printf(")\n");
}

struct variables {
    int count;
    struct {
        const char *type;
        const char *name;
    } at[MAX_PARAMETERS + 4];
};

static void add_variable(struct variables *v, const char *type, const char *name)
{
    v->at[v->count].type = type;
    v->at[v->count++].name = name;
}

enum form { FORM_SCALAR, FORM_FILL, FORM_EACH };

/* A pointer to the values of a parameter, and a step. */
static void add_column(struct variables *v, const struct parameter *p)
{
    char *type = allocate(32);
    char *step = allocate(32);
    snprintf(type, 32, "const %s *", p->type);
    snprintf(step, 32, "%s_step", p->name);
    add_variable(v, type, p->name);
    add_variable(v, "ptrdiff_t", step);
}

static struct variables variables_of(const struct method *m, enum form form)
{
    char *out = allocate(32);
    bool fill = form != FORM_SCALAR;
    struct variables v = {.count = 0};
    add_variable(&v, "nprand_rng *", "rng");
    for (int i = 0; i < MAX_PARAMETERS && m->parameters[i].type != NULL; i++)
        if (form == FORM_EACH)
            add_column(&v, &m->parameters[i]);
        else
            add_variable(&v, m->parameters[i].type, m->parameters[i].name);
    if (fill)
        add_variable(&v, "size_t", m->row == ROW_ROWS ? "rows" : "n");
    if (m->row != ROW_ARRAY && (fill || m->row == ROW_ROWS || m->row == ROW_LAPACK)) {
        snprintf(out, 32, "%s *", m->element);
        add_variable(&v, out, "out");
    }
    if (m->row == ROW_LAPACK)
        add_variable(&v, "nprand_work", "work");
    return v;
}

static void print_function(const char *label, const struct method *m, enum form form)
{
    static const char *const endings[] = {"", "_fill", "_each"};
    char text[80];
    struct variables v = variables_of(m, form);
    struct paragraph p = begin_paragraph(label, COLUMN);
    bool is_status = form != FORM_SCALAR || m->result == NULL;
    p.column +=
        printf("%s nprand_%s%s(", is_status ? "nprand_status" : m->result, m->name, endings[form]);
    p.indent += 4;
    for (int i = 0; i < v.count; i++) {
        const char *type = v.at[i].type;
        snprintf(text, sizeof text, "%s%s%s%s", type, type[strlen(type) - 1] == '*' ? "" : " ",
                 v.at[i].name, i + 1 < v.count ? "," : ");");
        if (i == 0)
            p.column += printf("%s", text);
        else
            put_one_word(&p, text);
    }
    end_paragraph(&p);
}

/* Whether the row is another function of the same method, such as randint_int8 of randint. */
static bool is_variant(const struct method *row, const struct method *m)
{
    size_t length = strlen(m->name);
    return row != m && row->name != NULL && strncmp(row->numpy, m->name, length) == 0 &&
           row->numpy[length] == '(';
}

static void print_variants(const struct method *m)
{
    char text[64];
    int count = 0;
    struct paragraph p = {0, 0};
    for (const struct method *row = methods; row < methods + METHODS; row++) {
        if (!is_variant(row, m))
            continue;
        if (count++ == 0)
            p = begin_paragraph("", COLUMN);
        snprintf(text, sizeof text, "nprand_%s%s", row->name,
                 row->row == ROW_SAMPLE ? "_fill" : "");
        put_one_word(&p, text);
    }
    if (count > 0)
        end_paragraph(&p);
}

static void print_c_calls(const struct method *m)
{
    print_function("C", m, FORM_SCALAR);
    if (m->row != ROW_ARRAY)
        print_function("", m, FORM_FILL);
    if (array_parameter_count(m) > 0)
        print_function("", m, FORM_EACH);
    print_variants(m);
}

/* ---- The rest ------------------------------------------------------------------------------ */

static const char *result_of(const struct method *m)
{
    const char *result = explanations[m - methods].result;
    if (result != NULL)
        return result;
    return m->kind == KIND_DOUBLE ? "float64, or with --dtype float32" : "int64";
}

static void print_words(const struct method *m)
{
    char text[80];
    const char *words = explanations[m - methods].words;
    if (words == NULL && m->words == 0)
        words = "the number varies from value to value";
    if (words == NULL)
        snprintf(text, sizeof text, "%d of 32 bits for each value", m->words);
    print_paragraph("Words", COLUMN, words != NULL ? words : text);
}

/* Those that not every draw takes. */
static void print_own_options(const struct method *m)
{
    static const enum option_name own[] = {OPTION_SIZE, OPTION_DTYPE, OPTION_P, OPTION_NO_REPLACE};
    int count = 0;
    struct paragraph p = begin_paragraph("Options", COLUMN);
    for (size_t i = 0; i < sizeof own / sizeof own[0]; i++) {
        char name[32];
        if ((options_of(m) & OPTION_BIT(own[i])) == 0)
            continue;
        snprintf(name, sizeof name, "--%s", option_row(own[i])->name);
        put_words(&p, name);
        count++;
    }
    put_words(&p, count > 0 ? "and those of all methods:" : "those of all methods:");
    put_words(&p, "nprand help options");
    end_paragraph(&p);
}

void print_method_help(const struct method *m)
{
    const char *example = explanations[m - methods].example;
    printf("Usage: nprand [options] ");
    print_synopsis(m);
    printf("%s\n\n%s\n", takes_size(m) ? " [size]" : "", m->summary);
    print_parameter_list(m);
    printf("\n");
    print_numpy_call(m);
    print_c_calls(m);
    print_paragraph("Result", COLUMN, result_of(m));
    print_words(m);
    print_own_options(m);
    printf("%-*snprand --seed 0 %s %s\n", COLUMN, "Example", m->name,
           example != NULL ? example : "");
    printf("%-*sman 3 nprand_%s\n", COLUMN, "Manual", m->name);
}
