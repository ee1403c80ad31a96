/* SPDX-License-Identifier: BSD-3-Clause
 *
 * A backend: one struct with all functions of the library that exist once for each kind of CPU. Its
 * kernels work on blocks of MT19937. Its functions are log, exp, cos and the like, and those of the
 * polar method. Every backend has all of them, and all backends give the same bits. The
 * specification is portable C.
 */
#ifndef NPRAND_BACKEND_BACKEND_H
#define NPRAND_BACKEND_BACKEND_H

#include "mt19937.h"

/* The targets that have vector backends. On Windows they need clang, since GCC does not align
 * vectors on the stack there. */
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

/* The part of a description that names the mathematical functions. */
#ifdef NPRAND_MATH_SYSTEM
#define NPRAND__MATH ", system math"
#else
#define NPRAND__MATH ""
#endif

enum {
    NPRAND__BLOCK_BYTES = 4 * NPRAND__N, /* of a block of words, and of the doubles that it makes */
    NPRAND__LINE = 64,                   /* bytes of a cache line */
};
static_assert(NPRAND__BLOCK_BYTES % NPRAND__LINE == 0, "a block has a whole number of lines");

/* Points of the polar method. select_points() may write up to 8 points behind those that it
 * counts. */
enum { NPRAND__MAX_POINTS = 160 };
struct nprand__points {
    double x1[NPRAND__MAX_POINTS + 8], x2[NPRAND__MAX_POINTS + 8], r2[NPRAND__MAX_POINTS + 8];
};

/* The most uniforms that are read ahead: those of a block; and the zeros that multiply() needs
 * behind them. Vectors of 8 lanes read 18 zeros at most. */
enum { NPRAND__AHEAD = NPRAND__N / 2, NPRAND__ZEROS = 32 };

/* Parameters of elements that are prepared together, the attempts of a line of a window, and the
 * most lines: see windows_vector.h. Behind the elements, a kernel reads the room of a window:
 * copies of the last element. Behind the uniforms, it reads numbers 1/2: for vonmises, whose
 * attempts take three uniforms, up to 4 * NPRAND__WINDOW of them. */
enum { NPRAND__PIECE = 56, NPRAND__WINDOW = 8, NPRAND__LINES = 2 };
struct nprand__ptrs {
    double lam[NPRAND__PIECE + NPRAND__WINDOW], a[NPRAND__PIECE + NPRAND__WINDOW];
    double b[NPRAND__PIECE + NPRAND__WINDOW], inverse_alpha[NPRAND__PIECE + NPRAND__WINDOW];
    double v_r[NPRAND__PIECE + NPRAND__WINDOW];
};

/* The same for BTPE: see btpe.h. */
struct nprand__btpes {
    double n[NPRAND__PIECE + NPRAND__WINDOW], xm[NPRAND__PIECE + NPRAND__WINDOW];
    double p1[NPRAND__PIECE + NPRAND__WINDOW], inverse_p1[NPRAND__PIECE + NPRAND__WINDOW];
    double p2[NPRAND__PIECE + NPRAND__WINDOW];
    double p3[NPRAND__PIECE + NPRAND__WINDOW], p4[NPRAND__PIECE + NPRAND__WINDOW];
    double c[NPRAND__PIECE + NPRAND__WINDOW], laml[NPRAND__PIECE + NPRAND__WINDOW];
    double lamr[NPRAND__PIECE + NPRAND__WINDOW];
    double mean[NPRAND__PIECE + NPRAND__WINDOW], rest[NPRAND__PIECE + NPRAND__WINDOW];
    double top[NPRAND__PIECE + NPRAND__WINDOW];
};

/* The same for vonmises: see vonmises.h. */
struct nprand__vonmises {
    double s[NPRAND__PIECE + NPRAND__WINDOW], product[NPRAND__PIECE + NPRAND__WINDOW];
};

/* The envelope of PTRS for one mean. */
struct nprand__envelope {
    double lam, a, b, inverse_alpha, v_r;
};

/* The attempts of PTRS that the quick test leaves open: their numbers, and their us and v. A kernel
 * may write up to 8 elements behind those that it counts. */
enum { NPRAND__MOST_OPEN = 128 };
struct nprand__open_attempts {
    double which[NPRAND__MOST_OPEN + 8], us[NPRAND__MOST_OPEN + 8], v[NPRAND__MOST_OPEN + 8];
};

/* Searches of inversion for binomial values that are made together. The arrays have one element for
 * each of them. In: n <= 2^53 trials, 0 <= r <= 1/2 with n r <= 30, q = 1 - r, the uniform u, and
 * px = q^n. Out: x is the value. vain is 1 if the search ended at its bound: the uniform gives no
 * value. u and px have no meaning then. */
enum { NPRAND__LANES = 16 };
struct nprand__lanes {
    double n[NPRAND__LANES], r[NPRAND__LANES], q[NPRAND__LANES];
    double u[NPRAND__LANES], px[NPRAND__LANES];
    double x[NPRAND__LANES], vain[NPRAND__LANES];
};

