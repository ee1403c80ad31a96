/* SPDX-License-Identifier: BSD-3-Clause
 *
 * nprand: numpy.random.RandomState in C, bit for bit.
 *
 * A C program that seeds an nprand_rng with s draws the numbers that Python draws from
 * numpy.random.RandomState(s), or from the functions of np.random after np.random.seed(s): the same
 * values to the last bit, the same words taken from the MT19937 engine, the same state afterwards.
 *
 *     nprand_rng rng;
 *     if (nprand_seed(&rng, 0) != NPRAND_OK)
 *         return 1;
 *     printf("%.8g\n", nprand_random_sample(&rng));      prints 0.5488135, as np.random.rand() does
 *
 * Which NumPy.  RandomState is frozen, but a handful of releases differ. A generator reproduces one
 * release: 2.5 unless nprand_set_numpy() says otherwise; see there for what differs.
 *
 * Which bits.  The same ones with every compiler, CPU and C library. Each function says how it is
 *   exact         by integer and IEEE 754 arithmetic alone, in NumPy too; or
 *   through log   where NumPy calls the C library's log(), whose bits depend on the machine. This
 *                 library has log, exp, pow, log1p, cos and acos of its own, the reference profile:
 *                 the bits of NumPy with glibc on an x86-64 CPU with fused multiply-add. Built with
 *                 -Dmath=system, it calls the C library's, as NumPy does, and has the bits of the
 *                 NumPy on the same host.
 * docs/bits.md says more, and how often values differ. NaNs are NaN, of any payload.
 *
 * Nothing endless.  Parameters for which a value is expected to take more than 2^30 attempts are
 * refused: NPRAND_TOO_MANY_ATTEMPTS. A check computes a bound of that number before the first draw.
 * zipf, binomial, multinomial, hypergeometric and vonmises have such parameters, and say which. Each
 * other method makes four attempts or fewer for a value, in the mean.
 *
 * Stack.  A scalar draw takes at most 4 KiB of stack, any other call at most 20 KiB, with every
 * optimisation level of GCC and clang (without what sanitizers take, and what clang's OpenMP takes
 * to start threads, about 7 KiB).
 *
 * Floating-point environment.  The values are promised for the environment in which a program
 * starts: rounding to nearest, and subnormal numbers as they are (no flush to zero, no
 * denormals-are-zero). In any other one, values and the words taken can differ, also between the
 * scalar and the fill; but nothing is read or written out of bounds, and every call returns.
 *
 * Object.  nprand_rng lives in the caller's memory. The library never allocates, and has no global
 * generator. One object serves one thread at a time; any number of objects can be in use at once.
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
 * was wrong; nprand_strerror() puts it in NumPy's words, and a compiler warns where a program drops
 * it. A scalar draw behaves like libm: a refused call returns NaN, or NPRAND_INVALID where the
 * result is an integer, and sets errno to EDOM (an accepted call leaves errno alone). Every
 * function accepts NULL: a status, or the value for a refused call. Checks come in this order: rng,
 * parameters, n, out, work. With n = 0, out may be NULL, and no words are taken unless the function
 * says so.
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

/* Has a compiler warn where the status of a call is dropped. A program that defines
 * NPRAND_NO_NODISCARD before it includes this header is not warned. */
#if defined(NPRAND_NO_NODISCARD)
#define NPRAND_NODISCARD
#elif defined(__GNUC__)
#define NPRAND_NODISCARD __attribute__((warn_unused_result))
#elif defined(_MSVC_LANG) && _MSVC_LANG >= 201703L
#define NPRAND_NODISCARD [[nodiscard]]
#else
#define NPRAND_NODISCARD
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
    NPRAND_P_SUM,               /* choice: the sum of p is not 1 to within its tolerance */
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
    NPRAND_BAD_PARTS,           /* set_runner, set_threads: not 1 to 1024 */
    NPRAND_UNKNOWN_BACKEND,     /* set_backend: this build has no backend with that name */
    NPRAND_BACKEND_UNAVAILABLE, /* set_backend: the CPU cannot run the backend */
    NPRAND_TOO_MANY_ATTEMPTS,   /* a value is expected to take more than 2^30 attempts */
    NPRAND_NOT_INITIALISED,     /* the seed sequence is zero-initialised */
    NPRAND_POOL_TOO_SMALL,      /* seed sequence: pool_size below 4 */
    NPRAND_POOL_TOO_LARGE,      /* seed sequence: pool_size above 64 */
    NPRAND_TOO_MANY_CHILDREN,   /* seed sequence: more than 2^32 - 1 children */
    NPRAND_BUFFER_TOO_SMALL,    /* the text and its '\0' do not fit */
    NPRAND_GAUSS_NOT_FINITE,    /* state in JSON: gauss is NaN or infinite */
    NPRAND_BAD_JSON,            /* text that is no state in JSON; the reason says why not */
    NPRAND_WORK_MISSING,        /* work space is needed, and its memory is NULL */
    NPRAND_WORK_TOO_SMALL,      /* work space has fewer bytes than are needed */
    NPRAND_WORK_MISALIGNED,     /* work space is not aligned for a double and an int64_t */
    NPRAND_BAD_ENTROPY,         /* seed sequence: the text is no number that is not negative */
    NPRAND_ENTROPY_TOO_LARGE,   /* seed sequence: the number of the text is 2^8192 or more */
    NPRAND_NOT_IN_RELEASE,      /* the NumPy release that is set has no such call, or refuses it */
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

/* The backend: the code that this process draws with. All backends give the same bits. At the first
 * call, the library chooses the best one that the CPU can run: "avx512", "avx2" or "fma" (portable
 * code with fused multiply-add) on x86-64, "neon" on aarch64, "portable" everywhere.
 *
 * nprand_backend() returns its name. In a library that was built with -Dmath=system, which takes log
 * and the like of the C library, ", system math" follows: "avx512, system math".
 *
 * nprand_set_backend() chooses the backend with that name (the name alone) for all generators of the
 * process; some CPUs, for example, lower their clock for the vectors of AVX-512. NULL chooses the
 * best one again. It may be called at any time, from any thread. Refused, without a change:
 * NPRAND_UNKNOWN_BACKEND, this build has no backend with that name; NPRAND_BACKEND_UNAVAILABLE, the
 * CPU cannot run it. */
NPRAND_API const char *nprand_backend(void);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_set_backend(const char *name);

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
NPRAND_API NPRAND_NODISCARD nprand_status nprand_seed(nprand_rng *rng, int64_t seed);

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
NPRAND_API NPRAND_NODISCARD nprand_status nprand_seed_array(nprand_rng *rng, const uint32_t *key,
                                                            size_t len);

