/* SPDX-License-Identifier: BSD-3-Clause
 *
 * nprand_lapack: RandomState.multivariate_normal, the one method that needs linear algebra. A
 * library of its own, so that nprand itself depends on nothing; link to nprand_lapack, nprand,
 * LAPACK and BLAS, or use the pkg-config file nprand_lapack.
 *
 * Which bits.  The standard normals, the words taken and the state afterwards are those of NumPy.
 * What is made of them goes through LAPACK's singular value decomposition and a BLAS product, as in
 * NumPy, and depends on the LAPACK and BLAS that are linked: with the ones that NumPy uses, values
 * agree to 1e-12 relative to the largest element and in sign, not bit for bit. With others they can
 * differ altogether: where singular values are close or equal, another LAPACK may choose other
 * vectors or other signs, and each choice is a sample of the same distribution. NumPy's own values
 * differ in the same way between machines. A cov such as a I + b has equal ones: Debian's reference
 * LAPACK then gives another sample than the OpenBLAS in NumPy's wheels, and a program that loads
 * OpenBLAS in its place gives the wheel's to 1e-15. docs/bits.md says how.
 *
 * Conventions are those of nprand.h.
 */
#ifndef NPRAND_LAPACK_H
#define NPRAND_LAPACK_H

#include "nprand.h"

#ifdef NPRAND_VERSION_MAJOR /* else nprand.h has said what is wrong */

#ifdef __cplusplus
extern "C" {
#endif

/* What is done about a cov that is not symmetric and positive-semidefinite: NumPy's check_valid. */
typedef enum nprand_check_valid {
    NPRAND_CHECK_VALID_WARN,  /* draw all the same, and return NPRAND_COV_NOT_PSD_WARNING: the
                                 default */
    NPRAND_CHECK_VALID_RAISE, /* return NPRAND_COV_NOT_PSD and leave out as it was */
    NPRAND_CHECK_VALID_IGNORE /* do not look */
} nprand_check_valid;

/* The tolerance that NumPy takes by default. */
#define NPRAND_MULTIVARIATE_NORMAL_TOL 1e-8

/* nprand_multivariate_normal_fill() draws n rows of k correlated normals, as
 * RandomState.multivariate_normal(mean, cov, n, check_valid, tol). Through log, LAPACK and BLAS.
 * nprand_multivariate_normal() draws one row.
 *
 * mean: k numbers. cov: the covariance matrix, k rows of k; only the singular values and right
 * vectors of it are used, so that a matrix that is no covariance gives numbers too. tol: cov is
 * valid if it differs from v^T s v by at most tol (1 + |cov|) in each element. out: n rows of k.
 * work: nprand_multivariate_normal_work_size(k) bytes.
 *
 * Words: n k standard normals, one row after another. They are taken even where the call then fails
 * with NPRAND_COV_NOT_PSD or NPRAND_SVD_FAILED (LAPACK did not converge, or cov has NaN), since
 * NumPy draws first and decomposes later: NumPy does this. out is left as it was. Every other
 * refusal comes before the first draw: pointers, work space, NPRAND_BAD_CHECK_VALID,
 * NPRAND_TOO_LARGE (also for a k above 16384). NPRAND_COV_NOT_PSD_WARNING is
 * the one status besides NPRAND_OK with which the rows are drawn. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_multivariate_normal(
    nprand_rng *rng, const double *mean, const double *cov, size_t k,
    nprand_check_valid check_valid, double tol, double *out, nprand_work work);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_multivariate_normal_fill(
    nprand_rng *rng, const double *mean, const double *cov, size_t k,
    nprand_check_valid check_valid, double tol, size_t n, double *out, nprand_work work);

/* nprand_multivariate_normal_work_size() gives the bytes of work space for rows of k, about 56 k^2:
 * it asks LAPACK. 0 for k = 0, SIZE_MAX for a k that is too large. */
NPRAND_API size_t nprand_multivariate_normal_work_size(size_t k);

#ifdef __cplusplus
}
#endif

#endif /* NPRAND_VERSION_MAJOR */
#endif
