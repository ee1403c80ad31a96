/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Searches of inversion, lane by lane: the operations of nprand__search_lanes_portable() and
 * nprand__ranks_portable(). Included once for each vector backend, after rank.h and
 * ../math/vector.h, with the parameters of ../math/vector.h, and SQRT(a).
 */

/* ---- Binomial values: NPRAND__LANES searches together ----
 *
 * A step waits for a division: vectors of searches take turns. */

/* LANES searches: their parameters and where they are. */
typedef struct {
    NAME(doubles) n, r, q, bound;
    NAME(doubles) u, px, x;
} NAME(search);

VECTOR_INLINE NAME(search) NAME(search_begin)(const struct nprand__lanes *l, size_t at)
{
    NAME(search) s;
    s.n = NAME(load_doubles)(l->n + at);
    s.r = NAME(load_doubles)(l->r + at);
    s.q = NAME(load_doubles)(l->q + at);
    s.u = NAME(load_doubles)(l->u + at);
    s.px = NAME(load_doubles)(l->px + at);
    s.x = SPLAT(0.0);
    const NAME(doubles) np = s.n * s.r, bound = np + SPLAT(10.0) * SQRT(np * s.q + SPLAT(1.0));
    s.bound = BLEND(LESS(s.n, bound), s.n, bound);
    return s;
}

/* One step of the searches that have not ended. Returns these lanes. */
VECTOR_INLINE unsigned NAME(search_step)(NAME(search) * s)
{
    const NAME(doubles) next = s->x + SPLAT(1.0), px = s->px;
    const MASK going = BUT(LESS(px, s->u), LESS(s->bound, next));
    s->px = BLEND(going, ((s->n - s->x) * s->r * px) / (next * s->q), px);
    s->u = BLEND(going, s->u - px, s->u);
    s->x = BLEND(going, next, s->x);
    return BITS(going);
}

VECTOR_INLINE void NAME(search_end)(const NAME(search) * s, struct nprand__lanes *l, size_t at)
{
    NAME(store_doubles)(l->x + at, s->x);
    NAME(store_doubles)(l->vain + at, BLEND(LESS(s->px, s->u), SPLAT(1.0), SPLAT(0.0)));
}

/* Two vectors at a time. Looks only after every second step whether all searches have ended. */
TARGET static void NAME(search_lanes)(struct nprand__lanes *l)
{
    for (size_t at = 0; at < NPRAND__LANES; at += 2 * LANES) {
        NAME(search) a = NAME(search_begin)(l, at), b = NAME(search_begin)(l, at + LANES);
        unsigned going = 1;
        while (going != 0) {
            NAME(search_step)(&a);
            NAME(search_step)(&b);
            going = NAME(search_step)(&a) | NAME(search_step)(&b);
        }
        NAME(search_end)(&a, l, at);
        NAME(search_end)(&b, l, at + LANES);
    }
}

/* ---- Ranks among bounds ---- */

typedef float NAME(floats) __attribute__((vector_size(8 * LANES)));
typedef int32_t NAME(counts) __attribute__((vector_size(8 * LANES)));

/* The bounds below each number less the margin, and those below the number and the margin. Both are
 * the same if no bound is between. A comparison gives -1 where it holds. */
TARGET static void NAME(ranks)(size_t n, const float *x, size_t count, const nprand__bound *bounds,
                               int32_t *rank)
{
    size_t i = 0;
    for (; i + 2 * LANES <= n; i += 2 * LANES) {
        NAME(floats) v;
        memcpy(&v, x + i, sizeof v);
        const NAME(floats) low = v - NPRAND__RANK_MARGIN, high = v + NPRAND__RANK_MARGIN;
        NAME(counts) below_low = {0}, below_high = {0};
        for (size_t j = 0; j < count; j++) {
            const NAME(floats) bound = bounds[j] - (NAME(floats)){0};
            below_low -= bound < low;
            below_high -= bound < high;
        }
        const NAME(counts) has_rank = below_low == below_high;
        const NAME(counts) ranks = (below_low & has_rank) | ~has_rank;
        memcpy(rank + i, &ranks, sizeof ranks);
    }
    nprand__ranks_portable(n - i, x + i, count, bounds, rank + i);
}
