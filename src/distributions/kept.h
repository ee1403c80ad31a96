/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The set-up of the last scalar call. A program that draws one value after another mostly draws
 * them with the same parameters. What a method computes of the parameters alone then stays in the
 * generator. The parameters need not be checked again: a call that is refused keeps nothing.
 *
 * A value of binomial(10, 0.4) takes 8 ns in place of 80, one of geometric(0.5) 7 in place of 16,
 * one of hypergeometric(100, 200, 50) 29 in place of 137, one of poisson(3) 26 in place of 31, and
 * one of zipf(3) 14 in place of 67.
 */
#ifndef NPRAND_DISTRIBUTIONS_KEPT_H
#define NPRAND_DISTRIBUTIONS_KEPT_H

#include "../engine/engine.h"
#include "../math/bits.h"

/* The methods that keep a set-up. */
enum {
    NPRAND__KEPT_BINOMIAL = 1,
    NPRAND__KEPT_GEOMETRIC,
    NPRAND__KEPT_HYPERGEOMETRIC,
    NPRAND__KEPT_POISSON,
    NPRAND__KEPT_ZIPF,
};

enum { NPRAND__TO_NEAREST = 3 };

/* The direction of rounding: 3 to nearest, 1 up, 2 down, 0 towards 0. The numbers are volatile:
 * the compiler must add them at run time. x is 3/4 of the distance from 1 to the next double. */
static inline uint64_t nprand__rounding(void)
{
    static const volatile double one = 1.0, minus_one = -1.0, x = 0x1.8p-53;
    const double above = one + x, below = minus_one - x;
    return (uint64_t)(above > 1.0) | (uint64_t)(below < -1.0) << 1;
}

/* A method, with the direction of rounding, which its set-up depends on too. */
static inline uint64_t nprand__kept_key(uint64_t method)
{
    return 4 * method + nprand__rounding();
}

/* The set-up that the last call which keeps one has left. NULL if it was one of another method, of
 * other parameters, as bits, or of another direction of rounding; or if the generator is
 * refused. */
static inline void *nprand__kept(nprand_rng *rng, uint64_t method, uint64_t a, uint64_t b)
{
    if (nprand__check_rng(rng) != NPRAND_OK)
        return NULL;
    struct nprand__kept *kept = nprand__kept_of(rng);
    return kept->method == nprand__kept_key(method) && kept->a == a && kept->b == b ? kept->setup
                                                                                    : NULL;
}

/* Room for the set-up of a call with these parameters. The caller fills it. Its type has
 * NPRAND__MAY_ALIAS, as the engine. */
static inline void *nprand__keep(nprand_rng *rng, uint64_t method, uint64_t a, uint64_t b)
{
    struct nprand__kept *kept = nprand__kept_of(rng);
    kept->method = nprand__kept_key(method);
    kept->a = a;
    kept->b = b;
    return kept->setup;
}

#endif
