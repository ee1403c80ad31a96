/* SPDX-License-Identifier: BSD-3-Clause
 *
 * nprand_lapack: RandomState.multivariate_normal, the one method that needs linear algebra. It is a
 * separate library, so that nprand itself does not depend on LAPACK. Link to nprand_lapack, nprand,
 * LAPACK and BLAS, or use the pkg-config file nprand_lapack.
 *
 * Which bits.  The standard normals, the words taken and the state afterwards are those of NumPy.
 * As in NumPy, the values are computed from these normals by LAPACK's singular value decomposition
 * and a BLAS product, and depend on the LAPACK and BLAS that are linked. With the libraries that
 * NumPy uses, values agree in sign and to 1e-12 relative to the largest element, not bit for bit.
 * With other libraries they can differ altogether: if singular values are close or equal, another
 * LAPACK may choose other vectors or other signs, and each choice gives a sample of the same
 * distribution. NumPy's own values differ between machines in the same way. A cov such as a I + b
 * has equal singular values. Debian's reference LAPACK then gives another sample than the OpenBLAS
 * in NumPy's wheels; a program that loads OpenBLAS instead gives the sample of the wheel to 1e-15.
 * docs/bits.md says how.
 *
 * Conventions.  They are those of nprand.h.
 */
#ifndef NPRAND_LAPACK_H
#define NPRAND_LAPACK_H

#include "nprand.h"

#ifdef NPRAND_VERSION_MAJOR /* else nprand.h has reported the error */

#ifdef __cplusplus
extern "C" {
#endif

/* What the call does if cov is not symmetric and positive-semidefinite: NumPy's check_valid. */
typedef enum nprand_check_valid {
    NPRAND_CHECK_VALID_WARN,  /* NumPy's default: draw, and return NPRAND_COV_NOT_PSD_WARNING */
    NPRAND_CHECK_VALID_RAISE, /* return NPRAND_COV_NOT_PSD and leave out unchanged */
    NPRAND_CHECK_VALID_IGNORE /* draw without a check */
} nprand_check_valid;

/* NumPy's default for tol. */
#define NPRAND_MULTIVARIATE_NORMAL_TOL 1e-8

/* nprand_multivariate_normal_fill() draws n rows of k correlated normals, as
 * RandomState.multivariate_normal(mean, cov, n, check_valid, tol). nprand_multivariate_normal()
 * draws one row. Through log, LAPACK and BLAS.
 *
 * mean: k numbers. cov: the covariance matrix, k rows of k. The computation uses only its singular
 * values and right singular vectors; a matrix that is not a covariance gives numbers too. k:
 * numbers in a row; at most 16384, else NPRAND_TOO_LARGE; 0 gives rows without elements.
 * check_valid: what the call does if cov is not symmetric and positive-semidefinite; one of the
 * three values, else NPRAND_BAD_CHECK_VALID. tol: cov is valid if each of its elements differs from
 * that of v^T s v by at most tol (1 + |cov|). n: number of rows. out: one row of k, or n rows of k;
 * may be NULL if it has no elements. work: nprand_multivariate_normal_work_size(k) bytes. Words:
 * those of n k standard normals, one row after another. Source: normals times sqrt(s) v, plus mean,
 * of the singular value decomposition u s v of cov.
 *
 * NumPy draws first and decomposes later. Therefore the words are taken even if the call then fails
 * with NPRAND_COV_NOT_PSD or NPRAND_SVD_FAILED (LAPACK did not converge, or cov contains NaN). out
 * is then unchanged. Releases 1.9 to 1.12 replace singular values of a cov that is not
 * positive-semidefinite: the call is then refused with NPRAND_NOT_IN_RELEASE, before the first
 * draw. Every other refusal comes before the first draw: pointers, work space,
 * NPRAND_BAD_CHECK_VALID, NPRAND_TOO_LARGE. Rows are drawn with two statuses only, NPRAND_OK and
 * NPRAND_COV_NOT_PSD_WARNING. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_multivariate_normal(
    nprand_rng *rng, const double *mean, const double *cov, size_t k,
    nprand_check_valid check_valid, double tol, double *out, nprand_work work);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_multivariate_normal_fill(
    nprand_rng *rng, const double *mean, const double *cov, size_t k,
    nprand_check_valid check_valid, double tol, size_t n, double *out, nprand_work work);

/* nprand_multivariate_normal_work_size() gives the bytes of work space for rows of k, about 56 k^2;
 * LAPACK computes a part of this number. The result is 0 for k = 0, and SIZE_MAX if k is too large.
 *
 * k: numbers in a row. */
NPRAND_API size_t nprand_multivariate_normal_work_size(size_t k);

#ifdef __cplusplus
}
#endif

#endif /* NPRAND_VERSION_MAJOR */
#endif
