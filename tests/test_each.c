/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The each form of every method that has one: n values with parameters of their own are n scalar
 * calls, with any steps, in any split, in parts, and in each release; a refused call changes
 * nothing. vectors/each has NumPy's values.
 */
#include "test.h"

#include "each_methods.h"
#include "runners.h"

#include "../src/distributions/parameter.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* ---- Their parameters --------------------------------------------------------------------- */

enum { MOST_VALUES = 12 };

/* Values of a parameter that the method accepts with all values of the other parameters. Two of
 * them next to each other often take other branches. */
struct list {
    bool of_integers;
    size_t count;
    double reals[MOST_VALUES];
    int64_t integers[MOST_VALUES];
};

struct parameters {
    const char *name;
    struct list of[MOST_PARAMETERS];
};

#define REALS(...)                                                                          \
    {                                                                                       \
        .count = sizeof((double[]){__VA_ARGS__}) / sizeof(double), .reals = { __VA_ARGS__ } \
    }
#define INTEGERS(...)                                                                     \
    {                                                                                     \
        .of_integers = true, .count = sizeof((int64_t[]){__VA_ARGS__}) / sizeof(int64_t), \
        .integers = {                                                                     \
            __VA_ARGS__                                                                   \
        }                                                                                 \
    }

#define ANY          REALS(0.5, -0.0, -7.5, 1e10, 0x1p-1074, -1e300, (double)NAN)
#define NON_NEGATIVE REALS(1.0, 0.0, 2.5, 1e-3, 1e300, (double)NAN, (double)INFINITY)
#define SHAPES       REALS(0.0, 1.0, 0.3, 2.5, 1e-5, 30.0, 0x1.0000000000001p0, (double)NAN)
#define POSITIVE     REALS(0.5, 1.0, 2.0, 1e-5, 30.0, 1e-300, 1e300, (double)NAN)
#define DEGREES      REALS(0.3, 1.0, 1.5, 2.0, 100.0, (double)NAN)
#define NONC         REALS(0.0, 1e-3, 2.0, 200.0, (double)NAN)
#define MAX          INT64_MAX
#define MIN          INT64_MIN

static const struct parameters parameters[] = {
    {"uniform", {REALS(-1.5, 0.0, 3.0, -8e307), REALS(2.0, -0.0, -3.0, 8e307)}},
    {"normal", {ANY, NON_NEGATIVE}},
    {"exponential", {NON_NEGATIVE}},
    {"standard_gamma", {SHAPES}},
    {"gamma", {SHAPES, NON_NEGATIVE}},
    {"beta", {REALS(0.5, 1.0, 2.0, 1e-5, 30.0, (double)NAN), REALS(0.5, 1.0, 3.0, 1e-5)}},
    {"chisquare", {DEGREES}},
    {"noncentral_chisquare", {DEGREES, NONC}},
    {"f", {DEGREES, DEGREES}},
    {"noncentral_f", {DEGREES, DEGREES, NONC}},
    {"standard_t", {DEGREES}},
    {"lognormal", {REALS(0.0, -1.0, 0.5, 700.0), REALS(0.5, 0.0, 2.0, 300.0, (double)NAN)}},
    {"laplace", {ANY, NON_NEGATIVE}},
    {"logistic", {ANY, NON_NEGATIVE}},
    {"gumbel", {ANY, NON_NEGATIVE}},
    {"pareto", {POSITIVE}},
    {"power", {POSITIVE}},
    {"weibull", {REALS(0.5, 0.0, 1.5, 0.0, 1e-300, 3.0, (double)NAN)}},
    {"rayleigh", {NON_NEGATIVE}},
    {"triangular",
     {REALS(-1.0, 0.0, -1e10, (double)NAN), REALS(0.5, 0.0, 1.0), REALS(1.0, 2.0, 1e10)}},
    {"vonmises",
     {REALS(0.0, 3.0, -7.0, 1e10, (double)NAN),
      REALS(4.0, 0.0, 1e-9, 1e-8, 2e-8, 1e-6, 1e-5, 0.5, 100.0, 1e6, 1e7, (double)NAN)}},
    {"wald", {REALS(3.0, 1.0, 1e6, 1e-3, (double)NAN), REALS(2.0, 0.1, 1e-8, 1e8)}},
    {"randint", {INTEGERS(0, -5, MIN), INTEGERS(1, 7, 1000, INT64_C(1) << 40, MAX)}},
    {"randint_bool", {INTEGERS(0), INTEGERS(2, 1, 2)}},
    {"randint_int8", {INTEGERS(-128, -3, 0), INTEGERS(1, 2, 100, 128)}},
    {"randint_int16", {INTEGERS(-32768, -3, 0), INTEGERS(1, 300, 32768)}},
    {"randint_int32", {INTEGERS(INT32_MIN, -3, 0), INTEGERS(1, 300, INT64_C(1) << 31)}},
    {"randint_int64", {INTEGERS(0, -5, MIN), INTEGERS(1, 7, INT64_C(1) << 32, MAX)}},
    {"randint_int64_endpoint", {INTEGERS(0, -5, MIN), INTEGERS(0, 7, UINT32_MAX, MAX)}},
    {"randint_uint8", {INTEGERS(0, 1, 3), INTEGERS(4, 5, 100, 256)}},
    {"randint_uint16", {INTEGERS(0, 1, 3), INTEGERS(4, 5, 300, 65536)}},
    {"randint_uint32", {INTEGERS(0, 1, 3), INTEGERS(4, 300, INT64_C(1) << 32)}},
    {"randint_uint64", {INTEGERS(0, 1, 3), INTEGERS(4, 300, INT64_C(1) << 32, -1)}},
    {"randint_uint64_endpoint", {INTEGERS(0, 1, 3), INTEGERS(3, 300, UINT32_MAX, -1)}},
    {"random_integers", {INTEGERS(1, 0, -3, MIN), INTEGERS(1, 6, 1000, MAX)}},
    {"poisson",
     {REALS(0.0, 3.0, 10.0, 0x1.3ffffffffffffp3, 0.5, 30.0, 1e6, 1e15, 0x1.ffffffe3b73a0p+62)}},
    {"binomial",
     {INTEGERS(0, 1, 10, 60, 1000, 1000000000), REALS(0.5, 0.0, 1.0, 0.3, 0.999, 1e-9, -0.0)}},
    {"negative_binomial", {REALS(0.5, 1.0, 3.5, (double)NAN), REALS(0.5, 1.0, 0.2, 0.0, 0.9)}},
    {"geometric", {REALS(0.5, 1.0, 1.0 / 3.0, 0.3, 0.01, 1e-17)}},
    {"hypergeometric",
     {INTEGERS(20, 200, 0, 1000000), INTEGERS(60, 30, 300), INTEGERS(1, 10, 11, 30)}},
    {"logseries", {REALS(0.0, 0.5, 0.1, 0.9, 0.999999)}},
    {"zipf", {REALS(2.0, 1.05, 1.5, 1.00005, 1025.0)}},
};

static const struct list *lists_of(const struct method *m)
{
    for (size_t i = 0; i < sizeof parameters / sizeof parameters[0]; i++) {
        if (strcmp(parameters[i].name, m->name) == 0)
            return parameters[i].of;
    }
    fail_msg("%s of src/methods.def has no parameters in this file", m->name);
    return NULL;
}

static union number listed(const struct list *list, size_t i)
{
    union number x;
    if (list->of_integers)
        x.as_int64_t = list->integers[i % list->count];
    else
        x.as_double = list->reals[i % list->count];
    return x;
}

