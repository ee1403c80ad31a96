/* SPDX-License-Identifier: BSD-3-Clause
 *
 * nprand_python: CPython's random.Random in C, bit for bit, on the generator of nprand.h.
 *
 * A C program that seeds an nprand_rng with s draws the numbers that Python draws from the
 * functions of its module random after random.seed(s). The values are equal to the last bit. The
 * call takes equally many words from the MT19937 engine, and leaves an equal state.
 *
 *     nprand_rng rng;
 *     if (nprand_py_seed(&rng, 0) != NPRAND_OK)
 *         return 1;
 *     printf("%.17g\n", nprand_py_random(&rng));         prints 0.84442185152504812
 *
 * Seed with the functions of this header: random.seed(0) and numpy.random.seed(0) start different
 * streams. The other functions for a generator, such as nprand_advance(), work here too.
 *
 * Which CPython.  The methods differ little between releases. A generator reproduces one release:
 * 3.14, unless nprand_py_set_python() names another one. The differences are listed at that
 * function.
 *
 * Which bits.  As in nprand.h, each function is exact, or goes through log, exp and the like. These
 * have the bits of CPython on a C library with the reference profile's bits (glibc on a CPU with
 * fused multiply-add); in a library built with -Dmath=system, the bits of CPython on the same C
 * library. lgamma is CPython's own algorithm in both builds.
 *
 * Parameters.  Python's parameters are taken as doubles unless they are integers by nature:
 * random.triangular(1, 3, 2) is (1.0, 3.0, 2.0).
 *
 * The cached normal.  random.gauss() makes two values, and keeps the second one in gauss_next for
 * the next call. Here gauss_next is the cached normal of the generator, has_gauss and gauss in
 * nprand_state. The functions for NumPy's normals, such as nprand_normal(), cache the second value
 * of their pairs in these members too. No method of this header but nprand_py_gauss() uses them. If
 * a program draws both nprand_normal() and nprand_py_gauss() from one generator, each function uses
 * what the other has cached. With two generators they stay apart, as in Python.
 *
 * State.  random.getstate() is (3, the 624 words and pos, gauss_next). nprand_get_state() and
 * nprand_set_state() read and write the same fields, with has_gauss = 0 for gauss_next = None. In
 * Python:
 *
 *     version, words, gauss_next = random.getstate()
 *     key, pos = words[:624], words[624]
 *     has_gauss, gauss = (0, 0.0) if gauss_next is None else (1, gauss_next)
 *
 *     random.setstate((3, tuple(key) + (pos,), gauss if has_gauss else None))
 *
 * Conventions and errors.  They are those of nprand.h. Arguments are checked before the first draw,
 * and a refused call changes nothing, even where Python draws before it raises an exception.
 * Refusals have the words of Python 3.15, but for a negative number of bits, where those of
 * 3.13 say more.
 *
 * Python's arithmetic can raise an error because of the numbers drawn: OverflowError in
 * random.lognormvariate(1000, 1); ValueError or ZeroDivisionError if a uniform double is 0, once in
 * 2^53. The functions here do not refuse such a call. The value is that of C's arithmetic, mostly
 * infinity or NaN, and the state is that of Python after the error.
 *
 * Threads.  The fills of random, uniform, triangular, expovariate, paretovariate and weibullvariate
 * run in parts, on several threads where the program has set a runner: nprand_set_runner().
 */
#ifndef NPRAND_PYTHON_H
#define NPRAND_PYTHON_H

#include "nprand.h"

#ifdef NPRAND_VERSION_MAJOR /* else nprand.h has reported the error */

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Release ------------------------------------------------------------------------------ */

