/* SPDX-License-Identifier: BSD-3-Clause
 *
 * nprand: numpy.random.RandomState in C, bit for bit.
 *
 * A C program that seeds an nprand_rng with s draws the numbers that Python draws from
 * numpy.random.RandomState(s), or from the functions of np.random after np.random.seed(s). The
 * values are equal to the last bit. The call takes equally many words from the MT19937 engine, and
 * leaves an equal state.
 *
 *     nprand_rng rng;
 *     if (nprand_seed(&rng, 0) != NPRAND_OK)
 *         return 1;
 *     printf("%.8g\n", nprand_random_sample(&rng));      prints 0.5488135, as np.random.rand() does
 *
 * Terms.  A word is one 32-bit output of MT19937. A uniform double takes two words. An attempt is
 * one pass of a rejection method, which repeats until it accepts a value. The cached normal is the
 * second value of a polar pair, which the generator keeps for the next call.
 *
 * Which NumPy.  RandomState is frozen, but a few releases draw other numbers than the others. A
 * generator reproduces one release: 2.5, unless nprand_set_numpy() names another one. The
 * differences are listed at that function.
 *
 * Which bits.  The bits do not depend on compiler, CPU or C library. Each function says how NumPy
 * computes its values:
 *   exact         by integer and IEEE 754 arithmetic alone;
 *   through log   with the C library's log(), whose bits depend on the machine.
 * For the second kind, this library has its own log, exp, pow, log1p, cos and acos, the reference
 * profile. They have the bits of NumPy with glibc on an x86-64 CPU with fused multiply-add. A
 * library built with -Dmath=system calls the C library's functions instead, as NumPy does. It has
 * the bits of the NumPy on its host. docs/bits.md says more, and how often values differ. A NaN can
 * have any payload.
 *
 * Nothing endless.  Parameters for which a value is expected to take more than 2^30 attempts are
 * refused with NPRAND_TOO_MANY_ATTEMPTS. A check computes a bound of that number before the first
 * draw. Only zipf, binomial, multinomial, hypergeometric and vonmises have such parameters; their
 * descriptions give the bound. Every other method makes four attempts or fewer for a value on
 * average.
 *
 * Stack.  A scalar draw takes at most 4 KiB of stack, any other call at most 20 KiB, with every
 * optimisation level of GCC and clang. Sanitizers take more, and a runner takes what it takes.
 *
 * Floating-point environment.  The values are promised for the environment in which a program
 * starts: rounding to nearest, subnormal numbers computed as they are (no flush-to-zero, no
 * denormals-are-zero). In any other environment, values and the number of words can differ, also
 * between scalar and fill. In every environment, nothing is read or written out of bounds, and
 * every call returns.
 *
 * Object.  nprand_rng lives in the caller's memory. The library never allocates, starts no thread,
 * and has no global generator. One object serves one thread at a time; any number of objects can be
 * in use at once. Copying the struct forks the stream. Seed an object before any other call: zeroed
 * memory is recognised and refused with NPRAND_NOT_SEEDED; any other contents are undefined
 * behaviour.
 *
 * Three forms of each draw.  The scalar form returns one value. The fill form takes NumPy's
 * parameters in NumPy's order, then n, then out, and writes n values. They are the values of n
 * scalar calls, and the fill leaves the state that n scalar calls leave. A fill may be divided into
 * smaller fills at any place. (randint of bool, 8 and 16 bits is the exception, in NumPy too.)
 * Arrays are flat, in C order: rand(2, 3) is n = 6. A description is for all forms: "Words: 2"
 * means 2 for each value.
 *
 * The each form has arrays as parameters, as NumPy's broadcast call has. It takes a pointer and a
 * step for each parameter. This is normal(loc, scale) for an array loc of three means:
 *
 *     double loc[3] = {0, 100, 200}, scale = 1, x[3];
 *     if (nprand_normal_each(&rng, loc, 1, &scale, 0, 3, x) != NPRAND_OK)
 *         return 1;
 *
 * Value i, from 0 to n - 1, is drawn with loc[i * loc_step] and scale[i * scale_step]. A step
 * counts elements, and may be negative. With step 0, *loc serves all n draws. The values and the
 * state are those of n scalar calls. The n values may be divided into smaller calls at any place.
 * (randint of bool, 8 and 16 bits is the exception: the n integers share the pieces of words,
 * whatever their bounds are.) All methods with parameters have this form, except choice,
 * multinomial and dirichlet. They have no arrays of parameters in NumPy.
 *
 * NumPy's checks look at all values of a parameter, then at those of the next parameter. One value
 * that the method refuses is enough to refuse the call. Where NumPy has other words for arrays, as
 * in "p contains NaNs", the status is another one, as NPRAND_EACH_P_OUTSIDE_0_1, also if every step
 * is 0. With n = 0, a parameter of step 0 is checked by itself, as in NumPy (not in randint and
 * random_integers); pointers of other steps may be NULL. A step with which the values are further
 * apart than PTRDIFF_MAX bytes is refused with NPRAND_TOO_LARGE. The check of out comes last: it
 * must not overlap a parameter, from its lowest value to its highest one, else NPRAND_OVERLAP. The
 * time is that of n scalar calls or less. No memory is allocated.
 *
 * Errors, one rule.  Arguments are checked before the first draw. A refused call leaves generator
 * and output unchanged. A function that returns nprand_status returns NPRAND_OK (0) or the reason
 * of the refusal. nprand_strerror() gives the reason in NumPy's words. The compiler warns where a
 * program ignores a status. A scalar draw behaves like libm: a refused call returns NaN, or
 * NPRAND_INVALID if the result is an integer, and sets errno to EDOM. An accepted call leaves errno
 * unchanged. No function crashes on NULL: it returns a status, or the value of a refused call.
 * Arguments are checked in this order: rng, parameters, n, out, work. With n = 0, out may be NULL,
 * and no words are taken unless the function says otherwise. An n for which out would have more
 * than PTRDIFF_MAX bytes is refused with NPRAND_TOO_LARGE. In the descriptions, "a: positive, else
 * NPRAND_A_NOT_POSITIVE" means: a call with any other a is refused for that reason.
 *
 * Other languages.  The header needs C99 or C++11. Functions, structs and constants survive the
 * preprocessor: cc -std=c99 -E -P -DNPRAND_API= -DNPRAND_NO_NODISCARD nprand.h is what cffi reads.
 */
#ifndef NPRAND_H
#define NPRAND_H

#if defined(__cplusplus) && __cplusplus < 201103L && !defined(_MSC_VER)
#error "nprand.h needs C++11: compile with -std=c++11 or later"
#else

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Version of the library, and of its binary interface (the number in the soname). */
#define NPRAND_VERSION_MAJOR 0
#define NPRAND_VERSION_MINOR 9
#define NPRAND_VERSION_PATCH 0
#define NPRAND_API_VERSION   0

/* Marks each function of the library. A program may define it before it includes this header, for
 * example as empty. */
#ifndef NPRAND_API
#if defined(_WIN32) && defined(NPRAND_DLL_BUILD)
#define NPRAND_API __declspec(dllexport)
#elif defined(__GNUC__)
#define NPRAND_API __attribute__((visibility("default")))
#else
#define NPRAND_API
#endif
#endif

/* Makes a compiler warn where the status of a call is ignored. A program that defines
 * NPRAND_NO_NODISCARD before it includes this header gets no such warning. It may also define
 * NPRAND_NODISCARD itself. */
#ifndef NPRAND_NODISCARD
#if defined(NPRAND_NO_NODISCARD)
#define NPRAND_NODISCARD
#elif defined(__GNUC__)
#define NPRAND_NODISCARD __attribute__((warn_unused_result))
#elif defined(_MSVC_LANG) && _MSVC_LANG >= 201703L
#define NPRAND_NODISCARD [[nodiscard]]
#else
#define NPRAND_NODISCARD
#endif
#endif

/* Aligns a member to 8 bytes. On 64-bit machines a uint64_t has that alignment by itself, and this
 * header needs no extension. 32-bit ABIs such as i386's give it 4. */
#if UINTPTR_MAX > UINT32_MAX
#define NPRAND_ALIGN_8
#elif defined(__GNUC__)
#define NPRAND_ALIGN_8 __attribute__((aligned(8)))
#elif defined(__cplusplus)
#define NPRAND_ALIGN_8 alignas(8)
#elif defined(__STDC_VERSION__) && __STDC_VERSION__ >= 201112L
#define NPRAND_ALIGN_8 _Alignas(8)
#elif defined(_MSC_VER)
#define NPRAND_ALIGN_8 __declspec(align(8))
#else
#define NPRAND_ALIGN_8
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Status ------------------------------------------------------------------------------- */

/* The result of a call. The values are part of the binary interface: members are only ever added.
 */
typedef enum nprand_status {
    NPRAND_OK = 0,              /* the call succeeded */
    NPRAND_NULL_POINTER,        /* a required pointer is NULL */
    NPRAND_NOT_SEEDED,          /* the generator is zero-initialised: seed it, or set its state */
    NPRAND_TOO_LARGE,           /* no object can be as large as n elements */
    NPRAND_NO_ENTROPY,          /* the operating system gave no entropy */
    NPRAND_BAD_SEED,            /* seed outside 0..2^32-1 */
    NPRAND_EMPTY_SEED,          /* a seed array without elements */
    NPRAND_BAD_POS,             /* a state with pos outside 0..624 */
    NPRAND_ZERO_KEY,            /* a state from which MT19937 draws only zeros */
    NPRAND_UNKNOWN_RELEASE,     /* a NumPy release that this library does not know */
    NPRAND_RANGE_NOT_FINITE,    /* uniform: high - low overflows, or is NaN */
    NPRAND_NEGATIVE_SCALE,      /* normal and others: scale is below 0, or -0.0 */
    NPRAND_HIGH_NOT_POSITIVE,   /* randint: low is 0 and high <= 0 */
    NPRAND_LOW_NOT_BELOW_HIGH,  /* randint: low is not 0 and low >= high */
    NPRAND_LOW_OUTSIDE_BOOL,    /* randint: low is not a value of the dtype */
    NPRAND_LOW_OUTSIDE_INT8,    /* " */
    NPRAND_LOW_OUTSIDE_INT16,   /* " */
    NPRAND_LOW_OUTSIDE_INT32,   /* " */
    NPRAND_LOW_OUTSIDE_UINT8,   /* " */
    NPRAND_LOW_OUTSIDE_UINT16,  /* " */
    NPRAND_LOW_OUTSIDE_UINT32,  /* " */
    NPRAND_HIGH_OUTSIDE_BOOL,   /* randint: high - 1 is not a value of the dtype */
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
    NPRAND_COV_NOT_PSD_WARNING, /* multivariate_normal: as NPRAND_COV_NOT_PSD, but values were drawn */
    NPRAND_SVD_FAILED,          /* multivariate_normal: LAPACK could not decompose cov */
    NPRAND_BAD_CHECK_VALID,     /* multivariate_normal: check_valid is none of its three values */
    NPRAND_BAD_PARTS,           /* set_runner, set_threads: not 1 to 1024 */
    NPRAND_UNKNOWN_BACKEND,     /* set_backend: this build has no backend with that name */
    NPRAND_BACKEND_UNAVAILABLE,      /* set_backend: the CPU cannot run the backend */
    NPRAND_TOO_MANY_ATTEMPTS,        /* a value is expected to take more than 2^30 attempts */
    NPRAND_NOT_INITIALISED,          /* the seed sequence is zero-initialised */
    NPRAND_POOL_TOO_SMALL,           /* seed sequence: pool_size below 4 */
    NPRAND_POOL_TOO_LARGE,           /* seed sequence: pool_size above 64 */
    NPRAND_TOO_MANY_CHILDREN,        /* seed sequence: more than 2^32 - 1 children */
    NPRAND_BUFFER_TOO_SMALL,         /* the text and its '\0' do not fit */
    NPRAND_BAD_JSON,                 /* the text is not a state in JSON; *reason says why */
    NPRAND_WORK_MISSING,             /* work space is required, but its memory is NULL */
    NPRAND_WORK_TOO_SMALL,           /* work space has too few bytes */
    NPRAND_WORK_MISALIGNED,          /* work space is not aligned for a double and an int64_t */
    NPRAND_BAD_ENTROPY,              /* seeds from text: the text is not an integer of digits */
    NPRAND_ENTROPY_TOO_LARGE,        /* seeds from text: the integer is 2^8192 or more */
    NPRAND_NEGATIVE_ENTROPY,         /* seed sequence: the integer is below 0 */
    NPRAND_NOT_IN_RELEASE,           /* the NumPy release in use lacks this call, or refuses it */
    NPRAND_BAD_STD_TEXT,             /* the text is not that of a std::mt19937; *reason says why */
    NPRAND_OVERLAP,                  /* each: the values of a parameter share memory with out */
    NPRAND_EACH_P_OUTSIDE_0_1,       /* each, binomial, negative_binomial: a p < 0, p > 1 or NaN */
    NPRAND_EACH_P_OUTSIDE_0_BELOW_1, /* each, logseries: a p < 0, p >= 1 or NaN */
    NPRAND_EACH_LAM_NEGATIVE,        /* each, poisson: a lam < 0 */
    NPRAND_EACH_A_NOT_ABOVE_1,       /* each, zipf: an a <= 1 or NaN */
    NPRAND_EACH_NSAMPLE_BELOW_1,     /* each, hypergeometric: an nsample < 1 */
    NPRAND_ELEMENTS_OVERLAP,         /* shuffle_strided: elements share memory, or stride is 0 */
    NPRAND_BAD_STATE_SIZE,           /* set_state_r and the like: n is not the tool's */
    NPRAND_BAD_STATE_KIND,     /* set_state_r and the like: not the state of a seeded MT19937 */
    NPRAND_BAD_STATE_WORD,     /* set_state_torch, set_state_gsl: a word is 2^32 or more */
    NPRAND_BAD_STATE_POS,      /* set_state_r and the like: the position is outside 1..624 */
    NPRAND_BAD_R_SEED,         /* seed_r: outside -2^31 + 1..2^31 - 1 */
    NPRAND_SHAPE_MISMATCH,     /* nprand.hpp: ranges as parameters have unequal lengths */
    NPRAND_STATE_UNDETERMINED, /* recover_...: too few outputs to determine the state */
    NPRAND_NOT_CONSECUTIVE,    /* recover_...: no generator draws these outputs in a row */
    NPRAND_NOT_RANDOM_SAMPLE,  /* recover_doubles: not a multiple of 2^-53 in [0, 1) */
    /* Statuses of nprand_python.h. */
    NPRAND_PY_UNKNOWN_RELEASE,      /* a CPython release that this library does not know */
    NPRAND_PY_NOT_IN_RELEASE,       /* the CPython release in use lacks this method */
    NPRAND_PY_NAN_SEED,             /* seed_float: NaN */
    NPRAND_PY_BAD_SEED_VERSION,     /* seed_bytes: version is neither 1 nor 2 */
    NPRAND_PY_NEGATIVE_BITS,        /* getrandbits: k < 0 */
    NPRAND_PY_ZERO_BITS,            /* getrandbits: k = 0, which Python 3.8 refuses */
    NPRAND_PY_TOO_MANY_BITS,        /* getrandbits: k > 64 */
    NPRAND_PY_EMPTY_RANGE,          /* randrange, randint: the range contains no integer */
    NPRAND_PY_ZERO_STEP,            /* randrange: step is 0 */
    NPRAND_PY_EMPTY_SEQUENCE,       /* choice, choices: n < 1 */
    NPRAND_PY_WEIGHTS_NOT_POSITIVE, /* choices: the sum of the weights is 0 or less */
    NPRAND_PY_WEIGHTS_NOT_FINITE,   /* choices: the sum of the weights is infinite or NaN */
    NPRAND_PY_SAMPLE_TOO_LARGE,     /* sample: k is larger than the population */
    NPRAND_PY_COUNTS_NEGATIVE,      /* sample_counts: the sum of counts is below 0 */
    NPRAND_PY_DIVISION_BY_ZERO,   /* expovariate, paretovariate, weibullvariate: a parameter is 0 */
    NPRAND_PY_GAMMA_NOT_POSITIVE, /* gammavariate, betavariate: alpha or beta <= 0 */
    NPRAND_PY_N_NEGATIVE,         /* binomialvariate: n < 0 */
    NPRAND_PY_P_OUTSIDE_0_1,      /* binomialvariate: p < 0, p > 1 or NaN */
    NPRAND_PY_NEVER_RETURNS       /* Python never returns for these parameters */
} nprand_status;

