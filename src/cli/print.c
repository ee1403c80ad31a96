/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Arrays as NumPy shows them. The elements that will be shown are looked at first, which settles
 * one layout for all of them; then they are written.
 */
#include "print.h"

#include "digits.h"
#include "shortest.h"

#include <inttypes.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* NumPy's default print options. */
enum { PRECISION = 8, LINE_WIDTH = 75, THRESHOLD = 1000, EDGE_ITEMS = 3 };

/* An element with the spaces that align it. */
enum { ITEM_TEXT = 2 * FLOAT_TEXT };

struct layout {
    const struct array *a;
    bool exact;
    bool summarise;
    /* What the elements shown have in them. */
    bool any_finite;
    bool any_nonfinite;
    bool any_minus_inf;
    double smallest; /* magnitudes of finite elements that are not 0 */
    double largest;
    /* How they are written: widths up to the point (of integers: all of it), and after it. */
    bool scientific;
    int left;
    int right;
    int exponent_digits;
    /* The line so far: its length, and how much of that are spaces not written yet, because none
     * are left at a line's end. */
    size_t column;
    size_t pending;
};

size_t kind_size(enum kind kind)
{
    static const size_t sizes[] = {
        [KIND_BOOL] = sizeof(bool),
        [KIND_INT8] = sizeof(int8_t),
        [KIND_INT16] = sizeof(int16_t),
        [KIND_INT32] = sizeof(int32_t),
        [KIND_INT64] = sizeof(int64_t),
        [KIND_UINT8] = sizeof(uint8_t),
        [KIND_UINT16] = sizeof(uint16_t),
        [KIND_UINT32] = sizeof(uint32_t),
        [KIND_UINT64] = sizeof(uint64_t),
        [KIND_DOUBLE] = sizeof(double),
        [KIND_BYTES] = 1,
    };
    return sizes[kind];
}

/* ---- Elements ----------------------------------------------------------------------------- */

static double double_at(const struct array *a, size_t i)
{
    return ((const double *)a->data)[i];
}

static const char *bool_text(const struct array *a, size_t i)
{
    return ((const bool *)a->data)[i] ? "True" : "False";
}

static int64_t integer_at(const struct array *a, size_t i)
{
    switch (a->kind) {
    case KIND_INT8:
        return ((const int8_t *)a->data)[i];
    case KIND_INT16:
        return ((const int16_t *)a->data)[i];
    case KIND_INT32:
        return ((const int32_t *)a->data)[i];
    case KIND_UINT8:
        return ((const uint8_t *)a->data)[i];
    case KIND_UINT16:
        return ((const uint16_t *)a->data)[i];
    case KIND_UINT32:
        return ((const uint32_t *)a->data)[i];
    default:
        return ((const int64_t *)a->data)[i];
    }
}

static int integer_text(const struct array *a, size_t i, char *text)
{
    if (a->kind == KIND_UINT64)
        return snprintf(text, FLOAT_TEXT, "%" PRIu64, ((const uint64_t *)a->data)[i]);
    return snprintf(text, FLOAT_TEXT, "%" PRId64, integer_at(a, i));
}

static const char *nonfinite_text(double x)
{
    if (isnan(x))
        return "nan";
    return x < 0 ? "-inf" : "inf";
}

static void double_text(const struct layout *l, double x, char *text)
{
    char bare[FLOAT_TEXT];
    if (!isfinite(x)) {
        snprintf(text, ITEM_TEXT, "%*s", l->left + 1 + l->right, nonfinite_text(x));
        return;
    }
    if (l->scientific)
        float_scientific_exactly(x, l->right - 2 - l->exponent_digits, l->exponent_digits, bare);
    else
        float_positional(x, l->exact ? ALL_DIGITS : PRECISION, bare);
    int before = (int)strcspn(bare, ".");
    snprintf(text, ITEM_TEXT, "%*.*s%-*s", l->left, before, bare, l->right + 1, bare + before);
}

static void item_text(const struct layout *l, size_t i, char *text)
{
    char bare[FLOAT_TEXT];
    switch (l->a->kind) {
    case KIND_BOOL:
        snprintf(text, ITEM_TEXT, "%5s", bool_text(l->a, i));
        break;
    case KIND_DOUBLE:
        double_text(l, double_at(l->a, i), text);
        break;
    default:
        integer_text(l->a, i, bare);
        snprintf(text, ITEM_TEXT, "%*s", l->left, bare);
        break;
    }
}