/* nprand_seed_os() is like nprand_seed(), but with the operating system's entropy, as RandomState()
 * without a seed: each call starts another stream. 19 936 random bits, in the layout in which NumPy
 * starts (pos = 623). NPRAND_NO_ENTROPY if the system gives none; *rng is then as before. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_seed_os(nprand_rng *rng);

/* nprand_set_numpy() sets the NumPy release that the generator reproduces, from 1.7 to 2.5, each
 * major.minor at its last patch release; nprand_set_numpy_patch() names the patch release too. An
 * unknown one is NPRAND_UNKNOWN_RELEASE. The stream goes on where it was. nprand_get_numpy() tells
 * the release; each pointer may be NULL.
 *
 * What differs, and since when:
 *
 *   2.5     multinomial draws for every category again, as in 1.16
 *   2.4     binomial and multinomial with n >= 2^53; in 2.4 alone, multinomial with tiny p
 *   2.0     choice with p of float32: a sum on the edge of its tolerance is taken
 *   1.21    rayleigh, and geometric with p < 1e-9: by log1p, not log
 *   1.20    shuffle of rows without bytes draws nothing
 *   1.19    jumped goes elsewhere
 *   1.17.3  binomial with n = 0 or p = 0 draws again, as in 1.16;
 *           randint of 64 bits over 2^32 values takes 1 word, as in 1.16, not 2
 *   1.17    multinomial, and binomial until 1.17.2, draw nothing for a result that is sure to be 0;
 *           standard_gamma(0) draws nothing; bytes(0) takes a word;
 *           noncentral_chisquare with df <= 1 and nonc = NaN gives NaN
 *   1.16.4  laplace, logistic, gumbel draw again where U = 0;
 *           beta where U = V = 0, until 1.17
 *   1.16    weibull(0) is 0 without words; before, 0 or infinity, of 2 words
 *   1.14    zipf with a >= 1025 is 1 without words (NumPy never returns); before, 1 of 4 words;
 *           zipf rejected 2^63 before; noncentral_f takes dfnum <= 1
 *   1.13    multivariate_normal of a cov that is not positive-semidefinite; 1.9 to 1.12 replace
 *           singular values, which is NPRAND_NOT_IN_RELEASE
 *   1.11    noncentral_f with nonc = 0 is central; noncentral_chisquare takes nonc = 0; randint has
 *           dtypes; random_integers takes the largest long as high
 *   1.10    beta of tiny a and b is no NaN; noncentral_chisquare takes df <= 1; hypergeometric
 *           takes what made its products of longs overflow
 *   1.9     binomial and multinomial: other values of BTPE, where n min(p, 1-p) > 30; and n with a
 *           mean from 2^30 on, in multinomial n from 2^31 on, are taken; vonmises, kappa < 1e-5;
 *           multivariate_normal rounds in another order
 *
 * What a release does not take is refused with NPRAND_NOT_IN_RELEASE where it is named here; else
 * arguments are those of 2.5: see docs/releases.md. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_set_numpy(nprand_rng *rng, int major, int minor);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_set_numpy_patch(nprand_rng *rng, int major,
                                                                 int minor, int patch);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_get_numpy(const nprand_rng *rng, int *major,
                                                           int *minor, int *patch);

/* nprand_set_long_bits() sets the width of C's long in the NumPy that the generator reproduces: 64
 * (default), or 32 as on Windows; another one is NPRAND_BAD_LONG_BITS. With 32 bits, tomaxint takes
 * one word; randint and random_integers without a dtype, and choice, are bound to 32-bit results;
 * binomial, hypergeometric, multinomial, poisson and zipf to 32-bit parameters or results; and what
 * overflows a long does so at 2^31. Doubles are the same, except where noncentral_chisquare and
 * noncentral_f draw a Poisson value that does not fit. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_set_long_bits(nprand_rng *rng, int bits);

/* Large fills on several threads. The library starts no threads. It cuts a large fill into parts and
 * hands the parts to a runner, which the program sets. nprand_threads.h has a runner by OpenMP.
 *
 * A runner calls part(argument, i) once for each i from 0 to count - 1, in any order, on any
 * threads, several at a time or one after another. It returns when all calls have returned. A part
 * takes up to 16 KiB of stack. A part that the runner leaves out is filled by the thread that called
 * the fill, after the runner has returned: a runner that gets fewer threads than it wants may run
 * fewer parts. No part may be called twice at the same time.
 *
 * nprand_set_runner() sets the runner of a generator, what is handed to it as context, and the most
 * parts that a fill is cut into, 1 to 1024 (NPRAND_BAD_PARTS). run may be NULL: then each fill is one
 * part, as at the beginning. The seeding functions set this again. The values and the state
 * afterwards are the same for every runner and number of parts, bit for bit.
 *
 * In parts run the fills whose number of words is known before: random_raw, random_sample, rand,
 * random, uniform, standard_exponential, exponential, pareto, power, weibull, rayleigh, triangular;
 * and those of normals: standard_normal, randn, normal, lognormal. All other methods fill in one
 * part. A part has at least 2^20 values, about half a millisecond. Skipping to the beginning of a
 * part takes 0.25 to 0.65 ms.
 *
 * The runner and the context are pointers. A generator that is copied has the same ones. Do not
 * restore the bytes of a generator in another process: exchange its state (nprand_get_state()). */
typedef void nprand_part(void *argument, size_t i);
typedef void nprand_runner(void *context, nprand_part *part, void *argument, size_t count);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_set_runner(nprand_rng *rng, nprand_runner *run,
                                                            void *context, int parts);

/* nprand_advance() skips words, any number of them, in at most about a millisecond: the generator
 * is then where it would be after drawing them with nprand_random_raw(). A kept standard normal is
 * dropped, since the words it was made of are behind.
 *
 * Source: Haramoto et al. (2008). NumPy's MT19937 has no such method; see nprand_jumped(). */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_advance(nprand_rng *rng, uint64_t words);

/* nprand_jumped() does what NumPy's MT19937.jumped(count) does, and drops a kept standard normal,
 * as RandomState(MT19937.jumped(count)) has none. It is not quite a jump by 2^128 words, and steps
 * and jumps do not commute. (NumPy does this; do not repair.) For streams that follow one another,
 * nprand_advance() is exact. With count <= 0, only the kept standard normal is dropped. About 2 ms for
 * any count; in releases before 1.19, up to 20 ms. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_jumped(nprand_rng *rng, int64_t count);

/* ---- Work space --------------------------------------------------------------------------- */

/* Memory of the caller's in which a function works, with its size in bytes. A function that needs
 * work space takes it by value as its last argument, so that no compiler accepts an array in its
 * place:
 *
 *     size_t size = nprand_choice_p_work_size(a);
 *     void *memory = malloc(size);
 *     status = nprand_choice_p_fill(&rng, a, p, n, out, nprand_work_of(memory, size));
 *     free(memory);
 *
 * memory: aligned as malloc() aligns it, else NPRAND_WORK_MISALIGNED; must not overlap the other
 * arguments. What stands in it does not matter, before or after the call. NULL is
 * NPRAND_WORK_MISSING, unless the function needs 0 bytes. size: at least what the function's
 * ..._work_size() gives, else NPRAND_WORK_TOO_SMALL. A work size of SIZE_MAX says that no object is
 * so large; the call is then refused with NPRAND_TOO_LARGE. */
typedef struct nprand_work {
    void *memory;
    size_t size;
} nprand_work;

/* nprand_work_of() makes work space of size bytes at memory. */
static inline nprand_work nprand_work_of(void *memory, size_t size)
{
    nprand_work work;
    work.memory = memory;
    work.size = size;
    return work;
}

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
NPRAND_API NPRAND_NODISCARD nprand_status nprand_get_state(const nprand_rng *rng,
                                                           nprand_state *state);