/* nprand_strerror() gives the words for a status: NumPy's own words where NumPy refuses such a
 * call. The result is never NULL. The text has static storage.
 *
 * status: any value; one that is no status gives "unknown status". */
NPRAND_API const char *nprand_strerror(nprand_status status);

/* nprand_version() gives the version of the library that is running, such as "0.9.0". */
NPRAND_API const char *nprand_version(void);

/* nprand_backend() gives the name of the backend: the code that this process draws with. All
 * backends give the same bits. At the first call, the library chooses the best one that the CPU can
 * run: "avx512", "avx2" or "fma" (portable code with fused multiply-add) on x86-64, "neon" on
 * aarch64, "portable" everywhere. In a library that was built with -Dmath=system, which takes log,
 * cos and the like of the C library, ", system math" follows the name: "avx512, system math". */
NPRAND_API const char *nprand_backend(void);

/* nprand_set_backend() chooses the backend with that name for all generators of the process. Some
 * CPUs, for example, lower their clock for the vectors of AVX-512. It may be called at any time,
 * from any thread. A refused call changes nothing.
 *
 * name: the name alone, without ", system math". NULL chooses the best one again.
 * NPRAND_UNKNOWN_BACKEND: this build has no backend with that name. NPRAND_BACKEND_UNAVAILABLE: the
 * CPU cannot run it. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_set_backend(const char *name);

/* ---- Generator ---------------------------------------------------------------------------- */

/* A generator. The contents are private. The size is 8 KiB, with room to grow. Neither size nor
 * alignment depends on compiler, flags or release. */
typedef struct nprand_rng {
    NPRAND_ALIGN_8 uint64_t nprand_private[1024]; /* for the library alone */
} nprand_rng;

/* The size and the alignment of nprand_rng in bytes, for other languages. */
enum { NPRAND_RNG_SIZE = 8192, NPRAND_RNG_ALIGNMENT = 8 };

/* nprand_rng_size() gives the size that the running library expects. A binding can compare it with
 * the size of its own objects. */
NPRAND_API size_t nprand_rng_size(void);

/* nprand_seed() makes a generator of *rng: RandomState(seed), or np.random.seed(seed).
 *
 * seed: 0..2^32-1, else NPRAND_BAD_SEED. A larger uint64_t is refused too. NumPy refuses a float.
 * Here a float does not compile, nor does an integer of more than 64 bits: the end of this header
 * explains it.
 *
 * *rng may hold anything before the call, uninitialised memory included. Every function that seeds
 * sets everything in *rng, and therefore resets the release to its default: call nprand_set_numpy()
 * after seeding. Algorithm: init_genrand of Matsumoto and Nishimura's mt19937ar (2002). */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_seed(nprand_rng *rng, int64_t seed);

/* nprand_seed_array() is like nprand_seed(), but for RandomState([k0, k1, ...]). A list of one
 * element starts another stream than that number: RandomState([1234]) is not RandomState(1234).
 *
 * A NumPy ARRAY of one element counts as the number: since NumPy 1.17,
 * RandomState(np.array([1234])) is RandomState(1234), which is nprand_seed(rng, 1234). NumPy 1.16
 * treats the array as the list. Arrays of more elements are lists in all releases.
 *
 * key: len words. len: number of words; 0 is refused with NPRAND_EMPTY_SEED. Algorithm:
 * init_by_array of mt19937ar (2002). */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_seed_array(nprand_rng *rng, const uint32_t *key,
                                                            size_t len);

/* nprand_seed_os() is like nprand_seed(), but with the operating system's entropy, as RandomState()
 * without a seed. Each call starts another stream. The state has 19 936 random bits, in the layout
 * in which NumPy starts (pos = 623). If the system gives no entropy, the call returns
 * NPRAND_NO_ENTROPY and leaves *rng unchanged. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_seed_os(nprand_rng *rng);

/* nprand_seed_r() is like nprand_seed(), but for R's set.seed(seed) with the generator
 * "Mersenne-Twister", R's default. R's runif() is a word divided by 2^32.
 *
 * seed: -2^31 + 1 to 2^31 - 1, else NPRAND_BAD_R_SEED, as in R. Algorithm: the congruential
 * generator x = 69069 x + 1 modulo 2^32 of R: 50 steps, 1 for the position, and 624 for the key. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_seed_r(nprand_rng *rng, int64_t seed);

/* nprand_seed_matlab() is like nprand_seed(), but for MATLAB's rng(seed) and rng(seed, 'twister').
 * MATLAB takes 0 for 5489. rng default is the seed 0. MATLAB's rand is nprand_random_sample().
 *
 * seed: 0..2^32-1, else NPRAND_BAD_SEED. Algorithm: that of nprand_seed(). */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_seed_matlab(nprand_rng *rng, int64_t seed);

/* nprand_seed_gsl() is like nprand_seed(), but for gsl_rng_set(r, seed) of the GNU Scientific
 * Library with the type gsl_rng_mt19937. GSL takes 0 for 4357, and the lower 32 bits of any other
 * seed: 2^32 is nprand_seed(rng, 0).
 *
 * seed: any. Algorithm: that of nprand_seed().
 *
 * The seeds of other tools need no function of their own:
 *
 *   std::mt19937, boost::mt19937 without a seed    nprand_seed(rng, 5489)
 *   both with a seed, PyTorch, Ruby, PHP           nprand_seed(rng, (uint32_t)seed)
 *   Octave: rand("twister", seed)                  nprand_seed_array(rng, &seed, 1)
 *   Python: random.seed(seed)                      nprand_py_seed(rng, seed) */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_seed_gsl(nprand_rng *rng, uint64_t seed);

/* nprand_set_numpy() sets the NumPy release that the generator reproduces. The position in the
 * stream does not change.
 *
 * major, minor: the release, 1.7 to 2.5; of each, the last patch release is meant. An unknown
 * release is NPRAND_UNKNOWN_RELEASE.
 *
 * What differs, and since which release:
 *
 *   2.5     multinomial draws for every category again, as in 1.16
 *   2.4     binomial and multinomial with n >= 2^53; in 2.4 alone, multinomial with tiny p
 *   2.0     choice with p of float32: a sum on the edge of its tolerance is accepted
 *   1.21    rayleigh, and geometric with p < 1e-9: by log1p, not log
 *   1.20    shuffle of rows without bytes draws nothing
 *   1.19    jumped arrives at another state
 *   1.17.3  binomial with n = 0 or p = 0 draws again, as in 1.16;
 *           randint of 64 bits over 2^32 values takes 1 word, as in 1.16, not 2
 *   1.17    multinomial, and binomial until 1.17.2, draw nothing for a result that must be 0;
 *           standard_gamma(0) draws nothing; bytes(0) takes a word;
 *           noncentral_chisquare with df <= 1 and nonc = NaN gives NaN
 *   1.16.4  laplace, logistic, gumbel draw again if U = 0;
 *           beta draws again if U = V = 0, until 1.17
 *   1.16    weibull(0) is 0 without words; before, 0 or infinity, of 2 words
 *   1.14    zipf with a >= 1025 is 1 without words (NumPy never returns); before, 1 of 4 words;
 *           before, zipf rejected 2^63; noncentral_f accepts dfnum <= 1
 *   1.13    multivariate_normal of a cov that is not positive-semidefinite; 1.9 to 1.12 replace
 *           singular values, which is NPRAND_NOT_IN_RELEASE
 *   1.11    noncentral_f with nonc = 0 is central; noncentral_chisquare accepts nonc = 0;
 *           randint has dtypes; random_integers accepts the largest long as high
 *   1.10    beta of tiny a and b is not NaN; noncentral_chisquare accepts df <= 1;
 *           hypergeometric accepts parameters whose products of longs overflowed before
 *   1.9     binomial and multinomial: other values of BTPE, where n min(p, 1-p) > 30;
 *           n with a mean from 2^30 on, and in multinomial n from 2^31 on, are accepted;
 *           vonmises, kappa < 1e-5; multivariate_normal rounds in another order
 *
 * A call that a release refuses, as this list says, is NPRAND_NOT_IN_RELEASE. All other arguments
 * are checked as in 2.5: see docs/releases.md. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_set_numpy(nprand_rng *rng, int major, int minor);

/* nprand_set_numpy_patch() is like nprand_set_numpy(), but names the patch release too.
 *
 * major, minor, patch: the release, 1.7.0 to 2.5.5, else NPRAND_UNKNOWN_RELEASE. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_set_numpy_patch(nprand_rng *rng, int major,
                                                                 int minor, int patch);

/* nprand_get_numpy() gets the NumPy release that the generator reproduces.
 *
 * major, minor, patch: where the release goes; each pointer may be NULL. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_get_numpy(const nprand_rng *rng, int *major,
                                                           int *minor, int *patch);

/* nprand_set_long_bits() sets the width of C's long in the NumPy that the generator reproduces.
 *
 * bits: 64 (default), or 32 as on Windows, else NPRAND_BAD_LONG_BITS.
 *
 * With 32 bits, tomaxint takes one word. randint and random_integers without a dtype, and choice,
 * are limited to 32-bit results. binomial, hypergeometric, multinomial, poisson and zipf are
 * limited to 32-bit parameters or results. A value overflows a long at 2^31. Doubles do not change,
 * except where noncentral_chisquare and noncentral_f draw a Poisson value that does not fit. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_set_long_bits(nprand_rng *rng, int bits);

/* Large fills on several threads. The library starts no threads. It cuts a large fill into parts
 * and hands the parts to a runner, which the program sets. nprand_threads.h has a runner by OpenMP.
 *
 * A runner calls part(argument, i) once for each i from 0 to count - 1, in any order, on any
 * threads, several at a time or one after another. It returns when all calls have returned. A part
 * takes up to 16 KiB of stack. A part that the runner leaves out is filled by the thread that
 * called the fill, after the runner has returned: a runner that gets fewer threads than it wants
 * may run fewer parts. No part may be called twice at the same time. */
typedef void nprand_part(void *argument, size_t i);
typedef void nprand_runner(void *context, nprand_part *part, void *argument, size_t count);

/* nprand_set_runner() sets the runner of a generator. The seeding functions remove it. The values
 * and the state afterwards are those of one thread for every runner and number of parts, bit for
 * bit.
 *
 * run: the runner. NULL: each fill is one part, as after seeding. context: handed to the runner;
 * may be NULL. parts: the most parts that a fill is cut into; 1 to 1024, else NPRAND_BAD_PARTS.
 *
 * In parts run the fills whose number of words is known before: random_raw, random_sample, rand,
 * random, uniform, standard_exponential, exponential, pareto, power, weibull, rayleigh, triangular,
 * geometric; and those of normals: standard_normal, randn, normal, lognormal. All other methods
 * fill in one part. A part has at least 2^20 values, about half a millisecond. Skipping to the
 * beginning of a part takes 0.25 to 0.65 ms.
 *
 * The runner and the context are pointers. A copy of a generator keeps them. Do not restore the
 * bytes of a generator in another process: exchange its state (nprand_get_state()). */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_set_runner(nprand_rng *rng, nprand_runner *run,
                                                            void *context, int parts);

/* nprand_advance() skips any number of words in about a millisecond or less. The generator is then
 * at the position that it would reach by drawing these words with nprand_random_raw(). The call
 * drops the cached normal, because its words lie behind the new position. NumPy's MT19937 has no
 * such method; see nprand_jumped().
 *
 * words: number of words, 0..2^64-1. Source: Haramoto et al. (2008). */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_advance(nprand_rng *rng, uint64_t words);

/* nprand_rewind() goes back by any number of words: it is the inverse of nprand_advance(). The
 * generator then draws the last words once more. It also goes back to words before the first one
 * after seeding: the stream has no beginning, and its period is 2^19937 - 1 words. The call drops
 * the cached normal. Settings such as the release stay. NumPy's MT19937 has no such method.
 *
 * After words > 0, get_state() has the key and the position that NumPy has at that place after
 * drawing, with a position in 1..624. The 19 937 bits of the key that matter are restored. The
 * lower 31 bits of key[0] are no part of the state, and the next twist does not read them: the call
 * gives them the values of the recurrence. In the block that was seeded, NumPy's key has other
 * ones.
 *
 * One word can be lost. If a program sets a state with pos = 0 whose key no draw made, the next
 * word is made of these 31 bits, and nprand_advance() and nprand_rewind() back do not restore them.
 *
 * words: number of words, 0..2^64-1. Time: 10 ns within a block of 624 words; over short distances
 * 0.13 us (AVX-512) to 0.43 us for each block; over any distance at most 0.6 ms with the vector
 * backends, and 1.1 ms with the others. Source: the recurrence of Matsumoto and Nishimura (1998)
 * backwards; for long distances Haramoto et al. (2008), with the inverse of t modulo the
 * characteristic polynomial. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_rewind(nprand_rng *rng, uint64_t words);

/* nprand_jumped() does what NumPy's MT19937.jumped(count) does. It drops the cached normal, as
 * RandomState(MT19937.jumped(count)) has none. The jump is not exactly 2^128 words long, and steps
 * and jumps do not commute. (NumPy does this; do not repair.) For consecutive parts of one stream
 * use nprand_advance(), which is exact.
 *
 * count: number of jumps. With count <= 0, only the cached normal is dropped. Time: about 2 ms for
 * any count; in releases before 1.19, up to 20 ms. Source: Haramoto et al. (2008). */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_jumped(nprand_rng *rng, int64_t count);

/* ---- Work space --------------------------------------------------------------------------- */

/* Memory of the caller in which a function works, with its size in bytes. A function that needs
 * work space takes it by value as its last argument. An array in its place does not compile.
 *
 *     size_t size = nprand_choice_p_work_size(a);
 *     void *memory = malloc(size);
 *     nprand_work work = nprand_work_of(memory, size);
 *     status = nprand_choice_p_fill(&rng, a, p, n, out, work);
 *     free(memory);
 *
 * memory: aligned as by malloc(), else NPRAND_WORK_MISALIGNED. It must not overlap the other
 * arguments. Its contents have no meaning before or after the call. NULL is NPRAND_WORK_MISSING,
 * unless the function needs 0 bytes. size: at least the result of the function's ..._work_size(),
 * else NPRAND_WORK_TOO_SMALL. A work size of SIZE_MAX means that no object can be that large; the
 * call is then refused with NPRAND_TOO_LARGE. */
typedef struct nprand_work {
    void *memory; /* the memory, aligned as by malloc() */
    size_t size;  /* its bytes */
} nprand_work;

/* nprand_work_of() makes work space of size bytes at memory. It checks nothing: the function that
 * takes the work space does.
 *
 * memory: the memory; may be NULL. size: its bytes. */
NPRAND_API nprand_work nprand_work_of(void *memory, size_t size);

/* ---- State -------------------------------------------------------------------------------- */

/* A snapshot of a stream: the fields of the tuple that RandomState.get_state() returns. This layout
 * is frozen. The snapshot is the whole state of a stream. The release, the width of long and the
 * runner are not part of it. */
