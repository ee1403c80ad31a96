/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Gammas of scale 1, for gamma.c and for the methods that are functions of them.
 */
#ifndef NPRAND_DISTRIBUTIONS_GAMMA_H
#define NPRAND_DISTRIBUTIONS_GAMMA_H

#include "../engine/engine.h"

/* What a gamma draw needs of its shape. */
struct nprand__gamma {
    double shape;
    double inverse; /* 1 / shape, for shape < 1 */
    double b, c;    /* shape - 1/3 and 1 / sqrt(9 b), for shape > 1 */
};

NPRAND_HIDDEN struct nprand__gamma nprand__gamma_prepare(double shape);

/* One gamma. A negative shape, which a sum that wraps can give, ends with NaN. */
NPRAND_HIDDEN double nprand__gamma_draw(struct nprand__engine *e, const struct nprand__gamma *g);

/* Makes some of n > 0 gammas, of the shapes g[0], g[1], ..., g[shapes-1] in turn, the first one of
 * g[turn]: as many as one round gives, at most NPRAND__ATTEMPTS. Returns how many. */
NPRAND_HIDDEN size_t nprand__some_gammas(struct nprand__engine *e, const struct nprand__gamma *g,
                                         size_t shapes, size_t turn, size_t n, double *out);

/* Whether nprand__some_gammas() makes many gammas of these shapes at a time: all are above 1, or
 * only one shape is. */
enum { NPRAND__MOST_SHAPES = 2 };
NPRAND_HIDDEN bool nprand__are_alike(const struct nprand__gamma *g, size_t shapes);

#endif
