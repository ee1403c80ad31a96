/* SPDX-License-Identifier: BSD-3-Clause
 *
 * multivariate_normal: rows of standard normals times sqrt(s) v, where cov = u s v is the singular
 * value decomposition. NumPy uses this decomposition. The Cholesky factor would give other values.
 *
 * Matrices are stored by columns, as in Fortran: element (i, j) of a k by k matrix is at j * k + i.
 * A matrix that C stores by rows is its transpose.
 */
#include "../float.h"

#include "../work.h"

#include "../../include/nprand_lapack.h"

#include <math.h>

/* LAPACK and BLAS in the calling convention of Fortran. The lengths of the strings come last. */
void dgesdd_(const char *jobz, const int *m, const int *n, double *a, const int *lda, double *s,
             double *u, const int *ldu, double *vt, const int *ldvt, double *work, const int *lwork,
             int *iwork, int *info, size_t jobz_length);
void dgemm_(const char *transa, const char *transb, const int *m, const int *n, const int *k,
            const double *alpha, const double *a, const int *lda, const double *b, const int *ldb,
            const double *beta, double *c, const int *ldc, size_t transa_length,
            size_t transb_length);

/* Rows that are drawn and multiplied at a time. The product takes hardly more time than one product
 * of all rows. */
enum { LAPACK_ROWS = 64 };

/* The largest k. No number of elements overflows an int, the type of the integers of LAPACK. */
enum { LAPACK_K_MAX = 16384 };

/* ---- Work space ---- */

struct lapack_work {
    int k, lwork;
    double *a, *u, *vt; /* k by k */
    double *s;          /* k */
    double *rows;       /* LAPACK_ROWS rows of k */
    double *lapack;     /* lwork */
    int *integers;      /* 8 k */
};

/* The work space that dgesdd asks for. NumPy provides the same amount, and the blocks in which
 * dgesdd computes depend on it. */
static int lapack_work_size(int k)
{
    double size = 0.0, none = 0.0;
    int integer, info, query = -1;
    dgesdd_("A", &k, &k, &none, &k, &none, &none, &k, &none, &k, &size, &query, &integer, &info, 1);
    return (int)size;
}

size_t nprand_multivariate_normal_work_size(size_t k)
{
    if (k == 0)
        return 0;
    if (k > LAPACK_K_MAX)
        return SIZE_MAX;
    uint64_t doubles =
        3 * (uint64_t)k * k + k + LAPACK_ROWS * k + (uint64_t)lapack_work_size((int)k);
    return nprand__work_size(doubles * sizeof(double) + 8 * k * sizeof(int));
}

static struct lapack_work lapack_divide_work(void *space, size_t k)
{
    struct lapack_work w = {.k = (int)k, .lwork = lapack_work_size((int)k)};
    w.a = space;
    w.u = w.a + k * k;
    w.vt = w.u + k * k;
    w.s = w.vt + k * k;
    w.rows = w.s + k;
    w.lapack = w.rows + LAPACK_ROWS * k;
    w.integers = (int *)(void *)(w.lapack + w.lwork);
    return w;
}

/* ---- Linear algebra ---- */

/* c = a^T b, where a is k by k, b and c are k by columns. */
static void lapack_multiply(int k, int columns, const double *a, const double *b, double *c)
{
    const double one = 1.0, zero = 0.0;
    dgemm_("T", "N", &k, &columns, &k, &one, a, &k, b, &k, &zero, c, &k, 1, 1);
}

static bool lapack_decompose(const struct lapack_work *w, const double *cov)
{
    int k = w->k, info = 0;
    for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++)
            w->a[j * k + i] = cov[i * k + j];
    }
    dgesdd_("A", &k, &k, w->a, &k, w->s, w->u, &k, w->vt, &k, w->lapack, &w->lwork, w->integers,
            &info, 1);
    return info == 0;
}

/* a = factor(s) v, each row of v times the factor of its singular value. */
static void lapack_scale_rows(const struct lapack_work *w, double (*factor)(double))
{
    for (int j = 0; j < w->k; j++) {
        for (int i = 0; i < w->k; i++)
            w->a[j * w->k + i] = factor(w->s[i]) * w->vt[j * w->k + i];
    }
}

static double lapack_identity(double x)
{
    return x;
}

/* numpy.isclose(x, y, rtol=tol, atol=tol). */
static bool lapack_is_close(double x, double y, double tol)
{
    return (isfinite(y) && fabs(x - y) <= tol + tol * fabs(y)) || x == y;
}

/* Whether cov is positive-semidefinite, within tol: then u = v^T where singular values are above 0,
 * and v^T s v is cov. */
static bool lapack_is_valid(const struct lapack_work *w, const double *cov, double tol)
{
    int k = w->k;
    lapack_scale_rows(w, lapack_identity);
    lapack_multiply(k, k, w->a, w->vt, w->u);
    for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++) {
            if (!lapack_is_close(w->u[j * k + i], cov[i * k + j], tol))
                return false;
        }
    }
    return true;
}

/* ---- Releases ---- */

/* Whether rng reproduces a NumPy before 1.minor. */
static bool lapack_is_before(const nprand_rng *rng, int minor)
{
    int major = 0, of_rng = 0;
    return nprand_get_numpy(rng, &major, &of_rng, NULL) == NPRAND_OK && major == 1 &&
           of_rng < minor;
}

