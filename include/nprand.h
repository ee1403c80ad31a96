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
 * release: 2.5 unless nprand_set_numpy() says otherwise; see there for what differs.
 *
 * Which bits.  The same ones with every compiler, CPU and C library. Each function says how it is
 *   exact         by integer and IEEE 754 arithmetic alone, in NumPy too; or
 *   through log   where NumPy calls the C library's log(), whose bits depend on the machine. This
 *                 library has log, exp, pow, log1p, cos and acos of its own, the reference profile:
 *                 the bits of NumPy with glibc on an x86-64 CPU with fused multiply-add, but for
 *                 vonmises, see there. Built with -Dmath=system, it calls the C library's, as NumPy
 *                 does, and has the bits of the NumPy on the same host.
 * docs/bits.md says more, and how often values differ. NaNs are NaN, of any payload.
 *
 * Floating-point environment.  The values are promised for the environment in which a program
 * starts: rounding to nearest, and subnormal numbers as they are (no flush to zero, no
 * denormals-are-zero). In any other one, values and the words taken can differ, also between the
 * scalar and the fill; but nothing is read or written out of bounds, and every call returns.
 *
 * Object.  nprand_rng lives in the caller's memory. The library never allocates, keeps no global
 * state and no global generator (but OpenMP allocates for the threads that nprand_set_threads()
 * asks for). One object serves one thread at a time; any number of objects can be in use at once.
 * Copying the struct forks the stream. Seed it before anything else: zeroed memory is recognised
 * and refused (NPRAND_NOT_SEEDED), other contents are undefined behaviour.
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
 * refused call. Checks come in this order: rng, parameters, n, out, work. With n = 0, out may be
 * NULL, and no words are taken unless the function says so.
 *
 * The header needs C11 or C++11. "Word" below is one 32-bit output of MT19937; a uniform double
 * takes two.
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
    NPRAND_NEGATIVE_SCALE,      /* normal and others: scale is below 0, or -0.0 */
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
    NPRAND_P_TOO_FEW_NONZERO,   /* choice without replacement: fewer than n elements of p are > 0 */
    NPRAND_BAD_LONG_BITS,       /* set_long_bits: neither 32 nor 64 */
    NPRAND_OUTSIDE_LONG,        /* a count or a population is above LONG_MAX */
    NPRAND_P_OUTSIDE_0_1,       /* binomial, negative_binomial: p < 0, p > 1 or NaN */
    NPRAND_P_NOT_POSITIVE,      /* geometric: p <= 0, p > 1 or NaN */
    NPRAND_P_OUTSIDE_0_BELOW_1, /* logseries: p < 0, p >= 1 or NaN */
    NPRAND_NEGATIVE_SHAPE,      /* gamma: shape is below 0, or -0.0 */
    NPRAND_NEGATIVE_SIGMA,      /* lognormal: sigma is below 0, or -0.0 */
    NPRAND_NEGATIVE_A,          /* weibull: a is below 0, or -0.0 */
    NPRAND_NEGATIVE_NONC,       /* noncentral_...: nonc is below 0, or -0.0 */
    NPRAND_NEGATIVE_KAPPA,      /* vonmises: kappa is below 0, or -0.0 */
    NPRAND_KAPPA_TOO_LARGE,     /* vonmises: NumPy never returns for this kappa */
    NPRAND_A_NOT_POSITIVE,      /* beta, pareto, power: a <= 0 */
    NPRAND_B_NOT_POSITIVE,      /* beta: b <= 0 */
    NPRAND_DF_NOT_POSITIVE,     /* chisquare, noncentral_chisquare, standard_t: df <= 0 */
    NPRAND_DFNUM_NOT_POSITIVE,  /* f, noncentral_f: dfnum <= 0 */
    NPRAND_DFDEN_NOT_POSITIVE,  /* f, noncentral_f: dfden <= 0 */
    NPRAND_MEAN_NOT_POSITIVE,   /* wald: mean <= 0 */
    NPRAND_SCALE_NOT_POSITIVE,  /* wald: scale <= 0 */
    NPRAND_N_NOT_POSITIVE,      /* negative_binomial: n <= 0 */
    NPRAND_LEFT_ABOVE_MODE,     /* triangular: left > mode */
    NPRAND_MODE_ABOVE_RIGHT,    /* triangular: mode > right */
    NPRAND_LEFT_IS_RIGHT,       /* triangular: left == right */
    NPRAND_LAM_NEGATIVE,        /* poisson: lam < 0 or NaN */
    NPRAND_LAM_TOO_LARGE,       /* poisson: lam > LONG_MAX - 10 sqrt(LONG_MAX) */
    NPRAND_A_NOT_ABOVE_1,       /* zipf: a <= 1 or NaN */
    NPRAND_N_NEGATIVE,          /* binomial, multinomial: n < 0 */
    NPRAND_NSAMPLE_TOO_LARGE,   /* hypergeometric: ngood + nbad < nsample */
    NPRAND_NGOOD_NEGATIVE,      /* hypergeometric: ngood < 0 */
    NPRAND_NBAD_NEGATIVE,       /* hypergeometric: nbad < 0 */
    NPRAND_NSAMPLE_BELOW_1,     /* hypergeometric: nsample < 1 */
    NPRAND_PVALS_OUTSIDE_0_1,   /* multinomial: an element of pvals is outside [0, 1] or NaN */
    NPRAND_PVALS_SUM,           /* multinomial: sum(pvals[:-1]) > 1 + 1e-12 */
    NPRAND_ALPHA_NOT_POSITIVE,  /* dirichlet: an element of alpha is <= 0 */
    NPRAND_COV_NOT_PSD, /* multivariate_normal: cov is not symmetric positive-semidefinite */
    NPRAND_COV_NOT_PSD_WARNING, /* the same, and the values were drawn */
    NPRAND_SVD_FAILED,          /* multivariate_normal: LAPACK could not decompose cov */
    NPRAND_BAD_CHECK_VALID,     /* multivariate_normal: check_valid is none of its three values */
    NPRAND_BAD_THREADS,         /* set_threads: not 1 to 1024 */
    NPRAND_A_TOO_NEAR_1,        /* zipf: a < 1 + 2^-40, where NumPy all but never returns */
    NPRAND_NOT_INITIALISED,     /* the seed sequence is zero-initialised */
    NPRAND_POOL_TOO_SMALL,      /* seed sequence: pool_size below 4 */
    NPRAND_POOL_TOO_LARGE,      /* seed sequence: pool_size above 64 */
    NPRAND_TOO_MANY_CHILDREN,   /* seed sequence: more than 2^32 - 1 children */
    NPRAND_BUFFER_TOO_SMALL,    /* the text and its '\0' do not fit */
    NPRAND_GAUSS_NOT_FINITE,    /* state in JSON: gauss is NaN or infinite */
    NPRAND_JSON_SYNTAX,         /* state in JSON: what stands here is not JSON */
    NPRAND_JSON_TRUNCATED,      /* " the text ends here, the state does not */
    NPRAND_JSON_TRAILING,       /* " more than white space follows the state */
    NPRAND_JSON_TYPE,           /* " another type is needed here, or an integer, not a float */
    NPRAND_JSON_MISSING_KEY,    /* " the object that ends here lacks a key */
    NPRAND_JSON_EXTRA_KEY,      /* " a key that a state does not have */
    NPRAND_JSON_DUPLICATE_KEY,  /* " a key for the second time */
    NPRAND_JSON_LENGTH,         /* " a list ends too early here, or goes on too long */
    NPRAND_JSON_RANGE,          /* " a number that is too large or too small for its field */
    NPRAND_JSON_GENERATOR,      /* " bit_generator is not "MT19937" */
    NPRAND_JSON_VERSION,        /* " the version of CPython's state is not 3 */
    NPRAND_BAD_ENTROPY,         /* seed sequence: the text is no number that is not negative */
    NPRAND_ENTROPY_TOO_LARGE,   /* seed sequence: the number of the text is 2^8192 or more */
    NPRAND_BAD_STD_TEXT,        /* nprand.hpp, from_std: the text is not that of a std::mt19937 */
    /* Those of nprand_python.h. */
    NPRAND_PY_UNKNOWN_RELEASE,      /* a CPython release that this library does not know */
    NPRAND_PY_NOT_IN_RELEASE,       /* the CPython release that is set has no such method */
    NPRAND_PY_NAN_SEED,             /* seed_float: NaN */
    NPRAND_PY_BAD_SEED_VERSION,     /* seed_bytes: version is neither 1 nor 2 */
    NPRAND_PY_NEGATIVE_BITS,        /* getrandbits: k < 0 */
    NPRAND_PY_ZERO_BITS,            /* getrandbits: k = 0, which Python 3.8 refuses */
    NPRAND_PY_TOO_MANY_BITS,        /* getrandbits: k > 64 */
    NPRAND_PY_EMPTY_RANGE,          /* randrange, randint: there is no integer in the range */
    NPRAND_PY_ZERO_STEP,            /* randrange: step is 0 */
    NPRAND_PY_EMPTY_SEQUENCE,       /* choice, choices: n < 1 */
    NPRAND_PY_TWO_WEIGHTS,          /* choices: weights and cum_weights */
    NPRAND_PY_WEIGHTS_NOT_POSITIVE, /* choices: the weights add up to 0 or less */
    NPRAND_PY_WEIGHTS_NOT_FINITE,   /* choices: the weights add up to infinity or NaN */
    NPRAND_PY_SAMPLE_TOO_LARGE,     /* sample: k is larger than the population */
    NPRAND_PY_COUNTS_NEGATIVE,      /* sample_counts: counts add up to less than 0 */
    NPRAND_PY_DIVISION_BY_ZERO,     /* expovariate, paretovariate, weibullvariate: a 0 */
    NPRAND_PY_GAMMA_NOT_POSITIVE,   /* gammavariate, betavariate: alpha or beta <= 0 */
    NPRAND_PY_N_NEGATIVE,           /* binomialvariate: n < 0 */
    NPRAND_PY_P_OUTSIDE_0_1,        /* binomialvariate: p < 0, p > 1 or NaN */
    NPRAND_PY_NEVER_RETURNS         /* gammavariate and others: Python never returns for these */
} nprand_status;

