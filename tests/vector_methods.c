/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The table of methods. One that has a scalar form and a fill, and one value to a draw, comes from the
 * list, src/methods.def; another one has functions of its own here.
 */
#include "vector_methods.h"

#include "nprand_python.h"

#include <errno.h>
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

/* The rows of src/methods.def: the arguments of a call, by the type of each parameter, ... */
#define ARG_double(k)   c->args[k].f
#define ARG_int64_t(k)  c->args[k].i
#define ARG_uint64_t(k) c->args[k].u
#define ARG_int(k)      (int)c->args[k].i

/* ... and its letter in a signature. */
#define LETTER_double   "F"
#define LETTER_int64_t  "I"
#define LETTER_uint64_t "U"
#define LETTER_int      "I"

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

#define P0()
#define P1(t1, n1, p1)                         , ARG_##t1(0)
#define P2(t1, n1, p1, t2, n2, p2)             , ARG_##t1(0), ARG_##t2(1)
#define P3(t1, n1, p1, t2, n2, p2, t3, n3, p3) , ARG_##t1(0), ARG_##t2(1), ARG_##t3(2)
#define DRAW(name, result, type, parameters, ...)                                                 \
    static nprand_status list_fill_##name(nprand_rng *rng, const struct vector_case *c, size_t n, \
                                          void *out)                                              \
    {                                                                                             \
        (void)c;                                                                                  \
        return nprand_##name##_fill(rng parameters, n, out);                                      \
    }                                                                                             \
    static bool list_single_##name(nprand_rng *rng, const struct vector_case *c, void *out)       \
    {                                                                                             \
        (void)c;                                                                                  \
        errno = 0;                                                                                \
        type value = (type)nprand_##name(rng parameters);                                         \
        memcpy(out, &value, sizeof value);                                                        \
        return errno != EDOM;                                                                     \
    }

#define PACKED  DRAW
#define PY_DRAW DRAW
#include "../src/methods.def"

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

/* NULL where none is needed, or where there is no memory. */
static nprand_work new_work(size_t size)
{
    return nprand_work_of(size > 0 && size < SIZE_MAX ? malloc(size) : NULL, size);
}

static bool with_replacement(const struct vector_case *c)
{
    return c->args[1].i != 0;
}

static nprand_status fill_choice(nprand_rng *rng, const struct vector_case *c, size_t n, void *out)
{
    int64_t a = c->args[0].i;
    const double *p = c->args[2].list;
    if (p != NULL && a >= 0 && c->args[2].len != (uint64_t)a)
        return NPRAND_P_SIZE;
    if (with_replacement(c) && p == NULL)
        return nprand_choice_fill(rng, a, n, out);
    nprand_work work;
    nprand_status status;
    if (with_replacement(c)) {
        work = new_work(nprand_choice_p_work_size(a));
        status = nprand_choice_p_fill(rng, a, p, n, out, work);
    } else if (p == NULL) {
        /* Few of many need no work space. */
        bool few = n <= 1024 && a >= 1000000;
        work = few ? nprand_work_of(NULL, 0) : new_work(nprand_choice_no_replace_work_size(a));
        status = nprand_choice_no_replace_fill(rng, a, n, out, work);
    } else {
        work = new_work(nprand_choice_no_replace_p_work_size(a));
        status = nprand_choice_no_replace_p_fill(rng, a, p, n, out, work);
    }
    free(work.memory);
    return status;
}

static bool single_choice(nprand_rng *rng, const struct vector_case *c, void *out)
{
    errno = 0;
    const double *p = c->args[2].list;
    int64_t a = c->args[0].i;
    int64_t value = p == NULL ? nprand_choice(rng, a) : nprand_choice_p(rng, a, p);
    memcpy(out, &value, sizeof value);
    return errno != EDOM;
}

/* p of the line as floats, which its doubles are. NULL: there is no memory. */
static float *floats_of(const struct vector_arg *p)
{
    float *floats = malloc((p->len + 1) * sizeof *floats);
    for (size_t i = 0; floats != NULL && i < p->len; i++)
        floats[i] = (float)p->list[i];
    return floats;
}

