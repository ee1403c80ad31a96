/* SPDX-License-Identifier: BSD-3-Clause
 *
 * dirichlet: rows of gammas, of the shapes in alpha, each row divided by its sum.
 *
 * Source: L. Devroye, Non-Uniform Random Variate Generation (1986), XI.4.
 */
#include "check.h"
#include "gamma.h"

/* The gammas are multiplied by 1 / sum, not divided by the sum, and a sum of 0 gives NaN: NumPy does
 * this; do not repair. */
static void dirichlet_row(struct nprand__engine *e, const double *alpha, size_t k, double *out)
{
    double sum = 0.0;
    for (size_t j = 0; j < k; j++) {
        const struct nprand__gamma g = nprand__gamma_prepare(alpha[j]);
        out[j] = nprand__gamma_draw(e, &g);
        sum = sum + out[j];
    }
    double inverse = 1.0 / sum;
    for (size_t j = 0; j < k; j++)
        out[j] = out[j] * inverse;
}

static nprand_status check_dirichlet(const double *alpha, size_t k)
{
    nprand_status status = nprand__check_out(k, sizeof *alpha, alpha);
    for (size_t j = 0; j < k && status == NPRAND_OK; j++)
        status = nprand__positive(alpha[j], NPRAND_ALPHA_NOT_POSITIVE);
    return status;
}

nprand_status nprand_dirichlet(nprand_rng *rng, const double *alpha, size_t k, double *out)
{
    return nprand_dirichlet_fill(rng, alpha, k, 1, out);
}

nprand_status nprand_dirichlet_fill(nprand_rng *rng, const double *alpha, size_t k, size_t rows,
                                    double *out)
{
    nprand_status parameters = check_dirichlet(alpha, k);
    nprand_status status = nprand__check_rows(rng, parameters, rows, k, sizeof *out, out);
    if (status != NPRAND_OK || k == 0)
        return status;
    struct nprand__engine *e = nprand__engine_of(rng);
    for (size_t i = 0; i < rows; i++)
        dirichlet_row(e, alpha, k, out + i * k);
    return NPRAND_OK;
}
