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

static double triangular(double u, double left, double mode, double right)
{
    double base = right - left;
    double left_base = mode - left;
    if (u <= left_base / base)
        return left + sqrt(u * (left_base * base));
    return right - sqrt((1.0 - u) * ((right - mode) * base));
}

NPRAND__DEFINE_TRANSFORM(triangular, (nprand_rng * rng, double left, double mode, double right),
                         check_triangular(left, mode, right),
                         NPRAND__EACH(size, u, triangular(x, left, mode, right)))