typedef struct nprand_state {
    uint32_t key[624]; /* the words of MT19937 */
    int32_t pos;       /* index of the next word, 0..624; 624: twist first */
    int32_t has_gauss; /* not 0: gauss is the next standard normal */
    double gauss;      /* the cached normal; usually 0.0 if has_gauss is 0 */
} nprand_state;

/* nprand_get_state() copies the stream's state to *state, as RandomState.get_state().
 *
 * state: where the state goes; every member is written. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_get_state(const nprand_rng *rng,
                                                           nprand_state *state);

/* nprand_set_state() makes the stream continue from *state, as RandomState.set_state(). A refused
 * state changes nothing.
 *
 * *rng must have been seeded, and keeps its release; or it must be zero-initialised, and gets the
 * default release.
 *
 * state: the new state. Its pos is in 0..624, else NPRAND_BAD_POS (NumPy before 2.5 accepts another
 * pos and reads out of bounds later). One of the 19 937 bits of key that matter must be set, else
 * NPRAND_ZERO_KEY (NumPy then draws zeros for ever). Any gauss is accepted, also NaN and infinity.
 * Every other key is a valid key of MT19937: the call cannot recognise a wrong key.
 *
 * A struct that was saved as bytes on a machine of the other byte order is accepted if its pos is
 * 0, because 0 has the same bytes in both orders. It then draws other numbers. The text forms below
 * do not depend on byte order. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_set_state(nprand_rng *rng,
                                                           const nprand_state *state);

/* ---- State from outputs ------------------------------------------------------------------- */

/* The functions of this section make a generator of values that were drawn. They find the state,
 * and *rng continues behind the last value. nprand_rewind() then goes back to the first value, and
 * to what was drawn before it. NumPy has no such functions.
 *
 * The values must be consecutive: nothing else was drawn between them. The first value may stand
 * anywhere in a block of 624 words. *rng may hold anything before the call. Afterwards it has the
 * default settings, as after nprand_seed(), and no cached normal. The values do not tell where the
 * blocks of the original generator begin: here the first value begins a block, and get_state() can
 * have another key and position than NumPy for the same stream.
 *
 * Refused, without a change: NPRAND_STATE_UNDETERMINED, several generators draw these values, which
 * are too few. NPRAND_NOT_CONSECUTIVE, no generator draws these values one after another: all
 * values behind those that determine the state are compared. NPRAND_ZERO_KEY, the state that the
 * values determine is zero, from which MT19937 draws only zeros. */

/* nprand_recover_words() makes the generator that drew these words, of nprand_random_raw() or of
 * Python's getrandbits(32).
 *
 * words: n consecutive words. n: at least 624, else NPRAND_STATE_UNDETERMINED. The first 624 words
 * are the state, and all further words are compared. With n = 624, no word can be wrong, and the
 * lower 31 bits of the first one do not matter. With more, they are compared too: a first word at
 * pos = 0 of a key that no draw made is refused. Time: 2 us, and 1 ns for each further word.
 * Algorithm: the tempering of Matsumoto and Nishimura (1998), undone. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_recover_words(nprand_rng *rng,
                                                               const uint32_t *words, size_t n);

/* nprand_recover_doubles() makes the generator that drew these values of random_sample(), rand() or
 * random(), or of Python's random.random().
 *
 * 623 values determine the state, and 622 do not, at any position. A value has 53 of the 64 bits of
 * its two words, and the state has 19 937 bits. But not all of these bits are independent: the
 * first 312 values have 16 516 independent ones, and each further value adds 10 to 12. The reason
 * is that the recurrence moves the lower bits of a word, which no value has, by one place in 624
 * words. The equations of 622 values have the rank 19 927, and those of 623 values the rank 19 937.
 * Two keys that differ only in bit 4 of key[622] draw the same 622 doubles from pos = 0.
 *
 * x: n consecutive values, multiples of 2^-53 in [0, 1), else NPRAND_NOT_RANDOM_SAMPLE. n: at least
 * 623, else NPRAND_STATE_UNDETERMINED. work: nprand_recover_doubles_work_size(n) bytes. Time: 0.05
 * s, and 3 ns for each further value. Algorithm: as nprand_recover_masked(). */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_recover_doubles(nprand_rng *rng, const double *x,
                                                                 size_t n, nprand_work work);

/* nprand_recover_masked() makes the generator that drew these words, of which some bits are known.
 *
 * The known bits of values that take whole words:
 *   random_raw() >> s: word = value << s, mask = 2^32 - 2^s;
 *   Python's getrandbits(k), k <= 32: word = value << (32 - k), mask = 2^32 - 2^(32 - k);
 *   NumPy's randint(0, 2^k) of 32 or 64 bits, k <= 32: word = value, mask = 2^k - 1;
 *   random_sample(), the first word, with m = x 2^53: word = (m >> 26) << 5, mask = 2^32 - 2^5;
 *   random_sample(), the second word: word = (m mod 2^26) << 6, mask = 2^32 - 2^6.
 *
 * randint of 64 bits with k = 32 takes two words in NumPy 1.17.0 to 1.17.2. randint of 8 and 16
 * bits takes several values from a word, the lowest bits first: the values of a word are put
 * together. Python's randrange() and choice() draw again for some values, and do not tell for
 * which. Their values cannot be used.
 *
 * The least n, if the k highest bits of each word are known: 19 937 for k = 1, 9969 for 2, 4985 for
 * 4, 2493 for 8, 1247 for 16. For the k lowest bits: 19 937 for k = 1, 9970 for 2, 6852 for 4, 3739
 * for 8, 1247 for 16.
 *
 * words: n consecutive words; bits that are not in the mask are ignored. masks: n masks; a bit of
 * words[i] is known if it is set in masks[i]. A mask may be 0. n: at least 624, else
 * NPRAND_STATE_UNDETERMINED; more if the known bits do not determine the state. At most 2^16 known
 * bits are used to find the state, and all are compared with it. work:
 * nprand_recover_masked_work_size(masks, n) bytes. Time: 0.06 s for 16 known bits of each word, 0.2
 * s for the 8 highest, 1.2 s for the 8 lowest, 1.4 s for 1. If few words have known bits, it grows
 * with n: 25 s for one bit of every 100th word.
 *
 * Algorithm: elimination over GF(2), by the method of Arlazarov et al. (1970) as described by
 * Albrecht, Bard and Hart (2010). */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_recover_masked(nprand_rng *rng,
                                                                const uint32_t *words,
                                                                const uint32_t *masks, size_t n,
                                                                nprand_work work);

/* nprand_recover_doubles_work_size() and nprand_recover_masked_work_size() give the bytes of work
 * space: 2.3 MB for any number of doubles; for masks about u^2 / 8 bytes, with the number u of bits
 * of the first 624 words that are not known, and at most 53 MB. The result is 0 if masks is NULL or
 * n < 624, where every call is refused.
 *
 * masks: n masks. n: number of values, or of masks. */
NPRAND_API size_t nprand_recover_doubles_work_size(size_t n);
NPRAND_API size_t nprand_recover_masked_work_size(const uint32_t *masks, size_t n);

/* ---- State as text ------------------------------------------------------------------------ */

/* A size that is enough for any text that the functions below write. Texts of other programs may be
 * longer, for example because they are indented. */
enum { NPRAND_STATE_JSON_SIZE = 8192 };

/* nprand_get_state_json() writes the state as JSON, byte for byte as Python writes it by
 *
 *     json.dump(rs.get_state(legacy=False), file,
 *               default=lambda key: key.tolist())
 *
 * and reads it by rs.set_state(json.load(file)). gauss has enough digits to give back the same
 * double. The text does not depend on the locale, nor do the other functions for states as text. A
 * gauss that is not finite is written as Python writes it: NaN, Infinity or -Infinity. This is the
 * only case where the text is not strict JSON.
 *
 * size: bytes at out; NPRAND_STATE_JSON_SIZE are enough. If the text and its final '\0' do not fit,
 * the call returns NPRAND_BUFFER_TOO_SMALL. out: where the text and its final '\0' go. length:
 * where the length without the '\0' goes; may be NULL. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_get_state_json(const nprand_rng *rng, size_t size,
                                                                char *out, size_t *length);

/* nprand_set_state_json() makes the stream continue from a state in JSON, as
 * RandomState.set_state(json.load(file)) does. A refused text changes nothing. *rng: seeded or
 * zero-initialised, as in nprand_set_state().
 *
 * text: length bytes; needs no final '\0'. length: number of bytes. offset: where the place of a
 * fault goes; may be NULL. reason: where the description of a fault goes; may be NULL.
 *
 * The forms are those that NumPy accepts:
 *
 *     {"bit_generator": "MT19937", "state": {"key": [624 words], "pos": 5},
 *      "has_gauss": 1, "gauss": 0.5}              get_state(legacy=False)
 *     {"bit_generator": "MT19937", "state": {"key": [624 words], "pos": 5}}
 *                                                 MT19937().state, also that of a Generator
 *     ["MT19937", [624 words], 5, 1, 0.5]         get_state()
 *     ["MT19937", [624 words], 5]                 get_state()[:3]
 *
 * As in NumPy:
 *
 *   A missing has_gauss or gauss is 0.
 *   Names may come in any order. If a name comes twice, the last one counts.
 *   Other names, elements after the fifth, and elements of "key" after the 624th are ignored.
 *   A float is accepted where an integer is needed, and its fraction is cut off: 5.0, 5e0 and 5.7
 *     are 5. (NumPy 2.5 refuses a float for pos. Here the release makes no difference.)
 *   true and false are 1 and 0.
 *   gauss may be NaN, Infinity or -Infinity, as Python writes them. 1e400 is Infinity.
 *
 * A dictionary is accepted for every release, although NumPy 1.16 accepts only tuples.
 *
 * A refused text has the status NPRAND_BAD_POS or NPRAND_ZERO_KEY for these faults, and
 * NPRAND_BAD_JSON for all others. *reason then says in English what is wrong, in static storage.
 * *offset then says where: the index of the first byte that is wrong; if a list or an object lacks
 * something, the index of the mark that closes it; if the text ends too early, its length. A text
 * that is not JSON is refused for this first, as in Python. With NPRAND_NULL_POINTER, *offset is 0
 * and *reason is the text of nprand_strerror(). An accepted call leaves *offset and *reason
 * unchanged.
 *
 * Refused although NumPy accepts it:
 *
 *   a pos outside 0..624, which NumPy refuses only since 2.5, and a key of zeros: see above
 *   a byte order mark and UTF-16, which json.load() accepts from a file opened with "rb"
 *   more than 16384 lists and objects in each other; Python's own limit is often about 1000
 *
 * Accepted although Python refuses it: in ignored parts, an integer of more than 4300 digits; a
 * string that is not UTF-8; nesting above Python's limit.
 *
 * The time grows with the length of the text alone, and the stack does not depend on the text. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_set_state_json(nprand_rng *rng, const char *text,
                                                                size_t length, size_t *offset,
                                                                const char **reason);

/* nprand_get_state_python() is like nprand_get_state_json(), but for the state of CPython's random
 * module, [3, [624 words and the position], gauss_next or null]:
 *
 *     json.dump(random.getstate(), file)
 *     version, words, gauss = json.load(file)
 *     random.setstate((version, tuple(words), gauss))
 *
 * The words do not change, and the doubles of random.random() are those of random_sample(). The
 * cached normal becomes gauss_next: the value that standard_normal() gives next is the one that
 * random.gauss() would give next.
 *
 * size: bytes at out; NPRAND_STATE_JSON_SIZE are enough, else NPRAND_BUFFER_TOO_SMALL. out: where
 * the text and its final '\0' go. length: where the length without the '\0' goes; may be NULL. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_get_state_python(const nprand_rng *rng,
                                                                  size_t size, char *out,
                                                                  size_t *length);

/* nprand_set_state_python() is like nprand_set_state_json(), but for the text that
 * nprand_get_state_python() describes. gauss_next becomes the cached normal. The faults are
 * reported as NPRAND_BAD_POS, NPRAND_ZERO_KEY and NPRAND_BAD_JSON.
 *
 * text: length bytes; needs no final '\0'. length: number of bytes. offset: where the place of a
 * fault goes; may be NULL. reason: where the description of a fault goes; may be NULL.
 *
 * As in Python, a word or a position has neither point nor exponent in this form, and the list of
 * the words has 625 elements. gauss_next may be NaN or infinite.
 *
 * Refused although random.setstate() accepts it: version 2, which Python wrote before 2.6; a float
 * for the position, which Python accepts before 3.10; words above 2^32 - 1, of which Python drops
 * the upper bits; a key of zeros; a gauss_next that no double can hold, such as a string. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_set_state_python(nprand_rng *rng, const char *text,
                                                                  size_t length, size_t *offset,
                                                                  const char **reason);

/* ---- States of other tools ---------------------------------------------------------------- */

/* Other tools keep the state of MT19937 in other forms. The functions of this section make a stream
 * continue from the state of a tool, and write a state in the form that the tool reads. Generator
 * and tool then draw the same words (nprand_random_raw()). What a tool makes of the words is its
 * own: docs/conventions.md compares doubles, integers and normals.
 *
 * The cached normal is not handed over, because each tool has another method for normals. A
 * generator that got the state of a tool has none. *rng: seeded or zero-initialised, as in
 * nprand_set_state(). A refused call changes nothing. A key of zeros is NPRAND_ZERO_KEY.
 *
 * R, MATLAB, Octave and PyTorch have no position 0, in which no draw leaves a generator. In its
 * place the block before is written, with all of its words drawn: the words that follow are the
 * same. Time: about a microsecond or less; of texts, about 10 microseconds. */

/* nprand_get_state_std() writes the state as the text of a std::mt19937 of C++, in the form of the
 * C++ standard: the last 624 words, the oldest first. The libraries libc++ (LLVM), Boost and
 * Microsoft's STL write and read this text. libstdc++ reads no text without a position: followed by
 * " 624", this is a text that every C++ library reads.
 *
 * The text is that of operator<< after the same draws, byte for byte. (Of a generator that was just
 * seeded, Boost writes another first word, of which only the upper bit matters.)
 *
 * size: bytes at out; NPRAND_STATE_JSON_SIZE are enough, else NPRAND_BUFFER_TOO_SMALL. out: where
 * the text and its final '\0' go. length: where the length without the '\0' goes; may be NULL.
 * Source: ISO/IEC 14882, [rand.eng.mers]. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_get_state_std(const nprand_rng *rng, size_t size,
                                                               char *out, size_t *length);

/* nprand_get_state_libstdcxx() is like nprand_get_state_std(), but writes the form of libstdc++
 * (GCC): the 624 words in their order in memory, and the position, 0..624.
 *
 * size, out, length: as in nprand_get_state_std(). */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_get_state_libstdcxx(const nprand_rng *rng,
                                                                     size_t size, char *out,
                                                                     size_t *length);

/* nprand_set_state_std() makes the stream continue from the text of a std::mt19937, of any C++
 * library: 625 numbers are the form of libstdc++, 624 that of the standard. White space stands
 * between the numbers, and may stand around them. A text that is cut off behind its 624th word, or
 * within its last number, is another valid text, and is accepted. The JSON forms end with a mark: a
 * cut is refused. MATLAB's State, written as text, is the form of libstdc++ too.
 *
 * text: length bytes; needs no final '\0'. length: number of bytes. offset: where the place of a
 * fault goes; may be NULL. reason: where the description of a fault goes; may be NULL.
 *
 * A refused text has the status NPRAND_BAD_POS or NPRAND_ZERO_KEY for these faults, and
 * NPRAND_BAD_STD_TEXT for all others. *offset and *reason are as in nprand_set_state_json(). */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_set_state_std(nprand_rng *rng, const char *text,
                                                               size_t length, size_t *offset,
                                                               const char **reason);

