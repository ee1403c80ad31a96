/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Sequences and bytes of Python's random.
 */
#include "../../include/nprand_python.h"
#include "error.h"
#include "parse.h"
#include "population.h"
#include "python.h"

/* ---- Populations ---------------------------------------------------------------------------- */

/* A list, or an integer n for range(n). Its number of elements is the first value of the draw. */
static struct population read_py_population(struct call *c)
{
    const char *text = c->args[0];
    if (is_list(text)) {
        struct list list = split(text);
        struct population p = read_population(c, &list);
        c->d->v[0].as_int64_t = (int64_t)p.count;
        return p;
    }
    if (!is_integer(text))
        refuse(c->method->name, name_of(c, 0), "neither an integer nor a list", text);
    int64_t n = int64_argument(c, 0);
    c->d->v[0].as_int64_t = n > 0 ? n : 0; /* range(-1) is empty */
    return (struct population){.kind = KIND_INT64};
}

static void shape_as_population(struct call *c, struct population *p)
{
    if (p->values != NULL)
        shape_as_values(c, p);
    else
        shape_as_is(c, KIND_INT64);
}

void prepare_py_choice(struct call *c)
{
    struct population p = read_py_population(c);
    add_size(c);
    shape_as_population(c, &p);
}

static void add_k(struct call *c)
{
    const char *k = c->count > 1 ? c->args[1] : default_of(c->method, 1);
    add_dimensions(c, "k", k);
    if (c->d->rank != 1)
        refuse(c->method->name, "k", "not an integer", k);
}

/* ---- choices -------------------------------------------------------------------------------- */

static nprand_status fill_choices(struct draw *d, size_t n, void *out)
{
    return nprand_py_choices(d->rng, d->v[0].as_int64_t, n, out);
}

static nprand_status fill_choices_weights(struct draw *d, size_t n, void *out)
{
    int64_t population = d->v[0].as_int64_t;
    size_t size = nprand_py_choices_weights_work_size(population);
    if (d->items == NULL && size != SIZE_MAX)
        d->items = allocate(size);
    return nprand_py_choices_weights(d->rng, population, d->list, n, out,
                                     nprand_work_of(d->items, size));
}

static nprand_status fill_choices_cum_weights(struct draw *d, size_t n, void *out)
{
    return nprand_py_choices_cum_weights(d->rng, d->v[0].as_int64_t, d->list, n, out);
}

static void read_weights(struct call *c)
{
    struct draw *d = c->d;
    const char *weights = c->options->value[OPTION_WEIGHTS];
    const char *cum_weights = c->options->value[OPTION_CUM_WEIGHTS];
    const char *text = weights != NULL ? weights : cum_weights;
    const char *name = weights != NULL ? "--weights" : "--cum-weights";
    size_t count;
    d->fill = fill_choices;
    if (text == NULL)
        return;
    if (weights != NULL && cum_weights != NULL)
        refuse(c->method->name, NULL, "Cannot specify both weights and cumulative weights", NULL);
    d->list = read_list(c, name, text, &count);
    if (count != (uint64_t)d->v[0].as_int64_t)
        refuse(c->method->name, name, "The number of weights does not match the population", text);
    d->fill = weights != NULL ? fill_choices_weights : fill_choices_cum_weights;
}

void prepare_choices(struct call *c)
{
    struct population p = read_py_population(c);
    read_weights(c);
    c->d->fixed = true;
    add_k(c);
    shape_as_population(c, &p);
}

/* ---- sample --------------------------------------------------------------------------------- */

static nprand_status fill_py_sample(struct draw *d, size_t n, void *out)
{
    int64_t population = d->v[0].as_int64_t;
    size_t size = nprand_py_sample_work_size(population, n);
    void *work = allocate(size != SIZE_MAX ? size : 0);
    nprand_status status = nprand_py_sample(d->rng, population, n, out, nprand_work_of(work, size));
    give_back(work);
    return status;
}