/* nprand_set_state() makes the stream go on from *state, as RandomState.set_state(). All or
 * nothing.
 *
 * Refused: pos outside 0..624 (NPRAND_BAD_POS; NumPy before 2.5 reads out of bounds later), and a
 * key without a set bit among the 19 937 that matter (NPRAND_ZERO_KEY; NumPy gives zeros for ever).
 *
 * Any other key is a key of MT19937, so that a wrong one can't be told from a right one. A struct
 * that was saved as bytes on a machine of the other byte order is accepted if its pos is 0, whose
 * bytes are the same in both orders, and draws other numbers. The text forms below have no byte
 * order.
 *
 * *rng must have been seeded, and then keeps its release, or be zero-initialised, and then gets the
 * default one. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_set_state(nprand_rng *rng,
                                                           const nprand_state *state);

/* ---- State as text ------------------------------------------------------------------------ */

/* A size that fits any text that the functions below write. Texts of other programs may be longer:
 * indented, for example. */
#define NPRAND_STATE_JSON_SIZE 8192

/* nprand_get_state_json() writes the state as JSON: what Python writes, byte for byte, by
 *
 *     json.dump(rs.get_state(legacy=False), file, default=lambda key: key.tolist())
 *
 * and reads by rs.set_state(json.load(file)). gauss has the digits that give back the same double.
 * Locale-independent, as are the functions below.
 *
 * out: size bytes; NPRAND_STATE_JSON_SIZE are enough, and where the text and the '\0' behind it do
 * not fit, NPRAND_BUFFER_TOO_SMALL. *length, unless NULL, becomes the length without the '\0'. A
 * gauss that is NaN or infinite, which JSON cannot tell, is refused: NPRAND_GAUSS_NOT_FINITE. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_get_state_json(const nprand_rng *rng, size_t size,
                                                                char *out, size_t *length);

/* nprand_set_state_json() makes the stream go on from a state in JSON, as
 * RandomState.set_state(json.load(file)) does. The text has length bytes and needs no '\0'. All or
 * nothing; *rng as for nprand_set_state().
 *
 * The forms are those that NumPy takes:
 *
 *     {"bit_generator": "MT19937", "state": {"key": [624 words], "pos": 5},
 *      "has_gauss": 1, "gauss": 0.5}              get_state(legacy=False)
 *     {"bit_generator": "MT19937", "state": {"key": [624 words], "pos": 5}}
 *                                                 MT19937().state, also that of a Generator
 *     ["MT19937", [624 words], 5, 1, 0.5]         get_state()
 *     ["MT19937", [624 words], 5]                 get_state()[:3]
 *
 * As in NumPy: has_gauss or gauss is 0 where it is missing. Keys may come in any order. Other keys,
 * and elements behind the fifth, are ignored. true and false are 1 and 0, and 5.0 is the integer 5
 * (but NumPy 2.5 refuses a float for pos). A dictionary is taken whatever release is set; NumPy
 * 1.16 takes only tuples.
 *
 * A refused text has the status NPRAND_BAD_JSON, or NPRAND_BAD_POS, NPRAND_ZERO_KEY or
 * NPRAND_GAUSS_NOT_FINITE for these faults. *reason then says in English what is wrong: a text in
 * static storage. *offset is where: the index of the first byte of what is wrong; of the mark that
 * ends a list or an object in which something is missing; or the length, where the text ends too
 * early. With NPRAND_NULL_POINTER, *offset is 0 and *reason is nprand_strerror()'s. A call that
 * succeeds leaves both alone. Each pointer may be NULL.
 *
 * Refused although NumPy takes it:
 *   pos outside 0..624, which NumPy refuses only since 2.5, and a key of zeros: see above
 *   a gauss that is NaN, infinite, or a float above the largest double
 *   a fraction where an integer is needed: NumPy cuts it off
 *   a key of more than 624 words: NumPy takes the first 624 since 1.17
 *   one of the keys above for the second time: Python's json takes the last one
 *   in what is ignored, more than 64 lists and objects within each other: Python takes about 1000
 *
 * Time grows with the length of the text alone, and the stack does not depend on the text. Strings
 * are not checked to be UTF-8. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_set_state_json(nprand_rng *rng, const char *text,
                                                                size_t length, size_t *offset,
                                                                const char **reason);

/* nprand_get_state_python() and nprand_set_state_python() are like the two above, but for the state
 * of CPython's random module, [3, [624 words and the position], gauss_next or null]:
 *
 *     json.dump(random.getstate(), file)
 *     version, words, gauss = json.load(file); random.setstate((version, tuple(words), gauss))
 *
 * The words are the same, and the doubles of random.random() those of random_sample(). gauss_next
 * is taken for the kept standard normal: the one that random.gauss() would give next is the one
 * that standard_normal() gives next.
 *
 * An integer must have neither point nor exponent here, as in Python. Refused although
 * random.setstate() takes it: version 2, which Python wrote before 2.6; words above 2^32 - 1, of
 * which Python drops the upper bits; a key of zeros; a gauss_next that is no finite number. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_get_state_python(const nprand_rng *rng,
                                                                  size_t size, char *out,
                                                                  size_t *length);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_set_state_python(nprand_rng *rng, const char *text,
                                                                  size_t length, size_t *offset,
                                                                  const char **reason);

/* ---- Seed sequences ----------------------------------------------------------------------- */

