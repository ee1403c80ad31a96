/* SPDX-License-Identifier: BSD-3-Clause
 *
 * randint and random_integers: bounds as typed, which may be beyond int64, and dtypes.
 */
#include "array.h"
#include "call.h"
#include "draw_each.h"
#include "error.h"
#include "parse.h"
#include "population.h"

#include <string.h>

static const char none_of[] =
    "none of bool, int8, int16, int32, int64, int, uint8, uint16, uint32, "
    "uint64";

/* The row that draws a kind. */
static const int row_of_kind[KINDS] = {
    [KIND_BOOL] = METHOD_randint_bool,     [KIND_INT8] = METHOD_randint_int8,
    [KIND_INT16] = METHOD_randint_int16,   [KIND_INT32] = METHOD_randint_int32,
    [KIND_INT64] = METHOD_randint_int64,   [KIND_UINT8] = METHOD_randint_uint8,
    [KIND_UINT16] = METHOD_randint_uint16, [KIND_UINT32] = METHOD_randint_uint32,
    [KIND_UINT64] = METHOD_randint_uint64,
};

/* ---- Bounds --------------------------------------------------------------------------------- */

/* As typed: with one argument, that is high. */
struct bounds {
    const char *low;
    const char *high;
};

static struct bounds typed_bounds(const struct call *c, const char *default_low)
{
    struct bounds b = {default_low, c->args[c->count - 1]};
    if (c->count == 2)
        b.low = c->args[0];
    return b;
}

static void read_bounds(const struct call *c, struct bounds b)
{
    read_integer(c->method->name, "low", b.low);
    read_integer(c->method->name, "high", b.high);
}

static void in_bounds(const struct call *c, bool fits, const char *problem, const char *text)
{
    if (!fits)
        refuse(c->method->name, NULL, problem, text);
}

static int64_t low_in_int64(const struct call *c, struct bounds b)
{
    int64_t low;
    in_bounds(c, to_int64(b.low, &low), "low is out of bounds for int64", b.low);
    return low;
}

static int64_t high_in_int64(const struct call *c, struct bounds b)
{
    int64_t high;
    in_bounds(c, to_int64(b.high, &high), "high is out of bounds for int64", b.high);
    return high;
}

static bool has_long_32(const struct call *c)
{
    const char *bits = c->options->value[OPTION_LONG_BITS];
    return bits != NULL && strcmp(bits, "32") == 0;
}

/* A long of 32 bits, where the type is long: without a dtype, and for int until NumPy 2. */
static bool is_long_32(const struct call *c)
{
    const char *dtype = c->options->value[OPTION_DTYPE];
    int major;
    if (!has_long_32(c) || dtype == NULL)
        return has_long_32(c);
    return nprand_get_numpy(c->rng, &major, NULL, NULL) == NPRAND_OK && major < 2 &&
           strcmp(dtype, "int") == 0;
}

/* ---- Fills ---------------------------------------------------------------------------------- */

static nprand_status fill_randint(struct draw *d, size_t n, void *out)
{
    return d->method->fill(d->rng, d->v, n, out);
}

/* The largest value less low. */
static uint64_t span_of(const struct draw *d)
{
    return d->v[1].as_uint64_t - 1 - d->v[0].as_uint64_t;
}

/* The pieces of whole words, as many as values are missing: pieces of all values are a fill that
 * rejects nothing. Returns how many of them are values, which are at out. */
static size_t select_bytes(struct draw *d, size_t n, uint64_t max, uint64_t mask, uint16_t *out)
{
    uint8_t pieces[1024];
    size_t count = 0;
    n = n < sizeof pieces ? (n + 3) / 4 * 4 : sizeof pieces;
    if (nprand_randint_uint8_fill(d->rng, 0, 256, n, pieces) != NPRAND_OK)
        return 0;
    for (size_t i = 0; i < n; i++) {
        out[count] = (uint16_t)(pieces[i] & mask);
        count += out[count] <= max;
    }
    return count;
}