static nprand_status fill_choice_p_float(nprand_rng *rng, const struct vector_case *c, size_t n,
                                         void *out)
{
    int64_t a = c->args[0].i;
    if (a >= 0 && c->args[2].len != (uint64_t)a)
        return NPRAND_P_SIZE;
    float *p = floats_of(&c->args[2]);
    nprand_work work;
    nprand_status status;
    if (with_replacement(c)) {
        work = new_work(nprand_choice_p_work_size(a));
        status = nprand_choice_p_float_fill(rng, a, p, n, out, work);
    } else {
        work = new_work(nprand_choice_no_replace_p_work_size(a));
        status = nprand_choice_no_replace_p_float_fill(rng, a, p, n, out, work);
    }
    free(work.memory);
    free(p);
    return status;
}

static bool single_choice_p_float(nprand_rng *rng, const struct vector_case *c, void *out)
{
    errno = 0;
    float *p = floats_of(&c->args[2]);
    int64_t value = nprand_choice_p_float(rng, c->args[0].i, p);
    free(p);
    memcpy(out, &value, sizeof value);
    return errno != EDOM;
}

static size_t categories(const struct vector_case *c)
{
    return c->args[1].len;
}

static nprand_status fill_multinomial(nprand_rng *rng, const struct vector_case *c, size_t n,
                                      void *out)
{
    return nprand_multinomial_fill(rng, c->args[0].i, c->args[1].list, categories(c), n, out);
}

static bool single_multinomial(nprand_rng *rng, const struct vector_case *c, void *out)
{
    return nprand_multinomial(rng, c->args[0].i, c->args[1].list, categories(c), out) == NPRAND_OK;
}

static size_t concentrations(const struct vector_case *c)
{
    return c->args[0].len;
}

static nprand_status fill_dirichlet(nprand_rng *rng, const struct vector_case *c, size_t n,
                                    void *out)
{
    return nprand_dirichlet_fill(rng, c->args[0].list, concentrations(c), n, out);
}

static bool single_dirichlet(nprand_rng *rng, const struct vector_case *c, void *out)
{
    return nprand_dirichlet(rng, c->args[0].list, concentrations(c), out) == NPRAND_OK;
}

/* ---- Those of Python's random --------------------------------------------------------------- */

static nprand_status fill_py_seed(nprand_rng *rng, const struct vector_case *c, size_t n, void *out)
{
    nprand_status status = nprand_py_seed(rng, c->args[0].i);
    return status == NPRAND_OK ? fill_key(rng, c, n, out) : status;
}

static nprand_status fill_py_seed_limbs(nprand_rng *rng, const struct vector_case *c, size_t n,
                                        void *out)
{
    uint32_t limbs[VECTOR_MAX_SEED];
    size_t count = c->args[0].len / 4;
    if (count > VECTOR_MAX_SEED)
        return NPRAND_TOO_LARGE;
    for (size_t i = 0; i < count; i++) {
        limbs[i] = 0;
        for (size_t k = 4; k-- > 0;)
            limbs[i] = limbs[i] << 8 | c->args[0].bytes[4 * i + k];
    }
    nprand_status status = nprand_py_seed_limbs(rng, limbs, count);
    return status == NPRAND_OK ? fill_key(rng, c, n, out) : status;
}

static nprand_status fill_py_seed_float(nprand_rng *rng, const struct vector_case *c, size_t n,
                                        void *out)
{
    nprand_status status = nprand_py_seed_float(rng, c->args[0].f);
    return status == NPRAND_OK ? fill_key(rng, c, n, out) : status;
}

static nprand_status fill_py_seed_bytes(nprand_rng *rng, const struct vector_case *c, size_t n,
                                        void *out)
{
    nprand_status status =
        nprand_py_seed_bytes(rng, c->args[0].bytes, c->args[0].len, (int)c->args[1].i);
    return status == NPRAND_OK ? fill_key(rng, c, n, out) : status;
}

/* n is the number of limbs, which k bits need. */
static nprand_status fill_py_getrandbits_limbs(nprand_rng *rng, const struct vector_case *c,
                                               size_t n, void *out)
{
    size_t k = (size_t)c->args[0].u;
    return (k + 31) / 32 == n ? nprand_py_getrandbits_limbs(rng, k, out) : NPRAND_NULL_POINTER;
}

static nprand_status fill_py_randbytes(nprand_rng *rng, const struct vector_case *c, size_t n,
                                       void *out)
{
    (void)c;
    return nprand_py_randbytes(rng, n, out);
}

static nprand_status fill_py_shuffle(nprand_rng *rng, const struct vector_case *c, size_t n,
                                     void *out)
{
    make_elements(n, element_size(c), out);
    return nprand_py_shuffle(rng, out, n, element_size(c));
}

