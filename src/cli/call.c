/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Arguments of a draw.
 */
#include "call.h"

#include "error.h"
#include "parse.h"

#include <string.h>

const char *name_of(const struct call *c, int i)
{
    const char *text = c->way->repeats != NULL ? c->way->repeats : c->method->parameters[i].text;
    size_t length = strcspn(text, "=");
    char *name = allocate(length + 1);
    memcpy(name, text, length);
    name[length] = '\0';
    return name;
}

void check(const struct call *c, nprand_status status)
{
    if (status != NPRAND_OK)
        refuse(c->method->name, NULL, nprand_strerror(status), NULL);
}

/* ---- Numbers ------------------------------------------------------------------------------ */

union value read_value(const struct call *c, int i)
{
    const char *text = i < c->count ? c->args[i] : default_of(c->method, i);
    union value v;
    if (strcmp(c->method->parameters[i].type, "double") == 0)
        v.as_double = read_double(c->method->name, name_of(c, i), text);
    else
        v.as_int64_t = read_int64(c->method->name, name_of(c, i), text);
    return v;
}

int64_t int64_argument(const struct call *c, int i)
{
    return read_int64(c->method->name, name_of(c, i), c->args[i]);
}

double *read_list(const struct call *c, const char *what, const char *text, size_t *count)
{
    struct list list = split(text);
    if (list.count == 0)
        refuse(c->method->name, what, "no numbers in it", text);
    double *values = allocate(list.count * sizeof *values);
    for (size_t i = 0; i < list.count; i++)
        values[i] = read_double(c->method->name, what, list.items[i]);
    *count = list.count;
    return values;
}

/* ---- The shape ---------------------------------------------------------------------------- */

void add_dimension(const struct call *c, const char *what, uint64_t n)
{
    if (c->d->rank == MAX_RANK)
        refuse(c->method->name, what, "more than 64 dimensions", NULL);
    if (n > INT64_MAX)
        check(c, NPRAND_TOO_LARGE);
    c->d->dims[c->d->rank++] = n;
}

static void read_dimension(const struct call *c, const char *what, const char *text)
{
    const char *plain = plain_integer(text);
    if (plain == NULL)
        refuse_number(c->method->name, what, "not an integer", text);
    int64_t n = read_int64(c->method->name, what, plain);
    if (n < 0)
        refuse(c->method->name, what, "negative dimensions are not allowed", text);
    add_dimension(c, what, (uint64_t)n);
}

/* 0x10 looks like a hexadecimal number: it is not taken for 0 by 10. */
static bool has_marks(const char *text)
{
    return *text >= '0' && *text <= '9' && strchr(text, 'x') != NULL && strncmp(text, "0x", 2) != 0;
}

/* What is refused for having nothing in it is named as it was typed. */
void add_dimensions(const struct call *c, const char *what, const char *text)
{
    struct list groups = split(text);
    for (size_t i = 0; i < groups.count; i++) {
        const char *group = *groups.items[i] != '\0' ? groups.items[i] : text;
        if (!has_marks(group)) {
            read_dimension(c, what, group);
            continue;
        }
        struct list dims = split_at(group, 'x');
        for (size_t k = 0; k < dims.count; k++)
            read_dimension(c, what, *dims.items[k] != '\0' ? dims.items[k] : group);
    }
}

void add_size(const struct call *c)
{
    if (c->size != NULL)
        add_dimensions(c, c->size_name, c->size);
}

/* NumPy, too, refuses what would be too large if the dimensions of 0 were 1. */
static void count_elements(const struct call *c, size_t size)
{
    struct draw *d = c->d;
    uint64_t bytes = size;
    d->count = 1;
    for (size_t i = 0; i < d->rank; i++) {
        d->count *= d->dims[i];
        if (d->dims[i] == 0)
            continue;
        if (bytes > INT64_MAX / d->dims[i])
            check(c, NPRAND_TOO_LARGE);
        bytes *= d->dims[i];
    }
}

/* ---- The type ----------------------------------------------------------------------------- */

struct dtype read_dtype(const struct call *c, enum kind kind, const char *none_of)
{
    struct dtype dtype = {.kind = kind};
    const char *text = c->options->value[OPTION_DTYPE];
    if (text != NULL && !parse_dtype(text, &dtype))
        refuse(c->method->name, "--dtype", none_of, text);
    return dtype;
}

static void settle_order(const struct call *c, struct dtype dtype)
{
    const char *order = c->options->value[OPTION_BYTE_ORDER];
    c->d->order = dtype.has_order ? dtype.order : ORDER_LITTLE;
    if (order == NULL)
        return;
    if (strcmp(order, "little") != 0 && strcmp(order, "big") != 0)
        refuse(NULL, "--byte-order", "neither little nor big", order);
    c->d->order = *order == 'b' ? ORDER_BIG : ORDER_LITTLE;
    if (dtype.has_order && dtype.order != c->d->order)
        refuse(NULL, "--byte-order", "--dtype names the other order", order);
}

void shape_as_kind(struct call *c, enum kind drawn, struct dtype dtype)
{
    struct draw *d = c->d;
    d->drawn = drawn;
    d->kind = dtype.kind;
    settle_order(c, dtype);
    count_elements(c, kind_size(kind_size(drawn) > kind_size(dtype.kind) ? drawn : dtype.kind));
}

/* Integers of other types would be cut. */
struct dtype dtype_of_result(const struct call *c, enum kind kind)
{
    const char *text = c->options->value[OPTION_DTYPE];
    bool is_double = kind == KIND_DOUBLE;
    const char *none_of = is_double          ? "neither float64 nor float32"
                          : kind == KIND_STR ? "the result is str"
                                             : "the result is int64";
    struct dtype dtype = read_dtype(c, kind, none_of);
    if (is_double ? !is_float_kind(dtype.kind) : dtype.kind != kind)
        refuse(c->method->name, "--dtype", none_of, text);
    return dtype;
}

void shape_as_is(struct call *c, enum kind drawn)
{
    shape_as_kind(c, drawn, dtype_of_result(c, drawn));
}

void shape_as_bytes(struct call *c)
{
    struct draw *d = c->d;
    add_dimensions(c, name_of(c, 0), c->args[0]);
    if (d->rank != 1)
        refuse(c->method->name, name_of(c, 0), "not an integer", c->args[0]);
    d->unit = 4;
    d->fixed = true;
    shape_as_is(c, KIND_BYTES);
}

void shape_as_size(struct call *c, enum kind drawn)
{
    add_size(c);
    shape_as_is(c, drawn);
}