static size_t select_halves(struct draw *d, size_t n, uint64_t max, uint64_t mask, uint16_t *out)
{
    uint16_t pieces[1024];
    size_t count = 0;
    n = n < 1024 ? (n + 1) / 2 * 2 : 1024;
    if (nprand_randint_uint16_fill(d->rng, 0, 65536, n, pieces) != NPRAND_OK)
        return 0;
    for (size_t i = 0; i < n; i++) {
        out[count] = (uint16_t)(pieces[i] & mask);
        count += out[count] <= max;
    }
    return count;
}

static void store_values(const struct draw *d, const uint16_t *values, size_t n, size_t at,
                         void *out)
{
    uint64_t low = d->v[0].as_uint64_t;
    for (size_t i = 0; i < n; i++) {
        if (kind_size(d->drawn) == 1)
            ((uint8_t *)out)[at + i] = (uint8_t)(low + values[i]);
        else
            ((uint16_t *)out)[at + i] = (uint16_t)(low + values[i]);
    }
}

/* A chunk of 8 or 16 bits, where values are rejected: then it can end within a word, of which a
 * fill of its own would drop the rest. The values of the last word that are too many are kept for
 * the next chunk. */
static nprand_status fill_in_chunks(struct draw *d, size_t n, void *out)
{
    uint16_t values[1024 + 1];
    uint64_t max = span_of(d);
    uint64_t mask = max;
    for (int shift = 1; shift < 16; shift *= 2)
        mask |= mask >> shift;
    for (size_t at = 0; at < n;) {
        size_t count = d->spares;
        memcpy(values, d->spare, count * sizeof *values);
        d->spares = 0;
        if (count == 0)
            count = kind_size(d->drawn) == 1 ? select_bytes(d, n - at, max, mask, values)
                                             : select_halves(d, n - at, max, mask, values);
        size_t taken = count < n - at ? count : n - at;
        store_values(d, values, taken, at, out);
        at += taken;
        d->spares = count - taken;
        memcpy(d->spare, values + taken, d->spares * sizeof *values);
    }
    return NPRAND_OK;
}

static nprand_status check_randint(struct draw *d, void *out)
{
    return d->method->fill(d->rng, d->v, 1, out);
}

/* ---- One value of each bound ---------------------------------------------------------------- */

static void take_row(struct draw *d, int row)
{
    d->method = &methods[row];
}

static void prepare_int64(const struct call *c, struct bounds b)
{
    struct draw *d = c->d;
    d->v[0].as_int64_t = low_in_int64(c, b);
    if (is_exactly(b.high, "9223372036854775808")) {
        take_row(d, METHOD_randint_int64_endpoint);
        d->v[1].as_int64_t = INT64_MAX;
        return;
    }
    d->v[1].as_int64_t = high_in_int64(c, b);
    /* NumPy has the default dtype in releases that have no other. */
    if (is_given(c->options, OPTION_DTYPE))
        take_row(d, METHOD_randint_int64);
}

static void prepare_uint64(const struct call *c, struct bounds b)
{
    struct draw *d = c->d;
    in_bounds(c, to_uint64(b.low, &d->v[0].as_uint64_t), "low is out of bounds for uint64", b.low);
    if (is_exactly(b.high, "18446744073709551616")) {
        take_row(d, METHOD_randint_uint64_endpoint);
        d->v[1].as_uint64_t = UINT64_MAX;
        return;
    }
    take_row(d, METHOD_randint_uint64);
    in_bounds(c, to_uint64(b.high, &d->v[1].as_uint64_t), "high is out of bounds for uint64",
              b.high);
}

/* Bounds beyond int64 are taken as its own, which are out of bounds as well. */
static void prepare_narrow(const struct call *c, struct bounds b, int row)
{
    take_row(c->d, row);
    to_int64(b.low, &c->d->v[0].as_int64_t);
    to_int64(b.high, &c->d->v[1].as_int64_t);
}