static nprand_status fill_sample_counts(struct draw *d, size_t n, void *out)
{
    size_t size = nprand_py_sample_counts_work_size(d->items, d->k, n);
    void *work = allocate(size != SIZE_MAX ? size : 0);
    nprand_status status =
        nprand_py_sample_counts(d->rng, d->items, d->k, n, out, nprand_work_of(work, size));
    give_back(work);
    return status;
}

/* The work space is looked at after all other arguments: without it, nothing is drawn. */
static nprand_status check_py_sample(struct draw *d, void *out)
{
    nprand_work none = nprand_work_of(NULL, 0);
    size_t n = (size_t)d->count;
    nprand_status status = d->items == NULL
                               ? nprand_py_sample(d->rng, d->v[0].as_int64_t, n, out, none)
                               : nprand_py_sample_counts(d->rng, d->items, d->k, n, out, none);
    return status == NPRAND_WORK_MISSING ? NPRAND_OK : status;
}

static void read_counts(struct call *c)
{
    struct draw *d = c->d;
    const char *text = c->options->value[OPTION_COUNTS];
    d->fill = fill_py_sample;
    if (text == NULL)
        return;
    struct list list = split(text);
    if (list.count != (uint64_t)d->v[0].as_int64_t)
        refuse(c->method->name, "--counts", "The number of counts does not match the population",
               text);
    d->k = list.count;
    d->items = allocate((list.count + 1) * sizeof *d->items);
    for (size_t i = 0; i < list.count; i++)
        d->items[i] = read_int64(c->method->name, "--counts", list.items[i]);
    d->fill = fill_sample_counts;
}

static size_t work_size_of_sample(const struct draw *d)
{
    size_t n = (size_t)d->count;
    return d->items == NULL ? nprand_py_sample_work_size(d->v[0].as_int64_t, n)
                            : nprand_py_sample_counts_work_size(d->items, d->k, n);
}

void prepare_sample(struct call *c)
{
    struct draw *d = c->d;
    struct population p = read_py_population(c);
    read_counts(c);
    d->check = check_py_sample;
    d->whole = true;
    add_k(c);
    shape_as_population(c, &p);
    size_t work = work_size_of_sample(d);
    d->memory = bytes_of_draw(d) + (work == SIZE_MAX ? 0 : work);
}

/* ---- shuffle -------------------------------------------------------------------------------- */

static nprand_status fill_py_shuffle(struct draw *d, size_t n, void *out)
{
    int64_t *places = out;
    for (size_t i = 0; i < n; i++)
        places[i] = (int64_t)i;
    return nprand_py_shuffle(d->rng, places, n, sizeof *places);
}

static nprand_status check_no_parameter(struct draw *d, void *out)
{
    (void)d;
    (void)out;
    return NPRAND_OK;
}

void prepare_py_shuffle(struct call *c)
{
    struct draw *d = c->d;
    struct population p;
    d->fill = fill_py_shuffle;
    d->check = check_no_parameter;
    d->whole = true;
    if (c->count == 1 && !is_list(c->args[0])) {
        p = read_py_population(c);
        p.count = (size_t)d->v[0].as_int64_t;
    } else {
        struct list list = list_of_arguments(c);
        p = read_population(c, &list);
    }
    add_dimension(c, "x", p.count);
    shape_as_population(c, &p);
    d->memory = bytes_of_draw(d);
}

/* ---- The others ----------------------------------------------------------------------------- */

static nprand_status fill_randbytes(struct draw *d, size_t n, void *out)
{
    return nprand_py_randbytes(d->rng, n, out);
}

void prepare_randbytes(struct call *c)
{
    c->d->fill = fill_randbytes;
    shape_as_bytes(c);
}

/* Without a mode, the triangle is symmetric. */
void prepare_py_triangular(struct call *c)
{
    if (c->count < 3)
        c->method = &py_methods[PY_py_triangular_symmetric];
    c->d->method = c->method;
    prepare_filled(c);
}
