/* SPDX-License-Identifier: BSD-3-Clause
 *
 * What a C++ library makes of mt19937: generate_tools.py compiles this file once for each library,
 * with USE_BOOST for Boost.
 */
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <iostream>
#include <sstream>

#ifdef USE_BOOST
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_01.hpp>
#include <boost/version.hpp>
using engine_type = boost::random::mt19937;

static double next_double(engine_type &engine)
{
    return boost::random::uniform_01<double>()(engine);
}
#else
#include <random>
using engine_type = std::mt19937;

static double next_double(engine_type &engine)
{
    return std::uniform_real_distribution<double>()(engine);
}
#endif

static void print_version()
{
#if defined(USE_BOOST)
    std::printf("Boost %d.%d\n", BOOST_VERSION / 100000, BOOST_VERSION / 100 % 1000);
#elif defined(_LIBCPP_VERSION)
    std::printf("libc++ %d\n", _LIBCPP_VERSION / 1000);
#else
    std::printf("libstdc++ of GCC %d\n", _GLIBCXX_RELEASE);
#endif
}

static void print(const char *seed, engine_type engine, unsigned drawn, bool with_state)
{
    engine.discard(drawn);
    engine_type words = engine, doubles = engine;
    std::printf("seed=%s drawn=%u words:", seed, drawn);
    for (int i = 0; i < 5; i++)
        std::printf(" %lu", static_cast<unsigned long>(words()));
    std::printf(" doubles:");
    for (int i = 0; i < 3; i++) {
        const double x = next_double(doubles);
        std::uint64_t bits;
        std::memcpy(&bits, &x, sizeof bits);
        std::printf(" %016llx", static_cast<unsigned long long>(bits));
    }
    std::ostringstream text;
    text << engine;
    std::printf(" state: %s\n", with_state ? text.str().c_str() : "none");
}

int main()
{
    print_version();
    print("5489", engine_type(), 0, false); /* without a seed */
    print("5489", engine_type(), 9999, false);
    print("0", engine_type(0u), 0, false);
    print("1", engine_type(1u), 0, false);
    for (const unsigned drawn : {0u, 1u, 1000u, 1248u})
        print("42", engine_type(42u), drawn, true);
}
