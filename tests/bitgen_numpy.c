/* SPDX-License-Identifier: BSD-3-Clause
 *
 * NumPy's own distributions on nprand's generator: prints what bitgen_check.py compares. Needs
 * NumPy's headers and libnpyrandom.a, and Python.h, which one of those headers includes.
 */
#include <numpy/random/distributions.h>

#include "nprand.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* A nprand_bitgen_t can be taken for a bitgen_t. */
#define SAME_PLACE(member)                                                                  \
    _Static_assert(offsetof(nprand_bitgen_t, member) == offsetof(bitgen_t, member) &&       \
                       sizeof((nprand_bitgen_t){0}.member) == sizeof((bitgen_t){0}.member), \
                   #member)
_Static_assert(sizeof(nprand_bitgen_t) == sizeof(bitgen_t), "size");
_Static_assert(_Alignof(nprand_bitgen_t) == _Alignof(bitgen_t), "alignment");
SAME_PLACE(state);
SAME_PLACE(next_uint64);
SAME_PLACE(next_uint32);
SAME_PLACE(next_double);
SAME_PLACE(next_raw);

/* And its functions have the types that NumPy calls them by. */
#define SAME_TYPE(member)                                                                         \
    _Static_assert(                                                                               \
        _Generic((bitgen_t){0}.member, __typeof__((nprand_bitgen_t){0}.member) : 1, default : 0), \
        #member)
SAME_TYPE(state);
SAME_TYPE(next_uint64);
SAME_TYPE(next_uint32);
SAME_TYPE(next_double);
SAME_TYPE(next_raw);

enum { N = 3000 };

static nprand_rng rng;
static nprand_bitgen_t generator;
static bitgen_t *bitgen = (bitgen_t *)(void *)&generator;

/* Each line begins with a name and a new generator, and ends with the next word. */
static void begin(const char *name)
{
    if (nprand_seed(&rng, 12345) != NPRAND_OK || nprand_bitgen(&rng, &generator) != NPRAND_OK)
        printf("refused ");
    printf("%s", name);
}

static void end(void)
{
    printf(" %" PRId64 "\n", nprand_random_raw(&rng));
}

static void print_double(double x)
{
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    printf(" %016" PRIx64, bits);
}

#define DOUBLES(name, call)     \
    begin(name);                \
    for (int i = 0; i < N; i++) \
        print_double(call);     \
    end()

#define INTEGERS(name, call)                  \
    begin(name);                              \
    for (int i = 0; i < N; i++)               \
        printf(" %" PRId64, (int64_t)(call)); \
    end()

#define FILL(name, type, print, call) \
    {                                 \
        static type out[N];           \
        begin(name);                  \
        call;                         \
        for (int i = 0; i < N; i++)   \
            print(out[i]);            \
        end();                        \
    }

static void print_unsigned(uint64_t x)
{
    printf(" %" PRIu64, x);
}

static void draw_doubles(void)
{
    DOUBLES("random", random_standard_uniform(bitgen));
    DOUBLES("random_f", (double)random_standard_uniform_f(bitgen));
    DOUBLES("standard_normal", random_standard_normal(bitgen));
    DOUBLES("standard_exponential", random_standard_exponential(bitgen));
    DOUBLES("normal", random_normal(bitgen, 10, 2));
    DOUBLES("standard_gamma", random_standard_gamma(bitgen, 0.3));
    DOUBLES("gamma", random_gamma(bitgen, 2.5, 1.5));
    DOUBLES("beta", random_beta(bitgen, 2, 3));
    DOUBLES("chisquare", random_chisquare(bitgen, 3));
    DOUBLES("standard_t", random_standard_t(bitgen, 4));
    DOUBLES("laplace", random_laplace(bitgen, 1, 2));
    DOUBLES("lognormal", random_lognormal(bitgen, 0, 1));
    DOUBLES("vonmises", random_vonmises(bitgen, 0.5, 2));
    DOUBLES("wald", random_wald(bitgen, 1, 2));
    DOUBLES("triangular", random_triangular(bitgen, 0, 1, 5));
    FILL("standard_normal_fill", double, print_double, random_standard_normal_fill(bitgen, N, out));
    FILL("standard_normal_f_fill", float, print_double,
         random_standard_normal_fill_f(bitgen, N, out));
    FILL("standard_exponential_inv", double, print_double,
         random_standard_exponential_inv_fill(bitgen, N, out));
}

static void draw_integers(void)
{
    static binomial_t binomial;
    INTEGERS("poisson", random_poisson(bitgen, 50));
    INTEGERS("poisson_few", random_poisson(bitgen, 2));
    INTEGERS("binomial", random_binomial(bitgen, 0.4, 1000, &binomial));
    INTEGERS("geometric", random_geometric(bitgen, 0.01));
    INTEGERS("hypergeometric", random_hypergeometric(bitgen, 100, 200, 50));
    INTEGERS("logseries", random_logseries(bitgen, 0.9));
    INTEGERS("zipf", random_zipf(bitgen, 2));
    FILL("integers_int64", uint64_t, print_unsigned,
         random_bounded_uint64_fill(bitgen, 5, 999, N, false, out));
    FILL("integers_large", uint64_t, print_unsigned,
         random_bounded_uint64_fill(bitgen, 0, UINT64_C(12345678901234567), N, false, out));
    FILL("integers_uint32", uint32_t, print_unsigned,
         random_bounded_uint32_fill(bitgen, 0, 2999999999, N, false, out));
    FILL("integers_uint16", uint16_t, print_unsigned,
         random_bounded_uint16_fill(bitgen, 0, 999, N, false, out));
    FILL("integers_uint8", uint8_t, print_unsigned,
         random_bounded_uint8_fill(bitgen, 0, 99, N, false, out));
}

int main(void)
{
    draw_doubles();
    draw_integers();
    return 0;
}