/* nprand_strerror() gives the words for a status: NumPy's own where NumPy refuses the same thing.
 * Never NULL; a value that is no status gives "unknown status". Static storage. */
NPRAND_API const char *nprand_strerror(nprand_status status);

/* nprand_version() gives the version of the library that is running, such as "0.1.0". */
NPRAND_API const char *nprand_version(void);

/* nprand_backend() names the code that this process draws with, chosen at run time for the CPU:
 * "avx512", "avx2", "neon", "fma" (portable, but for fused multiply-add) or "portable". All of them
 * give the same bits. In a library built with -Dmath=system, which has the C library's log and the
 * like, ", system math" follows: "avx512, system math". */
NPRAND_API const char *nprand_backend(void);

/* ---- Generator ---------------------------------------------------------------------------- */

/* A generator. The contents are private; the size (8 KiB) and the alignment are the same for every
 * compiler, flag and release, with room to grow. */
typedef struct nprand_rng {
    NPRAND_ALIGNAS(8) unsigned char nprand_private[8192];
} nprand_rng;

/* nprand_seed() makes a generator of *rng: RandomState(seed), or np.random.seed(seed).
 *
 * seed: 0..2^32-1, else NPRAND_BAD_SEED. A larger uint64_t is refused too. A float, which NumPy
 * refuses, is cut to an integer by C in silence (-Wfloat-conversion warns).
 *
 * *rng may hold anything before, uninitialised memory included; everything in it is set, and so the
 * release goes back to its default: call nprand_set_numpy() after seeding. Every function that
 * seeds does so. Algorithm: init_genrand of Matsumoto and Nishimura's mt19937ar (2002). */
NPRAND_API nprand_status nprand_seed(nprand_rng *rng, int64_t seed);

