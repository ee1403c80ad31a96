/* SPDX-License-Identifier: BSD-3-Clause
 *
 * What the sources use of C11, for compilers that do not have it: C++ compilers, which have other
 * words for it, and compilers of C99 such as tcc 0.9.27.
 */
#ifndef NPRAND_LANGUAGE_H
#define NPRAND_LANGUAGE_H

#include <stddef.h>

#if defined(__cplusplus)
#include <atomic>
using std::atomic_fetch_or_explicit;
using std::atomic_load_explicit;
using std::atomic_store_explicit;
using std::memory_order_relaxed;
#define NPRAND__ATOMIC(type) std::atomic<type>
#define NPRAND__HAS_ATOMIC   1
#define NPRAND__RESTRICT     __restrict
#define NPRAND__C_LINKAGE    extern "C"

#elif defined(__GNUC__) || (__STDC_VERSION__ >= 201112L && !defined(__STDC_NO_ATOMICS__))
#include <stdalign.h>
#include <stdatomic.h>
#define NPRAND__ATOMIC(type) _Atomic(type)
#define NPRAND__HAS_ATOMIC   1
#define NPRAND__RESTRICT     restrict
#define NPRAND__C_LINKAGE    extern
#ifndef static_assert
#define static_assert _Static_assert
#endif

#else
/* A pointer is loaded and stored as a whole by all CPUs that such compilers know. What needs more is
 * left out where NPRAND__HAS_ATOMIC is 0. Alignment is for speed alone, since the vector backends
 * need GCC or clang. */
#define NPRAND__ATOMIC(type)                    type
#define NPRAND__HAS_ATOMIC                      0
#define NPRAND__RESTRICT                        restrict
#define NPRAND__C_LINKAGE                       extern
#define atomic_load_explicit(at, order)         (*(at))
#define atomic_store_explicit(at, value, order) ((void)(*(at) = (value)))
#define alignas(bytes)
#define alignof(type) __alignof__(type)
#define static_assert(condition, text) extern const char nprand__asserted[(condition) ? 1 : -1]
#endif

#endif
