/* SPDX-License-Identifier: BSD-3-Clause
 *
 * dirichlet: rows of gammas, of the shapes in alpha, each row divided by its sum.
 *
 * Source: L. Devroye, Non-Uniform Random Variate Generation (1986), XI.4.
 */
#include "check.h"
#include "pattern.h"

struct dirichlet {
    const double *alpha;
    size_t k;
};

static bool dirichlet_shapes(const struct nprand__values *v, double *shape)
{
    const struct dirichlet *p = (const struct dirichlet *)v->of;
    size_t j = v->first % p->k;
    for (size_t i = 0; i < v->n; i++) {
        shape[i] = p->alpha[j];
        j = j + 1 == p->k ? 0 : j + 1;
    }
    return true;
}

/* The gammas are multiplied by 1 / sum, not divided by the sum, and a sum of 0 gives NaN: NumPy
 * does this; do not repair. */
static void dirichlet_row(size_t k, double *row)
{
    double sum = 0.0;
    for (size_t j = 0; j < k; j++)
        sum = sum + row[j];
    double inverse = 1.0 / sum;
    for (size_t j = 0; j < k; j++)
        row[j] = row[j] * inverse;
}

/* A value of this pattern is one gamma. A row is divided by its sum when its last gamma has been
 * made. */
static void dirichlet_combine(const struct nprand__values *v, const double *x, double *out)
{
    const size_t k = ((const struct dirichlet *)v->of)->k;
    memcpy(out + v->first, x, v->n * sizeof *out);
    for (size_t row = v->first / k; (row + 1) * k <= v->first + v->n; row++)
        dirichlet_row(k, out + row * k);
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
    const struct dirichlet method = {alpha, k};
    const struct nprand__pattern pattern = {
        1, 0, NULL, &method, k <= NPRAND__ITEMS ? k : 0, dirichlet_shapes, dirichlet_combine, NULL};
    nprand__fill_by_pattern(nprand__engine_of(rng), &pattern, rows * k, out);
    return NPRAND_OK;
}
