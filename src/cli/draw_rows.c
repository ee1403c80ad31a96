/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Methods whose values come in rows: multinomial and dirichlet. And those of bytes and words.
 */
#include "call.h"
#include "error.h"
#include "parse.h"

/* ---- Rows ----------------------------------------------------------------------------------- */

/* The shape that the size asks for, with one more axis. */
static void shape_as_rows(struct call *c, enum kind kind)
{
    struct draw *d = c->d;
    add_size(c);
    add_dimension(c, c->size_name, d->k);
    d->unit = d->k;
    shape_as_is(c, kind);
}

static nprand_status fill_multinomial(struct draw *d, size_t n, void *out)
{
    return nprand_multinomial_fill(d->rng, d->v[0].as_int64_t, d->list, d->k, n / d->k, out);
}

void prepare_multinomial(struct call *c)
{
    struct draw *d = c->d;
    d->v[0].as_int64_t = int64_argument(c, 0);
    d->list = read_list(c, name_of(c, 1), c->args[1], &d->k);
    d->fill = fill_multinomial;
    shape_as_rows(c, KIND_INT64);
}

static nprand_status fill_dirichlet(struct draw *d, size_t n, void *out)
{
    return nprand_dirichlet_fill(d->rng, d->list, d->k, n / d->k, out);
}

void prepare_dirichlet(struct call *c)
{
    struct draw *d = c->d;
    d->list = read_list(c, name_of(c, 0), c->args[0], &d->k);
    d->fill = fill_dirichlet;
    shape_as_rows(c, KIND_DOUBLE);
}

/* ---- Bytes and words ------------------------------------------------------------------------ */

static nprand_status fill_bytes(struct draw *d, size_t n, void *out)
{
    return nprand_bytes(d->rng, n, out);
}

void prepare_bytes(struct call *c)
{
    c->d->fill = fill_bytes;
    shape_as_bytes(c);
}

/* NumPy's result is uint64; the words themselves have half of its bytes. */
void prepare_random_raw(struct call *c)
{
    static const char none_of[] = "neither uint64 nor uint32";
    struct dtype dtype = read_dtype(c, KIND_UINT64, none_of);
    if (dtype.kind != KIND_UINT64 && dtype.kind != KIND_UINT32)
        refuse(c->method->name, "--dtype", none_of, c->options->value[OPTION_DTYPE]);
    c->d->fixed = true;
    add_size(c);
    shape_as_kind(c, KIND_UINT32, dtype);
}
