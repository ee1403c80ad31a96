/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The polar method in vectors of doubles: the operations of polar.h, lane by lane. Included once
 * for each vector backend, after ../math/vector.h, with the parameters of that file and
 *
 *   SQRT(a)         square roots
 *   COMPRESS(m, a)  the lanes of a that are in m, moved to the front; the others have any value
 *   COUNT(m)        the number of lanes in m
 *   PACK(b, a)      as COMPRESS, of lanes that are given as bits
 *   EVENS(a, b)     the lanes 0, 2, 4, ... of a, then those of b
 *   ODDS(a, b)      the lanes 1, 3, 5, ... of a, then those of b
 *   FIRSTS(a, b)    a and b interleaved, lane by lane: the first half
 *   LASTS(a, b)     a and b interleaved, lane by lane: the second half
 *
 * All parameters of these files and of ../math/trig_vector.h are undefined at the end.
 */

/* LANES points, of two uniforms each. */
struct NAME(points) {
    NAME(doubles) x1, x2, r2;
};

VECTOR_INLINE struct NAME(points) NAME(points_of)(const double *u)
{
    NAME(doubles) a = NAME(load_doubles)(u);
    NAME(doubles) b = NAME(load_doubles)(u + LANES);
    struct NAME(points) p;
    p.x1 = SPLAT(2.0) * EVENS(a, b) - SPLAT(1.0);
    p.x2 = SPLAT(2.0) * ODDS(a, b) - SPLAT(1.0);
    NAME(doubles) square1 = p.x1 * p.x1;
    NAME(doubles) square2 = p.x2 * p.x2;
    p.r2 = square1 + square2;
    return p;
}

/* A store writes more lanes than points. The next store overwrites the additional lanes; those of
 * the last store are behind the points that are counted. */
TARGET static size_t NAME(select_points)(size_t n, const double *u, struct nprand__points *p)
{
    size_t count = 0, i = 0;
    for (; i + LANES <= n; i += LANES) {
        struct NAME(points) v = NAME(points_of)(u + 2 * i);
        MASK inside = NAME(within)(v.r2, 0.0, 1.0);
        NAME(store_doubles)(p->x1 + count, COMPRESS(inside, v.x1));
        NAME(store_doubles)(p->x2 + count, COMPRESS(inside, v.x2));
        NAME(store_doubles)(p->r2 + count, COMPRESS(inside, v.r2));
        count += COUNT(inside);
    }
    return nprand__select_more_points(n - i, u + 2 * i, count, p);
}

/* Which units are attempts is found for the units of a vector at a time, without a loop over them
 * that would wait for each: a gamma of shape 5 takes 4.5 ns in place of 6.1 with AVX-512. */
TARGET static size_t NAME(points_and_uniforms)(size_t n, const double *u, struct nprand__points *p,
                                               double *v, bool *more)
{
    size_t count = 0, i = 0;
    unsigned taken = 0;
    for (; i + LANES <= n; i += LANES) {
        struct NAME(points) points = NAME(points_of)(u + 2 * i);
        const unsigned inside = BITS(NAME(within)(points.r2, 0.0, 1.0));
        const unsigned chosen = nprand__every_second(inside & ~taken);
        taken = chosen >> (LANES - 1);
        NAME(store_doubles)(p->x1 + count, PACK(chosen, points.x1));
        NAME(store_doubles)(p->x2 + count, PACK(chosen, points.x2));
        NAME(store_doubles)(p->r2 + count, PACK(chosen, points.r2));
        NAME(doubles) a = NAME(load_doubles)(u + 2 * i + 2);
        NAME(doubles) b = NAME(load_doubles)(u + 2 * i + 2 + LANES);
        NAME(doubles) first = PACK(chosen, EVENS(a, b)), second = PACK(chosen, ODDS(a, b));
        NAME(store_doubles)(v + 2 * count, FIRSTS(first, second));
        NAME(store_doubles)(v + 2 * count + LANES, LASTS(first, second));
        count += (size_t)__builtin_popcount(chosen);
    }
    return nprand__more_points_and_uniforms(i + taken, n, u, count, p, v, more);
}

