/* SPDX-License-Identifier: BSD-3-Clause
 *
 * standard_t; standard_cauchy, which is the t distribution of one degree of freedom.
 */
#include "check.h"
#include "gamma.h"
#include "method.h"
#include "polar.h"

/* G / sqrt(chi-square / df) with the chi-square as twice a gamma of shape df/2; the normal first.
 */
static double draw_standard_t(struct nprand__engine *e, double df, const struct nprand__gamma *g)
{
    double numerator = sqrt(df / 2.0) * nprand__gauss(e);
    return numerator / sqrt(nprand__gamma_draw(e, g));
}

NPRAND__DEFINE_METHOD(standard_t, double, (double)NAN, (nprand_rng * rng, double df),
                      nprand__positive(df, NPRAND_DF_NOT_POSITIVE),
                      const struct nprand__gamma g = nprand__gamma_prepare(df / 2.0),
                      draw_standard_t(e, df, &g))

/* Puts n quotients of two normals each in place of the first n of them. By way of an array that is
 * not theirs, so that compilers make vectors of the divisions. */
static void cauchys(size_t n, double *g)
{
    enum { PIECE = 32 };
    double quotients[PIECE];
    for (size_t done = 0; done < n; done += PIECE) {
        size_t size = nprand__min(n - done, PIECE);
        for (size_t i = 0; i < size; i++)
            quotients[i] = g[2 * (done + i)] / g[2 * (done + i) + 1];
        memcpy(g + done, quotients, size * sizeof *g);
    }
}

/* The quotient of two normals, the numerator first. */
static double draw_standard_cauchy(struct nprand__engine *e)
{
    double numerator = nprand__gauss(e);
    return numerator / nprand__gauss(e);
}

double nprand_standard_cauchy(nprand_rng *rng)
{
    if (!nprand__accept(rng, NPRAND_OK))
        return (double)NAN;
    return draw_standard_cauchy(nprand__engine_of(rng));
}

nprand_status nprand_standard_cauchy_fill(nprand_rng *rng, size_t n, double *out)
{
    nprand_status status = nprand__check_fill(rng, NPRAND_OK, n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    /* The normals stand where the values will: half as many values, until none or one is left. */
    struct nprand__engine *e = nprand__engine_of(rng);
    while (n >= 2) {
        size_t size = nprand__min(n / 2, NPRAND__CHUNK);
        nprand__fill_gauss(e, 2 * size, out);
        cauchys(size, out);
        out += size;
        n -= size;
    }
    if (n > 0)
        *out = draw_standard_cauchy(e);
    return NPRAND_OK;
}
