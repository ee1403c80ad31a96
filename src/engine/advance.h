/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Skipping words, for the public functions and for fills in parts.
 */
#ifndef NPRAND_ENGINE_ADVANCE_H
#define NPRAND_ENGINE_ADVANCE_H

#include "engine.h"

/* g = t^d mod f, with f of polynomial.h. g has NPRAND__POLYNOMIAL words. */
NPRAND_HIDDEN void nprand__power_of_t(uint64_t d, uint64_t *g);

/* g = t^(-d) mod f, for d >= 1. */
NPRAND_HIDDEN void nprand__power_of_inverse(uint64_t d, uint64_t *g);

/* window is 624 consecutive words of the sequence. It becomes the sum of the windows i words later,
 * for each term t^i of g. With g = t^d mod f, the sum is the window d words later. The lower 31
 * bits of its first word are not part of the state. They are summed too, but the next twist does
 * not read them. */
NPRAND_HIDDEN void nprand__apply(const uint64_t *g, uint32_t *window);

/* Skips d words. The cached normal stays. */
NPRAND_HIDDEN void nprand__advance(struct nprand__engine *e, uint64_t d);

#endif