/* A number that looks random, for the choice of parameters. */
static size_t hash(size_t i, size_t j)
{
    uint64_t x = ((uint64_t)i + 1) * UINT64_C(0x9e3779b97f4a7c15) + (uint64_t)j * 7919;
    x = (x ^ x >> 29) * UINT64_C(0xbf58476d1ce4e5b9);
    return (size_t)(x >> 33);
}

/* The parameters of a call: n values of each, in memory with a step. Memory between the values
 * holds a NaN, which is -1 as an integer. */
struct arrays {
    size_t n, count;
    ptrdiff_t step[MOST_PARAMETERS];
    const void *first[MOST_PARAMETERS];
    void *memory[MOST_PARAMETERS];
};

static size_t distance(ptrdiff_t step)
{
    return (size_t)(step < 0 ? -step : step);
}

static void set_value(struct arrays *a, size_t parameter, size_t i, union number x)
{
    unsigned char *first = a->memory[parameter];
    const ptrdiff_t step = a->step[parameter];
    if (step < 0)
        first += distance(step) * (a->n - 1) * sizeof x;
    memcpy(first + (ptrdiff_t)i * step * (ptrdiff_t)sizeof x, &x, sizeof x);
    if (i == 0)
        a->first[parameter] = first;
}

static union number value_at(const struct arrays *a, size_t parameter, size_t i)
{
    union number x;
    const ptrdiff_t offset = (ptrdiff_t)i * a->step[parameter] * (ptrdiff_t)sizeof x;
    memcpy(&x, (const unsigned char *)a->first[parameter] + offset, sizeof x);
    return x;
}

/* Memory of just the size that the values take, for tools that look at accesses. */
static struct arrays arrays_of(const struct method *m, size_t n, const ptrdiff_t *step)
{
    struct arrays a = {.n = n, .count = m->count};
    const struct list *lists = lists_of(m);
    for (size_t j = 0; j < m->count; j++) {
        const size_t values = step[j] == 0 ? 1 : n;
        const size_t size = (values == 0 ? 0 : distance(step[j]) * (values - 1) + 1) * 8;
        a.step[j] = step[j];
        a.first[j] = a.memory[j] = malloc(size == 0 ? 1 : size);
        assert_non_null(a.memory[j]);
        memset(a.memory[j], 0xff, size);
        for (size_t i = 0; i < values; i++)
            set_value(&a, j, i, listed(&lists[j], hash(i, j)));
    }
    return a;
}

static void release(struct arrays *a)
{
    for (size_t j = 0; j < a->count; j++)
        free(a->memory[j]);
}

static nprand_status call(const struct method *m, nprand_rng *rng, const struct arrays *a, size_t n,
                          void *out)
{
    return m->each(rng, a->first + a->count, a->step + a->count, n, out);
}

/* ---- What scalars give -------------------------------------------------------------------- */

/* Pieces of a word that the values before have left. */
struct pieces {
    uint32_t word;
    unsigned left;
};

static void draw_packed(nprand_rng *rng, const struct method *m, const union number *v,
                        struct pieces *pieces, void *out)
{
    const uint32_t low = (uint32_t)v[0].as_int64_t;
    const uint32_t max = (uint32_t)(v[1].as_int64_t - 1) - low;
    uint32_t mask = max, value = 0;
    for (unsigned shift = 1; shift < 32; shift *= 2)
        mask |= mask >> shift;
    do {
        if (max == 0)
            break;
        pieces->word =
            pieces->left == 0 ? (uint32_t)nprand_random_raw(rng) : pieces->word >> m->bits;
        pieces->left = pieces->left == 0 ? 32 / m->bits - 1 : pieces->left - 1;
        value = pieces->word & mask;
    } while (value > max);
    const uint8_t one = (uint8_t)(low + value);
    const uint16_t two = (uint16_t)(low + value);
    memcpy(out, m->size == 1 ? (const void *)&one : (const void *)&two, m->size);
}

/* Draws n values, one after another. Returns whether all were accepted. */
static bool draw_scalars(const struct method *m, nprand_rng *rng, const struct arrays *a,
                         unsigned char *out)
{
    struct pieces pieces = {0, 0};
    bool accepted = true;
    for (size_t i = 0; i < a->n; i++) {
        union number v[MOST_PARAMETERS];
        for (size_t j = 0; j < a->count; j++)
            v[j] = value_at(a, j, i);
        errno = 0;
        if (m->bits != 0)
            draw_packed(rng, m, v, &pieces, out + i * m->size);
        else
            m->scalar(rng, v + a->count, out + i * m->size);
        accepted = accepted && errno != EDOM;
    }
    return accepted;
}

static bool is_double(const struct method *m)
{
    nprand_rng zeroed = {0};
    union number v[MOST_PARAMETERS] = {{0}};
    double value = 0.0;
    if (m->size == sizeof value)
        m->scalar(&zeroed, v + m->count, &value);
    return isnan(value); /* which a refused scalar gives */
}

/* The same bits, or both NaN. */
static void assert_same_values(const struct method *m, const struct arrays *a, const void *ours,
                               const void *expected)
{
    for (size_t i = 0; i < a->n; i++) {
        const unsigned char *x = (const unsigned char *)ours + i * m->size;
        const unsigned char *y = (const unsigned char *)expected + i * m->size;
        double one = 0.0, other = 0.0;
        if (memcmp(x, y, m->size) == 0)
            continue;
        if (is_double(m)) {
            memcpy(&one, x, sizeof one);
            memcpy(&other, y, sizeof other);
        }
        if (!isnan(one) || !isnan(other))
            fail_msg("%s: value %zu of %zu is another one (steps %td %td %td)", m->name, i, a->n,
                     a->step[0], a->step[1], a->step[2]);
    }
}

/* ---- Values ------------------------------------------------------------------------------- */

enum { LONGEST = 20000, COMBINATIONS = 12 };

static uint64_t drawn[LONGEST], expected[LONGEST];

/* Behind the values that a call writes. The bytes are a small negative double, which each formula
 * would change. */
enum { BEHIND = 64 };

static void mark_behind(void *out, size_t size)
{
    memset((unsigned char *)out + size, 0xa5, BEHIND);
}

static void assert_nothing_behind(const void *out, size_t size)
{
    unsigned char marks[BEHIND];
    memset(marks, 0xa5, sizeof marks);
    assert_memory_equal((const unsigned char *)out + size, marks, sizeof marks);
}

/* At odd and even words, in a block and at its ends, with a cached normal and without one. */
static nprand_rng start_at(size_t i)
{
    static const size_t words[] = {0, 1, 311, 622, 623, 624};
    nprand_rng rng = seeded(12345);
    skip_words(&rng, words[i % 6]);
    if (i % 2 == 0)
        nprand_standard_normal(&rng);
    return rng;
}

static void steps_of(size_t i, ptrdiff_t *step)
{
    static const ptrdiff_t steps[] = {1, 0, 2, 3, -1, -2};
    for (size_t j = 0; j < MOST_PARAMETERS; j++)
        step[j] = i == 0 ? 1 : i == 1 ? 0 : steps[hash(i, j) % 6];
}

static void check_scalars(const struct method *m, size_t n, size_t combination)
{
    ptrdiff_t step[MOST_PARAMETERS];
    steps_of(combination, step);
    struct arrays a = arrays_of(m, n, step);
    nprand_rng ours = start_at(hash(combination, n)), scalars = ours;
    const bool accepted = draw_scalars(m, &scalars, &a, (unsigned char *)expected);
    errno = ERANGE;
    mark_behind(drawn, n * m->size);
    assert_int_equal(call(m, &ours, &a, n, drawn), NPRAND_OK);
    assert_int_equal(errno, ERANGE);
    assert_nothing_behind(drawn, n * m->size);
    assert_true(accepted);
    assert_same_values(m, &a, drawn, expected);
    assert_same_state(&ours, &scalars);
    release(&a);
}

