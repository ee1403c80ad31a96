/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Methods whose values take a number of uniforms that the uniforms themselves decide. Where a value
 * starts is then known only when the value before it is. A fill reads the uniforms of a whole block
 * ahead, finds the starts of many values, and computes these values together, without a branch that
 * depends on a random number.
 */
#ifndef NPRAND_DISTRIBUTIONS_STARTS_H
#define NPRAND_DISTRIBUTIONS_STARTS_H

#include "../engine/engine.h"

enum { NPRAND__STARTS = NPRAND__AHEAD }; /* the most uniforms that are read ahead */

/* Makes up to n values, those of index first and further, from the count uniforms at u, behind
 * which are NPRAND__ZEROS zeros: fewer, if the uniforms do not suffice or a value takes a rare way.
 * Returns how many values; *taken becomes the number of uniforms that they took. method is what the
 * method hands on, its parameters. */
typedef size_t nprand__make_from_starts(const struct nprand__engine *e, const void *method,
                                        size_t first, size_t n, size_t count, const double *u,
                                        int64_t *out, size_t *taken);

/* The value of this index, drawn alone. */
typedef int64_t nprand__draw_from_start(struct nprand__engine *e, const void *method, size_t index);

/* The values of index first to first + n - 1. Each of them takes one uniform or more, and usual
 * uniforms or fewer, apart from rare ones. */
NPRAND_HIDDEN void nprand__fill_from_starts(struct nprand__engine *e,
                                            nprand__make_from_starts *make,
                                            nprand__draw_from_start *draw, const void *method,
                                            size_t usual, size_t first, size_t n, int64_t *out);

#endif