/* nprand_seed_array() is like nprand_seed(), but for RandomState([k0, k1, ...]). A list of one
 * element is not that number: RandomState([1234]) is not RandomState(1234).
 *
 * A NumPy ARRAY of one element is the number: RandomState(np.array([1234])) is RandomState(1234)
 * since NumPy 1.17, so nprand_seed(rng, 1234). In 1.16 the array was taken as the list. Arrays of
 * more elements are lists in all releases.
 *
 * key: len words; len = 0 is refused with NPRAND_EMPTY_SEED.
 *
 * Algorithm: init_by_array of mt19937ar (2002). */
NPRAND_API nprand_status nprand_seed_array(nprand_rng *rng, const uint32_t *key, size_t len);

/* nprand_seed_os() is like nprand_seed(), but with the operating system's entropy, as RandomState()
 * without a seed: each call starts another stream. 19 936 random bits, in the layout in which NumPy
 * starts (pos = 623). NPRAND_NO_ENTROPY if the system gives none; *rng is then as before. */
NPRAND_API nprand_status nprand_seed_os(nprand_rng *rng);

/* nprand_set_numpy() sets the NumPy release that the generator reproduces, from 1.16 to 2.5, each
 * major.minor at its last patch release; nprand_set_numpy_patch() names the patch release too. An
 * unknown one is NPRAND_UNKNOWN_RELEASE. The stream goes on where it was. nprand_get_numpy() tells
 * the release; each pointer may be NULL.
 *
 * What differs, and since when:
 *
 *   2.5     multinomial draws for every category again, as in 1.16
 *   2.4     binomial and multinomial with n >= 2^53; in 2.4 alone, multinomial with tiny p
 *   1.21    rayleigh, and geometric with p < 1e-9: by log1p, not log
 *   1.20    shuffle of rows without bytes draws nothing
 *   1.19    jumped goes elsewhere
 *   1.17.3  binomial with n = 0 or p = 0 draws again, as in 1.16;
 *           randint of 64 bits over 2^32 values takes 1 word, as in 1.16, not 2
 *   1.17    multinomial, and binomial until 1.17.2, draw nothing for a result that is sure to be 0;
 *           standard_gamma(0) draws nothing; bytes(0) takes a word;
 *           noncentral_chisquare with df <= 1 and nonc = NaN gives NaN
 *   1.16.4  laplace, logistic, gumbel draw again where U = 0;
 *           beta where U = V = 0, until 1.17 */
NPRAND_API nprand_status nprand_set_numpy(nprand_rng *rng, int major, int minor);
NPRAND_API nprand_status nprand_set_numpy_patch(nprand_rng *rng, int major, int minor, int patch);
NPRAND_API nprand_status nprand_get_numpy(const nprand_rng *rng, int *major, int *minor,
                                          int *patch);

/* nprand_set_long_bits() sets the width of C's long in the NumPy that the generator reproduces: 64
 * (default), or 32 as on Windows; another one is NPRAND_BAD_LONG_BITS. With 32 bits, tomaxint takes
 * one word; randint and random_integers without a dtype, and choice, are bound to 32-bit results;
 * binomial, hypergeometric, multinomial, poisson and zipf to 32-bit parameters or results; and what
 * overflows a long does so at 2^31. Doubles are the same, except where noncentral_chisquare and
 * noncentral_f draw a Poisson value that does not fit. */
NPRAND_API nprand_status nprand_set_long_bits(nprand_rng *rng, int bits);

/* nprand_set_threads() sets how many threads large fills use, 1 to 1024 (default 1), else
 * NPRAND_BAD_THREADS. The values and the state afterwards are those of one thread, bit for bit.
 *
 * The fills that use them, from about 2^21 values on: random_raw; random_sample, random, rand,
 * uniform; standard_exponential, exponential, pareto, power, weibull, rayleigh, triangular;
 * geometric; standard_normal, randn, normal, lognormal. Without OpenMP in the build, inside a
 * parallel region of the caller's, and for other methods, one thread does the work.
 *
 * No thread outlives a fill with GCC's OpenMP; clang's keeps them idle for the next region. The
 * idle threads of a program that uses OpenMP itself, and their threadprivate data, stay as they
 * are, and a forked child can use threads like its parent. */
NPRAND_API nprand_status nprand_set_threads(nprand_rng *rng, int threads);

/* nprand_advance() skips words, any number of them, in at most about a millisecond: the generator
 * is then where it would be after drawing them with nprand_random_raw(). A kept standard normal is
 * dropped, since the words it was made of are behind.
 *
 * Source: Haramoto et al. (2008). NumPy's MT19937 has no such method; see nprand_jumped(). */
NPRAND_API nprand_status nprand_advance(nprand_rng *rng, uint64_t words);

/* nprand_jumped() does what NumPy's MT19937.jumped(count) does, and drops a kept standard normal,
 * as RandomState(MT19937.jumped(count)) has none. It is not quite a jump by 2^128 words, and steps
 * and jumps do not commute. (NumPy does this; do not repair.) For streams that follow one another,
 * nprand_advance() is exact. count <= 0 changes nothing else. About 2 ms for any count; in releases
 * before 1.19, 0.2 ms for each jump. */
NPRAND_API nprand_status nprand_jumped(nprand_rng *rng, int64_t count);

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

/* ---- State as text ------------------------------------------------------------------------ */

/* A size that any text of the functions below fits into. */
#define NPRAND_STATE_JSON_SIZE 8192

/* nprand_get_state_json() writes the state as JSON: what Python writes, byte for byte, by
 *
 *     json.dump(rs.get_state(legacy=False), file, default=lambda key: key.tolist())
 *
 * and reads by rs.set_state(json.load(file)). gauss has the digits that give back the same double.
 * No function of the C library makes them, so the locale does not matter; nor below.
 *
 * out: size bytes; NPRAND_STATE_JSON_SIZE are enough, and where the text and the '\0' behind it do
 * not fit, NPRAND_BUFFER_TOO_SMALL. *length, unless NULL, becomes the length without the '\0'. A
 * gauss that is NaN or infinite, which JSON cannot tell, is refused: NPRAND_GAUSS_NOT_FINITE. */
NPRAND_API nprand_status nprand_get_state_json(const nprand_rng *rng, size_t size, char *out,
                                               size_t *length);

