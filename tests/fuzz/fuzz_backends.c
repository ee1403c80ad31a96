/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Each draw by every backend that this CPU has, from the same state: the bits and the state after
 * the call must be those of the portable backend. Methods with parameters are drawn as a fill or as
 * an each. Some fills are divided into parts, which a runner calls from the last one to the first.
 * Then the generator advances and is rewound by the same number of words, once by each backend. Few
 * words are drawn one by one too.
 */
#define NPRAND_NO_NODISCARD
#include "../../include/nprand_python.h"
#include "../each_methods.h"
#include "input.h"

enum { MOST = 20000, MOST_NUMBERS = 12, MOST_DRAWN = 3000, MOST_WORK = 1 << 18 };
enum { FIRST_OF_PARTS = 8192 }; /* with NPRAND_SHORT_PARTS */

static const char *const backends[] = {"portable", "fma", "avx2", "avx512", "neon"};

enum form { FILL, EACH, OTHER };

struct draw {
    enum form form;
    const struct method *method;
    union number v[MOST_PARAMETERS];             /* of a fill */
    union number columns[MOST_PARAMETERS][MOST]; /* of an each */
    const struct other *other;
    double x[MOST_NUMBERS]; /* parameters of others */
    int64_t i[3];
    size_t k; /* of x, for others that take an array */
    size_t n;
    int parts;
};

/* ---- Draws that have no each form ---- */

typedef nprand_status run_other(nprand_rng *rng, const struct draw *d, void *out);

struct other {
    const char *name;
    run_other *run;
};

static nprand_status draw_random_sample(nprand_rng *rng, const struct draw *d, void *out)
{
    return nprand_random_sample_fill(rng, d->n, (double *)out);
}

static nprand_status draw_standard_normal(nprand_rng *rng, const struct draw *d, void *out)
{
    return nprand_standard_normal_fill(rng, d->n, (double *)out);
}

static nprand_status draw_standard_exponential(nprand_rng *rng, const struct draw *d, void *out)
{
    return nprand_standard_exponential_fill(rng, d->n, (double *)out);
}

static nprand_status draw_standard_cauchy(nprand_rng *rng, const struct draw *d, void *out)
{
    return nprand_standard_cauchy_fill(rng, d->n, (double *)out);
}

static nprand_status draw_tomaxint(nprand_rng *rng, const struct draw *d, void *out)
{
    return nprand_tomaxint_fill(rng, d->n, (int64_t *)out);
}

static nprand_status draw_random_raw(nprand_rng *rng, const struct draw *d, void *out)
{
    return nprand_random_raw_fill(rng, d->n, (uint32_t *)out);
}

static nprand_status draw_bytes(nprand_rng *rng, const struct draw *d, void *out)
{
    return nprand_bytes(rng, d->n, out);
}

static nprand_status draw_multinomial(nprand_rng *rng, const struct draw *d, void *out)
{
    const size_t rows = d->n / (d->k + 1);
    return nprand_multinomial_fill(rng, d->i[0], d->x, d->k, rows, (int64_t *)out);
}

static nprand_status draw_dirichlet(nprand_rng *rng, const struct draw *d, void *out)
{
    return nprand_dirichlet_fill(rng, d->x, d->k, d->n / (d->k + 1), (double *)out);
}

static nprand_status draw_permutation(nprand_rng *rng, const struct draw *d, void *out)
{
    return nprand_permutation(rng, d->n, (int64_t *)out);
}

static nprand_status draw_choice(nprand_rng *rng, const struct draw *d, void *out)
{
    return nprand_choice_fill(rng, d->i[0], d->n, (int64_t *)out);
}

/* Work space of this program: a size that does not fit is refused with every backend. */
static nprand_work work_for(size_t size)
{
    static max_align_t memory[MOST_WORK / sizeof(max_align_t)];
    return nprand_work_of(size <= sizeof memory ? memory : NULL, size);
}

static nprand_status draw_choice_p(nprand_rng *rng, const struct draw *d, void *out)
{
    const int64_t a = (int64_t)d->k;
    const nprand_work work = work_for(nprand_choice_p_work_size(a));
    return nprand_choice_p_fill(rng, a, d->x, d->n, (int64_t *)out, work);
}

static nprand_status draw_choice_no_replace(nprand_rng *rng, const struct draw *d, void *out)
{
    const int64_t a = (int64_t)d->n + d->i[1] % 1000;
    const nprand_work work = work_for(nprand_choice_no_replace_work_size(a));
    return nprand_choice_no_replace_fill(rng, a, d->n, (int64_t *)out, work);
}

static nprand_status draw_py_random(nprand_rng *rng, const struct draw *d, void *out)
{
    return nprand_py_random_fill(rng, d->n, (double *)out);
}

static nprand_status draw_py_gauss(nprand_rng *rng, const struct draw *d, void *out)
{
    return nprand_py_gauss_fill(rng, d->x[0], d->x[1], d->n, (double *)out);
}

