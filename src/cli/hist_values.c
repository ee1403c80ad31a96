/* SPDX-License-Identifier: BSD-3-Clause
 *
 * Statistics of a stream of values in constant memory.
 */
#include "hist.h"

#include "error.h"

#include <math.h>
#include <string.h>

/* ---- Mean and standard deviation ---------------------------------------------------------- */

static double sum_of(const double *x, size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += x[i];
    return sum;
}

static double squares_of(const double *x, size_t n, double mean)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += (x[i] - mean) * (x[i] - mean);
    return sum;
}

/* The block has a mean of its own: sums over all values would lose digits. */
void add_to_summary(struct summary *s, const double *x, size_t n)
{
    if (n == 0)
        return;
    double mean = sum_of(x, n) / (double)n;
    double total = (double)s->count + (double)n;
    double distance = mean - s->mean;
    if (s->count == 0)
        s->min = s->max = x[0];
    s->squares += squares_of(x, n, mean);
    if (s->count > 0)
        s->squares += distance * distance * (double)s->count / total * (double)n;
    s->mean += distance * ((double)n / total);
    s->count += n;
    for (size_t i = 0; i < n; i++) {
        s->min = x[i] < s->min ? x[i] : s->min;
        s->max = x[i] > s->max ? x[i] : s->max;
    }
}

double deviation_of(const struct summary *s)
{
    return sqrt(s->squares / (double)s->count);
}

/* ---- Quantiles ---------------------------------------------------------------------------- */

const double quantile_shares[QUANTILES] = {0.05, 0.25, 0.5, 0.75, 0.95};

/* The bits of a double, so changed that their order is the order of the values, are cut in three:
 * TOP_BITS, which the first pass counts; NEXT_BITS, which the second one counts where a wanted
 * value is; and the rest. */
enum {
    TOP_BITS = 20,
    NEXT_BITS = 16,
    TOP_SHIFT = 64 - TOP_BITS,
    NEXT_SHIFT = TOP_SHIFT - NEXT_BITS,
    TOPS = 1 << TOP_BITS,
    NEXTS = 1 << NEXT_BITS,
    RANKS = 2 * QUANTILES
};

/* A wanted value: the rank-th of all, and place within the bin top. */
struct wanted {
    uint64_t rank;
    uint64_t place;
    size_t top;
    uint64_t *next; /* counts of the bin; wanted values of one bin share them */
};

struct quantiles {
    double *values; /* NULL: not exact */
    size_t kept;
    uint64_t *tops;
    unsigned char *group; /* of a top: 1 + the wanted value that has its counts, or 0 */
    struct wanted wanted[RANKS];
};

static uint64_t key_of(double x)
{
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits >> 63 ? ~bits : bits | UINT64_C(1) << 63;
}

static double value_of(uint64_t key)
{
    double x;
    uint64_t bits = key >> 63 ? key & ~(UINT64_C(1) << 63) : ~key;
    memcpy(&x, &bits, sizeof x);
    return x;
}

static void *allocate_zeros(size_t n, size_t size)
{
    return memset(allocate(n * size), 0, n * size);
}

struct quantiles *new_quantiles(uint64_t count)
{
    struct quantiles *q = allocate_zeros(1, sizeof *q);
    if (count <= EXACT_QUANTILES) {
        q->values = allocate((size_t)count * sizeof *q->values);
    } else {
        q->tops = allocate_zeros(TOPS, sizeof *q->tops);
        q->group = allocate_zeros(TOPS, sizeof *q->group);
    }
    return q;
}

bool are_exact(const struct quantiles *q)
{
    return q->values != NULL;
}

void add_to_quantiles(struct quantiles *q, const double *x, size_t n)
{
    if (q->values != NULL) {
        memcpy(q->values + q->kept, x, n * sizeof *x);
        q->kept += n;
        return;
    }
    for (size_t i = 0; i < n; i++)
        q->tops[key_of(x[i]) >> TOP_SHIFT]++;
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The bin that holds the value of this rank, and the place of the value in it. */
static size_t find_bin(const uint64_t *counts, uint64_t rank, uint64_t *place)
{
    size_t bin = 0;
    while (rank >= counts[bin])
        rank -= counts[bin++];
    *place = rank;
    return bin;
}

static double position_of(const struct summary *s, int i)
{
    return quantile_shares[i] * (double)(s->count - 1);
}

static void choose_rank(struct quantiles *q, int i, uint64_t rank)
{
    struct wanted *w = &q->wanted[i];
    w->rank = rank;
    w->top = find_bin(q->tops, rank, &w->place);
    if (q->group[w->top] == 0) {
        q->group[w->top] = (unsigned char)(i + 1);
        w->next = allocate_zeros(NEXTS, sizeof *w->next);
    } else {
        w->next = q->wanted[q->group[w->top] - 1].next;
    }
}

void choose_quantiles(struct quantiles *q, const struct summary *s)
{
    if (q->values != NULL) {
        qsort(q->values, q->kept, sizeof *q->values, compare);
        return;
    }
    for (int i = 0; i < QUANTILES; i++) {
        uint64_t rank = (uint64_t)position_of(s, i);
        choose_rank(q, 2 * i, rank);
        choose_rank(q, 2 * i + 1, rank + 1); /* of so many values, 5 % come after it */
    }
}

void refine_quantiles(struct quantiles *q, const double *x, size_t n)
{
    if (q->values != NULL)
        return;
    for (size_t i = 0; i < n; i++) {
        uint64_t key = key_of(x[i]);
        int group = q->group[key >> TOP_SHIFT];
        if (group > 0)
            q->wanted[group - 1].next[key >> NEXT_SHIFT & (NEXTS - 1)]++;
    }
}

static double within(const struct summary *s, double x)
{
    return x < s->min ? s->min : x > s->max ? s->max : x;
}

/* The end of the bin that is nearer to 0: integers of up to 25 bits are found exactly. */
static double wanted_value(const struct wanted *w, const struct summary *s)
{
    uint64_t place;
    uint64_t next = find_bin(w->next, w->place, &place);
    uint64_t key = (uint64_t)w->top << TOP_SHIFT | next << NEXT_SHIFT;
    if (key >> 63 == 0)
        key |= (UINT64_C(1) << NEXT_SHIFT) - 1;
    return within(s, value_of(key));
}

double quantile(const struct quantiles *q, const struct summary *s, int i)
{
    double position = position_of(s, i);
    uint64_t rank = (uint64_t)position;
    double share = position - (double)rank;
    uint64_t after = rank + 1 < s->count ? rank + 1 : rank;
    double a = are_exact(q) ? q->values[rank] : wanted_value(&q->wanted[2 * i], s);
    double b = are_exact(q) ? q->values[after] : wanted_value(&q->wanted[2 * i + 1], s);
    return share < 0.5 ? a + (b - a) * share : b - (b - a) * (1 - share);
}

double rough_quantile(const struct quantiles *q, const struct summary *s, double share, bool above)
{
    uint64_t place;
    uint64_t rank = (uint64_t)(share * (double)(s->count - 1));
    if (are_exact(q))
        return q->values[rank];
    uint64_t key = (uint64_t)find_bin(q->tops, rank, &place) << TOP_SHIFT;
    if (above)
        key |= (UINT64_C(1) << TOP_SHIFT) - 1;
    return within(s, value_of(key));
}