static void test_scalars_with_parameters_of_their_own(void **state)
{
    static const size_t lengths[] = {0, 1, 2, 191, 192, 193, 255, 256, 257, 2047, 2048, 2049, 5000};
    for (size_t k = 0; k < sizeof lengths / sizeof lengths[0]; k++) {
        for (size_t c = 0; c < COMBINATIONS; c++)
            check_scalars((const struct method *)*state, lengths[k], c);
    }
}

/* With step 0 for each parameter, it is a fill. */
static void test_one_value_for_all_is_a_fill(void **state)
{
    enum { N = 3000 };
    static const ptrdiff_t step[MOST_PARAMETERS];
    const struct method *m = (const struct method *)*state;
    const size_t first = 8 * (size_t)(m - methods);
    for (size_t i = first; i < first + 8; i++) {
        struct arrays a = arrays_of(m, N, step);
        union number v[MOST_PARAMETERS];
        for (size_t j = 0; j < m->count; j++) {
            v[j] = listed(&lists_of(m)[j], hash(i, j));
            set_value(&a, j, 0, v[j]);
        }
        nprand_rng ours = start_at(i), filled = ours;
        mark_behind(drawn, N * m->size);
        mark_behind(expected, N * m->size);
        assert_int_equal(call(m, &ours, &a, N, drawn), NPRAND_OK);
        assert_int_equal(m->fill(&filled, v + m->count, N, expected), NPRAND_OK);
        assert_nothing_behind(drawn, N * m->size);
        assert_nothing_behind(expected, N * m->size);
        assert_same_values(m, &a, drawn, expected);
        assert_same_state(&ours, &filled);
        release(&a);
    }
}

static void check_split(const struct method *m, const struct arrays *whole, size_t k,
                        const nprand_rng *start, const nprand_rng *end)
{
    nprand_rng rng = *start;
    struct arrays rest = *whole;
    unsigned char *out = (unsigned char *)drawn;
    for (size_t j = 0; j < whole->count; j++)
        rest.first[j] = (const unsigned char *)whole->first[j] + 8 * whole->step[j] * (ptrdiff_t)k;
    assert_int_equal(call(m, &rng, whole, k, out), NPRAND_OK);
    assert_int_equal(call(m, &rng, &rest, whole->n - k, out + k * m->size), NPRAND_OK);
    assert_same_values(m, whole, drawn, expected);
    assert_same_state(&rng, end);
}

static void test_every_split_is_the_whole_call(void **state)
{
    enum { N = 250 };
    static const ptrdiff_t step[MOST_PARAMETERS] = {1, -2, 3};
    const struct method *m = (const struct method *)*state;
    struct arrays a = arrays_of(m, N, step);
    for (size_t k = 0; k < N && m->bits == 0; k++) {
        const nprand_rng start = start_at(k);
        nprand_rng end = start;
        assert_int_equal(call(m, &end, &a, N, expected), NPRAND_OK);
        check_split(m, &a, k, &start, &end);
    }
    release(&a);
}

static void test_runners_change_no_bit(void **state)
{
    static nprand_runner *const runners[] = {run_serial, run_reversed, run_some,
                                             run_twice,  run_none,     run_more};
    static const int parts[] = {1, 2, 3, 7, 2, 3};
    const struct method *m = (const struct method *)*state;
    const size_t first = 6 * (size_t)(m - methods);
    for (size_t i = first; i < first + 6; i++) {
        ptrdiff_t step[MOST_PARAMETERS];
        steps_of(i % 6 + 2, step);
        struct arrays a = arrays_of(m, LONGEST - i, step);
        nprand_rng alone = start_at(i), in_parts = alone;
        assert_int_equal(nprand_set_runner(&in_parts, runners[i % 6], NULL, parts[i % 6]),
                         NPRAND_OK);
        assert_int_equal(call(m, &alone, &a, a.n, expected), NPRAND_OK);
        assert_int_equal(call(m, &in_parts, &a, a.n, drawn), NPRAND_OK);
        assert_same_values(m, &a, drawn, expected);
        assert_same_state(&alone, &in_parts);
        release(&a);
    }
}

/* ---- Releases ----------------------------------------------------------------------------- */

static const int releases[][3] = {{1, 7, 2},  {1, 8, 2},  {1, 9, 3},  {1, 10, 4}, {1, 11, 3},
                                  {1, 13, 3}, {1, 14, 6}, {1, 15, 4}, {1, 16, 3}, {1, 16, 6},
                                  {1, 17, 0}, {1, 17, 3}, {1, 19, 5}, {1, 20, 3}, {1, 21, 6},
                                  {1, 24, 4}, {2, 0, 2},  {2, 3, 5},  {2, 4, 6},  {2, 5, 5}};

static bool is_randint(const struct method *m)
{
    return strncmp(m->name, "randint", strlen("randint")) == 0 ||
           strcmp(m->name, "random_integers") == 0;
}

/* Accepted is what the scalars accept. The other calls change nothing. */
static void check_release(const struct method *m, const struct arrays *a, const nprand_rng *start)
{
    nprand_rng ours = *start, scalars = *start;
    const bool accepted = draw_scalars(m, &scalars, a, (unsigned char *)expected);
    memset(drawn, 0xa5, a->n * m->size);
    const nprand_status status = call(m, &ours, a, a->n, drawn);
    if (status == NPRAND_OK) {
        assert_true(accepted);
        assert_same_values(m, a, drawn, expected);
        assert_same_state(&ours, &scalars);
        return;
    }
    assert_true(!accepted || (is_randint(m) && status == NPRAND_NOT_IN_RELEASE));
    assert_memory_equal(&ours, start, sizeof ours);
    for (size_t i = 0; i < a->n * m->size; i++)
        assert_int_equal(((unsigned char *)drawn)[i], 0xa5);
}

static void test_each_release(void **state)
{
    enum { N = 600 };
    static const ptrdiff_t step[MOST_PARAMETERS] = {1, 1, -1};
    static const size_t counts[] = {1, 2, 3, 5, N};
    const struct method *m = (const struct method *)*state;
    const size_t first = 40 * (size_t)(m - methods);
    for (size_t i = first; i < first + 40; i++) {
        const int *release_of = releases[i % 20];
        for (size_t k = 0; k < 5; k++) {
            struct arrays a = arrays_of(m, counts[k], step);
            for (size_t j = 0; j < m->count && k < 4; j++)
                set_value(&a, j, 0, listed(&lists_of(m)[j], hash(i * 5 + k, j)));
            nprand_rng rng = start_at(i);
            assert_int_equal(
                nprand_set_numpy_patch(&rng, release_of[0], release_of[1], release_of[2]),
                NPRAND_OK);
            assert_int_equal(nprand_set_long_bits(&rng, i / 20 % 2 == 0 ? 64 : 32), NPRAND_OK);
            check_release(m, &a, &rng);
            release(&a);
        }
    }
}

static void test_randint_has_arrays_since_1_17(void **unused)
{
    (void)unused;
    static const ptrdiff_t step[MOST_PARAMETERS] = {1, 1, 1};
    for (size_t i = 0; i < METHODS; i++) {
        const struct method *m = &methods[i];
        struct arrays a = arrays_of(m, 3, step);
        nprand_rng rng = seeded(1);
        assert_int_equal(nprand_set_numpy_patch(&rng, 1, 16, 6), NPRAND_OK);
        if (is_randint(m))
            assert_int_equal(call(m, &rng, &a, 3, drawn), NPRAND_NOT_IN_RELEASE);
        assert_int_equal(nprand_set_numpy_patch(&rng, 1, 17, 0), NPRAND_OK);
        assert_int_equal(call(m, &rng, &a, 3, drawn), NPRAND_OK);
        release(&a);
    }
}

