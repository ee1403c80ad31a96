/* SPDX-License-Identifier: BSD-3-Clause
 *
 * nprand_threads.hpp: nprand.hpp with large fills on several threads, over nprand_threads.h, which
 * says what to expect. Link to nprand_threads, nprand and OpenMP.
 *
 *     nprand::RandomState rs(0);
 *     nprand::set_threads(rs, 4);
 *     std::vector<double> x = rs.rand(100000000);
 *
 * A program with threads of its own calls rs.set_runner() instead, which needs no other library.
 */
#ifndef NPRAND_THREADS_HPP
#define NPRAND_THREADS_HPP

#include "nprand.hpp"

/* Below C++17, nprand.hpp has said what is wrong. */
#if defined(_MSVC_LANG) ? _MSVC_LANG >= 201703L : __cplusplus >= 201703L

#include "nprand_threads.h"

namespace nprand
{

/* set_threads(rs, threads): the number of threads that large fills of rs use, as
 * nprand_set_threads(). A number outside 1 to 1024 is a value_error.
 *
 * rs: the generator. */
inline void set_threads(RandomState &rs, int threads)
{
    detail::check(nprand_set_threads(rs.rng(), threads));
}

} // namespace nprand

#endif

#endif
