/* SPDX-License-Identifier: BSD-3-Clause
 *
 * betavariate: Y / (Y + Z) of two gamma variates, Y of shape alpha and Z of shape beta.
 */
#include "gammavariate.h"

/* If Y is 0, Z is not drawn. */
static double draw_betavariate(struct nprand__engine *e, double alpha, double beta)
{
    double y = nprand__py_gamma(e, alpha);
    if (y == 0.0)
        return 0.0;
    return y / (y + nprand__py_gamma(e, beta));
}

static nprand_status check_betavariate(double alpha, double beta)
{
    nprand_status status = nprand__py_check_gamma(alpha, 1.0);
    return status != NPRAND_OK ? status : nprand__py_check_gamma(beta, 1.0);
}

double nprand_py_betavariate(nprand_rng *rng, double alpha, double beta)
{
    if (!nprand__accept(rng, check_betavariate(alpha, beta)))
        return (double)NAN;
    return draw_betavariate(nprand__engine_of(rng), alpha, beta);
}

nprand_status nprand_py_betavariate_fill(nprand_rng *rng, double alpha, double beta, size_t n,
                                         double *out)
{
    nprand_status parameters = check_betavariate(alpha, beta);
    nprand_status status = nprand__check_fill(rng, parameters, n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    for (size_t i = 0; i < n; i++)
        out[i] = draw_betavariate(e, alpha, beta);
    return NPRAND_OK;
}
