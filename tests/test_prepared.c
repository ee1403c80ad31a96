/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Scalar calls in a row, whose values are prepared: src/distributions/prepared.h. Each call is
 * compared with a fill of one value, which takes no prepared value, and so is the state behind it.
 */
#include "test.h"

#include <fenv.h>
#include <math.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "../src/distributions/prepared.h"

/* ---- Methods ---- */

struct parameters {
    double loc, scale;
    int64_t low, high;
};

static const struct parameters USUAL = {1.5, 2.5, -5, 95};

/* The call of a method and its fill: without parameters, with a scale, with loc and scale, or with
 * bounds. */
struct method {
    const char *name;
    double (*plain)(nprand_rng *rng);
    nprand_status (*plain_fill)(nprand_rng *rng, size_t n, double *out);
    double (*scaled)(nprand_rng *rng, double scale);
    nprand_status (*scaled_fill)(nprand_rng *rng, double scale, size_t n, double *out);
    double (*moved)(nprand_rng *rng, double loc, double scale);
    nprand_status (*moved_fill)(nprand_rng *rng, double loc, double scale, size_t n, double *out);
    int64_t (*bounded)(nprand_rng *rng, int64_t low, int64_t high);
    nprand_status (*bounded_fill)(nprand_rng *rng, int64_t low, int64_t high, size_t n,
                                  int64_t *out);
};

/* Two normals, the numerator first: the fill of standard_cauchy can end with a scalar call. */
static nprand_status quotients(nprand_rng *rng, size_t n, double *out)
{
    for (size_t i = 0; i < n; i++) {
        double numerator, denominator;
        assert_int_equal(nprand_standard_normal_fill(rng, 1, &numerator), NPRAND_OK);
        assert_int_equal(nprand_standard_normal_fill(rng, 1, &denominator), NPRAND_OK);
        out[i] = numerator / denominator;
    }
    return NPRAND_OK;
}

static double standard_gamma_1(nprand_rng *rng)
{
    return nprand_standard_gamma(rng, 1.0);
}

static nprand_status standard_gamma_1_fill(nprand_rng *rng, size_t n, double *out)
{
    return nprand_standard_gamma_fill(rng, 1.0, n, out);
}

static double gamma_1(nprand_rng *rng, double scale)
{
    return nprand_gamma(rng, 1.0, scale);
}

static nprand_status gamma_1_fill(nprand_rng *rng, double scale, size_t n, double *out)
{
    return nprand_gamma_fill(rng, 1.0, scale, n, out);
}

static nprand_status int32_fill(nprand_rng *rng, int64_t low, int64_t high, size_t n, int64_t *out)
{
    assert_int_equal(n, 1);
    int32_t value;
    const nprand_status status = nprand_randint_int32_fill(rng, low, high, 1, &value);
    *out = value;
    return status;
}

static int64_t choice(nprand_rng *rng, int64_t low, int64_t high)
{
    (void)low;
    return nprand_choice(rng, high);
}

static nprand_status choice_fill(nprand_rng *rng, int64_t low, int64_t high, size_t n, int64_t *out)
{
    (void)low;
    return nprand_choice_fill(rng, high, n, out);
}

static const struct method METHODS[] = {
    {.name = "standard_normal",
     .plain = nprand_standard_normal,
     .plain_fill = nprand_standard_normal_fill},
    {.name = "normal", .moved = nprand_normal, .moved_fill = nprand_normal_fill},
    {.name = "lognormal", .moved = nprand_lognormal, .moved_fill = nprand_lognormal_fill},
    {.name = "standard_cauchy", .plain = nprand_standard_cauchy, .plain_fill = quotients},
    {.name = "standard_exponential",
     .plain = nprand_standard_exponential,
     .plain_fill = nprand_standard_exponential_fill},
    {.name = "exponential", .scaled = nprand_exponential, .scaled_fill = nprand_exponential_fill},
    {.name = "standard_gamma", .plain = standard_gamma_1, .plain_fill = standard_gamma_1_fill},
    {.name = "gamma", .scaled = gamma_1, .scaled_fill = gamma_1_fill},
    {.name = "gumbel", .moved = nprand_gumbel, .moved_fill = nprand_gumbel_fill},
    {.name = "logistic", .moved = nprand_logistic, .moved_fill = nprand_logistic_fill},
    {.name = "pareto", .scaled = nprand_pareto, .scaled_fill = nprand_pareto_fill},
    {.name = "power", .scaled = nprand_power, .scaled_fill = nprand_power_fill},
    {.name = "rayleigh", .scaled = nprand_rayleigh, .scaled_fill = nprand_rayleigh_fill},
    {.name = "weibull", .scaled = nprand_weibull, .scaled_fill = nprand_weibull_fill},
    {.name = "randint", .bounded = nprand_randint, .bounded_fill = nprand_randint_fill},
    {.name = "randint_int32", .bounded = nprand_randint_int32, .bounded_fill = int32_fill},
    {.name = "random_integers",
     .bounded = nprand_random_integers,
     .bounded_fill = nprand_random_integers_fill},
    {.name = "choice", .bounded = choice, .bounded_fill = choice_fill},
};
enum { METHOD_COUNT = sizeof METHODS / sizeof METHODS[0] };