/* The sizes of the forms that follow: the elements of R's, MATLAB's and Octave's vectors, and the
 * bytes of PyTorch's tensor. */
enum {
    NPRAND_STATE_R_SIZE = 626,
    NPRAND_STATE_MATLAB_SIZE = 625,
    NPRAND_STATE_OCTAVE_SIZE = 625,
    NPRAND_STATE_TORCH_SIZE = 5056
};

/* nprand_get_state_r() writes the state as R's .Random.seed: the kinds, the position, and 624 words
 * as signed integers. The kinds are 10403, the default of R since 3.6.0. In R before 3.6.0, the
 * default is 403: change out[0].
 *
 * n: NPRAND_STATE_R_SIZE, else NPRAND_BAD_STATE_SIZE. out: n elements. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_get_state_r(const nprand_rng *rng, size_t n,
                                                             int32_t *out);

/* nprand_set_state_r() makes the stream continue from R's .Random.seed with the generator
 * "Mersenne-Twister".
 *
 * seed: n elements. NA_integer_ is the element -2^31, a word like any other. The kinds are 10000
 * sample.kind + 100 normal.kind + 3. sample.kind may be 0 or 1, and normal.kind 0 to 5: they change
 * no word. Other kinds are NPRAND_BAD_STATE_KIND. A position outside 1..624 is
 * NPRAND_BAD_STATE_POS. (R takes 0 for 624, and never writes it.) n: NPRAND_STATE_R_SIZE, else
 * NPRAND_BAD_STATE_SIZE. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_set_state_r(nprand_rng *rng, const int32_t *seed,
                                                             size_t n);

/* nprand_get_state_matlab() writes the state as MATLAB's State of 'twister' (mt19937ar): 624 words
 * and the position, 1..624. It is the field of rng, the property of a RandStream, and the vector in
 * C code of MATLAB Coder.
 *
 * n: NPRAND_STATE_MATLAB_SIZE, else NPRAND_BAD_STATE_SIZE. out: n elements. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_get_state_matlab(const nprand_rng *rng, size_t n,
                                                                  uint32_t *out);

/* nprand_set_state_matlab() makes the stream continue from MATLAB's State of 'twister'. MATLAB's
 * rand is nprand_random_sample(), but draws again for the double 0, of which the chance is 2^-53.
 *
 * state: n elements; a position outside 1..624 is NPRAND_BAD_STATE_POS. n:
 * NPRAND_STATE_MATLAB_SIZE, else NPRAND_BAD_STATE_SIZE. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_set_state_matlab(nprand_rng *rng,
                                                                  const uint32_t *state, size_t n);

/* nprand_get_state_octave() writes the state as the column that Octave's rand("twister") and
 * rand("state") return: 624 words, and 625 minus the position.
 *
 * n: NPRAND_STATE_OCTAVE_SIZE, else NPRAND_BAD_STATE_SIZE. out: n elements. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_get_state_octave(const nprand_rng *rng, size_t n,
                                                                  uint32_t *out);

/* nprand_set_state_octave() makes the stream continue from the column of Octave's rand("twister").
 * Octave's rand is nprand_random_sample(). Its randn, rande, randg and randp have states of their
 * own.
 *
 * state: n elements; a last one outside 1..624 is NPRAND_BAD_STATE_POS. n:
 * NPRAND_STATE_OCTAVE_SIZE, else NPRAND_BAD_STATE_SIZE. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_set_state_octave(nprand_rng *rng,
                                                                  const uint32_t *state, size_t n);

/* nprand_get_state_torch() writes the bytes that PyTorch's torch.set_rng_state() and
 * generator.set_state() take for the CPU, as a tensor of uint8. The initial seed is 0, which
 * torch.initial_seed() then returns. No normal waits.
 *
 * n: NPRAND_STATE_TORCH_SIZE, else NPRAND_BAD_STATE_SIZE. out: n bytes. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_get_state_torch(const nprand_rng *rng, size_t n,
                                                                 void *out);

/* nprand_set_state_torch() makes the stream continue from the bytes of PyTorch's generator on the
 * CPU, torch.get_rng_state() or generator.get_state(). In Python,
 * torch.get_rng_state().numpy().tofile(name) writes them to a file. They are the struct { uint64_t
 * initial_seed; int left, seeded; uint64_t next, state[624]; } of PyTorch, and PyTorch's normals
 * that wait, which are ignored. The lowest byte of each number comes first, as on x86-64 and ARM.
 *
 * state: n bytes. left is 625 minus the position, which is NPRAND_BAD_STATE_POS outside 1..624.
 * next is the position, and 0 after seeding; another one, or seeded = 0, is NPRAND_BAD_STATE_KIND.
 * A word of 2^32 or more is NPRAND_BAD_STATE_WORD. n: NPRAND_STATE_TORCH_SIZE, else
 * NPRAND_BAD_STATE_SIZE. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_set_state_torch(nprand_rng *rng, const void *state,
                                                                 size_t n);

/* nprand_get_state_gsl() writes the state to a gsl_rng *r of the type gsl_rng_mt19937, of the GNU
 * Scientific Library: nprand_get_state_gsl(&rng, gsl_rng_size(r), gsl_rng_state(r)). The state is
 * the struct { unsigned long mt[624]; int mti; } of this machine. mti is the position, 0..624.
 *
 * n: the size of the struct, else NPRAND_BAD_STATE_SIZE: 5000 where a long has 64 bits, 2500 where
 * it has 32. out: n bytes. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_get_state_gsl(const nprand_rng *rng, size_t n,
                                                               void *out);

/* nprand_set_state_gsl() makes the stream continue from the state of a gsl_rng *r of the type
 * gsl_rng_mt19937: nprand_set_state_gsl(&rng, gsl_rng_state(r), gsl_rng_size(r)). gsl_rng_fwrite()
 * writes the same bytes to a file. The older seedings of this engine, gsl_rng_mt19937_1999 and
 * gsl_rng_mt19937_1998, have the same states. All other types have another size.
 *
 * state: n bytes. mti outside 0..624 is NPRAND_BAD_POS. A word of 2^32 or more is
 * NPRAND_BAD_STATE_WORD. n: as in nprand_get_state_gsl(). */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_set_state_gsl(nprand_rng *rng, const void *state,
                                                               size_t n);

/* ---- Seed sequences ----------------------------------------------------------------------- */

/* NumPy's SeedSequence: entropy and a spawn key, hashed into a pool, from which seeds are made. A
 * parallel program gives each worker a generator that is seeded by a child of one sequence:
 *
 *     nprand_seed_seq root, child[K];                         root = SeedSequence(12345)
 *     status = nprand_seed_seq_init(&root, 12345);
 *     status = nprand_seed_seq_spawn(&root, K, child);        child = root.spawn(K)
 *     status = nprand_seed_sequence(&rng, &child[k]);         rng = RandomState(MT19937(child[k]))
 *
 * A sequence lives in the caller's memory. It keeps the hash of entropy and spawn key, not the
 * entropy and the key: 320 bytes are enough for any length. Copying the struct copies the sequence.
 * Zeroed memory is refused (NPRAND_NOT_INITIALISED). All functions of this section are exact.
 * Source: O'Neill (2015). */
typedef struct nprand_seed_seq {
    uint32_t n_children_spawned; /* the number of the next child; may be read and set */
    uint32_t nprand_private[79]; /* for the library alone */
} nprand_seed_seq;

/* Words in the pool: NumPy's default, which is also its minimum, and the maximum of this library.
 */
enum { NPRAND_POOL_SIZE = 4, NPRAND_POOL_SIZE_MAX = 64 };

/* nprand_seed_seq_init() makes SeedSequence(entropy). In C and C++, a call with a signed integer
 * calls nprand_seed_seq_init_int64(), and a float does not compile: the end of this header explains
 * it.
 *
 * seq: the sequence; may hold anything before the call. entropy: 0..2^64-1. A larger integer goes
 * to nprand_seed_seq_init_array() or nprand_seed_seq_init_text(). */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_seed_seq_init(nprand_seed_seq *seq,
                                                               uint64_t entropy);

/* nprand_seed_seq_init_int64() makes SeedSequence(entropy) for a signed integer.
 *
 * seq: the sequence; may hold anything before the call. entropy: not negative, else
 * NPRAND_NEGATIVE_ENTROPY, as in NumPy. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_seed_seq_init_int64(nprand_seed_seq *seq,
                                                                     int64_t entropy);

/* nprand_seed_seq_init_array() makes SeedSequence(entropy, pool_size=pool_size) for a sequence of
 * integers below 2^32. NumPy replaces a larger integer, alone or in a sequence, by its 32-bit
 * words, the lowest first, without zeros at the end; 0 is one word. The caller can do this too.
 *
 * seq: the sequence; may hold anything before the call. entropy: len integers; may be NULL if len
 * is 0. len: number of integers; may be 0. pool_size: words in the pool; 4 to 64, else
 * NPRAND_POOL_TOO_SMALL, NPRAND_POOL_TOO_LARGE. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_seed_seq_init_array(nprand_seed_seq *seq,
                                                                     const uint32_t *entropy,
                                                                     size_t len, size_t pool_size);

/* nprand_seed_seq_init_text() makes SeedSequence(n) for an integer n of any size, such as the
 * entropy that SeedSequence() shows.
 *
 * seq: the sequence; may hold anything before the call. text: length bytes; needs no final '\0'. It
 * consists of decimal digits, or of 0x and hexadecimal digits. As in Python's int(text), zeros may
 * come first, single underscores may stand between digits ("12_345", "0xdead_beef"), a sign may
 * stand before the number, and spaces, tabs and line ends may stand around all of it. Anything else
 * is NPRAND_BAD_ENTROPY. An integer below 0 is NPRAND_NEGATIVE_ENTROPY. One of 2^8192 or more is
 * NPRAND_ENTROPY_TOO_LARGE. length: number of bytes. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_seed_seq_init_text(nprand_seed_seq *seq,
                                                                    const char *text,
                                                                    size_t length);

/* nprand_seed_seq_init_os() makes SeedSequence(pool_size=pool_size) from the operating system's
 * entropy. If the system gives none, the call returns NPRAND_NO_ENTROPY.
 *
 * seq: the sequence; may hold anything before the call. pool_size: words in the pool; 4 to 64, else
 * NPRAND_POOL_TOO_SMALL, NPRAND_POOL_TOO_LARGE. entropy: where the pool_size words of entropy go,
 * for the caller's notes; may be NULL. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_seed_seq_init_os(nprand_seed_seq *seq,
                                                                  size_t pool_size,
                                                                  uint32_t *entropy);

/* nprand_seed_seq_set_numpy() makes the children of *seq, and their children, those of a NumPy
 * release: 1.17 and 1.18 put a spawn key directly after entropy shorter than the pool, without
 * zeros between them. Call it before the first child is made.
 *
 * seq: the sequence. major, minor: the release, 1.17 or later. An unknown release, and 1.16, which
 * has no SeedSequence, are NPRAND_UNKNOWN_RELEASE. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_seed_seq_set_numpy(nprand_seed_seq *seq, int major,
                                                                    int minor);

/* nprand_seed_seq_spawn() writes the next n children to children, as SeedSequence.spawn(n), and
 * counts them.
 *
 * seq: the parent; must not be one of the children. n: number of children. More than 2^32 - 1
 * children in total, for which NumPy's loop does not end, are NPRAND_TOO_MANY_CHILDREN. children: n
 * sequences; may be NULL if n is 0. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_seed_seq_spawn(nprand_seed_seq *seq, size_t n,
                                                                nprand_seed_seq *children);

/* nprand_seed_seq_child() makes one descendant: its spawn key is that of *seq followed by len more
 * words. It counts nothing. For seq of SeedSequence(entropy) it makes SeedSequence(entropy,
 * spawn_key=spawn_key). Worker number k can therefore make child number k itself, from spawn_key =
 * {k}.
 *
 * seq: the ancestor, which does not change. spawn_key: len words; may be NULL if len is 0. A larger
 * integer becomes words as in nprand_seed_seq_init_array(). len: number of words. child: the
 * descendant; may be seq. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_seed_seq_child(const nprand_seed_seq *seq,
                                                                const uint32_t *spawn_key,
                                                                size_t len, nprand_seed_seq *child);

/* nprand_seed_seq_generate_state() writes n words to out, as SeedSequence.generate_state(n). Each
 * call with the same sequence gives the same words.
 *
 * seq: the sequence, which does not change. n: number of words. out: n words; may be NULL if n is
 * 0. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_seed_seq_generate_state(const nprand_seed_seq *seq,
                                                                         size_t n, uint32_t *out);

/* nprand_seed_seq_generate_state_uint64() writes n integers of 64 bits to out, as
 * SeedSequence.generate_state(n, np.uint64). Each call with the same sequence gives the same
 * integers.
 *
 * seq: the sequence, which does not change. n: number of integers. out: n integers; may be NULL if
 * n is 0. */
NPRAND_API NPRAND_NODISCARD nprand_status
nprand_seed_seq_generate_state_uint64(const nprand_seed_seq *seq, size_t n, uint64_t *out);

/* nprand_seed_sequence() is like nprand_seed(), but for RandomState(MT19937(seq)). This is another
 * stream than that of any nprand_seed(): RandomState(MT19937(12345)) is the stream of the sequence
 * that nprand_seed_seq_init(&seq, 12345) makes.
 *
 * seq: the sequence, which does not change. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_seed_sequence(nprand_rng *rng,
                                                               const nprand_seed_seq *seq);

/* ---- NumPy's C interface ------------------------------------------------------------------ */

/* The layout of bitgen_t in numpy/random/bitgen.h, through which NumPy's own C functions draw. */
typedef struct nprand_bitgen_t {
    void *state;                          /* the generator */
    uint64_t (*next_uint64)(void *state); /* 64 bits: two words, the high half first */
    uint32_t (*next_uint32)(void *state); /* a word */
    double (*next_double)(void *state);   /* a uniform double on [0, 1): two words */
    uint64_t (*next_raw)(void *state);    /* a word */
} nprand_bitgen_t;

/* nprand_bitgen() makes *bitgen draw from *rng as the bitgen_t of NumPy's MT19937 does. Code that
 * takes a bitgen_t *, such as numpy/random/distributions.h with libnpyrandom.a, accepts (bitgen_t
 * *)bitgen, and draws what NumPy's Generator(MT19937) draws from the same state. Exact.
 *
 * bitgen: where the functions go. They check nothing: *rng must stay at its address, and seeded.
 * They neither use nor change the cached normal and the release. Words: 1 for next_uint32 and
 * next_raw; 2 for next_uint64, the high half first; 2 for next_double, which is
 * nprand_random_sample(). */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_bitgen(nprand_rng *rng, nprand_bitgen_t *bitgen);

/* ---- Words and bytes ---------------------------------------------------------------------- */

/* The value that a refused scalar draw of an integer returns: -2^63. If the range of a draw
 * contains this value, set errno to 0 before the call and look at errno afterwards.
 *
 * AN INT CUTS IT TO 0, WHICH LOOKS LIKE A VALUE: int i = nprand_randint(&rng, 0, 0) is 0, and
 * x[(int)nprand_choice(&rng, 0)] is x[0]. Keep the result of a scalar draw in an int64_t and
 * compare it with NPRAND_INVALID, or use the fill with n = 1, which returns a status. */
static const int64_t NPRAND_INVALID = INT64_MIN; /* for generators of bindings */
#define NPRAND_INVALID INT64_MIN /* a constant expression in C too */

/* nprand_random_raw() draws one word, 0..2^32-1, as MT19937.random_raw() of RandomState's bit
 * generator. nprand_random_raw_fill() draws n words. Exact.
 *
 * Words: 1. Source: MT19937 of Matsumoto and Nishimura (1998). A refused scalar draw returns
 * NPRAND_INVALID. */
