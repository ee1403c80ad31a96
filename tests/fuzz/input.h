/* SPDX-License-Identifier: BSD-3-Clause
 *
 * An input of a fuzz target: bytes. What they mean is read from them in order, zeros behind their
 * end.
 */
#ifndef TESTS_FUZZ_INPUT_H
#define TESTS_FUZZ_INPUT_H

#include "../../include/nprand.h"
#include "../../include/nprand_python.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct input {
    const uint8_t *data;
    size_t size;
};

static inline void take(struct input *in, size_t n, void *out)
{
    size_t count = n < in->size ? n : in->size;
    memset(out, 0, n);
    if (count > 0)
        memcpy(out, in->data, count);
    in->data += count;
    in->size -= count;
}

static inline unsigned take_below(struct input *in, unsigned n)
{
    uint16_t x;
    take(in, sizeof x, &x);
    return x % n;
}

/* What mutations of bytes seldom reach, or any bits. */
static inline double take_double(struct input *in)
{
    static const double special[] = {
        0.0,
        -0.0,
        1.0,
        2.0,
        0.5,
        1.0 / 3.0,
        10.0,
        30.0,
        1e-8,
        1e-5,
        0x1p-53,
        0x1p-54,
        1e15,
        1e16,
        1e18,
        0x1p53,
        0x1p63,
        1e40,
        1e308,
        -1.0,
        1e-310,
        5.7e-17,
        1025.0,
        -1e-300,
        0x1p-1074,
        0x1p-1022,
        0x1.fffffffffffffp-1,
        (double)INFINITY,
        -(double)INFINITY,
        (double)NAN,
    };
    double x;
    switch (take_below(in, 8)) {
    case 0:
        return special[take_below(in, sizeof special / sizeof *special)];
    case 1: /* near a power of two */
        x = 1.0 + (double)take_below(in, 3) * 0x1p-52;
        return ldexp(x, (int)take_below(in, 2100) - 1075);
    case 2:
        return take_below(in, 1001) / 1000.0;
    case 3:
        return take_below(in, 2000) / 16.0;
    default:
        take(in, sizeof x, &x);
        return x;
    }
}

static inline int64_t take_int64(struct input *in)
{
    unsigned kind = take_below(in, 6);
    uint64_t x;
    int64_t value;
    take(in, sizeof x, &x);
    if (kind == 0)
        return (int64_t)(x % 64) - 4;
    if (kind == 1)
        return INT64_MAX - (int64_t)(x % 4);
    if (kind == 2)
        return INT64_MIN + (int64_t)(x % 4);
    if (kind == 3) /* of any size, not negative */
        return (int64_t)(x >> (1 + take_below(in, 63)));
    if (kind == 4) /* near a power of two */
        x = (UINT64_C(1) << take_below(in, 64)) + x % 3 - 1;
    memcpy(&value, &x, sizeof value);
    return value;
}

/* Several parameters that are any bits are nearly always refused. Half of the inputs have
 * parameters that most methods accept: all of them probabilities, or all of them positive. */
enum parameters { ANY_BITS, ANY_BITS_TOO, PROBABILITIES, POSITIVE, KINDS_OF_PARAMETERS };

static inline enum parameters take_kind(struct input *in)
{
    return (enum parameters)take_below(in, KINDS_OF_PARAMETERS);
}

static inline double take_double_of(struct input *in, enum parameters kind)
{
    if (kind == PROBABILITIES)
        return (take_below(in, 6400) + 1) / 6401.0;
    return kind == POSITIVE ? (take_below(in, 6400) + 1) / 64.0 : take_double(in);
}

static inline int64_t take_int64_of(struct input *in, enum parameters kind)
{
    return kind == PROBABILITIES || kind == POSITIVE ? (int64_t)take_below(in, 200)
                                                     : take_int64(in);
}

/* Reports what is wrong, and ends. */
static inline void fail_target(const char *what, const char *problem)
{
    fprintf(stderr, "%s: %s\n", what, problem);
    abort();
}

