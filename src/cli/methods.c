/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The methods of RandomState: a table, and what turns a row of it and the words of the command line
 * into an array. A scalar is an array of one element without dimensions, as in NumPy.
 */
#include "methods.h"

#include "error.h"
#include "parse.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

enum { MAX_PARAMETERS = 3, ANY_NUMBER = INT_MAX };

struct call;

/* The fill function of a row, for draw functions that serve several rows. */
union fill {
    nprand_status (*double0)(nprand_rng *, size_t, double *);
    nprand_status (*double2)(nprand_rng *, double, double, size_t, double *);
};

struct method {
    const char *name;
    const char *summary;
    /* How many arguments it takes; defaults are for those above least. */
    int least;
    int most;
    const char *parameters[MAX_PARAMETERS];
    double defaults[MAX_PARAMETERS];
    unsigned takes; /* TAKES_... */
    void (*draw)(struct call *);
    union fill fill;
};

struct call {
    const struct method *method;
    const struct options *options;
    nprand_rng *rng;
    char **args;
    int count;
    struct array *a;
};

/* ---- What draw functions share ------------------------------------------------------------ */

static void check(const struct call *c, nprand_status status)
{
    if (status != NPRAND_OK)
        refuse(c->method->name, NULL, nprand_strerror(status), NULL);
}

/* Counts the elements and allocates them. NumPy, too, refuses what would be too large if the
 * dimensions of 0 were 1. */
static void make(const struct call *c, enum kind kind)
{
    struct array *a = c->a;
    size_t bytes = kind_size(kind);
    a->kind = kind;
    a->count = 1;
    for (size_t i = 0; i < a->rank; i++) {
        a->count *= a->dims[i];
        if (a->dims[i] == 0)
            continue;
        if (bytes > PTRDIFF_MAX / a->dims[i])
            check(c, NPRAND_TOO_LARGE);
        bytes *= a->dims[i];
    }
    a->data = allocate(a->count == 0 ? 0 : bytes);
}

static void add_dimension(const struct call *c, const char *what, const char *text)
{
    int64_t n = read_int64(c->method->name, what, text);
    if (n < 0)
        refuse(c->method->name, what, "negative dimensions are not allowed", text);
    if ((uint64_t)n > PTRDIFF_MAX)
        check(c, NPRAND_TOO_LARGE);
    if (c->a->rank == MAX_RANK)
        refuse(c->method->name, what, "more than 64 dimensions", NULL);
    c->a->dims[c->a->rank++] = (size_t)n;
}

static void take_size(const struct call *c)
{
    if (c->options->size == NULL)
        return;
    struct list dims = split(c->options->size);
    for (size_t i = 0; i < dims.count; i++)
        add_dimension(c, "--size", dims.items[i]);
    free_list(&dims);
}

/* An array of the shape that --size asks for. */
static void make_sized(const struct call *c, enum kind kind)
{
    take_size(c);
    make(c, kind);
}

static void make_vector(const struct call *c, enum kind kind, size_t n)
{
    c->a->rank = 1;
    c->a->dims[0] = n;
    make(c, kind);
}

/* ---- Distributions of doubles ------------------------------------------------------------- */

static void read_parameters(const struct call *c, double *values)
{
    const struct method *m = c->method;
    for (int i = 0; i < m->most; i++)
        values[i] =
            i < c->count ? read_double(m->name, m->parameters[i], c->args[i]) : m->defaults[i];
}

static void draw_double0(struct call *c)
{
    make_sized(c, KIND_DOUBLE);
    check(c, c->method->fill.double0(c->rng, c->a->count, c->a->data));
}

static void draw_double2(struct call *c)
{
    double v[MAX_PARAMETERS];
    read_parameters(c, v);
    make_sized(c, KIND_DOUBLE);
    check(c, c->method->fill.double2(c->rng, v[0], v[1], c->a->count, c->a->data));
}

/* rand and randn: the arguments are the shape. */
static void draw_shaped(struct call *c)
{
    for (int i = 0; i < c->count; i++)
        add_dimension(c, c->method->parameters[0], c->args[i]);
    make(c, KIND_DOUBLE);
    check(c, c->method->fill.double0(c->rng, c->a->count, c->a->data));
}

