/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Large fills in parts, which the runner of the generator may run on several threads. The values
 * and the state afterwards are the same as on one thread: each part has its own engine, which skips
 * to the first word of the part. The state of the engine of the last part is the state after the
 * fill.
 */
#ifndef NPRAND_ENGINE_PARTS_H
#define NPRAND_ENGINE_PARTS_H

#include "advance.h"

enum { NPRAND__MAX_PARTS = 1024 };

/* Fills count values from index first on. The next word of *e is the first word of value first. job
 * is the pointer that was passed to the fill. */
typedef void nprand__fill_part(struct nprand__engine *e, const void *job, size_t first,
                               size_t count);

/* Fills n values by calls of fill, in one or several parts. Each value takes the number of words
 * that words says. */
NPRAND_HIDDEN void nprand__fill_in_parts(struct nprand__engine *e, size_t n, unsigned words,
                                         nprand__fill_part *fill, const void *job);

/* Works on count values from index first on, without drawing. */
typedef void nprand__work_on_part(const void *job, size_t first, size_t count);
NPRAND_HIDDEN void nprand__work_in_parts(const struct nprand__engine *e, size_t n,
                                         nprand__work_on_part *work, const void *job);

/* The number of parts for n values: as many as nprand_set_runner() was told, but no part is so
 * short that skipping to it, about a millisecond, takes more time than a second thread saves. */
NPRAND_HIDDEN int nprand__parts(const struct nprand__engine *e, size_t n);

/* Lets the runner call part(argument, i) once for each i < count, for count <=
 * NPRAND__MAX_PARTS. */
NPRAND_HIDDEN void nprand__run_parts(const struct nprand__engine *e, nprand_part *part,
                                     void *argument, size_t count);

/* Makes *mine the engine of a part of a fill by whole. The part begins the given number of words
 * after start, where the fill begins. */
NPRAND_HIDDEN void nprand__begin_part(struct nprand__engine *mine,
                                      const struct nprand__engine *whole,
                                      const struct nprand__mark *start, uint64_t words);

/* After the last part: sets *whole to the position of mine. It does not write the settings of
 * whole, which other parts may be reading. */
NPRAND_HIDDEN void nprand__end_parts(struct nprand__engine *whole,
                                     const struct nprand__engine *mine);

/* The index of the first value of part i. The result is n for i = parts. */
static inline size_t nprand__part_begin(size_t n, int parts, int i)
{
    return n / (size_t)parts * (size_t)i + n % (size_t)parts * (size_t)i / (size_t)parts;
}

#endif
