/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Fills from every position of the block, at odd lengths, into memory between two pages that cannot
 * be touched: the values are those of a model that reads one word at a time from the portable
 * kernels, the state afterwards is the model's, and no byte is written outside the output.
 */
#define _DEFAULT_SOURCE /* mmap() of no file */

#include "test.h"

#include "../src/backend/backend.h"

#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

/* ---- The model ---------------------------------------------------------------------------- */

struct model {
    uint32_t key[NPRAND__N + NPRAND__PAD];
    uint32_t block[NPRAND__N];
    int pos;
};

static struct model model_at(int pos)
{
    nprand_rng rng = seeded(20);
    nprand_state state = state_of(&rng);
    struct model m = {.pos = pos};
    memcpy(m.key, state.key, sizeof state.key);
    nprand__backend_portable.refill(m.key, m.block);
    return m;
}

static uint32_t next_word(struct model *m)
{
    if (m->pos == NPRAND__N) {
        nprand__backend_portable.refill(m->key, m->block);
        m->pos = 0;
    }
    return m->block[m->pos++];
}

static uint64_t next_two_words(struct model *m)
{
    uint64_t high = next_word(m);
    return high << 32 | next_word(m);
}

static double next_double(struct model *m)
{
    uint64_t high = next_word(m) >> 5;
    uint64_t low = next_word(m) >> 6;
    return ((double)high * 67108864.0 + (double)low) / 9007199254740992.0;
}

static nprand_rng generator_at(const struct model *m)
{
    nprand_rng rng = seeded(0);
    nprand_state state = {.pos = m->pos};
    memcpy(state.key, m->key, sizeof state.key);
    assert_int_equal(nprand_set_state(&rng, &state), NPRAND_OK);
    return rng;
}

/* ---- What is filled ----------------------------------------------------------------------- */

struct method {
    const char *name;
    const char *function;
    size_t size;
    nprand_status (*fill)(nprand_rng *rng, size_t n, void *out);
    void (*expect)(const struct method *method, struct model *m, size_t n, unsigned char *out);
    /* Of integers: the bits of the dtype, and the values are low + 0..max. */
    unsigned bits;
    uint64_t low, max;
};

static void put(const void *value, size_t i, size_t size, unsigned char *out)
{
    memcpy(out + i * size, value, size);
}

static void expect_words(const struct method *method, struct model *m, size_t n, unsigned char *out)
{
    for (size_t i = 0; i < n; i++) {
        uint32_t word = next_word(m);
        put(&word, i, method->size, out);
    }
}

/* No bytes cost one word, as in NumPy. */
static void expect_bytes(const struct method *method, struct model *m, size_t n, unsigned char *out)
{
    (void)method;
    uint32_t word = n == 0 ? next_word(m) : 0;
    for (size_t i = 0; i < n; i++) {
        word = i % 4 == 0 ? next_word(m) : word >> 8;
        out[i] = (unsigned char)word;
    }
}

static void expect_doubles(const struct method *method, struct model *m, size_t n,
                           unsigned char *out)
{
    for (size_t i = 0; i < n; i++) {
        double value = next_double(m);
        put(&value, i, method->size, out);
    }
}

static void expect_uniform(const struct method *method, struct model *m, size_t n,
                           unsigned char *out)
{
    for (size_t i = 0; i < n; i++) {
        double value = 3.0 * next_double(m);
        value = -1.0 + value;
        put(&value, i, method->size, out);
    }
}

/* left = -1, mode = 0, right = 3. */
static void expect_triangular(const struct method *method, struct model *m, size_t n,
                              unsigned char *out)
{
    for (size_t i = 0; i < n; i++) {
        double u = next_double(m);
        double value = u <= 0.25 ? -1.0 + sqrt(4.0 * u) : 3.0 - sqrt((1.0 - u) * 12.0);
        put(&value, i, method->size, out);
    }
}

