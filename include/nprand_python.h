/* SPDX-License-Identifier: BSD-3-Clause
 *
 * nprand_python: CPython's random.Random in C, bit for bit, on the generator of nprand.h.
 *
 * A C program that seeds an nprand_rng with s draws the numbers that Python draws from the
 * functions of its module random after random.seed(s): the same values to the last bit, the same
 * words taken from the MT19937 engine, the same state afterwards.
 *
 *     nprand_rng rng;
 *     if (nprand_py_seed(&rng, 0) != NPRAND_OK)
 *         return 1;
 *     printf("%.17g\n", nprand_py_random(&rng));         prints 0.84442185152504812
 *
 * Seed with the functions of this header: random.seed(0) and numpy.random.seed(0) start different
 * streams. Everything else about the generator, such as nprand_advance(), holds here too.
 *
 * Which CPython.  The methods differ little between releases. A generator reproduces one release:
 * 3.14 unless nprand_py_set_python() says otherwise; see there for what differs.
 *
 * Which bits.  As in nprand.h, each function is exact, or goes through log, exp and the like: the
 * bits of CPython on a C library with the functions of the reference profile (glibc on a CPU with
 * fused multiply-add), or, built with -Dmath=system, on the same C library. lgamma is CPython's own
 * function, in both builds.
 *
 * Python's parameters are taken as doubles where they are not integers by nature:
 * random.triangular(1, 3, 2) is (1.0, 3.0, 2.0).
 *
 * The Gaussian that is kept.  random.gauss() makes two values, and keeps one for the next call, in
 * gauss_next. This is the kept value of the generator, has_gauss and gauss in nprand_state, in
 * which NumPy's normal() keeps the second one of its pairs. No other method here takes it. A
 * program that draws both nprand_normal() and nprand_py_gauss() from one generator finds in the one
 * what the other kept; two generators keep them apart, as in Python.
 *
 * State.  random.getstate() is (3, the 624 words and pos, gauss_next): nprand_get_state() and
 * nprand_set_state() give and take the same, with has_gauss = 0 for gauss_next = None. In Python:
 *
 *     version, words, gauss_next = random.getstate()
 *     key, pos = words[:624], words[624]
 *     has_gauss, gauss = (0, 0.0) if gauss_next is None else (1, gauss_next)
 *
 *     random.setstate((3, tuple(key) + (pos,), gauss if has_gauss else None))
 *
 * Conventions are those of nprand.h, errors included: arguments are checked before the first draw,
 * and a refused call changes nothing, also where Python draws before it raises. What Python refuses
 * is refused in the words of 3.14. Where Python's arithmetic raises an error because of the numbers
 * drawn (OverflowError in random.lognormvariate(1000, 1); ValueError or ZeroDivisionError where a
 * uniform is 0, once in 2^53), there is no refusal: the value is that of C's arithmetic, mostly
 * infinity or NaN, and the state that of Python after the error.
 *
 * Several threads (nprand_set_threads()) are used by the fills of random, uniform, triangular,
 * expovariate, paretovariate and weibullvariate.
 */
#ifndef NPRAND_PYTHON_H
#define NPRAND_PYTHON_H

#include "nprand.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Release ------------------------------------------------------------------------------ */

/* nprand_py_set_python() sets the CPython release that the generator reproduces, 2.7 or 3.2 to
 * 3.14; an unknown one is NPRAND_PY_UNKNOWN_RELEASE. The stream goes on where it was; the functions
 * that seed go back to 3.14. nprand_py_get_python() tells the release; each pointer may be NULL.
 *
 * Of 2.7 and 3.2 to 3.4, it is the last patch release. 3.2 to 3.5 follow the source of random.py,
 * and were not compared with an interpreter.
 *
 * What differs, and since when (3.3, 3.5, 3.11, 3.13 and 3.14 draw what the release before draws):
 *
 *   3.12  binomialvariate is there; before, NPRAND_PY_NOT_IN_RELEASE
 *   3.10  paretovariate is u ** (-1 / alpha), not 1 / u ** (1 / alpha): last bits;
 *         choices refuses weights of which the total is not finite
 *   3.9   randbytes and the counts of sample are there; before, NPRAND_PY_NOT_IN_RELEASE;
 *         choices refuses weights of which the total is not positive;
 *         getrandbits takes k = 0
 *   3.8   gammavariate(1, beta) is -log(1 - U) beta; before, -log(U) beta, and U is drawn again
 *         while it is at most 1e-7; betavariate too, which calls it
 *   3.7   triangular takes its root by sqrt, and is exact; before, it is through pow: last bits
 *   3.6   choices is there; before, NPRAND_PY_NOT_IN_RELEASE
 *   3.4   triangular with a mode takes low = high; 3.2 and 3.3 raise NPRAND_PY_DIVISION_BY_ZERO,
 *         and 2.7 does not
 *   3.2   choice, sample, shuffle, randrange and randint draw integers by bits. In 2.7 an integer
 *         on 0..m-1 is floor(m U), of 2 words; in randrange and randint that holds for m < 2^53.
 *         From there on floor(1.00001 + log(m - 1) / log(2)) bits are drawn, through log, and again
 *         until they are below m.
 *
 * Seed for 2.7 an int or long by nprand_py_seed() and the like, a str by nprand_py_seed_bytes() of
 * version 1, a float by nprand_py_seed_float_python2(). jumpahead() is not here. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_set_python(nprand_rng *rng, int major,
                                                               int minor);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_get_python(const nprand_rng *rng, int *major,
                                                               int *minor);

/* ---- Seeding ------------------------------------------------------------------------------ */

