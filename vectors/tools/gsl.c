/* SPDX-License-Identifier: BSD-3-Clause
 *
 * What the GNU Scientific Library makes of gsl_rng_mt19937: generate_tools.py compiles this file.
 */
#include <gsl/gsl_rng.h>
#include <gsl/gsl_version.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

static void print_state(const gsl_rng *r)
{
    const unsigned char *bytes = gsl_rng_state(r);
    for (size_t i = 0; i < gsl_rng_size(r); i++)
        printf("%02x", i < 624 * sizeof(long) + sizeof(int) ? bytes[i] : 0);
}

static void print(unsigned long seed, int drawn, int with_state)
{
    gsl_rng *r = gsl_rng_alloc(gsl_rng_mt19937);
    gsl_rng_set(r, seed);
    for (int i = 0; i < drawn; i++)
        gsl_rng_get(r);
    gsl_rng *words = gsl_rng_clone(r), *doubles = gsl_rng_clone(r);
    printf("seed=%lu drawn=%d words:", seed, drawn);
    for (int i = 0; i < 5; i++)
        printf(" %lu", gsl_rng_get(words));
    printf(" doubles:");
    for (int i = 0; i < 3; i++) {
        double x = gsl_rng_uniform(doubles);
        uint64_t bits;
        memcpy(&bits, &x, sizeof bits);
        printf(" %016llx", (unsigned long long)bits);
    }
    printf(" state: ");
    if (with_state)
        print_state(r);
    else
        printf("none");
    printf("\n");
    gsl_rng_free(r);
    gsl_rng_free(words);
    gsl_rng_free(doubles);
}

int main(void)
{
    printf("GSL %s\n", GSL_VERSION);
    print(0, 0, 0);
    print(1, 0, 0);
    print(4294967296, 0, 0);
    print(4294967339, 0, 0);
    print(18446744073709551615u, 0, 0);
    print(42, 0, 1);
    print(42, 1, 1);
    print(42, 1000, 1);
    print(42, 1248, 1);
    return 0;
}