/* nprand_py_set_python() sets the CPython release that the generator reproduces. The position in
 * the stream does not change. The functions that seed reset the release to 3.14.
 *
 * major, minor: the release, 2.7 or 3.2 to 3.15, else NPRAND_PY_UNKNOWN_RELEASE. Of 2.7, of 3.2 to
 * 3.4, and from 3.13 on, the last patch release is meant. 3.2 to 3.4 follow the source of random.py,
 * and were not compared with an interpreter.
 *
 * What differs, and since which release (3.3, 3.5, 3.11, 3.14 and 3.15 draw what the release before
 * draws):
 *
 *   3.13  binomialvariate draws again where the uniform of a jump is 0; 3.12 raises an error
 *   3.12  binomialvariate exists; before, NPRAND_PY_NOT_IN_RELEASE
 *   3.10  paretovariate is u ** (-1 / alpha), not 1 / u ** (1 / alpha): last bits;
 *         choices refuses weights whose sum is not finite
 *   3.9   randbytes and the counts of sample exist; before, NPRAND_PY_NOT_IN_RELEASE;
 *         choices refuses weights whose sum is not positive;
 *         getrandbits accepts k = 0
 *   3.8   gammavariate(1, beta) is -log(1 - U) beta; before, -log(U) beta, and U is drawn again
 *         while it is at most 1e-7; betavariate calls it and differs too
 *   3.7   triangular computes its root by sqrt, and is exact; before, by pow: last bits
 *   3.6   choices exists; before, NPRAND_PY_NOT_IN_RELEASE
 *   3.4   triangular with a mode accepts low = high; 3.2 and 3.3 raise NPRAND_PY_DIVISION_BY_ZERO,
 *         and 2.7 does not
 *   3.2   choice, sample, shuffle, randrange and randint draw integers by bits. In 2.7 an integer
 *         on 0..m-1 is floor(m U), of 2 words; in randrange and randint this holds for m < 2^53.
 *         For larger m, floor(1.00001 + log(m - 1) / log(2)) bits are drawn, through log, and
 *         drawn again until they are below m.
 *
 * For 2.7, seed with an int or long by nprand_py_seed() and its integer variants, with a str by
 * nprand_py_seed_bytes() of version 1, with a float by nprand_py_seed_float_python2(). jumpahead()
 * does not exist here. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_set_python(nprand_rng *rng, int major,
                                                               int minor);

/* nprand_py_get_python() gets the CPython release that the generator reproduces.
 *
 * major, minor: where the release goes; each pointer may be NULL. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_get_python(const nprand_rng *rng, int *major,
                                                               int *minor);

/* ---- Seeding ------------------------------------------------------------------------------ */

/* nprand_py_seed() makes a generator of *rng: random.seed(a) for an int. *rng may hold anything
 * before the call; everything in it is set.
 *
 * a: any int64_t. As in CPython, the sign does not matter. FOR A SEED ABOVE 2^63 - 1 USE
 * nprand_py_seed_uint64(), FOR A FLOAT nprand_py_seed_float(). An int64_t cannot hold such a seed.
 * In C and C++, the type of a decides which of the three functions nprand_py_seed(rng, a) calls;
 * the end of this header explains it. Other languages, and C99 with a compiler that lacks _Generic,
 * call the function that they name. Algorithm: init_by_array of mt19937ar (2002) with the 32-bit
 * limbs of |a|, the lowest first. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_seed(nprand_rng *rng, int64_t a);

/* nprand_py_seed_uint64() is like nprand_py_seed(), but for ints up to 2^64 - 1.
 *
 * a: 0..2^64-1. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_seed_uint64(nprand_rng *rng, uint64_t a);

/* nprand_py_seed_limbs() is like nprand_py_seed(), but for an int of any size.
 *
 * limbs: n limbs of |a|, 32 bits each, the lowest first. Zeros at the upper end do not matter. May
 * be NULL if n is 0. n: number of limbs; 0 is the seed 0. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_seed_limbs(nprand_rng *rng,
                                                               const uint32_t *limbs, size_t n);

/* nprand_py_seed_text() is like nprand_py_seed(), but for an int of any size in a text, such as
 * 10**40: random.seed(int(text)).
 *
 * text: length bytes, in the form that nprand_seed_seq_init_text() of nprand.h describes, else
 * NPRAND_BAD_ENTROPY. The sign does not matter. An int of 2^8192 or more is
 * NPRAND_ENTROPY_TOO_LARGE, and goes to nprand_py_seed_limbs(). length: number of bytes. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_seed_text(nprand_rng *rng, const char *text,
                                                              size_t length);

/* nprand_py_seed_float() is like nprand_py_seed(), but for random.seed(a) with a float, on a
 * CPython of 64 bits. It seeds with hash(a): 2.0 is the seed 2, but -1.0 is not the seed 1.
 *
 * a: any double but NaN, which is NPRAND_PY_NAN_SEED, because its hash has differed from run to run
 * since 3.10. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_seed_float(nprand_rng *rng, double a);

/* nprand_py_seed_float_python2() is like nprand_py_seed_float(), but for a float in Python 2, which
 * hashes fractions in another way.
 *
 * a: any double. NaN is the seed 0. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_seed_float_python2(nprand_rng *rng, double a);

/* nprand_py_seed_bytes() is like nprand_py_seed(), but for random.seed(a, version) with bytes, or
 * with a str in UTF-8.
 *
 * a: n bytes; may be NULL if n is 0. n: number of bytes. version: 2, Python's default, makes an int
 * from the bytes followed by their SHA-512. 1 is Python 2's hash, for bytes and for a str of ASCII
 * (or of Latin-1, in Latin-1). Any other version is NPRAND_PY_BAD_SEED_VERSION. (Version 1 is that
 * of Python 3.6. Before 3.6, Python used a hash that differs from run to run.) */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_seed_bytes(nprand_rng *rng, const void *a,
                                                               size_t n, int version);

