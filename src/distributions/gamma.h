/* SPDX-License-Identifier: BSD-3-Clause */
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

/* One value of scale 1; shape may be anything but negative. */
NPRAND_HIDDEN double nprand__gamma_draw(struct nprand__engine *e, const struct nprand__gamma *g);

#endif
