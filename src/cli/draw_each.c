/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Parameters that are arrays. A chunk is drawn by one call of the each form: the values of each
 * parameter are laid out in a buffer first, one for each element of the chunk.
 */
#include "draw_each.h"

#include "array.h"
#include "error.h"
#include "parse.h"
#include "population.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* ---- Functions ------------------------------------------------------------------------------ */

/* Value i of a parameter is first[i step]. */
struct column {
    const union value *first;
    ptrdiff_t step;
};

/* each_name draws by nprand_name_each, with parameters from columns. */
#define C1(i, type)                            , (const type *)p[i].first, p[i].step
#define P1(t1, n1, p1)                         C1(0, t1)
#define P2(t1, n1, p1, t2, n2, p2)             C1(0, t1) C1(1, t2)
#define P3(t1, n1, p1, t2, n2, p2, t3, n3, p3) C1(0, t1) C1(1, t2) C1(2, t3)
#define EACH(name, result, T, parameters, ...)                                                     \
    static nprand_status each_##name(nprand_rng *rng, const struct column *p, size_t n, void *out) \
    {                                                                                              \
        return nprand_##name##_each(rng parameters, n, (T *)out);                                  \
    }
#define PACKED EACH
#include "../methods.def"

typedef nprand_status each_function(nprand_rng *rng, const struct column *p, size_t n, void *out);

static each_function *const each_functions[METHODS] = {
#define EACH(name, ...) [METHOD_##name] = each_##name,
#define PACKED          EACH
#include "../methods.def"
};

/* ---- Parameters ----------------------------------------------------------------------------- */

struct parameter_values {
    const char *name;
    size_t rank; /* 0: one value */
    uint64_t dims[MAX_RANK];
    uint64_t strides[MAX_RANK]; /* in elements; 0 where the one element of an axis is for all */
    size_t count;
    union value *values;
    union value *chunk; /* the values for a chunk, or NULL */
};

struct each {
    each_function *function;
    int count;
    struct parameter_values parameters[MAX_PARAMETERS];
    size_t rank; /* the shape that the parameters broadcast to */
    uint64_t dims[MAX_RANK];
    size_t room; /* elements of the chunks of the parameters */
};

bool has_arrays(const struct call *c)
{
    for (int i = 0; i < c->count; i++)
        if (is_list(c->args[i]))
            return !c->is_python;
    return false;
}

static void set_strides(struct parameter_values *p)
{
    uint64_t stride = 1;
    for (size_t axis = p->rank; axis-- > 0;) {
        p->strides[axis] = p->dims[axis] == 1 ? 0 : stride;
        stride *= p->dims[axis];
    }
}

void add_parameter(struct call *c, int i, const char *text, read_element *read)
{
    if (c->d->each == NULL)
        c->d->each = memset(allocate(sizeof *c->d->each), 0, sizeof *c->d->each);
    struct each *each = c->d->each;
    struct parameter_values *p = &each->parameters[each->count++];
    struct array array = {.count = 1, .items = (char *[]){(char *)text}};
    p->name = name_of(c, i);
    if (is_list(text))
        array = read_array(c->method->name, p->name, text);
    p->rank = array.rank;
    memcpy(p->dims, array.dims, sizeof p->dims);
    p->count = array.count;
    p->values = allocate((array.count + 1) * sizeof *p->values); /* none are not NULL either */
    for (size_t k = 0; k < array.count; k++)
        p->values[k] = read(c, i, array.items[k]);
    set_strides(p);
}

/* ---- The shape ------------------------------------------------------------------------------ */

enum { SHAPE_TEXT = MAX_RANK * 24 };

static const char *shape_text(size_t rank, const uint64_t *dims)
{
    char *text = allocate(SHAPE_TEXT);
    char *at = text + sprintf(text, "(");
    for (size_t i = 0; i < rank; i++)
        at += sprintf(at, "%s%" PRIu64, i > 0 ? ", " : "", dims[i]);
    sprintf(at, rank == 1 ? ",)" : ")");
    return text;
}