/* nprand_py_seed_str() is nprand_py_seed_bytes() of version 2, that of Python 3: random.seed(a)
 * with a str. For random.seed("abc") of Python 2 call nprand_py_seed_bytes(&rng, "abc", 3, 1), then
 * nprand_py_set_python(&rng, 2, 7).
 *
 * a: the str in UTF-8, which ends at its first '\0'. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_seed_str(nprand_rng *rng, const char *a);

/* nprand_py_seed_os() is like nprand_py_seed(), but for random.seed(): it seeds with 624 words of
 * the operating system's entropy. If the system gives none, the call returns NPRAND_NO_ENTROPY and
 * leaves *rng unchanged. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_seed_os(nprand_rng *rng);

/* ---- Bits --------------------------------------------------------------------------------- */

/* nprand_py_getrandbits() draws an integer of k random bits, as random.getrandbits(k), for k up to
 * 64. Exact.
 *
 * k: not negative, else NPRAND_PY_NEGATIVE_BITS; at most 64, else NPRAND_PY_TOO_MANY_BITS. 0 gives
 * 0 without words; before Python 3.9 it is NPRAND_PY_ZERO_BITS. Words: ceil(k / 32), the lowest
 * first; only the upper bits of the last word are used. Source: CPython's getrandbits(), of words
 * of MT19937. A refused scalar draw returns the bits of NPRAND_INVALID, 2^63. */
NPRAND_API uint64_t nprand_py_getrandbits(nprand_rng *rng, int k);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_getrandbits_fill(nprand_rng *rng, int k,
                                                                     size_t n, uint64_t *out);

/* nprand_py_getrandbits_limbs() draws an integer of k random bits, as random.getrandbits(k), for
 * any k. It writes the ceil(k / 32) limbs of the integer to out, the lowest first. Exact.
 *
 * k: number of bits. 0 gives no limbs; before Python 3.9 it is NPRAND_PY_ZERO_BITS. out: ceil(k /
 * 32) limbs; may be NULL if k is 0. Words: ceil(k / 32). Source: that of nprand_py_getrandbits().
 */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_getrandbits_limbs(nprand_rng *rng, size_t k,
                                                                      uint32_t *out);

/* nprand_py_randbytes() writes n random bytes to out, as random.randbytes(n). Each word gives its
 * lowest byte first. If fewer than 4 bytes remain, they are the upper bytes of the last word.
 * Exact. NPRAND_PY_NOT_IN_RELEASE before 3.9.
 *
 * n: number of bytes. out: n bytes; may be NULL if n is 0. Words: ceil(n / 4). Source: that of
 * nprand_py_getrandbits() for 8 n bits. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_randbytes(nprand_rng *rng, size_t n, void *out);

/* ---- Integers ----------------------------------------------------------------------------- */

/* An integer on 0..m-1 is drawn by rejection: each attempt draws as many bits as m has, and values
 * of m or more are rejected. An attempt takes 1 word for m < 2^32, 2 for m < 2^64, else 3. For m =
 * 1, one bit is drawn until it is 0. (CPython does this; do not repair.) Python 2 has another
 * method, described at nprand_py_set_python(). */

