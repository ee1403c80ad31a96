/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Methods whose values take different numbers of uniforms, and the uniforms decide how many. The
 * start of a value is known only when the value before it is known. A fill reads the uniforms of a
 * whole block ahead, finds the starts of many values, and computes these values together. No branch
 * then depends on a random number, which the processor would mispredict.
 */
#ifndef NPRAND_DISTRIBUTIONS_STARTS_H
#define NPRAND_DISTRIBUTIONS_STARTS_H

#include "../engine/engine.h"

/* Makes up to n values, from index first on, of the uniforms u[0], ..., u[count-1], behind which
 * are NPRAND__ZEROS zeros. Makes fewer values if the uniforms do not suffice, or if the next value
 * needs a rare computation that draw() has and this function does not have. Returns how many
 * values; *taken becomes the number of uniforms that they took. method: the parameters. */
typedef size_t nprand__make_from_starts(const struct nprand__engine *e, const void *method,
                                        size_t first, size_t n, size_t count, const double *u,
                                        int64_t *out, size_t *taken);

/* The value of this index, drawn alone. */
typedef int64_t nprand__draw_from_start(struct nprand__engine *e, const void *method, size_t index);

/* The values of index first to first + n - 1. A value takes at least one uniform, and nearly always
 * no more than usual uniforms: so many are read ahead for each value that is missing. */
NPRAND_HIDDEN void nprand__fill_from_starts(struct nprand__engine *e,
                                            nprand__make_from_starts *make,
                                            nprand__draw_from_start *draw, const void *method,
                                            size_t usual, size_t first, size_t n, int64_t *out);

#endif
