/* SPDX-License-Identifier: BSD-3-Clause
 *
 * What every source file of the library includes: the float discipline, the attributes of internal
 * symbols, and the checks of arguments that all public functions share.
 *
 * Names: nprand_ is public. nprand__ and NPRAND__ are shared between files of the library, and are
 * not exported. A name without a prefix is static to its file.
 */
#ifndef NPRAND_INTERNAL_H
#define NPRAND_INTERNAL_H

#include "float.h"
#include "language.h"

#include "../include/nprand.h"

#include <errno.h>
#include <math.h>
#include <string.h>

/* A function that stays a function. Its large arrays are then on the stack only while it runs, and
 * not in the frame of a caller that seldom needs them. */
#if defined(__GNUC__)
#define NPRAND__NOINLINE __attribute__((noinline))
#else
#define NPRAND__NOINLINE
#endif

/* Declares an object that files of the library share and that a shared library does not export. */
#if defined(__GNUC__) && !defined(_WIN32)
#define NPRAND_HIDDEN_OBJECT extern __attribute__((visibility("hidden")))
#else
#define NPRAND_HIDDEN_OBJECT extern
#endif

/* Declares such a function. In the single file it is static, and GCC calls it as if it were in
 * another file. If it were inlined, scalar draws would take 6 % longer in the mean. If GCC knew
 * which registers it uses, 100 exponentials would take 1.2 times as long. */
#if defined(NPRAND_SINGLE_FILE) && defined(__GNUC__) && !defined(__clang__) && __GNUC__ >= 8
#define NPRAND_HIDDEN static __attribute__((noipa))
#elif defined(NPRAND_SINGLE_FILE)
#define NPRAND_HIDDEN static NPRAND__NOINLINE
#elif defined(__GNUC__) && !defined(_WIN32)
#define NPRAND_HIDDEN __attribute__((visibility("hidden")))
#else
#define NPRAND_HIDDEN
#endif

/* An inline function whose function-pointer arguments the compiler must see through. */
#if defined(__GNUC__)
#define NPRAND__INLINE static inline __attribute__((always_inline))
#else
#define NPRAND__INLINE static inline
#endif

/* A condition that nearly always holds. The compiler lays out the code that it leads to without a
 * jump. */
#if defined(__GNUC__)
#define NPRAND__LIKELY(condition) __builtin_expect(condition, 1)
#else
#define NPRAND__LIKELY(condition) (condition)
#endif

/* For the types of what lies in a public object, which is declared as integers. The rules of C do
 * not allow an access to it as another type, and under link-time optimisation the compiler may rely
 * on these rules. The attribute allows the access. */
#if defined(__GNUC__)
#define NPRAND__MAY_ALIAS __attribute__((may_alias))
#else
#define NPRAND__MAY_ALIAS
#endif

/* Prefetches the cache line at an address that will be written soon. */
#if defined(__GNUC__)
#define NPRAND__PREFETCH(at) __builtin_prefetch(at, 1)
#else
#define NPRAND__PREFETCH(at) (void)(at)
#endif

static inline size_t nprand__min(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* ---- Checks of arguments ---- */

/* The first 8 bytes of a generator that was seeded: a value that zeroed memory does not hold. */
#define NPRAND__SEEDED UINT64_C(0x6e7072616e64204d)

/* Whether a generator can be drawn from. */
static inline nprand_status nprand__check_rng(const nprand_rng *rng)
{
    if (rng == NULL)
        return NPRAND_NULL_POINTER;
    uint64_t mark;
    memcpy(&mark, rng, sizeof mark);
    return mark == NPRAND__SEEDED ? NPRAND_OK : NPRAND_NOT_SEEDED;
}

/* Whether n elements of size bytes can be written to out. */
static inline nprand_status nprand__check_out(size_t n, size_t size, const void *out)
{
    if (n > PTRDIFF_MAX / size)
        return NPRAND_TOO_LARGE;
    if (n > 0 && out == NULL)
        return NPRAND_NULL_POINTER;
    return NPRAND_OK;
}

/* The checks of a fill, in the order that the public header names: generator, parameters (whose
 * status comes in), n, out. */
static inline nprand_status nprand__check_fill(const nprand_rng *rng, nprand_status parameters,
                                               size_t n, size_t size, const void *out)
{
    nprand_status status = nprand__check_rng(rng);
    if (status == NPRAND_OK)
        status = parameters;
    if (status == NPRAND_OK)
        status = nprand__check_out(n, size, out);
    return status;
}

/* The checks of a fill of rows of k elements. */
static inline nprand_status nprand__check_rows(const nprand_rng *rng, nprand_status parameters,
                                               size_t rows, size_t k, size_t size, const void *out)
{
    nprand_status status = nprand__check_fill(rng, parameters, 0, size, out);
    if (status != NPRAND_OK || k == 0)
        return status;
    if (rows > PTRDIFF_MAX / size / k)
        return NPRAND_TOO_LARGE;
    return nprand__check_out(rows * k, size, out);
}

/* The checks of a scalar draw. A refused draw sets errno to EDOM, as libm does. */
static inline bool nprand__accept(const nprand_rng *rng, nprand_status parameters)
{
    if (nprand__check_rng(rng) == NPRAND_OK && parameters == NPRAND_OK)
        return true;
    errno = EDOM;
    return false;
}

#endif
