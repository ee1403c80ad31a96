/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Values of a function of an integer near a middle, kept during a fill: what depends on a candidate
 * alone is computed once for each.
 */
#ifndef NPRAND_DISTRIBUTIONS_KEPT_H
#define NPRAND_DISTRIBUTIONS_KEPT_H

#include "method.h"

enum {
    NPRAND__KEPT = 2 * NPRAND__ATTEMPTS, /* for each attempt, room for two doubles */
    NPRAND__WORTH_KEEPING = 64 /* fewer attempts than that take less time than to empty all */
};

struct nprand__kept {
    bool used; /* if not, the others have no value */
    int64_t first;
    double *values; /* NPRAND__KEPT of them, in a fill alone; NaN: not known */
};

static inline void nprand__keep_none(struct nprand__kept *kept)
{
    kept->used = false;
    kept->first = 0;
    kept->values = NULL;
}

/* Before n attempts with integers near middle: begins to keep, if that is worth it. The values
 * are kept in work, behind the room of which the attempts take so much each. */
static inline void nprand__keep_near(struct nprand__kept *kept, size_t n, int64_t middle,
                                     double *work, size_t room)
{
    if (kept->used || n < NPRAND__WORTH_KEEPING)
        return;
    kept->used = true;
    kept->first = middle > NPRAND__KEPT / 2 ? middle - NPRAND__KEPT / 2 : 0;
    kept->values = work + room * NPRAND__ATTEMPTS;
    for (size_t i = 0; i < NPRAND__KEPT; i++)
        kept->values[i] = (double)NAN;
}

/* function(e, of, k) for k >= 0. */
static inline double nprand__keep(struct nprand__kept *kept, const struct nprand__engine *e,
                                  double (*function)(const struct nprand__engine *e, const void *of,
                                                     int64_t k),
                                  const void *of, int64_t k)
{
    if (!kept->used || k < kept->first || k - kept->first >= NPRAND__KEPT)
        return function(e, of, k);
    double *value = &kept->values[k - kept->first];
    if (isnan(*value))
        *value = function(e, of, k);
    return *value;
}

#endif