/* NumPy's SeedSequence: entropy and a spawn key, hashed into a pool, from which seeds are made. A
 * parallel program gives each worker a generator that is seeded by a child of one sequence:
 *
 *     nprand_seed_seq root, child[K];                         root = SeedSequence(12345)
 *     status = nprand_seed_seq_init(&root, 12345);
 *     status = nprand_seed_seq_spawn(&root, K, child);        child = root.spawn(K)
 *     status = nprand_seed_sequence(&rng, &child[k]);         rng = RandomState(MT19937(child[k]))
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
NPRAND_API NPRAND_NODISCARD nprand_status nprand_seed_seq_init(nprand_seed_seq *seq,
                                                               uint64_t entropy);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_seed_seq_init_array(nprand_seed_seq *seq,
                                                                     const uint32_t *entropy,
                                                                     size_t len, size_t pool_size);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_seed_seq_init_text(nprand_seed_seq *seq,
                                                                    const char *text,
                                                                    size_t length);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_seed_seq_init_os(nprand_seed_seq *seq,
                                                                  size_t pool_size,
                                                                  uint32_t *entropy);

/* nprand_seed_seq_set_numpy() makes the children of *seq, and theirs, those of that NumPy release:
 * in 1.17 and 1.18 a spawn key was put next to entropy shorter than the pool, without zeros between
 * them. To be called before the first child is made. NPRAND_UNKNOWN_RELEASE for others, and for
 * 1.16, which has no SeedSequence. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_seed_seq_set_numpy(nprand_seed_seq *seq, int major,
                                                                    int minor);

/* nprand_seed_seq_spawn() writes the next n children to children, as SeedSequence.spawn(n), and
 * counts them. NPRAND_TOO_MANY_CHILDREN if that would be more than 2^32 - 1 in all, where NumPy's
 * loop does not end. *seq must not be one of the children. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_seed_seq_spawn(nprand_seed_seq *seq, size_t n,
                                                                nprand_seed_seq *children);

/* nprand_seed_seq_child() makes the one descendant whose spawn key is that of *seq with len words
 * more, and counts nothing: for seq of SeedSequence(entropy), SeedSequence(entropy,
 * spawn_key=spawn_key). So worker number k can make child number k for itself, from
 * spawn_key = {k}. Integers as in nprand_seed_seq_init_array(). child may be seq. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_seed_seq_child(const nprand_seed_seq *seq,
                                                                const uint32_t *spawn_key,
                                                                size_t len, nprand_seed_seq *child);

/* nprand_seed_seq_generate_state() writes n words to out, as SeedSequence.generate_state(n), and
 * nprand_seed_seq_generate_state_uint64() as generate_state(n, np.uint64). The same each time. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_seed_seq_generate_state(const nprand_seed_seq *seq,
                                                                         size_t n, uint32_t *out);
NPRAND_API NPRAND_NODISCARD nprand_status
nprand_seed_seq_generate_state_uint64(const nprand_seed_seq *seq, size_t n, uint64_t *out);

/* nprand_seed_sequence() is like nprand_seed(), but for RandomState(MT19937(seq)): another stream
 * than that of any nprand_seed(). RandomState(MT19937(12345)) is that of the sequence that
 * nprand_seed_seq_init(&seq, 12345) makes. *seq stays as it is. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_seed_sequence(nprand_rng *rng,
                                                               const nprand_seed_seq *seq);

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
NPRAND_API NPRAND_NODISCARD nprand_status nprand_bitgen(nprand_rng *rng, nprand_bitgen_t *bitgen);

/* ---- Words and bytes ---------------------------------------------------------------------- */

/* What a scalar draw of an integer returns when it is refused. For a draw whose range has this
 * value in it, set errno to 0 before the call and look at errno.
 *
 * AN INT CUTS IT TO 0, WHICH LOOKS LIKE A VALUE: int i = nprand_randint(&rng, 0, 0) is 0, and so
 * x[(int)nprand_choice(&rng, 0)] is x[0]. Keep what a scalar draw returns in an int64_t and compare
 * it with NPRAND_INVALID, or take the fill with n = 1, which returns a status. */
#define NPRAND_INVALID INT64_MIN

/* nprand_random_raw() draws one word, 0..2^32-1, as RandomState's bit generator does with
 * MT19937.random_raw(); NPRAND_INVALID if refused. nprand_random_raw_fill() draws n words. Exact.
 * 1 word each. */
NPRAND_API int64_t nprand_random_raw(nprand_rng *rng);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_random_raw_fill(nprand_rng *rng, size_t n,
                                                                 uint32_t *out);

/* nprand_bytes() writes n random bytes to out, as RandomState.bytes(n). Exact. Each word gives four
 * bytes, the lowest first; the last one is drawn whole. max(1, ceil(n/4)) words: n = 0 costs one.
 * (NumPy does this; do not repair.) */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_bytes(nprand_rng *rng, size_t n, void *out);

/* ---- Uniform doubles ---------------------------------------------------------------------- */

/* nprand_random_sample() draws a double, uniform on [0, 1): a multiple of 2^-53 made of two words,
 * as RandomState.random_sample(). Exact. 2 words. Source: genrand_res53 of mt19937ar (Isaku Wada,
 * 2002). nprand_random() and nprand_rand() are the same draw under NumPy's other names. */
NPRAND_API double nprand_random_sample(nprand_rng *rng);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_random_sample_fill(nprand_rng *rng, size_t n,
                                                                    double *out);
NPRAND_API double nprand_random(nprand_rng *rng);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_random_fill(nprand_rng *rng, size_t n,
                                                             double *out);
NPRAND_API double nprand_rand(nprand_rng *rng);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_rand_fill(nprand_rng *rng, size_t n, double *out);

/* nprand_uniform() draws low + (high - low) * U with U as random_sample gives it: uniform on
 * [low, high), as RandomState.uniform(low, high). Exact. 2 words.
 *
 * low, high: high - low must be finite, else NPRAND_RANGE_NOT_FINITE (OverflowError in NumPy). low
 * may be above high. Rounding can give the value high itself. */
NPRAND_API double nprand_uniform(nprand_rng *rng, double low, double high);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_uniform_fill(nprand_rng *rng, double low,
                                                              double high, size_t n, double *out);

/* ---- Normal ------------------------------------------------------------------------------- */

/* nprand_standard_normal() draws from the normal distribution of mean 0 and standard deviation 1,
 * as RandomState.standard_normal(). Through log. Values come in pairs: one is returned, the other
 * is kept in the generator for the next call, whichever method makes it, across all calls but those
 * that seed, set the state, advance or jump. 4 words for each attempt at a pair (pi/4 of them succeed), so 2.55 per value in the
 * mean; none for the kept one. Source: the polar method of Marsaglia and Bray (1964).
 * nprand_randn() is the same draw under NumPy's other name. */
NPRAND_API double nprand_standard_normal(nprand_rng *rng);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_standard_normal_fill(nprand_rng *rng, size_t n,
                                                                      double *out);
NPRAND_API double nprand_randn(nprand_rng *rng);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_randn_fill(nprand_rng *rng, size_t n, double *out);

/* nprand_normal() draws loc + scale * nprand_standard_normal(), as RandomState.normal(loc, scale).
 * Through log. Words as there, whatever the scale.
 *
 * loc: any. scale: the standard deviation; not negative, and not -0.0, else NPRAND_NEGATIVE_SCALE.
 * 0 and NaN are taken, as NumPy takes them. */
NPRAND_API double nprand_normal(nprand_rng *rng, double loc, double scale);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_normal_fill(nprand_rng *rng, double loc,
                                                             double scale, size_t n, double *out);

/* ---- Other continuous distributions ------------------------------------------------------- */

/* Below, E stands for a standard exponential, G for a standard normal (from the pair, as above), U
 * and V for uniform doubles of 2 words. "Not negative" refuses a set sign bit, so -0.0 too, and
 * takes NaN, which gives NaN; "positive" refuses 0 and takes NaN. NumPy does this. The scalar forms
 * are as nearly everywhere: NaN and EDOM if refused. */

/* nprand_standard_exponential() draws E = -log(1 - U), as RandomState.standard_exponential().
 * Through log. 2 words. */
NPRAND_API double nprand_standard_exponential(nprand_rng *rng);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_standard_exponential_fill(nprand_rng *rng,
                                                                           size_t n, double *out);

/* nprand_exponential() draws scale * E, as RandomState.exponential(scale). Through log. 2 words.
 *
 * scale: the mean, 1/rate; not negative, else NPRAND_NEGATIVE_SCALE. */
NPRAND_API double nprand_exponential(nprand_rng *rng, double scale);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_exponential_fill(nprand_rng *rng, double scale,
                                                                  size_t n, double *out);