/* ---- Refusals ----------------------------------------------------------------------------- */

/* A refused call: generator and output are what they were. */
static void assert_refused(const struct method *m, const struct arrays *a, size_t n,
                           nprand_status refusal)
{
    nprand_rng rng = start_at(0);
    const nprand_rng before = rng;
    memset(drawn, 0xa5, sizeof drawn);
    errno = ERANGE;
    const nprand_status status = call(m, &rng, a, n, drawn);
    if (status != refusal)
        fail_msg("%s: status %d (%s), and not %d", m->name, (int)status, nprand_strerror(status),
                 (int)refusal);
    assert_int_equal(errno, ERANGE);
    assert_memory_equal(&rng, &before, sizeof rng);
    for (size_t i = 0; i < sizeof drawn; i++)
        assert_int_equal(((unsigned char *)drawn)[i], 0xa5);
}

/* A parameter, counted from 0, a value that is refused, and the status. In the order of NumPy's
 * checks. */
struct refusal {
    const char *name;
    size_t parameter;
    bool is_integer;
    double real;
    int64_t integer;
    nprand_status status;
};

#define REAL(name, parameter, x, status)     \
    {                                        \
        name, parameter, false, x, 0, status \
    }
#define INTEGER(name, parameter, x, status)   \
    {                                         \
        name, parameter, true, 0.0, x, status \
    }
