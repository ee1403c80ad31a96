/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Each method with parameters, as a fill and as an each, by every backend that this CPU has, from
 * the same state: the bits and the state after the call must be those of the portable backend. Then
 * the generator advances and is rewound by the same number of words, once by each backend.
 */
#define NPRAND_NO_NODISCARD
#include "../each_methods.h"
#include "input.h"

enum { MOST = 2500, MOST_NUMBERS = 12 };

static const char *const backends[] = {"portable", "fma", "avx2", "avx512", "neon"};

struct draw {
    const struct method *method;
    union number v[MOST_PARAMETERS];             /* of a fill */
    union number columns[MOST_PARAMETERS][MOST]; /* of an each */
    size_t n;
    bool is_each;
};

static union number take_number(struct input *in, const char *type)
{
    union number x;
    if (strcmp(type, "double") == 0)
        x.as_double = take_double(in);
    else
        x.as_int64_t = take_int64(in);
    return x;
}

/* A few numbers take turns in the columns. */
static void take_draw(struct input *in, struct draw *d)
{
    d->method = &methods[take_below(in, METHODS)];
    d->is_each = take_below(in, 2) == 0;
    d->n = take_below(in, 4) == 0 ? take_below(in, MOST + 1) : take_below(in, 400);
    for (size_t j = 0; j < d->method->count; j++) {
        union number few[MOST_NUMBERS];
        const size_t count = 1 + take_below(in, MOST_NUMBERS);
        for (size_t i = 0; i < count; i++)
            few[i] = take_number(in, d->method->types[j]);
        d->v[j] = few[0];
        for (size_t i = 0; i < d->n; i++)
            d->columns[j][i] = few[i % count];
    }
}

static nprand_status run_draw(nprand_rng *rng, const struct draw *d, void *out)
{
    const size_t count = d->method->count;
    const void *columns[MOST_PARAMETERS];
    ptrdiff_t steps[MOST_PARAMETERS];
    if (!d->is_each)
        return d->method->fill(rng, d->v + count, d->n, out);
    for (size_t j = 0; j < count; j++) {
        columns[j] = d->columns[j];
        steps[j] = 1;
    }
    return d->method->each(rng, columns + count, steps + count, d->n, out);
}

static void check_moves(struct input *in, const nprand_rng *rng)
{
    uint64_t words;
    take(in, sizeof words, &words);
    words >>= take_below(in, 64);
    nprand_rng moved[sizeof backends / sizeof *backends];
    size_t made = 0;
    for (size_t i = 0; i < sizeof backends / sizeof *backends; i++) {
        if (nprand_set_backend(backends[i]) != NPRAND_OK)
            continue;
        moved[made] = *rng;
        nprand_advance(&moved[made], words);
        if (made > 0 && !same_generators(&moved[made], &moved[0]))
            fail_target(backends[i], "advance: another state");
        nprand_rng back = moved[made++];
        nprand_rewind(&back, words);
        nprand_rng ahead = *rng;
        if (nprand_random_raw(&back) != nprand_random_raw(&ahead))
            fail_target(backends[i], "advance and rewind: another state");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct draw d;
    static unsigned char expected[8 * MOST], out[8 * MOST];
    struct input in = {data, size};
    const nprand_rng rng = take_generator(&in);
    take_draw(&in, &d);
    nprand_status status = NPRAND_OK;
    nprand_rng after = rng;
    for (size_t i = 0; i < sizeof backends / sizeof *backends; i++) {
        if (nprand_set_backend(backends[i]) != NPRAND_OK)
            continue;
        nprand_rng mine = rng;
        memset(out, 0xa5, sizeof out);
        const nprand_status made = run_draw(&mine, &d, out);
        if (i == 0) {
            memcpy(expected, out, sizeof out);
            status = made;
            after = mine;
        } else if (made != status || memcmp(out, expected, sizeof out) != 0 ||
                   !same_generators(&mine, &after)) {
            fprintf(stderr, "%s%s, n = %zu, %s: ", d.method->name, d.is_each ? "_each" : "_fill",
                    d.n, backends[i]);
            fail_target("backends", "not what the portable backend gives");
        }
    }
    if (take_below(&in, 16) == 0)
        check_moves(&in, &rng);
    nprand_set_backend(NULL);
    return 0;
}
