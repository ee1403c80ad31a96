/* SPDX-License-Identifier: BSD-3-Clause
 *
 * test_stack: how much stack each public function takes, against the limits that nprand.h names.
 *
 * The rows run in a thread of their own. Before each call the stack below is painted, and what the
 * call has painted over is looked for afterwards, from the far end. stack.sh compares the functions
 * that have rows with those that the headers declare.
 */
#define _DEFAULT_SOURCE /* pthread_attr_setstacksize() */

#include "nprand.h"
#include "nprand_python.h"
#ifdef _OPENMP
#include "nprand_threads.h"
#endif
#include "runners.h"
#ifdef WITH_LAPACK
#include "nprand_lapack.h"
#endif

#include <errno.h>
#include <math.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    SCALAR_LIMIT = 4 << 10,
    LIMIT = 20 << 10,
    PAINTED = 128 << 10,
    STACK = 1 << 20, /* and a guard page that the system puts below */
    SKIPPED = 77,
    MOST_ROWS = 1000,
    MANY = 100000, /* values of a large fill */
    DRAWS = 1000   /* of a scalar, so that it meets the twist and what is drawn again */
};

struct row {
    const char *call;
    size_t limit;
    size_t bytes; /* the most of all calls */
    size_t n;     /* of the call that took them */
    bool accepted;
};

static struct row rows[MOST_ROWS];
static size_t row_count, row_next;

/* ---- Measuring ---------------------------------------------------------------------------- */

static const uint64_t PAINT = UINT64_C(0x5aa53cc3960ff069);
static volatile uint64_t *stack_begin; /* of what is painted */
static const char *stack_end;          /* the frame of run_rows() */

/* Its own frame is in what it leaves unpainted. */
__attribute__((noinline)) static void paint(void)
{
    enum { OWN = 256 };
    stack_end = __builtin_frame_address(0);
    uintptr_t begin = ((uintptr_t)stack_end - PAINTED) & ~(uintptr_t)15;
    stack_begin = (volatile uint64_t *)begin;
    for (size_t i = 0; i < (PAINTED - OWN) / sizeof PAINT; i++)
        stack_begin[i] = PAINT;
}

__attribute__((noinline)) static size_t depth(void)
{
    size_t i = 0;
    while (i < PAINTED / sizeof PAINT && stack_begin[i] == PAINT)
        i++;
    return (size_t)(stack_end - (const char *)(uintptr_t)(stack_begin + i));
}

/* The rows come in the same order for each n. */
static void note(const char *call, size_t limit, size_t n, bool accepted)
{
    size_t bytes = depth();
    if (row_next == MOST_ROWS)
        abort();
    struct row *row = &rows[row_next++];
    if (row->call == NULL) {
        *row = (struct row){.call = call, .limit = limit, .accepted = true};
        row_count = row_next;
    }
    if (bytes > row->bytes) {
        row->bytes = bytes;
        row->n = n;
    }
    row->accepted = row->accepted && accepted;
}

#ifdef _OPENMP
/* What the run-time system of clang's OpenMP takes on the caller's stack for a region within a
 * region: 6.7 KB for an empty one, of which this is less. GCC's takes 4 KB, within the limit. */
#ifdef __clang__
enum { RUN_TIME = 6 << 10 };
#else
enum { RUN_TIME = 0 };
#endif

