/* SPDX-License-Identifier: BSD-3-Clause
 *
 * recover: test_recovered <file> runs every line of the file in vectors/recover, which NumPy wrote;
 * generate_recover.py has the format. The generator that is recovered from the outputs draws the
 * doubles that NumPy drew after them, and goes back to the double before them. A line that is not
 * understood is a failure.
 */
#include "test.h"

#include "sha256.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

enum { MOST = 4000, AFTER = 1000000 };

struct vector {
    char outputs[16], hash[32];
    int64_t seed;
    size_t skip, n;
    uint64_t before, first, last, after;
};

static const char *path;
static uint32_t words[MOST], masks[MOST];
static double doubles[MOST], drawn[AFTER];
static int64_t integers[MOST];

static uint64_t bits_of(double x)
{
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

static bool parse(const char *line, struct vector *v)
{
    int length = 0;
    int fields = sscanf(line,
                        "outputs=%15s seed=%" SCNd64 " skip=%zu n=%zu before=%" SCNx64
                        " first=%" SCNx64 " last=%" SCNx64 " hash=%31s after=%" SCNx64 "%n",
                        v->outputs, &v->seed, &v->skip, &v->n, &v->before, &v->first, &v->last,
                        v->hash, &v->after, &length);
    return fields == 9 && v->n >= 1 && v->n <= MOST && strcmp(line + length, "\n") == 0;
}

static nprand_status from_doubles(nprand_rng *rng, const struct vector *v, nprand_rng *made)
{
    assert_int_equal(nprand_random_sample_fill(rng, v->n, doubles), NPRAND_OK);
    assert_true(bits_of(doubles[0]) == v->first && bits_of(doubles[v->n - 1]) == v->last);
    const size_t size = nprand_recover_doubles_work_size(v->n);
    void *memory = malloc(size);
    nprand_status status =
        nprand_recover_doubles(made, doubles, v->n, nprand_work_of(memory, size));
    free(memory);
    return status;
}

static nprand_status from_words(nprand_rng *rng, const struct vector *v, nprand_rng *made)
{
    assert_int_equal(nprand_random_raw_fill(rng, v->n, words), NPRAND_OK);
    assert_true(words[0] == v->first && words[v->n - 1] == v->last);
    return nprand_recover_words(made, words, v->n);
}

static nprand_status from_integers(nprand_rng *rng, const struct vector *v, nprand_rng *made)
{
    int k = 0;
    assert_int_equal(sscanf(v->outputs, "randint:%d", &k), 1);
    assert_int_equal(nprand_randint_fill(rng, 0, INT64_C(1) << k, v->n, integers), NPRAND_OK);
    assert_true((uint64_t)integers[0] == v->first && (uint64_t)integers[v->n - 1] == v->last);
    for (size_t i = 0; i < v->n; i++) {
        words[i] = (uint32_t)integers[i];
        masks[i] = (uint32_t)((UINT64_C(1) << k) - 1);
    }
    const size_t size = nprand_recover_masked_work_size(masks, v->n);
    void *memory = malloc(size);
    nprand_status status =
        nprand_recover_masked(made, words, masks, v->n, nprand_work_of(memory, size));
    free(memory);
    return status;
}

static void run(const struct vector *v)
{
    nprand_rng rng = seeded(v->seed), made;
    for (size_t i = 1; i < v->skip; i++)
        nprand_random_sample(&rng);
    assert_true(bits_of(nprand_random_sample(&rng)) == v->before);
    const bool is_doubles = strcmp(v->outputs, "doubles") == 0;
    nprand_status status = is_doubles                         ? from_doubles(&rng, v, &made)
                           : strcmp(v->outputs, "words") == 0 ? from_words(&rng, v, &made)
                                                              : from_integers(&rng, v, &made);
    assert_int_equal(status, NPRAND_OK);
    char hash[SHA256_HEX_SIZE];
    static unsigned char bytes[8 * AFTER];
    assert_int_equal(nprand_random_sample_fill(&made, AFTER, drawn), NPRAND_OK);
    assert_true(bits_of(drawn[0]) == v->after);
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (unsigned char)(bits_of(drawn[i / 8]) >> 8 * (i % 8));
    sha256_hex(bytes, sizeof bytes, hash);
    hash[16] = '\0';
    assert_string_equal(hash, v->hash);
    const uint64_t back = 2 * (uint64_t)AFTER + (is_doubles ? 2 * v->n : v->n) + 2;
    assert_int_equal(nprand_rewind(&made, back), NPRAND_OK);
    assert_true(bits_of(nprand_random_sample(&made)) == v->before);
}

static void test_recorded_outputs(void **unused)
{
    (void)unused;
    char line[512];
    int lines = 0, end = 0;
    FILE *stream = fopen(path, "r");
    assert_non_null(stream);
    while (end == 0 && fgets(line, sizeof line, stream) != NULL) {
        if (line[0] == '#')
            continue;
        lines++;
        struct vector v;
        if (sscanf(line, "end lines=%d", &end) == 1)
            assert_int_equal(end, lines);
        else if (parse(line, &v))
            run(&v);
        else
            fail_msg("%s: not understood: %s", path, line);
    }
    assert_true(end > 1);
    assert_int_equal(fclose(stream), 0);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_recorded_outputs),
    };
    if (argc != 2) {
        fprintf(stderr, "usage: test_recovered <file>\n");
        return 2;
    }
    path = argv[1];
    return cmocka_run_group_tests(tests, NULL, NULL);
}