static nprand_status draw_py_normalvariate(nprand_rng *rng, const struct draw *d, void *out)
{
    return nprand_py_normalvariate_fill(rng, d->x[0], d->x[1], d->n, (double *)out);
}

static nprand_status draw_py_lognormvariate(nprand_rng *rng, const struct draw *d, void *out)
{
    return nprand_py_lognormvariate_fill(rng, d->x[0], d->x[1], d->n, (double *)out);
}

static nprand_status draw_py_expovariate(nprand_rng *rng, const struct draw *d, void *out)
{
    return nprand_py_expovariate_fill(rng, d->x[0], d->n, (double *)out);
}

static nprand_status draw_py_weibullvariate(nprand_rng *rng, const struct draw *d, void *out)
{
    return nprand_py_weibullvariate_fill(rng, d->x[0], d->x[1], d->n, (double *)out);
}

static nprand_status draw_py_gammavariate(nprand_rng *rng, const struct draw *d, void *out)
{
    return nprand_py_gammavariate_fill(rng, d->x[0], d->x[1], d->n, (double *)out);
}

static nprand_status draw_py_betavariate(nprand_rng *rng, const struct draw *d, void *out)
{
    return nprand_py_betavariate_fill(rng, d->x[0], d->x[1], d->n, (double *)out);
}

static nprand_status draw_py_vonmisesvariate(nprand_rng *rng, const struct draw *d, void *out)
{
    return nprand_py_vonmisesvariate_fill(rng, d->x[0], d->x[1], d->n, (double *)out);
}

static nprand_status draw_py_binomialvariate(nprand_rng *rng, const struct draw *d, void *out)
{
    return nprand_py_binomialvariate_fill(rng, d->i[0], d->x[0], d->n, (int64_t *)out);
}

static nprand_status draw_py_randint(nprand_rng *rng, const struct draw *d, void *out)
{
    return nprand_py_randint_fill(rng, d->i[0], d->i[1], d->n, (int64_t *)out);
}

static nprand_status draw_py_choices_weights(nprand_rng *rng, const struct draw *d, void *out)
{
    const int64_t a = (int64_t)d->k;
    const nprand_work work = work_for(nprand_py_choices_weights_work_size(a));
    return nprand_py_choices_weights(rng, a, d->x, d->n, (int64_t *)out, work);
}

static const struct other others[] = {
    {"random_sample", draw_random_sample},
    {"standard_normal", draw_standard_normal},
    {"standard_exponential", draw_standard_exponential},
    {"standard_cauchy", draw_standard_cauchy},
    {"tomaxint", draw_tomaxint},
    {"random_raw", draw_random_raw},
    {"bytes", draw_bytes},
    {"multinomial", draw_multinomial},
    {"dirichlet", draw_dirichlet},
    {"permutation", draw_permutation},
    {"choice", draw_choice},
    {"choice_p", draw_choice_p},
    {"choice_no_replace", draw_choice_no_replace},
    {"py_random", draw_py_random},
    {"py_gauss", draw_py_gauss},
    {"py_normalvariate", draw_py_normalvariate},
    {"py_lognormvariate", draw_py_lognormvariate},
    {"py_expovariate", draw_py_expovariate},
    {"py_weibullvariate", draw_py_weibullvariate},
    {"py_gammavariate", draw_py_gammavariate},
    {"py_betavariate", draw_py_betavariate},
    {"py_vonmisesvariate", draw_py_vonmisesvariate},
    {"py_binomialvariate", draw_py_binomialvariate},
    {"py_randint", draw_py_randint},
    {"py_choices_weights", draw_py_choices_weights},
};

/* ---- Any draw ---- */

static union number take_number(struct input *in, const char *type, enum parameters kind)
{
    union number x;
    if (strcmp(type, "double") == 0)
        x.as_double = take_double_of(in, kind);
    else
        x.as_int64_t = take_int64_of(in, kind);
    return x;
}

/* A few numbers take turns in the columns. */
static void take_parameters(struct input *in, struct draw *d)
{
    d->method = &methods[take_below(in, METHODS)];
    const enum parameters kind = take_kind(in);
    for (size_t j = 0; j < d->method->count; j++) {
        union number few[MOST_NUMBERS];
        const size_t count = 1 + take_below(in, MOST_NUMBERS);
        for (size_t i = 0; i < count; i++)
            few[i] = take_number(in, d->method->types[j], kind);
        d->v[j] = few[0];
        for (size_t i = 0; d->form == EACH && i < d->n; i++)
            d->columns[j][i] = few[i % count];
    }
}