/* Whether no value below the mask is rejected. */
static bool is_all_of_mask(uint64_t max)
{
    return (max & (max + 1)) == 0;
}

/* Pieces of a word, and whether some of them are rejected. */
static void settle_chunks(struct draw *d)
{
    bool is_last = d->method == &methods[METHOD_randint_int64_endpoint] ||
                   d->method == &methods[METHOD_randint_uint64_endpoint];
    uint64_t max = span_of(d) + is_last;
    d->fixed = is_all_of_mask(max);
    if (d->drawn == KIND_BOOL)
        d->unit = 32;
    else if (kind_size(d->drawn) < 4)
        d->unit = 4 / kind_size(d->drawn);
    if (d->unit > 1 && !d->fixed && d->count > CHUNK)
        d->fill = fill_in_chunks;
}

/* ---- Arrays of bounds ----------------------------------------------------------------------- */

static const char *bound_name(int i)
{
    return i == 0 ? "low" : "high";
}

/* Bounds beyond int64 are taken as its own. */
static union value read_narrow_bound(const struct call *c, int i, const char *text)
{
    union value v;
    read_integer(c->method->name, bound_name(i), text);
    to_int64(text, &v.as_int64_t);
    return v;
}

static union value read_int64_bound(const struct call *c, int i, const char *text)
{
    union value v;
    read_integer(c->method->name, bound_name(i), text);
    in_bounds(c, to_int64(text, &v.as_int64_t),
              i == 0 ? "low is out of bounds for int64" : "high is out of bounds for int64", text);
    return v;
}

static union value read_uint64_bound(const struct call *c, int i, const char *text)
{
    union value v;
    read_integer(c->method->name, bound_name(i), text);
    in_bounds(c, to_uint64(text, &v.as_uint64_t),
              i == 0 ? "low is out of bounds for uint64" : "high is out of bounds for uint64",
              text);
    return v;
}

/* The same with the last value in place of high, where a high is 2^63 or 2^64. No value is below
 * the least high. */
static union value read_int64_last(const struct call *c, int i, const char *text)
{
    if (i == 0)
        return read_int64_bound(c, i, text);
    if (is_exactly(text, "9223372036854775808"))
        return (union value){.as_int64_t = INT64_MAX};
    union value v = read_int64_bound(c, i, text);
    if (v.as_int64_t == INT64_MIN)
        check(c, NPRAND_LOW_NOT_BELOW_HIGH);
    v.as_int64_t--;
    return v;
}

static union value read_uint64_last(const struct call *c, int i, const char *text)
{
    if (i == 0)
        return read_uint64_bound(c, i, text);
    if (is_exactly(text, "18446744073709551616"))
        return (union value){.as_uint64_t = UINT64_MAX};
    union value v = read_uint64_bound(c, i, text);
    if (v.as_uint64_t == 0)
        check(c, NPRAND_LOW_NOT_BELOW_HIGH);
    v.as_uint64_t--;
    return v;
}

static bool has_element(const struct call *c, const char *text, const char *digits)
{
    if (!is_list(text))
        return is_exactly(text, digits);
    struct array array = read_array(c->method->name, "high", text);
    for (size_t i = 0; i < array.count; i++)
        if (is_exactly(array.items[i], digits))
            return true;
    return false;
}

/* How the bounds are read, and the row that draws. */
struct bounds_reader {
    read_element *read;
    int row;
};

static struct bounds_reader reader_of_bounds(const struct call *c, struct bounds b, enum kind kind)
{
    if (is_long_32(c))
        return (struct bounds_reader){read_narrow_bound, METHOD_randint};
    if (kind == KIND_INT64 && has_element(c, b.high, "9223372036854775808"))
        return (struct bounds_reader){read_int64_last, METHOD_randint_int64_endpoint};
    if (kind == KIND_INT64 && !is_given(c->options, OPTION_DTYPE))
        return (struct bounds_reader){read_int64_bound, METHOD_randint};
    if (kind == KIND_INT64)
        return (struct bounds_reader){read_int64_bound, METHOD_randint_int64};
    if (kind == KIND_UINT64 && has_element(c, b.high, "18446744073709551616"))
        return (struct bounds_reader){read_uint64_last, METHOD_randint_uint64_endpoint};
    if (kind == KIND_UINT64)
        return (struct bounds_reader){read_uint64_bound, METHOD_randint_uint64};
    return (struct bounds_reader){read_narrow_bound, row_of_kind[kind]};
}

