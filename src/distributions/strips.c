/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The bounds of strips.h.
 *
 * With a = shape, the threshold t(u) = 1 - exp(Y - X) has three parts:
 * for u <= 1 - a, Y is 0 and X = u^(1/a) rises with u: t rises from 0;
 * above, Y rises from 0, and X = (1 - a + a Y)^(1/a). The derivative of X by Y is
 * (1 - a + a Y)^(1/a - 1), which is below 1 for Y < 1 and above 1 for Y > 1. So t falls until
 * Y = 1, where X = 1 and t = 0, and rises from there to 1. Y is 1 at u = 1 - a/e.
 *
 * In a strip without a turn, t lies between its values at the two ends of the strip. A strip with a
 * turn has the value at the turn as a bound too. What the exact test rounds changes t by less than
 * 1e-10: the margin of 1e-6 is larger. The lower bound is rounded down, the upper one up.
 */
#include "strips.h"

static double strips_threshold(double shape, double u)
{
    double power = u, y = 0.0;
    if (u >= 1.0)
        return 1.0;
    if (u > 1.0 - shape) {
        y = -nprand__log((1.0 - u) / shape);
        power = 1.0 - shape + shape * y;
    }
    return 1.0 - nprand__exp(y - nprand__pow(power, 1.0 / shape));
}

/* Whether u is in strip i, or at its end but for rounding. */
static bool strips_have(size_t i, double u)
{
    const double place = u * NPRAND__STRIPS - (double)i;
    return place > -1e-6 && place < 1.0 + 1e-6;
}

void nprand__strips_prepare(struct nprand__strips *s, double shape)
{
    const double highest = 1.0 - shape, lowest = 1.0 - shape * 0.36787944117144233;
    double left = 0.0;
    s->shape = shape;
    for (size_t i = 0; i < NPRAND__STRIPS; i++) {
        const double right = strips_threshold(shape, (double)(i + 1) / NPRAND__STRIPS);
        double low = fmin(left, right), high = fmax(left, right);
        if (strips_have(i, highest))
            high = fmax(high, strips_threshold(shape, highest));
        if (strips_have(i, lowest))
            low = 0.0;
        s->low[i] = (uint16_t)(fmax(low - 1e-6, 0.0) * NPRAND__HEIGHT);
        s->high[i] = (uint16_t)((high + 1e-6) * NPRAND__HEIGHT + 1.0);
        left = right;
    }
}
