/* SPDX-License-Identifier: BSD-3-Clause
 *
 * What fortran.f90 must print, by the functions of C: of each row of src/methods.def with a scalar
 * form, six values of a fill, one scalar value, and the state afterwards; then the methods whose
 * form in Fortran is one of its own. Doubles and states are printed as bits.
 */
#include <nprand.h>
#include <stdio.h>
#include <string.h>

enum { VALUES = 6 };

/* The parameters of all methods, by their names in C. */
static const int trials = 20, ngood = 15, nbad = 10, nsample = 12;
static int64_t low, high, last;
static const double loc = 0.5, scale = 2, shape = 1.5, a = 2.5, b = 3.5, df = 3, nonc = 1.5;
static const double dfnum = 4, dfden = 5, mean = 1.25, sigma = 0.75, left = 1, mode = 2, right = 4;
static const double mu = 0.5, kappa = 2, lam = 12, successes = 3.5, p = 0.3;

static const double weights[4] = {0.1, 0.2, 0.3, 0.4};
static const float float_weights[4] = {0.125F, 0.25F, 0.5F, 0.125F};
static nprand_rng rng;
static int failed;

static void expect(nprand_status status)
{
    if (status != NPRAND_OK) {
        printf("refused: %s\n", nprand_strerror(status));
        failed = 1;
    }
}

static void print_double(double x)
{
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    printf(" %016llX", (unsigned long long)bits);
}

static void print_integer(int64_t x)
{
    printf(" %lld", (long long)x);
}

/* The state as three numbers: the xor of the key, the position, and the cached normal. */
static void print_state(void)
{
    nprand_state state;
    int32_t sum = 0;
    expect(nprand_get_state(&rng, &state));
    for (int i = 0; i < 624; i++)
        sum ^= (int32_t)state.key[i];
    printf("\n state");
    print_integer(sum);
    print_integer(state.pos);
    print_integer(state.has_gauss);
    print_double(state.gauss);
    printf("\n");
}

static void print_integers(const char *name, const int64_t *x, int n)
{
    printf("%s", name);
    for (int i = 0; i < n; i++)
        print_integer(x[i]);
    print_state();
}

/* Bounds that need every bit of an unsigned dtype; the others are 2 and 9. */
static const struct {
    const char *name;
    int64_t low, high;
} bounds[] = {{"randint_bool", 0, 2},       {"randint_uint8", 2, 200},
              {"randint_uint16", 2, 60000}, {"randint_uint32", 2, 4000000000},
              {"randint_uint64", 2, -5},    {"randint_uint64_endpoint", 2, -6}};

static void set_bounds(const char *name)
{
    low = 2;
    high = 9;
    for (size_t i = 0; i < sizeof bounds / sizeof bounds[0]; i++)
        if (strcmp(name, bounds[i].name) == 0) {
            low = bounds[i].low;
            high = bounds[i].high;
        }
    last = high;
}

static void seed(void)
{
    expect(nprand_seed(&rng, 42));
}

