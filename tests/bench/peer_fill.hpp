// SPDX-License-Identifier: BSD-3-Clause
//
// What the C++ peers share.
#ifndef BENCH_PEER_FILL_HPP
#define BENCH_PEER_FILL_HPP

#include "peers.h"

#include <cstddef>
#include <cstdint>

// What the compiler made the inlined engine for.
#if defined(__AVX512F__)
#define PEER_TARGET ", compiled with -O3 for a CPU with AVX-512"
#elif defined(__AVX2__)
#define PEER_TARGET ", compiled with -O3 for a CPU with AVX2"
#else
#define PEER_TARGET ", compiled with -O3"
#endif

// n values of a distribution, as elements of type T.
template <typename T, typename Engine, typename Distribution>
void fill(Engine &engine, Distribution distribution, std::size_t n, void *out)
{
    T *values = static_cast<T *>(out);
    for (std::size_t i = 0; i < n; i++)
        values[i] = static_cast<T>(distribution(engine));
}

struct one_word {
    template <typename Engine> auto operator()(Engine &engine) const
    {
        return engine();
    }
};

#endif