/* nprand_py_randrange() draws an element of range(start, stop, step), as random.randrange(start,
 * stop, step); randrange(stop) has start = 0 and step = 1. nprand_py_randrange_uint64() is the form
 * for ranges of uint64. Exact. A stop of 2^63 or 2^64 fits no argument: with step 1 use
 * nprand_py_randint(); with another step, start + step * nprand_py_randint_uint64(rng, 0, m - 1) is
 * the same draw.
 *
 * start, stop: the limits; a range without an element is NPRAND_PY_EMPTY_RANGE. step: the
 * difference of neighbours; may be negative; not 0, else NPRAND_PY_ZERO_STEP. Words: those of an
 * integer on 0..m-1 for a range of m elements. Source: CPython's rejection of getrandbits(). A
 * refused scalar draw of uint64 returns the bits of NPRAND_INVALID. */
NPRAND_API int64_t nprand_py_randrange(nprand_rng *rng, int64_t start, int64_t stop, int64_t step);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_randrange_fill(nprand_rng *rng, int64_t start,
                                                                   int64_t stop, int64_t step,
                                                                   size_t n, int64_t *out);
NPRAND_API uint64_t nprand_py_randrange_uint64(nprand_rng *rng, uint64_t start, uint64_t stop,
                                               int64_t step);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_randrange_uint64_fill(
    nprand_rng *rng, uint64_t start, uint64_t stop, int64_t step, size_t n, uint64_t *out);

/* nprand_py_randint() draws an integer on a <= x <= b, as random.randint(a, b).
 * nprand_py_randint_uint64() is the form for uint64. Exact.
 *
 * a, b: a <= b, else NPRAND_PY_EMPTY_RANGE; both may be the limits of the type. Words: those of an
 * integer on 0..b-a. Source: that of nprand_py_randrange(). */
NPRAND_API int64_t nprand_py_randint(nprand_rng *rng, int64_t a, int64_t b);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_randint_fill(nprand_rng *rng, int64_t a,
                                                                 int64_t b, size_t n, int64_t *out);
NPRAND_API uint64_t nprand_py_randint_uint64(nprand_rng *rng, uint64_t a, uint64_t b);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_randint_uint64_fill(nprand_rng *rng, uint64_t a,
                                                                        uint64_t b, size_t n,
                                                                        uint64_t *out);

/* ---- Sequences ---------------------------------------------------------------------------- */

/* nprand_py_choice() draws the index that random.choice() uses in a sequence of population
 * elements. Exact.
 *
 * population: number of elements; at least 1, else NPRAND_PY_EMPTY_SEQUENCE. Words: those of an
 * integer on 0..population-1. Source: that of nprand_py_randrange(). */
NPRAND_API int64_t nprand_py_choice(nprand_rng *rng, int64_t population);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_choice_fill(nprand_rng *rng, int64_t population,
                                                                size_t n, int64_t *out);

/* nprand_py_choices() draws the k indices that random.choices(population, k=k) uses in a population
 * of n elements. Exact. NPRAND_PY_NOT_IN_RELEASE before 3.6.
 *
 * n: number of elements; at least 1, unless k = 0, else NPRAND_PY_EMPTY_SEQUENCE. k: number of
 * indices. out: k indices; may be NULL if k is 0. Words: 2 for each index. Source: floor(n U) of a
 * uniform double U. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_choices(nprand_rng *rng, int64_t n, size_t k,
                                                            int64_t *out);

/* nprand_py_choices_weights() draws the k indices that random.choices(population, weights, k=k)
 * uses. Exact. NPRAND_PY_NOT_IN_RELEASE before 3.6.
 *
 * n: number of elements; at least 1, else NPRAND_PY_EMPTY_SEQUENCE. weights: n doubles; they equal
 * Python's integers as long as sums are at most 2^53. Their sum must be positive, else
 * NPRAND_PY_WEIGHTS_NOT_POSITIVE, and finite, else NPRAND_PY_WEIGHTS_NOT_FINITE (Python 3.8 accepts
 * any sum, 3.9 accepts infinity). k: number of indices. out: k indices; may be NULL if k is 0.
 * work: nprand_py_choices_weights_work_size() bytes. Words: 2 for each index. Source: inversion, by
 * a search in the cumulated weights. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_choices_weights(nprand_rng *rng, int64_t n,
                                                                    const double *weights, size_t k,
                                                                    int64_t *out, nprand_work work);

/* nprand_py_choices_cum_weights() draws the k indices that random.choices(population,
 * cum_weights=cum_weights, k=k) uses. Exact. NPRAND_PY_NOT_IN_RELEASE before 3.6.
 *
 * n: number of elements; at least 1, else NPRAND_PY_EMPTY_SEQUENCE. cum_weights: n doubles, the
 * cumulated weights; they equal Python's integers as long as sums are at most 2^53. The last one
 * must be positive, else NPRAND_PY_WEIGHTS_NOT_POSITIVE, and finite, else
 * NPRAND_PY_WEIGHTS_NOT_FINITE (Python 3.8 accepts any value, 3.9 accepts infinity). k: number of
 * indices. out: k indices; may be NULL if k is 0. Words: 2 for each index. Source: that of
 * nprand_py_choices_weights(). */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_choices_cum_weights(nprand_rng *rng, int64_t n,
                                                                        const double *cum_weights,
                                                                        size_t k, int64_t *out);

