/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The methods of src/methods.def that have the each form, each by functions of one type.
 */
#ifndef NPRAND_TESTS_EACH_METHODS_H
#define NPRAND_TESTS_EACH_METHODS_H

#include "nprand.h"

#include <string.h>

enum { MOST_PARAMETERS = 3 };

/* A value of a parameter. Each type has 8 bytes. */
union number {
    double as_double;
    int64_t as_int64_t;
    uint64_t as_uint64_t;
};

/* Parameters are counted from behind the last one. Thus the macros below know their places. */
typedef nprand_status each_form(nprand_rng *rng, const void *const *p, const ptrdiff_t *step,
                                size_t n, void *out);
typedef nprand_status fill_form(nprand_rng *rng, const union number *v, size_t n, void *out);
typedef void scalar_form(nprand_rng *rng, const union number *v, void *out);

struct method {
    const char *name;
    size_t size; /* of an element */
    const char *element;
    size_t count; /* of parameters */
    const char *types[MOST_PARAMETERS];
    each_form *each;
    fill_form *fill;
    scalar_form *scalar;
    unsigned bits; /* of a piece of a word, for dtypes whose values share words; else 0 */
};

#define P1(t1, n1, p1)      , (const t1 *)p[-1], step[-1]
#define P2(t1, n1, p1, ...) , (const t1 *)p[-2], step[-2] P1(__VA_ARGS__)
#define P3(t1, n1, p1, ...) , (const t1 *)p[-3], step[-3] P2(__VA_ARGS__)
#define EACH(name, result, T, parameters, ...)                                                     \
    static nprand_status each_##name(nprand_rng *rng, const void *const *p, const ptrdiff_t *step, \
                                     size_t n, void *out)                                          \
    {                                                                                              \
        return nprand_##name##_each(rng parameters, n, (T *)out);                                  \
    }
#define PACKED EACH
#include "../src/methods.def"

#define P1(t1, n1, p1)      , v[-1].as_##t1
#define P2(t1, n1, p1, ...) , v[-2].as_##t1 P1(__VA_ARGS__)
#define P3(t1, n1, p1, ...) , v[-3].as_##t1 P2(__VA_ARGS__)
#define EACH(name, result, T, parameters, ...)                                                    \
    static nprand_status fill_##name(nprand_rng *rng, const union number *v, size_t n, void *out) \
    {                                                                                             \
        return nprand_##name##_fill(rng parameters, n, (T *)out);                                 \
    }                                                                                             \
    static void scalar_##name(nprand_rng *rng, const union number *v, void *out)                  \
    {                                                                                             \
        T value = (T)nprand_##name(rng parameters);                                               \
        memcpy(out, &value, sizeof value);                                                        \
    }
#define PACKED EACH
#include "../src/methods.def"

#define BITS_bool     1
#define BITS_int8_t   8
#define BITS_uint8_t  8
#define BITS_int16_t  16
#define BITS_uint16_t 16

#define P1(t1, n1, p1) \
    1,                 \
    {                  \
#t1            \
    }
#define P2(t1, n1, p1, t2, ...) \
    2,                          \
    {                           \
#t1, #t2                \
    }
#define P3(t1, n1, p1, t2, n2, p2, t3, ...) \
    3,                                      \
    {                                       \
#t1, #t2, #t3                       \
    }
#define EACH(name, result, T, parameters, ...) \
    {#name, sizeof(T), #T, parameters, each_##name, fill_##name, scalar_##name, 0},
#define PACKED(name, result, T, parameters, ...) \
    {#name, sizeof(T), #T, parameters, each_##name, fill_##name, scalar_##name, BITS_##T},
static const struct method methods[] = {
#include "../src/methods.def"
};

enum { METHODS = sizeof methods / sizeof methods[0] };

#endif