#define NAN_ (double)NAN
#define INF  (double)INFINITY
#define BOUNDS(name, type, low, high)                                  \
    INTEGER("randint_" name, 0, low, NPRAND_LOW_OUTSIDE_##type),       \
        INTEGER("randint_" name, 1, high, NPRAND_HIGH_OUTSIDE_##type), \
        INTEGER("randint_" name, 1, 0, NPRAND_LOW_NOT_BELOW_HIGH)

static const struct refusal refusals[] = {
    REAL("uniform", 0, INF, NPRAND_RANGE_NOT_FINITE),
    REAL("uniform", 1, NAN_, NPRAND_RANGE_NOT_FINITE),
    REAL("normal", 1, -0.0, NPRAND_NEGATIVE_SCALE),
    REAL("exponential", 0, -1.0, NPRAND_NEGATIVE_SCALE),
    REAL("standard_gamma", 0, -0.0, NPRAND_NEGATIVE_SHAPE),
    REAL("gamma", 0, -0.0, NPRAND_NEGATIVE_SHAPE),
    REAL("gamma", 1, -INF, NPRAND_NEGATIVE_SCALE),
    REAL("beta", 0, 0.0, NPRAND_A_NOT_POSITIVE),
    REAL("beta", 1, -1.0, NPRAND_B_NOT_POSITIVE),
    REAL("chisquare", 0, 0.0, NPRAND_DF_NOT_POSITIVE),
    REAL("noncentral_chisquare", 0, -0.0, NPRAND_DF_NOT_POSITIVE),
    REAL("noncentral_chisquare", 1, -0.0, NPRAND_NEGATIVE_NONC),
    REAL("f", 0, 0.0, NPRAND_DFNUM_NOT_POSITIVE),
    REAL("f", 1, 0.0, NPRAND_DFDEN_NOT_POSITIVE),
    REAL("noncentral_f", 0, 0.0, NPRAND_DFNUM_NOT_POSITIVE),
    REAL("noncentral_f", 1, 0.0, NPRAND_DFDEN_NOT_POSITIVE),
    REAL("noncentral_f", 2, -1.0, NPRAND_NEGATIVE_NONC),
    REAL("standard_t", 0, 0.0, NPRAND_DF_NOT_POSITIVE),
    REAL("lognormal", 1, -0.0, NPRAND_NEGATIVE_SIGMA),
    REAL("laplace", 1, -0.0, NPRAND_NEGATIVE_SCALE),
    REAL("logistic", 1, -0.0, NPRAND_NEGATIVE_SCALE),
    REAL("gumbel", 1, -0.0, NPRAND_NEGATIVE_SCALE),
    REAL("pareto", 0, 0.0, NPRAND_A_NOT_POSITIVE),
    REAL("power", 0, 0.0, NPRAND_A_NOT_POSITIVE),
    REAL("weibull", 0, -0.0, NPRAND_NEGATIVE_A),
    REAL("rayleigh", 0, -0.0, NPRAND_NEGATIVE_SCALE),
    REAL("triangular", 0, 5.0, NPRAND_LEFT_ABOVE_MODE),
    REAL("triangular", 2, -1.0, NPRAND_MODE_ABOVE_RIGHT),
    REAL("vonmises", 1, -0.0, NPRAND_NEGATIVE_KAPPA),
    REAL("vonmises", 1, 1e17, NPRAND_TOO_MANY_ATTEMPTS),
    REAL("wald", 0, 0.0, NPRAND_MEAN_NOT_POSITIVE),
    REAL("wald", 1, 0.0, NPRAND_SCALE_NOT_POSITIVE),
    INTEGER("randint", 1, MIN, NPRAND_LOW_NOT_BELOW_HIGH),
    BOUNDS("bool", BOOL, -1, 3),
    BOUNDS("int8", INT8, -129, 129),
    BOUNDS("int16", INT16, -32769, 32769),
    BOUNDS("int32", INT32, INT64_C(-2147483649), INT64_C(2147483649)),
    INTEGER("randint_int64", 1, MIN, NPRAND_LOW_NOT_BELOW_HIGH),
    INTEGER("randint_int64_endpoint", 1, 0, NPRAND_LOW_NOT_BELOW_HIGH),
    BOUNDS("uint8", UINT8, -1, 257),
    BOUNDS("uint16", UINT16, -1, 65537),
    BOUNDS("uint32", UINT32, -1, INT64_C(4294967297)),
    INTEGER("randint_uint64", 0, -1, NPRAND_LOW_NOT_BELOW_HIGH),
    INTEGER("randint_uint64_endpoint", 1, 0, NPRAND_LOW_NOT_BELOW_HIGH),
    INTEGER("random_integers", 1, 0, NPRAND_LOW_NOT_BELOW_HIGH),
    REAL("poisson", 0, NAN_, NPRAND_LAM_TOO_LARGE),
    REAL("poisson", 0, 1e19, NPRAND_LAM_TOO_LARGE),
    REAL("poisson", 0, -0x1p-1074, NPRAND_EACH_LAM_NEGATIVE),
    REAL("binomial", 1, NAN_, NPRAND_EACH_P_OUTSIDE_0_1),
    REAL("binomial", 1, 0x1.0000000000001p0, NPRAND_EACH_P_OUTSIDE_0_1),
    INTEGER("binomial", 0, -1, NPRAND_N_NEGATIVE),
    REAL("negative_binomial", 0, 0.0, NPRAND_N_NOT_POSITIVE),
    REAL("negative_binomial", 1, NAN_, NPRAND_EACH_P_OUTSIDE_0_1),
    REAL("geometric", 0, 0.0, NPRAND_P_NOT_POSITIVE),
    REAL("geometric", 0, NAN_, NPRAND_P_NOT_POSITIVE),
    INTEGER("hypergeometric", 2, 100000000, NPRAND_NSAMPLE_TOO_LARGE),
    INTEGER("hypergeometric", 0, -1, NPRAND_NGOOD_NEGATIVE),
    INTEGER("hypergeometric", 2, 0, NPRAND_EACH_NSAMPLE_BELOW_1),
    INTEGER("hypergeometric", 2, MIN, NPRAND_EACH_NSAMPLE_BELOW_1),
    INTEGER("hypergeometric", 0, MAX / 2, NPRAND_OUTSIDE_LONG),
    REAL("logseries", 0, 1.0, NPRAND_EACH_P_OUTSIDE_0_BELOW_1),
    REAL("logseries", 0, NAN_, NPRAND_EACH_P_OUTSIDE_0_BELOW_1),
    REAL("zipf", 0, 1.0, NPRAND_EACH_A_NOT_ABOVE_1),
    REAL("zipf", 0, NAN_, NPRAND_EACH_A_NOT_ABOVE_1),
    REAL("zipf", 0, 1.0 + 0x1p-50, NPRAND_TOO_MANY_ATTEMPTS),
};

enum { REFUSALS = sizeof refusals / sizeof refusals[0], REFUSED_N = 600 };

static const struct method *method_named(const char *name)
{
    for (size_t i = 0; i < METHODS; i++) {
        if (strcmp(methods[i].name, name) == 0)
            return &methods[i];
    }
    fail_msg("%s has no each form in src/methods.def", name);
    return NULL;
}

static union number refused_value(const struct refusal *r)
{
    union number x;
    if (r->is_integer)
        x.as_int64_t = r->integer;
    else
        x.as_double = r->real;
    return x;
}

/* For bounds and sums, the value is refused beside certain other values alone. */
static void set_refused(struct arrays *a, const struct method *m, const struct refusal *r, size_t i)
{
    const union number ngood = {.as_int64_t = 30}, nbad = {.as_int64_t = 60},
                       many = {.as_int64_t = MAX / 2 + 1}, nsample = {.as_int64_t = 20},
                       low = {.as_int64_t = 1};
    if (strcmp(m->name, "hypergeometric") == 0) {
        set_value(a, 0, i, ngood);
        set_value(a, 1, i, r->status == NPRAND_OUTSIDE_LONG ? many : nbad);
        set_value(a, 2, i, nsample);
    }
    if (is_randint(m) && r->parameter == 1)
        set_value(a, 0, i, low);
    set_value(a, r->parameter, i, refused_value(r));
}

static void test_one_refused_value_refuses_the_call(void **unused)
{
    (void)unused;
    static const size_t places[] = {0, 1, REFUSED_N / 2, REFUSED_N - 1};
    static const ptrdiff_t steps[][MOST_PARAMETERS] = {{1, 1, 1}, {2, -1, 3}};
    for (size_t i = 0; i < REFUSALS; i++) {
        const struct method *m = method_named(refusals[i].name);
        for (size_t k = 0; k < 8; k++) {
            struct arrays a = arrays_of(m, REFUSED_N, steps[k / 4]);
            set_refused(&a, m, &refusals[i], places[k % 4]);
            assert_refused(m, &a, REFUSED_N, refusals[i].status);
            release(&a);
        }
    }
}

/* Each method refuses something: a row above for each. */
static void test_each_method_has_a_refusal(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < METHODS; i++) {
        size_t k = 0;
        while (k < REFUSALS && strcmp(refusals[k].name, methods[i].name) != 0)
            k++;
        if (k == REFUSALS)
            fail_msg("%s of src/methods.def has no refusal in this file", methods[i].name);
    }
}

/* The refusal that comes first in the table wins, though its value is the last one. */
static void test_checks_have_the_order_of_numpy(void **unused)
{
    (void)unused;
    static const ptrdiff_t step[MOST_PARAMETERS] = {1, 1, 1};
    size_t pairs = 0;
    for (size_t i = 0; i < REFUSALS; i++) {
        for (size_t k = i + 1; k < REFUSALS; k++) {
            if (strcmp(refusals[i].name, refusals[k].name) != 0)
                continue;
            const struct method *m = method_named(refusals[i].name);
            struct arrays a = arrays_of(m, REFUSED_N, step);
            set_refused(&a, m, &refusals[k], 0);
            set_refused(&a, m, &refusals[i], REFUSED_N - 1);
            assert_refused(m, &a, REFUSED_N, refusals[i].status);
            release(&a);
            pairs++;
        }
    }
    assert_true(pairs > 30);
}

static void test_triangular_checks_in_the_order_of_numpy(void **unused)
{
    (void)unused;
    const struct method *m = method_named("triangular");
    const double left[] = {1.0, 0.0, 3.0}, mode[] = {1.0, 2.0, 2.0}, right[] = {1.0, 1.0, 4.0};
    struct arrays a = {3, 3, {1, 1, 1}, {left, mode, right}, {NULL, NULL, NULL}};
    assert_refused(m, &a, 3, NPRAND_LEFT_ABOVE_MODE);
    assert_refused(m, &a, 2, NPRAND_MODE_ABOVE_RIGHT);
    assert_refused(m, &a, 1, NPRAND_LEFT_IS_RIGHT);
}

/* Where each low is 0, NumPy speaks of high alone. */
static void test_words_for_bounds(void **unused)
{
    (void)unused;
    const struct method *m = method_named("randint");
    const int64_t zero[] = {0, 0}, low[] = {0, 1}, high[] = {0, 5};
    struct arrays a = {2, 2, {1, 1, 0}, {zero, high, NULL}, {NULL, NULL, NULL}};
    assert_refused(m, &a, 2, NPRAND_HIGH_NOT_POSITIVE);
    a.first[0] = low;
    assert_refused(m, &a, 2, NPRAND_LOW_NOT_BELOW_HIGH);
    a.step[0] = 0;
    assert_refused(m, &a, 2, NPRAND_HIGH_NOT_POSITIVE);
}

/* With n = 0 the one value of step 0 is checked, as in NumPy; randint looks at no bounds. */
static void test_no_values(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < REFUSALS; i++) {
        const struct method *m = method_named(refusals[i].name);
        static const ptrdiff_t step[MOST_PARAMETERS];
        struct arrays a = arrays_of(m, 1, step);
        nprand_rng rng = seeded(1);
        const nprand_rng before = rng;
        set_refused(&a, m, &refusals[i], 0);
        assert_int_equal(call(m, &rng, &a, 0, NULL),
                         is_randint(m) ? NPRAND_OK : refusals[i].status);
        release(&a);
        a = (struct arrays){.count = m->count, .step = {1, -1, PTRDIFF_MAX}};
        assert_int_equal(call(m, &rng, &a, 0, NULL), NPRAND_OK);
        assert_memory_equal(&rng, &before, sizeof rng);
    }
}

/* ---- Pointers ----------------------------------------------------------------------------- */

static void test_null_and_unseeded(void **unused)
{
    (void)unused;
    static const ptrdiff_t step[MOST_PARAMETERS] = {1, 1, 1};
    for (size_t i = 0; i < METHODS; i++) {
        const struct method *m = &methods[i];
        struct arrays a = arrays_of(m, 3, step);
        nprand_rng zeroed = {0}, rng = seeded(1);
        const nprand_rng before = rng;
        assert_int_equal(call(m, NULL, &a, 3, drawn), NPRAND_NULL_POINTER);
        assert_int_equal(call(m, &zeroed, &a, 3, drawn), NPRAND_NOT_SEEDED);
        assert_int_equal(call(m, &zeroed, &a, 0, drawn), NPRAND_NOT_SEEDED);
        assert_int_equal(call(m, &rng, &a, 3, NULL), NPRAND_NULL_POINTER);
        for (size_t j = 0; j < m->count; j++) {
            struct arrays without = a;
            without.first[j] = NULL;
            assert_refused(m, &without, 3, NPRAND_NULL_POINTER);
            without.step[j] = 0;
            assert_refused(m, &without, 3, NPRAND_NULL_POINTER);
            assert_refused(m, &without, 0, NPRAND_NULL_POINTER);
        }
        assert_memory_equal(&rng, &before, sizeof rng);
        release(&a);
    }
}