/* nprand_py_choices_weights_work_size() gives the bytes of work space that
 * nprand_py_choices_weights() needs: 8 n. The result is 0 for n <= 0, and SIZE_MAX if no object can
 * be that large.
 *
 * n: number of elements. */
NPRAND_API size_t nprand_py_choices_weights_work_size(int64_t n);

/* nprand_py_shuffle() puts the elements at base into random order, in place, as random.shuffle().
 * The arguments are those of qsort(). Exact. (shuffle(x, random), of 3.8 to 3.10, does not exist
 * here.)
 *
 * base: the elements; may be NULL if count or size is 0. count: number of elements; with size = 0,
 * a count above 2^25 is NPRAND_TOO_LARGE. size: bytes of one element. Words: for i = count-1 down
 * to 1 those of an integer on 0..i, for every size. Source: Fisher and Yates (1938), Durstenfeld
 * (1964). */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_shuffle(nprand_rng *rng, void *base,
                                                            size_t count, size_t size);

/* nprand_py_sample() draws the k indices that random.sample(population, k) uses in a population of
 * n elements, in its order. No index comes twice. Exact.
 *
 * n: number of elements, up to INT64_MAX, for random.sample(range(n), k). k: number of indices; at
 * most n, else NPRAND_PY_SAMPLE_TOO_LARGE. out: k indices; may be NULL if k is 0. work:
 * nprand_py_sample_work_size() bytes. Words: a small population takes those of an integer on
 * 0..n-1, on 0..n-2, and so on. A population is small if n is at most 21; for k > 5, if n is at
 * most 21 plus the smallest power of 4 that is not below 3 k. A larger population takes those of an
 * integer on 0..n-1 for each index, and draws it again if it came before. Source: CPython's
 * sample(), by a partial shuffle or by a set of the indices drawn before. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_sample(nprand_rng *rng, int64_t n, size_t k,
                                                           int64_t *out, nprand_work work);

/* nprand_py_sample_work_size() gives the bytes of work space that nprand_py_sample() needs: 8 per
 * element of a small population, at most 32 k for a larger one. The result is 0 if nothing is drawn
 * or k > n, and SIZE_MAX if no object can be that large.
 *
 * n: number of elements. k: number of indices. */
NPRAND_API size_t nprand_py_sample_work_size(int64_t n, size_t k);

/* nprand_py_sample_counts() draws the k indices that random.sample(population, k, counts=counts)
 * uses: n elements, of which element i is present counts[i] times. Exact. NPRAND_PY_NOT_IN_RELEASE
 * before 3.9.
 *
 * counts: n numbers. Their sum must not be negative (NPRAND_PY_COUNTS_NEGATIVE) and must fit an
 * int64 (NPRAND_TOO_LARGE). n: number of elements. k: number of indices; at most that sum, else
 * NPRAND_PY_SAMPLE_TOO_LARGE. A sum of 0 is accepted with k = 0, as in 3.14. out: k indices; may be
 * NULL if k is 0. work: nprand_py_sample_counts_work_size() bytes. Words: those of
 * nprand_py_sample() for a population of that sum. Source: that of nprand_py_sample(). */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_sample_counts(nprand_rng *rng,
                                                                  const int64_t *counts, size_t n,
                                                                  size_t k, int64_t *out,
                                                                  nprand_work work);