/* nprand_set_state_json() makes the stream go on from such a text of length bytes, which needs no
 * '\0'. All or nothing; *rng as for nprand_set_state().
 *
 * Taken: any order of keys, and white space. Refused: all else that is not such a state, even where
 * NumPy would take it, by NPRAND_JSON_..., NPRAND_GAUSS_NOT_FINITE for NaN, Infinity and -Infinity
 * as Python writes them, NPRAND_BAD_POS and NPRAND_ZERO_KEY. *offset, unless NULL, is then where in
 * the text that is: the index of the first byte of the value or key that is wrong; of what ends a
 * list or object that lacks something; and the length, where the text ends too early. It is left
 * alone otherwise. Time and stack do not depend on how deep the text is nested. */
NPRAND_API nprand_status nprand_set_state_json(nprand_rng *rng, const char *text, size_t length,
                                               size_t *offset);

/* nprand_get_state_python() and nprand_set_state_python() are like the two above, but for the state
 * of CPython's random module, [3, [624 words and the position], gauss_next or null]:
 *
 *     json.dump(random.getstate(), file)
 *     version, words, gauss = json.load(file); random.setstate((version, tuple(words), gauss))
 *
 * The words are the same, and the doubles of random.random() those of random_sample(). gauss_next
 * is taken for the kept standard normal: the one that random.gauss() would give next is the one
 * that standard_normal() gives next. */
NPRAND_API nprand_status nprand_get_state_python(const nprand_rng *rng, size_t size, char *out,
                                                 size_t *length);
NPRAND_API nprand_status nprand_set_state_python(nprand_rng *rng, const char *text, size_t length,
                                                 size_t *offset);

/* ---- Seed sequences ----------------------------------------------------------------------- */

/* NumPy's SeedSequence: entropy and a spawn key, hashed into a pool, from which seeds are made. A
 * parallel program gives each worker a generator that is seeded by a child of one sequence:
 *
 *     nprand_seed_seq root, child[K];                         root = SeedSequence(12345)
 *     nprand_seed_seq_init(&root, 12345);
 *     nprand_seed_seq_spawn(&root, K, child);                 child = root.spawn(K)
 *     nprand_seed_sequence(&rng, &child[k]);                  rng = RandomState(MT19937(child[k]))
 *
 * It lives in the caller's memory, 320 bytes for entropy and spawn keys of any length, since it
 * keeps what the hash made of them in place of them; copying the struct copies the sequence.
 * Zeroed memory is refused (NPRAND_NOT_INITIALISED). All of it is exact. Source: O'Neill (2015). */
typedef struct nprand_seed_seq {
    uint32_t n_children_spawned; /* as in NumPy; may be read, and set to go on from elsewhere */
    uint32_t nprand_private[79];
} nprand_seed_seq;

/* Words in the pool: NumPy's default, which is also its least, and the most there is room for. */
#define NPRAND_POOL_SIZE     4
#define NPRAND_POOL_SIZE_MAX 64

/* nprand_seed_seq_init() makes SeedSequence(entropy). A negative argument, which NumPy refuses, is
 * converted by C in silence, to 2^64 less its absolute value.
 *
 * nprand_seed_seq_init_array() makes SeedSequence(entropy, pool_size=pool_size) for a sequence of
 * integers below 2^32, len of them, none too. NumPy takes a larger integer, alone or in a sequence,
 * for its 32-bit words, the lowest first, without zeros at the end; so can the caller. (0 is one
 * word.) pool_size: 4 to 64, else NPRAND_POOL_TOO_SMALL, NPRAND_POOL_TOO_LARGE.
 *
 * nprand_seed_seq_init_text() makes SeedSequence(n) for an integer n above 64 bits too, such as the
 * entropy that SeedSequence() shows, from text of length bytes, which needs no '\0': decimal digits,
 * or 0x and hexadecimal ones. As in Python's int(text), zeros may come first, and underscores stand
 * between digits, one at a time: "12_345", "0xdead_beef". Anything else, a sign, a space or a line
 * end too, is NPRAND_BAD_ENTROPY; a number of 2^8192 or more is NPRAND_ENTROPY_TOO_LARGE.
 *
 * nprand_seed_seq_init_os() makes SeedSequence(pool_size=pool_size), of the operating system's
 * entropy; the pool_size words of it go to entropy too, unless that is NULL, so that the caller can
 * note them. NPRAND_NO_ENTROPY if the system gives none. */
NPRAND_API nprand_status nprand_seed_seq_init(nprand_seed_seq *seq, uint64_t entropy);
NPRAND_API nprand_status nprand_seed_seq_init_array(nprand_seed_seq *seq, const uint32_t *entropy,
                                                    size_t len, size_t pool_size);
NPRAND_API nprand_status nprand_seed_seq_init_text(nprand_seed_seq *seq, const char *text,
                                                   size_t length);
NPRAND_API nprand_status nprand_seed_seq_init_os(nprand_seed_seq *seq, size_t pool_size,
                                                 uint32_t *entropy);

/* nprand_seed_seq_set_numpy() makes the children of *seq, and theirs, those of that NumPy release:
 * in 1.17 and 1.18 a spawn key was put next to entropy shorter than the pool, without zeros between
 * them. To be called before the first child is made. NPRAND_UNKNOWN_RELEASE for others, and for
 * 1.16, which has no SeedSequence. */
NPRAND_API nprand_status nprand_seed_seq_set_numpy(nprand_seed_seq *seq, int major, int minor);

/* nprand_seed_seq_spawn() writes the next n children to children, as SeedSequence.spawn(n), and
 * counts them. NPRAND_TOO_MANY_CHILDREN if that would be more than 2^32 - 1 in all, where NumPy's
 * loop does not end. *seq must not be one of the children. */
NPRAND_API nprand_status nprand_seed_seq_spawn(nprand_seed_seq *seq, size_t n,
                                               nprand_seed_seq *children);

/* nprand_seed_seq_child() makes the one descendant whose spawn key is that of *seq with len words
 * more, and counts nothing: for seq of SeedSequence(entropy), SeedSequence(entropy,
 * spawn_key=spawn_key). So worker number k can make child number k for itself, from
 * spawn_key = {k}. Integers as in nprand_seed_seq_init_array(). child may be seq. */
