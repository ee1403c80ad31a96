/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The command hist: what its files share. A draw is read twice, in constant memory: first for the
 * statistics and the range, then for the bins.
 */
#ifndef CLI_HIST_H
#define CLI_HIST_H

#include "draw.h"
#include "options.h"
#include "output.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Those of the command itself, and with those that a draw of a histogram can have. */
#define HIST_OWN_OPTIONS \
    (OPTION_BIT(OPTION_BINS) | OPTION_BIT(OPTION_SVG) | OPTION_BIT(OPTION_ASCII))
#define HIST_OPTIONS                                                                             \
    (HIST_OWN_OPTIONS | OPTION_BIT(OPTION_SEED) | OPTION_BIT(OPTION_SEED_SEQUENCE) |             \
     OPTION_BIT(OPTION_SPAWN_KEY) | OPTION_BIT(OPTION_POOL_SIZE) | OPTION_BIT(OPTION_GYM_SEED) | \
     OPTION_BIT(OPTION_STATE) | OPTION_BIT(OPTION_SKIP) | OPTION_BIT(OPTION_SKIP_WORDS) |        \
     OPTION_BIT(OPTION_NUMPY) | OPTION_BIT(OPTION_LONG_BITS) | OPTION_BIT(OPTION_SIZE) |         \
     OPTION_BIT(OPTION_DTYPE) | OPTION_BIT(OPTION_P) | OPTION_BIT(OPTION_NO_REPLACE) |           \
     OPTION_BIT(OPTION_THREADS) | OPTION_BIT(OPTION_QUIET))

/* nprand hist METHOD [arguments]. */
int run_hist(const struct options *options);
void print_hist_help(void);

/* ---- Statistics --------------------------------------------------------------------------- */

/* Of the finite values. squares: the sum of the squared distances from the mean. */
struct summary {
    uint64_t count;
    uint64_t not_finite;
    double mean, squares, min, max;
};

void add_to_summary(struct summary *s, const double *x, size_t n);

/* As numpy.std(): divided by the count. */
double deviation_of(const struct summary *s);

/* 5, 25, 50, 75 and 95 %. Exact up to EXACT_QUANTILES values, which are kept and sorted. Of more
 * values, those are found whose first 24 bits of the significand agree: first by the sign, the
 * exponent and 8 bits, and in a second pass by 16 bits more. */
enum { QUANTILES = 5, EXACT_QUANTILES = 1 << 20 };
extern const double quantile_shares[QUANTILES];

struct quantiles;
struct quantiles *new_quantiles(uint64_t count);
bool are_exact(const struct quantiles *q);
void add_to_quantiles(struct quantiles *q, const double *x, size_t n);
/* Between the two passes, and in the second. */
void choose_quantiles(struct quantiles *q, const struct summary *s);
void refine_quantiles(struct quantiles *q, const double *x, size_t n);
/* As numpy.quantile(): linear between the two nearest values. */
double quantile(const struct quantiles *q, const struct summary *s, int i);
/* After the first pass: a value below, or above, this share of the values, not far from the
 * quantile. */
double rough_quantile(const struct quantiles *q, const struct summary *s, double share, bool above);

/* ---- The expected curve ------------------------------------------------------------------- */

/* The density, or the probability of integers, of a method with its parameters. */
struct curve {
    bool discrete;
    double lo, hi; /* where it is not 0; of integers, the first and the last */
    double kink;   /* where it is not smooth, or NAN */
    double p[3];   /* parameters */
    double constant;
    const double *list; /* choice: the probabilities */
    double (*log_density)(const struct curve *c, double x);
};

/* False: the command knows no formula for it. */
bool find_curve(struct curve *c, const struct draw *d);
double density_at(const struct curve *c, double x);
/* The probability of a <= x < b. */
double mass_between(const struct curve *c, double a, double b);

/* ---- Bins --------------------------------------------------------------------------------- */

struct range {
    double lo, hi; /* both belong to it */
    bool integers; /* no other values are in it, and each is a double */
};

/* All values, or those around the quantiles where a tail is long. */
struct range range_to_show(const struct quantiles *q, const struct summary *s, enum kind kind);

/* Bin i is edges[i] <= x < edges[i + 1]. The last one of floats has its end too. */
struct bins {
    bool integers;
    int decimals; /* that tell edges apart, or -1: too many */
    size_t n;
    double *edges; /* n + 1 */
    uint64_t *counts;
    uint64_t below, above;
    uint64_t most; /* the largest of counts */
    /* NULL: no curve, or bins that are too wide for it. */
    double *expected;
    double expected_inside, expected_most;
};

/* n bins of one width, or (n = 0) at most about most bins with ends that have few digits. Of
 * integers, each has its own bin where there are at most most_integers of them. */
void make_bins(struct bins *b, struct range range, size_t n, size_t most, size_t most_integers);
void add_to_bins(struct bins *b, const double *x, size_t n);
void end_bins(struct bins *b);
void expect_in_bins(struct bins *b, const struct curve *c, double count);

/* How many digits tell numbers from lo to hi apart that are a width from each other: 6 to 17. */
int digits_for(double width, double lo, double hi);
int digits_of_edges(const struct bins *b);

/* The smallest 1, 2 or 5 times a power of ten that is at least x, and the exponent of the power. */
double nice_step(double x, int *exponent);

/* ---- Output ------------------------------------------------------------------------------- */

struct picture {
    const char *title;
    const struct summary *summary;
    const double *quantiles;
    bool exact;
    const struct bins *bins;
    const struct curve *curve; /* NULL: none */
};

struct terminal {
    int width;
    bool ascii;
};

struct terminal find_terminal(const struct options *options);
void write_histogram(const struct picture *p, struct terminal terminal, struct output *out);
void write_svg(const struct picture *p, struct output *out);

#endif
