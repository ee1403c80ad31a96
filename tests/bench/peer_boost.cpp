// SPDX-License-Identifier: BSD-3-Clause
//
// Boost.Random. Its uniform_real_distribution makes a double of one word; random_sample, with all
// 53 bits, is generate_canonical. Its normal and exponential distributions are ziggurats.
#include "peer_fill.hpp"

#include <boost/random/bernoulli_distribution.hpp>
#include <boost/random/beta_distribution.hpp>
#include <boost/random/binomial_distribution.hpp>
#include <boost/random/cauchy_distribution.hpp>
#include <boost/random/chi_squared_distribution.hpp>
#include <boost/random/discrete_distribution.hpp>
#include <boost/random/exponential_distribution.hpp>
#include <boost/random/extreme_value_distribution.hpp>
#include <boost/random/fisher_f_distribution.hpp>
#include <boost/random/gamma_distribution.hpp>
#include <boost/random/generate_canonical.hpp>
#include <boost/random/geometric_distribution.hpp>
#include <boost/random/laplace_distribution.hpp>
#include <boost/random/lognormal_distribution.hpp>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/negative_binomial_distribution.hpp>
#include <boost/random/non_central_chi_squared_distribution.hpp>
#include <boost/random/normal_distribution.hpp>
#include <boost/random/poisson_distribution.hpp>
#include <boost/random/student_t_distribution.hpp>
#include <boost/random/triangle_distribution.hpp>
#include <boost/random/uniform_int_distribution.hpp>
#include <boost/random/uniform_real_distribution.hpp>
#include <boost/random/weibull_distribution.hpp>
#include <boost/version.hpp>

#include <vector>

namespace
{

namespace rnd = boost::random;

rnd::mt19937 engine(1);

struct canonical {
    double operator()(rnd::mt19937 &e) const
    {
        return rnd::generate_canonical<double, 53>(e);
    }
};

// Rows with the name of the method, the type of the results, and the distribution.
#define ROW(name, type, ...)                                                             \
    {                                                                                    \
#name, [](std::size_t n, void *out) { fill<type>(engine, __VA_ARGS__, n, out); } \
    }

template <typename T> rnd::uniform_int_distribution<T> integers(T low, T last)
{
    return rnd::uniform_int_distribution<T>(low, last);
}

void random_raw(std::size_t n, void *out)
{
    auto *words = static_cast<std::uint32_t *>(out);
    engine.generate(words, words + n);
}

rnd::discrete_distribution<int> equal_probabilities()
{
    std::vector<double> p(PEER_P_COUNT, 1.0);
    return rnd::discrete_distribution<int>(p.begin(), p.end());
}

void skip(std::uint64_t words)
{
    engine.discard(words);
}

const peer_row rows[] = {
    {"random_raw", random_raw},
    ROW(random_sample, double, canonical()),
    ROW(uniform, double, rnd::uniform_real_distribution<double>(-1.0, 3.0)),
    ROW(standard_normal, double, rnd::normal_distribution<double>()),
    ROW(normal, double, rnd::normal_distribution<double>(1.0, 2.0)),
    ROW(standard_exponential, double, rnd::exponential_distribution<double>()),
    ROW(exponential, double, rnd::exponential_distribution<double>(0.5)),
    ROW(standard_gamma, double, rnd::gamma_distribution<double>(2.5)),
    ROW(gamma, double, rnd::gamma_distribution<double>(2.5, 2.0)),
    ROW(gamma_1, double, rnd::gamma_distribution<double>(1.0, 2.0)),
    ROW(gamma_below_1, double, rnd::gamma_distribution<double>(0.5, 2.0)),
    ROW(beta, double, rnd::beta_distribution<double>(2.0, 3.0)),
    ROW(beta_below_1, double, rnd::beta_distribution<double>(0.5, 0.5)),
    ROW(chisquare, double, rnd::chi_squared_distribution<double>(4.0)),
    ROW(noncentral_chisquare, double, rnd::non_central_chi_squared_distribution<double>(3.0, 2.0)),
    ROW(noncentral_chisquare_below_1, double,
        rnd::non_central_chi_squared_distribution<double>(0.5, 2.0)),
    ROW(f, double, rnd::fisher_f_distribution<double>(5.0, 10.0)),
    ROW(standard_t, double, rnd::student_t_distribution<double>(10.0)),
    ROW(standard_cauchy, double, rnd::cauchy_distribution<double>()),
    ROW(lognormal, double, rnd::lognormal_distribution<double>(0.0, 0.5)),
    ROW(laplace, double, rnd::laplace_distribution<double>(1.0, 2.0)),
    ROW(gumbel, double, rnd::extreme_value_distribution<double>(1.0, 2.0)),
    ROW(weibull, double, rnd::weibull_distribution<double>(1.5)),
    ROW(triangular, double, rnd::triangle_distribution<double>(-3.0, 0.0, 8.0)),
    ROW(randint, std::int64_t, integers<std::int64_t>(0, 99)),
    ROW(randint_bool, std::uint8_t, rnd::bernoulli_distribution<double>()),
    ROW(randint_int8, std::int8_t, integers<std::int8_t>(-50, 49)),
    ROW(randint_int16, std::int16_t, integers<std::int16_t>(-500, 499)),
    ROW(randint_int32, std::int32_t, integers<std::int32_t>(-500, 499)),
    ROW(randint_int64, std::int64_t, integers<std::int64_t>(0, 3 * (INT64_C(1) << 40) - 1)),
    ROW(randint_uint8, std::uint8_t, integers<std::uint8_t>(0, UINT8_MAX)),
    ROW(randint_uint16, std::uint16_t, integers<std::uint16_t>(0, UINT16_MAX)),
    ROW(randint_uint32, std::uint32_t, integers<std::uint32_t>(0, UINT32_MAX)),
    ROW(randint_uint64, std::uint64_t, integers<std::uint64_t>(0, 999)),
    ROW(randint_int64_endpoint, std::int64_t, integers<std::int64_t>(INT64_MIN, INT64_MAX)),
    ROW(randint_uint64_endpoint, std::uint64_t, integers<std::uint64_t>(0, UINT64_MAX)),
    ROW(random_integers, std::int64_t, integers<std::int64_t>(1, 6)),
    ROW(tomaxint, std::int64_t, integers<std::int64_t>(0, INT64_MAX)),
    ROW(poisson, std::int64_t, rnd::poisson_distribution<std::int64_t>(3.0)),
    ROW(poisson_ptrs, std::int64_t, rnd::poisson_distribution<std::int64_t>(100.0)),
    ROW(binomial, std::int64_t, rnd::binomial_distribution<std::int64_t>(10, 0.3)),
    ROW(binomial_btpe, std::int64_t, rnd::binomial_distribution<std::int64_t>(1000, 0.4)),
    ROW(negative_binomial, std::int64_t, rnd::negative_binomial_distribution<std::int64_t>(5, 0.5)),
    ROW(geometric, std::int64_t, rnd::geometric_distribution<std::int64_t>(0.05)),
    ROW(geometric_search, std::int64_t, rnd::geometric_distribution<std::int64_t>(0.5)),
    ROW(choice, std::int64_t, integers<std::int64_t>(0, PEER_P_COUNT - 1)),
    ROW(choice_p, std::int64_t, equal_probabilities()),
};

} // namespace

const peer peer_boost = {BOOST_LIB_VERSION PEER_TARGET, rows, sizeof rows / sizeof rows[0], skip};