static double call(const struct method *m, nprand_rng *rng, const struct parameters *p)
{
    if (m->plain != NULL)
        return m->plain(rng);
    if (m->scaled != NULL)
        return m->scaled(rng, p->scale);
    if (m->moved != NULL)
        return m->moved(rng, p->loc, p->scale);
    return (double)m->bounded(rng, p->low, p->high);
}

static double fill_of_one(const struct method *m, nprand_rng *rng, const struct parameters *p)
{
    double x = 0.0;
    int64_t integer = 0;
    nprand_status status;
    if (m->plain != NULL)
        status = m->plain_fill(rng, 1, &x);
    else if (m->scaled != NULL)
        status = m->scaled_fill(rng, p->scale, 1, &x);
    else if (m->moved != NULL)
        status = m->moved_fill(rng, p->loc, p->scale, 1, &x);
    else
        status = m->bounded_fill(rng, p->low, p->high, 1, &integer);
    assert_int_equal(status, NPRAND_OK);
    return m->bounded != NULL ? (double)integer : x;
}

static const struct method *method_of(const char *name)
{
    size_t i = 0;
    while (strcmp(METHODS[i].name, name) != 0)
        i++;
    return &METHODS[i];
}

/* ---- Calls compared ---- */

/* Two generators of the same stream. */
struct pair {
    nprand_rng by_calls, by_fills;
};

static struct pair pair_of(int64_t seed)
{
    const nprand_rng rng = seeded(seed);
    return (struct pair){rng, rng};
}

static void assert_same_double(double x, double y, const char *name)
{
    if (memcmp(&x, &y, sizeof x) != 0)
        fail_msg("%s: %a in place of %a", name, x, y);
}

static void draw(struct pair *g, const struct method *m, const struct parameters *p, int n)
{
    for (int i = 0; i < n; i++) {
        const double x = call(m, &g->by_calls, p);
        assert_same_double(x, fill_of_one(m, &g->by_fills, p), m->name);
    }
    assert_same_state(&g->by_calls, &g->by_fills);
}

static struct nprand__prepared *prepared(struct pair *g)
{
    return nprand__prepared_of(&g->by_calls);
}

/* How many prepared values are left. */
static uint32_t left(struct pair *g)
{
    assert_true(prepared(g)->next <= prepared(g)->count);
    return prepared(g)->count - prepared(g)->next;
}

/* Draws until values are prepared, and so many are left at least. */
static void draw_until_prepared(struct pair *g, const struct method *m, uint32_t at_least)
{
    for (int i = 0; left(g) < at_least; i++) {
        draw(g, m, &USUAL, 1);
        assert_true(i < 5 * NPRAND__N);
    }
}

/* ---- The tests ---- */

/* Each method prepares values, and the state is right behind each of them. */
static void long_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < METHOD_COUNT; i++) {
        struct pair g = pair_of((int64_t)i);
        uint32_t most = 0;
        for (int k = 0; k < 3 * NPRAND__N; k++) {
            draw(&g, &METHODS[i], &USUAL, 1);
            most = left(&g) > most ? left(&g) : most;
        }
        if (most < 32)
            fail_msg("%s prepares %u values", METHODS[i].name, most);
    }
}

/* Rows of integers with each kind of bounds: one value, a power of two, few too large, many. Behind
 * a change of the bounds, nothing is taken that was prepared for the other ones. */
static void rows_of_integers(void **state)
{
    (void)state;
    static const int64_t HIGHS[] = {-4, 95, -3, 3, 11, 12, 60, 251, INT32_MAX - 1, INT32_MAX};
    enum { COUNT = sizeof HIGHS / sizeof HIGHS[0] };
    struct pair g = pair_of(7);
    for (int round = 0; round < 400; round++) {
        struct parameters p = USUAL;
        p.high = HIGHS[round * 7 % COUNT];
        draw(&g, method_of("randint"), &p, 1 + round % 150);
        draw(&g, method_of("randint_int32"), &p, round % 3);
    }
}