NPRAND_API int64_t nprand_random_raw(nprand_rng *rng);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_random_raw_fill(nprand_rng *rng, size_t n,
                                                                 uint32_t *out);

/* nprand_bytes() writes n random bytes to out, as RandomState.bytes(n). Each word gives four bytes,
 * the lowest first. Unused bytes of the last word are discarded. Exact.
 *
 * n: number of bytes. out: n bytes; may be NULL if n is 0. Words: max(1, ceil(n/4)); n = 0 takes
 * one word. (NumPy does this; do not repair.) Source: the words of MT19937, unchanged. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_bytes(nprand_rng *rng, size_t n, void *out);

/* ---- Uniform doubles ---------------------------------------------------------------------- */

/* nprand_random_sample() draws a uniform double on [0, 1), a multiple of 2^-53, as
 * RandomState.random_sample(). Exact.
 *
 * Words: 2. Source: genrand_res53 of mt19937ar (Isaku Wada, 2002). */
NPRAND_API double nprand_random_sample(nprand_rng *rng);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_random_sample_fill(nprand_rng *rng, size_t n,
                                                                    double *out);

/* nprand_random() is nprand_random_sample() under another name of NumPy, as RandomState.random().
 * Exact. Words: 2. Source: that of nprand_random_sample(). */
NPRAND_API double nprand_random(nprand_rng *rng);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_random_fill(nprand_rng *rng, size_t n,
                                                             double *out);

/* nprand_rand() is nprand_random_sample() under another name of NumPy, as RandomState.rand(d0, d1,
 * ...). For several dimensions, n is their product. Exact. Words: 2. Source: that of
 * nprand_random_sample(). */
NPRAND_API double nprand_rand(nprand_rng *rng);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_rand_fill(nprand_rng *rng, size_t n, double *out);

/* nprand_uniform() draws low + (high - low) * U for a uniform double U of nprand_random_sample():
 * uniform on [low, high), as RandomState.uniform(low, high). Exact.
 *
 * low, high: high - low must be finite, else NPRAND_RANGE_NOT_FINITE (OverflowError in NumPy). low
 * may be above high. Rounding can give the value high itself. Words: 2. Source:
 * nprand_random_sample(), moved and scaled. */
NPRAND_API double nprand_uniform(nprand_rng *rng, double low, double high);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_uniform_fill(nprand_rng *rng, double low,
                                                              double high, size_t n, double *out);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_uniform_each(nprand_rng *rng, const double *low,
                                                              ptrdiff_t low_step,
                                                              const double *high,
                                                              ptrdiff_t high_step, size_t n,
                                                              double *out);

/* ---- Normal ------------------------------------------------------------------------------- */

/* nprand_standard_normal() draws from the normal distribution of mean 0 and standard deviation 1,
 * as RandomState.standard_normal(). Through log.
 *
 * Values come in pairs: the call returns one value and caches the other in the generator. The next
 * call that needs a normal uses the cached one, whichever method it belongs to. Only calls that
 * seed, set the state, advance or jump drop it.
 *
 * Words: 4 for each attempt at a pair, of which pi/4 succeed: on average 2.55 per value; none for
 * the cached normal. Source: the polar method of Marsaglia and Bray (1964). */
NPRAND_API double nprand_standard_normal(nprand_rng *rng);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_standard_normal_fill(nprand_rng *rng, size_t n,
                                                                      double *out);

/* nprand_randn() is nprand_standard_normal() under another name of NumPy, as RandomState.randn(d0,
 * d1, ...). For several dimensions, n is their product. Through log. Words: those of
 * nprand_standard_normal(). Source: that of nprand_standard_normal(). */
NPRAND_API double nprand_randn(nprand_rng *rng);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_randn_fill(nprand_rng *rng, size_t n, double *out);

/* nprand_normal() draws loc + scale * nprand_standard_normal(), as RandomState.normal(loc, scale).
 * Through log.
 *
 * loc: the mean; any double. scale: the standard deviation; not negative, and not -0.0, else
 * NPRAND_NEGATIVE_SCALE. 0 and NaN are accepted, as in NumPy. Words: those of
 * nprand_standard_normal(), for every scale. Source: that of nprand_standard_normal(). */
NPRAND_API double nprand_normal(nprand_rng *rng, double loc, double scale);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_normal_fill(nprand_rng *rng, double loc,
                                                             double scale, size_t n, double *out);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_normal_each(nprand_rng *rng, const double *loc,
                                                             ptrdiff_t loc_step,
                                                             const double *scale,
                                                             ptrdiff_t scale_step, size_t n,
                                                             double *out);

/* ---- Other continuous distributions ------------------------------------------------------- */

/* In this section, E is a standard exponential, G a standard normal (cached values included), U and
 * V are uniform doubles of 2 words. A parameter that must be "not negative" is refused if its sign
 * bit is set: -0.0 is refused. A parameter that must be "positive" is refused if it is 0 or less.
 * NaN is accepted in both cases; the value is then NaN, unless a description says otherwise. NumPy
 * does this. A refused scalar draw returns NaN and sets errno to EDOM. "Inversion" means that the
 * inverse of the distribution function is computed at U or 1 - U: Devroye (1986), II.2. */

/* nprand_standard_exponential() draws E = -log(1 - U), as RandomState.standard_exponential().
 * Through log. Words: 2. Source: inversion. */
NPRAND_API double nprand_standard_exponential(nprand_rng *rng);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_standard_exponential_fill(nprand_rng *rng,
                                                                           size_t n, double *out);

/* nprand_exponential() draws scale * E, as RandomState.exponential(scale). Through log.
 *
 * scale: the mean, 1/rate; not negative, else NPRAND_NEGATIVE_SCALE. Words: 2. Source: inversion.
 */
NPRAND_API double nprand_exponential(nprand_rng *rng, double scale);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_exponential_fill(nprand_rng *rng, double scale,
                                                                  size_t n, double *out);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_exponential_each(nprand_rng *rng,
                                                                  const double *scale,
                                                                  ptrdiff_t scale_step, size_t n,
                                                                  double *out);

/* nprand_standard_gamma() draws from the gamma distribution of scale 1, as
 * RandomState.standard_gamma(shape). Through log, and pow below shape 1.
 *
 * shape: not negative, else NPRAND_NEGATIVE_SHAPE. 0 gives 0 without words. Words: 2 for shape 1.
 * Below 1, 4 per attempt. Above 1, each attempt draws normals G until one is large enough, then
 * takes 2 words. Sources: Ahrens and Dieter (1974) below 1, Marsaglia and Tsang (2000) above; for
 * 1, nprand_standard_exponential(). */
NPRAND_API double nprand_standard_gamma(nprand_rng *rng, double shape);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_standard_gamma_fill(nprand_rng *rng, double shape,
                                                                     size_t n, double *out);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_standard_gamma_each(nprand_rng *rng,
                                                                     const double *shape,
                                                                     ptrdiff_t shape_step, size_t n,
                                                                     double *out);

/* nprand_gamma() draws scale * nprand_standard_gamma(shape), as RandomState.gamma(shape, scale).
 * Through log, and pow below shape 1.
 *
 * shape: not negative, else NPRAND_NEGATIVE_SHAPE. scale: not negative, else NPRAND_NEGATIVE_SCALE.
 * Words: those of nprand_standard_gamma(). Sources: those of nprand_standard_gamma(). */
NPRAND_API double nprand_gamma(nprand_rng *rng, double shape, double scale);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_gamma_fill(nprand_rng *rng, double shape,
                                                            double scale, size_t n, double *out);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_gamma_each(nprand_rng *rng, const double *shape,
                                                            ptrdiff_t shape_step,
                                                            const double *scale,
                                                            ptrdiff_t scale_step, size_t n,
                                                            double *out);

/* nprand_beta() draws from the beta distribution on [0, 1], as RandomState.beta(a, b). Through pow
 * for a, b <= 1, and through log and exp too if both powers are 0; else through log, pow.
 *
 * a: positive, else NPRAND_A_NOT_POSITIVE. b: positive, else NPRAND_B_NOT_POSITIVE. Tiny a and b
 * (1e-320) give NaN. Words: 4 per attempt for a, b <= 1; else those of two standard_gamma, of a and
 * of b. Sources: Johnk (1964) for a, b <= 1; else the quotient of gammas in Devroye (1986), IX.3.
 */
NPRAND_API double nprand_beta(nprand_rng *rng, double a, double b);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_beta_fill(nprand_rng *rng, double a, double b,
                                                           size_t n, double *out);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_beta_each(nprand_rng *rng, const double *a,
                                                           ptrdiff_t a_step, const double *b,
                                                           ptrdiff_t b_step, size_t n, double *out);

/* nprand_chisquare() draws 2 * nprand_standard_gamma(df / 2), as RandomState.chisquare(df). Through
 * log, pow.
 *
 * df: degrees of freedom; positive, else NPRAND_DF_NOT_POSITIVE. Words: those of
 * nprand_standard_gamma(). Sources: those of nprand_standard_gamma(). */
NPRAND_API double nprand_chisquare(nprand_rng *rng, double df);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_chisquare_fill(nprand_rng *rng, double df,
                                                                size_t n, double *out);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_chisquare_each(nprand_rng *rng, const double *df,
                                                                ptrdiff_t df_step, size_t n,
                                                                double *out);

/* nprand_noncentral_chisquare() draws from the noncentral chi-square distribution, as
 * RandomState.noncentral_chisquare(df, nonc). Through log, pow, exp.
 *
 * df: degrees of freedom; positive, else NPRAND_DF_NOT_POSITIVE; before NumPy 1.10 above 1, else
 * NPRAND_NOT_IN_RELEASE. nonc: noncentrality; not negative, else NPRAND_NEGATIVE_NONC; before NumPy
 * 1.11 not 0, else NPRAND_NOT_IN_RELEASE. Words: for nonc = 0, those of a chisquare(df). Else, for
 * df > 1, those of a chisquare(df - 1) and a G. Else those of a poisson(nonc / 2) and a chisquare.
 * Source: Johnson, Kotz and Balakrishnan (1995), chapter 29. */
NPRAND_API double nprand_noncentral_chisquare(nprand_rng *rng, double df, double nonc);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_noncentral_chisquare_fill(nprand_rng *rng,
                                                                           double df, double nonc,
                                                                           size_t n, double *out);
NPRAND_API NPRAND_NODISCARD nprand_status
nprand_noncentral_chisquare_each(nprand_rng *rng, const double *df, ptrdiff_t df_step,
                                 const double *nonc, ptrdiff_t nonc_step, size_t n, double *out);

/* nprand_f() draws from Fisher's F distribution, as RandomState.f(dfnum, dfden): a chisquare(dfnum)
 * / dfnum over a chisquare(dfden) / dfden. Through log, pow.
 *
 * dfnum: degrees of freedom of the numerator; positive, else NPRAND_DFNUM_NOT_POSITIVE. dfden:
 * degrees of freedom of the denominator; positive, else NPRAND_DFDEN_NOT_POSITIVE. Words: those of
 * two chisquare. Source: the definition of the distribution. */
NPRAND_API double nprand_f(nprand_rng *rng, double dfnum, double dfden);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_f_fill(nprand_rng *rng, double dfnum, double dfden,
                                                        size_t n, double *out);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_f_each(nprand_rng *rng, const double *dfnum,
                                                        ptrdiff_t dfnum_step, const double *dfden,
                                                        ptrdiff_t dfden_step, size_t n,
                                                        double *out);

/* nprand_noncentral_f() draws from the noncentral F distribution, as
 * RandomState.noncentral_f(dfnum, dfden, nonc): a noncentral_chisquare(dfnum, nonc) / dfnum over a
 * chisquare(dfden) / dfden. Through log, pow, exp.
 *
 * dfnum: degrees of freedom of the numerator; positive, else NPRAND_DFNUM_NOT_POSITIVE; before
 * NumPy 1.14 above 1, else NPRAND_NOT_IN_RELEASE. dfden: degrees of freedom of the denominator;
 * positive, else NPRAND_DFDEN_NOT_POSITIVE. nonc: noncentrality of the numerator; not negative,
 * else NPRAND_NEGATIVE_NONC. Words: those of a noncentral_chisquare and a chisquare. Source: the
 * definition of the distribution. */
NPRAND_API double nprand_noncentral_f(nprand_rng *rng, double dfnum, double dfden, double nonc);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_noncentral_f_fill(nprand_rng *rng, double dfnum,
                                                                   double dfden, double nonc,
                                                                   size_t n, double *out);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_noncentral_f_each(
    nprand_rng *rng, const double *dfnum, ptrdiff_t dfnum_step, const double *dfden,
    ptrdiff_t dfden_step, const double *nonc, ptrdiff_t nonc_step, size_t n, double *out);

/* nprand_standard_t() draws from Student's t distribution, as RandomState.standard_t(df): a G over
 * the root of a chisquare(df) / df. Through log, pow.
 *
 * df: degrees of freedom; positive, else NPRAND_DF_NOT_POSITIVE. Words: those of a G and a
 * standard_gamma(df / 2). Source: the definition of the distribution. */
NPRAND_API double nprand_standard_t(nprand_rng *rng, double df);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_standard_t_fill(nprand_rng *rng, double df,
                                                                 size_t n, double *out);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_standard_t_each(nprand_rng *rng, const double *df,
                                                                 ptrdiff_t df_step, size_t n,
                                                                 double *out);

/* nprand_standard_cauchy() draws the quotient of two G, the first one over the second, as
 * RandomState.standard_cauchy(). Through log. Words: those of two G. Source: the quotient of two
 * normals. */
NPRAND_API double nprand_standard_cauchy(nprand_rng *rng);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_standard_cauchy_fill(nprand_rng *rng, size_t n,
                                                                      double *out);

/* nprand_lognormal() draws exp(mean + sigma * G), as RandomState.lognormal(mean, sigma). Through
 * log, exp.
 *
 * mean: the mean of the logarithm; any double. sigma: the standard deviation of the logarithm; not
 * negative, else NPRAND_NEGATIVE_SIGMA. Words: those of a G. Source: the definition of the
 * distribution. */
NPRAND_API double nprand_lognormal(nprand_rng *rng, double mean, double sigma);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_lognormal_fill(nprand_rng *rng, double mean,
                                                                double sigma, size_t n,
                                                                double *out);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_lognormal_each(nprand_rng *rng, const double *mean,
                                                                ptrdiff_t mean_step,
                                                                const double *sigma,
                                                                ptrdiff_t sigma_step, size_t n,
                                                                double *out);

/* nprand_laplace() draws from the Laplace or double exponential distribution, as
 * RandomState.laplace(loc, scale): loc + scale log(2 U) for U < 1/2, else loc - scale log(2 - 2 U).
 * Through log.
 *
 * loc: the mean; any double. scale: not negative, else NPRAND_NEGATIVE_SCALE. Words: 2, and 2 more
 * each time U = 0, once in 2^53. Source: inversion. */
NPRAND_API double nprand_laplace(nprand_rng *rng, double loc, double scale);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_laplace_fill(nprand_rng *rng, double loc,
                                                              double scale, size_t n, double *out);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_laplace_each(nprand_rng *rng, const double *loc,
                                                              ptrdiff_t loc_step,
                                                              const double *scale,
                                                              ptrdiff_t scale_step, size_t n,
                                                              double *out);

/* nprand_logistic() draws loc + scale log(U / (1 - U)), as RandomState.logistic(loc, scale).
 * Through log.
 *
 * loc: the mean; any double. scale: not negative, else NPRAND_NEGATIVE_SCALE. Words: 2, and 2 more
 * each time U = 0, once in 2^53. Source: inversion. */
