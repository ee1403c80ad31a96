/* SPDX-License-Identifier: BSD-3-Clause
 *
 * PTRS in vectors: step 0 for many means, and step 1 for attempts of one mean. The operations are
 * those of ptrs.h, lane by lane. Included once for each vector backend, after windows_vector.h and
 * with the parameters of ../math/vector.h and polar_vector.h. poisson with mean 100 takes 6.6 ns in
 * place of 10.9 with AVX-512.
 */

TARGET static void NAME(ptrs_begin)(size_t i, size_t n, struct nprand__ptrs *p)
{
    for (; i + LANES <= n; i += LANES) {
        const NAME(doubles) root = SQRT(NAME(load_doubles)(p->lam + i));
        const NAME(doubles) b = SPLAT(0.931) + SPLAT(2.53) * root;
        const NAME(doubles) below_alpha = SPLAT(1.1328) / (b - SPLAT(3.4));
        const NAME(doubles) below_v_r = SPLAT(3.6224) / (b - SPLAT(2.0));
        NAME(store_doubles)(p->a + i, SPLAT(-0.059) + SPLAT(0.02483) * b);
        NAME(store_doubles)(p->b + i, b);
        NAME(store_doubles)(p->inverse_alpha + i, SPLAT(1.1239) + below_alpha);
        NAME(store_doubles)(p->v_r + i, SPLAT(0.9277) - below_v_r);
    }
    nprand__ptrs_begin_portable(i, n, p);
}

TARGET static size_t NAME(ptrs_candidates)(size_t n, const struct nprand__envelope *of,
                                           const double *pairs, double *x,
                                           struct nprand__open_attempts *open)
{
    static const double lanes[] = {0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0};
    const NAME(doubles) lane = NAME(load_doubles)(lanes);
    size_t count = 0, i = 0;
    for (; i + LANES <= n; i += LANES) {
        const NAME(doubles) first = NAME(load_doubles)(pairs + 2 * i);
        const NAME(doubles) second = NAME(load_doubles)(pairs + 2 * i + LANES);
        const NAME(doubles) u = EVENS(first, second) - SPLAT(0.5), v = ODDS(first, second);
        const NAME(doubles) us = SPLAT(0.5) - NAME(absolute)(u);
        const NAME(doubles) slope = SPLAT(2.0 * of->a) / us + SPLAT(of->b);
        NAME(store_doubles)(x + i, slope * u + SPLAT(of->lam) + SPLAT(0.43));
        const unsigned others =
            BITS(LESS(us, SPLAT(NPRAND__PTRS_QUICK_US))) | BITS(LESS(SPLAT(of->v_r), v));
        NAME(store_doubles)(open->which + count, PACK(others, lane + SPLAT((double)i)));
        NAME(store_doubles)(open->us + count, PACK(others, us));
        NAME(store_doubles)(open->v + count, PACK(others, v));
        count += (size_t)__builtin_popcount(others);
    }
    return nprand__more_ptrs_candidates(i, n, of, pairs, count, x, open);
}