/* A block of exactly so many bytes: what reads or writes behind it is seen. */
static inline void *exact_room(size_t size)
{
    void *room = malloc(size > 0 ? size : 1);
    if (room == NULL)
        abort();
    return room;
}

/* What is left of the input, in memory of its own. */
static inline void *take_rest(struct input *in, size_t *size)
{
    void *rest = exact_room(in->size);
    *size = in->size;
    take(in, in->size, rest);
    return rest;
}

/* A generator in any state that there can be. */
static inline nprand_rng take_generator(struct input *in)
{
    nprand_rng rng;
    nprand_state state;
    if (nprand_seed(&rng, (int64_t)take_below(in, 1000)) != NPRAND_OK ||
        nprand_get_state(&rng, &state) != NPRAND_OK)
        abort();
    state.pos = (int)take_below(in, 625);
    state.has_gauss = (int)take_below(in, 2);
    state.gauss = state.has_gauss ? take_double(in) : 0.0;
    if (nprand_set_state(&rng, &state) != NPRAND_OK)
        abort();
    return rng;
}

/* A generator that has drawn two blocks of words: its state is one that draws can make. Seeds and
 * set_state() can make others. */
static inline nprand_rng take_used_generator(struct input *in)
{
    nprand_rng rng = take_generator(in);
    if (nprand_advance(&rng, 2 * 624) != NPRAND_OK)
        abort();
    return rng;
}

/* NumPy 1.7 to 1.26 and 2.0 to 2.5, and behind both one that there is not. Sometimes with a patch
 * from 0 to 7, which is more than any has. */
static inline void take_numpy(struct input *in, nprand_rng *rng)
{
    enum { FIRST = 7, NONE_OF_1 = 27, NONE_OF_2 = 6, OF_1 = 21, RELEASES = 28, PATCHES = 8 };
    const nprand_rng before = *rng;
    const unsigned x = take_below(in, 1 << 16), number = x % RELEASES;
    const int major = number < OF_1 ? 1 : 2;
    const int minor = (int)(major == 1 ? FIRST + number : number - OF_1);
    const bool exists = minor != (major == 1 ? NONE_OF_1 : NONE_OF_2);
    const bool has_patch = x / RELEASES % 4 == 1;
    const nprand_status status =
        has_patch ? nprand_set_numpy_patch(rng, major, minor, (int)(x / (4 * RELEASES) % PATCHES))
                  : nprand_set_numpy(rng, major, minor);
    if (status != NPRAND_OK && memcmp(rng, &before, sizeof before) != 0)
        fail_target("set_numpy", "refused, and the generator is changed");
    if (status == NPRAND_OK ? !exists : exists && !has_patch)
        fail_target("set_numpy", "another release is refused than those that there are not");
}

/* The releases of NumPy and Python, and the width of a long, that a generator reproduces. */
static inline void take_settings(struct input *in, nprand_rng *rng)
{
    take_numpy(in, rng);
    const int bits = take_below(in, 4) == 0 ? 32 : 64, minor = 1 + (int)take_below(in, 15);
    if (nprand_set_long_bits(rng, bits) != NPRAND_OK ||
        nprand_py_set_python(rng, minor > 1 ? 3 : 2, minor > 1 ? minor : 7) != NPRAND_OK)
        fail_target("settings", "refused");
}

static inline bool same_words(const nprand_rng *a, const nprand_rng *b)
{
    nprand_rng x = *a, y = *b;
    for (int i = 0; i < 2 * 624; i++) {
        if (nprand_random_raw(&x) != nprand_random_raw(&y))
            return false;
    }
    return true;
}

static inline bool same_generators(const nprand_rng *a, const nprand_rng *b)
{
    nprand_state x, y;
    memset(&x, 0, sizeof x);
    memset(&y, 0, sizeof y);
    return nprand_get_state(a, &x) == NPRAND_OK && nprand_get_state(b, &y) == NPRAND_OK &&
           memcmp(x.key, y.key, sizeof x.key) == 0 && x.pos == y.pos &&
           x.has_gauss == y.has_gauss && memcmp(&x.gauss, &y.gauss, sizeof x.gauss) == 0;
}

#endif
