/* SPDX-License-Identifier: BSD-3-Clause
 *
 * lognormvariate: exp(mu + sigma Z) of a standard normal Z, by the ratio of uniforms.
 */
#include "normalvariate.h"

double nprand_py_lognormvariate(nprand_rng *rng, double mu, double sigma)
{
    if (!nprand__accept(rng, NPRAND_OK))
        return (double)NAN;
    return nprand__exp(mu + nprand__py_normal(nprand__engine_of(rng)) * sigma);
}

nprand_status nprand_py_lognormvariate_fill(nprand_rng *rng, double mu, double sigma, size_t n,
                                            double *out)
{
    nprand_status status = nprand__check_fill(rng, NPRAND_OK, n, sizeof *out, out);
    if (status != NPRAND_OK)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    for (size_t i = 0; i < n; i++)
        out[i] = nprand__exp(mu + nprand__py_normal(e) * sigma);
    return NPRAND_OK;
}