NPRAND_API double nprand_logistic(nprand_rng *rng, double loc, double scale);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_logistic_fill(nprand_rng *rng, double loc,
                                                               double scale, size_t n, double *out);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_logistic_each(nprand_rng *rng, const double *loc,
                                                               ptrdiff_t loc_step,
                                                               const double *scale,
                                                               ptrdiff_t scale_step, size_t n,
                                                               double *out);

/* nprand_gumbel() draws loc - scale log(-log(1 - U)), as RandomState.gumbel(loc, scale). Through
 * log.
 *
 * loc: the mode; any double. scale: not negative, else NPRAND_NEGATIVE_SCALE. Words: 2, and 2 more
 * each time U = 0, once in 2^53. Source: inversion. */
NPRAND_API double nprand_gumbel(nprand_rng *rng, double loc, double scale);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_gumbel_fill(nprand_rng *rng, double loc,
                                                             double scale, size_t n, double *out);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_gumbel_each(nprand_rng *rng, const double *loc,
                                                             ptrdiff_t loc_step,
                                                             const double *scale,
                                                             ptrdiff_t scale_step, size_t n,
                                                             double *out);

/* nprand_pareto() draws exp(E / a) - 1, as RandomState.pareto(a): the Pareto II or Lomax
 * distribution. Through log, exp.
 *
 * a: the shape; positive, else NPRAND_A_NOT_POSITIVE. Words: 2. Source: inversion. */
NPRAND_API double nprand_pareto(nprand_rng *rng, double a);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_pareto_fill(nprand_rng *rng, double a, size_t n,
                                                             double *out);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_pareto_each(nprand_rng *rng, const double *a,
                                                             ptrdiff_t a_step, size_t n,
                                                             double *out);

/* nprand_power() draws (1 - exp(-E))^(1/a), of the density a x^(a-1) on [0, 1], as
 * RandomState.power(a). Through log, exp, pow.
 *
 * a: the exponent of the distribution function; positive, else NPRAND_A_NOT_POSITIVE. Words: 2.
 * Source: inversion. */
NPRAND_API double nprand_power(nprand_rng *rng, double a);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_power_fill(nprand_rng *rng, double a, size_t n,
                                                            double *out);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_power_each(nprand_rng *rng, const double *a,
                                                            ptrdiff_t a_step, size_t n,
                                                            double *out);

/* nprand_weibull() draws E^(1/a), as RandomState.weibull(a): the Weibull distribution of scale 1.
 * Through log, pow.
 *
 * a: the shape; not negative, else NPRAND_NEGATIVE_A; 0 gives 0 without words. Words: 2. Source:
 * inversion. */
NPRAND_API double nprand_weibull(nprand_rng *rng, double a);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_weibull_fill(nprand_rng *rng, double a, size_t n,
                                                              double *out);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_weibull_each(nprand_rng *rng, const double *a,
                                                              ptrdiff_t a_step, size_t n,
                                                              double *out);

/* nprand_rayleigh() draws scale * sqrt(-2 log(1 - U)), as RandomState.rayleigh(scale). Through
 * log1p.
 *
 * scale: the mode; not negative, else NPRAND_NEGATIVE_SCALE. Words: 2. Source: inversion. */
NPRAND_API double nprand_rayleigh(nprand_rng *rng, double scale);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_rayleigh_fill(nprand_rng *rng, double scale,
                                                               size_t n, double *out);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_rayleigh_each(nprand_rng *rng, const double *scale,
                                                               ptrdiff_t scale_step, size_t n,
                                                               double *out);

/* nprand_triangular() draws from the triangular distribution on [left, right], as
 * RandomState.triangular(left, mode, right). Exact.
 *
 * left: the lower limit; at most mode, else NPRAND_LEFT_ABOVE_MODE. mode: the peak; at most right,
 * else NPRAND_MODE_ABOVE_RIGHT. right: the upper limit; not equal to left, else
 * NPRAND_LEFT_IS_RIGHT. NaN is accepted for each. Words: 2. Source: inversion. */
NPRAND_API double nprand_triangular(nprand_rng *rng, double left, double mode, double right);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_triangular_fill(nprand_rng *rng, double left,
                                                                 double mode, double right,
                                                                 size_t n, double *out);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_triangular_each(
    nprand_rng *rng, const double *left, ptrdiff_t left_step, const double *mode,
    ptrdiff_t mode_step, const double *right, ptrdiff_t right_step, size_t n, double *out);

/* nprand_vonmises() draws an angle in radians on [-pi, pi], as RandomState.vonmises(mu, kappa).
 * Through cos, log, acos. These have the bits of NumPy on glibc 2.34 or later. Above kappa = 1e14,
 * an ulp of cos can decide whether an attempt is accepted. All values that follow then change.
 *
 * mu: the mode, in radians; any double. kappa: the concentration; not negative, else
 * NPRAND_NEGATIVE_KAPPA. Some kappa from 6e15 on, and all from 2e16 on, for which NumPy never
 * returns, are refused with NPRAND_TOO_MANY_ATTEMPTS; before NumPy 1.9, for the same reason, also
 * some from 1e-8 to 1.5e-8. For kappa < 1e-8 the angle is uniform on [-pi, pi) for every mu. NaN
 * gives NaN without words. Bound of the attempts: 4 for kappa < 1e13; else 2 exp(y - 1) / min(y, 1)
 * for y = kappa (s - 1), where s is the envelope's parameter in the paper. Words: 2 for kappa <
 * 1e-8; else 4 per attempt and 2 more. Source: Best and Fisher (1979). */
NPRAND_API double nprand_vonmises(nprand_rng *rng, double mu, double kappa);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_vonmises_fill(nprand_rng *rng, double mu,
                                                               double kappa, size_t n, double *out);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_vonmises_each(nprand_rng *rng, const double *mu,
                                                               ptrdiff_t mu_step,
                                                               const double *kappa,
                                                               ptrdiff_t kappa_step, size_t n,
                                                               double *out);

/* nprand_wald() draws from the inverse Gaussian distribution, as RandomState.wald(mean, scale).
 * Through log. If mean is far above scale, cancellation gives values of 0 or less.
 *
 * mean: the mean; positive, else NPRAND_MEAN_NOT_POSITIVE. scale: the shape parameter lambda;
 * positive, else NPRAND_SCALE_NOT_POSITIVE. Words: those of a G, and 2 more. Source: Michael,
 * Schucany and Haas (1976). */
NPRAND_API double nprand_wald(nprand_rng *rng, double mean, double scale);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_wald_fill(nprand_rng *rng, double mean,
                                                           double scale, size_t n, double *out);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_wald_each(nprand_rng *rng, const double *mean,
                                                           ptrdiff_t mean_step, const double *scale,
                                                           ptrdiff_t scale_step, size_t n,
                                                           double *out);

/* ---- Integers ----------------------------------------------------------------------------- */

/* nprand_randint() draws an integer, uniform on low <= x < high, as RandomState.randint(low, high)
 * with NumPy's default dtype where C's long has 64 bits. randint(high) is nprand_randint(rng, 0,
 * high). Exact.
 *
 * low, high: low < high, else NPRAND_LOW_NOT_BELOW_HIGH (NPRAND_HIGH_NOT_POSITIVE if low is 0).
 * With n = 0 the fill and the each form accept any bounds, as NumPy does with size=0. For high =
 * 2^63 see nprand_randint_int64_endpoint(). With a long of 32 bits, a low or a high - 1 outside
 * int32 is NPRAND_LOW_OUTSIDE_INT32 or NPRAND_HIGH_OUTSIDE_INT32. Arrays as bounds are refused with
 * NPRAND_NOT_IN_RELEASE before NumPy 1.17. NPRAND_HIGH_NOT_POSITIVE is then for arrays in which
 * every low is 0.
 *
 * Words: none if high-1-low = 0; 1 per attempt up to 2^32-1; 2 beyond, the high half first. Source:
 * masked rejection of Roy's RandomKit (2005): each attempt keeps as many low bits as high-1-low
 * has; a result above high-1-low is rejected. */
NPRAND_API int64_t nprand_randint(nprand_rng *rng, int64_t low, int64_t high);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_randint_fill(nprand_rng *rng, int64_t low,
                                                              int64_t high, size_t n, int64_t *out);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_randint_each(nprand_rng *rng, const int64_t *low,
                                                              ptrdiff_t low_step,
                                                              const int64_t *high,
                                                              ptrdiff_t high_step, size_t n,
                                                              int64_t *out);

/* The draws of RandomState.randint(low, high, dtype=...) for each dtype of NumPy:
 * nprand_randint_int8() is the one of dtype=np.int8. Exact. Before NumPy 1.11, which has no dtypes,
 * they are NPRAND_NOT_IN_RELEASE.
 *
 * low, high: low < high, as in nprand_randint(). low and high - 1 must be values of the dtype (for
 * bool 0 and 1), else NPRAND_LOW_OUTSIDE_... or NPRAND_HIGH_OUTSIDE_..., checked in this order,
 * before low < high. The each form looks for a low below the dtype, then for a high above it. A low
 * above the dtype or a high below it fails low < high.
 *
 * Words: those of nprand_randint(), except for bool, 8 and 16 bits. For these, one call divides
 * each word into 32 bits, 4 bytes or 2 halves, and uses one piece per attempt, the lowest first.
 * Unused pieces of the last word are discarded. Therefore n scalar calls, or a fill split in two,
 * take more words than one fill, and give other values. (NumPy does this; do not repair.) Source:
 * that of nprand_randint(). A refused scalar draw returns NPRAND_INVALID; that of uint64 returns
 * the same bits, 2^63. In the each form, the pieces that one integer leaves serve the next one,
 * whatever its bounds are.
 *
 * int32 and uint32 draw the values of int64 with the same bounds, and take the same words; only the
 * type of out differs. (One exception: in 1.17.0 to 1.17.2, int64 takes two words over 2^32 values,
 * see nprand_set_numpy().) bool, 8 and 16 bits draw other values: nprand_randint_int8_fill(rng, 0,
 * 10, n, out) is not nprand_randint_fill(rng, 0, 10, n, out). */
NPRAND_API int64_t nprand_randint_bool(nprand_rng *rng, int64_t low, int64_t high);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_randint_bool_fill(nprand_rng *rng, int64_t low,
                                                                   int64_t high, size_t n,
                                                                   bool *out);
NPRAND_API NPRAND_NODISCARD nprand_status
nprand_randint_bool_each(nprand_rng *rng, const int64_t *low, ptrdiff_t low_step,
                         const int64_t *high, ptrdiff_t high_step, size_t n, bool *out);
NPRAND_API int64_t nprand_randint_int8(nprand_rng *rng, int64_t low, int64_t high);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_randint_int8_fill(nprand_rng *rng, int64_t low,
                                                                   int64_t high, size_t n,
                                                                   int8_t *out);
NPRAND_API NPRAND_NODISCARD nprand_status
nprand_randint_int8_each(nprand_rng *rng, const int64_t *low, ptrdiff_t low_step,
                         const int64_t *high, ptrdiff_t high_step, size_t n, int8_t *out);
NPRAND_API int64_t nprand_randint_int16(nprand_rng *rng, int64_t low, int64_t high);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_randint_int16_fill(nprand_rng *rng, int64_t low,
                                                                    int64_t high, size_t n,
                                                                    int16_t *out);
NPRAND_API NPRAND_NODISCARD nprand_status
nprand_randint_int16_each(nprand_rng *rng, const int64_t *low, ptrdiff_t low_step,
                          const int64_t *high, ptrdiff_t high_step, size_t n, int16_t *out);
NPRAND_API int64_t nprand_randint_int32(nprand_rng *rng, int64_t low, int64_t high);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_randint_int32_fill(nprand_rng *rng, int64_t low,
                                                                    int64_t high, size_t n,
                                                                    int32_t *out);
NPRAND_API NPRAND_NODISCARD nprand_status
nprand_randint_int32_each(nprand_rng *rng, const int64_t *low, ptrdiff_t low_step,
                          const int64_t *high, ptrdiff_t high_step, size_t n, int32_t *out);
NPRAND_API int64_t nprand_randint_int64(nprand_rng *rng, int64_t low, int64_t high);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_randint_int64_fill(nprand_rng *rng, int64_t low,
                                                                    int64_t high, size_t n,
                                                                    int64_t *out);
NPRAND_API NPRAND_NODISCARD nprand_status
nprand_randint_int64_each(nprand_rng *rng, const int64_t *low, ptrdiff_t low_step,
                          const int64_t *high, ptrdiff_t high_step, size_t n, int64_t *out);
NPRAND_API int64_t nprand_randint_uint8(nprand_rng *rng, int64_t low, int64_t high);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_randint_uint8_fill(nprand_rng *rng, int64_t low,
                                                                    int64_t high, size_t n,
                                                                    uint8_t *out);
NPRAND_API NPRAND_NODISCARD nprand_status
nprand_randint_uint8_each(nprand_rng *rng, const int64_t *low, ptrdiff_t low_step,
                          const int64_t *high, ptrdiff_t high_step, size_t n, uint8_t *out);
NPRAND_API int64_t nprand_randint_uint16(nprand_rng *rng, int64_t low, int64_t high);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_randint_uint16_fill(nprand_rng *rng, int64_t low,
                                                                     int64_t high, size_t n,
                                                                     uint16_t *out);
NPRAND_API NPRAND_NODISCARD nprand_status
nprand_randint_uint16_each(nprand_rng *rng, const int64_t *low, ptrdiff_t low_step,
                           const int64_t *high, ptrdiff_t high_step, size_t n, uint16_t *out);
NPRAND_API int64_t nprand_randint_uint32(nprand_rng *rng, int64_t low, int64_t high);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_randint_uint32_fill(nprand_rng *rng, int64_t low,
                                                                     int64_t high, size_t n,
                                                                     uint32_t *out);
NPRAND_API NPRAND_NODISCARD nprand_status
nprand_randint_uint32_each(nprand_rng *rng, const int64_t *low, ptrdiff_t low_step,
                           const int64_t *high, ptrdiff_t high_step, size_t n, uint32_t *out);
NPRAND_API uint64_t nprand_randint_uint64(nprand_rng *rng, uint64_t low, uint64_t high);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_randint_uint64_fill(nprand_rng *rng, uint64_t low,
                                                                     uint64_t high, size_t n,
                                                                     uint64_t *out);
NPRAND_API NPRAND_NODISCARD nprand_status
nprand_randint_uint64_each(nprand_rng *rng, const uint64_t *low, ptrdiff_t low_step,
                           const uint64_t *high, ptrdiff_t high_step, size_t n, uint64_t *out);

/* nprand_randint_int64_endpoint() and nprand_randint_uint64_endpoint() draw an integer on low <= x
 * <= last, as RandomState.randint(low, last + 1, dtype=...). They are for ranges whose exclusive
 * upper end fits no C integer: randint(-2**63, 2**63, dtype=int64) is (INT64_MIN, INT64_MAX),
 * randint(0, 2**64, dtype=uint64) is (0, UINT64_MAX). Exact. Before NumPy 1.11 they are
 * NPRAND_NOT_IN_RELEASE.
 *
 * low, last: low <= last, else the statuses of nprand_randint(): NPRAND_LOW_NOT_BELOW_HIGH
 * (NPRAND_HIGH_NOT_POSITIVE if low is 0). With n = 0 the fills and the each forms accept any
 * bounds. Words: those of nprand_randint(rng, low, last + 1). Source: that of nprand_randint(). */
NPRAND_API int64_t nprand_randint_int64_endpoint(nprand_rng *rng, int64_t low, int64_t last);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_randint_int64_endpoint_fill(nprand_rng *rng,
                                                                             int64_t low,
                                                                             int64_t last, size_t n,
                                                                             int64_t *out);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_randint_int64_endpoint_each(
    nprand_rng *rng, const int64_t *low, ptrdiff_t low_step, const int64_t *last,
    ptrdiff_t last_step, size_t n, int64_t *out);
