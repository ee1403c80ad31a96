/* SPDX-License-Identifier: BSD-3-Clause
 *
 * nprand as a generator of the GNU Scientific Library, so that gsl_ran_*(), gsl_monte_*() and the
 * like run on NumPy's stream. GSL's own gsl_rng_mt19937 gives the same words, but makes a double of
 * one of them, where NumPy takes two. In Python:
 *
 *     import numpy as np
 *     rs = np.random.RandomState(1234)
 *     print(*rs.randint(0, 2**32, 3, dtype=np.uint32))
 *     rs.seed(1234)
 *     print('%.16g %.16g' % tuple(rs.random_sample(2)))
 *     print('%.8f' % rs.standard_normal())
 *     print('%.8f' % (-2 * np.log1p(-rs.random_sample())))       # what gsl_ran_exponential() does
 *     print('%.16g' % rs.random_sample())
 */
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <nprand.h>

#include <stdio.h>
#include <stdlib.h>

/* ---- The generator ---- */

/* GSL has the state in memory from malloc(), which is aligned for an nprand_rng, and copies and
 * saves it as bytes, as an nprand_rng allows. (What gsl_rng_fwrite() wrote is for the same version
 * of libnprand; between versions, and for NumPy, there is nprand_get_state().) */
_Static_assert(_Alignof(nprand_rng) <= _Alignof(max_align_t), "malloc() aligns the state");

/* GSL's seeds are longs, of which its own MT19937 takes 32 bits too. But 0 is 0 here, as in NumPy;
 * GSL's makes 4357 of it. A seed of 32 bits is never refused; one that were would leave memory that is
 * no generator, from which nothing is drawn. */
static void set(void *state, unsigned long seed)
{
    if (nprand_seed(state, (int64_t)(seed & 0xffffffff)) != NPRAND_OK)
        GSL_ERROR_VOID("the seed is refused", GSL_EFAILED);
}

static unsigned long get(void *state)
{
    return (unsigned long)nprand_random_raw(state);
}

static double get_double(void *state)
{
    return nprand_random_sample(state);
}

static const gsl_rng_type numpy_type = {
    .name = "numpy",
    .max = 0xffffffff,
    .min = 0,
    .size = sizeof(nprand_rng),
    .set = set,
    .get = get,
    .get_double = get_double,
};

/* ---- Its use ---- */

static void fail(const char *what)
{
    fprintf(stderr, "gsl: %s\n", what);
    exit(EXIT_FAILURE);
}

static gsl_rng *make(const gsl_rng_type *type, unsigned long seed)
{
    gsl_rng *r = gsl_rng_alloc(type);
    if (r == NULL)
        fail("no memory");
    gsl_rng_set(r, seed);
    return r;
}

/* Both generators give the same words. */
static void compare_words(unsigned long seed)
{
    enum { WORDS = 100000 };
    gsl_rng *numpy = make(&numpy_type, seed);
    gsl_rng *mt19937 = make(gsl_rng_mt19937, seed);
    int same = 0;
    for (int i = 0; i < WORDS; i++)
        same += gsl_rng_get(numpy) == gsl_rng_get(mt19937);
    printf("seed %lu: %d of %d words are those of %s\n", seed, same, WORDS, gsl_rng_name(mt19937));
    gsl_rng_free(mt19937);
    gsl_rng_free(numpy);
}

/* Copies go on as the original does: its clone, its copy and what was saved. The normal that waits
 * in the generator is among what they have. */
static void compare_copies(gsl_rng *r)
{
    nprand_standard_normal(gsl_rng_state(r));
    gsl_rng *copies[] = {gsl_rng_clone(r), make(&numpy_type, 0), make(&numpy_type, 0)};
    FILE *file = tmpfile();
    if (copies[0] == NULL || file == NULL)
        fail("no memory or file");
    gsl_rng_memcpy(copies[1], r);
    if (gsl_rng_fwrite(file, r) != 0)
        fail("cannot write");
    rewind(file);
    if (gsl_rng_fread(file, copies[2]) != 0)
        fail("cannot read");
    fclose(file);

    double expected = nprand_standard_normal(gsl_rng_state(r)) + gsl_ran_gaussian(r, 1.0);
    int same = 0;
    for (int i = 0; i < 3; i++) {
        gsl_rng *copy = copies[i];
        double value = nprand_standard_normal(gsl_rng_state(copy)) + gsl_ran_gaussian(copy, 1.0);
        same += value == expected;
        gsl_rng_free(copy);
    }
    printf("%d of 3 copies go on alike\n", same);
}

int main(void)
{
    compare_words(1);
    compare_words(1234);
    compare_words(4294967295);

    gsl_rng *r = make(&numpy_type, 1234);
    unsigned long a = gsl_rng_get(r), b = gsl_rng_get(r), c = gsl_rng_get(r);
    printf("%lu %lu %lu\n", a, b, c);

    gsl_rng_set(r, 1234);
    double x = gsl_rng_uniform(r), y = gsl_rng_uniform(r);
    printf("%.16g %.16g\n", x, y);
    printf("%.8f\n", nprand_standard_normal(gsl_rng_state(r))); /* NumPy's own methods */
    printf("%.8f\n", gsl_ran_exponential(r, 2.0));              /* GSL's, on the same stream */
    printf("%.16g\n", gsl_rng_uniform(r));

    compare_copies(r);
    gsl_rng_free(r);
    return 0;
}