NPRAND_API nprand_status nprand_seed_seq_child(const nprand_seed_seq *seq,
                                               const uint32_t *spawn_key, size_t len,
                                               nprand_seed_seq *child);

/* nprand_seed_seq_generate_state() writes n words to out, as SeedSequence.generate_state(n), and
 * nprand_seed_seq_generate_state_uint64() as generate_state(n, np.uint64). The same each time. */
NPRAND_API nprand_status nprand_seed_seq_generate_state(const nprand_seed_seq *seq, size_t n,
                                                        uint32_t *out);
NPRAND_API nprand_status nprand_seed_seq_generate_state_uint64(const nprand_seed_seq *seq, size_t n,
                                                               uint64_t *out);

/* nprand_seed_sequence() is like nprand_seed(), but for RandomState(MT19937(seq)): another stream
 * than that of any nprand_seed(). RandomState(MT19937(12345)) is that of the sequence that
 * nprand_seed_seq_init(&seq, 12345) makes. *seq stays as it is. */
NPRAND_API nprand_status nprand_seed_sequence(nprand_rng *rng, const nprand_seed_seq *seq);

/* ---- NumPy's C interface ------------------------------------------------------------------ */

/* The layout of bitgen_t in numpy/random/bitgen.h, through which NumPy's own C functions draw. */
typedef struct nprand_bitgen_t {
    void *state;
    uint64_t (*next_uint64)(void *state);
    uint32_t (*next_uint32)(void *state);
    double (*next_double)(void *state);
    uint64_t (*next_raw)(void *state);
} nprand_bitgen_t;

/* nprand_bitgen() makes *bitgen draw from *rng as the bitgen_t of NumPy's MT19937 does: code that
 * takes a bitgen_t *, such as numpy/random/distributions.h with libnpyrandom.a, takes
 * (bitgen_t *)bitgen, and draws what NumPy's Generator(MT19937) draws from the same state. Exact.
 *
 * next_uint32, next_raw: 1 word. next_uint64: 2 words, the first one high. next_double: 2 words, as
 * nprand_random_sample(). The functions check nothing: *rng must stay where it is, and seeded. The
 * kept standard normal and the release are of no concern to them. */
NPRAND_API nprand_status nprand_bitgen(nprand_rng *rng, nprand_bitgen_t *bitgen);

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
 * that seed, set the state, advance or jump. 4 words for each attempt at a pair (pi/4 of them succeed), so 2.55 per value in the
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

/* ---- Other continuous distributions ------------------------------------------------------- */

/* Below, E stands for a standard exponential, G for a standard normal (from the pair, as above), U
 * and V for uniform doubles of 2 words. "Not negative" refuses a set sign bit, so -0.0 too, and
 * takes NaN, which gives NaN; "positive" refuses 0 and takes NaN. NumPy does this. The scalar forms
 * are as nearly everywhere: NaN and EDOM if refused. */

/* nprand_standard_exponential() draws E = -log(1 - U), as RandomState.standard_exponential().
 * Through log. 2 words. */
NPRAND_API double nprand_standard_exponential(nprand_rng *rng);
NPRAND_API nprand_status nprand_standard_exponential_fill(nprand_rng *rng, size_t n, double *out);

/* nprand_exponential() draws scale * E, as RandomState.exponential(scale). Through log. 2 words.
 *
 * scale: the mean, 1/rate; not negative, else NPRAND_NEGATIVE_SCALE. */
NPRAND_API double nprand_exponential(nprand_rng *rng, double scale);
NPRAND_API nprand_status nprand_exponential_fill(nprand_rng *rng, double scale, size_t n,
                                                 double *out);

/* nprand_standard_gamma() draws from the gamma distribution of scale 1, as
 * RandomState.standard_gamma(shape). Through log, pow.
 *
 * shape: not negative, else NPRAND_NEGATIVE_SHAPE. 0 gives 0 without words. Words: 2 for shape 1; 4
 * per attempt below 1; above 1, per attempt, a G (again while it is too low) and 2. Sources: Ahrens
 * and Dieter (1974) below 1, Marsaglia and Tsang (2000) above. */
NPRAND_API double nprand_standard_gamma(nprand_rng *rng, double shape);
NPRAND_API nprand_status nprand_standard_gamma_fill(nprand_rng *rng, double shape, size_t n,
                                                    double *out);

/* nprand_gamma() draws scale * nprand_standard_gamma(shape), as RandomState.gamma(shape, scale).
 * Through log, pow. Words as there.
 *
 * shape, scale: not negative, else NPRAND_NEGATIVE_SHAPE, NPRAND_NEGATIVE_SCALE. */
NPRAND_API double nprand_gamma(nprand_rng *rng, double shape, double scale);
NPRAND_API nprand_status nprand_gamma_fill(nprand_rng *rng, double shape, double scale, size_t n,
                                           double *out);

/* nprand_beta() draws from the beta distribution on [0, 1], as RandomState.beta(a, b). Through pow,
 * and log and exp where both powers are 0; or as standard_gamma.
 *
 * a, b: positive, else NPRAND_A_NOT_POSITIVE, NPRAND_B_NOT_POSITIVE. Tiny a and b (1e-320) give
 * NaN. Words: 4 per attempt for a, b <= 1 (Johnk 1964); else those of two gammas. */
NPRAND_API double nprand_beta(nprand_rng *rng, double a, double b);
NPRAND_API nprand_status nprand_beta_fill(nprand_rng *rng, double a, double b, size_t n,
                                          double *out);

/* nprand_chisquare() draws 2 * nprand_standard_gamma(df / 2), as RandomState.chisquare(df). Through
 * log, pow. Words as there.
 *
 * df: degrees of freedom; positive, else NPRAND_DF_NOT_POSITIVE. */
NPRAND_API double nprand_chisquare(nprand_rng *rng, double df);
NPRAND_API nprand_status nprand_chisquare_fill(nprand_rng *rng, double df, size_t n, double *out);