/* nprand_standard_gamma() draws from the gamma distribution of scale 1, as
 * RandomState.standard_gamma(shape). Through log, pow.
 *
 * shape: not negative, else NPRAND_NEGATIVE_SHAPE. 0 gives 0 without words. Words: 2 for shape 1; 4
 * per attempt below 1; above 1, per attempt, a G (again while it is too low) and 2. Sources: Ahrens
 * and Dieter (1974) below 1, Marsaglia and Tsang (2000) above. */
NPRAND_API double nprand_standard_gamma(nprand_rng *rng, double shape);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_standard_gamma_fill(nprand_rng *rng, double shape,
                                                                     size_t n, double *out);

/* nprand_gamma() draws scale * nprand_standard_gamma(shape), as RandomState.gamma(shape, scale).
 * Through log, pow. Words as there.
 *
 * shape, scale: not negative, else NPRAND_NEGATIVE_SHAPE, NPRAND_NEGATIVE_SCALE. */
NPRAND_API double nprand_gamma(nprand_rng *rng, double shape, double scale);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_gamma_fill(nprand_rng *rng, double shape,
                                                            double scale, size_t n, double *out);

/* nprand_beta() draws from the beta distribution on [0, 1], as RandomState.beta(a, b). Through pow,
 * and log and exp where both powers are 0; or as standard_gamma.
 *
 * a, b: positive, else NPRAND_A_NOT_POSITIVE, NPRAND_B_NOT_POSITIVE. Tiny a and b (1e-320) give
 * NaN. Words: 4 per attempt for a, b <= 1 (Johnk 1964); else those of two gammas. */
NPRAND_API double nprand_beta(nprand_rng *rng, double a, double b);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_beta_fill(nprand_rng *rng, double a, double b,
                                                           size_t n, double *out);

/* nprand_chisquare() draws 2 * nprand_standard_gamma(df / 2), as RandomState.chisquare(df). Through
 * log, pow. Words as there.
 *
 * df: degrees of freedom; positive, else NPRAND_DF_NOT_POSITIVE. */
NPRAND_API double nprand_chisquare(nprand_rng *rng, double df);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_chisquare_fill(nprand_rng *rng, double df,
                                                                size_t n, double *out);

/* nprand_noncentral_chisquare() is RandomState.noncentral_chisquare(df, nonc). Through log, pow,
 * exp.
 *
 * df: positive, else NPRAND_DF_NOT_POSITIVE. nonc: noncentrality; not negative, else
 * NPRAND_NEGATIVE_NONC. Words: nonc = 0: a chisquare(df); df > 1: a chisquare(df - 1) and a G; else
 * a poisson(nonc / 2) and a chisquare. */
NPRAND_API double nprand_noncentral_chisquare(nprand_rng *rng, double df, double nonc);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_noncentral_chisquare_fill(nprand_rng *rng,
                                                                           double df, double nonc,
                                                                           size_t n, double *out);

/* nprand_f() draws from Fisher's F distribution, as RandomState.f(dfnum, dfden). Through log, pow.
 * Words of two chisquares.
 *
 * dfnum, dfden: degrees of freedom; positive, else NPRAND_DFNUM_NOT_POSITIVE,
 * NPRAND_DFDEN_NOT_POSITIVE. */
NPRAND_API double nprand_f(nprand_rng *rng, double dfnum, double dfden);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_f_fill(nprand_rng *rng, double dfnum, double dfden,
                                                        size_t n, double *out);

/* nprand_noncentral_f() is RandomState.noncentral_f(dfnum, dfden, nonc): a noncentral_chisquare
 * over a chisquare. Through log, pow, exp. Parameters as in nprand_f() and
 * nprand_noncentral_chisquare(). */
NPRAND_API double nprand_noncentral_f(nprand_rng *rng, double dfnum, double dfden, double nonc);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_noncentral_f_fill(nprand_rng *rng, double dfnum,
                                                                   double dfden, double nonc,
                                                                   size_t n, double *out);

/* nprand_standard_t() draws from Student's t distribution, as RandomState.standard_t(df). Through
 * log, pow. Words of a G and a standard_gamma(df / 2).
 *
 * df: degrees of freedom; positive, else NPRAND_DF_NOT_POSITIVE. */
NPRAND_API double nprand_standard_t(nprand_rng *rng, double df);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_standard_t_fill(nprand_rng *rng, double df,
                                                                 size_t n, double *out);

/* nprand_standard_cauchy() draws G / G, the first above the line, as RandomState.standard_cauchy().
 * Through log. */
NPRAND_API double nprand_standard_cauchy(nprand_rng *rng);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_standard_cauchy_fill(nprand_rng *rng, size_t n,
                                                                      double *out);

/* nprand_lognormal() draws exp(mean + sigma * G), as RandomState.lognormal(mean, sigma). Through
 * log, exp.
 *
 * mean: any. sigma: not negative, else NPRAND_NEGATIVE_SIGMA. */
NPRAND_API double nprand_lognormal(nprand_rng *rng, double mean, double sigma);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_lognormal_fill(nprand_rng *rng, double mean,
                                                                double sigma, size_t n,
                                                                double *out);

/* nprand_laplace(), nprand_logistic() and nprand_gumbel() invert their distribution functions, as
 * the methods of RandomState. Through log. 2 words; 2 more where U = 0, once in 2^53.
 *
 * loc: any. scale: not negative, else NPRAND_NEGATIVE_SCALE. */
NPRAND_API double nprand_laplace(nprand_rng *rng, double loc, double scale);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_laplace_fill(nprand_rng *rng, double loc,
                                                              double scale, size_t n, double *out);
NPRAND_API double nprand_logistic(nprand_rng *rng, double loc, double scale);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_logistic_fill(nprand_rng *rng, double loc,
                                                               double scale, size_t n, double *out);
NPRAND_API double nprand_gumbel(nprand_rng *rng, double loc, double scale);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_gumbel_fill(nprand_rng *rng, double loc,
                                                             double scale, size_t n, double *out);

/* nprand_pareto() draws exp(E / a) - 1, as RandomState.pareto(a): the Pareto II or Lomax
 * distribution. Through log, exp. 2 words.
 *
 * a: positive, else NPRAND_A_NOT_POSITIVE. */
NPRAND_API double nprand_pareto(nprand_rng *rng, double a);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_pareto_fill(nprand_rng *rng, double a, size_t n,
                                                             double *out);

/* nprand_power() draws from a x^(a-1) on [0, 1], as RandomState.power(a). Through log, exp, pow. 2
 * words.
 *
 * a: positive, else NPRAND_A_NOT_POSITIVE. */
NPRAND_API double nprand_power(nprand_rng *rng, double a);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_power_fill(nprand_rng *rng, double a, size_t n,
                                                            double *out);

/* nprand_weibull() draws E^(1/a), as RandomState.weibull(a). Through log, pow. 2 words.
 *
 * a: not negative, else NPRAND_NEGATIVE_A; 0 gives 0 without words. */
NPRAND_API double nprand_weibull(nprand_rng *rng, double a);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_weibull_fill(nprand_rng *rng, double a, size_t n,
                                                              double *out);

/* nprand_rayleigh() draws scale * sqrt(-2 log(1 - U)), as RandomState.rayleigh(scale). Through
 * log1p. 2 words.
 *
 * scale: not negative, else NPRAND_NEGATIVE_SCALE. */