static void put_integer(uint64_t value, size_t i, size_t size, unsigned char *out)
{
    uint8_t value8 = (uint8_t)value;
    uint16_t value16 = (uint16_t)value;
    uint32_t value32 = (uint32_t)value;
    if (size == 1)
        put(&value8, i, size, out);
    else if (size == 2)
        put(&value16, i, size, out);
    else if (size == 4)
        put(&value32, i, size, out);
    else
        put(&value, i, size, out);
}

/* Masked rejection. Below 32 bits, a word is cut into pieces for one call, the lowest first. */
static void expect_integers(const struct method *method, struct model *m, size_t n,
                            unsigned char *out)
{
    uint64_t mask = method->max;
    for (unsigned shift = 1; shift < 64; shift *= 2)
        mask |= mask >> shift;
    uint32_t word = 0;
    unsigned left = 0;
    for (size_t i = 0; i < n;) {
        uint64_t value = 0;
        if (method->max > UINT32_MAX) {
            value = next_two_words(m);
        } else if (method->bits >= 32) {
            value = next_word(m);
        } else {
            word = left == 0 ? next_word(m) : word >> method->bits;
            left = left == 0 ? 32 / method->bits - 1 : left - 1;
            value = word;
        }
        if ((value & mask) <= method->max)
            put_integer(method->low + (value & mask), i++, method->size, out);
    }
}

static nprand_status fill_words(nprand_rng *rng, size_t n, void *out)
{
    return nprand_random_raw_fill(rng, n, out);
}

static nprand_status fill_bytes(nprand_rng *rng, size_t n, void *out)
{
    return nprand_bytes(rng, n, out);
}

static nprand_status fill_doubles(nprand_rng *rng, size_t n, void *out)
{
    return nprand_random_sample_fill(rng, n, out);
}

static nprand_status fill_random(nprand_rng *rng, size_t n, void *out)
{
    return nprand_random_fill(rng, n, out);
}

static nprand_status fill_rand(nprand_rng *rng, size_t n, void *out)
{
    return nprand_rand_fill(rng, n, out);
}

static nprand_status fill_triangular(nprand_rng *rng, size_t n, void *out)
{
    return nprand_triangular_fill(rng, -1.0, 0.0, 3.0, n, out);
}

static nprand_status fill_uniform(nprand_rng *rng, size_t n, void *out)
{
    return nprand_uniform_fill(rng, -1.0, 2.0, n, out);
}

static nprand_status fill_tomaxint(nprand_rng *rng, size_t n, void *out)
{
    return nprand_tomaxint_fill(rng, n, out);
}

static void expect_tomaxint(const struct method *method, struct model *m, size_t n,
                            unsigned char *out)
{
    for (size_t i = 0; i < n; i++) {
        uint64_t value = next_two_words(m) >> 1;
        put(&value, i, method->size, out);
    }
}

/* Of each dtype a range in which most values are rejected, and one in which none is. */
#define RANDINT(name, function, low, high)                                 \
    static const char function_##name[] = #function;                       \
    static nprand_status fill_##name(nprand_rng *rng, size_t n, void *out) \
    {                                                                      \
        return nprand_##function##_fill(rng, low, high, n, out);           \
    }

RANDINT(long, randint, -2, 9)
RANDINT(bool, randint_bool, 0, 2)
RANDINT(int8, randint_int8, -100, 29)
RANDINT(all_int8, randint_int8, -128, 128)
RANDINT(int16, randint_int16, -32768, 1)
RANDINT(all_int16, randint_int16, -32768, 32768)
RANDINT(int32, randint_int32, -5, INT64_C(0x7ffffffd))
RANDINT(all_int32, randint_int32, INT32_MIN, INT64_C(0x80000000))
RANDINT(int64, randint_int64, -7, 10)
RANDINT(word_int64, randint_int64, -7, INT64_C(0xfffffff9))
RANDINT(wide_int64, randint_int64, INT64_MIN, 1)
RANDINT(all_int64, randint_int64_endpoint, INT64_MIN, INT64_MAX)
RANDINT(uint8, randint_uint8, 3, 132)
RANDINT(all_uint8, randint_uint8, 0, 256)
RANDINT(uint16, randint_uint16, 0, 257)
RANDINT(all_uint16, randint_uint16, 0, 65536)
RANDINT(uint32, randint_uint32, 1, INT64_C(0x80000002))
RANDINT(all_uint32, randint_uint32, 0, INT64_C(0x100000000))
RANDINT(uint64, randint_uint64, 1, 130)
RANDINT(wide_uint64, randint_uint64, 1, UINT64_C(0x100000002))
RANDINT(all_uint64, randint_uint64_endpoint, 0, UINT64_MAX)
RANDINT(random_integers, random_integers, -1, 31)

