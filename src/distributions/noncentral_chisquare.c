/* SPDX-License-Identifier: BSD-3-Clause
 *
 * noncentral_chisquare.
 *
 * Source: N. L. Johnson, S. Kotz and N. Balakrishnan, Continuous Univariate Distributions, vol. 2,
 * 2nd ed. (1995), ch. 29: a noncentral value is the sum of a central one of df - 1 degrees of
 * freedom and (G + sqrt(nonc))^2 of a standard normal G; or a central one of df + 2i, with i from a
 * Poisson distribution of mean nonc/2.
 */
#include "noncentral_chisquare.h"

#include "../backend/libm.h"

#include "check.h"
#include "chisquare.h"
#include "pattern.h"
#include "poisson.h"
#include "polar.h"

/* Releases before 1.11 have no case for nonc = 0. They take it in noncentral_f alone, which does
 * not refuse it. */
static bool noncentral_is_central(const struct nprand__engine *e, double nonc)
{
    return nonc == 0.0 && e->release >= NPRAND__RELEASE(1, 11, 0);
}

/* Releases before 1.10 know the sum alone, and take it for df = NaN too. */
static bool noncentral_is_sum(const struct nprand__engine *e, double df)
{
    return df > 1.0 || e->release < NPRAND__RELEASE(1, 10, 0);
}

NPRAND__INLINE double noncentral_chisquare_of(struct nprand__engine *e, struct nprand__ahead *a,
                                              double df, double nonc)
{
    if (noncentral_is_central(e, nonc))
        return nprand__chisquare_of(e, a, df);
    if (noncentral_is_sum(e, df)) {
        double central = nprand__chisquare_of(e, a, df - 1.0);
        double shifted = nprand__gauss_of(e, a) + sqrt(nonc);
        return central + shifted * shifted;
    }
    int64_t i = nprand__poisson(e, a, nonc / 2.0);
    /* 2i is a product of longs, which wraps where i is LONG_MIN. */
    double central = nprand__chisquare_of(e, a, df + (double)nprand__wrap(e, 2 * (uint64_t)i));
    /* Releases before 1.17 do not test for NaN, of which i is 0. */
    if (isnan(nonc) && e->release >= NPRAND__RELEASE(1, 17, 0))
        return (double)NAN;
    return central;
}

NPRAND__NOINLINE static double ahead_noncentral_chisquare(struct nprand__ahead *a, double df,
                                                          double nonc)
{
    return noncentral_chisquare_of(a->e, a, df, nonc);
}

double nprand__noncentral_chisquare(struct nprand__engine *e, struct nprand__ahead *a, double df,
                                    double nonc)
{
    return a == NULL ? noncentral_chisquare_of(e, NULL, df, nonc)
                     : ahead_noncentral_chisquare(a, df, nonc);
}

/* Whether a value is one of df + 2i degrees of freedom. */
static bool noncentral_is_mixture(const struct nprand__engine *e, double df, double nonc)
{
    return !noncentral_is_central(e, nonc) && !noncentral_is_sum(e, df);
}

bool nprand__noncentral_shapes(const struct nprand__engine *e, double df, double nonc,
                               double *shape)
{
    if (noncentral_is_mixture(e, df, nonc)) {
        const double mean = nonc / 2.0;
        shape[1] = df / 2.0; /* with k more, the rounded half of df + 2k */
        if (!(mean > 0.0 && mean < 10.0 && shape[1] > 0.0))
            return false;
        shape[0] = -nprand__exp(-mean);
        return true;
    }
    const bool central = noncentral_is_central(e, nonc);
    shape[0] = (central ? df : df - 1.0) / 2.0;
    shape[1] = central ? NPRAND__NOTHING : NPRAND__NORMAL;
    return true;
}

double nprand__noncentral_value(const struct nprand__engine *e, double df, double nonc,
                                struct nprand__noncentral_root *last, const double *x)
{
    if (noncentral_is_central(e, nonc))
        return 2.0 * x[0];
    if (!noncentral_is_sum(e, df))
        return 2.0 * x[1];
    if (nonc != last->nonc)
        *last = (struct nprand__noncentral_root){nonc, sqrt(nonc)};
    double shifted = x[1] + last->root;
    return 2.0 * x[0] + shifted * shifted;
}