/* nprand_py_sample_counts_work_size() gives the bytes of work space that nprand_py_sample_counts()
 * needs: 8 n more than nprand_py_sample().
 *
 * counts: n numbers. n: number of elements. k: number of indices. */
NPRAND_API size_t nprand_py_sample_counts_work_size(const int64_t *counts, size_t n, size_t k);

/* ---- Doubles ------------------------------------------------------------------------------ */

/* nprand_py_random() draws a uniform double on [0, 1), a multiple of 2^-53, as random.random(). In
 * this section, U is such a double. Exact. Words: 2. Source: genrand_res53 of mt19937ar (Isaku
 * Wada, 2002). */
NPRAND_API double nprand_py_random(nprand_rng *rng);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_random_fill(nprand_rng *rng, size_t n,
                                                                double *out);

/* nprand_py_uniform() draws a + (b - a) U, as random.uniform(a, b). Exact.
 *
 * a, b: the limits; any doubles. Words: 2. Source: nprand_py_random(), moved and scaled. */
NPRAND_API double nprand_py_uniform(nprand_rng *rng, double a, double b);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_uniform_fill(nprand_rng *rng, double a,
                                                                 double b, size_t n, double *out);

/* nprand_py_triangular() draws from the triangular distribution, as random.triangular(low, high,
 * mode). Exact. low = high gives low, and takes 2 words too.
 *
 * low, high: the limits; any doubles. In releases 3.2 and 3.3, low = high is
 * NPRAND_PY_DIVISION_BY_ZERO. mode: the peak; any double. Words: 2. Source: inversion of the
 * distribution function. */
NPRAND_API double nprand_py_triangular(nprand_rng *rng, double low, double high, double mode);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_triangular_fill(nprand_rng *rng, double low,
                                                                    double high, double mode,
                                                                    size_t n, double *out);

/* nprand_py_triangular_symmetric() draws from the triangular distribution with its peak in the
 * middle, as random.triangular(low, high). Exact. low = high gives low, and takes 2 words too.
 *
 * low, high: the limits; any doubles. Words: 2. Source: inversion of the distribution function. */
NPRAND_API double nprand_py_triangular_symmetric(nprand_rng *rng, double low, double high);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_triangular_symmetric_fill(nprand_rng *rng,
                                                                              double low,
                                                                              double high, size_t n,
                                                                              double *out);

/* nprand_py_gauss() draws from the normal distribution, as random.gauss(mu, sigma). Through log,
 * cos, sin.
 *
 * mu: the mean; any double. sigma: the standard deviation; any double. Words: 4 for a pair, of
 * which the second value is cached; none for the cached normal. Source: Box and Muller (1958). */
NPRAND_API double nprand_py_gauss(nprand_rng *rng, double mu, double sigma);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_gauss_fill(nprand_rng *rng, double mu,
                                                               double sigma, size_t n, double *out);

/* nprand_py_normalvariate() draws from the normal distribution by another method than
 * nprand_py_gauss(), as random.normalvariate(mu, sigma). Through log.
 *
 * mu: the mean; any double. sigma: the standard deviation; any double. Words: 4 per attempt, of
 * which 73 % succeed. Source: Kinderman and Monahan (1977). */
NPRAND_API double nprand_py_normalvariate(nprand_rng *rng, double mu, double sigma);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_normalvariate_fill(nprand_rng *rng, double mu,
                                                                       double sigma, size_t n,
                                                                       double *out);

/* nprand_py_lognormvariate() draws exp(nprand_py_normalvariate(mu, sigma)), as
 * random.lognormvariate(mu, sigma). Through log, exp.
 *
 * mu: the mean of the logarithm; any double. sigma: the standard deviation of the logarithm; any
 * double. Words: those of nprand_py_normalvariate(). Source: that of nprand_py_normalvariate(). */
NPRAND_API double nprand_py_lognormvariate(nprand_rng *rng, double mu, double sigma);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_lognormvariate_fill(nprand_rng *rng, double mu,
                                                                        double sigma, size_t n,
                                                                        double *out);

/* nprand_py_expovariate() draws -log(1 - U) / lambd, as random.expovariate(lambd). Through log.
 *
 * lambd: 1 over the mean; not 0, else NPRAND_PY_DIVISION_BY_ZERO. Words: 2. Source: inversion of
 * the distribution function. */