#define P0()                                   /**/
#define P1(t1, p1, n1)                         , p1
#define P2(t1, p1, n1, t2, p2, n2)             , p1, p2
#define P3(t1, p1, n1, t2, p2, n2, t3, p3, n3) , p1, p2, p3
#define PRINT(x)                               _Generic((x), double : print_double, default : print_integer)(x)
#define DRAW(name, result, T, parameters, ...)                    \
    static void draw_##name(void)                                 \
    {                                                             \
        T x[VALUES];                                              \
        seed();                                                   \
        set_bounds(#name);                                        \
        printf("%s", #name);                                      \
        expect(nprand_##name##_fill(&rng parameters, VALUES, x)); \
        for (int i = 0; i < VALUES; i++)                          \
            PRINT(x[i]);                                          \
        PRINT(nprand_##name(&rng parameters));                    \
        print_state();                                            \
    }
#define PACKED DRAW
#include "../../src/methods.def"

static void draw_all(void)
{
#define DRAW(name, ...) draw_##name();
#define PACKED          DRAW
#include "../../src/methods.def"
}

static void choices(void)
{
    int64_t x[VALUES], memory[8];
    nprand_work work = nprand_work_of(memory, sizeof memory);
    seed();
    expect(nprand_choice_fill(&rng, 4, VALUES, x));
    print_integers("choice", x, VALUES);
    expect(nprand_choice_p_fill(&rng, 4, weights, VALUES, x, work));
    print_integers("choice p", x, VALUES);
    expect(nprand_choice_p_float_fill(&rng, 4, float_weights, VALUES, x, work));
    print_integers("choice p float", x, VALUES);
    expect(nprand_choice_no_replace_fill(&rng, 4, 3, x, work));
    print_integers("choice no replace", x, 3);
    expect(nprand_choice_no_replace_p_fill(&rng, 4, weights, 3, x, work));
    print_integers("choice no replace p", x, 3);
    expect(nprand_choice_no_replace_p_float_fill(&rng, 4, float_weights, 3, x, work));
    print_integers("choice no replace p float", x, 3);
}

static void rows(void)
{
    int64_t counts[12];
    double shares[8];
    seed();
    expect(nprand_multinomial_fill(&rng, trials, weights, 4, 3, counts));
    print_integers("multinomial", counts, 12);
    expect(nprand_dirichlet_fill(&rng, weights, 4, 2, shares));
    printf("dirichlet");
    for (int i = 0; i < 8; i++)
        print_double(shares[i]);
    print_state();
}

static void permutations(void)
{
    int64_t x[12], y[12];
    unsigned char bytes[7];
    seed();
    for (int i = 0; i < 12; i++)
        x[i] = i;
    expect(nprand_shuffle(&rng, x, 12, sizeof x[0]));
    print_integers("shuffle", x, 12);
    expect(nprand_shuffle(&rng, x, 4, 3 * sizeof x[0]));
    print_integers("shuffle of rows", x, 12);
    expect(nprand_permutation_array(&rng, x, 4, 3 * sizeof x[0], y));
    print_integers("permutation of rows", y, 12);
    expect(nprand_permutation(&rng, 12, y));
    print_integers("permutation", y, 12);
    expect(nprand_bytes(&rng, sizeof bytes, bytes));
    for (int i = 0; i < 7; i++)
        x[i] = bytes[i] < 128 ? bytes[i] : bytes[i] - 256;
    print_integers("bytes", x, 7);
}

/* Three words of the generator, after a way to seed or to move it. */
static void words(const char *name)
{
    int64_t x[3];
    for (int i = 0; i < 3; i++)
        x[i] = nprand_random_raw(&rng);
    print_integers(name, x, 3);
}

static void seeds(void)
{
    const uint32_t key[2] = {1, 4294967295};
    const uint32_t worker = 7;
    nprand_seed_seq root, child[2];
    uint32_t state[3];
    int64_t x[3];
    expect(nprand_seed_array(&rng, key, 2));
    words("seed array");
    expect(nprand_seed_seq_init(&root, 12345));
    expect(nprand_seed_sequence(&rng, &root));
    words("seed sequence");
    expect(nprand_seed_seq_spawn(&root, 2, child));
    expect(nprand_seed_sequence(&rng, &child[1]));
    words("spawned");
    expect(nprand_seed_seq_init_array(&root, key, 2, 8));
    expect(nprand_seed_seq_child(&root, &worker, 1, &child[0]));
    expect(nprand_seed_sequence(&rng, &child[0]));
    words("child");
    expect(nprand_seed_seq_init_text(&root, "0x123456789abcdef0123", 21));
    expect(nprand_seed_seq_generate_state(&root, 3, state));
    for (int i = 0; i < 3; i++)
        x[i] = state[i];
    print_integers("generate state", x, 3);
}

static void moves(void)
{
    char text[NPRAND_STATE_JSON_SIZE];
    int64_t x;
    seed();
    expect(nprand_advance(&rng, 1000000));
    words("advance");
    expect(nprand_rewind(&rng, 2000000));
    words("rewind");
    expect(nprand_jumped(&rng, 2));
    words("jumped");
    expect(nprand_set_numpy(&rng, 1, 17));
    x = nprand_randint(&rng, 0, (int64_t)1 << 32);
    print_integers("set numpy", &x, 1);
    expect(nprand_set_long_bits(&rng, 32));
    x = nprand_tomaxint(&rng);
    print_integers("set long bits", &x, 1);
    expect(nprand_get_state_json(&rng, sizeof text, text, NULL));
    printf("%s\n", text);
    expect(nprand_get_state_python(&rng, sizeof text, text, NULL));
    printf("%s\n", text);
}

int main(void)
{
    draw_all();
    choices();
    rows();
    permutations();
    seeds();
    moves();
    return failed;
}