static bool noncentral_chisquare_shapes(const struct nprand__values *v, double *shape)
{
    const struct nprand__engine *e = (const struct nprand__engine *)v->of;
    for (size_t i = 0; i < v->n; i++)
        if (!nprand__noncentral_shapes(e, v->p[0][i], v->p[1][i], shape + 2 * i))
            return false;
    return true;
}

static void noncentral_chisquare_combine(const struct nprand__values *v, const double *x,
                                         double *out)
{
    const struct nprand__engine *e = (const struct nprand__engine *)v->of;
    struct nprand__noncentral_root last = {0.0, 0.0};
    for (size_t i = 0; i < v->n; i++)
        out[v->first + i] = nprand__noncentral_value(e, v->p[0][i], v->p[1][i], &last, x + 2 * i);
}

/* The values from number first on. Not inline: its doubles that are read ahead would take stack from
 * nprand__fill_by_pattern() too. */
NPRAND__NOINLINE static void fill_noncentral_chisquare(struct nprand__engine *e,
                                                       const struct nprand__parameter *p,
                                                       size_t first, size_t n, double *out)
{
    struct nprand__ahead a;
    nprand__ahead_begin(&a, e, n - first);
    for (size_t i = first; i < n; i++)
        out[i] = nprand__noncentral_chisquare(e, &a, nprand__double_at(&p[0], i),
                                              nprand__double_at(&p[1], i));
    nprand__ahead_end(&a);
}

/* What early releases refuse. */
static nprand_status check_noncentral_release(const nprand_rng *rng, double df, double nonc)
{
    if (df <= 1.0 && nprand__is_before(rng, NPRAND__RELEASE(1, 10, 0)))
        return NPRAND_NOT_IN_RELEASE;
    return nonc == 0.0 ? nprand__since(rng, NPRAND__RELEASE(1, 11, 0)) : NPRAND_OK;
}

static nprand_status check_noncentral_chisquare(const nprand_rng *rng, double df, double nonc)
{
    nprand_status status = nprand__both(nprand__positive(df, NPRAND_DF_NOT_POSITIVE),
                                        nprand__non_negative(nonc, NPRAND_NEGATIVE_NONC));
    return nprand__both(status, check_noncentral_release(rng, df, nonc));
}

double nprand_noncentral_chisquare(nprand_rng *rng, double df, double nonc)
{
    if (!nprand__accept(rng, check_noncentral_chisquare(rng, df, nonc)))
        return (double)NAN;
    return nprand__noncentral_chisquare(nprand__engine_of(rng), NULL, df, nonc);
}

nprand_status nprand_noncentral_chisquare_fill(nprand_rng *rng, double df, double nonc, size_t n,
                                               double *out)
{
    return nprand_noncentral_chisquare_each(rng, &df, 0, &nonc, 0, n, out);
}

static nprand_status check_noncentral_chisquare_each(const nprand_rng *rng,
                                                     const struct nprand__parameter *p, size_t n)
{
    nprand_status status =
        nprand__both(nprand__all(&p[0], n, nprand__positive, NPRAND_DF_NOT_POSITIVE),
                     nprand__all(&p[1], n, nprand__non_negative, NPRAND_NEGATIVE_NONC));
    if (!nprand__is_before(rng, NPRAND__RELEASE(1, 11, 0)))
        return status;
    const size_t sets = nprand__sets_to_check(p, 2, n);
    for (size_t i = 0; i < sets && status == NPRAND_OK; i++)
        status =
            check_noncentral_release(rng, nprand__double_at(&p[0], i), nprand__double_at(&p[1], i));
    return status;
}

nprand_status nprand_noncentral_chisquare_each(nprand_rng *rng, const double *df, ptrdiff_t df_step,
                                               const double *nonc, ptrdiff_t nonc_step, size_t n,
                                               double *out)
{
    const struct nprand__parameter p[] = {{df, df_step}, {nonc, nonc_step}};
    const nprand_status parameters = check_noncentral_chisquare_each(rng, p, n);
    const nprand_status status = nprand__check_each(rng, parameters, p, 2, n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    const struct nprand__pattern pattern = {2,
                                            2,
                                            p,
                                            e,
                                            nprand__period(p, 2),
                                            noncentral_chisquare_shapes,
                                            noncentral_chisquare_combine,
                                            NULL};
    const size_t made = nprand__fill_by_pattern(e, &pattern, n, out);
    if (made < n)
        fill_noncentral_chisquare(e, p, made, n, out);
    return NPRAND_OK;
}
