/* SPDX-License-Identifier: BSD-3-Clause
 *
 * noncentral_f: the quotient of a noncentral and a central chi-square, each divided by its degrees
 * of freedom.
 */
#include "check.h"
#include "chisquare.h"
#include "f.h"
#include "noncentral_chisquare.h"
#include "pattern.h"

/* The numerator is drawn first. C does not define in which order arguments are evaluated. */
static inline double draw_noncentral_f(struct nprand__engine *e, struct nprand__ahead *a,
                                       double dfnum, double dfden, double nonc)
{
    double numerator = nprand__noncentral_chisquare(e, a, dfnum, nonc);
    return nprand__f_quotient(numerator, dfnum, nprand__chisquare_of(e, a, dfden), dfden);
}

/* The items of the numerator, and the gamma of which the denominator is twice the value. */
static bool noncentral_f_shapes(const struct nprand__values *v, double *shape)
{
    const struct nprand__engine *e = (const struct nprand__engine *)v->of;
    for (size_t i = 0; i < v->n; i++) {
        if (!nprand__noncentral_shapes(e, v->p[0][i], v->p[2][i], shape + 3 * i))
            return false;
        shape[3 * i + 2] = v->p[1][i] / 2.0;
    }
    return true;
}

static void noncentral_f_combine(const struct nprand__values *v, const double *x, double *out)
{
    const struct nprand__engine *e = (const struct nprand__engine *)v->of;
    struct nprand__noncentral_root last = {0.0, 0.0};
    for (size_t i = 0; i < v->n; i++) {
        const double dfnum = v->p[0][i];
        const double dfden = v->p[1][i];
        const double nonc = v->p[2][i];
        const double numerator = nprand__noncentral_value(e, dfnum, nonc, &last, x + 3 * i);
        out[v->first + i] = nprand__f_quotient(numerator, dfnum, 2.0 * x[3 * i + 2], dfden);
    }
}

/* The values from number first on. Not inline, for the stack: see fill_noncentral_chisquare(). */
NPRAND__NOINLINE static void fill_noncentral_f(struct nprand__engine *e,
                                               const struct nprand__parameter *p, size_t first,
                                               size_t n, double *out)
{
    struct nprand__ahead a;
    nprand__ahead_begin(&a, e, n - first);
    for (size_t i = first; i < n; i++)
        out[i] = draw_noncentral_f(e, &a, nprand__double_at(&p[0], i), nprand__double_at(&p[1], i),
                                   nprand__double_at(&p[2], i));
    nprand__ahead_end(&a);
}

/* What early releases refuse. */
static nprand_status check_noncentral_f_release(const nprand_rng *rng, double dfnum)
{
    return dfnum <= 1.0 ? nprand__since(rng, NPRAND__RELEASE(1, 14, 0)) : NPRAND_OK;
}

static nprand_status check_noncentral_f(const nprand_rng *rng, double dfnum, double dfden,
                                        double nonc)
{
    nprand_status status = nprand__both(nprand__check_f(dfnum, dfden),
                                        nprand__non_negative(nonc, NPRAND_NEGATIVE_NONC));
    return nprand__both(status, check_noncentral_f_release(rng, dfnum));
}

double nprand_noncentral_f(nprand_rng *rng, double dfnum, double dfden, double nonc)
{
    if (!nprand__accept(rng, check_noncentral_f(rng, dfnum, dfden, nonc)))
        return (double)NAN;
    return draw_noncentral_f(nprand__engine_of(rng), NULL, dfnum, dfden, nonc);
}

nprand_status nprand_noncentral_f_fill(nprand_rng *rng, double dfnum, double dfden, double nonc,
                                       size_t n, double *out)
{
    return nprand_noncentral_f_each(rng, &dfnum, 0, &dfden, 0, &nonc, 0, n, out);
}

static nprand_status check_noncentral_f_each(const nprand_rng *rng,
                                             const struct nprand__parameter *p, size_t n)
{
    nprand_status status =
        nprand__both(nprand__all(&p[0], n, nprand__positive, NPRAND_DFNUM_NOT_POSITIVE),
                     nprand__all(&p[1], n, nprand__positive, NPRAND_DFDEN_NOT_POSITIVE));
    status =
        nprand__both(status, nprand__all(&p[2], n, nprand__non_negative, NPRAND_NEGATIVE_NONC));
    if (!nprand__is_before(rng, NPRAND__RELEASE(1, 14, 0)))
        return status;
    const size_t count = nprand__values_to_check(&p[0], n);
    for (size_t i = 0; i < count && status == NPRAND_OK; i++)
        status = check_noncentral_f_release(rng, nprand__double_at(&p[0], i));
    return status;
}

nprand_status nprand_noncentral_f_each(nprand_rng *rng, const double *dfnum, ptrdiff_t dfnum_step,
                                       const double *dfden, ptrdiff_t dfden_step,
                                       const double *nonc, ptrdiff_t nonc_step, size_t n,
                                       double *out)
{
    const struct nprand__parameter p[] = {
        {dfnum, dfnum_step}, {dfden, dfden_step}, {nonc, nonc_step}};
    const nprand_status parameters = check_noncentral_f_each(rng, p, n);
    const nprand_status status = nprand__check_each(rng, parameters, p, 3, n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    const struct nprand__pattern pattern = {
        3, 3, p, e, nprand__period(p, 3), noncentral_f_shapes, noncentral_f_combine, NULL};
    const size_t made = nprand__fill_by_pattern(e, &pattern, n, out);
    if (made < n)
        fill_noncentral_f(e, p, made, n, out);
    return NPRAND_OK;
}