/* The status of a decomposed cov. Releases before 1.9 check nothing. Releases before 1.13 replace
 * singular values of a cov that is not positive-semidefinite; such a cov is refused here. */
static nprand_status lapack_judge(const nprand_rng *rng, const struct lapack_work *w,
                                  const double *cov, nprand_check_valid check_valid, double tol)
{
    if (lapack_is_before(rng, 9))
        return NPRAND_OK;
    if (lapack_is_before(rng, 13))
        return lapack_is_valid(w, cov, 1e-8) ? NPRAND_OK : NPRAND_NOT_IN_RELEASE;
    if (check_valid == NPRAND_CHECK_VALID_IGNORE || lapack_is_valid(w, cov, tol))
        return NPRAND_OK;
    return check_valid == NPRAND_CHECK_VALID_RAISE ? NPRAND_COV_NOT_PSD
                                                   : NPRAND_COV_NOT_PSD_WARNING;
}

/* ---- Drawing ---- */

/* Draws what the rows would need, and drops it. */
static nprand_status lapack_pass_over(nprand_rng *rng, const struct lapack_work *w, size_t n)
{
    nprand_status status = NPRAND_OK;
    for (; n > 0 && status == NPRAND_OK; n--)
        status = nprand_standard_normal_fill(rng, (size_t)w->k, w->rows);
    return status;
}

static double lapack_one(double x)
{
    (void)x;
    return 1.0;
}

/* Each normal times the root of its singular value. */
static void lapack_scale_normals(const struct lapack_work *w, size_t rows)
{
    for (size_t i = 0; i < rows * (size_t)w->k; i++)
        w->rows[i] *= sqrt(w->s[i % (size_t)w->k]);
}

/* Releases before 1.9 scale the normals and not v. That changes last bits. */
static nprand_status lapack_draw_rows(nprand_rng *rng, const struct lapack_work *w,
                                      const double *mean, size_t n, double *out)
{
    size_t k = (size_t)w->k;
    bool scales_normals = lapack_is_before(rng, 9);
    lapack_scale_rows(w, scales_normals ? lapack_one : sqrt);
    while (n > 0) {
        size_t rows = n < LAPACK_ROWS ? n : LAPACK_ROWS;
        nprand_status status = nprand_standard_normal_fill(rng, rows * k, w->rows);
        if (status != NPRAND_OK)
            return status;
        if (scales_normals)
            lapack_scale_normals(w, rows);
        lapack_multiply(w->k, (int)rows, w->a, w->rows, out);
        for (size_t i = 0; i < rows * k; i++)
            out[i] += mean[i % k];
        out += rows * k;
        n -= rows;
    }
    return NPRAND_OK;
}

/* ---- The method ---- */

static nprand_status check_multivariate_normal(nprand_rng *rng, const double *mean,
                                               const double *cov, size_t k,
                                               nprand_check_valid check_valid, size_t n,
                                               const double *out, nprand_work work)
{
    /* A fill of no values checks whether rng can be drawn from. */
    nprand_status status = nprand_standard_normal_fill(rng, 0, NULL);
    if (status != NPRAND_OK)
        return status;
    if (k > 0 && (mean == NULL || cov == NULL))
        return NPRAND_NULL_POINTER;
    if (check_valid != NPRAND_CHECK_VALID_WARN && check_valid != NPRAND_CHECK_VALID_RAISE &&
        check_valid != NPRAND_CHECK_VALID_IGNORE)
        return NPRAND_BAD_CHECK_VALID;
    if (k > LAPACK_K_MAX || (k > 0 && n > PTRDIFF_MAX / sizeof(double) / k))
        return NPRAND_TOO_LARGE;
    if (k > 0 && n > 0 && out == NULL)
        return NPRAND_NULL_POINTER;
    return nprand__check_work(work, nprand_multivariate_normal_work_size(k));
}

nprand_status nprand_multivariate_normal_fill(nprand_rng *rng, const double *mean,
                                              const double *cov, size_t k,
                                              nprand_check_valid check_valid, double tol, size_t n,
                                              double *out, nprand_work work)
{
    nprand_status status = check_multivariate_normal(rng, mean, cov, k, check_valid, n, out, work);
    if (status != NPRAND_OK || k == 0)
        return status;

    const struct lapack_work w = lapack_divide_work(work.memory, k);
    status = lapack_decompose(&w, cov) ? lapack_judge(rng, &w, cov, check_valid, tol)
                                       : NPRAND_SVD_FAILED;
    if (status == NPRAND_NOT_IN_RELEASE)
        return status;
    nprand_status drawn = status == NPRAND_SVD_FAILED || status == NPRAND_COV_NOT_PSD
                              ? lapack_pass_over(rng, &w, n)
                              : lapack_draw_rows(rng, &w, mean, n, out);
    return drawn == NPRAND_OK ? status : drawn;
}

nprand_status nprand_multivariate_normal(nprand_rng *rng, const double *mean, const double *cov,
                                         size_t k, nprand_check_valid check_valid, double tol,
                                         double *out, nprand_work work)
{
    return nprand_multivariate_normal_fill(rng, mean, cov, k, check_valid, tol, 1, out, work);
}
