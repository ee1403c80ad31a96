/* SPDX-License-Identifier: BSD-3-Clause
 *
 * triangular: the inverse of the distribution function.
 */
#include "method.h"

static nprand_status check_triangular(double left, double mode, double right)
{
    if (left > mode)
        return NPRAND_LEFT_ABOVE_MODE;
    if (mode > right)
        return NPRAND_MODE_ABOVE_RIGHT;
    return left == right ? NPRAND_LEFT_IS_RIGHT : NPRAND_OK;
}

static double draw_triangular(struct nprand__engine *e, double left, double mode, double right)
{
    double base = right - left;
    double left_base = mode - left;
    double u = nprand__next_double(e);
    if (u <= left_base / base)
        return left + sqrt(u * (left_base * base));
    return right - sqrt((1.0 - u) * ((right - mode) * base));
}

NPRAND__DEFINE_DOUBLE(triangular, (nprand_rng * rng, double left, double mode, double right),
                      check_triangular(left, mode, right), draw_triangular(e, left, mode, right))
