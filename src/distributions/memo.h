/* SPDX-License-Identifier: BSD-3-Clause
 *
 * A memo table for methods by rejection. The test of a candidate value compares a uniform with a
 * function of the candidate, which is expensive: logarithms of factorials, or a product. The
 * candidates of a fill are mostly a few integers near the mean. The table remembers the function's
 * values at these integers. During a fill, each of them is computed once.
 */
#ifndef NPRAND_DISTRIBUTIONS_MEMO_H
#define NPRAND_DISTRIBUTIONS_MEMO_H

#include "attempts.h"

enum {
    NPRAND__MEMO = 2 * NPRAND__ATTEMPTS, /* values: two places for each attempt */
    NPRAND__WORTH_A_MEMO = 64            /* for fewer attempts, emptying the table takes longer */
};

struct nprand__memo {
    bool used; /* if false, the other members have no value */
    int64_t first;
    double *values; /* at first, first + 1, ...: NPRAND__MEMO of them; NaN: not computed yet */
};

/* The function at k. parameters: those of the method. */
typedef double nprand__memo_function(const struct nprand__engine *e, const void *parameters,
                                     int64_t k);

/* To be called before n attempts whose candidates are near middle. Begins to use the table if enough
 * attempts are made. The values lie in work, behind the first used doubles of each attempt. */
static inline void nprand__memo_begin(struct nprand__memo *memo, size_t n, int64_t middle,
                                      double *work, size_t used)
{
    if (memo->used || n < NPRAND__WORTH_A_MEMO)
        return;
    memo->used = true;
    memo->first = middle > NPRAND__MEMO / 2 ? middle - NPRAND__MEMO / 2 : 0;
    memo->values = work + used * NPRAND__ATTEMPTS;
    for (size_t i = 0; i < NPRAND__MEMO; i++)
        memo->values[i] = (double)NAN;
}

/* function(e, parameters, k) for k >= 0. */
static inline double nprand__memo_value(struct nprand__memo *memo, const struct nprand__engine *e,
                                        nprand__memo_function *function, const void *parameters,
                                        int64_t k)
{
    if (!memo->used || k < memo->first || k - memo->first >= NPRAND__MEMO)
        return function(e, parameters, k);
    double *value = &memo->values[k - memo->first];
    if (isnan(*value))
        *value = function(e, parameters, k);
    return *value;
}

#endif