static const char function_choice[] = "choice";

static nprand_status fill_choice(nprand_rng *rng, size_t n, void *out)
{
    return nprand_choice_fill(rng, 33, n, out);
}

#define INTEGERS(name, size, bits, low, max)                                                   \
    {                                                                                          \
#name, function_##name, size, fill_##name, expect_integers, bits, (uint64_t)(low), max \
    }

static const struct method methods[] = {
    {"random_raw", "random_raw", 4, fill_words, expect_words, 0, 0, 0},
    {"bytes", "bytes", 1, fill_bytes, expect_bytes, 0, 0, 0},
    {"random_sample", "random_sample", 8, fill_doubles, expect_doubles, 0, 0, 0},
    {"uniform", "uniform", 8, fill_uniform, expect_uniform, 0, 0, 0},
    {"random", "random", 8, fill_random, expect_doubles, 0, 0, 0},
    {"rand", "rand", 8, fill_rand, expect_doubles, 0, 0, 0},
    {"triangular", "triangular", 8, fill_triangular, expect_triangular, 0, 0, 0},
    {"tomaxint", "tomaxint", 8, fill_tomaxint, expect_tomaxint, 0, 0, 0},
    INTEGERS(long, 8, 64, -2, 10),
    INTEGERS(bool, sizeof(bool), 1, 0, 1),
    INTEGERS(int8, 1, 8, -100, 128),
    INTEGERS(all_int8, 1, 8, -128, UINT8_MAX),
    INTEGERS(int16, 2, 16, -32768, 32768),
    INTEGERS(all_int16, 2, 16, -32768, UINT16_MAX),
    INTEGERS(int32, 4, 32, -5, 0x80000001u),
    INTEGERS(all_int32, 4, 32, INT32_MIN, UINT32_MAX),
    INTEGERS(int64, 8, 64, -7, 16),
    INTEGERS(word_int64, 8, 64, -7, UINT32_MAX),
    INTEGERS(wide_int64, 8, 64, INT64_MIN, UINT64_C(0x8000000000000000)),
    INTEGERS(all_int64, 8, 64, INT64_MIN, UINT64_MAX),
    INTEGERS(uint8, 1, 8, 3, 128),
    INTEGERS(all_uint8, 1, 8, 0, UINT8_MAX),
    INTEGERS(uint16, 2, 16, 0, 256),
    INTEGERS(all_uint16, 2, 16, 0, UINT16_MAX),
    INTEGERS(uint32, 4, 32, 1, 0x80000000u),
    INTEGERS(all_uint32, 4, 32, 0, UINT32_MAX),
    INTEGERS(uint64, 8, 64, 1, 128),
    INTEGERS(wide_uint64, 8, 64, 1, UINT64_C(0x100000000)),
    INTEGERS(all_uint64, 8, 64, 0, UINT64_MAX),
    INTEGERS(random_integers, 8, 64, -1, 32),
    INTEGERS(choice, 8, 64, 0, 32),
};

enum { METHODS = sizeof methods / sizeof methods[0] };

/* The rows of the list that a model can follow: those that no function of libm takes part in. */
struct listed {
    const char *name;
    const char *through;
};

#define DRAW(name, result, T, parameters, numpy, words, through, summary) {#name, through},
#define PACKED                                                            DRAW
static const struct listed listed[] = {
#include "../src/methods.def"
};