/* Other parameters at the position at which the row goes on. */
static void parameters_in_turn(void **state)
{
    (void)state;
    struct parameters loc = USUAL, scale = USUAL, low = USUAL, high = USUAL;
    loc.loc = -1.5;
    scale.scale = 2.25;
    low.low = -6;
    high.high = 96;
    const struct parameters *const OTHERS[] = {&loc, &scale, &low, &high};
    for (size_t i = 0; i < METHOD_COUNT; i++) {
        for (size_t k = 0; k < 4; k++) {
            struct pair g = pair_of((int64_t)i);
            draw_until_prepared(&g, &METHODS[i], 4);
            draw(&g, &METHODS[i], OTHERS[k], 3);
            draw(&g, &METHODS[i], &USUAL, 3);
        }
    }
}

/* Another method at the position at which the row goes on. */
static void methods_in_turn(void **state)
{
    (void)state;
    for (size_t i = 0; i < METHOD_COUNT; i++) {
        for (size_t k = 0; k < METHOD_COUNT; k++) {
            struct pair g = pair_of((int64_t)(100 * i + k));
            draw_until_prepared(&g, &METHODS[i], 4);
            draw(&g, &METHODS[k], &USUAL, 3);
            draw(&g, &METHODS[i], &USUAL, 3);
        }
    }
}

/* What changes the block or the position, for both generators. n is any small number. */
typedef void change(nprand_rng *rng, int n);

static void skip_some(nprand_rng *rng, int n)
{
    skip_words(rng, (size_t)n % 5);
}

static void skip_a_block(nprand_rng *rng, int n)
{
    (void)n;
    static uint32_t words[NPRAND__N];
    assert_int_equal(nprand_random_raw_fill(rng, NPRAND__N, words), NPRAND_OK);
}

static void skip_blocks_of_doubles(nprand_rng *rng, int n)
{
    (void)n;
    static double u[2 * NPRAND__N];
    assert_int_equal(nprand_random_sample_fill(rng, 2 * NPRAND__N, u), NPRAND_OK);
}

static void advance_to_and_fro(nprand_rng *rng, int n)
{
    assert_int_equal(nprand_advance(rng, (uint64_t)n), NPRAND_OK);
    assert_int_equal(nprand_rewind(rng, (uint64_t)n), NPRAND_OK);
}

static void advance_by_blocks(nprand_rng *rng, int n)
{
    assert_int_equal(nprand_advance(rng, (uint64_t)(n % 4) * NPRAND__N), NPRAND_OK);
}

static void rewind_by_blocks(nprand_rng *rng, int n)
{
    assert_int_equal(nprand_rewind(rng, (uint64_t)(n % 4) * NPRAND__N), NPRAND_OK);
}

static void rewind_a_little(nprand_rng *rng, int n)
{
    assert_int_equal(nprand_rewind(rng, 2 * ((uint64_t)n % 20)), NPRAND_OK);
}

static void jump(nprand_rng *rng, int n)
{
    assert_int_equal(nprand_jumped(rng, n), NPRAND_OK);
}

static void set_another_key(nprand_rng *rng, int n)
{
    nprand_state state = state_of(rng);
    state.key[NPRAND__N / 2 + n % 100] ^= 0x10000000;
    state.has_gauss = n % 2;
    assert_int_equal(nprand_set_state(rng, &state), NPRAND_OK);
}

static void seed_again(nprand_rng *rng, int n)
{
    assert_int_equal(nprand_seed(rng, n), NPRAND_OK);
}

static void take_a_copy(nprand_rng *rng, int n)
{
    const nprand_rng copy = *rng;
    skip_some(rng, n);
    *rng = copy;
}

static void choose_few(nprand_rng *rng, int n)
{
    int64_t few[3];
    assert_int_equal(nprand_choice_no_replace_fill(rng, 3000 + n, 3, few, nprand_work_of(NULL, 0)),
                     NPRAND_OK);
}

/* A runner that runs the parts one by one: fills in parts end with the state of their last part. */
static void one_by_one(void *context, nprand_part *part, void *argument, size_t count)
{
    (void)context;
    for (size_t i = 0; i < count; i++)
        part(argument, i);
}

