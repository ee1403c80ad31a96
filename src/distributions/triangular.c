/* SPDX-License-Identifier: BSD-3-Clause
 *
 * triangular: the inverse of the distribution function, which is made of two parabolas. With
 * B = right - left:
 * left + sqrt(U (mode - left) B) for U <= (mode - left) / B,
 * right - sqrt((1 - U) (right - mode) B) above.
 */
#include "transform.h"

struct triangular {
    double left, mode, right;
};

/* check_triangular() keeps both operands of sqrt at 0 or above, or NaN. */
static inline double triangular_value(const struct triangular *p, double u)
{
    double base = p->right - p->left;
    double left_base = p->mode - p->left;
    if (u <= left_base / base)
        return p->left + sqrt(u * (left_base * base));
    return p->right - sqrt((1.0 - u) * ((p->right - p->mode) * base));
}

static inline void triangular_transform(const void *of, size_t n, double *u)
{
    const struct triangular p = *(const struct triangular *)of;
    for (size_t i = 0; i < n; i++)
        u[i] = triangular_value(&p, u[i]);
}

static nprand_status check_triangular(double left, double mode, double right)
{
    if (left > mode)
        return NPRAND_LEFT_ABOVE_MODE;
    if (mode > right)
        return NPRAND_MODE_ABOVE_RIGHT;
    return left == right ? NPRAND_LEFT_IS_RIGHT : NPRAND_OK;
}

double nprand_triangular(nprand_rng *rng, double left, double mode, double right)
{
    if (!nprand__accept(rng, check_triangular(left, mode, right)))
        return (double)NAN;
    const struct triangular p = {left, mode, right};
    double u = nprand__next_double(nprand__engine_of(rng));
    triangular_transform(&p, 1, &u);
    return u;
}

nprand_status nprand_triangular_fill(nprand_rng *rng, double left, double mode, double right,
                                     size_t n, double *out)
{
    nprand_status parameters = check_triangular(left, mode, right);
    nprand_status status = nprand__check_fill(rng, parameters, n, sizeof *out, out);
    const struct triangular p = {left, mode, right};
    if (status == NPRAND_OK)
        nprand__fill_transformed(nprand__engine_of(rng), triangular_transform, &p, n, out);
    return status;
}
