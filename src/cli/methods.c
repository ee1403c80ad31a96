/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The table of the methods, and what reads the words behind a method's name.
 */
#include "methods.h"

#include "call.h"
#include "commands.h"
#include "draw_each.h"
#include "error.h"
#include "parse.h"
#include "suggest.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

enum { ANY_NUMBER = INT_MAX };

/* ---- The list ----------------------------------------------------------------------------- */

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

#define P0()           \
    {                  \
        NULL, "", NULL \
    }
#define P1(type, name, text) \
    {                        \
#type, text, #name   \
    }
#define P2(t1, n1, p1, ...) P1(t1, n1, p1), P1(__VA_ARGS__)
#define P3(t1, n1, p1, ...) P1(t1, n1, p1), P2(__VA_ARGS__)
#define P4(t1, n1, p1, ...) P1(t1, n1, p1), P3(__VA_ARGS__)
#define HEADING(text)       {.heading = text},
#define DRAW(method, type, T, parameter_list, numpy_call, word_count, through, text) \
    {.name = #method,                                                                \
     .summary = text,                                                                \
     .numpy = numpy_call,                                                            \
     .parameters = {parameter_list},                                                 \
     .row = ROW_DRAW,                                                                \
     .result = #type,                                                                \
     .element = #T,                                                                  \
     .kind = (enum kind)KIND_OF_##T,                                                 \
     .words = word_count,                                                            \
     .fill = fill_##method},
#define PACKED DRAW
#define WEIGHTED(method, type, T, parameter_list, numpy_call, word_count, through, text) \
    {.name = #method,                                                                    \
     .summary = text,                                                                    \
     .numpy = numpy_call,                                                                \
     .parameters = {parameter_list},                                                     \
     .row = ROW_WEIGHTED,                                                                \
     .result = #type,                                                                    \
     .element = #T,                                                                      \
     .words = word_count},
#define SAMPLE(method, T, parameter_list, numpy_call, through) \
    {.name = #method,                                          \
     .summary = "",                                            \
     .numpy = numpy_call,                                      \
     .parameters = {parameter_list},                           \
     .row = ROW_SAMPLE,                                        \
     .element = #T},
#define ROWS(method, T, parameter_list, numpy_call, through, text) \
    {.name = #method,                                              \
     .summary = text,                                              \
     .numpy = numpy_call,                                          \
     .parameters = {parameter_list},                               \
     .row = ROW_ROWS,                                              \
     .element = #T},
#define ARRAY(method, parameter_list, numpy_call, through, text) \
    {.name = #method,                                            \
     .summary = text,                                            \
     .numpy = numpy_call,                                        \
     .parameters = {parameter_list},                             \
     .row = ROW_ARRAY},

const struct method methods[METHODS] = {
#include "../methods.def"
    /* Of nprand_lapack.h, which is no part of the list. */
    [HEADING_LAPACK] =
        {.heading = "Multivariate normal; cov: k rows of k numbers, 1,0,0,1 or [[1, 0], [0, 1]]"},
    [METHOD_multivariate_normal] = {.name = "multivariate_normal",
                                    .summary = "correlated normals, by LAPACK",
                                    .numpy = "",
                                    .parameters = {{"const double *", "mean", "mean"},
                                                   {"const double *", "cov", "cov"},
                                                   {"size_t", "", "k"},
                                                   {"nprand_check_valid", "", "check_valid"},
                                                   {"double", "", "tol"}},
                                    .row = ROW_LAPACK,
                                    .element = "double",
                                    .kind = KIND_DOUBLE},
};

/* ---- Parameters --------------------------------------------------------------------------- */

bool is_for_command(const struct method *m)
{
    return m->name != NULL && *m->summary != '\0';
}

/* C's own come after them. */
int parameter_count(const struct method *m)
{
    int count = 0;
    while (count < MAX_PARAMETERS && m->parameters[count].text != NULL &&
           *m->parameters[count].text != '\0')
        count++;
    return count;
}

/* NumPy's None is no default. */
const char *default_of(const struct method *m, int i)
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

/* ---- Methods that the list has enough of ---------------------------------------------------- */

void prepare_filled(struct call *c)
{
    struct draw *d = c->d;
    if (has_arrays(c)) {
        prepare_each(c);
        return;
    }
    for (int i = 0; i < parameter_count(c->method); i++)
        d->v[i] = read_value(c, i);
    d->fixed = c->method->words > 0;
    shape_as_size(c, c->method->kind);
}

/* rand and randn: the arguments are the shape. */
static void prepare_shaped(struct call *c)
{
    for (int i = 0; i < c->count; i++)
        add_dimensions(c, "d", c->args[i]);
    c->d->fixed = c->method->words > 0;
    shape_as_is(c, c->method->kind);
}

/* ---- Ways --------------------------------------------------------------------------------- */

#define SIZE  OPTION_BIT(OPTION_SIZE)
#define DTYPE OPTION_BIT(OPTION_DTYPE)

/* Rows that are not here are drawn by their fill. */
static const struct way ways[METHODS] = {
    [METHOD_rand] = {prepare_shaped, DTYPE, "d"},
    [METHOD_randn] = {prepare_shaped, DTYPE, "d"},
    [METHOD_randint] = {prepare_randint, SIZE | DTYPE, NULL},
    [METHOD_random_integers] = {prepare_random_integers, SIZE | DTYPE, NULL},
    [METHOD_multinomial] = {prepare_multinomial, SIZE | DTYPE, NULL},
    [METHOD_dirichlet] = {prepare_dirichlet, SIZE | DTYPE, NULL},
    [METHOD_shuffle] = {prepare_shuffle, DTYPE, "x"},
    [METHOD_permutation] = {prepare_permutation, DTYPE, "x"},
    [METHOD_choice] = {prepare_choice,
                       SIZE | DTYPE | OPTION_BIT(OPTION_P) | OPTION_BIT(OPTION_NO_REPLACE), NULL},
    [METHOD_bytes] = {prepare_bytes, 0, NULL},
    [METHOD_random_raw] = {prepare_random_raw, SIZE | DTYPE, NULL},
    [METHOD_multivariate_normal] = {prepare_multivariate_normal, SIZE | DTYPE, NULL},
};

static const struct way by_fill = {prepare_filled, SIZE | DTYPE, NULL};

static const struct way *way_of(const struct method *m)
{
    const struct way *way = &ways[m - methods];
    return way->prepare != NULL ? way : &by_fill;
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
    if (c->way->prepare != prepare_shaped || c->size == NULL)
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
    if (!(c->way->takes & SIZE) || c->count <= most)
        return;
    if (c->count > most + 1)
        refuse(c->method->name, NULL, "too many arguments", c->args[most + 1]);
    if (c->size != NULL)
        refuse(c->method->name, c->size_name, "the size is an argument already", c->args[most]);
    c->size = c->args[most];
    c->size_name = "size";
    c->count = most;
}

const uint64_t common_options =
    OPTION_BIT(OPTION_SEED) | OPTION_BIT(OPTION_STATE) | OPTION_BIT(OPTION_SAVE_STATE) |
    OPTION_BIT(OPTION_SKIP) | OPTION_BIT(OPTION_SKIP_WORDS) | OPTION_BIT(OPTION_THREADS) |
    OPTION_BIT(OPTION_FORMAT) | OPTION_BIT(OPTION_OUTPUT) | OPTION_BIT(OPTION_BYTE_ORDER) |
    OPTION_BIT(OPTION_REPR) | OPTION_BIT(OPTION_SUMMARY) | OPTION_BIT(OPTION_QUIET);

/* What every draw of NumPy takes too. */
static const uint64_t numpy_options =
    OPTION_BIT(OPTION_NUMPY) | OPTION_BIT(OPTION_LONG_BITS) | OPTION_BIT(OPTION_SEED_SEQUENCE) |
    OPTION_BIT(OPTION_SPAWN_KEY) | OPTION_BIT(OPTION_POOL_SIZE) | OPTION_BIT(OPTION_GYM_SEED);

uint64_t options_of(const struct method *m)
{
    return common_options | numpy_options | way_of(m)->takes;
}

static void refuse_wrong_words(struct call *c, uint64_t common)
{
    const char *name = c->method->name;
    refuse_size_of_shaped(c);
    refuse_other_options(c->options, name, common | c->way->takes);
    take_argument_as_size(c);
    if (c->count < least_count(c->method))
        refuse(name, name_of(c, c->count), "argument missing", NULL);
    if (c->count > most_count(c->method, c->way))
        refuse(name, NULL, "too many arguments", c->args[parameter_count(c->method)]);
}

static nprand_status fill_by_row(struct draw *d, size_t n, void *out)
{
    return d->method->fill(d->rng, d->v, n, out);
}

/* Draws one unit from a copy of the generator, to find what is refused. Of no elements, any
 * parameters are accepted that the fill accepts. */
static void check_draw(const struct call *c)
{
    struct draw *d = c->d;
    nprand_rng *rng = d->rng;
    nprand_rng copy = *rng;
    size_t n = d->count < d->unit ? (size_t)d->count : d->unit;
    void *out = allocate(d->unit * kind_size(d->drawn));
    d->rng = &copy;
    bool checks = d->check != NULL && (d->count > 0 || d->whole);
    check(c, checks ? d->check(d, out) : d->fill(d, n, out));
    d->rng = rng;
    d->spares = 0;
}

struct call begin_call(struct draw *d, const struct options *options, nprand_rng *rng)
{
    return (struct call){
        .options = options,
        .rng = rng,
        .args = options->words + 1,
        .count = options->count - 1,
        .size = options->value[OPTION_SIZE],
        .size_name = "--size",
        .d = d,
    };
}

void prepare_call(struct call *c, uint64_t common)
{
    struct draw *d = c->d;
    refuse_wrong_words(c, common);
    *d = (struct draw){.method = c->method, .name = c->method->name, .unit = 1, .rng = c->rng};
    d->is_python = c->is_python;
    d->fill = fill_by_row;
    c->way->prepare(c);
    if (d->limit == 0)
        d->limit = d->unit < CHUNK ? CHUNK / d->unit * d->unit : d->unit;
    check_draw(c);
}

void prepare_draw(struct draw *d, const struct options *options, nprand_rng *rng)
{
    struct call c = begin_call(d, options, rng);
    c.method = find_method(options->words[0]);
    if (c.method == NULL && find_command(options->words[0]) != NULL)
        refuse(NULL, NULL, "a method of NumPy is needed here, and this is a command",
               options->words[0]);
    if (c.method == NULL)
        refuse_unknown("method", "nprand --help lists them", options->words[0], suggest_word);
    c.way = way_of(c.method);
    prepare_call(&c, common_options | numpy_options);
}

/* The shape of rand and randn is their arguments. */
static void give_shape(struct options *options, const char *size)
{
    char **words = allocate(2 * sizeof *words);
    words[0] = options->words[0];
    words[1] = strcpy(allocate(strlen(size) + 1), size);
    options->words = words;
    options->count = 2;
}

bool give_size(struct options *options, const char *size)
{
    const struct method *m = find_method(options->words[0]);
    const struct way *way = way_of(m);
    int arguments = options->count - 1;
    if (is_given(options, OPTION_SIZE))
        return false;
    if (way->prepare == prepare_shaped) {
        if (arguments > 0)
            return false;
        give_shape(options, size);
        return true;
    }
    if (!(way->takes & SIZE) || arguments > most_count(m, way))
        return false;
    options->value[OPTION_SIZE] = size;
    return true;
}

int print_call(const struct method *m, const struct way *way)
{
    int width = printf("%s", m->name);
    int least = least_count(m);
    int count = parameter_count(m);
    if (way->repeats != NULL)
        return width + printf(count > 0 ? " %s..." : " [%s...]", way->repeats);
    for (int i = 0; i < count; i++) {
        const char *text = m->parameters[i].text;
        int length = (int)(default_of(m, i) != NULL ? strlen(text) : strcspn(text, "="));
        width += printf(i < least ? " %.*s" : " [%.*s", length, text);
    }
    for (int i = least; i < count; i++)
        width += printf("]");
    return width;
}

int print_synopsis(const struct method *m)
{
    return print_call(m, way_of(m));
}

void print_methods(void)
{
    enum { SUMMARY_COLUMN = 37 };
    for (const struct method *m = methods; m < methods + METHODS; m++) {
        if (m->heading != NULL)
            printf("\n%s\n", m->heading);
        if (!is_for_command(m))
            continue;
        int width = printf("  ") + print_synopsis(m);
        printf("%*s%s\n", SUMMARY_COLUMN - width, "", m->summary);
    }
}