NPRAND_API double nprand_py_expovariate(nprand_rng *rng, double lambd);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_expovariate_fill(nprand_rng *rng, double lambd,
                                                                     size_t n, double *out);

/* nprand_py_paretovariate() draws (1 - U)^(-1/alpha), as random.paretovariate(alpha). Through pow.
 *
 * alpha: the shape; not 0, else NPRAND_PY_DIVISION_BY_ZERO. Words: 2. Source: inversion of the
 * distribution function. */
NPRAND_API double nprand_py_paretovariate(nprand_rng *rng, double alpha);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_paretovariate_fill(nprand_rng *rng,
                                                                       double alpha, size_t n,
                                                                       double *out);

/* nprand_py_weibullvariate() draws alpha (-log(1 - U))^(1/beta), as random.weibullvariate(alpha,
 * beta). Through log, pow.
 *
 * alpha: the scale; any double. beta: the shape; not 0, else NPRAND_PY_DIVISION_BY_ZERO. Words: 2.
 * Source: inversion of the distribution function. */
NPRAND_API double nprand_py_weibullvariate(nprand_rng *rng, double alpha, double beta);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_weibullvariate_fill(nprand_rng *rng,
                                                                        double alpha, double beta,
                                                                        size_t n, double *out);

/* nprand_py_gammavariate() draws from the gamma distribution, as random.gammavariate(alpha, beta).
 * Through log, exp, and pow for alpha < 1.
 *
 * alpha: the shape; above 0, else NPRAND_PY_GAMMA_NOT_POSITIVE. If alpha is NaN, or 2^1023 or more,
 * NPRAND_PY_NEVER_RETURNS. beta: the scale; above 0 or NaN, else NPRAND_PY_GAMMA_NOT_POSITIVE.
 * Words: 2 for alpha = 1; 4 per attempt for alpha < 1. For alpha > 1, an attempt takes 2 if its
 * first uniform double is outside (1e-7, 0.9999999), else 4. Sources: Cheng (1977) above 1; Ahrens
 * and Dieter (1974) below. */
NPRAND_API double nprand_py_gammavariate(nprand_rng *rng, double alpha, double beta);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_gammavariate_fill(nprand_rng *rng, double alpha,
                                                                      double beta, size_t n,
                                                                      double *out);

/* nprand_py_betavariate() draws from the beta distribution, as random.betavariate(alpha, beta): y /
 * (y + z) for y of nprand_py_gammavariate(alpha, 1) and z of nprand_py_gammavariate(beta, 1). If y
 * is 0, z is not drawn. Through log, exp, pow.
 *
 * alpha, beta: above 0, else NPRAND_PY_GAMMA_NOT_POSITIVE. If one of them is NaN, or 2^1023 or
 * more, NPRAND_PY_NEVER_RETURNS. Words: those of y and z. Source: the quotient of gammas, by
 * nprand_py_gammavariate(). */
NPRAND_API double nprand_py_betavariate(nprand_rng *rng, double alpha, double beta);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_betavariate_fill(nprand_rng *rng, double alpha,
                                                                     double beta, size_t n,
                                                                     double *out);

/* nprand_py_vonmisesvariate() draws an angle in radians on [0, 2 pi], as random.vonmisesvariate(mu,
 * kappa). Through cos, exp, acos.
 *
 * mu: the mean angle, in radians; any double. kappa: the concentration. Up to 1e-6, also for
 * negative kappa, the angle is uniform. NaN is NPRAND_PY_NEVER_RETURNS. Words: 2 up to kappa =
 * 1e-6; else 4 per attempt, and 2 more. Sources: Fisher (1993), Best and Fisher (1979). */
NPRAND_API double nprand_py_vonmisesvariate(nprand_rng *rng, double mu, double kappa);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_vonmisesvariate_fill(nprand_rng *rng, double mu,
                                                                         double kappa, size_t n,
                                                                         double *out);

/* ---- Discrete ----------------------------------------------------------------------------- */

