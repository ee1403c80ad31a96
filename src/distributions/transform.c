/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Fills and eaches by a transform of uniforms.
 */
#include "transform.h"

#include "../math/bits.h"

/* Whether one of n uniforms is 0. Twice the bits less 1 has its upper bit for 0 alone, and for -0.0,
 * which a uniform may be where rounding is downward. GCC makes vectors of a loop over integers, and
 * not of one over comparisons with 0.0: logistic takes 2.5 ns in place of 3.0. */
static bool has_zero(size_t n, const double *u)
{
    uint64_t zero = 0;
    for (size_t i = 0; i < n; i++)
        zero |= 2 * nprand__to_bits(u[i]) - 1;
    return zero >> 63 != 0;
}

/* ---- Scalar calls ---- */

/* The values of the next uniforms in the block, up to one of 0, which some methods draw again. */
bool nprand__prepare_transformed(struct nprand__engine *e, struct nprand__prepared *p,
                                 nprand__transform *transform)
{
    if (!nprand__shall_prepare(p))
        return false;
    const double a = nprand__from_bits(p->parameters[0]), b = nprand__from_bits(p->parameters[1]);
    const struct nprand__of of = {.e = e, .p = {&a, &b}};
    double *const u = p->of.value;
    size_t count = nprand__min(nprand__words_left(e) / 2, NPRAND__MOST_PREPARED);
    nprand__backend()->convert(e->block + e->pos, count, u);
    if (has_zero(count, u))
        for (count = 0; u[count] != 0.0; count++)
            continue;
    transform(&of, count, u);
    for (size_t i = 0; i < count; i++)
        p->end[i] = (uint16_t)(e->pos + 2 * (i + 1));
    p->count = (uint32_t)count;
    return count > 0;
}

double nprand__double_in_row(struct nprand__engine *e, struct nprand__prepared *p, uint32_t method)
{
    const double u = nprand__next_double(e);
    nprand__go_on_with_row(e, p, method);
    return u;
}

double nprand__double_before_row(struct nprand__engine *e, struct nprand__prepared *p,
                                 uint32_t method, double a, double b)
{
    const double u = nprand__next_double(e);
    p->parameters[0] = nprand__to_bits(a);
    p->parameters[1] = nprand__to_bits(b);
    nprand__begin_row(e, p, method);
    return u;
}

/* ---- Fills ---- */

struct transformed {
    nprand__transform *transform;
    const void *of;
    double *out;
};

static void fill_transformed(struct nprand__engine *e, const void *job, size_t first, size_t count)
{
    const struct transformed *t = (const struct transformed *)job;
    double *u = t->out + first;
    while (count > 0) {
        const size_t size = nprand__min(count, NPRAND__CHUNK);
        nprand__fill_doubles(e, size, u);
        t->transform(t->of, size, u);
        u += size;
        count -= size;
    }
}

void nprand__fill_transformed(struct nprand__engine *e, nprand__transform *transform,
                              const void *of, size_t n, double *out)
{
    const struct transformed t = {transform, of, out};
    nprand__fill_in_parts(e, n, 2, fill_transformed, &t);
}

/* Moves the uniforms that are not 0 to the front. Returns how many they are: nearly always all. */
static size_t drop_zeros(size_t n, double *u)
{
    size_t left = 0;
    if (!has_zero(n, u))
        return n;
    for (size_t i = 0; i < n; i++) {
        u[left] = u[i];
        left += u[i] != 0.0;
    }
    return left;
}

void nprand__fill_transformed_nonzero(struct nprand__engine *e, nprand__transform *transform,
                                      const void *of, size_t n, double *out)
{
    while (n > 0) {
        size_t size = nprand__min(n, NPRAND__CHUNK);
        nprand__fill_doubles(e, size, out);
        size = drop_zeros(size, out);
        transform(of, size, out);
        out += size;
        n -= size;
    }
}

/* ---- Each ---- */

/* The values of p from index first on, next to each other: where they are, or copied to room. */
static const double *gather_parameter(const struct nprand__parameter *p, size_t first, size_t n,
                                      double *room)
{
    if (p->step == 1)
        return (const double *)p->first + first;
    for (size_t i = 0; i < n; i++)
        room[i] = nprand__double_at(p, first + i);
    return room;
}

static void transform_piece(const struct nprand__each *each, size_t first, size_t n, double *u)
{
    double room[NPRAND__MOST_PARAMETERS][NPRAND__EACH_PIECE];
    struct nprand__of of = {.e = each->e, .step = 1};
    for (size_t j = 0; j < each->count; j++)
        of.p[j] = gather_parameter(&each->p[j], first, n, room[j]);
    each->transform(&of, n, u);
}

void nprand__transform_each(const void *job, size_t n, double *u)
{
    const struct nprand__each *each = (const struct nprand__each *)job;
    if (nprand__sets_to_check(each->p, each->count, 2) == 1) {
        struct nprand__of of = {.e = each->e, .step = 0};
        for (size_t j = 0; j < each->count; j++)
            of.p[j] = (const double *)each->p[j].first;
        each->transform(&of, n, u);
        return;
    }
    for (size_t done = 0; done < n; done += NPRAND__EACH_PIECE)
        transform_piece(each, (size_t)(u - each->out) + done,
                        nprand__min(n - done, NPRAND__EACH_PIECE), u + done);
}
