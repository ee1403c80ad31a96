/* SPDX-License-Identifier: BSD-3-Clause
 *
 * multivariate_normal, where the command is linked to LAPACK.
 */
#include "call.h"
#include "error.h"

#ifdef NPRAND_CLI_LAPACK

#include "../../include/nprand_lapack.h"
#include "matrix.h"

/* Each chunk decomposes cov: it has rows enough that this is not the most of the work. */
enum { ROWS_PER_K = 8 };

static nprand_status fill_multivariate_normal(struct draw *d, size_t n, void *out)
{
    size_t size = nprand_multivariate_normal_work_size(d->k);
    if (d->items == NULL && size != SIZE_MAX)
        d->items = allocate(size);
    nprand_status status = nprand_multivariate_normal_fill(
        d->rng, d->list, d->own, d->k, NPRAND_CHECK_VALID_WARN, NPRAND_MULTIVARIATE_NORMAL_TOL,
        n / d->k, out, nprand_work_of(d->items, size));
    return status == NPRAND_COV_NOT_PSD_WARNING ? NPRAND_OK : status;
}

/* Of one row; NumPy, too, only warns. */
static nprand_status check_multivariate_normal(struct draw *d, void *out)
{
    size_t size = nprand_multivariate_normal_work_size(d->k);
    void *work = allocate(size != SIZE_MAX ? size : 0);
    nprand_status status =
        nprand_multivariate_normal(d->rng, d->list, d->own, d->k, NPRAND_CHECK_VALID_WARN,
                                   NPRAND_MULTIVARIATE_NORMAL_TOL, out, nprand_work_of(work, size));
    give_back(work);
    if (status != NPRAND_COV_NOT_PSD_WARNING)
        return status;
    note("%s: %s", d->name, nprand_strerror(status));
    return NPRAND_OK;
}

void prepare_multivariate_normal(struct call *c)
{
    struct draw *d = c->d;
    d->list = read_list(c, name_of(c, 0), c->args[0], &d->k);
    d->own = read_matrix(c, name_of(c, 1), c->args[1], d->k);
    d->fill = fill_multivariate_normal;
    d->check = check_multivariate_normal;
    d->unit = d->k;
    size_t rows = CHUNK / d->k > ROWS_PER_K * d->k ? CHUNK / d->k : ROWS_PER_K * d->k;
    d->limit = rows * d->k;
    add_size(c);
    add_dimension(c, c->size_name, d->k);
    shape_as_is(c, KIND_DOUBLE);
}

#else

void prepare_multivariate_normal(struct call *c)
{
    refuse(c->method->name, NULL, "this nprand was built without LAPACK, which it needs", NULL);
}

#endif