NPRAND_API double nprand_rayleigh(nprand_rng *rng, double scale);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_rayleigh_fill(nprand_rng *rng, double scale,
                                                               size_t n, double *out);

/* nprand_triangular() inverts the triangular distribution function, as RandomState.triangular(left,
 * mode, right). Exact. 2 words.
 *
 * left <= mode <= right and left != right, else NPRAND_LEFT_ABOVE_MODE, NPRAND_MODE_ABOVE_RIGHT,
 * NPRAND_LEFT_IS_RIGHT; NaN is taken. */
NPRAND_API double nprand_triangular(nprand_rng *rng, double left, double mode, double right);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_triangular_fill(nprand_rng *rng, double left,
                                                                 double mode, double right,
                                                                 size_t n, double *out);

/* nprand_vonmises() draws an angle in radians on [-pi, pi], as RandomState.vonmises(mu, kappa).
 * Through cos, log, acos: the bits of NumPy on glibc 2.34 or later. Above kappa = 1e14, an ulp of
 * cos can decide whether an attempt is accepted, and so all that follows.
 *
 * mu: the mode; any. kappa: concentration; not negative, else NPRAND_NEGATIVE_KAPPA. Refused with
 * NPRAND_TOO_MANY_ATTEMPTS: some kappa from 5e15 on and all from 2e16 on, for which NumPy never
 * returns. Before NumPy 1.9 some from
 * 1e-8 to 1.5e-8 are refused too, for the same reason. Bound of the attempts: 4 for kappa < 1e13; else 2 exp(y - 1) / min(y, 1) for y =
 * kappa (s - 1), where s is the envelope's parameter in the paper. For kappa < 1e-8 the angle is
 * uniform on [-pi, pi) whatever mu. NaN gives NaN without words. Words: 2 for kappa < 1e-8; else 4
 * per attempt and 2. Source: Best and Fisher (1979). */
NPRAND_API double nprand_vonmises(nprand_rng *rng, double mu, double kappa);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_vonmises_fill(nprand_rng *rng, double mu,
                                                               double kappa, size_t n, double *out);

/* nprand_wald() draws from the inverse Gaussian distribution, as RandomState.wald(mean, scale).
 * Through log. Words of a G, and 2. For mean far above scale, cancellation gives 0 or less.
 *
 * mean, scale: positive, else NPRAND_MEAN_NOT_POSITIVE, NPRAND_SCALE_NOT_POSITIVE. Source: Michael,
 * Schucany and Haas (1976). */
NPRAND_API double nprand_wald(nprand_rng *rng, double mean, double scale);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_wald_fill(nprand_rng *rng, double mean,
                                                           double scale, size_t n, double *out);

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
NPRAND_API NPRAND_NODISCARD nprand_status nprand_randint_fill(nprand_rng *rng, int64_t low,
                                                              int64_t high, size_t n, int64_t *out);

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
 * uint64 the same bits, 2^63.
 *
 * int32 and uint32 give the values of int64 and take its words, for the same bounds (but over 2^32
 * values int64 takes two words in 1.17.0 to 1.17.2, see nprand_set_numpy()): they differ in the
 * type of out alone. bool, 8 and 16 bits give others: nprand_randint_int8_fill(rng, 0, 10, n, out)
 * is not nprand_randint_fill(rng, 0, 10, n, out). */
NPRAND_API int64_t nprand_randint_bool(nprand_rng *rng, int64_t low, int64_t high);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_randint_bool_fill(nprand_rng *rng, int64_t low,
                                                                   int64_t high, size_t n,
                                                                   bool *out);
NPRAND_API int64_t nprand_randint_int8(nprand_rng *rng, int64_t low, int64_t high);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_randint_int8_fill(nprand_rng *rng, int64_t low,
                                                                   int64_t high, size_t n,
                                                                   int8_t *out);
NPRAND_API int64_t nprand_randint_int16(nprand_rng *rng, int64_t low, int64_t high);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_randint_int16_fill(nprand_rng *rng, int64_t low,
                                                                    int64_t high, size_t n,
                                                                    int16_t *out);
NPRAND_API int64_t nprand_randint_int32(nprand_rng *rng, int64_t low, int64_t high);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_randint_int32_fill(nprand_rng *rng, int64_t low,
                                                                    int64_t high, size_t n,
                                                                    int32_t *out);
NPRAND_API int64_t nprand_randint_int64(nprand_rng *rng, int64_t low, int64_t high);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_randint_int64_fill(nprand_rng *rng, int64_t low,
                                                                    int64_t high, size_t n,
                                                                    int64_t *out);
NPRAND_API int64_t nprand_randint_uint8(nprand_rng *rng, int64_t low, int64_t high);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_randint_uint8_fill(nprand_rng *rng, int64_t low,
                                                                    int64_t high, size_t n,
                                                                    uint8_t *out);
NPRAND_API int64_t nprand_randint_uint16(nprand_rng *rng, int64_t low, int64_t high);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_randint_uint16_fill(nprand_rng *rng, int64_t low,
                                                                     int64_t high, size_t n,
                                                                     uint16_t *out);
NPRAND_API int64_t nprand_randint_uint32(nprand_rng *rng, int64_t low, int64_t high);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_randint_uint32_fill(nprand_rng *rng, int64_t low,
                                                                     int64_t high, size_t n,
                                                                     uint32_t *out);
NPRAND_API uint64_t nprand_randint_uint64(nprand_rng *rng, uint64_t low, uint64_t high);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_randint_uint64_fill(nprand_rng *rng, uint64_t low,
                                                                     uint64_t high, size_t n,
                                                                     uint64_t *out);

/* Like nprand_randint_int64() and nprand_randint_uint64(), but on low <= x <= last, so that the
 * ranges whose upper end fits no C integer can be asked for: randint(-2**63, 2**63, dtype=int64) is
 * (INT64_MIN, INT64_MAX), randint(0, 2**64, dtype=uint64) is (0, UINT64_MAX). low <= last, else as
 * there. */
NPRAND_API int64_t nprand_randint_int64_endpoint(nprand_rng *rng, int64_t low, int64_t last);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_randint_int64_endpoint_fill(nprand_rng *rng,
                                                                             int64_t low,
                                                                             int64_t last, size_t n,
                                                                             int64_t *out);
NPRAND_API uint64_t nprand_randint_uint64_endpoint(nprand_rng *rng, uint64_t low, uint64_t last);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_randint_uint64_endpoint_fill(
    nprand_rng *rng, uint64_t low, uint64_t last, size_t n, uint64_t *out);

/* nprand_random_integers() draws an integer, uniform on low <= x <= high, as
 * RandomState.random_integers(low, high); random_integers(high) starts at low = 1. Exact. Bounds
 * and words as in nprand_randint() with one more for high, which may be INT64_MAX. */
NPRAND_API int64_t nprand_random_integers(nprand_rng *rng, int64_t low, int64_t high);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_random_integers_fill(nprand_rng *rng, int64_t low,
                                                                      int64_t high, size_t n,
                                                                      int64_t *out);

/* nprand_tomaxint() draws an integer, uniform on 0..2^63-1, as RandomState.tomaxint() where C's
 * long has 64 bits. Exact. 2 words. */
