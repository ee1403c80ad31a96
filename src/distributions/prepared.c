/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Calls in a row: when values are prepared for them.
 */
#include "prepared.h"

#include "kept.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* The most calls of a row before values are prepared. Shorter rows than these and a few hundred
 * values more would lose time again and again. */
enum { MOST_CALLS_BEFORE = 512 };

/* Whether the processor neither makes 0 of a subnormal result (FTZ) nor takes 0 for a subnormal
 * operand (DAZ). On x86, arithmetic with a subnormal number takes hundreds of cycles: the control
 * register tells. Elsewhere the numbers are volatile: the compiler must compute at run time. */
static bool has_subnormals(void)
{
#ifdef __SSE2__
    enum { FTZ = 0x8000, DAZ = 0x40 };
    return (_mm_getcsr() & (FTZ | DAZ)) == 0;
#else
    static const volatile double least = 0x1p-1022, more = 0x1.8p-1022; /* normal numbers */
    const double difference = more - least;                             /* subnormal */
    return least + difference > least;
#endif
}

/* A call in a row without prepared values takes more time than another one. If many of them come
 * before values are prepared, the rows of some blocks are left out. */
void nprand__begin_row(struct nprand__engine *e, struct nprand__prepared *p, uint32_t method)
{
    if (p->pause > 0) {
        p->pause--;
        e->row = 0;
        return;
    }
    const uint32_t taken = p->taken + p->next, left = p->count - p->next;
    if (left > taken)
        p->calls_before = (uint32_t)nprand__min(2 * p->calls_before + 1, MOST_CALLS_BEFORE);
    p->next = p->count = p->taken = 0;
    p->calls = 0;
    p->pause = p->calls_before / 8;
    e->row = method + e->pos;
}

void nprand__go_on_with_row(struct nprand__engine *e, struct nprand__prepared *p, uint32_t method)
{
    p->calls++;
    e->row = method + e->pos;
}

/* Values are promised for rounding to nearest and for subnormal numbers as they are. If a program
 * changes the environment for a time, no value from this time is left behind it. */
bool nprand__shall_prepare(struct nprand__prepared *p)
{
    const bool took_all = p->count > 0;
    if (took_all)
        p->calls_before /= 2;
    p->taken += p->count;
    p->next = p->count = 0;
    return p->calls >= p->calls_before && nprand__rounding() == NPRAND__TO_NEAREST &&
           has_subnormals();
}