static void test_sizes_that_overflow(void **unused)
{
    (void)unused;
    static const ptrdiff_t step[MOST_PARAMETERS] = {1, 1, 1}, none[MOST_PARAMETERS];
    static const ptrdiff_t far_apart[] = {PTRDIFF_MAX,     PTRDIFF_MIN,     PTRDIFF_MIN + 1,
                                          PTRDIFF_MAX / 8, PTRDIFF_MIN / 8, PTRDIFF_MAX / 16 + 1};
    for (size_t i = 0; i < METHODS; i++) {
        const struct method *m = &methods[i];
        struct arrays a = arrays_of(m, 3, step);
        for (size_t j = 0; j < m->count; j++) {
            for (size_t k = 0; k < sizeof far_apart / sizeof far_apart[0]; k++) {
                a.step[j] = far_apart[k];
                assert_refused(m, &a, 3, NPRAND_TOO_LARGE);
            }
            a.step[j] = PTRDIFF_MIN; /* of the first value alone */
            nprand_rng rng = seeded(1);
            assert_int_equal(call(m, &rng, &a, 1, drawn), NPRAND_OK);
            a.step[j] = 1;
        }
        assert_refused(m, &a, SIZE_MAX, NPRAND_TOO_LARGE);
        assert_refused(m, &a, PTRDIFF_MAX / 8 + 1, NPRAND_TOO_LARGE);
        release(&a);
        a = arrays_of(m, 1, none);
        assert_refused(m, &a, SIZE_MAX, NPRAND_TOO_LARGE);
        assert_refused(m, &a, PTRDIFF_MAX / m->size + 1, NPRAND_TOO_LARGE);
        release(&a);
    }
}

/* The largest steps of 2 and of 3 values, whose memory no machine has. */
static void test_the_largest_steps(void **unused)
{
    (void)unused;
    const ptrdiff_t most = PTRDIFF_MAX / 8 - 1;
    const double value = 0.0;
    const struct nprand__parameter two = {&value, most}, above_two = {&value, most + 1};
    const struct nprand__parameter three = {&value, -(most / 2)},
                                   above_three = {&value, most / 2 + 1};
    assert_int_equal(nprand__check_values(&two, 2), NPRAND_OK);
    assert_int_equal(nprand__check_values(&above_two, 2), NPRAND_TOO_LARGE);
    assert_int_equal(nprand__check_values(&three, 3), NPRAND_OK);
    assert_int_equal(nprand__check_values(&above_three, 3), NPRAND_TOO_LARGE);
}

enum { OVERLAP_N = 16 };

/* Whether out at offset bytes from a parameter's lowest value is refused. */
static bool overlaps(const struct method *m, size_t j, ptrdiff_t step, ptrdiff_t offset)
{
    enum { BYTES = 4096, MIDDLE = 2048 };
    static uint64_t memory[BYTES / 8];
    static const ptrdiff_t ones[MOST_PARAMETERS] = {1, 1, 1};
    unsigned char *low = (unsigned char *)memory + MIDDLE, *out = low + offset;
    struct arrays a = arrays_of(m, OVERLAP_N, ones), moved = a;
    moved.step[j] = step;
    moved.memory[j] = low;
    memset(memory, 0xa5, sizeof memory);
    for (size_t i = 0; i < OVERLAP_N; i++)
        set_value(&moved, j, i, listed(&lists_of(m)[j], hash(i, j)));
    nprand_rng rng = seeded(1);
    const nprand_rng before = rng;
    uint64_t copy[BYTES / 8];
    memcpy(copy, memory, sizeof copy);
    const nprand_status status = call(m, &rng, &moved, OVERLAP_N, out);
    release(&a);
    if (status == NPRAND_OK)
        return false;
    assert_int_equal(status, NPRAND_OVERLAP);
    assert_memory_equal(memory, copy, sizeof copy);
    assert_memory_equal(&rng, &before, sizeof rng);
    return true;
}

static void test_overlaps(void **unused)
{
    (void)unused;
    static const ptrdiff_t steps[] = {1, 0, 3, -1, -3};
    for (size_t i = 0; i < METHODS; i++) {
        const struct method *m = &methods[i];
        const ptrdiff_t size = (ptrdiff_t)m->size, whole = OVERLAP_N * size;
        for (size_t j = 0; j < m->count; j++) {
            for (size_t k = 0; k < 5; k++) {
                const ptrdiff_t length = (ptrdiff_t)(distance(steps[k]) * (OVERLAP_N - 1) + 1) * 8;
                assert_false(overlaps(m, j, steps[k], -whole));
                assert_true(overlaps(m, j, steps[k], size - whole));
                assert_true(overlaps(m, j, steps[k], 0));
                assert_true(overlaps(m, j, steps[k], length - size));
                assert_false(overlaps(m, j, steps[k], length));
            }
        }
    }
}

/* One array can be two parameters. */
static void test_parameters_may_share_memory(void **unused)
{
    (void)unused;
    const double x[] = {1.0, 2.0, 3.0};
    nprand_rng ours = seeded(1), scalars = ours;
    double out[3];
    assert_int_equal(nprand_normal_each(&ours, x, 1, x + 2, -1, 3, out), NPRAND_OK);
    for (size_t i = 0; i < 3; i++)
        assert_true(out[i] == nprand_normal(&scalars, x[i], x[2 - i]));
}

/* U = 0, once in 2^53: it is drawn again, and the parameters stay with their values. */
static void test_uniforms_that_are_drawn_again(void **unused)
{
    (void)unused;
    static const double doubles[] = {0.25, 0.0, 0.5, 0.0, 0.0, 0.75};
    static const double loc[] = {0.0, 1000.0, 1000000.0, 1e9}, scale[] = {1.0, 2.0, 3.0, 4.0};
    static const char *const names[] = {"laplace", "logistic", "gumbel"};
    for (size_t i = 0; i < 6; i++) {
        const struct method *m = method_named(names[i / 2]);
        struct arrays a = {4, 2, {1, 1, 0}, {loc, scale, NULL}, {NULL, NULL, NULL}};
        nprand_rng ours = with_next_doubles(6, doubles);
        if (i % 2 == 0)
            assert_int_equal(nprand_set_numpy_patch(&ours, 1, 16, 3), NPRAND_OK);
        nprand_rng scalars = ours;
        (void)draw_scalars(m, &scalars, &a, (unsigned char *)expected);
        assert_int_equal(call(m, &ours, &a, 4, drawn), NPRAND_OK);
        assert_same_values(m, &a, drawn, expected);
        assert_same_state(&ours, &scalars);
    }
}

/* ---- Long arrays ---- */

enum { LONG_ARRAY = 3000 };

struct long_array {
    double a[LONG_ARRAY], b[LONG_ARRAY], c[LONG_ARRAY], out[LONG_ARRAY];
};

/* The parameters of one of several mixtures: all alike, below 1, around 1, of many sizes. */
static void mix(nprand_rng *choices, int mixture, double *x)
{
    static const double few[] = {0.3, 0.3, 0.3, 0.5, 1.0, 2.5, 7.0, 30.0};
    for (size_t i = 0; i < LONG_ARRAY; i++) {
        const double u = nprand_random_sample(choices) + 1e-3;
        x[i] = mixture == 0   ? 0.4
               : mixture == 1 ? u
               : mixture == 2 ? few[nprand_randint(choices, 0, 8)]
                              : 5.0 * u;
    }
}

