// SPDX-License-Identifier: BSD-3-Clause
//
// <random> of the GNU C++ library.
#include "peer_fill.hpp"

#include <algorithm>
#include <numeric>
#include <random>
#include <vector>

namespace
{

std::mt19937 engine(1);

struct canonical {
    double operator()(std::mt19937 &e) const
    {
        return std::generate_canonical<double, 53>(e);
    }
};

// Rows with the name of the method, the type of the results, and the distribution.
#define ROW(name, type, ...)                                                             \
    {                                                                                    \
#name, [](std::size_t n, void *out) { fill<type>(engine, __VA_ARGS__, n, out); } \
    }

template <typename T> std::uniform_int_distribution<T> integers(T low, T last)
{
    return std::uniform_int_distribution<T>(low, last);
}

void shuffle(std::size_t n, void *out)
{
    auto *values = static_cast<std::int64_t *>(out);
    std::shuffle(values, values + n, engine);
}

void permutation(std::size_t n, void *out)
{
    auto *values = static_cast<std::int64_t *>(out);
    std::iota(values, values + n, 0);
    std::shuffle(values, values + n, engine);
}

std::discrete_distribution<int> equal_probabilities()
{
    std::vector<double> p(PEER_P_COUNT, 1.0);
    return std::discrete_distribution<int>(p.begin(), p.end());
}

const peer_row rows[] = {
    ROW(random_raw, std::uint32_t, one_word()),
    ROW(random_sample, double, canonical()),
    ROW(uniform, double, std::uniform_real_distribution<double>(-1.0, 3.0)),
    ROW(standard_normal, double, std::normal_distribution<double>()),
    ROW(normal, double, std::normal_distribution<double>(1.0, 2.0)),
    ROW(standard_exponential, double, std::exponential_distribution<double>()),
    ROW(exponential, double, std::exponential_distribution<double>(0.5)),
    ROW(standard_gamma, double, std::gamma_distribution<double>(2.5)),
    ROW(gamma, double, std::gamma_distribution<double>(2.5, 2.0)),
    ROW(gamma_1, double, std::gamma_distribution<double>(1.0, 2.0)),
    ROW(gamma_below_1, double, std::gamma_distribution<double>(0.5, 2.0)),
    ROW(chisquare, double, std::chi_squared_distribution<double>(4.0)),
    ROW(f, double, std::fisher_f_distribution<double>(5.0, 10.0)),
    ROW(standard_t, double, std::student_t_distribution<double>(10.0)),
    ROW(standard_cauchy, double, std::cauchy_distribution<double>()),
    ROW(lognormal, double, std::lognormal_distribution<double>(0.0, 0.5)),
    ROW(gumbel, double, std::extreme_value_distribution<double>(1.0, 2.0)),
    ROW(weibull, double, std::weibull_distribution<double>(1.5)),
    ROW(randint, std::int64_t, integers<std::int64_t>(0, 99)),
    ROW(randint_bool, std::uint8_t, std::bernoulli_distribution()),
    ROW(randint_int8, std::int8_t, integers<std::int16_t>(-50, 49)),
    ROW(randint_int16, std::int16_t, integers<std::int16_t>(-500, 499)),
    ROW(randint_int32, std::int32_t, integers<std::int32_t>(-500, 499)),
    ROW(randint_int64, std::int64_t, integers<std::int64_t>(0, 3 * (INT64_C(1) << 40) - 1)),
    ROW(randint_uint8, std::uint8_t, integers<std::uint16_t>(0, UINT8_MAX)),
    ROW(randint_uint16, std::uint16_t, integers<std::uint16_t>(0, UINT16_MAX)),
    ROW(randint_uint32, std::uint32_t, integers<std::uint32_t>(0, UINT32_MAX)),
    ROW(randint_uint64, std::uint64_t, integers<std::uint64_t>(0, 999)),
    ROW(randint_int64_endpoint, std::int64_t, integers<std::int64_t>(INT64_MIN, INT64_MAX)),
    ROW(randint_uint64_endpoint, std::uint64_t, integers<std::uint64_t>(0, UINT64_MAX)),
    ROW(random_integers, std::int64_t, integers<std::int64_t>(1, 6)),
    ROW(tomaxint, std::int64_t, integers<std::int64_t>(0, INT64_MAX)),
    ROW(poisson, std::int64_t, std::poisson_distribution<std::int64_t>(3.0)),
    ROW(poisson_ptrs, std::int64_t, std::poisson_distribution<std::int64_t>(100.0)),
    ROW(binomial, std::int64_t, std::binomial_distribution<std::int64_t>(10, 0.3)),
    ROW(binomial_btpe, std::int64_t, std::binomial_distribution<std::int64_t>(1000, 0.4)),
    ROW(negative_binomial, std::int64_t, std::negative_binomial_distribution<std::int64_t>(5, 0.5)),
    ROW(geometric, std::int64_t, std::geometric_distribution<std::int64_t>(0.05)),
    ROW(geometric_search, std::int64_t, std::geometric_distribution<std::int64_t>(0.5)),
    {"shuffle", shuffle},
    {"permutation", permutation},
    ROW(choice, std::int64_t, integers<std::int64_t>(0, PEER_P_COUNT - 1)),
    ROW(choice_p, std::int64_t, equal_probabilities()),
};

#define TEXT(number)    #number
#define RELEASE(number) "of GCC " TEXT(number) PEER_TARGET

} // namespace

const peer peer_libstdcxx = {RELEASE(_GLIBCXX_RELEASE), rows, sizeof rows / sizeof rows[0],
                             nullptr};