/* ---- Which elements are shown ------------------------------------------------------------- */

static bool has_gap(const struct layout *l, size_t axis)
{
    return l->summarise && l->a->dims[axis] > 2 * EDGE_ITEMS;
}

/* The index shown after k. */
static size_t next_shown(const struct layout *l, size_t axis, size_t k)
{
    if (has_gap(l, axis) && k + 1 == EDGE_ITEMS)
        return l->a->dims[axis] - EDGE_ITEMS;
    return k + 1;
}

/* Calls see() for each element shown; offset is the index of the part of the array that the axes
 * before this one have come to. */
static void look(struct layout *l, size_t axis, size_t offset, void (*see)(struct layout *, size_t))
{
    if (axis == l->a->rank) {
        see(l, offset);
        return;
    }
    size_t n = l->a->dims[axis];
    for (size_t k = 0; k < n; k = next_shown(l, axis, k))
        look(l, axis + 1, offset * n + k, see);
}

/* ---- One layout for all ------------------------------------------------------------------- */

static void widen(int *width, int to)
{
    if (*width < to)
        *width = to;
}

static void see_integer(struct layout *l, size_t i)
{
    char text[FLOAT_TEXT];
    widen(&l->left, integer_text(l->a, i, text));
}

static void see_magnitude(struct layout *l, size_t i)
{
    double x = double_at(l->a, i);
    if (!isfinite(x)) {
        l->any_nonfinite = true;
        l->any_minus_inf = l->any_minus_inf || x < 0;
        return;
    }
    l->any_finite = true;
    if (x != 0) {
        l->smallest = fmin(l->smallest, fabs(x));
        l->largest = fmax(l->largest, fabs(x));
    }
}

static void see_positional(struct layout *l, size_t i)
{
    double x = double_at(l->a, i);
    if (!isfinite(x))
        return;
    char text[FLOAT_TEXT];
    float_positional(x, l->exact ? ALL_DIGITS : PRECISION, text);
    int before = (int)strcspn(text, ".");
    widen(&l->left, before);
    widen(&l->right, (int)strlen(text) - before - 1);
}

/* Here right is the width of the digits after the point alone. */
static void see_scientific(struct layout *l, size_t i)
{
    double x = double_at(l->a, i);
    if (!isfinite(x))
        return;
    char text[FLOAT_TEXT];
    float_scientific(x, l->exact ? ALL_DIGITS : PRECISION, text);
    int before = (int)strcspn(text, ".");
    int until_exponent = (int)strcspn(text, "e");
    widen(&l->left, before);
    widen(&l->right, until_exponent - before - 1);
    widen(&l->exponent_digits, (int)strlen(text) - until_exponent - 2);
}

/* Whether NumPy would take an exponent: some element is large, some small, or they are far apart.
 * All are false if all elements are 0. */
static bool wants_exponent(const struct layout *l)
{
    if (l->largest == 0)
        return false;
    return l->largest >= 1e8 || l->smallest < 1e-4 || l->largest / l->smallest > 1000.0;
}

static void lay_out_doubles(struct layout *l)
{
    l->smallest = HUGE_VAL;
    look(l, 0, 0, see_magnitude);
    l->scientific = wants_exponent(l);
    look(l, 0, 0, l->scientific ? see_scientific : see_positional);
    if (l->scientific)
        l->right += 2 + l->exponent_digits;
    if (l->any_nonfinite)
        widen(&l->left, 3 + l->any_minus_inf - (l->right + 1));
}

static void lay_out(struct layout *l)
{
    if (l->a->kind == KIND_DOUBLE)
        lay_out_doubles(l);
    else if (l->a->kind != KIND_BOOL)
        look(l, 0, 0, see_integer);
}

/* ---- Writing ------------------------------------------------------------------------------ */

static void put_repeated(char c, size_t times)
{
    while (times-- > 0)
        putchar(c);
}

/* A word goes to a new line where it would reach into the columns of the closing brackets, unless
 * it is the first one of its line anyway. */
