/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The format numpy: arrays as Python's print() shows them. The elements that will be shown are
 * looked at first, which settles one layout for all of them; then they are written. If they are
 * many, they are drawn again for each pass: no pass needs memory for all of them.
 */
#include "digits.h"
#include "error.h"
#include "format.h"
#include "text.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* NumPy's default print options. */
enum { PRECISION = 8, LINE_WIDTH = 75, THRESHOLD = 1000, EDGE_ITEMS = 3 };

/* An element with the spaces that align it. */
enum { ITEM_TEXT = 2 * FLOAT_TEXT };

struct layout {
    struct draw *d;
    struct output *out;
    bool exact;
    bool summarise;
    /* The elements shown, if they are few; next is the one that a pass comes to. */
    char *kept;
    size_t next;
    /* Otherwise the chunk that a pass has come to, and the index of its first element. */
    const char *chunk;
    uint64_t first;
    size_t n;
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

/* ---- Elements ----------------------------------------------------------------------------- */

static void begin_pass(struct layout *l)
{
    l->next = 0;
    if (l->kept != NULL)
        return;
    rewind_draw(l->d);
    l->first = 0;
    l->n = 0;
}

/* A pass asks for elements in their order. */
static const void *drawn_at(struct layout *l, uint64_t i)
{
    while (i - l->first >= l->n) {
        l->first += l->n;
        l->chunk = next_chunk(l->d, &l->n);
    }
    return l->chunk + (size_t)(i - l->first) * kind_size(l->d->kind);
}

static const void *element_at(struct layout *l, uint64_t i)
{
    if (l->kept == NULL)
        return drawn_at(l, i);
    return l->kept + l->next++ * kind_size(l->d->kind);
}

static double double_at(struct layout *l, uint64_t i)
{
    const void *element = element_at(l, i);
    if (l->d->kind == KIND_FLOAT)
        return *(const float *)element;
    return *(const double *)element;
}

static int integer_text(struct layout *l, uint64_t i, char *text)
{
    char *end = put_element(text, l->d->kind, element_at(l, i), 0, &python_spelling);
    *end = '\0';
    return (int)(end - text);
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
        float_scientific_exactly(l->d->kind, x, l->right - 2 - l->exponent_digits,
                                 l->exponent_digits, bare);
    else
        float_positional(l->d->kind, x, l->exact ? ALL_DIGITS : PRECISION, bare);
    int before = (int)strcspn(bare, ".");
    snprintf(text, ITEM_TEXT, "%*.*s%-*s", l->left, before, bare, l->right + 1, bare + before);
}

static void item_text(struct layout *l, uint64_t i, char *text)
{
    char bare[FLOAT_TEXT];
    if (is_float_kind(l->d->kind)) {
        double_text(l, double_at(l, i), text);
        return;
    }
    integer_text(l, i, bare);
    snprintf(text, ITEM_TEXT, "%*s", l->left, bare);
}

/* ---- Which elements are shown ------------------------------------------------------------- */

static bool has_gap(const struct layout *l, size_t axis)
{
    return l->summarise && l->d->dims[axis] > 2 * EDGE_ITEMS;
}

/* The index shown after k. */
static uint64_t next_shown(const struct layout *l, size_t axis, uint64_t k)
{
    if (has_gap(l, axis) && k + 1 == EDGE_ITEMS)
        return l->d->dims[axis] - EDGE_ITEMS;
    return k + 1;
}

/* Calls see() for each element shown; offset is the index of the part of the array that the axes
 * before this one have come to. */
static void look_at_axis(struct layout *l, size_t axis, uint64_t offset,
                         void (*see)(struct layout *, uint64_t))
{
    if (axis == l->d->rank) {
        see(l, offset);
        return;
    }
    uint64_t n = l->d->dims[axis];
    for (uint64_t k = 0; k < n; k = next_shown(l, axis, k))
        look_at_axis(l, axis + 1, offset * n + k, see);
}

static void look(struct layout *l, void (*see)(struct layout *, uint64_t))
{
    begin_pass(l);
    look_at_axis(l, 0, 0, see);
}

/* How many elements are shown. */
static uint64_t count_shown(const struct layout *l)
{
    uint64_t count = 1;
    for (size_t axis = 0; axis < l->d->rank; axis++)
        count *= has_gap(l, axis) ? 2 * EDGE_ITEMS : l->d->dims[axis];
    return count;
}

static void keep(struct layout *l, uint64_t i)
{
    size_t size = kind_size(l->d->kind);
    const void *element = drawn_at(l, i);
    memcpy(l->kept + l->next++ * size, element, size);
}

static void keep_if_few(struct layout *l)
{
    uint64_t count = count_shown(l);
    if (count > CHUNK)
        return;
    l->kept = allocate((size_t)count * kind_size(l->d->kind));
    look(l, keep);
}

/* ---- One layout for all ------------------------------------------------------------------- */

static void widen(int *width, int to)
{
    if (*width < to)
        *width = to;
}

static void see_integer(struct layout *l, uint64_t i)
{
    char text[FLOAT_TEXT];
    widen(&l->left, integer_text(l, i, text));
}

static void see_magnitude(struct layout *l, uint64_t i)
{
    double x = double_at(l, i);
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

static void see_positional(struct layout *l, uint64_t i)
{
    double x = double_at(l, i);
    if (!isfinite(x))
        return;
    char text[FLOAT_TEXT];
    float_positional(l->d->kind, x, l->exact ? ALL_DIGITS : PRECISION, text);
    int before = (int)strcspn(text, ".");
    widen(&l->left, before);
    widen(&l->right, (int)strlen(text) - before - 1);
}

/* Here right is the width of the digits after the point alone. */
static void see_scientific(struct layout *l, uint64_t i)
{
    double x = double_at(l, i);
    if (!isfinite(x))
        return;
    char text[FLOAT_TEXT];
    float_scientific(l->d->kind, x, l->exact ? ALL_DIGITS : PRECISION, text);
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
    double ratio = l->largest / l->smallest;
    if (l->d->kind == KIND_FLOAT)
        ratio = (float)ratio;
    return l->largest >= 1e8 || l->smallest < 1e-4 || ratio > 1000.0;
}

static void lay_out_doubles(struct layout *l)
{
    l->smallest = HUGE_VAL;
    look(l, see_magnitude);
    l->scientific = wants_exponent(l);
    look(l, l->scientific ? see_scientific : see_positional);
    if (l->scientific)
        l->right += 2 + l->exponent_digits;
    if (l->any_nonfinite)
        widen(&l->left, 3 + l->any_minus_inf - (l->right + 1));
}

static void lay_out(struct layout *l)
{
    if (is_float_kind(l->d->kind))
        lay_out_doubles(l);
    else if (l->d->kind == KIND_BOOL)
        l->left = 5;
    else if (!is_text_kind(l->d->kind))
        look(l, see_integer);
}

/* ---- Writing ------------------------------------------------------------------------------ */

_Static_assert((int)MAX_RANK < (int)LINE_WIDTH, "brackets leave room in a line");

/* A word goes to a new line where it would reach into the columns of the closing brackets, unless
 * it is the first one of its line anyway. Not all of it is blank. */
static void put_word(struct layout *l, const char *word, size_t width)
{
    size_t length = strlen(word);
    size_t rank = l->d->rank;
    size_t limit = LINE_WIDTH - rank;
    if (l->column > rank && l->column + width > limit) {
        write_char(l->out, '\n');
        l->column = rank;
        l->pending = rank;
    }
    write_repeated(l->out, ' ', l->pending);
    l->column += width;
    l->pending = 0;
    while (word[length - 1] == ' ') {
        length--;
        l->pending++;
    }
    write_bytes(l->out, word, length);
}

static void put_item(struct layout *l, uint64_t i)
{
    char text[ITEM_TEXT];
    if (is_text_kind(l->d->kind)) {
        const char *word = quoted(text_at(element_at(l, i), 0), QUOTES_PYTHON);
        put_word(l, word, length_in_characters(word));
        return;
    }
    item_text(l, i, text);
    put_word(l, text, strlen(text));
}

static void put_space(struct layout *l)
{
    l->column++;
    l->pending++;
}

/* The last axis: the brackets opened so far are as wide as the indent of the lines to come. */
static void put_row(struct layout *l, uint64_t offset)
{
    size_t axis = l->d->rank - 1;
    uint64_t n = l->d->dims[axis];
    l->column = l->d->rank;
    l->pending = 0;
    for (uint64_t k = 0; k < n; k = next_shown(l, axis, k)) {
        if (k > 0)
            put_space(l);
        if (k > 0 && k == n - EDGE_ITEMS && has_gap(l, axis)) {
            put_word(l, "...", 3);
            put_space(l);
        }
        put_item(l, offset * n + k);
    }
    write_repeated(l->out, ' ', l->pending);
}

static void put_break(const struct layout *l, size_t axis)
{
    write_repeated(l->out, '\n', l->d->rank - axis - 1);
    write_repeated(l->out, ' ', axis + 1);
}

static void put_axis(struct layout *l, size_t axis, uint64_t offset);

static void put_parts(struct layout *l, size_t axis, uint64_t offset)
{
    uint64_t n = l->d->dims[axis];
    for (uint64_t k = 0; k < n; k = next_shown(l, axis, k)) {
        if (k > 0)
            put_break(l, axis);
        if (has_gap(l, axis) && k == n - EDGE_ITEMS) {
            write_text(l->out, "...");
            put_break(l, axis);
        }
        put_axis(l, axis + 1, offset * n + k);
    }
}

static void put_axis(struct layout *l, size_t axis, uint64_t offset)
{
    write_char(l->out, '[');
    if (axis + 1 == l->d->rank)
        put_row(l, offset);
    else
        put_parts(l, axis, offset);
    write_char(l->out, ']');
}

/* As str() of Python's float, int, bool and str. */
static void put_scalar(struct layout *l)
{
    size_t n;
    write_element(l->out, l->d->kind, next_chunk(l->d, &n), 0, &plain_spelling);
}

static void put_byte(struct output *out, unsigned char c, char quote)
{
    static const char named[] = "\t\n\r";
    static const char letters[] = "tnr";
    const char *found = c != 0 ? strchr(named, c) : NULL;
    char text[8];
    if (found != NULL)
        snprintf(text, sizeof text, "\\%c", letters[found - named]);
    else if (c == '\\' || c == quote)
        snprintf(text, sizeof text, "\\%c", c);
    else if (c < 32 || c >= 127)
        snprintf(text, sizeof text, "\\x%02x", c);
    else
        snprintf(text, sizeof text, "%c", c);
    write_text(out, text);
}

/* As Python's repr(): in double quotes only if that saves escaping single ones. */
static char quote_of_bytes(struct draw *d)
{
    bool single = false;
    bool twofold = false;
    size_t n;
    for (const void *bytes; (bytes = next_chunk(d, &n)) != NULL;) {
        single = single || memchr(bytes, '\'', n) != NULL;
        twofold = twofold || memchr(bytes, '"', n) != NULL;
    }
    rewind_draw(d);
    return single && !twofold ? '"' : '\'';
}

static void put_bytes(struct layout *l)
{
    char quote = quote_of_bytes(l->d);
    size_t n;
    write_char(l->out, 'b');
    write_char(l->out, quote);
    for (const unsigned char *bytes; (bytes = next_chunk(l->d, &n)) != NULL;)
        for (size_t i = 0; i < n; i++)
            put_byte(l->out, bytes[i], quote);
    write_char(l->out, quote);
}

static void put_array(struct layout *l)
{
    size_t n;
    if (l->d->count == 0) {
        next_chunk(l->d, &n);
        write_text(l->out, "[]");
        return;
    }
    keep_if_few(l);
    lay_out(l);
    begin_pass(l);
    put_axis(l, 0, 0);
}

/* Elements that "..." stands for are told on stderr; without --summary, and where no person sees
 * the "...", by the status too. */
static int tell_shortened(const struct layout *l, const struct options *options)
{
    uint64_t shown = count_shown(l);
    if (shown == l->d->count || is_given(options, OPTION_SUMMARY))
        return EXIT_SUCCESS;
    note("%" PRIu64 " of %" PRIu64 " values are not shown; --format lines or --repr show all, "
         "--summary accepts this",
         l->d->count - shown, l->d->count);
    return is_terminal_output(l->out) ? EXIT_SUCCESS : EXIT_SHORTENED;
}

static int write_numpy(struct draw *d, struct output *out, const struct options *options)
{
    struct layout l = {.d = d, .out = out, .exact = is_given(options, OPTION_REPR)};
    l.summarise = !l.exact && d->kind != KIND_BYTES && !d->is_python && d->count > THRESHOLD;
    if (d->kind == KIND_BYTES)
        put_bytes(&l);
    else if (d->rank == 0)
        put_scalar(&l);
    else if (d->is_python)
        write_lists(d, out, &python_spelling);
    else
        put_array(&l);
    write_char(out, '\n');
    return tell_shortened(&l, options);
}

const struct format format_numpy = {.name = "numpy", .write = write_numpy};