static nprand_status fill_py_choices(nprand_rng *rng, const struct vector_case *c, size_t n,
                                     void *out)
{
    const double *weights = c->args[1].list;
    int64_t population = c->args[0].i;
    const double *cum_weights = c->args[2].list;
    if (cum_weights != NULL)
        return nprand_py_choices_cum_weights(rng, population, cum_weights, n, out);
    if (weights == NULL)
        return nprand_py_choices(rng, population, n, out);
    nprand_work work = new_work(nprand_py_choices_weights_work_size(population));
    nprand_status status = nprand_py_choices_weights(rng, population, weights, n, out, work);
    free(work.memory);
    return status;
}

static nprand_status fill_py_sample(nprand_rng *rng, const struct vector_case *c, size_t n,
                                    void *out)
{
    nprand_work work = new_work(nprand_py_sample_work_size(c->args[0].i, n));
    nprand_status status = nprand_py_sample(rng, c->args[0].i, n, out, work);
    free(work.memory);
    return status;
}

static nprand_status fill_py_sample_counts(nprand_rng *rng, const struct vector_case *c, size_t n,
                                           void *out)
{
    int64_t counts[VECTOR_MAX_LIST];
    size_t len = c->args[0].len;
    for (size_t i = 0; i < len; i++)
        counts[i] = (int64_t)c->args[0].list[i];
    nprand_work work = new_work(nprand_py_sample_counts_work_size(counts, len, n));
    nprand_status status = nprand_py_sample_counts(rng, counts, len, n, out, work);
    free(work.memory);
    return status;
}

/* ---- The table ------------------------------------------------------------------------------ */

/* Those that are not one value to a draw, or have other arguments, come first: choice is in the list,
 * and a row of its own. */
static const struct vector_method METHODS[] = {
    {"seed", "", 'u', 4, NULL, never, fill_key, NULL},
    {"seed_array", "", 'u', 4, NULL, never, fill_key, NULL},
    {"bytes", "", 'u', 1, NULL, never, fill_bytes, NULL},
    {"shuffle", "U", 'u', 1, element_size, never, fill_shuffle, NULL},
    {"permutation", "", 'i', 8, NULL, never, fill_permutation, NULL},
    {"permutation_array", "U", 'u', 1, element_size, never, fill_permutation_array, NULL},
    {"choice", "IIL", 'i', 8, NULL, with_replacement, fill_choice, single_choice},
    {"choice_p_float", "IIL", 'i', 8, NULL, with_replacement, fill_choice_p_float,
     single_choice_p_float},
    {"multinomial", "IL", 'i', 8, categories, always, fill_multinomial, single_multinomial},
    {"dirichlet", "L", 'f', 8, concentrations, always, fill_dirichlet, single_dirichlet},
    {"py_seed", "I", 'u', 4, NULL, never, fill_py_seed, NULL},
    {"py_seed_limbs", "B", 'u', 4, NULL, never, fill_py_seed_limbs, NULL},
    {"py_seed_float", "F", 'u', 4, NULL, never, fill_py_seed_float, NULL},
    {"py_seed_bytes", "BI", 'u', 4, NULL, never, fill_py_seed_bytes, NULL},
    {"py_getrandbits_limbs", "U", 'u', 4, NULL, never, fill_py_getrandbits_limbs, NULL},
    {"py_randbytes", "", 'u', 1, NULL, never, fill_py_randbytes, NULL},
    {"py_shuffle", "U", 'u', 1, element_size, never, fill_py_shuffle, NULL},
    {"py_choices", "ILL", 'i', 8, NULL, never, fill_py_choices, NULL},
    {"py_sample", "I", 'i', 8, NULL, never, fill_py_sample, NULL},
    {"py_sample_counts", "L", 'i', 8, NULL, never, fill_py_sample_counts, NULL},
#define P0()                                   ""
#define P1(t1, n1, p1)                         LETTER_##t1
#define P2(t1, n1, p1, t2, n2, p2)             LETTER_##t1 LETTER_##t2
#define P3(t1, n1, p1, t2, n2, p2, t3, n3, p3) LETTER_##t1 LETTER_##t2 LETTER_##t3
#define DRAW(name, result, type, parameters, ...)       \
    {#name, parameters, KIND_##type,      sizeof(type), \
     NULL,  always,     list_fill_##name, list_single_##name},
#define PACKED(name, result, type, parameters, ...)     \
    {#name, parameters, KIND_##type,      sizeof(type), \
     NULL,  never,      list_fill_##name, list_single_##name},
#define PY_DRAW DRAW
#include "../src/methods.def"
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
