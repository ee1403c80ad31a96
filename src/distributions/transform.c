/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Fills and eaches by a transform of uniforms.
 */
#include "transform.h"

#include "../math/bits.h"

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

/* Moves the uniforms that are not 0 to the front. Returns how many they are: nearly always all.
 * Twice the bits less 1 has its upper bit for 0 alone, and for -0.0, which a uniform may be where
 * rounding is downward. GCC makes vectors of a loop over integers, and not of one over comparisons
 * with 0.0: logistic takes 2.5 ns in place of 3.0. */
static size_t drop_zeros(size_t n, double *u)
{
    uint64_t has_zero = 0;
    size_t left = 0;
    for (size_t i = 0; i < n; i++)
        has_zero |= 2 * nprand__to_bits(u[i]) - 1;
    if (has_zero >> 63 == 0)
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
