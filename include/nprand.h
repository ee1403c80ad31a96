/* SPDX-License-Identifier: BSD-3-Clause
 *
 * nprand: numpy.random.RandomState in C, bit for bit.
 *
 * A C program that seeds an nprand_rng with s draws the numbers that Python draws from
 * numpy.random.RandomState(s), or from the functions of np.random after np.random.seed(s): the same
 * values to the last bit, the same words taken from the MT19937 engine, the same state afterwards.
 *
 *     nprand_rng rng;
 *     nprand_seed(&rng, 0);
 *     printf("%.8g\n", nprand_random_sample(&rng));      prints 0.5488135, as np.random.rand() does
 *
 * Which NumPy.  RandomState is frozen, but a handful of releases differ. A generator reproduces one
 * release: 2.5 unless nprand_set_numpy() says otherwise. The methods that are here so far give the
 * same values in every release from 1.17 to 2.5; shuffle has a difference for rows of no bytes.
 *
 * Which bits.  Each function says whether it is
 *   exact         integer and IEEE 754 arithmetic alone: the same bits on every machine; or
 *   through log   it calls the C library's log(), as NumPy does: the bits of the NumPy that runs on
 *                 the same C library and CPU.
 *
 * Object.  nprand_rng lives in the caller's memory. The library never allocates, keeps no global
 * state and no global generator. One object serves one thread at a time; any number of objects can
 * be in use at once. Copying the struct forks the stream.
 *
 * Two forms of each draw.  The scalar form returns one value. The fill form takes NumPy's
 * parameters in NumPy's order, then n, then out, and writes n values: those of n scalar calls, with
 * the same state afterwards, however the n are split over calls. (randint of bool, 8 and 16 bits is
 * the exception, as in NumPy: see there.) Arrays are flat, in C order: rand(2, 3) is n = 6.
 *
 * Errors, one rule.  Arguments are checked before the first draw; a refused call leaves generator
 * and output as they were. A function that returns nprand_status returns NPRAND_OK (0) or says what
 * was wrong; nprand_strerror() puts it in NumPy's words. A scalar draw behaves like libm: a refused
 * call returns NaN, or NPRAND_INVALID where the result is an integer, and sets errno to EDOM (an
 * accepted call leaves errno alone). Every function accepts NULL: a status, or the value for a
 * refused call. Checks come in this order: rng, parameters, n, out. With n = 0, out may be NULL,
 * and no words are taken unless the function says so.
 *
 * "Word" below is one 32-bit output of MT19937; a uniform double takes two.
 */
#ifndef NPRAND_H
#define NPRAND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Version of the library, and of its binary interface (the number in the soname). */
#define NPRAND_VERSION_MAJOR 0
#define NPRAND_VERSION_MINOR 1
#define NPRAND_VERSION_PATCH 0
#define NPRAND_API_VERSION   0

#if defined(_WIN32) && defined(NPRAND_DLL_BUILD)
#define NPRAND_API __declspec(dllexport)
#elif defined(__GNUC__)
#define NPRAND_API __attribute__((visibility("default")))
#else
#define NPRAND_API
#endif

