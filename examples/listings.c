/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The numbers that NumPy's manual and countless answers show for np.random.seed(0), (1) and (2),
 * and the ends of two long streams. In Python:
 *
 *     import numpy as np
 *     np.random.seed(0); print(np.random.rand(6))
 *     np.random.seed(0); print(np.random.rand())
 *     np.random.seed(1); print(np.random.rand(6))
 *     np.random.seed(2)
 *     for _ in range(3): print(np.random.rand(3))
 *     print(np.random.RandomState(1234).rand())
 *     print(np.random.RandomState([1234]).rand())
 *     for n in (10**6, 10**7):
 *         np.random.seed(0); print(np.random.rand(n)[-3:])
 */
#include <nprand.h>

#include <stdio.h>
#include <stdlib.h>

static void check(nprand_status status)
{
    if (status != NPRAND_OK) {
        fprintf(stderr, "listings: %s\n", nprand_strerror(status));
        exit(EXIT_FAILURE);
    }
}

/* A line of rand(n), n <= 6, with NumPy's eight decimals: style 'f', or 'e' for an exponent. */
static void print_rand(nprand_rng *rng, size_t n, const char *label, char style)
{
    double x[6];
    check(nprand_rand_fill(rng, n, x));
    printf("%s:", label);
    for (size_t i = 0; i < n; i++)
        printf(style == 'e' ? " %.8e" : " %.8f", x[i]);
    putchar('\n');
}

/* rand(n)[-3:] in constant memory: a fill goes on where the last one stopped, so a long array can
 * be drawn in pieces. */
static void print_tail(int64_t seed, size_t n, const char *label)
{
    nprand_rng rng;
    double piece[1000];
    check(nprand_seed(&rng, seed));
    for (size_t left = n - 3; left > 0;) {
        size_t count = left < 1000 ? left : 1000;
        check(nprand_rand_fill(&rng, count, piece));
        left -= count;
    }
    print_rand(&rng, 3, label, 'f');
}

int main(void)
{
    nprand_rng rng;

    check(nprand_seed(&rng, 0));
    print_rand(&rng, 6, "seed 0, rand(6)", 'f');
    check(nprand_seed(&rng, 0));
    printf("seed 0, rand(): %.16g\n", nprand_rand(&rng));

    check(nprand_seed(&rng, 1));
    print_rand(&rng, 6, "seed 1, rand(6)", 'e');

    check(nprand_seed(&rng, 2));
    print_rand(&rng, 3, "seed 2, rand(3)", 'f');
    print_rand(&rng, 3, "seed 2, rand(3)", 'f');
    print_rand(&rng, 3, "seed 2, rand(3)", 'f');

    /* A seed and an array of that one seed start different streams. */
    const uint32_t key[] = {1234};
    check(nprand_seed(&rng, 1234));
    print_rand(&rng, 1, "RandomState(1234).rand()", 'f');
    check(nprand_seed_array(&rng, key, 1));
    print_rand(&rng, 1, "RandomState([1234]).rand()", 'f');

    print_tail(0, 1000000, "seed 0, rand(10**6)[-3:]");
    print_tail(0, 10000000, "seed 0, rand(10**7)[-3:]");
    return 0;
}
