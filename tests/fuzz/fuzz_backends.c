/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Each draw by every backend that this CPU has, from the same state and for the same releases: the
 * bits and the state after the call must be those of the portable backend. Methods with parameters
 * are drawn as a fill or as an each. Some fills are divided into parts, which a runner calls from
 * the last one to the first. Then the generator advances and is rewound by the same number of words,
 * once by each backend. Few words are drawn one by one too.
 */
#define NPRAND_NO_NODISCARD
#include "../../include/nprand_python.h"
#include "../each_methods.h"
#include "input.h"

#include <float.h>

enum { MOST = 20000, MOST_NUMBERS = 12, MOST_DRAWN = 3000, MOST_WORK = 1 << 20 };
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

/* Bytes of which few neighbours are equal. */
static void write_bytes(unsigned char *out, size_t size)
{
    for (size_t i = 0; i < size; i++)
        out[i] = (unsigned char)(i % 251);
}

/* Elements of 1 to 13 bytes, as many as there is room for. */
static nprand_status draw_shuffle(nprand_rng *rng, const struct draw *d, void *out)
{
    write_bytes((unsigned char *)out, 8 * d->n);
    return nprand_shuffle(rng, out, 8 * d->n / (d->k + 1), d->k + 1);
}

/* With gaps of up to 15 bytes between them, forward or backward. */
static nprand_status draw_shuffle_strided(nprand_rng *rng, const struct draw *d, void *out)
{
    const size_t size = d->k + 1, distance = size + (size_t)((uint64_t)d->i[0] % 16);
    const size_t count = 8 * d->n / distance;
    unsigned char *first = (unsigned char *)out;
    write_bytes(first, 8 * d->n);
    if (d->i[1] % 2 == 0 || count == 0)
        return nprand_shuffle_strided(rng, first, count, size, (ptrdiff_t)distance);
    first += (count - 1) * distance;
    return nprand_shuffle_strided(rng, first, count, size, -(ptrdiff_t)distance);
}

static nprand_status draw_permutation_array(nprand_rng *rng, const struct draw *d, void *out)
{
    static unsigned char base[8 * MOST];
    write_bytes(base, 8 * d->n);
    return nprand_permutation_array(rng, base, 8 * d->n / (d->k + 1), d->k + 1, out);
}

static void make_floats(const struct draw *d, float p[MOST_NUMBERS])
{
    for (size_t i = 0; i < MOST_NUMBERS; i++)
        p[i] = fabs(d->x[i]) <= (double)FLT_MAX ? (float)d->x[i] : 0.0f;
}

static nprand_status draw_choice_p_float(nprand_rng *rng, const struct draw *d, void *out)
{
    const int64_t a = (int64_t)d->k;
    const nprand_work work = work_for(nprand_choice_p_work_size(a));
    float p[MOST_NUMBERS];
    make_floats(d, p);
    return nprand_choice_p_float_fill(rng, a, p, d->n, (int64_t *)out, work);
}

/* Of n indices, the first ones: more than there are probabilities would always be refused. */
static nprand_status draw_choice_no_replace_p(nprand_rng *rng, const struct draw *d, void *out)
{
    const int64_t a = (int64_t)d->k;
    const size_t n = d->n % (d->k + 1);
    const nprand_work work = work_for(nprand_choice_no_replace_p_work_size(a));
    return nprand_choice_no_replace_p_fill(rng, a, d->x, n, (int64_t *)out, work);
}

static nprand_status draw_choice_no_replace_p_float(nprand_rng *rng, const struct draw *d,
                                                    void *out)
{
    const int64_t a = (int64_t)d->k;
    const size_t n = d->n % (d->k + 1);
    const nprand_work work = work_for(nprand_choice_no_replace_p_work_size(a));
    float p[MOST_NUMBERS];
    make_floats(d, p);
    return nprand_choice_no_replace_p_float_fill(rng, a, p, n, (int64_t *)out, work);
}

