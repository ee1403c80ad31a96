/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Calls in a row: when values are prepared for them.
 */
#include "prepared.h"

#include "kept.h"

/* The most calls of a row before values are prepared. */
enum { MOST_CALLS_BEFORE = 64 };

void nprand__begin_row(struct nprand__engine *e, struct nprand__prepared *p, uint32_t method)
{
    const bool left_some = p->next < p->count;
    if (left_some)
        p->calls_before = (uint32_t)nprand__min(2 * p->calls_before + 1, MOST_CALLS_BEFORE);
    p->next = p->count = 0;
    p->calls = 0;
    e->row = method + e->pos;
}

void nprand__go_on_with_row(struct nprand__engine *e, struct nprand__prepared *p, uint32_t method)
{
    p->calls++;
    e->row = method + e->pos;
}

/* Values are promised for rounding to nearest alone. If a program changes the direction for a time,
 * no value from this time is left behind it. */
bool nprand__shall_prepare(struct nprand__prepared *p)
{
    const bool took_all = p->count > 0;
    if (took_all)
        p->calls_before /= 2;
    p->next = p->count = 0;
    return p->calls >= p->calls_before && nprand__rounding() == NPRAND__TO_NEAREST;
}
