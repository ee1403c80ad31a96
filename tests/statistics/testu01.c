/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The batteries of TestU01 (P. L'Ecuyer and R. Simard, ACM Transactions on Mathematical Software 33
 * (2007), article 22) over what the library draws:
 *
 *     testu01 BATTERY STREAM [SEED]
 *
 * BATTERY: small (SmallCrush, 15 p-values, ten seconds), linear (the tests LinearComp of Crush, 4
 * p-values), crush (144, less than an hour) or big (160, some hours). STREAM: words; reversed, the
 * words with their bits in reverse order; doubles; normals, each as its distribution function;
 * exponentials, each as its distribution function.
 *
 * The program prints TestU01's own report, then each p-value outside 0.001 to 0.999. Its exit
 * status is 1 if one is outside 1e-10 to 1 - 1e-10 in a test other than LinearComp. The Mersenne
 * Twister is linear over GF(2), and is known to fail LinearComp in Crush and BigCrush.
 *
 * These tests prove little for a reimplementation. They test the Mersenne Twister, which others
 * have tested, and do not show that the numbers are NumPy's.
 */
#define NPRAND_NO_NODISCARD
#include "nprand.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <bbattery.h>
#include <swrite.h>
#include <unif01.h>

enum { BLOCK = 4096 };

static nprand_rng rng;
static uint32_t words[BLOCK];
static double values[BLOCK];
static size_t used = BLOCK; /* of the block */

/* ---- Streams ---- */

static unsigned next_word(void)
{
    if (used == BLOCK) {
        nprand_random_raw_fill(&rng, BLOCK, words);
        used = 0;
    }
    return words[used++];
}

static unsigned next_reversed(void)
{
    unsigned word = next_word(), reversed = 0;
    for (int i = 0; i < 32; i++) {
        reversed = reversed << 1 | (word & 1U);
        word >>= 1;
    }
    return reversed;
}

static double next_double(void)
{
    if (used == BLOCK) {
        nprand_random_sample_fill(&rng, BLOCK, values);
        used = 0;
    }
    return values[used++];
}

static double next_normal(void)
{
    if (used == BLOCK) {
        nprand_standard_normal_fill(&rng, BLOCK, values);
        used = 0;
    }
    return 0.5 * erfc(-values[used++] / sqrt(2.0));
}

static double next_exponential(void)
{
    if (used == BLOCK) {
        nprand_standard_exponential_fill(&rng, BLOCK, values);
        used = 0;
    }
    return -expm1(-values[used++]);
}

static const struct stream {
    const char *name;
    unsigned (*bits)(void);
    double (*uniform)(void);
} streams[] = {
    {"words", next_word, NULL},
    {"reversed", next_reversed, NULL},
    {"doubles", NULL, next_double},
    {"normals", NULL, next_normal},
    {"exponentials", NULL, next_exponential},
};

/* ---- Batteries ---- */

enum { CRUSH_TESTS = 96, LINEAR_COMP = 71, LINEAR_COMP_OF_LOW_BITS = 72 };

/* How often each test of Crush runs, counted from 1. */
static void run_linear(unif01_Gen *generator)
{
    int times[CRUSH_TESTS + 1] = {0};
    times[LINEAR_COMP] = times[LINEAR_COMP_OF_LOW_BITS] = 1;
    bbattery_RepeatCrush(generator, times);
}

static const struct battery {
    const char *name;
    void (*run)(unif01_Gen *generator);
} batteries[] = {
    {"small", bbattery_SmallCrush},
    {"linear", run_linear},
    {"crush", bbattery_Crush},
    {"big", bbattery_BigCrush},
};

/* Returns how many p-values of tests other than LinearComp say that the stream is not random. */
static int print_suspects(void)
{
    int suspects = 0, failed = 0;
    for (int i = 0; i < bbattery_NTests; i++) {
        const double p = bbattery_pVal[i];
        const char *name = bbattery_TestNames[i];
        const bool is_clear = p < 1e-10 || p > 1.0 - 1e-10;
        const bool is_known = strncmp(name, "LinearComp", 10) == 0;
        if (p >= 0.001 && p <= 0.999)
            continue;
        printf("p = %.3g: %s%s\n", p, name,
               is_clear && is_known ? " (known of the Mersenne Twister)" : "");
        suspects++;
        failed += is_clear && !is_known;
    }
    printf("%d p-values, %d outside 0.001 to 0.999, %d clear failures of other tests than "
           "LinearComp\n",
           bbattery_NTests, suspects, failed);
    return failed;
}

static int run(const struct battery *battery, const struct stream *stream)
{
    static char name[80];
    snprintf(name, sizeof name, "nprand: %s", stream->name);
    unif01_Gen *generator = stream->bits != NULL ? unif01_CreateExternGenBits(name, stream->bits)
                                                 : unif01_CreateExternGen01(name, stream->uniform);
    swrite_Basic = FALSE;
    battery->run(generator);
    if (stream->bits != NULL)
        unif01_DeleteExternGenBits(generator);
    else
        unif01_DeleteExternGen01(generator);
    return print_suspects() > 0;
}

int main(int argc, char **argv)
{
    const struct battery *battery = NULL;
    const struct stream *stream = NULL;
    for (size_t i = 0; argc > 2 && i < sizeof batteries / sizeof *batteries; i++) {
        if (strcmp(argv[1], batteries[i].name) == 0)
            battery = &batteries[i];
    }
    for (size_t i = 0; argc > 2 && i < sizeof streams / sizeof *streams; i++) {
        if (strcmp(argv[2], streams[i].name) == 0)
            stream = &streams[i];
    }
    if (battery == NULL || stream == NULL) {
        fprintf(stderr, "usage: testu01 small|linear|crush|big "
                        "words|reversed|doubles|normals|exponentials [SEED]\n");
        return 2;
    }
    if (nprand_seed(&rng, argc > 3 ? strtoll(argv[3], NULL, 10) : 20240229) != NPRAND_OK)
        return 2;
    return run(battery, stream);
}
