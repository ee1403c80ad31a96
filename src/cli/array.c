/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Lists in lists, read level by level.
 */
#include "array.h"

#include "error.h"

#include <string.h>

/* The text that is left, and what has been read of it. */
struct array_reader {
    const char *where;
    const char *what;
    const char *text; /* all of it, for messages */
    char *at;
    struct array array;
    bool closed[MAX_RANK]; /* whether a list of that level has ended: then its length is known */
};

_Noreturn static void refuse_array(const struct array_reader *r, const char *problem)
{
    refuse(r->where, r->what, problem, r->text);
}

static const char unequal[] = "not an array: the lists in it have unequal lengths";

static void pass_blanks(struct array_reader *r)
{
    r->at += strspn(r->at, " \t\n");
}

static bool take(struct array_reader *r, const char *characters)
{
    pass_blanks(r);
    if (*r->at == '\0' || strchr(characters, *r->at) == NULL)
        return false;
    r->at++;
    return true;
}

/* Elements stand on one level. */
static void settle_rank(struct array_reader *r, size_t rank)
{
    if (r->array.rank != 0 && r->array.rank != rank)
        refuse_array(r, unequal);
    r->array.rank = rank;
}

/* The text up to a comma or a bracket. What stands there is overwritten by the end of the item, and
 * is returned. */
static char take_item(struct array_reader *r)
{
    char *end = r->at + strcspn(r->at, ",[]()");
    char *last = end;
    char mark = *end;
    while (last > r->at && strchr(" \t\n", last[-1]) != NULL)
        last--;
    r->array.items[r->array.count++] = r->at;
    r->at = end;
    *last = '\0';
    return mark;
}

static void close_list(struct array_reader *r, size_t level, uint64_t length)
{
    if (length == 0)
        settle_rank(r, level + 1);
    if (r->closed[level] && r->array.dims[level] != length)
        refuse_array(r, unequal);
    r->array.dims[level] = length;
    r->closed[level] = true;
}

/* The list that a bracket has opened, or the whole text, whose end closes it: closing is '\0'. */
static void read_level(struct array_reader *r, size_t level, char closing)
{
    uint64_t length = 0;
    char mark = ',';
    if (level == MAX_RANK)
        refuse_array(r, "more than 64 dimensions");
    while (mark == ',') {
        pass_blanks(r);
        if (closing != '\0' && *r->at == closing) {
            mark = closing; /* an empty list, or a comma after the last element, as in Python */
        } else if (take(r, "[(")) {
            read_level(r, level + 1, r->at[-1] == '[' ? ']' : ')');
            pass_blanks(r);
            mark = *r->at;
            length++;
        } else {
            settle_rank(r, level + 1);
            mark = take_item(r);
            length++;
        }
        if (mark != '\0')
            r->at++;
    }
    if (mark != closing)
        refuse_array(r, "not an array: a bracket or a comma is missing");
    close_list(r, level, length);
}

struct array read_array(const char *where, const char *what, const char *text)
{
    size_t bytes = strlen(text) + 1;
    struct array_reader r = {.where = where, .what = what, .text = text};
    r.at = memcpy(allocate(bytes), text, bytes);
    r.array.items = allocate(bytes * sizeof *r.array.items);
    if (take(&r, "[(")) {
        read_level(&r, 0, r.at[-1] == '[' ? ']' : ')');
        pass_blanks(&r);
        if (*r.at != '\0')
            refuse_array(&r, "not an array: text stands behind the last bracket");
    } else {
        read_level(&r, 0, '\0');
    }
    return r.array;
}
