/* SPDX-License-Identifier: BSD-3-Clause
 *
 * A memo table: values of a function of an integer near a middle. During a fill, what depends on a
 * candidate value alone is computed once for each candidate.
 */
#ifndef NPRAND_DISTRIBUTIONS_MEMO_H
#define NPRAND_DISTRIBUTIONS_MEMO_H

#include "attempts.h"

enum {
    NPRAND__MEMO = 2 * NPRAND__ATTEMPTS, /* values: for each attempt, room for two doubles */
    NPRAND__WORTH_A_MEMO = 64            /* for fewer attempts, emptying the table takes longer */
};

struct nprand__memo {
    bool used; /* if false, the other members have no value */
    int64_t first;
    double *values; /* NPRAND__MEMO of them; NaN: not computed yet */
};

/* What the function depends on, for nprand__memo_value(). */
typedef double nprand__memo_function(const struct nprand__engine *e, const void *of, int64_t k);

/* Before n attempts with integers near middle: begins to use the table, if that is worth it. The
 * values lie in work, behind the used doubles of each attempt. */
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

/* function(e, of, k) for k >= 0. */
static inline double nprand__memo_value(struct nprand__memo *memo, const struct nprand__engine *e,
                                        nprand__memo_function *function, const void *of, int64_t k)
{
    if (!memo->used || k < memo->first || k - memo->first >= NPRAND__MEMO)
        return function(e, of, k);
    double *value = &memo->values[k - memo->first];
    if (isnan(*value))
        *value = function(e, of, k);
    return *value;
}

#endif
