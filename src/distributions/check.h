/* SPDX-License-Identifier: BSD-3-Clause
 *
 * NumPy's constraints on parameters. Each function returns NPRAND_OK or a status, which is mostly
 * the refusal passed in. NumPy treats NaN and -0.0 in the same ways; do not repair.
 */
#ifndef NPRAND_DISTRIBUTIONS_CHECK_H
#define NPRAND_DISTRIBUTIONS_CHECK_H

#include "../math/bits.h"

#include "long.h"

/* The status of two constraints, in the order in which NumPy tests them. */
static inline nprand_status nprand__both(nprand_status first, nprand_status second)
{
    return first != NPRAND_OK ? first : second;
}

/* Whether rng reproduces a release before this NPRAND__RELEASE(). A generator that cannot be drawn
 * from does not. */
static inline bool nprand__is_before(const nprand_rng *rng, int release)
{
    return nprand__check_rng(rng) == NPRAND_OK && nprand__const_engine_of(rng)->release < release;
}

/* Refuses what NumPy accepts since this release, if rng reproduces one before it. */
static inline nprand_status nprand__since(const nprand_rng *rng, int release)
{
    return nprand__is_before(rng, release) ? NPRAND_NOT_IN_RELEASE : NPRAND_OK;
}

/* Refuses a sign bit, also the one of -0.0. Accepts NaN of either sign, whose other bits are above
 * those of infinity. For an array, GCC makes vectors of this arithmetic. Of a condition in place of
 * the product, GCC makes scalar code. */
static inline nprand_status nprand__non_negative(double x, nprand_status refusal)
{
    const uint64_t bits = nprand__to_bits(x);
    const int64_t below = (int64_t)nprand__to_bits((double)INFINITY) - (int64_t)(bits & INT64_MAX);
    const uint64_t refused = (bits & ~(uint64_t)below) >> 63;
    return (nprand_status)(refused * (uint64_t)refusal);
}

/* x > 0. Accepts NaN. */
static inline nprand_status nprand__positive(double x, nprand_status refusal)
{
    return x <= 0.0 ? refusal : NPRAND_OK;
}

/* 0 <= p <= 1. Refuses NaN. */
static inline nprand_status nprand__probability(double p)
{
    return p >= 0.0 && p <= 1.0 ? NPRAND_OK : NPRAND_P_OUTSIDE_0_1;
}

/* The same for all values of a parameter, of which NumPy speaks in other words. */
static inline nprand_status nprand__probability_each(double p, nprand_status refusal)
{
    return nprand__probability(p) == NPRAND_OK ? NPRAND_OK : refusal;
}

/* 0 <= x <= LONG_MAX. The upper bound matters if a long has 32 bits. */
static inline nprand_status nprand__count(const nprand_rng *rng, int64_t x, nprand_status refusal)
{
    if (x < 0)
        return refusal;
    return x > nprand__long_max(rng) ? NPRAND_OUTSIDE_LONG : NPRAND_OK;
}

#endif
