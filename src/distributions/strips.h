/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The test of many attempts for gammas of one shape below 1, without a logarithm or a power for
 * nearly all of them.
 *
 * An attempt of nprand__gamma_attempt() takes two uniforms, u and v. It is accepted if X <= E + Y,
 * where X and Y are functions of u, and E = -ln(1 - v). That is v >= t(u), with the threshold
 * t(u) = 1 - exp(Y - X). The interval of u is cut into strips of the same width. For each strip,
 * two bounds of the threshold are known: an attempt with v between them is in doubt.
 */
#ifndef NPRAND_DISTRIBUTIONS_STRIPS_H
#define NPRAND_DISTRIBUTIONS_STRIPS_H

#include "../backend/ptrs.h"

#include "gamma.h"

enum { NPRAND__STRIPS = 128, NPRAND__HEIGHT = 1 << 15 };

struct nprand__strips {
    double shape;                                       /* 0: not prepared */
    uint16_t low[NPRAND__STRIPS], high[NPRAND__STRIPS]; /* times NPRAND__HEIGHT */
};

/* Takes as long as 200 to 400 attempts without strips. */
NPRAND_HIDDEN void nprand__strips_prepare(struct nprand__strips *s, double shape);

/* What the strips say of an attempt with the uniforms u and v. */
static inline enum nprand__verdict nprand__strips_test(const struct nprand__strips *s, double u,
                                                       double v)
{
    const size_t i = (size_t)(int)(u * NPRAND__STRIPS);
    const int place = (int)(v * NPRAND__HEIGHT);
    if (place >= s->high[i])
        return NPRAND__ACCEPTED;
    return place < s->low[i] ? NPRAND__REJECTED : NPRAND__OPEN;
}

#endif