/* NumPy's words, with the names of the parameters in place of their numbers. */
_Noreturn static void refuse_shapes(const struct call *c, const char *one, const char *shape,
                                    const struct parameter_values *p)
{
    char problem[256 + 2 * SHAPE_TEXT];
    snprintf(problem, sizeof problem,
             "shape mismatch: objects cannot be broadcast to a single shape. Mismatch is between "
             "%s with shape %s and %s with shape %s",
             one, shape, p->name, shape_text(p->rank, p->dims));
    refuse(c->method->name, NULL, problem, NULL);
}

/* Two shapes fit if, from the last axis on, the lengths are equal or one of them is 1. */
static bool do_fit(size_t rank, const uint64_t *dims, const struct parameter_values *p)
{
    size_t axes = rank < p->rank ? rank : p->rank;
    for (size_t k = 1; k <= axes; k++) {
        uint64_t a = dims[rank - k];
        uint64_t b = p->dims[p->rank - k];
        if (a != b && a != 1 && b != 1)
            return false;
    }
    return true;
}

/* The shape of rank and dims, widened to that of the parameter too. */
static size_t widen(size_t rank, uint64_t *dims, const struct parameter_values *p)
{
    size_t more = p->rank > rank ? p->rank - rank : 0;
    memmove(dims + more, dims, rank * sizeof *dims);
    for (size_t axis = 0; axis < more; axis++)
        dims[axis] = 1;
    rank += more;
    for (size_t k = 1; k <= p->rank; k++)
        if (dims[rank - k] == 1)
            dims[rank - k] = p->dims[p->rank - k];
    return rank;
}

static void broadcast_parameters(const struct call *c, struct each *each)
{
    for (int i = 0; i < each->count; i++) {
        const struct parameter_values *p = &each->parameters[i];
        for (int k = 0; k < i; k++) {
            const struct parameter_values *q = &each->parameters[k];
            if (!do_fit(q->rank, q->dims, p))
                refuse_shapes(c, q->name, shape_text(q->rank, q->dims), p);
        }
        each->rank = widen(each->rank, each->dims, p);
    }
}

/* The size is the shape of the result: the parameters broadcast to it, and not beyond. */
static void check_typed_size(const struct call *c, const struct each *each)
{
    char problem[128 + 2 * SHAPE_TEXT];
    struct draw *d = c->d;
    uint64_t dims[MAX_RANK];
    size_t rank = d->rank;
    memcpy(dims, d->dims, sizeof dims);
    for (int i = 0; i < each->count; i++) {
        const struct parameter_values *p = &each->parameters[i];
        if (!do_fit(d->rank, d->dims, p))
            refuse_shapes(c, c->size_name, shape_text(d->rank, d->dims), p);
        rank = widen(rank, dims, p);
    }
    if (rank == d->rank && memcmp(dims, d->dims, rank * sizeof *dims) == 0)
        return;
    snprintf(problem, sizeof problem,
             "Output size %s is not compatible with broadcast dimensions of inputs %s",
             shape_text(d->rank, d->dims), shape_text(each->rank, each->dims));
    refuse(c->method->name, c->size_name, problem, NULL);
}

void add_broadcast_shape(struct call *c)
{
    struct each *each = c->d->each;
    broadcast_parameters(c, each);
    if (c->size != NULL) {
        add_size(c);
        check_typed_size(c, each);
        return;
    }
    for (size_t axis = 0; axis < each->rank; axis++)
        add_dimension(c, c->size_name, each->dims[axis]);
}

/* ---- Chunks --------------------------------------------------------------------------------- */

/* The place in p of element i of an array with the given shape. */
static size_t place_of_value(const struct parameter_values *p, size_t rank, const uint64_t *dims,
                             uint64_t i)
{
    uint64_t place = 0;
    for (size_t k = 1; k <= p->rank; k++) {
        uint64_t length = dims[rank - k];
        place += i % length * p->strides[p->rank - k];
        i /= length;
    }
    return (size_t)place;
}

/* The values for n elements from the element done on. */
static void lay_out(struct parameter_values *p, size_t rank, const uint64_t *dims, uint64_t done,
                    size_t n)
{
    for (size_t i = 0; i < n; i++)
        p->chunk[i] = p->values[place_of_value(p, rank, dims, done + i)];
}

