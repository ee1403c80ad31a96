/* SPDX-License-Identifier: BSD-3-Clause
 *
 * A backend: the code of the library that exists once for each kind of CPU, as one struct of
 * functions. Kernels work on blocks of MT19937; functions are log, exp, cos and the like, and the
 * polar method. Every backend has all of them, and all backends give the same bits. Portable C is the
 * specification.
 */
#ifndef NPRAND_BACKEND_BACKEND_H
#define NPRAND_BACKEND_BACKEND_H

#include "mt19937.h"

#include <stdatomic.h>

/* The targets that have vector backends. GCC for Windows does not align vectors on the stack. */
#if defined(__GNUC__) && defined(__x86_64__) && (!defined(_WIN32) || defined(__clang__))
#define NPRAND__HAS_X86 1
#else
#define NPRAND__HAS_X86 0
#endif
#if defined(__GNUC__) && defined(__AARCH64EL__)
#define NPRAND__HAS_ARM 1
#else
#define NPRAND__HAS_ARM 0
#endif

/* What the name of a backend says about the mathematical functions. */
#ifdef NPRAND_MATH_SYSTEM
#define NPRAND__MATH ", system math"
#else
#define NPRAND__MATH ""
#endif

enum {
    NPRAND__BLOCK_BYTES = 4 * NPRAND__N, /* a block of words, and the doubles that it makes */
    NPRAND__LINE = 64,                   /* bytes of a cache line */
};
_Static_assert(NPRAND__BLOCK_BYTES % NPRAND__LINE == 0, "a block has a whole number of lines");

/* Points of the polar method. select_points() may write up to 8 more than it counts. */
enum { NPRAND__MAX_POINTS = 160 };
struct nprand__points {
    double x1[NPRAND__MAX_POINTS + 8], x2[NPRAND__MAX_POINTS + 8], r2[NPRAND__MAX_POINTS + 8];
};

/* A key is NPRAND__N words. Behind it is room for NPRAND__PAD words, which a kernel may write. */
struct nprand__backend {
    const char *name;
    const char *description; /* what nprand_backend() returns */
    bool (*can_run)(void);   /* whether this CPU has the instructions */

    /* ---- Kernels ---- */

    /* Twists the key, and tempers it to block. */
    void (*refill)(uint32_t *key, uint32_t *block);
    /* Twists count times. */
    void (*twist)(uint32_t *key, size_t count);
    /* Twists count times, and writes all tempered words; or the doubles that they make. */
    void (*words)(uint32_t *key, size_t count, uint32_t *out);
    void (*doubles)(uint32_t *key, size_t count, double *out);
    /* n doubles of 2n tempered words. */
    void (*convert)(const uint32_t *words, size_t n, double *out);
    /* One block, as by words() and doubles(). Meanwhile the NPRAND__BLOCK_BYTES at ready, if it is
     * not NULL, are stored at to past the caches; ready and to begin at cache lines. NULL where
     * that gains nothing. */
    void (*words_and_stream)(uint32_t *key, void *out, const void *ready, void *to);
    void (*doubles_and_stream)(uint32_t *key, void *out, const void *ready, void *to);
    /* To be called before other code reads what was stored past the caches. */
    void (*end_streaming)(void);
    /* Of n tempered words, those that are at most max after the mask, plus low, one after another.
     * Returns how many. All of n values may be written. */
    size_t (*select)(const uint32_t *words, size_t n, uint32_t low, uint32_t mask, uint32_t max,
                     uint32_t *out);
    /* The same, as values of 64 bits. */
    size_t (*select_wide)(const uint32_t *words, size_t n, uint64_t low, uint32_t mask,
                          uint32_t max, uint64_t *out);
    /* The same of n pairs of words, the first one high. */
    size_t (*select_pairs)(const uint32_t *words, size_t n, uint64_t low, uint64_t mask,
                           uint64_t max, uint64_t *out);
    /* The same of the halves of n words, the low half first: 2n values may be written. */
    size_t (*select_halves)(const uint32_t *words, size_t n, uint16_t low, uint16_t mask,
                            uint16_t max, uint16_t *out);
    /* low + each of n pairs of words, the first one high. */
    void (*add_pairs)(const uint32_t *words, size_t n, uint64_t low, uint64_t *out);
    /* Of n attempts of the polar method, each of four words that are not tempered yet, how many
     * give a point. */
    size_t (*count_points)(const uint32_t *words, size_t n);
    /* Adds to sum, bit by bit modulo 2, the N words from words[i] on, for each bit i of which. */
    void (*add)(uint32_t *sum, const uint32_t *words, uint64_t which);
    /* The square of a polynomial of polynomial.h. */
    void (*square_mod)(uint64_t *g);

    /* ---- Functions ---- */

    double (*log)(double x);
    double (*exp)(double x);
    double (*pow)(double x, double y);
    double (*log1p)(double x);
    double (*log2)(double x);
    double (*cos)(double x);
    double (*sin)(double x);
    double (*acos)(double x);
    /* The first four for each of n elements, in place. */
    void (*log_array)(size_t n, double *x);
    void (*exp_array)(size_t n, double *x);
    void (*pow_array)(size_t n, double *x, double y);
    void (*log1p_array)(size_t n, double *x);
    /* Of n <= NPRAND__MAX_POINTS points of the polar method, of two uniforms each, those inside the
     * unit disc without its centre, one after another, with the squares of their radii. Returns how
     * many. */
    size_t (*select_points)(size_t n, const double *u, struct nprand__points *p);
    /* 2n normals of n such points. */
    void (*normals)(size_t n, const struct nprand__points *p, double *out);
};

#define NPRAND__BACKEND(name) \
    NPRAND_HIDDEN extern const struct nprand__backend nprand__backend_##name;
#include "list.h"
#undef NPRAND__BACKEND

/* The backend of this process. It is chosen at the first call, and nprand_set_backend() changes
 * it. */
NPRAND_HIDDEN extern _Atomic(const struct nprand__backend *) nprand__chosen_backend;
NPRAND_HIDDEN const struct nprand__backend *nprand__choose_backend(void);

static inline const struct nprand__backend *nprand__backend(void)
{
    const struct nprand__backend *chosen =
        atomic_load_explicit(&nprand__chosen_backend, memory_order_relaxed);
    return chosen != NULL ? chosen : nprand__choose_backend();
}

#endif
