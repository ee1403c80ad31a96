/* SPDX-License-Identifier: BSD-3-Clause
 *
 * NumPy's constraints on parameters. Each gives NPRAND_OK or the status passed in; what they say
 * about NaN and -0.0 is what NumPy does: do not repair.
 */
#ifndef NPRAND_DISTRIBUTIONS_CHECK_H
#define NPRAND_DISTRIBUTIONS_CHECK_H

#include "long.h"

/* Two constraints in the order in which NumPy tests them. */
static inline nprand_status nprand__both(nprand_status first, nprand_status second)
{
    return first != NPRAND_OK ? first : second;
}

/* Whether rng reproduces a release before this NPRAND__RELEASE(). */
static inline bool nprand__is_before(const nprand_rng *rng, int release)
{
    return nprand__check_rng(rng) == NPRAND_OK && nprand__const_engine_of(rng)->release < release;
}

/* For what NumPy takes since this release. */
static inline nprand_status nprand__since(const nprand_rng *rng, int release)
{
    return nprand__is_before(rng, release) ? NPRAND_NOT_IN_RELEASE : NPRAND_OK;
}

/* Refuses a sign bit, so -0.0 too; takes NaN of either sign. */
static inline nprand_status nprand__non_negative(double x, nprand_status refusal)
{
    return !isnan(x) && signbit(x) ? refusal : NPRAND_OK;
}

/* Refuses zeros; takes NaN. */
static inline nprand_status nprand__positive(double x, nprand_status refusal)
{
    return x <= 0.0 ? refusal : NPRAND_OK;
}

/* 0 <= p <= 1; refuses NaN. */
static inline nprand_status nprand__probability(double p)
{
    return p >= 0.0 && p <= 1.0 ? NPRAND_OK : NPRAND_P_OUTSIDE_0_1;
}

/* 0 <= x <= LONG_MAX; the upper bound matters where a long has 32 bits. */
static inline nprand_status nprand__count(const nprand_rng *rng, int64_t x, nprand_status refusal)
{
    if (x < 0)
        return refusal;
    return x > nprand__long_max(rng) ? NPRAND_OUTSIDE_LONG : NPRAND_OK;
}

#endif