NPRAND_API uint64_t nprand_randint_uint64_endpoint(nprand_rng *rng, uint64_t low, uint64_t last);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_randint_uint64_endpoint_fill(
    nprand_rng *rng, uint64_t low, uint64_t last, size_t n, uint64_t *out);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_randint_uint64_endpoint_each(
    nprand_rng *rng, const uint64_t *low, ptrdiff_t low_step, const uint64_t *last,
    ptrdiff_t last_step, size_t n, uint64_t *out);

/* nprand_random_integers() draws an integer, uniform on low <= x <= high, as
 * RandomState.random_integers(low, high); random_integers(high) starts at low = 1. Exact.
 *
 * low, high: low <= high, else the statuses of nprand_randint(): NPRAND_LOW_NOT_BELOW_HIGH
 * (NPRAND_HIGH_NOT_POSITIVE if low is 0). With n = 0 the fill and the each form accept any bounds.
 * Arrays as bounds are NPRAND_NOT_IN_RELEASE before NumPy 1.17. high may be INT64_MAX; before NumPy
 * 1.11 the largest long is NPRAND_NOT_IN_RELEASE. With a long of 32 bits, a bound outside int32 is
 * NPRAND_LOW_OUTSIDE_INT32 or NPRAND_HIGH_OUTSIDE_INT32. NumPy has arrays for low alone;
 * nprand_random_integers_each() has them for both, as randint(low, high + 1) has. Words: those of
 * nprand_randint(rng, low, high + 1). Source: that of nprand_randint(). */
NPRAND_API int64_t nprand_random_integers(nprand_rng *rng, int64_t low, int64_t high);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_random_integers_fill(nprand_rng *rng, int64_t low,
                                                                      int64_t high, size_t n,
                                                                      int64_t *out);
NPRAND_API NPRAND_NODISCARD nprand_status
nprand_random_integers_each(nprand_rng *rng, const int64_t *low, ptrdiff_t low_step,
                            const int64_t *high, ptrdiff_t high_step, size_t n, int64_t *out);

/* nprand_tomaxint() draws an integer, uniform on 0..2^63-1, as RandomState.tomaxint() where C's
 * long has 64 bits. Exact.
 *
 * Words: 2, the high half first; 1 for a long of 32 bits. Source: the upper 63 or 31 bits of the
 * words of MT19937. */
NPRAND_API int64_t nprand_tomaxint(nprand_rng *rng);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_tomaxint_fill(nprand_rng *rng, size_t n,
                                                               int64_t *out);

/* ---- Other discrete distributions --------------------------------------------------------- */

/* A value that overflows a long in NumPy's C becomes LONG_MIN here, as on x86. This is INT64_MIN,
 * which is NPRAND_INVALID; an accepted call leaves errno unchanged. In this section, U is a uniform
 * double of 2 words. */

/* nprand_poisson() draws from the Poisson distribution, as RandomState.poisson(lam). Through exp
 * for lam < 10, else through log.
 *
 * lam: the mean; 0 <= lam <= 9.223372006484771e18, else NPRAND_LAM_NEGATIVE (NaN too),
 * NPRAND_LAM_TOO_LARGE. The each form looks for NPRAND_LAM_TOO_LARGE first (NaN too), then for
 * NPRAND_EACH_LAM_NEGATIVE. 0 gives 0 without words. Words: 2 (x + 1) for the value x if lam < 10;
 * else 4 per attempt. Sources: Knuth, TAOCP 3.4.1, algorithm Q, for lam < 10; else PTRS of Hoermann
 * (1993). */
NPRAND_API int64_t nprand_poisson(nprand_rng *rng, double lam);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_poisson_fill(nprand_rng *rng, double lam, size_t n,
                                                              int64_t *out);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_poisson_each(nprand_rng *rng, const double *lam,
                                                              ptrdiff_t lam_step, size_t n,
                                                              int64_t *out);

/* nprand_binomial() draws how many of n trials succeed, as RandomState.binomial(n, p). Through log,
 * exp for n min(p, 1-p) <= 30, else through log.
 *
 * trials: the n of NumPy; not negative, else NPRAND_N_NEGATIVE; above LONG_MAX,
 * NPRAND_OUTSIDE_LONG. Before NumPy 1.9, n min(p, 1-p) from 2^30 on is NPRAND_NOT_IN_RELEASE. p:
 * the probability of a success; 0 <= p <= 1, else NPRAND_P_OUTSIDE_0_1, in the each form
 * NPRAND_EACH_P_OUTSIDE_0_1. p is checked before trials.
 *
 * Let r = min(p, 1 - p) and q = 1 - r as doubles. For n r <= 30, the method is inversion. It starts
 * again if rounding makes its probabilities add up to less than U.
 *
 * Bound of the attempts: by inversion 2 for n <= 2^53, else 2 exp(n ((1 - q) - r)), which exceeds
 * 2^30 for some n above 10^17 (NPRAND_TOO_MANY_ATTEMPTS). By BTPE it is 4. Words: 2 per attempt by
 * inversion, even if only one result is possible; else 4 per attempt. Sources: for n r <= 30,
 * inversion by sequential search, Devroye (1986), X.4.1; else BTPE of Kachitvichyanukul and
 * Schmeiser (1988), in which NumPy has two signs and a digit of its own. */
NPRAND_API int64_t nprand_binomial(nprand_rng *rng, int64_t trials, double p);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_binomial_fill(nprand_rng *rng, int64_t trials,
                                                               double p, size_t n, int64_t *out);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_binomial_each(nprand_rng *rng,
                                                               const int64_t *trials,
                                                               ptrdiff_t trials_step,
                                                               const double *p, ptrdiff_t p_step,
                                                               size_t n, int64_t *out);

/* nprand_negative_binomial() draws the number of failures before n successes, as
 * RandomState.negative_binomial(n, p). Through log, pow, exp.
 *
 * successes: the n of NumPy; positive, may be a fraction, else NPRAND_N_NOT_POSITIVE; NaN gives 0.
 * p: the probability of a success; 0 <= p <= 1, else NPRAND_P_OUTSIDE_0_1, in the each form
 * NPRAND_EACH_P_OUTSIDE_0_1; 0 gives INT64_MIN.
 * Words: those of a gamma and a poisson. Source: a Poisson value whose mean is drawn by
 * nprand_gamma(), of shape n and scale (1 - p) / p. */
NPRAND_API int64_t nprand_negative_binomial(nprand_rng *rng, double successes, double p);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_negative_binomial_fill(nprand_rng *rng,
                                                                        double successes, double p,
                                                                        size_t n, int64_t *out);
NPRAND_API NPRAND_NODISCARD nprand_status
nprand_negative_binomial_each(nprand_rng *rng, const double *successes, ptrdiff_t successes_step,
                              const double *p, ptrdiff_t p_step, size_t n, int64_t *out);

/* nprand_geometric() draws the number of trials up to the first success, as
 * RandomState.geometric(p). Exact for p >= 1/3, else through log, log1p.
 *
 * p: the probability of a success; 0 < p <= 1, else NPRAND_P_NOT_POSITIVE. The result is 0 if U = 0
 * and p < 1/3, and INT64_MIN if p is at most 2^-54, because 1 - p is then 1. Words: 2. Source:
 * inversion, by sequential search for p >= 1/3, else by logarithms: Devroye (1986), X.2. */
NPRAND_API int64_t nprand_geometric(nprand_rng *rng, double p);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_geometric_fill(nprand_rng *rng, double p, size_t n,
                                                                int64_t *out);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_geometric_each(nprand_rng *rng, const double *p,
                                                                ptrdiff_t p_step, size_t n,
                                                                int64_t *out);

/* nprand_hypergeometric() draws how many elements of a sample without replacement are good, as
 * RandomState.hypergeometric(ngood, nbad, nsample). Exact for nsample <= 10, else through log.
 *
 * ngood: good elements in the population; not negative, else NPRAND_NGOOD_NEGATIVE. nbad: other
 * elements; not negative, else NPRAND_NBAD_NEGATIVE. nsample: elements in the sample; at least 1,
 * else NPRAND_NSAMPLE_BELOW_1, in the each form NPRAND_EACH_NSAMPLE_BELOW_1; at most ngood + nbad,
 * else NPRAND_NSAMPLE_TOO_LARGE. The last of these is checked first, for all values.
 *
 * The population, ngood + nbad, is at most LONG_MAX, and for nsample > 10 at most LONG_MAX - 2,
 * except where NumPy returns; else NPRAND_OUTSIDE_LONG. Before NumPy 1.10, parameters whose
 * products overflow a long are NPRAND_NOT_IN_RELEASE.
 *
 * Bound of the attempts for nsample > 10: 2 w min(1, 2 / sqrt(1 + 4 var)). Here m = min(nsample,
 * population - nsample), var is the variance for a sample of m, and w is the width that HRUA*
 * computes from nsample. The bound is large if m is small and nsample huge. For a population above
 * 2^44, it is multiplied by the number of points that the rounding of logarithms rejects; the check
 * looks at no more than 2^28 points. Above 2^30: NPRAND_TOO_MANY_ATTEMPTS.
 *
 * Words: for nsample <= 10, 2 for each drawn element until the rarer kind is used up, none if that
 * kind is empty; else 4 per attempt. Sources: HYP of Kachitvichyanukul and Schmeiser (1985) for
 * nsample <= 10; else HRUA* of Stadlober (1990). */
NPRAND_API int64_t nprand_hypergeometric(nprand_rng *rng, int64_t ngood, int64_t nbad,
                                         int64_t nsample);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_hypergeometric_fill(nprand_rng *rng, int64_t ngood,
                                                                     int64_t nbad, int64_t nsample,
                                                                     size_t n, int64_t *out);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_hypergeometric_each(
    nprand_rng *rng, const int64_t *ngood, ptrdiff_t ngood_step, const int64_t *nbad,
    ptrdiff_t nbad_step, const int64_t *nsample, ptrdiff_t nsample_step, size_t n, int64_t *out);

/* nprand_logseries() draws from the logarithmic series distribution, as RandomState.logseries(p).
 * Through log, exp.
 *
 * p: 0 <= p < 1, else NPRAND_P_OUTSIDE_0_BELOW_1, in the each form
 * NPRAND_EACH_P_OUTSIDE_0_BELOW_1. Words: per attempt 2 if its first uniform double
 * is at least p, which gives 1; else 4. A second attempt follows only if its first uniform double
 * is 0, or if rounding gives a result below 1. Source: algorithm LK of Kemp (1981). */
NPRAND_API int64_t nprand_logseries(nprand_rng *rng, double p);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_logseries_fill(nprand_rng *rng, double p, size_t n,
                                                                int64_t *out);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_logseries_each(nprand_rng *rng, const double *p,
                                                                ptrdiff_t p_step, size_t n,
                                                                int64_t *out);

/* nprand_zipf() draws from the Zipf or zeta distribution, as RandomState.zipf(a). Through pow.
 *
 * a: the exponent; above 1, else NPRAND_A_NOT_ABOVE_1, in the each form NPRAND_EACH_A_NOT_ABOVE_1.
 * From 1025 on, where NumPy never returns, the
 * result is 1 without words. Bound of the attempts: (1 + 1 / x) / ln 2 for x = 63 ln 2 (a - 1), or
 * 31 ln 2 (a - 1) for a long of 32 bits. It exceeds 2^30 for a < 1 + 3.1e-11, or 1 + 6.3e-11
 * (NPRAND_TOO_MANY_ATTEMPTS). Words: 4 per attempt. Source: Devroye (1986), X.6.1. */
NPRAND_API int64_t nprand_zipf(nprand_rng *rng, double a);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_zipf_fill(nprand_rng *rng, double a, size_t n,
                                                           int64_t *out);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_zipf_each(nprand_rng *rng, const double *a,
                                                           ptrdiff_t a_step, size_t n,
                                                           int64_t *out);

/* ---- Multivariate distributions ----------------------------------------------------------- */

/* nprand_multinomial() draws how often each of k categories comes in n trials, as
 * RandomState.multinomial(n, pvals). It writes k numbers to out; the fill writes rows of k numbers,
 * one row after another. Both forms return a status. Through log, exp.
 *
 * trials: the n of NumPy; not negative, else NPRAND_N_NEGATIVE; above LONG_MAX,
 * NPRAND_OUTSIDE_LONG; before NumPy 1.9 below 2^31, else NPRAND_NOT_IN_RELEASE. If a long has 32
 * bits, NumPy 1.17.0 to 1.26.1 cut trials to its lower 32 bits, as a signed number. pvals: k
 * probabilities, each in [0, 1], else NPRAND_PVALS_OUTSIDE_0_1. pvals[0..k-2] must sum to at most 1
 * + 1e-12, else NPRAND_PVALS_SUM; the last category gets the remaining trials, whatever pvals[k-1]
 * is. k: number of categories; 0 gives rows without elements. rows: number of rows that the fill
 * writes. out: k counts, or rows times k counts; may be NULL if it has no elements. Bound of the
 * attempts: that of nprand_binomial() for each category but the last, and for the most trials that
 * the categories before it leave (12 standard deviations above the mean); above 2^30,
 * NPRAND_TOO_MANY_ATTEMPTS. Words: those of a binomial for each category but the last, until no
 * trials are left. Source: conditional binomials: nprand_binomial() of the trials that are left,
 * with p = pvals[i] over the probability that is left. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_multinomial(nprand_rng *rng, int64_t trials,
                                                             const double *pvals, size_t k,
                                                             int64_t *out);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_multinomial_fill(nprand_rng *rng, int64_t trials,
                                                                  const double *pvals, size_t k,
                                                                  size_t rows, int64_t *out);

/* nprand_dirichlet() draws k shares that add up to 1, as RandomState.dirichlet(alpha). It writes k
 * numbers to out; the fill writes rows of k numbers, one row after another. Both forms return a
 * status. Through log, pow.
 *
 * alpha: k concentrations, each positive, else NPRAND_ALPHA_NOT_POSITIVE. Tiny concentrations can
 * give a row of NaN. k: number of shares; 0 gives rows without elements. rows: number of rows that
 * the fill writes. out: k shares, or rows times k shares; may be NULL if it has no elements. Words:
 * those of a standard_gamma for each share. Source: gammas divided by their sum, Devroye (1986),
 * XI.4. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_dirichlet(nprand_rng *rng, const double *alpha,
                                                           size_t k, double *out);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_dirichlet_fill(nprand_rng *rng,
                                                                const double *alpha, size_t k,
                                                                size_t rows, double *out);

/* ---- Permutations and samples ------------------------------------------------------------- */

/* nprand_shuffle() puts the elements at base into random order, in place, as RandomState.shuffle().
 * The arguments are those of qsort(). A row of a matrix can be an element. Exact.
 *
 * base: the elements; may be NULL if count or size is 0. count: number of elements. size: bytes of
 * one element. Words: for i = count-1 down to 1 those of nprand_randint(rng, 0, i + 1); none if
 * count <= 1. With size = 0, no words, except before NumPy 1.20, which draws for elements without
 * bytes; more than 2^25 of them are then NPRAND_TOO_LARGE. Source: Fisher and Yates (1938),
 * Durstenfeld (1964). */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_shuffle(nprand_rng *rng, void *base, size_t count,
                                                         size_t size);