static void put_word(struct layout *l, const char *word)
{
    size_t length = strlen(word);
    size_t rank = l->a->rank;
    size_t limit = LINE_WIDTH > rank ? LINE_WIDTH - rank : 0;
    if (l->column > rank && l->column + length > limit) {
        putchar('\n');
        l->column = rank;
        l->pending = rank;
    }
    put_repeated(' ', l->pending);
    l->column += length;
    l->pending = 0;
    while (length > 0 && word[length - 1] == ' ') {
        length--;
        l->pending++;
    }
    fwrite(word, 1, length, stdout);
}

static void put_space(struct layout *l)
{
    l->column++;
    l->pending++;
}

/* The last axis: the brackets opened so far are as wide as the indent of the lines to come. */
static void put_row(struct layout *l, size_t offset)
{
    size_t axis = l->a->rank - 1;
    size_t n = l->a->dims[axis];
    char text[ITEM_TEXT];
    l->column = l->a->rank;
    l->pending = 0;
    for (size_t k = 0; k < n; k = next_shown(l, axis, k)) {
        if (k > 0)
            put_space(l);
        if (k > 0 && k == n - EDGE_ITEMS && has_gap(l, axis)) {
            put_word(l, "...");
            put_space(l);
        }
        item_text(l, offset * n + k, text);
        put_word(l, text);
    }
    put_repeated(' ', l->pending);
}

static void put_break(const struct layout *l, size_t axis)
{
    put_repeated('\n', l->a->rank - axis - 1);
    put_repeated(' ', axis + 1);
}

static void put_axis(struct layout *l, size_t axis, size_t offset);

static void put_parts(struct layout *l, size_t axis, size_t offset)
{
    size_t n = l->a->dims[axis];
    for (size_t k = 0; k < n; k = next_shown(l, axis, k)) {
        if (k > 0)
            put_break(l, axis);
        if (k == n - EDGE_ITEMS && has_gap(l, axis)) {
            fputs("...", stdout);
            put_break(l, axis);
        }
        put_axis(l, axis + 1, offset * n + k);
    }
}

static void put_axis(struct layout *l, size_t axis, size_t offset)
{
    putchar('[');
    if (axis + 1 == l->a->rank)
        put_row(l, offset);
    else
        put_parts(l, axis, offset);
    putchar(']');
}

/* As str() of Python's float, int and bool. */
static void put_scalar(const struct array *a)
{
    char text[FLOAT_TEXT];
    if (a->kind == KIND_BOOL) {
        fputs(bool_text(a, 0), stdout);
        return;
    }
    if (a->kind != KIND_DOUBLE)
        integer_text(a, 0, text);
    else
        shortest_double(double_at(a, 0), text);
    fputs(text, stdout);
}

static void put_byte(unsigned char c, char quote)
{
    static const char named[] = "\t\n\r";
    static const char letters[] = "tnr";
    const char *found = c != 0 ? strchr(named, c) : NULL;
    if (found != NULL)
        printf("\\%c", letters[found - named]);
    else if (c == '\\' || c == quote)
        printf("\\%c", c);
    else if (c < 32 || c >= 127)
        printf("\\x%02x", c);
    else
        putchar(c);
}

/* As Python's repr(): in double quotes only if that saves escaping single ones. */
static void put_bytes(const struct array *a)
{
    const unsigned char *bytes = a->data;
    bool single = memchr(bytes, '\'', a->count) != NULL;
    bool twofold = memchr(bytes, '"', a->count) != NULL;
    char quote = single && !twofold ? '"' : '\'';
    printf("b%c", quote);
    for (size_t i = 0; i < a->count; i++)
        put_byte(bytes[i], quote);
    putchar(quote);
}

void print_array(const struct array *a, bool exact)
{
    struct layout l = {.a = a, .exact = exact, .summarise = !exact && a->count > THRESHOLD};
    if (a->kind == KIND_BYTES) {
        put_bytes(a);
    } else if (a->rank == 0) {
        put_scalar(a);
    } else if (a->count == 0) {
        fputs("[]", stdout);
    } else {
        lay_out(&l);
        put_axis(&l, 0, 0);
    }
    putchar('\n');
}