/* Every position may begin an attempt: the pairs of uniforms overlap. */
TARGET static void NAME(skips)(size_t n, const double *u, uint64_t *skip, double *r2)
{
    const NAME(integers) none = {0};
    size_t i = 0;
    for (; i + LANES <= n; i += LANES) {
        NAME(doubles) x1 = SPLAT(2.0) * NAME(load_doubles)(u + i) - SPLAT(1.0);
        NAME(doubles) x2 = SPLAT(2.0) * NAME(load_doubles)(u + i + 1) - SPLAT(1.0);
        NAME(doubles) square1 = x1 * x1;
        NAME(doubles) square2 = x2 * x2;
        NAME(doubles) sum = square1 + square2;
        NAME(store_doubles)(r2 + i, sum);
        MASK inside = BOTH(LESS(sum, SPLAT(1.0)), LESS(SPLAT(0.0), sum));
        NAME(doubles) two = NAME(doubles_of)(none + 2);
        NAME(integers) v = NAME(integers_of)(BLEND(inside, NAME(doubles_of)(none), two));
        memcpy(skip + i, &v, sizeof v);
    }
    nprand__skips_portable(n - i, u + i, skip + i, r2 + i);
}

TARGET static void NAME(gammas)(size_t n, const double *b, double *x)
{
    size_t i = 0;
    for (; i + LANES <= n; i += LANES) {
        NAME(doubles) b_i = NAME(load_doubles)(b + i);
        NAME(doubles) c = SPLAT(1.0) / SQRT(SPLAT(9.0) * b_i);
        NAME(doubles) product = c * NAME(load_doubles)(x + i);
        NAME(doubles) v = SPLAT(1.0) + product;
        NAME(doubles) square = v * v;
        v = square * v;
        NAME(store_doubles)(x + i, b_i * v);
    }
    nprand__gammas_portable(n - i, b + i, x + i);
}

/* A gamma of shape 5 takes 4.5 ns in place of 5.9 with AVX-512. */
TARGET static size_t NAME(squeeze_gammas)(size_t n, const double *b, const double *c,
                                          const double *x, const double *u, double *out)
{
    size_t i = 0;
    for (; i + LANES <= n; i += LANES) {
        NAME(doubles) b_i = NAME(load_doubles)(b + i), x_i = NAME(load_doubles)(x + i);
        NAME(doubles) product = NAME(load_doubles)(c + i) * x_i;
        NAME(doubles) v = SPLAT(1.0) + product;
        NAME(doubles) square = v * v;
        v = square * v;
        NAME(store_doubles)(out + i, b_i * v);
        NAME(doubles) x2 = x_i * x_i;
        NAME(doubles) least = SPLAT(NPRAND__SQUEEZE_MOST_U) - NAME(load_doubles)(u + i);
        MASK accepted =
            BOTH(LESS(x2 * x2, SPLAT(54.0) * b_i * least), LESS(SPLAT(NPRAND__SQUEEZE_LEAST_V), v));
        const unsigned bits = BITS(BOTH(accepted, LESS(b_i, SPLAT(NPRAND__SQUEEZE_MOST_B))));
        if (bits != (1u << LANES) - 1)
            return i + (size_t)__builtin_ctz(~bits);
    }
    return i + nprand__squeeze_gammas_portable(n - i, b + i, c + i, x + i, u + i, out + i);
}

TARGET static void NAME(normals)(size_t n, const double *x1, const double *x2, const double *r2,
                                 double *out)
{
    size_t i = 0;
    for (; i + LANES <= n; i += LANES) {
        NAME(doubles) square = NAME(load_doubles)(r2 + i);
        NAME(doubles) f = SQRT(SPLAT(-2.0) * NAME(log_vector)(square) / square);
        NAME(doubles) second = f * NAME(load_doubles)(x2 + i);
        NAME(doubles) first = f * NAME(load_doubles)(x1 + i);
        NAME(store_doubles)(out + 2 * i, FIRSTS(second, first));
        NAME(store_doubles)(out + 2 * i + LANES, LASTS(second, first));
    }
    SCALAR(normals_from)(i, n, x1, x2, r2, out);
}

#undef VECTOR_INLINE
#undef SCALAR
#undef LANES
#undef TARGET
#undef NAME
#undef SPLAT
#undef VFMA
#undef SQRT
#undef FLOOR
#undef GATHER
#undef ROWS_2
#undef ROWS_4
#undef MASK
#undef LESS
#undef BOTH
#undef EITHER
#undef BUT
#undef BITS
#undef BLEND
#undef COMPRESS
#undef COUNT
#undef PACK
#undef EVENS
#undef ODDS
#undef THIRDS
#undef FIRSTS
#undef LASTS