/* nprand_shuffle_strided() puts the elements of a view into random order, in place, as
 * RandomState.shuffle() of a slice. The elements are at base, base + stride, base + 2 stride and
 * further, in bytes, as in NumPy's strides. The bytes between them stay as they are. If stride is
 * size, the call is nprand_shuffle(). For x of n rows of k doubles, where k is a ptrdiff_t:
 *
 *     x[:, 1]      nprand_shuffle_strided(rng, x + 1, n, 8, 8 * k)
 *     x[:, 2:4]    nprand_shuffle_strided(rng, x + 2, n, 16, 8 * k)
 *     x[::2]       nprand_shuffle_strided(rng, x, (n + 1) / 2, 8 * k, 16 * k)
 *     x[::-1]      nprand_shuffle_strided(rng, x + (n - 1) * k, n, 8 * k, -8 * k)
 *
 * NumPy shuffles 1-D arrays, arrays of rows, arrays of objects and lists by different code, with
 * the same words and the same order. An element is one run of bytes: for rows that are not, as in
 * x[:, ::2], shuffle indices. A view in the order of Python's random.shuffle(): shuffle indices by
 * nprand_py_shuffle(). Exact.
 *
 * base: the first element; may be NULL if count or size is 0. count: number of elements. size:
 * bytes of an element. stride: bytes from an element to the next one, of either sign; at least size
 * without the sign, else NPRAND_ELEMENTS_OVERLAP; any if size is 0 or count is at most 1. With
 * count times stride above PTRDIFF_MAX, the view is NPRAND_TOO_LARGE. Words: those of
 * nprand_shuffle(). Source: that of nprand_shuffle(). */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_shuffle_strided(nprand_rng *rng, void *base,
                                                                 size_t count, size_t size,
                                                                 ptrdiff_t stride);

/* nprand_permutation() writes 0..n-1 in random order to out, as RandomState.permutation(n). Exact.
 *
 * n: number of integers. out: n integers; may be NULL if n is 0. Words: those of nprand_shuffle()
 * of n elements. Source: that of nprand_shuffle(). */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_permutation(nprand_rng *rng, size_t n,
                                                             int64_t *out);

/* nprand_permutation_array() writes the elements at base to out in random order, as
 * RandomState.permutation(x) for an array x. Exact.
 *
 * base: the elements, which do not change; may be NULL if count or size is 0. count: number of
 * elements. size: bytes of one element. out: count elements; must not overlap base; may be NULL if
 * count or size is 0. Words: those of nprand_shuffle() of count elements, even if size = 0; a count
 * above 2^25 is then NPRAND_TOO_LARGE. Source: that of nprand_shuffle(). */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_permutation_array(nprand_rng *rng,
                                                                   const void *base, size_t count,
                                                                   size_t size, void *out);

/* RandomState.choice(a, size, replace, p) is several functions here, because its forms need other
 * arguments, other work space and other words. A call says which form it is, no pointer is
 * optional, and no pointer can be taken for another. Each function draws indices on 0..a-1. To
 * choose from an array of a items, use the index.
 *
 *     choice(a), choice(a, n)                    nprand_choice, nprand_choice_fill
 *     choice(a, p=p), choice(a, n, p=p)          nprand_choice_p, nprand_choice_p_fill
 *     choice(a, n, replace=False)                nprand_choice_no_replace_fill
 *     choice(a, n, replace=False, p=p)           nprand_choice_no_replace_p_fill
 *     these forms for p of dtype float32         ..._p_float, ..._p_float_fill */

/* nprand_choice() draws an index, all with the same probability, as RandomState.choice(a). Exact.
 *
 * a: the population; at least 1, else NPRAND_EMPTY_POPULATION; with a long of 32 bits at most 2^31,
 * else NPRAND_HIGH_OUTSIDE_INT32. The fill accepts any a if n = 0. Words: those of
 * nprand_randint(rng, 0, a). Source: that of nprand_randint(). */
NPRAND_API int64_t nprand_choice(nprand_rng *rng, int64_t a);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_choice_fill(nprand_rng *rng, int64_t a, size_t n,
                                                             int64_t *out);

/* nprand_choice_p() draws an index with the probabilities p, as RandomState.choice(a, p=p). The
 * scalar form takes time proportional to a; for many draws use the fill. Exact.
 *
 * a: the population; at least 1, else NPRAND_EMPTY_POPULATION; with a long of 32 bits at most 2^31,
 * else NPRAND_HIGH_OUTSIDE_INT32. The fill with n = 0 refuses a = 0 too: NPRAND_P_SUM. p: a
 * probabilities: not NaN, not negative, with a sum within 2^-26 = 1.49e-8 of 1, else NPRAND_P_NAN,
 * NPRAND_P_NEGATIVE or NPRAND_P_SUM; NPRAND_P_SIZE for a negative a. NULL is NPRAND_NULL_POINTER.
 * work: nprand_choice_p_work_size(a) bytes. Words: 2. Source: inversion, by a search in the
 * cumulated p. */
NPRAND_API int64_t nprand_choice_p(nprand_rng *rng, int64_t a, const double *p);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_choice_p_fill(nprand_rng *rng, int64_t a,
                                                               const double *p, size_t n,
                                                               int64_t *out, nprand_work work);

/* nprand_choice_p_float() is like nprand_choice_p(), but as RandomState.choice(a, p=p) for an array
 * p of dtype float32. Like NumPy, it converts p to doubles, but accepts a sum within the square
 * root of float32's epsilon, 3.4526698e-4, of 1. NumPy since 2.0 rounds the difference to float32
 * before it compares. (For a list of float32, NumPy has the tolerance of doubles.) Exact.
 *
 * a: the population; at least 1, else NPRAND_EMPTY_POPULATION; with a long of 32 bits at most 2^31,
 * else NPRAND_HIGH_OUTSIDE_INT32. The fill with n = 0 refuses a = 0 too: NPRAND_P_SUM. p: a
 * probabilities: not NaN, not negative, with a sum as above, else NPRAND_P_NAN, NPRAND_P_NEGATIVE
 * or NPRAND_P_SUM; NPRAND_P_SIZE for a negative a. NULL is NPRAND_NULL_POINTER. work:
 * nprand_choice_p_work_size(a) bytes. Words: 2. Source: that of nprand_choice_p(). */
NPRAND_API int64_t nprand_choice_p_float(nprand_rng *rng, int64_t a, const float *p);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_choice_p_float_fill(nprand_rng *rng, int64_t a,
                                                                     const float *p, size_t n,
                                                                     int64_t *out,
                                                                     nprand_work work);

/* nprand_choice_no_replace_fill() draws n different indices, all with the same probability, as
 * RandomState.choice(a, n, replace=False). Exact.
 *
 * a: the population; at least 1, else NPRAND_EMPTY_POPULATION; a = 0 is accepted if n = 0; with a
 * long of 32 bits at most 2^31, else NPRAND_HIGH_OUTSIDE_INT32. n: number of indices; at most a,
 * else NPRAND_SAMPLE_TOO_LARGE, also for a < 0 with n = 0. out: n indices. work:
 * nprand_choice_no_replace_work_size(a) bytes, or nprand_work_of(NULL, 0) for few of many: up to
 * n = 1024 and a = 2^32, the call needs no work space. Work space that is given is checked, whether
 * the call needs it or not.
 *
 * Few of many are drawn in constant memory, 20 KiB of stack for any a. The words are read forward
 * and then backward, and the n places are followed back through the swaps of the permutation. The
 * call does this without work space, and from a = 2^20 on in any case: an array of a would take
 * more time. Indices and state are the same by both ways. Words: those of a whole
 * nprand_permutation() of a, even for n = 0; the result is its first n indices. (NumPy does this;
 * do not repair.) Time: 2 ns for each of a at 10^8; 8 ns at 10^4, where the array takes 3 ns.
 * Source: that of nprand_shuffle(). */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_choice_no_replace_fill(nprand_rng *rng, int64_t a,
                                                                        size_t n, int64_t *out,
                                                                        nprand_work work);

/* nprand_choice_no_replace_p_fill() draws n different indices with the probabilities p, as
 * RandomState.choice(a, n, replace=False, p=p). nprand_choice_no_replace_p_float_fill() is the form
 * for an array p of dtype float32. Exact.
 *
 * a: the population; at least 1, else NPRAND_EMPTY_POPULATION, or NPRAND_P_SUM if n = 0; with a
 * long of 32 bits at most 2^31, else NPRAND_HIGH_OUTSIDE_INT32. p: a probabilities, as in
 * nprand_choice_p() and nprand_choice_p_float(), else NPRAND_P_NAN, NPRAND_P_NEGATIVE, NPRAND_P_SUM
 * or NPRAND_P_SIZE; at least n of them must be above 0, else NPRAND_P_TOO_FEW_NONZERO. n: number of
 * indices; at most a, else NPRAND_SAMPLE_TOO_LARGE. work: nprand_choice_no_replace_p_work_size(a)
 * bytes. Words: each round draws as many uniform doubles as indices are missing, until none is
 * missing. Source: rounds of nprand_choice_p(), in which the probabilities of the indices found
 * before are 0. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_choice_no_replace_p_fill(
    nprand_rng *rng, int64_t a, const double *p, size_t n, int64_t *out, nprand_work work);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_choice_no_replace_p_float_fill(
    nprand_rng *rng, int64_t a, const float *p, size_t n, int64_t *out, nprand_work work);

/* nprand_choice_p_work_size() gives the bytes of work space that nprand_choice_p_fill() and
 * nprand_choice_p_float_fill() need: 8 a. The result is 0 for a <= 0, and SIZE_MAX if no object can
 * be that large.
 *
 * a: the population. */
NPRAND_API size_t nprand_choice_p_work_size(int64_t a);

/* nprand_choice_no_replace_work_size() gives the bytes of work space that
 * nprand_choice_no_replace_fill() needs: 8 a. The result is 0 for a <= 0, and SIZE_MAX if no object
 * can be that large.
 *
 * a: the population. */
NPRAND_API size_t nprand_choice_no_replace_work_size(int64_t a);

/* nprand_choice_no_replace_p_work_size() gives the bytes of work space that
 * nprand_choice_no_replace_p_fill() and nprand_choice_no_replace_p_float_fill() need: 16 a. The
 * result is 0 for a <= 0, and SIZE_MAX if no object can be that large.
 *
 * a: the population. */
NPRAND_API size_t nprand_choice_no_replace_p_work_size(int64_t a);

#undef NPRAND_ALIGN_8

#ifdef __cplusplus
}
#endif

/* ---- Seeds by their type ------------------------------------------------------------------ */

/* C would convert any number to the type of the parameter, without a message: 5.7 to 5, 2^64 + 5 to
 * 5, -1 to 2^64 - 1. The results are seeds of other streams. Therefore nprand_seed(rng, seed),
 * nprand_seed_seq_init(seq, entropy), and nprand_py_seed(rng, a) of nprand_python.h accept the
 * integers of at most 64 bits and choose the function by the type. Anything else does not compile,
 * except in C99 with a compiler that lacks C11's _Generic.
 *
 * The library exports the functions themselves, for pointers to functions, debuggers and other
 * languages. C calls them without the macro by (nprand_seed)(rng, seed). */
#if defined(__cplusplus)

/* C++ here, even if a program includes this header within extern "C". */
extern "C++" {
#include <type_traits>
#include <utility>

/* The type of +seed: int for the smaller integers, an integer for an enum that converts to integers
 * and for a std::atomic. Of no other class and of no enum class. */
struct nprand_no_seed {
};
template <class Seed, class = void> struct nprand_promoted_seed {
    typedef nprand_no_seed type;
};
template <class Seed>
struct nprand_promoted_seed<Seed, decltype(static_cast<void>(+std::declval<const Seed &>()))> {
    typedef decltype(+std::declval<const Seed &>()) type;
};

/* The kinds of seeds. __int128 is an integral type in some modes of a compiler alone. */
enum nprand_seed_kind {
    NPRAND_SEED_NONE,
    NPRAND_SEED_INT64,
    NPRAND_SEED_UINT64,
    NPRAND_SEED_FLOAT
};
template <class Seed, class Promoted = typename nprand_promoted_seed<Seed>::type>
constexpr nprand_seed_kind nprand_kind_of_seed()
{
    return sizeof(Promoted) > sizeof(uint64_t)       ? NPRAND_SEED_NONE
           : std::is_floating_point<Promoted>::value ? NPRAND_SEED_FLOAT
           : !std::is_integral<Promoted>::value      ? NPRAND_SEED_NONE
           : std::is_unsigned<Promoted>::value       ? NPRAND_SEED_UINT64
                                                     : NPRAND_SEED_INT64;
}

template <class Seed, nprand_seed_kind Kind>
using nprand_if_seed = typename std::enable_if<nprand_kind_of_seed<Seed>() == Kind, int>::type;
template <class Seed> constexpr bool nprand_is_integer_seed()
{
    return nprand_kind_of_seed<Seed>() == NPRAND_SEED_INT64 ||
           nprand_kind_of_seed<Seed>() == NPRAND_SEED_UINT64;
}
template <class Seed>
using nprand_if_integer = typename std::enable_if<nprand_is_integer_seed<Seed>(), int>::type;
template <class Seed>
using nprand_if_no_integer = typename std::enable_if<!nprand_is_integer_seed<Seed>(), int>::type;

/* A seed above the range of int64_t becomes negative, and is refused. */
template <class Seed, nprand_if_integer<Seed> = 0>
NPRAND_NODISCARD inline nprand_status nprand_seed(nprand_rng *rng, const Seed &seed)
{
    return nprand_seed(rng, static_cast<int64_t>(+seed));
}

template <class Seed, nprand_if_no_integer<Seed> = 0>
nprand_status nprand_seed(nprand_rng *rng, const Seed &seed) = delete;

template <class Seed, nprand_if_seed<Seed, NPRAND_SEED_INT64> = 0>
NPRAND_NODISCARD inline nprand_status nprand_seed_seq_init(nprand_seed_seq *seq,
                                                           const Seed &entropy)
{
    return nprand_seed_seq_init_int64(seq, +entropy);
}

template <class Seed, nprand_if_seed<Seed, NPRAND_SEED_UINT64> = 0>
NPRAND_NODISCARD inline nprand_status nprand_seed_seq_init(nprand_seed_seq *seq,
                                                           const Seed &entropy)
{
    return nprand_seed_seq_init(seq, static_cast<uint64_t>(+entropy));
}

template <class Seed, nprand_if_no_integer<Seed> = 0>
nprand_status nprand_seed_seq_init(nprand_seed_seq *seq, const Seed &entropy) = delete;
}

#else

#if defined(__STDC_VERSION__) && __STDC_VERSION__ >= 201112L
#define NPRAND_GENERIC _Generic
#elif defined(__clang__)
#define NPRAND_GENERIC __extension__ _Generic
#elif defined(__GNUC__)
#if __GNUC__ > 4 || (__GNUC__ == 4 && __GNUC_MINOR__ >= 9)
#define NPRAND_GENERIC __extension__ _Generic
#endif
#endif

/* The sum with 0 has the type int for the smaller integers, and for bits of a struct. */
#ifdef NPRAND_GENERIC
/* clang-format off */
#define nprand_seed(rng, seed)                                    \
    NPRAND_GENERIC((seed) + 0,                                    \
                   int: nprand_seed,                              \
                   unsigned int: nprand_seed,                     \
                   long: nprand_seed,                             \
                   unsigned long: nprand_seed,                    \
                   long long: nprand_seed,                        \
                   unsigned long long: nprand_seed)(rng, seed)
#define nprand_seed_seq_init(seq, entropy)                        \
    NPRAND_GENERIC((entropy) + 0,                                 \
                   int: nprand_seed_seq_init_int64,               \
                   unsigned int: nprand_seed_seq_init,            \
                   long: nprand_seed_seq_init_int64,              \
                   unsigned long: nprand_seed_seq_init,           \
                   long long: nprand_seed_seq_init_int64,         \
                   unsigned long long: nprand_seed_seq_init)(seq, entropy)
/* clang-format on */
#endif

#endif /* C++ */

#endif /* C++11 */
#endif