static void need_room(struct each *each, size_t n)
{
    if (n <= each->room)
        return;
    each->room = n;
    for (int i = 0; i < each->count; i++) {
        give_back(each->parameters[i].chunk);
        each->parameters[i].chunk = allocate(n * sizeof(union value));
    }
}

/* Draws n elements, at least one, of an array with the given shape, from the element done on. */
static nprand_status call_each(struct draw *d, size_t rank, const uint64_t *dims, uint64_t done,
                               size_t n, void *out)
{
    struct each *each = d->each;
    struct column columns[MAX_PARAMETERS];
    need_room(each, n);
    for (int i = 0; i < each->count; i++) {
        struct parameter_values *p = &each->parameters[i];
        bool is_one = p->count == 1;
        columns[i] = (struct column){is_one ? p->values : p->chunk, is_one ? 0 : 1};
        if (!is_one)
            lay_out(p, rank, dims, done, n);
    }
    return each->function(d->rng, columns, n, out);
}

/* All sets of parameters, before the first draw. The function looks at out last: NULL draws
 * nothing. */
static nprand_status check_sets(struct draw *d)
{
    const struct each *each = d->each;
    uint64_t count = 1;
    for (size_t axis = 0; axis < each->rank; axis++)
        count *= each->dims[axis];
    for (uint64_t done = 0; done < count; done += CHUNK) {
        size_t n = count - done < CHUNK ? (size_t)(count - done) : CHUNK;
        nprand_status status = call_each(d, each->rank, each->dims, done, n, NULL);
        if (status != NPRAND_NULL_POINTER)
            return status;
    }
    return NPRAND_OK;
}

/* NumPy looks at the values of a parameter even if they broadcast with none. */
static nprand_status check_values(struct draw *d)
{
    struct each *each = d->each;
    struct column columns[MAX_PARAMETERS];
    for (int i = 0; i < each->count; i++)
        columns[i] = (struct column){each->parameters[i].values, 1};
    for (int i = 0; i < each->count; i++) {
        for (size_t k = 0; k < each->parameters[i].count; k++) {
            columns[i] = (struct column){&each->parameters[i].values[k], 0};
            nprand_status status = each->function(d->rng, columns, 0, NULL);
            if (status != NPRAND_OK)
                return status;
        }
        columns[i].step = 1;
    }
    return NPRAND_OK;
}

static nprand_status check_each(struct draw *d, void *out)
{
    (void)out;
    return check_sets(d);
}

/* A fill of no elements is a check too. */
static nprand_status fill_each(struct draw *d, size_t n, void *out)
{
    if (n > 0)
        return call_each(d, d->rank, d->dims, d->done, n, out);
    nprand_status status = check_sets(d);
    return status == NPRAND_OK ? check_values(d) : status;
}

/* Values of 8 and 16 bits share words across a whole call. */
static void draw_packed_whole(struct draw *d)
{
    d->whole = kind_size(d->drawn) < 4 && d->count > CHUNK;
    d->memory = d->count * (kind_size(d->drawn) + (uint64_t)d->each->count * sizeof(union value));
}

void draw_each(struct draw *d, int row)
{
    d->method = &methods[row];
    d->each->function = each_functions[row];
    d->fill = fill_each;
    d->check = check_each;
    draw_packed_whole(d);
}

/* ---- Methods that the list has enough of ---------------------------------------------------- */

static union value read_by_type(const struct call *c, int i, const char *text)
{
    union value v;
    if (strcmp(c->method->parameters[i].type, "double") == 0)
        v.as_double = read_double(c->method->name, name_of(c, i), text);
    else
        v.as_int64_t = read_int64(c->method->name, name_of(c, i), text);
    return v;
}

int array_parameter_count(const struct method *m)
{
    if (each_functions[m - methods] == NULL)
        return 0;
    /* NumPy takes no array for the high of random_integers. */
    return m == &methods[METHOD_random_integers] ? 1 : parameter_count(m);
}

void prepare_each(struct call *c)
{
    for (int i = 0; i < parameter_count(c->method); i++)
        add_parameter(c, i, i < c->count ? c->args[i] : default_of(c->method, i), read_by_type);
    add_broadcast_shape(c);
    shape_as_is(c, c->method->kind);
    draw_each(c->d, (int)(c->method - methods));
}