/* A fill on several threads. */
#define THREADED(call)                                         \
    do {                                                       \
        paint();                                               \
        nprand_status answer = call;                           \
        note(#call, LIMIT + RUN_TIME, n, answer == NPRAND_OK); \
    } while (0)
#endif

/* A function that answers by a status. */
#define CALL(call)                                  \
    do {                                            \
        paint();                                    \
        nprand_status answer = call;                \
        note(#call, LIMIT, n, answer == NPRAND_OK); \
    } while (0)

/* Any other: a scalar draw, or a question. */
#define SCALAR(call)                                 \
    do {                                             \
        errno = 0;                                   \
        paint();                                     \
        for (int draw = 0; draw < DRAWS; draw++)     \
            (void)(call);                            \
        note(#call, SCALAR_LIMIT, n, errno != EDOM); \
    } while (0)

/* ---- Rows --------------------------------------------------------------------------------- */

enum { P_COUNT = 100 };

/* What the calls read and write. */
static nprand_rng rng, parted;
#ifdef _OPENMP
static nprand_rng threaded;
#endif
static nprand_seed_seq seq, children[7];
static nprand_state state;
static int32_t r_seed[NPRAND_STATE_R_SIZE];
static uint32_t matlab[NPRAND_STATE_MATLAB_SIZE];
static unsigned char torch[NPRAND_STATE_TORCH_SIZE];
static struct {
    unsigned long mt[624];
    int mti;
} gsl;
static nprand_bitgen_t bitgen;
static char json[16384], python[16384];
static const char digits[] =
    "1234567890123456789012345678901234567890123456789012345678901234567890";
static double p[P_COUNT]; /* equal probabilities */
static float p_float[P_COUNT];
#ifdef WITH_LAPACK
static double mean[3], cov[9] = {2, 1, 0, 1, 2, 1, 0, 1, 2};
#endif
static int64_t counts[P_COUNT];
/* Values of parameters for the each forms: of each kind, branches in turn. */
static double positive[MANY], chance[MANY], above_1[MANY], above_2[MANY], hundreds[MANY];
static int64_t zero[MANY], from_1[MANY], many_items[MANY], thousands[MANY];
static uint64_t above_0[MANY];
static const uint64_t unsigned_zero;
static uint32_t words[700];
enum { KNOWN = 700 }; /* values that a generator is recovered from */
static uint32_t known[KNOWN], known_masks[KNOWN];
static double known_doubles[KNOWN];
static nprand_work solving;
static int major, minor, patch;
static size_t length;

static void prepare_each(void)
{
    static const double positives[] = {0.3, 1.0, 2.5, 30.0, 1e-5};
    static const double chances[] = {0.1, 0.5, 0.9, 0.01, 0.6};
    for (int i = 0; i < MANY; i++) {
        positive[i] = positives[i % 5];
        chance[i] = chances[i % 5];
        above_1[i] = 1.0 + positive[i];
        above_2[i] = 1.0 + above_1[i];
        from_1[i] = 1 + i % 2;
        many_items[i] = i % 2 == 0 ? 10 : 300;
        thousands[i] = 5000;
        hundreds[i] = 300.0;
        above_0[i] = i % 2 == 0 ? 1000 : UINT64_MAX;
    }
}

static void prepare(void)
{
    for (int i = 0; i < P_COUNT; i++) {
        p[i] = 1.0 / P_COUNT;
        p_float[i] = 1.0f / P_COUNT;
        counts[i] = 1 + i % 3;
    }
    for (uint32_t i = 0; i < 700; i++)
        words[i] = i + 1;
    prepare_each();
    memset(known_masks, 0xff, sizeof known_masks);
    solving.size = nprand_recover_doubles_work_size(KNOWN);
    solving.memory = malloc(solving.size);
    if (solving.memory == NULL)
        abort();
    if (nprand_seed(&rng, 1) != NPRAND_OK || nprand_seed(&parted, 1) != NPRAND_OK ||
        nprand_set_runner(&parted, run_reversed, NULL, 3) != NPRAND_OK)
        abort();
#ifdef _OPENMP
    if (nprand_seed(&threaded, 1) != NPRAND_OK || nprand_set_threads(&threaded, 3) != NPRAND_OK)
        abort();
#endif
}

/* nprand.h, in its order: all but the draws. */
static void run_settings(nprand_rng *r, size_t n, void *out)
{
    SCALAR(nprand_strerror(NPRAND_OK));
    SCALAR(nprand_version());
    SCALAR(nprand_rng_size());
    SCALAR(nprand_backend());
    CALL(nprand_set_backend(NULL));
    CALL(nprand_set_backend(getenv("NPRAND_BACKEND")));
    CALL(nprand_seed(r, 42));
    CALL(nprand_seed_array(r, words, n < 700 ? n : 700));
    CALL(nprand_seed_os(r));
    CALL(nprand_seed_r(r, -5));
    CALL(nprand_seed_matlab(r, 0));
    CALL(nprand_seed_gsl(r, 0));
    CALL(nprand_set_numpy(r, 2, 5));
    CALL(nprand_set_numpy_patch(r, 1, 16, 4));
    CALL(nprand_get_numpy(r, &major, &minor, &patch));
    CALL(nprand_set_numpy(r, 2, 5));
    CALL(nprand_set_long_bits(r, 64));
    CALL(nprand_set_runner(r, run_reversed, NULL, 1));
    CALL(nprand_set_runner(r, NULL, NULL, 1));
    CALL(nprand_advance(r, n));
    CALL(nprand_advance(r, UINT64_MAX / 3));
    CALL(nprand_rewind(r, n));
    CALL(nprand_rewind(r, UINT64_MAX / 3));
    CALL(nprand_jumped(r, 1));
    CALL(nprand_jumped(r, INT64_MAX));
    CALL(nprand_set_numpy(r, 1, 18));
    CALL(nprand_jumped(r, 1));
    CALL(nprand_set_numpy(r, 2, 5));
    CALL(nprand_get_state(r, &state));
    CALL(nprand_set_state(r, &state));
    CALL(nprand_random_raw_fill(r, KNOWN, known));
    CALL(nprand_recover_words(r, known, KNOWN));
    SCALAR(nprand_recover_masked_work_size(known_masks, KNOWN));
    CALL(nprand_random_raw_fill(r, KNOWN, known));
    CALL(nprand_recover_masked(r, known, known_masks, KNOWN, solving));
    SCALAR(nprand_recover_doubles_work_size(KNOWN));
    CALL(nprand_random_sample_fill(r, KNOWN, known_doubles));
    CALL(nprand_recover_doubles(r, known_doubles, KNOWN, solving));
    CALL(nprand_get_state_json(r, sizeof json, json, &length));
    CALL(nprand_set_state_json(r, json, length, NULL, NULL));
    CALL(nprand_get_state_python(r, sizeof python, python, &length));
    CALL(nprand_set_state_python(r, python, length, NULL, NULL));
    CALL(nprand_get_state_libstdcxx(r, sizeof json, json, &length));
    CALL(nprand_get_state_std(r, sizeof json, json, &length));
    CALL(nprand_set_state_std(r, json, length, NULL, NULL));
    CALL(nprand_get_state_r(r, NPRAND_STATE_R_SIZE, r_seed));
    CALL(nprand_set_state_r(r, r_seed, NPRAND_STATE_R_SIZE));
    CALL(nprand_get_state_matlab(r, NPRAND_STATE_MATLAB_SIZE, matlab));
    CALL(nprand_set_state_matlab(r, matlab, NPRAND_STATE_MATLAB_SIZE));
    CALL(nprand_get_state_octave(r, NPRAND_STATE_OCTAVE_SIZE, matlab));
    CALL(nprand_set_state_octave(r, matlab, NPRAND_STATE_OCTAVE_SIZE));
    CALL(nprand_get_state_torch(r, sizeof torch, torch));
    CALL(nprand_set_state_torch(r, torch, sizeof torch));
    CALL(nprand_get_state_gsl(r, sizeof gsl, &gsl));
    CALL(nprand_set_state_gsl(r, &gsl, sizeof gsl));
    CALL(nprand_seed_seq_init(&seq, UINT64_C(42)));
    CALL(nprand_seed_seq_init_int64(&seq, 42));
    CALL(nprand_seed_seq_init_os(&seq, NPRAND_POOL_SIZE_MAX, NULL));
    CALL(nprand_seed_seq_init_array(&seq, words, 700, NPRAND_POOL_SIZE_MAX));
    CALL(nprand_seed_seq_init_text(&seq, digits, sizeof digits - 1));
    CALL(nprand_seed_seq_set_numpy(&seq, 2, 5));
    CALL(nprand_seed_seq_spawn(&seq, n < 7 ? n : 7, children));
    CALL(nprand_seed_seq_child(&seq, words, n < 700 ? n : 700, children));
    CALL(nprand_seed_seq_generate_state(&seq, n, out));
    CALL(nprand_seed_seq_generate_state_uint64(&seq, n, out));
    CALL(nprand_seed_sequence(r, &seq));
    CALL(nprand_bitgen(r, &bitgen));
}

static void run_uniforms_and_normals(nprand_rng *r, size_t n, void *out)
{
    SCALAR(nprand_random_raw(r));
    CALL(nprand_random_raw_fill(r, n, out));
    CALL(nprand_bytes(r, n, out));
    SCALAR(nprand_random_sample(r));
    CALL(nprand_random_sample_fill(r, n, out));
    SCALAR(nprand_random(r));
    CALL(nprand_random_fill(r, n, out));
    SCALAR(nprand_rand(r));
    CALL(nprand_rand_fill(r, n, out));
    SCALAR(nprand_uniform(r, -1.0, 3.0));
    CALL(nprand_uniform_fill(r, -1.0, 3.0, n, out));
    SCALAR(nprand_standard_normal(r));
    CALL(nprand_standard_normal_fill(r, n, out));
    SCALAR(nprand_randn(r));
    CALL(nprand_randn_fill(r, n, out));
    SCALAR(nprand_normal(r, 1.0, 2.0));
    CALL(nprand_normal_fill(r, 1.0, 2.0, n, out));
    SCALAR(nprand_lognormal(r, 0.0, 0.5));
    CALL(nprand_lognormal_fill(r, 0.0, 0.5, n, out));
    SCALAR(nprand_wald(r, 3.0, 2.0));
    CALL(nprand_wald_fill(r, 3.0, 2.0, n, out));
    SCALAR(nprand_standard_cauchy(r));
    CALL(nprand_standard_cauchy_fill(r, n, out));
}

static void run_inverses(nprand_rng *r, size_t n, void *out)
{
    SCALAR(nprand_standard_exponential(r));
    CALL(nprand_standard_exponential_fill(r, n, out));
    SCALAR(nprand_exponential(r, 2.0));
    CALL(nprand_exponential_fill(r, 2.0, n, out));
    SCALAR(nprand_laplace(r, 1.0, 2.0));
    CALL(nprand_laplace_fill(r, 1.0, 2.0, n, out));
    SCALAR(nprand_logistic(r, 1.0, 2.0));
    CALL(nprand_logistic_fill(r, 1.0, 2.0, n, out));
    SCALAR(nprand_gumbel(r, 1.0, 2.0));
    CALL(nprand_gumbel_fill(r, 1.0, 2.0, n, out));
    SCALAR(nprand_pareto(r, 3.0));
    CALL(nprand_pareto_fill(r, 3.0, n, out));
    SCALAR(nprand_power(r, 3.0));
    CALL(nprand_power_fill(r, 3.0, n, out));
    SCALAR(nprand_weibull(r, 1.5));
    CALL(nprand_weibull_fill(r, 1.5, n, out));
    SCALAR(nprand_weibull(r, 0.0));
    CALL(nprand_weibull_fill(r, 0.0, n, out));
    SCALAR(nprand_rayleigh(r, 2.0));
    CALL(nprand_rayleigh_fill(r, 2.0, n, out));
    SCALAR(nprand_triangular(r, -3.0, 0.0, 8.0));
    CALL(nprand_triangular_fill(r, -3.0, 0.0, 8.0, n, out));
    SCALAR(nprand_vonmises(r, 0.0, 4.0));
    CALL(nprand_vonmises_fill(r, 0.0, 4.0, n, out));
    SCALAR(nprand_vonmises(r, 0.0, 1e-9));
    CALL(nprand_vonmises_fill(r, 0.0, 1e-9, n, out));
}

static void run_gammas(nprand_rng *r, size_t n, void *out)
{
    SCALAR(nprand_standard_gamma(r, 2.5));
    CALL(nprand_standard_gamma_fill(r, 2.5, n, out));
    SCALAR(nprand_standard_gamma(r, 1.001)); /* often draws a normal again */
    CALL(nprand_standard_gamma_fill(r, 1.001, n, out));
    SCALAR(nprand_standard_gamma(r, 1.0));
    CALL(nprand_standard_gamma_fill(r, 1.0, n, out));
    SCALAR(nprand_standard_gamma(r, 0.5));
    CALL(nprand_standard_gamma_fill(r, 0.5, n, out));
    SCALAR(nprand_standard_gamma(r, 0.0));
    CALL(nprand_standard_gamma_fill(r, 0.0, n, out));
    SCALAR(nprand_gamma(r, 2.5, 2.0));
    CALL(nprand_gamma_fill(r, 2.5, 2.0, n, out));
    SCALAR(nprand_gamma(r, 1.0, 2.0));
    CALL(nprand_gamma_fill(r, 1.0, 2.0, n, out));
    SCALAR(nprand_gamma(r, 0.5, 2.0));
    CALL(nprand_gamma_fill(r, 0.5, 2.0, n, out));
    SCALAR(nprand_beta(r, 2.0, 3.0));
    CALL(nprand_beta_fill(r, 2.0, 3.0, n, out));
    SCALAR(nprand_beta(r, 0.5, 0.5));
    CALL(nprand_beta_fill(r, 0.5, 0.5, n, out));
    SCALAR(nprand_beta(r, 1e-5, 1e-5)); /* by logarithms */
    CALL(nprand_beta_fill(r, 1e-5, 1e-5, n, out));
    SCALAR(nprand_beta(r, 0.5, 2.0));
    CALL(nprand_beta_fill(r, 0.5, 2.0, n, out));
    SCALAR(nprand_chisquare(r, 4.0));
    CALL(nprand_chisquare_fill(r, 4.0, n, out));
    SCALAR(nprand_chisquare(r, 1.0));
    CALL(nprand_chisquare_fill(r, 1.0, n, out));
    SCALAR(nprand_noncentral_chisquare(r, 3.0, 2.0));
    CALL(nprand_noncentral_chisquare_fill(r, 3.0, 2.0, n, out));
    SCALAR(nprand_noncentral_chisquare(r, 0.5, 2.0));
    CALL(nprand_noncentral_chisquare_fill(r, 0.5, 2.0, n, out));
    SCALAR(nprand_noncentral_chisquare(r, 0.5, 200.0));
    CALL(nprand_noncentral_chisquare_fill(r, 0.5, 200.0, n, out));
    SCALAR(nprand_f(r, 5.0, 10.0));
    CALL(nprand_f_fill(r, 5.0, 10.0, n, out));
    SCALAR(nprand_f(r, 1.0, 10.0));
    CALL(nprand_f_fill(r, 1.0, 10.0, n, out));
    SCALAR(nprand_noncentral_f(r, 5.0, 10.0, 2.0));
    CALL(nprand_noncentral_f_fill(r, 5.0, 10.0, 2.0, n, out));
    SCALAR(nprand_noncentral_f(r, 0.5, 0.5, 200.0));
    CALL(nprand_noncentral_f_fill(r, 0.5, 0.5, 200.0, n, out));
    SCALAR(nprand_standard_t(r, 10.0));
    CALL(nprand_standard_t_fill(r, 10.0, n, out));
    SCALAR(nprand_standard_t(r, 1.0));
    CALL(nprand_standard_t_fill(r, 1.0, n, out));
    CALL(nprand_dirichlet(r, p, 3, out));
    CALL(nprand_dirichlet_fill(r, p, 3, n, out));
}

static void run_integers(nprand_rng *r, size_t n, void *out)
{
    SCALAR(nprand_randint(r, 0, 100));
    CALL(nprand_randint_fill(r, 0, 100, n, out));
    SCALAR(nprand_randint_bool(r, 0, 2));
    CALL(nprand_randint_bool_fill(r, 0, 2, n, out));
    SCALAR(nprand_randint_int8(r, -50, 50));
    CALL(nprand_randint_int8_fill(r, -50, 50, n, out));
    SCALAR(nprand_randint_int16(r, -500, 500));
    CALL(nprand_randint_int16_fill(r, -500, 500, n, out));
    SCALAR(nprand_randint_int32(r, -500, 500));
    CALL(nprand_randint_int32_fill(r, -500, 500, n, out));
    SCALAR(nprand_randint_int64(r, 0, INT64_C(3) << 40));
    CALL(nprand_randint_int64_fill(r, 0, INT64_C(3) << 40, n, out));
    SCALAR(nprand_randint_uint8(r, 0, 256));
    CALL(nprand_randint_uint8_fill(r, 0, 256, n, out));
    SCALAR(nprand_randint_uint16(r, 0, 65536));
    CALL(nprand_randint_uint16_fill(r, 0, 65536, n, out));
    SCALAR(nprand_randint_uint32(r, 0, INT64_C(1) << 32));
    CALL(nprand_randint_uint32_fill(r, 0, INT64_C(1) << 32, n, out));
    SCALAR(nprand_randint_uint64(r, 0, 1000));
    CALL(nprand_randint_uint64_fill(r, 0, 1000, n, out));
    SCALAR(nprand_randint_int64_endpoint(r, INT64_MIN, INT64_MAX));
    CALL(nprand_randint_int64_endpoint_fill(r, INT64_MIN, INT64_MAX, n, out));
    SCALAR(nprand_randint_uint64_endpoint(r, 0, UINT64_MAX));
    CALL(nprand_randint_uint64_endpoint_fill(r, 0, UINT64_MAX, n, out));
    SCALAR(nprand_random_integers(r, 1, 6));
    CALL(nprand_random_integers_fill(r, 1, 6, n, out));
    SCALAR(nprand_tomaxint(r));
    CALL(nprand_tomaxint_fill(r, n, out));
}

static void run_counts(nprand_rng *r, size_t n, void *out)
{
    SCALAR(nprand_poisson(r, 3.0));
    CALL(nprand_poisson_fill(r, 3.0, n, out));
    SCALAR(nprand_poisson(r, 100.0));
    CALL(nprand_poisson_fill(r, 100.0, n, out));
    SCALAR(nprand_binomial(r, 10, 0.3));
    CALL(nprand_binomial_fill(r, 10, 0.3, n, out));
    SCALAR(nprand_binomial(r, 60, 0.5)); /* inversion's longest way */
    CALL(nprand_binomial_fill(r, 60, 0.5, n, out));
    SCALAR(nprand_binomial(r, 1000, 0.7));
    CALL(nprand_binomial_fill(r, 1000, 0.7, n, out));
    SCALAR(nprand_negative_binomial(r, 5.0, 0.5));
    CALL(nprand_negative_binomial_fill(r, 5.0, 0.5, n, out));
    SCALAR(nprand_negative_binomial(r, 0.5, 0.001));
    CALL(nprand_negative_binomial_fill(r, 0.5, 0.001, n, out));
    SCALAR(nprand_geometric(r, 0.5));
    CALL(nprand_geometric_fill(r, 0.5, n, out));
    SCALAR(nprand_geometric(r, 0.01));
    CALL(nprand_geometric_fill(r, 0.01, n, out));
    SCALAR(nprand_hypergeometric(r, 20, 30, 10));
    CALL(nprand_hypergeometric_fill(r, 20, 30, 10, n, out));
    SCALAR(nprand_hypergeometric(r, 200, 300, 100));
    CALL(nprand_hypergeometric_fill(r, 200, 300, 100, n, out));
    SCALAR(nprand_logseries(r, 0.9));
    CALL(nprand_logseries_fill(r, 0.9, n, out));
    SCALAR(nprand_zipf(r, 2.0));
    CALL(nprand_zipf_fill(r, 2.0, n, out));
    SCALAR(nprand_zipf(r, 2000.0));
    CALL(nprand_zipf_fill(r, 2000.0, n, out));
    CALL(nprand_multinomial(r, 100, p, 4, out));
    CALL(nprand_multinomial_fill(r, 100, p, 4, n, out));
    CALL(nprand_multinomial(r, 100000, p, 4, out));
    CALL(nprand_multinomial_fill(r, 100000, p, 4, n, out));
}

static void run_arrays(nprand_rng *r, size_t n, void *out, nprand_work work)
{
    CALL(nprand_shuffle(r, out, n, 8));
    CALL(nprand_shuffle(r, out, n < 7 ? n : 7, 1000));
    CALL(nprand_shuffle_strided(r, out, n / 2, 8, 16));
    CALL(nprand_permutation(r, n, out));
    CALL(nprand_permutation_array(r, work.memory, n, 8, out));
    const size_t few = n < P_COUNT ? n : P_COUNT;
    SCALAR(nprand_choice(r, 1000));
    CALL(nprand_choice_fill(r, 1000, n, out));
    SCALAR(nprand_choice_p(r, P_COUNT, p));
    CALL(nprand_choice_p_fill(r, P_COUNT, p, n, out, work));
    SCALAR(nprand_choice_p_float(r, P_COUNT, p_float));
    CALL(nprand_choice_p_float_fill(r, P_COUNT, p_float, n, out, work));
    CALL(nprand_choice_no_replace_fill(r, MANY, n, out, work));
    CALL(nprand_choice_no_replace_fill(r, MANY, few, out, nprand_work_of(NULL, 0)));
    CALL(nprand_choice_no_replace_p_fill(r, P_COUNT, p, few, out, work));
    CALL(nprand_choice_no_replace_p_float_fill(r, P_COUNT, p_float, few, out, work));
    SCALAR(nprand_work_of(work.memory, n));
    SCALAR(nprand_choice_p_work_size(P_COUNT));
    SCALAR(nprand_choice_no_replace_work_size(P_COUNT));
    SCALAR(nprand_choice_no_replace_p_work_size(P_COUNT));
}

/* With one value of a parameter for each draw, next to each other or copied. */
static void run_each_of_uniforms(nprand_rng *r, size_t n, void *out)
{
    const double *x = positive, *y = above_1;
    CALL(nprand_uniform_each(r, x, 1, y, 1, n, out));
    CALL(nprand_uniform_each(r, x, 0, y + n - 1, -1, n, out));
    CALL(nprand_exponential_each(r, x, 1, n, out));
    CALL(nprand_laplace_each(r, x, 1, y, 1, n, out));
    CALL(nprand_logistic_each(r, x, 1, y, 1, n, out));
    CALL(nprand_gumbel_each(r, x, 1, y, 1, n, out));
    CALL(nprand_pareto_each(r, x, 1, n, out));
    CALL(nprand_power_each(r, x, 1, n, out));
    CALL(nprand_power_each(r, x + n - 1, -1, n, out));
    CALL(nprand_weibull_each(r, x, 1, n, out));
    CALL(nprand_rayleigh_each(r, x, 1, n, out));
    CALL(nprand_triangular_each(r, x, 1, y, 1, above_2, 1, n, out));
    CALL(nprand_triangular_each(r, x + n - 1, -1, y + n - 1, -1, above_2 + n - 1, -1, n, out));
    CALL(nprand_geometric_each(r, chance, 1, n, out));
}

static void run_each_of_normals(nprand_rng *r, size_t n, void *out)
{
    const double *x = positive, *y = above_1;
    CALL(nprand_normal_each(r, x, 1, y, 1, n, out));
    CALL(nprand_normal_each(r, x + n - 1, -1, y + n - 1, -1, n, out));
    CALL(nprand_lognormal_each(r, x, 1, y, 1, n, out));
    CALL(nprand_wald_each(r, x, 1, y, 1, n, out));
    CALL(nprand_vonmises_each(r, x, 1, y, 1, n, out));
    CALL(nprand_standard_gamma_each(r, x, 1, n, out));
    CALL(nprand_gamma_each(r, x, 1, y, 1, n, out));
    CALL(nprand_beta_each(r, x, 1, chance, 1, n, out));
    CALL(nprand_beta_each(r, chance, 1, chance, 1, n, out));
    CALL(nprand_chisquare_each(r, x, 1, n, out));
    CALL(nprand_noncentral_chisquare_each(r, x, 1, y, 1, n, out));
    CALL(nprand_f_each(r, x, 1, y, 1, n, out));
    CALL(nprand_noncentral_f_each(r, x, 1, y, 1, x, 1, n, out));
    CALL(nprand_standard_t_each(r, x, 1, n, out));
}

static void run_each_of_integers(nprand_rng *r, size_t n, void *out)
{
    const uint64_t *none = &unsigned_zero;
    CALL(nprand_randint_each(r, zero, 1, many_items, 1, n, out));
    CALL(nprand_randint_bool_each(r, zero, 1, from_1, 1, n, out));
    CALL(nprand_randint_int8_each(r, zero, 1, from_1, 1, n, out));
    CALL(nprand_randint_int16_each(r, zero, 1, many_items, 1, n, out));
    CALL(nprand_randint_int32_each(r, zero, 1, many_items, 1, n, out));
    CALL(nprand_randint_int64_each(r, zero, 1, many_items, 1, n, out));
    CALL(nprand_randint_uint8_each(r, zero, 1, from_1, 1, n, out));
    CALL(nprand_randint_uint16_each(r, zero, 1, many_items, 1, n, out));
    CALL(nprand_randint_uint32_each(r, zero, 1, many_items, 1, n, out));
    CALL(nprand_randint_uint64_each(r, none, 0, above_0, 1, n, out));
    CALL(nprand_randint_int64_endpoint_each(r, zero, 1, many_items, 1, n, out));
    CALL(nprand_randint_uint64_endpoint_each(r, none, 0, above_0, 1, n, out));
    CALL(nprand_random_integers_each(r, from_1, 1, many_items, 1, n, out));
}

static void run_each_of_counts(nprand_rng *r, size_t n, void *out)
{
    CALL(nprand_poisson_each(r, positive, 1, n, out));
    CALL(nprand_poisson_each(r, hundreds, 1, n, out));
    CALL(nprand_binomial_each(r, many_items, 1, chance, 1, n, out));
    CALL(nprand_binomial_each(r, thousands, 1, chance, 1, n, out));
    CALL(nprand_negative_binomial_each(r, positive, 1, chance, 1, n, out));
    CALL(nprand_hypergeometric_each(r, many_items, 1, many_items, 1, many_items, 1, n, out));
    CALL(nprand_logseries_each(r, chance, 1, n, out));
    CALL(nprand_zipf_each(r, above_2, 1, n, out));
}

static void run_python_settings(nprand_rng *r, size_t n, void *out, nprand_work work)
{
    CALL(nprand_py_set_python(r, 3, 14));
    CALL(nprand_py_get_python(r, &major, &minor));
    CALL(nprand_py_seed(r, -42));
    CALL(nprand_py_seed_uint64(r, UINT64_MAX));
    CALL(nprand_py_seed_limbs(r, words, n < 700 ? n : 700));
    CALL(nprand_py_seed_text(r, digits, sizeof digits - 1));
    CALL(nprand_py_seed_float(r, 0.5));
    CALL(nprand_py_seed_float_python2(r, 0.5));
    CALL(nprand_py_seed_bytes(r, out, n, 1));
    CALL(nprand_py_seed_bytes(r, out, n, 2));
    CALL(nprand_py_seed_str(r, "forty-two"));
    CALL(nprand_py_seed_os(r));
    SCALAR(nprand_py_getrandbits(r, 64));
    CALL(nprand_py_getrandbits_fill(r, 64, n, out));
    CALL(nprand_py_getrandbits_limbs(r, n, out));
    CALL(nprand_py_randbytes(r, n, out));
    SCALAR(nprand_py_randrange(r, 0, 100, 3));
    CALL(nprand_py_randrange_fill(r, 0, 100, 3, n, out));
    SCALAR(nprand_py_randrange_uint64(r, 0, UINT64_MAX, 1));
    CALL(nprand_py_randrange_uint64_fill(r, 0, UINT64_MAX, 1, n, out));
    SCALAR(nprand_py_randint(r, INT64_MIN, INT64_MAX));
    CALL(nprand_py_randint_fill(r, INT64_MIN, INT64_MAX, n, out));
    SCALAR(nprand_py_randint_uint64(r, 0, UINT64_MAX));
    CALL(nprand_py_randint_uint64_fill(r, 0, UINT64_MAX, n, out));
    SCALAR(nprand_py_choice(r, 100));
    CALL(nprand_py_choice_fill(r, 100, n, out));
    CALL(nprand_py_choices(r, 100, n, out));
    CALL(nprand_py_choices_weights(r, P_COUNT, p, n, out, work));
    CALL(nprand_py_choices_cum_weights(r, 1, p, n, out));
    SCALAR(nprand_py_choices_weights_work_size(P_COUNT));
    CALL(nprand_py_shuffle(r, out, n, 8));
    CALL(nprand_py_sample(r, MANY, n, out, work));
    CALL(nprand_py_sample(r, INT64_MAX, n, out, work));
    SCALAR(nprand_py_sample_work_size(MANY, 100));
    CALL(nprand_py_sample_counts(r, counts, P_COUNT, n < P_COUNT ? n : P_COUNT, out, work));
    SCALAR(nprand_py_sample_counts_work_size(counts, P_COUNT, 10));
}

static void run_python_draws(nprand_rng *r, size_t n, void *out)
{
    SCALAR(nprand_py_random(r));
    CALL(nprand_py_random_fill(r, n, out));
    SCALAR(nprand_py_uniform(r, -1.0, 3.0));
    CALL(nprand_py_uniform_fill(r, -1.0, 3.0, n, out));
    SCALAR(nprand_py_triangular(r, -3.0, 8.0, 0.0));
    CALL(nprand_py_triangular_fill(r, -3.0, 8.0, 0.0, n, out));
    SCALAR(nprand_py_triangular_symmetric(r, -3.0, 8.0));
    CALL(nprand_py_triangular_symmetric_fill(r, -3.0, 8.0, n, out));
    SCALAR(nprand_py_gauss(r, 1.0, 2.0));
    CALL(nprand_py_gauss_fill(r, 1.0, 2.0, n, out));
    SCALAR(nprand_py_normalvariate(r, 1.0, 2.0));
    CALL(nprand_py_normalvariate_fill(r, 1.0, 2.0, n, out));
    SCALAR(nprand_py_lognormvariate(r, 0.0, 0.5));
    CALL(nprand_py_lognormvariate_fill(r, 0.0, 0.5, n, out));
    SCALAR(nprand_py_expovariate(r, 2.0));
    CALL(nprand_py_expovariate_fill(r, 2.0, n, out));
    SCALAR(nprand_py_paretovariate(r, 3.0));
    CALL(nprand_py_paretovariate_fill(r, 3.0, n, out));
    SCALAR(nprand_py_weibullvariate(r, 2.0, 1.5));
    CALL(nprand_py_weibullvariate_fill(r, 2.0, 1.5, n, out));
    SCALAR(nprand_py_gammavariate(r, 2.5, 2.0));
    CALL(nprand_py_gammavariate_fill(r, 2.5, 2.0, n, out));
    SCALAR(nprand_py_gammavariate(r, 1.0, 2.0));
    CALL(nprand_py_gammavariate_fill(r, 1.0, 2.0, n, out));
    SCALAR(nprand_py_gammavariate(r, 0.5, 2.0));
    CALL(nprand_py_gammavariate_fill(r, 0.5, 2.0, n, out));
    SCALAR(nprand_py_betavariate(r, 2.0, 3.0));
    CALL(nprand_py_betavariate_fill(r, 2.0, 3.0, n, out));
    SCALAR(nprand_py_vonmisesvariate(r, 0.0, 4.0));
    CALL(nprand_py_vonmisesvariate_fill(r, 0.0, 4.0, n, out));
    SCALAR(nprand_py_binomialvariate(r, 10, 0.3));
    CALL(nprand_py_binomialvariate_fill(r, 10, 0.3, n, out));
    SCALAR(nprand_py_binomialvariate(r, 1000, 0.7));
    CALL(nprand_py_binomialvariate_fill(r, 1000, 0.7, n, out));
}

#ifdef WITH_LAPACK
/* What LAPACK takes is counted too. */
static void run_lapack(nprand_rng *r, size_t n, void *out, nprand_work work)
{
    SCALAR(nprand_multivariate_normal_work_size(3));
    CALL(nprand_multivariate_normal(r, mean, cov, 3, NPRAND_CHECK_VALID_WARN, 1e-8, out, work));
    CALL(nprand_multivariate_normal_fill(r, mean, cov, 3, NPRAND_CHECK_VALID_WARN, 1e-8, n, out,
                                         work));
}
#endif

/* Each kind of fill that runs in parts, one part after another. A runner that waits for threads takes
 * the stack that it takes. */
static void run_in_parts(nprand_rng *in_parts, size_t n, void *out)
{
    CALL(nprand_random_raw_fill(in_parts, n, out));
    CALL(nprand_random_sample_fill(in_parts, n, out));
    CALL(nprand_exponential_fill(in_parts, 2.0, n, out));
    CALL(nprand_power_fill(in_parts, 3.0, n, out));
    CALL(nprand_standard_normal_fill(in_parts, n, out));
    CALL(nprand_lognormal_fill(in_parts, 0.0, 0.5, n, out));
    CALL(nprand_weibull_fill(in_parts, 1.5, n, out));
    CALL(nprand_geometric_fill(in_parts, 0.01, n, out));
    CALL(nprand_geometric_fill(in_parts, 0.5, n, out));
    CALL(nprand_py_weibullvariate_fill(in_parts, 2.0, 1.5, n, out));
    CALL(nprand_normal_each(in_parts, positive, 1, above_1, 1, n, out));
    CALL(nprand_power_each(in_parts, above_1, 1, n, out));
    CALL(nprand_weibull_each(in_parts, above_1, 1, n, out));
    CALL(nprand_set_numpy_patch(in_parts, 1, 16, 3)); /* laplace draws no uniform again */
    CALL(nprand_laplace_each(in_parts, positive, 1, above_1, 1, n, out));
    CALL(nprand_set_numpy(in_parts, 2, 5));
    CALL(nprand_triangular_each(in_parts, positive, 1, above_1, 1, above_2, 1, n, out));
}

#ifdef _OPENMP
static void run_on_threads(nprand_rng *threads, size_t n, void *out)
{
    THREADED(nprand_random_raw_fill(threads, n, out));
    THREADED(nprand_random_sample_fill(threads, n, out));
    THREADED(nprand_exponential_fill(threads, 2.0, n, out));
    THREADED(nprand_power_fill(threads, 3.0, n, out));
    THREADED(nprand_standard_normal_fill(threads, n, out));
    THREADED(nprand_lognormal_fill(threads, 0.0, 0.5, n, out));
    THREADED(nprand_weibull_fill(threads, 1.5, n, out));
    THREADED(nprand_geometric_fill(threads, 0.01, n, out));
    THREADED(nprand_geometric_fill(threads, 0.5, n, out));
    THREADED(nprand_py_weibullvariate_fill(threads, 2.0, 1.5, n, out));
}
#endif

static void *run_rows(void *unused)
{
    static const size_t sizes[] = {1, 2, 7, MANY};
    char *memory = calloc(MANY, 64); /* rows of 4 results, and as much work space */
    if (memory == NULL)
        abort();
    const nprand_work work = nprand_work_of(memory + 32 * MANY, 32 * MANY);
    prepare();
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        const size_t n = sizes[i];
        row_next = 0;
        run_settings(&rng, n, memory);
        run_uniforms_and_normals(&rng, n, memory);
        run_inverses(&rng, n, memory);
        run_gammas(&rng, n, memory);
        run_integers(&rng, n, memory);
        run_counts(&rng, n, memory);
        run_arrays(&rng, n, memory, work);
        run_each_of_uniforms(&rng, n, memory);
        run_each_of_normals(&rng, n, memory);
        run_each_of_integers(&rng, n, memory);
        run_each_of_counts(&rng, n, memory);
        run_python_settings(&rng, n, memory, work);
        run_python_draws(&rng, n, memory);
#ifdef WITH_LAPACK
        run_lapack(&rng, n, memory, work);
#endif
        run_in_parts(&parted, n, memory);
#ifdef _OPENMP
        CALL(nprand_set_threads(&rng, 1));
        run_on_threads(&threaded, n, memory);
#endif
    }
    free(memory);
    return unused;
}

/* ---- The table ---------------------------------------------------------------------------- */

static const char *reason_to_skip(void)
{
    const char *preloaded = getenv("LD_PRELOAD");
    if (preloaded != NULL && strstr(preloaded, "vgpreload") != NULL)
        return "valgrind takes stack of its own";
#ifdef SANITIZED
    return "sanitizers take stack of their own";
#else
    return NULL;
#endif
}

int main(void)
{
    const char *reason = reason_to_skip();
    if (reason != NULL) {
        printf("SKIP: %s\n", reason);
        return SKIPPED;
    }
    pthread_attr_t attributes;
    pthread_t thread;
    if (pthread_attr_init(&attributes) != 0 || pthread_attr_setstacksize(&attributes, STACK) != 0 ||
        pthread_create(&thread, &attributes, run_rows, NULL) != 0 ||
        pthread_join(thread, NULL) != 0)
        abort();

    size_t failed = 0;
    printf("%6s %6s %6s  %s\n", "bytes", "limit", "n", "call");
    for (size_t i = 0; i < row_count; i++) {
        const struct row *row = &rows[i];
        bool passed = row->accepted && row->bytes <= row->limit;
        printf("%6zu %6zu %6zu  %s%s\n", row->bytes, row->limit, row->n, row->call,
               passed          ? ""
               : row->accepted ? "  <- more than the limit"
                               : "  <- refused");
        failed += !passed;
    }
    printf("%zu rows, %zu failed\n", row_count, failed);
    return failed == 0 ? 0 : 1;
}
