/* SPDX-License-Identifier: BSD-3-Clause
 *
 * geometric.
 */
#include "check.h"
#include "method.h"
#include "exponential.h"
#include "long.h"

/* The first k at which the distribution function reaches u. */
static int64_t search(double u, double p)
{
    double product = p;
    double sum = p;
    int64_t k = 1;
    while (u > sum) {
        product *= 1.0 - p;
        double next = sum + product;
        /* The sum can round to less than the largest u, and NumPy then adds to it for ever. */
        if (next == sum)
            break;
        sum = next;
        k++;
    }
    return k;
}

/* Most values are few comparisons away: all of them for each value take less time than a branch
 * that ends the search anywhere. */
enum { FEW = 8 };

static void search_each(size_t n, const double *u, double p, int64_t *out)
{
    double sums[FEW], product = p, sum = p;
    for (int j = 0; j < FEW; j++) {
        sums[j] = sum;
        product *= 1.0 - p;
        sum += product;
    }
    for (size_t i = 0; i < n; i++) {
        int64_t k = 1;
        for (int j = 0; j < FEW; j++)
            k += u[i] > sums[j];
        out[i] = k;
    }
    for (size_t i = 0; i < n; i++) {
        if (u[i] > sums[FEW - 1])
            out[i] = search(u[i], p);
    }
}

/* ceil(ln(1 - U) / ln(1 - p)): 0 for U = 0, LONG_MIN where the quotient is beyond a long. log1p
 * stands above the line alone: NumPy does this; do not repair. */
static inline void invert(const struct nprand__engine *e, size_t n, double *u, double p,
                          int64_t *out)
{
    nprand__minus_exponentials_by_log1p(e, n, u);
    const double log_q = nprand__log(1.0 - p);
    for (size_t i = 0; i < n; i++)
        out[i] = nprand__to_long(e, ceil(u[i] / log_q));
}

/* The threshold is 1/3 as a double. */
static bool is_searched(double p)
{
    return p >= 0.333333333333333333333333;
}

enum { PIECE = 624 }; /* uniforms at a time: those of two blocks */

static void fill(struct nprand__engine *e, double p, size_t n, int64_t *out)
{
    double u[PIECE];
    for (size_t done = 0; done < n;) {
        size_t size = nprand__min(n - done, PIECE);
        nprand__fill_doubles(e, size, u);
        if (is_searched(p))
            search_each(size, u, p, out + done);
        else
            invert(e, size, u, p, out + done);
        done += size;
    }
}

static nprand_status check_geometric(double p)
{
    return p > 0.0 && p <= 1.0 ? NPRAND_OK : NPRAND_P_NOT_POSITIVE;
}

int64_t nprand_geometric(nprand_rng *rng, double p)
{
    if (!nprand__accept(rng, check_geometric(p)))
        return NPRAND_INVALID;
    struct nprand__engine *e = nprand__engine_of(rng);
    int kept_errno = errno;
    double u = nprand__next_double(e);
    int64_t value;
    if (is_searched(p))
        value = search(u, p);
    else
        invert(e, 1, &u, p, &value);
    errno = kept_errno;
    return value;
}

nprand_status nprand_geometric_fill(nprand_rng *rng, double p, size_t n, int64_t *out)
{
    nprand_status status = nprand__check_fill(rng, check_geometric(p), n, sizeof *out, out);
    if (status == NPRAND_OK)
        NPRAND__IN_PARTS(nprand__engine_of(rng), n, 2, fill(e, p, count, out + first));
    return status;
}