/* nprand_py_seed() makes a generator of *rng: random.seed(a) for an int. The sign does not matter,
 * as in CPython. *rng may hold anything before; everything in it is set. Algorithm: init_by_array
 * of mt19937ar (2002) with the 32-bit limbs of |a|, the lowest first.
 *
 * FOR A SEED ABOVE 2^63 - 1 USE nprand_py_seed_uint64(), FOR A FLOAT nprand_py_seed_float(). An
 * int64_t cannot hold such a seed, and C converts it in silence (GCC and clang warn by -Wconversion
 * and -Wsign-conversion, which -Wall leaves out). In C11 and C++, the type of a decides which of the
 * three functions nprand_py_seed(rng, a) calls; the end of this header says how. C99 and other
 * languages call the function that is named. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_seed(nprand_rng *rng, int64_t a);

/* nprand_py_seed_uint64() is like nprand_py_seed(), but for ints up to 2^64 - 1. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_seed_uint64(nprand_rng *rng, uint64_t a);

/* nprand_py_seed_limbs() is like nprand_py_seed(), but for an int of any size: n limbs of |a|, the
 * lowest first. Zeros at the upper end do not matter; n = 0 is a = 0. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_seed_limbs(nprand_rng *rng,
                                                               const uint32_t *limbs, size_t n);

/* nprand_py_seed_float() is like nprand_py_seed(), but for random.seed(a) with a float, where
 * CPython has 64 bits: by hash(a), so that 2.0 is 2, but -1.0 is not 1. NaN is refused with
 * NPRAND_PY_NAN_SEED: since 3.10 its hash is another one in each run. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_seed_float(nprand_rng *rng, double a);

/* nprand_py_seed_float_python2() is like nprand_py_seed_float(), but for a float in Python 2, whose
 * hash of a fraction is another one. NaN is 0. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_seed_float_python2(nprand_rng *rng, double a);

/* nprand_py_seed_bytes() is like nprand_py_seed(), but for random.seed(a, version) with bytes, or a
 * str in UTF-8. nprand_py_seed_str() is random.seed(a) of a str, in UTF-8, up to its first 0.
 *
 * a: n bytes; may be NULL if n is 0. version: 2, Python's default: the bytes and their SHA-512 are
 * the digits of an int; or 1: Python 2's hash, for bytes and for a str of ASCII (or of Latin-1, in
 * Latin-1); else NPRAND_PY_BAD_SEED_VERSION. (Version 1 is that of 3.6. Before, it was the hash of
 * the run.) */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_seed_bytes(nprand_rng *rng, const void *a,
                                                               size_t n, int version);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_seed_str(nprand_rng *rng, const char *a);

/* nprand_py_seed_os() is like nprand_py_seed(), but for random.seed(): with 624 words of the
 * operating system's entropy. NPRAND_NO_ENTROPY if the system gives none; *rng is then as before.
 */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_seed_os(nprand_rng *rng);

/* ---- Bits --------------------------------------------------------------------------------- */

