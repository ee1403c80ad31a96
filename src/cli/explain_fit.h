/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Whether the words of one seed give the printed numbers by one convention.
 */
#ifndef CLI_EXPLAIN_FIT_H
#define CLI_EXPLAIN_FIT_H

#include "explain_conventions.h"
#include "explain_values.h"

enum { MOST_LOWS = 6 };

/* What is asked: the printed numbers, and what can be told of them before any word is drawn. */
struct query {
    struct numbers numbers;
    size_t within;     /* the numbers begin at one of so many places */
    bool only_rounded; /* not cut off */
    bool has_hexadecimal;
    double *chance_low; /* P(X < low) and P(X < high) of a standard normal X */
    double *chance_high;
    int64_t lows[MOST_LOWS]; /* lower ends of the ranges to be tried */
    int low_count;
    int64_t smallest, largest;
    bool is_order; /* smallest..largest in some order, each once */
};

/* The integers of a range: low is the smallest possible one, n how many are possible. Each n from
 * least to most fits. */
struct range {
    int64_t low;
    uint32_t least, most;
};

enum fit { FITS_NOT, FITS, WORDS_ENDED };

struct query ask(struct numbers numbers, size_t within);

/* Whether numbers such as these can come from the convention at all. */
bool is_possible(const struct query *query, const struct convention *how);

/* Where the numbers fit, *place is the first such place, counted in numbers; in words for integers
 * of a range, whose number of words depends on the range. */
enum fit find_numbers(const struct query *query, const struct convention *how, struct words words,
                      size_t *place, struct range *range);

/* How many streams of numbers of this convention fit one place by chance, on average. */
double chance_of(const struct query *query, const struct convention *how);

#endif