/* Half of the arrays are shares of 1, so that they are not all refused. */
static void take_other(struct input *in, struct draw *d)
{
    double sum = 0.0;
    d->other = &others[take_below(in, sizeof others / sizeof *others)];
    d->k = take_below(in, MOST_NUMBERS + 1);
    const bool are_shares = take_below(in, 2) == 0;
    const enum parameters kind = take_kind(in);
    for (size_t i = 0; i < MOST_NUMBERS; i++) {
        d->x[i] = take_double_of(in, kind);
        if (i < d->k)
            sum += fabs(d->x[i]);
    }
    for (size_t i = 0; are_shares && i < d->k && isfinite(sum) && sum > 0.0; i++)
        d->x[i] = fabs(d->x[i]) / sum;
    for (size_t i = 0; i < sizeof d->i / sizeof *d->i; i++)
        d->i[i] = take_int64_of(in, kind);
}

/* Most arrays are short; few are long enough to be divided into parts. */
static size_t take_count(struct input *in)
{
    const unsigned kind = take_below(in, 64);
    if (kind < 3)
        return FIRST_OF_PARTS + take_below(in, MOST - FIRST_OF_PARTS + 1);
    return kind < 16 ? take_below(in, 2500) : take_below(in, 400);
}

static void take_draw(struct input *in, struct draw *d)
{
    d->form = (enum form)take_below(in, 3);
    d->n = take_count(in);
    d->parts = d->n >= FIRST_OF_PARTS ? 2 + (int)take_below(in, 7) : 1;
    if (d->form == OTHER)
        take_other(in, d);
    else
        take_parameters(in, d);
}

static const char *name_of(const struct draw *d)
{
    return d->form == OTHER ? d->other->name : d->method->name;
}

static nprand_status run_draw(nprand_rng *rng, const struct draw *d, void *out)
{
    const void *columns[MOST_PARAMETERS];
    ptrdiff_t steps[MOST_PARAMETERS];
    if (d->form == OTHER)
        return d->other->run(rng, d, out);
    const size_t count = d->method->count;
    if (d->form == FILL)
        return d->method->fill(rng, d->v + count, d->n, out);
    for (size_t j = 0; j < count; j++) {
        columns[j] = d->columns[j];
        steps[j] = 1;
    }
    return d->method->each(rng, columns + count, steps + count, d->n, out);
}

static void run_backward(void *context, nprand_part *part, void *argument, size_t count)
{
    (void)context;
    while (count > 0)
        part(argument, --count);
}

/* Every backend, with the parts of the input, gives what the portable one gives without parts. */
static void check_draw(const nprand_rng *rng, const struct draw *d)
{
    static unsigned char expected[8 * MOST], out[8 * MOST];
    const size_t size = 8 * d->n;
    nprand_rng after = *rng;
    if (nprand_set_backend(backends[0]) != NPRAND_OK)
        abort();
    memset(expected, 0xa5, size);
    const nprand_status status = run_draw(&after, d, expected);
    for (size_t i = 0; i < sizeof backends / sizeof *backends; i++) {
        nprand_rng mine = *rng;
        if (nprand_set_backend(backends[i]) != NPRAND_OK)
            continue;
        memset(out, 0xa5, size);
        if (nprand_set_runner(&mine, d->parts > 1 ? run_backward : NULL, NULL, d->parts) !=
            NPRAND_OK)
            abort();
        const nprand_status made = run_draw(&mine, d, out);
        if (made == status && memcmp(out, expected, size) == 0 && same_generators(&mine, &after))
            continue;
        fprintf(stderr, "%s, form %d, n = %zu, %d parts, %s: ", name_of(d), (int)d->form, d->n,
                d->parts, backends[i]);
        fail_target("backends", "not what the portable backend gives");
    }
}

/* ---- Moves ---- */

static void check_few_words(const nprand_rng *rng, const nprand_rng *moved, uint64_t words)
{
    static uint32_t out[MOST_DRAWN];
    nprand_rng drawn = *rng, ahead = *moved;
    if (words > MOST_DRAWN)
        return;
    nprand_random_raw_fill(&drawn, (size_t)words, out);
    for (int i = 0; i < 2 * 624; i++) {
        if (nprand_random_raw(&drawn) != nprand_random_raw(&ahead))
            fail_target("advance", "not the stream after as many words");
    }
}

/* The generator first draws two blocks of words: only then can all words before it be found. */
static void check_moves(struct input *in, const nprand_rng *before)
{
    nprand_rng used = *before;
    nprand_advance(&used, 2 * 624);
    const nprand_rng *const rng = &used;
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
        check_few_words(rng, &moved[made], words);
        nprand_rng back = moved[made++];
        nprand_rewind(&back, words);
        nprand_rng ahead = *rng;
        for (int j = 0; j < 2 * 624; j++) {
            if (nprand_random_raw(&back) != nprand_random_raw(&ahead))
                fail_target(backends[i], "advance and rewind: another stream");
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct draw d;
    struct input in = {data, size};
    const nprand_rng rng = take_generator(&in);
    const bool has_moves = take_below(&in, 16) == 0;
    take_draw(&in, &d);
    check_draw(&rng, &d);
    if (has_moves)
        check_moves(&in, &rng);
    nprand_set_backend(NULL);
    return 0;
}
