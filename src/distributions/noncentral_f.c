/* SPDX-License-Identifier: BSD-3-Clause
 *
 * noncentral_f: the quotient of a noncentral and a central chi-square, each divided by its degrees
 * of freedom.
 */
#include "check.h"
#include "chisquare.h"
#include "f.h"
#include "noncentral_chisquare.h"
#include "parameter.h"

/* The numerator is drawn first. C does not define in which order arguments are evaluated. */
static inline double draw_noncentral_f(struct nprand__engine *e, double dfnum, double dfden,
                                       double nonc)
{
    double numerator = nprand__noncentral_chisquare(e, dfnum, nonc);
    return nprand__f_quotient(numerator, dfnum, nprand__chisquare(e, dfden), dfden);
}

/* The same of doubles that are read ahead. */
static inline double ahead_noncentral_f(struct nprand__ahead *a, double dfnum, double dfden,
                                        double nonc)
{
    double numerator = nprand__ahead_noncentral_chisquare(a, dfnum, nonc);
    return nprand__f_quotient(numerator, dfnum, nprand__ahead_chisquare(a, dfden), dfden);
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
    return draw_noncentral_f(nprand__engine_of(rng), dfnum, dfden, nonc);
}

nprand_status nprand_noncentral_f_fill(nprand_rng *rng, double dfnum, double dfden, double nonc,
                                       size_t n, double *out)
{
    nprand_status parameters = check_noncentral_f(rng, dfnum, dfden, nonc);
    nprand_status status = nprand__check_fill(rng, parameters, n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    struct nprand__ahead a;
    nprand__ahead_begin(&a, nprand__engine_of(rng), n);
    for (size_t i = 0; i < n; i++)
        out[i] = ahead_noncentral_f(&a, dfnum, dfden, nonc);
    nprand__ahead_end(&a);
    return NPRAND_OK;
}

static nprand_status check_noncentral_f_each(const nprand_rng *rng,
                                             const struct nprand__parameter *p, size_t n)
{
    nprand_status status =
        nprand__both(nprand__all(&p[0], n, nprand__positive, NPRAND_DFNUM_NOT_POSITIVE),
                     nprand__all(&p[1], n, nprand__positive, NPRAND_DFDEN_NOT_POSITIVE));
    status =
        nprand__both(status, nprand__all(&p[2], n, nprand__non_negative, NPRAND_NEGATIVE_NONC));
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
    struct nprand__ahead a;
    nprand__ahead_begin(&a, nprand__engine_of(rng), n);
    for (size_t i = 0; i < n; i++)
        out[i] = ahead_noncentral_f(&a, nprand__double_at(&p[0], i), nprand__double_at(&p[1], i),
                                    nprand__double_at(&p[2], i));
    nprand__ahead_end(&a);
    return NPRAND_OK;
}