/* ---- Integers ----------------------------------------------------------------------------- */

static const struct {
    const char *name;
    enum kind kind;
} dtypes[] = {
    {"bool", KIND_BOOL},     {"int8", KIND_INT8},     {"int16", KIND_INT16},
    {"int32", KIND_INT32},   {"int64", KIND_INT64},   {"int", KIND_INT64},
    {"uint8", KIND_UINT8},   {"uint16", KIND_UINT16}, {"uint32", KIND_UINT32},
    {"uint64", KIND_UINT64},
};

static enum kind take_dtype(const struct call *c)
{
    const char *name = c->options->dtype;
    if (name == NULL)
        return KIND_INT64;
    for (size_t i = 0; i < sizeof dtypes / sizeof dtypes[0]; i++)
        if (strcmp(name, dtypes[i].name) == 0)
            return dtypes[i].kind;
    refuse(c->method->name, "--dtype", "no dtype of this method", name);
}

/* The bounds as typed: with one argument, that is high. */
struct bounds {
    const char *low;
    const char *high;
};

static struct bounds read_bounds(const struct call *c, const char *default_low)
{
    struct bounds b = {default_low, c->args[c->count - 1]};
    if (c->count == 2)
        b.low = c->args[0];
    read_integer(c->method->name, "low", b.low);
    read_integer(c->method->name, "high", b.high);
    return b;
}

static void in_bounds(const struct call *c, bool fits, const char *problem, const char *text)
{
    if (!fits)
        refuse(c->method->name, NULL, problem, text);
}

static void randint_int64(const struct call *c, struct bounds b)
{
    int64_t low;
    int64_t high;
    size_t n = c->a->count;
    in_bounds(c, to_int64(b.low, &low), "low is out of bounds for int64", b.low);
    if (is_exactly(b.high, "9223372036854775808")) {
        check(c, nprand_randint_int64_endpoint_fill(c->rng, low, INT64_MAX, n, c->a->data));
        return;
    }
    in_bounds(c, to_int64(b.high, &high), "high is out of bounds for int64", b.high);
    check(c, nprand_randint_int64_fill(c->rng, low, high, n, c->a->data));
}

static void randint_uint64(const struct call *c, struct bounds b)
{
    uint64_t low;
    uint64_t high;
    size_t n = c->a->count;
    in_bounds(c, to_uint64(b.low, &low), "low is out of bounds for uint64", b.low);
    if (is_exactly(b.high, "18446744073709551616")) {
        check(c, nprand_randint_uint64_endpoint_fill(c->rng, low, UINT64_MAX, n, c->a->data));
        return;
    }
    in_bounds(c, to_uint64(b.high, &high), "high is out of bounds for uint64", b.high);
    check(c, nprand_randint_uint64_fill(c->rng, low, high, n, c->a->data));
}

/* Bounds beyond int64 are taken as its own, which are out of bounds as well. */
static nprand_status randint_narrow(const struct call *c, struct bounds b)
{
    int64_t low;
    int64_t high;
    size_t n = c->a->count;
    void *out = c->a->data;
    to_int64(b.low, &low);
    to_int64(b.high, &high);
    switch (c->a->kind) {
    case KIND_BOOL:
        return nprand_randint_bool_fill(c->rng, low, high, n, out);
    case KIND_INT8:
        return nprand_randint_int8_fill(c->rng, low, high, n, out);
    case KIND_INT16:
        return nprand_randint_int16_fill(c->rng, low, high, n, out);
    case KIND_INT32:
        return nprand_randint_int32_fill(c->rng, low, high, n, out);
    case KIND_UINT8:
        return nprand_randint_uint8_fill(c->rng, low, high, n, out);
    case KIND_UINT16:
        return nprand_randint_uint16_fill(c->rng, low, high, n, out);
    default:
        return nprand_randint_uint32_fill(c->rng, low, high, n, out);
    }
}

static void draw_randint(struct call *c)
{
    struct bounds b = read_bounds(c, "0");
    make_sized(c, take_dtype(c));
    /* As NumPy: any bounds will do for no elements. */
    if (c->a->count == 0)
        return;
    if (c->a->kind == KIND_INT64)
        randint_int64(c, b);
    else if (c->a->kind == KIND_UINT64)
        randint_uint64(c, b);
    else
        check(c, randint_narrow(c, b));
}

