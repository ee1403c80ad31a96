/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Permutations and samples. Those that NumPy makes from the whole population are drawn at once.
 */
#include "call.h"
#include "error.h"
#include "parse.h"
#include "population.h"

#include <string.h>

/* One dimension of n, drawn at once with bytes of memory beside the array. */
static void shape_as_whole(struct call *c, uint64_t n, uint64_t bytes)
{
    struct draw *d = c->d;
    add_dimension(c, "size", n);
    d->whole = true;
    shape_as_is(c, KIND_INT64);
    d->memory = bytes + bytes_of_draw(d);
}

/* Nothing that the parameters could be refused for. */
static nprand_status check_nothing(struct draw *d, void *out)
{
    (void)d;
    (void)out;
    return NPRAND_OK;
}

/* ---- shuffle and permutation ---------------------------------------------------------------- */

static nprand_status fill_shuffled(struct draw *d, size_t n, void *out)
{
    memcpy(out, d->items, n * sizeof *d->items);
    return nprand_shuffle(d->rng, out, n, sizeof *d->items);
}

/* The places of the elements are shuffled: that takes the words that the elements take. */
void prepare_shuffle(struct call *c)
{
    struct draw *d = c->d;
    struct list list = list_of_arguments(c);
    struct population p = read_population(c, &list);
    d->items = allocate(p.count * sizeof *d->items);
    for (size_t i = 0; i < p.count; i++)
        d->items[i] = (int64_t)i;
    d->fill = fill_shuffled;
    d->check = check_nothing;
    d->whole = true;
    add_dimension(c, "size", p.count);
    shape_as_values(c, &p);
}

static nprand_status fill_permutation(struct draw *d, size_t n, void *out)
{
    return nprand_permutation(d->rng, n, out);
}

/* Of one number: of the numbers below it, of which there are none below a negative one. A
 * permutation of several is a copy of them, shuffled. */
void prepare_permutation(struct call *c)
{
    if (c->count > 1 || is_list(c->args[0])) {
        prepare_shuffle(c);
        return;
    }
    const char *plain = plain_integer(c->args[0]);
    int64_t n =
        plain != NULL ? read_int64(c->method->name, name_of(c, 0), plain) : int64_argument(c, 0);
    if (n > 0 && (uint64_t)n > PTRDIFF_MAX)
        check(c, NPRAND_TOO_LARGE);
    c->d->fill = fill_permutation;
    c->d->check = check_nothing;
    shape_as_whole(c, n > 0 ? (uint64_t)n : 0, 0);
}

/* ---- choice --------------------------------------------------------------------------------- */

/* Of SIZE_MAX bytes, the library says what is wrong. */
static nprand_work work_of(struct draw *d, size_t bytes)
{
    if (d->items == NULL && bytes != SIZE_MAX)
        d->items = allocate(bytes);
    return nprand_work_of(bytes == SIZE_MAX ? NULL : d->items, bytes);
}

static nprand_status fill_choice(struct draw *d, size_t n, void *out)
{
    return nprand_choice_fill(d->rng, d->v[0].as_int64_t, n, out);
}

static nprand_status fill_choice_p(struct draw *d, size_t n, void *out)
{
    int64_t a = d->v[0].as_int64_t;
    return nprand_choice_p_fill(d->rng, a, d->list, n, out,
                                work_of(d, nprand_choice_p_work_size(a)));
}

/* Few of many need no work space: see nprand_choice_no_replace_fill(). */
static size_t sample_work_size(const struct draw *d)
{
    enum { FEW = 1024 };
    int64_t a = d->v[0].as_int64_t;
    return d->count <= FEW && a <= INT64_C(1) << 32 ? 0 : nprand_choice_no_replace_work_size(a);
}

static nprand_status fill_sample(struct draw *d, size_t n, void *out)
{
    size_t bytes = sample_work_size(d);
    nprand_work work = bytes == 0 ? nprand_work_of(NULL, 0) : work_of(d, bytes);
    return nprand_choice_no_replace_fill(d->rng, d->v[0].as_int64_t, n, out, work);
}

static nprand_status fill_sample_p(struct draw *d, size_t n, void *out)
{
    int64_t a = d->v[0].as_int64_t;
    return nprand_choice_no_replace_p_fill(d->rng, a, d->list, n, out,
                                           work_of(d, nprand_choice_no_replace_p_work_size(a)));
}

/* The work space is looked at after all other arguments: of 0 bytes, nothing is drawn. */
static nprand_status check_sample(struct draw *d, void *out)
{
    int64_t a = d->v[0].as_int64_t;
    size_t n = (size_t)d->count;
    uint64_t no_bytes;
    nprand_work none = nprand_work_of(&no_bytes, 0);
    nprand_status status = d->list == NULL
                               ? nprand_choice_no_replace_fill(d->rng, a, n, out, none)
                               : nprand_choice_no_replace_p_fill(d->rng, a, d->list, n, out, none);
    return status == NPRAND_WORK_TOO_SMALL ? NPRAND_OK : status;
}

/* NULL without --p. */
static double *take_p(const struct call *c, int64_t a)
{
    size_t count;
    const char *text = c->options->value[OPTION_P];
    if (text == NULL)
        return NULL;
    double *p = read_list(c, "--p", text, &count);
    if (a < 0 || (uint64_t)a != count)
        check(c, NPRAND_P_SIZE);
    return p;
}

static void settle_sample(struct draw *d)
{
    int64_t a = d->v[0].as_int64_t;
    size_t work = d->list == NULL ? sample_work_size(d) : nprand_choice_no_replace_p_work_size(a);
    d->fill = d->list == NULL ? fill_sample : fill_sample_p;
    d->check = check_sample;
    d->fixed = false; /* the words are those of the whole sample */
    d->whole = true;
    d->memory = bytes_of_draw(d) + (work == SIZE_MAX ? 0 : work);
}

/* Of an integer a: of 0 to a - 1. */
static struct population read_choice(struct call *c)
{
    if (is_list(c->args[0])) {
        struct list list = list_of_elements(c, c->args[0]);
        struct population p = read_population(c, &list);
        c->d->v[0].as_int64_t = (int64_t)p.count;
        return p;
    }
    if (!is_number(c->args[0]))
        refuse(c->method->name, name_of(c, 0), "neither an integer nor a list", c->args[0]);
    c->d->v[0].as_int64_t = int64_argument(c, 0);
    return (struct population){.kind = KIND_INT64};
}

void prepare_choice(struct call *c)
{
    struct draw *d = c->d;
    struct population p = read_choice(c);
    int64_t a = d->v[0].as_int64_t;
    d->list = take_p(c, a);
    d->fill = d->list == NULL ? fill_choice : fill_choice_p;
    d->fixed = d->list != NULL || (a > 0 && (a & (a - 1)) == 0);
    add_size(c);
    if (p.values != NULL)
        shape_as_values(c, &p);
    else
        shape_as_is(c, KIND_INT64);
    if (is_given(c->options, OPTION_NO_REPLACE))
        settle_sample(d);
}
