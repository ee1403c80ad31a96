/* SPDX-License-Identifier: BSD-3-Clause
 *
 * nprand_set_backend(): what it takes and refuses, and that no backend changes a number.
 */
#include "test.h"

#include <stdio.h>
#include <stdlib.h>

static const char *const names[] = {"portable", "fma", "avx2", "avx512", "neon"};
enum { NAMES = sizeof names / sizeof names[0], N = 5000, CHUNKS = 60 };

/* Whether nprand_backend() shows that name. */
static bool is_backend(const char *name)
{
    const char *shown = nprand_backend();
    const size_t length = strlen(name);
    return strncmp(shown, name, length) == 0 && (shown[length] == '\0' || shown[length] == ',');
}

/* The backend that the environment names, or the best one: what backend.c chose. */
static int go_back(void **unused)
{
    (void)unused;
    return nprand_set_backend(getenv("NPRAND_BACKEND")) == NPRAND_OK ? 0 : -1;
}

static void test_names(void **unused)
{
    (void)unused;
    int available = 0;
    for (int i = 0; i < NAMES; i++) {
        assert_int_equal(go_back(NULL), 0);
        const char *before = nprand_backend();
        nprand_status status = nprand_set_backend(names[i]);
        if (status == NPRAND_OK) {
            available++;
            assert_true(is_backend(names[i]));
        } else {
            assert_true(status == NPRAND_UNKNOWN_BACKEND || status == NPRAND_BACKEND_UNAVAILABLE);
            assert_ptr_equal(nprand_backend(), before);
        }
    }
    assert_true(available >= 1);
    assert_int_equal(nprand_set_backend("portable"), NPRAND_OK);
}

/* The whole name, as it is written, of a backend that this build has. */
static void test_unknown_names(void **unused)
{
    (void)unused;
    static const char *const unknown[] = {
        "",        "best",       " portable", "portable ",     "Portable",
        "AVX2",    "avx",        "avx5122",   "sse2",          "portable, system math",
        "default", "port\nable", "portabl",   "avx2,portable",
#ifdef __x86_64__
        "neon",
#else
        "avx512",  "avx2",       "fma",
#endif
    };
    for (size_t i = 0; i < sizeof unknown / sizeof unknown[0]; i++) {
        const char *before = nprand_backend();
        assert_int_equal(nprand_set_backend(unknown[i]), NPRAND_UNKNOWN_BACKEND);
        assert_ptr_equal(nprand_backend(), before);
    }
    assert_string_equal(nprand_strerror(NPRAND_UNKNOWN_BACKEND),
                        "this build has no backend with that name");
}

static void test_unavailable_backends(void **unused)
{
    (void)unused;
    int unavailable = 0;
    for (int i = 0; i < NAMES; i++) {
        assert_int_equal(go_back(NULL), 0);
        const char *before = nprand_backend();
        if (nprand_set_backend(names[i]) != NPRAND_BACKEND_UNAVAILABLE)
            continue;
        unavailable++;
        assert_int_equal(go_back(NULL), 0);
        assert_int_equal(nprand_set_backend(names[i]), NPRAND_BACKEND_UNAVAILABLE);
        assert_ptr_equal(nprand_backend(), before);
    }
    if (unavailable == 0) {
        print_message("skipped: this CPU runs all backends of this build\n");
        skip();
    }
}

/* The one that a process has which never chose. */
static void test_null_chooses_the_best(void **unused)
{
    (void)unused;
    assert_int_equal(nprand_set_backend(NULL), NPRAND_OK);
    const char *best = nprand_backend();
    for (int i = 0; i < NAMES; i++) {
        if (nprand_set_backend(names[i]) != NPRAND_OK)
            continue;
        assert_int_equal(nprand_set_backend(NULL), NPRAND_OK);
        assert_ptr_equal(nprand_backend(), best);
    }
}

/* ---- The same values ---------------------------------------------------------------------- */

/* A bit of everything that a backend does. */
static void draw(nprand_rng *rng, int chunk, double *out)
{
    const size_t n = N - 1 - (size_t)chunk * 7;
    nprand_status status = NPRAND_OK;
    memset(out, 0, N * sizeof *out);
    switch (chunk % 10) {
    case 0:
        status = nprand_random_raw_fill(rng, n, (uint32_t *)(void *)out);
        break;
    case 1:
        status = nprand_random_sample_fill(rng, n, out);
        break;
    case 2:
        status = nprand_normal_fill(rng, 1.0, 2.0, n | 1, out);
        break;
    case 3:
        status = nprand_standard_gamma_fill(rng, 2.5, n, out);
        break;
    case 4:
        status = nprand_power_fill(rng, 3.0, n, out);
        break;
    case 5:
        status = nprand_randint_fill(rng, 0, 1000, n, (int64_t *)(void *)out);
        break;
    case 6:
        status = nprand_geometric_fill(rng, 0.01, n, (int64_t *)(void *)out);
        break;
    case 7:
        status = nprand_randint_int16_fill(rng, -5, 500, n, (int16_t *)(void *)out);
        break;
    case 8:
        status = nprand_advance(rng, UINT64_C(12345678901) * (uint64_t)(chunk + 1));
        break;
    default:
        for (size_t i = 0; i < 700; i++)
            out[i] = i % 2 == 0 ? nprand_standard_normal(rng) : nprand_lognormal(rng, 0.0, 0.5);
    }
    assert_int_equal(status, NPRAND_OK);
}

struct run {
    double values[CHUNKS][N];
    nprand_rng rng;
};

/* Backend i draws everything; or, with i = -1, each call is drawn by the next backend. */
static bool draw_all(struct run *run, int i)
{
    run->rng = seeded(2024);
    if (i >= 0 && nprand_set_backend(names[i]) != NPRAND_OK)
        return false;
    for (int chunk = 0; chunk < CHUNKS; chunk++) {
        if (i < 0)
            (void)(nprand_set_backend(names[(chunk + chunk / 10) % NAMES]) == NPRAND_OK);
        draw(&run->rng, chunk, run->values[chunk]);
    }
    return true;
}

/* In a build with the math of the C library, too. */
static void test_backends_change_no_bit(void **unused)
{
    (void)unused;
    struct run *portable = malloc(sizeof *portable), *other = malloc(sizeof *other);
    assert_true(portable != NULL && other != NULL);
    assert_true(draw_all(portable, 0));
    for (int i = -1; i < NAMES; i++) {
        if (!draw_all(other, i))
            continue;
        for (int chunk = 0; chunk < CHUNKS; chunk++) {
            if (memcmp(portable->values[chunk], other->values[chunk], sizeof other->values[0]) != 0)
                fail_msg("%s, call %d", i < 0 ? "in turn" : names[i], chunk);
        }
        assert_same_state(&portable->rng, &other->rng);
    }
    free(portable);
    free(other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(test_names, go_back),
        cmocka_unit_test_teardown(test_unknown_names, go_back),
        cmocka_unit_test_teardown(test_unavailable_backends, go_back),
        cmocka_unit_test_teardown(test_null_chooses_the_best, go_back),
        cmocka_unit_test_teardown(test_backends_change_no_bit, go_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
