/* SPDX-License-Identifier: BSD-3-Clause
 *
 * f: the quotient of two chi-squares, each divided by its degrees of freedom.
 */
#include "f.h"

#include "chisquare.h"
#include "pattern.h"

static bool f_shapes(const struct nprand__values *v, double *shape)
{
    for (size_t i = 0; i < v->n; i++) {
        shape[2 * i] = v->p[0][i] / 2.0;
        shape[2 * i + 1] = v->p[1][i] / 2.0;
    }
    return true;
}

/* A chi-square is twice a gamma. */
static void f_combine(const struct nprand__values *v, const double *x, double *out)
{
    for (size_t i = 0; i < v->n; i++)
        out[v->first + i] =
            nprand__f_quotient(2.0 * x[2 * i], v->p[0][i], 2.0 * x[2 * i + 1], v->p[1][i]);
}

/* The numerator is drawn first. C does not define in which order arguments are evaluated. */
static inline double draw_f(struct nprand__engine *e, double dfnum, double dfden)
{
    double numerator = nprand__chisquare(e, dfnum);
    return nprand__f_quotient(numerator, dfnum, nprand__chisquare(e, dfden), dfden);
}

double nprand_f(nprand_rng *rng, double dfnum, double dfden)
{
    if (!nprand__accept(rng, nprand__check_f(dfnum, dfden)))
        return (double)NAN;
    return draw_f(nprand__engine_of(rng), dfnum, dfden);
}

nprand_status nprand_f_fill(nprand_rng *rng, double dfnum, double dfden, size_t n, double *out)
{
    return nprand_f_each(rng, &dfnum, 0, &dfden, 0, n, out);
}

nprand_status nprand_f_each(nprand_rng *rng, const double *dfnum, ptrdiff_t dfnum_step,
                            const double *dfden, ptrdiff_t dfden_step, size_t n, double *out)
{
    const struct nprand__parameter p[] = {{dfnum, dfnum_step}, {dfden, dfden_step}};
    const nprand_status parameters =
        nprand__both(nprand__all(&p[0], n, nprand__positive, NPRAND_DFNUM_NOT_POSITIVE),
                     nprand__all(&p[1], n, nprand__positive, NPRAND_DFDEN_NOT_POSITIVE));
    const nprand_status status = nprand__check_each(rng, parameters, p, 2, n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    const struct nprand__pattern pattern = {2,        2,         p,   NULL, nprand__period(p, 2),
                                            f_shapes, f_combine, NULL};
    nprand__fill_by_pattern(nprand__engine_of(rng), &pattern, n, out);
    return NPRAND_OK;
}