/* nprand_py_getrandbits() draws an integer of k random bits, as random.getrandbits(k), up to 64.
 * Exact. ceil(k / 32) words, the lowest first; of the last one, the upper bits are taken.
 *
 * k: not negative, else NPRAND_PY_NEGATIVE_BITS; at most 64, else NPRAND_PY_TOO_MANY_BITS; 0 gives
 * 0 without words, and before Python 3.9 NPRAND_PY_ZERO_BITS. A refused scalar draw returns the
 * bits of NPRAND_INVALID, 2^63. */
NPRAND_API uint64_t nprand_py_getrandbits(nprand_rng *rng, int k);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_getrandbits_fill(nprand_rng *rng, int k,
                                                                     size_t n, uint64_t *out);

/* nprand_py_getrandbits_limbs() is like nprand_py_getrandbits(), but for any k: out gets the
 * ceil(k / 32) limbs of the integer, the lowest first. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_getrandbits_limbs(nprand_rng *rng, size_t k,
                                                                      uint32_t *out);

/* nprand_py_randbytes() writes n random bytes to out, as random.randbytes(n). Exact. ceil(n / 4)
 * words, of each the lowest byte first; where less than 4 bytes are left, the upper ones of the
 * last word. NPRAND_PY_NOT_IN_RELEASE before 3.9. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_randbytes(nprand_rng *rng, size_t n, void *out);

/* ---- Integers ----------------------------------------------------------------------------- */

/* An integer on 0..m-1 is drawn by as many bits as m has, and again until it is below m: 1 word per
 * attempt for m < 2^32, 2 for m < 2^64, else 3. For m = 1, one bit is drawn until it is 0. (CPython
 * does this; do not repair.) Python 2 has another way: nprand_py_set_python() says which. */

/* nprand_py_randrange() draws an element of range(start, stop, step), as random.randrange(start,
 * stop, step); randrange(stop) has start = 0 and step = 1. Exact. nprand_py_randrange_uint64() is
 * the same for ranges of uint64.
 *
 * step: not 0, else NPRAND_PY_ZERO_STEP. The range must not be empty: NPRAND_PY_EMPTY_RANGE. Words:
 * those of an integer on 0..m-1 for m elements. A refused scalar draw of uint64 returns the bits of
 * NPRAND_INVALID. A stop of 2^63 or 2^64 is no argument here; with step 1 see nprand_py_randint(),
 * with another one start + step * nprand_py_randint_uint64(rng, 0, m - 1) is the same draw. */
NPRAND_API int64_t nprand_py_randrange(nprand_rng *rng, int64_t start, int64_t stop, int64_t step);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_randrange_fill(nprand_rng *rng, int64_t start,
                                                                   int64_t stop, int64_t step,
                                                                   size_t n, int64_t *out);
NPRAND_API uint64_t nprand_py_randrange_uint64(nprand_rng *rng, uint64_t start, uint64_t stop,
                                               int64_t step);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_randrange_uint64_fill(
    nprand_rng *rng, uint64_t start, uint64_t stop, int64_t step, size_t n, uint64_t *out);

/* nprand_py_randint() draws an integer on a <= x <= b, as random.randint(a, b). Exact.
 * nprand_py_randint_uint64() is the same for uint64. a <= b, else NPRAND_PY_EMPTY_RANGE; both may
 * be the ends of the type. Words as above. */
NPRAND_API int64_t nprand_py_randint(nprand_rng *rng, int64_t a, int64_t b);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_randint_fill(nprand_rng *rng, int64_t a,
                                                                 int64_t b, size_t n, int64_t *out);
NPRAND_API uint64_t nprand_py_randint_uint64(nprand_rng *rng, uint64_t a, uint64_t b);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_randint_uint64_fill(nprand_rng *rng, uint64_t a,
                                                                        uint64_t b, size_t n,
                                                                        uint64_t *out);

/* ---- Sequences ---------------------------------------------------------------------------- */

/* nprand_py_choice() draws the index that random.choice() takes in a sequence of population
 * elements. Exact. population: at least 1, else NPRAND_PY_EMPTY_SEQUENCE. Words as above. */
NPRAND_API int64_t nprand_py_choice(nprand_rng *rng, int64_t population);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_choice_fill(nprand_rng *rng, int64_t population,
                                                                size_t n, int64_t *out);

