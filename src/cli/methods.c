/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The methods of RandomState: what turns a row of the list, src/methods.def, and the words of the
 * command line into an array. A scalar is an array of one element without dimensions, as in NumPy.
 */
#include "methods.h"

#include "error.h"
#include "parse.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

enum { MAX_PARAMETERS = 5, ANY_NUMBER = INT_MAX };

struct call;

/* A parameter of a method of doubles or integers. */
union value {
    double as_double;
    int64_t as_int64_t;
    uint64_t as_uint64_t;
};

struct parameter {
    const char *type;
    const char *text; /* its name and its default, such as "scale=1"; "": it is none of NumPy's */
};

/* A row of the list, src/methods.def: a heading, or a method. */
struct method {
    const char *heading;
    const char *name;
    const char *summary; /* "": not for the command */
    struct parameter parameters[MAX_PARAMETERS];
    enum kind kind; /* of a value; fill draws n of them */
    nprand_status (*fill)(nprand_rng *rng, const union value *v, size_t n, void *out);
};

/* What the command adds to a row: how the arguments become a draw, where it is not by the row's
 * fill. */
struct way {
    void (*draw)(struct call *);
    unsigned takes;      /* TAKES_... */
    const char *repeats; /* the name of the parameter that may come any number of times */
};

struct call {
    const struct method *method;
    const struct way *way;
    const struct options *options;
    nprand_rng *rng;
    char **args;
    int count;
    /* The shape as typed, or NULL, and where it stands. */
    const char *size;
    const char *size_name;
    struct array *a;
};

/* ---- The list ----------------------------------------------------------------------------- */

/* METHOD_name is the index of a row. Headings have no name, and come in between. */
enum {
#define HEADING_AT(line) HEADING_##line,
#define HEADING_ON(line) HEADING_AT(line)
#define HEADING(text)    HEADING_ON(__LINE__)
#define DRAW(name, ...)  METHOD_##name,
#define PACKED           DRAW
#define ROWS             DRAW
#define ARRAY            DRAW
#include "../methods.def"
    METHODS
};

/* fill_name draws by nprand_name_fill, with parameters from an array. */
#define P0()
#define P1(t1, n1, p1)                         , v[0].as_##t1
#define P2(t1, n1, p1, t2, n2, p2)             , v[0].as_##t1, v[1].as_##t2
#define P3(t1, n1, p1, t2, n2, p2, t3, n3, p3) , v[0].as_##t1, v[1].as_##t2, v[2].as_##t3
#define DRAW(name, result, T, parameters, ...)                                                   \
    static nprand_status fill_##name(nprand_rng *rng, const union value *v, size_t n, void *out) \
    {                                                                                            \
        (void)v;                                                                                 \
        return nprand_##name##_fill(rng parameters, n, (T *)out);                                \
    }
#define PACKED DRAW
#include "../methods.def"

enum {
    KIND_OF_double = KIND_DOUBLE,
    KIND_OF_bool = KIND_BOOL,
    KIND_OF_int8_t = KIND_INT8,
    KIND_OF_int16_t = KIND_INT16,
    KIND_OF_int32_t = KIND_INT32,
    KIND_OF_int64_t = KIND_INT64,
    KIND_OF_uint8_t = KIND_UINT8,
    KIND_OF_uint16_t = KIND_UINT16,
    KIND_OF_uint32_t = KIND_UINT32,
    KIND_OF_uint64_t = KIND_UINT64
};

#define P0()     \
    {            \
        NULL, "" \
    }
#define P1(type, name, text) \
    {                        \
#type, text          \
    }