static void draw_random_integers(struct call *c)
{
    int64_t low;
    int64_t high;
    struct bounds b = read_bounds(c, "1");
    make_sized(c, KIND_INT64);
    if (c->a->count == 0)
        return;
    in_bounds(c, to_int64(b.low, &low), "low is out of bounds for int64", b.low);
    in_bounds(c, to_int64(b.high, &high), "high is out of bounds for int64", b.high);
    check(c, nprand_random_integers_fill(c->rng, low, high, c->a->count, c->a->data));
}

static void draw_tomaxint(struct call *c)
{
    make_sized(c, KIND_INT64);
    check(c, nprand_tomaxint_fill(c->rng, c->a->count, c->a->data));
}

static void draw_random_raw(struct call *c)
{
    make_sized(c, KIND_UINT32);
    check(c, nprand_random_raw_fill(c->rng, c->a->count, c->a->data));
}

static void draw_bytes(struct call *c)
{
    add_dimension(c, c->method->parameters[0], c->args[0]);
    make(c, KIND_BYTES);
    check(c, nprand_bytes(c->rng, c->a->count, c->a->data));
}

/* ---- Permutations and samples ------------------------------------------------------------- */

static void draw_shuffle(struct call *c)
{
    make_vector(c, KIND_INT64, (size_t)c->count);
    int64_t *items = c->a->data;
    for (int i = 0; i < c->count; i++)
        items[i] = read_int64(c->method->name, c->method->parameters[0], c->args[i]);
    check(c, nprand_shuffle(c->rng, items, c->a->count, sizeof *items));
}

/* Of one number: of the numbers below it, of which there are none below a negative one. A
 * permutation of several is a copy of them, shuffled. */
static void draw_permutation(struct call *c)
{
    if (c->count > 1) {
        draw_shuffle(c);
        return;
    }
    int64_t n = read_int64(c->method->name, c->method->parameters[0], c->args[0]);
    if (n > 0 && (uint64_t)n > PTRDIFF_MAX)
        check(c, NPRAND_TOO_LARGE);
    make_vector(c, KIND_INT64, n > 0 ? (size_t)n : 0);
    check(c, nprand_permutation(c->rng, c->a->count, c->a->data));
}

/* NULL without --p. */
static double *take_p(const struct call *c, int64_t a)
{
    if (c->options->p == NULL)
        return NULL;
    struct list list = split(c->options->p);
    double *p = allocate(list.count * sizeof *p);
    for (size_t i = 0; i < list.count; i++)
        p[i] = read_double(c->method->name, "--p", list.items[i]);
    if (a < 0 || (uint64_t)a != list.count)
        check(c, NPRAND_P_SIZE);
    free_list(&list);
    return p;
}

static void draw_choice(struct call *c)
{
    int64_t a = read_int64(c->method->name, c->method->parameters[0], c->args[0]);
    bool replace = !(c->options->given & TAKES_NO_REPLACE);
    double *p = take_p(c, a);
    make_sized(c, KIND_INT64);
    void *work = allocate(nprand_choice_work_size(a, replace, p != NULL));
    check(c, nprand_choice_fill(c->rng, a, replace, p, c->a->count, c->a->data, work));
    free(work);
    free(p);
}

/* ---- The table ---------------------------------------------------------------------------- */

