/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Step 1 of PTRS in vectors, for attempts of one mean: the operations of ptrs.h, lane by lane.
 * Included once for each vector backend, after windows_vector.h and with the parameters of
 * ../math/vector.h and polar_vector.h. poisson with mean 100 takes 6.6 ns in place of 10.9 with
 * AVX-512.
 */

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
