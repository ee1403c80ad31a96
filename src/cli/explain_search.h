/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The search over seeds and conventions.
 */
#ifndef CLI_EXPLAIN_SEARCH_H
#define CLI_EXPLAIN_SEARCH_H

#include "explain_fit.h"
#include "explain_seeds.h"

struct match {
    const struct convention *how;
    uint64_t seed;
    size_t place;
    struct range range;
    bool is_dropped;
    bool is_cut; /* fits only if the digits were cut off, not rounded */
};

enum { MOST_MATCHES = 256 };

struct matches {
    size_t count;
    bool more;     /* the search was stopped when it had found so many */
    double tried;  /* seeds times conventions */
    double chance; /* how many of them fit by chance, on average */
    struct match items[MOST_MATCHES];
};

struct search {
    const struct query *query;
    uint64_t first, last; /* the seeds, up to 2^32 - 1 */
    int workers;
    bool stop_when_sure; /* by the first convention that fits and is no accident */
    bool progress;
};

/* Matches with more than this number of them by chance say nothing. */
#define SURE_CHANCE 0.01

/* Adds what is found, sorted by seed. */
void search_seeds(const struct search *search, struct matches *found);

/* The same for one seed as typed. */
void search_one_seed(const struct query *query, const struct seed *seed, struct matches *found);

#endif