/* nprand_noncentral_chisquare() is RandomState.noncentral_chisquare(df, nonc). Through log, pow,
 * exp.
 *
 * df: positive, else NPRAND_DF_NOT_POSITIVE. nonc: noncentrality; not negative, else
 * NPRAND_NEGATIVE_NONC. Words: nonc = 0: a chisquare(df); df > 1: a chisquare(df - 1) and a G; else
 * a poisson(nonc / 2) and a chisquare. */
NPRAND_API double nprand_noncentral_chisquare(nprand_rng *rng, double df, double nonc);
NPRAND_API nprand_status nprand_noncentral_chisquare_fill(nprand_rng *rng, double df, double nonc,
                                                          size_t n, double *out);

/* nprand_f() draws from Fisher's F distribution, as RandomState.f(dfnum, dfden). Through log, pow.
 * Words of two chisquares.
 *
 * dfnum, dfden: degrees of freedom; positive, else NPRAND_DFNUM_NOT_POSITIVE,
 * NPRAND_DFDEN_NOT_POSITIVE. */
NPRAND_API double nprand_f(nprand_rng *rng, double dfnum, double dfden);
NPRAND_API nprand_status nprand_f_fill(nprand_rng *rng, double dfnum, double dfden, size_t n,
                                       double *out);

/* nprand_noncentral_f() is RandomState.noncentral_f(dfnum, dfden, nonc): a noncentral_chisquare
 * over a chisquare. Through log, pow, exp. Parameters as in nprand_f() and
 * nprand_noncentral_chisquare(). */
NPRAND_API double nprand_noncentral_f(nprand_rng *rng, double dfnum, double dfden, double nonc);
NPRAND_API nprand_status nprand_noncentral_f_fill(nprand_rng *rng, double dfnum, double dfden,
                                                  double nonc, size_t n, double *out);

/* nprand_standard_t() draws from Student's t distribution, as RandomState.standard_t(df). Through
 * log, pow. Words of a G and a standard_gamma(df / 2).
 *
 * df: degrees of freedom; positive, else NPRAND_DF_NOT_POSITIVE. */
NPRAND_API double nprand_standard_t(nprand_rng *rng, double df);
NPRAND_API nprand_status nprand_standard_t_fill(nprand_rng *rng, double df, size_t n, double *out);

/* nprand_standard_cauchy() draws G / G, the first above the line, as RandomState.standard_cauchy().
 * Through log. */
NPRAND_API double nprand_standard_cauchy(nprand_rng *rng);
NPRAND_API nprand_status nprand_standard_cauchy_fill(nprand_rng *rng, size_t n, double *out);

/* nprand_lognormal() draws exp(mean + sigma * G), as RandomState.lognormal(mean, sigma). Through
 * log, exp.
 *
 * mean: any. sigma: not negative, else NPRAND_NEGATIVE_SIGMA. */
NPRAND_API double nprand_lognormal(nprand_rng *rng, double mean, double sigma);
NPRAND_API nprand_status nprand_lognormal_fill(nprand_rng *rng, double mean, double sigma, size_t n,
                                               double *out);

/* nprand_laplace(), nprand_logistic() and nprand_gumbel() invert their distribution functions, as
 * the methods of RandomState. Through log. 2 words; 2 more where U = 0, once in 2^53.
 *
 * loc: any. scale: not negative, else NPRAND_NEGATIVE_SCALE. */
NPRAND_API double nprand_laplace(nprand_rng *rng, double loc, double scale);
NPRAND_API nprand_status nprand_laplace_fill(nprand_rng *rng, double loc, double scale, size_t n,
                                             double *out);
NPRAND_API double nprand_logistic(nprand_rng *rng, double loc, double scale);
NPRAND_API nprand_status nprand_logistic_fill(nprand_rng *rng, double loc, double scale, size_t n,
                                              double *out);
NPRAND_API double nprand_gumbel(nprand_rng *rng, double loc, double scale);
NPRAND_API nprand_status nprand_gumbel_fill(nprand_rng *rng, double loc, double scale, size_t n,
                                            double *out);

/* nprand_pareto() draws exp(E / a) - 1, as RandomState.pareto(a): the Pareto II or Lomax
 * distribution. Through log, exp. 2 words.
 *
 * a: positive, else NPRAND_A_NOT_POSITIVE. */
NPRAND_API double nprand_pareto(nprand_rng *rng, double a);
NPRAND_API nprand_status nprand_pareto_fill(nprand_rng *rng, double a, size_t n, double *out);

/* nprand_power() draws from a x^(a-1) on [0, 1], as RandomState.power(a). Through log, exp, pow. 2
 * words.
 *
 * a: positive, else NPRAND_A_NOT_POSITIVE. */
NPRAND_API double nprand_power(nprand_rng *rng, double a);
NPRAND_API nprand_status nprand_power_fill(nprand_rng *rng, double a, size_t n, double *out);

/* nprand_weibull() draws E^(1/a), as RandomState.weibull(a). Through log, pow. 2 words.
 *
 * a: not negative, else NPRAND_NEGATIVE_A; 0 gives 0 without words. */
NPRAND_API double nprand_weibull(nprand_rng *rng, double a);
NPRAND_API nprand_status nprand_weibull_fill(nprand_rng *rng, double a, size_t n, double *out);

/* nprand_rayleigh() draws scale * sqrt(-2 log(1 - U)), as RandomState.rayleigh(scale). Through
 * log1p. 2 words.
 *
 * scale: not negative, else NPRAND_NEGATIVE_SCALE. */
NPRAND_API double nprand_rayleigh(nprand_rng *rng, double scale);
NPRAND_API nprand_status nprand_rayleigh_fill(nprand_rng *rng, double scale, size_t n, double *out);

/* nprand_triangular() inverts the triangular distribution function, as RandomState.triangular(left,
 * mode, right). Exact. 2 words.
 *
 * left <= mode <= right and left != right, else NPRAND_LEFT_ABOVE_MODE, NPRAND_MODE_ABOVE_RIGHT,
 * NPRAND_LEFT_IS_RIGHT; NaN is taken. */
NPRAND_API double nprand_triangular(nprand_rng *rng, double left, double mode, double right);
NPRAND_API nprand_status nprand_triangular_fill(nprand_rng *rng, double left, double mode,
                                                double right, size_t n, double *out);

