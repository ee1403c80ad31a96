/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Integers of Python's random: by the library up to 64 bits, and beyond as Python makes them from
 * random bits.
 */
#include "../../include/nprand_python.h"
#include "big.h"
#include "call.h"
#include "error.h"
#include "parse.h"
#include "python.h"

#include <stdio.h>
#include <string.h>

enum { MOST_BITS = 1 << 20, TEXTS = 1 << 22 };

/* What the fills of large integers take. */
struct large {
    struct big first; /* added to what is drawn */
    struct big count; /* what is drawn is below it; 0: any bits */
    size_t bits;
    uint32_t *limbs; /* room for the bits */
    char *texts;
    size_t text_size;
};

/* ---- Large integers ------------------------------------------------------------------------- */

/* As _randbelow() in random.py: bits, and again until their value is below the count. */
static nprand_status draw_bits(struct draw *d, struct big *drawn)
{
    struct large *large = d->own;
    do {
        nprand_status status = nprand_py_getrandbits_limbs(d->rng, large->bits, large->limbs);
        if (status != NPRAND_OK)
            return status;
        *drawn = (struct big){.count = (large->bits + 31) / 32, .limbs = large->limbs};
        while (drawn->count > 0 && drawn->limbs[drawn->count - 1] == 0)
            drawn->count--;
    } while (large->count.count > 0 && compare_magnitudes(drawn, &large->count) >= 0);
    return NPRAND_OK;
}

static nprand_status fill_large(struct draw *d, size_t n, void *out)
{
    struct large *large = d->own;
    for (size_t i = 0; i < n; i++) {
        struct big drawn;
        nprand_status status = draw_bits(d, &drawn);
        if (status != NPRAND_OK)
            return status;
        char *text = large->texts + i * large->text_size;
        struct big sum = add_big(&drawn, &large->first, false);
        put_big(text, &sum);
        give_back(sum.limbs);
        ((const char **)out)[i] = text;
    }
    return NPRAND_OK;
}

/* The texts of a chunk have a few megabytes. */
static void prepare_large(struct call *c, struct large large)
{
    struct draw *d = c->d;
    size_t limbs = (large.bits + 31) / 32;
    if (limbs < large.first.count)
        limbs = large.first.count;
    large.limbs = allocate(limbs * sizeof *large.limbs);
    large.text_size = text_size_of_big(limbs + 1);
    d->limit = TEXTS / large.text_size > 0 ? TEXTS / large.text_size : 1;
    d->limit = d->limit < CHUNK ? d->limit : CHUNK;
    large.texts = allocate(d->limit * large.text_size);
    d->own = allocate(sizeof large);
    memcpy(d->own, &large, sizeof large);
    d->fill = fill_large;
    add_size(c);
    shape_as_is(c, KIND_LITERAL);
}

void prepare_getrandbits(struct call *c)
{
    struct draw *d = c->d;
    int64_t k = int64_argument(c, 0);
    if (k > MOST_BITS)
        refuse(c->method->name, "k", "more than 1048576 bits", c->args[0]);
    if (k > 64) {
        prepare_large(c, (struct large){.bits = (size_t)k});
        return;
    }
    d->v[0].as_int = k < 0 ? -1 : (int)k;
    d->fixed = true;
    shape_as_size(c, KIND_UINT64);
}

/* ---- Ranges --------------------------------------------------------------------------------- */

/* An integer of any size, and its digits. */
struct bound {
    struct big big;
    char *text;
};

static struct bound read_bound(const struct call *c, const char *what, const char *text)
{
    struct bound bound;
    struct big big;
    if (!parse_big(text, &bound.big))
        refuse_number(c->method->name, what, "not an integer", text);
    parse_big(text, &big); /* once more, as put_big() takes it apart */
    bound.text = allocate(text_size_of_big(big.count));
    put_big(bound.text, &big);
    return bound;
}

/* Values of the type, or false if one of them is beyond it. */
static bool are_int64(union value *v, const struct bound *a, const struct bound *b)
{
    return to_int64(a->text, &v[0].as_int64_t) && to_int64(b->text, &v[1].as_int64_t);
}

static bool are_uint64(union value *v, const struct bound *a, const struct bound *b)
{
    return to_uint64(a->text, &v[0].as_uint64_t) && to_uint64(b->text, &v[1].as_uint64_t);
}

static void prepare_row(struct call *c, int row)
{
    c->d->method = &py_methods[row];
    shape_as_size(c, c->d->method->kind);
}

static void prepare_large_range(struct call *c, const struct bound *start, const struct big *count)
{
    int major;
    check(c, nprand_py_get_python(c->rng, &major, NULL));
    if (major < 3)
        refuse(c->method->name, NULL, "integers beyond 64 bits: only of Python 3", NULL);
    if (count->is_negative || count->count == 0)
        check(c, NPRAND_PY_EMPTY_RANGE);
    prepare_large(
        c, (struct large){.first = start->big, .count = *count, .bits = bit_length_of_big(count)});
}

void prepare_py_randint(struct call *c)
{
    static uint32_t one_limb[] = {1};
    static const struct big one = {.count = 1, .limbs = one_limb};
    struct bound a = read_bound(c, "a", c->args[0]);
    struct bound b = read_bound(c, "b", c->args[1]);
    if (are_int64(c->d->v, &a, &b)) {
        prepare_row(c, PY_py_randint);
        return;
    }
    if (are_uint64(c->d->v, &a, &b)) {
        prepare_row(c, PY_py_randint_uint64);
        return;
    }
    struct big last = add_big(&b.big, &a.big, true);
    struct big count = add_big(&last, &one, false);
    prepare_large_range(c, &a, &count);
}

/* Of one argument: from 0 to it. */
void prepare_randrange(struct call *c)
{
    struct bound start = read_bound(c, "start", c->count > 1 ? c->args[0] : "0");
    struct bound stop = read_bound(c, "stop", c->args[c->count > 1]);
    struct bound step = read_bound(c, "step", c->count > 2 ? c->args[2] : "1");
    bool has_step = to_int64(step.text, &c->d->v[2].as_int64_t);
    if (has_step && are_int64(c->d->v, &start, &stop)) {
        prepare_row(c, PY_py_randrange);
        return;
    }
    if (has_step && are_uint64(c->d->v, &start, &stop)) {
        prepare_row(c, PY_py_randrange_uint64);
        return;
    }
    if (strcmp(step.text, "1") != 0)
        refuse(c->method->name, NULL, "integers beyond 64 bits: only with step 1", NULL);
    struct big count = add_big(&stop.big, &start.big, true);
    prepare_large_range(c, &start, &count);
}