static void fill_in_parts(nprand_rng *rng, int n)
{
    (void)n;
    enum { COUNT = 32 * NPRAND__N }; /* as many words as some blocks have */
    static double u[COUNT];
    assert_int_equal(nprand_set_runner(rng, one_by_one, NULL, 4), NPRAND_OK);
    assert_int_equal(nprand_random_sample_fill(rng, COUNT, u), NPRAND_OK);
    assert_int_equal(nprand_set_runner(rng, NULL, NULL, 1), NPRAND_OK);
}

/* rayleigh has another logarithm before 1.21. */
static void change_the_release(nprand_rng *rng, int n)
{
    assert_int_equal(nprand_set_numpy(rng, 1, n % 2 == 0 ? 20 : 24), NPRAND_OK);
}

static change *const CHANGES[] = {
    skip_some,
    skip_a_block,
    skip_blocks_of_doubles,
    advance_to_and_fro,
    advance_by_blocks,
    rewind_by_blocks,
    rewind_a_little,
    jump,
    set_another_key,
    seed_again,
    take_a_copy,
    choose_few,
    fill_in_parts,
    change_the_release,
};
enum { CHANGE_COUNT = sizeof CHANGES / sizeof CHANGES[0] };

/* A change in the middle of a row, with prepared values left. */
static void changes_in_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < METHOD_COUNT; i++) {
        for (size_t c = 0; c < CHANGE_COUNT; c++) {
            for (int n = 0; n < 8; n++) {
                struct pair g = pair_of((int64_t)(100 * i + 10 * c) + n);
                draw_until_prepared(&g, &METHODS[i], 12);
                CHANGES[c](&g.by_calls, n);
                CHANGES[c](&g.by_fills, n);
                draw(&g, &METHODS[i], &USUAL, 10);
            }
        }
    }
}

/* Anything after anything. */
static void random_calls(void **state)
{
    (void)state;
    nprand_rng dice = seeded(99);
    struct pair g = pair_of(5);
    struct parameters p = USUAL;
    for (int k = 0; k < 4000; k++) {
        const struct method *m = &METHODS[nprand_randint(&dice, 0, METHOD_COUNT)];
        const int n = (int)nprand_zipf(&dice, 1.3) % 200;
        p.high = nprand_randint(&dice, 0, 4) == 0 ? nprand_randint(&dice, 1, 1000) : p.high;
        draw(&g, m, &p, n);
        if (nprand_randint(&dice, 0, 3) == 0) {
            change *const c = CHANGES[nprand_randint(&dice, 0, CHANGE_COUNT)];
            c(&g.by_calls, n);
            c(&g.by_fills, n);
        }
    }
}

/* A program whose rows are short soon prepares no values. With long rows, it does again. */
static void short_rows(void **state)
{
    (void)state;
    struct pair g = pair_of(3);
    draw(&g, &METHODS[0], &USUAL, 2 * NPRAND__N);
    assert_int_equal(prepared(&g)->calls_before, 0);
    int times = 0;
    for (int k = 0; k < 1000; k++) {
        for (int i = 0; i < 20; i++) {
            const uint32_t before = prepared(&g)->count;
            draw(&g, &METHODS[0], &USUAL, 1);
            times += before == 0 && prepared(&g)->count > 0;
        }
        skip_words(&g.by_calls, 2);
        skip_words(&g.by_fills, 2);
    }
    assert_in_range(times, 1, 10);
    assert_true(prepared(&g)->calls_before > 10);
    draw(&g, &METHODS[0], &USUAL, 20 * NPRAND__N);
    assert_int_equal(prepared(&g)->calls_before, 0);
}

/* The last word of a block, a word of the next one, and these doubles behind them. */
static nprand_rng before_doubles(size_t n, const double *doubles)
{
    uint32_t words[NPRAND__N];
    for (size_t i = 0; i < n; i++) {
        const uint64_t u = (uint64_t)(doubles[i] * 0x1p53);
        words[2 * i] = (uint32_t)(u >> 26 << 5);
        words[2 * i + 1] = (uint32_t)(u << 6);
    }
    nprand_rng rng = with_next_words(2 * n, words);
    assert_int_equal(nprand_rewind(&rng, 2), NPRAND_OK);
    return rng;
}