#define P2(t1, n1, p1, ...) P1(t1, n1, p1), P1(__VA_ARGS__)
#define P3(t1, n1, p1, ...) P1(t1, n1, p1), P2(__VA_ARGS__)
#define P4(t1, n1, p1, ...) P1(t1, n1, p1), P3(__VA_ARGS__)
#define HEADING(text)       {.heading = text},
#define DRAW(row, result, T, parameter_list, numpy, words, through, text) \
    {.name = #row,                                                        \
     .summary = text,                                                     \
     .parameters = {parameter_list},                                      \
     .kind = (enum kind)KIND_OF_##T,                                      \
     .fill = fill_##row},
#define PACKED DRAW
#define ROWS(row, T, parameter_list, numpy, through, text) \
    {.name = #row, .summary = text, .parameters = {parameter_list}},
#define ARRAY(row, parameter_list, numpy, through, text) \
    {.name = #row, .summary = text, .parameters = {parameter_list}},

static const struct method methods[] = {
#include "../methods.def"
};

_Static_assert(sizeof methods / sizeof methods[0] == METHODS, "a row without its index");

/* ---- Parameters --------------------------------------------------------------------------- */

static bool is_for_command(const struct method *m)
{
    return m->name != NULL && *m->summary != '\0';
}

/* How many parameters NumPy's method has: C's own come after them. */
static int parameter_count(const struct method *m)
{
    int count = 0;
    while (count < MAX_PARAMETERS && m->parameters[count].text != NULL &&
           *m->parameters[count].text != '\0')
        count++;
    return count;
}

/* NULL if parameter i has no default; NumPy's None is none either. */
static const char *default_of(const struct method *m, int i)
{
    const char *equals = strchr(m->parameters[i].text, '=');
    return equals == NULL || strcmp(equals, "=None") == 0 ? NULL : equals + 1;
}

/* How many arguments a method needs: its parameters up to the first that may be missing. */
static int least_count(const struct method *m)
{
    int count = 0;
    while (count < parameter_count(m) && strchr(m->parameters[count].text, '=') == NULL)
        count++;
    return count;
}

static int most_count(const struct method *m, const struct way *way)
{
    return way->repeats != NULL ? ANY_NUMBER : parameter_count(m);
}

/* The name of parameter i, for a message. */
static const char *name_of(const struct call *c, int i)
{
    const char *text = c->way->repeats != NULL ? c->way->repeats : c->method->parameters[i].text;
    size_t length = strcspn(text, "=");
    char *name = allocate(length + 1);
    memcpy(name, text, length);
    name[length] = '\0';
    return name;
}

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

static void add_dimension(const struct call *c, const char *what, size_t n)
{
    if (c->a->rank == MAX_RANK)
        refuse(c->method->name, what, "more than 64 dimensions", NULL);
    c->a->dims[c->a->rank++] = n;
}

static void read_dimension(const struct call *c, const char *what, const char *text)
{
    int64_t n = read_int64(c->method->name, what, text);
    if (n < 0)
        refuse(c->method->name, what, "negative dimensions are not allowed", text);
    if ((uint64_t)n > PTRDIFF_MAX)
        check(c, NPRAND_TOO_LARGE);
    add_dimension(c, what, (size_t)n);
}

static void take_size(const struct call *c)
{
    if (c->size == NULL)
        return;
    struct list dims = split(c->size);
    for (size_t i = 0; i < dims.count; i++)
        read_dimension(c, c->size_name, dims.items[i]);
}

/* An array of the shape that the size asks for. */
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

static double *read_list(const struct call *c, const char *what, const char *text, size_t *count)
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

/* ---- Methods that the list has enough of ---------------------------------------------------- */

static union value read_value(const struct call *c, int i)
{
    const char *text = i < c->count ? c->args[i] : default_of(c->method, i);
    union value v;
    if (strcmp(c->method->parameters[i].type, "double") == 0)
        v.as_double = read_double(c->method->name, name_of(c, i), text);
    else
        v.as_int64_t = read_int64(c->method->name, name_of(c, i), text);
    return v;
}

static void fill(const struct call *c, const union value *v)
{
    check(c, c->method->fill(c->rng, v, c->a->count, c->a->data));
}

/* Parameters, then the size. */
static void draw_filled(struct call *c)
{
    union value v[MAX_PARAMETERS];
    for (int i = 0; i < parameter_count(c->method); i++)
        v[i] = read_value(c, i);
    make_sized(c, c->method->kind);
    fill(c, v);
}

/* rand and randn: the arguments are the shape. */
static void draw_shaped(struct call *c)
{
    for (int i = 0; i < c->count; i++)
        read_dimension(c, name_of(c, 0), c->args[i]);
    make(c, c->method->kind);
    fill(c, NULL);
}

/* ---- Integers ----------------------------------------------------------------------------- */

struct dtype {
    const char *name;
    int method; /* the row that draws it */
};

static const struct dtype dtypes[] = {
    {"bool", METHOD_randint_bool},     {"int8", METHOD_randint_int8},
    {"int16", METHOD_randint_int16},   {"int32", METHOD_randint_int32},
    {"int64", METHOD_randint_int64},   {"int", METHOD_randint_int64},
    {"uint8", METHOD_randint_uint8},   {"uint16", METHOD_randint_uint16},
    {"uint32", METHOD_randint_uint32}, {"uint64", METHOD_randint_uint64},
};

enum { DTYPES = sizeof dtypes / sizeof dtypes[0] };

_Noreturn static void refuse_dtype(const struct call *c)
{
    char problem[128] = "none of";
    for (size_t i = 0; i < DTYPES; i++) {
        strcat(problem, i == 0 ? " " : ", ");
        strcat(problem, dtypes[i].name);
    }
    refuse(c->method->name, "--dtype", problem, c->options->dtype);
}

static const struct method *take_dtype(const struct call *c)
{
    const char *name = c->options->dtype;
    if (name == NULL)
        return c->method;
    for (size_t i = 0; i < DTYPES; i++)
        if (strcmp(name, dtypes[i].name) == 0)
            return &methods[dtypes[i].method];
    refuse_dtype(c);
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

static void randint_int64(const struct call *c, struct bounds b)
{
    int64_t low = low_in_int64(c, b);
    size_t n = c->a->count;
    if (is_exactly(b.high, "9223372036854775808")) {
        check(c, nprand_randint_int64_endpoint_fill(c->rng, low, INT64_MAX, n, c->a->data));
        return;
    }
    int64_t high = high_in_int64(c, b);
    /* NumPy has the default dtype in releases that have no other. */
    check(c, c->options->dtype == NULL
                 ? nprand_randint_fill(c->rng, low, high, n, c->a->data)
                 : nprand_randint_int64_fill(c->rng, low, high, n, c->a->data));
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

/* A long of 32 bits, where the type is long: without a dtype, and for int until NumPy 2. */
static bool is_long_32(const struct call *c)
{
    const char *bits = c->options->long_bits;
    const char *dtype = c->options->dtype;
    int major;
    if (bits == NULL || strcmp(bits, "32") != 0)
        return false;
    if (dtype == NULL)
        return true;
    return nprand_get_numpy(c->rng, &major, NULL, NULL) == NPRAND_OK && major < 2 &&
           strcmp(dtype, "int") == 0;
}

/* Bounds beyond int64 are taken as its own, which are out of bounds as well. */
static void randint_narrow(const struct call *c, struct bounds b, const struct method *dtype)
{
    union value v[2];
    to_int64(b.low, &v[0].as_int64_t);
    to_int64(b.high, &v[1].as_int64_t);
    check(c, dtype->fill(c->rng, v, c->a->count, c->a->data));
}

static void draw_randint(struct call *c)
{
    struct bounds b = read_bounds(c, "0");
    const struct method *dtype = take_dtype(c);
    make_sized(c, dtype->kind);
    /* As NumPy: any bounds will do for no elements. */
    if (c->a->count == 0)
        return;
    if (is_long_32(c))
        randint_narrow(c, b, c->method);
    else if (dtype->kind == KIND_INT64)
        randint_int64(c, b);
    else if (dtype->kind == KIND_UINT64)
        randint_uint64(c, b);
    else
        randint_narrow(c, b, dtype);
}

static void draw_random_integers(struct call *c)
{
    int64_t low;
    int64_t high;
    struct bounds b = read_bounds(c, "1");
    make_sized(c, KIND_INT64);
    if (c->a->count == 0)
        return;
    if (is_long_32(c)) {
        to_int64(b.low, &low);
        to_int64(b.high, &high);
    } else {
        low = low_in_int64(c, b);
        high = high_in_int64(c, b);
    }
    check(c, nprand_random_integers_fill(c->rng, low, high, c->a->count, c->a->data));
}

static void draw_bytes(struct call *c)
{
    read_dimension(c, name_of(c, 0), c->args[0]);
    make(c, KIND_BYTES);
    check(c, nprand_bytes(c->rng, c->a->count, c->a->data));
}

/* ---- Distributions with rows -------------------------------------------------------------------- */

static int64_t int64_argument(const struct call *c, int i)
{
    return read_int64(c->method->name, name_of(c, i), c->args[i]);
}

/* An array of the shape that the size asks for, with one more axis of k. Returns how many rows of
 * k that is. */
static size_t make_rows(const struct call *c, enum kind kind, size_t k)
{
    take_size(c);
    add_dimension(c, c->size_name, k);
    make(c, kind);
    return c->a->count / k;
}

static void draw_multinomial(struct call *c)
{
    size_t k;
    int64_t n = int64_argument(c, 0);
    double *pvals = read_list(c, name_of(c, 1), c->args[1], &k);
    size_t rows = make_rows(c, KIND_INT64, k);
    check(c, nprand_multinomial_fill(c->rng, n, pvals, k, rows, c->a->data));
}

static void draw_dirichlet(struct call *c)
{
    size_t k;
    double *alpha = read_list(c, name_of(c, 0), c->args[0], &k);
    size_t rows = make_rows(c, KIND_DOUBLE, k);
    check(c, nprand_dirichlet_fill(c->rng, alpha, k, rows, c->a->data));
}

/* ---- Permutations and samples ------------------------------------------------------------- */

static void draw_shuffle(struct call *c)
{
    make_vector(c, KIND_INT64, (size_t)c->count);
    int64_t *items = c->a->data;
    for (int i = 0; i < c->count; i++)
        items[i] = read_int64(c->method->name, name_of(c, 0), c->args[i]);
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
    int64_t n = int64_argument(c, 0);
    if (n > 0 && (uint64_t)n > PTRDIFF_MAX)
        check(c, NPRAND_TOO_LARGE);
    make_vector(c, KIND_INT64, n > 0 ? (size_t)n : 0);
    check(c, nprand_permutation(c->rng, c->a->count, c->a->data));
}

/* NULL without --p. */
static double *take_p(const struct call *c, int64_t a)
{
    size_t count;
    if (c->options->p == NULL)
        return NULL;
    double *p = read_list(c, "--p", c->options->p, &count);
    if (a < 0 || (uint64_t)a != count)
        check(c, NPRAND_P_SIZE);
    return p;
}

/* Of SIZE_MAX bytes, the library says what is wrong. */
static nprand_work allocate_work(size_t bytes)
{
    return nprand_work_of(bytes == SIZE_MAX ? NULL : allocate(bytes), bytes);
}

static nprand_status fill_choice_form(struct call *c, int64_t a, const double *p)
{
    size_t n = c->a->count;
    int64_t *out = c->a->data;
    bool replace = !(c->options->given & TAKES_NO_REPLACE);
    if (replace && p == NULL)
        return nprand_choice_fill(c->rng, a, n, out);
    if (replace)
        return nprand_choice_p_fill(c->rng, a, p, n, out,
                                    allocate_work(nprand_choice_p_work_size(a)));
    if (p == NULL)
        return nprand_choice_no_replace_fill(c->rng, a, n, out,
                                             allocate_work(nprand_choice_no_replace_work_size(a)));
    return nprand_choice_no_replace_p_fill(c->rng, a, p, n, out,
                                           allocate_work(nprand_choice_no_replace_p_work_size(a)));
}

static void draw_choice(struct call *c)
{
    int64_t a = int64_argument(c, 0);
    double *p = take_p(c, a);
    make_sized(c, KIND_INT64);
    check(c, fill_choice_form(c, a, p));
}

/* ---- Ways --------------------------------------------------------------------------------- */

/* Rows that are not here are drawn by their fill. */
static const struct way ways[METHODS] = {
    [METHOD_rand] = {draw_shaped, 0, "d"},
    [METHOD_randn] = {draw_shaped, 0, "d"},
    [METHOD_randint] = {draw_randint, TAKES_SIZE | TAKES_DTYPE, NULL},
    [METHOD_random_integers] = {draw_random_integers, TAKES_SIZE, NULL},
    [METHOD_multinomial] = {draw_multinomial, TAKES_SIZE, NULL},
    [METHOD_dirichlet] = {draw_dirichlet, TAKES_SIZE, NULL},
    [METHOD_shuffle] = {draw_shuffle, 0, "x"},
    [METHOD_permutation] = {draw_permutation, 0, "x"},
    [METHOD_choice] = {draw_choice, TAKES_SIZE | TAKES_P | TAKES_NO_REPLACE, NULL},
    [METHOD_bytes] = {draw_bytes, 0, NULL},
};

static const struct way by_fill = {draw_filled, TAKES_SIZE, NULL};

static const struct way *way_of(const struct method *m)
{
    const struct way *way = &ways[m - methods];
    return way->draw != NULL ? way : &by_fill;
}

const struct method *find_method(const char *name)
{
    for (int i = 0; i < METHODS; i++)
        if (is_for_command(&methods[i]) && strcmp(name, methods[i].name) == 0)
            return &methods[i];
    return NULL;
}

/* rand and randn do not take --size, and what they take is a size. */
static void refuse_size_of_shaped(const struct call *c)
{
    if (c->way->draw != draw_shaped || c->size == NULL)
        return;
    struct list dims = split(c->size);
    char *instead = allocate(strlen(c->method->name) + strlen(c->size) + 2);
    strcpy(instead, c->method->name);
    for (size_t i = 0; i < dims.count; i++)
        strcat(strcat(instead, " "), dims.items[i]);
    refuse(c->method->name, c->size_name, "give the shape as arguments", instead);
}

/* In NumPy, too, the size comes after the parameters. */
static void take_argument_as_size(struct call *c)
{
    int most = most_count(c->method, c->way);
    if (!(c->way->takes & TAKES_SIZE) || c->count <= most)
        return;
    if (c->count > most + 1)
        refuse(c->method->name, NULL, "too many arguments", c->args[most + 1]);
    if (c->size != NULL)
        refuse(c->method->name, c->size_name, "the size is an argument already", c->args[most]);
    c->size = c->args[most];
    c->size_name = "size";
    c->count = most;
}

void call_method(const struct method *method, const struct options *options, nprand_rng *rng,
                 struct array *a)
{
    struct call c = {
        .method = method,
        .way = way_of(method),
        .options = options,
        .rng = rng,
        .args = options->words + 1,
        .count = options->count - 1,
        .size = options->size,
        .size_name = "--size",
        .a = a,
    };
    refuse_size_of_shaped(&c);
    refuse_other_options(options, method->name, c.way->takes);
    take_argument_as_size(&c);
    if (c.count < least_count(method))
        refuse(method->name, name_of(&c, c.count), "argument missing", NULL);
    if (c.count > most_count(method, c.way))
        refuse(method->name, NULL, "too many arguments", c.args[parameter_count(method)]);
    a->rank = 0;
    c.way->draw(&c);
}

/* Returns how many characters that were. */
static int print_parameters(const struct method *m)
{
    const struct way *way = way_of(m);
    int width = 0;
    int least = least_count(m);
    int count = parameter_count(m);
    if (way->repeats != NULL)
        return printf(count > 0 ? " %s..." : " [%s...]", way->repeats);
    for (int i = 0; i < count; i++) {
        const char *text = m->parameters[i].text;
        int length = (int)(default_of(m, i) != NULL ? strlen(text) : strcspn(text, "="));
        width += printf(i < least ? " %.*s" : " [%.*s", length, text);
    }
    for (int i = least; i < count; i++)
        width += printf("]");
    return width;
}

void print_methods(void)
{
    enum { SUMMARY_COLUMN = 37 };
    for (const struct method *m = methods; m < methods + METHODS; m++) {
        if (m->heading != NULL)
            printf("\n%s\n", m->heading);
        if (!is_for_command(m))
            continue;
        int width = printf("  %s", m->name);
        width += print_parameters(m);
        printf("%*s%s\n", SUMMARY_COLUMN - width, "", m->summary);
    }
}