static void test_each_exact_method_of_the_list_has_a_row(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < sizeof listed / sizeof listed[0]; i++) {
        size_t row = 0;
        while (row < METHODS && strcmp(methods[row].function, listed[i].name) != 0)
            row++;
        if (row == METHODS && strcmp(listed[i].through, "exact") == 0)
            fail_msg("%s of src/methods.def has no row in this file", listed[i].name);
    }
}

/* ---- Memory between guards ---------------------------------------------------------------- */

struct guarded {
    unsigned char *begin;
    size_t size; /* a multiple of the page */
    size_t page;
    unsigned char *expected;
};

static struct guarded guarded(size_t at_least)
{
    struct guarded g = {.page = (size_t)sysconf(_SC_PAGESIZE)};
    g.size = (at_least / g.page + 1) * g.page;
    unsigned char *map =
        mmap(NULL, g.size + 2 * g.page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    assert_true(map != MAP_FAILED);
    g.begin = map + g.page;
    assert_int_equal(mprotect(map, g.page, PROT_NONE), 0);
    assert_int_equal(mprotect(g.begin + g.size, g.page, PROT_NONE), 0);
    g.expected = malloc(g.size);
    assert_non_null(g.expected);
    return g;
}

static void release(struct guarded *g)
{
    free(g->expected);
    assert_int_equal(munmap(g->begin - g->page, g->size + 2 * g->page), 0);
}

/* ---- Fills -------------------------------------------------------------------------------- */

enum { UNTOUCHED = 0xa5 };

static void assert_untouched(const unsigned char *from, const unsigned char *to)
{
    for (; from < to; from++)
        assert_int_equal(*from, UNTOUCHED);
}

static void assert_state_of_model(const nprand_rng *rng, const struct model *m)
{
    nprand_state state = state_of(rng);
    assert_int_equal(state.pos, m->pos);
    assert_memory_equal(state.key, m->key, sizeof state.key);
}

static void fill_and_compare(const struct guarded *g, const struct method *method,
                             const struct model *before, const struct model *after, size_t n,
                             unsigned char *out)
{
    size_t size = n * method->size;
    nprand_rng rng = generator_at(before);
    memset(g->begin, UNTOUCHED, g->size);
    assert_int_equal(method->fill(&rng, n, out), NPRAND_OK);
    if (memcmp(out, g->expected, size) != 0)
        fail_msg("%s: n = %zu from position %d differs", method->name, n, before->pos);
    assert_untouched(g->begin, out);
    assert_untouched(out + size, g->begin + g->size);
    assert_state_of_model(&rng, after);
}

/* Right after a guard, and right before one. */
static void check_fill(const struct guarded *g, const struct method *method, int pos, size_t n)
{
    struct model before = model_at(pos);
    struct model after = before;
    method->expect(method, &after, n, g->expected);
    fill_and_compare(g, method, &before, &after, n, g->begin);
    fill_and_compare(g, method, &before, &after, n, g->begin + g->size - n * method->size);
}

static void test_every_position(void **unused)
{
    (void)unused;
    static const size_t lengths[] = {0, 1, 3, 311, 313, 625};
    struct guarded g = guarded(8 * 625);
    for (int pos = 0; pos <= NPRAND__N; pos++) {
        for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++) {
            for (size_t k = 0; k < METHODS; k++)
                check_fill(&g, &methods[k], pos, lengths[i]);
        }
    }
    release(&g);
}

static void test_every_length(void **unused)
{
    (void)unused;
    static const int positions[] = {0, 1, 311, 312, 622, 623, 624};
    enum { LONGEST = 6000 };
    struct guarded g = guarded(8 * LONGEST);
    for (size_t n = 0; n <= LONGEST; n += n < 40 ? 1 : n < 1300 ? 7 : 1567) {
        for (size_t i = 0; i < sizeof positions / sizeof positions[0]; i++) {
            for (size_t k = 0; k < METHODS; k++)
                check_fill(&g, &methods[k], positions[i], n);
        }
    }
    release(&g);
}

/* Fills that no cache holds, which may be written in another way: odd and even positions, and
 * lengths that put the end anywhere in a line of the cache. */