/* nprand_py_binomialvariate() draws how many of n trials succeed, as random.binomialvariate(n, p).
 * Exact for n = 1; else through log2 for n min(p, 1-p) < 10, and through log otherwise.
 * NPRAND_PY_NOT_IN_RELEASE before 3.12. Where the uniform of a jump, or the first one of an
 * attempt, is 0, it draws again, which takes 2 more words. Set to 3.12, such a jump ends the count.
 *
 * trials: the n of Python; not negative, else NPRAND_PY_N_NEGATIVE. p: the probability of a
 * success; 0 <= p <= 1, else NPRAND_PY_P_OUTSIDE_0_1; only for one trial NaN is accepted, and gives
 * 0. Words: none for p = 0 and 1; 2 for one trial; for n min(p, 1-p) < 10, 2 per success and 2
 * more, or none if 1-p is 1; else 2 or 4 per attempt. Sources: Devroye (1988) for n min(p, 1-p) <
 * 10; else BTRS of Hoermann (1993). */
NPRAND_API int64_t nprand_py_binomialvariate(nprand_rng *rng, int64_t trials, double p);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_binomialvariate_fill(nprand_rng *rng,
                                                                         int64_t trials, double p,
                                                                         size_t n, int64_t *out);

#ifdef __cplusplus
}
#endif

/* ---- nprand_py_seed() by the type of the seed --------------------------------------------- */

/* nprand_py_seed(rng, a) calls nprand_py_seed_uint64() for an unsigned a, and
 * nprand_py_seed_float() for a float or double. Types other than those and the signed integers of
 * at most 64 bits do not compile; the end of nprand.h says more.
 *
 * A text does not compile either, because it can be meant in three ways: as random.seed("42") of
 * Python 3, nprand_py_seed_str(); as that of Python 2, nprand_py_seed_bytes() of version 1; as
 * random.seed(42), nprand_py_seed_text(). These are three streams. */
#if defined(__cplusplus)

/* C++ here, even if a program includes this header within extern "C". */
extern "C++" {
template <class Seed, nprand_if_seed<Seed, NPRAND_SEED_INT64> = 0>
NPRAND_NODISCARD inline nprand_status nprand_py_seed(nprand_rng *rng, const Seed &a)
{
    return nprand_py_seed(rng, static_cast<int64_t>(+a));
}

template <class Seed, nprand_if_seed<Seed, NPRAND_SEED_UINT64> = 0>
NPRAND_NODISCARD inline nprand_status nprand_py_seed(nprand_rng *rng, const Seed &a)
{
    return nprand_py_seed_uint64(rng, +a);
}

template <class Seed, nprand_if_seed<Seed, NPRAND_SEED_FLOAT> = 0>
NPRAND_NODISCARD inline nprand_status nprand_py_seed(nprand_rng *rng, const Seed &a)
{
    return nprand_py_seed_float(rng, static_cast<double>(+a));
}

template <class Seed, nprand_if_seed<Seed, NPRAND_SEED_NONE> = 0>
nprand_status nprand_py_seed(nprand_rng *rng, const Seed &a) = delete;

/* For a text: nprand_py_seed_str(), nprand_py_seed_bytes() or nprand_py_seed_text(). */
nprand_status nprand_py_seed(nprand_rng *rng, const char *use_nprand_py_seed_str) = delete;
}

#elif defined(NPRAND_GENERIC)

/* A compiler says this name where nprand_py_seed() is called with a text. */
struct nprand_py_seed_str_or_nprand_py_seed_text_is_for_text {
    char nprand_private;
};
#define NPRAND_PY_SEED_TEXT \
    (nprand_status(*)(nprand_rng *, struct nprand_py_seed_str_or_nprand_py_seed_text_is_for_text))0

/* clang-format off */
#define nprand_py_seed(rng, a)                                         \
    NPRAND_GENERIC((a) + 0,                                            \
                   int: nprand_py_seed,                                \
                   unsigned int: nprand_py_seed_uint64,                \
                   long: nprand_py_seed,                               \
                   unsigned long: nprand_py_seed_uint64,               \
                   long long: nprand_py_seed,                          \
                   unsigned long long: nprand_py_seed_uint64,          \
                   float: nprand_py_seed_float,                        \
                   double: nprand_py_seed_float,                       \
                   char *: NPRAND_PY_SEED_TEXT,                        \
                   const char *: NPRAND_PY_SEED_TEXT)(rng, a)
/* clang-format on */

#endif

#endif /* NPRAND_VERSION_MAJOR */
#endif