/* nprand_vonmises() draws an angle in radians on [-pi, pi], as RandomState.vonmises(mu, kappa).
 * Through cos, log, acos. cos and acos are correctly rounded, which those of glibc are not: of the
 * values of NumPy on glibc 2.36, 4 to 8 in 10 000 differ, by up to 6.2e-15 for kappa = 4, 3.6e-13
 * for 1e4. Above kappa = 1e14, an ulp of cos can decide whether an attempt is accepted, and so all
 * that follows. With -Dmath=system, none differs.
 *
 * mu: the mode; any. kappa: concentration; not negative, else NPRAND_NEGATIVE_KAPPA, and none for
 * which NumPy never returns (some from 5e15 on, all from 2e16 on), else NPRAND_KAPPA_TOO_LARGE. For
 * kappa < 1e-8 the angle is uniform on
 * [-pi, pi) whatever mu. NaN gives NaN without words. Words: 2 for kappa < 1e-8; else 4 per attempt
 * and 2. Source: Best and Fisher (1979). */
NPRAND_API double nprand_vonmises(nprand_rng *rng, double mu, double kappa);
NPRAND_API nprand_status nprand_vonmises_fill(nprand_rng *rng, double mu, double kappa, size_t n,
                                              double *out);

/* nprand_wald() draws from the inverse Gaussian distribution, as RandomState.wald(mean, scale).
 * Through log. Words of a G, and 2. For mean far above scale, cancellation gives 0 or less.
 *
 * mean, scale: positive, else NPRAND_MEAN_NOT_POSITIVE, NPRAND_SCALE_NOT_POSITIVE. Source: Michael,
 * Schucany and Haas (1976). */
