/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Every public draw and fill with any bit patterns as parameters, from any valid state, in small
 * sizes, in any floating-point environment that the CPU has.
 *
 * Looked for: what sanitizers see; draws that do not end; a refused call that changed the generator
 * or the output; work space that is too small or not aligned, and not refused; and, rounded to
 * nearest, a fill or an each that is not its scalars. NPRAND_FUZZ lets a value take 2^16 attempts in
 * place of 2^30.
 */
#define NPRAND_NO_NODISCARD

#include "../../include/nprand.h"
#include "../../include/nprand_python.h"

#include "../each_methods.h"
#include "input.h"

#include <errno.h>
#include <fenv.h>
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined(__SSE2__)
#include <xmmintrin.h>
#endif

/* ---- The environment ---- */

static bool is_nearest(unsigned environment)
{
    return environment == 0;
}

/* Four ways to round, with results below the normal numbers made 0 or not, and such operands. */
enum { ENVIRONMENTS = 16 };

static void set_environment(unsigned environment)
{
    static const int modes[] = {FE_TONEAREST, FE_UPWARD, FE_DOWNWARD, FE_TOWARDZERO};
    fesetround(modes[environment % 4]);
#if defined(__SSE2__)
    const unsigned ftz = 0x8000, daz = 0x0040;
    unsigned flags = (environment & 4 ? ftz : 0) | (environment & 8 ? daz : 0);
    _mm_setcsr((_mm_getcsr() & ~(ftz | daz)) | flags);
#endif
}

/* ---- One call ---- */

enum { MOST = 600, MOST_NUMBERS = 12 };

struct call {
    nprand_rng *rng;
    nprand_rng before;
    size_t n;
    bool promised; /* the values are */
    double x[MOST_NUMBERS];
    int64_t i[MOST_NUMBERS];
    size_t k; /* of them, for methods that take arrays */
    int bits;
    ptrdiff_t steps[MOST_PARAMETERS]; /* of arrays as parameters */
};

static void fail(const char *method, const char *what)
{
    set_environment(0);
    fprintf(stderr, "%s: %s\n", method, what);
    abort();
}

/* Bytes that are not what a draw writes, in memory of exactly that size. */
static void *room(size_t size)
{
    void *out = malloc(size > 0 ? size : 1);
    if (out == NULL)
        abort();
    memset(out, 0xa5, size);
    return out;
}

static void check_refused(const struct call *c, const char *method, nprand_status status,
                          const void *out, size_t size)
{
    const unsigned char *bytes = out;
    if (status == NPRAND_OK)
        return;
    if (memcmp(c->rng, &c->before, sizeof c->before) != 0)
        fail(method, "refused, and the generator is changed");
    for (size_t i = 0; i < size; i++) {
        if (bytes[i] != 0xa5)
            fail(method, "refused, and the output is changed");
    }
}

static bool same_double(double a, double b)
{
    return memcmp(&a, &b, sizeof a) == 0 || (isnan(a) && isnan(b));
}

static bool same_integer(int64_t a, int64_t b)
{
    return a == b;
}

static void check_same_state(const struct call *c, const char *method, const nprand_rng *scalars)
{
    nprand_state a, b;
    nprand_get_state(c->rng, &a);
    nprand_get_state(scalars, &b);
    if (memcmp(a.key, b.key, sizeof a.key) != 0 || a.pos != b.pos || a.has_gauss != b.has_gauss ||
        !same_double(a.gauss, b.gauss))
        fail(method, "the state after a fill is not that after its scalars");
}

/* A fill of n values, then n scalars from the same state. splits: the method cuts words, so that only
 * n = 1 gives the same. */
