/* SPDX-License-Identifier: BSD-3-Clause
 *
 * standard_t; standard_cauchy, which is the t distribution of one degree of freedom.
 */
#include "check.h"
#include "gamma.h"
#include "method.h"
#include "normal.h"

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

/* The quotients of two normals each, the numerator first. */
static inline void cauchys(size_t n, const double *g, double *out)
{
    for (size_t i = 0; i < n; i++)
        out[i] = g[2 * i] / g[2 * i + 1];
}

double nprand_standard_cauchy(nprand_rng *rng)
{
    if (!nprand__accept(rng, NPRAND_OK))
        return (double)NAN;
    double g[2], value;
    g[0] = nprand__gauss(nprand__engine_of(rng));
    g[1] = nprand__gauss(nprand__engine_of(rng));
    cauchys(1, g, &value);
    return value;
}

nprand_status nprand_standard_cauchy_fill(nprand_rng *rng, size_t n, double *out)
{
    nprand_status status = nprand__check_fill(rng, NPRAND_OK, n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    double g[2 * NPRAND__CHUNK];
    for (size_t done = 0; done < n;) {
        size_t size = nprand__min(n - done, NPRAND__CHUNK);
        nprand__fill_gauss(nprand__engine_of(rng), 2 * size, g);
        cauchys(size, g, out + done);
        done += size;
    }
    return NPRAND_OK;
}