static void prepare_randint_each(struct call *c, struct bounds b, struct dtype dtype)
{
    struct bounds_reader reader = reader_of_bounds(c, b, dtype.kind);
    add_parameter(c, 0, b.low, reader.read);
    add_parameter(c, 1, b.high, reader.read);
    add_broadcast_shape(c);
    shape_as_kind(c, dtype.kind, dtype);
    draw_each(c->d, reader.row);
}

/* NumPy takes an array for low alone. */
static void prepare_random_integers_each(struct call *c, struct bounds b)
{
    if (is_list(b.high))
        refuse(c->method->name, "high",
               "int() argument must be a string, a bytes-like object or a real number, not 'list'",
               b.high);
    read_element *read = has_long_32(c) ? read_narrow_bound : read_int64_bound;
    add_parameter(c, 0, b.low, read);
    add_parameter(c, 1, b.high, read);
    add_broadcast_shape(c);
    shape_as_is(c, KIND_INT64);
    draw_each(c->d, METHOD_random_integers);
}

/* As NumPy: with a size of no elements, any bounds will do, and any shape of them. */
static bool is_of_no_elements(const struct call *c)
{
    struct draw *d = c->d;
    bool has_zero = false;
    add_size(c);
    for (size_t i = 0; i < d->rank; i++)
        has_zero |= d->dims[i] == 0;
    d->rank = 0; /* the size is added later */
    return has_zero;
}

/* ---- Preparing ------------------------------------------------------------------------------ */

void prepare_randint(struct call *c)
{
    struct draw *d = c->d;
    struct bounds b = typed_bounds(c, "0");
    struct dtype dtype = read_dtype(c, KIND_INT64, none_of);
    if (is_float_kind(dtype.kind))
        refuse(c->method->name, "--dtype", none_of, c->options->value[OPTION_DTYPE]);
    bool is_each = has_arrays(c);
    if (is_each && !is_of_no_elements(c)) {
        prepare_randint_each(c, b, dtype);
        return;
    }
    if (!is_each)
        read_bounds(c, b);
    add_size(c);
    shape_as_kind(c, dtype.kind, dtype);
    d->fill = fill_randint;
    d->check = check_randint;
    if (d->count == 0)
        return;
    if (is_long_32(c))
        prepare_narrow(c, b, METHOD_randint);
    else if (dtype.kind == KIND_INT64)
        prepare_int64(c, b);
    else if (dtype.kind == KIND_UINT64)
        prepare_uint64(c, b);
    else
        prepare_narrow(c, b, row_of_kind[dtype.kind]);
    settle_chunks(d);
}

void prepare_random_integers(struct call *c)
{
    struct draw *d = c->d;
    struct bounds b = typed_bounds(c, "1");
    bool is_each = has_arrays(c);
    if (is_each && !is_of_no_elements(c)) {
        prepare_random_integers_each(c, b);
        return;
    }
    if (!is_each)
        read_bounds(c, b);
    shape_as_size(c, KIND_INT64);
    d->fill = fill_randint;
    if (d->count == 0)
        return;
    if (has_long_32(c)) {
        to_int64(b.low, &d->v[0].as_int64_t);
        to_int64(b.high, &d->v[1].as_int64_t);
    } else {
        d->v[0].as_int64_t = low_in_int64(c, b);
        d->v[1].as_int64_t = high_in_int64(c, b);
    }
    d->fixed = is_all_of_mask(d->v[1].as_uint64_t - d->v[0].as_uint64_t);
}
