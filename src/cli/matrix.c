/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Rows between brackets or semicolons.
 */
#include "matrix.h"

#include "error.h"
#include "parse.h"

#include <string.h>

/* k rows, one behind the other. */
static bool is_flat(const struct list *rows, size_t k)
{
    return rows->count == 1 && k > 1;
}

/* The text with ';' in place of what stands between two rows, and without the brackets: the rows of
 * [[1, 0], [0, 1]] are 1, 0 and 0, 1. NULL if the brackets are not those of two levels. */
static char *rows_of(const char *text)
{
    char *rows = allocate(strlen(text) + 1);
    char *at = rows;
    int depth = 0;
    bool is_between = false;
    for (; *text != '\0'; text++) {
        bool opens = *text == '[' || *text == '(';
        bool closes = *text == ']' || *text == ')';
        depth += opens - closes;
        if (depth < 0 || depth > 2)
            return NULL;
        if (is_between && opens && depth != 2)
            return NULL;
        is_between = (is_between && !opens) || (closes && depth == 1);
        if (opens && depth == 2 && at > rows)
            *at++ = ';';
        if (opens || closes || (is_between && strchr(", \t\n", *text) != NULL))
            continue;
        if (is_between)
            return NULL;
        *at++ = *text;
    }
    *at = '\0';
    return depth == 0 ? rows : NULL;
}

_Noreturn static void refuse_matrix(const struct call *c, const char *what, const char *text)
{
    refuse(c->method->name, what, "not a matrix of as many rows and columns as mean has numbers",
           text);
}

double *read_matrix(const struct call *c, const char *what, const char *text, size_t k)
{
    char *plain = rows_of(text);
    if (plain == NULL)
        refuse_matrix(c, what, text);
    struct list rows = split_at(plain, ';');
    size_t count;
    if (is_flat(&rows, k)) {
        double *flat = read_list(c, what, plain, &count);
        if (count != k * k)
            refuse_matrix(c, what, text);
        return flat;
    }
    if (rows.count != k)
        refuse_matrix(c, what, text);
    double *matrix = allocate(k * k * sizeof *matrix);
    for (size_t i = 0; i < k; i++) {
        double *row = read_list(c, what, rows.items[i], &count);
        if (count != k)
            refuse_matrix(c, what, text);
        memcpy(matrix + i * k, row, k * sizeof *row);
        give_back(row);
    }
    return matrix;
}