static void test_large_fills(void **unused)
{
    (void)unused;
    static const int positions[] = {1, 2, 624};
    enum { LARGE = (65 << 20) + 24, LARGE_METHODS = 4 };
    struct guarded g = guarded(LARGE);
    for (size_t i = 0; i < sizeof positions / sizeof positions[0]; i++) {
        for (size_t k = 0; k < LARGE_METHODS; k++)
            check_fill(&g, &methods[k], positions[i], LARGE / methods[k].size);
    }
    release(&g);
}

/* ---- More elements than 2^32 ---------------------------------------------------------------- */

#if SIZE_MAX > UINT32_MAX
enum { TOUCHED = 3 };

static struct {
    unsigned char *base;
    size_t page, size, touched[TOUCHED];
    int count;
    struct sigaction before; /* of SIGSEGV */
    sigjmp_buf enough;
} shuffled;

/* The page that was touched gets memory, and the shuffle goes on, up to the last page. */
static void note_touch(int number, siginfo_t *info, void *context)
{
    (void)context;
    const size_t at = (size_t)((unsigned char *)info->si_addr - shuffled.base);
    const size_t page = at / shuffled.page;
    unsigned char *const begin = shuffled.base + page * shuffled.page;
    if (at >= shuffled.size || mprotect(begin, shuffled.page, PROT_READ | PROT_WRITE) != 0) {
        sigaction(number, &shuffled.before, NULL); /* another fault, which comes again */
        return;
    }
    shuffled.touched[shuffled.count++] = page;
    if (shuffled.count == TOUCHED)
        siglongjmp(shuffled.enough, 1);
}

static bool was_touched(size_t element)
{
    bool touched = false;
    for (int i = 0; i < TOUCHED; i++)
        touched |= shuffled.touched[i] == element / shuffled.page;
    return touched;
}

static size_t index_up_to(struct model *m, uint64_t most)
{
    for (;;) {
        const uint64_t value = next_two_words(m) & ((UINT64_C(1) << 33) - 1);
        if (value <= most)
            return (size_t)value;
    }
}

/* An array without memory: the pages that a shuffle touches first are those of the last elements,
 * and of the elements that the first two steps exchange with them. */
static void test_more_elements_than_a_word_counts(void **unused)
{
    (void)unused;
    const size_t count = ((size_t)1 << 32) + 2;
    struct model m = model_at(5);
    nprand_rng rng = generator_at(&m);
    struct sigaction action = {.sa_sigaction = note_touch, .sa_flags = SA_SIGINFO}, before_bus;
    shuffled.page = (size_t)sysconf(_SC_PAGESIZE);
    shuffled.size = (count / shuffled.page + 1) * shuffled.page;
    void *memory = mmap(NULL, shuffled.size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) {
        print_message("skipped: 4 GiB of addresses can't be had here\n");
        skip();
    }
    shuffled.base = (unsigned char *)memory;
    shuffled.count = 0;
    sigaction(SIGSEGV, &action, &shuffled.before);
    sigaction(SIGBUS, &action, &before_bus);
    if (sigsetjmp(shuffled.enough, 1) == 0)
        assert_int_equal(nprand_shuffle(&rng, shuffled.base, count, 1), NPRAND_OK);
    sigaction(SIGSEGV, &shuffled.before, NULL);
    sigaction(SIGBUS, &before_bus, NULL);
    munmap(memory, shuffled.size);
    assert_int_equal(shuffled.count, TOUCHED);
    assert_true(was_touched(count - 1));
    assert_true(was_touched(index_up_to(&m, count - 1)));
    assert_true(was_touched(index_up_to(&m, count - 2)));
}
#else
static void test_more_elements_than_a_word_counts(void **unused)
{
    (void)unused;
    print_message("skipped: no array has more than 2^32 elements here\n");
    skip();
}
#endif

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_exact_method_of_the_list_has_a_row),
        cmocka_unit_test(test_every_position),
        cmocka_unit_test(test_every_length),
        cmocka_unit_test(test_large_fills),
        cmocka_unit_test(test_more_elements_than_a_word_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