/* nprand_py_choices() draws the k indices that random.choices(population, k=k) takes in a
 * population of n elements. Exact. 2 words each. n: at least 1, unless k = 0, else
 * NPRAND_PY_EMPTY_SEQUENCE. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_choices(nprand_rng *rng, int64_t n, size_t k,
                                                            int64_t *out);

/* nprand_py_choices_weights() is like nprand_py_choices(), but for random.choices(population,
 * weights, k=k), and nprand_py_choices_cum_weights() for random.choices(population,
 * cum_weights=cum_weights, k=k). Exact. 2 words each.
 *
 * n: at least 1, else NPRAND_PY_EMPTY_SEQUENCE. weights, cum_weights: n numbers; as doubles, as
 * which Python's integers count up to sums of 2^53. Their total, the last of cum_weights, must be
 * positive and finite: NPRAND_PY_WEIGHTS_NOT_POSITIVE, NPRAND_PY_WEIGHTS_NOT_FINITE (Python 3.8
 * takes all, 3.9 takes infinity). work: nprand_py_choices_weights_work_size() bytes. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_choices_weights(nprand_rng *rng, int64_t n,
                                                                    const double *weights, size_t k,
                                                                    int64_t *out, nprand_work work);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_choices_cum_weights(nprand_rng *rng, int64_t n,
                                                                        const double *cum_weights,
                                                                        size_t k, int64_t *out);

/* nprand_py_choices_weights_work_size() gives the bytes of work space that
 * nprand_py_choices_weights() needs: 8 n. 0 for n <= 0; SIZE_MAX where no object is so large. */
NPRAND_API size_t nprand_py_choices_weights_work_size(int64_t n);

/* nprand_py_shuffle() puts the count elements of size bytes at base into random order, in place, as
 * random.shuffle(). Arguments as qsort()'s. Exact.
 *
 * base may be NULL if count or size is 0; the words are those of count elements whatever the size,
 * and with size = 0 a count above 2^30 is NPRAND_TOO_LARGE.
 * Words: for i = count-1 down to 1 those of an integer on 0..i. Source: Fisher and Yates (1938),
 * Durstenfeld (1964). (shuffle(x, random), of 3.8 to 3.10, is not here.) */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_shuffle(nprand_rng *rng, void *base,
                                                            size_t count, size_t size);

/* nprand_py_sample() draws the k indices that random.sample(population, k) takes in a population of
 * n elements, in its order, none of them twice. Exact.
 *
 * k <= n, else NPRAND_PY_SAMPLE_TOO_LARGE. n up to INT64_MAX: random.sample(range(n), k).
 *
 * work: nprand_py_sample_work_size() bytes.
 *
 * Words: an integer on 0..n-1, on 0..n-2, and so on, if n is at most 21 (with k > 5: at most 21
 * plus the smallest power of 4 that is not below 3 k); else one on 0..n-1 each, and again while it
 * has been drawn before. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_sample(nprand_rng *rng, int64_t n, size_t k,
                                                           int64_t *out, nprand_work work);

/* nprand_py_sample_work_size() gives the bytes of work space that nprand_py_sample() needs: 8 per
 * element of the population in the first case, at most 32 k in the second. 0 where nothing is drawn
 * or k > n, SIZE_MAX where no object can be so large. */
NPRAND_API size_t nprand_py_sample_work_size(int64_t n, size_t k);

/* nprand_py_sample_counts() is like nprand_py_sample(), but for random.sample(population, k,
 * counts=counts): n elements, of which counts tells how often each is there.
 *
 * counts: their sum must not be negative (NPRAND_PY_COUNTS_NEGATIVE), nor be an int64 too large for
 * (NPRAND_TOO_LARGE), and k at most that (NPRAND_PY_SAMPLE_TOO_LARGE). A sum of 0 is taken with
 * k = 0, as in 3.14. NPRAND_PY_NOT_IN_RELEASE before 3.9. Words as nprand_py_sample() of that sum.
 *
 * nprand_py_sample_counts_work_size() gives the bytes of work space: 8 n more than there. */
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_sample_counts(nprand_rng *rng,
                                                                  const int64_t *counts, size_t n,
                                                                  size_t k, int64_t *out,
                                                                  nprand_work work);
NPRAND_API size_t nprand_py_sample_counts_work_size(const int64_t *counts, size_t n, size_t k);

/* ---- Doubles ------------------------------------------------------------------------------ */

/* nprand_py_random() draws a double, uniform on [0, 1), as random.random(): a multiple of 2^-53.
 * Exact. 2 words. Below, U stands for such a double. */
NPRAND_API double nprand_py_random(nprand_rng *rng);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_random_fill(nprand_rng *rng, size_t n,
                                                                double *out);

