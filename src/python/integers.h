/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Integers on 0..last, as randrange and randint draw them. What depends on last alone is computed
 * once for a fill.
 */
#ifndef NPRAND_PYTHON_INTEGERS_H
#define NPRAND_PYTHON_INTEGERS_H

#include "python.h"

#include "../backend/libm.h"

struct nprand__py_integers {
    uint64_t last;
    int bits; /* to draw per attempt; 0: the value is floor((last + 1) U) */
};

/* The bits that Python 2 draws for one of 2^53 integers or more. If last is a little below a power
 * of two, this is one bit more than needed. CPython does this; do not repair. */
static inline int nprand__py_2_width(uint64_t last)
{
    const double log_2 = 0x1.62e42fefa39efp-1;
    return (int)(1.00001 + nprand__log((double)last) / log_2);
}

static inline struct nprand__py_integers nprand__py_integers(const struct nprand__engine *e,
                                                             uint64_t last)
{
    struct nprand__py_integers all = {last, 0};
    if (!nprand__py_is_2(e))
        all.bits = nprand__py_width(last);
    else if (last >= (UINT64_C(1) << 53) - 1)
        all.bits = nprand__py_2_width(last);
    return all;
}

static inline uint64_t nprand__py_draw_integer(struct nprand__engine *e,
                                               struct nprand__py_integers all)
{
    return all.bits == 0 ? nprand__py_scaled(e, all.last + 1)
                         : nprand__py_below_by(e, all.last, all.bits);
}

#endif