/* A bound, which may lie in an nprand_rng: see rank.h. */
typedef float NPRAND__MAY_ALIAS nprand__bound;

/* A key has NPRAND__N words. A kernel may write to the NPRAND__PAD words behind it. */
struct nprand__backend {
    const char *name;
    const char *description; /* what nprand_backend() returns */
    bool (*can_run)(void);   /* whether this CPU has the instructions */

    /* ---- Kernels ---- */

    /* Twists the key once, and writes the tempered key to block. */
    void (*refill)(uint32_t *key, uint32_t *block);
    /* Untwists the key once, and writes the tempered key to block: the inverse of refill. The lower
     * 31 bits of key[0] become those that a twist gives; a key that was loaded may have others. */
    void (*refill_back)(uint32_t *key, uint32_t *block);
    /* Twists count times. */
    void (*twist)(uint32_t *key, size_t count);
    /* Twists count times. words() writes the tempered words of each block, and doubles() the
     * doubles that they make. */
    void (*words)(uint32_t *key, size_t count, uint32_t *out);
    void (*doubles)(uint32_t *key, size_t count, double *out);
    /* Makes n doubles of 2n tempered words. */
    void (*convert)(const uint32_t *words, size_t n, double *out);
    /* Writes one block to out, as words() and doubles() do. If ready is not NULL, they also copy
     * the NPRAND__BLOCK_BYTES at ready to the address to, past the caches. Both addresses must be
     * those of cache lines. The pointers are NULL in backends that gain nothing by it. */
    void (*words_and_stream)(uint32_t *key, void *out, const void *ready, void *to);
    void (*doubles_and_stream)(uint32_t *key, void *out, const void *ready, void *to);
    /* Must be called before other code reads what was stored past the caches. */
    void (*end_streaming)(void);
    /* Applies the mask to n tempered words, drops those that are above max, and writes low + each
     * of the others. Returns their number. Up to n values may be written behind out. */
    size_t (*select)(const uint32_t *words, size_t n, uint32_t low, uint32_t mask, uint32_t max,
                     uint32_t *out);
    /* How many of n tempered words are at most max after the mask. */
    size_t (*count)(const uint32_t *words, size_t n, uint32_t mask, uint32_t max);
    /* As select, with results of 64 bits. */
    size_t (*select_wide)(const uint32_t *words, size_t n, uint64_t low, uint32_t mask,
                          uint32_t max, uint64_t *out);
    /* The same for n pairs of words. The first word is the upper half. */
    size_t (*select_pairs)(const uint32_t *words, size_t n, uint64_t low, uint64_t mask,
                           uint64_t max, uint64_t *out);
    /* The same for the halves of n words, the lower half first. Up to 2n values may be written. */
    size_t (*select_halves)(const uint32_t *words, size_t n, uint16_t low, uint16_t mask,
                            uint16_t max, uint16_t *out);
    /* Writes low + each of n pairs of words. The first word is the upper half. */
    void (*add_pairs)(const uint32_t *words, size_t n, uint64_t low, uint64_t *out);
    /* How many of n attempts of the polar method give a point. An attempt has four words that are
     * not tempered yet. */
    size_t (*count_points)(const uint32_t *words, size_t n);
    /* For each bit i of which that is set, adds the NPRAND__N words from words[i] on to sum, bit by
     * bit modulo 2. */
    void (*add)(uint32_t *sum, const uint32_t *words, uint64_t which);
    /* Squares a polynomial modulo f: see polynomial.h. */
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
    /* Some of them for n elements, in place. */
    void (*log_array)(size_t n, double *x);
    void (*exp_array)(size_t n, double *x);
    void (*pow_array)(size_t n, double *x, const double *y, size_t step); /* step 0 or 1 */
    void (*log1p_array)(size_t n, double *x);
    void (*cos_array)(size_t n, double *x);
    void (*acos_array)(size_t n, double *x);
    /* Makes n <= NPRAND__MAX_POINTS points of the polar method, of two uniforms each. Writes the
     * points inside the unit disc, without its centre, and the squares of their radii. Returns
     * their number. */
    size_t (*select_points)(size_t n, const double *u, struct nprand__points *p);
    /* Makes points of n <= NPRAND__MAX_POINTS units of two uniforms. A unit is an attempt, unless
     * the unit before it is an attempt that gives a point. Writes the points as select_points()
     * does, and the two uniforms behind each of them to v. Up to n + 16 numbers of v may be
     * written. Reads one unit more than n. Returns the number of points; *more becomes whether the
     * last one has the uniforms of this unit. */
    size_t (*points_and_uniforms)(size_t n, const double *u, struct nprand__points *p, double *v,
                                  bool *more);
    /* Makes 2n normals of n such points. */
    void (*normals)(size_t n, const double *x1, const double *x2, const double *r2, double *out);
    /* Of n uniforms U makes -ln(1 - U), standard exponentials. 1 - U is exact and above 0. */
    void (*exponentials)(size_t n, double *u);
    /* Makes up to n values of count uniforms, behind which are NPRAND__ZEROS zeros. A value is the
     * number of uniforms that can be multiplied before their product is bound or less, 0 < bound.
     * It takes one uniform more than its number. Stops before a value for which the uniforms do not
     * suffice. Returns how many values; *taken becomes the number of uniforms that they took. */
    size_t (*multiply)(size_t n, size_t count, const double *u, double bound, int64_t *out,
                       size_t *taken);
    /* Step 0 of PTRS for the elements i, i + 1, ..., n - 1. Their means come in as lam. */
    void (*ptrs_begin)(size_t i, size_t n, struct nprand__ptrs *p);
    /* Makes Poisson values of the elements i, i + 1, ..., at most n, by attempts of PTRS, of count
     * uniforms, behind which are 4 * NPRAND__WINDOW others. The means are from 10 to 2^20. Stops
     * before an attempt that needs the exact test. Returns how many values; *used becomes the
     * number of uniforms that were taken: those of the values and those of rejected attempts. */
    size_t (*ptrs)(const struct nprand__ptrs *p, size_t i, size_t n, size_t count, const double *u,
                   int64_t *out, size_t *used);
    /* Step 1 of n <= NPRAND__MOST_OPEN attempts of PTRS, of two uniforms each. x[i] becomes the
     * candidate of attempt i, before it is rounded down. Returns how many attempts are open. */
    size_t (*ptrs_candidates)(size_t n, const struct nprand__envelope *of, const double *pairs,
                              double *x, struct nprand__open_attempts *open);
    /* Of n <= NPRAND__AHEAD uniforms U makes arrival times of a Poisson process, in units of 2^-17:
     * 0, then the sums of the first -ln(U). Each term has an error below 4 units. */
    void (*times)(size_t n, const double *u, int32_t *time);
    /* For each i < n, how many uniforms an attempt of the polar method takes in vain if u[i] is the
     * first one: 0 if u[i] and u[i + 1] make a point inside the unit disc, but not its centre; 2 if
     * they do not. r2[i] becomes the point's square of the distance from the centre. */
    void (*skips)(size_t n, const double *u, uint64_t *skip, double *r2);
    /* Step 0 of BTPE for the elements i, i + 1, ..., n - 1, of fewer than 2^23 trials and a mean
     * above 30. Their n come in as n, and their r as mean. */
    void (*btpe_begin)(size_t i, size_t n, struct nprand__btpes *p);
    /* The same as ptrs for binomial values, by attempts of BTPE, of fewer than 2^23 trials. */
    size_t (*btpe)(const struct nprand__btpes *p, size_t i, size_t n, size_t count, const double *u,
                   int64_t *out, size_t *used);
    /* The same for angles of vonmises. An accepted attempt takes a third uniform. Writes the first
     * uniform of each value, with the sign of the angle. No attempt is begun for which fewer than
     * three uniforms are left. */
    size_t (*vonmises)(const struct nprand__vonmises *p, size_t i, size_t n, size_t count,
                       const double *u, double *out, size_t *used);
    /* Of n normals x that were accepted for gammas of the shapes b + 1/3 makes the gammas, in
     * place: b (1 + x / sqrt(9 b))^3, rounded as in gamma.c. */
    void (*gammas)(size_t n, const double *b, double *x);
    /* Of n attempts for gammas of shapes above 1, makes b (1 + c x)^3 of a normal x, and looks
     * whether nprand__gamma_squeeze() accepts it with the uniform u, which it never does for
     * b >= NPRAND__SQUEEZE_MOST_B. Stops before an attempt that is not accepted. Returns how many
     * were. Up to n values may be written. */
    size_t (*squeeze_gammas)(size_t n, const double *b, const double *c, const double *x,
                             const double *u, double *out);
    /* Searches of inversion: see struct nprand__lanes. */
    void (*search_lanes)(struct nprand__lanes *l);
    /* nprand__rank() of each of n numbers: see rank.h. */
    void (*ranks)(size_t n, const float *x, size_t count, const nprand__bound *bounds,
                  int32_t *rank);
};

#define NPRAND__BACKEND(name) \
    NPRAND_HIDDEN_OBJECT const struct nprand__backend nprand__backend_##name;
#include "list.h"
#undef NPRAND__BACKEND

/* The backend of this process. It is chosen at the first call, and nprand_set_backend() changes
 * it. */
NPRAND_HIDDEN_OBJECT NPRAND__ATOMIC(const struct nprand__backend *) nprand__chosen_backend;
NPRAND_HIDDEN const struct nprand__backend *nprand__choose_backend(void);

static inline const struct nprand__backend *nprand__backend(void)
{
    const struct nprand__backend *chosen =
        atomic_load_explicit(&nprand__chosen_backend, memory_order_relaxed);
    return chosen != NULL ? chosen : nprand__choose_backend();
}

#endif