/* Draws nothing: the state alone is compared. */
static nprand_status move_jumped(nprand_rng *rng, const struct draw *d, void *out)
{
    (void)out;
    return nprand_jumped(rng, d->i[0]);
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

static nprand_status draw_py_getrandbits(nprand_rng *rng, const struct draw *d, void *out)
{
    return nprand_py_getrandbits_fill(rng, (int)(d->i[0] % 70), d->n, (uint64_t *)out);
}

/* Two limbs for each of n, the upper one not always whole. */
static nprand_status draw_py_getrandbits_limbs(nprand_rng *rng, const struct draw *d, void *out)
{
    const size_t bits = d->n > 0 ? 64 * d->n - (size_t)((uint64_t)d->i[0] % 64) : 0;
    return nprand_py_getrandbits_limbs(rng, bits, (uint32_t *)out);
}

static nprand_status draw_py_randbytes(nprand_rng *rng, const struct draw *d, void *out)
{
    return nprand_py_randbytes(rng, d->n, out);
}

static nprand_status draw_py_randrange(nprand_rng *rng, const struct draw *d, void *out)
{
    return nprand_py_randrange_fill(rng, d->i[0], d->i[1], d->i[2], d->n, (int64_t *)out);
}

static nprand_status draw_py_randrange_uint64(nprand_rng *rng, const struct draw *d, void *out)
{
    return nprand_py_randrange_uint64_fill(rng, (uint64_t)d->i[0], (uint64_t)d->i[1], d->i[2], d->n,
                                           (uint64_t *)out);
}

static nprand_status draw_py_randint_uint64(nprand_rng *rng, const struct draw *d, void *out)
{
    return nprand_py_randint_uint64_fill(rng, (uint64_t)d->i[0], (uint64_t)d->i[1], d->n,
                                         (uint64_t *)out);
}

static nprand_status draw_py_choice(nprand_rng *rng, const struct draw *d, void *out)
{
    return nprand_py_choice_fill(rng, d->i[0], d->n, (int64_t *)out);
}

static nprand_status draw_py_choices(nprand_rng *rng, const struct draw *d, void *out)
{
    return nprand_py_choices(rng, d->i[0], d->n, (int64_t *)out);
}

static nprand_status draw_py_choices_cum_weights(nprand_rng *rng, const struct draw *d, void *out)
{
    const int64_t a = (int64_t)d->k;
    return nprand_py_choices_cum_weights(rng, a, d->x, d->n, (int64_t *)out);
}

static nprand_status draw_py_shuffle(nprand_rng *rng, const struct draw *d, void *out)
{
    write_bytes((unsigned char *)out, 8 * d->n);
    return nprand_py_shuffle(rng, out, 8 * d->n / (d->k + 1), d->k + 1);
}

/* Of a population that is a little larger than the sample, or of any. */
static nprand_status draw_py_sample(nprand_rng *rng, const struct draw *d, void *out)
{
    const int64_t a = d->i[0] % 2 == 0 ? (int64_t)d->n + d->i[1] % 1000 : d->i[1];
    const nprand_work work = work_for(nprand_py_sample_work_size(a, d->n));
    return nprand_py_sample(rng, a, d->n, (int64_t *)out, work);
}

static nprand_status draw_py_sample_counts(nprand_rng *rng, const struct draw *d, void *out)
{
    int64_t counts[MOST_NUMBERS];
    for (size_t i = 0; i < MOST_NUMBERS; i++)
        counts[i] = d->i[i % 3] % 2000 + (int64_t)d->n / 4;
    const nprand_work work = work_for(nprand_py_sample_counts_work_size(counts, d->k, d->n));
    return nprand_py_sample_counts(rng, counts, d->k, d->n, (int64_t *)out, work);
}

static nprand_status draw_py_uniform(nprand_rng *rng, const struct draw *d, void *out)
{
    return nprand_py_uniform_fill(rng, d->x[0], d->x[1], d->n, (double *)out);
}

static nprand_status draw_py_triangular(nprand_rng *rng, const struct draw *d, void *out)
{
    return nprand_py_triangular_fill(rng, d->x[0], d->x[1], d->x[2], d->n, (double *)out);
}

static nprand_status draw_py_triangular_symmetric(nprand_rng *rng, const struct draw *d, void *out)
{
    return nprand_py_triangular_symmetric_fill(rng, d->x[0], d->x[1], d->n, (double *)out);
}

static nprand_status draw_py_paretovariate(nprand_rng *rng, const struct draw *d, void *out)
{
    return nprand_py_paretovariate_fill(rng, d->x[0], d->n, (double *)out);
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
    {"shuffle", draw_shuffle},
    {"shuffle_strided", draw_shuffle_strided},
    {"permutation_array", draw_permutation_array},
    {"choice_p_float", draw_choice_p_float},
    {"choice_no_replace_p", draw_choice_no_replace_p},
    {"choice_no_replace_p_float", draw_choice_no_replace_p_float},
    {"py_getrandbits", draw_py_getrandbits},
    {"py_getrandbits_limbs", draw_py_getrandbits_limbs},
    {"py_randbytes", draw_py_randbytes},
    {"py_randrange", draw_py_randrange},
    {"py_randrange_uint64", draw_py_randrange_uint64},
    {"py_randint_uint64", draw_py_randint_uint64},
    {"py_choice", draw_py_choice},
    {"py_choices", draw_py_choices},
    {"py_choices_cum_weights", draw_py_choices_cum_weights},
    {"py_shuffle", draw_py_shuffle},
    {"py_sample", draw_py_sample},
    {"py_sample_counts", draw_py_sample_counts},
    {"py_uniform", draw_py_uniform},
    {"py_triangular", draw_py_triangular},
    {"py_triangular_symmetric", draw_py_triangular_symmetric},
    {"py_paretovariate", draw_py_paretovariate},
    {"jumped", move_jumped},
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
    nprand_rng rng = take_generator(&in);
    const bool has_moves = take_below(&in, 16) == 0;
    take_settings(&in, &rng);
    take_draw(&in, &d);
    check_draw(&rng, &d);
    if (has_moves)
        check_moves(&in, &rng);
    nprand_set_backend(NULL);
    return 0;
}
