/* SPDX-License-Identifier: BSD-3-Clause
 *
 * laplace, logistic, gumbel: inverses of the distribution function, each with a logarithm that has
 * no value at one end of the uniform's range. NumPy draws again there, since 1.16.4.
 */
#include "../backend/libm.h"

#include "check.h"
#include "method.h"

static bool redraws(const struct nprand__engine *e)
{
    return e->release >= NPRAND__RELEASE(1, 16, 4);
}

enum { PIECE = 256 }; /* uniforms of which the logarithms are taken together */

/* ln of twice the distance to the nearer end, on the side where U is. 2 - U - U and U + U are
 * exact; of the two, the smaller one is meant. Values are chosen, not ways: compilers make vectors
 * of that, and a branch would be mispredicted half of the time. */
static inline void laplace_piece(size_t n, double *u, double loc, double scale)
{
    double logs[PIECE];
    for (size_t i = 0; i < n; i++) {
        double above = 2.0 - u[i] - u[i];
        double below = u[i] + u[i];
        logs[i] = below < above ? below : above;
    }
    nprand__log_array(n, logs);
    for (size_t i = 0; i < n; i++) {
        double term = scale * logs[i];
        double minus = -term;
        u[i] = loc + (u[i] >= 0.5 ? minus : term);
    }
}

static inline void laplaces(size_t n, double *u, double loc, double scale)
{
    for (size_t done = 0; done < n; done += PIECE)
        laplace_piece(nprand__min(n - done, PIECE), u + done, loc, scale);
}

static inline void logistics(size_t n, double *u, double loc, double scale)
{
    NPRAND__EACH(n, u, x / (1.0 - x))
    nprand__log_array(n, u);
    NPRAND__EACH(n, u, loc + scale * x)
}

/* 1 - U is exact. */
static inline void gumbels(size_t n, double *u, double loc, double scale)
{
    NPRAND__EACH(n, u, 1.0 - x)
    nprand__log_array(n, u);
    NPRAND__EACH(n, u, -x)
    nprand__log_array(n, u);
    NPRAND__EACH(n, u, loc - scale * x)
}

static nprand_status check_scale(double scale)
{
    return nprand__non_negative(scale, NPRAND_NEGATIVE_SCALE);
}

NPRAND__DEFINE_REDRAWING(laplace, (nprand_rng * rng, double loc, double scale), check_scale(scale),
                         redraws(e), laplaces(size, u, loc, scale))

NPRAND__DEFINE_REDRAWING(logistic, (nprand_rng * rng, double loc, double scale), check_scale(scale),
                         redraws(e), logistics(size, u, loc, scale))

NPRAND__DEFINE_REDRAWING(gumbel, (nprand_rng * rng, double loc, double scale), check_scale(scale),
                         redraws(e), gumbels(size, u, loc, scale))