NPRAND_API double nprand_wald(nprand_rng *rng, double mean, double scale);
NPRAND_API nprand_status nprand_wald_fill(nprand_rng *rng, double mean, double scale, size_t n,
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
 * and words as in nprand_randint() with one more for high, which may be INT64_MAX. */
NPRAND_API int64_t nprand_random_integers(nprand_rng *rng, int64_t low, int64_t high);
NPRAND_API nprand_status nprand_random_integers_fill(nprand_rng *rng, int64_t low, int64_t high,
                                                     size_t n, int64_t *out);

/* nprand_tomaxint() draws an integer, uniform on 0..2^63-1, as RandomState.tomaxint() where C's
 * long has 64 bits. Exact. 2 words. */
NPRAND_API int64_t nprand_tomaxint(nprand_rng *rng);
NPRAND_API nprand_status nprand_tomaxint_fill(nprand_rng *rng, size_t n, int64_t *out);

/* ---- Other discrete distributions --------------------------------------------------------- */

/* What overflows a long in NumPy's C gives LONG_MIN here, as it does on x86: INT64_MIN, which is
 * also NPRAND_INVALID, but leaves errno alone. */

/* nprand_poisson() is RandomState.poisson(lam). Through exp for lam < 10, else through log.
 *
 * lam: 0 <= lam <= 9.223372006484771e18, else NPRAND_LAM_NEGATIVE (NaN too), NPRAND_LAM_TOO_LARGE.
 * 0 gives 0 without words. Words: 2 (x + 1) for the value x if lam < 10; else 4 per attempt.
 * Sources: Knuth, TAOCP 3.4.1, algorithm Q; PTRS of Hoermann (1993). */
NPRAND_API int64_t nprand_poisson(nprand_rng *rng, double lam);
NPRAND_API nprand_status nprand_poisson_fill(nprand_rng *rng, double lam, size_t n, int64_t *out);

/* nprand_binomial() is RandomState.binomial(n, p): how many of the trials succeed. Through log, exp
 * for n min(p, 1-p) <= 30, else through log.
 *
 * p: 0 <= p <= 1, else NPRAND_P_OUTSIDE_0_1. trials: not negative, else NPRAND_N_NEGATIVE. Words: 2
 * (2 more where rounding makes it start again), drawn even if the result is sure; else 4 per
 * attempt. Sources: sequential inversion; BTPE of Kachitvichyanukul and Schmeiser (1988), with two
 * signs and a digit of NumPy's. */
NPRAND_API int64_t nprand_binomial(nprand_rng *rng, int64_t trials, double p);
NPRAND_API nprand_status nprand_binomial_fill(nprand_rng *rng, int64_t trials, double p, size_t n,
                                              int64_t *out);

/* nprand_negative_binomial() is RandomState.negative_binomial(n, p): failures before n successes.
 * Through log, pow, exp.
 *
 * successes: positive, a fraction too, else NPRAND_N_NOT_POSITIVE; NaN gives 0. p: 0 <= p <= 1,
 * else NPRAND_P_OUTSIDE_0_1; 0 gives INT64_MIN. Words of a gamma and a poisson. */
NPRAND_API int64_t nprand_negative_binomial(nprand_rng *rng, double successes, double p);
NPRAND_API nprand_status nprand_negative_binomial_fill(nprand_rng *rng, double successes, double p,
                                                       size_t n, int64_t *out);

/* nprand_geometric() is RandomState.geometric(p): trials up to the first success. Exact for p >=
 * 1/3, else through log, log1p.
 *
 * p: 0 < p <= 1, else NPRAND_P_NOT_POSITIVE. 0 comes out where U = 0 and p < 1/3, INT64_MIN where p
 * is at most 2^-54, so that 1 - p is 1. 2 words. */
NPRAND_API int64_t nprand_geometric(nprand_rng *rng, double p);
NPRAND_API nprand_status nprand_geometric_fill(nprand_rng *rng, double p, size_t n, int64_t *out);

/* nprand_hypergeometric() is RandomState.hypergeometric(ngood, nbad, nsample): how many of a sample
 * without replacement are good. Exact for nsample <= 10, else through log.
 *
 * nsample <= ngood + nbad, else NPRAND_NSAMPLE_TOO_LARGE; ngood, nbad: not negative, else
 * NPRAND_NGOOD_NEGATIVE, NPRAND_NBAD_NEGATIVE; nsample: at least 1, else NPRAND_NSAMPLE_BELOW_1;
 * the population at most LONG_MAX, and for nsample > 10 LONG_MAX - 2 but where NumPy returns all
 * the same, else NPRAND_OUTSIDE_LONG. Words: 2 for each item until the rarer kind is used up, so
 * none if it is empty; nsample > 10: 4 per attempt. Sources: HYP of Kachitvichyanukul and Schmeiser
 * (1985); HRUA* of Stadlober (1990). */
NPRAND_API int64_t nprand_hypergeometric(nprand_rng *rng, int64_t ngood, int64_t nbad,
                                         int64_t nsample);
NPRAND_API nprand_status nprand_hypergeometric_fill(nprand_rng *rng, int64_t ngood, int64_t nbad,
                                                    int64_t nsample, size_t n, int64_t *out);

/* nprand_logseries() is RandomState.logseries(p). Through log, exp.
 *
 * p: 0 <= p < 1, else NPRAND_P_OUTSIDE_0_BELOW_1. 2 words, or 4; seldom more. Source: Kemp (1981).
 */
NPRAND_API int64_t nprand_logseries(nprand_rng *rng, double p);
NPRAND_API nprand_status nprand_logseries_fill(nprand_rng *rng, double p, size_t n, int64_t *out);

/* nprand_zipf() is RandomState.zipf(a). Through pow.
 *
 * a: above 1, else NPRAND_A_NOT_ABOVE_1, and from 1 + 2^-40 on, else NPRAND_A_TOO_NEAR_1. From 1025
 * on, where NumPy never returns, 1 without words. 4 words per attempt; for a near 1, about 0.023 /
 * (a - 1) attempts (0.046 for a long of 32 bits). Source: Devroye (1986), X.6.1.
 */
NPRAND_API int64_t nprand_zipf(nprand_rng *rng, double a);
NPRAND_API nprand_status nprand_zipf_fill(nprand_rng *rng, double a, size_t n, int64_t *out);

/* ---- Multivariate distributions ----------------------------------------------------------- */

/* nprand_multinomial() is RandomState.multinomial(n, pvals): how often each of k categories comes
 * in n trials. out gets k numbers; the fill writes that many rows of k, one after another. Through
 * log, exp. Both forms return a status.
 *
 * trials: not negative, else NPRAND_N_NEGATIVE. pvals: k chances, each in [0, 1], else
 * NPRAND_PVALS_OUTSIDE_0_1, of which all but the last, which counts as the rest, add up to at most
 * 1 + 1e-12, else NPRAND_PVALS_SUM. k = 0 gives rows without elements. Words: a binomial for each
 * category but the last, until no trials are left. */
NPRAND_API nprand_status nprand_multinomial(nprand_rng *rng, int64_t trials, const double *pvals,
                                            size_t k, int64_t *out);
NPRAND_API nprand_status nprand_multinomial_fill(nprand_rng *rng, int64_t trials,
                                                 const double *pvals, size_t k, size_t rows,
                                                 int64_t *out);

/* nprand_dirichlet() is RandomState.dirichlet(alpha): k shares that add up to 1. Rows as above.
 * Through log, pow.
 *
 * alpha: k concentrations, each positive, else NPRAND_ALPHA_NOT_POSITIVE. Tiny ones can give a row
 * of NaN. Words: a standard_gamma for each. */
NPRAND_API nprand_status nprand_dirichlet(nprand_rng *rng, const double *alpha, size_t k,
                                          double *out);
NPRAND_API nprand_status nprand_dirichlet_fill(nprand_rng *rng, const double *alpha, size_t k,
                                               size_t rows, double *out);

/* ---- Permutations and samples ------------------------------------------------------------- */

/* nprand_shuffle() puts the count elements of size bytes at base into random order, in place, as
 * RandomState.shuffle(). Arguments as qsort()'s. Rows of a matrix are elements too. Exact.
 *
 * base may be NULL if count or size is 0. Words: for i = count-1 down to 1 one masked draw on 0..i
 * as in nprand_randint(); none if count <= 1, nor if size = 0 (before 1.20, NumPy drew for that
 * too). Source: Fisher and Yates (1938), Durstenfeld (1964). */
NPRAND_API nprand_status nprand_shuffle(nprand_rng *rng, void *base, size_t count, size_t size);

/* nprand_permutation() writes 0..n-1 in random order to out, as RandomState.permutation(n). Exact.
 * Words as nprand_shuffle() of n elements. */
NPRAND_API nprand_status nprand_permutation(nprand_rng *rng, size_t n, int64_t *out);

/* nprand_permutation_array() writes the count elements of size bytes at base to out in random
 * order, as RandomState.permutation(x) for an array x. base stays as it is and must not overlap
 * out. Exact. Words as nprand_shuffle(), but those of count elements even if size = 0. */
NPRAND_API nprand_status nprand_permutation_array(nprand_rng *rng, const void *base, size_t count,
                                                  size_t size, void *out);

/* nprand_choice() draws an index on 0..a-1, as RandomState.choice(a, p=p); to choose from an array
 * of a items, use the index. Exact.
 *
 * a: at least 1, else NPRAND_EMPTY_POPULATION. p: NULL for equal chances, or a probabilities: not
 * NaN, not negative, of sum 1 to within 2^-26 = 1.49e-8 (NumPy allows more where p is an array of
 * narrower floats), else NPRAND_P_NAN, _NEGATIVE or _SUM. Words: as
 * nprand_randint(rng, 0, a) without p; 2 with p. With p, a draw takes time proportional to a; for
 * many draws use the fill. */
NPRAND_API int64_t nprand_choice(nprand_rng *rng, int64_t a, const double *p);

/* nprand_choice_fill() draws n indices on 0..a-1, as RandomState.choice(a, n, replace, p). Exact.
 *
 * a, p: as above; a <= 0 is taken where n = 0, below 0 only with replacement. replace: whether an
 * index can come more than once; if not, n <= a (NPRAND_SAMPLE_TOO_LARGE), and with p at least n
 * elements of p above 0 (NPRAND_P_TOO_FEW_NONZERO).
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

#undef NPRAND_ALIGNAS

#ifdef __cplusplus
}
#endif

#endif
