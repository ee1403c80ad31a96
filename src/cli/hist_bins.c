/* SPDX-License-Identifier: BSD-3-Clause
 *
 * The range that a histogram shows, and its bins.
 */
#include "hist.h"

#include "error.h"

#include <float.h>
#include <math.h>
#include <string.h>

/* ---- The range ---------------------------------------------------------------------------- */

/* Each integer of the range is a double. */
static bool are_integers(const struct range *r, enum kind kind)
{
    const double largest = 9007199254740992.0; /* 2^53 */
    return !is_float_kind(kind) && r->lo >= -largest && r->hi <= largest;
}

/* Some width, around values that are all the same. */
static struct range give_width(struct range r)
{
    if (r.integers || r.lo < r.hi)
        return r;
    double half = r.lo == 0 ? 0.5 : fabs(r.lo) / 16;
    r.lo -= half;
    r.hi += half;
    return r;
}

/* The bulk is what the 5 % and 95 % quantiles enclose. A tail that is longer than four times the
 * bulk is cut behind one. The doubles of a range have a finite distance. */
struct range range_to_show(const struct quantiles *q, const struct summary *s, enum kind kind)
{
    const double largest = DBL_MAX / 4;
    double low = rough_quantile(q, s, 0.05, false);
    double high = rough_quantile(q, s, 0.95, true);
    double bulk = high - low;
    struct range r = {s->min, s->max, false};
    if (bulk > 0 && s->min < low - 4 * bulk)
        r.lo = low - bulk;
    if (bulk > 0 && s->max > high + 4 * bulk)
        r.hi = high + bulk;
    r.lo = fmin(fmax(r.lo, -largest), largest);
    r.hi = fmin(fmax(r.hi, -largest), largest);
    r.integers = are_integers(&r, kind);
    if (r.integers) {
        r.lo = floor(r.lo);
        r.hi = ceil(r.hi);
    }
    return give_width(r);
}

/* ---- Edges -------------------------------------------------------------------------------- */

/* A power of ten, and one that is a fraction, are rounded once. */
static double times_power(double x, int exponent)
{
    return exponent < 0 ? x / pow(10, -exponent) : x * pow(10, exponent);
}

double nice_step(double x, int *exponent)
{
    static const int factors[] = {1, 2, 5, 10};
    int e = (int)floor(log10(x));
    if (e < -300)
        e = -300;
    int i = 0;
    while (i < 3 && times_power(factors[i], e) < x * (1 - 1e-9))
        i++;
    *exponent = e + (factors[i] == 10);
    return times_power(factors[i], e);
}

static void allocate_bins(struct bins *b, size_t n)
{
    b->n = n;
    b->edges = allocate((n + 1) * sizeof *b->edges);
    b->counts = memset(allocate(n * sizeof *b->counts), 0, n * sizeof *b->counts);
}

static int decimals_of(double width, double end)
{
    int exponent = (int)floor(log10(width));
    int decimals = exponent < 0 ? -exponent : 0;
    return decimals > 9 || end >= 1e10 ? -1 : decimals;
}

static void set_width(struct bins *b, double first, double width, size_t n)
{
    allocate_bins(b, n);
    for (size_t i = 0; i <= n; i++)
        b->edges[i] = first + (double)i * width;
}

static void make_integer_bins(struct bins *b, struct range r, size_t n, size_t most,
                              size_t most_integers)
{
    int exponent;
    double span = r.hi - r.lo + 1;
    double width = 1;
    double first = r.lo;
    if (n > 0) {
        width = ceil(span / (double)n);
    } else if (span > (double)most_integers) {
        width = nice_step(span / (double)most, &exponent);
        first = floor(r.lo / width) * width;
    }
    set_width(b, first, width, (size_t)floor((r.hi - first) / width) + 1);
    b->decimals = 0;
}

