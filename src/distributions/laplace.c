/* SPDX-License-Identifier: BSD-3-Clause
 *
 * laplace: the double exponential distribution, by the inverse of its distribution function:
 * loc + scale ln(2U) for U < 1/2, loc - scale ln(2 - 2U) from 1/2 on.
 */
#include "../backend/libm.h"

#include "check.h"
#include "redraw.h"

enum { LAPLACE_PIECE = 256 }; /* uniforms whose logarithms are taken together */

/* 2 - U - U and U + U are exact, and the smaller one is the operand of the logarithm. Both are
 * computed, and one is chosen: compilers make vectors of a choice, and a branch would be mispredicted
 * half of the time. */
static inline void laplace_piece(const struct nprand__loc_scale *p, size_t n, double *u)
{
    const double loc = p->loc, scale = p->scale;
    double logs[LAPLACE_PIECE];
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

static inline void laplace_transform(const void *of, size_t n, double *u)
{
    const struct nprand__loc_scale p = *(const struct nprand__loc_scale *)of;
    for (size_t done = 0; done < n; done += LAPLACE_PIECE)
        laplace_piece(&p, nprand__min(n - done, LAPLACE_PIECE), u + done);
}

double nprand_laplace(nprand_rng *rng, double loc, double scale)
{
    if (!nprand__accept(rng, nprand__non_negative(scale, NPRAND_NEGATIVE_SCALE)))
        return (double)NAN;
    const struct nprand__loc_scale p = {loc, scale};
    double u = nprand__next_redrawn(nprand__engine_of(rng));
    laplace_transform(&p, 1, &u);
    return u;
}

nprand_status nprand_laplace_fill(nprand_rng *rng, double loc, double scale, size_t n, double *out)
{
    nprand_status parameters = nprand__non_negative(scale, NPRAND_NEGATIVE_SCALE);
    nprand_status status = nprand__check_fill(rng, parameters, n, sizeof *out, out);
    const struct nprand__loc_scale p = {loc, scale};
    if (status == NPRAND_OK)
        nprand__fill_redrawn(nprand__engine_of(rng), laplace_transform, &p, n, out);
    return status;
}
