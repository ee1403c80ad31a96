/* SPDX-License-Identifier: BSD-3-Clause
 *
 * nprand_lapack.hpp: nprand.hpp with RandomState::multivariate_normal, over nprand_lapack.h. That
 * header says which bits to expect. Link to nprand_lapack, nprand, LAPACK and BLAS.
 *
 *     std::vector<double> x = rs.multivariate_normal({0, 10}, {1, 0.5, 0.5, 2}, 100);
 *
 * cov is flat, k rows of k; any other size throws std::invalid_argument, the one exception that is
 * not an nprand::error. check_valid is NumPy's "warn", "raise" or "ignore"; any other word throws
 * value_error. If "raise" refuses cov, or the decomposition fails, the normals have already been
 * drawn: NumPy does this. out is then unchanged.
 */
#ifndef NPRAND_LAPACK_HPP
#define NPRAND_LAPACK_HPP

#include "nprand.hpp"

/* Below C++17, nprand.hpp has reported the error. */
#if defined(_MSVC_LANG) ? _MSVC_LANG >= 201703L : __cplusplus >= 201703L

#include "nprand_lapack.h"

namespace nprand
{

namespace detail
{

inline nprand_check_valid to_check_valid(std::string_view word)
{
    if (word == "warn")
        return NPRAND_CHECK_VALID_WARN;
    if (word == "raise")
        return NPRAND_CHECK_VALID_RAISE;
    if (word != "ignore")
        raise(NPRAND_BAD_CHECK_VALID);
    return NPRAND_CHECK_VALID_IGNORE;
}

} // namespace detail

/* Writes size rows of k to out. C++ has no warnings: with "warn", the result is false if cov is not
 * symmetric and positive-semidefinite. "ignore" does not check cov and returns true. */
inline bool RandomState::multivariate_normal_fill(const double *mean, const double *cov,
                                                  std::size_t k, std::string_view check_valid,
                                                  double tol, std::size_t size, double *out)
{
    const nprand_check_valid valid = detail::to_check_valid(check_valid);
    const detail::work_space work(nprand_multivariate_normal_work_size(k));
    const nprand_status status =
        nprand_multivariate_normal_fill(&rng_, mean, cov, k, valid, tol, size, out, work.get());
    if (status != NPRAND_COV_NOT_PSD_WARNING)
        detail::check(status);
    return status == NPRAND_OK;
}

/* Returns one row of mean.size() values, or size rows, one after another. */
inline std::vector<double>
RandomState::multivariate_normal(const std::vector<double> &mean, const std::vector<double> &cov,
                                 std::size_t size, std::string_view check_valid, double tol)
{
    const std::size_t k = mean.size();
    if (cov.size() != detail::product(k, k))
        throw std::invalid_argument("mean and cov must have same length");
    auto out = detail::array<double>(detail::product(k, size));
    multivariate_normal_fill(mean.data(), cov.data(), k, check_valid, tol, size, out.data());
    return out;
}

} // namespace nprand

#endif

#endif
