/* SPDX-License-Identifier: BSD-3-Clause
 *
 * triangular: the inverse of the distribution function, which is made of two parabolas. With
 * B = right - left:
 * left + sqrt(U (mode - left) B) for U <= (mode - left) / B,
 * right - sqrt((1 - U) (right - mode) B) above.
 */
#include "transform.h"

/* check_triangular() keeps both operands of sqrt at 0 or above, or NaN. Both are computed, and one
 * is chosen: a branch would be mispredicted often. */
static inline double triangular_value(double left, double mode, double right, double u)
{
    double base = right - left;
    double left_base = mode - left;
    bool is_left = u <= left_base / base;
    const double operands[] = {(1.0 - u) * ((right - mode) * base), u * (left_base * base)};
    double root = sqrt(operands[is_left]);
    const double values[] = {right - root, left + root};
    return values[is_left];
}

NPRAND__INLINE void triangular_formula(const struct nprand__of *of, size_t step, size_t n,
                                       double *NPRAND__RESTRICT u)
{
    const double *left = of->p[0], *mode = of->p[1], *right = of->p[2];
    for (size_t i = 0; i < n; i++)
        u[i] = triangular_value(left[i * step], mode[i * step], right[i * step], u[i]);
}

static inline void triangular_transform(const void *of, size_t n, double *u)
{
    nprand__by_step(triangular_formula, of, n, u);
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
    const struct nprand__of of = {.p = {&left, &mode, &right}};
    double u = nprand__next_double(nprand__engine_of(rng));
    triangular_transform(&of, 1, &u);
    return u;
}

nprand_status nprand_triangular_fill(nprand_rng *rng, double left, double mode, double right,
                                     size_t n, double *out)
{
    return nprand_triangular_each(rng, &left, 0, &mode, 0, &right, 0, n, out);
}

/* NumPy looks at left and mode of all values first, then at mode and right, then at left and
 * right. */
static nprand_status check_triangular_each(const struct nprand__parameter *p, size_t n)
{
    nprand_status status = nprand__check_parameters(p, 3, n);
    if (status != NPRAND_OK)
        return status;
    bool left_above = false, mode_above = false, equal = false;
    const size_t count = nprand__sets_to_check(p, 3, n);
    for (size_t i = 0; i < count; i++) {
        const double left = nprand__double_at(&p[0], i), mode = nprand__double_at(&p[1], i);
        const double right = nprand__double_at(&p[2], i);
        left_above |= left > mode;
        mode_above |= mode > right;
        equal |= left == right;
    }
    if (left_above)
        return NPRAND_LEFT_ABOVE_MODE;
    if (mode_above)
        return NPRAND_MODE_ABOVE_RIGHT;
    return equal ? NPRAND_LEFT_IS_RIGHT : NPRAND_OK;
}

nprand_status nprand_triangular_each(nprand_rng *rng, const double *left, ptrdiff_t left_step,
                                     const double *mode, ptrdiff_t mode_step, const double *right,
                                     ptrdiff_t right_step, size_t n, double *out)
{
    const struct nprand__parameter p[] = {
        {left, left_step}, {mode, mode_step}, {right, right_step}};
    const nprand_status parameters = check_triangular_each(p, n);
    const nprand_status status = nprand__check_each(rng, parameters, p, 3, n, sizeof *out, out);
    if (status == NPRAND_OK)
        nprand__each_transformed(nprand__engine_of(rng), triangular_transform, p, 3, n, out);
    return status;
}