static void make_equal_bins(struct bins *b, struct range r, size_t n)
{
    double width = (r.hi - r.lo) / (double)n;
    set_width(b, r.lo, width, n);
    b->edges[n] = r.hi;
    int decimals = decimals_of(width, fmax(fabs(r.lo), fabs(r.hi)));
    b->decimals = decimals < 0 ? -1 : decimals + 2;
}

static void make_nice_bins(struct bins *b, struct range r, size_t most)
{
    const double most_steps = 1e15;
    int exponent;
    double step = nice_step((r.hi - r.lo) / (double)most, &exponent);
    double first = floor(r.lo / step);
    double last = ceil(r.hi / step);
    double factor = round(times_power(step, -exponent));
    if (fabs(first) > most_steps || fabs(last) > most_steps) {
        make_equal_bins(b, r, most);
        return;
    }
    allocate_bins(b, (size_t)fmax(last - first, 1));
    for (size_t i = 0; i <= b->n; i++)
        b->edges[i] = times_power((first + (double)i) * factor, exponent);
    b->decimals = decimals_of(step, fmax(fabs(r.lo), fabs(r.hi)));
}

void make_bins(struct bins *b, struct range range, size_t n, size_t most, size_t most_integers)
{
    memset(b, 0, sizeof *b);
    b->integers = range.integers;
    if (range.integers)
        make_integer_bins(b, range, n, most, most_integers);
    else if (n > 0)
        make_equal_bins(b, range, n);
    else
        make_nice_bins(b, range, most);
}

/* Those of the largest edge that reach to a hundredth of the width of a bin. */
int digits_for(double width, double lo, double hi)
{
    const double fewest = 6;
    const double most = 17; /* which tell any two doubles apart */
    double digits = ceil(log10(fmax(fabs(lo), fabs(hi)) / width)) + 2;
    return (int)fmin(fmax(digits, fewest), most);
}

int digits_of_edges(const struct bins *b)
{
    return digits_for(b->edges[1] - b->edges[0], b->edges[0], b->edges[b->n]);
}

/* ---- Counts ------------------------------------------------------------------------------- */

/* Edges are rounded: the bin next to the computed one may be right. */
static size_t bin_of(const struct bins *b, double x, double per_width)
{
    size_t i = (size_t)((x - b->edges[0]) * per_width);
    if (i >= b->n)
        i = b->n - 1;
    while (i > 0 && x < b->edges[i])
        i--;
    while (i + 1 < b->n && x >= b->edges[i + 1])
        i++;
    return i;
}

void add_to_bins(struct bins *b, const double *x, size_t n)
{
    double first = b->edges[0];
    double end = b->edges[b->n];
    double per_width = (double)b->n / (end - first);
    for (size_t i = 0; i < n; i++) {
        if (x[i] < first)
            b->below++;
        else if (x[i] > end || (b->integers && x[i] == end))
            b->above++;
        else
            b->counts[bin_of(b, x[i], per_width)]++;
    }
}

void end_bins(struct bins *b)
{
    for (size_t i = 0; i < b->n; i++)
        b->most = b->counts[i] > b->most ? b->counts[i] : b->most;
}

/* The mass of a curve that is much narrower than a bin is not found by its density at some places:
 * the sum is then far from what it can be. */
static void drop_wrong_curve(struct bins *b, double count)
{
    const double rounding = 1.001;
    if (b->expected_inside <= rounding * count)
        return;
    b->expected = NULL;
    b->expected_inside = 0;
    b->expected_most = 0;
}

void expect_in_bins(struct bins *b, const struct curve *c, double count)
{
    b->expected = allocate(b->n * sizeof *b->expected);
    for (size_t i = 0; i < b->n; i++) {
        b->expected[i] = count * mass_between(c, b->edges[i], b->edges[i + 1]);
        b->expected_inside += b->expected[i];
        b->expected_most = fmax(b->expected_most, b->expected[i]);
    }
    drop_wrong_curve(b, count);
}