/* nprand_py_uniform() draws a + (b - a) U, as random.uniform(a, b). Exact. 2 words. a, b: any. */
NPRAND_API double nprand_py_uniform(nprand_rng *rng, double a, double b);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_uniform_fill(nprand_rng *rng, double a,
                                                                 double b, size_t n, double *out);

/* nprand_py_triangular() draws from the triangular distribution, as random.triangular(low, high,
 * mode). nprand_py_triangular_symmetric() is random.triangular(low, high), without a mode. Exact. 2
 * words. Parameters: any; low = high gives low, for 2 words too. */
NPRAND_API double nprand_py_triangular(nprand_rng *rng, double low, double high, double mode);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_triangular_fill(nprand_rng *rng, double low,
                                                                    double high, double mode,
                                                                    size_t n, double *out);
NPRAND_API double nprand_py_triangular_symmetric(nprand_rng *rng, double low, double high);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_triangular_symmetric_fill(nprand_rng *rng,
                                                                              double low,
                                                                              double high, size_t n,
                                                                              double *out);

/* nprand_py_gauss() draws from the normal distribution of mean mu and standard deviation sigma, as
 * random.gauss(mu, sigma). Through log, cos, sin. 4 words for a pair, of which one value is kept;
 * none for the kept one. mu, sigma: any. Source: Box and Muller (1958). */
NPRAND_API double nprand_py_gauss(nprand_rng *rng, double mu, double sigma);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_gauss_fill(nprand_rng *rng, double mu,
                                                               double sigma, size_t n, double *out);

/* nprand_py_normalvariate() draws from the same distribution by another method, as
 * random.normalvariate(mu, sigma). Through log. 4 words per attempt, of which 73 % succeed. Source:
 * Kinderman and Monahan (1977). */
NPRAND_API double nprand_py_normalvariate(nprand_rng *rng, double mu, double sigma);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_normalvariate_fill(nprand_rng *rng, double mu,
                                                                       double sigma, size_t n,
                                                                       double *out);

/* nprand_py_lognormvariate() draws exp(nprand_py_normalvariate(mu, sigma)), as
 * random.lognormvariate(mu, sigma). Through log, exp. Words as there. */
NPRAND_API double nprand_py_lognormvariate(nprand_rng *rng, double mu, double sigma);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_lognormvariate_fill(nprand_rng *rng, double mu,
                                                                        double sigma, size_t n,
                                                                        double *out);

/* nprand_py_expovariate() draws -log(1 - U) / lambd, as random.expovariate(lambd). Through log. 2
 * words. lambd: 1 over the mean; not 0, else NPRAND_PY_DIVISION_BY_ZERO. */
NPRAND_API double nprand_py_expovariate(nprand_rng *rng, double lambd);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_expovariate_fill(nprand_rng *rng, double lambd,
                                                                     size_t n, double *out);

/* nprand_py_paretovariate() draws (1 - U)^(-1/alpha), as random.paretovariate(alpha). Through pow.
 * 2 words. alpha: not 0, else NPRAND_PY_DIVISION_BY_ZERO. */
NPRAND_API double nprand_py_paretovariate(nprand_rng *rng, double alpha);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_paretovariate_fill(nprand_rng *rng,
                                                                       double alpha, size_t n,
                                                                       double *out);

/* nprand_py_weibullvariate() draws alpha (-log(1 - U))^(1/beta), as random.weibullvariate(alpha,
 * beta). Through log, pow. 2 words. alpha: the scale; any. beta: the shape; not 0, else
 * NPRAND_PY_DIVISION_BY_ZERO. */
NPRAND_API double nprand_py_weibullvariate(nprand_rng *rng, double alpha, double beta);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_weibullvariate_fill(nprand_rng *rng,
                                                                        double alpha, double beta,
                                                                        size_t n, double *out);

/* nprand_py_gammavariate() draws from the gamma distribution of shape alpha and scale beta, as
 * random.gammavariate(alpha, beta). Through log, exp, and pow for alpha < 1.
 *
 * alpha, beta: above 0 (beta also NaN), else NPRAND_PY_GAMMA_NOT_POSITIVE; alpha not NaN and below
 * 2^1023, else NPRAND_PY_NEVER_RETURNS. Words: 2 for alpha = 1; else 4 per attempt, but for alpha >
 * 1 only 2 where the first uniform is outside (1e-7, 0.9999999). Sources: Cheng (1977) above 1;
 * Ahrens and Dieter (1974) below. */