NPRAND_API int64_t nprand_tomaxint(nprand_rng *rng);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_tomaxint_fill(nprand_rng *rng, size_t n,
                                                               int64_t *out);

/* ---- Other discrete distributions --------------------------------------------------------- */

/* What overflows a long in NumPy's C gives LONG_MIN here, as it does on x86: INT64_MIN, which is
 * also NPRAND_INVALID, but leaves errno alone. */

/* nprand_poisson() is RandomState.poisson(lam). Through exp for lam < 10, else through log.
 *
 * lam: 0 <= lam <= 9.223372006484771e18, else NPRAND_LAM_NEGATIVE (NaN too), NPRAND_LAM_TOO_LARGE.
 * 0 gives 0 without words. Words: 2 (x + 1) for the value x if lam < 10; else 4 per attempt.
 * Sources: Knuth, TAOCP 3.4.1, algorithm Q; PTRS of Hoermann (1993). */
NPRAND_API int64_t nprand_poisson(nprand_rng *rng, double lam);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_poisson_fill(nprand_rng *rng, double lam, size_t n,
                                                              int64_t *out);

/* nprand_binomial() is RandomState.binomial(n, p): how many of the trials succeed. Through log, exp
 * for n min(p, 1-p) <= 30, else through log.
 *
 * p: 0 <= p <= 1, else NPRAND_P_OUTSIDE_0_1. trials: not negative, else NPRAND_N_NEGATIVE. With r =
 * min(p, 1 - p) and q = 1 - r as doubles, inversion takes n r <= 30. It starts again where rounding
 * makes its chances add up to less than U. Bound of the attempts: 2 for n <= 2^53, else
 * 2 exp(n ((1 - q) - r)), more than 2^30 for some n above 10^17 (NPRAND_TOO_MANY_ATTEMPTS); 4
 * without inversion. Words: 2 per attempt by inversion, drawn even if the result is sure; else 4 per
 * attempt. Sources: sequential inversion; BTPE of Kachitvichyanukul and Schmeiser (1988), with two
 * signs and a digit of NumPy's. */
NPRAND_API int64_t nprand_binomial(nprand_rng *rng, int64_t trials, double p);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_binomial_fill(nprand_rng *rng, int64_t trials,
                                                               double p, size_t n, int64_t *out);

/* nprand_negative_binomial() is RandomState.negative_binomial(n, p): failures before n successes.
 * Through log, pow, exp.
 *
 * successes: positive, a fraction too, else NPRAND_N_NOT_POSITIVE; NaN gives 0. p: 0 <= p <= 1,
 * else NPRAND_P_OUTSIDE_0_1; 0 gives INT64_MIN. Words of a gamma and a poisson. */
NPRAND_API int64_t nprand_negative_binomial(nprand_rng *rng, double successes, double p);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_negative_binomial_fill(nprand_rng *rng,
                                                                        double successes, double p,
                                                                        size_t n, int64_t *out);

/* nprand_geometric() is RandomState.geometric(p): trials up to the first success. Exact for p >=
 * 1/3, else through log, log1p.
 *
 * p: 0 < p <= 1, else NPRAND_P_NOT_POSITIVE. 0 comes out where U = 0 and p < 1/3, INT64_MIN where p
 * is at most 2^-54, so that 1 - p is 1. 2 words. */
NPRAND_API int64_t nprand_geometric(nprand_rng *rng, double p);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_geometric_fill(nprand_rng *rng, double p, size_t n,
                                                                int64_t *out);

/* nprand_hypergeometric() is RandomState.hypergeometric(ngood, nbad, nsample): how many of a sample
 * without replacement are good. Exact for nsample <= 10, else through log.
 *
 * nsample <= ngood + nbad, else NPRAND_NSAMPLE_TOO_LARGE; ngood, nbad: not negative, else
 * NPRAND_NGOOD_NEGATIVE, NPRAND_NBAD_NEGATIVE; nsample: at least 1, else NPRAND_NSAMPLE_BELOW_1;
 * the population at most LONG_MAX, and for nsample > 10 at most LONG_MAX - 2, except where NumPy
 * returns, else NPRAND_OUTSIDE_LONG. Bound of the attempts, for nsample > 10: with m = min(nsample,
 * population - nsample), var the variance for a sample of m, and w the width that HRUA* computes of
 * nsample: 2 w min(1, 2 / sqrt(1 + 4 var)), which is large where m is small and nsample huge. For a
 * population above 2^44, it is multiplied by how many points the rounding of logarithms rejects:
 * 2^28 points at most are looked at. Above 2^30: NPRAND_TOO_MANY_ATTEMPTS. Words: 2 for each item until the rarer kind is used up, so
 * none if it is empty; nsample > 10: 4 per attempt. Sources: HYP of Kachitvichyanukul and Schmeiser
 * (1985); HRUA* of Stadlober (1990). */
NPRAND_API int64_t nprand_hypergeometric(nprand_rng *rng, int64_t ngood, int64_t nbad,
                                         int64_t nsample);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_hypergeometric_fill(nprand_rng *rng, int64_t ngood,
                                                                     int64_t nbad, int64_t nsample,
                                                                     size_t n, int64_t *out);

/* nprand_logseries() is RandomState.logseries(p). Through log, exp.
 *
 * p: 0 <= p < 1, else NPRAND_P_OUTSIDE_0_BELOW_1. 2 words, or 4; seldom more. Source: Kemp (1981).
 */
NPRAND_API int64_t nprand_logseries(nprand_rng *rng, double p);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_logseries_fill(nprand_rng *rng, double p, size_t n,
                                                                int64_t *out);

/* nprand_zipf() is RandomState.zipf(a). Through pow.
 *
 * a: above 1, else NPRAND_A_NOT_ABOVE_1. From 1025 on, where NumPy never returns, 1 without words.
 * Bound of the attempts: (1 + 1 / x) / ln 2 for x = 63 ln 2 (a - 1), or 31 ln 2 (a - 1) for a long
 * of 32 bits; more than 2^30 for a < 1 + 3.1e-11, or 1 + 6.3e-11 (NPRAND_TOO_MANY_ATTEMPTS). 4 words
 * per attempt. Source: Devroye (1986), X.6.1. */
NPRAND_API int64_t nprand_zipf(nprand_rng *rng, double a);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_zipf_fill(nprand_rng *rng, double a, size_t n,
                                                           int64_t *out);

/* ---- Multivariate distributions ----------------------------------------------------------- */

