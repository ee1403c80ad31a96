/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Searches of inversion, lane by lane: the operations of nprand__search_lanes_portable() and
 * nprand__ranks_portable(). Included once for each vector backend, after ../math/vector.h and with
 * its parameters, and SQRT(a).
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

TARGET static void NAME(ranks)(size_t n, const double *x, const double *bounds, double *rank)
{
    size_t i = 0;
    for (; i + LANES <= n; i += LANES) {
        const NAME(doubles) v = NAME(load_doubles)(x + i);
        NAME(doubles) count = SPLAT(0.0);
        for (size_t j = 0; j < NPRAND__BOUNDS; j++)
            count = BLEND(LESS(SPLAT(bounds[j]), v), count + SPLAT(1.0), count);
        NAME(store_doubles)(rank + i, count);
    }
    nprand__ranks_portable(n - i, x + i, bounds, rank + i);
}
