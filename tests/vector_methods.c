/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The table of methods. One that has a scalar form and a fill, and one value to a draw, is a row of
 * ORDINARY_METHODS; another one has functions of its own here.
 */
#include "vector_methods.h"

#include <stdlib.h>
#include <string.h>

static bool always(const struct vector_case *c)
{
    (void)c;
    return true;
}

static bool never(const struct vector_case *c)
{
    (void)c;
    return false;
}

/* ---- Methods with a scalar form and a fill -------------------------------------------------- */

/* Name, C type of a value, arguments, whether a fill is as many scalar calls. */
#define ORDINARY_METHODS(ROW)                          \
    ROW(random_raw, uint32_t, NONE, always)            \
    ROW(random_sample, double, NONE, always)           \
    ROW(random, double, NONE, always)                  \
    ROW(rand, double, NONE, always)                    \
    ROW(uniform, double, FF, always)                   \
    ROW(standard_normal, double, NONE, always)         \
    ROW(randn, double, NONE, always)                   \
    ROW(normal, double, FF, always)                    \
    ROW(randint, int64_t, II, always)                  \
    ROW(randint_bool, bool, II, never)                 \
    ROW(randint_int8, int8_t, II, never)               \
    ROW(randint_int16, int16_t, II, never)             \
    ROW(randint_int32, int32_t, II, always)            \
    ROW(randint_int64, int64_t, II, always)            \
    ROW(randint_uint8, uint8_t, II, never)             \
    ROW(randint_uint16, uint16_t, II, never)           \
    ROW(randint_uint32, uint32_t, II, always)          \
    ROW(randint_uint64, uint64_t, UU, always)          \
    ROW(randint_int64_endpoint, int64_t, II, always)   \
    ROW(randint_uint64_endpoint, uint64_t, UU, always) \
    ROW(random_integers, int64_t, II, always)          \
    ROW(tomaxint, int64_t, NONE, always)

/* The arguments of the call, and their letters in a signature. */
#define ARGS_NONE
#define ARGS_FF        , c->args[0].f, c->args[1].f
#define ARGS_II        , c->args[0].i, c->args[1].i
#define ARGS_UU        , c->args[0].u, c->args[1].u
#define SIGNATURE_NONE ""
#define SIGNATURE_FF   "FF"
#define SIGNATURE_II   "II"
#define SIGNATURE_UU   "UU"

enum {
    KIND_double = 'f',
    KIND_bool = 'u',
    KIND_int8_t = 'i',
    KIND_int16_t = 'i',
    KIND_int32_t = 'i',
    KIND_int64_t = 'i',
    KIND_uint8_t = 'u',
    KIND_uint16_t = 'u',
    KIND_uint32_t = 'u',
    KIND_uint64_t = 'u'
};

#define DEFINE_CALLS(name, type, shape, splits)                                              \
    static nprand_status fill_##name(nprand_rng *rng, const struct vector_case *c, size_t n, \
                                     void *out)                                              \
    {                                                                                        \
        (void)c;                                                                             \
        return nprand_##name##_fill(rng ARGS_##shape, n, out);                               \
    }                                                                                        \
    static void single_##name(nprand_rng *rng, const struct vector_case *c, void *out)       \
    {                                                                                        \
        (void)c;                                                                             \
        type value = (type)nprand_##name(rng ARGS_##shape);                                  \
        memcpy(out, &value, sizeof value);                                                   \
    }

ORDINARY_METHODS(DEFINE_CALLS)

/* ---- The others ----------------------------------------------------------------------------- */

/* The words of the key, as seeding left them. */
static nprand_status fill_key(nprand_rng *rng, const struct vector_case *c, size_t n, void *out)
{
    (void)c;
    nprand_state state;
    nprand_status status = nprand_get_state(rng, &state);
    if (status == NPRAND_OK && n > sizeof state.key / sizeof state.key[0])
        status = NPRAND_TOO_LARGE;
    if (status == NPRAND_OK)
        memcpy(out, state.key, n * sizeof state.key[0]);
    return status;
}

