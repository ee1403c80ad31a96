/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Whether the draws have the distributions that they are named after: a chi-square test of each
 * method at a fixed seed, and the largest distance of the two distribution functions at the edges
 * of the bins (Kolmogorov-Smirnov). Vectors show that the values are NumPy's. These tests would show
 * a formula that is wrong in both. The densities are those of textbooks, from `nprand hist`.
 *
 * The first half of the values gives the edges of the bins, the second half is counted.
 */
#include "../src/cli/draw.h"
#include "../src/cli/hist.h"
#include "../src/cli/options.h"
#include "../src/cli/stream.h"

#include <getopt.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HALF = 20000, BINS = 40 };

/* A value that the fixed seeds do not reach, and a wrong formula does: 4.5 standard deviations. */
static const double MOST_Z = 4.5;
static const double MOST_DISTANCE = 2.3; /* times the root of HALF: a chance of 5e-5 */

static const char *const draws[] = {
    "uniform -2 5",
    "normal 3 2",
    "standard_normal",
    "standard_exponential",
    "exponential 2.5",
    "standard_gamma 0.3",
    "standard_gamma 7.5",
    "gamma 2.5 2",
    "beta 0.5 0.4",
    "beta 2 3",
    "chisquare 4.5",
    "noncentral_chisquare 3 2",
    "noncentral_chisquare 0.7 2",
    "f 5 10",
    "noncentral_f 5 10 2",
    "standard_t 4",
    "standard_cauchy",
    "lognormal 0 0.5",
    "laplace 1 2",
    "logistic 1 2",
    "gumbel 1 2",
    "pareto 3",
    "power 3",
    "weibull 1.5",
    "rayleigh 2",
    "triangular -3 0 8",
    "vonmises 0 0.5",
    "vonmises 1 4",
    "wald 3 2",
    "poisson 3",
    "poisson 100",
    "binomial 10 0.3",
    "binomial 1000 0.4",
    "negative_binomial 5 0.5",
    "geometric 0.05",
    "geometric 0.5",
    "hypergeometric 15 15 8",
    "hypergeometric 100 200 50",
    "logseries 0.6",
    "zipf 3",
    "randint 0 37",
    "random_integers 1 6",
    "choice 11",
    "choice 5 --p 0.1,0.2,0.3,0.15,0.25",
};

static int compare(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The words of a draw, behind those that choose the seed and the size. */
static struct options options_for(const char *text)
{
    static char words[200];
    static char *arguments[40];
    int count = 0;
    snprintf(words, sizeof words, "nprand --seed 20240229 --size %d %s", 2 * HALF, text);
    for (char *word = strtok(words, " "); word != NULL; word = strtok(NULL, " "))
        arguments[count++] = word;
    arguments[count] = NULL;
    optind = 0; /* begins anew */
    return parse_options(count, arguments);
}

static void read_all(struct draw *d, double *x)
{
    size_t n;
    for (const void *data; (data = next_chunk(d, &n)) != NULL; x += n) {
        for (size_t i = 0; i < n; i++)
            x[i] = d->kind == KIND_DOUBLE ? ((const double *)data)[i]
                                          : (double)((const int64_t *)data)[i];
    }
}

/* Edges at the quantiles of the first half, each once, between the ends of the distribution. */
static size_t make_edges(const struct curve *c, double *x, double *edges)
{
    size_t n = 0;
    qsort(x, HALF, sizeof *x, compare);
    if (isfinite(c->lo))
        edges[n++] = c->lo;
    for (size_t i = 1; i < BINS; i++) {
        const double edge = c->discrete ? floor(x[i * HALF / BINS]) : x[i * HALF / BINS];
        if (n == 0 || edge > edges[n - 1])
            edges[n++] = edge;
    }
    return n;
}

/* Bin i has the values from edges[i] on, up to edges[i + 1]. The last one has the others, in both
 * tails where the distribution has two. */
static double share_of(const struct curve *c, const double *edges, size_t n, size_t i)
{
    static double before;
    if (i == 0)
        before = 0.0;
    const double share = i + 1 < n ? mass_between(c, edges[i], edges[i + 1]) : 1.0 - before;
    before += share;
    return share;
}

/* E. B. Wilson and M. M. Hilferty, "The distribution of chi-square", PNAS 17 (1931): the cube root
 * of chi-square / k is nearly normal. */
static double z_of(double chi_square, double k)
{
    return (cbrt(chi_square / k) - (1.0 - 2.0 / (9.0 * k))) / sqrt(2.0 / (9.0 * k));
}

static bool check_counts(const char *text, const struct curve *c, const double *edges, size_t n,
                         const double *x)
{
    double counts[BINS] = {0.0}, chi_square = 0.0, drawn = 0.0, expected = 0.0, distance = 0.0;
    for (size_t j = 0; j < HALF; j++) {
        size_t i = n - 1;
        while (i > 0 && x[j] < edges[i])
            i--;
        counts[x[j] < edges[i] ? n - 1 : i] += 1.0;
    }
    for (size_t i = 0; i < n; i++) {
        const double mean = HALF * share_of(c, edges, n, i);
        chi_square += (counts[i] - mean) * (counts[i] - mean) / mean;
        drawn += counts[i];
        expected += mean;
        distance = fmax(distance, fabs(drawn - expected) / sqrt(HALF));
    }
    const double z = z_of(chi_square, (double)(n - 1));
    const bool passed = n > 1 && z < MOST_Z && z > -MOST_Z && distance < MOST_DISTANCE;
    printf("%-36s %2zu bins  chi-square %6.1f  z %5.2f  distance %.2f%s\n", text, n, chi_square, z,
           distance, passed ? "" : "  WRONG");
    return passed;
}

static bool check(const char *text)
{
    static double x[2 * HALF];
    static nprand_rng rng;
    double edges[BINS];
    struct options options = options_for(text);
    struct draw d;
    struct curve curve;
    start_stream(&rng, &options);
    prepare_draw(&d, &options, &rng);
    if (!find_curve(&curve, &d)) {
        printf("%s: no density is known\n", text);
        return false;
    }
    read_all(&d, x);
    const size_t n = make_edges(&curve, x, edges);
    return check_counts(text, &curve, edges, n, x + HALF);
}

int main(void)
{
    int wrong = 0;
    for (size_t i = 0; i < sizeof draws / sizeof *draws; i++)
        wrong += !check(draws[i]);
    printf("%zu draws, %d wrong\n", sizeof draws / sizeof *draws, wrong);
    return wrong > 0;
}
