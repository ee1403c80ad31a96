/* SPDX-License-Identifier: BSD-3-Clause
 *
 * wald: the inverse Gaussian distribution.
 *
 * Source: J. R. Michael, W. R. Schucany and R. W. Haas, "Generating random variates using
 * transformations with multiple roots", The American Statistician 30 (1976), 88-90.
 */
#include "parameter.h"
#include "polar.h"

/* With Y = G^2, a chi-square of one degree of freedom, the equation
 * scale (X - mean)^2 / (mean^2 X) = Y has two roots: the smaller one is
 * x = mean + mean / (2 scale) (mean Y - sqrt(4 mean scale Y + mean^2 Y^2)), the larger one
 * mean^2 / x. The value is x with the chance mean / (mean + x). Below, y is mean Y.
 *
 * For mean much above scale the difference cancels to 0 or below: NumPy does this; do not repair.
 * Both roots are computed, since a branch would be mispredicted. */
static inline double wald_value(double mean, double scale, double g, double u)
{
    double mu_2l = mean / (2.0 * scale);
    double y = mean * g * g;
    double x = mean + mu_2l * (y - sqrt(4.0 * scale * y + y * y));
    const double roots[] = {mean * mean / x, x};
    return roots[u <= mean / (mean + x)];
}

static nprand_status check_wald(double mean, double scale)
{
    return nprand__both(nprand__positive(mean, NPRAND_MEAN_NOT_POSITIVE),
                        nprand__positive(scale, NPRAND_SCALE_NOT_POSITIVE));
}

double nprand_wald(nprand_rng *rng, double mean, double scale)
{
    if (!nprand__accept(rng, check_wald(mean, scale)))
        return (double)NAN;
    struct nprand__engine *e = nprand__engine_of(rng);
    double g = nprand__gauss(e);
    return wald_value(mean, scale, g, nprand__next_double(e));
}

/* n values, of the parameters of each. For a fill, the compiler knows that the steps are 0. */
NPRAND__INLINE void fill_wald(struct nprand__engine *e, const struct nprand__parameter *p, size_t n,
                              double *out)
{
    double u[NPRAND__ROUND_ROOM];
    for (size_t done = 0; done < n;) {
        const size_t size = nprand__some_gauss_and_uniforms(e, n - done, out + done, u);
        for (size_t i = 0; i < size; i++)
            out[done + i] = wald_value(nprand__double_at(&p[0], done + i),
                                       nprand__double_at(&p[1], done + i), out[done + i], u[i]);
        done += size;
    }
}

nprand_status nprand_wald_fill(nprand_rng *rng, double mean, double scale, size_t n, double *out)
{
    nprand_status status = nprand__check_fill(rng, check_wald(mean, scale), n, sizeof *out, out);
    const struct nprand__parameter p[] = {{&mean, 0}, {&scale, 0}};
    if (status == NPRAND_OK)
        fill_wald(nprand__engine_of(rng), p, n, out);
    return status;
}

nprand_status nprand_wald_each(nprand_rng *rng, const double *mean, ptrdiff_t mean_step,
                               const double *scale, ptrdiff_t scale_step, size_t n, double *out)
{
    const struct nprand__parameter p[] = {{mean, mean_step}, {scale, scale_step}};
    const nprand_status parameters =
        nprand__both(nprand__all(&p[0], n, nprand__positive, NPRAND_MEAN_NOT_POSITIVE),
                     nprand__all(&p[1], n, nprand__positive, NPRAND_SCALE_NOT_POSITIVE));
    const nprand_status status = nprand__check_each(rng, parameters, p, 2, n, sizeof *out, out);
    if (status == NPRAND_OK)
        fill_wald(nprand__engine_of(rng), p, n, out);
    return status;
}