/* Compares out with scalar draws, and the generators. */
#define EXPECT_SCALARS(call)                                       \
    do {                                                           \
        for (size_t i = 0; i < LONG_ARRAY; i++) {                  \
            const double value = (double)(call);                   \
            assert_memory_equal(&l->out[i], &value, sizeof value); \
        }                                                          \
        assert_same_state(&rng, &other);                           \
    } while (0)

static void compare_gammas(struct long_array *l, nprand_rng rng)
{
    const size_t n = LONG_ARRAY;
    nprand_rng other = rng;
    assert_int_equal(nprand_standard_gamma_each(&rng, l->a, 1, n, l->out), NPRAND_OK);
    EXPECT_SCALARS(nprand_standard_gamma(&other, l->a[i]));
    assert_int_equal(nprand_beta_each(&rng, l->a, 1, l->b, 1, n, l->out), NPRAND_OK);
    EXPECT_SCALARS(nprand_beta(&other, l->a[i], l->b[i]));
    assert_int_equal(nprand_f_each(&rng, l->a, 1, l->b, 1, n, l->out), NPRAND_OK);
    EXPECT_SCALARS(nprand_f(&other, l->a[i], l->b[i]));
    assert_int_equal(nprand_standard_t_each(&rng, l->a, 1, n, l->out), NPRAND_OK);
    EXPECT_SCALARS(nprand_standard_t(&other, l->a[i]));
}

static void compare_noncentrals(struct long_array *l, nprand_rng rng)
{
    const size_t n = LONG_ARRAY;
    nprand_rng other = rng;
    assert_int_equal(nprand_noncentral_chisquare_each(&rng, l->a, 1, l->b, 1, n, l->out),
                     NPRAND_OK);
    EXPECT_SCALARS(nprand_noncentral_chisquare(&other, l->a[i], l->b[i]));
    assert_int_equal(nprand_noncentral_f_each(&rng, l->a, 1, l->b, 1, l->c, 1, n, l->out),
                     NPRAND_OK);
    EXPECT_SCALARS(nprand_noncentral_f(&other, l->a[i], l->b[i], l->c[i]));
}

/* Arrays that are long enough for all that is worth the time only then: attempts for shapes below 1
 * in all cells of the table of thresholds, windows of attempts, chains of items that decide about
 * the next item. */
static void test_long_arrays(void **unused)
{
    (void)unused;
    struct long_array *l = (struct long_array *)malloc(sizeof *l);
    assert_non_null(l);
    nprand_rng choices = seeded(12);
    for (int mixture = 0; mixture < 4; mixture++) {
        for (int64_t seed = 0; seed < 6; seed++) {
            nprand_rng rng = seeded(seed);
            skip_words(&rng, (size_t)nprand_randint(&choices, 0, 700));
            if (seed % 2 == 1)
                nprand_standard_normal(&rng);
            mix(&choices, mixture, l->a);
            mix(&choices, mixture, l->b);
            mix(&choices, (mixture + (int)seed) % 4, l->c);
            compare_gammas(l, rng);
            compare_noncentrals(l, rng);
        }
    }
    free(l);
}

/* Attempts of Johnk's method whose first uniform is the largest one: the sum is 1 less a rounding
 * if the second one is 0, and above 1 otherwise. */
static void test_johnk_at_its_end(void **unused)
{
    (void)unused;
    enum { DOUBLES = 300, VALUES = 60 };
    static const double pairs[][2] = {
        {1.0 - 0x1p-53, 0.0}, {0.25, 0.125}, {1.0 - 0x1p-53, 0x1p-53}, {0.5, 0x1p-20}};
    uint32_t words[2 * DOUBLES];
    for (size_t i = 0; i < DOUBLES; i++) {
        const uint64_t bits = (uint64_t)(pairs[i / 2 % 4][i % 2] * 0x1p53);
        words[2 * i] = (uint32_t)(bits >> 26) << 5;
        words[2 * i + 1] = (uint32_t)bits << 6;
    }
    double a[VALUES], b[VALUES], out[VALUES];
    for (size_t i = 0; i < VALUES; i++) {
        a[i] = i % 3 == 0 ? 0.5 : 0.25;
        b[i] = i % 2 == 0 ? 0.5 : 0.75;
    }
    nprand_rng rng = with_next_words(2 * DOUBLES, words), other = rng;
    assert_int_equal(nprand_beta_each(&rng, a, 1, b, 1, VALUES, out), NPRAND_OK);
    for (size_t i = 0; i < VALUES; i++)
        assert_true(out[i] == nprand_beta(&other, a[i], b[i]));
    assert_same_state(&rng, &other);
}

/* Means from 10 on, between them some below, and some beyond 2^20. */
static void test_long_arrays_of_poisson(void **unused)
{
    (void)unused;
    static const double means[] = {10.0, 12.0, 40.0, 40.0, 300.0, 1e5, 3.0, 2e6};
    nprand_rng choices = seeded(13);
    for (int64_t seed = 0; seed < 20; seed++) {
        nprand_rng rng = seeded(seed);
        skip_words(&rng, (size_t)nprand_randint(&choices, 0, 700));
        nprand_rng other = rng;
        static double lam[LONG_ARRAY];
        static int64_t out[LONG_ARRAY];
        for (size_t i = 0; i < LONG_ARRAY; i++)
            lam[i] = means[nprand_randint(&choices, 0, seed < 10 ? 6 : 8)];
        assert_int_equal(nprand_poisson_each(&rng, lam, 1, LONG_ARRAY, out), NPRAND_OK);
        for (size_t i = 0; i < LONG_ARRAY; i++)
            assert_int_equal(out[i], nprand_poisson(&other, lam[i]));
        assert_same_state(&rng, &other);
    }
}

/* kappa with windows, between them some that are drawn alone: 0, NaN, too small or too large. */
static void test_long_arrays_of_vonmises(void **unused)
{
    (void)unused;
    static const double kappas[] = {0.5, 1.0, 2.0, 2e-8, 1e-6, 30.0,       1e4,
                                    1e8, 4e5, 0.0, 9e-9, 2e8,  (double)NAN};
    nprand_rng choices = seeded(14);
    for (int64_t seed = 0; seed < 30; seed++) {
        nprand_rng rng = seeded(seed);
        skip_words(&rng, (size_t)nprand_randint(&choices, 0, 700));
        nprand_rng other = rng;
        static double mu[LONG_ARRAY], kappa[LONG_ARRAY], out[LONG_ARRAY];
        for (size_t i = 0; i < LONG_ARRAY; i++) {
            mu[i] = nprand_normal(&choices, 0.0, 3.0);
            kappa[i] = kappas[nprand_randint(&choices, 0, seed < 15 ? 9 : 13)];
        }
        assert_int_equal(nprand_vonmises_each(&rng, mu, 1, kappa, 1, LONG_ARRAY, out), NPRAND_OK);
        for (size_t i = 0; i < LONG_ARRAY; i++) {
            const double value = nprand_vonmises(&other, mu[i], kappa[i]);
            assert_true(isnan(value) ? isnan(out[i]) : out[i] == value);
        }
        assert_same_state(&rng, &other);
    }
}

/* Shapes above 1 alone: just above 1, where attempts may take no uniform, and on both sides of 1e5,
 * up to which the squeeze is used. Arrays of any length, also of fewer items than a round is
 * worth. */