/* A row with such uniforms in it, the first one that is prepared among them, and two together. */
static void draw_row_with(double special, int patch)
{
    enum { COUNT = 200 };
    double u[COUNT];
    nprand_rng dice = seeded(12);
    for (size_t i = 0; i < COUNT; i++)
        u[i] = (double)nprand_randint(&dice, 1, 1000) / 1024.0;
    for (int i = 0; i < 10; i++)
        u[5 + 7 * i + 3 * i * i / 2] = special;
    u[100] = u[101] = special;
    struct parameters p = USUAL;
    p.loc = 0.0;
    for (size_t i = 0; i < METHOD_COUNT; i++) {
        nprand_rng rng = before_doubles(COUNT, u);
        assert_int_equal(nprand_set_numpy_patch(&rng, 1, 16, patch), NPRAND_OK);
        for (uint32_t before = 0; before < 12; before++) {
            struct pair g = {rng, rng};
            prepared(&g)->calls_before = before;
            draw(&g, &METHODS[i], &p, COUNT);
        }
    }
}

/* Since 1.16.4, some methods draw a uniform of 0 again. */
static void zeros_in_rows(void **state)
{
    (void)state;
    draw_row_with(0.0, 3);
    draw_row_with(0.0, 4);
}

/* Of a uniform of 1/2, logistic makes 0, which is a value and no uniform. */
static void values_of_zero_in_rows(void **state)
{
    (void)state;
    draw_row_with(0.5, 4);
}

/* A refused call leaves the row as it is. */
static void refused_calls_in_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < METHOD_COUNT; i++) {
        struct pair g = pair_of((int64_t)i);
        draw_until_prepared(&g, &METHODS[i], 4);
        const nprand_rng before = g.by_calls;
        assert_true(isnan(nprand_normal(&g.by_calls, 0.0, -1.0)));
        assert_true(isnan(nprand_exponential(&g.by_calls, -1.0)));
        assert_true(isnan(nprand_gamma(&g.by_calls, 1.0, -1.0)));
        assert_int_equal(nprand_randint(&g.by_calls, 5, 5), NPRAND_INVALID);
        assert_memory_equal(&before, &g.by_calls, sizeof before);
        draw(&g, &METHODS[i], &USUAL, 4);
    }
}

#ifdef FE_UPWARD
/* While the direction of rounding is another one, nothing is prepared. */
static void rows_with_another_rounding(void **state)
{
    (void)state;
    for (size_t i = 0; i < METHOD_COUNT; i++) {
        struct pair g = pair_of((int64_t)i);
        draw_until_prepared(&g, &METHODS[i], 2);
        assert_int_equal(fesetround(FE_UPWARD), 0);
        for (int k = 0; k < 3 * NPRAND__N / 2; k++)
            (void)call(&METHODS[i], &g.by_calls, &USUAL);
        assert_int_equal(fesetround(FE_TONEAREST), 0);
        assert_int_equal(left(&g), 0);
        const nprand_state behind = state_of(&g.by_calls);
        assert_int_equal(nprand_set_state(&g.by_fills, &behind), NPRAND_OK);
        draw(&g, &METHODS[i], &USUAL, NPRAND__N);
    }
}
#endif

#ifdef __SSE2__
/* While the processor takes 0 for subnormal numbers, nothing is prepared. */
static void rows_without_subnormals(void **state)
{
    (void)state;
    const unsigned usual = _mm_getcsr(), bits[] = {0x8000, 0x0040, 0x8040}; /* FTZ, DAZ */
    const struct parameters p = {1.5, 1e-310, -5, 95};
    for (size_t k = 0; k < 3; k++) {
        struct pair g = pair_of((int64_t)k);
        draw_until_prepared(&g, method_of("rayleigh"), 2);
        _mm_setcsr(usual | bits[k]);
        for (int i = 0; i < 3 * NPRAND__N / 2; i++)
            (void)nprand_rayleigh(&g.by_calls, p.scale);
        _mm_setcsr(usual);
        assert_int_equal(left(&g), 0);
        const nprand_state behind = state_of(&g.by_calls);
        assert_int_equal(nprand_set_state(&g.by_fills, &behind), NPRAND_OK);
        draw(&g, method_of("rayleigh"), &p, NPRAND__N);
    }
}
#endif

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(long_rows),
        cmocka_unit_test(rows_of_integers),
        cmocka_unit_test(parameters_in_turn),
        cmocka_unit_test(methods_in_turn),
        cmocka_unit_test(changes_in_rows),
        cmocka_unit_test(random_calls),
        cmocka_unit_test(short_rows),
        cmocka_unit_test(zeros_in_rows),
        cmocka_unit_test(values_of_zero_in_rows),
        cmocka_unit_test(refused_calls_in_rows),
#ifdef FE_UPWARD
        cmocka_unit_test(rows_with_another_rounding),
#endif
#ifdef __SSE2__
        cmocka_unit_test(rows_without_subnormals),
#endif
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