/* nprand_multinomial() is RandomState.multinomial(n, pvals): how often each of k categories comes
 * in n trials. out gets k numbers; the fill writes that many rows of k, one after another. Through
 * log, exp. Both forms return a status.
 *
 * trials: not negative, else NPRAND_N_NEGATIVE. Where a long has 32 bits, NumPy 1.17.0 to 1.26.1
 * cut trials to its lower 32 bits, as a signed number. pvals: k chances, each in [0, 1], else
 * NPRAND_PVALS_OUTSIDE_0_1, of which all but the last, which counts as the rest, add up to at most
 * 1 + 1e-12, else NPRAND_PVALS_SUM. Attempts as for the binomial of each category but the last, for
 * any trials up to all of them; a bound above 2^30 is NPRAND_TOO_MANY_ATTEMPTS. k = 0 gives rows
 * without elements. Words: a binomial for each
 * category but the last, until no trials are left. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_multinomial(nprand_rng *rng, int64_t trials,
                                                             const double *pvals, size_t k,
                                                             int64_t *out);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_multinomial_fill(nprand_rng *rng, int64_t trials,
                                                                  const double *pvals, size_t k,
                                                                  size_t rows, int64_t *out);

/* nprand_dirichlet() is RandomState.dirichlet(alpha): k shares that add up to 1. Rows as above.
 * Through log, pow.
 *
 * alpha: k concentrations, each positive, else NPRAND_ALPHA_NOT_POSITIVE. Tiny ones can give a row
 * of NaN. Words: a standard_gamma for each. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_dirichlet(nprand_rng *rng, const double *alpha,
                                                           size_t k, double *out);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_dirichlet_fill(nprand_rng *rng,
                                                                const double *alpha, size_t k,
                                                                size_t rows, double *out);

/* ---- Permutations and samples ------------------------------------------------------------- */

/* nprand_shuffle() puts the count elements of size bytes at base into random order, in place, as
 * RandomState.shuffle(). Arguments as qsort()'s. Rows of a matrix are elements too. Exact.
 *
 * base may be NULL if count or size is 0. Words: for i = count-1 down to 1 one masked draw on 0..i
 * as in nprand_randint(); none if count <= 1. With size = 0, none either; but before 1.20, NumPy
 * drew for elements without bytes, and a count above 2^30 of them is NPRAND_TOO_LARGE. Source: Fisher and Yates (1938), Durstenfeld (1964). */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_shuffle(nprand_rng *rng, void *base, size_t count,
                                                         size_t size);

/* nprand_permutation() writes 0..n-1 in random order to out, as RandomState.permutation(n). Exact.
 * Words as nprand_shuffle() of n elements. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_permutation(nprand_rng *rng, size_t n,
                                                             int64_t *out);

/* nprand_permutation_array() writes the count elements of size bytes at base to out in random
 * order, as RandomState.permutation(x) for an array x. base stays as it is and must not overlap
 * out. Exact. Words as nprand_shuffle(), but those of count elements even if size = 0; a count
 * above 2^30 is then NPRAND_TOO_LARGE. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_permutation_array(nprand_rng *rng,
                                                                   const void *base, size_t count,
                                                                   size_t size, void *out);

/* RandomState.choice(a, size, replace, p) is several functions here, since each form needs other
 * arguments, other work space and other words: so a call says which form it is, no pointer is
 * optional, and none can be taken for another. All of them draw indices on 0..a-1; to choose from
 * an array of a items, use the index. Exact.
 *
 *     choice(a), choice(a, n)                    nprand_choice, nprand_choice_fill
 *     choice(a, p=p), choice(a, n, p=p)          nprand_choice_p, nprand_choice_p_fill
 *     choice(a, n, replace=False)                nprand_choice_no_replace_fill
 *     choice(a, n, replace=False, p=p)           nprand_choice_no_replace_p_fill
 *     the same for p of dtype float32            ..._p_float, ..._p_float_fill
 *
 * a: at least 1, else NPRAND_EMPTY_POPULATION; the fills take a <= 0 where n = 0. */

/* nprand_choice() draws an index with equal chances, and nprand_choice_fill() draws n of them.
 * Words as nprand_randint(rng, 0, a). */
NPRAND_API int64_t nprand_choice(nprand_rng *rng, int64_t a);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_choice_fill(nprand_rng *rng, int64_t a, size_t n,
                                                             int64_t *out);

/* nprand_choice_p() draws an index with the probabilities p, and nprand_choice_p_fill() draws n of
 * them. 2 words each. The scalar form takes time proportional to a; for many draws use the fill.
 *
 * p: a probabilities: not NaN, not negative, of sum 1 to within 2^-26 = 1.49e-8, else
 * NPRAND_P_NAN, NPRAND_P_NEGATIVE or NPRAND_P_SUM; NPRAND_P_SIZE for a negative a. p NULL is
 * NPRAND_NULL_POINTER. work: nprand_choice_p_work_size(a) bytes.
 *
 * nprand_choice_p_float() and nprand_choice_p_float_fill() are the same for an array p of float32,
 * of which NumPy makes doubles, too: its sum is 1 to within the square root of float32's epsilon,
 * 3.4526698e-4, to which NumPy since 2.0 rounds what the sum is off. (A list of float32 in NumPy
 * has the tolerance of doubles.) */
NPRAND_API int64_t nprand_choice_p(nprand_rng *rng, int64_t a, const double *p);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_choice_p_fill(nprand_rng *rng, int64_t a,
                                                               const double *p, size_t n,
                                                               int64_t *out, nprand_work work);
NPRAND_API int64_t nprand_choice_p_float(nprand_rng *rng, int64_t a, const float *p);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_choice_p_float_fill(nprand_rng *rng, int64_t a,
                                                                     const float *p, size_t n,
                                                                     int64_t *out,
                                                                     nprand_work work);

/* nprand_choice_no_replace_fill() draws n different indices with equal chances.
 *
 * n: at most a, else NPRAND_SAMPLE_TOO_LARGE, also for a < 0 with n = 0. work:
 * nprand_choice_no_replace_work_size(a) bytes. Words: a whole nprand_permutation(a) is made, of
 * which the first n are taken, at n = 0 too. (NumPy does this; do not repair.) */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_choice_no_replace_fill(nprand_rng *rng, int64_t a,
                                                                        size_t n, int64_t *out,
                                                                        nprand_work work);

/* nprand_choice_no_replace_p_fill() draws n different indices with the probabilities p, and
 * nprand_choice_no_replace_p_float_fill() does with an array p of float32.
 *
 * p: as in nprand_choice_p() and nprand_choice_p_float(); at least n elements are above 0, else
 * NPRAND_P_TOO_FEW_NONZERO. n: at most a, else NPRAND_SAMPLE_TOO_LARGE. work:
 * nprand_choice_no_replace_p_work_size(a) bytes. Words: rounds of as many uniform doubles as
 * indices are still missing. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_choice_no_replace_p_fill(
    nprand_rng *rng, int64_t a, const double *p, size_t n, int64_t *out, nprand_work work);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_choice_no_replace_p_float_fill(
    nprand_rng *rng, int64_t a, const float *p, size_t n, int64_t *out, nprand_work work);

/* nprand_choice_p_work_size(), nprand_choice_no_replace_work_size() and
 * nprand_choice_no_replace_p_work_size() give the bytes of work space for a population of a, with p
 * of doubles or floats: 8 a, 8 a and 16 a. 0 for a <= 0; SIZE_MAX where no object is so large. */
NPRAND_API size_t nprand_choice_p_work_size(int64_t a);
NPRAND_API size_t nprand_choice_no_replace_work_size(int64_t a);
NPRAND_API size_t nprand_choice_no_replace_p_work_size(int64_t a);

#undef NPRAND_ALIGNAS

#ifdef __cplusplus
}
#endif

#endif