static void test_long_arrays_above_one(void **unused)
{
    (void)unused;
    static const double shapes[] = {1.001, 1.01, 2.0, 2.5, 7.0, 99999.0, 100001.0, 3e6};
    struct long_array *l = (struct long_array *)malloc(sizeof *l);
    assert_non_null(l);
    nprand_rng choices = seeded(15);
    for (int64_t seed = 0; seed < 12; seed++) {
        nprand_rng rng = seeded(seed);
        skip_words(&rng, (size_t)nprand_randint(&choices, 0, 700));
        if (seed % 2 == 1)
            nprand_standard_normal(&rng);
        for (size_t i = 0; i < LONG_ARRAY; i++) {
            l->a[i] = shapes[nprand_randint(&choices, 0, seed < 4 ? 2 : 8)];
            l->b[i] = shapes[nprand_randint(&choices, 0, seed < 4 ? 5 : 8)];
        }
        compare_gammas(l, rng);
        nprand_rng other = rng;
        for (size_t n = 0; n < 150; n++) {
            assert_int_equal(nprand_standard_gamma_each(&rng, l->a, 1, n, l->out), NPRAND_OK);
            for (size_t i = 0; i < n; i++)
                assert_true(l->out[i] == nprand_standard_gamma(&other, l->a[i]));
            assert_same_state(&rng, &other);
        }
    }
    free(l);
}

/* An attempt of the polar method at the centre of the disc is made again, in a walk (shapes 0.5 and
 * 2.5), in rounds of gammas above 1, and with a cached normal between the attempts. */
static void test_centre_of_the_disc(void **unused)
{
    (void)unused;
    static const double doubles[][8] = {
        {0.5, 0.5, 0.25, 0.75, 0.125, 0.5, 0.5, 0.375},
        {0.5, 0.5, 0.5, 0.5, 0.25, 0.75, 0.125, 0.375}, /* 0.5 and 0.5 are the first gamma's */
        {0.5, 0.5, 0.25, 0.75, 0.125, 0.5, 0.5, 0.375},
    };
    for (size_t kind = 0; kind < 3; kind++) {
        nprand_rng rng = with_next_doubles(8, doubles[kind]), other = rng;
        double shape[40], out[40];
        for (size_t i = 0; i < 40; i++)
            shape[i] = kind == 0 || i % 5 > 0 ? 2.5 : 0.5;
        if (kind < 2)
            assert_int_equal(nprand_standard_gamma_each(&rng, shape, 1, 40, out), NPRAND_OK);
        else
            assert_int_equal(nprand_standard_t_fill(&rng, 5.0, 40, out), NPRAND_OK);
        for (size_t i = 0; i < 40; i++)
            assert_true(out[i] == (kind < 2 ? nprand_standard_gamma(&other, shape[i])
                                            : nprand_standard_t(&other, 5.0)));
        assert_same_state(&rng, &other);
    }
}

static void compare_rows(size_t width, const double *alpha)
{
    static double out[3 * LONG_ARRAY];
    const size_t rows = 3 * LONG_ARRAY / width;
    for (int64_t seed = 0; seed < 10; seed++) {
        nprand_rng rng = seeded(seed), other = seeded(seed);
        assert_int_equal(nprand_dirichlet_fill(&rng, alpha, width, rows, out), NPRAND_OK);
        for (size_t i = 0; i < rows; i++) {
            double row[50];
            assert_int_equal(nprand_dirichlet(&other, alpha, width, row), NPRAND_OK);
            assert_memory_equal(out + width * i, row, width * sizeof *row);
        }
        assert_same_state(&rng, &other);
    }
}

/* Many rows with the same shapes: two of them below 1; all above 1; and so wide that a round has
 * two rows. */
static void test_long_rows(void **unused)
{
    (void)unused;
    double many[50];
    for (size_t i = 0; i < 50; i++)
        many[i] = 1.5 + (double)(i % 7);
    compare_rows(3, (const double[]){0.6, 3.0, 0.6});
    compare_rows(3, (const double[]){1.5, 3.0, 1.01});
    compare_rows(50, many);
    many[17] = 0.5;
    compare_rows(50, many);
}

/* ---- NaN of either sign ---- */

/* A shape that is NaN takes words as the scalar draw does, whatever its sign. */
static void test_nan_of_either_sign(void **unused)
{
    (void)unused;
    const double nans[] = {(double)NAN, -(double)NAN, copysign((double)NAN, -1.0)};
    for (size_t i = 0; i < sizeof nans / sizeof *nans; i++) {
        nprand_rng rng = seeded(4), other = seeded(4);
        double shape[40], out[40];
        for (size_t j = 0; j < 40; j++)
            shape[j] = j % 3 == 0 ? nans[i] : j % 3 == 1 ? 0.5 : 2.5;
        assert_int_equal(nprand_standard_gamma_each(&rng, shape, 1, 40, out), NPRAND_OK);
        for (size_t j = 0; j < 40; j++) {
            const double value = nprand_standard_gamma(&other, shape[j]);
            assert_true(isnan(value) ? isnan(out[j]) : out[j] == value);
        }
        assert_same_state(&rng, &other);
        assert_int_equal(nprand_standard_gamma_fill(&rng, nans[i], 40, out), NPRAND_OK);
        for (size_t j = 0; j < 40; j++)
            assert_true(isnan(nprand_standard_gamma(&other, nans[i])) && isnan(out[j]));
        assert_same_state(&rng, &other);
    }
}

/* A test for each method and property, so that a failure names the method. */
static const struct {
    const char *name;
    CMUnitTestFunction run;
} properties[] = {
    {"scalars with parameters of their own", test_scalars_with_parameters_of_their_own},
    {"one value for all is a fill", test_one_value_for_all_is_a_fill},
    {"every split is the whole call", test_every_split_is_the_whole_call},
    {"runners change no bit", test_runners_change_no_bit},
    {"each release", test_each_release},
};

enum { PROPERTIES = sizeof properties / sizeof properties[0] };

static int test_properties(void)
{
    static struct CMUnitTest tests[METHODS * PROPERTIES];
    static char names[METHODS * PROPERTIES][80];
    for (size_t i = 0; i < METHODS * PROPERTIES; i++) {
        const struct method *m = &methods[i / PROPERTIES];
        snprintf(names[i], sizeof names[i], "%s: %s", m->name, properties[i % PROPERTIES].name);
        tests[i] = (struct CMUnitTest){
            .name = names[i],
            .test_func = properties[i % PROPERTIES].run,
            .initial_state = (void *)(uintptr_t)m,
        };
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_randint_has_arrays_since_1_17),
        cmocka_unit_test(test_one_refused_value_refuses_the_call),
        cmocka_unit_test(test_each_method_has_a_refusal),
        cmocka_unit_test(test_checks_have_the_order_of_numpy),
        cmocka_unit_test(test_triangular_checks_in_the_order_of_numpy),
        cmocka_unit_test(test_words_for_bounds),
        cmocka_unit_test(test_no_values),
        cmocka_unit_test(test_null_and_unseeded),
        cmocka_unit_test(test_sizes_that_overflow),
        cmocka_unit_test(test_the_largest_steps),
        cmocka_unit_test(test_overlaps),
        cmocka_unit_test(test_parameters_may_share_memory),
        cmocka_unit_test(test_uniforms_that_are_drawn_again),
        cmocka_unit_test(test_nan_of_either_sign),
        cmocka_unit_test(test_long_arrays),
        cmocka_unit_test(test_long_arrays_above_one),
        cmocka_unit_test(test_centre_of_the_disc),
        cmocka_unit_test(test_johnk_at_its_end),
        cmocka_unit_test(test_long_arrays_of_poisson),
        cmocka_unit_test(test_long_arrays_of_vonmises),
        cmocka_unit_test(test_long_rows),
    };
    const int failed = cmocka_run_group_tests(tests, NULL, NULL);
    return failed + test_properties();
}
