/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Large fills in parts, which the runner of the generator may run on several threads. The values and
 * the state afterwards are those of one thread: each part has an engine of its own, which advances
 * to the first word of the part. The state of the last part's engine is the state after the fill.
 */
#ifndef NPRAND_ENGINE_PARTS_H
#define NPRAND_ENGINE_PARTS_H

#include "advance.h"

enum { NPRAND__MAX_PARTS = 1024 };

/* Fills count values from index first on. *e is at the first word of value first, and job is what
 * the fill handed on. */
typedef void nprand__fill_part(struct nprand__engine *e, const void *job, size_t first,
                               size_t count);

/* Fills n values of words words each by fill, in one part or in several. */
NPRAND_HIDDEN void nprand__fill_in_parts(struct nprand__engine *e, size_t n, unsigned words,
                                         nprand__fill_part *fill, const void *job);

/* Works on count values from index first on, and draws nothing. */
typedef void nprand__work_on_part(const void *job, size_t first, size_t count);
NPRAND_HIDDEN void nprand__work_in_parts(const struct nprand__engine *e, size_t n,
                                         nprand__work_on_part *work, const void *job);

/* Parts for n values: as many as the runner asks for, but none that is so short that advancing to
 * it, about a millisecond, would cost more than it gains. */
NPRAND_HIDDEN int nprand__parts(const struct nprand__engine *e, size_t n);

/* Calls part(argument, i) once for each i below count <= NPRAND__MAX_PARTS, by the runner. */
NPRAND_HIDDEN void nprand__run_parts(const struct nprand__engine *e, nprand_part *part,
                                     void *argument, size_t count);

/* Makes *mine an engine for a part of a fill of whole, words on from where the fill begins. */
NPRAND_HIDDEN void nprand__begin_part(struct nprand__engine *mine,
                                      const struct nprand__engine *whole,
                                      const struct nprand__mark *start, uint64_t words);

/* After the last part: *whole is where mine is. The settings of whole, which other parts may be
 * reading, are not written. */
NPRAND_HIDDEN void nprand__end_parts(struct nprand__engine *whole,
                                     const struct nprand__engine *mine);

/* The index of the first of the n values that belongs to part i; part parts begins at n. */
static inline size_t nprand__part_begin(size_t n, int parts, int i)
{
    return n / (size_t)parts * (size_t)i + n % (size_t)parts * (size_t)i / (size_t)parts;
}

#endif