#define RUN(type, same, splits, name, ...)                                               \
    do {                                                                                 \
        type *out_ = room(c->n * sizeof *out_);                                          \
        nprand_status status_ = nprand_##name##_fill(c->rng, __VA_ARGS__, c->n, out_);   \
        check_refused(c, #name, status_, out_, c->n * sizeof *out_);                     \
        nprand_rng scalars_ = c->before;                                                 \
        bool compared_ = c->promised && status_ == NPRAND_OK && !((splits) && c->n > 1); \
        for (size_t i_ = 0; i_ < c->n; i_++) {                                           \
            errno = 0;                                                                   \
            type value_ = (type)nprand_##name(&scalars_, __VA_ARGS__);                   \
            if (errno != (status_ != NPRAND_OK ? EDOM : 0))                              \
                fail(#name, "a scalar and its fill differ in errno");                    \
            if (compared_ && !same(value_, out_[i_]))                                    \
                fail(#name, "a value of a fill is not the scalar");                      \
        }                                                                                \
        if (compared_)                                                                   \
            check_same_state(c, #name, &scalars_);                                       \
        if (status_ != NPRAND_OK && memcmp(&scalars_, &c->before, sizeof scalars_) != 0) \
            fail(#name, "a scalar is refused, and the generator is changed");            \
        free(out_);                                                                      \
    } while (0)

/* Methods without parameters: a parameter less. */
#define RUN_PLAIN(type, same, name)                                       \
    do {                                                                  \
        type *out_ = room(c->n * sizeof *out_);                           \
        nprand_status status_ = nprand_##name##_fill(c->rng, c->n, out_); \
        check_refused(c, #name, status_, out_, c->n * sizeof *out_);      \
        nprand_rng scalars_ = c->before;                                  \
        for (size_t i_ = 0; i_ < c->n; i_++) {                            \
            type value_ = (type)nprand_##name(&scalars_);                 \
            if (c->promised && !same(value_, out_[i_]))                   \
                fail(#name, "a value of a fill is not the scalar");       \
        }                                                                 \
        if (c->promised)                                                  \
            check_same_state(c, #name, &scalars_);                        \
        free(out_);                                                       \
    } while (0)

#define DOUBLES(name, ...)  RUN(double, same_double, false, name, __VA_ARGS__)
#define INTEGERS(name, ...) RUN(int64_t, same_integer, false, name, __VA_ARGS__)
#define UNSIGNED(name, ...) RUN(uint64_t, same_unsigned, false, name, __VA_ARGS__)

static bool same_unsigned(uint64_t a, uint64_t b)
{
    return a == b;
}

/* clang-format off */
static void run_continuous(struct call *c, unsigned method)
{
    const double x = c->x[0], y = c->x[1], z = c->x[2];
    switch (method % 29) {
    case 0: RUN_PLAIN(double, same_double, random_sample); break;
    case 1: RUN_PLAIN(double, same_double, random); break;
    case 2: RUN_PLAIN(double, same_double, rand); break;
    case 3: RUN_PLAIN(double, same_double, standard_normal); break;
    case 4: RUN_PLAIN(double, same_double, randn); break;
    case 5: RUN_PLAIN(double, same_double, standard_exponential); break;
    case 6: RUN_PLAIN(double, same_double, standard_cauchy); break;
    case 7: DOUBLES(uniform, x, y); break;
    case 8: DOUBLES(normal, x, y); break;
    case 9: DOUBLES(exponential, x); break;
    case 10: DOUBLES(standard_gamma, x); break;
    case 11: DOUBLES(gamma, x, y); break;
    case 12: DOUBLES(beta, x, y); break;
    case 13: DOUBLES(chisquare, x); break;
    case 14: DOUBLES(noncentral_chisquare, x, y); break;
    case 15: DOUBLES(f, x, y); break;
    case 16: DOUBLES(noncentral_f, x, y, z); break;
    case 17: DOUBLES(standard_t, x); break;
    case 18: DOUBLES(lognormal, x, y); break;
    case 19: DOUBLES(laplace, x, y); break;
    case 20: DOUBLES(logistic, x, y); break;
    case 21: DOUBLES(gumbel, x, y); break;
    case 22: DOUBLES(pareto, x); break;
    case 23: DOUBLES(power, x); break;
    case 24: DOUBLES(weibull, x); break;
    case 25: DOUBLES(rayleigh, x); break;
    case 26: DOUBLES(triangular, x, y, z); break;
    case 27: DOUBLES(vonmises, x, y); break;
    case 28: DOUBLES(wald, x, y); break;
    }
}

static void run_discrete(struct call *c, unsigned method)
{
    const double x = c->x[0], y = c->x[1];
    const int64_t i = c->i[0], j = c->i[1], k = c->i[2];
    switch (method % 22) {
    case 0: RUN_PLAIN(uint32_t, same_integer, random_raw); break;
    case 1: RUN_PLAIN(int64_t, same_integer, tomaxint); break;
    case 2: INTEGERS(randint, i, j); break;
    case 3: RUN(bool, same_integer, true, randint_bool, i, j); break;
    case 4: RUN(int8_t, same_integer, true, randint_int8, i, j); break;
    case 5: RUN(int16_t, same_integer, true, randint_int16, i, j); break;
    case 6: RUN(int32_t, same_integer, false, randint_int32, i, j); break;
    case 7: INTEGERS(randint_int64, i, j); break;
    case 8: RUN(uint8_t, same_integer, true, randint_uint8, i, j); break;
    case 9: RUN(uint16_t, same_integer, true, randint_uint16, i, j); break;
    case 10: RUN(uint32_t, same_integer, false, randint_uint32, i, j); break;
    case 11: UNSIGNED(randint_uint64, (uint64_t)i, (uint64_t)j); break;
    case 12: INTEGERS(randint_int64_endpoint, i, j); break;
    case 13: UNSIGNED(randint_uint64_endpoint, (uint64_t)i, (uint64_t)j); break;
    case 14: INTEGERS(random_integers, i, j); break;
    case 15: INTEGERS(poisson, x); break;
    case 16: INTEGERS(binomial, i, x); break;
    case 17: INTEGERS(negative_binomial, x, y); break;
    case 18: INTEGERS(geometric, x); break;
    case 19: INTEGERS(hypergeometric, i, j, k); break;
    case 20: INTEGERS(logseries, x); break;
    case 21: INTEGERS(zipf, x); break;
    }
}

static void run_python(struct call *c, unsigned method)
{
    const double x = c->x[0], y = c->x[1], z = c->x[2];
    const int64_t i = c->i[0], j = c->i[1], k = c->i[2];
    switch (method % 20) {
    case 0: RUN_PLAIN(double, same_double, py_random); break;
    case 1: UNSIGNED(py_getrandbits, c->bits); break;
    case 2: INTEGERS(py_randrange, i, j, k); break;
    case 3: UNSIGNED(py_randrange_uint64, (uint64_t)i, (uint64_t)j, k); break;
    case 4: INTEGERS(py_randint, i, j); break;
    case 5: UNSIGNED(py_randint_uint64, (uint64_t)i, (uint64_t)j); break;
    case 6: INTEGERS(py_choice, i); break;
    case 7: DOUBLES(py_uniform, x, y); break;
    case 8: DOUBLES(py_triangular, x, y, z); break;
    case 9: DOUBLES(py_triangular_symmetric, x, y); break;
    case 10: DOUBLES(py_gauss, x, y); break;
    case 11: DOUBLES(py_normalvariate, x, y); break;
    case 12: DOUBLES(py_lognormvariate, x, y); break;
    case 13: DOUBLES(py_expovariate, x); break;
    case 14: DOUBLES(py_paretovariate, x); break;
    case 15: DOUBLES(py_weibullvariate, x, y); break;
    case 16: DOUBLES(py_gammavariate, x, y); break;
    case 17: DOUBLES(py_betavariate, x, y); break;
    case 18: DOUBLES(py_vonmisesvariate, x, y); break;
    case 19: INTEGERS(py_binomialvariate, i, x); break;
    }
}

/* clang-format on */

/* ---- Methods that fill arrays ---- */

/* Rows of k: those of one fill are those of as many calls. No function that returns a status sets
 * errno. */
#define RUN_ROWS(type, same, name, ...)                                                       \
    do {                                                                                      \
        const size_t rows_ = c->n % 20, size_ = rows_ * c->k * sizeof(type);                  \
        type *out_ = room(size_), *row_ = room(c->k * sizeof *row_);                          \
        errno = 0;                                                                            \
        nprand_status status_ = nprand_##name##_fill(c->rng, __VA_ARGS__, c->k, rows_, out_); \
        check_refused(c, #name, status_, out_, size_);                                        \
        nprand_rng scalars_ = c->before;                                                      \
        for (size_t i_ = 0; i_ < rows_; i_++) {                                               \
            if (nprand_##name(&scalars_, __VA_ARGS__, c->k, row_) != status_)                 \
                fail(#name, "one of fill and row is refused");                                \
            for (size_t j_ = 0; c->promised && status_ == NPRAND_OK && j_ < c->k; j_++) {     \
                if (!same(row_[j_], out_[i_ * c->k + j_]))                                    \
                    fail(#name, "a row of a fill is another one");                            \
            }                                                                                 \
        }                                                                                     \
        if (errno != 0)                                                                       \
            fail(#name, "errno is set");                                                      \
        if (status_ != NPRAND_OK && memcmp(&scalars_, &c->before, sizeof scalars_) != 0)      \
            fail(#name, "a row is refused, and the generator is changed");                    \
        if (c->promised && status_ == NPRAND_OK)                                              \
            check_same_state(c, #name, &scalars_);                                            \
        free(out_);                                                                           \
        free(row_);                                                                           \
    } while (0)

/* Shares of 1, so that they are not all refused. */
static void make_shares(struct call *c)
{
    double sum = 0.0;
    for (size_t i = 0; i < c->k; i++) {
        c->x[i] = isfinite(c->x[i]) ? fabs(c->x[i]) : 0.0;
        sum += c->x[i];
    }
    for (size_t i = 0; i < c->k && sum > 0.0 && isfinite(sum); i++)
        c->x[i] /= sum;
}

/* A permutation has every index once. */
static void check_permutation(const struct call *c, const char *method, const int64_t *out,
                              size_t n)
{
    bool seen[MOST] = {false};
    for (size_t i = 0; i < n; i++) {
        if (out[i] < 0 || (size_t)out[i] >= n || seen[out[i]])
            fail(method, "not a permutation");
        seen[out[i]] = true;
    }
    (void)c;
}

/* The elements of a view are shuffled as those of an array are, and the bytes between them stay. */
static void run_strided(struct call *c)
{
    const ptrdiff_t stride = c->bits - 32;
    const size_t n = c->n, size = c->k, distance = (size_t)(stride < 0 ? -stride : stride);
    const size_t length = n == 0 ? size : distance * (n - 1) + size;
    const size_t first = stride < 0 ? length - size : 0;
    unsigned char *view = room(length), *expected = room(length), *array = room(n * size);
    for (size_t i = 0; i < length; i++)
        expected[i] = view[i] = (unsigned char)(i % 251);
    for (size_t i = 0; i < n * size; i++)
        array[i] = view[(ptrdiff_t)first + (ptrdiff_t)(i / size) * stride + (ptrdiff_t)(i % size)];
    nprand_rng of_view = *c->rng;
    const nprand_status status = nprand_shuffle_strided(&of_view, view + first, n, size, stride);
    if (status != NPRAND_OK && memcmp(&of_view, c->rng, sizeof of_view) != 0)
        fail("shuffle_strided", "refused, and the generator is changed");
    if (status == NPRAND_OK) {
        nprand_shuffle(c->rng, array, n, size);
        for (size_t i = 0; i < n * size; i++)
            expected[(ptrdiff_t)first + (ptrdiff_t)(i / size) * stride + (ptrdiff_t)(i % size)] =
                array[i];
        check_same_state(c, "shuffle_strided", &of_view);
    }
    if (memcmp(view, expected, length) != 0)
        fail("shuffle_strided", "not the elements of a shuffled array");
    free(array);
    free(expected);
    free(view);
}

static void run_permutations(struct call *c)
{
    /* Rows without bytes: few, or so many that they are refused; those between take seconds. */
    const size_t rows =
        c->i[0] >= 0 && c->i[0] <= 1 << 30 ? (size_t)c->i[0] % 65536 : (size_t)c->i[0];
    int64_t *out = room(c->n * sizeof *out), *in = room(c->n * sizeof *in);
    nprand_permutation(c->rng, c->n, out);
    check_permutation(c, "permutation", out, c->n);
    nprand_shuffle(c->rng, out, c->n, sizeof *out);
    check_permutation(c, "shuffle", out, c->n);
    nprand_permutation_array(c->rng, out, c->n, sizeof *out, in);
    check_permutation(c, "permutation_array", in, c->n);
    nprand_py_shuffle(c->rng, out, c->n, sizeof *out);
    check_permutation(c, "py_shuffle", out, c->n);
    nprand_shuffle(c->rng, out, c->n / 3, 2 * sizeof *out + 3);
    nprand_shuffle(c->rng, NULL, rows, 0);
    run_strided(c);
    nprand_py_shuffle(c->rng, NULL, rows, 0);
    nprand_permutation_array(c->rng, NULL, rows, 0, NULL);
    free(out);
    free(in);
}

static uint64_t next_uint64(nprand_rng *rng)
{
    const uint64_t high = (uint64_t)nprand_random_raw(rng);
    return high << 32 | (uint64_t)nprand_random_raw(rng);
}

/* What NumPy's C code draws through the pointers is what the functions draw. */
static void run_bitgen(struct call *c)
{
    nprand_bitgen_t bitgen;
    nprand_rng direct = *c->rng;
    bool is_same = nprand_bitgen(c->rng, &bitgen) == NPRAND_OK;
    for (size_t i = 0; is_same && i < c->n; i++) {
        switch ((uint64_t)c->i[i % MOST_NUMBERS] % 4) {
        case 0:
            is_same = bitgen.next_uint32(bitgen.state) == nprand_random_raw(&direct);
            break;
        case 1:
            is_same = bitgen.next_raw(bitgen.state) == (uint64_t)nprand_random_raw(&direct);
            break;
        case 2:
            is_same = bitgen.next_uint64(bitgen.state) == next_uint64(&direct);
            break;
        default:
            is_same =
                same_double(bitgen.next_double(bitgen.state), nprand_random_sample(&direct)) ||
                !c->promised;
            break;
        }
    }
    if (!is_same)
        fail("bitgen", "not what the functions draw");
    check_same_state(c, "bitgen", &direct);
}

static void run_bytes(struct call *c)
{
    unsigned char *out = room(c->n);
    nprand_bytes(c->rng, c->n, out);
    nprand_py_randbytes(c->rng, c->n, out);
    free(out);
    uint32_t *limbs = room((c->n + 31) / 32 * sizeof *limbs);
    nprand_py_getrandbits_limbs(c->rng, c->n, limbs);
    free(limbs);
}

static void run_moves(struct call *c)
{
    nprand_advance(c->rng, (uint64_t)c->i[0]);
    nprand_jumped(c->rng, c->i[1]);
    nprand_rewind(c->rng, (uint64_t)c->i[0]);
}

/* Work space of just the size that is asked for, in memory of its own. */
static nprand_work work_space(size_t size)
{
    return nprand_work_of(size <= 1 << 20 ? room(size) : NULL, size);
}

/* Work space with a byte less than is asked for, work space that is not aligned, and the right one.
 * A call is tried with all of them. */
enum work_kind { TOO_SMALL, MISALIGNED, RIGHT, WORK_KINDS };

/* Without memory or bytes, there is only the right one. */
static bool can_be_wrong(nprand_work work)
{
    return work.memory != NULL && work.size > 0;
}

static nprand_work work_of_kind(nprand_work right, int kind)
{
    if (kind == RIGHT)
        return right;
    return kind == TOO_SMALL ? nprand_work_of(right.memory, right.size - 1)
                             : nprand_work_of((char *)right.memory + 1, right.size);
}

/* Work space is checked last: any other reason to refuse the call comes before it. Too many
 * attempts are seen later, in the draw. */
static void check_work(const char *method, const nprand_status *status)
{
    const nprand_status right = status[RIGHT];
    const bool is_accepted = right == NPRAND_OK || right == NPRAND_TOO_MANY_ATTEMPTS;
    if (status[TOO_SMALL] != (is_accepted ? NPRAND_WORK_TOO_SMALL : right))
        fail(method, "work space that is a byte too small gives another status");
    if (status[MISALIGNED] != (is_accepted ? NPRAND_WORK_MISALIGNED : right))
        fail(method, "work space that is not aligned gives another status");
}

/* The generator as it is after the values that it was recovered from, if it was. */
static void check_recovered(struct call *c, const char *method, nprand_status status,
                            nprand_rng *made)
{
    if (status == NPRAND_OK && nprand_random_raw(made) != nprand_random_raw(c->rng))
        fail(method, "another generator");
}

/* About as many words as a state has; some of them are not known, or changed. The doubles are
 * refused, too few or for want of work space, which would take the fuzzer too much time. */
static void run_recover(struct call *c)
{
    nprand_rng made;
    const size_t n = 620 + c->n % 10;
    uint32_t *words = room(n * sizeof *words), *masks = room(n * sizeof *masks);
    double *x = room(n * sizeof *x);
    for (size_t i = 0; i < n; i++)
        masks[i] = i % 64 == 0 ? (uint32_t)c->i[0] : UINT32_MAX;
    nprand_random_raw_fill(c->rng, n, words);
    check_recovered(c, "recover_words", nprand_recover_words(&made, words, n), &made);
    nprand_random_raw_fill(c->rng, n, words);
    nprand_work work = work_space(nprand_recover_masked_work_size(masks, n));
    check_recovered(c, "recover_masked", nprand_recover_masked(&made, words, masks, n, work),
                    &made);
    words[c->n % n] ^= (uint32_t)c->i[1];
    nprand_recover_words(&made, words, n);
    nprand_recover_masked(&made, words, masks, n, work);
    free(work.memory);
    nprand_random_sample_fill(c->rng, n, x);
    x[c->n % n] = c->x[0];
    work = work_space(nprand_recover_doubles_work_size(n));
    nprand_recover_doubles(&made, x, n, work);
    free(work.memory);
    free(x);
    free(masks);
    free(words);
}

static void check_indices(const struct call *c, const char *method, nprand_status status,
                          const int64_t *out, int64_t a)
{
    check_refused(c, method, status, out, c->n * sizeof *out);
    for (size_t i = 0; i < c->n && status == NPRAND_OK; i++) {
        if (out[i] < 0 || out[i] >= a)
            fail(method, "not an index");
    }
}

/* A draw of n indices on 0..a-1, from the state before, with each kind of work space. The right one
 * is the last: the state is that after it. */
#define CHOOSE(name, a, size, ...)                                                      \
    do {                                                                                \
        nprand_work work_ = work_space(size);                                           \
        const bool has_wrong_ = can_be_wrong(work_);                                    \
        int64_t *out_ = room(c->n * sizeof *out_);                                      \
        nprand_status status_[WORK_KINDS];                                              \
        for (int kind_ = has_wrong_ ? TOO_SMALL : RIGHT; kind_ < WORK_KINDS; kind_++) { \
            const nprand_work given_ = work_of_kind(work_, kind_);                      \
            memset(out_, 0xa5, c->n * sizeof *out_);                                    \
            *c->rng = c->before;                                                        \
            status_[kind_] = nprand_##name(c->rng, __VA_ARGS__, out_, given_);          \
            check_indices(c, #name, status_[kind_], out_, a);                           \
        }                                                                               \
        if (has_wrong_)                                                                 \
            check_work(#name, status_);                                                 \
        free(out_);                                                                     \
        free(work_.memory);                                                             \
    } while (0)

/* choice_p for doubles, or choice_p_float if there are no doubles. */
static int64_t choose_one(nprand_rng *rng, int64_t a, const double *p, const float *p_float)
{
    return p != NULL ? nprand_choice_p(rng, a, p) : nprand_choice_p_float(rng, a, p_float);
}

/* A fill of choice_p, then as many scalars. */
static void run_choice_p(struct call *c, const char *name, const double *p, const float *p_float)
{
    const int64_t a = (int64_t)c->k;
    nprand_work work = work_space(nprand_choice_p_work_size(a));
    int64_t *out = room(c->n * sizeof *out);
    *c->rng = c->before;
    const nprand_status status =
        p != NULL ? nprand_choice_p_fill(c->rng, a, p, c->n, out, work)
                  : nprand_choice_p_float_fill(c->rng, a, p_float, c->n, out, work);
    check_indices(c, name, status, out, a);
    nprand_rng scalars = c->before;
    for (size_t i = 0; i < c->n; i++) {
        errno = 0;
        const int64_t value = choose_one(&scalars, a, p, p_float);
        if (errno != (status != NPRAND_OK ? EDOM : 0))
            fail(name, "a scalar and its fill differ in errno");
        if (c->promised && status == NPRAND_OK && value != out[i])
            fail(name, "a value of a fill is not the scalar");
    }
    if (c->promised || status != NPRAND_OK)
        check_same_state(c, name, &scalars);
    free(out);
    free(work.memory);
}

static void run_choice(struct call *c)
{
    const int64_t k = (int64_t)c->k, a = c->i[0] < 5000 ? c->i[0] : k;
    const size_t n = c->n;
    float p[MOST_NUMBERS];
    for (size_t i = 0; i < c->k; i++)
        p[i] = fabs(c->x[i]) <= (double)FLT_MAX ? (float)c->x[i] : 0.0f;
    INTEGERS(choice, c->i[0]);
    CHOOSE(choice_no_replace_fill, a, nprand_choice_no_replace_work_size(a), a, n);
    CHOOSE(choice_no_replace_fill, a, (size_t)1 << 24, a, n); /* without memory */
    run_choice_p(c, "choice_p", c->x, NULL);
    run_choice_p(c, "choice_p_float", NULL, p);
    CHOOSE(choice_p_fill, k, nprand_choice_p_work_size(k), k, c->x, n);
    CHOOSE(choice_p_float_fill, k, nprand_choice_p_work_size(k), k, p, n);
    CHOOSE(choice_no_replace_p_fill, k, nprand_choice_no_replace_p_work_size(k), k, c->x, n);
    CHOOSE(choice_no_replace_p_float_fill, k, nprand_choice_no_replace_p_work_size(k), k, p, n);
}

static void run_py_choices(struct call *c)
{
    const int64_t k = (int64_t)c->k, a = c->i[0];
    const size_t n = c->n;
    int64_t *out = room(n * sizeof *out), counts[MOST_NUMBERS];
    check_indices(c, "py_choices", nprand_py_choices(c->rng, a, n, out), out, a);
    nprand_py_choices_cum_weights(c->rng, k, c->x, n, out);
    free(out);
    CHOOSE(py_choices_weights, k, nprand_py_choices_weights_work_size(k), k, c->x, n);
    CHOOSE(py_sample, a, nprand_py_sample_work_size(a, n), a, n);
    CHOOSE(py_sample, k, nprand_py_sample_work_size(k, n), k, n);
    for (size_t i = 0; i < c->k; i++)
        counts[i] = c->bits % 4 == 0 ? c->i[i] : c->i[i] % 100;
    CHOOSE(py_sample_counts, k, nprand_py_sample_counts_work_size(counts, c->k, n), counts, c->k,
           n);
}

static void run_arrays(struct call *c, unsigned method)
{
    switch (method % 10) {
    case 0:
        make_shares(c);
        RUN_ROWS(int64_t, same_integer, multinomial, c->i[0], c->x);
        break;
    case 1:
        RUN_ROWS(int64_t, same_integer, multinomial, c->i[0], c->x);
        break;
    case 2:
        RUN_ROWS(double, same_double, dirichlet, c->x);
        break;
    case 3:
        run_permutations(c);
        break;
    case 4:
        run_bytes(c);
        run_bitgen(c);
        break;
    case 5:
        run_moves(c);
        run_recover(c);
        break;
    case 6:
    case 7:
        make_shares(c);
        run_choice(c);
        break;
    case 8:
        run_choice(c);
        break;
    default:
        run_py_choices(c);
        break;
    }
}

/* ---- Arrays as parameters ---- */

/* Parameters of each value, from the numbers of the input, in memory with a step. */
struct columns {
    void *memory[MOST_PARAMETERS];
    const void *first[MOST_PARAMETERS];
    ptrdiff_t step[MOST_PARAMETERS];
};

static union number number_of(const struct call *c, const char *type, size_t i)
{
    union number x;
    if (strcmp(type, "double") == 0)
        x.as_double = c->x[i % MOST_NUMBERS];
    else
        x.as_int64_t = c->i[i % MOST_NUMBERS];
    return x;
}

static union number column_at(const struct columns *columns, size_t j, size_t i)
{
    union number x;
    memcpy(&x, (const uint64_t *)columns->first[j] + (ptrdiff_t)i * columns->step[j], sizeof x);
    return x;
}

static struct columns make_columns(const struct call *c, const struct method *m)
{
    struct columns columns = {{NULL}, {NULL}, {0}};
    for (size_t j = 0; j < m->count; j++) {
        const ptrdiff_t step = c->steps[j];
        const size_t distance = (size_t)(step < 0 ? -step : step);
        const size_t size = c->n == 0 ? 1 : distance * (c->n - 1) + 1;
        uint64_t *memory = (uint64_t *)room(size * sizeof *memory);
        uint64_t *first = memory + (step < 0 ? size - 1 : 0);
        for (size_t i = 0; i < (step == 0 || c->n == 0 ? 1 : c->n); i++) {
            const union number x = number_of(c, m->types[j], j + i * (c->k + 1));
            memcpy(first + (ptrdiff_t)i * step, &x, sizeof x);
        }
        columns.memory[j] = memory;
        columns.first[j] = first;
        columns.step[j] = step;
    }
    return columns;
}

static bool same_element(const struct method *m, const void *a, const void *b)
{
    double x, y;
    if (memcmp(a, b, m->size) == 0)
        return true;
    if (strcmp(m->element, "double") != 0)
        return false;
    memcpy(&x, a, sizeof x);
    memcpy(&y, b, sizeof y);
    return isnan(x) && isnan(y);
}

/* The scalar draws of the values. Returns whether one was refused. */
static bool compare_scalars(const struct call *c, const struct method *m,
                            const struct columns *columns, const unsigned char *out)
{
    nprand_rng scalars = c->before;
    bool is_refused = false;
    for (size_t i = 0; i < c->n; i++) {
        union number v[MOST_PARAMETERS];
        uint64_t one;
        for (size_t j = 0; j < m->count; j++)
            v[j] = column_at(columns, j, i);
        errno = 0;
        m->scalar(&scalars, v + m->count, &one);
        is_refused = is_refused || errno == EDOM;
        if (out != NULL && !same_element(m, &one, out + i * m->size))
            fail(m->name, "a value of an each is not the scalar");
    }
    if (out != NULL)
        check_same_state(c, m->name, &scalars);
    return is_refused;
}

/* Values share words where m->bits is not 0: a scalar discards what is left of its word. */
static void run_each(struct call *c, unsigned method)
{
    const struct method *m = &methods[method % METHODS];
    struct columns columns = make_columns(c, m);
    unsigned char *out = (unsigned char *)room(c->n * m->size);
    const nprand_status status =
        m->each(c->rng, columns.first + m->count, columns.step + m->count, c->n, out);
    const bool compared = c->promised && status == NPRAND_OK && (m->bits == 0 || c->n < 2);
    check_refused(c, m->name, status, out, c->n * m->size);
    const bool is_refused = compare_scalars(c, m, &columns, compared ? out : NULL);
    if (c->promised && status == NPRAND_OK && is_refused)
        fail(m->name, "a scalar is refused, and the each is not");
    if (c->promised && status != NPRAND_OK && status != NPRAND_NOT_IN_RELEASE && c->n > 0 &&
        !is_refused)
        fail(m->name, "an each is refused, and no scalar is");
    for (size_t j = 0; j < m->count; j++)
        free(columns.memory[j]);
    free(out);
}

/* ---- All of it ---- */

static void seed(struct input *in, nprand_rng *rng)
{
    nprand_state state;
    nprand_seed(rng, take_below(in, 60000));
    nprand_advance(rng, take_below(in, 1300));
    nprand_get_state(rng, &state);
    if (take_below(in, 2) == 1) { /* words that give uniforms at the ends of their range, or any */
        unsigned first = take_below(in, 624), count = take_below(in, 64);
        uint32_t word = take_below(in, 2) == 0 ? 0 : UINT32_MAX;
        for (unsigned i = 0; i < count; i++)
            state.key[(first + i) % 624] = word;
        for (unsigned i = 0; i < 8; i++)
            take(in, sizeof *state.key, &state.key[(first + i) % 624]);
        state.pos = (int32_t)take_below(in, 625);
    }
    state.has_gauss = (int32_t)take_below(in, 2);
    take(in, sizeof state.gauss, &state.gauss);
    nprand_set_state(rng, &state);
    take_settings(in, rng);
}

/* From -4 to 4. Behind the end of an input, 1. */
static void take_steps(struct input *in, struct call *c)
{
    for (size_t j = 0; j < MOST_PARAMETERS; j++)
        c->steps[j] = (ptrdiff_t)((take_below(in, 9) + 5) % 9) - 4;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct input in = {data, size};
    static nprand_rng rng;
    static struct call c;
    unsigned environment = take_below(&in, 2) == 0 ? 0 : take_below(&in, ENVIRONMENTS);
    unsigned room_of_methods = take_below(&in, 8), method = take_below(&in, 32);
    seed(&in, &rng);
    c.rng = &rng;
    c.before = rng;
    c.n = take_below(&in, 4) == 0 ? take_below(&in, MOST) : take_below(&in, 6);
    c.promised = is_nearest(environment);
    c.k = take_below(&in, MOST_NUMBERS + 1);
    c.bits = (int)take_below(&in, 70) - 2;
    const enum parameters kind = take_kind(&in);
    for (int i = 0; i < MOST_NUMBERS; i++) {
        c.x[i] = take_double_of(&in, kind);
        c.i[i] = take_int64_of(&in, kind);
    }
    set_environment(environment);
    if (room_of_methods < 3)
        run_continuous(&c, method);
    else if (room_of_methods < 5)
        run_discrete(&c, method);
    else if (room_of_methods < 6)
        run_python(&c, method);
    else if (room_of_methods < 7) {
        method += 32 * take_below(&in, 2);
        take_steps(&in, &c);
        run_each(&c, method);
    } else
        run_arrays(&c, method);
    set_environment(0);
    return 0;
}