#ifdef __cplusplus
#define NPRAND_ALIGNAS(bytes) alignas(bytes)
extern "C" {
#else
#define NPRAND_ALIGNAS(bytes) _Alignas(bytes)
#endif

/* ---- Status ------------------------------------------------------------------------------- */

/* What a call answers. The values are part of the binary interface: members are only ever added. */
typedef enum nprand_status {
    NPRAND_OK = 0,              /* done */
    NPRAND_NULL_POINTER,        /* a pointer that is needed is NULL */
    NPRAND_NOT_SEEDED,          /* the generator is zero-initialised: seed it, or set its state */
    NPRAND_TOO_LARGE,           /* no object can be as large as n elements */
    NPRAND_NO_ENTROPY,          /* the operating system gave no entropy */
    NPRAND_BAD_SEED,            /* seed outside 0..2^32-1 */
    NPRAND_EMPTY_SEED,          /* seed array without elements */
    NPRAND_BAD_POS,             /* state with pos outside 0..624 */
    NPRAND_ZERO_KEY,            /* state from which MT19937 gives nothing but zeros */
    NPRAND_UNKNOWN_RELEASE,     /* a NumPy release that this library does not know */
    NPRAND_RANGE_NOT_FINITE,    /* uniform: high - low overflows, or is NaN */
    NPRAND_NEGATIVE_SCALE,      /* normal: scale has its sign bit set (-0.0 too) */
    NPRAND_HIGH_NOT_POSITIVE,   /* randint: low is 0 and high <= 0 */
    NPRAND_LOW_NOT_BELOW_HIGH,  /* randint: low is not 0 and low >= high */
    NPRAND_LOW_OUTSIDE_BOOL,    /* randint: low is no value of the dtype */
    NPRAND_LOW_OUTSIDE_INT8,    /* " */
    NPRAND_LOW_OUTSIDE_INT16,   /* " */
    NPRAND_LOW_OUTSIDE_INT32,   /* " */
    NPRAND_LOW_OUTSIDE_UINT8,   /* " */
    NPRAND_LOW_OUTSIDE_UINT16,  /* " */
    NPRAND_LOW_OUTSIDE_UINT32,  /* " */
    NPRAND_HIGH_OUTSIDE_BOOL,   /* randint: high - 1 is no value of the dtype */
    NPRAND_HIGH_OUTSIDE_INT8,   /* " */
    NPRAND_HIGH_OUTSIDE_INT16,  /* " */
    NPRAND_HIGH_OUTSIDE_INT32,  /* " */
    NPRAND_HIGH_OUTSIDE_UINT8,  /* " */
    NPRAND_HIGH_OUTSIDE_UINT16, /* " */
    NPRAND_HIGH_OUTSIDE_UINT32, /* " */
    NPRAND_EMPTY_POPULATION,    /* choice: a <= 0, and n > 0 */
    NPRAND_P_SIZE,              /* choice: p given for a negative a */
    NPRAND_P_NAN,               /* choice: the sum of p is NaN */
    NPRAND_P_NEGATIVE,          /* choice: an element of p is below 0 */
    NPRAND_P_SUM,               /* choice: the sum of p is not 1 to within 1.49e-8 */
    NPRAND_SAMPLE_TOO_LARGE,    /* choice without replacement: n > a */
    NPRAND_P_TOO_FEW_NONZERO    /* choice without replacement: fewer than n elements of p are > 0 */
} nprand_status;

/* nprand_strerror() gives the words for a status: NumPy's own where NumPy refuses the same thing.
 * Never NULL; a value that is no status gives "unknown status". Static storage. */
NPRAND_API const char *nprand_strerror(nprand_status status);

/* nprand_version() gives the version of the library that is running, such as "0.1.0". */
NPRAND_API const char *nprand_version(void);

/* ---- Generator ---------------------------------------------------------------------------- */

/* A generator. The contents are private; the size (8 KiB) and the alignment are the same for every
 * compiler, flag and release, with room to grow. */
typedef struct nprand_rng {
    NPRAND_ALIGNAS(8) unsigned char nprand_private[8192];
} nprand_rng;

/* nprand_seed() makes a generator of *rng: RandomState(seed), or np.random.seed(seed).
 *
 * seed: 0..2^32-1, else NPRAND_BAD_SEED.
 *
 * *rng may hold anything before, uninitialised memory included; everything in it is set, and so the
 * release goes back to its default: call nprand_set_numpy() after seeding. That holds for the three
 * functions that seed. Algorithm: init_genrand of Matsumoto and Nishimura's mt19937ar (2002). */
NPRAND_API nprand_status nprand_seed(nprand_rng *rng, int64_t seed);

/* nprand_seed_array() is like nprand_seed(), but for RandomState([k0, k1, ...]). An array of one
 * element seeds differently from that number alone: RandomState([1234]) is not RandomState(1234).
 *
 * key: len words; len = 0 is refused with NPRAND_EMPTY_SEED.
 *
 * Algorithm: init_by_array of mt19937ar (2002). */
NPRAND_API nprand_status nprand_seed_array(nprand_rng *rng, const uint32_t *key, size_t len);

/* nprand_seed_os() is like nprand_seed(), but with the operating system's entropy, as RandomState()
 * without a seed: each call starts another stream. 19 936 random bits, in the layout in which NumPy
 * starts (pos = 623). NPRAND_NO_ENTROPY if the system gives none; *rng is then as before. */
NPRAND_API nprand_status nprand_seed_os(nprand_rng *rng);

/* nprand_set_numpy() sets the NumPy release that the generator reproduces, from 1.17 to 2.5 (each
 * major.minor at its last patch release); another one is NPRAND_UNKNOWN_RELEASE. The stream goes on
 * where it was. nprand_get_numpy() tells the release; either pointer may be NULL. */
NPRAND_API nprand_status nprand_set_numpy(nprand_rng *rng, int major, int minor);
NPRAND_API nprand_status nprand_get_numpy(const nprand_rng *rng, int *major, int *minor);

/* ---- State -------------------------------------------------------------------------------- */

/* A snapshot of a stream: the fields of the tuple that RandomState.get_state() returns. This layout
 * is frozen. It is all that makes up a stream; the release is not part of it. */
typedef struct nprand_state {
    uint32_t key[624]; /* the words of MT19937 */
    int32_t pos;       /* index of the next word, 0..624; 624: twist first */
    int32_t has_gauss; /* not 0: gauss is the next standard normal */
    double gauss;      /* second value of a polar pair, kept for the next call; else usually 0.0 */
} nprand_state;

/* nprand_get_state() copies the stream's state to *state, as RandomState.get_state(). */
NPRAND_API nprand_status nprand_get_state(const nprand_rng *rng, nprand_state *state);

/* nprand_set_state() makes the stream go on from *state, as RandomState.set_state(). All or
 * nothing.
 *
 * Refused: pos outside 0..624 (NPRAND_BAD_POS; NumPy reads out of bounds later), and a key without
 * a set bit among the 19 937 that matter (NPRAND_ZERO_KEY; NumPy gives zeros for ever).
 *
 * *rng must have been seeded, and then keeps its release, or be zero-initialised, and then gets the
 * default one. */
NPRAND_API nprand_status nprand_set_state(nprand_rng *rng, const nprand_state *state);

/* ---- Words and bytes ---------------------------------------------------------------------- */

/* What a scalar draw of an integer returns when it is refused. For a draw whose range has this
 * value in it, set errno to 0 before the call and look at errno. */
#define NPRAND_INVALID INT64_MIN

/* nprand_random_raw() draws one word, 0..2^32-1, as RandomState's bit generator does with
 * MT19937.random_raw(); NPRAND_INVALID if refused. nprand_random_raw_fill() draws n words. Exact.
 * 1 word each. */
NPRAND_API int64_t nprand_random_raw(nprand_rng *rng);
NPRAND_API nprand_status nprand_random_raw_fill(nprand_rng *rng, size_t n, uint32_t *out);

/* nprand_bytes() writes n random bytes to out, as RandomState.bytes(n). Exact. Each word gives four
 * bytes, the lowest first; the last one is drawn whole. max(1, ceil(n/4)) words: n = 0 costs one.
 * (NumPy does this; do not repair.) */
NPRAND_API nprand_status nprand_bytes(nprand_rng *rng, size_t n, void *out);

/* ---- Uniform doubles ---------------------------------------------------------------------- */

/* nprand_random_sample() draws a double, uniform on [0, 1): a multiple of 2^-53 made of two words,
 * as RandomState.random_sample(). Exact. 2 words. Source: genrand_res53 of mt19937ar (Isaku Wada,
 * 2002). nprand_random() and nprand_rand() are the same draw under NumPy's other names. */
NPRAND_API double nprand_random_sample(nprand_rng *rng);
NPRAND_API nprand_status nprand_random_sample_fill(nprand_rng *rng, size_t n, double *out);
NPRAND_API double nprand_random(nprand_rng *rng);
NPRAND_API nprand_status nprand_random_fill(nprand_rng *rng, size_t n, double *out);
NPRAND_API double nprand_rand(nprand_rng *rng);
NPRAND_API nprand_status nprand_rand_fill(nprand_rng *rng, size_t n, double *out);

/* nprand_uniform() draws low + (high - low) * U with U as random_sample gives it: uniform on
 * [low, high), as RandomState.uniform(low, high). Exact. 2 words.
 *
 * low, high: high - low must be finite, else NPRAND_RANGE_NOT_FINITE (OverflowError in NumPy). low
 * may be above high. Rounding can give the value high itself. */
NPRAND_API double nprand_uniform(nprand_rng *rng, double low, double high);
NPRAND_API nprand_status nprand_uniform_fill(nprand_rng *rng, double low, double high, size_t n,
                                             double *out);

/* ---- Normal ------------------------------------------------------------------------------- */

/* nprand_standard_normal() draws from the normal distribution of mean 0 and standard deviation 1,
 * as RandomState.standard_normal(). Through log. Values come in pairs: one is returned, the other
 * is kept in the generator for the next call, whichever method makes it, across all calls but those
 * that seed. 4 words for each attempt at a pair (pi/4 of them succeed), so 2.55 per value in the
 * mean; none for the kept one. Source: the polar method of Marsaglia and Bray (1964).
 * nprand_randn() is the same draw under NumPy's other name. */
NPRAND_API double nprand_standard_normal(nprand_rng *rng);
NPRAND_API nprand_status nprand_standard_normal_fill(nprand_rng *rng, size_t n, double *out);
NPRAND_API double nprand_randn(nprand_rng *rng);
NPRAND_API nprand_status nprand_randn_fill(nprand_rng *rng, size_t n, double *out);

/* nprand_normal() draws loc + scale * nprand_standard_normal(), as RandomState.normal(loc, scale).
 * Through log. Words as there, whatever the scale.
 *
 * loc: any. scale: the standard deviation; not negative, and not -0.0, else NPRAND_NEGATIVE_SCALE.
 * 0 and NaN are taken, as NumPy takes them. */
NPRAND_API double nprand_normal(nprand_rng *rng, double loc, double scale);
NPRAND_API nprand_status nprand_normal_fill(nprand_rng *rng, double loc, double scale, size_t n,
                                            double *out);

/* ---- Integers ----------------------------------------------------------------------------- */

/* nprand_randint() draws an integer, uniform on low <= x < high, as RandomState.randint(low, high)
 * with NumPy's default dtype where C's long has 64 bits. randint(high) is nprand_randint(rng, 0,
 * high). Exact.
 *
 * low < high, else NPRAND_LOW_NOT_BELOW_HIGH (NPRAND_HIGH_NOT_POSITIVE where low is 0). With n = 0
 * the fill accepts any bounds, as NumPy does with size=0. For high = 2^63 see
 * nprand_randint_int64_endpoint().
 *
 * Draws are masked to the bits of high-1-low and repeated while above it. Words: none if
 * high-1-low = 0; 1 per attempt up to 2^32-1; 2 beyond, the high half first. */
NPRAND_API int64_t nprand_randint(nprand_rng *rng, int64_t low, int64_t high);
NPRAND_API nprand_status nprand_randint_fill(nprand_rng *rng, int64_t low, int64_t high, size_t n,
                                             int64_t *out);

/* Like nprand_randint(), but RandomState.randint(low, high, dtype=...) for each dtype of NumPy.
 * Exact.
 *
 * low and high - 1 must be values of the dtype (for bool 0 and 1), else NPRAND_LOW_OUTSIDE_... or
 * NPRAND_HIGH_OUTSIDE_..., looked at in this order, before low < high.
 *
 * Words as there; in bool, 8 and 16 bits, one call cuts each word into 32 bits, 4 bytes or 2
 * halves, the lowest first, takes one piece per attempt, and drops the pieces left at its end. So n
 * scalar calls, or a fill split in two, take more words than one fill, and give other values.
 * (NumPy does this; do not repair.) A scalar draw that is refused returns NPRAND_INVALID, that of
 * uint64 the same bits, 2^63. */
NPRAND_API int64_t nprand_randint_bool(nprand_rng *rng, int64_t low, int64_t high);
NPRAND_API nprand_status nprand_randint_bool_fill(nprand_rng *rng, int64_t low, int64_t high,
                                                  size_t n, bool *out);
NPRAND_API int64_t nprand_randint_int8(nprand_rng *rng, int64_t low, int64_t high);
NPRAND_API nprand_status nprand_randint_int8_fill(nprand_rng *rng, int64_t low, int64_t high,
                                                  size_t n, int8_t *out);
NPRAND_API int64_t nprand_randint_int16(nprand_rng *rng, int64_t low, int64_t high);
NPRAND_API nprand_status nprand_randint_int16_fill(nprand_rng *rng, int64_t low, int64_t high,
                                                   size_t n, int16_t *out);
NPRAND_API int64_t nprand_randint_int32(nprand_rng *rng, int64_t low, int64_t high);
NPRAND_API nprand_status nprand_randint_int32_fill(nprand_rng *rng, int64_t low, int64_t high,
                                                   size_t n, int32_t *out);
NPRAND_API int64_t nprand_randint_int64(nprand_rng *rng, int64_t low, int64_t high);
NPRAND_API nprand_status nprand_randint_int64_fill(nprand_rng *rng, int64_t low, int64_t high,
                                                   size_t n, int64_t *out);
NPRAND_API int64_t nprand_randint_uint8(nprand_rng *rng, int64_t low, int64_t high);
NPRAND_API nprand_status nprand_randint_uint8_fill(nprand_rng *rng, int64_t low, int64_t high,
                                                   size_t n, uint8_t *out);
NPRAND_API int64_t nprand_randint_uint16(nprand_rng *rng, int64_t low, int64_t high);
NPRAND_API nprand_status nprand_randint_uint16_fill(nprand_rng *rng, int64_t low, int64_t high,
                                                    size_t n, uint16_t *out);
NPRAND_API int64_t nprand_randint_uint32(nprand_rng *rng, int64_t low, int64_t high);
NPRAND_API nprand_status nprand_randint_uint32_fill(nprand_rng *rng, int64_t low, int64_t high,
                                                    size_t n, uint32_t *out);
NPRAND_API uint64_t nprand_randint_uint64(nprand_rng *rng, uint64_t low, uint64_t high);
NPRAND_API nprand_status nprand_randint_uint64_fill(nprand_rng *rng, uint64_t low, uint64_t high,
                                                    size_t n, uint64_t *out);

/* Like nprand_randint_int64() and nprand_randint_uint64(), but on low <= x <= last, so that the
 * ranges whose upper end fits no C integer can be asked for: randint(-2**63, 2**63, dtype=int64) is
 * (INT64_MIN, INT64_MAX), randint(0, 2**64, dtype=uint64) is (0, UINT64_MAX). low <= last, else as
 * there. */
NPRAND_API int64_t nprand_randint_int64_endpoint(nprand_rng *rng, int64_t low, int64_t last);
NPRAND_API nprand_status nprand_randint_int64_endpoint_fill(nprand_rng *rng, int64_t low,
                                                            int64_t last, size_t n, int64_t *out);
NPRAND_API uint64_t nprand_randint_uint64_endpoint(nprand_rng *rng, uint64_t low, uint64_t last);
NPRAND_API nprand_status nprand_randint_uint64_endpoint_fill(nprand_rng *rng, uint64_t low,
                                                             uint64_t last, size_t n,
                                                             uint64_t *out);

/* nprand_random_integers() draws an integer, uniform on low <= x <= high, as
 * RandomState.random_integers(low, high); random_integers(high) starts at low = 1. Exact. Bounds
 * and words as nprand_randint(rng, low, high + 1). */
NPRAND_API int64_t nprand_random_integers(nprand_rng *rng, int64_t low, int64_t high);
NPRAND_API nprand_status nprand_random_integers_fill(nprand_rng *rng, int64_t low, int64_t high,
                                                     size_t n, int64_t *out);

/* nprand_tomaxint() draws an integer, uniform on 0..2^63-1, as RandomState.tomaxint() where C's
 * long has 64 bits. Exact. 2 words. */
NPRAND_API int64_t nprand_tomaxint(nprand_rng *rng);
NPRAND_API nprand_status nprand_tomaxint_fill(nprand_rng *rng, size_t n, int64_t *out);

/* ---- Permutations and samples ------------------------------------------------------------- */

/* nprand_shuffle() puts the count elements of size bytes at base into random order, in place, as
 * RandomState.shuffle(). Arguments as qsort()'s. Rows of a matrix are elements too. Exact.
 *
 * base may be NULL if count or size is 0. Words: for i = count-1 down to 1 one masked draw on 0..i as in
 * nprand_randint(); none if count <= 1, nor if size = 0 (before 1.20, NumPy drew for that too). Source:
 * Fisher and Yates (1938), Durstenfeld (1964). */
NPRAND_API nprand_status nprand_shuffle(nprand_rng *rng, void *base, size_t count, size_t size);

/* nprand_permutation() writes 0..n-1 in random order to out, as RandomState.permutation(n). Exact.
 * Words as nprand_shuffle() of n elements. */
NPRAND_API nprand_status nprand_permutation(nprand_rng *rng, size_t n, int64_t *out);

/* nprand_permutation_array() writes the count elements of size bytes at base to out in random order,
 * as RandomState.permutation(x) for an array x. base stays as it is and must not overlap out. Exact.
 * Words as nprand_shuffle(), but those of count elements even if size = 0. */
NPRAND_API nprand_status nprand_permutation_array(nprand_rng *rng, const void *base, size_t count,
                                                  size_t size, void *out);

/* nprand_choice() draws an index on 0..a-1, as RandomState.choice(a, p=p); to choose from an array
 * of a items, use the index. Exact.
 *
 * a: at least 1, else NPRAND_EMPTY_POPULATION. p: NULL for equal chances, or a probabilities: not
 * NaN, not negative, of sum 1 to within 1.49e-8, else NPRAND_P_NAN, _NEGATIVE or _SUM. Words: as
 * nprand_randint(rng, 0, a) without p; 2 with p. With p, a draw takes time proportional to a; for
 * many draws use the fill. */
NPRAND_API int64_t nprand_choice(nprand_rng *rng, int64_t a, const double *p);

/* nprand_choice_fill() draws n indices on 0..a-1, as RandomState.choice(a, n, replace, p). Exact.
 *
 * a, p: as above, but a <= 0 is taken where n = 0. replace: whether an index can come more than
 * once; if not, n <= a (NPRAND_SAMPLE_TOO_LARGE), and with p at least n elements of p above 0
 * (NPRAND_P_TOO_FEW_NONZERO).
 *
 * work: nprand_choice_work_size() bytes of the caller's, aligned as malloc() does, contents of no
 * interest before or after; may be NULL if that size is 0. Must not overlap p or out.
 *
 * Words: with replacement, those of n scalar calls. Without, and without p, a whole
 * nprand_permutation(a) is made and its first n are taken, at n = 0 too. (NumPy does this; do not
 * repair.) Without, and with p: rounds of as many uniform doubles as indices are still missing. */
NPRAND_API nprand_status nprand_choice_fill(nprand_rng *rng, int64_t a, bool replace,
                                            const double *p, size_t n, int64_t *out, void *work);

/* nprand_choice_work_size() gives the bytes of work space that nprand_choice_fill() needs for the
 * same arguments: 0 with replacement and without p, else 8 or 16 per element of the population. It
 * is 0 too for a <= 0, and SIZE_MAX where no object can be so large. */
NPRAND_API size_t nprand_choice_work_size(int64_t a, bool replace, bool with_p);

#ifdef __cplusplus
}
#endif

#endif
