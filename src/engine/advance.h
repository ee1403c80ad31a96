/* SPDX-License-Identifier: BSD-3-Clause */
#ifndef NPRAND_ENGINE_ADVANCE_H
#define NPRAND_ENGINE_ADVANCE_H

#include "engine.h"

/* g = t^d mod f, in NPRAND__POLYNOMIAL words. */
NPRAND_HIDDEN void nprand__power_of_t(uint64_t d, uint64_t *g);

/* window, 624 words of the sequence one after another, becomes the sum of the windows i words
 * further on for the terms i of g: with g = t^d, the window d words further on. The lower 31 bits
 * of the first word are not part of the state: they are summed too, but the next twist does not
 * look at them. */
NPRAND_HIDDEN void nprand__apply(const uint64_t *g, uint32_t *window);

/* The position d words further on. The kept Gaussian stays. */
NPRAND_HIDDEN void nprand__advance(struct nprand__engine *e, uint64_t d);

#endif