static const struct method methods[] = {
    {.name = "random_sample",
     .summary = "uniform on [0, 1)",
     .takes = TAKES_SIZE,
     .draw = draw_double0,
     .fill.double0 = nprand_random_sample_fill},
    {.name = "random",
     .summary = "random_sample under another name",
     .takes = TAKES_SIZE,
     .draw = draw_double0,
     .fill.double0 = nprand_random_fill},
    {.name = "rand",
     .summary = "random_sample of the shape d...",
     .most = ANY_NUMBER,
     .parameters = {"d"},
     .draw = draw_shaped,
     .fill.double0 = nprand_rand_fill},
    {.name = "uniform",
     .summary = "uniform on [low, high)",
     .most = 2,
     .parameters = {"low", "high"},
     .defaults = {0.0, 1.0},
     .takes = TAKES_SIZE,
     .draw = draw_double2,
     .fill.double2 = nprand_uniform_fill},
    {.name = "standard_normal",
     .summary = "normal of mean 0 and standard deviation 1",
     .takes = TAKES_SIZE,
     .draw = draw_double0,
     .fill.double0 = nprand_standard_normal_fill},
    {.name = "randn",
     .summary = "standard_normal of the shape d...",
     .most = ANY_NUMBER,
     .parameters = {"d"},
     .draw = draw_shaped,
     .fill.double0 = nprand_randn_fill},
    {.name = "normal",
     .summary = "normal of mean loc and standard deviation scale",
     .most = 2,
     .parameters = {"loc", "scale"},
     .defaults = {0.0, 1.0},
     .takes = TAKES_SIZE,
     .draw = draw_double2,
     .fill.double2 = nprand_normal_fill},
    {.name = "randint",
     .summary = "integers from low to high - 1; one argument: from 0 to low - 1",
     .least = 1,
     .most = 2,
     .parameters = {"low", "high"},
     .takes = TAKES_SIZE | TAKES_DTYPE,
     .draw = draw_randint},
    {.name = "random_integers",
     .summary = "integers from low to high; one argument: from 1 to low",
     .least = 1,
     .most = 2,
     .parameters = {"low", "high"},
     .takes = TAKES_SIZE,
     .draw = draw_random_integers},
    {.name = "tomaxint",
     .summary = "integers from 0 to 2**63 - 1",
     .takes = TAKES_SIZE,
     .draw = draw_tomaxint},
    {.name = "bytes",
     .summary = "length random bytes",
     .least = 1,
     .most = 1,
     .parameters = {"length"},
     .draw = draw_bytes},
    {.name = "shuffle",
     .summary = "the integers x in random order",
     .least = 1,
     .most = ANY_NUMBER,
     .parameters = {"x"},
     .draw = draw_shuffle},
    {.name = "permutation",
     .summary = "the same; one argument: the integers from 0 to x - 1",
     .least = 1,
     .most = ANY_NUMBER,
     .parameters = {"x"},
     .draw = draw_permutation},
    {.name = "choice",
     .summary = "a sample of 0 to a - 1",
     .least = 1,
     .most = 1,
     .parameters = {"a"},
     .takes = TAKES_SIZE | TAKES_P | TAKES_NO_REPLACE,
     .draw = draw_choice},
    {.name = "random_raw",
     .summary = "32-bit words of the bit generator",
     .takes = TAKES_SIZE,
     .draw = draw_random_raw},
};

enum { METHODS = sizeof methods / sizeof methods[0] };

const struct method *find_method(const char *name)
{
    for (int i = 0; i < METHODS; i++)
        if (strcmp(name, methods[i].name) == 0)
            return &methods[i];
    return NULL;
}

void call_method(const struct method *method, const struct options *options, nprand_rng *rng,
                 struct array *a)
{
    struct call c = {method, options, rng, options->words + 1, options->count - 1, a};
    refuse_other_options(options, method->name, method->takes);
    if (c.count < method->least)
        refuse(method->name, method->parameters[c.count], "argument missing", NULL);
    if (c.count > method->most)
        refuse(method->name, NULL, "too many arguments", c.args[method->most]);
    a->rank = 0;
    method->draw(&c);
}

/* Defaults are shown of doubles alone: elsewhere a missing argument is none. */
static void print_parameters(const struct method *m)
{
    int named = m->most == ANY_NUMBER ? 1 : m->most;
    for (int i = 0; i < named; i++) {
        printf(i < m->least ? " %s" : " [%s", m->parameters[i]);
        if (m->draw == draw_double2)
            printf("=%g", m->defaults[i]);
    }
    if (m->most == ANY_NUMBER)
        fputs("...", stdout);
    for (int i = m->least; i < named; i++)
        putchar(']');
}

void print_methods(void)
{
    for (int i = 0; i < METHODS; i++) {
        printf("  %s", methods[i].name);
        print_parameters(&methods[i]);
        print_options(methods[i].takes);
        printf("\n      %s\n", methods[i].summary);
    }
}