static nprand_status fill_bytes(nprand_rng *rng, const struct vector_case *c, size_t n, void *out)
{
    (void)c;
    return nprand_bytes(rng, n, out);
}

static size_t element_size(const struct vector_case *c)
{
    return (size_t)c->args[0].u;
}

/* The elements to shuffle. Byte k of element i depends on both, so that it is missed if it ends up
 * in a wrong place. */
static void make_elements(size_t n, size_t size, unsigned char *out)
{
    for (uint64_t i = 0; i < n; i++) {
        for (size_t k = 0; k < size; k++)
            *out++ = (unsigned char)((i >> 8 * (k % 8)) + k / 8);
    }
}

static nprand_status fill_shuffle(nprand_rng *rng, const struct vector_case *c, size_t n, void *out)
{
    make_elements(n, element_size(c), out);
    return nprand_shuffle(rng, out, n, element_size(c));
}

static nprand_status fill_permutation(nprand_rng *rng, const struct vector_case *c, size_t n,
                                      void *out)
{
    (void)c;
    return nprand_permutation(rng, n, out);
}

static nprand_status fill_permutation_array(nprand_rng *rng, const struct vector_case *c, size_t n,
                                            void *out)
{
    size_t size = element_size(c);
    unsigned char *base = malloc(n * size + 1);
    if (base == NULL)
        return NPRAND_TOO_LARGE;
    make_elements(n, size, base);
    nprand_status status = nprand_permutation_array(rng, base, n, size, out);
    free(base);
    return status;
}

static bool with_replacement(const struct vector_case *c)
{
    return c->args[1].i != 0;
}

static nprand_status fill_choice(nprand_rng *rng, const struct vector_case *c, size_t n, void *out)
{
    int64_t a = c->args[0].i;
    const double *p = c->args[2].list;
    if (p != NULL && c->args[2].len != (uint64_t)a)
        return NPRAND_P_SIZE;
    size_t work_size = nprand_choice_work_size(a, with_replacement(c), p);
    void *work = work_size > 0 ? malloc(work_size) : NULL;
    nprand_status status = nprand_choice_fill(rng, a, with_replacement(c), p, n, out, work);
    free(work);
    return status;
}

static void single_choice(nprand_rng *rng, const struct vector_case *c, void *out)
{
    int64_t value = nprand_choice(rng, c->args[0].i, c->args[2].list);
    memcpy(out, &value, sizeof value);
}

/* ---- The table ------------------------------------------------------------------------------ */

#define ROW_OF(name, type, shape, splits) \
    {#name, SIGNATURE_##shape, KIND_##type, sizeof(type), NULL, splits, fill_##name, single_##name},

static const struct vector_method METHODS[] = {
    ORDINARY_METHODS(ROW_OF){"seed", "", 'u', 4, NULL, never, fill_key, NULL},
    {"seed_array", "", 'u', 4, NULL, never, fill_key, NULL},
    {"bytes", "", 'u', 1, NULL, never, fill_bytes, NULL},
    {"shuffle", "U", 'u', 1, element_size, never, fill_shuffle, NULL},
    {"permutation", "", 'i', 8, NULL, never, fill_permutation, NULL},
    {"permutation_array", "U", 'u', 1, element_size, never, fill_permutation_array, NULL},
    {"choice", "IIL", 'i', 8, NULL, with_replacement, fill_choice, single_choice},
};

const struct vector_method *vector_method_at(size_t k)
{
    return k < sizeof METHODS / sizeof METHODS[0] ? &METHODS[k] : NULL;
}

const struct vector_method *vector_method_named(const char *name, size_t length)
{
    for (size_t k = 0; vector_method_at(k) != NULL; k++) {
        const struct vector_method *method = vector_method_at(k);
        if (strlen(method->name) == length && memcmp(method->name, name, length) == 0)
            return method;
    }
    return NULL;
}