NPRAND_API double nprand_py_gammavariate(nprand_rng *rng, double alpha, double beta);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_gammavariate_fill(nprand_rng *rng, double alpha,
                                                                      double beta, size_t n,
                                                                      double *out);

/* nprand_py_betavariate() draws from the beta distribution, as random.betavariate(alpha, beta): y /
 * (y + z) with y and z of nprand_py_gammavariate(alpha, 1) and (beta, 1); if y is 0, z is not
 * drawn. Through log, exp, pow. alpha, beta: each as alpha there. */
NPRAND_API double nprand_py_betavariate(nprand_rng *rng, double alpha, double beta);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_betavariate_fill(nprand_rng *rng, double alpha,
                                                                     double beta, size_t n,
                                                                     double *out);

/* nprand_py_vonmisesvariate() draws an angle on [0, 2 pi], as random.vonmisesvariate(mu, kappa).
 * Through cos, exp, acos.
 *
 * mu: the mean angle; any. kappa: the concentration; up to 1e-6, negative too, a uniform angle, for
 * 2 words; NaN is NPRAND_PY_NEVER_RETURNS. Words: 4 per attempt, and 2. Source: Fisher (1993). */
NPRAND_API double nprand_py_vonmisesvariate(nprand_rng *rng, double mu, double kappa);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_vonmisesvariate_fill(nprand_rng *rng, double mu,
                                                                         double kappa, size_t n,
                                                                         double *out);

/* ---- Discrete ----------------------------------------------------------------------------- */

/* nprand_py_binomialvariate() draws how many of n trials succeed, as random.binomialvariate(n, p).
 * Exact for n = 1; else through log2 for n min(p, 1-p) < 10, and log. NPRAND_PY_NOT_IN_RELEASE
 * before 3.12.
 *
 * trials: not negative, else NPRAND_PY_N_NEGATIVE. p: 0 <= p <= 1, else NPRAND_PY_P_OUTSIDE_0_1
 * (but for one trial NaN is taken, and gives 0). Words: none for p = 0 and 1; 2 for one trial; else
 * 2 per success and 2 more, or none if 1-p is 1; else 2 or 4 per attempt. Sources: Devroye (1988);
 * Hoermann's BTRS (1993). */
NPRAND_API int64_t nprand_py_binomialvariate(nprand_rng *rng, int64_t trials, double p);
NPRAND_API NPRAND_NODISCARD nprand_status nprand_py_binomialvariate_fill(nprand_rng *rng,
                                                                         int64_t trials, double p,
                                                                         size_t n, int64_t *out);

#ifdef __cplusplus
}
#endif

/* ---- nprand_py_seed() by the type of the seed --------------------------------------------- */

/* C would convert any a to int64_t: 2^63 to a negative number, 2.5 to 2, and these are seeds of
 * other streams. So nprand_py_seed(rng, a) calls nprand_py_seed_uint64() for an unsigned a, and
 * nprand_py_seed_float() for a float or double. The library exports the function nprand_py_seed()
 * for debuggers, pointers to functions and other languages all the same; C reaches it past the
 * macro by (nprand_py_seed)(rng, a). */
#if defined(__cplusplus)

/* C++ here even for those who include this header within extern "C". */
extern "C++" {
#include <type_traits>

template <class Unsigned>
NPRAND_NODISCARD inline
    typename std::enable_if<std::is_unsigned<Unsigned>::value, nprand_status>::type
    nprand_py_seed(nprand_rng *rng, Unsigned a)
{
    static_assert(sizeof(Unsigned) <= sizeof(uint64_t), "use nprand_py_seed_limbs()");
    return nprand_py_seed_uint64(rng, a);
}

template <class Float>
NPRAND_NODISCARD inline
    typename std::enable_if<std::is_floating_point<Float>::value, nprand_status>::type
    nprand_py_seed(nprand_rng *rng, Float a)
{
    static_assert(sizeof(Float) <= sizeof(double), "Python's floats are doubles");
    return nprand_py_seed_float(rng, a);
}
}

#elif defined(__STDC_VERSION__) && __STDC_VERSION__ >= 201112L

/* clang-format off */
#define nprand_py_seed(rng, a)                          \
    _Generic((a),                                       \
             unsigned long: nprand_py_seed_uint64,      \
             unsigned long long: nprand_py_seed_uint64, \
             float: nprand_py_seed_float,               \
             double: nprand_py_seed_float,              \
             default: nprand_py_seed)(rng, a)
/* clang-format on */

#endif

#endif
