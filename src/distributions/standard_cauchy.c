/* SPDX-License-Identifier: BSD-3-Clause
 *
 * standard_cauchy: the quotient of two standard normals, the t distribution of one degree of
 * freedom.
 */
#include "polar.h"
#include "transform.h"

/* The numerator is drawn first. C does not define the order of the operands of a division. */
static double scalar_standard_cauchy(nprand_rng *rng)
{
    double numerator = nprand__scalar_gauss(rng);
    return numerator / nprand__scalar_gauss(rng);
}

enum { CAUCHY_PIECE = 32 }; /* quotients that are made together */

/* Replaces the first n of 2n normals by the quotients of neighbours. The quotients go through an
 * array of their own: compilers then make vectors of the divisions. */
static void standard_cauchy_quotients(size_t n, double *g)
{
    double quotients[CAUCHY_PIECE];
    for (size_t done = 0; done < n; done += CAUCHY_PIECE) {
        size_t size = nprand__min(n - done, CAUCHY_PIECE);
        for (size_t i = 0; i < size; i++)
            quotients[i] = g[2 * (done + i)] / g[2 * (done + i) + 1];
        memcpy(g + done, quotients, size * sizeof *g);
    }
}

double nprand_standard_cauchy(nprand_rng *rng)
{
    if (!nprand__accept(rng, NPRAND_OK))
        return (double)NAN;
    return scalar_standard_cauchy(rng);
}

/* The normals are drawn into the room of the values. Each round makes half of the values that are
 * missing, or a chunk of them, until at most one is missing. */
nprand_status nprand_standard_cauchy_fill(nprand_rng *rng, size_t n, double *out)
{
    nprand_status status = nprand__check_fill(rng, NPRAND_OK, n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    while (n >= 2) {
        size_t size = nprand__min(n / 2, NPRAND__CHUNK);
        nprand__fill_gauss(e, 2 * size, out);
        standard_cauchy_quotients(size, out);
        out += size;
        n -= size;
    }
    if (n > 0)
        *out = scalar_standard_cauchy(rng);
    return NPRAND_OK;
}
